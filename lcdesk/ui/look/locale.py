"""Forms of days, times and spans in the window's language and the person's region, from QLocale.

A setting may override the first day of the week and the clock; everything else is the locale's.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, QTime

_WEEKDAY_PART = re.compile(r"[\s,،]*(?:'[^']*'\s*)?d{3,4}(?:'[^']*')?[.,،]?\s*")
_WEEKDAY_FIRST = re.compile(r"d{3,4}([,،]?\s+)")
_DAY = re.compile(r"(?<!d)d{1,2}(?!d)\.?")
_DAY_AND_MONTH = re.compile(r"(?<!d)d{1,2}(?!d).*M+|M+.*?(?<!d)d{1,2}(?!d)\.?")
_DASH = " – "
_RLM = "\N{RIGHT-TO-LEFT MARK}"
translate = QCoreApplication.translate


def locale_of_words(language: str, region: QLocale) -> QLocale:
    """The language of the window ("en") with the forms of a region as far as they are known.

    "Mo. 30 Nov., 15 open" is no language at all.
    """
    spoken = QLocale(language)
    is_english = spoken.language() == QLocale.Language.English
    if region.language() == spoken.language():
        return region
    if is_english and region.language() == QLocale.Language.C:
        return region
    found = QLocale(spoken.language(), region.territory())
    if found.territory() == region.territory():
        return found
    return QLocale(QLocale.Language.English, QLocale.Country.World) if is_english else spoken


class HourStyle(Enum):
    """How hours are written."""

    LOCALE = auto()
    HOURS_24 = auto()
    HOURS_12 = auto()


class LocaleFormat:
    """Words and forms of one locale; a new one is made when the settings change.

    `region` says how the clock is read and when a week begins and rests, where that is another.
    """

    def __init__(
        self,
        locale: QLocale | None = None,
        *,
        clock: HourStyle = HourStyle.LOCALE,
        first_weekday: int | None = None,
        region: QLocale | None = None,
    ) -> None:
        self._locale = locale if locale is not None else QLocale()
        self._region = region if region is not None else self._locale
        short = self._region.timeFormat(QLocale.FormatType.ShortFormat)
        by_locale = "a" not in re.sub("'[^']*'", "", short).lower()
        self.is_24_hour = by_locale if clock is HourStyle.LOCALE else clock is HourStyle.HOURS_24
        self.first_weekday = first_weekday or self._region.firstDayOfWeek().value
        self.is_right_to_left = self._locale.textDirection() == Qt.LayoutDirection.RightToLeft

    @property
    def language(self) -> str:
        """Of the words: "en", "de"."""
        return self._locale.name().partition("_")[0]

    @property
    def time_form(self) -> str:
        """How Qt is told to write a time of day: "HH:mm"."""
        return "HH:mm" if self.is_24_hour else "h:mm AP"

    @property
    def date_order(self) -> str:
        """The order of a date in numbers: "DMY", "MDY" or "YMD"."""
        form = self._region.dateFormat(QLocale.FormatType.ShortFormat).lower()
        return "".join(sorted("DMY", key=lambda part: form.find(part.lower())))

    def week_start(self, day: date) -> date:
        """The first day of the week that `day` lies in."""
        return day - timedelta(days=(day.isoweekday() - self.first_weekday) % 7)

    def week_number(self, day: date) -> int:
        """ISO week number of the week that starts at `day` (its Thursday decides)."""
        to_thursday = (4 - day.isoweekday()) % 7
        return (day + timedelta(days=to_thursday)).isocalendar().week

    def is_weekend(self, day: date) -> bool:
        """Whether the region rests on that weekday (Friday and Saturday in some)."""
        return Qt.DayOfWeek(day.isoweekday()) not in self._region.weekdays()

    def weekday(self, day: date) -> str:
        """Short weekday name, "Mon"."""
        return self._locale.standaloneDayName(
            day.isoweekday(), QLocale.FormatType.ShortFormat
        ).removesuffix(".")

    def brief_weekday(self, day: date) -> str:
        """Two letters, "Mo"; where names begin alike, as in Arabic, what tells them apart."""
        week = [day + timedelta(days=passed) for passed in range(7)]
        if len({self.weekday(other)[:2] for other in week}) == len(week):
            return self.weekday(day)[:2]
        return self._locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.NarrowFormat)

    def long_weekday(self, day: date) -> str:
        """Full weekday name, "Monday"."""
        return self._locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.LongFormat)

    def day_number(self, day: date) -> str:
        """Day of the month in the locale's digits."""
        return self._locale.toString(day.day)

    def day(self, day: date) -> str:
        """Weekday, day and month for a heading or a voice: "Tuesday 17 November"."""
        return self.long_weekday(day) + self._joiner + self._write(_without_year(self._long), day)

    def day_with_year(self, day: date) -> str:
        """The same with its year: "Tuesday 17 November 2026"."""
        return self.long_weekday(day) + self._joiner + self.full_date(day)

    def short_day(self, day: date) -> str:
        """The same in few letters: "Tue 17 Nov"."""
        return self.weekday_of_date(day) + self._joiner + self.day_and_month(day)

    def weekday_of_date(self, day: date) -> str:
        """The short weekday before a date, where some languages end it with a point: "Tue"."""
        return self._write("ddd", day)

    def month_title(self, day: date) -> str:
        """The month of a day: "November 2026"."""
        return f"{self._locale.standaloneMonthName(day.month)} {self._write('yyyy', day)}"

    def day_and_month(self, day: date) -> str:
        """Day and month in few letters: "1 Dec"."""
        return self._write(_without_year(self._long).replace("MMMM", "MMM"), day)

    def full_date(self, day: date) -> str:
        """A full date without the weekday: "17 November 2026"."""
        return self._write(self._long, day)

    def range_title(self, first: date, last: date) -> str:
        """A span of days as a title: "16 – 22 November 2026"; nothing is said twice."""
        return self._range(self._long, first, last)

    def short_range_title(self, first: date, last: date) -> str:
        """The same where there is little room: "30 Nov – 6 Dec 2026"."""
        return self._range(self._long.replace("MMMM", "MMM"), first, last)

    def _range(self, pattern: str, first: date, last: date) -> str:
        if first == last:
            return self._write(pattern, first)
        shared = _DAY if first.month == last.month else _DAY_AND_MONTH
        found = shared.search(pattern)
        if first.year != last.year or found is None:
            return self._write(pattern, first) + _DASH + self._write(pattern, last)
        varying = found.group()
        before, after = pattern[: found.start()], pattern[found.end() :]
        parts = self._write(varying, first) + _DASH + self._write(varying, last)
        return self._write(before, last) + parts + self._write(after, last)

    def time(self, minute: int) -> str:
        """A wall-clock minute (0 to 1440): "14:00" or "2:00 PM"."""
        hour, rest = divmod(minute % 1440, 60)
        return self._locale.toString(QTime(hour, rest), self.time_form)

    def short_time(self, minute: int) -> str:
        """A wall-clock minute in few letters: "14:00", "2 PM" or "2:30 PM"."""
        if self.is_24_hour or minute % 60:
            return self.time(minute)
        return self._locale.toString(QTime(minute // 60 % 24, 0), "h AP")

    def time_range(self, start: int, end: int) -> str:
        """Two wall-clock minutes: "14:00 – 15:00", "2:00 – 3:00 PM", "11:00 AM – 1:00 PM".

        Where one reads from the right, the start stands there, in labels too, which would go by
        the first letter.
        """
        first = self.time(start)
        if not self.is_24_hour and start // 720 == end // 720:
            half = self._locale.pmText() if start // 720 else self._locale.amText()
            first = first.replace(half, "").strip()
        return f"{_RLM if self.is_right_to_left else ''}{first}{_DASH}{self.time(end)}"

    def hour_labels(self) -> tuple[str, ...]:
        """24 texts beside the grid: "00:00" or "12 AM"."""
        form = "HH:mm" if self.is_24_hour else "h AP"
        return tuple(self._locale.toString(QTime(hour, 0), form) for hour in range(24))

    def number(self, value: int) -> str:
        """`1,250`."""
        return self._locale.toString(value)

    def size(self, count: int) -> str:
        """Of a file: `1.2 MB`."""
        return self._locale.formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)

    def ago(self, then: datetime, now: datetime) -> str:
        """How long ago `then` was, in few words: "just now", "2 min ago", "yesterday"."""
        minutes = int((now - then).total_seconds() // 60)
        if minutes < -1:  # noted while the clock was ahead
            return translate("LocaleFormat", "some time ago")
        if minutes < 1:
            return translate("LocaleFormat", "just now")
        if minutes < 60:
            return translate("LocaleFormat", "%n min ago", "", minutes)
        if minutes < 24 * 60:
            return translate("LocaleFormat", "%n h ago", "", minutes // 60)
        days = minutes // (24 * 60)
        if days == 1:
            return translate("LocaleFormat", "yesterday")
        return translate("LocaleFormat", "%n days ago", "", days)

    @property
    def _joiner(self) -> str:
        """Between a weekday and its date: a comma in German, where the locale writes one.

        English has its own form here, which every text of the program follows.
        """
        if self.language == "en" or self._locale.language() == QLocale.Language.C:
            return " "
        pattern = self._locale.dateFormat(QLocale.FormatType.LongFormat)
        found = _WEEKDAY_FIRST.match(pattern)
        return found.group(1) if found else " "

    @property
    def _long(self) -> str:
        """The locale's long date pattern without its weekday: "d MMMM yyyy"."""
        pattern = self._locale.dateFormat(QLocale.FormatType.LongFormat)
        return _WEEKDAY_PART.sub("", pattern, count=1).strip(" ,،")

    def _write(self, pattern: str, day: date) -> str:
        return self._locale.toString(QDate(day.year, day.month, day.day), pattern)


def _without_year(pattern: str) -> str:
    found = _DAY_AND_MONTH.search(pattern)
    return found.group() if found else pattern
