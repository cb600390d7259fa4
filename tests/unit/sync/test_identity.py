"""What tells a calendar from one that was made anew at its place."""

from __future__ import annotations

import pytest

from lcdesk.sync.identity import choose_identity, doubt_identity, is_another

NUMBER, OTHER_NUMBER = "number:1", "number:2"
TIME, OTHER_TIME = "made:2026-11-23", "made:2026-11-24"
DOUBTED = doubt_identity(TIME, OTHER_TIME)


@pytest.mark.parametrize(
    ("known", "present", "another"),
    [
        (NUMBER, OTHER_NUMBER, True),
        (TIME, OTHER_TIME, True),
        (NUMBER, NUMBER, False),
        (TIME, NUMBER, False),  # they do not compare
        (NUMBER, "", False),
        ("", NUMBER, False),
        (DOUBTED, OTHER_TIME, False),
    ],
)
def test_only_what_compares_tells_another_calendar(known: str, present: str, another: bool) -> None:
    assert is_another(known, present) is another


@pytest.mark.parametrize(
    ("known", "present", "chosen"),
    [
        ("", TIME, TIME),
        (TIME, NUMBER, NUMBER),
        (TIME, OTHER_TIME, OTHER_TIME),
        (NUMBER, TIME, NUMBER),
        (DOUBTED, TIME, DOUBTED),
        (DOUBTED, NUMBER, NUMBER),
        (NUMBER, "", NUMBER),
    ],
)
def test_a_time_never_takes_the_place_of_a_number_or_of_a_doubt(
    known: str, present: str, chosen: str
) -> None:
    assert choose_identity(known, present) == chosen


def test_a_time_that_changed_while_everything_stayed_is_not_believed_again() -> None:
    assert DOUBTED not in {TIME, OTHER_TIME}
    assert doubt_identity("", TIME) == TIME
    assert doubt_identity(TIME, TIME) == TIME
    assert doubt_identity(NUMBER, OTHER_NUMBER) == OTHER_NUMBER
