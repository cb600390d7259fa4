"""Entries on the clipboard: as text, as a calendar file, and as what paste puts elsewhere.

Copying and cutting change nothing. What was cut is moved when it is pasted, and drawn paler until
then; what was copied is booked once more, through the rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication

from lcdesk.model.commands.calendar_files.export import export_chosen
from lcdesk.model.domain.events import (
    APPOINTMENT,
    BLOCKED,
    AgendaEntry,
    EntryKind,
    Origin,
    number_of,
)
from lcdesk.model.domain.zones import wall_minute
from lcdesk.model.store.appointments import appointments_by_id, blocked_by_id
from lcdesk.model.store.database import Database
from lcdesk.model.store.queries.agenda import as_entries
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.context.wall_spans import OnWall
from lcdesk.ui.entries.changes_model import Changes
from lcdesk.ui.week.agenda_week import Group
from lcdesk.ui.week.entry_words import EntryWords
from lcdesk.ui.week.week import Column, Drop
from lcdesk.ui.week.week_model import WeekModel
from lcdesk.ui.wording.labels import tr

CALENDAR = "text/calendar"
_MARK = "application/x-lcdesk-entry"


class EntryClipboard(QObject):
    """What this window put on the clipboard, as long as it is there."""

    def __init__(
        self,
        database: Database,
        news: StoreNews,
        week: WeekModel,
        changes: Changes,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._week = week
        self._changes = changes
        self._held: Group | None = None
        self._mark = b""  # on the clipboard beside it: by it what was copied here is known
        news.changed.connect(self._look_after_cut)

    def close(self) -> None:
        """Leave only the text behind: PySide 6.12 crashes where its QMimeData outlives it."""
        if self._is_ours:
            clipboard = QGuiApplication.clipboard()
            clipboard.setText(clipboard.text())

    @property
    def can_paste(self) -> bool:
        """Whether the clipboard still has one entry that was put there."""
        return self._held is not None and self._is_ours

    @property
    def _is_ours(self) -> bool:
        content = QGuiApplication.clipboard().mimeData()
        return bool(self._mark) and content.data(_MARK).data() == self._mark

    def copy(self, groups: Sequence[Group], words: EntryWords, *, table: str = "") -> None:
        """Put these there; `table` is their text where the view has a better one.

        One of them can be pasted here, of many only the text and the file.
        """
        self._put(groups, words, table)
        self._show_cut("")

    def cut(self, group: Group, words: EntryWords) -> None:
        """Put it there to be moved; says why not where it can never be moved here."""
        why = self._changes.why_never_moved(group)
        if why:
            self._changes.refused.emit(why)
            return
        self._put([group], words, "")
        self._show_cut(group.lead.row)

    def paste(self, column: Column, minute: int | None) -> None:
        """Move or book once more what is held; without a minute at its own time of day."""
        if self._held is None or not self.can_paste:
            self._changes.refused.emit(tr("There is nothing to paste. Copy an entry first."))
            return
        group = self._read(self._held)
        if group is None:
            self._changes.refused.emit(tr("What was copied does not exist any more."))
            return
        lead = group.lead
        if minute is None:
            minute = wall_minute(lead.span.start, self._week.context.tz)
        giver = column.member
        if giver is not None and lead.staff and giver not in lead.staff:
            giver = lead.staff[0]
        drop = Drop(column.day, minute, giver, column.member)
        if self._week.context.cut:
            self._changes.move_group(group, drop)
        else:
            self._changes.copy_entry(lead, drop)

    # --- what is held -----------------------------------------------------------------------

    def _put(self, groups: Sequence[Group], words: EntryWords, table: str) -> None:
        self._held = groups[0] if len(groups) == 1 else None
        self._mark = uuid4().bytes
        content = QMimeData()
        content.setText(table or "\n\n".join(_text_of(group, words) for group in groups))
        file = self._file_of([entry for group in groups for entry in group.entries])
        if file:
            content.setData(CALENDAR, file.encode())
        content.setData(_MARK, self._mark)
        QGuiApplication.clipboard().setMimeData(content)

    def _file_of(self, entries: Sequence[AgendaEntry]) -> str:
        """Of those that are lcdesk's own; empty where none is."""
        own = [entry for entry in entries if entry.origin is Origin.LCDESK]
        numbers = [
            [number for entry in own if (number := number_of(entry.id, kind)) is not None]
            for kind in (APPOINTMENT, BLOCKED)
        ]
        with self._database.read() as reader:
            found = export_chosen(reader, *numbers, now=self._week.context.clock())
        return found.text if found.appointments + found.blocked else ""

    def _read(self, held: Group) -> Group | None:
        """The same as it is now; events of servers are checked where they are changed."""
        if held.lead.origin is Origin.ICLOUD:
            return held
        numbers = [entry.number for entry in held.entries]
        with self._database.read() as reader:
            if held.lead.kind is EntryKind.APPOINTMENT:
                entries = as_entries(reader, appointments_by_id(reader, numbers), (), ())
            else:
                entries = as_entries(reader, (), blocked_by_id(reader, numbers), ())
        return replace(held, entries=entries) if entries else None

    # --- what was cut -----------------------------------------------------------------------

    def _show_cut(self, row: str) -> None:
        if row != self._week.context.cut:
            self._week.context.cut = row
            self._week.refresh()

    @Slot()
    def _look_after_cut(self) -> None:
        """What was moved since, or is gone, is cut no longer."""
        if not self._week.context.cut or self._held is None:
            return
        now = self._read(self._held)
        if now is None or now.lead.span != self._held.lead.span:
            self._held = None
            self._show_cut("")


def _text_of(group: Group, words: EntryWords) -> str:
    """Title, who, when and where, a line each, as one would write it to somebody."""
    lead = group.lead
    title = words.title(lead, group.seats)
    people = [name for name in words.people(group.entries) if name not in title]
    when = words.when_in_full(lead, OnWall.of(lead.span, words.tz))
    lines = (title, ", ".join(people), when, lead.location.strip())
    return "\n".join(line for line in lines if line)
