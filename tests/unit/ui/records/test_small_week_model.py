"""The small week of the editors: drafts in place of what is kept, and nothing written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.people import Hours, HoursBlock, StaffMember
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.records.small_week_model import (
    WEEKS,
    OpenSlots,
    SmallWeek,
    SmallWeekModel,
    Source,
    WorkingHours,
)
from tests.desk import BERLIN, CLEO, NOW, Desk, november

HOUR = timedelta(hours=1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def model(qtbot: QtBot) -> SmallWeekModel:
    """Looked at, on Monday 23 November 2026, 08:00 in Berlin."""
    model = SmallWeekModel(LocaleFormat(QLocale("en_GB")), lambda: NOW)
    model.watch(is_seen=True)
    return model


def shown(model: SmallWeekModel, source: Source | None) -> SmallWeek:
    model.follow(source)
    model.look()
    return model.week


def notes(week: SmallWeek) -> list[str]:
    return [day.note for day in week.days]


@pytest.mark.parametrize("kind", CalendarKind)
def test_every_kind_shows_its_open_slots(
    desk: Desk, model: SmallWeekModel, kind: CalendarKind
) -> None:
    people = {CalendarKind.SIMPLE: 0, CalendarKind.COLLECTIVE: 2}
    team = [desk.staff(name) for name in ("Ana", "Ben")[: people.get(kind, 1)]]
    week = shown(model, OpenSlots(desk.database, desk.calendar(kind, *team)))
    assert week.title == "Open slots, 23 – 29 November 2026"
    assert [day.heading for day in week.days][:2] == ["Mon 23", "Tue 24"]
    assert week.days[0].stretches == ((8 * 60, 24 * 60),)
    assert notes(week) == ["32 slots"] + ["48 slots"] * 6


def test_what_is_typed_decides_and_nothing_is_written(desk: Desk, model: SmallWeekModel) -> None:
    kept = desk.calendar(CalendarKind.ROUND_ROBIN, desk.staff("Ana"))
    desk.book(kept, november(24, 10))
    heard: list[object] = []
    desk.database.listen(heard.append)
    draft = replace(kept, notice=timedelta(days=2), before=HOUR, after=HOUR)
    week = shown(model, OpenSlots(desk.database, draft))
    assert notes(week)[:2] == ["none", "none"]
    week = shown(model, OpenSlots(desk.database, replace(draft, notice=timedelta())))
    # 10:00 to 10:30 is booked; the typed buffers count for it and for the new one.
    assert week.days[1].stretches == ((0, 8 * 60), (12 * 60 + 30, 24 * 60))
    assert heard == []


def test_a_calendar_that_is_new_has_slots_too(desk: Desk, model: SmallWeekModel) -> None:
    ana = desk.staff("Ana")
    draft = Calendar(0, "New", CalendarKind.ROUND_ROBIN, (ana.id,), zone=BERLIN)
    assert notes(shown(model, OpenSlots(desk.database, draft)))[1] == "48 slots"


def test_values_that_the_rules_refuse_leave_the_week_empty(
    desk: Desk, model: SmallWeekModel
) -> None:
    kept = desk.calendar(CalendarKind.ROUND_ROBIN, desk.staff("Ana"))
    week = shown(model, OpenSlots(desk.database, replace(kept, interval=timedelta())))
    assert notes(week) == [""] * 7
    assert notes(shown(model, None)) == [""] * 7


def test_hours_are_those_of_the_form_with_their_dates(model: SmallWeekModel) -> None:
    nine = HoursBlock(9 * 60, 12 * 60 + 30)
    weekly = ((nine, HoursBlock(13 * 60, 17 * 60)), (nine,), (), (), (), (), ())
    hours = Hours(weekly, {date(2026, 11, 24): (), date(2026, 11, 28): (HoursBlock(360, 420),)})
    week = shown(model, WorkingHours(StaffMember(1, "Ana", zone=BERLIN, hours=hours)))
    assert notes(week) == ["7 h 30", "closed", "closed", "closed", "closed", "1 h", "closed"]
    assert week.top == 6 * 60
    assert week.days[0].spoken == "Monday 23 November: 7 h 30, 09:00 – 12:30, 13:00 – 17:00"


def test_weeks_are_leafed_through_from_today_on(model: SmallWeekModel) -> None:
    shown(model, WorkingHours(StaffMember(1, "Ana", zone=BERLIN)))
    assert not model.can_go_back
    model.go_on()
    assert model.week.title == "Hours, 30 November – 6 December 2026"
    for _ in range(WEEKS):
        model.go_on()
    assert not model.can_go_on
    model.begin_anew()
    model.look()
    assert model.week.title == "Hours, 23 – 29 November 2026"


def test_nothing_is_asked_while_nobody_looks(desk: Desk, model: SmallWeekModel) -> None:
    kept = desk.calendar(CalendarKind.ROUND_ROBIN, desk.staff("Ana"))
    model.watch(is_seen=False)
    assert shown(model, OpenSlots(desk.database, kept)).days == ()
    model.watch(is_seen=True)
    assert notes(model.week)[1] == "48 slots"


def test_typing_is_followed_a_moment_later(desk: Desk, model: SmallWeekModel, qtbot: QtBot) -> None:
    kept = desk.calendar(CalendarKind.ROUND_ROBIN, desk.staff("Ana"))
    looked: list[SmallWeek] = []
    model.changed.connect(lambda: looked.append(model.week))
    with qtbot.waitSignal(model.changed):
        for days in range(5):
            model.follow(OpenSlots(desk.database, replace(kept, notice=timedelta(days=days))))
        assert looked == []
    (week,) = looked
    assert notes(week) == ["none"] * 4 + ["32 slots", "48 slots", "48 slots"]


def test_a_booking_elsewhere_is_seen(desk: Desk, model: SmallWeekModel) -> None:
    kept = desk.calendar(CalendarKind.ROUND_ROBIN, desk.staff("Ana"))
    shown(model, OpenSlots(desk.database, kept))
    desk.book(kept, november(24, 10), CLEO)
    model.look_again()
    model.look()
    assert notes(model.week)[1] == "47 slots"
