"""Which boxes stand side by side: one pure function for a whole week. No Qt here.

Events that overlap, directly or through others, form a *cluster*. Inside a cluster each event
goes into the first column that is free, the columns share the day's width, and an event then
widens over following columns that are free for its whole time. Lengths are the *drawn* ones
(never lower than one text line), otherwise short events would cover each other. Touching is
not overlapping.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Piece:
    """One event's stretch within one day, in wall-clock minutes."""

    day: int
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Box:
    """Where a piece is drawn: its drawn minutes and its share (0 to 1) of the day's width."""

    day: int
    start: float
    end: float
    left: float = 0.0
    right: float = 1.0


_Drawn = tuple[int, float, float, int]  # day, start, end, index in the input


def layout(pieces: Sequence[Piece], *, least: float) -> list[Box]:
    """A box for each piece, in the order given; none is drawn shorter than `least` minutes."""
    drawn = [_drawn_piece(piece, index, least) for index, piece in enumerate(pieces)]
    drawn.sort(
        key=lambda interval: (
            interval[0],
            interval[1],
            -interval[2],
            pieces[interval[3]].start,
            interval[3],
        )
    )
    boxes: list[Box] = [Box(0, 0, 0)] * len(drawn)
    for cluster in _clusters(drawn):
        for index, box in _spread(cluster):
            boxes[index] = box
    return boxes


def rows(spans: Sequence[tuple[int, int]]) -> list[int]:
    """The lane row of each all-day span (first and last day, both included), fewest rows."""
    order = sorted(range(len(spans)), key=lambda at: (spans[at][0], -spans[at][1], at))
    ends: list[int] = []
    placed = [0] * len(spans)
    for at in order:
        first, last = spans[at]
        row = next((row for row, end in enumerate(ends) if end < first), len(ends))
        if row == len(ends):
            ends.append(last)
        ends[row] = last
        placed[at] = row
    return placed


def _drawn_piece(piece: Piece, index: int, least: float) -> _Drawn:
    """The drawn stretch: at least `least` long, moved up where midnight is in the way."""
    start = min(max(piece.start, 0.0), MINUTES_A_DAY)
    end = min(max(piece.end, start + least), MINUTES_A_DAY)
    return piece.day, max(min(start, end - least), 0.0), end, index


def _clusters(drawn: Sequence[_Drawn]) -> Iterator[list[_Drawn]]:
    cluster: list[_Drawn] = []
    day, latest = -1, 0.0
    for interval in drawn:
        if cluster and (interval[0] != day or interval[1] >= latest):
            yield cluster
            cluster, latest = [], 0.0
        cluster.append(interval)
        day, latest = interval[0], max(latest, interval[2])
    if cluster:
        yield cluster


def _spread(cluster: Sequence[_Drawn]) -> Iterator[tuple[int, Box]]:
    """Columns for one cluster, then each event widened into the free ones after it."""
    if len(cluster) == 1:  # by far the most frequent
        day, start, end, index = cluster[0]
        yield index, Box(day, start, end)
        return
    columns, chosen = _columns(cluster)
    starts = [[held[1] for held in column] for column in columns]
    count = len(columns)
    for interval, column in zip(cluster, chosen, strict=True):
        upto = column + 1
        while upto < count and _is_free(columns[upto], starts[upto], interval):
            upto += 1
        yield interval[3], Box(interval[0], interval[1], interval[2], column / count, upto / count)


def _columns(cluster: Sequence[_Drawn]) -> tuple[list[list[_Drawn]], list[int]]:
    """Each event in the first column whose last event has ended, else in a new one."""
    columns: list[list[_Drawn]] = []
    ends: list[float] = []
    chosen: list[int] = []
    for interval in cluster:
        start = interval[1]
        for column, end in enumerate(ends):
            if end <= start:
                columns[column].append(interval)
                ends[column] = interval[2]
                break
        else:
            column = len(columns)
            columns.append([interval])
            ends.append(interval[2])
        chosen.append(column)
    return columns, chosen


def _is_free(column: Sequence[_Drawn], starts: Sequence[float], one: _Drawn) -> bool:
    """Whether nothing in the column (sorted, never overlapping) shares time with `one`."""
    first_after = bisect_left(starts, one[2])
    return first_after == 0 or column[first_after - 1][2] <= one[1]
