"""What an appointment takes around it and leaves free within it, in minutes on the wall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from lcdesk.model.booking.service import processing_time
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.domain.zones import MINUTES_A_DAY
from lcdesk.ui.context.wall_spans import Piece

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Edges:
    """`before` and `after` are minutes of buffer beside it on the same day; `processing` is the
    part of its box in which the staff member is free, from minute to minute; None without any.
    """

    before: int = 0
    after: int = 0
    processing: tuple[int, int] | None = None


NO_EDGES = Edges()


def edges_of(entry: AgendaEntry, calendar: Calendar | None, part: Piece) -> Edges:
    """Those of one box of an entry: buffers follow the calendar's latest settings."""
    takes_time = entry.status is not None and entry.status.takes_time
    if calendar is None or not takes_time:
        return NO_EDGES
    if not (calendar.before or calendar.after or calendar.phases):
        return NO_EDGES
    before = 0 if part.before else calendar.before // _MINUTE
    after = 0 if part.after else calendar.after // _MINUTE
    return Edges(
        min(before, part.start),
        min(after, MINUTES_A_DAY - part.end),
        _processing(entry, calendar, part),
    )


def _processing(entry: AgendaEntry, calendar: Calendar, part: Piece) -> tuple[int, int] | None:
    """Only where the whole appointment is one box: across a midnight it would be told twice."""
    free = processing_time(entry.span, calendar.phases)
    if free is None or part.before or part.after:
        return None
    start = part.start + (free.start - entry.span.start) // _MINUTE
    return start, min(start + free.length // _MINUTE, part.end)
