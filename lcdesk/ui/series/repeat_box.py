"""Whether and how a booking repeats, with what happens to each date before anything is saved.

The choice stands in the booking dialog's form (`every`); all the rest is a column beside it, so
that the dialog grows wider and not higher.

Let an appointment repeat: the rule, and every later date before it is booked.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lcdesk.model.domain.calendars import WhenTaken
from lcdesk.model.recurrence.rule import Frequency
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.as_typed import as_typed
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.metrics import grow
from lcdesk.ui.look.palette import Palette, ink
from lcdesk.ui.series.dates_model import DateRow, DatesModel, Repetition
from lcdesk.ui.series.fields import SeriesFields
from lcdesk.ui.series.repeat_dialog_model import RepeatDialogModel
from lcdesk.ui.widgets.parts import (
    accept_or_cancel,
    align_labels,
    busy_cursor,
    heading_font,
    plain_label,
    set_name,
)
from lcdesk.ui.wording.series_words import when_taken_words

_WIDTH = 320


class RepeatBox(QFrame):
    """Shows a DatesModel and says how the person wants the booking to repeat."""

    changed = Signal()
    folded = Signal()  # its room is free again

    def __init__(
        self,
        model: DatesModel,
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
        self._series.changed.connect(self.changed)
        model.changed.connect(self.refresh)

    @property
    def repetition(self) -> Repetition:
        """What is picked now."""
        picked = self.every.currentData()
        return replace(
            self._series.repetition,
            freq=Frequency[picked] if picked else None,
            # Qt hands a StrEnum back as a plain text.
            when_taken=WhenTaken(self._when_taken.currentData()),
        )

    def show_repetition(self, repetition: Repetition) -> None:
        """Bring the fields in line."""
        first = self._model.first_day
        if first is not None:
            self._series.show_first(first)
        if self._offers_next != self._model.may_move_dates:
            self._offer_choices()
        if repetition != self.repetition:
            name = "" if repetition.freq is None else repetition.freq.name
            self.every.setCurrentIndex(self.every.findData(name))
            self._series.show_repetition(repetition)
            at = self._when_taken.findData(str(repetition.when_taken))
            self._when_taken.setCurrentIndex(max(at, 0))
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
        self.every = set_name(QComboBox(), "booking_every")
        self.every.addItem(self.tr("Never"), "")
        for text, freq in (
            (self.tr("Daily"), Frequency.DAILY),
            (self.tr("Weekly"), Frequency.WEEKLY),
            (self.tr("Monthly"), Frequency.MONTHLY),
        ):
            self.every.addItem(text, freq.name)
        self._title = plain_label(name="booking_repeat_title", wraps=True)
        self._title.setFont(heading_font(self, 1.0))
        self._series = SeriesFields(self._palette, icons, locale)
        self._when_taken = set_name(QComboBox(), "booking_when_taken")
        self._when_taken.setAccessibleName(self.tr("Dates that are not open"))
        self._offers_next = False
        self._offer_choices()
        self._summary = plain_label(name="booking_dates_summary", wraps=True)
        self._list = set_name(QListWidget(), "booking_dates")
        self._list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("Dates"))

    def _offer_choices(self) -> None:
        """ "The next open time" is there for calendars that propose a rule (may_move_dates)."""
        self._offers_next = self._model.may_move_dates
        self._when_taken.clear()
        for choice in WhenTaken:
            if choice is not WhenTaken.NEXT or self._offers_next:
                self._when_taken.addItem(when_taken_words(choice), str(choice))

    def _arrange(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._series)
        column.addWidget(self._when_taken)
        column.addWidget(self._summary)
        column.addWidget(self._list, 1)
        self.setFixedWidth(grow(self.font(), _WIDTH))
        self._show_parts()

    @Slot()
    def _choose_every(self) -> None:
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        picked = self.every.currentData()
        if picked:
            self._series.show_frequency(Frequency[picked])
        # A layout without this gives wrapped lines their room from the fields above them.
        self.setMinimumHeight(max(0, self._column.totalMinimumHeightForWidth(self.width())))
        was_hidden = self.isHidden()
        self.setVisible(bool(picked) and self._model.is_offered)
        if self.isHidden() and not was_hidden:
            self.folded.emit()

    def _item(self, row: DateRow) -> QListWidgetItem:
        item = QListWidgetItem(f"{row.text}\n    {row.note}" if row.note else row.text)
        item.setToolTip(as_typed(item.text()))
        if not row.is_as_wanted:
            tint = self._palette.warning if row.is_booked else self._palette.quiet_text
            item.setForeground(ink(tint))
        return item


class RepeatDialog(QDialog):
    """Shows a RepeatDialogModel and hands it the rule that is picked; the model books."""

    def __init__(
        self,
        model: RepeatDialogModel,
        appearance: Appearance,
        icons: Icons,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("repeat_dialog")
        self.setWindowTitle(self.tr("Repeat appointment"))
        self._model = model
        self._appearance = appearance
        self._make(icons)
        self._arrange()
        self._repeat.changed.connect(self._choose)
        model.changed.connect(self._show)
        model.dates.changed.connect(self._show_button)
        model.refused.connect(self._tell)
        appearance.changed.connect(self._dress)
        self._dress()
        self._show()
        self._repeat.every.setFocus()

    def _make(self, icons: Icons) -> None:
        palette, locale = self._appearance.palette, self._model.locale
        self._name = plain_label(self._model.name, "repeat_name", wraps=True)
        self._name.setFont(heading_font(self, 1.2))
        self._when = plain_label(name="repeat_when", wraps=True)
        self._repeat = RepeatBox(self._model.dates, palette, icons, locale)
        self._repeat.every.removeItem(self._repeat.every.findData(""))  # never is Cancel
        self._problem = plain_label(name="repeat_problem", wraps=True)
        self._save = set_name(QPushButton(), "repeat_save")
        self._buttons = accept_or_cancel(self, self._save)
        cancel = self._buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setObjectName("repeat_cancel")

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(12)
        form.addRow(self.tr("Repeat"), self._repeat.every)
        align_labels(form)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self._name)
        column.addWidget(self._when)
        column.addLayout(form)
        column.addWidget(self._repeat, 1)
        column.addWidget(self._problem)
        column.addWidget(self._buttons)

    @Slot()
    def _choose(self) -> None:
        self._model.choose(self._repeat.repetition)

    @Slot()
    def _show(self) -> None:
        self._when.setText(self._model.when)
        self._repeat.show_repetition(self._model.repetition)
        self._tell(self._model.problem)
        self._show_button()

    @Slot()
    def _show_button(self) -> None:
        self._save.setText(self._model.button)
        self._save.setEnabled(self._model.can_save)

    @Slot(str)
    def _tell(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    @Slot()
    def _dress(self) -> None:
        palette = self._appearance.palette
        self._when.setStyleSheet(f"color: {palette.quiet_text};")
        self._problem.setStyleSheet(f"color: {palette.danger};")
        self._repeat.dress(palette)

    # --- Qt ---------------------------------------------------------------------------------

    def accept(self) -> None:
        if not self._save.isEnabled():
            return
        with busy_cursor():
            is_booked = self._model.save()
        if is_booked:
            super().accept()
