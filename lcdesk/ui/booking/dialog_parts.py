"""Parts of the booking dialog: what the rules say to the time, what is booked of a service.

A strip of days with their open times, and the next ones: a click picks one.
"""

from __future__ import annotations

from datetime import date

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
from lcdesk.ui.booking.open_times_model import SHOWN, NextSlot, OpenAhead, StripDay
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.metrics import TARGET, inset
from lcdesk.ui.look.palette import Palette
from lcdesk.ui.widgets.parts import heading_font, plain_label, set_name


class AnswerBox(QFrame):
    """A green line when the time is open; reasons and a way out when it is not."""

    next_requested = Signal()
    waiting_requested = Signal()

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
        self._wait = set_name(QPushButton(self.tr("Waiting list…")), "booking_wait")
        self._wait.setToolTip(self.tr("Put this contact on the waiting list"))
        self._wait.setAutoDefault(False)
        self._wait.clicked.connect(self.waiting_requested)
        head = QHBoxLayout()
        head.addWidget(self._headline, 1)
        head.addWidget(self._wait)
        head.addWidget(self._next)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addLayout(head)
        words.addWidget(self._reasons)  # why not comes before what else there is to know
        words.addWidget(self._who)
        words.addWidget(self._details)
        row = QHBoxLayout(self)
        row.setContentsMargins(inset(12, 9, 10, 9))
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        appearance.changed.connect(self._dress)

    def show_answer(self, answer: Answer, *, may_wait: bool = False) -> None:
        """Say this now; who `may_wait` can be put on the waiting list."""
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
        self._wait.setVisible(may_wait)
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


_DAYS = 7
_DAY_COLUMNS = 3


class OpenTimesBox(QWidget):
    """Shows what an OpenAhead knows so far; it asks nothing itself."""

    slot_picked = Signal(date, int)  # the day, and the minute of its first open time
    day_picked = Signal(date)  # a day without open times

    def __init__(self, model: OpenAhead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("booking_open_times")
        self._model = model
        self._days = [_day_button(at) for at in range(_DAYS)]
        self._slots = [_slot_button(at) for at in range(SHOWN)]
        self._strip: tuple[StripDay, ...] = ()
        self._next: tuple[NextSlot, ...] = ()
        self._heading = plain_label(name="booking_next_heading")
        self._warning = plain_label(name="booking_warning", wraps=True)
        self._arrange()
        for button in self._days:
            button.clicked.connect(self._pick_day)
        for button in self._slots:
            button.clicked.connect(self._pick_slot)
        model.changed.connect(self.refresh)
        self.refresh()

    def dress(self, palette: Palette) -> None:
        """Colours of the palette in force."""
        tall = self.fontMetrics().lineSpacing() * 3
        wide = max(map(self.fontMetrics().horizontalAdvance, self._model.widest_words()))
        self.setStyleSheet(
            "QPushButton { padding: 3px 2px; min-width: 0; }"
            f"QPushButton[is_day='true'] {{ min-height: {tall}px; min-width: {wide + 2}px; }}"
            f"QPushButton[open_day='false'] {{ color: {palette.faint_text}; }}"
            f"QPushButton:checked {{ background: {palette.accent_soft};"
            f" border-color: {palette.accent}; color: {palette.text}; }}"
            f"#booking_next_heading {{ color: {palette.quiet_text}; }}"
            f"#booking_warning {{ color: {palette.warning}; }}"
        )

    @Slot()
    def refresh(self) -> None:
        """Show what is known now."""
        self._strip, self._next = self._model.strip(), self._model.next_slots()
        for button, day in zip(self._days, self._strip, strict=True):
            _show_day(button, day)
        for at, button in enumerate(self._slots):
            is_known = at < len(self._next)
            button.setText(self._next[at].text if is_known else "")
            button.setAccessibleName("" if is_known else self._model.next_words())
            button.setEnabled(is_known)
            button.setVisible(is_known or not self._model.has_nothing)
        self._heading.setText(self._model.next_words())
        warning = self._model.warning()
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))

    def _arrange(self) -> None:
        strip = QHBoxLayout()
        strip.setSpacing(4)
        for button in self._days:
            strip.addWidget(button, 1)
        chips = QGridLayout()
        chips.setSpacing(4)
        for at, button in enumerate(self._slots):
            chips.addWidget(button, at // _DAY_COLUMNS, at % _DAY_COLUMNS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._warning)
        column.addLayout(strip)
        column.addWidget(self._heading)
        column.addLayout(chips)

    @Slot()
    def _pick_day(self) -> None:
        button = self.sender()
        at = self._days.index(button) if isinstance(button, QPushButton) else 0
        day = self._strip[at]
        if day.first is None:
            self.day_picked.emit(day.day)
        else:
            self.slot_picked.emit(day.day, day.first)
        self.refresh()  # a click on the chosen day must not let go of it

    @Slot()
    def _pick_slot(self) -> None:
        button = self.sender()
        at = self._slots.index(button) if isinstance(button, QPushButton) else 0
        if at < len(self._next):
            self.slot_picked.emit(self._next[at].day, self._next[at].minute)


def _day_button(at: int) -> QPushButton:
    button = set_name(QPushButton(), f"booking_day_{at}")
    button.setCheckable(True)
    button.setAutoDefault(False)
    button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    button.setProperty("is_day", "true")
    return button


def _slot_button(at: int) -> QPushButton:
    button = set_name(QPushButton(), f"booking_slot_{at}")
    button.setAutoDefault(False)
    return button


def _show_day(button: QPushButton, day: StripDay) -> None:
    button.setText(f"{day.heading}\n{day.note}")
    button.setAccessibleName(day.spoken)
    button.setToolTip(as_typed(day.spoken))
    button.setChecked(day.is_chosen)
    button.setEnabled(not day.is_past)
    is_open = "false" if day.count == 0 else "true"
    if button.property("open_day") != is_open:
        button.setProperty("open_day", is_open)
        button.style().unpolish(button)
        button.style().polish(button)
