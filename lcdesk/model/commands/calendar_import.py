"""Events of a calendar file become slots blocked by hand, which never leave lcdesk.

Never appointments, and the people named in them never become contacts (docs/rules/sync.md, row 8,
holds for files too). What would come of a file can be looked at first, event by event.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.commands.calendar_files import UNTITLED, GoingOn
from lcdesk.model.domain.errors import InvalidInput, UnreadableEvent
from lcdesk.model.domain.events import Occurrence
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import local_day, zone
from lcdesk.model.store.appointments import appointments_in, appointments_of_session, find_blocked
from lcdesk.model.store.remote.index import horizon
from lcdesk.model.store.remote.objects import objects_with_uid
from lcdesk.model.store.transaction import Reader, Transaction

if TYPE_CHECKING:  # icalendar takes long to import
    from lcdesk.model.ical.whole_file import FilePart

LARGEST_FILE = 20 * 1024 * 1024
_Key = tuple[TimeSpan, str]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An event of a file that was left out, by what a person knows it by, and why."""

    title: str
    uid: str
    message: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file's events."""

    blocked: int
    known: int  # blocked before, by the same file or by hand
    free: int  # take no time
    unreadable: tuple[Unreadable, ...] = ()
    appointments: int = 0  # stand here already, as the file was written by lcdesk
    superseded: int = 0  # older versions (SEQUENCE) of what the file holds
    going_on: tuple[GoingOn, ...] = ()  # series that are followed no further
    has_guessed_letters: bool = False  # as nothing said how they are written


class EventStanding(StrEnum):
    """What would become of an event of a file."""

    NEW = "new"  # its time would be blocked
    KNOWN = "known"  # blocked before
    APPOINTMENT = "appointment"  # stands here already
    FREE = "free"  # takes no time


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """An event, or a series, of a file. `number` is its place in the file.

    `first` is the first of its dates that would be blocked, else its first one; `dates` counts
    those. `until` is how far a series without a nearer end is followed.
    """

    number: int
    title: str
    standing: EventStanding
    first: Occurrence | None
    dates: int
    is_series: bool
    until: date | None
    is_over: bool


@dataclass(frozen=True, slots=True)
class CalendarPlan:
    """What would become of a file for one staff member, and what was left out of it."""

    events: tuple[PlannedEvent, ...]
    unreadable: tuple[Unreadable, ...]
    has_guessed_letters: bool


@dataclass(frozen=True, slots=True)
class _Event:
    """A part of a file that could be read."""

    number: int
    title: str
    occurrences: tuple[Occurrence, ...]
    is_own: bool
    is_series: bool
    until: date | None

    @property
    def busy(self) -> tuple[Occurrence, ...]:
        """The dates that take time."""
        return tuple(
            date for date in self.occurrences if date.busy and date.span.start < date.span.end
        )


@dataclass(frozen=True, slots=True)
class _ReadFile:
    events: tuple[_Event, ...]
    unreadable: tuple[Unreadable, ...]
    superseded: int


def plan_calendar(
    reader: Reader, content: bytes, member: StaffMember, now: datetime
) -> CalendarPlan:
    """What `import_calendar` would do, without doing it. Raises InvalidInput."""
    from lcdesk.model.ical.lines import has_guessed_letters

    file = _read(reader, content, member, now)
    foreign = [date for event in file.events if not event.is_own for date in event.busy]
    standing = _present_spans(reader, member, foreign)
    present = _present(reader, member, foreign)
    events = tuple(_plan(event, standing, present, now) for event in file.events)
    return CalendarPlan(events, file.unreadable, has_guessed_letters(content))


def import_calendar(
    tx: Transaction,
    content: bytes,
    member: StaffMember,
    now: datetime,
    *,
    only: Collection[int] | None = None,
) -> Imported:
    """Block a member's time wherever the file's events are busy; `only` those of these numbers.

    What the file holds of the member's own appointments stands already and is only counted.
    Single events count wherever they lie, series are followed as far as lcdesk draws them.
    An event that cannot be read in full is named in the answer and costs none of the others:
    who has the file can mend it, and slots that are blocked by a guess would stay.
    Raises InvalidInput for what is no calendar.
    """
    from lcdesk.model.ical.lines import has_guessed_letters

    file = _read(tx, content, member, now)
    events = [event for event in file.events if only is None or event.number in only]
    own = sum(len(event.occurrences) for event in events if event.is_own)
    foreign = [event for event in events if not event.is_own]
    busy = [date for event in foreign for date in event.busy]
    free = sum(len(event.occurrences) for event in foreign) - len(busy)
    standing = _present_spans(tx, member, busy)
    own += sum((date.span, date.title) in standing for date in busy)
    busy = [date for date in busy if (date.span, date.title) not in standing]
    present = _present(tx, member, busy)
    blocked = 0
    for occurrence in sorted(busy, key=lambda entry: entry.span):
        key = _key(occurrence)
        if key not in present:
            present.add(key)
            block(
                tx,
                start=occurrence.span.start,
                end=occurrence.span.end,
                title=occurrence.title,
                staff=member.id,
            )
            blocked += 1
    going_on = (GoingOn(event.title, event.until) for event in foreign if event.until is not None)
    return Imported(
        blocked,
        len(busy) - blocked,
        free,
        file.unreadable,
        own,
        file.superseded,
        tuple(going_on),
        has_guessed_letters(content),
    )


