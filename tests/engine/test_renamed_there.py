"""An event of ours gets another name on the server (MOVE inside its calendar): it is followed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.commands.appointments import cancel, edit, move
from lcdesk.model.commands.deleted_in_icloud import Decision, decide
from lcdesk.model.domain.events import Appointment, Origin, SyncState
from tests.desk import november
from tests.engine.conftest import EACH_SERVER, Connected
from tests.engine.practice import Practice
from tests.engine.test_pass import only_text
from tests.fakes.faults import Fault
from tests.fakes.icloud import Listed
from tests.fakes.loopback import Reply


def renamed(connected: Connected, made: Appointment, *replaced: tuple[str, str]) -> str:
    """MOVE on the server, or what amounts to it where MOVE is not known; the new path."""
    server, desk = connected.server, connected.desk
    old, new = desk.href(made), f"{connected.work}moved-{made.id}.ics"
    text = server.get(old)
    assert text is not None
    destination = {"Destination": server.url.rstrip("/") + new, "Overwrite": "F"}
    if server.ask("MOVE", old, headers=destination).status != 201:
        server.delete(old)
        server.put(new, text)
    for before, after in replaced:
        assert before in text
        text = text.replace(before, after)
    if replaced:
        server.put(new, text)
    return new


def rename(practice: Practice, path: str) -> None:
    """The same in the look-alike."""
    home = practice.icloud.home
    found = home.find(path)
    assert found is not None
    home.drop(path)
    home.put(f"{practice.icloud.work}renamed.ics", found.text)


def is_followed(connected: Connected, made: Appointment) -> None:
    """Synced, alone, at one place."""
    desk = connected.desk
    assert desk.entry(f"a{made.id}").sync is SyncState.SYNCED
    assert [entry.id for entry in desk.agenda() if entry.origin is Origin.ICLOUD] == []
    (there,) = connected.server.members(connected.work)
    assert there.endswith(f"moved-{made.id}.ics")
    assert desk.waiting() == 0


@EACH_SERVER
@pytest.mark.parametrize("full", [False, True])
def test_a_renamed_event_was_gone_and_its_slot_blocked(connected: Connected, full: bool) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    renamed(connected, made)
    desk.now += timedelta(minutes=5)
    desk.sync(full=full)
    is_followed(connected, made)
    with desk.database.write() as tx:
        move(tx, made.id, start=november(25, 14), now=desk.now)
    assert desk.sync().pushed.updated == 1
    assert "20261125T140000" in only_text(connected)
    is_followed(connected, made)


def test_what_was_edited_with_the_new_name_is_taken_over(connected: Connected) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    renamed(connected, made, ("T100000", "T110000"), ("T103000", "T113000"))
    desk.sync()
    is_followed(connected, made)
    assert desk.entry(f"a{made.id}").span.start == november(25, 11)


def test_what_was_edited_here_meanwhile_is_joined(connected: Connected) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    with desk.database.write() as tx:
        edit(tx, made.id, location="Room 2", now=desk.now)
    renamed(connected, made, ("T100000", "T110000"), ("T103000", "T113000"))
    desk.sync()
    desk.sync()
    is_followed(connected, made)
    entry = desk.entry(f"a{made.id}")
    assert (entry.location, entry.span.start) == ("Room 2", november(25, 11))
    assert "Room 2" in only_text(connected)


def test_the_same_property_waits_for_a_person(connected: Connected) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    with desk.database.write() as tx:
        move(tx, made.id, start=november(25, 14), now=desk.now)
    renamed(connected, made, ("T100000", "T110000"), ("T103000", "T113000"))
    desk.sync()
    desk.sync()
    assert desk.entry(f"a{made.id}").sync is SyncState.CONFLICT


def test_a_cancelled_appointment_left_its_renamed_event_behind(connected: Connected) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    with desk.database.write() as tx:
        cancel(tx, made.id, now=desk.now)
    renamed(connected, made)
    desk.sync()
    desk.sync()
    assert connected.server.members(connected.work) == {}
    assert [entry for entry in desk.agenda() if entry.origin is Origin.ICLOUD] == []


def test_a_change_whose_answer_was_lost_left_the_renamed_event_of_a_cancelled_one_behind(
    practice: Practice,
) -> None:
    made, home = practice.book(), practice.icloud.home
    with practice.desk.database.write() as tx:
        edit(tx, made.id, title="Second", now=practice.desk.now)
    practice.icloud.faults.add(Fault("PUT", instead=Reply(207)))
    practice.desk.sync()
    rename(practice, practice.desk.href(made))
    with practice.desk.database.write() as tx:
        cancel(tx, made.id, now=practice.desk.now)
    for _ in range(2):
        practice.good_pass()
        practice.desk.now += timedelta(minutes=2)
    assert not home.collections[practice.icloud.work].objects
    assert practice.desk.waiting() == 0


def test_a_minute_in_which_nothing_was_read_left_the_renamed_event_of_a_cancelled_one_behind(
    practice: Practice,
) -> None:
    made, home = practice.book(), practice.icloud.home
    practice.desk.now += timedelta(minutes=2)
    rename(practice, practice.desk.href(made))
    with practice.desk.database.write() as tx:
        cancel(tx, made.id, now=practice.desk.now)
    practice.icloud.faults.add(Fault("PROPFIND", skip=1, times=99, instead=Reply(500)))
    practice.desk.sync()
    practice.icloud.faults.clear()
    for _ in range(2):
        practice.desk.now += timedelta(minutes=20)
        practice.good_pass()
    assert not home.collections[practice.icloud.work].objects
    assert practice.desk.waiting() == 0


def test_a_listing_that_lacked_it_left_the_renamed_event_of_a_cancelled_one_behind(
    practice: Practice,
) -> None:
    made = practice.book()
    practice.desk.now += timedelta(minutes=2)
    rename(practice, practice.desk.href(made))
    with practice.desk.database.write() as tx:
        cancel(tx, made.id, now=practice.desk.now)
    practice.icloud.home.forget_tokens()
    practice.icloud.quirks.listed = Listed.NOTHING
    practice.desk.sync()
    practice.icloud.quirks.listed = Listed.WHOLE
    for _ in range(3):
        practice.desk.now += timedelta(minutes=2)
        practice.good_pass()
    assert not practice.icloud.home.collections[practice.icloud.work].objects
    assert practice.desk.waiting() == 0


def test_many_renamed_events_are_no_mass_removal(connected: Connected) -> None:
    desk = connected.desk
    some = [
        desk.book(connected.consultation, november(25, 0) + n * timedelta(minutes=30))
        for n in range(24)
    ]
    desk.sync()
    for appointment in some:
        renamed(connected, appointment)
    desk.now += timedelta(minutes=5)
    report = desk.sync()
    assert report.pulled.held == 0
    assert {desk.entry(f"a{appointment.id}").sync for appointment in some} == {SyncState.SYNCED}


def test_put_back_under_another_name_it_is_synced_again(connected: Connected) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    text = only_text(connected)
    connected.server.delete(desk.href(made))
    desk.sync()
    assert desk.entry(f"a{made.id}").sync is SyncState.GONE
    connected.server.put(f"{connected.work}moved-{made.id}.ics", text)
    desk.sync()
    is_followed(connected, made)


@pytest.mark.parametrize("name", ["", "moved-1"])
def test_restoring_made_a_second_object(connected: Connected, name: str) -> None:
    """Restored here, and put back there before lcdesk read it."""
    desk = connected.desk
    made = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    text, old = only_text(connected), desk.href(made)
    connected.server.delete(old)
    desk.sync()
    with desk.database.write() as tx:
        decide(tx, made.id, Decision.RESTORE, now=desk.now)
        move(tx, made.id, start=november(25, 14), now=desk.now)
    connected.server.put(f"{connected.work}{name}.ics" if name else old, text)
    desk.sync()
    desk.sync()
    assert len(connected.server.members(connected.work)) == 1
    assert "20261125T140000" in only_text(connected)
    assert desk.entry(f"a{made.id}").sync is SyncState.SYNCED
    assert [entry for entry in desk.agenda() if entry.origin is Origin.ICLOUD] == []


@EACH_SERVER
def test_restored_it_is_as_it_was(connected: Connected) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    alarm = "X-OTHER-PROGRAM:kept\r\nEND:VEVENT"
    connected.server.put(desk.href(made), only_text(connected).replace("END:VEVENT", alarm))
    desk.sync()
    connected.server.delete(desk.href(made))
    desk.sync()
    with desk.database.write() as tx:
        decide(tx, made.id, Decision.RESTORE, now=desk.now)
    desk.sync()
    assert "X-OTHER-PROGRAM:kept" in only_text(connected)
    assert desk.entry(f"a{made.id}").sync is SyncState.SYNCED


def test_a_copy_with_the_same_uid_is_no_new_name(practice: Practice) -> None:
    made = practice.book()
    path = practice.desk.href(made)
    found = practice.icloud.home.find(path)
    assert found is not None
    copy = f"{practice.icloud.work}copy.ics"
    practice.icloud.home.put(copy, found.text)
    practice.good_pass()
    assert practice.desk.href(made) == path
    practice.icloud.home.drop(path)
    practice.good_pass()
    assert practice.desk.href(made) == copy, "the copy is the event now"
    assert practice.entry(made).sync is SyncState.SYNCED
    assert [entry.id for entry in practice.desk.agenda()] == [f"a{made.id}"]
