"""Settings > Contacts: who books, with their history."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from lcdesk.model.domain.people import Contact
from lcdesk.ui.records.editor_model import NEW
from lcdesk.ui.records.editors_model import Editors, Visit
from lcdesk.ui.records.form import Form
from lcdesk.ui.records.record_page import RecordPage
from lcdesk.ui.widgets.fields import line, lines
from lcdesk.ui.widgets.labels import Look, quiet
from lcdesk.ui.wording.labels import tr

_COLUMNS = ("Date", "Calendar", "Status")
_MOST_HEIGHT = 260


class ContactForm(Form):
    """One contact and the appointments they had or will have."""

    def __init__(self, look: Look, editors: Editors) -> None:
        super().__init__(look)
        self._editors = editors
        self._name = line("contact_page_name")
        self._email = line("contact_email")
        self._phone = line("contact_phone")
        self._notes = lines("contact_notes")
        self._none = quiet(look, tr("No appointments yet."))
        self.history = _table()
        self.add("name", tr("Name"), self._name)
        self.add("email", tr("E-mail"), self._email)
        self.add("phone", tr("Phone"), self._phone)
        self.add("notes", tr("Notes"), self._notes)
        self.section("history_title", tr("Appointments"))
        self.add("none", "", self._none)
        self.add("history", "", self.history)
        for edit in (self._name, self._email, self._phone):
            edit.textChanged.connect(self.say_edited)
        self._notes.textChanged.connect(self.say_edited)

    def fill(self, value: Contact) -> None:
        """Show a contact."""
        self.is_filling = True
        self._name.setText(value.name)
        self._email.setText(value.email)
        self._phone.setText(value.phone)
        if self._notes.toPlainText() != value.notes:
            self._notes.setPlainText(value.notes)
        self._show_history(self._editors.history(value.id))
        self.is_filling = False

    def value(self, base: Contact) -> Contact:
        """What stands in the fields."""
        return replace(
            base,
            name=self._name.text().strip(),
            email=self._email.text().strip(),
            phone=self._phone.text().strip(),
            notes=self._notes.toPlainText(),
        )

    def _show_history(self, visits: list[Visit]) -> None:
        self.show_field("none", not visits)
        self.show_field("history", bool(visits))
        self.history.setRowCount(len(visits))
        for row, visit in enumerate(visits):
            for column, text in enumerate((visit.when, visit.calendar, visit.status)):
                self.history.setItem(row, column, QTableWidgetItem(text))
        rows = self.history.verticalHeader().length()
        head = self.history.horizontalHeader().sizeHint().height()
        self.history.setFixedHeight(min(rows + head + 6, _MOST_HEIGHT))


class ContactPage(RecordPage):
    """Contacts."""

    def __init__(self, look: Look, editors: Editors, parent: QWidget | None = None) -> None:
        self._editors = editors
        super().__init__(
            look,
            editors.contacts,
            ContactForm(look, editors),
            title=tr("Contacts"),
            name="contact_page",
            empty=tr("No contacts yet.\nThey are added by booking, or here with New."),
            parent=parent,
        )
        self.search.show()
        self.new_button.clicked.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        self._editors.contacts.begin(Contact(NEW, ""))
        self.begin()


def _table() -> QTableWidget:
    table = QTableWidget(0, len(_COLUMNS))
    table.setAccessibleName(tr("Appointments"))
    table.setObjectName("contact_history")
    table.setHorizontalHeaderLabels([tr(name) for name in _COLUMNS])
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.setStyleSheet("QTableWidget::item { padding: 0 6px; }")
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return table
