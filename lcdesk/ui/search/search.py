"""The search of one window: made when it is first asked for, by the menu or by "/" in a view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from lcdesk.model.domain.events import AgendaEntry
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.search.search_model import FoundEntry, SearchModel

if TYPE_CHECKING:
    from lcdesk.ui.search.panel import SearchPanel


class Search(QObject):
    """Says where a person wants to go; whoever owns it goes there."""

    opened = Signal()
    closed = Signal()
    entry_picked = Signal(AgendaEntry)
    contact_picked = Signal(int)

    def __init__(
        self, model: SearchModel, appearance: Appearance, icons: Icons, room: QWidget
    ) -> None:
        """`room` is what the panel lies over and where "/" opens it."""
        super().__init__(room)
        self._model = model
        self._appearance = appearance
        self._icons = icons
        self._room = room
        self._panel: SearchPanel | None = None
        slash = QShortcut("/", room)  # in a field the letter is the field's
        slash.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        slash.activated.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Come up over the view, with the keyboard in the field."""
        self.opened.emit()
        self._take_panel().open()

    def _take_panel(self) -> SearchPanel:
        if self._panel is None:
            from lcdesk.ui.search.panel import SearchPanel

            self._panel = SearchPanel(self._model, self._appearance, self._icons, self._room)
            self._panel.entry_picked.connect(self._pick)
            self._panel.contact_picked.connect(self.contact_picked)
            self._panel.closed.connect(self.closed)
        return self._panel

    @Slot(FoundEntry)
    def _pick(self, found: FoundEntry) -> None:
        self.entry_picked.emit(found.row.entry)
