"""What a service does differently: processing time, and rooms or equipment.

The staff member is busy in the first and the last phase; in between, during processing, other
appointments may be taken. The resources are held for the whole length.

**decided** (booking.md is silent):
- A booking longer or shorter than its phases (a picked length) keeps its first and last phase;
  processing takes the difference. When nothing is left to process the member is busy throughout.
- The buffers of a service lie at its two ends only; around another appointment inside the
  processing time only that other one's buffers count.
- Resources have no buffers.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from lcdesk.model.booking.situation import NOTHING, Hold, ResourceUse, Situation
from lcdesk.model.domain.timespan import TimeSpan

Part = tuple[timedelta, timedelta]
"""Where a part of a booking begins and ends, counted from the booking's start."""


def phases_of(situation: Situation) -> tuple[timedelta, ...]:
    """The phases of the chosen variation, else the calendar's."""
    return situation.calendar.phases if situation.phases is None else situation.phases


def length_of(situation: Situation) -> timedelta:
    """How long a slot lasts: variation and add-ons, else all phases, else the duration."""
    if situation.length is not None:
        return situation.length
    return sum(phases_of(situation), NOTHING) or situation.calendar.duration


def busy_parts(length: timedelta, phases: Sequence[timedelta]) -> tuple[Part, ...]:
    """The parts of a booking in which its staff member is busy."""
    if len(phases) < 3 or phases[0] + phases[-1] >= length:
        return ((NOTHING, length),)
    parts = ((NOTHING, phases[0]), (length - phases[-1], length))
    return tuple(part for part in parts if part[0] < part[1])


def processing_time(span: TimeSpan, phases: Sequence[timedelta]) -> TimeSpan | None:
    """The stretch of an appointment in which its staff member is free; for Busy.processing."""
    if len(phases) < 3 or phases[0] + phases[-1] >= span.length:
        return None
    return TimeSpan(span.start + phases[0], span.end - phases[-1])


def full_stretches(use: ResourceUse, moving: str) -> list[tuple[datetime, datetime]]:
    """When as many bookings hold the resource as it has room for."""
    changes = sorted(_changes(_held(use, moving)))
    full: list[tuple[datetime, datetime]] = []
    count = 0
    for (instant, change), (until, _) in pairwise(changes):
        count += change
        if count >= use.resource.capacity and instant < until:
            full.append((instant, until))
    return full


def holders(use: ResourceUse, moving: str, *, span: TimeSpan) -> list[Hold]:
    """Who has the resource while it is full, within `span`."""
    full = [
        TimeSpan(max(start, span.start), min(end, span.end))
        for start, end in full_stretches(use, moving)
        if start < span.end and span.start < end
    ]
    return [hold for hold in _held(use, moving) if any(map(hold.span.overlaps, full))]


def _held(use: ResourceUse, moving: str) -> list[Hold]:
    """The holds that take time: not the one being moved, none without length."""
    return [
        hold for hold in use.holds if hold.span.length and not (moving and hold.session == moving)
    ]


def _changes(holds: list[Hold]) -> list[tuple[datetime, int]]:
    return [(hold.span.start, 1) for hold in holds] + [(hold.span.end, -1) for hold in holds]
