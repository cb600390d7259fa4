"""What was done or refused, on the page itself, with the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton

from lcdesk.ui.widgets.labels import Look, Text
from lcdesk.ui.widgets.panel import Panel
from lcdesk.ui.wording.labels import tr


class UndoBar(Panel):
    """Stays until it is closed or something else is said: nobody has to be quick."""

    undo_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setObjectName("undo_bar")
        self.column.setContentsMargins(12, 6, 6, 6)
        self.text = Text(look)
        self.text.setObjectName("undo_text")
        self.button = QPushButton(tr("Undo"))
        self.button.setObjectName("undo_button")
        self.button.setAutoDefault(False)
        close = QToolButton()
        close.setText("×")
        close.setAccessibleName(tr("Close"))
        self.button.clicked.connect(self._undo)
        close.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        row.addWidget(close)
        self.column.addLayout(row)
        self.hide()

    @Slot(str)
    def offer(self, text: str) -> None:
        """Something was done."""
        self._say(text, "line")
        self.button.show()

    @Slot(str)
    def refuse(self, text: str) -> None:
        """Something was not done."""
        self._say(text, "danger")
        self.button.hide()

    def _say(self, text: str, edge: str) -> None:
        self.text.setText(text)
        self.edge(edge)
        self.setAccessibleName(text)
        self.show()

    @Slot()
    def _undo(self) -> None:
        self.hide()
        self.undo_requested.emit()
