"""Ids as people type them and as the agenda prints them."""

from __future__ import annotations

import pytest

from lcdesk.model.domain.events import (
    APPOINTMENT,
    BLOCKED,
    EVENT,
    EntryId,
    number_of,
    parse_entry_id,
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("a12", EntryId(APPOINTMENT, 12)),
        ("b3", EntryId(BLOCKED, 3)),
        ("e7", EntryId(EVENT, 7)),
        ("e7@20261201", EntryId(EVENT, 7, "20261201")),
        ("e7@20261201T090000Z", EntryId(EVENT, 7, "20261201T090000Z")),
        ("a999999999999999999", EntryId(APPOINTMENT, 999_999_999_999_999_999)),
    ],
)
def test_an_id_names_a_kind_a_number_and_a_date(text: str, named: EntryId) -> None:
    assert parse_entry_id(text) == named


@pytest.mark.parametrize(
    "text",
    ["", "12", "a", "c1", "a-1", "a 1", "a1\n", "a1@20261201", "a٣", "e7@", "e7@2026-12-01",
     "e7@20261201T090000", "a9999999999999999999"],
)  # fmt: skip
def test_other_text_is_no_id(text: str) -> None:
    assert parse_entry_id(text) is None


@pytest.mark.parametrize("text", [None, "", "b3", "e3"])
def test_an_id_of_another_kind_has_no_number_of_this_one(text: str | None) -> None:
    assert number_of(text, APPOINTMENT) is None
