"""What a calendar asks whoever is booked: its intake fields, and the answers of an appointment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FieldKind(StrEnum):
    """What can be answered."""

    TEXT = "text"
    CHOICE = "choice"
    YES_NO = "yes_no"


YES, NO = "yes", "no"
"""The two answers to a FieldKind.YES_NO, as they are kept and as JSON has them."""

MOST_FIELDS = 30  # of one calendar
MOST_CHOICES = 50  # of one field
LONGEST_NAME = 100  # letters of a field's name, and of each choice
LONGEST_ANSWER = 2_000


@dataclass(frozen=True, slots=True)
class IntakeField:
    """One thing that is asked; `id` 0 is a new field, and `choices` are for FieldKind.CHOICE."""

    id: int
    name: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """What was answered to a field, which the calendar may have stopped asking since.

    `name` is the field's present name, or its last one. `value` is YES or NO for FieldKind.YES_NO.
    """

    field: int
    name: str
    kind: FieldKind
    value: str
