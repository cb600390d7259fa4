"""An event of ours is deleted there and put back under its own name."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.commands.appointments import cancel, edit, move, set_status
from lcdesk.model.commands.attention import Kind
from lcdesk.model.commands.deleted_in_icloud import Decision, decide
from lcdesk.model.domain.events import Appointment, Status, SyncState
from tests.desk import november
from tests.engine.conftest import EACH_SERVER, Connected
from tests.engine.test_cancelled_here import only_matter
from tests.engine.test_pass import only_text
from tests.fakes.icloud.calendars import uid_of


def deleted_there(connected: Connected) -> tuple[Appointment, str]:
    """A booking whose event was deleted, and the text that was deleted."""
    desk = connected.desk
    made = desk.book(connected.consultation, november(25, 10))
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
        move(tx, made.id, start=november(25, 14), now=desk.now)
    connected.server.put(desk.href(made), text)
    desk.sync(full=full)
    desk.sync()
    entry = desk.entry(f"a{made.id}")
    assert (entry.sync, entry.span.start) == (SyncState.SYNCED, november(25, 14))
    assert "20261125T140000" in only_text(connected)


@EACH_SERVER
def test_put_back_with_another_place_both_changes_are_joined(connected: Connected) -> None:
    desk = connected.desk
    made, text = deleted_there(connected)
    with desk.database.write() as tx:
        move(tx, made.id, start=november(25, 14), now=desk.now)
    there = text.replace("END:VEVENT", "LOCATION:Room 2\r\nEND:VEVENT")
    connected.server.put(desk.href(made), there)
    desk.sync()
    desk.sync()
    entry = desk.entry(f"a{made.id}")
    assert (entry.sync, entry.span.start, entry.location) == (
        SyncState.SYNCED,
        november(25, 14),
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


def put_back_and_cancel(connected: Connected, *pairs: tuple[str, str]) -> Appointment:
    """Put back under its own name, and cancelled here before that is read."""
    desk = connected.desk
    made, text = deleted_there(connected)
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    connected.server.put(desk.href(made), text)
    with desk.database.write() as tx:
        cancel(tx, made.id, now=desk.now)
    return made


def test_put_back_and_cancelled_before_it_was_read_it_stayed_as_somebody_elses(
    connected: Connected,
) -> None:
    desk = connected.desk
    made = put_back_and_cancel(connected)
    for _ in range(2):
        desk.sync()
    assert not connected.server.members(connected.work)
    assert [entry.id for entry in desk.agenda()] == [f"a{made.id}"]
    assert desk.entry(f"a{made.id}").sync is SyncState.LOCAL
    assert desk.waiting() == 0


def test_put_back_changed_and_cancelled_here_it_waits_for_a_person(connected: Connected) -> None:
    desk = connected.desk
    made = put_back_and_cancel(connected, ("SUMMARY:Cleo", "SUMMARY:Theirs "))
    for _ in range(2):
        desk.sync()
    assert only_matter(desk).kind is Kind.CANCELLED_HERE
    assert desk.entry(f"a{made.id}").sync is SyncState.CONFLICT
    assert "SUMMARY:Theirs" in only_text(connected)


def test_put_back_renamed_and_cancelled_here_it_is_deleted(connected: Connected) -> None:
    desk = connected.desk
    made, text = deleted_there(connected)
    connected.server.put(desk.href(made).replace(".ics", "-2.ics"), text)
    with desk.database.write() as tx:
        cancel(tx, made.id, now=desk.now)
    for _ in range(2):
        desk.sync()
    assert not connected.server.members(connected.work)
    assert [entry.id for entry in desk.agenda()] == [f"a{made.id}"]


def test_kept_here_only_then_put_back_and_cancelled_it_is_deleted(connected: Connected) -> None:
    desk = connected.desk
    made, text = deleted_there(connected)
    with desk.database.write() as tx:
        decide(tx, made.id, Decision.KEEP, now=desk.now)
    connected.server.put(desk.href(made), text)
    with desk.database.write() as tx:
        cancel(tx, made.id, now=desk.now)
    for _ in range(2):
        desk.sync()
    assert not connected.server.members(connected.work)


@EACH_SERVER
@pytest.mark.parametrize("comes_back", [False, True])
def test_cancelled_and_reinstated_it_stands_there_once(
    connected: Connected, comes_back: bool
) -> None:
    desk = connected.desk
    made, text = deleted_there(connected)
    with desk.database.write() as tx:
        cancel(tx, made.id, now=desk.now)
        set_status(tx, made.id, Status.CONFIRMED, now=desk.now)
    if comes_back:
        connected.server.put(f"{connected.work}{uid_of(text)}.ics", text)
    for _ in range(3):
        desk.sync()
    assert len(connected.server.members(connected.work)) == 1
    assert [entry.id for entry in desk.agenda()] == [f"a{made.id}"]
    assert desk.entry(f"a{made.id}").sync is SyncState.SYNCED


def test_reinstated_after_it_was_put_back_changed_a_second_event_came_and_went(
    connected: Connected,
) -> None:
    desk = connected.desk
    made = put_back_and_cancel(connected, ("SUMMARY:Cleo", "SUMMARY:Theirs "))
    with desk.database.write() as tx:
        set_status(tx, made.id, Status.CONFIRMED, now=desk.now)
    place = desk.href(made)
    for _ in range(3):
        desk.sync()
        assert list(connected.server.members(connected.work)) == [place]
    entry = desk.entry(f"a{made.id}")
    assert (entry.sync, entry.title) == (SyncState.SYNCED, "Theirs  Park")


def test_reinstated_and_cancelled_again_what_was_put_back_stayed_there(
    connected: Connected,
) -> None:
    desk = connected.desk
    made = put_back_and_cancel(connected)
    with desk.database.write() as tx:
        set_status(tx, made.id, Status.CONFIRMED, now=desk.now)
        cancel(tx, made.id, now=desk.now)
    for _ in range(2):
        desk.sync()
    assert not connected.server.members(connected.work)
    assert [entry.id for entry in desk.agenda()] == [f"a{made.id}"]


def test_what_is_put_back_after_the_cancellation_was_read_is_an_event_like_others(
    connected: Connected,
) -> None:
    desk = connected.desk
    made, text = deleted_there(connected)
    href = desk.href(made)
    with desk.database.write() as tx:
        cancel(tx, made.id, now=desk.now)
    desk.now += timedelta(minutes=2)
    desk.sync()
    connected.server.put(href, text)
    desk.sync()
    assert len(desk.agenda()) == 2
