"""The card beside the selected block: shown, kept in place, and its buttons carried out.

The menu that opens in the week, at a free time or an entry.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QScrollArea, QWidget

from lcdesk.model.domain.events import AgendaEntry, EntryKind, Origin
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.ui.booking.draft_model import PICKED_START
from lcdesk.ui.entries.card import EntryCard
from lcdesk.ui.entries.card_model import ENDING, Card, CardAction, carry_out, label
from lcdesk.ui.entries.edit_dialogs import EditWordsDialog
from lcdesk.ui.entries.series_values_model import SeriesQuestion
from lcdesk.ui.entries.time_fields import EditedTime, TimeFields
from lcdesk.ui.series.scope import ScopeDialog
from lcdesk.ui.week.week import Column
from lcdesk.ui.widgets.file_dialogs import ask_where_to_save
from lcdesk.ui.widgets.parts import show_once
from lcdesk.ui.window.desk_model import WindowModel

if TYPE_CHECKING:
    from lcdesk.ui.entries.edit_appointment_model import EditModel
    from lcdesk.ui.window.frame import WindowFrame


class CardController(QObject):
    """Selection in the grid, the card, and the commands behind its buttons."""

    booking_asked = Signal(QObject)  # the model of a booking at a hatched event, or of a seat
    contact_asked = Signal(int)  # for everything about a contact
    waiting_asked = Signal(AgendaEntry)  # for a seat in this session, which is full
    closed = Signal()  # the card, by the person
    keyboard_left = Signal()  # it was on the card, which is gone

    def __init__(self, window: WindowFrame, desk: WindowModel, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._desk = desk
        self._room = window.body
        self._card = EntryCard(window.appearance, window.icons, self._room)
        self._edited = ""
        self._awaited = ""
        self._places: list[Callable[[str], QRect | None]] = []
        grid = window.grid
        grid.requests.open_requested.connect(self.open)
        grid.requests.details_requested.connect(self.show_details)
        grid.requests.selected.connect(self._select)
        self._card.action_requested.connect(self.act)
        self._card.seat_cancel_requested.connect(self._cancel_seat)
        self._card.seat_change_requested.connect(self._change_seat)
        self._card.contact_requested.connect(self.contact_asked)
        self._card.closed.connect(self._let_go)
        self._card.keyboard_left.connect(self.keyboard_left)
        desk.changes.scope_asked.connect(self._ask_scope)
        for scroll in grid.findChildren(QScrollArea):
            scroll.verticalScrollBar().valueChanged.connect(self.refresh)

    def ask_place(self, rect_of: Callable[[str], QRect | None]) -> None:
        """Ask this where an entry is listed, in the card's coordinates; None where it is not."""
        self._places.append(rect_of)

    def holds(self, widget: QWidget) -> bool:
        """Whether a widget is the card or in it."""
        return widget is self._card or self._card.isAncestorOf(widget)

    def take_awaited(self) -> str:
        """What was just made and is still to be selected; from now on it is the caller's."""
        awaited, self._awaited = self._awaited, ""
        return awaited

    def dismiss(self) -> None:
        """Take the card away."""
        self._card.dismiss()

    def put_away(self) -> None:
        """Take the card away from where a menu opens; its entry stays selected."""
        self._card.put_away()

    @Slot()
    def refresh(self) -> None:
        """The week is new or was scrolled: the card follows its entry, or goes with it."""
        awaited = self._desk.week.block_of(self._awaited) if self._awaited else ""
        if awaited:
            self._awaited = ""
            self._window.select(awaited)
            self._window.grid.reveal(awaited)
        if self._card.isVisible():
            self._window.select(self._card.block)
            self._select(self._card.block)

    @Slot(str)
    def await_entry(self, entry_id: str) -> None:
        """Select what was just made as soon as the store's news bring it."""
        self._awaited = entry_id

    @Slot(str)
    def select_entry(self, entry_id: str) -> None:
        """Select what shows this entry, and show its card."""
        block = self._desk.week.block_of(entry_id)
        if block:
            self._window.select(block)
            self._window.grid.reveal(block)
            self._select(block)

    @Slot(str)
    def _select(self, block_id: str) -> None:
        card = self._desk.card(block_id) if block_id else None
        if card is None:
            self._card.dismiss()
        else:
            self._card.show_card(card, self._rect_of(block_id))

    @Slot(str)
    def open(self, block_id: str) -> None:
        """Its dialog, where it has one: to edit it, or to book around it; else its card."""
        group = self._desk.group(block_id)
        if group is None:
            return
        self._window.select(block_id)
        taken = self._desk.bookings.about_event(group.lead, self)
        card = self._desk.card(block_id)
        if taken is not None:
            self.put_away()
            self.booking_asked.emit(taken)
            return
        if card is not None and CardAction.EDIT in card.actions:
            self.put_away()
            self.act(block_id, CardAction.EDIT)
            return
        self.show_details(block_id)

    @Slot(str)
    def show_details(self, block_id: str) -> None:
        """Its card, with the keyboard in it."""
        self._window.select(block_id)
        self._select(block_id)
        self._card.take_focus()

    @Slot()
    def _let_go(self) -> None:
        self._window.select(None)
        self.closed.emit()

    def _rect_of(self, block_id: str) -> QRect:
        """Where the block stands, in the card's coordinates, cut to what is visible."""
        for rect_of in self._places:
            listed = rect_of(block_id)
            if listed is not None:
                return listed
        grid, window, room = self._window.grid, self._window, self._room
        if window.view is not grid:
            rect = window.month.rect_of(block_id)
            return QRect(window.month.mapTo(room, rect.topLeft()), rect.size())
        scene = grid.canvas.scene
        indexes = scene.indexes(block_id)
        if not indexes:
            return self._rect_in_lane(block_id)
        box = scene.rects[indexes[0]]
        seen = grid.canvas.visibleRegion().boundingRect()
        top = min(max(round(box.y), seen.top()), seen.bottom() - 40)
        corner = grid.canvas.mapTo(room, QPoint(round(box.x), top))
        return QRect(corner.x(), corner.y(), round(box.width), round(box.height))

    def _rect_in_lane(self, block_id: str) -> QRect:
        lane = self._window.grid.lane
        for placed in lane.placed:
            if placed.banner.id == block_id:
                box = lane.rect_of(placed)
                corner = lane.mapTo(self._room, QPoint(round(box.x), round(box.y)))
                return QRect(corner.x(), corner.y(), round(box.width), round(box.height))
        corner = lane.mapTo(self._room, QPoint(lane.width() // 2, lane.height()))
        return QRect(corner, corner)

    @Slot(str, CardAction)
    def act(self, block_id: str, action: CardAction) -> None:
        """Carry out what a button of the card or the menu asks for."""
        group = self._desk.group(block_id)
        if group is None:
            return
        if action is CardAction.EDIT:
            self._edit(block_id)
        elif action is CardAction.REPEAT:
            self._repeat(group.lead)
        elif action is CardAction.ADD_SEAT:
            self.booking_asked.emit(self._desk.bookings.seat(group.lead, self))
        elif action is CardAction.WAIT:
            self.waiting_asked.emit(group.lead)
        elif action is CardAction.EXPORT:
            self._ask_for_file(group.entries)
        else:
            carry_out(action, group.lead, self._desk.changes)

    def _ask_for_file(self, entries: Sequence[AgendaEntry]) -> None:
        ask_where_to_save(
            self._window,
            "entry_export_dialog",
            title=self.tr("Export"),
            kinds=[self.tr("Calendar files (*.ics)")],
            suggestion=self.tr("appointment.ics"),
            then=lambda file: self._desk.many.export(entries, Path(file)),
        )

    def _edit(self, block_id: str) -> None:
        group = self._desk.group(block_id)
        if group is None:
            return
        if group.lead.kind is EntryKind.APPOINTMENT:
            self._show_editing(self._desk.make_edit_model(group, self))
        elif group.lead.origin is Origin.LCDESK:
            self._edit_block(group.lead)
        else:
            self._edit_event(block_id, group.lead)

    def _show_editing(self, model: EditModel) -> None:
        from lcdesk.ui.entries.edit_dialogs import EditAppointmentDialog

        window, changes = self._window, self._desk.changes
        model.saved.connect(changes.tell_done)
        model.scope_asked.connect(self._ask_scope)
        dialog = EditAppointmentDialog(model, window.appearance, window.icons, window)
        show_once(dialog, model)

    def _edit_block(self, slot: AgendaEntry) -> None:
        from lcdesk.ui.booking.block_time import BlockTimeDialog

        window, changes = self._window, self._desk.changes
        model = self._desk.make_reblock_model(slot, self)
        model.offered.connect(changes.offered)
        show_once(BlockTimeDialog(model, window.appearance, window.icons, window), model)

    def _edit_event(self, block_id: str, lead: AgendaEntry) -> None:
        self._edited = block_id
        dialog = EditWordsDialog(
            title=lead.title,
            location=lead.location,
            notes=lead.notes,
            time=None if lead.all_day is not None else self._time_fields(lead),
            parent=self._window,
        )
        dialog.saved.connect(self._take_words)
        show_once(dialog)

    def _time_fields(self, event: AgendaEntry) -> TimeFields:
        window, context = self._window, self._desk.context
        return TimeFields(
            EditedTime(event.span.start, event.span.length),
            context.tz,
            context.locale,
            appearance=window.appearance,
            icons=window.icons,
        )

    def _repeat(self, entry: AgendaEntry) -> None:
        from lcdesk.ui.series.repeat_box import RepeatDialog

        window, changes = self._window, self._desk.changes
        model = self._desk.make_repeat_model(entry, self)
        dialog = RepeatDialog(model, window.appearance, window.icons, window)
        model.repeated.connect(changes.offered)
        show_once(dialog, model)

    @Slot(object, object, object, object)
    def _take_words(
        self,
        title: str | None,
        location: str | None,
        notes: str | None,
        time: EditedTime | None,
    ) -> None:
        group = self._desk.group(self._edited)
        if group is None:
            return
        event = group.lead
        self._desk.changes.edit_mirrored(
            event,
            title=event.title if title is None else title,
            location=event.location if location is None else location,
            notes=event.notes if notes is None else notes,
            span=None if time is None else TimeSpan.of_length(time.start, time.length),
        )

    @Slot(SeriesQuestion)
    def _ask_scope(self, question: SeriesQuestion) -> None:
        """Which occurrences it is meant for; the model carries it out."""
        model = self._desk.scope(question, self)
        dialog = ScopeDialog(model, self._window.appearance, self._window)
        model.answered.connect(self._desk.changes.tell_done)
        show_once(dialog, model)

    @Slot(str)
    def _cancel_seat(self, entry_id: str) -> None:
        for seat in self._seats(entry_id):
            self._desk.changes.cancel(seat)

    @Slot(str)
    def _change_seat(self, entry_id: str) -> None:
        for seat in self._seats(entry_id):
            self._show_editing(self._desk.make_seat_model(seat, self))

    def _seats(self, entry_id: str) -> tuple[AgendaEntry, ...]:
        """The seat with this id, if the card's session still has it."""
        group = self._desk.group(self._card.block)
        entries = () if group is None else group.entries
        return tuple(entry for entry in entries if entry.id == entry_id)


_HOUR = 60
_LAST_MINUTE = 24 * 60 - 1


class GridMenu(QMenu):
    """What can be done with an entry; at a free time, booking and blocking there."""

    booking_picked = Signal(Column, int, int)
    blocking_picked = Signal(Column, int, int)
    action_picked = Signal(str, CardAction)

    def __init__(self, card: Card | None, column: Column, minute: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("grid_menu")
        self._card = card
        self._column = column
        self._minute = minute
        if card is None:
            self.addAction(self.tr("New booking…")).triggered.connect(self._book)
            self.addAction(self.tr("Block time…")).triggered.connect(self._block)
        else:
            self._fill(card)
        self.aboutToHide.connect(self.deleteLater)

    def _fill(self, card: Card) -> None:
        for action in card.actions:
            if action in ENDING and len(card.actions) > 1:
                self.addSeparator()
            entry = self.addAction(label(action, card.server_name))
            entry.setData(action.name)
        if not card.actions:
            self.addAction(card.source or card.sync).setEnabled(False)
        if card.exports:
            self.addSeparator()
            export = self.addAction(label(CardAction.EXPORT, card.server_name))
            export.setData(CardAction.EXPORT.name)
        self.triggered.connect(self._pick)

    @Slot()
    def _book(self) -> None:
        self.booking_picked.emit(self._column, self._minute, self._minute + PICKED_START)

    @Slot()
    def _block(self) -> None:
        end = min(self._minute + _HOUR, _LAST_MINUTE)
        self.blocking_picked.emit(self._column, self._minute, end)

    @Slot(QAction)
    def _pick(self, entry: QAction) -> None:
        if self._card is not None and entry.data():
            self.action_picked.emit(self._card.block, CardAction[entry.data()])
