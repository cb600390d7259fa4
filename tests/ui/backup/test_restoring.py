"""From a damaged store, and from a wish in Settings, to a window over the copy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from lcdesk.app import start
from lcdesk.app.program import Program
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.store.accounts import all_accounts
from lcdesk.model.store.appointments import all_appointments
from lcdesk.model.store.backup.copies import copies, make_copy
from lcdesk.model.workspace.archive import export_all
from lcdesk.model.workspace.opened_export import open_export
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore
from tests.desk import NOW, open_store
from tests.salon import Salon, at
from tests.unit.model.store.backup.test_copies import store_of


class Hands(QTimer):
    """Presses a button of each box in turn, as soon as it is there, then quits."""

    def __init__(
        self,
        application: QApplication,
        *steps: tuple[str, str],
        until: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__()
        self._until = until
        self.said: list[str] = []
        self._application = application
        self.steps = list(steps)
        self.timeout.connect(self._look)
        self.start(10)

    def _look(self) -> None:
        if not self.steps and self._until():
            self.stop()
            self._application.quit()
            return
        if not self.steps:
            return
        name, text = self.steps[0]
        for widget in self._application.topLevelWidgets():
            box = widget.findChild(QMessageBox, name)
            if box is not None and box.isVisible():
                self.steps.pop(0)
                self.said.append(f"{box.text()} {box.informativeText()}")
                next(button for button in box.buttons() if button.text() == text).click()
                return


@pytest.fixture
def damaged(salon: Salon) -> Path:
    """A store with one booking, a copy of it, and then another program's text."""
    salon.book(salon.calendar("Hall", CalendarKind.SIMPLE), at(1, 10))
    make_copy(store_of(salon), NOW)
    salon.close()
    store_of(salon).write_bytes(b"Dear Sir " * 900)
    return store_of(salon)


def run(
    monkeypatch: pytest.MonkeyPatch, application: QApplication, store: Path, hands: Hands
) -> int:
    monkeypatch.setattr(start, "make_application", lambda _language: application)
    monkeypatch.setattr("atexit.register", lambda _call: None)
    status = start._run(Paths(store.parent), secrets=SessionStore())
    assert hands.steps == [], "every box was there"
    return status


def test_a_damaged_store_offers_its_newest_copy_and_opens_it(
    damaged: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = Hands(qapp, ("store_damaged", "Restore"), ("restored", "OK"))
    assert run(monkeypatch, qapp, damaged, hands) == 0
    assert "with 1 appointment and 1 contact" in hands.said[0]
    assert "was restored" in hands.said[1]
    database = open_store(damaged.parent)
    with database.read() as reader:
        assert len(all_appointments(reader)) == 1
    database.close()
    (aside,) = (damaged.parent / "copies").glob("*-damaged.sqlite3")
    assert aside.read_bytes() == b"Dear Sir " * 900


def test_a_damaged_store_without_a_copy_stays_as_it_is(
    damaged: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    for copy in copies(damaged):
        copy.file.unlink()
    hands = Hands(qapp, ("store_damaged", "Quit"))
    assert run(monkeypatch, qapp, damaged, hands) == 0
    assert "There is no copy of it" in hands.said[0]
    assert damaged.read_bytes() == b"Dear Sir " * 900


def test_a_copy_that_broke_meanwhile_is_said_and_nothing_changes(
    damaged: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def restore(*_: object) -> None:
        raise LcdeskError("The copy is damaged.")

    monkeypatch.setattr("lcdesk.app.restoring.restore", restore)
    hands = Hands(qapp, ("store_damaged", "Restore"), ("restored", "OK"), ("store_damaged", "Quit"))
    run(monkeypatch, qapp, damaged, hands)
    assert "The copy is damaged." in hands.said[1]
    assert damaged.read_bytes() == b"Dear Sir " * 900


def test_an_import_sets_what_was_there_aside_and_names_it(
    damaged: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Wished for in Settings of a store that is whole."""
    (copy,) = copies(damaged)
    damaged.write_bytes(copy.file.read_bytes())
    (tmp_path / "other").mkdir()
    other = Salon(tmp_path / "other")
    other.connect(other.ana)
    export_all(store_of(other), tmp_path / "all.zip", NOW)
    other.close()
    hands = Hands(qapp, ("restored", "OK"))
    opened = open_export(damaged, tmp_path / "all.zip", NOW)
    wishes = [opened.copy]

    def wish(program: Program) -> None:
        if wishes:
            program._restore(wishes.pop())

    monkeypatch.setattr(Program, "_start_sync", wish)
    run(monkeypatch, qapp, damaged, hands)
    (aside,) = (damaged.parent / "copies").glob("*-set-aside.sqlite3")
    assert (
        f"Everything was imported What was there before is set aside as {aside.name}"
        in (hands.said[0])
    )
    assert "Enter the password of each account once" in hands.said[0]
    assert not opened.copy.file.parent.exists()
    database = open_store(damaged.parent)
    with database.read() as reader:
        assert len(all_accounts(reader)) == 1
        assert all_appointments(reader) == ()
    database.close()
