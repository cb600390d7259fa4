"""What the rules say to the time in the booking dialog: open, or closed with every reason."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lcdesk.ui.booking.draft_model import Answer
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.palette import Appearance
from lcdesk.ui.widgets.parts import heading_font, named, plain_label


class AnswerBox(QFrame):
    """A green line when the time is open; reasons and a way out when it is not."""

    next_requested = Signal()

    def __init__(self, appearance: Appearance, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("booking_answer")
        self._appearance = appearance
        self._icons = icons
        self._answer: Answer | None = None
        self._sign = QLabel()
        self._headline = plain_label(name="booking_headline")
        self._headline.setFont(heading_font(self, 1.0))
        self._who = plain_label(name="booking_who", wraps=True)
        self._reasons = plain_label(name="booking_reasons", wraps=True)
        self._details = plain_label(name="booking_details", wraps=True)
        self._next = named(QPushButton(self.tr("Next open time")), "booking_next_open")
        self._next.setAutoDefault(False)
        self._next.clicked.connect(self.next_requested)
        head = QHBoxLayout()
        head.addWidget(self._headline, 1)
        head.addWidget(self._next)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addLayout(head)
        words.addWidget(self._who)
        words.addWidget(self._details)
        words.addWidget(self._reasons)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 10, 9)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        appearance.changed.connect(self._dress)

    def show_answer(self, answer: Answer) -> None:
        """Say this now."""
        self._answer = answer
        self._headline.setText(answer.headline)
        self._who.setText(answer.who)
        self._who.setVisible(bool(answer.who))
        self._details.setText("\n".join(answer.details))
        self._details.setVisible(bool(answer.details))
        lines = [f"• {reason}" for reason in answer.reasons]
        if answer.note:
            lines.append(answer.note)
        self._reasons.setText("\n".join(lines))
        self._reasons.setVisible(bool(lines))
        self._next.setVisible(not answer.is_open)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        if self._answer is None:
            return
        palette = self._appearance.palette
        tint = palette.good if self._answer.is_open else palette.warning
        sign = Sign.SYNCED if self._answer.is_open else Sign.ATTENTION
        self._sign.setPixmap(self._icons.pixmap(sign, tint, 18, self.devicePixelRatioF()))
        self.setStyleSheet(
            f"#booking_answer {{ background: {palette.panel}; border: 1px solid {palette.line};"
            f" border-radius: 8px; }} #booking_headline {{ color: {tint}; }}"
            f"#booking_who, #booking_details {{ color: {palette.quiet_text}; }}"
        )
