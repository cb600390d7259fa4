"""Larger text: no words are cut, at 16 points and at 1.45 times the usual size."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QListWidget,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.appointments import set_status
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import Status
from lcdesk.ui.accounts.password_field import PasswordField
from lcdesk.ui.agenda.tree import AgendaTree
from lcdesk.ui.booking.dialog import BookingDialog
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.metrics import Metrics, scale_font, small
from lcdesk.ui.numbers.chart import Bar, BarChart
from lcdesk.ui.records.small_week import SmallWeekSheet
from lcdesk.ui.week.week import Column
from lcdesk.ui.widgets.labels import SignLabel
from lcdesk.ui.widgets.pointer_note import PointerNote
from lcdesk.ui.window.side.mini_month import MonthSheet
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
from tests.ui.window.stage import opened

MANY = 200
EDIT_MARGINS = 4  # what QLineEdit itself keeps free, two pixels at either side


@pytest.fixture(params=["16 pt", "1.45 times"])
def larger(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[QFont]:
    usual = qapp.font()
    font = QFont(usual)
    if request.param == "16 pt":
        font.setPointSizeF(16)
    else:
        font = scale_font(usual, 1.45)
    qapp.setFont(font)
    yield font
    qapp.setFont(usual)


def needed(widget: QWidget) -> int:
    """The width that the widget's words take, with what is around them."""
    if isinstance(widget, QPushButton):
        lines = widget.text().split("\n")
        return max(map(widget.fontMetrics().horizontalAdvance, lines))
    if isinstance(widget, QLabel):
        return 0 if widget.wordWrap() else widget.minimumSizeHint().width()
    if isinstance(widget, QAbstractSpinBox):
        edit = widget.lineEdit()
        margins = edit.textMargins()
        beside = widget.width() - edit.width() + margins.left() + margins.right() + EDIT_MARGINS
        return widget.fontMetrics().horizontalAdvance(edit.text()) + beside
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        field = widget.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, part, widget
        )
        words = widget.fontMetrics().horizontalAdvance(widget.currentText())
        return words + widget.width() - field.width()
    return widget.sizeHint().width()


def cut(owner: QWidget) -> list[str]:
    """What of a dialog does not show all its words."""
    kinds = (QPushButton, QLabel, QCheckBox, QRadioButton, QAbstractSpinBox, QComboBox)
    found = []
    for widget in owner.findChildren(QWidget):
        if not isinstance(widget, kinds) or not widget.isVisible():
            continue
        if widget.width() < needed(widget):
            told = widget.objectName() or widget.metaObject().className()
            found.append(f"{told}: {widget.width()} of {needed(widget)}")
    for area in owner.findChildren(QScrollArea):
        inside = area.widget()
        if area.isVisible() and inside is not None and inside.width() > area.viewport().width():
            found.append(f"{area.objectName() or inside.objectName()} is wider than its view")
    return found


def test_the_days_of_the_booking_dialog_were_cut(larger: QFont, salon: Salon, qtbot: QtBot) -> None:
    salon.visit(salon.ana, salon.ben)
    with opened(salon, qtbot) as stage:
        stage.window.grid.requests.create_requested.emit(Column(day(1)), 600, 630)
        dialog = stage.window.findChild(BookingDialog)
        assert dialog is not None
        for _ in range(MANY):
            QApplication.processEvents()
        assert dialog.font().pointSizeF() == larger.pointSizeF()
        assert cut(dialog) == []


@pytest.mark.parametrize("action", ["block_time", "go_to_date", "second_zone"])
def test_small_dialogs_show_all_their_words(
    larger: QFont, salon: Salon, qtbot: QtBot, action: str
) -> None:
    salon.visit()
    with opened(salon, qtbot) as stage:
        stage.window.actions_table[action].trigger()
        (dialog,) = stage.window.findChildren(QDialog)
        QApplication.processEvents()
        assert cut(dialog) == []


def test_the_days_of_the_mini_month_have_room(larger: QFont, salon: Salon, qtbot: QtBot) -> None:
    with opened(salon, qtbot) as stage:
        sheet = stage.window.findChild(MonthSheet)
        assert sheet is not None
        name = stage.child(stage.window, "mini_month_name")
        assert name.width() >= needed(name)
        box = sheet.rect_of(day(1))
        metrics = sheet.fontMetrics()
        assert box.height() >= metrics.height()
        assert box.width() >= metrics.horizontalAdvance("30")


