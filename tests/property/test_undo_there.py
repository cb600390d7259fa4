"""Undo and redo between passes: refused, or both sides are equal again once all is sent.

Behind the commands is the iCloud look-alike, where somebody changes things at the same time.
`tests/property/sync_invariants.py` says what equal means.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from lcdesk.model.commands import appointments, deleted_in_icloud
from lcdesk.model.commands.undo import redo_last, undo, undo_last
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.events import AgendaEntry, Origin, Status, SyncState
from lcdesk.model.domain.remote import ObjectState
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import zone
from lcdesk.model.ical.codec import read_event
from lcdesk.model.ical.edit import EventChanges, edit_event
from lcdesk.model.replication import conflicts, mirrored_edits
from lcdesk.model.store.appointments import all_appointments
from lcdesk.model.store.journal import journal_page
from lcdesk.model.store.remote import objects
from lcdesk.model.store.row_images import KEPT, rows_by_key
from lcdesk.model.store.tables import journal, undo_step
from lcdesk.model.store.transaction import Transaction
from tests.desk import BERLIN, event, november
from tests.property import sync_invariants as must
from tests.property.sync_world import World

LATER = timedelta(hours=1)


class Story:
    """One desk, one iCloud, and a way to pick among what is there."""

    def __init__(self) -> None:
        self.world = World()
        self.numbers = itertools.count(1)
        with self.world.desk.database.write(ChangeOrigin.SYNC) as tx:
            tx.connection.execute(undo_step.delete())  # how the desk was set up is no story
            tx.connection.execute(journal.delete())

    def play(self, deed: str, one: int, two: int) -> None:
        getattr(self, deed)(one, two)

    # --- here -------------------------------------------------------------------------------

    def book(self, one: int, _two: int) -> None:
        self.world.desk.book(self.world.calendar, _time(one), insist=True)

    def move(self, one: int, two: int) -> None:
        self._do(
            lambda tx: appointments.move(
                tx, self._number(one), start=_time(two), insist=True, now=self._now
            )
        )

    def edit(self, one: int, two: int) -> None:
        words = {("title", "notes", "location")[two % 3]: f"here {next(self.numbers)}"}
        self._do(lambda tx: appointments.edit(tx, self._number(one), **words, now=self._now))

    def cancel(self, one: int, _two: int) -> None:
        self._do(lambda tx: appointments.cancel(tx, self._number(one), now=self._now))

    def reinstate(self, one: int, _two: int) -> None:
        status = Status.CONFIRMED
        self._do(lambda tx: appointments.set_status(tx, self._number(one), status, now=self._now))

    def edit_a_mirrored_event(self, one: int, two: int) -> None:
        found = [
            entry
            for entry in self.world.agenda()
            if entry.origin is Origin.ICLOUD and not entry.read_only
        ]
        if found:
            entry = found[one % len(found)]
            span = TimeSpan(entry.span.start + LATER, entry.span.end + LATER) if two % 2 else None
            title = None if two % 2 else f"here {next(self.numbers)}"
            wanted = mirrored_edits.Edit(title=title, span=span)
            self._do(
                lambda tx: mirrored_edits.edit_mirrored(tx, entry.number, wanted, now=self._now)
            )

    def decide(self, one: int, two: int) -> None:
        gone = [e for e in self.world.drawn_appointments() if e.sync is SyncState.GONE]
        if gone:
            number = gone[one % len(gone)].number
            decision = list(deleted_in_icloud.Decision)[two % 3]
            self._do(lambda tx: deleted_in_icloud.decide(tx, number, decision, now=self._now))

    def settle_a_clash(self, one: int, two: int) -> None:
        choice = list(conflicts.Keep)[two % 3]
        with self.world.desk.database.read() as reader:
            waiting = objects.objects_in_state(reader, ObjectState.CONFLICT)
        if waiting:
            number = waiting[one % len(waiting)].id
            self._do(lambda tx: conflicts.decide(tx, number, choice, now=self._now))

    def undo(self, _one: int, _two: int) -> None:
        self._turn(lambda tx: undo_last(tx, now=self._now))

    def redo(self, _one: int, _two: int) -> None:
        self._turn(lambda tx: redo_last(tx, now=self._now))

    def undo_a_row(self, one: int, _two: int) -> None:
        with self.world.desk.database.read() as reader:
            rows = [row.id for row in journal_page(reader, limit=50) if row.can_be_undone]
        if rows:
            self._turn(lambda tx: undo(tx, rows[one % len(rows)], now=self._now))

    # --- there ------------------------------------------------------------------------------

    def add_there(self, one: int, two: int) -> None:
        uid = f"f{next(self.numbers)}"
        times = f"202611{17 + one % 8}T{9 + two % 8:02}0000Z", f"202611{17 + one % 8}T190000Z"
        self.world.icloud.home.put(
            f"{self.world.icloud.work}{uid}.ics", event(uid, *times, summary=uid)
        )

    def edit_there(self, one: int, two: int) -> None:
        for path in self._some_path(one):
            found = self.world.icloud.home.find(path)
            assert found is not None
            tz = zone(BERLIN)
            changes = EventChanges(title=f"there {next(self.numbers)}")
            if two % 2:
                span = read_event(found.text, zone=tz).span
                changes = EventChanges(span=TimeSpan(span.start + LATER, span.end + LATER))
            text = edit_event(found.text, changes=changes, now=november(24, 0), zone=tz)
            self.world.icloud.home.put(path, text)

    def delete_there(self, one: int, _two: int) -> None:
        for path in self._some_path(one):
            self.world.icloud.home.drop(path)

    def sync(self, _one: int, _two: int) -> None:
        self.world.sync()

    # --- means ------------------------------------------------------------------------------

    @property
    def _now(self) -> datetime:
        return self.world.desk.now

    def _do(self, work: Callable[[Transaction], object]) -> None:
        with suppress(LcdeskError), self.world.desk.database.write() as tx:
            work(tx)

    def _turn(self, work: Callable[[Transaction], object]) -> None:
        before, refusal = self._rows(), ""
        try:
            with self.world.desk.database.write(ChangeOrigin.UNDO) as tx:
                work(tx)
        except LcdeskError as error:
            refusal = error.message
        assert not refusal or refusal.endswith("."), "a sentence"
        assert not refusal or self._rows() == before, "and nothing was changed"

    def _rows(self) -> object:
        with self.world.desk.database.read() as reader:
            numbers = [(appointment.id,) for appointment in all_appointments(reader)]
            table = next(table for table in KEPT if table.name == "appointment")
            return rows_by_key(reader.connection, table, numbers)

    def _number(self, one: int) -> int:
        with self.world.desk.database.read() as reader:
            found = all_appointments(reader)
        return found[one % len(found)].id if found else 0

    def _some_path(self, one: int) -> list[str]:
        work = self.world.icloud.home.collections[self.world.icloud.work]
        names = sorted(work.objects)
        return [work.path + names[one % len(names)]] if names else []


def both_sides_are_equal(world: World) -> None:
    """What stands there is drawn here, as an appointment or as an event of somebody's own."""
    drawn = [entry for entry in world.agenda() if entry.sync is SyncState.SYNCED]
    here = sorted(_said(entry) for entry in drawn)
    there = sorted(must.everything_there(world))
    if any(entry.sync is SyncState.CONFLICT for entry in world.agenda()):
        there = [clash for clash in there if clash in here]  # each clash has its own of either side
    assert here == there


