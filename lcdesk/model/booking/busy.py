"""What taken time collides with a candidate, and whether it is only a buffer.

Between two appointments the gap must be at least after(existing) + before(new), and mirrored;
against blocked slots and iCloud events only the new appointment's own buffers count
(docs/rules/booking.md, "Slots"). Both follow from widening each side by its own buffers and asking
whether the two share time; blocked slots and events carry no buffers.

**decided**: an event without length takes no time and blocks nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import TypeVar

from lcdesk.model.booking.service import processing_time
from lcdesk.model.booking.situation import Busy, BusyKind
from lcdesk.model.booking.slot_query import SlotQuery
from lcdesk.model.booking.timeline import Edges, Timeline
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.message import Message, clock_of
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import zone

T = TypeVar("T")

ByCandidate = Mapping[int, list[T]]
"""What stands against each candidate; those that are free are left out."""


@dataclass(frozen=True, slots=True)
class Against:
    """All that collides with the candidates of one member.

    `timelines` hold what collides wherever it shares time with a candidate; `own` those of this
    calendar's appointments that its kind looks at one by one.
    """

    timelines: tuple[Timeline[Busy], ...]
    own: ByCandidate[Busy]

    @classmethod
    def of(
        cls, taken: Timeline[Busy], events: Timeline[Busy], own: ByCandidate[Busy] | None = None
    ) -> Against:
        """Without the timelines that are empty."""
        return cls(tuple(timeline for timeline in (taken, events) if timeline), own or {})

    def at(self, index: int, edges: Sequence[Edges]) -> list[Busy]:
        """What collides with one candidate, in order of start."""
        parts = [part[index] for part in edges]
        found = [timeline.find_sharing(parts) for timeline in self.timelines]
        found.append(self.own.get(index, []))
        return sorted(chain(*found), key=_start)


def collisions(taken: Timeline[T], edges: Sequence[Edges]) -> ByCandidate[T]:
    """What shares time with each candidate that is not free."""
    indexes = {
        index for part in edges for index, flag in enumerate(taken.flag_overlaps(part)) if flag
    }
    return {index: taken.find_sharing([part[index] for part in edges]) for index in sorted(indexes)}


def is_only_buffer(busy: Busy, index: int, query: SlotQuery) -> bool:
    """Whether a colliding `busy` leaves the candidate's own time alone."""
    if not (busy.before or busy.after or query.has_buffers):
        return False
    return not any(
        start < until and since < end
        for start, end in busy.stretches()
        for since, until in (part[index] for part in query.bare)
    )


def _start(busy: Busy) -> datetime:
    return busy.span.start


def appointment_busy(
    span: TimeSpan,
    calendar: Calendar,
    who: StaffMember,
    *,
    name: str,
    session: str = "",
    here: str = "",
) -> Busy:
    """The time that an appointment for `name` takes of a member; a class is called by its own.

    `here` is the zone of the clock looked at, else that of the appointment's own calendar.
    """
    at = clock_of(span.start.astimezone(zone(who.zone)), who.zone, here or calendar.zone)
    is_class = calendar.kind is CalendarKind.CLASS
    what = (
        Message("{name} {time}", name=calendar.name, time=at)
        if is_class
        else Message("{name}’s {time}", name=name, time=at)
    )
    return Busy(
        span=span,
        kind=BusyKind.APPOINTMENT,
        what=what,
        calendar=calendar.id,
        session=session,
        before=calendar.before,
        after=calendar.after,
        processing=processing_time(span, calendar.phases),
    )
