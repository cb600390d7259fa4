"""Settings > Staff: who can be booked, and when they work."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.words import ICLOUD
from lcdesk.ui.records.editor_model import NEW, NOTHING
from lcdesk.ui.records.editors_model import Editors
from lcdesk.ui.records.form import Form
from lcdesk.ui.records.hours_editor import HoursEditor
from lcdesk.ui.records.record_page import RecordPage
from lcdesk.ui.records.small_week import SmallWeekView
from lcdesk.ui.widgets.choices import check
from lcdesk.ui.widgets.fields import ZoneField, line
from lcdesk.ui.widgets.labels import Look
from lcdesk.ui.wording.labels import any_of, tr, tr_of, zone_names

_MISTAKE = "Hours are shown when the form holds no mistake."
_HIDE = "Everybody else sees “Busy” for events that were read from {place}."


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
        server_name = any_of(self._editors.places_of(self._member))
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
            title=tr("Staff"),
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
