"""Times and days as texts, each made once: a week repeats the same few hundred times."""

from __future__ import annotations

from datetime import date

from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.wording.labels import tr


class Forms:
    """Keeps what a LocaleFormat has written. Made anew with another locale or clock."""

    def __init__(self, locale: LocaleFormat) -> None:
        self.locale = locale
        self._times: dict[int, str] = {}
        self._days: dict[date, str] = {}
        self._spoken = tr("{day}, {start} to {end}")

    def time(self, minute: int) -> str:
        """ "14:00"."""
        found = self._times.get(minute)
        if found is None:
            found = self._times[minute] = self.locale.time(minute)
        return found

    def time_range(self, start: int, end: int) -> str:
        """ "14:00 – 15:00"."""
        return f"{self.time(start)} – {self.time(end)}"

    def day(self, day: date) -> str:
        """ "Tuesday 17 November"."""
        found = self._days.get(day)
        if found is None:
            found = self._days[day] = self.locale.day(day)
        return found

    def spoken(self, day: date, start: int, end: int) -> str:
        """ "Tuesday 17 November, 14:00 to 15:00"."""
        return self._spoken.format(day=self.day(day), start=self.time(start), end=self.time(end))
