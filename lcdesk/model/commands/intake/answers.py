"""What was answered to the intake fields of a calendar: checked, kept, changed.

Answers stay in lcdesk: they are no part of the event that a server holds, which others may read
(docs/rules/booking.md, "Intake fields").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lcdesk.model.commands.told_here import tell_answers
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.errors import InvalidInput, RefusedByRule
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.intake import (
    LONGEST_ANSWER,
    NO,
    YES,
    FieldKind,
    GivenAnswer,
    IntakeField,
)
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.words import clean_line
from lcdesk.model.store.intake import answers_of, write_answers
from lcdesk.model.store.transaction import Reader, Transaction


class AnswerMissing(RefusedByRule):
    """The calendar asks for something that was not answered; `details` are the fields' names."""

    code = "ANSWER_MISSING"
    title = Message("Something is not answered")


def check_answers(calendar: Calendar, given: Mapping[int, str]) -> dict[int, str]:
    """The answers to what the calendar asks, tidied up; empty ones and all others are left out.

    Raises InvalidInput for what is too long or was not offered.
    """
    tidied = {field.id: _check(field, given.get(field.id, "")) for field in calendar.fields}
    return {field: value for field, value in tidied.items() if value}


def refuse_missing(calendar: Calendar, answers: Mapping[int, str]) -> None:
    """Raises AnswerMissing where a required field has no answer."""
    missing = missing_names(calendar.fields, answers)
    if missing:
        raise AnswerMissing(
            Message(
                "{calendar} needs an answer to {fields}. Nothing was booked.",
                calendar=calendar.name,
                fields=missing,
            ),
            details=missing,
        )


def missing_names(fields: Sequence[IntakeField], answers: Mapping[int, str]) -> list[str]:
    """The names of required fields without an answer."""
    return [
        field.name for field in fields if field.required and not answers.get(field.id, "").strip()
    ]


def carry_answers(reader: Reader, calendar: Calendar, appointment_id: int) -> dict[int, str]:
    """The answers of an appointment that hold for another one: what is asked and offered still."""
    (given,) = answers_of(reader, [appointment_id]).values()
    had = {answer.field: answer.value for answer in given}
    return {
        field.id: had[field.id]
        for field in calendar.fields
        if field.id in had and (not _offered(field) or had[field.id] in _offered(field))
    }


def change_answers(
    tx: Transaction, found: Iterable[Appointment], calendar: Calendar, wanted: Mapping[int, str]
) -> None:
    """Give these answers to fields of the calendar; an empty one is taken away, others stay.

    A required field may lose its answer: what is booked is booked. Raises InvalidInput.
    """
    appointments = tuple(found)
    before = answers_of(tx, [one.id for one in appointments])
    for one in appointments:
        had = {answer.field: answer.value for answer in before[one.id]}
        changed = {field: text for field, text in wanted.items() if text != had.get(field, "")}
        checked = check_answers(calendar, changed)
        kept = {field: value for field, value in had.items() if field not in changed}
        if kept | checked == had:
            continue
        write_answers(tx, one, kept | checked)
        (after,) = answers_of(tx, [one.id]).values()
        tell_answers(tx, one, _changed_names(before[one.id], after))


def _changed_names(before: Sequence[GivenAnswer], after: Sequence[GivenAnswer]) -> list[str]:
    """The fields whose answers are not the same."""
    old = {answer.field: answer.value for answer in before}
    new = {answer.field: answer.value for answer in after}
    names = {answer.field: answer.name for answer in (*before, *after)}
    return [name for field, name in names.items() if old.get(field) != new.get(field)]


def _check(field: IntakeField, given: str) -> str:
    answer = clean_line(given)
    if not answer:
        return ""
    if len(answer) > LONGEST_ANSWER:
        raise InvalidInput(
            Message(
                "The answer to “{field}” is longer than {most} letters.",
                field=field.name,
                most=LONGEST_ANSWER,
            ),
            field="answers",
        )
    offered = _offered(field)
    if not offered:
        return answer
    by_folded = {choice.casefold(): choice for choice in offered}
    if answer.casefold() not in by_folded:
        raise InvalidInput(
            Message(
                "“{answer}” is no answer to “{field}”. It can be: {choices}.",
                answer=answer,
                field=field.name,
                choices=", ".join(offered),
            ),
            field="answers",
        )
    return by_folded[answer.casefold()]


def _offered(field: IntakeField) -> tuple[str, ...]:
    """What can be chosen; empty where anything can be written."""
    if field.kind is FieldKind.YES_NO:
        return (YES, NO)
    return field.choices
