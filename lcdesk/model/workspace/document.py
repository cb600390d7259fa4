"""JSON text as checked records: every mistake is named with the place where it stands."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.message import Message, joined
from lcdesk.model.domain.people import Day, Hours, HoursBlock, minute_of
from lcdesk.model.store.tables.columns import WEEKDAYS
from lcdesk.model.workspace.keys import LONGEST, read_length

LARGEST_FILE = 50_000_000  # bytes
LARGEST_NUMBER = 1_000_000_000

_Choice = TypeVar("_Choice", bound=StrEnum)
_Value = TypeVar("_Value")


def parse(content: bytes) -> Any:
    """The JSON value of a file. Raises InvalidInput with line and column."""
    if len(content) > LARGEST_FILE:
        raise InvalidInput(
            Message("The file is larger than {size} MB.", size=LARGEST_FILE // 1_000_000)
        )
    try:
        text = content.decode("utf-8-sig")
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise InvalidInput(Message("The file is not UTF-8 text.")) from None
    except json.JSONDecodeError as error:
        raise InvalidInput(
            Message(
                "The file is not JSON: {msg} in line {line}, column {column}.",
                msg=error.msg,
                line=error.lineno,
                column=error.colno,
            )
        ) from None
    except RecursionError:
        raise InvalidInput(Message("The file is nested too deeply to be a workspace.")) from None
    except ValueError as error:  # a number with thousands of digits
        raise InvalidInput(
            Message("The file is not JSON that can be used: {error}.", error=str(error))
        ) from None


def wrong(json_path: str, message: str) -> InvalidInput:
    """An error that names where it stands."""
    return InvalidInput(
        Message("{place}: {message}", place=json_path, message=message),
        details=(json_path,),
    )


@contextmanager
def naming(json_path: str) -> Iterator[None]:
    """Puts the place in front of what commands and values complain about."""
    try:
        yield
    except InvalidInput as error:
        if error.details:  # it is named already
            raise
        raise InvalidInput(
            Message("{place}: {message}", place=json_path, message=error.message),
            code=error.code,
            title=error.title,
            details=(json_path,),
        ) from error


def items(value: Any, json_path: str) -> Iterator[tuple[Any, str]]:
    """The items of a list with their places."""
    if not isinstance(value, list):
        raise wrong(json_path, Message("a list is needed here."))
    for index, item in enumerate(value):
        yield item, f"{json_path}[{index}]"


class Record:
    """A JSON object whose keys are all known. Absent keys give the default they are asked with."""

    def __init__(self, value: Any, json_path: str, keys: Iterable[str]) -> None:
        if not isinstance(value, dict):
            raise wrong(
                json_path or "the file", Message("an object with names and values is needed here.")
            )
        self.json_path = json_path
        self._values: Mapping[str, Any] = value
        _check_keys(value, json_path, tuple(keys))

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def at(self, key: str) -> str:
        """The place of a value."""
        return f"{self.json_path}.{key}" if self.json_path else key

    def value(self, key: str) -> Any:
        """A value as it is. Raises InvalidInput where it is missing."""
        if key not in self._values:
            raise wrong(self.at(key), Message("this is missing."))
        return self._values[key]

    def rows(self, key: str) -> Iterator[tuple[Any, str]]:
        """The items of a list; none where the key is absent."""
        return items(self._values.get(key, []), self.at(key))

    def text(self, key: str, default: str | None = None) -> str:
        """A text; None as default means it is needed."""
        if key not in self and default is not None:
            return default
        return _text(self.value(key), self.at(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list; none where the key is absent."""
        return tuple(_text(value, json_path) for value, json_path in self.rows(key))

    def whole(self, key: str, default: int) -> int:
        """A whole number."""
        return _whole(self.value(key), self.at(key)) if key in self else default

    def whole_or_none(self, key: str, default: int | None) -> int | None:
        """A whole number, or null."""
        if key not in self:
            return default
        value = self.value(key)
        return None if value is None else _whole(value, self.at(key))

    def truth(self, key: str, default: bool) -> bool:  # a value, not a switch
        """True or false."""
        if key not in self:
            return default
        value = self.value(key)
        if not isinstance(value, bool):
            raise wrong(self.at(key), Message("true or false is needed here."))
        return value

    def choice(self, key: str, among: type[_Choice], default: _Choice | None = None) -> _Choice:
        """One of some words; None as default means it is needed."""
        if key not in self and default is not None:
            return default
        return choice(self.value(key), self.at(key), among)

    def minutes(self, key: str, default: timedelta) -> timedelta:
        """Whole minutes."""
        return minutes(self.value(key), self.at(key)) if key in self else default

    def reminders(self, default: tuple[timedelta, ...] | None) -> tuple[timedelta, ...] | None:
        """Whole minutes before an appointment; null for the usual ones."""
        if "reminders" not in self:
            return default
        if self.value("reminders") is None:
            return None
        return tuple(minutes(value, json_path) for value, json_path in self.rows("reminders"))

    def length(self, key: str, default: timedelta) -> timedelta:
        """A length such as `2h`."""
        if key not in self:
            return default
        value = self.value(key)
        if isinstance(value, int):
            return minutes(value, self.at(key))
        with naming(self.at(key)):
            return read_length(_text(value, self.at(key)))

    def length_or_none(self, key: str, default: timedelta | None) -> timedelta | None:
        """A length such as `60d`, or null."""
        if key in self and self.value(key) is None:
            return None
        return self.length(key, default or timedelta()) if key in self else default

    def day(self, key: str) -> date:
        """A day such as 2026-12-01."""
        try:
            return date.fromisoformat(self.text(key))
        except ValueError:
            raise wrong(self.at(key), Message("a day such as 2026-12-01 is needed here.")) from None

    def find_all(self, key: str, known: Mapping[str, _Value], what: str) -> list[_Value]:
        """What a list of names stands for."""
        return [find_named(item, json_path, known, what) for item, json_path in self.rows(key)]

    def hours(self, default: Hours) -> Hours:
        """`hours` and `dates`, each replacing the default's as a whole."""
        weekly, dates = default.weekly, default.dates
        if "hours" in self:
            days = Record(self.value("hours"), self.at("hours"), WEEKDAYS)
            mon, tue, wed, thu, fri, sat, sun = (_day(days.rows(day)) for day in WEEKDAYS)
            weekly = (mon, tue, wed, thu, fri, sat, sun)
        if "dates" in self:
            dates = dict(_dates(self.value("dates"), self.at("dates")))
        return Hours(weekly, dates)


