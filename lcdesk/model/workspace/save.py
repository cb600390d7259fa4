"""From the store to a workspace file that gives the same store when it is loaded.

What the documented keys cannot say (a hidden profile, a calendar that is switched off, an
appointment's own words) stands under further keys, and only where it differs from the usual.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lcdesk.model.commands.appointments import rendered_title
from lcdesk.model.domain.calendars import Calendar, CalendarKind, Resource
from lcdesk.model.domain.events import Appointment, tellable
from lcdesk.model.domain.intake import GivenAnswer
from lcdesk.model.domain.people import Contact, Day, Hours, StaffMember, clock
from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.domain.zones import zone
from lcdesk.model.recurrence.series import Series
from lcdesk.model.store.appointments import all_appointments
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.intake import answers_of
from lcdesk.model.store.people import all_resources, all_staff, contacts
from lcdesk.model.store.series import all_series
from lcdesk.model.store.tables.columns import WEEKDAYS, minutes, options_to_json, repeats_to_json
from lcdesk.model.store.time_off import all_time_off, kept_holidays
from lcdesk.model.store.transaction import Reader
from lcdesk.model.store.waiting import all_waiting
from lcdesk.model.workspace.intake import answers_shape, fields_shape
from lcdesk.model.workspace.keys import write_length
from lcdesk.model.workspace.load import VERSION
from lcdesk.model.workspace.series import series_shape
from lcdesk.model.workspace.time_off import holiday_shape, time_off_shape
from lcdesk.model.workspace.waiting import waiting_shape

_OWNED = (CalendarKind.COLLECTIVE, CalendarKind.CLASS)
_CHOOSES = (CalendarKind.ROUND_ROBIN, CalendarKind.SERVICE)


def save(reader: Reader) -> dict[str, Any]:
    """The whole workspace, accounts and their events excepted."""
    booked = all_appointments(reader)
    saving = _Saving(
        {member.id: member for member in all_staff(reader)},
        {resource.id: resource for resource in all_resources(reader)},
        contacts(reader),
        {calendar.id: calendar for calendar in all_calendars(reader)},
        {series.id: series for series in all_series(reader)},
        answers_of(reader, [one.id for one in booked]),
    )
    series = [saving.one_series(series) for series in saving.series.values()]
    names = {member.id: member.name for member in saving.staff.values()}
    time_off = [time_off_shape(each, names) for each in all_time_off(reader)]
    holidays = [holiday_shape(day) for day in kept_holidays(reader)]
    listed = sorted(all_waiting(reader), key=lambda one: one.id)
    waiting = [saving.waiting(one) for one in listed]
    return {
        "version": VERSION,
        "staff": [_member(member) for member in saving.staff.values()],
        "resources": [{"name": r.name, "capacity": r.capacity} for r in saving.resources.values()],
        "contacts": [
            _contact(contact) for contact in sorted(saving.people.values(), key=lambda c: c.id)
        ],
        "calendars": [saving.calendar(calendar) for calendar in saving.calendars.values()],
        **({"series": series} if series else {}),
        "appointments": [saving.appointment(appointment) for appointment in booked],
        **({"time_off": time_off} if time_off else {}),
        **({"public_holidays": holidays} if holidays else {}),
        **({"waiting": waiting} if waiting else {}),
    }


@dataclass(frozen=True, slots=True)
class _Saving:
    staff: Mapping[int, StaffMember]
    resources: Mapping[int, Resource]
    people: Mapping[int, Contact]
    calendars: Mapping[int, Calendar]
    series: Mapping[int, Series]
    answers: Mapping[int, tuple[GivenAnswer, ...]]

    def one_series(self, one: Series) -> dict[str, Any]:
        contact = self.people.get(one.contact)
        return series_shape(
            one,
            calendar=self.calendars[one.calendar].name,
            contact=None if contact is None else self._name_of(contact),
            staff=self._names(who for who in one.staff if who in self.staff),
        )

    def waiting(self, one: Waiting) -> dict[str, Any]:
        return waiting_shape(
            one,
            calendar=self.calendars[one.calendar],
            contact=self._name_of(self.people[one.contact]),
            staff=None if one.staff is None else self.staff[one.staff].name,
        )

    def calendar(self, one: Calendar) -> dict[str, Any]:
        shape: dict[str, Any] = {"name": one.name, "kind": one.kind.value}
        if one.kind is not CalendarKind.SIMPLE:
            shape["staff"] = self._names(one.staff)
        if one.kind in _OWNED and one.owner is not None:
            shape["owner"] = self.staff[one.owner].name
        shape |= _settings(one)
        if one.kind is CalendarKind.SIMPLE:
            shape |= _hours(one.hours)
        if one.kind in _CHOOSES:
            shape["distribution"] = one.distribution.value
            shape["priority"] = {
                self.staff[member].name: level.value for member, level in one.priority.items()
            }
        if one.kind is CalendarKind.CLASS:
            shape["seats"] = one.seats
        if one.kind is CalendarKind.SERVICE:
            shape["phases"] = [minutes(phase) for phase in one.phases]
        if one.kind is CalendarKind.SERVICE or one.resources:
            shape["resources"] = [self.resources[needed].name for needed in one.resources]
        shape |= {
            "auto_confirm": one.auto_confirm,
            "colour": one.colour,
            "title": one.title,
            "location": one.location,
        }
        shape |= _further(one)
        if one.locations:
            shape["locations"] = {
                self.staff[member].name: location for member, location in one.locations.items()
            }
        return shape if one.active else shape | {"active": False}

    def appointment(self, one: Appointment) -> dict[str, Any]:
        calendar = self.calendars[one.calendar]
        contact = self.people[one.contacts[0]] if one.contacts else None
        local = zone(self.staff[one.staff[0]].zone if one.staff else calendar.zone)
        shape: dict[str, Any] = {
            "calendar": calendar.name,
            "start": one.span.start.astimezone(local).isoformat(timespec="seconds"),
            "minutes": minutes(one.span.length),
            "staff": self._names(one.staff),
            "contact": None if contact is None else self._name_of(contact),
            "status": one.status.value,
        }
        usual = calendar.name if contact is None else rendered_title(calendar, contact)
        own: dict[str, Any] = {"title": one.title} if one.title != usual else {}
        own |= {"notes": one.notes} if one.notes else {}
        location = calendar.location_with(one.staff)
        own |= {"location": one.location} if one.location != location else {}
        own |= {"named": True} if one.named else {}
        own |= self._overridden(one, calendar)
        given = answers_shape(self.answers[one.id])
        own |= {"answers": given} if given else {}
        return shape | own | self._tie(one)

    def _overridden(self, one: Appointment, calendar: Calendar) -> dict[str, Any]:
        """What was insisted on, against reasons that are nobody's private events."""
        if not one.overridden:
            return {}
        hiding = {member.id for member in self.staff.values() if member.hide_details}
        why = tellable(one, calendar.staff, hiding).overridden_for
        return {"overridden": True} | ({"overridden_for": why} if why else {})

    def _tie(self, one: Appointment) -> dict[str, Any]:
        if one.series is None or one.series_day is None:
            return {}
        number = list(self.series).index(one.series) + 1
        return {"series": number, "series_day": one.series_day.isoformat()}

    def _names(self, ids: Iterable[int]) -> list[str]:
        return [self.staff[id_].name for id_ in ids]

    def _name_of(self, contact: Contact) -> str:
        """The name, with the e-mail where several have it."""
        names = Counter(person.name for person in self.people.values())
        alone = names[contact.name] == 1 or not contact.email
        return contact.name if alone else f"{contact.name} <{contact.email}>"


