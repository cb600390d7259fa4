"""The dates of a booking that repeats, each checked before anything is saved.

A date that is taken is skipped, booked anyway, or moved to the next open slot: three are looked
at, then the date is dropped. Which dates are wanted says a rule (recurrence/).

**Decided** (docs/rules/booking.md, "Recurring appointments"):
- A date counts for those after it as if it were booked already: in day limits, buffers, resources
  and the distribution. What it closes is treated like what is taken.
- "The next" are the three candidates after the wanted start, within a week; one that would meet
  another date of the same booking does not count as open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby

from lcdesk.model.booking.assignment import choose
from lcdesk.model.booking.busy import appointment_busy
from lcdesk.model.booking.situation import NOTHING, Booked, Busy, Choice, Hold, Situation, Slot
from lcdesk.model.booking.slots import check, slots
from lcdesk.model.domain.calendars import WhenTaken
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import local_day, zone


class Earlier:
    """Appointments that are not in the store yet, for who `name` is.

    Not for a class, whose seats share a session.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._booked: list[Booked] = []
        self._busy: defaultdict[int, list[Busy]] = defaultdict(list)

    @property
    def spans(self) -> tuple[TimeSpan, ...]:
        """When they are."""
        return tuple(booked.span for booked in self._booked)

    def add(self, around: Situation, span: TimeSpan, choice: Choice) -> None:
        """One more, which goes to the chosen members of `around`."""
        made = Booked(span, choice.staff, what=self._name, made=around.now)
        self._booked.append(made)
        for member in around.members:
            who = member.staff
            if who.id in choice.staff:
                busy = appointment_busy(span, around.calendar, who, name=self._name)
                self._busy[who.id].append(busy)

    def within(self, around: Situation) -> Situation:
        """The situation as it would be read after they were booked."""
        if not self._booked:
            return around
        holds = tuple(Hold(booked.span, self._name) for booked in self._booked)
        return replace(
            around,
            booked=tuple(sorted((*around.booked, *self._booked), key=_start_of)),
            members=tuple(
                replace(member, busy=(*member.busy, *self._busy[member.staff.id]))
                if member.staff.id in self._busy
                else member
                for member in around.members
            ),
            resources=tuple(
                replace(resource_use, holds=(*resource_use.holds, *holds))
                for resource_use in around.resources
            ),
        )


LOOKED_AT = 3
_NEXT_WITHIN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PlannedDate:
    """One date: the slot that was wanted, and the one that will be booked; None when dropped.

    `choice` is who gets it, where it is booked.
    """

    wanted: Slot
    booked: Slot | None = None
    choice: Choice | None = None


def plan(
    wanted: Sequence[TimeSpan],
    when_taken: WhenTaken,
    *,
    situation_of: Callable[[TimeSpan], Situation],
    staff: tuple[int, ...] = (),
    name: str = "",
) -> Iterator[PlannedDate]:
    """What is booked on each date, one after the other: what is shown, and what is then saved.

    `situation_of` fetches the situation for a span, which holds none of these dates; it is asked
    once a month, and slot_query.py says how far it has to look. `wanted` is in order of time.
    `staff` are members asked for by name, and `name` is what one of these is called in a reason.
    """
    earlier = Earlier(name)
    looked_past = _NEXT_WITHIN if when_taken is WhenTaken.NEXT else NOTHING
    for month in _months(wanted):
        around = situation_of(TimeSpan(month[0].start, month[-1].end + looked_past))
        for span in month:
            present = earlier.within(around)
            slot = check(present, span, staff or None)
            booked = slot if slot.open or when_taken is WhenTaken.BOOK_ANYWAY else None
            if booked is None and when_taken is WhenTaken.NEXT:
                later = (other for other in wanted if other.start > span.start)
                booked = _next(present, span, [*earlier.spans, *later], staff=staff)
            if booked is None:
                yield PlannedDate(slot)
            else:
                choice = choose(present, booked, named=staff)
                earlier.add(around, booked.span, choice)
                yield PlannedDate(slot, booked, choice)


def _start_of(booked: Booked) -> datetime:
    return booked.span.start


def _months(wanted: Sequence[TimeSpan]) -> Iterator[list[TimeSpan]]:
    """The dates by month, roughly the calendar's: equal distribution looks at months anyway."""
    for _, some in groupby(wanted, key=lambda span: (span.start.year, span.start.month)):
        yield list(some)


def _next(
    around: Situation, span: TimeSpan, others: Sequence[TimeSpan], *, staff: tuple[int, ...]
) -> Slot | None:
    first = local_day(span.start, zone(around.calendar.zone))
    asked = replace(around, length=span.length)
    found = slots(asked, first, _NEXT_WITHIN.days, staff=staff or None)
    later = [slot for slot in found if slot.span.start > span.start]
    for slot in later[:LOOKED_AT]:
        if slot.open and not any(map(slot.span.overlaps, others)):
            return slot
    return None
