"""The sync's thread as the window uses it: a real QThread against a real server."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.accounts import add_account
from lcdesk.model.domain.accounts import Account, AccountState, Provider, Role, SignIn
from lcdesk.model.domain.errors import LcdeskError, StoreTrouble
from lcdesk.model.domain.events import SyncState
from lcdesk.model.store import accounts
from lcdesk.sync.connect import Connector
from lcdesk.sync.errors import Offline
from lcdesk.sync.ports import Remote
from lcdesk.sync.secrets import LayeredStore, SessionStore, secret_key
from lcdesk.sync.worker import AccountWorker, StopFlags, SyncThread, SyncWorker
from tests.desk import Desk, event, november
from tests.engine.conftest import REAL_SERVERS, Connected
from tests.fakes.loopback import LoopbackServer, Reply
from tests.full_disk import full_disk
from tests.servers import EMAIL, PASSWORD
from tests.servers import Account as ServerAccount

pytestmark = pytest.mark.servers("radicale")


class Wishes(QObject):
    """What the window would ask."""

    run = Signal()
    pause = Signal(bool)
    check = Signal(SignIn)
    keep = Signal(object, object, int, bool)
    remove = Signal(int, bool)


class Heard(QObject):
    """The workers' signals, passed on in the test's thread, where they are waited for."""

    finished = Signal(tuple)
    step_reached = Signal(str)
    checked = Signal(object)
    check_failed = Signal(object)
    kept = Signal(int)
    removed = Signal(int)


class Background:
    """Both workers in their thread, with what they said."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.flags = StopFlags()
        self.secrets = LayeredStore(SessionStore(), SessionStore())
        connector = Connector(self.secrets, self.flags)
        self.passes = SyncWorker(
            desk.database,
            connector,
            flags=self.flags,
            folder=desk.folder,
            clock=lambda: datetime.now(UTC),
        )
        self.accounts = AccountWorker(
            desk.database, self.secrets, flags=self.flags, clock=lambda: desk.now
        )
        self.wishes = Wishes()
        self.thread = SyncThread(self.flags, self.passes, self.accounts)
        self.wishes.run.connect(self.passes.run)
        self.wishes.pause.connect(self.passes.pause)
        self.wishes.check.connect(self.accounts.check)
        self.wishes.keep.connect(self.accounts.keep)
        self.wishes.remove.connect(self.accounts.remove)
        self.thread.started.connect(self.passes.start)
        self.heard = Heard()
        self.passes.finished.connect(self.heard.finished)
        for name in ("step_reached", "checked", "check_failed", "kept", "removed"):
            getattr(self.accounts, name).connect(getattr(self.heard, name))

    def know(self, account: Account) -> None:
        key = secret_key(account.provider, account.email, account.id)
        self.secrets.set_for_session(key, PASSWORD)


@pytest.fixture
def background(desk: Desk) -> Iterator[Background]:
    made = Background(desk)
    yield made
    assert made.thread.close()


def only_account(desk: Desk) -> Account:
    with desk.database.read() as reader:
        (account,) = accounts.all_accounts(reader)
    return account


@REAL_SERVERS
def test_a_booking_reaches_the_server_when_a_pass_is_asked_for(
    qtbot: QtBot, connected: Connected, background: Background
) -> None:
    desk = connected.desk
    background.know(only_account(desk))
    with qtbot.waitSignal(background.heard.finished):
        background.thread.start()
    appointment = desk.book(connected.consultation, november(24, 10))
    with qtbot.waitSignal(background.heard.finished) as told:
        for _ in range(10):
            background.wishes.run.emit()
    (report,) = told.args[0]
    assert report.pushed.created == 1
    assert desk.entry(f"a{appointment.id}").sync is SyncState.SYNCED


