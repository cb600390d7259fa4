"""How a booking goes on: how often, on which days, until when."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from lcdesk.model.recurrence.by_hand import LONGEST_INTERVAL, MOST_TIMES
from lcdesk.model.recurrence.rule import Frequency
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.metrics import inset
from lcdesk.ui.look.palette import Palette
from lcdesk.ui.series.dates_model import Repetition
from lcdesk.ui.widgets.date_field import DateField
from lcdesk.ui.widgets.parts import TIME_MARGINS, align_labels, qdate, set_name
from lcdesk.ui.wording.series_words import brief_weekday_name, on_which_days, weekday_name

_WEEK = 7
_SOME_TIMES, _SOME_WEEKS = 6, 12  # to begin with
_NEVER, _UNTIL, _TIMES = "never", "until", "times"


class SeriesFields(QWidget):
    """Shows a Repetition for a first date, and says what the person picks."""

    changed = Signal()

    def __init__(
        self, palette: Palette, icons: Icons, locale: LocaleFormat, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("booking_series_fields")
        self._locale = locale
        self._freq = Frequency.WEEKLY
        self._first = date.min
        self._interval = self._spin("booking_interval", LONGEST_INTERVAL)
        self._weekdays = self._make_weekdays()
        self._month = set_name(QComboBox(), "booking_month_days")
        self._ends = set_name(QComboBox(), "booking_ends")
        for text, key in (
            (self.tr("Never"), _NEVER),
            (self.tr("On a date"), _UNTIL),
            (self.tr("After"), _TIMES),
        ):
            self._ends.addItem(text, key)
        field = DateField(palette, icons, first_weekday=locale.first_weekday)
        self._until = set_name(field, "booking_series_until")
        self._times = self._spin("booking_series_times", MOST_TIMES)
        self._times.setSuffix(self.tr(" times"))
        self._times.setValue(_SOME_TIMES)
        self._arrange()
        self._interval.valueChanged.connect(self._show_unit)
        for spin in (self._interval, self._times):
            spin.valueChanged.connect(self.changed)
        self._month.activated.connect(self.changed)
        self._ends.activated.connect(self._choose_end)
        self._until.dateChanged.connect(self.changed)

    @property
    def repetition(self) -> Repetition:
        """What is picked now, but what becomes of taken dates."""
        ends = self._ends.currentData()
        is_week = self._freq is Frequency.WEEKLY
        chosen = {at for at, button in self._weekdays.items() if button.isChecked()}
        return Repetition(
            self._freq,
            self._interval.value(),
            also=frozenset(chosen - {self._first.weekday()}) if is_week else frozenset(),
            by_weekday=self._freq is Frequency.MONTHLY and bool(self._month.currentData()),
            until=self._until.day if ends == _UNTIL else None,
            times=self._times.value() if ends == _TIMES else None,
        )

    def show_frequency(self, freq: Frequency) -> None:
        """Days, weeks or months."""
        self._freq = freq
        self._show_parts()

    def show_repetition(self, repetition: Repetition) -> None:
        """Bring the fields in line, without saying that anything was picked."""
        self.blockSignals(True)
        self._interval.setValue(repetition.interval)
        for weekday, button in self._weekdays.items():
            button.setChecked(weekday in repetition.also or weekday == self._first.weekday())
        self._month.setCurrentIndex(int(repetition.by_weekday))
        if repetition.until is not None:
            self._until.show_day(repetition.until)
        if repetition.times is not None:
            self._times.setValue(repetition.times)
        end = _TIMES if repetition.times else _UNTIL if repetition.until else _NEVER
        self._ends.setCurrentIndex(self._ends.findData(end))
        self.blockSignals(False)
        self._show_parts()

    def show_first(self, first: date) -> None:
        """The first date's own weekday always belongs to it; an end never lies before it."""
        if first == self._first:
            return
        was = self._first.weekday() if self._first != date.min else None
        self._first = first
        for weekday, button in self._weekdays.items():
            is_own = weekday == first.weekday()
            button.setEnabled(not is_own)
            if is_own or weekday == was:
                button.setChecked(is_own)
        chosen = self._month.currentIndex()
        self._month.clear()
        for by_weekday in (False, True):
            rule = Repetition(Frequency.MONTHLY, by_weekday=by_weekday).rule(first)
            assert rule is not None  # it repeats
            self._month.addItem(on_which_days(rule, self._locale), by_weekday)
        self._month.setCurrentIndex(max(chosen, 0))
        self._until.blockSignals(True)
        self._until.setMinimumDate(qdate(first))
        if was is None:
            self._until.show_day(first + timedelta(days=_SOME_WEEKS * _WEEK))
        self._until.blockSignals(False)

    @Slot()
    def _choose_end(self) -> None:
        self._show_parts()
        self.changed.emit()

    def _make_weekdays(self) -> dict[int, QPushButton]:
        """In the order of the person's week."""
        first = self._locale.first_weekday - 1
        found = {}
        for weekday in (*range(first, _WEEK), *range(first)):
            button = set_name(
                QPushButton(brief_weekday_name(weekday, self._locale)),
                f"booking_weekday_{weekday}",
            )
            button.setAccessibleName(weekday_name(weekday, self._locale))
            button.setToolTip(button.accessibleName())
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(self.changed)
            found[weekday] = button
        return found

    def _arrange(self) -> None:
        days = QWidget()
        row = QHBoxLayout(days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        for button in self._weekdays.values():
            row.addWidget(button, 1)
        end = QHBoxLayout()
        end.setSpacing(8)
        end.addWidget(self._ends)
        end.addWidget(self._until, 1)
        end.addWidget(self._times, 1)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(10)
        self._form.addRow(QLabel(self.tr("Every")), self._interval)
        self._form.addRow(QLabel(self.tr("On")), days)
        self._form.addRow(QLabel(self.tr("Date")), self._month)
        self._form.addRow(QLabel(self.tr("Ends")), end)
        align_labels(self._form)
        self._days = days
        self._show_parts()

    def _show_parts(self) -> None:
        self._show_unit()
        self._form.setRowVisible(self._days, self._freq is Frequency.WEEKLY)
        self._form.setRowVisible(self._month, self._freq is Frequency.MONTHLY)
        self._until.setVisible(self._ends.currentData() == _UNTIL)
        self._times.setVisible(self._ends.currentData() == _TIMES)

    @Slot()
    def _show_unit(self) -> None:
        is_one = self._interval.value() == 1
        units = {
            Frequency.DAILY: self.tr(" day") if is_one else self.tr(" days"),
            Frequency.WEEKLY: self.tr(" week") if is_one else self.tr(" weeks"),
            Frequency.MONTHLY: self.tr(" month") if is_one else self.tr(" months"),
        }
        self._interval.setSuffix(units[self._freq])

    def dress(self, palette: Palette) -> None:
        """Colours of the palette in force."""
        self._until.restyle(palette)
        self.setStyleSheet(
            "QPushButton { padding: 3px 0; min-width: 0; }"
            f"QPushButton:checked {{ background: {palette.accent_soft};"
            f" border-color: {palette.accent}; color: {palette.text}; }}"
        )

    def _spin(self, name: str, most: int) -> QSpinBox:
        spin = set_name(QSpinBox(), name)
        spin.setRange(1, most)
        spin.lineEdit().setTextMargins(inset(*TIME_MARGINS))
        return spin
