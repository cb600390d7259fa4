"""A pause that a server asked for is remembered by the next process."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from lcdesk.model.domain.accounts import Account, Provider
from lcdesk.sync.connect import Connector
from lcdesk.sync.dav import TimeSource
from lcdesk.sync.secrets import SessionStore

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
ASKED = Account(1, Provider.ICLOUD, "ana@icloud.example", 1, throttled_at=NOW)


def connector(now: datetime = NOW) -> Connector:
    return Connector(SessionStore(), time_source=TimeSource(now=lambda: now))


def test_what_another_process_was_told_counts_here() -> None:
    memory = connector()._memory(ASKED)
    assert memory.is_recent(NOW + timedelta(minutes=10))
    assert not memory.is_recent(NOW + timedelta(minutes=31))


def test_what_this_process_was_told_later_is_not_forgotten() -> None:
    later = NOW + timedelta(minutes=20)
    line = connector(later)
    line._memory(ASKED).note(later)
    assert line._memory(ASKED).last == later


def test_a_pause_noted_while_the_clock_was_ahead_does_not_hide_one_of_now() -> None:
    ahead = replace(ASKED, throttled_at=NOW + timedelta(days=3))
    line = connector()
    assert not line._memory(ahead).is_recent(NOW)
    line._memory(ahead).note(NOW)
    assert line._memory(ahead).is_recent(NOW + timedelta(minutes=1))


def test_without_a_pause_nothing_is_believed_but_the_answer() -> None:
    account = Account(1, Provider.ICLOUD, "ana@icloud.example", 1)
    assert not connector()._memory(account).is_recent(NOW)
