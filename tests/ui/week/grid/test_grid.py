"""The week grid under a real mouse and keyboard: what does it ask for?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.palette import DARK, Scheme
from lcdesk.ui.week.grid.view import WeekGrid
from lcdesk.ui.week.week import Banner, Column, Drop, PlainDescription
from tests.ui.week.grid.hands import (
    CUT,
    DENTIST,
    LEFT,
    NONE,
    SHIFT,
    THURSDAY,
    Asked,
    Key,
    day,
    drag,
    hover,
    make_week,
    point,
    rect_of,
)

# --- mouse ----------------------------------------------------------------------------------


def test_double_click_on_free_time_asks_for_a_booking_there(grid: WeekGrid, asked: Asked) -> None:
    QTest.mouseDClick(grid.canvas, LEFT, NONE, point(grid, 4, 14 * 60 + 40))
    assert asked.named("create") == [("create", Column(day(4)), 870, 900)]


def test_double_click_on_a_block_opens_it(grid: WeekGrid, asked: Asked) -> None:
    QTest.mouseDClick(grid.canvas, LEFT, NONE, point(grid, 1, 630))
    assert asked.named("open") == [("open", "cut")]
    assert not asked.named("create")


def test_a_click_selects_and_a_click_beside_lets_go(grid: WeekGrid, asked: Asked) -> None:
    QTest.mouseClick(grid.canvas, LEFT, NONE, point(grid, 1, 630))
    QTest.mouseClick(grid.canvas, LEFT, NONE, point(grid, 5, 630))
    assert asked.log == [("selected", "cut"), ("selected", "")]


def test_dragging_to_another_day_asks_for_a_move(grid: WeekGrid, asked: Asked) -> None:
    drag(grid, point(grid, 1, 630), point(grid, 3, 630 + 92))
    assert asked.named("move") == [("move", "cut", Drop(day(3), 690))]


def test_shift_moves_by_minutes(grid: WeekGrid, asked: Asked) -> None:
    drag(grid, point(grid, 1, 630), point(grid, 1, 637), SHIFT)
    ((_, entry, drop),) = asked.named("move")
    assert isinstance(drop, Drop)
    assert (entry, drop.day) == ("cut", day(1))
    assert drop.minute in range(606, 609)


def test_the_grid_shows_a_ghost_and_changes_nothing_itself(grid: WeekGrid, asked: Asked) -> None:
    before = rect_of(grid, "cut")
    start, end = point(grid, 1, 630), point(grid, 3, 722)
    QTest.mousePress(grid.canvas, LEFT, NONE, start)
    QTest.mouseMove(grid.canvas, start + QPoint(20, 20))
    QTest.mouseMove(grid.canvas, end)
    during = grid.grab().toImage()
    assert not asked.named("move")
    QTest.mouseRelease(grid.canvas, LEFT, NONE, end)
    assert rect_of(grid, "cut") == before
    assert grid.grab().toImage() != during


def test_dragging_the_lower_edge_asks_for_a_later_end(grid: WeekGrid, asked: Asked) -> None:
    edge = rect_of(grid, "cut")
    start = QPoint(round(edge.x + 30), round(edge.bottom - 2))
    drag(grid, start, start + QPoint(0, 31))
    assert asked.named("resize") == [("resize", "cut", day(1), 600, 690)]


def test_dragging_the_upper_edge_asks_for_an_earlier_start(grid: WeekGrid, asked: Asked) -> None:
    edge = rect_of(grid, "cut")
    start = QPoint(round(edge.x + 30), round(edge.y + 2))
    drag(grid, start, start - QPoint(0, 31))
    assert asked.named("resize") == [("resize", "cut", day(1), 570, 660)]


def test_sweeping_over_free_time_asks_for_that_stretch(grid: WeekGrid, asked: Asked) -> None:
    drag(grid, point(grid, 5, 785), point(grid, 5, 890))
    assert asked.named("sweep") == [("sweep", Column(day(5)), 780, 900)]


def test_escape_ends_a_drag_and_nothing_is_asked(grid: WeekGrid, asked: Asked) -> None:
    start = point(grid, 1, 630)
    QTest.mousePress(grid.canvas, LEFT, NONE, start)
    QTest.mouseMove(grid.canvas, start + QPoint(50, 50))
    QTest.mouseMove(grid.canvas, start + QPoint(120, 80))
    QTest.keyClick(grid.canvas, Key.Key_Escape)
    QTest.mouseRelease(grid.canvas, LEFT, NONE, start + QPoint(120, 80))
    assert not asked.log


def test_a_locked_block_can_be_selected_but_not_dragged(grid: WeekGrid, asked: Asked) -> None:
    drag(grid, point(grid, 2, 690), point(grid, 4, 800))
    assert not asked.log
    QTest.mouseClick(grid.canvas, LEFT, NONE, point(grid, 2, 690))
    assert asked.log == [("selected", "dentist")]


def test_a_drag_goes_on_when_a_new_week_arrives(grid: WeekGrid, asked: Asked) -> None:
    start = point(grid, 1, 630)
    QTest.mousePress(grid.canvas, LEFT, NONE, start)
    QTest.mouseMove(grid.canvas, start + QPoint(0, 40))
    newer = make_week(CUT, replace(DENTIST, start=800, end=860))
    grid.set_week(newer)
    assert grid.canvas.scene.week is not newer
    QTest.mouseMove(grid.canvas, point(grid, 3, 722))
    QTest.mouseRelease(grid.canvas, LEFT, NONE, point(grid, 3, 722))
    assert asked.named("move") == [("move", "cut", Drop(day(3), 690))]
    assert grid.canvas.scene.week is newer


def test_a_sweep_or_a_click_is_not_lost_when_a_new_week_arrives(
    grid: WeekGrid, asked: Asked
) -> None:
    QTest.mousePress(grid.canvas, LEFT, NONE, point(grid, 5, 785))
    grid.set_week(make_week(CUT))
    QTest.mouseMove(grid.canvas, point(grid, 5, 850))
    grid.set_week(make_week(CUT, DENTIST))
    QTest.mouseRelease(grid.canvas, LEFT, NONE, point(grid, 5, 890))
    assert asked.named("sweep") == [("sweep", Column(day(5)), 780, 900)]
    QTest.mousePress(grid.canvas, LEFT, NONE, point(grid, 1, 630))
    grid.set_week(make_week(CUT))
    QTest.mouseRelease(grid.canvas, LEFT, NONE, point(grid, 1, 630))
    assert asked.named("selected") == [("selected", "cut")]


def test_a_week_that_waited_is_shown_when_a_drag_is_given_up(grid: WeekGrid) -> None:
    QTest.mousePress(grid.canvas, LEFT, NONE, point(grid, 1, 630))
    QTest.mouseMove(grid.canvas, point(grid, 1, 700))
    newer = make_week(DENTIST)
    grid.set_week(newer)
    QTest.keyClick(grid.canvas, Key.Key_Escape)
    assert grid.canvas.scene.week is newer
    QTest.mouseRelease(grid.canvas, LEFT, NONE, point(grid, 1, 700))


def test_dropping_what_went_away_meanwhile_asks_nothing(grid: WeekGrid, asked: Asked) -> None:
    start = point(grid, 1, 630)
    QTest.mousePress(grid.canvas, LEFT, NONE, start)
    QTest.mouseMove(grid.canvas, start + QPoint(0, 40))
    grid.set_week(make_week(DENTIST))
    QTest.mouseRelease(grid.canvas, LEFT, NONE, start + QPoint(0, 40))
    assert not asked.named("move")


def test_a_drag_held_at_the_edge_scrolls_and_goes_on(
    qtbot: QtBot, grid: WeekGrid, asked: Asked
) -> None:
    seen = grid.canvas.visibleRegion().boundingRect()
    start = point(grid, 1, 630)
    QTest.mousePress(grid.canvas, LEFT, NONE, start)
    QTest.mouseMove(grid.canvas, start + QPoint(0, 30))
    QTest.mouseMove(grid.canvas, QPoint(start.x(), seen.bottom() - 2))

    def has_scrolled() -> bool:
        return grid.canvas.visibleRegion().boundingRect().bottom() > seen.bottom() + 40

    qtbot.waitUntil(has_scrolled)
    QTest.keyClick(grid.canvas, Key.Key_Escape)
    QTest.mouseRelease(grid.canvas, LEFT, NONE, start)
    assert not asked.named("move")


def test_the_menu_is_asked_for_the_block_or_the_cell_under_the_pointer(
    qapp: QApplication, grid: WeekGrid, asked: Asked
) -> None:
    for spot in (point(grid, 1, 630), point(grid, 5, 615)):
        wherever = grid.canvas.mapToGlobal(spot)
        reason = QContextMenuEvent.Reason.Mouse
        qapp.sendEvent(grid.canvas, QContextMenuEvent(reason, spot, wherever))
        assert asked.named("menu")[-1][-1] == wherever
    first, second = asked.named("menu")
    assert first[1:4] == ("cut", Column(day(1)), 600)
    assert second[1:4] == ("", Column(day(5)), 600)


def test_the_hand_tells_what_can_be_dragged(grid: WeekGrid) -> None:
    hover(grid, point(grid, 1, 630))
    assert grid.canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    edge = rect_of(grid, "cut")
    hover(grid, QPoint(round(edge.x + 30), round(edge.bottom - 2)))
    assert grid.canvas.cursor().shape() == Qt.CursorShape.SizeVerCursor
    hover(grid, point(grid, 2, 690))
    assert grid.canvas.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_tooltip_never_reads_a_title_as_markup(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication, grid: WeekGrid
) -> None:
    shown: list[str] = []
    # The offscreen platform warns when a real tooltip comes up.
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, *_: shown.append(text))
    grid.set_week(
        make_week(replace(CUT, description=PlainDescription("", "<img src='http://x'> & more")))
    )
    spot = point(grid, 1, 630)
    wherever = grid.canvas.mapToGlobal(spot)
    qapp.sendEvent(grid.canvas, QHelpEvent(QEvent.Type.ToolTip, spot, wherever))
    assert "&lt;img" in shown[0]


# --- whole ----------------------------------------------------------------------------------


def test_selecting_from_outside_says_nothing(grid: WeekGrid, asked: Asked) -> None:
    grid.select("cut")
    assert grid.selection == "cut"
    grid.select(None)
    assert grid.selection == ""
    assert not asked.log


def test_the_selection_survives_a_new_week_that_still_has_it(grid: WeekGrid) -> None:
    grid.select("cut")
    grid.set_week(make_week(replace(CUT, start=700, end=760)))
    assert grid.selection == "cut"
    grid.set_week(make_week(DENTIST))
    assert grid.selection == ""


def test_scrolling_puts_the_minute_on_top(grid: WeekGrid) -> None:
    grid.scroll_to(600)
    seen = grid.canvas.visibleRegion().boundingRect()
    assert grid.canvas.scene.geometry.minute_at(seen.top()) == pytest.approx(600, abs=12)


def test_dark_and_light_repaint_everything(grid: WeekGrid, appearance: Appearance) -> None:
    def corner_colour(image: QImage) -> str:
        return image.pixelColor(3, image.height() - 4).name()

    light = grid.grab().toImage()
    appearance.force(Scheme.DARK)
    dark = grid.grab().toImage()
    appearance.force(Scheme.LIGHT)
    assert corner_colour(dark) == DARK.panel
    assert corner_colour(light) != DARK.panel
    assert grid.grab().toImage() == light


def test_the_lane_selects_and_opens_banners(grid: WeekGrid, asked: Asked) -> None:
    rect = grid.lane.rect_of(grid.lane.placed[0])
    spot = QPoint(round(rect.x + 20), round(rect.y + 8))
    QTest.mouseClick(grid.lane, LEFT, NONE, spot)
    QTest.mouseDClick(grid.lane, LEFT, NONE, spot)
    assert asked.named("selected")[0] == ("selected", "fair")
    assert asked.named("open") == [("open", "fair")]
    assert grid.selection == "fair"


def test_a_full_lane_says_how_many_more_and_opens(grid: WeekGrid, qtbot: QtBot) -> None:
    banners = tuple(Banner(f"b{at}", day(0), day(1), f"All day {at}") for at in range(6))
    with qtbot.waitSignal(grid.canvas.by_day.finished):
        grid.set_week(make_week(banners=banners))
    few = grid.lane.height()
    QTest.mouseClick(grid.lane, LEFT, NONE, QPoint(40, few - 8))
    many = grid.lane.height()
    assert many > few
    QTest.mouseClick(grid.lane, LEFT, NONE, QPoint(40, many - 8))
    assert grid.lane.height() == few


def test_the_lane_takes_no_room_without_banners(grid: WeekGrid, qtbot: QtBot) -> None:
    grid.set_week(make_week(CUT))
    qtbot.waitUntil(grid.lane.isHidden)


def test_the_lane_grows_when_every_new_block_is_drawn(grid: WeekGrid, qtbot: QtBot) -> None:
    before = grid.lane.height()
    banners = tuple(Banner(f"b{at}", day(0), day(1), f"All day {at}") for at in range(2))
    with qtbot.waitSignal(grid.canvas.by_day.finished):
        grid.set_week(make_week(CUT, banners=banners))
        assert grid.lane.height() == before
    assert grid.lane.height() > before


def test_header_and_columns_stand_in_line(grid: WeekGrid) -> None:
    header, canvas = grid.header, grid.canvas
    assert header.width() == canvas.width() == grid.lane.width()
    assert header.mapToGlobal(QPoint(0, 0)).x() == canvas.mapToGlobal(QPoint(0, 0)).x()


def test_the_now_line_moves_when_the_clock_says_so(qtbot: QtBot, appearance: Appearance) -> None:
    clock = [(THURSDAY, 700)]
    made = WeekGrid(
        appearance, Icons(appearance), LocaleFormat(QLocale("en_GB")), now=lambda: clock[0]
    )
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.set_week(make_week())
    made.scroll_to(600)
    with qtbot.waitExposed(made):
        made.show()
    before = made.grab().toImage()
    clock[0] = (THURSDAY, 760)
    made.refresh_now()
    assert made.grab().toImage() != before


def test_right_to_left_mirrors_the_days(qtbot: QtBot, appearance: Appearance) -> None:
    made = WeekGrid(appearance, Icons(appearance), LocaleFormat(QLocale("he_IL")))
    qtbot.addWidget(made)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.resize(1000, 700)
    made.set_week(make_week(CUT))
    with qtbot.waitExposed(made):
        made.show()
    geometry = made.canvas.scene.geometry
    assert geometry.rtl
    assert geometry.column(0).x > geometry.column(6).x
    asked = Asked(made)
    QTest.mouseDClick(made.canvas, LEFT, NONE, point(made, 0, 900))
    assert asked.named("create") == [("create", Column(day(0)), 900, 930)]


def test_an_empty_week_says_how_to_begin_and_takes_clicks(grid: WeekGrid, asked: Asked) -> None:
    grid.set_week(replace(make_week(), empty_hint="Double-click a time"))
    assert grid.hint.isVisible()
    assert grid.rect().contains(grid.hint.geometry())
    assert grid.childAt(grid.hint.geometry().center()) is not grid.hint
    grid.set_week(make_week(CUT))
    assert not grid.hint.isVisible()


def test_a_screen_reader_finds_each_event_as_a_sentence(grid: WeekGrid) -> None:
    tree = QAccessible.queryAccessibleInterface(grid.canvas)
    assert tree.role() == QAccessible.Role.List
    names = [tree.child(at).text(QAccessible.Text.Name) for at in range(tree.childCount())]
    assert names == ["Cut, Anna, Tuesday", "Dentist"]
    item = tree.child(0)
    assert item.role() == QAccessible.Role.ListItem
    middle = item.rect().center()
    found = tree.childAt(middle.x(), middle.y())
    assert found is not None
    assert found.text(QAccessible.Text.Name) == "Cut, Anna, Tuesday"
    grid.select("cut")
    assert item.state().selected
    grid.set_week(make_week())
    assert not item.isValid()
