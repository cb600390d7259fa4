"""The Needs attention panel: what it lists, and the commands behind its buttons.

What the machine does wrong to the store, as one sentence that stays until it is over.

Says once what began to wait for a person while nobody looked at the window.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lcdesk.model.commands.attention import Choice
from lcdesk.model.commands.decisions import carry_out_choice
from lcdesk.model.commands.deleted_in_icloud import release_all
from lcdesk.model.domain.errors import LcdeskError, StoreTrouble
from lcdesk.model.domain.words import PlaceName
from lcdesk.model.replication.inbound import WHEN_DELETED
from lcdesk.model.store.database import Database
from lcdesk.model.store.preferences import get_preference, set_preference
from lcdesk.model.store.transaction import Transaction
from lcdesk.model.sync_policy import DeletedInICloud
from lcdesk.paths import write_for_owner
from lcdesk.ui.attention.items_model import Item
from lcdesk.ui.attention.status_model import StatusModel
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.context.before_change_model import MailQuestion
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.wording.labels import any_of, tr, with_number
from lcdesk.ui.wording.messages import worded

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
            self.refused.emit(worded(error.message))
        self._status.look_again()


_OVER_MS = 12_000  # how long it is said that it works again; as long as a toast


class TroubleModel(QObject):
    """Says once that nothing can be kept, and once that it works again. `close` ends its timer."""

    changed = Signal()  # `words` is new

    def __init__(self, news: StoreNews, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._news = news
        self.words = "" if news.trouble is None else _sentence(news.trouble)
        self._over = QTimer(self, singleShot=True, interval=_OVER_MS)
        self._over.timeout.connect(self._say_nothing)
        news.condition_changed.connect(self._hear)

    def close(self) -> None:
        """End what runs by itself."""
        self._over.stop()

    @Slot()
    def _hear(self) -> None:
        trouble = self._news.trouble
        if trouble is not None:
            self._over.stop()
            self._say(_sentence(trouble))
        elif self.words:
            self._over.start()
            self._say(tr("The data file can be used again. Changes are saved and synced."))

    @Slot()
    def _say_nothing(self) -> None:
        self._say("")

    def _say(self, words: str) -> None:
        if words != self.words:
            self.words = words
            self.changed.emit()


def _sentence(trouble: StoreTrouble) -> str:
    text = tr(
        "{cause} What you see can be read; nothing new is saved or synced. "
        "{advice}; lcdesk then goes on by itself."
    )
    if not trouble.passes:
        text = tr("{cause} Nothing new is saved or synced. {advice}.")
    return text.format(cause=worded(trouble.cause), advice=worded(trouble.advice))


class AttentionNews(QObject):
    """Follows what waits. Each entry is told once, and not at all to whoever sees the window."""

    number_changed = Signal(int)  # how many wait
    told = Signal(str, str)  # title, text

    def __init__(
        self, status: StatusModel, is_seen: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._status = status
        self.is_seen = is_seen
        self._known: frozenset[str] = frozenset()
        status.changed.connect(self.look)

    @Slot()
    def look(self) -> None:
        """Tell what is new."""
        waiting = {item.key: item for item in self._status.items}
        new = [one for key, one in waiting.items() if key not in self._known]
        self._known = frozenset(waiting)
        self.number_changed.emit(len(waiting))
        if new and not self.is_seen():
            self.told.emit(_title(new), _text(new))


def _title(new: list[Item]) -> str:
    """Words of events stand in the title alone: in a text, some desktops look for markup."""
    if len(new) > 1:
        return with_number(len(new), "{n} entry needs you", "{n} entries need you")
    return tr("{why}: {what}").format(why=new[0].why, what=new[0].title)


def _text(new: list[Item]) -> str:
    if any(item.has_choices for item in new):
        return tr("Open lcdesk to choose what should happen.")
    return tr("Open lcdesk to see what it means.")