def test_each_page_of_settings_shows_all_its_words(
    larger: QFont, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    stage = SettingsStage(tmp_path, qapp)
    dialog = stage.dialog()
    qtbot.addWidget(dialog)
    dialog.show()
    pages = dialog.findChild(QListWidget, "settings_pages")
    assert pages is not None
    for row in range(pages.count()):
        pages.setCurrentRow(row)
        QApplication.processEvents()
        assert cut(dialog) == [], pages.item(row).text()
    stage.close()


@pytest.mark.parametrize("which", OVER_WINDOW)
def test_dialogs_over_the_window_show_all_their_words(
    larger: QFont, salon: Salon, qtbot: QtBot, which: str
) -> None:
    for _stage, dialog in over_window(salon, qtbot, which):
        assert cut(dialog) == []


@pytest.mark.parametrize("which", OVER_SETTINGS)
def test_dialogs_over_settings_show_all_their_words(
    larger: QFont, tmp_path: Path, qapp: QApplication, qtbot: QtBot, which: str
) -> None:
    stage = SettingsStage(tmp_path, qapp)
    found = [cut(dialog) for dialog in over_settings(stage, qtbot, which)]
    stage.close()
    assert found == [[]] * len(found)


def test_editor_pages_show_all_their_words(
    larger: QFont, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    stage = SettingsStage(tmp_path, qapp)
    settings = Opened(stage, qtbot)
    pages, told = settings.pages, {}
    for page in (pages.staff, pages.calendars, pages.resources, pages.contacts):
        settings.show(page)
        page.new_button.click()
        settle()
        told[page.objectName()] = cut(settings.dialog)
    stage.close()
    assert {page: found for page, found in told.items() if found} == {}


@pytest.mark.parametrize("kind", CalendarKind)
def test_the_form_of_each_kind_of_calendar_shows_all_its_words(
    larger: QFont, tmp_path: Path, qapp: QApplication, qtbot: QtBot, kind: CalendarKind
) -> None:
    stage = SettingsStage(tmp_path, qapp)
    settings = Opened(stage, qtbot)
    assert cut(calendar_form(settings, kind)) == []
    stage.close()


def test_the_picture_of_a_week_was_squeezed_by_larger_text(
    larger: QFont, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    stage = SettingsStage(tmp_path, qapp)
    settings = Opened(stage, qtbot)
    settings.show(settings.pages.staff)
    settings.pages.staff.new_button.click()
    settle()
    (sheet,) = settings.pages.staff.findChildren(SmallWeekSheet)
    assert sheet.height() >= sheet.sizeHint().height()
    labels = sheet.hour_marks()
    line = Metrics.of(sheet.font()).small_line
    assert len(labels) > 3
    assert all(after - before >= line for before, after in pairwise(labels))
    stage.close()


def test_small_buttons_beside_working_hours_stayed_low(
    larger: QFont, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    stage = SettingsStage(tmp_path, qapp)
    settings = Opened(stage, qtbot)
    page = calendar_form(settings, CalendarKind.SIMPLE)
    for name in ("copy_0", "add_block", "remove_block"):
        button = page.findChild(QPushButton, name)
        assert button is not None
        assert button.height() > button.fontMetrics().height() + 4, name
    stage.close()


def test_signs_stayed_small_beside_larger_text(
    larger: QFont, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    stage = SettingsStage(tmp_path, qapp)
    wizard = stage.wizard()
    qtbot.addWidget(wizard)
    wizard.show()
    signs = [sign for sign in wizard.findChildren(SignLabel) if sign.isVisible()]
    assert signs
    assert all(sign.height() >= 0.9 * sign.fontMetrics().height() for sign in signs)
    stage.close()


def test_the_agenda_cut_its_filters_and_widened_the_window(
    larger: QFont, salon: Salon, qtbot: QtBot
) -> None:
    visit = salon.visit(salon.ana, salon.ben)
    for hour in (9, 10):
        made = salon.book(visit, at(0, hour))
        with salon.database.write() as tx:
            set_status(tx, made.id, Status.NEW, now=salon.now)
    with opened(salon, qtbot) as stage:
        stage.window.resize(900, 600)
        stage.window.actions_table["agenda"].trigger()
        stage.settle()
        tree = stage.window.findChild(AgendaTree)
        assert tree is not None
        tree.selectAll()
        stage.settle()
        view = stage.child(stage.window, "agenda_view")
        assert stage.child(view, "agenda_confirm").isVisible()
        assert cut(view) == []
        assert view.minimumSizeHint().width() < 500


def test_the_last_word_of_a_reason_beside_the_pointer_was_cut(
    larger: QFont, qtbot: QtBot, qapp: QApplication
) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(900, 600)
    note = PointerNote(room)
    note.dress(Appearance(qapp).palette)
    for text in ("Ana has no hours at 13:00", "Ana is away (Course)\nBen is away (Course)"):
        note.say(text, QPoint(10, 10))
        assert note.heightForWidth(note.width()) <= note.height()


def test_the_names_under_the_last_bars_ran_into_each_other(
    larger: QFont, qtbot: QtBot, qapp: QApplication
) -> None:
    chart = BarChart(Appearance(qapp), ("Kept", "No-show", "Cancelled"))
    qtbot.addWidget(chart)
    chart.resize(620, 220)
    weeks = [Bar(f"Week {week}, {week} Nov", (1, 0, 0), "") for week in range(37, 49)]
    chart.show_bars(weeks, "chart")
    drawn = chart.names(QFontMetrics(small(chart.font())))
    assert drawn[0][1] == "Week 48, 48 Nov"
    for (later, _), (earlier, _) in pairwise(drawn):
        assert earlier.right() <= later.left()


def test_the_field_for_a_password_stayed_small(larger: QFont, qtbot: QtBot) -> None:
    field = PasswordField()
    qtbot.addWidget(field)
    field.expect_app_password(True)
    assert QFontInfo(field.edit.font()).pointSizeF() == QFontInfo(field.font()).pointSizeF()
