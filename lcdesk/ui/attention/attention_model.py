"""The Needs attention panel: what it lists, and the commands behind its buttons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lcdesk.model.commands.attention import Choice
from lcdesk.model.commands.decisions import carry_out_choice
from lcdesk.model.commands.deleted_in_icloud import release_all
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.words import PlaceName
from lcdesk.model.replication.inbound import WHEN_DELETED
from lcdesk.model.store.database import Database
from lcdesk.model.store.preferences import get_preference, set_preference
from lcdesk.model.store.transaction import Transaction
from lcdesk.model.sync_policy import DeletedInICloud
from lcdesk.privacy import write_for_owner
from lcdesk.ui.attention.items_model import Item
from lcdesk.ui.attention.status_model import StatusModel
from lcdesk.ui.context.context import Context
from lcdesk.ui.context.mail_question_model import MailQuestion
from lcdesk.ui.wording.labels import any_of, tr

_OFFERED = "release_offer_made"


class AttentionModel(QObject):
    """Decisions about what waits; the list itself is the status model's."""

    changed = Signal()
    refused = Signal(str)

    def __init__(
        self, database: Database, context: Context, status: StatusModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._mail = MailQuestion(database)
        self._context = context
        self._status = status
        status.changed.connect(self.changed)

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything that waits."""
        return self._status.items

    @property
    def slots_deleted(self) -> int:
        """How many blocked slots wait because their event was deleted in iCloud."""
        return sum(item.is_mirrored_deletion for item in self.items)

    @property
    def offers_to_switch(self) -> bool:
        """Whether to offer that such slots disappear by themselves; said once."""
        if not self.slots_deleted:
            return False
        with self._database.read() as reader:
            chosen = get_preference(reader, WHEN_DELETED, DeletedInICloud.KEEP.value)
            was_offered = bool(get_preference(reader, _OFFERED, False))
        return chosen == DeletedInICloud.KEEP.value and not was_offered

    @property
    def slots_server_name(self) -> PlaceName:
        """Where the events of those slots were."""
        deleted = (item.waiting for item in self.items if item.is_mirrored_deletion)
        return any_of(item.server_name for item in deleted if item is not None)

    def decide(self, item: Item, choice: Choice) -> None:
        """Make one of a item's choices."""
        waiting = item.waiting
        if waiting is not None:
            now = self._context.clock()
            self._do(
                lambda tx: carry_out_choice(tx, waiting, choice, now=now),
                what=(waiting.key, choice),
            )

    def release_all(self) -> None:
        """Let go of every blocked slot whose event was deleted in iCloud."""
        self._do(release_all)

    def answer_offer(self, *, switch: bool) -> None:
        """Let such slots disappear from now on, or leave it as it is; not asked again."""

        def work(tx: Transaction) -> None:
            set_preference(tx, _OFFERED, True)
            if switch:
                set_preference(tx, WHEN_DELETED, DeletedInICloud.RELEASE.value)
                release_all(tx)

        self._do(work)

    def save_text(self, item: Item, file: str) -> None:
        """Write an event's own text to a file."""
        try:
            write_for_owner(Path(file), item.text.encode())
        except OSError as error:
            self.refused.emit(tr("Not saved: {why}.").format(why=error.strerror or str(error)))

    def _do(self, work: Callable[[Transaction], object], *, what: object = None) -> None:
        try:
            with self._mail.write(what) as tx:
                work(tx)
        except LcdeskError as error:
            self.refused.emit(error.message)
        self._status.look_again()
