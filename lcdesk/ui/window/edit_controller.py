"""The Edit menu: undo and redo, and what is done with the entry that is selected.

A text field comes first: while the keyboard is in one, cut, copy, paste and delete are about its
text. The keys are the field's own there; the menu asks the field.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from lcdesk.model.domain.events import EntryKind, Origin
from lcdesk.ui.week.agenda_week import Group
from lcdesk.ui.week.week import Column, Drop
from lcdesk.ui.window.agenda_controller import AgendaController
from lcdesk.ui.window.desk_model import WindowModel
from lcdesk.ui.wording.labels import tr

if TYPE_CHECKING:
    from lcdesk.ui.window.frame import WindowFrame

_OF_AN_ENTRY = ("cut", "copy", "duplicate", "delete")
_Field = QLineEdit | QPlainTextEdit | QTextEdit
_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)


class EditController(QObject):
    """Undo and Redo name what they are about, and are off where it is nothing."""

    booking_asked = Signal(QObject)  # the model of a booking like another one

    def __init__(
        self, window: WindowFrame, desk: WindowModel, agenda: AgendaController, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._desk = desk
        self._agenda = agenda
        self._table = table = window.actions_table
        table["undo"].triggered.connect(desk.history.undo)
        table["redo"].triggered.connect(desk.history.redo)
        table["cut"].triggered.connect(self._cut)
        table["copy"].triggered.connect(self._copy)
        table["paste"].triggered.connect(self._paste)
        table["duplicate"].triggered.connect(self._duplicate)
        table["delete"].triggered.connect(self._delete)
        agenda.copy_asked.connect(self._copy)
        # Only while the menu is open: a key says why it does nothing.
        table.menus["Edit"].aboutToShow.connect(self._enable)
        table.menus["Edit"].aboutToHide.connect(self._enable_all)
        desk.history.changed.connect(self._show_history)
        self._show_history()

    @Slot()
    def _show_history(self) -> None:
        history = self._desk.history
        named = (
            ("undo", history.undo_text, self.tr("Nothing to undo")),
            ("redo", history.redo_text, self.tr("Nothing to redo")),
        )
        for name, text, nothing in named:
            action = self._table[name]
            action.setText((text or nothing).replace("&", "&&"))  # a name, not a key
            action.setEnabled(bool(text))

    @Slot()
    def _enable(self) -> None:
        field = self._field()
        self._table.enable(_OF_AN_ENTRY, field is not None or bool(self._groups()))
        self._table["paste"].setEnabled(field is not None or self._desk.clipboard.can_paste)
        if field is not None:
            self._table["duplicate"].setEnabled(False)

    @Slot()
    def _enable_all(self) -> None:
        self._table.enable((*_OF_AN_ENTRY, "paste"), True)

    # --- what it is about -------------------------------------------------------------------

    def _field(self) -> _Field | None:
        focused = self._window.focusWidget()
        return focused if isinstance(focused, _FIELDS) else None

    def _groups(self) -> Sequence[Group]:
        """What is selected in the view that is seen."""
        if self._agenda.is_shown:
            return self._agenda.chosen()
        group = self._desk.group(self._window.view.selection)
        return [] if group is None else [group]

    def _one(self) -> Group | None:
        """The only one that is selected; says so where it is none or many."""
        groups = self._groups()
        if len(groups) != 1:
            self._window.toast.say(tr("Select one entry first."))
        return groups[0] if len(groups) == 1 else None

    def _place(self) -> tuple[Column, int | None]:
        """Where a paste goes: behind the selected entry, to the keyboard's cell, or to a day."""
        window = self._window
        if self._agenda.is_shown:
            return Column(self._agenda.chosen_day()), None
        if window.view is not window.grid:
            return Column(window.month.chosen_day), None
        canvas = window.grid.canvas
        target = canvas.scene.entry_target(canvas.selection)
        if target is not None:
            return canvas.column(target.day), target.end
        return canvas.column(canvas.cursor_cell.day), canvas.cursor_cell.start

    # --- what is done -----------------------------------------------------------------------

    @Slot()
    def _cut(self) -> None:
        field = self._field()
        if field is not None:
            field.cut()
            return
        group = self._one()
        if group is not None:
            self._desk.clipboard.cut(group, self._desk.week.texts())

    @Slot()
    def _copy(self) -> None:
        field, groups = self._field(), self._groups()
        if field is not None:
            field.copy()
        elif groups:
            words = self._desk.agenda if self._agenda.is_shown else self._desk.week
            self._desk.clipboard.copy(groups, words.texts(), table=self._agenda.table())
        else:
            self._window.toast.say(tr("Select an entry first."))

    @Slot()
    def _paste(self) -> None:
        field = self._field()
        if field is not None:
            field.paste()
        else:
            self._desk.clipboard.paste(*self._place())

    @Slot()
    def _duplicate(self) -> None:
        """The booking dialog with all it has; blocked time stands once more right behind it."""
        group = None if self._field() is not None else self._one()
        if group is None:
            return
        lead = group.lead
        if lead.kind is EntryKind.APPOINTMENT and self._desk.is_seat(lead):
            self.booking_asked.emit(self._desk.bookings.seat(lead, self))
        elif lead.kind is EntryKind.APPOINTMENT:
            self.booking_asked.emit(self._desk.bookings.like(lead, self))
        elif lead.origin is Origin.LCDESK:
            end = lead.span.end.astimezone(self._desk.context.tz)
            drop = Drop(end.date(), end.hour * 60 + end.minute)
            self._desk.changes.copy_entry(lead, drop)
        else:
            self._desk.changes.copy_entry(lead, Drop(lead.span.start.date(), 0))  # says why not

    @Slot()
    def _delete(self) -> None:
        field = self._field()
        if isinstance(field, QLineEdit):
            field.del_()
        elif field is not None:
            field.textCursor().deleteChar()
        elif self._agenda.is_shown:
            self._agenda.delete_chosen()
        elif group := self._one():
            self._desk.changes.delete_entry(group)
