"""Two events take each other's name on the server: each is known by its UID."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.commands.appointments import cancel, edit, move
from lcdesk.model.domain.events import Appointment, Origin, Status, SyncState
from tests.desk import event, november
from tests.engine.conftest import EACH_SERVER, Connected


def two(connected: Connected) -> tuple[Appointment, Appointment]:
    """Two bookings that stand there, at ten and at two."""
    desk = connected.desk
    made = (
        desk.book(connected.consultation, november(25, 10)),
        desk.book(connected.consultation, november(25, 14)),
    )
    desk.sync()
    return made


def exchange(connected: Connected, first: str, second: str) -> None:
    """What stands at two places takes the place of the other."""
    server = connected.server
    texts = server.get(first), server.get(second)
    assert None not in texts
    server.delete(first)
    server.delete(second)
    server.put(first, texts[1] or "")
    server.put(second, texts[0] or "")


def said(connected: Connected, made: Appointment) -> str:
    """What stands there of a booking."""
    text = connected.server.get(connected.desk.href(made))
    assert text is not None
    return text


def settle(connected: Connected, *, full: bool = False) -> None:
    for _ in range(3):
        connected.desk.sync(full=full)


@EACH_SERVER
@pytest.mark.parametrize("full", [False, True])
def test_each_appointment_followed_the_text_of_the_other(connected: Connected, full: bool) -> None:
    desk = connected.desk
    first, second = two(connected)
    places = desk.href(first), desk.href(second)
    exchange(connected, *places)
    settle(connected, full=full)
    assert (desk.href(second), desk.href(first)) == places
    for made in (first, second):
        entry = desk.entry(f"a{made.id}")
        assert (entry.sync, entry.span) == (SyncState.SYNCED, made.span)
    with desk.database.write() as tx:
        move(tx, first.id, start=november(25, 16), now=desk.now)
    assert desk.sync().pushed.updated == 1
    assert "20261125T160000" in said(connected, first)
    assert "20261125T140000" in said(connected, second)


def test_what_was_edited_here_goes_to_the_new_place(connected: Connected) -> None:
    desk = connected.desk
    first, second = two(connected)
    with desk.database.write() as tx:
        edit(tx, first.id, location="Room 2", now=desk.now)
    exchange(connected, desk.href(first), desk.href(second))
    settle(connected)
    assert "LOCATION:Room 2" in said(connected, first)
    assert "LOCATION" not in said(connected, second)
    for made in (first, second):
        entry = desk.entry(f"a{made.id}")
        assert (entry.sync, entry.span) == (SyncState.SYNCED, made.span)


def test_both_were_edited_here(connected: Connected) -> None:
    desk = connected.desk
    first, second = two(connected)
    with desk.database.write() as tx:
        edit(tx, first.id, location="Room 1", now=desk.now)
        edit(tx, second.id, location="Room 2", now=desk.now)
    exchange(connected, desk.href(first), desk.href(second))
    for _ in range(4):
        settle(connected)
        desk.now += timedelta(minutes=2)
    assert "LOCATION:Room 1" in said(connected, first)
    assert "LOCATION:Room 2" in said(connected, second)
    assert desk.waiting() == 0


def test_the_one_that_was_cancelled_here_is_deleted_there(connected: Connected) -> None:
    desk = connected.desk
    first, second = two(connected)
    with desk.database.write() as tx:
        cancel(tx, first.id, now=desk.now)
    exchange(connected, desk.href(first), desk.href(second))
    settle(connected)
    assert len(connected.server.members(connected.work)) == 1
    assert "20261125T140000" in said(connected, second)
    assert desk.entry(f"a{second.id}").sync is SyncState.SYNCED
    assert desk.entry(f"a{first.id}").status is Status.CANCELLED


def test_one_was_moved_over_the_other(connected: Connected) -> None:
    desk, server = connected.desk, connected.server
    first, second = two(connected)
    text, place = said(connected, first), desk.href(second)
    server.delete(desk.href(first))
    server.delete(place)
    server.put(place, text)
    settle(connected)
    entry = desk.entry(f"a{first.id}")
    assert (entry.sync, entry.span) == (SyncState.SYNCED, first.span)
    assert desk.href(first) == place
    gone = desk.entry(f"a{second.id}")
    assert (gone.sync, gone.span) == (SyncState.GONE, second.span)


def test_somebody_elses_event_took_the_place(connected: Connected) -> None:
    desk, server = connected.desk, connected.server
    made = desk.book(connected.consultation, november(25, 10))
    other = f"{connected.work}theirs.ics"
    server.put(other, event("theirs", "20261125T120000Z", "20261125T130000Z", summary="Theirs"))
    desk.sync()
    exchange(connected, desk.href(made), other)
    settle(connected)
    entry = desk.entry(f"a{made.id}")
    assert (entry.sync, entry.span, entry.title) == (SyncState.SYNCED, made.span, made.title)
    assert desk.href(made) == other
    assert [e.title for e in desk.agenda() if e.origin is Origin.ICLOUD] == ["Theirs"]


def test_an_event_that_the_server_gives_another_uid_is_ours_still(connected: Connected) -> None:
    desk, server = connected.desk, connected.server
    made = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    text, place = said(connected, made), desk.href(made)
    uid = next(line for line in text.splitlines() if line.startswith("UID:"))
    server.delete(place)
    text = text.replace(uid, "UID:of-the-server").replace("T1000", "T1100")
    server.put(place, text.replace("T1030", "T1130"))
    settle(connected)
    assert desk.entry(f"a{made.id}").span.start == november(25, 11)
