"""Joins reminders to what shows them: the desktop's notices, the window, the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.store.database import Database
from lcdesk.ui.attention.attention_model import AttentionNews
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.desktop.notifications import Notifications
from lcdesk.ui.desktop.single_instance import bring_forward
from lcdesk.ui.desktop.tray import TrayIcon
from lcdesk.ui.reminders.attention_notices_model import ATTENTION, AttentionNotices
from lcdesk.ui.reminders.reminders_model import Reminders
from lcdesk.ui.widgets.labels import Look
from lcdesk.ui.window.desk_model import WindowModel
from lcdesk.ui.window.main import MainWindow

if TYPE_CHECKING:
    from lcdesk.ui.reminders.reminders_window import RemindersWindow


class ReminderSide(QObject):
    """Begins with the workspace and ends with it."""

    def __init__(
        self,
        database: Database,
        news: StoreNews,
        desk: WindowModel,
        window: MainWindow,
        tray: TrayIcon,
        attention: AttentionNews,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._list: RemindersWindow | None = None
        self.model = Reminders(database, news, desk.context, self)
        self.notifications = Notifications(tray, self)
        self._matters = AttentionNotices(database, desk.context, attention.is_seen, self)
        for made in (self.model.notice_made, self._matters.notice_made):
            made.connect(self.notifications.show)
        self.model.notice_ended.connect(self.notifications.withdraw)
        self.model.entry_opened.connect(self._show_entry)
        self.model.list_asked.connect(self.open_list)
        self.notifications.shown.connect(self.model.note_shown)
        self.notifications.invoked.connect(self.model.answer)
        self.notifications.invoked.connect(self._open_matters)
        self.notifications.dismissed.connect(self.model.answer_closing)
        attention.told.connect(self._matters.tell)
        # It changes with the time too: what was asleep learns so, and asks nothing of the store.
        desk.status.changed.connect(self.model.follow_clock)
        desk.status.changed.connect(self._matters.follow_clock)
        window.actions_table["reminders"].triggered.connect(self.open_list)

    def begin(self) -> None:
        """Tell what is due and what was missed, and go on."""
        self.model.begin()

    def close(self) -> None:
        """Tell no more."""
        self.model.close()
        self.notifications.close()
        if self._list is not None:
            self._list.close()
            self._list.deleteLater()
            self._list = None

    @Slot()
    def open_list(self) -> None:
        """Show the reminders that nobody has answered."""
        from lcdesk.ui.reminders.reminders_window import RemindersWindow

        if self._list is None:
            look = Look(self._window.appearance, self._window.icons)
            self._list = RemindersWindow(self.model, look, self._window)
        self._list.refresh()
        bring_forward(self._list)

    @Slot(AgendaEntry)
    def _show_entry(self, entry: AgendaEntry) -> None:
        bring_forward(self._window)
        self._window.reveal_entry(entry)

    @Slot(str)
    def _open_matters(self, key: str) -> None:
        if key == ATTENTION:
            bring_forward(self._window)
            self._window.attention.pressed.emit()
