"""Whether and how a booking recurs, with what happens to each date before anything is saved.

The choice stands in the booking dialog's form (`every`); all the rest is a column beside it, so
that the dialog grows wider and not higher.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from lcdesk.model.booking.recurring import FEWEST, MOST
from lcdesk.model.domain.calendars import Every, WhenTaken
from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.metrics import grown
from lcdesk.ui.look.palette import Palette, ink
from lcdesk.ui.series.booking_repeat_model import DateRow, RepeatModel, Repetition
from lcdesk.ui.series.fields import SeriesFields
from lcdesk.ui.widgets.parts import TIME_MARGINS, heading_font, named, plain_label

_WIDTH = 320


class RepeatBox(QFrame):
    """Shows a RepeatModel and says how the person wants the booking to recur."""

    changed = Signal()
    folded = Signal()  # its room is free again

    def __init__(
        self,
        model: RepeatModel,
        palette: Palette,
        icons: Icons,
        locale: LocaleFormat,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("booking_repeat_box")
        self._model = model
        self._palette = palette
        self._make_fields(icons, locale)
        self._arrange()
        self.every.activated.connect(self._choose_every)
        self._when_taken.activated.connect(self.changed)
        self._times.valueChanged.connect(self.changed)
        self._series.changed.connect(self.changed)
        model.changed.connect(self.refresh)

    @property
    def repetition(self) -> Repetition:
        """What is picked now."""
        text = self.every.currentData()  # Qt hands a StrEnum back as a plain text
        every = Every(text) if text else None
        return Repetition(
            every,
            self._times.value(),
            WhenTaken(self._when_taken.currentData()),
            self._series.pattern if every and self._model.is_by_hand else None,
        )

    def show_repetition(self, repetition: Repetition) -> None:
        """Bring the fields in line."""
        first = self._model.first_day
        if first is not None:
            self._series.show_first(first)
        if self._offers_next != (not self._model.is_by_hand):
            self._offer_choices()
        if repetition != self.repetition:
            self._times.blockSignals(True)
            self.every.setCurrentIndex(self.every.findData(str(repetition.every or "")))
            self._times.setValue(repetition.times)
            at = self._when_taken.findData(str(repetition.when_taken))
            self._when_taken.setCurrentIndex(max(at, 0))
            self._times.blockSignals(False)
        self._show_parts()

    def dress(self, palette: Palette) -> None:
        """Colours of the palette in force."""
        self._palette = palette
        self._series.dress(palette)
        quiet = f"color: {palette.quiet_text};"
        self._summary.setStyleSheet(quiet)
        self.setStyleSheet(
            f"#booking_repeat_box {{ background: {palette.panel}; border: 1px solid {palette.line};"
            f" border-radius: 8px; }}"
        )
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the dates as far as they are known."""
        self._title.setText(self._model.title())
        self._summary.setText(self._model.summary())
        rows = self._model.rows()
        self._list.clear()
        for row in rows:
            self._list.addItem(self._item(row))
        self._show_parts()

    def _make_fields(self, icons: Icons, locale: LocaleFormat) -> None:
        self.every = named(QComboBox(), "booking_every")
        for text, every in (
            (self.tr("Never"), ""),
            (self.tr("Daily"), Every.DAY),
            (self.tr("Weekly"), Every.WEEK),
            (self.tr("Monthly"), Every.MONTH),
        ):
            self.every.addItem(text, str(every))
        self._title = plain_label(name="booking_repeat_title", wraps=True)
        self._title.setFont(heading_font(self, 1.0))
        self._times = named(QSpinBox(), "booking_times")
        self._times.setAccessibleName(self.tr("How often"))
        self._times.setRange(FEWEST, MOST)
        self._times.setSuffix(self.tr(" times"))
        self._times.lineEdit().setTextMargins(*TIME_MARGINS)
        self._series = SeriesFields(self._palette, icons, locale)
        self._when_taken = named(QComboBox(), "booking_when_taken")
        self._when_taken.setAccessibleName(self.tr("Dates that are not open"))
        self._offers_next = False
        self._offer_choices()
        self._summary = plain_label(name="booking_dates_summary", wraps=True)
        self._list = named(QListWidget(), "booking_dates")
        self._list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Dates"))

    def _offer_choices(self) -> None:
        """A series by hand has no "next open time": its dates would be no series any more."""
        self._offers_next = not self._model.is_by_hand
        self._when_taken.clear()
        for text, choice in (
            (self.tr("Leave taken dates out"), WhenTaken.SKIP),
            (self.tr("Book taken dates anyway"), WhenTaken.BOOK_ANYWAY),
            (self.tr("Move taken dates to the next open time"), WhenTaken.NEXT),
        ):
            if choice is not WhenTaken.NEXT or self._offers_next:
                self._when_taken.addItem(text, str(choice))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._series)
        column.addWidget(self._times)
        column.addWidget(self._when_taken)
        column.addWidget(self._summary)
        column.addWidget(self._list, 1)
        self.setFixedWidth(grown(self.font(), _WIDTH))
        self._show_parts()

    @Slot()
    def _choose_every(self) -> None:
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        every = self.every.currentData()
        if every:
            self._series.show_every(Every(every))
        self._series.setVisible(self._model.is_by_hand)
        self._times.setVisible(not self._model.is_by_hand)
        was_hidden = self.isHidden()
        self.setVisible(bool(every) and self._model.is_offered)
        if self.isHidden() and not was_hidden:
            self.folded.emit()

    def _item(self, row: DateRow) -> QListWidgetItem:
        item = QListWidgetItem(f"{row.text}\n    {row.note}" if row.note else row.text)
        item.setToolTip(as_typed(item.text()))
        if not row.is_as_wanted:
            tint = self._palette.warning if row.is_booked else self._palette.quiet_text
            item.setForeground(ink(tint))
        return item
