"""A start that crashed is asked about at the next one; one that ended in order is not."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from lcdesk.app.crashes import note_end, note_start
from lcdesk.app.program import Program
from lcdesk.app.workspace import Workspace
from lcdesk.model.domain.accounts import Provider, SignIn
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.store.backup.copies import make_copy
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore
from tests.desk import NOW
from tests.salon import Salon
from tests.ui.backup.test_restoring import Hands, run
from tests.unit.model.store.backup.test_copies import store_of

_CRASH = """
import faulthandler, sys
from pathlib import Path
from lcdesk.app.crashes import faults_written
with faults_written(Path(sys.argv[1])):
    faulthandler._sigabrt()
"""


@pytest.fixture
def syncs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each time that the sync was begun."""
    begun: list[str] = []
    monkeypatch.setattr(Workspace, "start_sync", lambda _self: begun.append("sync"))
    return begun


@pytest.fixture
def crashed(salon: Salon) -> Path:
    """A store whose window did not come to stand, and a copy of it."""
    make_copy(store_of(salon), NOW)
    salon.close()
    note_start(Paths(salon.folder))
    return store_of(salon)


def test_only_a_start_without_an_end_counts(tmp_path: Path) -> None:
    paths = Paths(tmp_path)
    assert not note_start(paths)
    assert note_start(paths)
    note_end(paths)
    assert not note_start(paths)
    assert stat.S_IMODE(paths.start_marker.stat().st_mode) == 0o600


@pytest.mark.parametrize(("button", "begun"), [("Start safely", []), ("Start as usual", ["sync"])])
def test_after_a_crash_a_person_chooses_how_to_start(
    crashed: Path,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
    syncs: list[str],
    button: str,
    begun: list[str],
) -> None:
    paths = Paths(crashed.parent)
    hands = Hands(qapp, ("crashed", button), until=lambda: not paths.start_marker.exists())
    assert run(monkeypatch, qapp, crashed, hands) == 0
    assert "The newest copy: " in hands.said[0]
    assert syncs == begun


def test_a_safe_start_left_whoever_signed_in_or_synced_without_an_answer(
    salon: Salon, qapp: QApplication
) -> None:
    salon.close()
    program = Program(qapp, Paths(salon.folder), secrets=SessionStore(), clock=lambda: NOW)
    program._open_safely()
    assert program.workspace is not None
    answers: list[LcdeskError] = []
    accounts = program.workspace.accounts
    accounts.check_failed.connect(answers.append)
    accounts.failed.connect(answers.append)
    accounts.check_requested.emit(SignIn(Provider.ICLOUD, "ana@example.org", "abcd-efgh"))
    accounts.removal_requested.emit(1, True)
    assert [str(answer.message).split(",")[0] for answer in answers] == [
        "lcdesk was started safely"
    ] * 2
    program.workspace.sync.pass_requested.emit()
    toast = program.window.toast.findChild(QLabel, "toast_text")
    assert toast is not None
    assert toast.text().startswith("lcdesk was started safely, which leaves the accounts alone.")
    program.close()
    program.window.deleteLater()
    program.deleteLater()


def test_a_crash_of_the_interpreter_is_written_down(tmp_path: Path) -> None:
    file = tmp_path / "lcdesk-crash.log"
    subprocess.run([sys.executable, "-c", _CRASH, str(file)], capture_output=True, check=False)
    assert "Fatal Python error: Aborted" in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
