"""From a workspace file to commands, in the transaction of the caller: all or nothing.

A name that exists is updated: keys that the file leaves out keep what is there. Loading the
same file again changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from lcdesk.model.commands.appointments import rendered_title
from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.commands.people import save_resource, save_staff
from lcdesk.model.domain.calendars import (
    Calendar,
    CalendarKind,
    Distribution,
    Every,
    Priority,
    Repeats,
    Resource,
    ServiceOption,
    WhenTaken,
)
from lcdesk.model.domain.events import Appointment, Status
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import Contact, Named, StaffMember
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import zone
from lcdesk.model.recurrence.series import Series
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.people import all_resources, all_staff, contacts
from lcdesk.model.store.transaction import Transaction
from lcdesk.model.workspace import keys
from lcdesk.model.workspace.document import (
    Record,
    choice,
    find_named,
    instant,
    minutes,
    naming,
    wrong,
)
from lcdesk.model.workspace.entries import KnownAppointments, People, restore_appointments
from lcdesk.model.workspace.intake import read_answers, read_fields
from lcdesk.model.workspace.series import read_series, tie_of, tie_series
from lcdesk.model.workspace.time_off import take_holidays, take_time_off
from lcdesk.model.workspace.waiting import restore_waiting

VERSION = 1
SERVICE_INTERVAL = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many rows of each kind the file held."""

    staff: int
    resources: int
    contacts: int
    calendars: int
    appointments: int
    waiting: int


def load(tx: Transaction, document: Any, *, now: datetime) -> Loaded:
    """Take over a parsed file. Raises InvalidInput that names the key and where it stands."""
    top = Record(document, "", keys.TOP)
    if top.value("version") != VERSION or isinstance(top.value("version"), bool):
        raise wrong(
            "version", Message("this lcdesk reads version {version} of the file.", version=VERSION)
        )
    loading = _Loading(tx, now)
    loaded = Loaded(
        staff=loading.take_staff(top),
        resources=loading.take_resources(top),
        contacts=loading.take_contacts(top),
        calendars=loading.take_calendars(top),
        appointments=loading.take_appointments(top),
        waiting=loading.take_waiting(top),
    )
    take_time_off(tx, top, {name: member.id for name, member in loading.staff.items()})
    take_holidays(tx, top)
    return loaded


_Row = TypeVar("_Row", bound=Named)


def _by_name(rows: Any) -> dict[str, Any]:
    return {row.name: row for row in rows}


