"""Which reminders there are to be: checked, and kept for calendars without their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from lcdesk.model.booking.reminders import AT_START, FURTHEST, MOST_REMINDERS
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.message import Message
from lcdesk.model.store.reminders.chosen import set_usual_reminders
from lcdesk.model.store.transaction import Transaction


def check_reminders(name: str, before: Sequence[timedelta]) -> None:
    """Whether a calendar of this name can have them. Raises InvalidInput."""
    if not _are_possible(before):
        raise InvalidInput(
            Message(
                "An appointment of {name} can have {most} reminders, up to four weeks before it.",
                name=name,
                most=MOST_REMINDERS,
            ),
            field="reminders",
        )


def choose_reminders(tx: Transaction, before: Sequence[timedelta]) -> None:
    """Remind of appointments so long before them, where their calendar says nothing.

    Raises InvalidInput.
    """
    if not _are_possible(before):
        raise InvalidInput(
            Message(
                "An appointment can have {most} reminders, up to four weeks before it.",
                most=MOST_REMINDERS,
            ),
            field="reminders",
        )
    set_usual_reminders(tx, before)


def _are_possible(before: Sequence[timedelta]) -> bool:
    return len(before) <= MOST_REMINDERS and all(AT_START <= one <= FURTHEST for one in before)