def find_named(value: Any, json_path: str, known: Mapping[str, _Value], what: str) -> _Value:
    """What a name stands for."""
    name = _text(value, json_path)
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        missing = Message("there is no {what} called “{name}”.", what=what, name=name)
        raise wrong(json_path, joined(" ", (missing, *map(_did_you_mean, near))))
    return known[name]


def _did_you_mean(name: str) -> Message:
    return Message("Did you mean {name}?", name=name)


def choice(value: Any, json_path: str, among: type[_Choice]) -> _Choice:
    """One of some words."""
    try:
        return among(value)
    except ValueError:
        words = ", ".join(among)
        raise wrong(
            json_path, Message("one of these words is needed here: {words}.", words=words)
        ) from None


def minutes(value: Any, json_path: str) -> timedelta:
    """Whole minutes."""
    count = _whole(value, json_path)
    if not 0 <= count <= LONGEST // timedelta(minutes=1):
        raise wrong(json_path, Message("minutes from 0 to those of ten years are needed here."))
    return timedelta(minutes=count)


def instant(value: Any, json_path: str, local: Callable[[datetime], datetime]) -> datetime:
    """An ISO 8601 time; `local` reads one without an offset."""
    text = _text(value, json_path)
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise wrong(
            json_path, Message("“{text}” is not a time. Write it as 2026-12-01T10:00.", text=text)
        ) from None
    if not 1900 <= found.year <= 2199 or found.microsecond:
        raise wrong(
            json_path, Message("a time between 1900 and 2199, in whole seconds, is needed here.")
        )
    return found if found.tzinfo is not None else local(found)


def _check_keys(value: Mapping[str, Any], json_path: str, keys: tuple[str, ...]) -> None:
    for key in value:
        if key not in keys:
            near = difflib.get_close_matches(key, keys, n=1)
            hint = (
                _did_you_mean(near[0])
                if near
                else Message("Known here: {keys}.", keys=", ".join(keys))
            )
            at = f"{json_path}.{key}" if json_path else key
            raise wrong(at, Message("this key is not known. {hint}", hint=hint))


def _dates(value: Any, json_path: str) -> Iterator[tuple[date, Day]]:
    if not isinstance(value, dict):
        raise wrong(json_path, Message("an object with dates and hours is needed here."))
    for text, blocks in value.items():
        try:
            day = date.fromisoformat(text)
        except ValueError:
            raise wrong(
                f"{json_path}.{text}", Message("this is not a day such as 2026-12-24.")
            ) from None
        yield day, _day(items(blocks, f"{json_path}.{text}"))


def _day(blocks: Iterator[tuple[Any, str]]) -> Day:
    return tuple(_block(value, json_path) for value, json_path in blocks)


def _block(value: Any, json_path: str) -> HoursBlock:
    if not isinstance(value, list) or len(value) != 2:
        raise wrong(json_path, Message('a pair such as ["09:00", "17:00"] is needed here.'))
    with naming(json_path):
        start, end = (minute_of(_text(text, json_path)) for text in value)
        return HoursBlock(start, end)


def _text(value: Any, json_path: str) -> str:
    if not isinstance(value, str):
        raise wrong(json_path, Message("a text is needed here."))
    try:
        value.encode()
    except UnicodeEncodeError:
        raise wrong(json_path, Message("this text holds half a character.")) from None
    if "\0" in value:
        raise wrong(json_path, Message("this text holds a NUL character."))
    return value


def _whole(value: Any, json_path: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise wrong(json_path, Message("a whole number is needed here."))
    if abs(value) > LARGEST_NUMBER:
        raise wrong(json_path, Message("this number is too large."))
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise InvalidInput(Message("The key “{twice}” stands twice in one object.", twice=twice))
    return found


def _no_constant(name: str) -> None:
    raise InvalidInput(Message("{name} is not a number that can be used.", name=name))
