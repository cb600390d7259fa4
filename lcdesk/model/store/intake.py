"""What calendars ask, and what was answered.

A field that a calendar asks no more is kept, marked as removed, for the answers that it has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import sqlalchemy as sa

from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.intake import FieldKind, GivenAnswer, IntakeField
from lcdesk.model.store.tables import appointment_answer, intake_field
from lcdesk.model.store.transaction import Reader, Transaction, chunks

# Asked at each look at a week: making a statement takes as long as asking it.
_ASKED = (
    sa.select(intake_field)
    .where(intake_field.c.removed.is_(False))
    .order_by(intake_field.c.position)
)


def fields_by_calendar(reader: Reader) -> Mapping[int, Sequence[IntakeField]]:
    """What each calendar asks, in its order; calendars that ask nothing are left out."""
    found: dict[int, list[IntakeField]] = defaultdict(list)
    for row in reader.connection.execute(_ASKED):
        field = IntakeField(row.id, row.name, FieldKind(row.kind), row.required, tuple(row.choices))
        found[row.calendar_id].append(field)
    return found


def write_fields(tx: Transaction, calendar_id: int, fields: Sequence[IntakeField]) -> None:
    """Have a calendar ask these. A new one called as one that was removed has its answers again."""
    of_calendar = sa.select(intake_field).where(intake_field.c.calendar_id == calendar_id)
    known = {row.id: row for row in tx.connection.execute(of_calendar)}
    removed = {row.name: row.id for row in known.values() if row.removed}
    asked: set[int] = set()
    for position, field in enumerate(fields):
        number = field.id if field.id in known else removed.get(field.name)
        values = _values(field) | {"position": position, "removed": False}
        if number is None:
            asked.add(tx.insert(intake_field, values | {"calendar_id": calendar_id}))
        else:
            asked.add(number)
            _update(tx, number, values)
    for number in known.keys() - asked:
        _update(tx, number, {"removed": True})


def find_field(reader: Reader, calendar_id: int, name: str) -> int | None:
    """The field of a calendar that bears this name, asked or removed."""
    query = (
        sa.select(intake_field.c.id)
        .where(intake_field.c.calendar_id == calendar_id, intake_field.c.name == name)
        .order_by(intake_field.c.removed, intake_field.c.id)
    )
    return reader.connection.execute(query).scalars().first()


def add_removed_field(tx: Transaction, calendar_id: int, name: str) -> int:
    """A field for answers to what the calendar does not ask any more; returns its id."""
    values = _values(IntakeField(0, name)) | {"position": 0, "removed": True}
    tx.touch(Topic.CALENDARS)
    return tx.insert(intake_field, values | {"calendar_id": calendar_id})


def answers_of(
    reader: Reader, appointment_ids: Iterable[int]
) -> Mapping[int, tuple[GivenAnswer, ...]]:
    """What was answered, by appointment: in the order of the fields, those removed last."""
    found: dict[int, list[GivenAnswer]] = {number: [] for number in appointment_ids}
    for some in chunks(list(found)):
        query = (
            sa.select(
                appointment_answer.c.appointment_id,
                appointment_answer.c.value,
                intake_field.c.id,
                intake_field.c.name,
                intake_field.c.kind,
            )
            .join(intake_field, intake_field.c.id == appointment_answer.c.field_id)
            .where(appointment_answer.c.appointment_id.in_(some))
            .order_by(intake_field.c.removed, intake_field.c.position, intake_field.c.id)
        )
        for row in reader.connection.execute(query):
            answer = GivenAnswer(row.id, row.name, FieldKind(row.kind), row.value)
            found[row.appointment_id].append(answer)
    return {number: tuple(answers) for number, answers in found.items()}


def write_answers(tx: Transaction, one: Appointment, answers: Mapping[int, str]) -> None:
    """Keep these answers of an appointment, by field, and no others."""
    mine = appointment_answer.c.appointment_id == one.id
    tx.connection.execute(appointment_answer.delete().where(mine))
    rows = [
        {"appointment_id": one.id, "field_id": field, "value": value}
        for field, value in answers.items()
    ]
    if rows:
        tx.connection.execute(appointment_answer.insert(), rows)
    tx.touch(Topic.AGENDA, [one.span])


def _update(tx: Transaction, number: int, values: Mapping[str, object]) -> None:
    tx.connection.execute(intake_field.update().where(intake_field.c.id == number).values(values))


def _values(field: IntakeField) -> dict[str, object]:
    return {
        "name": field.name,
        "kind": field.kind,
        "required": field.required,
        "choices": list(field.choices),
    }
