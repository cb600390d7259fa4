"""The form of a booking calendar: every setting that its kind has, and no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QStringListModel, Qt, SignalInstance
from PySide6.QtWidgets import QCheckBox, QCompleter, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lcdesk.model.domain.calendars import Calendar, CalendarKind, Distribution
from lcdesk.model.domain.people import Hours
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.records.asked_fields import AskedFields
from lcdesk.ui.records.calendar_fields import ColourField, OptionsField, RepeatsField
from lcdesk.ui.records.editors_model import Editors, with_phases
from lcdesk.ui.records.form import Form
from lcdesk.ui.records.hours_editor import HoursEditor
from lcdesk.ui.records.team_editor import TeamEditor
from lcdesk.ui.reminders.lengths_field import RemindersField
from lcdesk.ui.widgets.fields import (
    MINUTE,
    Choice,
    LengthField,
    Spin,
    ZoneField,
    line,
    lines,
    minutes,
    translate_options,
)
from lcdesk.ui.widgets.labels import Look, quiet
from lcdesk.ui.widgets.page import Panel
from lcdesk.ui.widgets.parts import check
from lcdesk.ui.wording.labels import mark, tr, zone_names

_CHOOSING = (CalendarKind.ROUND_ROBIN, CalendarKind.SERVICE)
_DISTRIBUTION = (
    (mark("Equal distribution"), Distribution.EQUAL),
    (mark("Availability"), Distribution.AVAILABILITY),
)
_TITLE_HINT = mark("Fields: {{contact.name}} {{contact.email}} {{contact.phone}} {{calendar.name}}")
_LOOK_BUSY = mark("Share of a day's slots hidden in a list of open slots that is shared.")
_SIMPLE = mark(
    "iCloud is not supported for simple calendars: nothing is sent there or read from there."
)
_GROUP = mark("Lists show the calendars of a group together.")
_VARIATIONS = mark("Each replaces the length. The booking dialog asks which.")
_ADD_ONS = mark("Each makes the booking longer.")
_ASKED = mark("What the booking dialog asks for besides. Answers stay in lcdesk.")
_DAY = 24 * 60

# Which kinds have a field; the others have all.
_ONLY: dict[str, tuple[CalendarKind, ...]] = {
    "simple": (CalendarKind.SIMPLE,),
    "hours_title": (CalendarKind.SIMPLE,),
    "hours": (CalendarKind.SIMPLE,),
    "staff": (*_CHOOSING, CalendarKind.COLLECTIVE),
    "owner": (CalendarKind.CLASS, CalendarKind.COLLECTIVE),
    "distribution": _CHOOSING,
    "seats": (CalendarKind.CLASS,),
    "processing": (CalendarKind.SERVICE,),
    "variations": (CalendarKind.SERVICE,),
    "add_ons": (CalendarKind.SERVICE,),
    "per_slot": tuple(kind for kind in CalendarKind if kind is not CalendarKind.CLASS),
    "look_busy": tuple(kind for kind in CalendarKind if kind is not CalendarKind.CLASS),
    "team_title": tuple(kind for kind in CalendarKind if kind is not CalendarKind.SIMPLE),
}


class CalendarForm(Form):
    """One calendar."""

    def __init__(self, look: Look, editors: Editors) -> None:
        super().__init__(look)
        self._editors = editors
        self._kind = CalendarKind.ROUND_ROBIN
        self._boxes: dict[int, QCheckBox] = {}
        self._make_fields()
        self._add_identity()
        self._add_team()
        self._add_booking()
        self._add_rules()
        for signal in self._signals():
            signal.connect(self._refresh)
            signal.connect(self.say_edited)

    # --- making -----------------------------------------------------------------------------

    def _make_fields(self) -> None:
        look, name = self.look, "calendar"
        self._simple = Panel(look)
        self._simple.column.addWidget(quiet(look, tr(_SIMPLE)))
        self._name = line("calendar_page_name")
        self._colour = ColourField()
        self._group = line(f"{name}_group", tr("None"))
        self._groups = QStringListModel(self)
        completer = QCompleter(self._groups, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._group.setCompleter(completer)
        self._description = lines(f"{name}_description", tr("What this calendar is for"))
        self.team = TeamEditor(look)
        self._owner = Choice(f"{name}_owner")
        self._distribution = Choice(f"{name}_distribution", translate_options(_DISTRIBUTION))
        self._zone = ZoneField(f"{name}_zone", zone_names())
        self._hours = HoursEditor(look, self._editors.locale, today=self._editors.today())
        self._duration = Spin(f"{name}_duration", 1, _DAY, tr(" min"))
        self._processes = check(tr("With processing time"), f"{name}_processing")
        self._phases = [Spin(f"{name}_phase_{at}", 0, _DAY, tr(" min")) for at in range(3)]
        self._variations = OptionsField("variation", tr("Such as Long hair"), 60)
        self._add_ons = OptionsField("add_on", tr("Such as Mask"), 15)
        self._interval = Spin(f"{name}_interval", 1, _DAY, tr(" min"))
        self._before = Spin(f"{name}_before", 0, _DAY, tr(" min"))
        self._after = Spin(f"{name}_after", 0, _DAY, tr(" min"))
        self._seats = Spin(f"{name}_seats", 1, 9_999)
        self._per_slot = Spin(f"{name}_per_slot", 1, 9_999)
        self._per_day = Spin(f"{name}_per_day", 0, 9_999)
        self._per_day.setSpecialValueText(tr("Unlimited"))
        self._notice = LengthField(f"{name}_notice", tr("None"))
        self._window = LengthField(f"{name}_window", tr("Unlimited"))
        self._resources = QWidget()
        self._resource_column = QVBoxLayout(self._resources)
        self._resource_column.setContentsMargins(0, 0, 0, 0)
        self._title = line(f"{name}_title")
        self._title_warning = quiet(look)
        self._location = line(f"{name}_location", tr("Address, room or link"))
        self._confirms = check(tr("Confirm bookings at once"), f"{name}_confirms")
        self._look_busy = Spin(f"{name}_look_busy", 0, 100, tr(" %"))
        self._repeats = RepeatsField()
        self._asked = AskedFields()
        self._reminders = RemindersField()

    def _add_identity(self) -> None:
        self.add("simple", "", self._simple)
        self.add("name", tr("Name"), self._name)
        self.add("colour", tr("Colour"), self._colour)
        self.add("group", tr("Group"), self._group, tr(_GROUP))
        self.add("description", tr("Description"), self._description)

    def _add_team(self) -> None:
        self.section("team_title", tr("Team"))
        self.add("staff", "", self.team)
        self.add("owner", tr("Owner"), self._owner)
        self.add("distribution", tr("Distribution"), self._distribution)
        self.section("hours_title", tr("Hours"))
        self.add("zone", tr("Time zone"), self._zone, tr("Its midnight is where a day begins."))
        self.add("hours", "", self._hours)

    def _add_booking(self) -> None:
        self.section("slots_title", tr("Slots"))
        self.add("duration", tr("Duration"), self._duration)
        self.add("processing", "", self._processes)
        phases = QWidget()
        row = QHBoxLayout(phases)
        row.setContentsMargins(0, 0, 0, 0)
        for spoken, spin in zip(
            (tr("Busy"), tr("Processing"), tr("Busy")), self._phases, strict=True
        ):
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(QLabel(spoken))
            column.addWidget(spin)
            spin.setAccessibleName(spoken)
            spin.setMinimumWidth(90)
            row.addLayout(column)
        row.addStretch(1)
        self.add("phases", "", phases)
        self.add("variations", tr("Variations"), self._variations, tr(_VARIATIONS))
        self.add("add_ons", tr("Add-ons"), self._add_ons, tr(_ADD_ONS))
        self.add("interval", tr("Interval"), self._interval, tr("From one start to the next."))
        self.add("before", tr("Buffer before"), self._before)
        self.add("after", tr("Buffer after"), self._after)
        self.add("seats", tr("Seats"), self._seats)
        self.add("per_slot", tr("Per slot"), self._per_slot, tr("Appointments at the same time."))
        self.add("per_day", tr("Per day"), self._per_day)
        self.add("notice", tr("Minimum notice"), self._notice)
        self.add("window", tr("Booking window"), self._window, tr("How far ahead can be booked."))

    def _add_rules(self) -> None:
        self.section("more_title", tr("Appointments"))
        self.add("title", tr("Title"), self._title, tr(_TITLE_HINT))
        self.add("title_warning", "", self._title_warning)
        self.add("location", tr("Place"), self._location)
        self.add("resources", tr("Needs"), self._resources)
        self.add("fields", tr("Asks for"), self._asked, tr(_ASKED))
        self.add("auto_confirm", tr("Status"), self._confirms)
        self.add("repeats", tr("Repeats"), self._repeats, tr("What a new booking begins with."))
        self.add("reminders", tr("Reminders"), self._reminders)
        self.add("look_busy", tr("Look busy"), self._look_busy, tr(_LOOK_BUSY))

    def _signals(self) -> list[SignalInstance]:
        spins = (self._duration, self._interval, self._before, self._after, self._seats,
                 self._per_slot, self._per_day, self._look_busy, *self._phases)  # fmt: skip
        edits = (self._name, self._group, self._description, self._title, self._location)
        parts = (self._colour, self.team, self._zone, self._hours, self._notice, self._window,
                 self._repeats, self._variations, self._add_ons, self._asked,
                 self._reminders)  # fmt: skip
        return [
            *(spin.valueChanged for spin in spins),
            *(edit.textChanged for edit in edits),
            *(part.edited for part in parts),
            *(choice.currentIndexChanged for choice in (self._owner, self._distribution)),
            *(box.toggled for box in (self._processes, self._confirms)),
        ]

    # --- record -> fields -------------------------------------------------------------------

    def fill(self, value: Calendar) -> None:
        """Show a calendar."""
        self.is_filling = True
        self._kind = value.kind
        self._fill_identity(value)
        self._fill_team(value)
        self._fill_slots(value)
        self._fill_rules(value)
        self.is_filling = False
        for name, kinds in _ONLY.items():
            self.show_field(name, value.kind in kinds)
        self._refresh()

    def _fill_identity(self, value: Calendar) -> None:
        self._name.setText(value.name)
        self._colour.fill(value.colour)
        known = {
            calendar.group for calendar in self._editors.calendars.known.values() if calendar.group
        }
        self._groups.setStringList(sorted(known, key=str.casefold))
        self._group.setText(value.group)
        if self._description.toPlainText() != value.description:
            self._description.setPlainText(value.description)
        self._zone.fill(value.zone)
        self._hours.fill(value.hours)

    def _fill_team(self, value: Calendar) -> None:
        names = {member.id: as_line(member.name) for member in self._editors.staff.known.values()}
        self.team.fill(value, names)
        self._offer_owners(value.staff)
        self._owner.pick(value.owner)
        self._distribution.pick(value.distribution)

    def _fill_slots(self, value: Calendar) -> None:
        self._duration.setValue(minutes(value.duration))
        self._processes.setChecked(bool(value.phases))
        half = timedelta(minutes=minutes(value.duration) // 2)
        phases = value.phases or (half, timedelta(), value.duration - half)
        for spin, phase in zip(self._phases, phases, strict=True):
            spin.setValue(minutes(phase))
        self._variations.fill(value.variations)
        self._add_ons.fill(value.add_ons)
        self._interval.setValue(minutes(value.interval))
        self._before.setValue(minutes(value.before))
        self._after.setValue(minutes(value.after))
        self._seats.setValue(value.seats)
        self._per_slot.setValue(value.per_slot)
        self._per_day.setValue(value.per_day or 0)
        self._notice.fill(value.notice)
        self._window.fill(value.window or timedelta())

    def _fill_rules(self, value: Calendar) -> None:
        self._title.setText(value.title)
        self._location.setText(value.location)
        self._confirms.setChecked(value.auto_confirm)
        self._repeats.fill(value.repeats)
        self._look_busy.setValue(value.look_busy)
        self._asked.fill(value.fields)
        self._reminders.fill(value.reminders)
        for box in self._boxes.values():
            box.hide()
            box.setParent(None)
            box.deleteLater()
        known = self._editors.resources.known.values()
        self._boxes = {
            resource.id: check(as_line(resource.name).replace("&", "&&"), f"needs_{resource.id}")
            for resource in known
        }
        for room, box in self._boxes.items():
            box.setChecked(room in value.resources)
            box.toggled.connect(self.say_edited)
            self._resource_column.addWidget(box)
        self.show_field("resources", bool(self._boxes))

    # --- fields -> record -------------------------------------------------------------------

    def value(self, base: Calendar) -> Calendar:
        """What stands in the fields. Raises InvalidInput."""
        value = replace(
            base,
            name=self._name.text(),
            colour=self._colour.colour,
            group=self._group.text().strip(),
            description=self._description.toPlainText(),
            zone=self._zone.zone,
            duration=self._duration.value() * MINUTE,
            interval=self._interval.value() * MINUTE,
            before=self._before.value() * MINUTE,
            after=self._after.value() * MINUTE,
            seats=self._seats.value(),
            per_slot=self._per_slot.value(),
            per_day=self._per_day.value() or None,
            notice=self._notice.length,
            window=self._window.length or None,
            resources=self._needed_ids(base),
            title=self._title.text(),
            location=self._location.text(),
            auto_confirm=self._confirms.isChecked(),
            repeats=self._repeats.repeats,
            look_busy=self._look_busy.value(),
            fields=self._asked.fields,
            reminders=self._reminders.reminders,
        )
        return self._with_team(self._of_its_kind(value))

    def _of_its_kind(self, value: Calendar) -> Calendar:
        if self._kind is CalendarKind.SIMPLE:
            return replace(value, hours=self._hours.hours())
        if self._kind is not CalendarKind.SERVICE:
            return replace(value, hours=Hours(), phases=())
        phases = tuple(spin.value() * MINUTE for spin in self._phases)
        return replace(
            with_phases(value, phases if self._processes.isChecked() else ()),
            hours=Hours(),
            variations=self._variations.options,
            add_ons=self._add_ons.options,
        )

    def _with_team(self, value: Calendar) -> Calendar:
        owner = self._owner.currentData()
        if self._kind is CalendarKind.SIMPLE:
            return value
        if self._kind is CalendarKind.CLASS:
            team = () if owner is None else (owner,)
            return replace(value, staff=team, owner=owner)
        is_collective = self._kind is CalendarKind.COLLECTIVE
        return replace(
            value,
            staff=self.team.staff,
            owner=owner if is_collective else None,
            distribution=Distribution(self._distribution.currentData()),
            priority=self.team.priority,
            locations=self.team.locations,
        )

    def _needed_ids(self, base: Calendar) -> tuple[int, ...]:
        chosen = [room for room, box in self._boxes.items() if box.isChecked()]
        kept = [resource for resource in base.resources if resource in chosen]
        return (*kept, *(resource for resource in chosen if resource not in kept))

    # --- what depends on what ---------------------------------------------------------------

    def _refresh(self, _value: object = None) -> None:
        """Show what the choices so far have made meaningful."""
        if self.is_filling:
            return
        processes = self._kind is CalendarKind.SERVICE and self._processes.isChecked()
        self.show_field("phases", processes)
        self.show_field("duration", not processes)
        chooses = self._kind in _CHOOSING
        self.team.show_priority(
            chooses and self._distribution.currentData() == Distribution.AVAILABILITY
        )
        warning = self._editors.title_warning(self._title.text())
        self._title_warning.say(warning, "warning")
        self.show_field("title_warning", bool(warning))
        if self._kind is CalendarKind.COLLECTIVE:
            self._offer_owners(self.team.staff)
            self.team.mark_owner(self._owner.currentData())

    def _offer_owners(self, team: tuple[int, ...]) -> None:
        known = self._editors.staff.known
        among = tuple(known) if self._kind is CalendarKind.CLASS else team
        before = self._owner.currentData()
        self._owner.offer(
            [(as_line(known[member].name), member) for member in among if member in known]
        )
        self._owner.pick(before)
