"""Taken time in order, and the two questions that the rules ask of it.

Which candidates does it close? That needs no culprit: stretches that touch or overlap are joined
first, so that a crowded day costs no more than a long appointment. And what closes a candidate?
That is asked only for what somebody reads. Both are answered by searching, not by going through
all that is taken: n log n to put in order, once, and log n a question.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property
from math import inf
from typing import Generic, Protocol, TypeVar

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)

Stretch = tuple[int, int]
"""A start and an end in seconds since 1970 (UTC)."""


def seconds_of(instant: datetime) -> int:
    """Whole seconds since 1970 (UTC); fractions are dropped."""
    return int(instant.timestamp())


def instant_of(seconds: int) -> datetime:
    """The instant (UTC) at `seconds` since 1970."""
    return EPOCH + timedelta(seconds=seconds)


T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_ALIKE = 4  # binary digits: on one shelf nothing is sixteen times as long as another

Piece = tuple[int, int, int]
"""A start, an end (seconds since 1970) and the index of what takes it in the list of all."""

Edges = Sequence[Stretch]
"""For every candidate in order, where one part of it begins and ends."""


class Takers(Protocol[T_co]):
    """What takes time, by index; some are made only when they are taken out."""

    def __len__(self) -> int: ...
    def __getitem__(self, index: int, /) -> T_co: ...


class Timeline(Generic[T]):
    """Stretches of time, each taken by one of `takers`; those without length take nothing.

    The pieces may come in any order. They are read at the first question, and never again.
    """

    def __init__(self, pieces: Iterable[Piece], takers: Takers[T]) -> None:
        self._given = pieces
        self.takers = takers

    def __len__(self) -> int:
        return len(self.takers)

    def flag_overlaps(self, edges: Edges) -> bytes:
        """For each candidate 1 where it shares time with anything here, else 0."""
        starts, ends = self._union
        found = bisect_right  # looked up once; a large team's month asks ten thousand times
        return bytes([starts[found(ends, since)] < until for since, until in edges])

    def find_sharing(self, parts: Iterable[Stretch]) -> list[T]:
        """Whatever shares time with one of `parts`, once each, in the order of `takers`."""
        found: list[int] = []
        for since, until in parts:
            for shelf in self._shelves:
                found += shelf.find_meeting(since, until)
        takers = self.takers
        return [takers[index] for index in sorted(set(found))]

    @cached_property
    def _pieces(self) -> list[Piece]:
        return [piece for piece in sorted(self._given) if piece[0] < piece[1]]

    @cached_property
    def _union(self) -> tuple[list[float], list[int]]:
        """The stretches in which anything is taken; behind the last start comes one of never."""
        starts: list[float] = []
        ends: list[int] = []
        last = 0
        for start, end, _ in self._pieces:
            if start > last or not starts:
                starts.append(start)
                ends.append(end)
                last = end
            elif end > last:
                ends[-1] = last = end
        return [*starts, inf], ends

    @cached_property
    def _shelves(self) -> list[_Shelf]:
        by_size: defaultdict[int, list[Piece]] = defaultdict(list)
        for piece in self._pieces:
            by_size[(piece[1] - piece[0]).bit_length() // _ALIKE].append(piece)
        return [_Shelf(pieces) for pieces in by_size.values()]


class _Shelf:
    """Pieces of like length.

    So most that begin late enough to reach a moment do reach it, and one long holiday does not
    make everything since its start a suspect.
    """

    __slots__ = ("_longest", "_pieces", "_starts")

    def __init__(self, pieces: list[Piece]) -> None:
        self._pieces = pieces
        self._starts = [start for start, _, _ in pieces]
        self._longest = max(end - start for start, end, _ in pieces)

    def find_meeting(self, since: int, until: int) -> list[int]:
        """The indexes of those that share time with this stretch."""
        low = bisect_right(self._starts, since - self._longest)
        high = bisect_left(self._starts, until, low)
        return [index for _, end, index in self._pieces[low:high] if end > since]
