"""A stretch of time on the world's clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

EARLIEST = datetime(2, 1, 1, tzinfo=UTC)
LATEST = datetime(9998, 12, 31, tzinfo=UTC)
"""What is read from foreign text is kept within these: every zone can show such an instant, and
a buffer, a day or a week can be added to it, which is not so at the ends of what datetime holds."""


@dataclass(frozen=True, slots=True, order=True)
class TimeSpan:
    """From `start` up to, not including, `end`; both instants, kept in UTC.

    Aware datetimes of one zone compare by their wall clock in Python and so lie in the
    doubled hour; keeping UTC makes order, equality and length those of elapsed time.
    Raises ValueError for naive datetimes and for an end before its start. A span may have
    length zero (an event without an end).
    """

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is None or self.end.tzinfo is None:
            raise ValueError("a time span needs aware datetimes")
        if self.start.tzinfo is not UTC or self.end.tzinfo is not UTC:
            object.__setattr__(self, "start", self.start.astimezone(UTC))
            object.__setattr__(self, "end", self.end.astimezone(UTC))
        if self.end < self.start:
            raise ValueError("a time span cannot end before it starts")

    @classmethod
    def of_length(cls, start: datetime, length: timedelta) -> TimeSpan:
        """The span of `length` elapsed time that begins at `start`."""
        begin = start.astimezone(UTC)
        return cls(begin, begin + length)

    @property
    def length(self) -> timedelta:
        """Elapsed time between the two instants."""
        return self.end - self.start

    def within_reach(self) -> TimeSpan:
        """The part between EARLIEST and LATEST; a moment at the nearer one where none is."""
        if self.start >= EARLIEST and self.end <= LATEST:
            return self
        start, end = (min(max(instant, EARLIEST), LATEST) for instant in (self.start, self.end))
        return TimeSpan(start, end)

    def overlaps(self, other: TimeSpan) -> bool:
        """Whether the two share time; touching is not overlapping."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: TimeSpan) -> bool:
        """Whether all of `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def widen(self, before: timedelta, after: timedelta) -> TimeSpan:
        """This span with `before` added in front and `after` behind (elapsed time).

        It is not widened past the ends of what datetime holds.
        """
        return TimeSpan(shift(self.start, -before), shift(self.end, after))


def shift(moment: datetime, by: timedelta) -> datetime:
    """`moment` with `by` added, no further than to the ends of what datetime holds."""
    try:
        return moment + by
    except OverflowError:
        if by > timedelta():
            return datetime.max.replace(tzinfo=moment.tzinfo)
        return datetime.min.replace(tzinfo=moment.tzinfo)
