"""Answers to intake fields, as they are typed (`--answer "Field=Value"`) and as JSON has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.events import AgendaEntry, EntryKind
from lcdesk.model.domain.message import Message
from lcdesk.model.store.intake import answers_of
from lcdesk.model.store.transaction import Reader


def answers_typed(calendar: Calendar, texts: Iterable[str]) -> dict[int, str]:
    """The answers by field, whatever the case of its name. Raises InvalidInput."""
    found: dict[int, str] = {}
    for text in texts:
        number, value = _answer(calendar, text)
        if number in found:
            raise InvalidInput(Message("“{text}” answers what was answered already.", text=text))
        found[number] = value
    return found


def _answer(calendar: Calendar, text: str) -> tuple[int, str]:
    """A name may hold an equals sign, so the longest that fits is meant; blanks around it do not
    count.
    """
    typed = text.lstrip()
    for field in sorted(calendar.fields, key=lambda field: -len(field.name)):
        name, rest = typed[: len(field.name)], typed[len(field.name) :].lstrip()
        if name.casefold() == field.name.casefold() and rest.startswith("="):
            return field.id, rest[1:]
    asked = ", ".join(field.name for field in calendar.fields) or Message("nothing")
    raise InvalidInput(
        Message(
            "“{text}” is no answer. Write it as Field=Value; {calendar} asks for: {asked}.",
            text=text,
            calendar=calendar.name,
            asked=asked,
        )
    )


def add_answers(
    reader: Reader, entries: Sequence[AgendaEntry], shapes: Sequence[dict[str, Any]]
) -> None:
    """Add `answers` to the shapes of those entries that have any."""
    booked = [entry.number for entry in entries if entry.kind is EntryKind.APPOINTMENT]
    answers = answers_of(reader, booked)
    for entry, shape in zip(entries, shapes, strict=True):
        given = answers.get(entry.number, ()) if entry.kind is EntryKind.APPOINTMENT else ()
        if given:
            shape["answers"] = {answer.name: answer.value for answer in given}
