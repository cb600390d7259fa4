"""Rules as texts: `FREQ=WEEKLY;BYDAY=TU;COUNT=6`, the value of an RRULE.

Read strictly: what is not understood is refused, never guessed, since a wrong guess would open
time that is taken. Only the Gregorian calendar is known. Where an event has to block what it
surely takes, `parse_what_can_be` gives the rest of a damaged rule. However long a text is, its
lists are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.message import Message
from lcdesk.model.recurrence.moment import read_moment, write_moment
from lcdesk.model.recurrence.rule import WEEKDAYS, Frequency, Rule

MAX_PARTS = 400  # BYYEARDAY alone can name 366 days


class UnreadableRule(UnreadableEvent):
    """A rule that is not understood; `part` is what cannot be, its name and its value."""

    def __init__(self, text: str, part: tuple[str, str]) -> None:
        super().__init__(
            Message("How this event repeats could not be understood: “{text}”.", text=text[:120])
        )
        self.part = part


def write_rule(rule: Rule) -> str:
    """The rule as `parse_rule` reads it."""
    parts = [f"FREQ={rule.freq.name}"]
    if rule.interval != 1:
        parts.append(f"INTERVAL={rule.interval}")
    parts += [f"{name}={value}" for name, value in _written_lists(rule) if value]
    if rule.wkst:
        parts.append(f"WKST={WEEKDAYS[rule.wkst]}")
    if rule.until is not None:
        parts.append(f"UNTIL={write_moment(rule.until)}")
    if rule.count is not None:
        parts.append(f"COUNT={rule.count}")
    return ";".join(parts)


def _written_lists(rule: Rule) -> Iterator[tuple[str, str]]:
    for name, (field, _) in _FIELDS.items():
        if name == "BYDAY":
            ordered = sorted(rule.byday, key=lambda day: (day[1], day[0]))
            yield name, ",".join(f"{nth or ''}{WEEKDAYS[weekday]}" for nth, weekday in ordered)
        elif name.startswith("BY"):
            yield name, ",".join(map(str, sorted(getattr(rule, field))))


def parse_rule(text: str) -> Rule:
    """The rule in the value of an RRULE or EXRULE. Raises UnreadableRule."""
    parts = _meaningful_parts(text)
    freq = parts.pop("FREQ", "")
    if freq not in Frequency.__members__:
        raise UnreadableRule(text, ("FREQ", freq))
    values: dict[str, object] = {}
    for name, value in parts.items():
        try:
            field, read = _FIELDS[name]
            values[field] = read(value)
        except (KeyError, ValueError, UnreadableEvent) as error:
            raise UnreadableRule(text, (name, value)) from error
    rule = Rule(Frequency[freq], **values)  # type: ignore[arg-type]  # the table pairs names and readers
    if rule.interval < 1:
        raise UnreadableRule(text, ("INTERVAL", str(rule.interval)))
    # Some programs write COUNT=-1 for "for ever".
    return replace(rule, count=None) if rule.count is not None and rule.count < 0 else rule


def parse_what_can_be(text: str) -> tuple[Rule | None, str]:
    """The rule as far as it can be read, and what is wrong with it; empty when nothing is.

    An interval, a count or an end that is nonsense is left out, so that the rule makes more
    starts, not fewer; of a list what can be read counts. None where nobody can say how often.
    """
    try:
        return parse_rule(text), ""
    except UnreadableEvent as error:
        return _rest(text), error.message


def rule_parts(text: str) -> list[tuple[str, str]]:
    """Names and values as they stand there, in capitals."""
    pairs = (part.partition("=") for part in text.upper().split(";") if part.strip())
    return [(name.strip(), value.strip()) for name, _, value in pairs]


def _meaningful_parts(text: str) -> dict[str, str]:
    """By name what a rule says, the first of two; without what says nothing new."""
    found: dict[str, str] = {}
    for name, value in rule_parts(text):
        if not name.startswith("X-") and (name, value) not in _SAYS_NOTHING:
            found.setdefault(name, value)
    return found


_SAYS_NOTHING = (("RSCALE", "GREGORIAN"), ("SKIP", "OMIT"))


def _rest(text: str) -> Rule | None:
    parts = _meaningful_parts(text)
    freq = parts.pop("FREQ", "")
    if freq not in Frequency.__members__ or "RSCALE" in parts:
        return None
    found = {key: _readable(key, value) for key, value in parts.items()}
    values = {_FIELDS[key][0]: value for key, value in found.items() if value is not None}
    return Rule(Frequency[freq], **values)  # type: ignore[arg-type]  # as in parse_rule


def _readable(key: str, value: str) -> object | None:
    """What a part says, or what of its list can be read; None for nothing."""
    if key not in _FIELDS:
        return None
    read = _FIELDS[key][1]
    found = _try(read, value)
    if found is None and key.startswith("BY"):
        some = (_try(read, item) for item in value.split(",")[:MAX_PARTS])
        found = frozenset(number for part in some if isinstance(part, frozenset) for number in part)
    is_step = key in ("INTERVAL", "COUNT")
    return None if is_step and isinstance(found, int) and found < 1 else found


def _try(read: Callable[[str], object], value: str) -> object | None:
    try:
        return read(value)
    except (ValueError, UnreadableEvent):
        return None


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


def _days(text: str) -> frozenset[tuple[int, int]]:
    days = text.split(",")
    if len(days) > MAX_PARTS:
        raise ValueError(text)
    return frozenset(_day(day.strip()) for day in days)


def _day(text: str) -> tuple[int, int]:
    nth = _number(text[:-2]) if text[:-2] else 0
    if abs(nth) > 53 or (text[:-2] and nth == 0):
        raise ValueError(text)
    return nth, WEEKDAYS.index(text[-2:])


_FIELDS: dict[str, tuple[str, Callable[[str], object]]] = {
    "INTERVAL": ("interval", _number),
    "COUNT": ("count", _number),
    "UNTIL": ("until", read_moment),
    "BYMONTH": ("bymonth", _numbers(1, 12)),
    "BYMONTHDAY": ("bymonthday", _numbers(-31, 31)),
    "BYYEARDAY": ("byyearday", _numbers(-366, 366)),
    "BYWEEKNO": ("byweekno", _numbers(-53, 53)),
    "BYDAY": ("byday", _days),
    "BYHOUR": ("byhour", _numbers(0, 23)),
    "BYMINUTE": ("byminute", _numbers(0, 59)),
    "BYSECOND": ("bysecond", _numbers(0, 60)),
    "BYSETPOS": ("bysetpos", _numbers(-366, 366)),
    "WKST": ("wkst", WEEKDAYS.index),
}
