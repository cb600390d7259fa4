"""A restored store and a server that went on: nothing there is deleted or doubled."""

from __future__ import annotations

from datetime import timedelta

from lcdesk.model.commands.appointments import cancel, move
from lcdesk.model.commands.attention import Kind
from lcdesk.model.commands.undo import undo_last
from lcdesk.model.domain.copies import Copy
from lcdesk.model.domain.events import SyncState
from lcdesk.model.store.backup.copies import make_copy
from lcdesk.model.store.backup.restore import restore
from tests.desk import Desk, event, november, open_store
from tests.engine.conftest import EACH_SERVER, Connected
from tests.engine.test_cancelled_here import only_matter


def copy_of(desk: Desk) -> Copy:
    return make_copy(desk.folder / "lcdesk.sqlite3", desk.now)


def go_back(desk: Desk, copy: Copy) -> None:
    """As a person does it: lcdesk is closed, the copy restored, lcdesk opened and synced."""
    desk.close()
    restore(desk.folder / "lcdesk.sqlite3", copy, desk.now)
    desk.database = open_store(desk.folder, desk.clock)
    for _ in range(3):
        assert desk.sync().ok
        desk.now += timedelta(minutes=2)


@EACH_SERVER
def test_what_the_server_has_since_is_taken_over(connected: Connected) -> None:
    desk, server = connected.desk, connected.server
    kept = desk.book(connected.consultation, november(25, 9))
    moved = desk.book(connected.consultation, november(25, 11))
    desk.sync()
    copy = copy_of(desk)
    with desk.database.write() as tx:
        move(tx, moved.id, start=november(25, 14), now=desk.now)
    desk.book(connected.consultation, november(26, 10))
    server.put(f"{connected.family}dentist.ics", event("d", "20261126T150000Z", "20261126T160000Z"))
    desk.sync()
    there, family = server.members(connected.work), server.members(connected.family)
    assert len(there) == 3
    go_back(desk, copy)
    assert (server.members(connected.work), server.members(connected.family)) == (there, family)
    assert desk.entry(f"a{kept.id}").sync is SyncState.SYNCED
    assert desk.entry(f"a{moved.id}").span.start == november(25, 14)
    others = [entry for entry in desk.agenda() if not entry.id.startswith("a")]
    assert sorted(entry.span.start for entry in others) == [november(26, 10), november(26, 16)]
    assert desk.waiting() == 0


@EACH_SERVER
def test_what_was_cancelled_since_waits_for_a_person(connected: Connected) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    copy = copy_of(desk)
    with desk.database.write() as tx:
        cancel(tx, made.id, now=desk.now)
    desk.sync()
    assert connected.server.members(connected.work) == {}
    go_back(desk, copy)
    assert connected.server.members(connected.work) == {}
    assert desk.entry(f"a{made.id}").sync is SyncState.GONE


@EACH_SERVER
def test_a_booking_that_waited_and_was_sent_since_was_doubled(connected: Connected) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(25, 10))
    copy = copy_of(desk)
    desk.sync()
    there = connected.server.members(connected.work)
    go_back(desk, copy)
    assert connected.server.members(connected.work) == there
    assert desk.entry(f"a{made.id}").sync is SyncState.SYNCED


@EACH_SERVER
def test_a_deletion_that_waited_and_was_taken_back_since_was_sent(connected: Connected) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    with desk.database.write() as tx:
        cancel(tx, made.id, now=desk.now)
    copy = copy_of(desk)
    with desk.database.write() as tx:
        undo_last(tx, now=desk.now)
    desk.sync()
    there = connected.server.members(connected.work)
    assert len(there) == 1
    go_back(desk, copy)
    assert connected.server.members(connected.work) == there
    assert only_matter(desk).kind is Kind.REFUSED


@EACH_SERVER
def test_an_event_of_another_program_that_is_gone_since_stays_gone(connected: Connected) -> None:
    desk, server = connected.desk, connected.server
    dentist = f"{connected.work}dentist.ics"
    server.put(dentist, event("d", "20261126T150000Z", "20261126T160000Z"))
    desk.sync()
    copy = copy_of(desk)
    server.delete(dentist)
    desk.sync()
    go_back(desk, copy)
    assert server.members(connected.work) == {}
    (entry,) = desk.agenda()
    assert entry.sync is SyncState.GONE, "kept and marked, as in every store"
