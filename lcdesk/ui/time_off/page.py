"""Settings > Time off: what is to come by date, what stands in the way, public holidays."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from lcdesk.model.domain.time_off import TimeOff
from lcdesk.ui.time_off.dialog import TimeOffDialog
from lcdesk.ui.time_off.holidays_part import HolidaysPart
from lcdesk.ui.time_off.time_off_model import TimeOffModel, TimeOffRow
from lcdesk.ui.widgets.labels import Look, Text, heading, quiet
from lcdesk.ui.widgets.page import Page, open_over
from lcdesk.ui.widgets.parts import check, set_name
from lcdesk.ui.wording.labels import tr

_ID = Qt.ItemDataRole.UserRole
_DAYS, _WHO, _TITLE, _BOOKED = range(4)
_FEW_LINES, _LINES = 3, 8  # of the list; it scrolls behind them


class TimeOffPage(Page):
    """The list with its buttons; below it what is booked in the chosen time."""

    shown_in_week = Signal(date, str)  # day, entry id
    editing_asked = Signal(date, str)

    def __init__(self, look: Look, model: TimeOffModel, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Time off"), parent)
        self.setObjectName("time_off_page")
        self.model = model
        self.column.addWidget(
            quiet(
                look,
                tr("Nobody is booked while away or closed. What is booked already stays."),
            )
        )
        self._refusal = Text(look, tone="danger")
        self._refusal.setObjectName("time_off_refusal")
        self._refusal.hide()
        self.column.addWidget(self._refusal)
        self._add_list()
        self._add_way()
        self.holidays = HolidaysPart(look, model, self)
        self.column.addWidget(self.holidays)
        model.changed.connect(self._show)
        model.refused.connect(self._refusal.say)
        model.offered.connect(self._forget_refusal)
        self._show()

    def _add_list(self) -> None:
        self.list = set_name(QTreeWidget(), "time_off_list")
        self.list.setAccessibleName(tr("Time off"))
        self.list.setColumnCount(4)
        self.list.setHeaderLabels([tr("Days"), tr("Who"), tr("Title"), tr("Booked then")])
        self.list.setRootIsDecorated(False)
        self.list.setAllColumnsShowFocus(True)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        self.list.setStyleSheet("QTreeWidget::item { padding: 4px 5px; }")
        self.list.itemActivated.connect(self.edit)
        self.list.currentItemChanged.connect(self._show_way)
        self._nothing = quiet(self.look, tr("Nobody has time off. Add a holiday or an absence."))
        self.past = check(tr("Show what is over"), "time_off_past")
        self.past.toggled.connect(self.model.show_past)
        self.add_button = _button(tr("Add…"), "time_off_add", self.add)
        self.edit_button = _button(tr("Edit…"), "time_off_edit", self.edit)
        self.remove_button = _button(tr("Remove"), "time_off_remove", self.remove)
        row = QHBoxLayout()
        for button in (self.add_button, self.edit_button, self.remove_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.past)
        self.column.addWidget(self.list)
        self.column.addWidget(self._nothing)
        self.column.addLayout(row)

    def _add_way(self) -> None:
        """Hidden while nothing stands in the way of the chosen time off."""
        self._way = QWidget()
        part = QHBoxLayout(self._way)
        part.setContentsMargins(0, 0, 0, 0)
        self._way_title = heading(self.look, tr("Booked in this time"), 1.0)
        self.way_list = set_name(QListWidget(), "time_off_way_list")
        self.way_list.setAccessibleName(tr("Booked in this time"))
        self.way_list.itemActivated.connect(self._show_in_week)
        self.open_button = _button(tr("Open"), "time_off_open", self._show_in_week)
        self.reassign_button = _button(tr("Reassign…"), "time_off_reassign", self._ask_editing)
        for button, words in (
            (self.open_button, tr("Shows the appointment in the week")),
            (self.reassign_button, tr("Gives it to somebody else, or to another time")),
        ):
            button.setToolTip(words)
            part.addWidget(button)
        part.addStretch(1)
        self.column.addWidget(self._way_title)
        self.column.addWidget(self.way_list)
        self.column.addWidget(self._way)

    # --- showing ----------------------------------------------------------------------------

    def select(self, number: int) -> None:
        """Choose one in the list."""
        for at in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(at)
            if item is not None and item.data(_DAYS, _ID) == number:
                self.list.setCurrentItem(item)

    @property
    def chosen(self) -> TimeOffRow | None:
        """The row that is selected."""
        item = self.list.currentItem()
        return None if item is None else self.model.row_of(item.data(_DAYS, _ID))

    @Slot()
    def _show(self) -> None:
        chosen = self.list.currentItem()
        before = 0 if chosen is None else chosen.data(_DAYS, _ID)
        self.list.clear()
        for row in self.model.rows:
            booked = str(row.in_the_way) if row.in_the_way else ""
            item = QTreeWidgetItem([row.days, row.who, row.value.title, booked])
            item.setData(_DAYS, _ID, row.value.id)
            item.setToolTip(_TITLE, row.value.title)
            item.setToolTip(_WHO, row.who)
            self.list.addTopLevelItem(item)
        lines = min(max(len(self.model.rows), _FEW_LINES), _LINES)
        self.list.setFixedHeight(round((lines + 1.5) * (self.fontMetrics().height() + 8)) + 8)
        self.list.setVisible(bool(self.model.rows))
        self._nothing.setVisible(not self.model.rows)
        self.select(before)
        if self.list.currentItem() is None and self.model.rows:
            self.select(self.model.rows[0].value.id)
        self._show_way()

    @Slot()
    def _show_way(self) -> None:
        row = self.chosen
        self.edit_button.setEnabled(row is not None)
        self.remove_button.setEnabled(row is not None)
        rows = () if row is None else self.model.in_the_way(row.value)
        self.way_list.clear()
        self.way_list.setFixedHeight(
            round((min(len(rows), _LINES) + 0.5) * (self.fontMetrics().height() + 6)) + 8
        )
        for each in rows:
            item = QListWidgetItem(each.text)
            item.setData(_ID, (each.day, each.entry))
            self.way_list.addItem(item)
        if rows:
            self.way_list.setCurrentRow(0)
        for part in (self._way_title, self.way_list, self._way):
            part.setVisible(bool(rows))

    @Slot()
    def _forget_refusal(self) -> None:
        self._refusal.say("")

    # --- what a person does -----------------------------------------------------------------

    @Slot()
    def add(self) -> None:
        """Ask who is away, and when."""
        self._open(self.model.new())

    @Slot()
    def edit(self) -> None:
        """Change the chosen one."""
        row = self.chosen
        if row is not None:
            self._open(row.value)

    @Slot()
    def remove(self) -> None:
        """Take the chosen one back."""
        row = self.chosen
        if row is not None:
            self.model.remove(row.value.id)

    def _open(self, value: TimeOff) -> None:
        dialog = TimeOffDialog(self.model, value, self.look, self)
        dialog.accepted.connect(partial(self._select_saved, dialog))
        open_over(self, dialog)

    def _select_saved(self, dialog: TimeOffDialog) -> None:
        self.select(dialog.saved)

    @Slot()
    def _show_in_week(self) -> None:
        item = self.way_list.currentItem()
        if item is not None:
            self.shown_in_week.emit(*item.data(_ID))

    @Slot()
    def _ask_editing(self) -> None:
        item = self.way_list.currentItem()
        if item is not None:
            self.editing_asked.emit(*item.data(_ID))

    # --- Qt ---------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        self.model.set_seen(True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.model.set_seen(False)
        super().hideEvent(event)


def _button(text: str, name: str, press: object) -> QPushButton:
    button = set_name(QPushButton(text), name)
    button.setAutoDefault(False)
    button.clicked.connect(press)
    return button
