"""One question to the rules: this situation, these candidates, these members.

What all members' tests share is made once here: where each busy part of the new booking would
lie for every candidate, with and without its buffers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from lcdesk.model.booking.grid import Grid
from lcdesk.model.booking.service import Part, busy_parts, phases_of
from lcdesk.model.booking.situation import NOTHING, Booked, Member, Situation
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.events import Status


@dataclass(frozen=True, slots=True)
class Edges:
    """For every candidate, where one part of it begins (`since`) and ends (`until`)."""

    since: list[datetime]
    until: list[datetime]


@dataclass(frozen=True, slots=True)
class Inquiry:
    """`team` are the members asked; `named` says that a person chose them by name.

    `parts` are the busy parts of the new booking; `bare` and `buffered` place them for every
    candidate. `booked` are this calendar's appointments that count.
    """

    situation: Situation
    grid: Grid
    team: tuple[Member, ...]
    named: bool
    parts: tuple[Part, ...]
    bare: tuple[Edges, ...]
    buffered: tuple[Edges, ...]
    booked: tuple[Booked, ...]

    @property
    def calendar(self) -> Calendar:
        """The calendar asked about."""
        return self.situation.calendar


def inquiry(situation: Situation, grid: Grid, team: tuple[Member, ...], *, named: bool) -> Inquiry:
    """The question, with what all its tests share."""
    calendar = situation.calendar
    parts = busy_parts(grid.length, phases_of(situation))
    bare = tuple(_edges(grid, part, before=NOTHING, after=NOTHING) for part in parts)
    buffered = tuple(
        _edges(
            grid,
            part,
            before=NOTHING if part[0] else calendar.before,
            after=calendar.after if part[1] == grid.length else NOTHING,
        )
        for part in parts
    )
    return Inquiry(situation, grid, team, named, parts, bare, buffered, counting(situation))


def counting(situation: Situation) -> tuple[Booked, ...]:
    """This calendar's appointments that take time: not cancelled, invalid or being moved."""
    moving = situation.moving
    return tuple(
        booked
        for booked in situation.booked
        if booked.status is not Status.CANCELLED
        and booked.status is not Status.INVALID
        and not (moving and booked.session == moving)
    )


def _edges(grid: Grid, part: Part, *, before: timedelta, after: timedelta) -> Edges:
    opens, closes = part[0] - before, part[1] + after
    return Edges(
        [start + opens for start in grid.starts], [start + closes for start in grid.starts]
    )
