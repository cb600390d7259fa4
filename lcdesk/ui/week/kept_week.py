"""A week as text and back: what was drawn when the window was left, to be drawn at its next start.

Only what is drawn is kept, not what is told of it where a person points. The text may have been
changed by anybody: it is read value by value, of the kinds and in the sizes that a week has, or not
at all.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar

from lcdesk.ui.week.week import Badge, Banner, Block, BlockKind, DayColumn, Week

_T = TypeVar("_T")
_MOST = 3_000  # columns and boxes
_HOURS = 24
_LONGEST = 2_000  # letters of a text
_MOST_MINUTES = 10_000
_TOLD = "description"  # made anew from the store where somebody points

_A_DAY, _A_BLOCK = date(2000, 1, 3), Block("", date(2000, 1, 3), 0, 0, "")
_SAMPLES = (_A_BLOCK, Banner("", _A_DAY, _A_DAY, ""), DayColumn(_A_DAY, "", ""), Week())


def week_as_text(week: Week) -> str:
    """The week without what is told of its boxes."""
    return json.dumps(_plain(week), ensure_ascii=False, separators=(",", ":"))


def week_of_text(text: str) -> Week:
    """The week that such a text means. Raises ValueError where it means none."""
    try:
        read = json.loads(text)
        if sum(len(read.get(each, ())) for each in ("days", "blocks", "banners")) > _MOST:
            raise ValueError("more than a screen has room for")
        week = _made(Week, read)
    except (AttributeError, KeyError, TypeError, RecursionError) as error:
        raise ValueError("not a week") from error
    if {len(week.hour_labels), len(week.second_hour_labels)} - {0, _HOURS}:
        raise ValueError("not the hours of a day")
    return week


def week_at(week: Week, now: datetime) -> Week:
    """The week as it looks later, on the same clock: another day may be today, more is past."""
    today, minute = now.date(), now.hour * 60 + now.minute
    return replace(
        week,
        days=tuple(replace(column, is_today=column.day == today) for column in week.days),
        blocks=tuple(
            replace(block, past=block.past or (block.day, block.end) <= (today, minute))
            for block in week.blocks
        ),
        now=(today, minute) if any(column.day == today for column in week.days) else None,
    )


def _plain(value: Any) -> Any:
    """Dates and names of kinds as texts; what is as usual is left out."""
    if isinstance(value, Block | Banner | DayColumn | Week):
        usual = next(sample for sample in _SAMPLES if type(sample) is type(value))
        given = {field.name: getattr(value, field.name) for field in fields(value)}
        return {
            name: _plain(each)
            for name, each in given.items()
            if name != _TOLD and each != getattr(usual, name)
        }
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.name if isinstance(value, Enum) else value


def _made(kind: type[_T], read: Mapping[str, Any]) -> _T:
    """A value of this kind; what is not said is as usual."""
    usual: Any = next(sample for sample in _SAMPLES if type(sample) is kind)
    given = {
        name: _READERS[name](value) if name in _READERS else _like(getattr(usual, name), value)
        for name, value in read.items()
    }
    made: _T = replace(usual, **given)
    return made


def _like(usual: object, value: object) -> object:
    """A text, a truth or a number, as the usual value is one."""
    if type(value) is not type(usual):
        raise ValueError("of another kind")
    return _number(value) if type(value) is int else _text(value) if type(value) is str else value


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise ValueError("not a text")
    value.encode()  # half a letter could not be drawn: UnicodeError is a ValueError
    return value


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value <= _MOST_MINUTES:
        raise ValueError("not a number of minutes")
    return value


def _member(value: object) -> int | None:
    if value is not None and (type(value) is not int or value < 0):
        raise ValueError("not a member")
    return value


def _stretch(value: Any) -> tuple[int, int]:
    start, end = value
    return _number(start), _number(end)


def _each(reader: Callable[[Any], _T]) -> Callable[[Any], tuple[_T, ...]]:
    return lambda values: tuple(reader(value) for value in values)


def _day_and_minute(value: Any) -> tuple[date, int]:
    day, minute = value
    return date.fromisoformat(day), _number(minute)


_READERS: dict[str, Callable[[Any], Any]] = {
    "day": date.fromisoformat,
    "first": date.fromisoformat,
    "last": date.fromisoformat,
    "month": date.fromisoformat,
    "kind": BlockKind.__getitem__,
    "badge": Badge.__getitem__,
    "member": _member,
    "processing": _stretch,
    "open": _each(_stretch),
    "bookable": _each(_stretch),
    "now": _day_and_minute,
    "hour_labels": _each(_text),
    "second_hour_labels": _each(_text),
    "days": _each(lambda read: _made(DayColumn, read)),
    "blocks": _each(lambda read: _made(Block, read)),
    "banners": _each(lambda read: _made(Banner, read)),
}
