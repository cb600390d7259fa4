"""The cards of contacts beside the window: one for each contact who is asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.ui.desktop.single_instance import bring_forward
from lcdesk.ui.widgets.labels import Look
from lcdesk.ui.widgets.parts import show_once

if TYPE_CHECKING:
    from lcdesk.ui.window.desk_model import WindowModel
    from lcdesk.ui.window.frame import WindowFrame


class ContactWindows(QObject):
    """Opens a card, or brings it forward, and passes on what its buttons ask for."""

    shown_in_week = Signal(date, str)  # day, entry id
    booking_asked = Signal(QObject)  # the model of a booking with everything filled in

    def __init__(self, window: WindowFrame, desk: WindowModel, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._desk = desk

    @Slot(int)
    def open(self, contact: int) -> None:
        """The card of a contact; nothing for one who is not there any more."""
        from lcdesk.ui.contacts.card import ContactDialog

        window = self._window
        cards = window.findChildren(ContactDialog)
        card = next((shown for shown in cards if shown.contact == contact), None)
        if card is None:
            if not self._desk.has_contact(contact):
                return
            model = self._desk.contact_card(contact)
            card = ContactDialog(model, Look(window.appearance, window.icons), window)
            card.shown_in_week.connect(self.shown_in_week)
            card.booking_asked.connect(self._book_again)
            card.editing_asked.connect(window.contact_editing_requested)
            card.merging_asked.connect(self._merge)
            card.said.connect(self._desk.changes.offered)
        bring_forward(card)

    @Slot(int)
    def _merge(self, contact: int) -> None:
        from lcdesk.ui.contacts.card import ContactDialog
        from lcdesk.ui.contacts.merge import MergeDialog

        window, model = self._window, self._desk.contact_merge(contact)
        model.merged.connect(self._desk.changes.offered)
        card = next(card for card in window.findChildren(ContactDialog) if card.contact == contact)
        show_once(MergeDialog(model, Look(window.appearance, window.icons), card), model)

    @Slot(int)
    def _book_again(self, contact: int) -> None:
        self.booking_asked.emit(self._desk.bookings.again(contact, self))
