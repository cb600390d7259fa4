"""One question to the rules: this situation, these candidates, these members.

What all members' tests share is made once here: where each busy part of the new booking would
lie for every candidate, with and without its buffers.

Which time a Situation has to cover, so that whoever fetches it knows no rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from lcdesk.model.booking.hours import Grid, MemberHours, month_span
from lcdesk.model.booking.service import Part, busy_parts, phases_of
from lcdesk.model.booking.situation import Booked, Situation
from lcdesk.model.booking.timeline import SECOND, Edges
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import day_span, local_day, zone

# Looked up once: Python 3.11 finds the member of an enum slowly.
_CANCELLED, _INVALID = Status.CANCELLED, Status.INVALID


@dataclass(frozen=True, slots=True)
class SlotQuery:
    """`team` are the members asked, with their hours; `named`: a person chose them by name.

    `bare` are the busy parts of the new booking for every candidate, `edges` the same parts
    with its buffers, if it has any. `booked` are this calendar's appointments that count.
    """

    situation: Situation
    grid: Grid
    team: list[MemberHours]
    named: bool
    bare: tuple[Edges, ...]
    edges: tuple[Edges, ...]
    has_buffers: bool
    booked: tuple[Booked, ...]

    @property
    def calendar(self) -> Calendar:
        """The calendar asked about."""
        return self.situation.calendar


def make_query(
    situation: Situation, grid: Grid, team: list[MemberHours], *, named: bool
) -> SlotQuery:
    """The question, with what all its tests share."""
    parts = busy_parts(grid.length, phases_of(situation))
    bare = tuple(edges(grid, *part) for part in parts)
    buffered = tuple(_add_buffers(grid, part, calendar=situation.calendar) for part in parts)
    return SlotQuery(
        situation,
        grid,
        team,
        named=named,
        bare=bare,
        edges=buffered,
        has_buffers=bool(situation.calendar.before or situation.calendar.after),
        booked=counting_appointments(situation),
    )


def counting_appointments(situation: Situation) -> tuple[Booked, ...]:
    """This calendar's appointments that take time: not cancelled, invalid or being moved."""
    moving = situation.moving
    return tuple(
        booked
        for booked in situation.booked
        if booked.status is not _CANCELLED
        and booked.status is not _INVALID
        and not (moving and booked.session == moving)
    )


def edges(grid: Grid, opens: timedelta, closes: timedelta) -> Edges:
    """Each candidate's start + `opens` and start + `closes`."""
    return list(
        zip(_move_seconds(grid.seconds, opens), _move_seconds(grid.seconds, closes), strict=True)
    )


def _add_buffers(grid: Grid, part: Part, *, calendar: Calendar) -> Edges:
    """A service's buffers lie at its two ends, not around its processing time."""
    opens, closes = part
    return edges(
        grid,
        opens if opens else -calendar.before,
        closes + calendar.after if closes == grid.length else closes,
    )


def _move_seconds(seconds: list[int], by: timedelta) -> list[int]:
    step = by // SECOND
    return [second + step for second in seconds] if step else seconds


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
    taken = asked.widen(calendar.before + buffer, calendar.after + buffer)
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
