"""When what stands nowhere can only be gone: pure decisions."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from lcdesk.model.domain.accounts import LinkedCalendar, Role
from lcdesk.model.domain.remote import OutboxEntry, OutboxKind, OutboxState
from lcdesk.sync.settle import was_searched
from tests.desk import NOW

MINUTE = timedelta(minutes=1)


def looked_for(until: datetime | None) -> OutboxEntry:
    update = OutboxKind.UPDATE
    return OutboxEntry(1, 1, update, "b", "a", '"1"', OutboxState.PENDING, not_before=until)


def calendar(listed: datetime | None, role: Role = Role.PRIMARY) -> LinkedCalendar:
    return LinkedCalendar(1, 1, 1, "/w/", "/w/", "Work", role=role, listed_whole_at=listed)


@pytest.mark.parametrize(
    ("listed", "searched"),
    [(None, False), (NOW - 2 * MINUTE, False), (NOW - MINUTE, True), (NOW, True)],
)
def test_a_listing_counts_that_was_made_after_the_minute(
    listed: datetime | None, searched: bool
) -> None:
    assert was_searched(calendar(listed), looked_for(NOW - MINUTE), NOW) is searched


def test_before_the_minute_nothing_counts() -> None:
    for role in Role:
        assert not was_searched(calendar(NOW, role), looked_for(None), NOW)


def test_in_a_calendar_that_is_not_read_the_minute_is_enough() -> None:
    assert was_searched(calendar(None, Role.NONE), looked_for(NOW - MINUTE), NOW)


def test_what_a_clock_noted_while_it_was_ahead_keeps_nothing_waiting_and_proves_nothing() -> None:
    ahead = NOW + timedelta(days=3)
    assert not was_searched(calendar(ahead), looked_for(ahead), NOW)
    assert was_searched(calendar(NOW), looked_for(ahead), NOW)
