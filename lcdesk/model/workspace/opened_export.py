"""An export of everything, looked at before it takes the place of the store.

Its data file lies unpacked beside the store until somebody decides, never more than one of them, in
a folder that only its owner can read.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from lcdesk.model.domain.copies import Copy, CopyKind, Holdings
from lcdesk.model.store import schema
from lcdesk.model.store.backup.copies import accounts_of, holdings
from lcdesk.model.store.backup.restore import require_usable
from lcdesk.model.store.machine_errors import known_errors
from lcdesk.model.workspace.archive import STORE, unpack
from lcdesk.paths import FOLDER_MODE

_FOLDER = ".import"


@dataclass(frozen=True, slots=True)
class OpenedExport:
    """What a file holds; `copy` is its data file, to be restored. `accounts` are e-mail addresses.

    `made_at` is aware, in UTC; None where the file does not say it.
    """

    copy: Copy
    made_at: datetime | None
    held: Holdings
    accounts: tuple[str, ...]


def open_export(store: Path, source: Path, now: datetime) -> OpenedExport:
    """Unpack an export beside the store and look it through; nothing else is changed.

    Raises InvalidInput for a file that is no export, and StoreError where what is in it is damaged,
    of a newer lcdesk, or has no room.
    """
    discard_export(store)
    folder = store.parent / _FOLDER
    copy = Copy(folder / STORE, now, CopyKind.IMPORTED)
    try:
        with known_errors(store):
            folder.mkdir(mode=FOLDER_MODE)
            schema.make_private(copy.file)
            about = unpack(source, copy.file)
            require_usable(copy)
        return OpenedExport(copy, _moment(about.get("made")), holdings(copy), accounts_of(copy))
    except BaseException:
        discard_export(store)
        raise


def discard_export(store: Path) -> None:
    """Remove what was unpacked, if anything was."""
    folder = store.parent / _FOLDER
    if folder.exists():
        shutil.rmtree(folder)


def _moment(text: object) -> datetime | None:
    """What the file says, if it is a moment at all."""
    try:
        found = datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
    if found is None or found.tzinfo is None:
        return None
    try:
        return found.astimezone(UTC)
    except OverflowError:  # at the ends of time
        return None
