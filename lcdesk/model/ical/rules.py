"""RRULE texts read into values, strictly: what is not understood is refused, never guessed.

A wrong guess would open time that is taken. Only the Gregorian calendar is known. Where an
event has to block what it surely takes, `read_what_can_be` gives the rest of a damaged rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.ical.stamps import Moment, Stamp, read_stamp

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MAX_PARTS = 400  # BYYEARDAY alone can name 366 days


class Frequency(IntEnum):
    """How often, from the rarest; the order is RFC 5545's."""

    YEARLY = 0
    MONTHLY = 1
    WEEKLY = 2
    DAILY = 3
    HOURLY = 4
    MINUTELY = 5
    SECONDLY = 6


@dataclass(frozen=True, slots=True)
class Rule:
    """One RRULE. `byday` holds (nth, weekday) with nth 0 for every, Monday 0.

    `until` is as written: its reading depends on the zone of the event.
    """

    freq: Frequency
    interval: int = 1
    count: int | None = None
    until: Moment | None = None
    bymonth: frozenset[int] = frozenset()
    bymonthday: frozenset[int] = frozenset()
    byyearday: frozenset[int] = frozenset()
    byweekno: frozenset[int] = frozenset()
    byday: frozenset[tuple[int, int]] = frozenset()
    byhour: frozenset[int] = frozenset()
    byminute: frozenset[int] = frozenset()
    bysecond: frozenset[int] = frozenset()
    bysetpos: frozenset[int] = frozenset()
    wkst: int = 0

    def anchored(self, start: datetime) -> Rule:
        """The rule with what it leaves open taken from the wall time `start` (RFC 5545)."""
        if self.byday or self.bymonthday or self.byyearday:
            return self
        if self.byweekno:
            return replace(self, byday=frozenset({(0, start.weekday())}))
        if self.freq is Frequency.YEARLY:
            months = self.bymonth or frozenset({start.month})
            return replace(self, bymonth=months, bymonthday=frozenset({start.day}))
        if self.freq is Frequency.MONTHLY:
            return replace(self, bymonthday=frozenset({start.day}))
        if self.freq is Frequency.WEEKLY:
            return replace(self, byday=frozenset({(0, start.weekday())}))
        return self

    def only_steps(self, start: datetime) -> bool:
        """Whether the wall time `start`, the frequency and the interval say everything."""
        if any((self.bymonth, self.bymonthday, self.byyearday, self.byweekno, self.bysetpos)):
            return False
        if any((self.byhour, self.byminute, self.bysecond)):
            return False
        if self.freq is Frequency.WEEKLY:
            return self.byday in (frozenset(), frozenset({(0, start.weekday())}))
        return self.freq is Frequency.DAILY and not self.byday

    def for_dates(self) -> Rule:
        """The rule for an event without times: its parts for times are left out (RFC 5545).

        Raises UnreadableEvent for rules that repeat within a day.
        """
        if self.freq > Frequency.DAILY:
            raise UnreadableEvent("This all-day event is said to repeat within a day.")
        nothing: frozenset[int] = frozenset()
        return replace(self, byhour=nothing, byminute=nothing, bysecond=nothing)


def read_rule(text: str) -> Rule:
    """The rule in the value of an RRULE or EXRULE. Raises UnreadableEvent."""
    parts = _parts(text)
    try:
        freq = Frequency[parts.pop("FREQ", "")]
        values = {_FIELDS[key][0]: _FIELDS[key][1](value) for key, value in parts.items()}
        rule = Rule(freq, **values)  # type: ignore[arg-type]  # the table pairs names and readers
    except (KeyError, ValueError) as error:
        raise _unreadable(text) from error
    if rule.interval < 1:
        raise _unreadable(text)
    # Some programs write COUNT=-1 for "for ever".
    return replace(rule, count=None) if rule.count is not None and rule.count < 0 else rule


def read_what_can_be(text: str) -> tuple[Rule | None, str]:
    """The rule as far as it can be read, and what is wrong with it; empty when nothing is.

    An interval, a count or an end that is nonsense is left out, so that the rule makes more
    starts, not fewer; of a list what can be read counts. None where nobody can say how often.
    """
    try:
        return read_rule(text), ""
    except UnreadableEvent as error:
        return _rest(text), error.message


