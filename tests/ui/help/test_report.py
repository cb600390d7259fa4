"""Report a problem: what stands in it, what never does, and that it is shown before it leaves."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from lcdesk import __version__
from lcdesk.app.program import Program
from lcdesk.model.commands.people import save_contact
from lcdesk.model.domain.people import Contact
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore
from lcdesk.ui.help.report import ReportDialog
from lcdesk.ui.help.report_model import LOG_LINES, report
from tests.ui.settings.stage import ALL, NOW, Stage


@pytest.fixture
def stage(tmp_path: Path, qapp: QApplication) -> Stage:
    made = Stage(tmp_path, qapp)
    made.add_account(*ALL)
    made.add_appointments(1)
    return made


def written(stage: Stage, folder: Path, *lines: str) -> str:
    paths = Paths(folder)
    paths.log.write_text("\n".join(lines) + "\n", encoding="utf-8")
    text = report(stage.database, paths, lambda: NOW)
    stage.close()
    return text


def test_versions_and_counts_stand_in_the_report(stage: Stage, tmp_path: Path) -> None:
    text = written(stage, tmp_path, "2026-11-21 INFO lcdesk.sync.engine: a pass was over")
    assert f"lcdesk {__version__}" in text
    assert "  appointment: 1\n" in text
    assert "icloud, " in text
    assert "a pass was over" in text
    assert "Crashes\n  none\n" in text


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("read Family of anna@icloud.com", "read [hidden] of [hidden]"),
        ("booked for cleo park, Park", "booked for [hidden], [hidden]"),
        ("Parking is no name", "Parking is no name"),
        ("O'Neil-Kaya asked", "[hidden] asked"),
        ("PUT https://p01-caldav.icloud.com/123/calendars/x.ics", "PUT "
         "https://p01-caldav.icloud.com/[hidden]"),
        ("GET https://ana:pw@dav.salon.example/ana/ said 403", "GET https://[hidden]/[hidden] "
         "said 403"),
        ("password=sunflower", "password=[hidden]"),
    ],
)  # fmt: skip
def test_nothing_private_stands_in_the_report(
    stage: Stage, tmp_path: Path, line: str, shown: str
) -> None:
    with stage.database.write() as tx:
        save_contact(tx, Contact(0, "O'Neil-Kaya", "kaya@example.org"), now=NOW)
    assert f"  {shown}\n" in written(stage, tmp_path, line)


def test_folders_of_the_person_are_not_named(stage: Stage, tmp_path: Path) -> None:
    text = written(stage, tmp_path, f"opened {tmp_path}/lcdesk.sqlite3", f"of {Path.home()}/x")
    assert "opened [data]/lcdesk.sqlite3" in text
    assert "of ~/x" in text
    assert str(tmp_path) not in text


def test_a_long_log_is_told_from_its_end(stage: Stage, tmp_path: Path) -> None:
    text = written(stage, tmp_path, *(f"line {at:05}" for at in range(20_000)))
    assert text.count("  line ") == LOG_LINES
    assert "line 19999" in text


def test_a_report_is_made_where_the_data_cannot_be_read(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "lcdesk.sqlite3").write_bytes(b"no database at all" * 1000)
    assert "cannot be read: StoreDamaged" in written(stage, tmp_path, "x")


def test_what_is_copied_and_saved_is_what_is_seen(
    stage: Stage, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = ReportDialog("everything\n", stage.look)
    qtbot.addWidget(dialog)
    dialog.show()
    shown = dialog.findChild(QPlainTextEdit, "report_text")
    assert shown is not None
    assert (shown.toPlainText(), shown.isReadOnly()) == ("everything\n", True)
    copy = dialog.findChild(QPushButton, "report_copy")
    save = dialog.findChild(QPushButton, "report_save")
    assert copy is not None
    assert save is not None
    copy.click()
    assert QApplication.clipboard().text() == "everything\n"
    for place in (tmp_path / "report.txt", tmp_path / "nowhere" / "report.txt"):
        save.click()
        (asked,) = dialog.findChildren(QFileDialog)
        asked.fileSelected.emit(str(place))
        asked.reject()
        qtbot.waitUntil(lambda: not dialog.findChildren(QFileDialog))
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == "everything\n"
    assert dialog.notice.isVisible()
    said = " ".join(label.text() for label in dialog.notice.findChildren(QLabel))
    assert "Nothing was written" in said
    stage.close()


def test_the_help_menu_shows_the_report(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    program = Program(qapp, Paths(tmp_path), secrets=SessionStore(), clock=lambda: NOW)
    action = program.window.actions_table["report"]
    assert not action.isEnabled(), "there is nothing to report on yet"
    with qtbot.waitSignal(program.opened):
        program.begin()
    action.trigger()
    dialog = program.window.findChild(ReportDialog, "report_dialog")
    assert dialog is not None
    shown = dialog.findChild(QPlainTextEdit, "report_text")
    assert shown is not None
    assert f"lcdesk {__version__}" in shown.toPlainText()
    dialog.reject()
    program.close()
    program.window.deleteLater()
    program.deleteLater()
