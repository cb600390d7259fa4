"""What began to wait for a person, as notices: as the settings say, and not in the quiet hours."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.model.booking.reminders import quiet_until
from lcdesk.model.domain.zones import zone
from lcdesk.model.store.database import Database
from lcdesk.model.store.reminders.chosen import hides_details, quiet_hours, tells_attention
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.offers import Notice
from lcdesk.ui.wording.labels import tr

ATTENTION = "attention"  # the key of the notice; a newer one takes the place of one before it


class AttentionNotices(QObject):
    """Follows what is told of it, one title and text at a time."""

    notice_made = Signal(Notice)

    def __init__(
        self,
        database: Database,
        context: Context,
        is_seen: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._context = context
        self._is_seen = is_seen
        self._kept: tuple[str, str] | None = None  # since it is quiet

    @Slot(str, str)
    def tell(self, title: str, text: str) -> None:
        """Tell it, now or after the quiet hours."""
        self._kept = (title, text)
        self.follow_clock()

    @Slot()
    def follow_clock(self) -> None:
        """Tell what was kept back, if the quiet hours are over."""
        if self._kept is None:
            return
        here = zone(self._context.local_zone)
        with self._database.read() as reader:
            if quiet_until(self._context.clock(), quiet_hours(reader), here) is not None:
                return
            is_told, is_veiled = tells_attention(reader), hides_details(reader)
        (title, text), self._kept = self._kept, None
        if is_told and not self._is_seen():
            title = tr("Something needs your attention") if is_veiled else title
            self.notice_made.emit(Notice(ATTENTION, title, text, (("open", tr("Open")),)))
