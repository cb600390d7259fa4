"""Everything the booking rules look at, already fetched, and everything they answer.

The rules ask no store and no clock: whoever asks fills a Situation (slot_query.py says which time
it has to cover) and gets slots, reasons and choices back. Values only, no rules.

Words for people (`what`) come in ready made, because only the store knows whose details are
hidden: "Family: Dentist 10:00–11:00", "Busy", "Cleo Park's 09:30".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from lcdesk.model.booking.timeline import SECOND, Piece, Stretch, Timeline, seconds_of
from lcdesk.model.domain.calendars import Calendar, Resource
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.words import ICLOUD, PlaceName

NOTHING = timedelta()


class BusyKind(StrEnum):
    """What takes a member's time."""

    APPOINTMENT = "appointment"
    BLOCKED = "blocked"  # a blocked slot made by hand
    ICLOUD = "icloud"  # an event of a primary or conflict calendar


@dataclass(frozen=True, slots=True)
class Busy:
    """One stretch of taken time; a class session is one stretch however many attend.

    `what` names it for a person. Only appointments have a `calendar` (its id), a `session` and
    buffers; `before` and `after` are that calendar's latest settings.
    `processing` is the part of a service's appointment in which the staff member is free.
    Time that is not taken (cancelled, invalid, TRANSP:TRANSPARENT, declined) is left out.
    `server_name` says where an event of a linked calendar stands.
    """

    span: TimeSpan
    kind: BusyKind
    what: str
    calendar: int | None = None
    session: str = ""
    before: timedelta = NOTHING
    after: timedelta = NOTHING
    processing: TimeSpan | None = None
    server_name: PlaceName = ICLOUD

    def stretches(self) -> list[Stretch]:
        """When the staff member is taken: not during the processing time."""
        start, end = seconds_of(self.span.start), seconds_of(self.span.end)
        free = self.processing
        if free is None:
            return [(start, end)] if start < end else []
        parts = [(start, seconds_of(free.start)), (seconds_of(free.end), end)]
        return [part for part in parts if part[0] < part[1]]

    def buffered_stretches(self) -> list[Stretch]:
        """The stretches with the buffers, which lie at the two ends only."""
        parts = self.stretches()
        if not (parts and (self.before or self.after)):
            return parts
        first, last = seconds_of(self.span.start), seconds_of(self.span.end)
        before, after = self.before // SECOND, self.after // SECOND
        return [
            (
                start - before if start == first else start,
                end + after if end == last else end,
            )
            for start, end in parts
        ]


NO_EVENTS: Timeline[Busy] = Timeline((), ())


@dataclass(frozen=True, slots=True)
class Member:
    """A staff member of the calendar with the taken time of all their calendars.

    `busy` is put in order of start; `taken` is the same with its buffers. `events` are those of
    linked calendars as the store reads them: so many that each becomes a Busy only when it is
    told as a reason. `last` is the start of the member's latest appointment in this calendar
    from before the time that Situation.booked covers; None when there is none.
    """

    staff: StaffMember
    busy: tuple[Busy, ...] = ()
    last: datetime | None = None
    events: Timeline[Busy] = NO_EVENTS
    taken: Timeline[Busy] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ordered = _by_start(self.busy)
        object.__setattr__(self, "busy", ordered)
        object.__setattr__(self, "taken", with_buffers(ordered))


@dataclass(frozen=True, slots=True)
class Booked:
    """One appointment of this calendar; in a class one for every seat.

    `made` is when it was booked: appointments made before the last reset do not count in the
    equal distribution. Cancelled and invalid ones may be given; they never count.
    """

    span: TimeSpan
    staff: tuple[int, ...] = ()
    session: str = ""
    status: Status = Status.CONFIRMED
    what: str = ""
    made: datetime | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """A resource taken for the whole length of an appointment, of any calendar."""

    span: TimeSpan
    what: str
    session: str = ""


@dataclass(frozen=True, slots=True)
class ResourceUse:
    """A room or piece of equipment that this calendar needs, and who has it when."""

    resource: Resource
    holds: tuple[Hold, ...] = ()


