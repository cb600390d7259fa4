"""Where the days, chips and bars of a month lie on its canvas, and back. No Qt here.

Days share whole-pixel edges. Right-to-left is one mirrored x at the end.
"""

from __future__ import annotations

from dataclasses import dataclass

from lcdesk.ui.month.layout import A_WEEK, Place
from lcdesk.ui.week.grid.geometry import Rect

_FEW = 2  # rows of which none is to spare
_NUMBER = 1.3  # the width of a day's number, in heights of its line
_MARGIN = 2.0  # between a chip and the lines of its day


@dataclass(frozen=True, slots=True)
class MonthGeometry:
    """One canvas. `head` is the height of the weekdays' names, `top` that of a day's number."""

    width: float
    height: float
    weeks: int
    head: float
    top: float
    row: float  # height of a chip and the gap below it
    rtl: bool = False

    @property
    def room(self) -> int:
        """How many rows of chips a day has; one at least."""
        if not self.weeks:
            return 1
        lowest = min(
            self.edge_below(week) - self.edge_below(week - 1) for week in range(self.weeks)
        )
        return max(int((lowest - self.top - _MARGIN) // self.row), 1)

    def edge_below(self, week: int) -> float:
        """The whole-pixel y of the line below a row of days; below -1 are the weekdays' names."""
        if week < 0:
            return self.head
        return float(round(self.head + (self.height - self.head) * (week + 1) / self.weeks))

    def edge(self, column: int) -> float:
        """The whole-pixel x of the line before a column (0 to 7), in reading order."""
        x = float(round(self.width * column / A_WEEK))
        return self.width - x if self.rtl else x

    def cell(self, day: int) -> Rect:
        """All of a day."""
        return self._across(day, day, self.edge_below(day // A_WEEK - 1), self._height(day))

    def heading(self, column: int) -> Rect:
        """Where a weekday's name stands."""
        return self._across(column, column, 0.0, self.head)

    def number(self, day: int) -> Rect:
        """The line with a day's number."""
        cell = self.cell(day)
        return Rect(cell.x, cell.y, cell.width, self.top)

    def place(self, place: Place) -> Rect:
        """A chip or a bar; where it goes on in another week it reaches to the edge."""
        y = self.edge_below(place.first // A_WEEK - 1) + self.top + place.row * self.row
        whole = self._across(place.first, place.last, y, self.row - 1)
        before = 0.0 if place.continues_before else _MARGIN
        after = 0.0 if place.continues_after else _MARGIN
        left = after if self.rtl else before
        return Rect(whole.x + left + 1, y, whole.width - before - after - 1, whole.height)

    @property
    def kept(self) -> int:
        """How many rows "+n more" takes from a day: where there are few, it takes none."""
        return 1 if self.room > _FEW else 0

    def more(self, day: int) -> Rect:
        """Where "+n more" stands: the last row of a day, or beside its number."""
        if self.kept:
            return self.place(Place(0, day, day, self.room - 1))
        line = self.number(day)
        width = max(line.width - _NUMBER * self.top, 1.0)
        return Rect(line.right - width if self.rtl else line.x, line.y, width, line.height)

    def day_at(self, x: float, y: float) -> int | None:
        """The day under a point; beyond the sides the nearest. None over the weekdays' names."""
        if y < self.head or not self.weeks:
            return None
        week = next((at for at in range(self.weeks) if y < self.edge_below(at)), self.weeks - 1)
        along = self.width - 1 - x if self.rtl else x
        edges = [round(self.width * column / A_WEEK) for column in range(1, A_WEEK)]
        return week * A_WEEK + sum(along >= edge for edge in edges)

    def _height(self, day: int) -> float:
        week = day // A_WEEK
        return self.edge_below(week) - self.edge_below(week - 1)

    def _across(self, first: int, last: int, y: float, height: float) -> Rect:
        one, other = self.edge(first % A_WEEK), self.edge(last % A_WEEK + 1)
        left, right = min(one, other), max(one, other)
        return Rect(left, y, right - left, height)
