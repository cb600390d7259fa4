"""Which row of its week each entry of a month takes, and what has no room. No Qt here.

Bars over many days come first and keep one row through a week; the chips of a day fill the rows
that its bars leave free, in their order. A day with more than it has rows keeps its last row for
"+n more"; where rows are few, that stands beside the day's number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from lcdesk.ui.week.grid.layout import rows

A_WEEK = 7


class Spread(Protocol):
    """An entry on the days shown, `first` to `last`, both counted from 0 and included."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def is_bar(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Place:
    """A piece of an entry within one week: its days and its row. `index` is that in the input."""

    index: int
    first: int
    last: int
    row: int
    continues_before: bool = False
    continues_after: bool = False


@dataclass(frozen=True, slots=True)
class More:
    """The entries of a day that have no room, by their indexes."""

    day: int
    hidden: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything of a month stands; rows count from the top of a day."""

    places: tuple[Place, ...] = ()
    more: tuple[More, ...] = ()


def lay_out(entries: Sequence[Spread], *, weeks: int, room: int, kept: int = 1) -> Layout:
    """The rows of the entries, in `weeks` with `room` rows a day (at least 1).

    `kept` is how many of them a day that has too much keeps for "+n more": 1 or none.
    The entries of a day are to be given in the order in which they are to stand.
    """
    places: list[Place] = []
    more: list[More] = []
    for week in range(weeks):
        laid = _Week(entries, week * A_WEEK, room, kept)
        places += laid.places()
        more += laid.more()
    return Layout(tuple(places), tuple(more))


class _Week:
    """One row of days."""

    def __init__(self, entries: Sequence[Spread], first: int, room: int, kept: int) -> None:
        self._room = room
        self._limit = room - kept  # of a day that has too much
        self._days = range(first, first + A_WEEK)
        self._chips: dict[int, list[int]] = {day: [] for day in self._days}
        pieces = []
        for index, entry in enumerate(entries):
            if entry.is_bar and entry.first <= self._days[-1] and entry.last >= first:
                pieces.append(self._piece(index, entry))
            elif not entry.is_bar and entry.first in self._chips:
                self._chips[entry.first].append(index)
        bar_rows = rows([(piece.first, piece.last) for piece in pieces])
        self._bars = [
            Place(
                piece.index, piece.first, piece.last, row,
                piece.continues_before, piece.continues_after,
            )
            for piece, row in zip(pieces, bar_rows, strict=True)
        ]  # fmt: skip
        self._full = {day for day in self._days if self._needed(day) > room}
        self._hidden = [bar for bar in self._bars if self._is_hidden(bar)]

    def places(self) -> Iterator[Place]:
        """What is shown: bars, then chips by day."""
        yield from (bar for bar in self._bars if bar not in self._hidden)
        for day in self._days:
            for index, row in zip(self._chips[day], self._free(day), strict=False):
                yield Place(index, day, day, row)

    def more(self) -> Iterator[More]:
        """What is not, by day."""
        for day in self._days:
            bars = [bar.index for bar in self._hidden if bar.first <= day <= bar.last]
            chips = self._chips[day][len(self._free(day)) :]
            if bars or chips:
                yield More(day, (*bars, *chips))

    def _piece(self, index: int, entry: Spread) -> Place:
        first, last = self._days[0], self._days[-1]
        return Place(
            index,
            max(entry.first, first),
            min(entry.last, last),
            0,
            continues_before=entry.first < first,
            continues_after=entry.last > last,
        )

    def _taken(self, day: int) -> set[int]:
        return {bar.row for bar in self._bars if bar.first <= day <= bar.last}

    def _needed(self, day: int) -> int:
        """The rows that the day would need to show everything."""
        taken = self._taken(day)
        rest, row = len(self._chips[day]), 0
        while rest > 0:
            rest -= row not in taken
            row += 1
        return max(row, *(used + 1 for used in taken), 0)

    def _is_hidden(self, bar: Place) -> bool:
        """A bar is shown whole or not at all: in the last row it would cover a "+n more"."""
        if bar.row < self._limit:
            return False
        days = range(bar.first, bar.last + 1)
        return bar.row >= self._room or any(day in self._full for day in days)

    def _free(self, day: int) -> list[int]:
        """The rows for chips, from the top."""
        limit = self._limit if day in self._full else self._room
        taken = self._taken(day)
        return [row for row in range(limit) if row not in taken]