@dataclass(slots=True)
class _Loading:
    """One load: what is known by name so far, the file's own rows included."""

    tx: Transaction
    now: datetime
    staff: dict[str, StaffMember] = field(init=False)
    resources: dict[str, Resource] = field(init=False)
    calendars: dict[str, Calendar] = field(init=False)
    people: People = field(init=False)

    def __post_init__(self) -> None:
        self.staff = _by_name(all_staff(self.tx))
        self.resources = _by_name(all_resources(self.tx))
        self.calendars = _by_name(all_calendars(self.tx))
        self.people = People(self.tx, contacts(self.tx).values(), self.now)

    def take_staff(self, top: Record) -> int:
        return self._take(top, "staff", keys.STAFF, self.staff, self._save_member)

    def take_resources(self, top: Record) -> int:
        return self._take(top, "resources", keys.RESOURCE, self.resources, self._save_resource)

    def take_calendars(self, top: Record) -> int:
        return self._take(top, "calendars", keys.CALENDAR, self.calendars, self._save_calendar)

    def take_contacts(self, top: Record) -> int:
        count = 0
        for value, json_path in top.rows("contacts"):
            with naming(json_path):
                self.people.take(Record(value, json_path, keys.CONTACT))
            count += 1
        return count

    def take_appointments(self, top: Record) -> int:
        known = KnownAppointments.read(self.tx)
        series = [self._series(value, json_path) for value, json_path in top.rows("series")]
        pairs, ties, answers = [], [], []
        for value, json_path in top.rows("appointments"):
            record = Record(value, json_path, keys.APPOINTMENT)
            with naming(json_path):
                pairs.append(self._appointment(record, known))
                ties.append(tie_of(record, series))
                answers.append(read_answers(record, self.calendars[record.text("calendar")]))
        with naming("appointments"):
            pairs = tie_series(self.tx, pairs, ties, series)
            restore_appointments(self.tx, pairs, answers, now=self.now)
        return len(pairs)

    def take_waiting(self, top: Record) -> int:
        return restore_waiting(self.tx, top, self.calendars, self.staff, self.people, self.now)

    def _series(self, value: Any, json_path: str) -> Series:
        record = Record(value, json_path, keys.SERIES)
        with naming(json_path):
            contact = self._contact_of_appointment(record)
            ids = {name: member.id for name, member in self.staff.items()}
            who = 0 if contact is None else contact.id
            return read_series(record, calendars=self.calendars, staff=ids, contact=who)

    def _take(
        self,
        top: Record,
        key: str,
        known_keys: tuple[str, ...],
        known: dict[str, _Row],
        save: Callable[[Record, str], _Row],
    ) -> int:
        """Save every row of a list; a name may stand in it once."""
        seen: set[str] = set()
        for value, json_path in top.rows(key):
            record = Record(value, json_path, known_keys)
            name = record.text("name").strip()
            if name in seen:
                raise wrong(record.at("name"), Message("“{name}” stands here twice.", name=name))
            seen.add(name)
            with naming(json_path):
                known[name] = save(record, name)
        return len(seen)

    def _save_member(self, record: Record, name: str) -> StaffMember:
        base = self.staff.get(name) or StaffMember(0, name)
        value = replace(
            base,
            email=record.text("email", base.email),
            zone=_zone(record, base.zone if base.id else None),
            hours=record.hours(base.hours),
            hide_details=record.truth("hide_details", base.hide_details),
        )
        return value if value == base and base.id else save_staff(self.tx, value)

    def _save_resource(self, record: Record, name: str) -> Resource:
        base = self.resources.get(name) or Resource(0, name)
        return save_resource(
            self.tx, replace(base, capacity=record.whole("capacity", base.capacity))
        )

    def _save_calendar(self, record: Record, name: str) -> Calendar:
        base = self.calendars.get(name)
        if base is None:
            base = _new_calendar(record, name)
        value = self._calendar(record, base)
        return value if value == base and base.id else save_calendar(self.tx, value, self.now)

    def _calendar(self, record: Record, base: Calendar) -> Calendar:
        kind = record.choice("kind", CalendarKind, base.kind)
        _refuse_foreign(record, kind)
        ids = {name: member.id for name, member in self.staff.items()}
        rooms = {name: one.id for name, one in self.resources.items()}
        staff = base.staff
        if "staff" in record:
            staff = tuple(record.find_all("staff", ids, "staff member"))
        phases = base.phases
        if "phases" in record:
            phases = tuple(minutes(value, json_path) for value, json_path in record.rows("phases"))
        resources = base.resources
        if "resources" in record:
            resources = tuple(record.find_all("resources", rooms, "room or equipment"))
        return replace(
            base,
            kind=kind,
            staff=staff,
            owner=self._owner(record, base, ids),
            zone=self._zone_of_calendar(record, base, staff),
            duration=record.minutes("duration", _duration(record, base, phases)),
            interval=record.minutes("interval", base.interval),
            before=record.minutes("before", base.before),
            after=record.minutes("after", base.after),
            per_slot=record.whole("per_slot", base.per_slot),
            per_day=record.whole_or_none("per_day", base.per_day),
            notice=record.length("notice", base.notice),
            window=record.length_or_none("window", base.window),
            hours=record.hours(base.hours),
            distribution=record.choice("distribution", Distribution, base.distribution),
            priority=_priority(record, base, ids),
            seats=record.whole("seats", base.seats),
            phases=phases,
            resources=resources,
            auto_confirm=record.truth("auto_confirm", base.auto_confirm),
            colour=record.text("colour", base.colour),
            title=record.text("title", base.title),
            location=record.text("location", base.location),
            active=record.truth("active", base.active),
            group=record.text("group", base.group),
            description=record.text("description", base.description),
            look_busy=record.whole("look_busy", base.look_busy),
            locations=_locations(record, base, ids),
            repeats=_repeats(record, base),
            variations=_options(record, "variations", base.variations),
            add_ons=_options(record, "add_ons", base.add_ons),
            fields=read_fields(record, base.fields),
            reminders=record.reminders(base.reminders),
        )

    def _owner(self, record: Record, base: Calendar, ids: dict[str, int]) -> int | None:
        if "owner" not in record:
            return base.owner
        if record.value("owner") is None:
            return None
        return find_named(record.value("owner"), record.at("owner"), ids, "staff member")

    def _zone_of_calendar(self, record: Record, base: Calendar, staff: tuple[int, ...]) -> str:
        if base.id:
            return _zone(record, base.zone)
        zones = {member.id: member.zone for member in self.staff.values()}
        return _zone(record, zones[staff[0]] if staff else None)

    def _appointment(
        self, record: Record, known: KnownAppointments
    ) -> tuple[Appointment | None, Appointment]:
        calendar = find_named(
            record.value("calendar"), record.at("calendar"), self.calendars, "calendar"
        )
        staff = self._staff_of_appointment(record, calendar)
        zone_name = self._zone_of_staff(staff, calendar)
        start = instant(
            record.value("start"),
            record.at("start"),
            lambda wall: wall.replace(tzinfo=zone(zone_name)),
        )
        length = record.minutes("minutes", calendar.own_length)
        contact = self._contact_of_appointment(record)
        confirmed = Status.CONFIRMED if calendar.auto_confirm else Status.NEW
        new = Appointment(
            id=0,
            calendar=calendar.id,
            session="",
            span=TimeSpan.of_length(start.astimezone(UTC), length),
            zone=zone_name,
            staff=staff,
            contacts=() if contact is None else (contact.id,),
            title="" if contact is None else rendered_title(calendar, contact),
            status=record.choice("status", Status, confirmed),
            location=calendar.location_with(staff),
        )
        before = known.take(new)
        base = new if before is None else before
        overridden, reasons = _overridden(record, base)
        return before, replace(
            base,
            span=new.span if "minutes" in record else base.span,
            status=new.status if "status" in record else base.status,
            title=record.text("title", base.title or calendar.name),
            notes=record.text("notes", base.notes),
            location=record.text("location", base.location),
            named=record.truth("named", base.named),
            overridden=overridden,
            overridden_for=reasons,
        )

    def _staff_of_appointment(self, record: Record, calendar: Calendar) -> tuple[int, ...]:
        if "staff" in record:
            ids = {name: member.id for name, member in self.staff.items()}
            return tuple(record.find_all("staff", ids, "staff member"))
        if calendar.kind in (CalendarKind.COLLECTIVE, CalendarKind.CLASS):
            return calendar.staff
        return calendar.staff if len(calendar.staff) == 1 else ()

    def _zone_of_staff(self, staff: tuple[int, ...], calendar: Calendar) -> str:
        zones = {member.id: member.zone for member in self.staff.values()}
        return zones[staff[0]] if staff else calendar.zone

    def _contact_of_appointment(self, record: Record) -> Contact | None:
        if "contact" not in record or record.value("contact") is None:
            return None
        with naming(record.at("contact")):
            return self.people.contact_named(record.text("contact"))