@dataclass(frozen=True, slots=True)
class Situation:
    """One calendar at one moment, with all that decides about its slots.

    `members` stand in the team's order; none for a simple calendar. `booked` holds this
    calendar's appointments and `blocked` its blocked slots, put in order of start. `reset` is
    when members or the mode last changed. While an appointment is moved, `moving` is its session
    (it no longer takes time, a resource or a place) and `present` its staff; when one seat of a
    class is moved, leave that seat out of `booked` instead. `length` and `phases` are those of
    the chosen variation and add-ons of a service; None means the calendar's own. `here` is the
    zone of the clock that whoever asks looks at: times of another zone are told with it.
    """

    calendar: Calendar
    now: datetime
    members: tuple[Member, ...] = ()
    booked: tuple[Booked, ...] = ()
    blocked: tuple[Busy, ...] = ()
    resources: tuple[ResourceUse, ...] = ()
    reset: datetime | None = None
    moving: str = ""
    present: tuple[int, ...] = ()
    length: timedelta | None = None
    phases: tuple[timedelta, ...] | None = None
    here: str = ""  # the calendar's

    def __post_init__(self) -> None:
        if self.now.tzinfo is None:
            raise ValueError("the rules need an aware `now`")
        object.__setattr__(self, "here", self.here or self.calendar.zone)
        object.__setattr__(self, "blocked", _by_start(self.blocked))


def with_buffers(busy: Sequence[Busy]) -> Timeline[Busy]:
    """The time that is taken, with its own buffers."""
    return Timeline(_pieces(busy, Busy.buffered_stretches), busy)


def without_buffers(busy: Sequence[Busy]) -> Timeline[Busy]:
    """The time that is taken itself."""
    return Timeline(_pieces(busy, Busy.stretches), busy)


def _pieces(busy: Sequence[Busy], stretches: Callable[[Busy], list[Stretch]]) -> Iterator[Piece]:
    for index, taken in enumerate(busy):
        for start, end in stretches(taken):
            yield start, end, index


def _by_start(busy: tuple[Busy, ...]) -> tuple[Busy, ...]:
    """In order, so that reasons are told in the order of time."""
    return tuple(sorted(busy, key=lambda taken: taken.span.start))


class Audience(StrEnum):
    """Who looks at a list of slots: look busy hides some from the shared list only."""

    DIALOG = "dialog"
    SHARED = "shared"


class ReasonCode(StrEnum):
    """Why a slot is closed; the first lines are the calendar's own, whoever would take it."""

    PAST = "PAST"
    NOTICE = "NOTICE"
    TOOFAR = "TOOFAR"
    DAYLIMIT = "DAYLIMIT"
    NO_SEATS = "NO_SEATS"
    USER = "USER"
    COLLECTIVE = "COLLECTIVE"
    ROUND_ROBIN = "ROUND_ROBIN"
    DURATION = "DURATION"
    BOOKED = "BOOKED"
    SLOTMAX = "SLOTMAX"
    CONFLICT = "CONFLICT"
    BLOCKED = "BLOCKED"
    BUFFER = "BUFFER"
    RESOURCE = "RESOURCE"
    LOOKBUSY = "LOOKBUSY"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason and what causes it, worded for a person.

    `staff` names the member it is about; None when it is about the calendar or all of them.
    `server_name` is where the event of a linked calendar stands that causes it.
    """

    code: ReasonCode
    what: str
    staff: str | None = None
    server_name: PlaceName = ICLOUD


@dataclass(frozen=True, slots=True)
class Slot:
    """A start and an end that could be booked now, or not, and then why not.

    `staff` are the members who can take it as far as their own time goes; a slot closed by a
    rule of the calendar keeps them, for "Book anyway". `seats_left` is for a class only.
    An open slot has no reasons; those of a closed one may be worded only when they are read.
    """

    span: TimeSpan
    open: bool
    staff: tuple[int, ...] = ()
    seats_left: int | None = None
    reasons: Sequence[Reason] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Who gets a booking, and the reason in words: "Ana — 3 this month, Ben 4, Cleo 4"."""

    staff: tuple[int, ...]
    why: str
