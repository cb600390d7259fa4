"""Which days are on the screen: the day that they are around, and the one that is picked."""

from __future__ import annotations

from datetime import date

from lcdesk.ui.context.context_model import Context
from lcdesk.ui.context.view_filter import DayMode, Days, day_after_steps, days_around

_PICKING = frozenset({DayMode.MONTH, DayMode.AGENDA})  # one day of what is shown is picked


class ShownDays:
    """Turned by a person; how many days there are is remembered with the window."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._anchor = self._picked = context.today

    @property
    def mode(self) -> DayMode:
        """How many days are shown."""
        return self._context.memory.now.mode

    @property
    def now(self) -> Days:
        """The days that are shown."""
        return days_around(self._anchor, self.mode, self._context.locale)

    @property
    def chosen(self) -> date:
        """The day that is meant where none is named: in a month or a list the picked one."""
        return self._picked if self.mode in _PICKING else self.now.first

    def after(self, by: int) -> Days:
        """The days that a step leads to."""
        anchor = day_after_steps(self._anchor, self.mode, by)
        return days_around(anchor, self.mode, self._context.locale)

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
        self.go_to(day_after_steps(self._anchor, self.mode, by))

    def set_mode(self, mode: DayMode) -> None:
        """A day, a week or a month; a single day is today if today was shown in a week."""
        today = self._context.today
        is_chosen = self.mode in _PICKING  # a day of it was picked, today or another
        if mode is DayMode.DAY and today in self.now and not is_chosen:
            self._anchor = today
        elif is_chosen:
            self._anchor = self._picked
        self._picked = self._anchor
        self._context.memory.keep(mode=mode)
