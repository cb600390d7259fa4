"""The Edit menu's Undo and Redo: they name what they are about, and are off where it is nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from lcdesk.ui.context.history_model import History
from lcdesk.ui.window.actions import Actions


class EditMenu(QObject):
    """Keeps both actions as the history is."""

    def __init__(self, actions: Actions, history: History, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._history = history
        actions["undo"].triggered.connect(history.undo)
        actions["redo"].triggered.connect(history.redo)
        history.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        named = (
            ("undo", self._history.undo_text, self.tr("Nothing to undo")),
            ("redo", self._history.redo_text, self.tr("Nothing to redo")),
        )
        for name, text, nothing in named:
            action = self._actions[name]
            action.setText((text or nothing).replace("&", "&&"))  # a name, not a key
            action.setEnabled(bool(text))
