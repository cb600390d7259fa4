"""The first steps over the window, and what comes after them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence

from lcdesk.ui.offers import Offer
from lcdesk.ui.widgets.labels import Look
from lcdesk.ui.widgets.parts import show_once

if TYPE_CHECKING:
    from lcdesk.ui.window.desk_model import WindowModel
    from lcdesk.ui.window.frame import WindowFrame


class FirstStepsController(QObject):
    """Opens the dialog; then shows what can be booked, or leads to iCloud or to practice."""

    def __init__(self, window: WindowFrame, desk: WindowModel, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._desk = desk
        self._practice: Callable[[], bool] | None = None
        self._is_connecting = False  # as soon as the window knows for whom
        desk.week.directory_changed.connect(self._connect)

    @Slot()
    def open(self) -> None:
        """Begin at the first step."""
        from lcdesk.ui.first_steps.dialog import FirstStepsDialog

        window, model = self._window, self._desk.first_steps(self)
        self._practice = window.find_practice() if window.find_practice is not None else None
        dialog = FirstStepsDialog(
            model,
            Look(window.appearance, window.icons),
            window.locale_format,
            has_practice=self._practice is not None,
            parent=window,
        )
        model.begun.connect(self._show_bookable)
        dialog.connect_asked.connect(self._await_member)
        dialog.practice_asked.connect(self._practise)
        show_once(dialog, model)

    @Slot(int)
    def _show_bookable(self, calendar: int) -> None:
        """The open times of the first calendar, and how one of them is booked."""
        if not calendar:
            return
        self._desk.week.show_open_times(calendar)
        self._window.focus_view()
        key = (
            self._window.actions_table["new_booking"]
            .shortcut()
            .toString(QKeySequence.SequenceFormat.NativeText)
        )
        text = self.tr("Ready. Double-click an open time to book it, or press {key}.")
        self._desk.changes.offered.emit(Offer(text.format(key=key)))

    @Slot()
    def _await_member(self) -> None:
        self._is_connecting = True
        self._connect()

    @Slot()
    def _connect(self) -> None:
        if self._is_connecting and self._desk.only_member:
            self._is_connecting = False
            self._window.connect_requested.emit()

    @Slot()
    def _practise(self) -> None:
        if self._practice is not None and not self._practice():
            self._desk.changes.offered.emit(
                Offer(self.tr("Practice could not be started. Nothing was changed; try again."))
            )
