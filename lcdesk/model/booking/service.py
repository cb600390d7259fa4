"""What a service does differently: processing time, and rooms or equipment.

The staff member is busy in the first and the last phase; in between, during processing, other
appointments may be taken. The resources are held for the whole length.

**Decided** (docs/rules/booking.md, "The five kinds"):
- A booking longer or shorter than its phases (a picked length) keeps its first and last phase;
  processing takes the difference. When nothing is left to process the member is busy throughout.
- The buffers of a service lie at its two ends only; around another appointment inside the
  processing time only that other one's buffers count.
- Resources have no buffers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from lcdesk.model.booking.situation import NOTHING, Hold, ResourceUse, Situation
from lcdesk.model.booking.timeline import Stretch, Timeline, seconds_of
from lcdesk.model.domain.timespan import TimeSpan

Part = tuple[timedelta, timedelta]
"""Where a part of a booking begins and ends, counted from the booking's start."""

Holders = Mapping[int, Hold]
"""Holds by their index in the list of all."""


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


def full_stretches(use: ResourceUse, moving: str) -> Timeline[Holders]:
    """When as many bookings hold the resource as it has room for, and which they are."""
    holds = [
        hold for hold in use.holds if hold.span.length and not (moving and hold.session == moving)
    ]
    changes = [(hold.span.end, False, number) for number, hold in enumerate(holds)]
    changes += [(hold.span.start, True, number) for number, hold in enumerate(holds)]
    full: list[Stretch] = []
    holders: list[Holders] = []
    having: dict[int, Hold] = {}
    # At one instant those who leave go first: touching is not overlapping.
    for (instant, begins, number), (until, _, _) in pairwise(sorted(changes)):
        if begins:
            having[number] = holds[number]
        else:
            del having[number]
        if len(having) >= use.resource.capacity and instant < until:
            full.append((seconds_of(instant), seconds_of(until)))
            holders.append(dict(having))
    return Timeline(((*stretch, index) for index, stretch in enumerate(full)), holders)
