"""What an event of a calendar file is to what is blocked here already."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto

from lcdesk.model.commands.calendar_files.export import UNTITLED
from lcdesk.model.commands.calendar_files.reading import FileEvent
from lcdesk.model.domain.events import Appointment, BlockedSlot, Occurrence
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.appointments import (
    appointments_in,
    appointments_of_session,
    blocked_by_id,
    find_blocked,
)
from lcdesk.model.store.imported import ImportedDate, digest_of, imported_dates
from lcdesk.model.store.remote.index import horizon
from lcdesk.model.store.remote.objects import objects_with_uid
from lcdesk.model.store.transaction import Reader

_Key = tuple[TimeSpan, str]
_FARTHEST_MOVE = timedelta(days=7)  # of a date that a changed rule gives another day


class Verdict(Enum):
    """What a date of a file is to what stands here."""

    NEW = auto()
    SAME = auto()  # blocked already
    OWN = auto()  # an appointment of the member
    DIFFERENT = auto()  # than what was taken in before
    EDITED_HERE = auto()  # different, and so is what a person made of it since
    OLDER = auto()  # than what was taken in before


@dataclass(frozen=True, slots=True)
class DateStep:
    """One date of an event. No `date` means that it does not take place any more.

    `slot` is what is blocked for it now and `record` what is known of it, if anything is.
    """

    verdict: Verdict
    date: Occurrence | None
    slot: BlockedSlot | None = None
    record: ImportedDate | None = None

    @property
    def start(self) -> datetime:
        """Where it lies, or lay."""
        if self.date is not None:
            return self.date.span.start
        assert self.slot is not None
        return self.slot.span.start


def compare(
    reader: Reader, events: Sequence[FileEvent], member: StaffMember, now: datetime
) -> dict[int, list[DateStep]]:
    """The dates of each event by its number, in their order; none where it takes no time."""
    own = {event.number for event in events if is_own(reader, event.uid, member)}
    foreign = [event for event in events if event.number not in own]
    busy = [date for event in foreign for date in event.busy]
    uids = {event.uid for event in foreign if event.is_named}
    records = imported_dates(reader, uids, staff=member.id)
    known = _Known(
        records,
        _slots(reader, records),
        _appointments(reader, member, busy),
        _blocked(reader, member, busy),
        horizon(now),
    )
    found = {}
    for event in events:
        if event.number in own:
            found[event.number] = [DateStep(Verdict.OWN, date) for date in event.occurrences]
        else:
            found[event.number] = _pair(list(known.steps(event)))
    return found


def _slots(
    reader: Reader, records: Mapping[str, Mapping[str, ImportedDate]]
) -> dict[int, BlockedSlot]:
    numbers = [record.entry for dates in records.values() for record in dates.values()]
    return {slot.id: slot for slot in blocked_by_id(reader, numbers)}


@dataclass(frozen=True, slots=True)
class _Known:
    """What stands here of a member."""

    records: Mapping[str, Mapping[str, ImportedDate]]  # by UID and date
    slots: Mapping[int, BlockedSlot]
    appointments: Collection[_Key]
    blocked: set[_Key]
    reach: TimeSpan

    def steps(self, event: FileEvent) -> Iterator[DateStep]:
        """What the file holds of an event, then what it does not hold any more."""
        records = self.records.get(event.uid, {}) if event.is_named else {}
        held = {date.recurrence_id for date in event.busy}
        gone = {
            name: slot
            for name, record in records.items()
            if (slot := self.slots.get(record.entry)) is not None
            and name not in held
            and event.calls_off(name, slot.span, self.reach)
        }
        leaving = {(slot.span, slot.title) for slot in gone.values()}
        for date in event.busy:
            record = records.get(date.recurrence_id)
            if record is None:
                yield self._unknown(date, leaving)
            else:
                yield self._known(date, record, event)
        for name, slot in gone.items():
            yield DateStep(_verdict(records[name], slot, event), None, slot, records[name])

    def _unknown(self, date: Occurrence, leaving: Collection[_Key]) -> DateStep:
        """What the event leaves itself does not count as blocked already."""
        key = (date.span, date.title.strip())
        if (date.span, date.title) in self.appointments:
            return DateStep(Verdict.OWN, date)
        if key in self.blocked and key not in leaving:
            return DateStep(Verdict.SAME, date)
        self.blocked.add(key)
        return DateStep(Verdict.NEW, date)

    def _known(self, date: Occurrence, record: ImportedDate, event: FileEvent) -> DateStep:
        slot = self.slots.get(record.entry)
        if slot is not None and record.read == digest_of(date.span, date.title.strip()):
            return DateStep(Verdict.SAME, date, slot, record)
        return DateStep(_verdict(record, slot, event), date, slot, record)


def is_older(event: FileEvent, record: ImportedDate) -> bool:
    """Whether the file holds an older version than the one that was taken in."""
    return event.sequence < record.sequence or (
        event.sequence == record.sequence and "" < event.modified < record.modified
    )


def _verdict(record: ImportedDate, slot: BlockedSlot | None, event: FileEvent) -> Verdict:
    """Of a date that differs from what was taken in before."""
    if is_older(event, record):
        return Verdict.OLDER
    is_as_it_was = (
        slot is not None
        and slot.staff == record.staff
        and record.kept == digest_of(slot.span, slot.title)
    )
    if not is_as_it_was:
        return Verdict.EDITED_HERE
    return Verdict.DIFFERENT


def _pair(steps: list[DateStep]) -> list[DateStep]:
    """Where a rule was changed its dates have other names: they were moved, in their order."""
    gone = [step for step in steps if step.date is None and step.verdict is Verdict.DIFFERENT]
    new = [step for step in steps if step.verdict is Verdict.NEW]
    paired = {}
    for before, after in zip(_in_order(gone), _in_order(new), strict=False):
        if abs(after.start - before.start) <= _FARTHEST_MOVE:
            paired[id(after)] = before
    moved = {id(before) for before in paired.values()}
    return [_joined(paired.get(id(step)), step) for step in steps if id(step) not in moved]


def _in_order(steps: Sequence[DateStep]) -> list[DateStep]:
    return sorted(steps, key=lambda step: step.start)


def _joined(before: DateStep | None, step: DateStep) -> DateStep:
    return step if before is None else replace(before, date=step.date)


def is_own(reader: Reader, uid: str, member: StaffMember) -> bool:
    """Whether a UID is that of an appointment of the member."""
    return any(member.id in appointment.staff for appointment in living_with_uid(reader, uid))


def living_with_uid(reader: Reader, uid: str) -> list[Appointment]:
    """The appointments that take place and have this UID, as exported or as a server has them."""
    session, _, number = uid.rpartition("-")
    seats = list(appointments_of_session(reader, session)) if session and number.isdecimal() else []
    seats = [appointment for appointment in seats if f"{appointment.id}" == number]
    for known in objects_with_uid(reader, uid):
        seats += appointments_of_session(reader, known.session) if known.session else ()
    return [appointment for appointment in seats if appointment.status.takes_time]


def _appointments(reader: Reader, member: StaffMember, busy: Sequence[Occurrence]) -> set[_Key]:
    """The member's appointments where the events lie: a store made anew gives them other UIDs."""
    if not busy:
        return set()
    return {
        (appointment.span, appointment.title)
        for appointment in appointments_in(reader, _around(busy))
        if appointment.status.takes_time and member.id in appointment.staff
    }


def _around(busy: Sequence[Occurrence]) -> TimeSpan:
    return TimeSpan(min(date.span.start for date in busy), max(date.span.end for date in busy))


def _blocked(reader: Reader, member: StaffMember, busy: Sequence[Occurrence]) -> set[_Key]:
    """The member's blocked slots where the events lie; an export calls those without title so."""
    if not busy:
        return set()
    return {
        (slot.span, title)
        for slot in find_blocked(reader, _around(busy))
        if slot.staff == member.id
        for title in {slot.title, slot.title or UNTITLED}
    }
