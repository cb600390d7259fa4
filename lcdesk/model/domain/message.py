"""Sentences that stay values: English text that knows its template and what was filled in.

The model, the sync and the command line word what they have to say as a Message. It is English
text for logs, JSON and tests, and the window says it in its own language from the template, the
key of the translation, and from the values, which keep their types until then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self, TypeAlias

from lcdesk.model.domain import english


@dataclass(frozen=True, slots=True)
class FullDay:
    """A day that is told with its year."""

    of: date


@dataclass(frozen=True, slots=True)
class ZoneName:
    """A time zone: its IANA name in English text, its city where a window says it."""

    iana: str

    @property
    def city(self) -> str:
        """The last part of the name: "Berlin", "New York"."""
        return self.iana.rpartition("/")[2].replace("_", " ")


# A number is a count; names are listed; a date is a day, an aware time one of the wall clock.
Value: TypeAlias = str | int | date | datetime | FullDay | ZoneName | Sequence[str]


class Message(str):
    """`template` with its `values`. What text functions make of it is text and English for good.

    `number` decides the form of the plural where it is not -1; `key` is then the form for many.
    """

    __slots__ = ("key", "number", "template", "values")
    number: int
    key: str
    template: str
    values: Mapping[str, Value]

    def __new__(cls, template: str, /, **values: Value) -> Self:
        """`template` is a literal, so that the translations can be read from the code."""
        return cls.made_of(template, template, -1, values)

    @classmethod
    def counted(cls, singular: str, plural: str, /, n: int, **values: Value) -> Self:
        """One sentence for one thing and another for many; both may say `{n}`."""
        return cls.made_of(singular if n == 1 else plural, plural, n, {"n": n, **values})

    @classmethod
    def made_of(cls, template: str, key: str, number: int, values: Mapping[str, Value]) -> Self:
        """A message from all of its parts."""
        text = template
        if values:
            text = fill(template, {name: written(value) for name, value in values.items()}, values)
        made = super().__new__(cls, text)
        made.template, made.key, made.number, made.values = template, key, number, values
        return made


def fill(template: str, texts: Mapping[str, str], values: Mapping[str, Value]) -> str:
    """The template with the texts of its values.

    What is filled in for `{Server}`, with a capital, begins a sentence; a name such as iCloud
    keeps its letters there.
    """
    return template.format_map(
        {
            name: f"{text[:1].upper()}{text[1:]}"
            if name[0].isupper() and isinstance(values[name], Message)
            else text
            for name, text in texts.items()
        }
    )


def joined(separator: str, texts: Iterable[str]) -> Message:
    """Texts one after the other, each of which is worded by itself."""
    parts = {f"part{number}": text for number, text in enumerate(texts)}
    template = separator.join(f"{{{name}}}" for name in parts)
    return Message(template, **parts)


def headed(head: str, rest: str) -> Message:
    """`Moved in iCloud: Ana has no hours then`."""
    return Message("{head}: {rest}", head=head, rest=rest)


def split_head(text: str) -> tuple[str, str]:
    """The inverse; `rest` is empty where there is none."""
    if isinstance(text, Message) and text.key == "{head}: {rest}":
        head, rest = text.values["head"], text.values["rest"]
        assert isinstance(head, str)
        assert isinstance(rest, str)
        return head, rest
    head, _, rest = text.partition(": ")
    return (head, rest) if rest else (text, "")


def clock_of(wall: datetime, zone_name: str, here: str) -> datetime | Message:
    """A time of the wall clock, with its zone where that is not the one looked at."""
    if zone_name == here:
        return wall
    return Message("{time} ({zone})", time=wall, zone=ZoneName(zone_name))


def upcoming(count: int) -> Message:
    """`3 upcoming appointments`."""
    return Message.counted("{n} upcoming appointment", "{n} upcoming appointments", n=count)


def written(value: Value) -> str:
    """A value as it stands in an English sentence."""
    match value:
        case str():
            return value
        case int():
            return f"{value:,}"
        case datetime():
            return english.clock(value)
        case date():
            return english.day(value)
        case FullDay():
            return english.full_day(value.of)
        case ZoneName():
            return value.iana
        case _:
            return english.enumeration(value)


def length(of: timedelta) -> str:
    """`2 hours`, `1 day`, `90 minutes`: in the largest unit that divides it."""
    days, after_days = divmod(of, timedelta(days=1))
    if days and not after_days:
        return Message.counted("{n} day", "{n} days", n=days)
    hours, after_hours = divmod(of, timedelta(hours=1))
    if hours and not after_hours:
        return Message.counted("{n} hour", "{n} hours", n=hours)
    minutes, after_minutes = divmod(of, timedelta(minutes=1))
    if minutes and not after_minutes:
        return Message.counted("{n} minute", "{n} minutes", n=minutes)
    return str(of)


def in_month(of: date, now: date) -> Message:
    """`this month`, else `in December`, with the year when it is another."""
    if (of.year, of.month) == (now.year, now.month):
        return Message("this month")
    name = _IN_MONTH[of.month - 1]
    return (
        name
        if of.year == now.year
        else Message("{in_month} {year}", in_month=name, year=str(of.year))
    )


_IN_MONTH = (
    Message("in January"), Message("in February"), Message("in March"), Message("in April"),
    Message("in May"), Message("in June"), Message("in July"), Message("in August"),
    Message("in September"), Message("in October"), Message("in November"), Message("in December"),
)  # fmt: skip
