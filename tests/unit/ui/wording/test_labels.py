"""Reasons as sentences, and refusals as one line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lcdesk.model.booking.situation import Reason, ReasonCode
from lcdesk.model.domain.errors import NotFound, SlotNotOpen
from lcdesk.model.domain.words import ICLOUD, place_of_host
from lcdesk.ui.booking.draft_model import length_words
from lcdesk.ui.wording.labels import refusal, sentence, sentences


@pytest.mark.parametrize("code", list(ReasonCode))
def test_every_reason_is_a_sentence_that_names_its_cause(code: ReasonCode) -> None:
    for staff in (None, "Ana"):
        text = sentence(Reason(code, "the cause", staff))
        assert "cause" in text
        assert text[0].isupper()
        assert code.value not in text


def test_a_busy_member_is_busy_where_the_event_stands() -> None:
    event = Reason(ReasonCode.CONFLICT, "Family: Dentist", "Ana", place_of_host("dav.example.org"))
    assert sentence(event) == "Ana is busy on dav.example.org: Family: Dentist"
    assert sentence(replace(event, server_name=ICLOUD)) == "Ana is busy in iCloud: Family: Dentist"


def test_a_reason_is_told_once() -> None:
    one = Reason(ReasonCode.PAST, "already started")
    assert sentences([one, one]) == ("Already started",)


def test_not_free_is_not_said_beside_why() -> None:
    not_free = Reason(ReasonCode.USER, "Ana is not free then", "Ana")
    booked = Reason(ReasonCode.BOOKED, "Cleo's 10:00", "Ana")
    assert sentences([not_free, booked]) == ("Ana has an appointment: Cleo's 10:00",)
    assert sentences([not_free]) == ("Ana is not free then",)


@pytest.mark.parametrize(
    ("code", "what", "staff", "said"),
    [
        (ReasonCode.CONFLICT, "Busy", "Ana", "Ana is busy in iCloud"),
        (ReasonCode.BLOCKED, "Blocked 10:00–11:00", "Ana", "Ana blocked this time: 10:00–11:00"),
        (ReasonCode.BLOCKED, "Blocked 10:00–11:00", None, "Blocked: 10:00–11:00"),
        (ReasonCode.BUFFER, "buffer after Cleo’s 10:00", "Ana",
         "Ana needs the buffer after Cleo’s 10:00"),
        (ReasonCode.BUFFER, "buffer after Cleo’s 10:00", None, "Buffer after Cleo’s 10:00"),
    ],
)  # fmt: skip
def test_busy_was_said_twice(code: ReasonCode, what: str, staff: str | None, said: str) -> None:
    assert sentence(Reason(code, what, staff)) == said


def test_a_refusal_has_no_codes() -> None:
    error = SlotNotOpen("Nothing was booked.", details=["USER: Ana has no hours", "PAST: gone"])
    assert refusal(error) == "Ana has no hours; Gone."


def test_other_errors_speak_for_themselves() -> None:
    assert refusal(NotFound("It is not there any more.")) == "It is not there any more."


@pytest.mark.parametrize(
    ("minutes", "words"), [(45, "45 min"), (60, "1 h"), (90, "1 h 30 min"), (120, "2 h")]
)
def test_lengths(minutes: int, words: str) -> None:
    assert length_words(minutes) == words
