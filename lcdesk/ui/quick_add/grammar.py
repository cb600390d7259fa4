"""Reads "Cut Anna tomorrow 14-15 /salon": when, on which calendar, with whom; the rest is a title.

Plain Python. It guesses nothing: what is not exactly one of its forms stays in the title, and of
each kind only the first counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

_A_DAY = 24 * 60
_CLOCK = r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?"
_RANGE = re.compile(rf"{_CLOCK}\s*[-–]\s*{_CLOCK}", re.IGNORECASE)
_TIME = re.compile(_CLOCK, re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})([./])(\d{1,2})(?:\2(\d{4})?)?")
_NUMBER = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th)?", re.IGNORECASE)
_AROUND_DASH = re.compile(r"(?<=[\dm])\s+[-–]\s+(?=\d)")
_BEFORE_HALF = re.compile(r"(?<=\d)\s+(?=(?:am|pm|a\.m\.|p\.m\.)(?:\s|$|-))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Words:
    """What a language calls days; everything in small letters."""

    days: Mapping[str, int]  # from today
    weekdays: Mapping[str, int]  # 0 is Monday
    months: Mapping[str, int]
    next: frozenset[str]  # before a weekday: the one of next week
    at: frozenset[str]  # before a time
    on: frozenset[str]  # before a day
    hour: frozenset[str] = frozenset()  # behind a time: "14 Uhr"


@dataclass(frozen=True, slots=True)
class Ways:
    """How a person's locale writes: `order` is that of a date in numbers, "DMY", "MDY" or "YMD"."""

    words: Words
    order: str = "DMY"
    is_24_hour: bool = True
    first_weekday: int = 1  # ISO


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line says. Minutes past midnight; None, or -1 for a place in a list: not said."""

    title: str = ""
    day: date | None = None
    start: int | None = None
    end: int | None = None
    calendar: int = -1
    staff: int = -1


@dataclass(slots=True)
class _Line:
    words: list[str]
    today: date
    ways: Ways
    found: dict[str, object] = field(default_factory=dict)


def read_line(
    line: str, *, today: date, ways: Ways, calendars: Sequence[str] = (), staff: Sequence[str] = ()
) -> Reading:
    """Read a line; `/` and `@` name a calendar and a member by their name or its beginning."""
    rest, calendar = _take_name(line, "/", calendars)
    rest, member = _take_name(rest, "@", staff)
    rest = _BEFORE_HALF.sub("", _AROUND_DASH.sub("-", rest))
    left = _Line(rest.split(), today, ways)
    kept: list[str] = []
    at = 0
    while at < len(left.words):
        used = _take_day(left, at) or _take_time(left, at)
        if not used:
            kept.append(left.words[at])
        at += used or 1
    day, start, end = (left.found.get(name) for name in ("day", "start", "end"))
    return Reading(
        " ".join(kept),
        day if isinstance(day, date) else None,
        start if isinstance(start, int) else None,
        end if isinstance(end, int) else None,
        calendar,
        member,
    )


# --- names --------------------------------------------------------------------------------------


def _take_name(line: str, sign: str, names: Sequence[str]) -> tuple[str, int]:
    """The line without a name behind `sign`, and which it is: the longest that stands whole
    there, else the first that begins with the word there.
    """
    for found in re.finditer(rf"(?<!\S){re.escape(sign)}(?=\S)", line):
        text = line[found.end() :]
        whole = [at for at, name in enumerate(names) if name and _stands_first(name, text)]
        if whole:
            at = max(whole, key=lambda index: len(names[index]))
            length = len(names[at])
        else:
            word = text.split()[0]
            begun = (
                i for i, name in enumerate(names) if name.casefold().startswith(word.casefold())
            )
            at, length = next(begun, -1), len(word)
        if at >= 0:
            return line[: found.start()] + text[length:], at
    return line, -1


def _stands_first(name: str, text: str) -> bool:
    ends = text[len(name) : len(name) + 1]
    return text[: len(name)].casefold() == name.casefold() and (not ends or ends.isspace())


# --- days ---------------------------------------------------------------------------------------


def _take_day(line: _Line, at: int) -> int:
    """How many words from here on are a day; 0 where they are none, or one was read before."""
    if "day" in line.found:
        return 0
    words = line.ways.words
    first = _small(line.words[at])
    skipped = 1 if first in words.on and at + 1 < len(line.words) else 0
    readers: tuple[Callable[[_Line, int], tuple[date | None, int]], ...] = (
        _named_day,
        _weekday,
        _numbered_day,
        _day_of_month,
    )
    for read in readers:
        day, used = read(line, at + skipped)
        if day is not None:
            line.found["day"] = day
            return used + skipped
    return 0


def _named_day(line: _Line, at: int) -> tuple[date | None, int]:
    passed = line.ways.words.days.get(_small(line.words[at]))
    return (None, 0) if passed is None else (line.today + timedelta(days=passed), 1)


def _weekday(line: _Line, at: int) -> tuple[date | None, int]:
    """The first of its name from today on; with "next" that of the week after this one."""
    words = line.ways.words
    is_next = _small(line.words[at]) in words.next
    if is_next:
        at += 1
    if at >= len(line.words):
        return None, 0
    weekday = words.weekdays.get(_small(line.words[at]))
    if weekday is None:
        return None, 0
    begins = line.today
    if is_next:
        passed = (line.today.isoweekday() - line.ways.first_weekday) % 7
        begins = line.today + timedelta(days=7 - passed)
    return begins + timedelta(days=(weekday - begins.weekday()) % 7), 2 if is_next else 1


def _numbered_day(line: _Line, at: int) -> tuple[date | None, int]:
    """ "2026-12-24", "24.12.", "24.12.2026", "12/24" in the locale's order."""
    word = line.words[at].rstrip(",")
    iso = _ISO.fullmatch(word)
    if iso:
        return _date(line.today, int(iso[1]), int(iso[2]), int(iso[3])), 1
    found = _NUMBERS.fullmatch(word)
    if found is None or (found[2] == "." and not word.endswith(".") and not found[4]):
        return None, 0  # 14.30 is a time
    first, second = int(found[1]), int(found[3])
    is_day_first = found[2] == "." or line.ways.order == "DMY"
    day, month = (first, second) if is_day_first else (second, first)
    return _date(line.today, int(found[4]) if found[4] else None, month, day), 1


