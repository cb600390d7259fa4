"""A pause that a server asked for is remembered by the next process."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from lcdesk.model.domain.accounts import Account, Provider
from lcdesk.sync.connect import Connector
from lcdesk.sync.secrets import SessionStore

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
ASKED = Account(1, Provider.ICLOUD, "ana@icloud.example", 1, throttled_at=NOW)


def test_what_another_process_was_told_counts_here() -> None:
    memory = Connector(SessionStore())._memory(ASKED)
    assert memory.is_recent(NOW + timedelta(minutes=10))
    assert not memory.is_recent(NOW + timedelta(minutes=31))


def test_what_this_process_was_told_later_is_not_forgotten() -> None:
    connector = Connector(SessionStore())
    later = NOW + timedelta(minutes=20)
    connector._memory(ASKED).note(later)
    assert connector._memory(ASKED).last == later


def test_without_a_pause_nothing_is_believed_but_the_answer() -> None:
    account = Account(1, Provider.ICLOUD, "ana@icloud.example", 1)
    assert not Connector(SessionStore())._memory(account).is_recent(NOW)
