"""Which days are on the screen: the day that they are around, and the one that is picked."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from lcdesk.ui.context.context_model import Context
from lcdesk.ui.context.view_filter import MOST, DayMode, Days, day_after_steps, days_around

_BEGINNING = frozenset({DayMode.DAY, DayMode.DAYS})  # a week is whole, whatever day is meant
_PICKING = frozenset({DayMode.MONTH, DayMode.AGENDA})  # one day of what is shown is picked


class ShownDays:
    """Turned by a person; how many days there are is remembered with the window."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._anchor = self._picked = context.today

    @property
    def tz(self) -> ZoneInfo:
        """The zone in which they are days."""
        return self._context.tz

    @property
    def mode(self) -> DayMode:
        """How many days are shown."""
        return self._context.memory.now.mode

    @property
    def now(self) -> Days:
        """The days that are shown."""
        return self._around(self._anchor)

    @property
    def chosen(self) -> date:
        """The day that is meant where none is named: in a month or a list the picked one."""
        return self._picked if self.mode in _PICKING else self.now.first

    def after(self, by: int) -> Days:
        """The days that a step leads to."""
        return self._around(day_after_steps(self._anchor, self.mode, by, self._count))

    @property
    def _count(self) -> int:
        return self._context.memory.now.day_count

    def _around(self, day: date) -> Days:
        return days_around(day, self.mode, self._context.locale, self._count)

    def go_to(self, day: date) -> None:
        """The days around `day`."""
        self._anchor = self._picked = day

    def pick(self, day: date) -> bool:
        """Pick a day of a month or a list; False where it is not shown, or in a week."""
        if self.mode not in _PICKING or day not in self.now:
            return False
        self._picked = day
        return True

    def step(self, by: int) -> None:
        """The next (1) or previous (-1) days, from the one that was picked in a month itself."""
        is_list = self.mode is DayMode.AGENDA
        if is_list or self._picked.replace(day=1) == self._anchor.replace(day=1):
            self._anchor = self._picked
        self.go_to(day_after_steps(self._anchor, self.mode, by, self._count))

    def set_mode(self, mode: DayMode) -> None:
        """A day, a week or a month; days begin with today if today was shown in a week."""
        today = self._context.today
        is_chosen = self.mode in _PICKING  # a day of it was picked, today or another
        is_turned = mode is self.mode or is_chosen
        if mode in _BEGINNING and today in self.now and not is_turned:
            self._anchor = today
        elif is_chosen:
            self._anchor = self._picked
        self._picked = self._anchor
        self._context.memory.keep(mode=mode)

    def show(self, first: date, count: int) -> None:
        """So many days from `first` on, as far as can be shown beside each other."""
        count = min(max(count, 1), MOST)
        if count == 1:
            self._context.memory.keep(mode=DayMode.DAY)
        else:
            self._context.memory.keep(mode=DayMode.DAYS, day_count=count)
        self.go_to(first)
