"""Intake fields and answers in a workspace file: `fields` of a calendar, `answers` by field name.

An answer to something that the calendar does not ask is kept as one to a field that was removed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.intake import (
    LONGEST_ANSWER,
    LONGEST_NAME,
    NO,
    YES,
    FieldKind,
    GivenAnswer,
    IntakeField,
)
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.words import clean_line
from lcdesk.model.store.intake import add_removed_field, answers_of, find_field, write_answers
from lcdesk.model.store.transaction import Transaction
from lcdesk.model.workspace import keys
from lcdesk.model.workspace.document import Record, wrong


def read_fields(record: Record, base: Sequence[IntakeField]) -> tuple[IntakeField, ...]:
    """The fields of a calendar; one that is called as before keeps its answers."""
    if "fields" not in record:
        return tuple(base)
    known = {field.name: field.id for field in base}
    return tuple(
        _field(Record(value, json_path, keys.FIELD), known)
        for value, json_path in record.rows("fields")
    )


def _field(record: Record, known: Mapping[str, int]) -> IntakeField:
    name = record.text("name")
    return IntakeField(
        known.get(clean_line(name), 0),
        name,
        record.choice("kind", FieldKind, FieldKind.TEXT),
        record.truth("required", False),
        record.texts("choices"),
    )


def fields_shape(fields: Iterable[IntakeField]) -> list[dict[str, Any]]:
    """The fields as the file has them."""
    return [
        {"name": field.name, "kind": field.kind.value, "required": field.required}
        | ({"choices": list(field.choices)} if field.choices else {})
        for field in fields
    ]


def read_answers(record: Record, calendar: Calendar) -> dict[str, str] | None:
    """The answers of an appointment by field name; None where the file says nothing of them."""
    if "answers" not in record:
        return None
    value, json_path = record.value("answers"), record.at("answers")
    given = Record(value, json_path, value if isinstance(value, dict) else ())
    yes_or_no = {field.name for field in calendar.fields if field.kind is FieldKind.YES_NO}
    found: dict[str, str] = {}
    for key in value:
        name, answer = clean_line(key), clean_line(given.text(key))
        if not name or len(name) > LONGEST_NAME or len(answer) > LONGEST_ANSWER:
            raise wrong(
                given.at(key),
                Message(
                    "a name of up to {most} letters and an answer of up to {longest} are needed "
                    "here.",
                    most=LONGEST_NAME,
                    longest=LONGEST_ANSWER,
                ),
            )
        if name in yes_or_no and answer not in (YES, NO, ""):
            raise wrong(given.at(key), Message("yes or no is needed here."))
        if name in found:
            raise wrong(given.at(key), Message("this was answered already."))
        if answer:
            found[name] = answer
    return found


def restore_answers(
    tx: Transaction, one: Appointment, calendar: Calendar, given: Mapping[str, str]
) -> None:
    """Give an appointment these answers and no others."""
    asked = {field.name: field.id for field in calendar.fields}
    (present,) = answers_of(tx, [one.id]).values()
    if given == answers_shape(present):
        return
    wanted = {
        asked.get(name)
        or find_field(tx, calendar.id, name)
        or add_removed_field(tx, calendar.id, name): value
        for name, value in given.items()
    }
    write_answers(tx, one, wanted)


def answers_shape(given: Iterable[GivenAnswer]) -> dict[str, str]:
    """The answers as the file has them; a field that bears the name of another is numbered."""
    shape: dict[str, str] = {}
    for answer in given:
        name, number = answer.name, 1
        while name in shape:
            number += 1
            name = f"{answer.name} ({number})"
        shape[name] = answer.value
    return shape
