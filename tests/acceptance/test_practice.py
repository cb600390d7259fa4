"""Practice: a fresh business with a real server, ready in a moment and gone without a trace."""

from __future__ import annotations

import socket
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from lcdesk.demo.events import first_monday
from lcdesk.demo.practice import PracticeUnavailable, practice
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import EntryKind, Origin
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.accounts import all_accounts
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.queries.agenda import agenda
from lcdesk.sync.connect import Connector
from lcdesk.sync.engine import run_pass

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def test_practice_is_a_whole_business_in_step_with_its_server(tmp_path: Path) -> None:
    with practice(tmp_path / "practice", NOW) as made:
        database = Database.open(made.paths.database)
        with database.read() as reader:
            accounts = all_accounts(reader)
            assert [member.name for member in all_staff(reader)] == ["Ana", "Ben"]
            assert {calendar.kind for calendar in all_calendars(reader)} == set(CalendarKind)
        for account in accounts:
            report = run_pass(
                database,
                account,
                connect=Connector(made.secrets),
                clock=lambda: NOW,
                progress=lambda _name, _done, _total: None,
            )
            assert report.ok
            assert report.pushed.created > 0
            assert report.pulled.quarantined == 0
        with database.read() as reader:
            entries = agenda(reader, TimeSpan(NOW - timedelta(days=7), NOW + timedelta(days=14)))
        database.close()
        server = urlsplit(accounts[0].server)
    mirrored = [entry for entry in entries if entry.origin is Origin.ICLOUD]
    assert any(entry.recurring for entry in mirrored)
    assert any(entry.all_day for entry in mirrored)
    assert any(not entry.busy for entry in mirrored)
    assert sum(entry.kind is EntryKind.APPOINTMENT for entry in entries) > 15
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((server.hostname or "", server.port or 0), timeout=1)


def test_practice_goes_on_where_it_was_left(tmp_path: Path) -> None:
    for _ in range(2):
        with practice(tmp_path, NOW) as made:
            database = Database.open(made.paths.database)
            with database.read() as reader:
                assert len(all_staff(reader)) == 2
            database.close()


def test_practice_twice_in_one_folder_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with (
        practice(tmp_path, NOW),
        pytest.raises(PracticeUnavailable, match="open in this folder"),
        practice(tmp_path, NOW),
    ):
        pass


@pytest.mark.parametrize("day", range(23, 30))
def test_the_fortnight_begins_with_the_week_that_the_window_shows(day: int) -> None:
    assert first_monday(date(2026, 11, day)) == date(2026, 11, 23)
