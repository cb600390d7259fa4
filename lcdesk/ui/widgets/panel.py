"""Boxes: a framed card, a notice of what happened and what to do, a bar with the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from lcdesk.ui.look.as_typed import as_sentences
from lcdesk.ui.look.icons import Sign
from lcdesk.ui.look.metrics import Metrics
from lcdesk.ui.widgets.labels import Look, SignLabel, Text, heading
from lcdesk.ui.wording.labels import tr

_SIGNS = {
    "danger": Sign.FAILED,
    "warning": Sign.ATTENTION,
    "good": Sign.SYNCED,
    "quiet_text": Sign.INFO,
}


class Panel(QFrame):
    """A card with a quiet frame; `column` is where its content goes."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._edge = "line"
        metrics = Metrics.of(self.font())
        self._corner = round(metrics.corner * 2)
        pad = round(metrics.pad * 2)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(pad, pad, pad, pad)
        self.column.setSpacing(round(metrics.pad))
        look.appearance.changed.connect(self._restyle)
        self._restyle()

    def edge(self, tone: str) -> None:
        """Draw the frame in this tone."""
        self._edge = tone
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        surface, edge = self._look.colour("surface"), self._look.colour(self._edge)
        self.setStyleSheet(
            f"Panel {{ background: {surface};"
            f" border: 1px solid {edge}; border-radius: {self._corner}px; }}"
        )


class Notice(Panel):
    """Title, message, and what is under "Details". Hidden while there is nothing to say."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.setObjectName("notice")
        self._sign = SignLabel(look)
        self.title = heading(look, "", 1.0)
        self.message = Text(look)
        self.details = Text(look, tone="quiet_text")
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details_button = QPushButton(tr("Details"))
        self.details_button.setObjectName("details_button")
        self.details_button.setCheckable(True)
        self.details_button.toggled.connect(self.details.setVisible)
        self._actions = QHBoxLayout()
        self._arrange()
        self.hide()

    def show_problem(
        self, title: str, message: str, *, details: tuple[str, ...] = (), tone: str = "danger"
    ) -> None:
        """Say what happened and what to do."""
        message = as_sentences(message)
        self._sign.show_sign(_SIGNS.get(tone, Sign.INFO), tone)
        self.title.say(title)
        self.message.say(message)
        self.details.setText(as_sentences("\n".join(details)))
        self.details_button.setVisible(bool(details))
        self.details_button.setChecked(False)
        self.details.hide()
        self.edge(tone if tone != "quiet_text" else "line")
        self.setAccessibleName(f"{title}. {message}")
        self.show()

    def add_action(self, button: QPushButton) -> None:
        """A button below the message, before "Details"."""
        self._actions.insertWidget(self._actions.count() - 2, button)

    def _arrange(self) -> None:
        texts = QVBoxLayout()
        texts.addWidget(self.title)
        texts.addWidget(self.message)
        texts.addWidget(self.details)
        self._actions.addWidget(self.details_button)
        self._actions.addStretch(1)
        texts.addLayout(self._actions)
        row = QHBoxLayout()
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        self.column.addLayout(row)


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
        text = as_sentences(text)
        self.text.setText(text)
        self.edge(edge)
        self.setAccessibleName(text)
        self.show()

    @Slot()
    def _undo(self) -> None:
        self.hide()
        self.undo_requested.emit()
