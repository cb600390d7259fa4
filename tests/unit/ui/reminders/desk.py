"""A desk with reminders, the notices that they made, and a clock that a test moves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from PySide6.QtCore import QLocale

from lcdesk.model.domain.events import AgendaEntry
from lcdesk.ui.bridge import StoreNews, SyncControl
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.offers import Notice
from lcdesk.ui.reminders.reminders_model import Reminders
from lcdesk.ui.window.desk_model import WindowModel
from tests.desk import BERLIN
from tests.salon import Salon


class ReminderDesk:
    """Notices are before the person as soon as they are made, unless `is_shown` is taken away."""

    def __init__(self, salon: Salon) -> None:
        self.salon = salon
        self.is_shown = True
        self.notices: list[Notice] = []
        self.ended: list[str] = []
        self.opened: list[AgendaEntry] = []
        self.lists = 0
        self.news = StoreNews(salon.database)
        self.desk = WindowModel(
            salon.database,
            self.news,
            SyncControl(),
            locale=LocaleFormat(QLocale("en_GB")),
            clock=salon.clock,
            local_zone=BERLIN,
        )
        self.model = Reminders(salon.database, self.news, self.desk.context, self.desk)
        self.model.notice_made.connect(self._take)
        self.model.notice_ended.connect(self.ended.append)
        self.model.entry_opened.connect(self.opened.append)
        self.model.list_asked.connect(self._count)
        self.model.begin()

    @property
    def titles(self) -> list[str]:
        """Of the notices, in their order."""
        return [notice.title for notice in self.notices]

    def pass_to(self, now: datetime) -> None:
        """Let the clock show this, as after sleep."""
        self.salon.now = now
        self.model.follow_clock()

    def close(self) -> None:
        """End what runs by itself."""
        self.model.close()
        self.desk.close()
        self.news.close()

    def _take(self, notice: Notice) -> None:
        self.notices.append(notice)
        if self.is_shown:
            self.model.note_shown(notice.key)

    def _count(self) -> None:
        self.lists += 1


@contextmanager
def reminding(salon: Salon) -> Iterator[ReminderDesk]:
    """The desk, closed afterwards."""
    made = ReminderDesk(salon)
    try:
        yield made
    finally:
        made.close()
