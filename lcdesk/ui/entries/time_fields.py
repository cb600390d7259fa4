"""Date, start and end of an entry in the editing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFormLayout, QHBoxLayout

from lcdesk.model.domain.zones import at_wall, at_wall_or_jump, local_day, wall_minute
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.widgets.date_field import DateField, TimeField
from lcdesk.ui.widgets.parts import (
    plain_label,
    set_name,
)

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class EditedTime:
    """When it begins (UTC), and how long it lasts."""

    start: datetime
    length: timedelta

    @property
    def end(self) -> datetime:
        """When it ends (UTC)."""
        return self.start + self.length

    def begin(self, day: date, minute: int, tz: ZoneInfo) -> EditedTime:
        """The same length from then on the wall clock."""
        return replace(self, start=at_wall(day, minute, tz))

    def last_until(self, minute: int, tz: ZoneInfo) -> EditedTime:
        """To this time of day; where that is not after the start, of the day after."""
        day = local_day(self.start, tz)
        if minute <= wall_minute(self.start, tz):
            day += A_DAY
        end = at_wall_or_jump(day, minute, tz)
        if end <= self.start:  # it begins in the second pass of a doubled hour
            end = at_wall_or_jump(day, minute, tz, fold=1)
        return replace(self, length=end - self.start)


class TimeFields(QObject):
    """Two rows of a form. `time` is what stands in them; times of day are those of `tz`."""

    edited = Signal()

    def __init__(
        self,
        time: EditedTime,
        tz: ZoneInfo,
        locale: LocaleFormat,
        *,
        appearance: Appearance,
        icons: Icons,
        has_end: bool = True,
    ) -> None:
        """Without `has_end` only the start can be changed; so it is with more than a day."""
        super().__init__()
        self.time = self._before = time
        self._tz = tz
        self._locale = locale
        self._appearance = appearance
        self._has_end = has_end and time.length < A_DAY
        field = DateField(appearance.palette, icons, first_weekday=locale.first_weekday)
        self._day = set_name(field, "edit_day")
        self._start = TimeField("edit_start", locale)
        self._end = TimeField("edit_end", locale)
        self._end_note = plain_label(name="edit_end_note", wraps=True)
        self._show()
        self._dress()
        appearance.changed.connect(self._dress)
        self._day.dateChanged.connect(self._take_start)
        self._start.timeChanged.connect(self._take_start)
        self._end.timeChanged.connect(self._take_end)

    @property
    def is_edited(self) -> bool:
        """Whether another time stands in them than at first."""
        return self.time != self._before

    def add_to(self, form: QFormLayout) -> None:
        """The rows, below what the form has."""
        begin, end = QHBoxLayout(), QHBoxLayout()
        begin.addWidget(self._day, 2)
        begin.addWidget(self._start, 1)
        end.addWidget(self._end, 1)
        end.addWidget(self._end_note, 2)
        form.addRow(self.tr("When"), begin)
        if self._has_end:
            form.addRow(self.tr("Until"), end)

    def _show(self) -> None:
        time, tz = self.time, self._tz
        first, last = local_day(time.start, tz), local_day(time.end, tz)
        fields = (self._day, self._start, self._end)
        for field in fields:
            field.blockSignals(True)
        self._day.show_day(first)
        self._start.show_minute(wall_minute(time.start, tz))
        self._end.show_minute(wall_minute(time.end, tz))
        for field in fields:
            field.blockSignals(False)
        note = self.tr("until {day}").format(day=self._locale.day(last))
        self._end_note.setText("" if first == last else note)

    @Slot()
    def _take_start(self) -> None:
        self._take(self.time.begin(self._day.day, self._start.minute, self._tz))

    @Slot()
    def _take_end(self) -> None:
        self._take(self.time.last_until(self._end.minute, self._tz))

    def _take(self, time: EditedTime) -> None:
        self.time = time
        self._show()
        self.edited.emit()

    @Slot()
    def _dress(self) -> None:
        palette = self._appearance.palette
        self._end_note.setStyleSheet(f"color: {palette.quiet_text};")
        self._day.restyle(palette)
