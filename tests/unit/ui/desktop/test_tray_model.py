"""The tray's one line about all accounts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.accounts import add_account
from lcdesk.model.domain.accounts import Account, AccountState, ErrorNote, Provider
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.store.people import insert_staff
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.desktop.tray_model import TrayModel, TrayStatus, status_of
from lcdesk.ui.look.locale import HourStyle, LocaleFormat
from tests.desk import open_store

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
WORDS = LocaleFormat(clock=HourStyle.HOURS_24)
ANNA = Account(1, Provider.ICLOUD, "anna@icloud.com", 1, last_success=NOW)
EARLIER = NOW - timedelta(minutes=30)
BEN = replace(ANNA, id=2, email="ben@icloud.com", last_success=EARLIER)


def status(*accounts: Account, waiting: int = 0) -> TrayStatus:
    return status_of(accounts, waiting=waiting, locale=WORDS, now=NOW)


def test_the_oldest_success_is_named() -> None:
    assert status(ANNA, BEN) == TrayStatus(f"Synced at {EARLIER.astimezone():%H:%M}")
    assert status(ANNA, waiting=2).text == f"Read at {NOW.astimezone():%H:%M}, 2 changes waiting"


def test_another_day_is_named_as_a_day() -> None:
    assert status(replace(ANNA, last_success=NOW - timedelta(days=2))).text == (
        "Synced on Thursday 19 November"
    )


def test_one_that_was_never_read_counts_as_not_synced() -> None:
    assert status(ANNA, replace(BEN, last_success=None)).text == "Not synced yet"
    assert status().text == "No account is connected"


def test_whoever_needs_a_person_comes_first() -> None:
    note = ErrorNote("SIGN_IN_REFUSED", "iCloud refused the password", "")
    refused = replace(BEN, state=AccountState.NEEDS_PASSWORD, error=note)
    seen = status(replace(ANNA, state=AccountState.OFFLINE), refused)
    assert seen == TrayStatus("ben@icloud.com: iCloud refused the password", needs_attention=True)


def test_what_waits_for_a_person_was_not_shown_at_the_tray() -> None:
    seen = status_of([ANNA], waiting=0, locale=WORDS, now=NOW, attention=2)
    assert seen.needs_attention
    assert seen.text == f"2 need attention, Synced at {NOW.astimezone():%H:%M}"


def test_a_refused_password_hid_what_else_waits() -> None:
    note = ErrorNote("SIGN_IN_REFUSED", "iCloud refused the password", "")
    refused = replace(BEN, state=AccountState.NEEDS_PASSWORD, error=note)
    seen = status_of([refused], waiting=0, locale=WORDS, now=NOW, attention=2)
    assert seen.text == "ben@icloud.com: iCloud refused the password, 2 need attention"


def test_being_offline_needs_nobody() -> None:
    seen = status(replace(ANNA, state=AccountState.OFFLINE), waiting=1)
    assert seen == TrayStatus("Offline, 1 change waiting", is_offline=True)


def test_the_line_follows_the_store(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    database = open_store(tmp_path)
    news = StoreNews(database)
    model = TrayModel(database, news, WORDS)
    with qtbot.waitSignal(model.changed) as first:
        model.read()
    assert first.args == [TrayStatus("No account is connected")]
    with qtbot.waitSignal(model.changed) as second, database.write() as tx:
        anna = insert_staff(tx, StaffMember(0, "Anna"))
        add_account(tx, provider=Provider.ICLOUD, email="anna@icloud.com", staff=anna)
    assert second.args == [TrayStatus("Not synced yet")]
    model.close()
    news.close()
    database.close()