def _rest(text: str) -> Rule | None:
    parts = _parts(text)
    freq = parts.pop("FREQ", "")
    if freq not in Frequency.__members__ or "RSCALE" in parts:
        return None
    found = {key: _readable(key, value) for key, value in parts.items()}
    values = {_FIELDS[key][0]: value for key, value in found.items() if value is not None}
    return Rule(Frequency[freq], **values)  # type: ignore[arg-type]  # as in read_rule


def _readable(key: str, value: str) -> object | None:
    """What a part says, or what of its list can be read; None for nothing."""
    if key not in _FIELDS:
        return None
    read = _FIELDS[key][1]
    found = _tried(read, value)
    if found is None and key.startswith("BY"):
        some = (_tried(read, item) for item in value.split(",")[:MAX_PARTS])
        found = frozenset(number for part in some if isinstance(part, frozenset) for number in part)
    is_step = key in ("INTERVAL", "COUNT")
    return None if is_step and isinstance(found, int) and found < 1 else found


def _tried(read: Callable[[str], object], value: str) -> object | None:
    try:
        return read(value)
    except (ValueError, UnreadableEvent):
        return None


def _unreadable(text: str) -> UnreadableEvent:
    return UnreadableEvent(f"How this event repeats could not be understood: “{text[:120]}”.")


def _parts(text: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in text.strip().strip(";").upper().split(";"):
        key, _, value = part.partition("=")
        if key.strip().startswith("X-"):
            continue
        if key.strip() == "RSCALE" and value.strip() == "GREGORIAN":
            continue
        if key.strip() == "SKIP" and value.strip() == "OMIT":
            continue
        parts.setdefault(key.strip(), value.strip())
    return parts


def _number(text: str) -> int:
    if not re.fullmatch("[+-]?[0-9]{1,9}", text):
        raise ValueError(text)
    return int(text)


def _numbers(low: int, high: int) -> Callable[[str], frozenset[int]]:
    """A reader of lists between the bounds; with a negative `low`, zero is not allowed."""

    def read(text: str) -> frozenset[int]:
        numbers = [_number(part.strip()) for part in text.split(",")[: MAX_PARTS + 1]]
        bad = [n for n in numbers if not low <= n <= high or (n == 0 and low < 0)]
        if bad or len(numbers) > MAX_PARTS:
            raise ValueError(text)
        return frozenset(numbers)

    return read


def _weekday(text: str) -> int:
    return WEEKDAYS.index(text)


def _days(text: str) -> frozenset[tuple[int, int]]:
    days = text.split(",")
    if len(days) > MAX_PARTS:
        raise ValueError(text)
    return frozenset(_day(day.strip()) for day in days)


def _day(text: str) -> tuple[int, int]:
    nth = _number(text[:-2]) if text[:-2] else 0
    if abs(nth) > 53 or (text[:-2] and nth == 0):
        raise ValueError(text)
    return nth, _weekday(text[-2:])


def _until(text: str) -> Moment:
    return read_stamp(Stamp(text))


_FIELDS: dict[str, tuple[str, Callable[[str], object]]] = {
    "INTERVAL": ("interval", _number),
    "COUNT": ("count", _number),
    "UNTIL": ("until", _until),
    "BYMONTH": ("bymonth", _numbers(1, 12)),
    "BYMONTHDAY": ("bymonthday", _numbers(-31, 31)),
    "BYYEARDAY": ("byyearday", _numbers(-366, 366)),
    "BYWEEKNO": ("byweekno", _numbers(-53, 53)),
    "BYDAY": ("byday", _days),
    "BYHOUR": ("byhour", _numbers(0, 23)),
    "BYMINUTE": ("byminute", _numbers(0, 59)),
    "BYSECOND": ("bysecond", _numbers(0, 60)),
    "BYSETPOS": ("bysetpos", _numbers(-366, 366)),
    "WKST": ("wkst", _weekday),
}
