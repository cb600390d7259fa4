"""Everything that a person set about the window is as it was after a restart."""

from __future__ import annotations

from typing import Any

from pytestqt.qtbot import QtBot

from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.ui.agenda.choices import Column, Show
from lcdesk.ui.context.view_filter import DayMode
from tests.salon import Salon, at
from tests.ui.window.stage import Stage, opened


def seen(stage: Stage) -> dict[str, Any]:
    """What the window shows of what can be set."""
    window, desk = stage.window, stage.desk
    table = window.actions_table
    return {
        "mode": desk.week.mode,
        "days": (desk.week.day_count, desk.week.days.count),
        "switches": {
            name: table[name].isChecked()
            for name in ("by_member", "cancelled", "sidebar", "week_numbers", "upcoming", "days")
        },
        "zoom": window.grid.px_per_hour,
        "shown": desk.week.shown,
        "second zone": desk.week.week.second_zone,
        "zone of": desk.week.zone_of,
        "agenda": desk.agenda.choices,
        "parts": (window.side.isVisible(), window.tabs.isVisible()),
    }


def set_everything(stage: Stage, calendar: Calendar) -> None:
    """Otherwise than at a first start, as a person does it."""
    window, week = stage.window, stage.desk.week
    table = window.actions_table
    week.count_days(4)
    for name in ("by_member", "cancelled", "week_numbers", "upcoming", "zoom_in", "zoom_in"):
        table[name].trigger()
    window.tabs.picked.emit(CalendarKind.ROUND_ROBIN)
    window.side.staff_toggled.emit(stage.salon.ben.id, False)
    window.side.calendar_toggled.emit(calendar.id, False)
    week.show_second_zone("Asia/Kolkata")
    stage.desk.agenda.choose(
        show=Show.UPCOMING,
        columns=frozenset({Column.TIME, Column.TITLE, Column.NOTES}),
        sort=Column.TITLE,
        is_descending=True,
    )
    stage.settle()


def test_a_restart_shows_what_was_set(salon: Salon, visit: Calendar, qtbot: QtBot) -> None:
    other = salon.calendar("Other", CalendarKind.ROUND_ROBIN, salon.ana)
    with opened(salon, qtbot) as first:
        fresh = seen(first)
        set_everything(first, other)
        before = seen(first)
        assert not {name for name, value in before.items() if value == fresh[name]} - {
            "zone of",
            "parts",
        }
    with opened(salon, qtbot) as again:
        assert seen(again) == before
        assert again.desk.week.mode is DayMode.DAYS
        again.window.actions_table["sidebar"].trigger()
        again.desk.week.show_zone_of(salon.ben.id)
        hidden = seen(again)
    with opened(salon, qtbot) as last:
        assert seen(last) == hidden
        assert not last.window.side.isVisible()


def test_each_view_comes_back(salon: Salon, visit: Calendar, qtbot: QtBot) -> None:
    for mode in DayMode:
        with opened(salon, qtbot) as stage:
            stage.window.actions_table[mode.value].trigger()
            stage.settle()
            chosen = stage.desk.week.mode
        with opened(salon, qtbot) as again:
            assert again.desk.week.mode is chosen is mode


def test_a_start_is_at_today_a_while_before_now_wherever_it_was_left(
    salon: Salon, visit: Calendar, qtbot: QtBot
) -> None:
    salon.now = at(1, 15)
    with opened(salon, qtbot) as first:
        first.desk.week.step(3)
        first.window.grid.scroll_to(0)
    with opened(salon, qtbot) as again:
        assert again.desk.context.today in again.desk.week.days
