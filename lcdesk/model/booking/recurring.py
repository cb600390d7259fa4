"""A recurring booking on a calendar: its dates, each checked before anything is saved.

2 to 24 times, daily, weekly or monthly. A date that is taken is skipped, booked anyway, or moved
to the next open slot: three are looked at, then the date is dropped.

**decided** (booking.md is silent):
- The time of day stays the same on the wall of the calendar's zone; the length is elapsed time.
- A month without the day (the 31st) takes its last day.
- "The next" are the three candidates after the wanted start, within a week; one that would meet
  another date of the same booking does not count as open.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lcdesk.model.booking.situation import Situation, Slot
from lcdesk.model.booking.slots import check, slots
from lcdesk.model.domain.calendars import Every, WhenTaken
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import at_wall, local_day, wall_minute, zone

FEWEST, MOST = 2, 24
LOOKED_AT = 3
WEEK = 7


@dataclass(frozen=True, slots=True)
class PlannedDate:
    """One date: the slot that was wanted, and the one that will be booked; None when dropped."""

    wanted: Slot
    booked: Slot | None


def dates(first: TimeSpan, every: Every, *, times: int, zone_name: str) -> tuple[TimeSpan, ...]:
    """The spans of a recurring booking. Raises InvalidInput for other than 2 to 24 times."""
    if not FEWEST <= times <= MOST:
        raise InvalidInput(f"A booking can recur {FEWEST} to {MOST} times, not {times}.")
    tz = zone(zone_name)
    day, minute = local_day(first.start, tz), wall_minute(first.start, tz)
    days = [_day(day, every, number=number) for number in range(times)]
    later = (TimeSpan.lasting(at_wall(one, minute, tz), first.length) for one in days[1:])
    return (first, *later)


def plan(
    wanted: Sequence[TimeSpan],
    when_taken: WhenTaken,
    *,
    situation_of: Callable[[TimeSpan], Situation],
    staff: tuple[int, ...] | None = None,
) -> tuple[PlannedDate, ...]:
    """What will be booked on each date, to be shown before it is saved.

    `situation_of` fetches the situation for a span (reach.py says how far it has to look).
    """
    checked = [check(situation_of(span), span, staff) for span in wanted]
    if when_taken is WhenTaken.BOOK_ANYWAY:
        return tuple(PlannedDate(slot, slot) for slot in checked)
    booked = [slot if slot.open else None for slot in checked]
    if when_taken is WhenTaken.NEXT:
        for number, slot in enumerate(checked):
            if not slot.open:
                others = [one.span for one in booked if one is not None]
                booked[number] = _next(slot.span, others, situation_of=situation_of, staff=staff)
    return tuple(PlannedDate(*pair) for pair in zip(checked, booked, strict=True))


def _day(first: date, every: Every, *, number: int) -> date:
    if every is not Every.MONTH:
        return first + timedelta(days=number * (WEEK if every is Every.WEEK else 1))
    years, month = divmod(first.month - 1 + number, 12)
    year = first.year + years
    return date(year, month + 1, min(first.day, monthrange(year, month + 1)[1]))


def _next(
    span: TimeSpan,
    others: Sequence[TimeSpan],
    *,
    situation_of: Callable[[TimeSpan], Situation],
    staff: tuple[int, ...] | None,
) -> Slot | None:
    asked = TimeSpan(span.start, span.end + timedelta(days=WEEK))
    situation = replace(situation_of(asked), length=span.length)
    first = local_day(span.start, zone(situation.calendar.zone))
    later = [
        slot for slot in slots(situation, first, WEEK, staff=staff) if slot.span.start > span.start
    ]
    for slot in later[:LOOKED_AT]:
        if slot.open and not any(map(slot.span.overlaps, others)):
            return slot
    return None
