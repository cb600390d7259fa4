"""Whether and how a booking recurs, with what happens to each date before anything is saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from lcdesk.model.booking.recurring import FEWEST, MOST
from lcdesk.model.domain.calendars import Every, WhenTaken
from lcdesk.ui.dialogs.parts import TIME_MARGINS, named, plain_label
from lcdesk.ui.look.palette import Palette, ink
from lcdesk.ui.viewmodels.booking_repeat import DateRow, RepeatModel, Repetition

_ROWS = 6  # of the list that are seen at once


class RepeatBox(QWidget):
    """Shows a RepeatModel and says how the person wants the booking to recur."""

    changed = Signal()

    def __init__(self, model: RepeatModel, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("booking_repeat_box")
        self._model = model
        self._palette = palette
        self._make_fields()
        self._arrange()
        self._every.activated.connect(self.changed)
        self._when_taken.activated.connect(self.changed)
        self._times.valueChanged.connect(self.changed)
        model.changed.connect(self.refresh)

    @property
    def repetition(self) -> Repetition:
        """What is picked now."""
        every = self._every.currentData()  # Qt hands a StrEnum back as a plain text
        return Repetition(
            Every(every) if every else None,
            self._times.value(),
            WhenTaken(self._when_taken.currentData()),
        )

    def show_repetition(self, repetition: Repetition) -> None:
        """Bring the fields in line."""
        if repetition != self.repetition:
            self._times.blockSignals(True)
            self._every.setCurrentIndex(self._every.findData(str(repetition.every or "")))
            self._times.setValue(repetition.times)
            self._when_taken.setCurrentIndex(self._when_taken.findData(str(repetition.when_taken)))
            self._times.blockSignals(False)
        self._show_parts()

    def dress(self, palette: Palette) -> None:
        """Colours of the palette in force."""
        self._palette = palette
        self._summary.setStyleSheet(f"color: {palette.quiet_text};")
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the dates as far as they are known."""
        self._summary.setText(self._model.summary())
        rows = self._model.rows()
        self._list.clear()
        for row in rows:
            self._list.addItem(self._item(row))
        self._show_parts()

    def _make_fields(self) -> None:
        self._every = named(QComboBox(), "booking_every")
        for text, every in (
            (self.tr("Never"), ""),
            (self.tr("Daily"), Every.DAY),
            (self.tr("Weekly"), Every.WEEK),
            (self.tr("Monthly"), Every.MONTH),
        ):
            self._every.addItem(text, str(every))
        self._times = named(QSpinBox(), "booking_times")
        self._times.setRange(FEWEST, MOST)
        self._times.setSuffix(self.tr(" times"))
        self._times.lineEdit().setTextMargins(*TIME_MARGINS)
        self._when_taken = named(QComboBox(), "booking_when_taken")
        for text, choice in (
            (self.tr("leave taken dates out"), WhenTaken.SKIP),
            (self.tr("book taken dates anyway"), WhenTaken.BOOK_ANYWAY),
            (self.tr("move taken dates to the next open time"), WhenTaken.NEXT),
        ):
            self._when_taken.addItem(text, str(choice))
        self._summary = plain_label(name="booking_dates_summary")
        self._list = named(QListWidget(), "booking_dates")
        self._list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Dates"))
        self._list.setFixedHeight((self.fontMetrics().lineSpacing() + 6) * _ROWS)

    def _arrange(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(8)
        fields.addWidget(self._every)
        fields.addWidget(self._times)
        fields.addWidget(self._when_taken, 1)
        fields.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(fields)
        column.addWidget(self._summary)
        column.addWidget(self._list)
        self._show_parts()

    def _show_parts(self) -> None:
        recurs = bool(self._every.currentData())
        for part in (self._times, self._when_taken, self._summary, self._list):
            part.setVisible(recurs)

    def _item(self, row: DateRow) -> QListWidgetItem:
        item = QListWidgetItem(f"{row.text}\n    {row.note}" if row.note else row.text)
        item.setToolTip(item.text())
        if not row.is_as_wanted:
            tint = self._palette.warning if row.is_booked else self._palette.quiet_text
            item.setForeground(ink(tint))
        return item
