"""Contacts from a file before they are kept: what the columns hold, who is new, what changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lcdesk.model.commands.contacts.files import (
    LARGEST_FILE,
    ContactFile,
    Planned,
    export_table,
    export_vcards,
    import_contacts,
    plan_import,
    read_contact_file,
    warn_of_undo,
)
from lcdesk.model.commands.contacts.files import Standing as Standing  # for the dialog too
from lcdesk.model.commands.contacts.tables import Column as Column
from lcdesk.model.commands.contacts.tables import contacts_of
from lcdesk.model.domain.errors import InvalidInput, LcdeskError
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.zones import Clock
from lcdesk.model.store.database import Database
from lcdesk.paths import write_for_owner
from lcdesk.ui.context.before_change_model import MailQuestion
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.wording.labels import mark, tr, with_number
from lcdesk.ui.wording.messages import worded

COLUMN_NAMES = {
    Column.NAME: mark("Name"),
    Column.FIRST_NAME: mark("First name"),
    Column.LAST_NAME: mark("Last name"),
    Column.EMAIL: mark("E-mail"),
    Column.PHONE: mark("Phone"),
    Column.NOTES: mark("Notes"),
    Column.NOTHING: mark("Leave out"),
}
GROUPS = {
    Standing.NEW: mark("New"),
    Standing.CHANGED: mark("Changed"),
    Standing.SAME: mark("Known already"),
}
_SAMPLES = 3
_MOST_NOTES = 8
_NOTHING = "–"
_COMPARED = ("name", "email", "phone")


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One contact of the preview; `number` is its place in the plan."""

    number: int
    standing: Standing
    name: str
    details: str


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table: how it is headed, some of what it holds, and what that is taken for."""

    heading: str
    samples: str
    column: Column


class ContactImport(QObject):
    """A file that was read. Ends with `imported`, or is thrown away."""

    changed = Signal()  # another plan
    refused = Signal(str)
    imported = Signal(str, int)  # what happened, in words, and the step that undoes it

    def __init__(
        self, database: Database, file: Path, clock: Clock, parent: QObject | None = None
    ) -> None:
        """Raises InvalidInput for a file that cannot be read."""
        super().__init__(parent)
        self._database = database
        self._mail = MailQuestion(database)
        self._clock = clock
        self.name = file.name
        self._file = read_file(file)
        self._columns = () if self._file.table is None else self._file.table.columns
        self._notes: tuple[str, ...] = ()
        self._plan: tuple[Planned, ...] = ()
        self._left_out: set[int] = set()
        self._make_plan()

    @property
    def notes(self) -> str:
        """What was left out or is kept otherwise, and whether there is a way back; a line each."""
        said = [*map(worded, self._notes[:_MOST_NOTES])]
        more = len(self._notes) - _MOST_NOTES
        if more > 0:
            said.append(with_number(more, "{n} more", "{n} more"))
        return "\n".join([*said, *map(worded, warn_of_undo(self._chosen()))])

    @property
    def columns(self) -> tuple[TableColumn, ...]:
        """Of a table; empty where the file says itself what is what."""
        table = self._file.table
        if table is None:
            return ()
        found = []
        for at, (heading, column) in enumerate(zip(table.headings, self._columns, strict=True)):
            cells = (as_line(row[at], 40) for row in table.rows if row[at].strip())
            samples = [cell for cell, _ in zip(cells, range(_SAMPLES), strict=False)]
            found.append(TableColumn(as_line(heading), ", ".join(samples) or _NOTHING, column))
        return tuple(found)

    @property
    def rows(self) -> tuple[PlannedRow, ...]:
        """Who is in the file: new ones, changed ones, those who are known already."""
        rows = [_row(number, planned) for number, planned in enumerate(self._plan)]
        return tuple(sorted(rows, key=lambda row: list(Standing).index(row.standing)))

    @property
    def chosen(self) -> int:
        """How many will be kept."""
        return len(self._chosen())

    @property
    def button(self) -> str:
        """What the primary button reads."""
        return with_number(self.chosen, "Import {n} contact", "Import {n} contacts")

    def is_chosen(self, number: int) -> bool:
        """Whether one is to be kept."""
        return number not in self._left_out

    def take(self, number: int) -> None:
        """Keep one after all."""
        self._left_out.discard(number)

    def leave_out(self, number: int) -> None:
        """Keep one not."""
        self._left_out.add(number)

    def choose_column(self, at: int, column: Column) -> None:
        """Say what a column of the table holds; what held it before holds nothing then."""
        is_single = column not in (Column.NOTES, Column.NOTHING)
        self._columns = tuple(
            column
            if place == at
            else Column.NOTHING
            if is_single and present is column
            else present
            for place, present in enumerate(self._columns)
        )
        self._make_plan()
        self.changed.emit()

    def carry_out(self) -> bool:
        """Keep what is chosen, as one step."""
        chosen = self._chosen()
        try:
            with self._mail.write(chosen) as tx:
                new, changed = import_contacts(tx, chosen, name=self.name, now=self._clock())
        except LcdeskError as error:
            self.refused.emit(worded(error.message))
            return False
        said = tr("Imported: {new} new, {changed} changed").format(new=new, changed=changed)
        self.imported.emit(said, tx.step)
        return True

    def _chosen(self) -> tuple[Planned, ...]:
        return tuple(
            planned
            for number, planned in enumerate(self._plan)
            if planned.standing is not Standing.SAME and number not in self._left_out
        )

    def _make_plan(self) -> None:
        table, found, self._notes = self._file.table, self._file.contacts, self._file.notes
        if table is not None:
            rows = contacts_of(table, self._columns)
            found, self._notes = rows.contacts, rows.notes
        with self._database.read() as reader:
            self._plan = plan_import(reader, found)
        self._left_out.clear()


def read_file(file: Path) -> ContactFile:
    """What a file of contacts holds. Raises InvalidInput."""
    try:
        with file.open("rb") as stream:
            return read_contact_file(stream.read(LARGEST_FILE + 1))
    except OSError as error:
        raise InvalidInput(
            Message(
                "{file} cannot be read: {reason}.",
                file=file.name,
                reason=error.strerror or str(error),
            )
        ) from error


def export_contacts(database: Database, file: Path, ids: Sequence[int] | None = None) -> str:
    """Write contacts, all unless `ids` says which, as the file is called; what to say then."""
    with database.read() as reader:
        is_table = file.suffix.lower() == ".csv" and ids is None
        text = export_table(reader) if is_table else export_vcards(reader, ids)
    try:
        write_for_owner(file, text.encode())
    except OSError as error:
        form = tr("{file} cannot be written: {reason}.")
        return form.format(file=file.name, reason=error.strerror or error)
    return tr("Written to {file}.").format(file=file.name)


def _change(old: str, new: str) -> str:
    form = tr("{before} becomes {after}")
    return form.format(before=as_line(old), after=as_line(new)) if old else as_line(new)


def _row(number: int, planned: Planned) -> PlannedRow:
    wanted, before = planned.wanted, planned.before
    if planned.standing is Standing.CHANGED and before is not None:
        pairs = ((getattr(before, name), getattr(wanted, name)) for name in _COMPARED)
        parts = [_change(old, new) for old, new in pairs if old != new]
        if before.notes != wanted.notes:
            parts.append(tr("more notes"))
        details = "; ".join(parts)
    else:
        details = ", ".join(as_line(text) for text in (wanted.email, wanted.phone) if text)
    shown = before if before is not None else replace(wanted)
    return PlannedRow(number, planned.standing, as_line(shown.name), details)
