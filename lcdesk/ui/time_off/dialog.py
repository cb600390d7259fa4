"""Add or edit time off: who, which days, a part of one, what for; and what is booked then."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.people import HoursBlock
from lcdesk.model.domain.time_off import TimeOff
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.look.metrics import grow
from lcdesk.ui.time_off.time_off_model import TimeOffModel
from lcdesk.ui.widgets.date_field import DateField, TimeField
from lcdesk.ui.widgets.labels import Look, Text, quiet
from lcdesk.ui.widgets.parts import (
    accept_or_cancel,
    align_labels,
    check,
    form_of_fields,
    heading_font,
    radio,
    set_name,
)
from lcdesk.ui.wording.labels import tr, with_number
from lcdesk.ui.wording.messages import worded

_MEMBER = Qt.ItemDataRole.UserRole
_NINE, _NOON = 9 * 60, 12 * 60
_NAMED = 4  # appointments that are named; the others are counted


class TimeOffDialog(QDialog):
    """What is entered goes to the model; `saved` is its number then."""

    def __init__(
        self, model: TimeOffModel, value: TimeOff, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("time_off_dialog")
        self.setWindowTitle(tr("Edit time off") if value.id else tr("Add time off"))
        self.saved = 0
        self._model = model
        self._value = value
        self._look = look
        self._make_fields()
        self._arrange()
        self._fill(value)
        look.appearance.changed.connect(self._dress)
        model.refused.connect(self._tell)
        self._connect_fields()
        self._show_choices()
        self._title.setFocus()

    def _make_fields(self) -> None:
        palette, locale = self._look.appearance.palette, self._model.locale
        self._title = set_name(QLineEdit(), "time_off_title")
        self._title.setPlaceholderText(tr("What for? For example: Summer holiday"))
        self._title.setAccessibleName(tr("Title"))
        self._title.setFont(heading_font(self, 1.2))
        self._all = radio(tr("The whole business is closed"), "time_off_all")
        self._some = radio(tr("Only these are away:"), "time_off_some")
        self._staff = set_name(QListWidget(), "time_off_staff")
        self._staff.setAccessibleName(tr("Who is away"))
        for member in self._model.staff:
            item = QListWidgetItem(as_line(member.name))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(_MEMBER, member.id)
            self._staff.addItem(item)
        rows = min(max(self._staff.count(), 2), 5)
        self._staff.setFixedHeight(round(rows * self.fontMetrics().height() * 1.9) + 8)
        icons, first = self._look.icons, locale.first_weekday
        self._first = set_name(DateField(palette, icons, first_weekday=first), "time_off_first")
        self._last = set_name(DateField(palette, icons, first_weekday=first), "time_off_last")
        self._part = check(tr("Only a part of the day"), "time_off_part")
        self._start = TimeField("time_off_start", locale)
        self._end = TimeField("time_off_end", locale)
        self._way = quiet(self._look)
        self._way.setObjectName("time_off_way")
        self._problem = Text(self._look, tone="danger")
        self._problem.setObjectName("time_off_problem")
        self._problem.hide()

    def _arrange(self) -> None:
        who = QVBoxLayout()
        who.setSpacing(4)
        for widget in (self._all, self._some, self._staff):
            who.addWidget(widget)
        times = QHBoxLayout()
        times.setSpacing(8)
        for field in (self._start, self._end):
            times.addWidget(field, 1)
        form = form_of_fields()
        form.addRow(tr("Who"), who)
        form.addRow(tr("First day"), self._first)
        form.addRow(tr("Last day"), self._last)
        form.addRow("", self._part)
        form.addRow(tr("From, to"), times)
        align_labels(form)
        self._form = form
        self._times = times
        save = set_name(QPushButton(tr("Save")), "time_off_save")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addLayout(form)
        column.addWidget(quiet(self._look, tr("Time off stays in lcdesk, the title too.")))
        column.addWidget(self._way)
        column.addWidget(self._problem)
        column.addStretch(1)
        column.addWidget(accept_or_cancel(self, save))
        self.setMinimumWidth(grow(self.font(), 460))

    def _fill(self, value: TimeOff) -> None:
        self._title.setText(value.title)
        (self._all if value.is_for_all else self._some).setChecked(True)
        for item in self._items():
            is_away = item.data(_MEMBER) in value.staff
            item.setCheckState(Qt.CheckState.Checked if is_away else Qt.CheckState.Unchecked)
        self._first.show_day(value.first)
        self._last.show_day(value.last)
        start, end = (_NINE, _NOON) if value.part is None else value.minutes
        self._part.setChecked(value.part is not None)
        self._start.show_minute(start)
        self._end.show_minute(end)

    def _connect_fields(self) -> None:
        self._first.dateChanged.connect(self._follow_first)
        self._last.dateChanged.connect(self._show_choices)
        self._part.toggled.connect(self._show_choices)
        self._all.toggled.connect(self._show_choices)
        self._staff.itemChanged.connect(self._show_choices)
        self._start.timeChanged.connect(self._show_choices)
        self._end.timeChanged.connect(self._show_choices)

    def _items(self) -> list[QListWidgetItem]:
        return [self._staff.item(at) for at in range(self._staff.count())]

    def _read_form(self) -> TimeOff:
        """What stands in the fields. Raises InvalidInput."""
        checked = [item for item in self._items() if item.checkState() is Qt.CheckState.Checked]
        staff = () if self._all.isChecked() else tuple(item.data(_MEMBER) for item in checked)
        if not staff and not self._all.isChecked():
            raise InvalidInput(tr("Tick who is away, or say that the whole business is closed."))
        first = self._first.day
        has_part = self._part.isChecked()
        return TimeOff(
            self._value.id,
            first,
            first if has_part else self._last.day,
            self._title.text(),
            staff,
            HoursBlock(self._start.minute, self._end.minute or 24 * 60) if has_part else None,
        )

    @Slot(QDate)
    def _follow_first(self, first: QDate) -> None:
        """The last day never lies before the first."""
        if self._last.date() < first:
            self._last.setDate(first)
        self._show_choices()

    @Slot()
    def _show_choices(self) -> None:
        """Only the fields that mean something, and what is booked in the time they say."""
        self._staff.setEnabled(self._some.isChecked())
        has_part = self._part.isChecked()
        self._last.setEnabled(not has_part)
        self._start.setEnabled(has_part)
        self._end.setEnabled(has_part)
        self._problem.hide()
        self._way.say(self._way_text())

    def _way_text(self) -> str:
        try:
            rows = self._model.in_the_way(self._read_form())
        except InvalidInput:
            return ""
        if not rows:
            return ""
        text = with_number(
            len(rows),
            "{n} appointment is booked then and stays. It is listed on the page, to be moved "
            "or given to others:",
            "{n} appointments are booked then and stay. They are listed on the page, to be moved "
            "or given to others:",
        )
        named = [row.text for row in rows[:_NAMED]]
        more = len(rows) - len(named)
        named += [with_number(more, "{n} more", "{n} more")] if more else []
        return "\n".join((text, *named))

    @Slot()
    def _dress(self) -> None:
        palette = self._look.appearance.palette
        self._first.restyle(palette)
        self._last.restyle(palette)

    @Slot(str)
    def _tell(self, text: str) -> None:
        self._problem.say(text)

    # --- Qt ---------------------------------------------------------------------------------

    def accept(self) -> None:
        try:
            value = self._read_form()
        except InvalidInput as error:
            self._tell(worded(error.message))
            return
        self.saved = self._model.save(value)
        if self.saved:
            super().accept()
