"""The month of the window: it shows, follows, books, opens, moves, and is spoken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.people import Contact
from lcdesk.model.store.accounts import linked_calendars
from lcdesk.model.store.appointments import get_appointment
from lcdesk.ui.booking.booking_model import BookingModel
from lcdesk.ui.booking.draft_model import Draft
from lcdesk.ui.context.view_filter import DayMode
from lcdesk.ui.entries.card import EntryCard
from lcdesk.ui.look.metrics import scale_font
from lcdesk.ui.month.grid import MonthGrid
from lcdesk.ui.week.week import Column, Drop, PlainDescription
from lcdesk.ui.window.card_controller import GridMenu
from tests.salon import Salon, at, day
from tests.ui.month.hands import (
    CONTROL,
    LEFT,
    NONE,
    Key,
    drag,
    entry,
    fill_day,
    middle_of,
    month_of,
    number_of,
    titles_on,
)
from tests.ui.painted import Painted
from tests.ui.week.grid.hands import Asked
from tests.ui.window.stage import Stage, opened

NAME = QAccessible.Text.Name
TRIP = "Trip"
MONDAY, TUESDAY, WEDNESDAY = day(0), day(1), day(2)  # from 23 November, which is today


@pytest.fixture
def scene(salon: Salon, visit: Calendar) -> None:
    """Cleo is booked on Tuesday at ten; Ana is at the dentist on Wednesday and away for days."""
    linked = salon.connect(salon.ana)
    salon.mirror(linked["Family"], "Dentist", at(2, 14), at(2, 15))
    salon.mirror(linked["Family"], "Trip", at(-10, 0), at(-6, 0))
    salon.book(visit, at(1, 10))


def title(stage: Stage) -> str:
    label = stage.child(stage.window, "range_title")
    assert isinstance(label, QLabel)
    return label.text()


def draft(stage: Stage) -> Draft:
    """What the booking dialog opened on."""
    (model,) = stage.window.findChildren(BookingModel)
    return model.draft


def card(stage: Stage) -> EntryCard:
    (found,) = stage.window.findChildren(EntryCard)
    return found


# --- showing ---------------------------------------------------------------------------------


def test_the_month_takes_the_place_of_the_week_and_follows_the_arrows(stage: Stage) -> None:
    assert stage.window.actions_table["month"].shortcut().toString() == "Ctrl+4"
    stage.window.grid.setFocus()
    stage.window.actions_table["month"].trigger()
    stage.settle()
    month = stage.window.month
    assert (month.isVisible(), stage.window.grid.isVisible()) == (True, False)
    assert stage.window.focusWidget() is month
    assert title(stage) == "November 2026"
    assert titles_on(month, TUESDAY) == ["Cleo Park"]
    assert titles_on(month, day(-9)) == [TRIP]
    stage.window.actions_table["forward"].trigger()
    assert (title(stage), titles_on(month, day(10))) == ("December 2026", [])
    stage.window.actions_table["back"].trigger()
    stage.window.actions_table["back"].trigger()
    assert title(stage) == "October 2026"
    stage.window.actions_table["today"].trigger()
    assert title(stage) == "November 2026"


def test_the_month_is_remembered(salon: Salon, visit: Calendar, qtbot: QtBot) -> None:
    with opened(salon, qtbot) as first:
        month_of(first)
    with opened(salon, qtbot) as again:
        assert again.desk.week.mode is DayMode.MONTH
        assert again.window.month.isVisible()
        assert again.window.actions_table["month"].isChecked()
        assert not again.window.actions_table["zoom_in"].isEnabled()


def test_a_booking_made_elsewhere_arrives_in_the_month(stage: Stage, visit: Calendar) -> None:
    month = month_of(stage)
    before = len(items(month))
    stage.salon.book(visit, at(3, 11), Contact(0, "Dora Lee", "dora@example.org"))
    stage.settle()
    assert titles_on(month, day(3)) == ["Dora Lee"]
    assert len(items(month)) == before + 1
    assert named(month, "Dora Lee, Thursday 26 November").rect().isValid()


def test_the_mini_month_leads_the_month_and_follows_it(stage: Stage) -> None:
    month = month_of(stage)
    stage.window.side.day_picked.emit(date(2027, 2, 3))
    assert (title(stage), month.chosen_day) == ("February 2027", date(2027, 2, 3))
    QTest.keyClick(month, Key.Key_PageUp)
    assert title(stage) == "January 2027"
    name = stage.child(stage.window, "mini_month_name")
    assert isinstance(name, QLabel)
    assert name.text() == "January 2027"


def test_six_rows_are_readable_in_a_small_window(stage: Stage) -> None:
    month = month_of(stage)
    stage.window.resize(900, 600)
    stage.settle()
    assert month.scene.month.weeks == 6
    assert month.scene.geometry.room >= 3
    at_tuesday = month.scene.places_of(entry(month, "Cleo Park"))
    assert [month.scene.rects[at].width > 80 for at in at_tuesday] == [True]


def test_an_empty_month_says_how_to_book(stage: Stage) -> None:
    month = month_of(stage)
    assert month.hint.isHidden()
    QTest.keyClick(month, Key.Key_PageDown)
    assert month.hint.text() == "No bookings in these weeks. Double-click a day to book one."


# --- picking and booking ---------------------------------------------------------------------


def test_arrows_move_the_day_and_turn_the_page_only_at_its_end(stage: Stage) -> None:
    month = month_of(stage)
    assert month.chosen_day == MONDAY
    for key in (Key.Key_Right, Key.Key_Down):
        QTest.keyClick(month, key)
    assert (month.chosen_day, title(stage)) == (date(2026, 12, 1), "November 2026")
    QTest.keyClick(month, Key.Key_Down)
    assert (month.chosen_day, title(stage)) == (date(2026, 12, 8), "December 2026")
    QTest.keyClick(month, Key.Key_Home)
    assert (month.chosen_day, title(stage)) == (MONDAY, "November 2026")
    QTest.keyClick(month, Key.Key_Left)
    QTest.keyClick(month, Key.Key_T)
    assert month.chosen_day == MONDAY


def test_a_month_that_is_shorter_is_gone_to_at_its_last_day(stage: Stage) -> None:
    month_of(stage)
    stage.window.side.day_picked.emit(date(2027, 1, 31))
    QTest.keyClick(stage.window.month, Key.Key_PageDown)
    assert stage.window.month.chosen_day == date(2027, 2, 28)


def test_enter_books_on_the_day_at_its_first_open_time(stage: Stage) -> None:
    month = month_of(stage)
    QTest.keyClick(month, Key.Key_Right)
    QTest.keyClick(month, Key.Key_Return)
    assert (draft(stage).day, draft(stage).minute) == (TUESDAY, 9 * 60)


def test_a_double_click_books_on_that_day_even_where_nothing_is_open(stage: Stage) -> None:
    month = month_of(stage)
    QTest.mouseDClick(month, LEFT, pos=middle_of(month, day(5)))  # a Saturday
    assert draft(stage).day == day(5)


def test_the_menu_of_a_day_booked_at_a_time_that_had_passed(salon: Salon, stage: Stage) -> None:
    salon.now = at(0, 13, 5)
    month = month_of(stage)
    point = middle_of(month, MONDAY)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(month, QContextMenuEvent(reason, point, month.mapToGlobal(point)))
    menu = stage.window.findChild(GridMenu)
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    assert (draft(stage).day, draft(stage).minute) == (MONDAY, 13 * 60 + 30)


def test_a_day_of_another_month_is_picked_without_turning_the_page(stage: Stage) -> None:
    month = month_of(stage)
    december = date(2026, 12, 3)
    QTest.mouseClick(month, LEFT, pos=middle_of(month, december))
    assert (month.chosen_day, title(stage)) == (december, "November 2026")
    QTest.mouseDClick(month, LEFT, pos=middle_of(month, december))
    assert draft(stage).day == december


def test_a_new_booking_begins_with_the_day_that_is_picked(stage: Stage) -> None:
    month = month_of(stage)
    QTest.mouseClick(month, LEFT, pos=middle_of(month, day(3)))
    stage.window.actions_table["new_booking"].trigger()
    assert draft(stage).day == day(3)


def test_a_day_of_the_week_that_is_shown_is_gone_to_from_the_small_month(stage: Stage) -> None:
    stage.window.actions_table["forward"].trigger()
    stage.window.side.day_picked.emit(day(10))
    assert stage.desk.week.mode is DayMode.WEEK
    stage.window.actions_table["day"].trigger()
    assert stage.desk.week.days.first == day(10)


def test_the_week_of_the_day_that_is_picked_is_turned_to(stage: Stage) -> None:
    month = month_of(stage)
    QTest.mouseClick(month, LEFT, pos=middle_of(month, date(2026, 11, 11)))
    stage.window.actions_table["week"].trigger()
    assert date(2026, 11, 11) in stage.desk.week.days
    assert stage.window.focusWidget() is stage.window.grid.canvas


@pytest.mark.parametrize("where", ["number", "space"])
def test_a_day_is_opened_hour_by_hour(stage: Stage, where: str) -> None:
    month = month_of(stage)
    wanted = date(2026, 11, 11)
    if where == "number":
        QTest.mouseClick(month, LEFT, pos=number_of(month, wanted))
    else:
        QTest.mouseClick(month, LEFT, pos=middle_of(month, wanted))
        QTest.keyClick(month, Key.Key_Space)
    assert (stage.desk.week.mode, stage.desk.week.days.first) == (DayMode.DAY, wanted)
    assert stage.window.grid.isVisible()
    assert stage.window.actions_table["day"].isChecked()


def test_more_than_a_day_has_room_for_is_counted(stage: Stage) -> None:
    month = month_of(stage)
    fill_day(stage, 3)
    (more,) = month.scene.more
    assert month.scene.day(more.day) == day(3)
    assert len(more.hidden) == 12 - (month.scene.geometry.room - 1)
    rect = month.scene.more_rect(more)
    text, _where = month.speech.tip_at(QPointF(rect.x + 5, rect.y + 5))
    assert text.splitlines()[-1] == "19:00 At 19"


# --- entries ---------------------------------------------------------------------------------


def test_a_click_shows_the_card_beside_the_chip(stage: Stage) -> None:
    month = month_of(stage)
    where = month.rect_of(entry(month, "Cleo Park"))
    QTest.mouseClick(month, LEFT, pos=where.center())
    assert card(stage).isVisible()
    assert card(stage).block == entry(month, "Cleo Park") == month.selection
    chip = where.translated(month.mapTo(stage.window.body, where.topLeft()) - where.topLeft())
    assert not chip.intersects(card(stage).geometry())
    QTest.mouseClick(month, LEFT, pos=middle_of(month, day(4)))
    assert not card(stage).isVisible()
    assert not month.selection


def test_the_card_goes_on_in_the_week(stage: Stage) -> None:
    month = month_of(stage)
    cleo = entry(month, "Cleo Park")
    QTest.mouseClick(month, LEFT, pos=month.rect_of(cleo).center())
    stage.window.actions_table["week"].trigger()
    stage.settle()
    assert card(stage).isVisible()
    assert stage.window.grid.selection == cleo


def test_tab_goes_from_the_picked_day_through_what_follows(stage: Stage) -> None:
    month = month_of(stage)
    asked = Asked(stage.window.grid)
    for _passed in range(2):
        QTest.keyClick(month, Key.Key_Tab)
    assert asked.named("selected")[-1] == ("selected", entry(month, "Dentist"))
    QTest.keyClick(month, Key.Key_Backtab)
    assert month.selection == entry(month, "Cleo Park")
    QTest.keyClick(month, Key.Key_Escape)
    assert month.selection == ""


def test_what_was_cancelled_is_selected_no_more(stage: Stage) -> None:
    month = month_of(stage)
    QTest.keyClick(month, Key.Key_Tab)
    assert month.selection == entry(month, "Cleo Park")
    stage.window.actions_table["undo"].trigger()  # of its booking
    stage.settle()
    assert titles_on(month, TUESDAY) == []
    assert month.selection == ""


def test_what_is_not_in_the_month_is_not_selected_in_it(stage: Stage) -> None:
    stage.window.select(stage.block("Cleo Park").id)
    stage.window.side.day_picked.emit(date(2027, 2, 3))
    assert month_of(stage).selection == ""


def test_a_booking_from_the_month_is_shown_there_with_its_card(stage: Stage) -> None:
    month = month_of(stage)
    QTest.mouseDClick(month, LEFT, pos=middle_of(month, day(3)))
    name = stage.child(stage.window, "booking_name")
    QTest.keyClicks(name, "Dora Lee")
    stage.press(stage.window, "booking_book")
    stage.settle()
    assert titles_on(month, day(3)) == ["Dora Lee"]
    assert month.selection == entry(month, "Dora Lee")
    assert stage.desk.week.mode is DayMode.MONTH


def test_enter_opens_what_is_selected(stage: Stage) -> None:
    month = month_of(stage)
    QTest.keyClick(month, Key.Key_Tab)
    QTest.keyClick(month, Key.Key_Return)
    (dialog,) = [dialog for dialog in stage.window.findChildren(QDialog) if dialog.isVisible()]
    assert dialog.objectName() == "edit_dialog"


# --- moving ----------------------------------------------------------------------------------


def start_of_cleo(stage: Stage) -> object:
    stage.settle()
    with stage.salon.database.read() as reader:
        found = get_appointment(reader, 1)
    assert found is not None
    return found.span.start


def test_a_drag_to_another_day_keeps_the_time_on_the_wall(stage: Stage) -> None:
    month = month_of(stage)
    chip = month.rect_of(entry(month, "Cleo Park")).center()
    drag(month, chip, middle_of(month, day(8)))
    assert start_of_cleo(stage) == at(8, 10)
    assert titles_on(month, day(8)) == ["Cleo Park"]
    stage.window.actions_table["undo"].trigger()
    assert start_of_cleo(stage) == at(1, 10)


def test_a_drag_over_a_clock_change_keeps_the_time_on_the_wall(stage: Stage) -> None:
    stage.window.side.day_picked.emit(date(2027, 3, 27))
    made = stage.salon.book(stage.salon.calendar("Walk", CalendarKind.SIMPLE), at(123, 10))
    month = month_of(stage)
    saturday = made.span.start.date()
    (walk,) = titles_on(month, saturday)
    drag(
        month,
        month.rect_of(entry(month, walk)).center(),
        middle_of(month, saturday + timedelta(days=3)),
    )
    stage.settle()
    with stage.salon.database.read() as reader:
        found = get_appointment(reader, made.id)
    assert found is not None
    assert found.span.start == at(126, 10)
    assert found.span.start - made.span.start == timedelta(days=3, hours=-1)


def test_a_drop_on_a_day_that_is_not_open_says_why_and_changes_nothing(stage: Stage) -> None:
    month = month_of(stage)
    said: list[str] = []
    stage.desk.changes.offered.connect(lambda offer: said.append(offer.text))
    drag(month, month.rect_of(entry(month, "Cleo Park")).center(), middle_of(month, day(5)))
    assert start_of_cleo(stage) == at(1, 10)
    assert said == ["Not moved. Ana has no hours on Saturday 28 November."]
    assert stage.child(stage.window, "toast_button").isVisible()


def test_a_drag_paints_only_where_it_was_and_is(stage: Stage) -> None:
    month = month_of(stage)
    chip = month.rect_of(entry(month, "Cleo Park")).center()
    QTest.mousePress(month, LEFT, NONE, chip)
    QTest.mouseMove(month, middle_of(month, day(2)))
    painted = Painted(month)
    QTest.mouseMove(month, middle_of(month, day(3)))
    assert 0 < painted.share() < 4 / 42
    QTest.mouseRelease(month, LEFT, NONE, chip)
    assert painted.share() >= 1


def test_ctrl_copies_and_escape_gives_up(stage: Stage) -> None:
    month = month_of(stage)
    cleo = entry(month, "Cleo Park")
    chip, there = month.rect_of(cleo).center(), middle_of(month, day(3))
    asked = Asked(stage.window.grid)
    QTest.mousePress(month, LEFT, NONE, chip)
    QTest.mouseMove(month, there)
    assert month.pointer.ghost is not None
    QTest.keyClick(month, Key.Key_Escape)
    QTest.mouseRelease(month, LEFT, NONE, there)
    assert asked.named("move") == []
    drag(month, chip, there, CONTROL)
    assert asked.named("copy") == [("copy", cleo, Drop(day(3), 600))]


def test_ctrl_held_while_the_mouse_rests_makes_a_copy(stage: Stage) -> None:
    month = month_of(stage)
    QTest.mousePress(month, LEFT, NONE, month.rect_of(entry(month, "Cleo Park")).center())
    QTest.mouseMove(month, middle_of(month, day(3)))
    copies: list[bool] = []
    for press in (QTest.keyPress, QTest.keyRelease):
        press(month, Key.Key_Control)
        assert month.pointer.ghost is not None
        copies.append(month.pointer.ghost.copies)
    assert copies == [True, False]
    month.cancel_drag()


def test_words_that_are_not_drawn_are_new_too(stage: Stage) -> None:
    """Equal boxes may be described otherwise: the tip must not stay the old one."""
    month, week = month_of(stage), stage.desk.week.week
    told = PlainDescription(tooltip="Synced at last")
    again = replace(week, blocks=tuple(replace(block, description=told) for block in week.blocks))
    assert again == week
    month.set_week(again, month.chosen_day)
    rect = month.rect_of(entry(month, "Cleo Park")).center()
    assert month.speech.tip_at(QPointF(rect))[0] == "Synced at last"


def test_an_event_of_a_conflict_calendar_cannot_be_dragged(stage: Stage) -> None:
    month = month_of(stage)
    asked = Asked(stage.window.grid)
    drag(month, month.rect_of(entry(month, "Dentist")).center(), middle_of(month, day(4)))
    drag(month, month.rect_of(entry(month, TRIP)).center(), middle_of(month, day(4)))
    assert asked.named("move") == []


def test_an_event_of_whole_days_is_dragged_and_keeps_its_days(stage: Stage) -> None:
    salon = stage.salon
    with salon.database.read() as reader:
        work = next(linked for linked in linked_calendars(reader) if linked.name == "Work")
    salon.mirror_days(work, "Fair", day(7), day(9))
    month = month_of(stage)
    stage.desk.week.refresh()
    where = month.rect_of(entry(month, "Fair"))
    second = QPoint(round(where.center().x() + where.width() / 4), where.center().y())
    QTest.mousePress(month, LEFT, NONE, second)
    QTest.mouseMove(month, middle_of(month, day(2)))
    assert [month.scene.day(at) for at in month.pointer.drop] == [day(1), day(2)]
    QTest.mouseRelease(month, LEFT, NONE, middle_of(month, day(2)))
    stage.settle()
    assert "Fair" not in titles_on(month, day(7))
    for offset in (1, 2):
        assert titles_on(month, day(offset))[0] == "Fair"
    found = month.scene.entry(entry(month, "Fair"))
    assert found is not None
    assert (found.begins, found.length, found.is_bar) == (day(1), 2, True)


def test_in_larger_text_a_day_still_shows_an_entry_and_what_more_there_is(stage: Stage) -> None:
    with stage.salon.database.write() as tx:
        for hour in range(8, 12):
            span = (at(3, hour), at(3, hour, 30))
            block(tx, start=span[0], end=span[1], title=f"At {hour}", staff=stage.salon.ben.id)
    month = month_of(stage)
    month.setFont(scale_font(month.font(), 1.6))
    month.resize(560, 400)
    scene = month.scene
    assert scene.geometry.room <= 2
    (more,) = [more for more in scene.more if scene.day(more.day) == day(3)]
    assert len(more.hidden) == 4 - scene.geometry.room
    assert scene.more_rect(more).bottom <= min(
        rect.y for rect in scene.rects if rect.y > scene.more_rect(more).y
    )


def test_a_drop_above_the_days_is_no_day(stage: Stage) -> None:
    month = month_of(stage)
    asked = Asked(stage.window.grid)
    chip = month.rect_of(entry(month, "Cleo Park")).center()
    above = chip
    above.setY(5)
    drag(month, month.rect_of(entry(month, "Cleo Park")).center(), above)
    assert asked.named("move") == []


def test_ctrl_and_arrows_move_what_is_selected(stage: Stage) -> None:
    month = month_of(stage)
    asked = Asked(stage.window.grid)
    cleo = entry(month, "Cleo Park")
    QTest.keyClick(month, Key.Key_Tab)
    QTest.keyClick(month, Key.Key_Down, CONTROL)
    assert asked.named("move") == [("move", cleo, Drop(day(8), 600))]
    stage.settle()
    QTest.keyClick(month, Key.Key_Delete)
    assert asked.named("delete") == [("delete", cleo)]


def test_what_arrives_while_something_is_held_waits_for_the_drop(
    stage: Stage, visit: Calendar
) -> None:
    month = month_of(stage)
    chip, there = month.rect_of(entry(month, "Cleo Park")).center(), middle_of(month, day(3))
    QTest.mousePress(month, LEFT, NONE, chip)
    QTest.mouseMove(month, there)
    stage.salon.book(visit, at(4, 11), Contact(0, "Dora Lee", "dora@example.org"))
    stage.settle()
    assert titles_on(month, day(4)) == []
    assert month.pointer.ghost is not None
    QTest.mouseRelease(month, LEFT, NONE, there)
    assert titles_on(month, day(4)) == ["Dora Lee"]
    assert start_of_cleo(stage) == at(3, 10)


def test_the_menu_of_a_day_books_there(stage: Stage) -> None:
    month = month_of(stage)
    asked = Asked(stage.window.grid)
    QTest.mouseClick(month, LEFT, pos=middle_of(month, day(3)))
    month.keys.ask_for_menu()
    (menu,) = asked.named("menu")
    assert menu[:4] == ("menu", "", Column(day(3)), 9 * 60)


# --- spoken ----------------------------------------------------------------------------------


def items(month: MonthGrid) -> list[QAccessibleInterface]:
    tree = QAccessible.queryAccessibleInterface(month)
    return [tree.child(at) for at in range(tree.childCount())]


def named(month: MonthGrid, start: str) -> QAccessibleInterface:
    return next(item for item in items(month) if item.text(NAME).startswith(start))


def test_days_and_entries_are_told_in_sentences(stage: Stage) -> None:
    month = month_of(stage)
    names = [item.text(NAME) for item in items(month)]
    assert "Monday 23 November 2026, today, no entries" in names
    assert "Saturday 28 November 2026, no working day, no entries" in names
    tuesday = names.index("Tuesday 24 November 2026, 1 entry")
    assert names[tuesday + 1].startswith("Cleo Park, Tuesday 24 November, 10:00")
    assert named(month, "Cleo").rect().isValid()


def test_a_screen_reader_opens_a_day_and_moves_an_entry(stage: Stage) -> None:
    month = month_of(stage)
    asked = Asked(stage.window.grid)
    acts = named(month, "Cleo").actionInterface()
    assert [acts.localizedActionName(action) for action in acts.actionNames()] == [
        "Open",
        "Move to the day before",
        "Move to the day after",
        "Cancel or unblock",
    ]
    acts.doAction("day_after")
    assert asked.named("move") == [("move", entry(month, "Cleo Park"), Drop(WEDNESDAY, 600))]
    dentist = named(month, "Dentist").actionInterface()
    assert [dentist.localizedActionName(action) for action in dentist.actionNames()] == ["Open"]
    acts = named(month, "Thursday 12 November").actionInterface()
    assert acts.localizedActionName(acts.actionNames()[0]) == "Show this day"
    acts.doAction(acts.actionNames()[0])
    assert stage.desk.week.days.first == date(2026, 11, 12)


def test_a_mirrored_month_runs_from_right_to_left(stage: Stage) -> None:
    month = month_of(stage)
    month.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    monday, tuesday = (month.scene.geometry.cell(at) for at in (28, 29))
    assert monday.x > tuesday.x
    QTest.keyClick(month, Key.Key_Left)
    assert month.chosen_day == TUESDAY