def test_a_paused_sync_sends_nothing(
    qtbot: QtBot, connected: Connected, background: Background
) -> None:
    desk = connected.desk
    background.know(only_account(desk))
    with qtbot.waitSignal(background.heard.finished):
        background.thread.start()
    desk.book(connected.consultation, november(24, 10))
    with qtbot.assertNotEmitted(background.heard.finished, wait=100):
        background.wishes.pause.emit(True)
        background.wishes.run.emit()
    with qtbot.waitSignal(background.heard.finished):
        background.wishes.pause.emit(False)
    assert desk.waiting() == 0


def test_an_interrupted_pass_does_not_end_the_sync_for_good(
    qtbot: QtBot, connected: Connected, background: Background
) -> None:
    desk = connected.desk
    background.know(only_account(desk))
    with qtbot.waitSignal(background.heard.finished):
        background.thread.start()
    desk.book(connected.consultation, november(24, 10))
    background.flags.interrupt()  # as a pause, or a cancelled check, does
    with qtbot.waitSignal(background.heard.finished) as told:
        background.wishes.run.emit()
    assert told.args[0][0].ok
    assert desk.waiting() == 0


def test_without_its_password_an_account_waits_for_the_person(
    qtbot: QtBot, connected: Connected, background: Background
) -> None:
    with qtbot.waitSignal(background.heard.finished):
        background.thread.start()
    assert only_account(connected.desk).state is AccountState.NEEDS_PASSWORD


@REAL_SERVERS
def test_an_account_is_checked_kept_and_removed_off_the_gui_thread(
    qtbot: QtBot, desk: Desk, account: ServerAccount, background: Background
) -> None:
    ana = desk.staff("Ana")
    path = account.make_calendar(f"w{uuid.uuid4().hex[:8]}")
    for uid in ("one", "two"):
        account.put(f"{path}{uid}.ics", event(uid, "20261201T090000Z", "20261201T100000Z"))
    background.thread.start()
    steps: list[str] = []
    worker = background.heard
    worker.step_reached.connect(steps.append)
    wanted = SignIn(Provider.CALDAV, EMAIL, PASSWORD, account.url)
    with qtbot.waitSignal(worker.checked) as told:
        background.wishes.check.emit(wanted)
    assert steps == ["server", "signed-in", "calendars", "events"]
    (answer,) = told.args
    counted = {path: len(account.members(path)) for path in answer.counts}
    assert answer.counts == counted
    assert counted, "of many calendars the first twelve are counted"
    with qtbot.waitSignal(worker.kept) as kept:
        background.wishes.keep.emit(wanted, answer, ana.id, True)
    kept_account = only_account(desk)
    assert kept.args == [kept_account.id]
    key = secret_key(Provider.CALDAV, EMAIL, kept_account.id)
    assert background.secrets.get(key) == PASSWORD
    with qtbot.waitSignal(worker.removed):
        background.wishes.remove.emit(kept_account.id, False)
    assert background.secrets.get(key) is None


def test_a_failed_check_says_why_in_a_sentence(
    qtbot: QtBot, desk: Desk, background: Background
) -> None:
    desk.staff("Ana")
    background.thread.start()
    html = Reply(200, b"<html>Welcome</html>", {"Content-Type": "text/html"})
    failed = background.heard.check_failed
    with (
        LoopbackServer(lambda _seen: html) as server,
        qtbot.waitSignal(failed) as told,
    ):
        background.wishes.check.emit(SignIn(Provider.CALDAV, EMAIL, PASSWORD, server.url))
    (error,) = told.args
    assert isinstance(error, LcdeskError)
    assert error.code == "NOT_CALDAV"
    assert PASSWORD not in f"{error.message}{error.details}"


def test_closing_does_not_wait_for_a_server_that_never_answers(
    qtbot: QtBot, desk: Desk, background: Background
) -> None:
    silent = Reply(200, b"", is_silent=True)
    with LoopbackServer(lambda _seen: silent) as server:
        background.thread.start()
        background.wishes.check.emit(SignIn(Provider.CALDAV, EMAIL, PASSWORD, server.url))
        qtbot.waitUntil(lambda: bool(server.seen))
        assert background.thread.close()


