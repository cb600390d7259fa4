"""The preview of a calendar file: what its events are to become, and which of them."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QWidget,
)

from lcdesk.model.domain.people import Contact
from lcdesk.ui.calendar_files.contact_choice import ContactChoice
from lcdesk.ui.calendar_files.import_model import CalendarImport, read_contact
from lcdesk.ui.look.metrics import grow
from lcdesk.ui.widgets.import_dialog import ImportDialog
from lcdesk.ui.widgets.labels import Look, Text, quiet
from lcdesk.ui.widgets.parts import busy_cursor, keep_narrow, plain_label, set_name
from lcdesk.ui.wording.labels import tr

_CONTACT = 2


class CalendarImportDialog(ImportDialog):
    """Shows a CalendarImport, which blocks the time of what is ticked, or books it."""

    def __init__(self, model: CalendarImport, look: Look, parent: QWidget) -> None:
        heads = (tr("Event"), tr("When"), tr("Contact"), "")
        super().__init__(model, look, parent, name="calendar_import", heads=heads)
        self.setWindowTitle(self.tr("Import calendar file"))
        self._file = model
        self._selected: set[int] = set()
        self.list.setAccessibleName(self.tr("Events of the file"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for column in (1, _CONTACT):
            self.list.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._contact = ContactChoice(model.contacts, read_contact, self)
        self._summary = set_name(Text(look), "calendar_import_summary")
        self._hint = quiet(look)
        self.list.itemSelectionChanged.connect(self._propose_contact)
        self._contact.chosen.connect(self._give_contact)
        self.resize(grow(self.font(), 820), self.height())  # reasons need room beside a contact
        self.arrange(above=[self._become()], below=[self._contact, self._summary, self._hint])

    def _become(self) -> QWidget:
        self._target = set_name(QComboBox(), "calendar_import_target")
        self._target.setAccessibleName(self.tr("Import as"))
        keep_narrow(self._target, 36)
        self._target.addItems(self._file.targets)
        self._target.setCurrentIndex(self._file.target)
        self._target.activated.connect(self._choose_target)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(plain_label(self.tr("Import as")))
        row.addWidget(self._target)
        row.addStretch(1)
        return line

    def refill(self) -> None:
        """Every event of the file, and what is said of them all."""
        for row in self._file.rows:
            is_ticked = row.is_chosen if row.can_be_chosen else None
            texts = (row.title, row.when, row.contact, row.note)
            item = self.item(texts, row.number, is_ticked=is_ticked)
            self.list.addTopLevelItem(item)
            item.setSelected(row.number in self._selected)
        self.list.setColumnHidden(_CONTACT, not self._file.asks_contacts)
        self._contact.setVisible(self._file.asks_contacts)
        self._hint.say(self._file.hint)
        self._summary.say(self._file.summary)
        self._propose_contact()

    @Slot()
    def _choose_target(self) -> None:
        self.list.clearSelection()
        with busy_cursor():
            self._file.choose_target(self._target.currentIndex())

    @Slot()
    def _propose_contact(self) -> None:
        """Whom the first of the selected events names."""
        self._selected = self.selected_numbers()
        first = min(self._selected, default=None)
        proposed = None if first is None else self._file.proposed_contact(first)
        self._contact.propose(proposed, has_selection=bool(self._selected))

    @Slot(Contact)
    def _give_contact(self, contact: Contact) -> None:
        self._file.give_contact(self._selected, contact)
