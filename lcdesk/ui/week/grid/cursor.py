"""The keyboard's place in the grid: a cell cursor that can be stretched. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lcdesk.ui.week.grid.layout import MINUTES_A_DAY
from lcdesk.ui.week.week import Week

ROW = 30


@dataclass(frozen=True, slots=True)
class CellCursor:
    """A cell of half an hour, and how far Shift+arrows have stretched it."""

    day: int = 0
    start: int = 9 * 60
    length: int = ROW

    @property
    def end(self) -> int:
        """The minute where the marked time ends."""
        return self.start + self.length

    def moved(self, days: int, rows: int, *, columns: int) -> CellCursor:
        """The single cell so many columns and rows further, kept on the grid."""
        day = min(max(self.day + days, 0), max(columns - 1, 0))
        start = (self.start // ROW + rows) * ROW
        return CellCursor(day, min(max(start, 0), MINUTES_A_DAY - ROW))

    def started_in(self, week: Week) -> CellCursor:
        """Where the keyboard sets off: from now, or on the first day at the same time."""
        days = [column.day for column in week.days]
        if week.now is not None and week.now[0] in days:
            at = CellCursor(days.index(week.now[0]), week.now[1])
            return at.moved(0, 0, columns=len(days))
        return CellCursor(0, self.start) if days else self

    def stretched(self, rows: int) -> CellCursor:
        """The same start with a longer or shorter length; never under one row."""
        length = min(max(self.length + rows * ROW, ROW), MINUTES_A_DAY - self.start)
        return replace(self, length=length)
