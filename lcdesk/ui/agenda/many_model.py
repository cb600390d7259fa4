"""What is done with many selected entries at once: one transaction, and one step to undo."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from lcdesk.model.commands.appointments import set_status
from lcdesk.model.commands.calendar_files.export import (
    ExportChoice,
    Exported,
    export_calendar,
    export_chosen,
)
from lcdesk.model.domain.events import APPOINTMENT, BLOCKED, AgendaEntry, Status, number_of
from lcdesk.model.domain.zones import Clock
from lcdesk.model.store.database import Database
from lcdesk.model.store.transaction import Transaction
from lcdesk.paths import write_for_owner
from lcdesk.ui.entries.card_model import CardAction, actions, is_exported
from lcdesk.ui.entries.changes_model import Changes
from lcdesk.ui.offers import Offer
from lcdesk.ui.week.agenda_week import Group
from lcdesk.ui.wording.labels import mark_number, tr, with_number
from lcdesk.ui.wording.undo_words import undo_offer

STATUSES = {
    CardAction.CONFIRM: Status.CONFIRMED,
    CardAction.SHOWED: Status.SHOWED,
    CardAction.NOSHOW: Status.NOSHOW,
    CardAction.CANCEL: Status.CANCELLED,
}
_DONE = {
    CardAction.CONFIRM: mark_number("{n} appointment confirmed", "{n} appointments confirmed"),
    CardAction.SHOWED: mark_number("{n} marked as showed", "{n} marked as showed"),
    CardAction.NOSHOW: mark_number("{n} marked as no-show", "{n} marked as no-show"),
    CardAction.CANCEL: mark_number("{n} appointment cancelled", "{n} appointments cancelled"),
}


class Many:
    """Commands on several entries. Dates of a series are those that were selected, no others."""

    def __init__(self, database: Database, changes: Changes, clock: Clock) -> None:
        self._database = database
        self._changes = changes
        self._clock = clock

    def able(self, action: CardAction, entries: Sequence[AgendaEntry]) -> list[AgendaEntry]:
        """Those of which the card would offer it."""
        now = self._clock()
        return [entry for entry in entries if action in actions(Group(entry.id, (entry,)), now)]

    def carry_out(self, action: CardAction, entries: Sequence[AgendaEntry]) -> None:
        """Do it with all that it can be done with, or with none of them where one is refused."""
        able, now = self.able(action, entries), self._clock()

        def work(tx: Transaction) -> None:
            for entry in able:
                set_status(tx, entry.number, STATUSES[action], now=now)

        if able:
            text = with_number(len(able), *_DONE[action])
            self._changes.carry_out(Offer("", work=work, then=partial(undo_offer, text)))

    def export(self, entries: Sequence[AgendaEntry], file: Path) -> None:
        """Write a calendar file of those that are lcdesk's own, and say what became of it."""
        with self._database.read() as reader:
            found = export_chosen(
                reader,
                _numbers(entries, APPOINTMENT),
                _numbers(entries, BLOCKED),
                now=self._clock(),
            )
        self._write(found, file, is_all=found.appointments + found.blocked == len(entries))

    def export_days(self, first: date, last: date, calendar: int, member: int, file: str) -> None:
        """The same between two days, both included, of a calendar and a member; 0 is all."""
        end = last + timedelta(days=1)
        choice = ExportChoice(frozenset({calendar} - {0}), frozenset({member} - {0}))
        with self._database.read() as reader:
            found = export_calendar(reader, first, end, now=self._clock(), choice=choice)
        self._write(found, Path(file), is_all=True)

    def _write(self, found: Exported, file: Path, *, is_all: bool) -> None:
        try:
            write_for_owner(file, found.text.encode())
        except OSError as error:
            form = tr("{file} cannot be written: {reason}.")
            text = form.format(file=file.name, reason=error.strerror or error)
        else:
            text = with_number(
                found.appointments + found.blocked,
                "{n} entry exported to {file}.",
                "{n} entries exported to {file}.",
                file=file.name,
            )
            if not is_all:
                text = tr(
                    "{done} What is cancelled, and events from linked calendars, are left out."
                ).format(done=text)
        self._changes.offered.emit(Offer(text))

    def can_export(self, entries: Sequence[AgendaEntry]) -> bool:
        """Whether a file of them would hold something."""
        return any(map(is_exported, entries))


def _numbers(entries: Sequence[AgendaEntry], kind: str) -> list[int]:
    found = (number_of(entry.id, kind) for entry in entries)
    return [number for number in found if number is not None]
