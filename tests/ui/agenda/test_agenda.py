"""The agenda in the window: a list by day, scrolled, filtered, opened; it follows changes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit

from lcdesk.model.commands.appointments import set_status
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.people import Contact
from lcdesk.ui.agenda.agenda_model import AgendaModel
from lcdesk.ui.agenda.choices import Column, Show
from lcdesk.ui.agenda.pages_model import MOST, PAGE
from lcdesk.ui.agenda.rows import DayRow, EntryRow
from lcdesk.ui.agenda.tree import AgendaTree
from lcdesk.ui.context.view_filter import DayMode
from lcdesk.ui.look.locale import LocaleFormat
from tests.salon import MONDAY, Salon, at, day
from tests.ui.painted import Painted
from tests.ui.window.stage import Stage

DORA = Contact(0, "Dora Lee", "dora@example.org", "")


@pytest.fixture
def scene(salon: Salon, visit: Calendar) -> None:
    yoga = salon.calendar("Yoga", CalendarKind.CLASS, salon.ben)
    salon.book(visit, at(0, 10), staff=(salon.ana.id,))
    salon.book(visit, at(2, 9), DORA, staff=(salon.ben.id,))
    salon.book(yoga, at(2, 11), DORA)
    salon.mirror(salon.connect(salon.ana)["Family"], "Dentist", at(1, 9), at(1, 10))


@pytest.fixture
def agenda(stage: Stage) -> AgendaTree:
    return show(stage)


def show(stage: Stage) -> AgendaTree:
    stage.window.actions_table["agenda"].trigger()
    stage.settle()
    found = stage.window.findChild(AgendaTree)
    assert isinstance(found, AgendaTree)
    return found


def lines(model: AgendaModel) -> list[str]:
    """Days, and what stands under them."""
    rows = [model.row(number) for number in range(model.rowCount())]
    return [
        row.text
        if isinstance(row, DayRow)
        else f"{row.cells[Column.TIME]} {row.cells[Column.TITLE]}"
        for row in rows
        if row is not None
    ]


def click(tree: AgendaTree, title: str) -> QPoint:
    """Select the row with this title; returns where it stands."""
    for number in range(tree.rows.rowCount()):
        row = tree.rows.row(number)
        if isinstance(row, EntryRow) and row.cells[Column.TITLE] == title:
            point = tree.visualRect(tree.rows.index(number, 0)).center()
            QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
            return point
    raise AssertionError(f"{title} is not listed")


def choose(stage: Stage, name: str, text: str) -> None:
    box = stage.window.findChild(QComboBox, name)
    assert box is not None
    box.setCurrentText(text)
    box.activated.emit(box.currentIndex())


def test_what_is_planned_stands_under_its_days(agenda: AgendaTree) -> None:
    assert lines(agenda.rows) == [
        "Today, Monday 23 November",
        "10:00 – 10:30 Cleo Park",
        "Tomorrow, Tuesday 24 November",
        "09:00 – 10:00 Dentist",
        "Wednesday 25 November",
        "09:00 – 09:30 Dora Lee",
        "11:00 – 12:00 Yoga",
    ]
    assert agenda.top_day() == MONDAY


def test_the_agenda_is_there_again_at_the_next_start(stage: Stage, agenda: AgendaTree) -> None:
    assert agenda.isVisible()
    assert stage.desk.context.memory.now.mode is DayMode.AGENDA
    stage.window.actions_table["week"].trigger()
    assert not agenda.isVisible()
    assert stage.window.grid.isVisible()


def test_a_new_booking_appears_and_is_selected(
    stage: Stage, agenda: AgendaTree, salon: Salon, visit: Calendar
) -> None:
    made = salon.book(visit, at(3, 9), Contact(0, "Emil Roth"), staff=(salon.ana.id,))
    stage.settle()
    assert "09:00 – 09:30 Emil Roth" in lines(agenda.rows)
    stage.window.show_entry(day(3), f"a{made.id}")
    assert [row.entry.id for row in agenda.chosen()] == [f"a{made.id}"]


def test_enter_and_a_double_click_open_the_entry(stage: Stage, agenda: AgendaTree) -> None:
    point = click(agenda, "Cleo Park")
    QTest.keyClick(agenda, Qt.Key.Key_Return)
    stage.child(stage.window, "edit_dialog").close()
    stage.settle()
    QTest.mouseDClick(agenda.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert stage.child(stage.window, "edit_dialog").isVisible()


def test_space_shows_the_card_and_its_button_acts(
    stage: Stage, agenda: AgendaTree, salon: Salon
) -> None:
    click(agenda, "Dora Lee")
    QTest.keyClick(agenda, Qt.Key.Key_Space)
    card = stage.child(stage.window, "entry_card")
    assert stage.child(card, "card_title").property("text") == "Dora Lee"
    stage.press(card, "card_cancel")
    stage.settle()
    cancelled = [entry for entry in salon.agenda() if entry.status is Status.CANCELLED]
    assert [entry.title for entry in cancelled] == ["Dora Lee"]


def test_a_seat_in_a_class_is_acted_on_alone(stage: Stage, salon: Salon) -> None:
    seats = [entry for entry in salon.agenda() if entry.title == "Yoga"]
    salon.book(stage.desk.context.directory.calendars[seats[0].calendar or 0], at(2, 11))
    agenda = show(stage)
    titles = [line for line in lines(agenda.rows) if "Yoga" in line]
    assert len(titles) == 2
    click(agenda, "Yoga")
    (chosen,) = agenda.chosen()
    group = stage.desk.group(chosen.id)
    assert group is not None
    assert group.seats is None
    assert len(group.entries) == 1


def test_filters_narrow_the_list(stage: Stage, agenda: AgendaTree, salon: Salon) -> None:
    (dora, *_) = [entry for entry in salon.agenda() if entry.title == "Dora Lee"]
    with salon.database.write() as tx:
        set_status(tx, dora.number, Status.NEW, now=salon.now)
    stage.settle()
    choose(stage, "agenda_show", "Unconfirmed")
    assert lines(agenda.rows) == ["Wednesday 25 November", "09:00 – 09:30 Dora Lee"]
    choose(stage, "agenda_show", "Everything")
    choose(stage, "agenda_member", "Ana")
    assert lines(agenda.rows)[1::2] == ["10:00 – 10:30 Cleo Park", "09:00 – 10:00 Dentist"]
    choose(stage, "agenda_member", "Everybody")
    choose(stage, "agenda_calendar", "Yoga")
    assert lines(agenda.rows) == ["Wednesday 25 November", "11:00 – 12:00 Yoga"]


def test_a_contact_is_found_while_one_types(stage: Stage, agenda: AgendaTree) -> None:
    field = stage.window.findChild(QLineEdit, "agenda_search")
    assert field is not None
    QTest.keyClicks(field, "dora@")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [line for line in lines(agenda.rows) if "–" in line] == [
        "09:00 – 09:30 Dora Lee",
        "11:00 – 12:00 Yoga",
    ]


def test_an_empty_list_says_what_is_not_there(stage: Stage, agenda: AgendaTree) -> None:
    head = stage.window.findChild(QLabel, "agenda_empty")
    assert head is not None
    choose(stage, "agenda_show", "Cancelled")
    assert not agenda.isVisible()
    assert head.text() == "Nothing was cancelled."
    stage.press(stage.window, "agenda_everything")
    assert agenda.isVisible()
    assert agenda.top_day() == MONDAY


def test_what_is_hidden_in_the_week_is_hidden_here(stage: Stage, agenda: AgendaTree) -> None:
    stage.desk.week.show_staff(stage.salon.ana.id, False)
    assert [line for line in lines(agenda.rows) if "–" in line] == [
        "09:00 – 09:30 Dora Lee",
        "11:00 – 12:00 Yoga",
    ]
    stage.desk.week.show_kind(CalendarKind.CLASS)
    assert "Dora Lee" not in "".join(lines(agenda.rows))


def test_times_follow_the_zone_that_is_shown(stage: Stage, agenda: AgendaTree) -> None:
    tokyo = stage.salon.staff("Taro", "Asia/Tokyo")
    stage.settle()
    stage.desk.week.show_zone_of(tokyo.id)
    assert "18:00 – 18:30 Cleo Park" in lines(agenda.rows)


def test_a_calendar_that_another_process_has_just_made_stops_nothing(
    stage: Stage, agenda: AgendaTree, salon: Salon
) -> None:
    hire = salon.calendar("Hire", CalendarKind.SIMPLE)
    salon.book(hire, at(0, 16), Contact(0, "Emil Roth"))
    agenda.rows.refresh()  # before the news of it have come
    assert "10:00 – 10:30 Cleo Park" in lines(agenda.rows)
    stage.settle()
    assert any("Emil Roth" in line for line in lines(agenda.rows))


def test_today_without_anything_says_so(stage: Stage, agenda: AgendaTree, salon: Salon) -> None:
    salon.now += timedelta(days=3)
    agenda.rows.refresh()
    rows = [agenda.rows.row(number) for number in range(agenda.rows.rowCount())]
    (today,) = [row for row in rows if isinstance(row, DayRow) and row.is_today]
    assert (today.day, today.note) == (day(3), "Nothing planned")


def test_the_list_can_be_turned_round_and_sorted_in_each_day(agenda: AgendaTree) -> None:
    agenda.rows.choose(sort=Column.TIME, is_descending=True)
    assert lines(agenda.rows)[:3] == [
        "Wednesday 25 November",
        "11:00 – 12:00 Yoga",
        "09:00 – 09:30 Dora Lee",
    ]
    agenda.rows.choose(sort=Column.TITLE, is_descending=True)
    assert lines(agenda.rows)[-2:] == ["11:00 – 12:00 Yoga", "09:00 – 09:30 Dora Lee"]


def test_columns_and_filter_are_remembered(stage: Stage, agenda: AgendaTree) -> None:
    agenda.rows.choose(
        columns=frozenset({Column.TIME, Column.TITLE, Column.NOTES}), show=Show.UPCOMING
    )
    assert agenda.shown_columns() == [Column.TIME, Column.TITLE, Column.NOTES]
    again = AgendaModel(stage.salon.database, stage.news, stage.desk.context)
    assert again.choices == agenda.rows.choices
    again.close()


def test_the_days_step_and_the_week_takes_over_where_one_was(
    stage: Stage, agenda: AgendaTree
) -> None:
    agenda.go_to(day(2))
    stage.window.actions_table["week"].trigger()
    assert stage.desk.week.days.first == MONDAY
    stage.window.actions_table["agenda"].trigger()
    stage.window.actions_table["forward"].trigger()
    assert stage.desk.week.chosen_day == day(7)


# --- a long list --------------------------------------------------------------------------------


@pytest.fixture
def crowd(salon: Salon) -> Calendar:
    """More than is kept in memory, three a day."""
    hire = salon.calendar("Hire", CalendarKind.SIMPLE)
    first, *others = (at(number // 3 - 120, 9 + number % 3) for number in range(MOST + PAGE))
    salon.repeat(salon.book(hire, first, insist=True), others)
    return hire


def scroll(stage: Stage, tree: AgendaTree, *, upwards: bool, until: date) -> int:
    """With the wheel, page after page; returns how many rows were in memory at most."""
    most, bar = 0, tree.verticalScrollBar()
    for _ in range(400):
        bar.setValue(bar.value() + (-1 if upwards else 1) * tree.viewport().height())
        stage.settle()
        most = max(most, tree.rows.rowCount())
        if (tree.top_day() <= until) if upwards else (tree.rows.days_read[1] >= until):
            return most
    raise AssertionError(f"{until} was not reached")


@pytest.mark.usefixtures("crowd")
def test_scrolling_goes_on_in_both_directions_and_lets_go_of_what_is_far(stage: Stage) -> None:
    agenda = show(stage)
    assert agenda.rows.rowCount() < MOST
    days = MOST // 3  # headings
    most = scroll(stage, agenda, upwards=True, until=day(-120))
    most = max(most, scroll(stage, agenda, upwards=False, until=day(119)))
    assert most <= MOST + days + 10
    assert agenda.rows.days_read[0] > day(-120)


@pytest.mark.usefixtures("crowd")
def test_the_columns_leave_room_for_the_scroll_bar_that_comes_with_many_rows(stage: Stage) -> None:
    agenda = show(stage)
    assert agenda.verticalScrollBar().maximum() > 0
    assert agenda.horizontalScrollBar().maximum() == 0


@pytest.mark.usefixtures("crowd")
def test_the_row_at_the_top_stays_there_while_a_page_comes_above_it(stage: Stage) -> None:
    agenda = show(stage)
    bar = agenda.verticalScrollBar()
    bar.setValue(agenda.viewport().height() // 2)
    before, first = agenda.top_day(), agenda.rows.days_read[0]
    offset = agenda.visualRect(agenda.rows.index(agenda.rows.row_of_day(before), 0)).top()
    stage.settle()
    assert agenda.rows.days_read[0] < first
    assert agenda.top_day() == before
    after = agenda.visualRect(agenda.rows.index(agenda.rows.row_of_day(before), 0)).top()
    assert after == offset


@pytest.mark.usefixtures("crowd")
def test_what_is_selected_stays_selected_far_away(stage: Stage) -> None:
    agenda = show(stage)
    point = click(agenda, "Dora Lee")
    beside = QPoint(point.x(), point.y() + agenda.visualRect(agenda.currentIndex()).height())
    QTest.mouseClick(
        agenda.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, beside
    )
    chosen = [row.id for row in agenda.chosen()]
    assert len(chosen) == 2
    scroll(stage, agenda, upwards=True, until=day(-120))
    assert [row.id for row in agenda.chosen()] == chosen


def test_the_keyboard_is_back_in_the_list_after_its_card(stage: Stage, agenda: AgendaTree) -> None:
    click(agenda, "Cleo Park")
    QTest.keyClick(agenda, Qt.Key.Key_Space)
    card = stage.child(stage.window, "entry_card")
    assert card.isVisible()
    QTest.keyClick(card, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not card.isVisible()
    assert stage.window.focusWidget() is agenda


def test_a_scroll_paints_only_the_rows_that_come_into_view(stage: Stage, visit: Calendar) -> None:
    for number in range(7, 70):
        if number % 7 < 5:
            stage.salon.book(visit, at(number, 10))
    tree = show(stage)
    stage.settle()
    painted = Painted(tree.viewport())
    bar, height = tree.verticalScrollBar(), tree.viewport().height()
    assert bar.maximum() - bar.value() > 200
    bar.setValue(bar.value() + 90)
    assert painted.share() <= 95 / height
    bar.setValue(bar.value() - 90)
    assert painted.share() <= 95 / height


def test_times_of_a_12_hour_clock_ended_in_dots(stage: Stage, agenda: AgendaTree) -> None:
    stage.desk.context.locale = LocaleFormat(QLocale("en_US"))
    agenda.rows.show_anew()
    widest = agenda.fontMetrics().horizontalAdvance("11:30 AM – 12:30 PM")
    assert agenda.columnWidth(0) > widest
    agenda.setColumnWidth(0, 80)
    agenda.rows.show_anew()
    assert agenda.columnWidth(0) == 80
