"""Parts of the booking dialog: what the rules say to the time, what is booked of a service."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.booking.draft_model import Answer, OptionRow, ServiceChoice
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.metrics import TARGET
from lcdesk.ui.widgets.parts import heading_font, plain_label, set_name


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
        self._next = set_name(QPushButton(self.tr("Next open time")), "booking_next_open")
        self._next.setAutoDefault(False)
        self._next.clicked.connect(self.next_requested)
        head = QHBoxLayout()
        head.addWidget(self._headline, 1)
        head.addWidget(self._next)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addLayout(head)
        words.addWidget(self._reasons)  # why not comes before what else there is to know
        words.addWidget(self._who)
        words.addWidget(self._details)
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
        mark = "• " if len(answer.reasons) > 1 else ""
        lines = [f"{mark}{reason}" for reason in answer.reasons]
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


_COLUMNS = 2


class ServiceBox(QObject):
    """Two rows of the booking dialog's form; each is there only where there is a choice."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._variation = set_name(QComboBox(), "booking_variation")
        self._variation.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._add_ons = set_name(QWidget(), "booking_add_ons")
        self._grid = QGridLayout(self._add_ons)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._boxes: dict[str, QCheckBox] = {}
        self._offered: tuple[tuple[OptionRow, ...], tuple[OptionRow, ...]] = ((), ())
        self._form: QFormLayout | None = None
        self._variation.activated.connect(self._say)

    def add_to(self, form: QFormLayout) -> None:
        """Put the rows at the form's end."""
        self._form = form
        form.addRow(self.tr("Service"), self._variation)
        form.addRow(self.tr("Add-ons"), self._add_ons)
        self._add_ons.setAccessibleName(self.tr("Add-ons"))
        self._show_rows()

    def offer(self, variations: tuple[OptionRow, ...], add_ons: tuple[OptionRow, ...]) -> None:
        """Show these; nothing is built anew while they are the same."""
        if (variations, add_ons) == self._offered:
            return
        self._offered = (variations, add_ons)
        self._variation.clear()
        for option_row in variations:
            self._variation.addItem(option_row.text, option_row.name)
        for box in self._boxes.values():
            box.hide()
            box.deleteLater()
        self._boxes = {option_row.name: self._box(option_row) for option_row in add_ons}
        for at, box in enumerate(self._boxes.values()):
            self._grid.addWidget(box, at // _COLUMNS, at % _COLUMNS)
        self._show_rows()

    def show_choice(self, choice: ServiceChoice) -> None:
        """Tick what was chosen."""
        self._variation.setCurrentIndex(max(0, self._variation.findData(choice.variation)))
        for name, box in self._boxes.items():
            box.setChecked(name in choice.add_ons)

    @property
    def choice(self) -> ServiceChoice:
        """What is chosen."""
        ticked = tuple(name for name, box in self._boxes.items() if box.isChecked())
        return ServiceChoice(self._variation.currentData() or "", ticked)

    def _box(self, row: OptionRow) -> QCheckBox:
        box = set_name(QCheckBox(row.text), f"add_on_{row.name}")
        box.setMinimumHeight(TARGET)
        box.clicked.connect(self._say)
        return box

    def _show_rows(self) -> None:
        if self._form is not None:
            self._form.setRowVisible(self._variation, bool(self._offered[0]))
            self._form.setRowVisible(self._add_ons, bool(self._offered[1]))

    @Slot()
    def _say(self) -> None:
        self.changed.emit()
