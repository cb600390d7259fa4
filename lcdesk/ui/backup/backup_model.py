"""The copies of the store as the window has them: one a day by itself, one at a wish, their list.

Everything that reads or writes files happens in a thread of its own, so that neither a large store
nor a slow disk keeps the window or a booking waiting.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import tzinfo
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lcdesk.model.domain.copies import Copy, CopyKind, Holdings
from lcdesk.model.domain.errors import LcdeskError, StoreDamaged, StoreError
from lcdesk.model.domain.zones import Clock
from lcdesk.model.store.backup.copies import (
    copies,
    folder_of_copies,
    holdings,
    is_due,
    look_through,
    make_copy,
)
from lcdesk.model.store.machine_errors import known_errors
from lcdesk.threads import AbandonedError
from lcdesk.ui.background import BackgroundReader
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.wording.labels import mark, tr

if TYPE_CHECKING:
    from lcdesk.ui.backup.transfer_model import TransferModel

logger = logging.getLogger(__name__)

_WHEN = {
    CopyKind.DATED: mark("{day}, {time}"),
    CopyKind.BEFORE_UPDATE: mark("{day}, {time}, before an update"),
    CopyKind.SET_ASIDE: mark("{day}, {time}, before restoring"),
}
LOOKS_EVERY_MS = 15 * 60 * 1000
FIRST_LOOK_MS = 5 * 1000  # after the window and the first sync have begun


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One copy of the list, in words; `held` is None where it cannot be read."""

    copy: Copy
    when: str  # on this computer's clock, and what it was made before
    size: str
    held: Holdings | None


def when(copy: Copy, locale: LocaleFormat, here: tzinfo) -> str:
    """When a copy was made, on the clock of `here`, and before what."""
    at = copy.made_at.astimezone(here)
    day, time = locale.day_with_year(at.date()), locale.time(at.hour * 60 + at.minute)
    return tr(_WHEN[copy.kind]).format(day=day, time=time)


class BackupModel(QObject):
    """`changed` when the list, `is_busy` or `problem` is another one.

    `damaged` says, once, that the store itself cannot be read; `restore_requested` carries the Copy
    that a person chose.
    """

    changed = Signal()
    damaged = Signal()
    restore_requested = Signal(object)

    def __init__(
        self,
        store: Path,
        locale: LocaleFormat,
        *,
        clock: Clock,
        here: tzinfo,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._locale = locale
        self._clock = clock
        self._here = here
        self._is_over = False
        self._aside = BackgroundReader(self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.copy_when_due)
        self.rows: tuple[CopyRow, ...] = ()
        self.is_busy = False
        self.problem: LcdeskError | None = None

    @cached_property
    def transfer(self) -> TransferModel:
        """Everything as one file; what reads and writes it is not needed for a copy."""
        from lcdesk.ui.backup.transfer_model import TransferModel

        made = TransferModel(
            self._store, self._locale, clock=self._clock, here=self._here, parent=self
        )
        made.import_requested.connect(self.restore)
        return made

    @property
    def folder(self) -> Path:
        """Where the copies lie."""
        return folder_of_copies(self._store)

    def start(self) -> None:
        """Make a copy each day from now on, the first a little later."""
        QTimer.singleShot(FIRST_LOOK_MS, self, self.look_through)
        self._timer.start(LOOKS_EVERY_MS)

    def close(self) -> None:
        """Let go of a copy that is being made: it is made anew next time."""
        self._is_over = True
        self._timer.stop()
        self._aside.close()
        if "transfer" in self.__dict__:
            self.transfer.close()

    @Slot()
    def look_through(self) -> None:
        """Look for damage of the store; by the way today's copy is made, unless there is one."""
        if is_due(self._store, self._clock(), self._here):
            self.copy_now()
        else:
            self._ask(self._look)

    @Slot()
    def copy_when_due(self) -> None:
        """Make today's copy, unless there is one."""
        if not self.is_busy and is_due(self._store, self._clock(), self._here):
            self.copy_now()

    @Slot()
    def copy_now(self) -> None:
        """Make a copy, whether or not there is one of today."""
        self._ask(self._make)

    @Slot()
    def read(self) -> None:
        """List the copies anew."""
        self._ask(self._list)

    @Slot(object)
    def restore(self, copy: Copy) -> None:
        """A person chose this copy to take the store's place."""
        self.restore_requested.emit(copy)

    def _make(self) -> tuple[CopyRow, ...]:
        made = make_copy(self._store, self._clock(), here=self._here, is_over=lambda: self._is_over)
        logger.info("copied the data file to %s", made.name)
        return self._list()

    def _look(self) -> tuple[CopyRow, ...]:
        look_through(self._store, lambda: self._is_over)
        return self._list()

    def _list(self) -> tuple[CopyRow, ...]:
        with known_errors(self._store):
            return tuple(self._row(copy) for copy in copies(self._store))

    def _row(self, copy: Copy) -> CopyRow:
        try:
            held = holdings(copy)
        except StoreError:
            held = None
        size = self._locale.size(copy.file.stat().st_size)
        return CopyRow(copy, when(copy, self._locale, self._here), size, held)

    def _ask(self, question: Callable[[], tuple[CopyRow, ...]]) -> None:
        if self._is_over:
            return
        self.is_busy = True
        self.changed.emit()
        self._aside.ask(question, self._take)

    def _take(self, answer: Future[tuple[CopyRow, ...]]) -> None:
        self.is_busy, self.problem = False, None
        try:
            self.rows = answer.result()
        except AbandonedError:
            return  # the program ends
        except LcdeskError as error:
            logger.warning("no copy of the data file: %s", error)
            self.problem = error
        self.changed.emit()
        if isinstance(self.problem, StoreDamaged):
            self._timer.stop()  # it is told once
            self.damaged.emit()
