"""What the kinds of calendar do differently: classes, simple calendars, and how many at once.

A class has one owner, seats, and a session that many share. A simple calendar has no staff, so it
is its own only member: its own hours, appointments and blocked slots decide.

`used` = appointments of this calendar and member that overlap the slot; it is open while used <
appointments per slot. Touching is not overlapping. The day limit counts by the local day of the
calendar's zone in which an appointment starts: per member on a round robin and a service, else
for the calendar.

**Decided** (docs/rules/booking.md, "The five kinds" and "Slots"):
- "This very session" is one with the same start and the same end; another one is BOOKED.
- Seats take the place of appointments per slot.
- The day limit counts sessions, not seats; a seat in a session that exists adds none.
- With one appointment per slot the appointment that is there is the reason (BOOKED); SLOTMAX is
  the reason where a calendar takes several at once, and names them all.
- Appointments within the capacity do not take the time they share with a slot; one beside the
  slot still keeps its buffers (BUFFER).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from lcdesk.model.booking.busy import ByCandidate, collisions
from lcdesk.model.booking.situation import (
    Booked,
    Busy,
    BusyKind,
    Member,
    Situation,
    with_buffers,
    without_buffers,
)
from lcdesk.model.booking.slot_query import SlotQuery, counting_appointments
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.timespan import TimeSpan


def owner_of(situation: Situation) -> tuple[Member, ...]:
    """The one member that a class asks; none when the calendar has no owner."""
    owner = situation.calendar.owner
    return tuple(member for member in situation.members if member.staff.id == owner)


def seats_taken(booked: Iterable[Booked]) -> Counter[TimeSpan]:
    """How many seats of each session are taken."""
    return Counter(seat.span for seat in booked)


def other_sessions(sessions: Sequence[Busy], query: SlotQuery) -> ByCandidate[Busy]:
    """Which of this class's sessions collide with a candidate, but for the candidate itself."""
    grid, found = query.grid, {}
    for index, there in collisions(with_buffers(sessions), query.edges).items():
        if others := [busy for busy in there if busy.span != grid.at(index)]:
            found[index] = others
    return found


NOBODY = 0


def calendar_as_member(situation: Situation) -> Member:
    """The calendar with its hours, and its appointments as taken time."""
    calendar = situation.calendar
    staff = StaffMember(NOBODY, calendar.name, zone=calendar.zone, hours=calendar.hours)
    return Member(
        staff, tuple(_busy(booked, calendar) for booked in counting_appointments(situation))
    )


def _busy(booked: Booked, calendar: Calendar) -> Busy:
    return Busy(
        booked.span,
        BusyKind.APPOINTMENT,
        booked.what,
        calendar=calendar.id,
        session=booked.session,
        before=calendar.before,
        after=calendar.after,
    )


LIMITED_PER_MEMBER = frozenset({CalendarKind.ROUND_ROBIN, CalendarKind.SERVICE})


def crowd(own: Sequence[Busy], query: SlotQuery) -> ByCandidate[Busy]:
    """Which of this calendar's appointments use places of a candidate."""
    return collisions(without_buffers(own), query.bare)


def beside(own: Sequence[Busy], query: SlotQuery, *, crowd: ByCandidate[Busy]) -> ByCandidate[Busy]:
    """This calendar's appointments that do not overlap a candidate and yet collide with it."""
    found: dict[int, list[Busy]] = {}
    for index, there in collisions(with_buffers(own), query.edges).items():
        inside = {id(busy) for busy in crowd.get(index, ())}
        if outside := [busy for busy in there if id(busy) not in inside]:
            found[index] = outside
    return found


def starts_by_member(booked: Iterable[Booked]) -> Mapping[int, list[datetime]]:
    """The starts of each staff member's appointments, in order."""
    starts: dict[int, list[datetime]] = defaultdict(list)
    for appointment in booked:
        for staff in appointment.staff:
            starts[staff].append(appointment.span.start)
    for of_member in starts.values():
        of_member.sort()
    return starts


def count_in(starts: Sequence[datetime], span: TimeSpan) -> int:
    """How many of the sorted `starts` lie in a day or a month."""
    return bisect_left(starts, span.end) - bisect_left(starts, span.start)
