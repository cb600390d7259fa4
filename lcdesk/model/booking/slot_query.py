"""One question to the rules: this situation, these candidates, these members.

What all members' tests share is made once here: where each busy part of the new booking would
lie for every candidate, with and without its buffers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from lcdesk.model.booking.grid import Grid
from lcdesk.model.booking.hours import MemberHours
from lcdesk.model.booking.service import Part, busy_parts, phases_of
from lcdesk.model.booking.situation import Booked, Situation
from lcdesk.model.booking.timeline import SECOND, Edges
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.events import Status

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
    buffered = tuple(_buffered(grid, part, calendar=situation.calendar) for part in parts)
    return SlotQuery(
        situation,
        grid,
        team,
        named=named,
        bare=bare,
        edges=buffered,
        has_buffers=bool(situation.calendar.before or situation.calendar.after),
        booked=counting(situation),
    )


def counting(situation: Situation) -> tuple[Booked, ...]:
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
    return list(zip(_moved(grid.seconds, opens), _moved(grid.seconds, closes), strict=True))


def _buffered(grid: Grid, part: Part, *, calendar: Calendar) -> Edges:
    """A service's buffers lie at its two ends, not around its processing time."""
    opens, closes = part
    return edges(
        grid,
        opens if opens else -calendar.before,
        closes + calendar.after if closes == grid.length else closes,
    )


def _moved(seconds: list[int], by: timedelta) -> list[int]:
    step = by // SECOND
    return [second + step for second in seconds] if step else seconds
