"""What stays open beside the week: what waits, what happened, how much it was, what comes next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from lcdesk.model.domain.events import AgendaEntry
from lcdesk.ui.desktop.single_instance import bring_forward

if TYPE_CHECKING:
    from lcdesk.ui.window.desk_model import WindowModel
    from lcdesk.ui.window.frame import WindowFrame
    from lcdesk.ui.window.side.upcoming_list import UpcomingList


class SideWindows(QObject):
    """Opens each when it is asked for, or brings it forward."""

    shown_in_week = Signal(date, str)  # day, entry id

    def __init__(self, window: WindowFrame, desk: WindowModel, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._desk = desk
        window.attention.pressed.connect(self._show_attention)
        window.status.attention_requested.connect(self._show_attention)
        window.status.activity_requested.connect(self._show_activity)
        window.actions_table["activity"].triggered.connect(self._show_activity)
        window.actions_table["numbers"].triggered.connect(self._show_numbers)

    @Slot()
    def _show_attention(self) -> None:
        """The panel of what waits."""
        from lcdesk.ui.attention.panel import AttentionPanel

        window = self._window
        open_one = window.findChild(AttentionPanel)
        panel = open_one or AttentionPanel(self._desk.attention, window.appearance, window)
        if open_one is None:
            panel.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            panel.shown_in_week.connect(self.shown_in_week)
            panel.settings_requested.connect(window.settings_requested)
        panel.show()
        panel.raise_()

    @Slot()
    def _show_activity(self) -> None:
        """What each sync did."""
        from lcdesk.ui.activity.panel import ActivityDialog

        window = self._window
        dialog = window.findChild(ActivityDialog)
        if dialog is None:
            model = self._desk.activity(self)
            dialog = ActivityDialog(model, window.appearance, window.icons, window)
            model.setParent(dialog)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.shown_in_week.connect(self.shown_in_week)
        bring_forward(dialog)

    @Slot()
    def _show_numbers(self) -> None:
        """How much was booked, cancelled and missed."""
        from lcdesk.ui.numbers.dialog import NumbersDialog

        window = self._window
        dialog = window.findChild(NumbersDialog)
        if dialog is None:
            dialog = NumbersDialog(self._desk.make_numbers(), window.appearance, window)
        bring_forward(dialog)


class UpcomingController(QObject):
    """Makes the list when it is first wanted; nothing is read while nobody sees it."""

    entry_picked = Signal(AgendaEntry)

    def __init__(self, window: WindowFrame, desk: WindowModel, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._desk = desk
        self._list: UpcomingList | None = None
        action = window.actions_table["upcoming"]
        action.toggled.connect(self._show)
        action.triggered.connect(self._remember)
        window.actions_table["sidebar"].toggled.connect(self._follow)
        action.setChecked(desk.context.memory.now.has_upcoming)

    @Slot()
    def _show(self) -> None:
        is_on = self._window.actions_table["upcoming"].isChecked()
        if is_on and self._list is None:
            from lcdesk.ui.window.side.upcoming_list import UpcomingList

            self._list = UpcomingList(self._desk.upcoming, self._window.appearance)
            self._list.entry_picked.connect(self.entry_picked)
            self._window.side.put_below_month(self._list)
        if self._list is not None:
            self._list.setVisible(is_on)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        table = self._window.actions_table
        self._desk.upcoming.switch(table["upcoming"].isChecked() and table["sidebar"].isChecked())

    @Slot(bool)
    def _remember(self, is_on: bool) -> None:
        """Who asks for it wants to see it: the sidebar comes too."""
        self._desk.context.memory.keep(has_upcoming=is_on)
        if is_on:
            self._window.actions_table["sidebar"].setChecked(True)
