"""Where the window reads from the right: what is drawn, clicked, dragged and steered lies there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, QMargins, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QKeySequence, QTextLayout, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lcdesk.ui.agenda.rows import EntryRow
from lcdesk.ui.agenda.tree import AgendaTree
from lcdesk.ui.first_steps.dialog import FirstStepsDialog
from lcdesk.ui.first_steps.first_steps_model import FirstStepsModel
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.as_typed import as_line, as_sentence
from lcdesk.ui.look.icons import Icons, Sign, render
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.metrics import inset
from lcdesk.ui.look.palette import LIGHT
from lcdesk.ui.numbers.chart import Bar, BarChart
from lcdesk.ui.records.blocks_edit import _Time
from lcdesk.ui.week.grid.texts import Style, Texts
from lcdesk.ui.widgets.date_field import TimeField
from lcdesk.ui.widgets.labels import Look, Text
from lcdesk.ui.widgets.parts import plain_label
from lcdesk.ui.window.side.mini_month import MonthSheet
from lcdesk.ui.window.side.sidebar import CheckRow
from lcdesk.ui.wording.labels import tr, with_number
from tests.pseudo import mirrored, reading_from_the_right
from tests.salon import Salon, at, day
from tests.ui.month.hands import drag as drag_in_month
from tests.ui.month.hands import entry, middle_of, month_of
from tests.ui.window.hands import press, release
from tests.ui.window.stage import Stage, opened

LEFT = Qt.MouseButton.LeftButton
ANA_BOOKED = "Booked anyway: {reasons}"


@pytest.fixture(autouse=True)
def from_the_right(application: QApplication) -> Iterator[None]:
    with reading_from_the_right():
        yield


@pytest.fixture
def stage(salon: Salon, from_the_right: None, qtbot: QtBot) -> Iterator[Stage]:
    salon.book(salon.visit(salon.ana), at(1, 10))
    with opened(salon, qtbot) as stage:
        yield stage


def order_on_screen(text: str) -> str:
    """The letters as they stand from left to right in a window that reads from the right."""
    layout = QTextLayout(text)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    everything = QTextLayout.GlyphRunRetrievalFlag.RetrieveAll
    places = [
        (place.x(), text[at])
        for run in line.glyphRuns(0, len(text), everything)
        for place, at in zip(run.positions(), run.stringIndexes(), strict=True)
        if text[at] not in "\u200f\u2068\u2069"
    ]
    return "".join(letter for _, letter in sorted(places, key=lambda pair: pair[0]))


def middle_of_column(stage: Stage, column: int, minute: int) -> QPoint:
    geometry = stage.window.grid.canvas.scene.geometry
    rect = geometry.column(column)
    return QPoint(round(rect.x + rect.width / 2), round(geometry.y(minute)) + 4)


def dark_part(picture: QImage, area: QRectF) -> tuple[int, int]:
    """From where to where letters stand in a picture, from left to right."""
    columns = [
        x
        for x in range(round(area.left()), round(area.right()))
        if any(
            picture.pixelColor(x, y).lightness() < 150
            for y in range(round(area.top()), round(area.bottom()))
        )
    ]
    return columns[0], columns[-1]


def test_a_name_in_latin_letters_is_not_turned_and_turns_nothing() -> None:
    shown = order_on_screen(f"{mirrored('with')} {as_line('Call (Lisbon)!')}, 10:00")
    assert shown.startswith("10:00")
    assert "Call (Lisbon)!" in shown
    assert order_on_screen(as_line("+49 170 5551234")) == "+49 170 5551234"
    assert as_line(as_line("Ana")) == as_line("Ana")
    assert as_line(mirrored("Ana")) == mirrored("Ana")


def test_what_is_filled_into_a_sentence_keeps_its_order() -> None:
    told = as_sentence(tr(ANA_BOOKED).format(reasons="Ana & Ben, 2."))
    assert "Ana & Ben, 2." in order_on_screen(told)
    days = order_on_screen(with_number(3, "{n} day", "{n} days"))
    assert days.endswith("3")


def test_a_time_begins_at_the_right() -> None:
    hebrew = LocaleFormat(QLocale("he_IL"))
    assert order_on_screen(hebrew.time_range(600, 660)) == "11:00 – 10:00"
    assert LocaleFormat(QLocale("en_GB")).time_range(600, 660) == "10:00 – 11:00"


@pytest.mark.parametrize("form", ["HH:mm", "h:mm AP"])
def test_four_o_clock_read_00_16(qtbot: QtBot, form: str) -> None:
    hours = _Time(16 * 60, "hours", form)
    qtbot.addWidget(hours)
    assert hours.text().startswith("16:00" if form == "HH:mm" else "4:00 ")
    field = TimeField("time", LocaleFormat())
    qtbot.addWidget(field)
    field.show_minute(16 * 60)
    assert field.text() == "16:00"
    field.setCurrentSection(field.Section.HourSection)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.minute == 17 * 60


def test_signs_that_point_point_the_other_way() -> None:
    def tip() -> int:
        """Where the middle row of "next" begins."""
        picture = render(Sign.NEXT, LIGHT.text, 24).toImage()
        return next(x for x in range(24) if picture.pixelColor(x, 12).alpha() > 100)

    assert tip() < 12
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert tip() > 12


def test_back_is_where_the_week_before_is(stage: Stage) -> None:
    back, forward = (stage.window.actions_table[name] for name in ("back", "forward"))
    assert back.shortcuts() == [QKeySequence("Alt+Right")]
    assert forward.shortcuts() == [QKeySequence("Alt+Left")]
    header = stage.child(stage.window, "header_row")
    places = [stage.child(header, f"button_{name}").x() for name in ("back", "forward")]
    assert places[0] > places[1]


def test_a_click_lands_on_what_is_drawn(stage: Stage) -> None:
    grid = stage.window.grid
    (block,) = [block for block in stage.blocks() if block.day == day(1)]
    rect = grid.canvas.scene.rects[grid.canvas.scene.indexes(block.id)[0]]
    first, last = (grid.canvas.scene.geometry.column(at) for at in (0, 6))
    assert first.x > rect.x > last.x
    QTest.mouseClick(grid.canvas, LEFT, pos=QPoint(round(rect.x + 6), round(rect.y + 6)))
    assert grid.canvas.selection == block.id


def test_a_drag_to_the_left_is_a_day_later(stage: Stage) -> None:
    start, end = (middle_of_column(stage, column, 610) for column in (1, 2))
    assert end.x() < start.x()
    press(stage, start, end)
    ghost = stage.window.grid.canvas.pointer.ghost
    assert ghost is not None
    assert ghost.day == 2
    release(stage, end)
    assert [block.day for block in stage.blocks()] == [day(2)]


def test_a_drag_to_the_left_is_a_day_later_in_the_month(stage: Stage) -> None:
    month = month_of(stage)
    (block,) = [found for found in month.scene.month.entries if found.block.day == day(1)]
    start = month.rect_of(entry(month, block.block.title)).center()
    end = middle_of(month, day(2))
    assert end.x() < start.x()
    drag_in_month(month, start, end)
    stage.settle()
    assert [found.block.day for found in month.scene.month.entries] == [day(2)]


def test_the_left_key_is_the_day_after(stage: Stage) -> None:
    sheet = stage.window.findChild(MonthSheet)
    assert sheet is not None
    shown = stage.desk.week.days.first
    QTest.keyClick(sheet, Qt.Key.Key_Left)
    stage.desk.week.go_to_today()
    picked: list[date] = []
    sheet.day_picked.connect(picked.append)
    QTest.keyClick(sheet, Qt.Key.Key_Left)
    QTest.keyClick(sheet, Qt.Key.Key_Right)
    assert picked[0] - shown == timedelta(days=1)
    assert sheet.day_at(QPointF(sheet.rect_of(day(1)).center())) == day(1)


def test_a_name_in_the_sidebar_stood_far_from_its_box(stage: Stage) -> None:
    (row,) = [
        row for row in stage.window.findChildren(CheckRow) if row.text().endswith("isit\u2069")
    ]
    row.setChecked(False)
    picture = row.grab().toImage()
    _first, last = dark_part(picture, QRectF(0, 4, row.width() - 30, row.height() - 8))
    assert last > row.width() - 40


def test_titles_in_the_agenda_lay_over_each_other(stage: Stage) -> None:
    stage.window.actions_table["agenda"].trigger()
    stage.settle()
    tree = stage.window.findChild(AgendaTree)
    assert tree is not None
    rows = range(tree.rows.rowCount())
    at_row = next(at for at in rows if isinstance(tree.rows.row(at), EntryRow))
    place = tree.visualRect(tree.rows.index(at_row, 0))
    picture = tree.viewport().grab().toImage()
    _first, last = dark_part(picture, QRectF(place).adjusted(0, 4, 0, -4))
    assert last > place.right() - 14


def test_the_scale_of_the_chart_is_at_the_right(qtbot: QtBot, application: QApplication) -> None:
    chart = BarChart(Appearance(application), ("a", "b", "c"))
    qtbot.addWidget(chart)
    chart.resize(600, 220)
    chart.show_bars([Bar("one", (4, 0, 0), ""), Bar("two", (2, 0, 0), "")], "chart")
    plain = chart.grab().toImage()
    first, _last = dark_part(plain, QRectF(560, 30, 40, 170))
    assert first > 560
    bars = [chart.bar_at(QPointF(x, 100)) for x in (450, 100)]
    assert [bar.name for bar in bars if bar] == ["one", "two"]


def test_the_line_beside_the_sidebar_is_between_it_and_the_week(stage: Stage) -> None:
    panel: QWidget = stage.child(stage.window, "side_panel")
    assert panel.mapTo(stage.window, QPoint(0, 0)).x() > stage.window.width() / 2
    assert "border-left" in panel.styleSheet()


def test_margins_lie_at_the_other_side() -> None:
    assert inset(20, 1, 0, 2) == QMargins(0, 1, 20, 2)
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert inset(20, 1, 0, 2) == QMargins(20, 1, 0, 2)


def test_an_address_stood_at_the_far_side(qtbot: QtBot, application: QApplication) -> None:
    appearance = Appearance(application)
    for label in (
        plain_label("anna@icloud.com"),
        Text(Look(appearance, Icons(appearance)), "anna@icloud.com"),
    ):
        qtbot.addWidget(label)
        label.resize(400, 30)
        first, _last = dark_part(label.grab().toImage(), label.rect().toRectF())
        assert first > 200


def test_a_line_that_wrapped_lost_its_last_letter(qtbot: QtBot) -> None:
    label = plain_label(mirrored("Appointments and time blocked by hand are written."), wraps=True)
    qtbot.addWidget(label)
    for width in range(150, 210, 3):
        label.resize(width, label.heightForWidth(width))
        first, _last = dark_part(label.grab().toImage(), label.rect().toRectF())
        assert first > 0


def test_long_names_of_days_were_cut_in_the_first_steps(
    salon: Salon, qtbot: QtBot, application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LocaleFormat, "weekday", lambda _format, day: f"{day:%A}")
    appearance = Appearance(application)
    model = FirstStepsModel(salon.database, local_zone="UTC", clock=salon.clock)
    dialog = FirstStepsDialog(model, Look(appearance, Icons(appearance)), LocaleFormat())
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    dialog.show()
    assert dialog.width() >= dialog.minimumSizeHint().width()


def test_the_dots_of_a_broken_title_stood_before_its_last_line() -> None:
    texts = Texts(QApplication.font())
    title = as_line("Bike in for repairs")
    lines = texts.lines(title, Style.TITLE, round(texts.width("Bike in", Style.TITLE)), most=2)
    assert order_on_screen(lines[1].text).strip() == "in fo…"


def test_a_narrow_title_was_nothing_but_dots() -> None:
    texts = Texts(QApplication.font())
    for width in range(4, 40):
        (shown, *_) = [line.text for line in texts.lines(as_line("Call"), Style.TITLE, width)] or [
            "C"
        ]
        assert "C" in shown