def test_closing_does_not_wait_for_a_keyring_that_asks_the_person(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = desk.staff("Ana")
    with desk.database.write() as tx:
        add_account(tx, provider=Provider.ICLOUD, email="a@example.org", staff=ana.id, server="")
    asked, released = threading.Event(), threading.Event()

    def ask_the_person(_self: SessionStore, _account: str) -> str | None:
        asked.set()
        released.wait()
        return None

    monkeypatch.setattr(SessionStore, "get", ask_the_person)
    made = Background(desk)
    made.thread.start()
    assert asked.wait(10)
    assert made.thread.close()
    released.set()


def test_the_role_chosen_in_the_window_is_read_with_the_next_pass(
    qtbot: QtBot, connected: Connected, background: Background
) -> None:
    desk = connected.desk
    background.know(only_account(desk))
    desk.give_role(connected.family, Role.NONE)
    with qtbot.waitSignal(background.heard.finished) as told:
        background.thread.start()
    assert told.args[0][0].ok


def test_an_account_that_breaks_its_pass_does_not_end_the_others(qtbot: QtBot, desk: Desk) -> None:
    ana = desk.staff("Ana")
    with desk.database.write() as tx:
        for email in ("a@example.org", "b@example.org"):
            add_account(tx, provider=Provider.ICLOUD, email=email, staff=ana.id, server="")

    def connect(account: Account) -> Remote:
        if account.id == 1:
            raise RuntimeError("nobody expected this")
        raise Offline("No network.")

    passes = SyncWorker(
        desk.database, connect, flags=StopFlags(), folder=desk.folder, clock=lambda: desk.now
    )
    broke: list[str] = []
    passes.broke.connect(broke.append)
    with qtbot.waitSignal(passes.finished) as told:
        passes.start()
    assert [ended.error.code for ended in told.args[0]] == ["UNEXPECTED", "OFFLINE"]
    assert len(broke) == 1
    assert "nobody expected this" in broke[0]
    passes.leave()


def test_full_disk_neither_breaks_a_pass_nor_asks_the_server_again_and_again(
    qtbot: QtBot, connected: Connected, background: Background
) -> None:
    desk = connected.desk
    background.know(only_account(desk))
    broke: list[str] = []
    background.passes.broke.connect(broke.append)
    with qtbot.waitSignal(background.heard.finished):
        background.thread.start()
    appointment = desk.book(connected.consultation, november(24, 10))
    told: list[StoreTrouble | None] = []
    stop_watching = desk.database.condition.watch(told.append)
    with full_disk():
        for _ in range(3):
            with qtbot.waitSignal(background.heard.finished) as full:
                background.wishes.run.emit()
            (report,) = full.args[0]
            assert report.error.code == "STORE_UNUSABLE"
        assert report.requests == 0
    assert [store_trouble and store_trouble.cause for store_trouble in told] == [
        "There is no space left on the disk."
    ]
    with qtbot.waitSignal(background.heard.finished) as again:
        background.wishes.run.emit()
    assert again.args[0][0].ok
    assert told[-1] is None
    assert len(told) == 2
    assert broke == []
    assert desk.entry(f"a{appointment.id}").sync is SyncState.SYNCED
    stop_watching()


def test_looks_wait_while_nothing_can_be_kept(qtbot: QtBot, desk: Desk) -> None:
    ana = desk.staff("Ana")
    with desk.database.write() as tx:
        add_account(tx, provider=Provider.ICLOUD, email="a@example.org", staff=ana.id, server="")
    asked: list[Account] = []

    def connect(account: Account) -> Remote:
        asked.append(account)
        raise Offline("No network.")

    passes = SyncWorker(
        desk.database, connect, flags=StopFlags(), folder=desk.folder, clock=lambda: desk.now
    )
    desk.database.condition.note(StoreTrouble("There is no space left.", "Free some"))
    with full_disk():
        passes.look()
        passes.look()
    assert asked == []
    passes.look()
    assert len(asked) == 1
    assert desk.database.condition.trouble is None
