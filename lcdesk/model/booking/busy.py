"""Which candidates a member's taken time collides with, and whether it is only a buffer.

Between two appointments the gap must be at least after(existing) + before(new), and mirrored;
against blocked slots and iCloud events only the new appointment's own buffers count
[kb Pre and Post buffers]. Both follow from widening each side by its own buffers and asking
whether the two share time; blocked slots and events carry no buffers.

Everything is one pass over time sorted by start, with the candidates as the second list.
**decided**: an event without length takes no time and blocks nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from lcdesk.model.booking.inquiry import Edges, Inquiry, edges
from lcdesk.model.booking.situation import Busy

Taken = tuple[datetime, datetime, Busy]
"""A start and an end of taken time, widened by buffers or not, and what takes it."""

Hit = tuple[int, int, Busy]
"""The candidates from the first index up to, not including, the second collide with it."""

_T = TypeVar("_T")
_NEVER = datetime.max.replace(tzinfo=UTC)


def collisions(busy: Sequence[Busy], inquiry: Inquiry) -> list[Hit]:
    """Where `busy` (sorted by start) and the new booking share time, buffers included."""
    split = [one for one in busy if one.processing is not None]
    hits: list[Hit] = []
    for part in inquiry.edges:
        hits += _of_whole(busy, part)
        hits += sweep((piece for one in split for piece in _around_processing(one)), part)
    return hits


def overlaps(busy: Iterable[Busy], inquiry: Inquiry) -> list[Hit]:
    """Where `busy` and the new booking themselves share time."""
    taken = [piece for one in busy for piece in bare(one)]
    return [
        hit
        for opens, closes in inquiry.parts
        for hit in sweep(taken, edges(inquiry.grid, opens, closes))
    ]


def sweep(
    taken: Iterable[tuple[datetime, datetime, _T]], edges: Edges
) -> list[tuple[int, int, _T]]:
    """The candidates that share time with each stretch; quick when sorted by start."""
    since, until = [*edges.since, _NEVER], [*edges.until, _NEVER]
    low = 0
    hits: list[tuple[int, int, _T]] = []
    for start, end, what in taken:
        while until[low] <= start:
            low += 1
        while low and until[low - 1] > start:
            low -= 1
        if since[low] < end:
            hits.append((low, bisect_left(since, end, low), what))
    return hits


def _of_whole(busy: Iterable[Busy], edges: Edges) -> list[Hit]:
    """`sweep` for busy time that is one stretch, with its own buffers.

    Written out once more because a large team asks it ten thousand times a month; a call or a
    tuple each would double its time.
    """
    since, until = [*edges.since, _NEVER], [*edges.until, _NEVER]
    low = 0
    hits: list[Hit] = []
    for one in busy:
        span = one.span
        start, end = span.start, span.end
        if one.after:
            end += one.after
        if one.before:
            start -= one.before
            while low and until[low - 1] > start:
                low -= 1  # only a buffer can reach back: the starts themselves are sorted
        while until[low] <= start:
            low += 1
        if since[low] < end and one.processing is None and span.start < span.end:
            # Most busy time ends soon; a search from here would cost more than two looks.
            high = low + 1
            if since[high] < end:
                high += 1
                if since[high] < end:
                    high = bisect_left(since, end, high)
            hits.append((low, high, one))
    return hits


def _around_processing(busy: Busy) -> list[Taken]:
    span = busy.span
    return [
        (
            start - busy.before if start == span.start else start,
            end + busy.after if end == span.end else end,
            busy,
        )
        for start, end, _ in bare(busy)
    ]


def bare(busy: Busy) -> Sequence[Taken]:
    """The stretches without buffers."""
    span, free = busy.span, busy.processing
    if free is None:
        pieces = [(span.start, span.end, busy)]
    else:
        pieces = [(span.start, free.start, busy), (free.end, span.end, busy)]
    return [piece for piece in pieces if piece[0] < piece[1]]


def is_only_buffer(busy: Busy, index: int, inquiry: Inquiry) -> bool:
    """Whether a colliding `busy` leaves the candidate's own time alone."""
    begin = inquiry.grid.starts[index]
    if busy.processing is None and len(inquiry.parts) == 1:  # nearly always, and quicker
        return busy.span.end <= begin or begin + inquiry.grid.length <= busy.span.start
    return not any(
        start < begin + closes and begin + opens < end
        for start, end, _ in bare(busy)
        for opens, closes in inquiry.parts
    )