def _day_of_month(line: _Line, at: int) -> tuple[date | None, int]:
    """ "24 Dec", "24. Dezember", "Dec 24"; a year may follow."""
    months = line.ways.words.months
    pair = [_small(word) for word in line.words[at : at + 2]]
    if len(pair) < 2:
        return None, 0
    for number, name in (pair, pair[::-1]):
        found, month = _NUMBER.fullmatch(number), months.get(name.rstrip("."))
        if found and month:
            following = line.words[at + 2 : at + 3]
            year = int(following[0]) if following and re.fullmatch(r"\d{4}", following[0]) else None
            return _date(line.today, year, month, int(found[1])), 2 + (year is not None)
    return None, 0


def _date(today: date, year: int | None, month: int, day: int) -> date | None:
    """Without a year the next such day; None for a day that no month has."""
    years = (year,) if year is not None else (today.year, *range(today.year + 1, today.year + 9))
    for wanted in years:
        try:
            found = date(wanted, month, day)
        except ValueError:
            continue
        if year is not None or found >= today:
            return found
    return None


# --- times --------------------------------------------------------------------------------------


def _take_time(line: _Line, at: int) -> int:
    """How many words from here on are a time, or from when to when."""
    if "start" in line.found:
        return 0
    words = line.ways.words
    says_at = _small(line.words[at]) in words.at
    place = at + 1 if says_at else at
    if place >= len(line.words):
        return 0
    text = line.words[place].rstrip(",")
    says_hour = place + 1 < len(line.words) and _small(line.words[place + 1]) in words.hour
    used = place - at + 1 + says_hour
    span = _RANGE.fullmatch(text)
    if span:
        times = _range(span, is_24_hour=line.ways.is_24_hour)
        if times is None:
            return 0
        line.found["start"], line.found["end"] = times
        return used
    single = _TIME.fullmatch(text)
    if single is None or not (says_at or says_hour or single[2] or single[3]):
        return 0  # a number alone is no time
    start = _minute(single[1], single[2], single[3], is_24_hour=line.ways.is_24_hour)
    if start is None or start >= _A_DAY:
        return 0
    line.found["start"] = start
    return used


def _range(found: re.Match[str], *, is_24_hour: bool) -> tuple[int, int] | None:
    """A half of the day that is said behind the end is meant for the start too, where it fits."""
    half = found[3] or found[6]
    start = _minute(found[1], found[2], half, is_24_hour=is_24_hour)
    end = _minute(found[4], found[5], found[6], is_24_hour=is_24_hour)
    if start is None or end is None:
        return None
    if start >= end and found[6] and not found[3]:
        start -= _A_DAY // 2
    if start >= end and not found[6] and (found[3] or not is_24_hour):
        end += _A_DAY // 2
    return (start, end) if 0 <= start < end <= _A_DAY else None


def _minute(hour: str, minute: str | None, half: str | None, *, is_24_hour: bool) -> int | None:
    """Minutes past midnight. On a clock of twelve hours 8 to 11 are the morning unless said."""
    hours, minutes = int(hour), int(minute or 0)
    if minutes > 59 or hours > 24 or (hours == 24 and minutes):
        return None
    if half:
        if not 1 <= hours <= 12:
            return None
        return (hours % 12 + (12 if half[0] in "pP" else 0)) * 60 + minutes
    if not is_24_hour and 1 <= hours <= 7:
        hours += 12
    return hours * 60 + minutes


def _small(word: str) -> str:
    return word.casefold().rstrip(",")
