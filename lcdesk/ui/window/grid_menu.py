"""The menu that opens in the week, at a free time or an entry."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from lcdesk.ui.entries.card_model import ENDING, Card, CardAction, label
from lcdesk.ui.window.desk_model import PICKED_START

_HOUR = 60
_LAST_MINUTE = 24 * 60 - 1


class GridMenu(QMenu):
    """What can be done with an entry; at a free time, booking and blocking there."""

    booking_picked = Signal(date, int, int)
    blocking_picked = Signal(date, int, int)
    action_picked = Signal(str, CardAction)

    def __init__(self, card: Card | None, day: date, minute: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("grid_menu")
        self._card = card
        self._day = day
        self._minute = minute
        if card is None:
            self.addAction(self.tr("New booking…")).triggered.connect(self._book)
            self.addAction(self.tr("Block time…")).triggered.connect(self._block)
        else:
            self._fill(card)
        self.aboutToHide.connect(self.deleteLater)

    def _fill(self, card: Card) -> None:
        for action in card.actions:
            if action in ENDING and len(card.actions) > 1:
                self.addSeparator()
            entry = self.addAction(label(action, card.server_name))
            entry.setData(action.name)
        if not card.actions:
            self.addAction(card.source or card.sync).setEnabled(False)
        self.triggered.connect(self._pick)

    @Slot()
    def _book(self) -> None:
        self.booking_picked.emit(self._day, self._minute, self._minute + PICKED_START)

    @Slot()
    def _block(self) -> None:
        end = min(self._minute + _HOUR, _LAST_MINUTE)
        self.blocking_picked.emit(self._day, self._minute, end)

    @Slot(QAction)
    def _pick(self, entry: QAction) -> None:
        if self._card is not None and entry.data():
            self.action_picked.emit(self._card.block, CardAction[entry.data()])
