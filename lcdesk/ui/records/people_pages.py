"""Settings > Staff, Contacts, Rooms and equipment.

Settings > Contacts: who books.

Settings > Rooms and equipment: what a booking can hold besides a person.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from lcdesk.model.domain.calendars import Resource
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.people import Contact, StaffMember
from lcdesk.model.domain.words import ICLOUD
from lcdesk.ui.contacts.import_dialog import ContactImportDialog
from lcdesk.ui.records.editor_model import NEW, NOTHING
from lcdesk.ui.records.editors_model import Editors
from lcdesk.ui.records.form import Form
from lcdesk.ui.records.hours_editor import HoursEditor
from lcdesk.ui.records.record_page import RecordPage
from lcdesk.ui.records.small_week import SmallWeekView
from lcdesk.ui.widgets.fields import Spin, ZoneField, line, lines
from lcdesk.ui.widgets.file_dialogs import ask_where_to_save
from lcdesk.ui.widgets.labels import Look
from lcdesk.ui.widgets.parts import check, show_once
from lcdesk.ui.wording.labels import any_of, mark, tr, tr_of, zone_names
from lcdesk.ui.wording.messages import worded

_MISTAKE = mark("Hours are shown when the form holds no mistake.")
_HIDE = mark("Everybody else sees “Busy” for events that were read from {place}.")


class StaffForm(Form):
    """One staff member."""

    def __init__(self, look: Look, editors: Editors) -> None:
        super().__init__(look)
        self._editors = editors
        self._member = NEW
        self._name = line("staff_page_name")
        self._email = line("staff_email")
        self._zone = ZoneField("staff_zone", zone_names())
        self._hides = check(tr("Hide third-party details"), "staff_hides")
        self.hours = HoursEditor(look, editors.locale, today=editors.today())
        self.add("name", tr("Name"), self._name)
        self.add("email", tr("E-mail"), self._email)
        self.add(
            "zone", tr("Time zone"), self._zone, tr("Hours and slots are on this zone's clock.")
        )
        self.add("hides", tr("Privacy"), self._hides, tr_of(_HIDE, ICLOUD))
        self.section("hours_title", tr("Working hours"))
        self.add("hours", "", self.hours)
        for signal in (
            self._name.textChanged,
            self._email.textChanged,
            self._zone.edited,
            self._hides.toggled,
            self.hours.edited,
        ):
            signal.connect(self.say_edited)

    def fill(self, value: StaffMember) -> None:
        """Show a staff member."""
        self.is_filling = True
        self._member = value.id
        self._name.setText(value.name)
        self._email.setText(value.email)
        self._zone.fill(value.zone)
        self._hides.setChecked(value.hide_details)
        self.hours.fill(value.hours)
        self._say_what_is_hidden()
        self.is_filling = False

    def value(self, base: StaffMember) -> StaffMember:
        """What stands in the fields. Raises InvalidInput."""
        return replace(
            base,
            name=self._name.text(),
            email=self._email.text().strip(),
            zone=self._zone.zone,
            hide_details=self._hides.isChecked(),
            hours=self.hours.hours(),
        )

    def _say_what_is_hidden(self) -> None:
        server_name = any_of(self._editors.server_names_of(self._member))
        self.say_hint("hides", tr_of(_HIDE, server_name))

    # --- Qt ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        # An account may have been connected on another page meanwhile.
        self._say_what_is_hidden()
        super().showEvent(event)


class StaffPage(RecordPage):
    """Staff members."""

    def __init__(self, look: Look, editors: Editors, parent: QWidget | None = None) -> None:
        self._editors = editors
        super().__init__(
            look,
            editors.staff,
            StaffForm(look, editors),
            title=tr("Team"),
            name="staff_page",
            empty=tr("Nobody can be booked yet.\nPress New and say who it is."),
            parent=parent,
        )
        self._week = editors.small_week(self)
        self._effect = SmallWeekView(look, self._week, editors.locale, "staff_week")
        self.add_effect(self._effect)
        self._of = NOTHING
        self.new_button.clicked.connect(self._begin)
        editors.staff.changed.connect(self._show_week)
        editors.staff.edited.connect(self._show_week)
        self._show_week()

    @Slot()
    def _begin(self) -> None:
        self._editors.begin_staff()
        self.begin()

    @Slot()
    def _show_week(self) -> None:
        if self.editor.chosen != self._of:
            self._of = self.editor.chosen
            self._week.begin_anew()
        self._week.follow(self._editors.working_hours())
        mistake = bool(self.editor.problem.message)
        self._effect.say(tr(_MISTAKE) if mistake else "", "danger" if mistake else "")


class ContactForm(Form):
    """One contact; what they booked is on their card."""

    card_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._name = line("contact_page_name")
        self._email = line("contact_email")
        self._phone = line("contact_phone")
        self._notes = lines("contact_notes")
        self._card = QPushButton(tr("Appointments and history…"))
        self._card.setObjectName("contact_card_button")
        self._card.setAutoDefault(False)
        self._card.clicked.connect(self.card_asked)
        self.add("name", tr("Name"), self._name)
        self.add("email", tr("E-mail"), self._email)
        self.add("phone", tr("Phone"), self._phone)
        self.add("notes", tr("Notes"), self._notes)
        self.add("card", "", self._card)
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
        self.show_field("card", value.id != NEW)
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


class ContactPage(RecordPage):
    """Contacts."""

    card_asked = Signal(int)

    def __init__(self, look: Look, editors: Editors, parent: QWidget | None = None) -> None:
        self._editors = editors
        form = ContactForm(look)
        super().__init__(
            look,
            editors.contacts,
            form,
            title=tr("Contacts"),
            name="contact_page",
            empty=tr("No contacts yet.\nThey are added by booking, or here with New."),
            parent=parent,
        )
        self.search.show()
        self.new_button.clicked.connect(self._begin)
        form.card_asked.connect(self._ask_card)
        files = QHBoxLayout()
        files.setSpacing(6)
        for text, name, ask in (
            (tr("Import…"), "contact_page_import", self._ask_import),
            (tr("Export…"), "contact_page_export", self._ask_export),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(ask)
            files.addWidget(button, 1)
        self.side.addLayout(files)

    def edit(self, contact: int) -> None:
        """Turn to one contact."""
        self.search.clear()
        self.editor.choose(contact)

    @Slot()
    def _ask_card(self) -> None:
        self.card_asked.emit(self.editor.chosen)

    @Slot()
    def _ask_import(self) -> None:
        dialog = QFileDialog(self, tr("Import contacts"))
        dialog.setObjectName("contact_import_file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Contacts (*.vcf *.vcard *.csv *.txt)"), tr("All files (*)")])
        dialog.fileSelected.connect(self.import_file)
        show_once(dialog)

    @Slot(str)
    def import_file(self, file: str) -> None:
        """Show what a file holds."""
        try:
            model = self._editors.contact_import(Path(file))
        except InvalidInput as error:
            self.said.refuse(worded(error.message))
            return
        model.imported.connect(self.editor.offer_step)
        show_once(ContactImportDialog(model, self.look, self), model)

    @Slot()
    def _ask_export(self) -> None:
        ask_where_to_save(
            self,
            "contact_export_file",
            title=tr("Export contacts"),
            kinds=[tr("vCard (*.vcf)"), tr("Table (*.csv)")],
            suggestion=tr("contacts.vcf"),
            then=self.export_file,
        )

    @Slot(str)
    def export_file(self, file: str) -> None:
        """Write all contacts to a file."""
        self.said.offer_action(self._editors.export_contacts(Path(file)), "")

    @Slot()
    def _begin(self) -> None:
        self._editors.contacts.begin(Contact(NEW, ""))
        self.begin()


_CAPACITY = mark("How many bookings can hold it at the same time.")


class ResourceForm(Form):
    """One room or piece of equipment."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._name = line("resource_page_name", tr("For example Room 1"))
        self._capacity = Spin("resource_capacity", 1, 9_999)
        self.add("name", tr("Name"), self._name)
        self.add("capacity", tr("Capacity"), self._capacity, tr(_CAPACITY))
        self._name.textChanged.connect(self.say_edited)
        self._capacity.valueChanged.connect(self.say_edited)

    def fill(self, value: Resource) -> None:
        """Show a room or piece of equipment."""
        self.is_filling = True
        self._name.setText(value.name)
        self._capacity.setValue(value.capacity)
        self.is_filling = False

    def value(self, base: Resource) -> Resource:
        """What stands in the fields."""
        return replace(base, name=self._name.text(), capacity=self._capacity.value())


class ResourcePage(RecordPage):
    """Rooms and equipment."""

    def __init__(self, look: Look, editors: Editors, parent: QWidget | None = None) -> None:
        self._editors = editors
        super().__init__(
            look,
            editors.resources,
            ResourceForm(look),
            title=tr("Rooms and equipment"),
            name="resource_page",
            empty=tr("No rooms and no equipment yet.\nA calendar can hold them with each booking."),
            parent=parent,
        )
        self.new_button.clicked.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        self._editors.resources.begin(Resource(NEW, ""))
        self.begin()
