"""What the month draws: its days and one entry for each thing in them, made of a `Week`.

The model of the window reads and words the weeks of a month in one go, as it does a single one
(`week/week_model.py`); here their boxes become chips of one day and bars over many.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.week.week import Block, DayColumn, Week

_WHOLE_DAY = ((0, 24 * 60),)
_MORNING = 9 * 60


@dataclass(frozen=True, slots=True)
class MonthDay:
    """One day of the grid. `number` is "25"; `name` is the same, or "1 Dec" where a month begins.

    `begins` is the wall-clock minute with which the working hours begin.
    """

    day: date
    weekday: str
    number: str
    name: str
    is_today: bool
    is_working: bool
    is_in_month: bool
    begins: int
    notes: tuple[str, ...] = ()  # public holidays, time off


@dataclass(frozen=True, slots=True)
class MonthEntry:
    """One entry: a chip on one day, or a bar over days. `first` and `last` count the days shown.

    `begins` is its true first day, which may lie before those shown, and `length` counts all of
    its days. `time` is written before the title of a chip; a bar has none.
    """

    block: Block
    first: int
    last: int
    begins: date
    time: str = ""
    is_bar: bool = False
    length: int = 1

    @property
    def id(self) -> str:
        """The entry's id."""
        return self.block.id

    @property
    def start(self) -> int:
        """The wall-clock minute at which it begins."""
        return self.block.start


@dataclass(frozen=True, slots=True)
class Month:
    """Everything visible at once: whole weeks, and what is in them in the order of reading.

    `zone` names whose clock the times are on, where it is not the computer's.
    """

    days: tuple[MonthDay, ...] = ()
    entries: tuple[MonthEntry, ...] = ()
    zone: str = ""

    @property
    def weeks(self) -> int:
        """How many rows there are."""
        return len(self.days) // 7

    def index(self, day: date) -> int | None:
        """Where a day stands, or None if it is not shown."""
        if not self.days or not self.days[0].day <= day <= self.days[-1].day:
            return None
        return (day - self.days[0].day).days


def month_of(week: Week, locale: LocaleFormat) -> Month:
    """The days of a month's weeks with their entries; `week.month` says which month it is."""
    days = tuple(_day(column, week, locale) for column in week.days)
    month = Month(days, zone=week.zone)
    entries = sorted((*_bars(week, month), *_chips(week, month, locale)), key=_reading_order)
    return replace(month, entries=tuple(entries))


def _day(column: DayColumn, week: Week, locale: LocaleFormat) -> MonthDay:
    """Where nobody's hours are known the locale says which days are worked on."""
    day = column.day
    is_known = column.open != _WHOLE_DAY
    return MonthDay(
        day=day,
        weekday=column.weekday,
        number=column.number,
        name=locale.day_and_month(day) if day.day == 1 else column.number,
        is_today=column.is_today,
        is_working=bool(column.open) if is_known else not column.is_weekend,
        is_in_month=week.month is None
        or (day.year, day.month) == (week.month.year, week.month.month),
        begins=column.open[0][0] if is_known and column.open else _MORNING,
        notes=column.notes,
    )


def _bars(week: Week, month: Month) -> Iterator[MonthEntry]:
    """What lasts for days, as far as it lies on those shown."""
    if not month.days:
        return
    low, high = month.days[0].day, month.days[-1].day
    for banner in week.banners:
        if banner.first > high or banner.last < low:
            continue
        first = (max(banner.first, low) - low).days
        last = (min(banner.last, high) - low).days
        block = _of_month(banner.as_block(), month, first, last)
        length = (banner.last - banner.first).days + 1
        yield MonthEntry(block, first, last, banner.first, is_bar=True, length=length)


def _chips(week: Week, month: Month, locale: LocaleFormat) -> Iterator[MonthEntry]:
    """What crosses a midnight stands on the day on which it begins, or on the first one shown."""
    seen: set[str] = set()
    for block in sorted(week.blocks, key=lambda block: (block.day, block.start)):
        at = month.index(block.day)
        if at is None or block.is_travel or block.id in seen:
            continue
        seen.add(block.id)
        time = "" if block.continues_before else locale.short_time(block.start)
        drawn = replace(block, when="", details="", continues_after=False)
        yield MonthEntry(_of_month(drawn, month, at, at), at, at, block.day, time)


def _of_month(block: Block, month: Month, first: int, last: int) -> Block:
    """Paler where it lies in the month before or after only."""
    is_in_month = any(month.days[at].is_in_month for at in range(first, last + 1))
    return block if is_in_month else replace(block, past=True)


def _reading_order(entry: MonthEntry) -> tuple[object, ...]:
    """By day; on one day what lasts for days first, the longest before, then by start."""
    if entry.is_bar:
        return entry.first, 0, -entry.last, 0, entry.id
    return entry.first, 1, entry.start, -entry.block.end, entry.id