def _settings(one: Calendar) -> dict[str, Any]:
    return {
        "zone": one.zone,
        "duration": minutes(one.duration),
        "interval": minutes(one.interval),
        "before": minutes(one.before),
        "after": minutes(one.after),
        "per_slot": one.per_slot,
        "per_day": one.per_day,
        "notice": write_length(one.notice),
        "window": None if one.window is None else write_length(one.window),
    }


def _further(one: Calendar) -> dict[str, Any]:
    """What most calendars do not use."""
    further: dict[str, Any] = {"group": one.group} if one.group else {}
    further |= {"description": one.description} if one.description else {}
    further |= {"look_busy": one.look_busy} if one.look_busy else {}
    further |= {"variations": options_to_json(one.variations)} if one.variations else {}
    further |= {"add_ons": options_to_json(one.add_ons)} if one.add_ons else {}
    further |= {"fields": fields_shape(one.fields)} if one.fields else {}
    if one.reminders is not None:
        further["reminders"] = [minutes(before) for before in one.reminders]
    return further | ({"repeats": repeats_to_json(one.repeats)} if one.repeats else {})


def _member(one: StaffMember) -> dict[str, Any]:
    shape: dict[str, Any] = {"name": one.name, "email": one.email, "zone": one.zone}
    shape |= _hours(one.hours)
    return shape | {"hide_details": True} if one.hide_details else shape


def _contact(one: Contact) -> dict[str, Any]:
    return {"name": one.name, "email": one.email, "phone": one.phone, "notes": one.notes}


def _hours(hours: Hours) -> dict[str, Any]:
    """Days without hours are left out of the week; a date without hours says closed."""
    week = zip(WEEKDAYS, hours.weekly, strict=True)
    return {
        "hours": {day: _day(blocks) for day, blocks in week if blocks},
        "dates": {day.isoformat(): _day(at) for day, at in sorted(hours.dates.items())},
    }


def _day(blocks: Day) -> list[list[str]]:
    return [[clock(block.start), clock(block.end)] for block in blocks]
