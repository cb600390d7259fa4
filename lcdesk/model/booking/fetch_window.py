"""Which time a Situation has to cover, so that whoever fetches it knows no rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from lcdesk.model.booking.grid import month_span
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import day_span, local_day, zone


@dataclass(frozen=True, slots=True)
class FetchWindow:
    """What to fetch: all that overlaps `taken`, and this calendar's appointments of `booked`.

    `taken` is for busy time, blocked slots and resources. `booked` holds whole months of the
    calendar's zone, because equal distribution counts a month and the day limit a day.
    """

    taken: TimeSpan
    booked: TimeSpan


def fetch_window(calendar: Calendar, asked: TimeSpan, *, buffer: timedelta) -> FetchWindow:
    """The time to fetch for questions about spans inside `asked`.

    `buffer` is the longest buffer, before or after, of any calendar of any of the members.
    """
    taken = asked.widened(calendar.before + buffer, calendar.after + buffer)
    tz = zone(calendar.zone)
    first, last = (month_span(local_day(instant, tz), tz) for instant in (asked.start, asked.end))
    booked = TimeSpan(min(taken.start, first.start), max(taken.end, last.end))
    return FetchWindow(taken, booked)


def asked_days(
    calendar: Calendar, first: date, *, days: int, length: timedelta | None = None
) -> TimeSpan:
    """The span that `slots` asks about: local days, and the last slot's overhang.

    `length` is that of a chosen variation of a service; None means the calendar's own.
    """
    spans = day_span(first, zone(calendar.zone), days)
    own = max(calendar.duration, sum(calendar.phases, timedelta()))
    return TimeSpan(spans.start, spans.end + (own if length is None else length))
