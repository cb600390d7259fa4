"""Public holidays and time off over the days of the week and of the month, and in the hours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from lcdesk.model.commands.time_off.absences import remove_time_off, save_time_off
from lcdesk.model.commands.time_off.holidays import use_holiday_calendar
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.people import HoursBlock
from lcdesk.model.domain.time_off import PublicHoliday, TimeOff
from lcdesk.model.store.time_off import replace_holidays
from lcdesk.ui.context.view_filter import DayMode
from tests.salon import Salon, day
from tests.ui.window.stage import Stage


@pytest.fixture
def scene(salon: Salon, visit: Calendar) -> None:
    """Ana is away on Tuesday and part of Wednesday; Thursday is a holiday, Friday closed."""
    ana = (salon.ana.id,)
    with salon.database.write() as tx:
        save_time_off(tx, TimeOff(0, day(1), day(1), "Holiday", ana))
        save_time_off(tx, TimeOff(0, day(2), day(2), "", ana, HoursBlock(540, 600)))
        save_time_off(tx, TimeOff(0, day(4), day(4), "Feast"))
        replace_holidays(
            tx, [PublicHoliday(day(at), day(at), name) for at, name in ((3, "May"), (4, "Feast"))]
        )


def notes(stage: Stage) -> list[tuple[str, ...]]:
    return [column.notes for column in stage.desk.week.week.days]


def test_each_day_says_what_it_is(stage: Stage) -> None:
    assert notes(stage)[:5] == [
        (),
        ("Holiday: Ana",),
        ("Away: Ana, 09:00 – 10:00",),
        ("May",),
        ("Closed: Feast",),
    ]


def test_a_screen_reader_hears_it_with_the_day(stage: Stage) -> None:
    spoken = [item.text for item in stage.window.grid.header.spoken_items()]
    assert spoken[1] == "Tuesday 24 November, Holiday: Ana"
    assert spoken[3].endswith("May")


def test_the_tooltip_has_all_of_it(stage: Stage) -> None:
    header = stage.window.grid.header
    middle = QPoint(round(header.width() * 1.5 / 7), header.height() - 4)
    event = QHelpEvent(QEvent.Type.ToolTip, middle, header.mapToGlobal(middle))
    QApplication.sendEvent(header, event)
    assert QToolTip.text() == "Holiday: Ana"
    QToolTip.hideText()


def test_in_the_column_of_a_member_stands_what_is_theirs(stage: Stage) -> None:
    stage.desk.week.show_by_member(True)
    stage.desk.week.go_to(day(1))
    columns = {column.column: column.notes for column in stage.desk.week.week.days}
    of_day = {column.member: said for column, said in columns.items() if column.day == day(1)}
    assert of_day == {stage.salon.ana.id: ("Holiday",), stage.salon.ben.id: ()}


def test_who_is_hidden_is_not_told_of(stage: Stage) -> None:
    stage.desk.week.show_staff(stage.salon.ana.id, False)
    assert notes(stage)[1] == ()


def test_the_row_of_notes_is_there_only_where_something_is_said(stage: Stage) -> None:
    high = stage.window.grid.header.height()
    stage.desk.week.step(1)
    assert stage.window.grid.header.height() < high


def test_closed_days_have_no_open_hours_until_it_is_taken_back(stage: Stage) -> None:
    assert not stage.desk.week.week.days[4].open
    with stage.salon.database.write() as tx:
        remove_time_off(tx, 3)
    QApplication.processEvents()
    assert stage.desk.week.week.days[4].open == ((540, 1080),)


def test_a_month_says_it_in_its_days(stage: Stage) -> None:
    stage.desk.week.set_mode(DayMode.MONTH)
    QApplication.processEvents()
    month = stage.window.month
    at = month.scene.month.index(day(1))
    assert at is not None
    assert month.speech.day(at, stage.window.locale_format).startswith(
        "Tuesday 24 November 2026, Holiday: Ana"
    )
    line = month.scene.geometry.number(at)
    text, _rect = month.speech.tip_at(QPointF(line.x + 4, line.y + 4))
    assert text == "Holiday: Ana"


def test_a_holiday_of_a_linked_calendar_stood_in_the_lane_and_over_its_day(
    salon: Salon, stage: Stage
) -> None:
    family = salon.connect(salon.ana)["Family"]
    salon.mirror_days(family, "Whit Monday", day(0), day(1))
    with salon.database.write() as tx:
        use_holiday_calendar(tx, family.id, now=salon.now)
    stage.settle()
    week = stage.desk.week
    assert [banner.title for banner in week.week.banners] == ["Whit Monday"]
    assert notes(stage)[0] == ()
    week.show_by_member(True)
    week.go_to(day(0))
    said = {column.member: column.notes for column in week.week.days if column.day == day(0)}
    assert said == {salon.ana.id: (), salon.ben.id: ("Whit Monday",)}
    week.show_by_member(False)
    week.show_staff(salon.ana.id, False)
    assert week.week.banners == ()
    assert notes(stage)[0] == ("Whit Monday",), "what is not shown as a bar is said over the day"
