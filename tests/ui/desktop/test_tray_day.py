"""What the tray says of today, and pauses that end by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QObject, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.zones import zone
from lcdesk.ui.bridge import StoreNews, SyncControl
from lcdesk.ui.desktop.day_model import MOST_LISTED
from lcdesk.ui.desktop.pause import SyncPause, end_of_pause
from lcdesk.ui.desktop.tray import TrayIcon
from lcdesk.ui.desktop.tray_menu import PauseLength
from lcdesk.ui.desktop.tray_model import TrayDay
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.window.desk_model import WindowModel
from tests.desk import BERLIN
from tests.salon import Salon, at


class Corner(QObject):
    """The salon's desk, and what the tray hears of its day."""

    def __init__(self, salon: Salon, qtbot: QtBot) -> None:
        super().__init__()
        self.salon = salon
        self._qtbot = qtbot
        self.news = StoreNews(salon.database)
        self.sync = SyncControl()
        self.desk = WindowModel(
            salon.database,
            self.news,
            self.sync,
            locale=LocaleFormat(QLocale("en_GB")),
            clock=salon.clock,
            local_zone=BERLIN,
        )
        self.model = self.desk.tray_day
        self.day = TrayDay()
        self.model.changed.connect(self._hear)

    def read(self) -> TrayDay:
        """What it says once it was asked."""
        with self._qtbot.waitSignal(self.model.answered):
            self.model.read()
        return self.day

    def close(self) -> None:
        """End what runs by itself."""
        self.desk.close()
        self.news.close()

    @Slot(TrayDay)
    def _hear(self, day: TrayDay) -> None:
        self.day = day


@pytest.fixture
def salon(tmp_path: Path) -> Iterator[Salon]:
    made = Salon(tmp_path)
    yield made
    made.close()


@pytest.fixture
def corner(salon: Salon, qtbot: QtBot) -> Iterator[Corner]:
    salon.now = at(0, 9)
    made = Corner(salon, qtbot)
    yield made
    made.close()


def test_today_lists_what_is_ahead_and_names_the_next(corner: Corner) -> None:
    visit = corner.salon.visit()
    corner.salon.book(visit, at(0, 10), Contact(0, "Dora"))
    corner.salon.book(visit, at(0, 14), Contact(0, "Emil"))
    corner.salon.book(visit, at(1, 9), Contact(0, "Fay"))
    day = corner.read()
    assert day.day == "Monday 23 November"
    assert [line.text.partition("  ")[0] for line in day.lines] == ["10:00", "14:00"]
    assert "Dora" in day.lines[0].text
    assert day.next.startswith("Next: 10:00 ")
    corner.salon.now = at(0, 10, 10)
    assert corner.read().lines[0].text.startswith("now  ")
    assert corner.day.next.startswith("Now: ")
    corner.salon.now = at(0, 18)
    assert corner.read().lines == ()
    assert corner.day.next.startswith("Next: tomorrow, 09:00 ")


def test_an_empty_week_has_nothing_next(corner: Corner) -> None:
    day = corner.read()
    assert (day.lines, day.more, day.next) == ((), 0, "")


def test_a_booking_reaches_the_tray_by_itself(corner: Corner, qtbot: QtBot) -> None:
    corner.read()
    with qtbot.waitSignal(corner.model.changed):
        corner.salon.book(corner.salon.visit(), at(0, 11))
    assert len(corner.day.lines) == 1


def test_a_hidden_member_is_hidden_at_the_tray_but_a_tab_is_not(corner: Corner) -> None:
    visit = corner.salon.visit()
    corner.salon.book(visit, at(0, 11))
    corner.desk.week.show_kind(None)
    corner.desk.week.show_staff(corner.salon.ana.id, False)
    assert corner.read().lines == ()


def test_a_full_day_is_counted_instead_of_listed(corner: Corner, qapp: QApplication) -> None:
    visit = corner.salon.visit(corner.salon.ana, duration=timedelta(minutes=30))
    for half in range(MOST_LISTED + 2):
        corner.salon.book(visit, at(0, 10 + half // 2, 30 * (half % 2)))
    tray = TrayIcon(Icons(Appearance(qapp)))
    tray.show_day(corner.read())
    assert corner.day.more == 2
    assert tray.actions.today[0] == "Monday 23 November"
    assert tray.actions.today[-1] == "2 more"
    assert len(tray.actions.today) == MOST_LISTED + 2
    assert tray.icon.toolTip().splitlines()[1] == corner.day.next
    tray.hide()
    tray.menu.deleteLater()


def test_an_entry_of_the_menu_says_which_it_is(
    corner: Corner, qapp: QApplication, qtbot: QtBot
) -> None:
    made = corner.salon.book(corner.salon.visit(), at(0, 11), Contact(0, "Bär & Söhne"))
    tray = TrayIcon(Icons(Appearance(qapp)))
    tray.show_day(corner.read())
    action = next(action for action in tray.menu.actions() if "Bär" in action.text())
    assert "Bär && Söhne" in action.text()
    with qtbot.waitSignal(tray.entry_picked) as picked:
        action.trigger()
    assert picked.args is not None
    assert picked.args[0].id == f"a{made.id}"
    tray.hide()
    tray.menu.deleteLater()


@pytest.mark.parametrize(
    ("now", "end"),
    [
        (datetime(2026, 3, 28, 23, 30, tzinfo=UTC), datetime(2026, 3, 29, 22, tzinfo=UTC)),
        (datetime(2026, 10, 24, 22, 30, tzinfo=UTC), datetime(2026, 10, 25, 23, tzinfo=UTC)),
    ],
)
def test_tomorrow_begins_at_midnight_where_clocks_change(now: datetime, end: datetime) -> None:
    assert end_of_pause(PauseLength.UNTIL_TOMORROW, now, zone(BERLIN)) == end
    assert end_of_pause(PauseLength.HOUR, now, zone(BERLIN)) == now + timedelta(hours=1)


class Asked(QObject):
    """What the sync was asked, and how the pause reads."""

    def __init__(self, pause: SyncPause, sync: SyncControl) -> None:
        super().__init__()
        self.wishes: list[bool] = []
        self.words = ""
        sync.pause_requested.connect(self._note)
        pause.changed.connect(self._read)

    @Slot(bool)
    def _note(self, paused: bool) -> None:
        self.wishes.append(paused)

    @Slot(str)
    def _read(self, words: str) -> None:
        self.words = words


def test_a_pause_of_an_hour_ends_by_itself(corner: Corner) -> None:
    pause = SyncPause(corner.sync, corner.desk.context)
    asked = Asked(pause, corner.sync)
    pause.pause(PauseLength.HOUR)
    assert asked.words == "Sync is paused until 10:00"
    corner.salon.now = at(0, 9, 59)
    pause.look()
    assert asked.wishes == [True]
    corner.salon.now = at(0, 10)
    pause.look()
    assert asked.wishes == [True, False]
    pause.look()
    assert asked.wishes == [True, False]


def test_a_pause_that_is_changed_in_the_window_has_no_end(corner: Corner) -> None:
    pause = SyncPause(corner.sync, corner.desk.context)
    asked = Asked(pause, corner.sync)
    pause.pause(PauseLength.UNTIL_TOMORROW)
    assert asked.words == "Sync is paused until tomorrow"
    corner.sync.pause_requested.emit(True)
    assert pause.ends is None
    assert asked.words == "Sync is paused"
    corner.salon.now = at(3, 10)
    pause.look()
    assert asked.wishes == [True, True]
