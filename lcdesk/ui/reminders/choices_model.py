"""Settings > Notifications: each value is kept at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.model.booking.reminders import QuietHours
from lcdesk.model.commands.reminders.choices import choose_reminders
from lcdesk.model.domain.changes import ChangeSet, Topic
from lcdesk.model.store.database import Database
from lcdesk.model.store.reminders import chosen
from lcdesk.model.store.transaction import Transaction
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.look.locale import LocaleFormat

USUAL_QUIET = QuietHours(20 * 60, 8 * 60)


class ReminderChoices(QObject):
    """Reads and keeps; `changed` says that a value may be another, by an undo, say.

    Whatever keeps a value raises StoreError where that fails.
    """

    changed = Signal()

    def __init__(
        self,
        database: Database,
        news: StoreNews,
        locale: LocaleFormat,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self.locale = locale
        news.changed.connect(self._hear)

    @property
    def usual(self) -> tuple[timedelta, ...]:
        """How long before an appointment a reminder comes, where its calendar says nothing."""
        with self._database.read() as reader:
            return chosen.usual_reminders(reader)

    @usual.setter
    def usual(self, before: tuple[timedelta, ...]) -> None:
        self._keep(lambda tx: choose_reminders(tx, before))

    @property
    def quiet(self) -> QuietHours | None:
        """When nothing is told."""
        with self._database.read() as reader:
            return chosen.quiet_hours(reader)

    @quiet.setter
    def quiet(self, quiet: QuietHours | None) -> None:
        self._keep(lambda tx: chosen.set_quiet_hours(tx, quiet))

    @property
    def tells_attention(self) -> bool:
        """Whether what begins to wait for a person is told."""
        with self._database.read() as reader:
            return chosen.tells_attention(reader)

    @tells_attention.setter
    def tells_attention(self, tells: bool) -> None:
        self._keep(lambda tx: chosen.set_tells_attention(tx, tells))

    @property
    def hides_details(self) -> bool:
        """Whether notices name nobody."""
        with self._database.read() as reader:
            return chosen.hides_details(reader)

    @hides_details.setter
    def hides_details(self, hides: bool) -> None:
        self._keep(lambda tx: chosen.set_hides_details(tx, hides))

    def _keep(self, work: Callable[[Transaction], None]) -> None:
        with self._database.write() as tx:
            work(tx)
            tx.touch(Topic.REMINDERS)

    @Slot(ChangeSet)
    def _hear(self, changes: ChangeSet) -> None:
        if changes.topics & {Topic.ACTIVITY, Topic.REMINDERS}:
            self.changed.emit()
