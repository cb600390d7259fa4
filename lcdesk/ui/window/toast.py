"""A short note at the bottom that says what happened and offers what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from lcdesk.ui.look.as_typed import as_line, as_sentences
from lcdesk.ui.look.palette import Palette
from lcdesk.ui.widgets.parts import named

# Undo must be reachable for slow hands too (accessibility: not under ten seconds).
_SHOWN_MS = 12_000
_LONGEST_NOTE = 400  # letters
_LONGEST_ACTION = 40  # letters on a button that names somebody
_MARGIN = 20


class Toast(QFrame):
    """Lies over its parent's lower edge; stays while the pointer or the focus is on it."""

    accepted = Signal()
    other_accepted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._room = parent
        self._text = named(QLabel(wordWrap=True), "toast_text")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._button = named(QPushButton(), "toast_button")
        self._close = named(QToolButton(), "toast_close")
        self._close.setText("×")
        self._close.setAccessibleName(self.tr("Close"))
        self._other = named(QPushButton(), "toast_other")
        self._button.clicked.connect(self._accept)
        self._other.clicked.connect(self._accept_other)
        self._close.clicked.connect(self.dismiss)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._other)
        row.addWidget(self._close)
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str, action: str = "", other: str = "") -> None:
        """Show a note with up to two answers; the one before it is gone."""
        self._text.setText(as_sentences(text, _LONGEST_NOTE))
        for button, words in ((self._button, action), (self._other, other)):
            button.setText(as_line(words, _LONGEST_ACTION).replace("&", "&&"))  # a name, not a key
            button.setVisible(bool(words))
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def dress(self, palette: Palette) -> None:
        """Colours of the palette in force."""
        self.setStyleSheet(
            f"#toast {{ background: {palette.panel}; border: 1px solid {palette.shadow};"
            f" border-radius: 10px; }}"
            f"#toast_button, #toast_other {{ color: {palette.accent};"
            f" border-color: {palette.line}; }}"
        )

    @Slot()
    def dismiss(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()

    @Slot()
    def _accept(self) -> None:
        self.dismiss()
        self.accepted.emit()

    @Slot()
    def _accept_other(self) -> None:
        self.dismiss()
        self.other_accepted.emit()

    def _place(self) -> None:
        room = self._room.rect()
        width = min(max(self.sizeHint().width(), 360), room.width() - 2 * _MARGIN, 620)
        self.setFixedWidth(width)
        layout = self.layout()
        height = self.sizeHint().height() if layout is None else layout.heightForWidth(width)
        self.setFixedHeight(max(height, self.minimumSizeHint().height()))
        x = room.x() + (room.width() - width) // 2
        self.move(x, room.bottom() - self.height() - _MARGIN)

    # --- Qt ---------------------------------------------------------------------------------

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._timer.start()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
