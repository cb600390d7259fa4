"""An event of ours is deleted there and put back under its own name."""

from __future__ import annotations

import pytest

from lcdesk.model.commands.appointments import edit, move
from lcdesk.model.commands.deleted_in_icloud import Decision, decide
from lcdesk.model.domain.events import Appointment, SyncState
from tests.desk import at
from tests.engine.conftest import Connected
from tests.engine.test_pass import only_text


def deleted_there(connected: Connected) -> tuple[Appointment, str]:
    """A booking whose event was deleted, and the text that was deleted."""
    desk = connected.desk
    made = desk.book(connected.consultation, at(25, 10))
    desk.sync()
    text = only_text(connected)
    connected.server.delete(desk.href(made))
    desk.sync()
    assert desk.entry(f"a{made.id}").sync is SyncState.GONE
    return made, text


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("keeps_here", [False, True])
def test_two_different_times_were_shown_as_synced(
    connected: Connected, full: bool, keeps_here: bool
) -> None:
    desk = connected.desk
    made, text = deleted_there(connected)
    with desk.database.write() as tx:
        if keeps_here:
            decide(tx, made.id, Decision.KEEP, now=desk.now)
        move(tx, made.id, start=at(25, 14), now=desk.now)
    connected.server.put(desk.href(made), text)
    desk.sync(full=full)
    desk.sync()
    entry = desk.entry(f"a{made.id}")
    assert (entry.sync, entry.span.start) == (SyncState.SYNCED, at(25, 14))
    assert "20261125T140000" in only_text(connected)


def test_put_back_with_another_place_both_changes_are_joined(connected: Connected) -> None:
    desk = connected.desk
    made, text = deleted_there(connected)
    with desk.database.write() as tx:
        move(tx, made.id, start=at(25, 14), now=desk.now)
    there = text.replace("END:VEVENT", "LOCATION:Room 2\r\nEND:VEVENT")
    connected.server.put(desk.href(made), there)
    desk.sync()
    desk.sync()
    entry = desk.entry(f"a{made.id}")
    assert (entry.sync, entry.span.start, entry.location) == (
        SyncState.SYNCED,
        at(25, 14),
        "Room 2",
    )


def test_put_back_with_another_title_a_clash_waits(connected: Connected) -> None:
    desk = connected.desk
    made, text = deleted_there(connected)
    with desk.database.write() as tx:
        edit(tx, made.id, title="Ours", now=desk.now)
    connected.server.put(desk.href(made), text.replace("SUMMARY:Cleo", "SUMMARY:Theirs "))
    desk.sync()
    desk.sync()
    assert desk.entry(f"a{made.id}").sync is SyncState.CONFLICT


def test_put_back_as_it_was_it_is_synced_again(connected: Connected) -> None:
    desk = connected.desk
    made, text = deleted_there(connected)
    connected.server.put(desk.href(made), text)
    report = desk.sync()
    desk.sync()
    assert desk.entry(f"a{made.id}").sync is SyncState.SYNCED
    assert report.pushed.updated == 0
