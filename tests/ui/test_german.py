"""German is longer than English: no words are cut, at the usual size of text and at 16 points."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.repeat import repeat
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.recurrence.by_hand import series_rule
from lcdesk.ui.agenda.tree import AgendaTree
from lcdesk.ui.booking.dialog import BookingDialog
from lcdesk.ui.look.language import speak
from lcdesk.ui.series.scope import ScopeDialog
from lcdesk.ui.week.week import Column
from tests.salon import Salon, at, day
from tests.ui.dialog_walk import (
    OVER_SETTINGS,
    OVER_WINDOW,
    calendar_form,
    over_settings,
    over_window,
    settle,
)
from tests.ui.records.test_editors import Opened
from tests.ui.settings.stage import Stage as SettingsStage
from tests.ui.test_larger_text import cut
from tests.ui.window.stage import opened


@pytest.fixture(autouse=True, params=[None, 16.0], ids=["usual", "16 pt"])
def german(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    usual, locale = qapp.font(), QLocale()
    if request.param is not None:
        font = qapp.font()
        font.setPointSizeF(request.param)
        qapp.setFont(font)
    speak("de")
    yield
    speak("en")
    QLocale.setDefault(locale)
    qapp.setFont(usual)


def _told(part: QWidget) -> str:
    return f"{part.objectName() or part.metaObject().className()} {part.geometry().getRect()}"


def overlaps(owner: QWidget) -> list[str]:
    """Which parts of a dialog stand in front of others."""
    kinds = (
        QLabel,
        QAbstractButton,
        QAbstractItemView,
        QAbstractSpinBox,
        QComboBox,
        QDialogButtonBox,
    )
    found = []
    for parent in (owner, *owner.findChildren(QWidget)):
        parts = [part for part in parent.children() if isinstance(part, kinds) and part.isVisible()]
        for one, other in combinations(parts, 2):
            if one.geometry().intersects(other.geometry()):
                found.append(f"{_told(one)} and {_told(other)}")
    return found


def test_the_booking_dialog(salon: Salon, qtbot: QtBot) -> None:
    salon.visit(salon.ana, salon.ben)
    with opened(salon, qtbot) as stage:
        stage.window.grid.requests.create_requested.emit(Column(day(1)), 600, 630)
        dialog = stage.window.findChild(BookingDialog)
        assert dialog is not None
        settle()
        assert dialog.windowTitle() == "Neue Buchung"
        assert cut(dialog) + overlaps(dialog) == []


@pytest.mark.parametrize("action", ["block_time", "go_to_date", "second_zone"])
def test_small_dialogs(salon: Salon, qtbot: QtBot, action: str) -> None:
    salon.visit()
    with opened(salon, qtbot) as stage:
        stage.window.actions_table[action].trigger()
        (dialog,) = stage.window.findChildren(QDialog)
        QApplication.processEvents()
        assert cut(dialog) + overlaps(dialog) == []


def test_a_note_that_wraps_pushed_the_dates_below_the_buttons(salon: Salon, qtbot: QtBot) -> None:
    made = salon.book(salon.visit(salon.ana), at(1, 10))
    with salon.database.write() as tx:
        repeat(tx, made.id, series_rule("FREQ=WEEKLY"), now=salon.now)
    with opened(salon, qtbot) as stage:
        stage.desk.changes.delete(stage.desk.week.block_of(f"a{made.id}"))
        settle()
        (dialog,) = stage.window.findChildren(ScopeDialog)
        following = dialog.findChild(QRadioButton, "scope_following")
        assert following is not None
        following.click()
        settle()
        assert cut(dialog) + overlaps(dialog) == []


@pytest.mark.parametrize("which", OVER_WINDOW)
def test_dialogs_over_the_window(salon: Salon, qtbot: QtBot, which: str) -> None:
    for _stage, dialog in over_window(salon, qtbot, which):
        assert cut(dialog) + overlaps(dialog) == []


def test_each_page_of_settings(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    stage = SettingsStage(tmp_path, qapp)
    dialog = stage.dialog()
    qtbot.addWidget(dialog)
    dialog.show()
    pages = dialog.findChild(QListWidget, "settings_pages")
    assert pages is not None
    told = {}
    for row in range(pages.count()):
        pages.setCurrentRow(row)
        QApplication.processEvents()
        told[pages.item(row).text()] = cut(dialog)
    stage.close()
    assert {page: found for page, found in told.items() if found} == {}


@pytest.mark.parametrize("which", OVER_SETTINGS)
def test_dialogs_over_settings(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, which: str
) -> None:
    stage = SettingsStage(tmp_path, qapp)
    found = [cut(dialog) + overlaps(dialog) for dialog in over_settings(stage, qtbot, which)]
    stage.close()
    assert found == [[]] * len(found)


@pytest.mark.parametrize("kind", CalendarKind)
def test_the_form_of_each_kind_of_calendar(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, kind: CalendarKind
) -> None:
    stage = SettingsStage(tmp_path, qapp)
    settings = Opened(stage, qtbot)
    assert cut(calendar_form(settings, kind)) == []
    stage.close()


def test_the_small_window_and_the_agenda_in_it(salon: Salon, qtbot: QtBot) -> None:
    visit = salon.visit(salon.ana, salon.ben)
    for hour in (9, 10):
        salon.book(visit, at(0, hour))
    with opened(salon, qtbot) as stage:
        stage.window.resize(900, 600)
        stage.settle()
        for part in ("header_row", "status_line"):
            assert cut(stage.child(stage.window, part)) == [], part
        stage.window.actions_table["agenda"].trigger()
        stage.settle()
        tree = stage.window.findChild(AgendaTree)
        assert tree is not None
        tree.selectAll()
        stage.settle()
        assert cut(stage.child(stage.window, "agenda_view")) == []
        assert stage.window.width() == 900
