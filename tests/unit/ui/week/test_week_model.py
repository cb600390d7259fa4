"""The week on the screen follows the store and the person, without a widget."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.changes import ChangeOrigin, Topic
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.database import Database
from lcdesk.ui.background import BackgroundReader
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.context.context_model import Context, WindowState
from lcdesk.ui.context.view_filter import DayMode, Days
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.week import week_cache_model
from lcdesk.ui.week.week_cache_model import Stack, read_stack
from lcdesk.ui.week.week_model import WeekModel
from tests.desk import BERLIN
from tests.salon import MONDAY, Salon, at

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def aside() -> Iterator[BackgroundReader]:
    made = BackgroundReader()
    yield made
    made.close()


@pytest.fixture
def week(salon: Salon, aside: BackgroundReader) -> Iterator[WeekModel]:
    news = StoreNews(salon.database)
    context = Context(
        WindowState(salon.database),
        locale=LocaleFormat(QLocale("en_GB")),
        clock=salon.clock,
        local_zone=BERLIN,
    )
    model = WeekModel(salon.database, news, context, aside=aside)
    yield model
    model.close()
    news.close()


def test_leafing_to_a_neighbour_reads_and_words_nothing(
    salon: Salon, week: WeekModel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = salon.visit()
    salon.book(visit, at(8, 10))
    with qtbot.waitSignal(week.changed):
        pass
    qtbot.waitUntil(lambda: week.reads_ahead is False)
    monkeypatch.setattr(salon.database, "read", None)
    monkeypatch.setattr(week_cache_model, "make_week", None)
    week.step(1)
    assert [block.title for block in week.week.blocks] == ["Cleo Park"]
    week.step(-1)
    assert week.week.blocks == ()


def test_the_store_is_followed(salon: Salon, week: WeekModel, qtbot: QtBot) -> None:
    visit = salon.visit()
    with qtbot.waitSignal(week.changed):
        salon.book(visit, at(1, 10))
    qtbot.waitUntil(lambda: len(week.week.blocks) == 1)
    entry = week.group(week.week.blocks[0].id)
    assert entry is not None
    assert week.block_of(entry.lead.id) == week.week.blocks[0].id


def test_events_that_are_read_for_other_weeks_do_not_redraw_this_one(
    salon: Salon, week: WeekModel, qtbot: QtBot
) -> None:
    def read_an_event(day: int) -> None:
        with salon.database.write(ChangeOrigin.SYNC) as tx:
            tx.touch(Topic.AGENDA, [TimeSpan(at(day, 10), at(day, 11))])

    with qtbot.assertNotEmitted(week.changed, wait=150):
        read_an_event(20)
    with qtbot.waitSignal(week.changed):
        read_an_event(1)


def test_what_a_person_books_while_the_week_is_read_aside_stays(
    salon: Salon, week: WeekModel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reading began before the booking, so its answer does not know of it."""
    with qtbot.waitSignal(week.changed):
        visit = salon.visit()
    begun, booked = threading.Event(), threading.Event()

    def read_slowly(database: Database, days: Days, zone_name: str) -> Stack:
        stack = read_stack(database, days, zone_name)
        if not begun.is_set():  # what is read for the booking itself waits for nobody
            begun.set()
            booked.wait(60)
        return stack

    qtbot.waitUntil(lambda: week.reads_ahead is False)
    monkeypatch.setattr(week_cache_model, "read_stack", read_slowly)
    with salon.database.write(ChangeOrigin.SYNC) as tx:
        tx.touch(Topic.AGENDA, [TimeSpan(at(1, 10), at(1, 11))])
    qtbot.waitUntil(begun.is_set)
    with qtbot.waitSignal(week.changed):
        salon.book(visit, at(1, 10))
    booked.set()
    qtbot.waitUntil(lambda: week.reads_ahead is False)
    assert [block.title for block in week.week.blocks] == ["Cleo Park"]


def test_the_store_is_read_again_after_it_could_not_be_read_aside(
    week: WeekModel, salon: Salon, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changed_there() -> None:
        with salon.database.write(ChangeOrigin.SYNC) as tx:
            tx.touch(Topic.AGENDA, [TimeSpan(at(1, 10), at(1, 11))])

    qtbot.waitUntil(lambda: week.reads_ahead is False)
    with monkeypatch.context() as patch, qtbot.captureExceptions() as raised:
        patch.setattr(week_cache_model, "read_stack", None)
        changed_there()
        qtbot.waitUntil(lambda: bool(raised))
    with qtbot.waitSignal(week.changed):
        changed_there()


def test_modes_show_their_days(week: WeekModel) -> None:
    assert (week.days.first, week.days.count) == (MONDAY, 7)
    week.set_mode(DayMode.WORK_WEEK)
    assert (week.days.first, week.days.count) == (MONDAY, 5)
    week.go_to(MONDAY + timedelta(days=3))
    week.set_mode(DayMode.DAY)
    assert week.days.first == MONDAY  # today was among the days shown
    week.step(1)
    assert week.days.first == MONDAY + timedelta(days=1)
    assert week.week.title == "Tuesday, 24 November 2026"


def test_times_can_be_shown_on_a_members_clock(salon: Salon, week: WeekModel, qtbot: QtBot) -> None:
    nora = salon.staff("Nora", "America/New_York")
    visit = salon.calendar("First visit", CalendarKind.ROUND_ROBIN, nora)
    salon.book(visit, at(1, 16))
    qtbot.waitUntil(lambda: len(week.week.blocks) == 1)
    week.show_zone_of(nora.id)
    (block,) = week.week.blocks
    assert (block.start, week.week.zone, week.week.second_zone) == (600, "New York", "Berlin")
    assert week.instant(MONDAY, 600) == at(0, 16)
    week.show_zone_of(None)
    assert week.week.blocks[0].start == 960


def test_a_day_that_the_clocks_change_keeps_its_rows(salon: Salon, week: WeekModel) -> None:
    week.go_to(date(2027, 3, 28))
    assert week.instant(date(2027, 3, 28), 600).hour == 8  # 10:00 on the wall, summer already
    assert week.instant(date(2027, 3, 27), 600).hour == 9
