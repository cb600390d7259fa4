"""Equal distribution: who is held back, and the counts behind it.

`n(u)` = this calendar's appointments of u that start in the slot's calendar month (the calendar's
zone) and were made since the last reset. A member whose n is 3 or more above the lowest n is held
back. The lowest is taken over the whole team, free or not; the rule says so.

**Decided** (docs/rules/booking.md, "Round robin"): neither a member named by the person who
books, nor on a reschedule the present member, is held back, since both come before any
distribution.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from lcdesk.model.booking.hours import Run, by_month
from lcdesk.model.booking.kinds import count_in, starts_by_member
from lcdesk.model.booking.situation import Booked, Situation
from lcdesk.model.booking.slot_query import SlotQuery
from lcdesk.model.domain.calendars import CalendarKind, Distribution
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import zone

HELD_BACK_FROM = 3

Counts = Mapping[int, int]
"""n(u) of every member by staff id, for one month."""


def distributes_equally(query: SlotQuery) -> bool:
    """Whether members can be held back at all."""
    calendar = query.calendar
    return (
        calendar.kind is CalendarKind.ROUND_ROBIN
        and calendar.distribution is Distribution.EQUAL
        and not query.named
    )


def counts_by_month(query: SlotQuery) -> list[tuple[Run, Counts]]:
    """n(u) of the whole team for each month that has candidates."""
    starts = starts_since_reset(query.situation, query.booked)
    return [
        (run, counts_in(starts, run.span, situation=query.situation))
        for run in by_month(query.grid, zone(query.calendar.zone))
    ]


def starts_since_reset(
    situation: Situation, booked: Iterable[Booked]
) -> Mapping[int, list[datetime]]:
    """The starts of each member's appointments that were made since the last reset."""
    reset = situation.reset
    if reset is not None:
        booked = [
            appointment
            for appointment in booked
            if appointment.made is None or appointment.made >= reset
        ]
    return starts_by_member(booked)


def counts_in(
    starts: Mapping[int, list[datetime]], month: TimeSpan, *, situation: Situation
) -> Counts:
    """n(u) of the whole team in one month."""
    team = (member.staff.id for member in situation.members)
    return {staff: count_in(starts.get(staff, ()), month) for staff in team}


def find_held_back(counts: Counts, situation: Situation) -> frozenset[int]:
    """The members who get nothing this month before the others have caught up."""
    if not counts:
        return frozenset()
    limit = min(counts.values()) + HELD_BACK_FROM
    return frozenset(
        staff
        for staff, count in counts.items()
        if count >= limit and staff not in situation.present
    )
