"""The waiting list in the window: its own window, the dialog of an entry, the strip, bookings."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.waiting import Waiting
from lcdesk.ui.desktop.single_instance import bring_forward
from lcdesk.ui.widgets.labels import Look
from lcdesk.ui.widgets.parts import show_once

if TYPE_CHECKING:
    from lcdesk.ui.waiting.editor_model import WaitingEditor
    from lcdesk.ui.window.desk_model import WindowModel
    from lcdesk.ui.window.frame import WindowFrame


class WaitingController(QObject):
    """Opens what is asked for, and says over the week who waits for time that opened up."""

    booking_asked = Signal(QObject)  # the model of a booking with everything filled in

    def __init__(self, window: WindowFrame, desk: WindowModel, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._desk = desk
        self._look = Look(window.appearance, window.icons)
        window.actions_table["waiting"].triggered.connect(self.open)
        window.waiting_strip.pressed.connect(self._book_first)
        window.waiting_strip.put_away.connect(desk.waiting.openings.put_away)
        desk.waiting.openings.changed.connect(self._show_openings)

    @Slot()
    def open(self) -> None:
        """The window of the list."""
        from lcdesk.ui.waiting.dialog import WaitingDialog

        window = self._window
        dialog = window.findChild(WaitingDialog)
        if dialog is None:
            model = self._desk.waiting.list_model()
            model.offered.connect(self._desk.changes.offered)
            dialog = WaitingDialog(model, self._look, window)
            dialog.adding_asked.connect(self._add)
            dialog.editing_asked.connect(self._edit)
            dialog.booking_asked.connect(self._book)
        bring_forward(dialog)

    @Slot(Waiting, Contact)
    def put_on_list(self, wish: Waiting, contact: Contact) -> None:
        """What a booking asked for and did not get."""
        self._show_editor(self._desk.waiting.editor(wish, contact, self))

    @Slot(AgendaEntry)
    def wait_for_seat(self, session: AgendaEntry) -> None:
        """Somebody would like a seat in a session that is full."""
        self._show_editor(self._desk.waiting.editor_for_seat(session, self))

    @Slot()
    def _add(self) -> None:
        self._show_editor(self._desk.waiting.new_editor(self))

    @Slot(Waiting)
    def _edit(self, waiting: Waiting) -> None:
        self._show_editor(self._desk.waiting.editor(waiting, None, self))

    @Slot(Waiting, object)
    def _book(self, waiting: Waiting, start: datetime | None) -> None:
        self.booking_asked.emit(self._desk.waiting.booking(waiting, start, self))

    @Slot()
    def _book_first(self) -> None:
        for fit in self._desk.waiting.openings.fits[:1]:
            self._book(fit.waiting, fit.slot.span.start)

    @Slot()
    def _show_openings(self) -> None:
        self._window.waiting_strip.say(self._desk.waiting.openings.words)

    def _show_editor(self, model: WaitingEditor) -> None:
        from lcdesk.ui.waiting.dialog import WaitingDialog
        from lcdesk.ui.waiting.editor import WaitingEditorDialog

        model.saved.connect(self._desk.changes.offered)
        over = self._window.findChild(WaitingDialog) or self._window
        show_once(WaitingEditorDialog(model, self._look, over), model)
