"""The settings of this workspace that are one value each, kept as preferences."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.model.domain.changes import ChangeSet, Topic
from lcdesk.model.domain.words import PlaceName
from lcdesk.model.sync_policy import DeletedInICloud
from lcdesk.ui.look.palette import Scheme

if TYPE_CHECKING:
    from lcdesk.model.store.database import Database
    from lcdesk.ui.bridge import StoreNews

_SHORTCUTS = "shortcuts"
_SCHEME = "appearance"
_CONTRAST = "more_contrast"
_KEEPS_RUNNING = "keep_running"
_NOTE_SHOWN = "kept_running_note_shown"


class SchemeChoice(StrEnum):
    """Light, dark, or whatever the desktop says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"

    @property
    def forced(self) -> Scheme | None:
        """What `Appearance.force` takes."""
        match self:
            case SchemeChoice.LIGHT:
                return Scheme.LIGHT
            case SchemeChoice.DARK:
                return Scheme.DARK
            case _:
                return None


class GeneralSettings(QObject):
    """Reads and keeps each value at once; unknown stored values count as the default.

    With `news` it says when a person may have changed one elsewhere, by an undo or in another way.
    """

    changed = Signal()

    def __init__(
        self, database: Database, news: StoreNews | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._database = database
        if news is not None:
            news.changed.connect(self._hear)

    @property
    def scheme(self) -> SchemeChoice:
        """Light, dark or the desktop's."""
        stored = self._get(_SCHEME, SchemeChoice.SYSTEM.value)
        known = {choice.value: choice for choice in SchemeChoice}
        return known.get(stored, SchemeChoice.SYSTEM)

    @scheme.setter
    def scheme(self, choice: SchemeChoice) -> None:
        self._set(_SCHEME, choice.value)

    @property
    def language(self) -> str:
        """The language chosen for the window, "de"; empty for the system's."""
        from lcdesk.model.store.schema import LANGUAGE

        return str(self._get(LANGUAGE, ""))

    @language.setter
    def language(self, choice: str) -> None:
        from lcdesk.model.store.schema import LANGUAGE

        self._set(LANGUAGE, choice)

    @property
    def has_more_contrast(self) -> bool:
        """Whether texts and edges stand out more, whatever the desktop asks for."""
        return bool(self._get(_CONTRAST, False))

    @has_more_contrast.setter
    def has_more_contrast(self, has_more: bool) -> None:
        self._set(_CONTRAST, has_more)

    @property
    def releases_deleted(self) -> bool:
        """Whether a slot disappears when its event is deleted in iCloud; else it is marked."""
        from lcdesk.model.replication.inbound import WHEN_DELETED

        return bool(self._get(WHEN_DELETED, "") == DeletedInICloud.RELEASE.value)

    @releases_deleted.setter
    def releases_deleted(self, releases: bool) -> None:
        from lcdesk.model.replication.inbound import WHEN_DELETED

        choice = DeletedInICloud.RELEASE if releases else DeletedInICloud.KEEP
        self._set(WHEN_DELETED, choice.value)

    @property
    def stale_minutes(self) -> int:
        """How old what was read of a calendar may be before open times carry a warning."""
        from lcdesk.model.store.freshness import stale_after

        with self._database.read() as reader:
            return round(stale_after(reader).total_seconds() / 60)

    @stale_minutes.setter
    def stale_minutes(self, minutes: int) -> None:
        from lcdesk.model.store.freshness import STALE_AFTER

        self._set(STALE_AFTER, minutes)

    @property
    def shortcuts(self) -> dict[str, list[str]]:
        """The keys that a person chose by an action's name, in Qt's portable form."""
        kept = self._get(_SHORTCUTS, {})
        if not isinstance(kept, dict):
            return {}
        return {
            str(name): [str(key) for key in keys]
            for name, keys in kept.items()
            if isinstance(keys, list)
        }

    @shortcuts.setter
    def shortcuts(self, chosen: dict[str, list[str]]) -> None:
        self._set(_SHORTCUTS, chosen)

    @property
    def keeps_running(self) -> bool:
        """Whether closing the window leaves lcdesk in the tray."""
        return bool(self._get(_KEEPS_RUNNING, True))

    @keeps_running.setter
    def keeps_running(self, keeps: bool) -> None:
        self._set(_KEEPS_RUNNING, keeps)
        self.changed.emit()  # a notice sets it too, beside Settings

    @property
    def kept_running_note_shown(self) -> bool:
        """Whether the person was told once that lcdesk goes on without its window."""
        return bool(self._get(_NOTE_SHOWN, False))

    @kept_running_note_shown.setter
    def kept_running_note_shown(self, shown: bool) -> None:
        self._set(_NOTE_SHOWN, shown)

    @property
    def server_names(self) -> tuple[PlaceName, ...]:
        """Where each of the accounts is."""
        from lcdesk.model.store.accounts import all_accounts

        with self._database.read() as reader:
            return tuple(account.server_name for account in all_accounts(reader))

    @Slot(ChangeSet)
    def _hear(self, changes: ChangeSet) -> None:
        if Topic.ACTIVITY in changes.topics:  # as with every step, whoever takes it
            self.changed.emit()

    def _get(self, key: str, default: Any) -> Any:
        from lcdesk.model.store.preferences import get_preference

        with self._database.read() as reader:
            return get_preference(reader, key, default)

    def _set(self, key: str, value: Any) -> None:
        from lcdesk.model.store.preferences import set_preference

        with self._database.write() as tx:
            set_preference(tx, key, value)
