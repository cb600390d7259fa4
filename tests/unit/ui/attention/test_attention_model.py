"""What begins to wait while nobody looks is told once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.people import Contact
from lcdesk.ui.attention.attention_model import AttentionNews
from lcdesk.ui.bridge import StoreNews, SyncControl
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.window.desk_model import WindowModel
from tests.desk import BERLIN
from tests.salon import Salon, at

pytestmark = pytest.mark.usefixtures("qapp")
HOSTILE = "<b>Cleo</b> &amp; <img src=x>"


class Tray:
    """A desk whose window is open or closed, and what was told."""

    def __init__(self, salon: Salon) -> None:
        self.salon = salon
        self.is_open = False
        self.told: list[tuple[str, str]] = []
        self.counts: list[int] = []
        self._news = StoreNews(salon.database)
        self.desk = WindowModel(
            salon.database,
            self._news,
            SyncControl(),
            locale=LocaleFormat(QLocale("en_GB")),
            clock=salon.clock,
            local_zone=BERLIN,
        )
        news = AttentionNews(self.desk.status, lambda: self.is_open, self.desk)
        news.told.connect(lambda title, text: self.told.append((title, text)))
        news.number_changed.connect(self.counts.append)

    def lose(self, calendar: Calendar, hour: int, name: str = "Cleo Park") -> None:
        """An appointment whose event is deleted in iCloud."""
        made = self.salon.book(calendar, at(1, hour), Contact(0, name))
        self.salon.delete_in_icloud(self.salon.object_of(made))
        self.desk.status.look_again()

    def close(self) -> None:
        self.desk.close()
        self._news.close()


@pytest.fixture
def tray(salon: Salon) -> Iterator[Tray]:
    salon.connect(salon.ana)
    made = Tray(salon)
    yield made
    made.close()


@pytest.fixture
def visit(salon: Salon) -> Calendar:
    return salon.calendar("Visit", CalendarKind.ROUND_ROBIN, salon.ana)


def test_each_entry_is_told_once_while_the_window_is_closed(tray: Tray, visit: Calendar) -> None:
    tray.lose(visit, 10)
    tray.desk.status.look_again()
    assert tray.told == [
        ("Deleted in iCloud: Cleo Park", "Open lcdesk to choose what should happen.")
    ]
    tray.lose(visit, 11)
    assert len(tray.told) == 2
    assert tray.counts[-1] == 2


def test_whoever_sees_the_window_is_told_nothing_later_either(tray: Tray, visit: Calendar) -> None:
    tray.is_open = True
    tray.lose(visit, 10)
    tray.is_open = False
    tray.desk.status.look_again()
    assert tray.told == []


def test_words_of_events_stand_where_no_desktop_looks_for_markup(
    tray: Tray, visit: Calendar
) -> None:
    tray.lose(visit, 10, HOSTILE)
    ((title, text),) = tray.told
    assert HOSTILE in title
    assert "<" not in text
