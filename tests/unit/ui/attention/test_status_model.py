"""The status line's words, from accounts, outbox and what the sync says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale

from lcdesk.model.domain.accounts import AccountState, ErrorNote
from lcdesk.model.domain.message import Message
from lcdesk.model.store import accounts
from lcdesk.sync.dav.failures import KEPT
from lcdesk.sync.errors import NoAccess
from lcdesk.sync.reports import note_of
from lcdesk.ui.bridge import StoreNews, SyncActivity, SyncControl, SyncProgress
from lcdesk.ui.context.context_model import WindowState
from lcdesk.ui.context.view_filter import DayMode
from lcdesk.ui.look.icons import Sign
from lcdesk.ui.look.language import speak
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.window.desk_model import WindowModel
from lcdesk.ui.wording.messages import worded
from tests.desk import BERLIN
from tests.salon import Salon, at

pytestmark = pytest.mark.usefixtures("qapp")


class Line:
    """A desk without a window."""

    def __init__(self, salon: Salon) -> None:
        self.news = StoreNews(salon.database)
        self.sync = SyncControl()
        self.desk = WindowModel(
            salon.database,
            self.news,
            self.sync,
            locale=LocaleFormat(QLocale("en_GB")),
            clock=salon.clock,
            local_zone=BERLIN,
        )
        self.status = self.desk.status

    def close(self) -> None:
        self.desk.close()
        self.news.close()


@pytest.fixture
def line(salon: Salon) -> Iterator[Line]:
    salon.connect(salon.ana)
    line = Line(salon)
    yield line
    line.close()


def mark(salon: Salon, state: AccountState, **more: object) -> None:
    with salon.database.write() as tx:
        accounts.set_account_state(tx, 1, state, **more)  # type: ignore[arg-type]  # any field


def again(salon: Salon) -> str:
    line = Line(salon)
    line.close()
    return line.status.text


def test_a_new_account_is_not_synced_yet(line: Line) -> None:
    assert line.status.text == "Not synced yet"


def test_without_accounts_nothing_is_connected(salon: Salon) -> None:
    assert again(salon) == "Not connected"


def test_the_last_success_grows_old(salon: Salon, line: Line) -> None:
    mark(salon, AccountState.OK, success_at=salon.now - timedelta(minutes=2))
    assert again(salon) == "Synced 2 min ago"


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (AccountState.OFFLINE, "Offline. Changes are kept and sent later."),
        (AccountState.NEEDS_PASSWORD, "iCloud refused the password. Enter a new one in Settings."),
        (AccountState.THROTTLED, "iCloud is busy. Next try at 08:20."),
        (AccountState.ERROR, "The last sync did not work. Changes are kept."),
    ],
)
def test_each_state_has_its_sentence(
    salon: Salon, line: Line, state: AccountState, text: str
) -> None:
    mark(salon, state, next_try=salon.now + timedelta(minutes=20))
    assert again(salon) == text


def test_the_line_believed_a_try_noted_by_a_clock_that_was_ahead(salon: Salon, line: Line) -> None:
    mark(salon, AccountState.THROTTLED, next_try=salon.now + timedelta(hours=3))
    assert again(salon) == "iCloud is busy. lcdesk tries again soon."


def test_a_pass_is_told_with_its_progress(line: Line) -> None:
    line.sync.activity_changed.emit(SyncActivity.BUSY)
    assert line.status.text == "Syncing…"
    assert line.status.sign is Sign.SYNC_BUSY
    line.sync.progressed.emit(SyncProgress("Ana, Work", 1250, 10_000))
    assert line.status.text == "Ana, Work: 1,250 of 10,000"
    line.sync.activity_changed.emit(SyncActivity.PAUSED)
    assert "paused" in line.status.text


def test_a_long_pass_can_be_cancelled_and_says_what_that_means(line: Line) -> None:
    asked: list[str] = []
    line.sync.stop_requested.connect(lambda: asked.append(line.status.text))
    offered: list[bool] = []
    line.status.changed.connect(lambda: offered.append(line.status.can_cancel))
    line.sync.activity_changed.emit(SyncActivity.BUSY)
    line.sync.progressed.emit(SyncProgress("Ana, Work", 1, 3))  # over before anybody has aimed
    line.sync.progressed.emit(SyncProgress("Ana, Work", 100, 10_000))
    line.status.cancel()
    assert asked == ["Cancelling…"]
    assert offered == [False, False, True, False]
    line.sync.activity_changed.emit(SyncActivity.IDLE)
    assert "What was read is kept" in line.status.text
    line.sync.activity_changed.emit(SyncActivity.BUSY)
    assert line.status.text == "Syncing…"


def test_waiting_changes_are_counted(salon: Salon, line: Line) -> None:
    visit = salon.visit()
    salon.book(visit, at(1, 10))
    line.status.look_again()
    assert line.status.waiting_text == "1 change to send"


def test_it_said_synced_just_now_beside_a_change_that_was_not_sent(
    salon: Salon, line: Line
) -> None:
    mark(salon, AccountState.OK, success_at=salon.now)
    visit = salon.visit()
    salon.book(visit, at(1, 10))
    other = Line(salon)
    assert other.status.text == "Read just now, not everything is sent yet"
    assert [account_line.text for account_line in other.status.lines] == [
        "Read just now, 1 change to send"
    ]
    other.close()


def test_what_is_gone_needs_attention(salon: Salon, line: Line) -> None:
    visit = salon.visit()
    made = salon.book(visit, at(1, 10))
    salon.delete_in_icloud(salon.object_of(made))
    line.status.look_again()
    (matter,) = line.status.items
    assert matter.entry == f"a{made.id}"
    assert matter.when == "Tuesday 24 November, 10:00"
    assert line.status.attention_text == "1 needs attention"
    assert line.status.attention_words.startswith("Deleted in iCloud: Cleo Park")


def test_an_account_line_names_its_error(salon: Salon, line: Line) -> None:
    note = ErrorNote("AUTH", "iCloud refused the password", "Enter a new one.")
    mark(salon, AccountState.NEEDS_PASSWORD, error=note)
    other = Line(salon)
    (told,) = other.status.lines
    other.close()
    assert told.is_urgent
    assert told.text == "iCloud refused the password. Enter a new one."


def test_an_error_that_was_kept_in_english_stayed_english_in_a_german_window(
    salon: Salon, line: Line
) -> None:
    """It is worded when it is read, not when it happened; what an earlier lcdesk kept stays."""
    refused = NoAccess(Message("{Server} asks for a pause. {kept}", Server="iCloud", kept=KEPT))
    mark(salon, AccountState.ERROR, error=note_of(refused))
    with salon.database.read() as reader:
        kept = accounts.all_accounts(reader)[0].error
    assert kept is not None
    assert kept.message == f"iCloud asks for a pause. {KEPT}"
    locale = QLocale()
    speak("de")
    try:
        assert again(salon) == "Kein Zugriff auf diesen Kalender. Änderungen bleiben erhalten."
        assert worded(kept.message).startswith("iCloud bittet um eine Pause. Ihre Änderungen")
        mark(salon, AccountState.ERROR, error=ErrorNote("NO_ACCESS", "No access", "Kept before."))
        assert again(salon).startswith("No access. ")
    finally:
        speak("en")
        QLocale.setDefault(locale)


def test_choices_are_remembered_and_nonsense_is_forgotten(salon: Salon) -> None:
    from lcdesk.model.store.preferences import set_preference

    memory = WindowState(salon.database)
    memory.keep(mode=DayMode.DAY, zoom=64.0)
    assert WindowState(salon.database).now == memory.now
    with salon.database.write() as tx:
        set_preference(tx, "window", {"mode": "century", "zoom": "tall"})
    assert WindowState(salon.database).now.mode is DayMode.WEEK
