"""What the tables are made of: instants, days, numbers and references.

Hours, lengths and error notes as the JSON and whole minutes that the tables keep.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Text,
    TypeDecorator,
)
from sqlalchemy.engine import Dialect

from lcdesk.model.domain.accounts import ErrorNote
from lcdesk.model.domain.calendars import Every, Repeats, ServiceOption, WhenTaken
from lcdesk.model.domain.message_text import decode, encode
from lcdesk.model.domain.people import Day, Hours, HoursBlock

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept as whole seconds since 1970 in UTC."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Refuses naive datetimes, which would be read in this computer's zone."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("only aware datetimes are stored")
        return int(value.timestamp())

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """The instant in UTC."""
        del dialect
        return None if value is None else datetime.fromtimestamp(value, UTC)


class DayColumn(TypeDecorator[date]):
    """A calendar day without a zone, kept as ISO text."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """`2026-11-21`."""
        del dialect
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """The day."""
        del dialect
        return None if value is None else date.fromisoformat(value)


class Words(TypeDecorator[str]):
    """What was said to a person, so that it can be said again in another language.

    Comparisons in SQL see the English text, and what a message was made of behind it.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The English text first."""
        del dialect
        return None if value is None else encode(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """The message."""
        del dialect
        return None if value is None else decode(value)


def id_column() -> Column[int]:
    """A number of its own, never used again."""
    return Column("id", Integer, primary_key=True, autoincrement=True)


def reference(table: str, name: str, *, nullable: bool = False, key: bool = False) -> Column[int]:
    """A row of another table, with which this row goes."""
    return Column(
        name,
        Integer,
        ForeignKey(f"{table}.id", ondelete="CASCADE"),
        nullable=nullable,
        primary_key=key,
        index=not key,
    )


WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def hours_to_json(hours: Hours) -> dict[str, Any]:
    """Minutes past midnight, by weekday and by date."""
    return {
        "weekly": [_day_to_json(day) for day in hours.weekly],
        "dates": {day.isoformat(): _day_to_json(blocks) for day, blocks in hours.dates.items()},
    }


def hours_from_json(value: dict[str, Any]) -> Hours:
    """The inverse of hours_to_json."""
    mon, tue, wed, thu, fri, sat, sun = (_day_from_json(day) for day in value["weekly"])
    dates = {date.fromisoformat(day): _day_from_json(at) for day, at in value["dates"].items()}
    return Hours((mon, tue, wed, thu, fri, sat, sun), dates)


def _day_to_json(day: Day) -> list[list[int]]:
    return [[block.start, block.end] for block in day]


def _day_from_json(value: list[list[int]]) -> Day:
    return tuple(HoursBlock(start, end) for start, end in value)


def reminders_to_json(before: Sequence[timedelta] | None) -> list[int] | None:
    """Minutes before an appointment, or nothing where the usual ones are meant."""
    return None if before is None else [minutes(length) for length in before]


def reminders_from_json(value: list[int] | None) -> tuple[timedelta, ...] | None:
    """The inverse of reminders_to_json."""
    return None if value is None else tuple(timedelta(minutes=count) for count in value)


def repeats_to_json(repeats: Repeats | None) -> dict[str, Any] | None:
    """The rule that a booking is proposed to repeat by, or nothing."""
    if repeats is None:
        return None
    return {
        "every": repeats.every.value,
        "times": repeats.times,
        "when_taken": repeats.when_taken.value,
    }


def repeats_from_json(value: dict[str, Any] | None) -> Repeats | None:
    """The inverse of repeats_to_json."""
    if value is None:
        return None
    return Repeats(Every(value["every"]), value["times"], WhenTaken(value["when_taken"]))


def options_to_json(options: Sequence[ServiceOption]) -> list[dict[str, Any]]:
    """Variations or add-ons, in their order."""
    return [{"name": option.name, "minutes": minutes(option.length)} for option in options]


def options_from_json(value: list[dict[str, Any]]) -> tuple[ServiceOption, ...]:
    """The inverse of options_to_json."""
    return tuple(
        ServiceOption(option["name"], timedelta(minutes=option["minutes"])) for option in value
    )


def minutes(length: timedelta) -> int:
    """Whole minutes of a length."""
    return int(length.total_seconds() // 60)


def note_to_json(note: ErrorNote | None) -> dict[str, str] | None:
    """An error note's fields."""
    if note is None:
        return None
    return {
        "code": note.code,
        "title": encode(note.title),
        "message": encode(note.message),
    }


def note_from_json(value: dict[str, str] | None) -> ErrorNote | None:
    """The inverse of note_to_json."""
    if value is None:
        return None
    return ErrorNote(value["code"], decode(value["title"]), decode(value["message"]))
