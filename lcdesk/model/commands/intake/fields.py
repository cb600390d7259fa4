"""The intake fields of a calendar, checked (docs/rules/booking.md, "Intake fields")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.intake import (
    LONGEST_NAME,
    MOST_CHOICES,
    MOST_FIELDS,
    FieldKind,
    IntakeField,
)
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.words import clean_line


def check_fields(calendar: str, fields: Sequence[IntakeField]) -> tuple[IntakeField, ...]:
    """The fields, tidied up. Raises InvalidInput with a sentence about the calendar's `fields`."""
    if len(fields) > MOST_FIELDS:
        raise _wrong(
            Message("{name} asks for at most {most} things.", name=calendar, most=MOST_FIELDS)
        )
    tidied = tuple(_check_field(calendar, field) for field in fields)
    twice = _find_twice([field.name for field in tidied])
    if twice:
        raise _wrong(Message("{name} asks for “{twice}” twice.", name=calendar, twice=twice))
    return tidied


def _check_field(calendar: str, field: IntakeField) -> IntakeField:
    name = clean_line(field.name)
    if not name:
        raise _wrong(Message("Each thing that {name} asks for needs a name.", name=calendar))
    _check_length(name)
    if field.kind is not FieldKind.CHOICE:
        return replace(field, name=name, choices=())
    choices = tuple(filter(None, map(clean_line, field.choices)))
    if not choices:
        raise _wrong(Message("“{field}” needs something to choose from.", field=name))
    if len(choices) > MOST_CHOICES:
        raise _wrong(
            Message("“{field}” has at most {most} choices.", field=name, most=MOST_CHOICES)
        )
    for choice in choices:
        _check_length(choice)
    twice = _find_twice(choices)
    if twice:
        raise _wrong(Message("“{field}” offers “{twice}” twice.", field=name, twice=twice))
    return replace(field, name=name, choices=choices)


def _check_length(text: str) -> None:
    if len(text) > LONGEST_NAME:
        raise _wrong(
            Message(
                "“{begin}…” is too long: a name or a choice has at most {most} letters.",
                begin=text[:30],
                most=LONGEST_NAME,
            )
        )


def _find_twice(texts: Sequence[str]) -> str:
    """The first text that stands there twice, whatever its case; empty where none does."""
    seen: set[str] = set()
    for text in texts:
        if text.casefold() in seen:
            return text
        seen.add(text.casefold())
    return ""


def _wrong(message: Message) -> InvalidInput:
    return InvalidInput(message, field="fields")
