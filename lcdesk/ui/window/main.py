"""The main window: painted empty at once, and filled when the store is open.

Nothing here imports the store. `attach` is given a Desk, which brings it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent

from lcdesk.ui.window.frame import NEEDS_DESK, WindowFrame

if TYPE_CHECKING:
    from lcdesk.model.domain.events import AgendaEntry
    from lcdesk.ui.window.desk_model import WindowModel
    from lcdesk.ui.window.window_controller import WindowController


class MainWindow(WindowFrame):
    """The frame with a desk to show. Closing hides it; whether that ends lcdesk is app's choice."""

    closed_by_person = Signal()

    _link: WindowController | None = None

    @property
    def desk(self) -> WindowModel | None:
        """What the window shows, once the store is open."""
        return None if self._link is None else self._link.desk

    def attach(self, desk: WindowModel) -> None:
        """Show what the open store holds, from now on."""
        from lcdesk.ui.window.window_controller import WindowController

        self.actions_table.enable(NEEDS_DESK, True)
        self._link = WindowController(self, desk)

    def show_entry(self, day: date, entry_id: str) -> None:
        """Go to a day and select an entry there."""
        if self._link is not None:
            self._link.show_entry(day, entry_id)

    def reveal_entry(self, entry: AgendaEntry) -> None:
        """The same, also where a tab or a check mark hides it."""
        if self._link is not None:
            self._link.reveal_entry(entry)

    def edit_entry(self, day: date, entry_id: str) -> None:
        """Go to a day, and open what edits an entry there."""
        if self._link is not None:
            self._link.edit_entry(day, entry_id)

    def open_file(self, file: Path) -> None:
        """Show what a calendar file holds."""
        if self._link is not None:
            self._link.files.open(str(file))

    def open_contact(self, contact: int) -> None:
        """Show the card of a contact."""
        if self._link is not None:
            self._link.contacts.open(contact)

    def remember_geometry(self) -> None:
        """Open where it stands now next time; before it is hidden."""
        if self._link is not None:
            self._link.remember_geometry()

    def new_booking(self) -> None:
        """Open the booking dialog at the next quarter of an hour."""
        if self._link is not None:
            self._link.new_booking()

    def quick_add(self) -> None:
        """Book by typing one line."""
        if self._link is not None:
            self._link.quick_add()

    def now_on_grid(self) -> tuple[date, int]:
        """Day and wall-clock minute in the zone that is shown."""
        if self._link is None:
            return super().now_on_grid()
        return self._link.desk.week.now_on_grid()

    # --- Qt ---------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        self.remember_geometry()
        super().closeEvent(event)
        self.closed_by_person.emit()
