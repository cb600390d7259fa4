"""Rules of series as texts, `FREQ=WEEKLY;BYDAY=TU;COUNT=6`: to keep them and to type them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from lcdesk.model.domain.calendars import Every
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.series import Rule

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_EVERY = {"DAILY": Every.DAY, "WEEKLY": Every.WEEK, "MONTHLY": Every.MONTH}
_FREQ = {every: text for text, every in _EVERY.items()}
_PARTS = ("FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "WKST", "UNTIL", "COUNT")
_NTH_DAY = re.compile(r"(?P<nth>[+-]?[1-9])(?P<day>MO|TU|WE|TH|FR|SA|SU)")


def write_rule(rule: Rule) -> str:
    """The rule as `parse_rule` reads it."""
    days = ",".join(WEEKDAYS[weekday] for weekday in rule.weekdays)
    parts = {
        "FREQ": _FREQ[rule.every],
        "INTERVAL": "" if rule.interval == 1 else str(rule.interval),
        "BYDAY": days if rule.nth is None else f"{rule.nth}{days}",
        "BYMONTHDAY": "" if rule.month_day is None else str(rule.month_day),
        "WKST": "" if rule.week_start == 0 else WEEKDAYS[rule.week_start],
        "UNTIL": "" if rule.until is None else f"{rule.until:%Y%m%d}",
        "COUNT": "" if rule.count is None else str(rule.count),
    }
    return ";".join(f"{name}={value}" for name, value in parts.items() if value)


def parse_rule(text: str) -> Rule:
    """The rule of a text. Raises InvalidInput that names the part which cannot be taken."""
    parts = _parts(text)
    every = _EVERY.get(parts.get("FREQ", ""))
    if every is None:
        raise InvalidInput("A series needs FREQ=DAILY, FREQ=WEEKLY or FREQ=MONTHLY.")
    weekdays, nth = _by_day(parts, every)
    if "BYMONTHDAY" in parts and (every is not Every.MONTH or nth is not None):
        raise InvalidInput("BYMONTHDAY is for FREQ=MONTHLY without BYDAY.")
    return Rule(
        every=every,
        interval=_number(parts, "INTERVAL") or 1,
        weekdays=weekdays,
        nth=nth,
        month_day=_month_day(parts),
        until=_until(parts),
        count=_number(parts, "COUNT"),
        week_start=_weekday(parts.get("WKST", "MO")),
    )


def _parts(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in text.strip().upper().removeprefix("RRULE:").split(";"):
        name, equals, value = part.partition("=")
        if name not in _PARTS or not equals or not value:
            known = ", ".join(_PARTS)
            raise InvalidInput(f"“{part}” is no part of a series’ rule. lcdesk knows {known}.")
        if name in found:
            raise InvalidInput(f"{name} stands twice in the rule.")
        found[name] = value
    return found


def _by_day(parts: Mapping[str, str], every: Every) -> tuple[tuple[int, ...], int | None]:
    if "BYDAY" not in parts:
        return (), None
    text = parts["BYDAY"]
    if every is Every.WEEK:
        return tuple(_weekday(one) for one in text.split(",")), None
    match = _NTH_DAY.fullmatch(text)
    if every is not Every.MONTH or match is None:
        raise InvalidInput("BYDAY is TU,FR in a weekly rule and 2TU or -1FR in a monthly one.")
    return (_weekday(match["day"]),), int(match["nth"])


def _weekday(text: str) -> int:
    if text not in WEEKDAYS:
        raise InvalidInput(f"“{text}” is not a weekday. They are {', '.join(WEEKDAYS)}.")
    return WEEKDAYS.index(text)


def _number(parts: Mapping[str, str], name: str) -> int | None:
    text = parts.get(name)
    if text is None:
        return None
    if not (text.isascii() and text.isdecimal() and 0 < len(text) < 5 and int(text)):
        raise InvalidInput(f"{name} is a whole number from 1 to 9999, not “{text}”.")
    return int(text)


def _month_day(parts: Mapping[str, str]) -> int | None:
    day = _number(parts, "BYMONTHDAY")
    if day is not None and day > 31:
        raise InvalidInput("BYMONTHDAY is 1 to 31.")
    return day


def _until(parts: Mapping[str, str]) -> date | None:
    text = parts.get("UNTIL")
    if text is None:
        return None
    try:
        if len(text) != 8 or not (text.isascii() and text.isdecimal()):
            raise ValueError
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        raise InvalidInput(f"UNTIL is the last day, such as 20270303, not “{text}”.") from None
