"""Says once what began to wait for a person while nobody looked at the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.ui.attention.items_model import Item
from lcdesk.ui.attention.status_model import StatusModel
from lcdesk.ui.wording.labels import counted, tr


class AttentionNews(QObject):
    """Follows what waits. Each entry is told once, and not at all to whoever sees the window."""

    number_changed = Signal(int)  # how many wait
    told = Signal(str, str)  # title, text

    def __init__(
        self, status: StatusModel, is_seen: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._status = status
        self._is_seen = is_seen
        self._known: frozenset[str] = frozenset()
        status.changed.connect(self.look)

    @Slot()
    def look(self) -> None:
        """Tell what is new."""
        waiting = {item.key: item for item in self._status.items}
        new = [one for key, one in waiting.items() if key not in self._known]
        self._known = frozenset(waiting)
        self.number_changed.emit(len(waiting))
        if new and not self._is_seen():
            self.told.emit(_title(new), _text(new))


def _title(new: list[Item]) -> str:
    """Words of events stand in the title alone: in a text, some desktops look for markup."""
    if len(new) > 1:
        return counted(len(new), "{n} entry needs you", "{n} entries need you")
    return tr("{why}: {what}").format(why=new[0].why, what=new[0].title)


def _text(new: list[Item]) -> str:
    if any(item.has_choices for item in new):
        return tr("Open lcdesk to choose what should happen.")
    return tr("Open lcdesk to see what it means.")
