"""What Undo names, in the same words everywhere."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale

from lcdesk.model.domain.undo import StepWords
from lcdesk.model.domain.zones import zone
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.wording.undo_words import step_words

TEN = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)  # in Berlin


def said(words: StepWords) -> str:
    return step_words(words, LocaleFormat(QLocale("en_GB")), zone("Europe/Berlin"))


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (StepWords("moved", "", "Cleo Park", TEN), "move of Cleo Park, 10:00"),
        (StepWords("resized", "", "Cleo Park", TEN), "new length of Cleo Park, 10:00"),
        (StepWords("booked", "", "Cleo Park", TEN, 4), "booking of 4 appointments"),
        (StepWords("cancelled", "", "Cleo Park", TEN), "cancellation of Cleo Park, 10:00"),
        (StepWords("blocked", "", "", TEN), "blocked time, 10:00"),
        (StepWords("unblocked", "", "Lunch", TEN), "freeing of Lunch, 10:00"),
        (StepWords("role", "", "Work"), "choice of calendar Work"),
        (StepWords("settled", "", "Cleo Park"), "decision about Cleo Park"),
        (StepWords("released", "", "Dentist", None, 3), "release of 3 blocked slots"),
        (StepWords("added", "staff", "Ana"), "new Ana"),
        (StepWords("changed", "calendar", "Visit"), "change of Visit"),
        (StepWords("deleted", "contact", "Cleo Park"), "deletion of Cleo Park"),
        (StepWords("changed", "preference"), "change of settings"),
        (StepWords("changed", "linked_calendar"), "choice of calendars"),
        (StepWords("changed", "event_text"), "change of an event"),
        (StepWords("of another version"), "change"),
        (StepWords("moved", "", "x" * 60), f"move of {'x' * 39}…"),
        (StepWords("moved", "", "Cleo\nPark"), "move of Cleo Park"),
    ],
)
def test_each_step_has_words(words: StepWords, text: str) -> None:
    assert said(words) == text
