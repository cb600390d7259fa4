"""One question to the rules: this situation, these candidates, these members.

What all members' tests share is made once here: where each busy part of the new booking would
lie for every candidate, with and without its buffers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from lcdesk.model.booking.grid import Grid
from lcdesk.model.booking.hours import MemberHours
from lcdesk.model.booking.service import Part, busy_parts, phases_of
from lcdesk.model.booking.situation import Booked, Situation
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.events import Status

# Looked up once: Python 3.11 finds the member of an enum slowly.
_CANCELLED, _INVALID = Status.CANCELLED, Status.INVALID


@dataclass(frozen=True, slots=True)
class Edges:
    """For every candidate, where one part of it begins (`since`) and ends (`until`)."""

    since: list[datetime]
    until: list[datetime]


@dataclass(frozen=True, slots=True)
class Inquiry:
    """`team` are the members asked, with their hours; `named`: a person chose them by name.

    `parts` are the busy parts of the new booking; `edges` place them, with its buffers, for
    every candidate. `booked` are this calendar's appointments that count.
    """

    situation: Situation
    grid: Grid
    team: list[MemberHours]
    named: bool
    parts: tuple[Part, ...]
    edges: tuple[Edges, ...]
    booked: tuple[Booked, ...]

    @property
    def calendar(self) -> Calendar:
        """The calendar asked about."""
        return self.situation.calendar


def inquiry(situation: Situation, grid: Grid, team: list[MemberHours], *, named: bool) -> Inquiry:
    """The question, with what all its tests share."""
    parts = busy_parts(grid.length, phases_of(situation))
    edges = tuple(_buffered(grid, part, calendar=situation.calendar) for part in parts)
    return Inquiry(situation, grid, team, named, parts, edges, counting(situation))


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
    return Edges(_moved(grid.starts, opens), _moved(grid.starts, closes))


def _buffered(grid: Grid, part: Part, *, calendar: Calendar) -> Edges:
    """A service's buffers lie at its two ends, not around its processing time."""
    opens, closes = part
    return edges(
        grid,
        opens if opens else -calendar.before,
        closes + calendar.after if closes == grid.length else closes,
    )


def _moved(starts: list[datetime], by: timedelta) -> list[datetime]:
    return [start + by for start in starts] if by else starts
