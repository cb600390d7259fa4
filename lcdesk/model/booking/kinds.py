"""What a class and a simple calendar do differently.

A class has one owner, seats, and a session that many share. A simple calendar has no staff, so it
is its own only member: its own hours, appointments and blocked slots decide.

**Decided** (docs/rules/booking.md, "The five kinds"):
- "This very session" is one with the same start and the same end; another one is BOOKED.
- Seats take the place of appointments per slot.
- The day limit counts sessions, not seats; a seat in a session that exists adds none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from lcdesk.model.booking.busy import ByCandidate, collisions
from lcdesk.model.booking.situation import Booked, Busy, BusyKind, Member, Situation, guarded
from lcdesk.model.booking.slot_query import SlotQuery, counting
from lcdesk.model.domain.calendars import Calendar
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
    for index, there in collisions(guarded(sessions), query.edges).items():
        if others := [busy for busy in there if busy.span != grid.at(index)]:
            found[index] = others
    return found


NOBODY = 0


def calendar_as_member(situation: Situation) -> Member:
    """The calendar with its hours, and its appointments as taken time."""
    calendar = situation.calendar
    staff = StaffMember(NOBODY, calendar.name, zone=calendar.zone, hours=calendar.hours)
    return Member(staff, tuple(_busy(booked, calendar) for booked in counting(situation)))


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
