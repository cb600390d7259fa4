"""Which days are shown, how high an hour is and on whose clock: menus and keys to the models."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from lcdesk.ui.context.view_filter import DayMode
from lcdesk.ui.week.grid.axis import Corner, TimeAxis
from lcdesk.ui.widgets.parts import show_once
from lcdesk.ui.window.agenda_controller import AgendaController
from lcdesk.ui.window.desk_model import WindowModel
from lcdesk.ui.window.header.days_menu import DaysMenu

if TYPE_CHECKING:
    from lcdesk.ui.window.frame import WindowFrame

_ZOOM_STEP = 1.2


class TimeController(QObject):
    """Before days are turned the agenda says which day it has at its top."""

    def __init__(
        self, window: WindowFrame, desk: WindowModel, agenda: AgendaController, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._desk = desk
        self._agenda = agenda
        table = window.actions_table
        table["today"].triggered.connect(self._go_to_today)
        table["back"].triggered.connect(self._step_back)
        table["forward"].triggered.connect(self._step_forward)
        table["go_to_date"].triggered.connect(self._ask_for_date)
        table["second_zone"].triggered.connect(self._ask_for_zone)
        for edge in (*window.grid.findChildren(TimeAxis), *window.grid.findChildren(Corner)):
            edge.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            edge.addAction(table["second_zone"])
        for mode in DayMode:
            table[mode.value].triggered.connect(self._set_mode)
        self._days = DaysMenu(table, self)
        self._days.picked.connect(self._count_days)
        table["by_member"].triggered.connect(desk.week.show_by_member)
        for name in ("zoom_in", "zoom_out", "zoom_normal"):
            table[name].triggered.connect(self._zoom)
        window.grid.zoomed.connect(self._remember_zoom)
        window.side.zone_picked.connect(self._show_zone)
        window.tabs.picked.connect(desk.week.show_kind)
        month = window.side.month
        month.span_picked.connect(self._show_span)
        month.month_shown.connect(desk.busy_days.show_stretch)
        desk.busy_days.changed.connect(self._show_busy)
        desk.busy_days.show_stretch(*month.shown)
        table["week_numbers"].toggled.connect(month.show_week_numbers)
        table["week_numbers"].setChecked(desk.context.memory.now.has_week_numbers)
        table["week_numbers"].triggered.connect(self._remember_week_numbers)
        desk.week.changed.connect(self._show)
        self._show()

    @Slot()
    def _show(self) -> None:
        """Mark the view and the kind; members stand side by side where days do."""
        week, table = self._desk.week, self._window.actions_table
        self._days.show_count(week.day_count)
        table[week.mode.value].setChecked(True)
        table["by_member"].setChecked(week.by_member)
        table["by_member"].setEnabled(week.has_columns)
        self._window.tabs.show_kind(week.shown.kind)

    @Slot()
    def _show_busy(self) -> None:
        self._window.side.month.show_busy(self._desk.busy_days.days)

    @Slot(date, int)
    def _show_span(self, first: date, count: int) -> None:
        self._agenda.settle_day()
        self._desk.week.show_days(first, count)

    @Slot(bool)
    def _remember_week_numbers(self, is_on: bool) -> None:
        self._desk.context.memory.keep(has_week_numbers=is_on)

    @Slot(int)
    def _count_days(self, count: int) -> None:
        self._agenda.settle_day()
        self._desk.week.count_days(count)

    @Slot()
    def _go_to_today(self) -> None:
        self._desk.week.go_to_today()
        minute = self._desk.week.now_on_grid()[1]
        self._window.grid.scroll_to(max(0, minute - 90))

    @Slot()
    def _step_back(self) -> None:
        self._step(-1)

    @Slot()
    def _step_forward(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        self._agenda.settle_day()
        self._desk.week.step(by)

    @Slot()
    def _set_mode(self) -> None:
        sender = self.sender()
        name = sender.objectName().removeprefix("action_")
        self._agenda.settle_day()
        self._desk.week.set_mode(DayMode(name))

    @Slot()
    def _ask_for_date(self) -> None:
        from lcdesk.ui.week.reveal import GoToDateDialog

        window, week = self._window, self._desk.week
        dialog = GoToDateDialog(
            week.chosen_day,
            window.appearance,
            window.icons,
            first_weekday=week.context.locale.first_weekday,
            parent=window,
        )
        dialog.day_picked.connect(week.go_to)
        show_once(dialog)

    @Slot()
    def _ask_for_zone(self) -> None:
        from lcdesk.ui.week.second_zone import SecondZoneDialog

        week = self._desk.week
        kept, now = week.context.memory.now.second_zone, week.context.clock()
        dialog = SecondZoneDialog(kept, now, self._window)
        dialog.zone_picked.connect(week.show_second_zone)
        show_once(dialog)

    @Slot(int)
    def _show_zone(self, member: int) -> None:
        self._desk.week.show_zone_of(member or None)

    @Slot()
    def _zoom(self) -> None:
        name, grid = self.sender().objectName(), self._window.grid
        factor = {"action_zoom_in": _ZOOM_STEP, "action_zoom_out": 1 / _ZOOM_STEP}.get(name)
        grid.set_zoom(grid.px_per_hour * factor if factor else grid.fontMetrics().height() * 3.6)
        self._remember_zoom(grid.px_per_hour)

    @Slot(float)
    def _remember_zoom(self, px_per_hour: float) -> None:
        self._desk.context.memory.keep(zoom=px_per_hour)
