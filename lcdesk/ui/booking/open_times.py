"""A strip of days with their open times, and the next ones: a click picks one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from lcdesk.ui.booking.open_times_model import SHOWN, NextSlot, OpenAhead, StripDay
from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.look.palette import Palette
from lcdesk.ui.widgets.parts import plain_label, set_name

_DAYS = 7
_COLUMNS = 3


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
            chips.addWidget(button, at // _COLUMNS, at % _COLUMNS)
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
