"""Who of those who wait could be booked now: asked of the store, answered by the booking rules.

However many wait, the rules are asked once for each thing that is wished for, and no more often
than `_MOST_QUESTIONS`; rows are read only as far as they are needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from lcdesk.model.booking.situation import Situation, Slot
from lcdesk.model.booking.waiting import Fit, Wish, first_fit, open_times, wish_of
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.changes import LOOKED_AHEAD, Freed
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.domain.zones import local_day, zone
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.queries.situation import situation_of_days
from lcdesk.model.store.transaction import Reader
from lcdesk.model.store.waiting import waiting_for_days

_MOST_QUESTIONS = 60
_ONE_DAY = timedelta(days=1)


def reach(now: datetime) -> TimeSpan:
    """The time in which open times are looked for."""
    return TimeSpan.of_length(now, LOOKED_AHEAD)


def who_fits(
    reader: Reader, freed: Sequence[Freed], *, now: datetime, most: int
) -> tuple[Fit, ...]:
    """Who could take time that was freed, the oldest first; the first open time of each.

    Whoever only reads calls `ensure_indexed` for `reach` first.
    """
    near = [one for one in freed if one.span.overlaps(reach(now))]
    if not near:
        return ()
    calendars = {calendar.id: calendar for calendar in all_calendars(reader) if calendar.active}
    opened = {
        number: [one.span for one in near if _concerns(one, calendar, calendars)]
        for number, calendar in calendars.items()
    }
    opened = {number: spans for number, spans in opened.items() if spans}
    first = min(one.span.start for one in near).date() - _ONE_DAY
    last = max(one.span.end for one in near).date() + _ONE_DAY
    asking = _Asking(reader, now, opened)
    found: list[Fit] = []
    for waiting in waiting_for_days(reader, opened, max(first, now.date() - _ONE_DAY), last):
        fit = asking.fit(waiting, calendars[waiting.calendar])
        found += [] if fit is None else [fit]
        if len(found) == most:
            break
    return tuple(found)


def next_fits(reader: Reader, some: Iterable[Waiting], *, now: datetime) -> dict[int, Fit]:
    """The next open time that suits each of these, by their ids; who has none is left out."""
    calendars = {calendar.id: calendar for calendar in all_calendars(reader) if calendar.active}
    asking = _Asking(reader, now, {})
    fits = (
        asking.fit(waiting, calendars[waiting.calendar])
        for waiting in some
        if waiting.calendar in calendars
    )
    return {fit.waiting.id: fit for fit in fits if fit is not None}


def _concerns(freed: Freed, calendar: Calendar, known: dict[int, Calendar]) -> bool:
    """Whether time of this calendar may be open by it."""
    if freed.calendar == calendar.id or set(freed.staff) & set(calendar.staff):
        return True
    other = known.get(freed.calendar or 0)
    return other is not None and bool(set(other.resources) & set(calendar.resources))


class _Asking:
    """The rules' answers so far; those of one calendar share one look at the store."""

    def __init__(self, reader: Reader, now: datetime, opened: dict[int, list[TimeSpan]]) -> None:
        """`opened` are the times that matter, by calendar; where there are none all do."""
        self._reader = reader
        self._now = now
        self._opened = opened
        self._situations: dict[int, Situation] = {}
        self._answers: dict[tuple[int, Wish], tuple[Slot, ...]] = {}

    def fit(self, waiting: Waiting, calendar: Calendar) -> Fit | None:
        wish = wish_of(waiting, calendar)
        if wish is None:
            return None
        key = (calendar.id, wish)
        if key not in self._answers:
            if len(self._answers) == _MOST_QUESTIONS:
                return None
            self._answers[key] = self._ask(calendar, wish)
        return first_fit(waiting, self._answers[key], zone(calendar.zone))

    def _ask(self, calendar: Calendar, wish: Wish) -> tuple[Slot, ...]:
        spans = self._opened.get(calendar.id, [])
        first, days = self._days(calendar, spans)
        situation = self._situations.get(calendar.id)
        if situation is None:
            longest = max(
                (option.length for option in calendar.variations), default=calendar.own_length
            ) + sum((option.length for option in calendar.add_ons), timedelta())
            situation = situation_of_days(
                self._reader, calendar, first=first, days=days, length=longest, now=self._now
            )
            self._situations[calendar.id] = situation
        found = open_times(situation, wish, first, days, also=spans)
        if not self._opened:
            return found
        return tuple(slot for slot in found if any(slot.span.overlaps(span) for span in spans))

    def _days(self, calendar: Calendar, spans: Sequence[TimeSpan]) -> tuple[date, int]:
        """The calendar's own days to ask about: those that were freed, else all within reach."""
        whole, tz = reach(self._now), zone(calendar.zone)
        start = max(min((span.start for span in spans), default=whole.start), whole.start)
        end = min(max((span.end for span in spans), default=whole.end), whole.end)
        first = local_day(start, tz)
        return first, (local_day(end, tz) - first).days + 1