def _overridden(record: Record, base: Appointment) -> tuple[bool, str]:
    """Whether it was insisted on, and against which reasons; nothing else has any."""
    overridden = record.truth("overridden", base.overridden)
    reasons = record.text("overridden_for", base.overridden_for if overridden else "")
    if reasons and not overridden:
        raise wrong(
            record.at("overridden_for"), Message("only an overridden appointment has reasons.")
        )
    return overridden, reasons


def _new_calendar(record: Record, name: str) -> Calendar:
    kind = record.choice("kind", CalendarKind)
    new = Calendar(0, name, kind)
    return replace(new, interval=SERVICE_INTERVAL) if kind is CalendarKind.SERVICE else new


def _duration(record: Record, base: Calendar, phases: tuple[timedelta, ...]) -> timedelta:
    """The duration where the file gives none: what the given phases add up to, else as before."""
    return (sum(phases, timedelta()) or base.duration) if "phases" in record else base.duration


def _priority(record: Record, base: Calendar, ids: dict[str, int]) -> dict[int, Priority]:
    if "priority" not in record:
        return dict(base.priority)
    given = Record(record.value("priority"), record.at("priority"), ids)
    return {
        ids[name]: choice(given.value(name), given.at(name), Priority)
        for name in ids
        if name in given
    }


def _locations(record: Record, base: Calendar, ids: dict[str, int]) -> dict[int, str]:
    if "locations" not in record:
        return dict(base.locations)
    given = Record(record.value("locations"), record.at("locations"), ids)
    return {ids[name]: given.text(name) for name in ids if name in given}


def _repeats(record: Record, base: Calendar) -> Repeats | None:
    if "repeats" not in record:
        return base.repeats
    if record.value("repeats") is None:
        return None
    given = Record(record.value("repeats"), record.at("repeats"), keys.REPEATS)
    usual = base.repeats or Repeats()
    return Repeats(
        given.choice("every", Every, usual.every),
        given.whole("times", usual.times),
        given.choice("when_taken", WhenTaken, usual.when_taken),
    )


def _options(
    record: Record, key: str, base: tuple[ServiceOption, ...]
) -> tuple[ServiceOption, ...]:
    if key not in record:
        return base
    rows = (Record(value, json_path, keys.OPTION) for value, json_path in record.rows(key))
    return tuple(
        ServiceOption(row.text("name"), minutes(row.value("minutes"), row.at("minutes")))
        for row in rows
    )


def _refuse_foreign(record: Record, kind: CalendarKind) -> None:
    """Settings that mean nothing on this kind would be silently without effect."""
    for key, (owner, nothing) in keys.OF_ONE_KIND.items():
        if key in record and kind is not owner and record.value(key) not in nothing:
            raise wrong(
                record.at(key), Message("only a {kind} calendar has this.", kind=owner.spoken)
            )


def _zone(record: Record, default: str | None) -> str:
    name = record.text("zone", default)
    with naming(record.at("zone")):
        zone(name)
    return name
