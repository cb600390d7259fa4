"""Joins the agenda to the window: shown instead of the grid, opened and acted on like it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Signal, Slot

from lcdesk.ui.context.view_filter import DayMode, Days
from lcdesk.ui.week.agenda_week import Group
from lcdesk.ui.week.week import Column
from lcdesk.ui.window.card_controller import CardController, GridMenu

if TYPE_CHECKING:
    from lcdesk.ui.agenda.view import AgendaView
    from lcdesk.ui.window.desk_model import WindowModel
    from lcdesk.ui.window.frame import WindowFrame


class AgendaController(QObject):
    """Makes the view when it is first asked for, and keeps it at the day that is meant."""

    copy_asked = Signal()  # of what is selected

    def __init__(
        self, window: WindowFrame, desk: WindowModel, card: CardController, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._desk = desk
        self._card = card
        self._view: AgendaView | None = None
        self._day: date | None = None  # that was asked for last
        card.ask_place(self._rect_of)
        card.closed.connect(self._take_focus_back)
        window.actions_table["today"].triggered.connect(self._go_to_today)

    @property
    def is_shown(self) -> bool:
        """Whether the window shows the agenda."""
        return self._desk.week.mode is DayMode.AGENDA

    def view_to_show(self) -> AgendaView | None:
        """What is to be seen instead of the week; None where that is."""
        if self.is_shown:
            return self._take_view()
        self._day = None
        self._desk.agenda.put_away()
        return None

    def show_week(self) -> None:
        """The days that are meant are new, or which view is shown, or the words."""
        view, desk = self.view_to_show(), self._desk
        if view is None:
            return
        desk.agenda.keep_words()
        if self._day != desk.week.chosen_day:
            self._day = desk.week.chosen_day
            view.go_to(self._day)
        self._show_day(view.list.top_day())

    def settle_day(self) -> None:
        """Before days are turned or another view is taken: what is seen at the top is meant."""
        if not self.is_shown or self._view is None:
            return
        self._day = self._view.list.top_day()
        if self._day != self._desk.week.chosen_day:
            self._desk.week.pick_day(self._day)

    def select_entry(self, entry_id: str) -> bool:
        """Select an entry in the list and show its card; whether the list is shown and has it."""
        if not self.is_shown or self._view is None:
            return False
        row_id = self._view.select_entry(entry_id)
        if row_id:
            self._card.show_details(row_id)
        return bool(row_id)

    def chosen(self) -> list[Group]:
        """What is selected in the list."""
        rows = [] if self._view is None else self._view.list.chosen()
        return [group for row in rows if (group := self._desk.group(row.id)) is not None]

    def chosen_day(self) -> date:
        """The day of what is selected, else the one at the top."""
        rows = [] if self._view is None else self._view.list.chosen()
        top = self._desk.week.chosen_day if self._view is None else self._view.list.top_day()
        return rows[0].day if rows else top

    def table(self) -> str:
        """What is selected as a table; empty where another view is shown."""
        return self._view.list.table() if self.is_shown and self._view is not None else ""

    def delete_chosen(self) -> None:
        """As the Delete key in the list."""
        if self._view is not None and self._view.list.chosen():
            self._view.list.delete_asked.emit()

    def _take_view(self) -> AgendaView:
        if self._view is not None:
            return self._view
        from lcdesk.ui.agenda.view import AgendaView

        window, desk = self._window, self._desk
        self._view = view = AgendaView(desk.agenda, desk.many, window.appearance, window.icons)
        window.views.addWidget(view)
        view.booking_asked.connect(window.actions_table["new_booking"].trigger)
        view.list.day_changed.connect(self._show_day)
        view.list.opened.connect(self._card.open)
        view.list.details_asked.connect(self._card.show_details)
        view.deletion_asked.connect(self._delete)
        view.list.copy_asked.connect(self.copy_asked)
        view.list.menu_asked.connect(self._show_menu)
        view.list.selection_changed.connect(self._card.put_away)
        view.list.verticalScrollBar().valueChanged.connect(self._card.put_away)
        desk.agenda.modelReset.connect(self._select_awaited)
        desk.week.directory_changed.connect(desk.agenda.show_anew)
        desk.week.directory_changed.connect(view.bar.refresh)
        return view

    @Slot(date)
    def _show_day(self, day: date) -> None:
        """Name the day at the top, and mark it in the small month."""
        if self.is_shown:
            locale = self._desk.context.locale
            title, short = locale.full_date(day), locale.short_range_title(day, day)
            self._window.header.show_days(title, short)
            self._window.side.month.show_days(Days(day, 1))

    @Slot()
    def _go_to_today(self) -> None:
        """Also where today was asked for before and the list was scrolled since."""
        if self.is_shown and self._view is not None:
            self._view.go_to(self._desk.context.today)

    @Slot()
    def _select_awaited(self) -> None:
        """What was just made, as soon as the list has it."""
        if not self.is_shown or self._view is None:
            return
        awaited = self._card.take_awaited()
        if awaited and not self._view.select_entry(awaited):
            self._card.await_entry(awaited)

    @Slot()
    def _take_focus_back(self) -> None:
        if self.is_shown and self._view is not None:
            self._view.list.setFocus()

    def _rect_of(self, row_id: str) -> QRect | None:
        if not self.is_shown or self._view is None:
            return None
        return self._view.rect_in(self._window.body, row_id)

    @Slot(str)
    def _delete(self, row_id: str) -> None:
        """What the Delete key means in the week; a seat of a class is cancelled alone."""
        group = self._desk.group(row_id)
        if group is not None:
            self._desk.changes.delete_entry(group)

    @Slot(QPoint)
    def _show_menu(self, point: QPoint) -> None:
        if self._view is None:
            return
        chosen = self._view.list.chosen()
        if len(chosen) > 1:
            self._view.below.make_menu(self._window).popup(point)
            return
        first = chosen[0]
        menu = GridMenu(self._desk.card(first.id), Column(first.day), 0, self._window)
        menu.action_picked.connect(self._card.act)
        self._card.put_away()
        menu.popup(point)
