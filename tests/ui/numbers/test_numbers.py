"""The window of the numbers, over the real store."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QTableWidget
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.appointments import cancel
from lcdesk.model.domain.people import Contact
from lcdesk.ui.numbers.chart import BarChart
from lcdesk.ui.numbers.dialog import NumbersDialog
from tests.salon import Salon, at
from tests.ui.window.stage import Stage


@pytest.fixture
def scene(salon: Salon) -> None:
    """Three bookings of this week, one of them cancelled."""
    visit = salon.visit(salon.ana, salon.ben)
    salon.book(visit, at(1, 10), staff=(salon.ana.id,))
    salon.book(visit, at(2, 10), Contact(0, "Dana"), staff=(salon.ben.id,))
    gone = salon.book(visit, at(3, 10), Contact(0, "=Gus"), staff=(salon.ben.id,))
    with salon.database.write() as tx:
        cancel(tx, gone.id, now=salon.now)


@pytest.fixture
def dialog(stage: Stage, qtbot: QtBot) -> NumbersDialog:
    """Opened from the menu, and counted."""
    stage.window.actions_table["numbers"].trigger()
    opened = stage.window.findChild(NumbersDialog)
    assert opened is not None
    qtbot.waitUntil(lambda: bool(opened.lines))
    return opened


def choose(stage: Stage, dialog: NumbersDialog, name: str, text: str) -> None:
    box = stage.child(dialog, name)
    assert isinstance(box, QComboBox)
    box.setCurrentText(text)
    box.activated.emit(box.currentIndex())


def said(stage: Stage, dialog: NumbersDialog) -> str:
    label = stage.child(dialog, "numbers_said")
    assert isinstance(label, QLabel)
    return label.text()


def test_the_whole_stands_in_a_sentence(stage: Stage, dialog: NumbersDialog) -> None:
    assert said(stage, dialog).startswith("3 bookings, 0 no-shows, 1 cancelled, ")


def test_this_week_is_the_last_row(dialog: NumbersDialog) -> None:
    assert len(dialog.lines) == 12
    last = dialog.lines[-1]
    assert last.name == "Week 48, 23 Nov"
    assert last.is_part
    assert (last.count.bookings, last.count.cancelled, last.count.kept) == (3, 1, 2)
    assert last.count.booked.total_seconds() == 2 * 30 * 60


def test_each_member_and_calendar_has_its_row(stage: Stage, dialog: NumbersDialog) -> None:
    choose(stage, dialog, "numbers_view", "By staff member")
    assert [(line.name, line.count.bookings) for line in dialog.lines] == [("Ana", 1), ("Ben", 2)]
    choose(stage, dialog, "numbers_view", "By calendar")
    assert [(line.name, line.count.bookings) for line in dialog.lines] == [("First visit", 3)]


def test_months_are_counted_over_a_year(stage: Stage, dialog: NumbersDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.counted):
        choose(stage, dialog, "numbers_stretch", "Last 12 months")
    assert [dialog.lines[0].name, dialog.lines[-1].name] == ["December 2025", "November 2026"]


def test_a_booking_made_meanwhile_was_not_counted(
    salon: Salon, stage: Stage, dialog: NumbersDialog, qtbot: QtBot
) -> None:
    calendar = next(iter(stage.desk.context.directory.calendars.values()))
    with qtbot.waitSignal(dialog.counted):
        salon.book(calendar, at(4, 10), Contact(0, "Elif"))
    assert said(stage, dialog).startswith("4 bookings")


def test_the_table_holds_what_the_chart_shows_and_can_be_taken_along(
    stage: Stage, dialog: NumbersDialog, tmp_path: Path
) -> None:
    choose(stage, dialog, "numbers_view", "By staff member")
    table = stage.child(dialog, "numbers_table")
    assert isinstance(table, QTableWidget)
    shown = [
        [table.item(row, column).text() for column in range(table.columnCount())]  # type: ignore[union-attr]
        for row in range(table.rowCount())
    ]
    assert shown == dialog.table()[1:]
    stage.press(dialog, "numbers_copy")
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("Ana\t1\t1\t0\t0\t0.5\t")
    dialog.save(str(tmp_path / "numbers.csv"))
    lines = (tmp_path / "numbers.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[1].startswith("Ana,1,1,0,0,0.5,")


def test_a_name_that_was_taken_along_was_a_formula_for_the_spreadsheet(
    salon: Salon, stage: Stage, dialog: NumbersDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(dialog.counted):
        salon.staff("=1+1")
    choose(stage, dialog, "numbers_view", "By staff member")
    dialog.save(str(tmp_path / "numbers.csv"))
    assert "'=1+1,0" in (tmp_path / "numbers.csv").read_text(encoding="utf-8-sig")
    stage.press(dialog, "numbers_copy")
    assert "\n'=1+1\t0" in QGuiApplication.clipboard().text()


def test_a_file_that_cannot_be_written_says_so(
    stage: Stage, dialog: NumbersDialog, tmp_path: Path
) -> None:
    dialog.save(str(tmp_path / "nowhere" / "numbers.csv"))
    assert said(stage, dialog).startswith("The file could not be written: No such file")


def test_the_pointer_over_a_bar_says_its_figures(stage: Stage, dialog: NumbersDialog) -> None:
    chart = stage.child(dialog, "numbers_chart")
    assert isinstance(chart, BarChart)
    bar = chart.bar_at(QPointF(chart.width() - 20, chart.height() / 2))
    assert bar is not None
    assert bar.tip.startswith("Week 48, 23 Nov: 3 bookings")
    assert chart.accessibleName().startswith("3 bookings")


def test_the_saved_numbers_could_be_read_by_others(dialog: NumbersDialog, tmp_path: Path) -> None:
    file = tmp_path / "numbers.csv"
    dialog.save(str(file))
    assert file.stat().st_mode & 0o777 == 0o600
