"""Everything as one file, as the window has it: written aside, looked at aside, then wished for.

An import is a wish like a restore: the window ends, and what was looked at takes the store's place
before the next one opens.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from lcdesk.model.domain.copies import Copy
from lcdesk.model.domain.errors import InvalidInput, LcdeskError
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.zones import Clock
from lcdesk.model.workspace.archive import Exported, export_all
from lcdesk.model.workspace.opened_export import OpenedExport, discard_export, open_export
from lcdesk.ui.background import BackgroundReader
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.wording.labels import tr, with_number
from lcdesk.ui.wording.messages import name_list

logger = logging.getLogger(__name__)

_MOST_ACCOUNTS = 5  # by name
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file holds, in words."""

    file: str
    held: str
    accounts: str  # empty where there is none


class TransferModel(QObject):
    """`changed` when `working`, `said` or `problem` is another one.

    `previewed` carries the Preview of a file that can be imported, `import_requested` the Copy once
    a person wants it.
    """

    changed = Signal()
    previewed = Signal(object)
    import_requested = Signal(object)

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
        self._aside = BackgroundReader(self)
        self._is_over = False
        self._opened: Copy | None = None  # and nobody has decided about it
        self._is_wished = False
        self.working = ""  # what is being done, in words
        self.said = ""
        self.problem: LcdeskError | None = None

    @property
    def suggestion(self) -> str:
        """A name for the file, by the day."""
        return f"lcdesk-{self._clock().astimezone(self._here):%Y-%m-%d}.zip"

    def close(self) -> None:
        """Let go of what is being done, and of what was looked at and is not wished for."""
        self._is_over = True
        self._aside.close()
        if not self._is_wished:
            discard_export(self._store)

    def write(self, file: str) -> None:
        """Write everything to a file."""
        target = Path(file)
        self._ask(tr("Exporting…"), lambda: self._export(target), self._take_exported)

    def look_at(self, file: str) -> None:
        """See what a file holds; `previewed` tells."""
        source = Path(file)
        self.discard()
        self._ask(tr("Reading the file…"), lambda: self._open(source), self._take_opened)

    def take(self) -> None:
        """What was looked at is to take the store's place."""
        copy, self._opened = self._opened, None
        if copy is not None:
            self._is_wished = True
            self.import_requested.emit(copy)

    def discard(self) -> None:
        """What was looked at is not wanted."""
        copy, self._opened = self._opened, None
        if copy is not None:
            discard_export(self._store)

    # --- aside ------------------------------------------------------------------------------

    def _export(self, target: Path) -> tuple[Path, Exported]:
        try:
            made = export_all(self._store, target, self._clock(), lambda: self._is_over)
        except OSError as error:
            raise InvalidInput(
                Message(
                    "{file} cannot be written: {reason}. Nothing was changed. Choose another "
                    "folder, or make room there.",
                    file=target.name,
                    reason=error.strerror or str(error),
                ),
                title=Message("The file was not written"),
            ) from error
        return target, made

    def _open(self, source: Path) -> tuple[Path, OpenedExport]:
        return source, open_export(self._store, source, self._clock())

    # --- in the window's thread -------------------------------------------------------------

    def _ask(self, working: str, work: Callable[[], T], then: Callable[[T], None]) -> None:
        if self._is_over or self.working:
            return
        self.working, self.said, self.problem = working, "", None
        self.changed.emit()
        self._aside.ask(work, lambda done: self._take(done, then))

    def _take(self, done: Future[T], then: Callable[[T], None]) -> None:
        self.working = ""
        try:
            answer = done.result()
        except LcdeskError as error:
            logger.warning("no transfer: %s", error)
            self.problem = error
        else:
            then(answer)
        self.changed.emit()

    def _take_exported(self, answer: tuple[Path, Exported]) -> None:
        file, made = answer
        logger.info("exported everything to %s", file.name)
        self.said = tr(
            "Everything is in {file}: {appointments}, {contacts}. Passwords are not in it."
        ).format(
            file=as_line(file.name),
            appointments=with_number(made.appointments, "{n} appointment", "{n} appointments"),
            contacts=with_number(made.contacts, "{n} contact", "{n} contacts"),
        )

    def _take_opened(self, answer: tuple[Path, OpenedExport]) -> None:
        file, found = answer
        self._opened = found.copy
        accounts = [as_line(email) for email in found.accounts[:_MOST_ACCOUNTS]]
        more = len(found.accounts) - len(accounts)
        accounts += [with_number(more, "{n} more", "{n} more")] if more else []
        self.previewed.emit(Preview(as_line(file.name), self._held(found), name_list(accounts)))

    def _held(self, found: OpenedExport) -> str:
        held = found.held
        counts = name_list(
            [
                with_number(held.staff, "{n} staff member", "{n} staff members"),
                with_number(held.calendars, "{n} calendar", "{n} calendars"),
                with_number(held.appointments, "{n} appointment", "{n} appointments"),
                with_number(held.contacts, "{n} contact", "{n} contacts"),
            ]
        )
        if found.made_at is None:
            return tr("It holds {counts}.").format(counts=counts)
        at = found.made_at.astimezone(self._here)
        return tr("It was written on {day}, {time}, and holds {counts}.").format(
            day=self._locale.day_with_year(at.date()),
            time=self._locale.time(at.hour * 60 + at.minute),
            counts=counts,
        )
