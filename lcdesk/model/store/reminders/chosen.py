"""What a person chose about reminders and notices; what cannot be read counts as the usual."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from lcdesk.model.booking.reminders import USUAL, QuietHours
from lcdesk.model.domain.zones import MINUTES_A_DAY
from lcdesk.model.store.preferences import get_preference, set_preference
from lcdesk.model.store.tables.columns import minutes
from lcdesk.model.store.transaction import Reader, Transaction

USUAL_REMINDERS = "reminders"
QUIET_HOURS = "quiet_hours"
TELLS_ATTENTION = "attention_notices"
HIDES_DETAILS = "notices_hide_details"


def usual_reminders(reader: Reader) -> tuple[timedelta, ...]:
    """How long before an appointment a reminder comes, where its calendar says nothing."""
    kept = get_preference(reader, USUAL_REMINDERS)
    if not isinstance(kept, list) or not all(isinstance(count, int) for count in kept):
        return USUAL
    return tuple(timedelta(minutes=count) for count in kept)


def set_usual_reminders(tx: Transaction, before: Sequence[timedelta]) -> None:
    """Keep these for the calendars that say nothing."""
    set_preference(tx, USUAL_REMINDERS, [minutes(length) for length in before])


def quiet_hours(reader: Reader) -> QuietHours | None:
    """When nothing is told; None where that is never."""
    kept = get_preference(reader, QUIET_HOURS)
    if not isinstance(kept, list) or len(kept) != 2:
        return None
    if not all(isinstance(minute, int) and 0 <= minute < MINUTES_A_DAY for minute in kept):
        return None
    return QuietHours(*kept)


def set_quiet_hours(tx: Transaction, quiet: QuietHours | None) -> None:
    """Tell nothing in these hours."""
    set_preference(tx, QUIET_HOURS, None if quiet is None else [quiet.start, quiet.end])


def tells_attention(reader: Reader) -> bool:
    """Whether a notification says what began to wait for a person."""
    return get_preference(reader, TELLS_ATTENTION, True) is not False


def set_tells_attention(tx: Transaction, tells: bool) -> None:
    """Say it, or not."""
    set_preference(tx, TELLS_ATTENTION, tells)


def hides_details(reader: Reader) -> bool:
    """Whether notifications name nobody and nothing that is booked."""
    return get_preference(reader, HIDES_DETAILS, False) is True


def set_hides_details(tx: Transaction, hides: bool) -> None:
    """Name nobody, or do."""
    set_preference(tx, HIDES_DETAILS, hides)