def _said(entry: AgendaEntry) -> tuple[str, str, datetime, datetime]:
    return entry.title, entry.location, entry.span.start, entry.span.end


@contextmanager
def story() -> Iterator[Story]:
    told = Story()
    try:
        yield told
    finally:
        told.world.close()


def _time(hour: int) -> datetime:
    return november(24, 9) + timedelta(hours=hour % 8, days=hour // 8 % 4)


DEEDS = (
    "book", "book", "move", "move", "edit", "edit", "cancel", "reinstate", "edit_a_mirrored_event",
    "decide", "settle_a_clash", "undo", "undo", "undo", "redo", "undo_a_row",
    "add_there", "edit_there", "edit_there", "delete_there", "sync", "sync", "sync",
)  # fmt: skip
NUMBERS = st.integers(0, 31)


@settings(max_examples=30)
@given(st.lists(st.tuples(st.sampled_from(DEEDS), NUMBERS, NUMBERS), min_size=3, max_size=18))
def test_an_undo_is_refused_or_both_sides_are_equal_again(
    moves: list[tuple[str, int, int]],
) -> None:
    with story() as told:
        told.play("book", 0, 0)
        for deed, one, two in moves:
            told.play(deed, one, two)
        must.come_to_rest(told.world)
        must.invariant_1_nothing_more_is_sent_at_rest(told.world)
        both_sides_are_equal(told.world)