def _read(reader: Reader, content: bytes, member: StaffMember, now: datetime) -> _ReadFile:
    from lcdesk.model.ical.lines import decode
    from lcdesk.model.ical.whole_file import take_apart

    try:
        file = take_apart(decode(content))
    except UnreadableEvent as error:
        raise InvalidInput(error.message, title=Message("The file cannot be read")) from error
    if file.method == "CANCEL":
        raise InvalidInput(
            Message(
                "This file calls its events off (METHOD:CANCEL), so they take no time and nothing "
                "was blocked. Slots that were blocked for them before can be freed in the week."
            ),
            title=Message("The file cancels events"),
        )
    found = list(_read_parts(reader, file.parts, member, now))
    events = tuple(part for part in found if isinstance(part, _Event))
    unreadable = tuple(part for part in found if isinstance(part, Unreadable))
    return _ReadFile(events, unreadable, file.superseded)


def _read_parts(
    reader: Reader, parts: Sequence[FilePart], member: StaffMember, now: datetime
) -> Iterator[_Event | Unreadable]:
    from lcdesk.model.ical.expand import indexable

    horizon_end = horizon(now).end
    for number, part in enumerate(parts):
        try:
            read = indexable(part.text, zone=zone(member.zone), span=horizon(now))
            if read.problem:
                raise UnreadableEvent(read.problem)
        except UnreadableEvent as error:
            yield Unreadable(part.title, part.uid, error.message)
            continue
        goes_on = read.recurring and (read.last is None or read.last > horizon_end)
        yield _Event(
            number,
            part.title or part.uid,
            tuple(read.entries),
            is_own=_is_own(reader, part.uid, member),
            is_series=read.recurring,
            until=local_day(horizon_end, zone(member.zone)) if goes_on else None,
        )


def _plan(
    event: _Event, standing: Collection[_Key], present: Collection[_Key], now: datetime
) -> PlannedEvent:
    foreign = [date for date in event.busy if (date.span, date.title) not in standing]
    fresh = [date for date in foreign if _key(date) not in present]
    if not event.busy:
        becomes = EventStanding.FREE
    elif event.is_own or not foreign:
        becomes = EventStanding.APPOINTMENT
    else:
        becomes = EventStanding.NEW if fresh else EventStanding.KNOWN
    dates = sorted(fresh or event.occurrences, key=lambda date: date.span)
    return PlannedEvent(
        event.number,
        event.title,
        becomes,
        dates[0] if dates else None,
        len(dates),
        event.is_series,
        event.until,
        is_over=all(date.span.end <= now for date in dates),
    )


def _key(occurrence: Occurrence) -> _Key:
    return occurrence.span, occurrence.title.strip()


def _is_own(tx: Reader, uid: str, member: StaffMember) -> bool:
    """Whether a UID is that of an appointment of the member, as exported or as a server has it."""
    session, _, number = uid.rpartition("-")
    seats = list(appointments_of_session(tx, session)) if session and number.isdecimal() else []
    seats = [appointment for appointment in seats if f"{appointment.id}" == number]
    for known in objects_with_uid(tx, uid):
        seats += appointments_of_session(tx, known.session) if known.session else ()
    return any(
        appointment.status.takes_time and member.id in appointment.staff for appointment in seats
    )


def _present_spans(
    tx: Reader, member: StaffMember, busy: list[Occurrence]
) -> set[tuple[TimeSpan, str]]:
    """The member's appointments where the events lie: a store made anew gives them other UIDs."""
    if not busy:
        return set()
    return {
        (appointment.span, appointment.title)
        for appointment in appointments_in(tx, _around(busy))
        if appointment.status.takes_time and member.id in appointment.staff
    }


def _around(busy: list[Occurrence]) -> TimeSpan:
    return TimeSpan(
        min(occurrence.span.start for occurrence in busy),
        max(occurrence.span.end for occurrence in busy),
    )


def _present(tx: Reader, member: StaffMember, busy: list[Occurrence]) -> set[tuple[TimeSpan, str]]:
    """The member's blocked slots where the events lie; an export calls those without title so."""
    if not busy:
        return set()
    return {
        (slot.span, title)
        for slot in find_blocked(tx, _around(busy))
        if slot.staff == member.id
        for title in {slot.title, slot.title or UNTITLED}
    }
