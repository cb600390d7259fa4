"""Working hours: a weekly pattern, and dates that differ from it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.people import Day, Hours
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.metrics import TARGET, grow
from lcdesk.ui.records.blocks_edit import BlocksEdit, small_button
from lcdesk.ui.widgets.date_field import DateField
from lcdesk.ui.widgets.labels import Look, Text, quiet
from lcdesk.ui.wording.labels import tr
from lcdesk.ui.wording.messages import worded

_A_MONDAY = date(2026, 1, 5)
_ALL = -1


class HoursEditor(QWidget):
    """The whole of somebody's Hours."""

    edited = Signal()

    def __init__(self, look: Look, locale: LocaleFormat, *, today: date) -> None:
        super().__init__()
        self._look = look
        self._locale = locale
        self._today = today
        self._form = locale.time_form
        self._days = [self._blocks(f"weekday_{weekday}") for weekday in range(7)]
        self._dates: list[_DateRow] = []
        self._is_filling = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._week())
        column.addSpacing(8)
        column.addWidget(Text(look, tr("Date-specific hours")))
        column.addWidget(quiet(look, tr("They replace the weekly hours of that date entirely.")))
        self._date_column = QVBoxLayout()
        column.addLayout(self._date_column)
        column.addLayout(self._date_buttons())

    def fill(self, hours: Hours) -> None:
        """Show these hours."""
        self._is_filling = True
        for edit, day in zip(self._days, hours.weekly, strict=True):
            edit.fill(day)
        for row in list(self._dates):
            self._drop(row)
        for special_day in sorted(hours.dates):
            self._append(special_day, hours.dates[special_day])
        self._is_filling = False

    def hours(self) -> Hours:
        """What stands there. Raises InvalidInput with the day's name."""
        mon, tue, wed, thu, fri, sat, sun = (
            self._read(edit, self._locale.long_weekday(_weekday(at)))
            for at, edit in enumerate(self._days)
        )
        dates: dict[date, Day] = {}
        for row in self._dates:
            spoken = self._locale.full_date(row.day)
            if row.day in dates:
                raise InvalidInput(
                    tr("{day} stands there twice.").format(day=spoken), field="hours"
                )
            dates[row.day] = self._read(row.blocks, spoken)
        return Hours((mon, tue, wed, thu, fri, sat, sun), dates)

    def _read(self, edit: BlocksEdit, spoken: str) -> Day:
        try:
            return edit.day()
        except InvalidInput as error:
            raise InvalidInput(
                tr("{day}: {problem}").format(day=spoken, problem=worded(error.message)),
                field="hours",
            ) from error

    # --- the week ---------------------------------------------------------------------------

    def _week(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        first = self._locale.first_weekday - 1
        for row, weekday in enumerate([*range(first, 7), *range(first)]):
            name = Text(self._look, self._locale.weekday(_weekday(weekday)))
            name.setWordWrap(False)
            name.setMinimumHeight(grow(self.font(), TARGET + 4))
            name.setAlignment(Qt.AlignmentFlag.AlignVCenter)
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(name, row, 0, top)
            grid.addWidget(self._days[weekday], row, 1, top)
            grid.addWidget(self._copy_button(weekday), row, 2, top)
        return grid

    def _copy_button(self, weekday: int) -> QWidget:
        spoken = self._locale.long_weekday(_weekday(weekday))
        meant = tr("Copy {day} to other days").format(day=spoken)
        button = small_button(tr("Copy to…"), f"copy_{weekday}", meant, None)
        menu = QMenu(button)
        self._offer(menu, tr("All days"), weekday, _ALL)
        menu.addSeparator()
        for other in range(7):
            if other != weekday:
                self._offer(menu, self._locale.long_weekday(_weekday(other)), weekday, other)
        menu.triggered.connect(self._copy)
        button.setMenu(menu)
        return button

    def _offer(self, menu: QMenu, text: str, source: int, target: int) -> None:
        menu.addAction(text).setData((source, target))

    @Slot(QAction)
    def _copy(self, action: QAction) -> None:
        source, target = action.data()
        try:
            day = self._days[source].day()
        except InvalidInput:
            return  # said under the hours already
        for at, edit in enumerate(self._days):
            if target in (at, _ALL) and at != source:
                edit.fill(day)
        self._say()

    # --- dates ------------------------------------------------------------------------------

    def _date_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, name, slot in (
            (tr("Add hours for a date"), "add_date", self._add_open),
            (tr("Add a closed day"), "add_closed_date", self._add_closed),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        return row

    @Slot()
    def _add_open(self) -> None:
        day = self._free_day()
        self._append(day, self._usual(day))
        self._say()

    @Slot()
    def _add_closed(self) -> None:
        self._append(self._free_day(), ())
        self._say()

    def _usual(self, day: date) -> Day:
        try:
            return self._days[day.weekday()].day()
        except InvalidInput:
            return ()

    def _free_day(self) -> date:
        taken = {row.day for row in self._dates}
        day = self._today + timedelta(days=1)
        while day in taken:
            day += timedelta(days=1)
        return day

    def _append(self, day: date, blocks: Day) -> None:
        row = _DateRow(self._look, self._form, first_weekday=self._locale.first_weekday)
        row.fill(day, blocks)
        row.edited.connect(self._say)
        row.left.connect(self._take_away)
        self._dates.append(row)
        self._date_column.addWidget(row)

    @Slot(QWidget)
    def _take_away(self, row: QWidget) -> None:
        self._drop(row)
        self._say()

    def _drop(self, row: QWidget) -> None:
        self._dates = [date_row for date_row in self._dates if date_row is not row]
        row.hide()
        row.setParent(None)
        row.deleteLater()

    def _blocks(self, name: str) -> BlocksEdit:
        edit = BlocksEdit(self._look, self._form)
        edit.setObjectName(name)
        edit.edited.connect(self._say)
        return edit

    @Slot()
    def _say(self) -> None:
        if not self._is_filling:
            self.edited.emit()


class _DateRow(QWidget):
    """One date and its hours."""

    edited = Signal()
    left = Signal(QWidget)

    def __init__(self, look: Look, form: str, *, first_weekday: int) -> None:
        super().__init__()
        self._look = look
        self._field = DateField(look.appearance.palette, look.icons, first_weekday=first_weekday)
        self._field.setObjectName("date_field")
        look.appearance.changed.connect(self._restyle)
        self._field.setAccessibleName(tr("Date"))
        self.blocks = BlocksEdit(look, form)
        top = Qt.AlignmentFlag.AlignTop
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._field, 0, top)
        row.addWidget(self.blocks, 1, top)
        row.addWidget(
            small_button("×", "remove_date", tr("Take this date away"), self._leave), 0, top
        )

    @property
    def day(self) -> date:
        return self._field.day

    def fill(self, day: date, blocks: Day) -> None:
        """Show them, and tell of changes from now on."""
        self._field.show_day(day)
        self.blocks.fill(blocks)
        self._field.dateChanged.connect(self.edited)
        self.blocks.edited.connect(self.edited)

    @Slot()
    def _restyle(self) -> None:
        self._field.restyle(self._look.appearance.palette)

    @Slot()
    def _leave(self) -> None:
        self.left.emit(self)


def _weekday(number: int) -> date:
    return _A_MONDAY + timedelta(days=number)
