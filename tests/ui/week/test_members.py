"""Staff members side by side, in the real window: columns, booking, handing over, undo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.recurrence.series import Scope
from lcdesk.ui.booking.booking_model import BookingModel
from lcdesk.ui.booking.dialog import BookingDialog
from lcdesk.ui.context.view_filter import DayMode
from lcdesk.ui.week.week import NOBODY, Block, Column, Drop
from tests.salon import Salon, at, day
from tests.ui.series.hands import Asked, Booking
from tests.ui.week.grid.hands import CONTROL, LEFT, NONE, drag, point
from tests.ui.window.stage import Stage, opened

ANA, BEN, SIMPLE = 0, 1, 2


@pytest.fixture
def visit(salon: Salon) -> Calendar:
    return salon.visit(salon.ana, salon.ben)


@pytest.fixture
def stage(salon: Salon, visit: Calendar, qtbot: QtBot) -> Iterator[Stage]:
    """Tuesday with Ana, Ben and a simple calendar beside each other."""
    salon.calendar("Room", CalendarKind.SIMPLE)
    salon.book(visit, at(1, 10), staff=(salon.ana.id,))
    with opened(salon, qtbot) as found:
        show_day(found, 1)
        yield found


def show_day(stage: Stage, offset: int) -> None:
    stage.desk.week.go_to(day(offset))
    stage.window.actions_table["day"].trigger()
    stage.desk.week.go_to(day(offset))
    stage.settle()


def columns(stage: Stage) -> list[tuple[str, Column]]:
    return [(shown.name, shown.column) for shown in stage.desk.week.week.days]


def staff_of_only_booking(salon: Salon) -> tuple[int, ...]:
    (entry,) = [entry for entry in salon.agenda() if entry.calendar is not None]
    return entry.staff


def dialog_of(stage: Stage) -> BookingDialog:
    found = stage.window.findChildren(BookingDialog)[-1]
    assert isinstance(found, BookingDialog)
    return found


def model_of(stage: Stage) -> BookingModel:
    found = dialog_of(stage).findChildren(BookingModel) or stage.window.findChildren(BookingModel)
    return found[-1]


def block_time(
    salon: Salon, start: datetime, end: datetime, title: str, member: StaffMember
) -> None:
    with salon.database.write() as tx:
        block(tx, start=start, end=end, title=title, staff=member.id)


def test_a_day_has_a_column_for_each_member_and_one_for_simple_calendars(stage: Stage) -> None:
    salon = stage.salon
    assert columns(stage) == [
        ("Ana", Column(day(1), salon.ana.id)),
        ("Ben", Column(day(1), salon.ben.id)),
        ("Simple", Column(day(1), NOBODY)),
    ]
    assert stage.window.grid.header.accessibleName() == "Ana Tue 24, Ben Tue 24, Simple Tue 24"
    stage.desk.week.show_staff(salon.ben.id, False)
    assert [name for name, _ in columns(stage)] == ["Ana", "Simple"]


def test_a_member_alone_stands_in_a_day_as_before(stage: Stage) -> None:
    stage.desk.week.show_staff(stage.salon.ben.id, False)
    stage.desk.week.show_kind(CalendarKind.ROUND_ROBIN)
    assert columns(stage) == [("", Column(day(1)))]


def test_a_week_goes_from_together_to_side_by_side_and_remembers_it(stage: Stage) -> None:
    table = stage.window.actions_table
    table["work_week"].trigger()
    assert len(columns(stage)) == 5
    assert not table["by_member"].isChecked()
    table["by_member"].trigger()
    assert [name for name, _ in columns(stage)] == ["Ana"] * 5 + ["Ben"] * 5 + ["Simple"] * 5
    assert stage.desk.context.memory.now.by_member == {DayMode.DAY, DayMode.WORK_WEEK}
    table["week"].trigger()
    assert len(columns(stage)) == 7
    table["month"].trigger()
    assert not table["by_member"].isEnabled()


def test_hours_and_open_times_are_each_member_s_own(salon: Salon, qtbot: QtBot) -> None:
    visit = salon.visit(salon.ana, salon.ben)
    salon.book(visit, at(1, 9), staff=(salon.ana.id,))
    block_time(salon, at(1, 12), at(1, 18), "Away", salon.ben)
    with opened(salon, qtbot) as stage:
        show_day(stage, 1)
        qtbot.waitUntil(lambda: bool(stage.desk.week.week.bookable_on))
        ana, ben = stage.desk.week.week.days
        assert ana.open == ben.open == ((9 * 60, 18 * 60),)
        assert ana.bookable[0][0] > 9 * 60
        assert ben.bookable[-1][1] <= 12 * 60
        why = stage.desk.rows.why
        assert "Away" in why(Column(day(1), salon.ben.id), 13 * 60)
        assert why(Column(day(1), salon.ana.id), 13 * 60) == ""


def test_a_double_click_in_a_member_s_column_books_with_that_member(stage: Stage) -> None:
    for column, member, calendar in (
        (BEN, stage.salon.ben.id, "First visit"),
        (ANA, stage.salon.ana.id, "First visit"),
        (SIMPLE, 0, "Room"),
    ):
        stage.double_click(column, 14 * 60)
        model = model_of(stage)
        assert model.draft.staff == member
        assert model.calendar is not None
        assert model.calendar.name == calendar
        dialog_of(stage).close()
        stage.settle()


def test_time_blocked_from_the_menu_of_a_column_is_its_member_s(stage: Stage) -> None:
    model = stage.desk.make_block_model(Column(day(1), stage.salon.ben.id), 600, 660, stage.window)
    assert (model.start.staff, model.start.calendar) == (stage.salon.ben.id, None)
    model = stage.desk.make_block_model(Column(day(1), NOBODY), 600, 660, stage.window)
    assert model.start.staff is None


def test_a_drag_to_another_column_hands_over_and_is_undone(stage: Stage) -> None:
    salon, grid = stage.salon, stage.window.grid
    drag(grid, point(grid, ANA, 10 * 60 + 10), point(grid, BEN, 11 * 60 + 10))
    stage.settle()
    assert staff_of_only_booking(salon) == (salon.ben.id,)
    (entry,) = salon.agenda()
    assert entry.span.start == at(1, 11)
    text = stage.child(stage.window, "toast_text")
    assert text.text() == "Moved: Cleo Park – with Ben"  # type: ignore[attr-defined]
    stage.window.actions_table["undo"].trigger()
    stage.settle()
    assert staff_of_only_booking(salon) == (salon.ana.id,)


def test_control_and_arrows_hand_over_to_the_next_column(stage: Stage) -> None:
    salon, grid = stage.salon, stage.window.grid
    grid.canvas.setFocus()
    grid.canvas.pick(stage.block("Cleo Park").id)
    QTest.keyClick(grid.canvas, Qt.Key.Key_Right, CONTROL)
    stage.settle()
    assert staff_of_only_booking(salon) == (salon.ben.id,)
    QTest.keyClick(grid.canvas, Qt.Key.Key_Right, NONE)
    assert grid.canvas.column(grid.canvas.cursor_cell.day).member == NOBODY


def test_a_copy_dropped_with_somebody_else_is_theirs(stage: Stage) -> None:
    salon, grid = stage.salon, stage.window.grid
    drag(grid, point(grid, ANA, 610), point(grid, BEN, 610), CONTROL)
    stage.settle()
    assert sorted(entry.staff for entry in salon.agenda()) == [(salon.ana.id,), (salon.ben.id,)]


def test_where_the_member_cannot_the_answer_says_why_and_offers_to_insist(stage: Stage) -> None:
    salon, grid = stage.salon, stage.window.grid
    block_time(salon, at(1, 9), at(1, 18), "Away", salon.ben)
    stage.settle()
    drag(grid, point(grid, ANA, 610), point(grid, BEN, 610))
    stage.settle()
    assert staff_of_only_booking(salon) == (salon.ana.id,)
    assert "Away" in stage.child(stage.window, "toast_text").text()  # type: ignore[attr-defined]
    stage.press(stage.window, "toast_button")
    stage.settle()
    assert staff_of_only_booking(salon) == (salon.ben.id,)


@pytest.mark.parametrize("kind", [CalendarKind.COLLECTIVE, CalendarKind.CLASS, CalendarKind.SIMPLE])
def test_what_chooses_nobody_is_not_handed_over(
    salon: Salon, qtbot: QtBot, kind: CalendarKind
) -> None:
    cleo = salon.staff("Cleo")
    team = {CalendarKind.COLLECTIVE: (salon.ana, cleo), CalendarKind.CLASS: (salon.ana,)}
    calendar = salon.calendar("Fixed", kind, *team.get(kind, ()))
    salon.calendar("Other", CalendarKind.SIMPLE)
    made = salon.book(calendar, at(1, 10))
    with opened(salon, qtbot) as stage:
        show_day(stage, 1)
        said: list[str] = []
        stage.desk.changes.refused.connect(said.append)
        held, given = (made.staff or (NOBODY,))[0], salon.ben.id
        fixed = stage.blocks()[0].id
        stage.window.grid.requests.move_requested.emit(fixed, Drop(day(1), 600, held, given))
        stage.window.grid.requests.copy_requested.emit(fixed, Drop(day(1), 780, held, given))
        assert len(said) == 2
        assert said[0] == said[1]
        assert "Fixed" in said[0]
        assert [entry.span for entry in salon.agenda()] == [made.span]


def test_time_blocked_by_hand_is_handed_over_but_no_event_of_icloud(
    salon: Salon, qtbot: QtBot
) -> None:
    salon.visit(salon.ana, salon.ben)
    block_time(salon, at(1, 12), at(1, 13), "Errand", salon.ana)
    linked = salon.connect(salon.ana)
    salon.mirror(linked["Work"], "Lunch", at(1, 15), at(1, 16))
    with opened(salon, qtbot) as stage:
        show_day(stage, 1)
        said: list[str] = []
        stage.desk.changes.refused.connect(said.append)
        move = stage.window.grid.requests.move_requested.emit
        over = (salon.ana.id, salon.ben.id)
        move(stage.block("Errand").id, Drop(day(1), 720, *over))
        move(stage.block("Lunch").id, Drop(day(1), 900, *over))
        stage.settle()
        assert said == ["This event stands in a calendar of Ana and stays there."]
        members = {entry.title: entry.staff for entry in salon.agenda()}
        assert members == {"Errand": (salon.ben.id,), "Lunch": (salon.ana.id,)}


def test_what_several_take_part_in_stands_with_each(salon: Salon, qtbot: QtBot) -> None:
    panel = salon.calendar("Panel", CalendarKind.COLLECTIVE, salon.ana, salon.ben)
    salon.book(panel, at(1, 10))
    with opened(salon, qtbot) as stage:
        show_day(stage, 1)
        found: list[Block] = stage.blocks()
        assert [shown.member for shown in found] == [salon.ana.id, salon.ben.id]
        assert len({shown.id for shown in found}) == 1
        assert found[0].details == "Ana, Ben"


def test_eight_members_scroll_sideways_under_names_that_stay(salon: Salon, qtbot: QtBot) -> None:
    others = [salon.staff(f"Member {at}") for at in range(7)]
    salon.visit(salon.ana, salon.ben, *others)
    with opened(salon, qtbot) as stage:
        stage.window.resize(1000, 700)
        show_day(stage, 1)
        grid = stage.window.grid
        (scroll,) = grid.findChildren(QScrollArea)
        bar = scroll.horizontalScrollBar()
        assert bar.maximum() > 0
        last = len(columns(stage)) - 1
        grid.canvas.setFocus()
        QTest.mouseClick(grid.canvas, LEFT, pos=point(grid, 0, 600))
        for _ in range(last):
            QTest.keyClick(grid.canvas, Qt.Key.Key_Right)
        assert bar.value() == bar.maximum()
        items = grid.header.spoken_items()
        seen = items[last].rect
        assert grid.header.rect().adjusted(-1, 0, 1, 0).contains(seen)
        assert abs(seen.x() - (grid.canvas.scene.geometry.column(last).x + grid.canvas.x())) < 2
        assert items[last].text.startswith("Member 6, Tuesday 24 November")
        assert not grid.header.rect().contains(items[0].rect)


def test_the_cell_says_in_whose_column_it_is(stage: Stage) -> None:
    canvas = stage.window.grid.canvas
    stage.click(BEN, 14 * 60)
    assert canvas.speech.cell_text().startswith("Tuesday 24 November, Ben, 14:00")


def test_a_series_handed_over_asks_which_dates_are_meant(
    salon: Salon, visit: Calendar, qtbot: QtBot
) -> None:
    with opened(salon, qtbot) as stage:
        dialog = Booking(stage)
        dialog.weekly(3)
        dialog.book_for("Dana Fischer")
        show_day(stage, 1)
        (held,) = next(entry.staff for entry in salon.agenda() if entry.span.start == at(1, 10))
        taker = salon.ben.id if held == salon.ana.id else salon.ana.id
        drop = Drop(day(1), 600, held, taker)
        stage.window.grid.requests.move_requested.emit(stage.block("Dana Fischer").id, drop)
        asked = Asked(stage)
        asked.answer(Scope.ALL)
        asked.go()
        assert {entry.staff for entry in salon.agenda()} == {(taker,)}


def test_blocked_time_that_fills_a_day_in_the_lane_of_another_member_is_theirs(
    stage: Stage, qtbot: QtBot
) -> None:
    salon, grid = stage.salon, stage.window.grid
    block_time(salon, at(1, 0), at(2, 0), "Holiday", salon.ana)
    block_time(salon, at(1, 13), at(1, 14), "Lunch", salon.ana)
    stage.settle()
    qtbot.waitUntil(lambda: not grid.lane.isHidden())
    stage.settle()
    lane = grid.canvas.mapFromGlobal(grid.lane.mapToGlobal(grid.lane.rect().center()))
    above = point(grid, BEN, 0)
    above.setY(lane.y())
    drag(grid, point(grid, ANA, 13 * 60 + 20), above)
    stage.settle()
    (lunch,) = [entry for entry in salon.agenda() if entry.title == "Lunch"]
    assert (lunch.staff, lunch.span.start, lunch.span.end) == ((salon.ben.id,), at(1, 0), at(2, 0))
