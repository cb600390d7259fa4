"""Undoing what Activity tells of: the way back, and the sentence where there is none."""

from __future__ import annotations

import uuid

import pytest

from lcdesk.model.commands.appointments import cancel, edit, move
from lcdesk.model.commands.attention import Choice, list_waiting
from lcdesk.model.commands.decisions import carry_out_choice
from lcdesk.model.commands.deleted_in_icloud import Decision, decide, release_all
from lcdesk.model.commands.reassign import Reassignment, reassign
from lcdesk.model.commands.undo import undo
from lcdesk.model.commands.undo_checks import CannotBeUndone
from lcdesk.model.domain.accounts import Account, Role
from lcdesk.model.domain.events import Appointment, EntryKind, Status, SyncState
from lcdesk.model.domain.journal import Entry, JournalKind
from lcdesk.model.domain.people import Contact
from lcdesk.model.replication.mirrored_edits import Edit, edit_mirrored
from lcdesk.model.store import accounts
from lcdesk.model.store.appointments import get_appointment
from lcdesk.sync.rediscovery import record
from tests.desk import Desk, november
from tests.engine.conftest import EACH_SERVER, REAL_SERVERS, Connected
from tests.engine.test_activity import last, release_what_is_deleted, told
from tests.engine.test_bad_input import GOOD, Faulty, faulty
from tests.servers import Account as ServerAccount
from tests.undoing import redo as redo_last
from tests.undoing import undo as undo_last

__all__ = ["faulty"]


def take_back(desk: Desk, entry: Entry) -> None:
    with desk.database.write() as tx:
        undo(tx, entry.id, now=desk.now)


def kept(desk: Desk, one: Appointment) -> Appointment:
    with desk.database.read() as reader:
        found = get_appointment(reader, one.id)
    assert found is not None
    return found


def moved_in_icloud(connected: Connected) -> Appointment:
    """Cleo's appointment at ten, which iCloud moved to two."""
    desk, server = connected.desk, connected.server
    made = desk.book(connected.consultation, november(24, 10))
    desk.sync()
    path = desk.href(made)
    text = server.get(path) or ""
    server.put(path, text.replace("T100000", "T140000").replace("T103000", "T143000"))
    desk.sync()
    assert kept(desk, made).span.start == november(24, 14)
    return made


def deleted_in_icloud(connected: Connected) -> Appointment:
    desk = connected.desk
    made = desk.book(connected.consultation, november(24, 10))
    desk.sync()
    connected.server.delete(desk.href(made))
    desk.sync()
    return made


def second_calendar(desk: Desk, server: ServerAccount) -> str:
    """One more calendar on the server, discovered."""
    path = server.make_calendar(f"second{uuid.uuid4().hex[:8]}")
    with desk.database.read() as reader:
        (account,) = accounts.all_accounts(reader)
    remote = desk.connect(account)
    record(desk.database, account, remote.discover(), desk.now)
    remote.close()
    return path


# --- released slots -----------------------------------------------------------------------------


def test_released_slots_come_back_marked_and_block_their_time(faulty: Faulty) -> None:
    desk = faulty.desk
    release_what_is_deleted(desk)
    for name in ("a", "b", "c"):
        faulty.remote.put(f"/family/{name}.ics", GOOD.replace("good", name))
    faulty.sync()
    faulty.remote.drop("/family/a.ics")
    faulty.remote.drop("/family/b.ics")
    faulty.sync()
    assert len(faulty.titles()) == 1
    row = last(desk, JournalKind.RELEASED)
    take_back(desk, row)
    back = [entry for entry in desk.agenda() if entry.sync is SyncState.GONE]
    assert len(back) == 2
    assert {entry.id for entry in back} == {item.subject for item in row.items}
    assert all(entry.busy for entry in back)
    assert last(desk, JournalKind.UNDONE).facts["of"] == JournalKind.RELEASED
    faulty.sync()
    assert len(faulty.titles()) == 3, "the next pass leaves them"


def test_a_slot_released_by_hand_comes_back(faulty: Faulty) -> None:
    for name in ("a", "b"):
        faulty.remote.put(f"/family/{name}.ics", GOOD.replace("good", name))
    faulty.sync()
    faulty.remote.drop("/family/a.ics")
    faulty.sync()
    with faulty.desk.database.write() as tx:
        assert release_all(tx) == 1
    take_back(faulty.desk, last(faulty.desk, JournalKind.RELEASED))
    assert len(faulty.titles()) == 2


def test_what_is_in_icloud_again_is_not_doubled(faulty: Faulty) -> None:
    release_what_is_deleted(faulty.desk)
    for name in ("a", "b"):
        faulty.remote.put(f"/family/{name}.ics", GOOD.replace("good", name))
    faulty.sync()
    faulty.remote.drop("/family/a.ics")
    faulty.sync()
    faulty.remote.put("/family/a.ics", GOOD.replace("good", "a"))
    faulty.sync()
    take_back(faulty.desk, last(faulty.desk, JournalKind.RELEASED))
    assert len(faulty.titles()) == 2


def test_slots_of_a_calendar_without_a_role_stay_away(faulty: Faulty) -> None:
    release_what_is_deleted(faulty.desk)
    for name in ("a", "b"):
        faulty.remote.put(f"/family/{name}.ics", GOOD.replace("good", name))
    faulty.sync()
    faulty.remote.drop("/family/a.ics")
    faulty.sync()
    row = last(faulty.desk, JournalKind.RELEASED)
    faulty.desk.give_role("/family/", Role.NONE)
    with pytest.raises(CannotBeUndone, match="not used any more"):
        take_back(faulty.desk, row)
    assert last(faulty.desk, JournalKind.RELEASED).can_be_undone, "nothing was changed"


# --- appointments that followed -----------------------------------------------------------------


@EACH_SERVER
def test_an_appointment_goes_back_here_and_in_icloud(connected: Connected) -> None:
    desk = connected.desk
    made = moved_in_icloud(connected)
    take_back(desk, last(desk, JournalKind.FOLLOWED))
    assert kept(desk, made).span.start == november(24, 10)
    assert desk.sync().pushed.updated == 1
    assert "T100000" in (connected.server.get(desk.href(made)) or "")
    assert kept(desk, made).span.start == november(24, 10), "it stays there"


def test_only_what_icloud_changed_goes_back(connected: Connected) -> None:
    desk = connected.desk
    made = moved_in_icloud(connected)
    with desk.database.write() as tx:
        edit(tx, made.id, notes="Bring the card", now=desk.now)
    take_back(desk, last(desk, JournalKind.FOLLOWED))
    assert (kept(desk, made).span.start, kept(desk, made).notes) == (
        november(24, 10),
        "Bring the card",
    )


def test_an_appointment_changed_again_since_stays(connected: Connected) -> None:
    desk = connected.desk
    made = moved_in_icloud(connected)
    with desk.database.write() as tx:
        move(tx, made.id, start=november(24, 16), now=desk.now)
    with pytest.raises(CannotBeUndone, match="changed again since"):
        take_back(desk, last(desk, JournalKind.FOLLOWED))
    assert kept(desk, made).span.start == november(24, 16)


@REAL_SERVERS
def test_what_clashes_is_decided_first_and_the_place_is_named(connected: Connected) -> None:
    desk, server = connected.desk, connected.server
    made = moved_in_icloud(connected)
    path = desk.href(made)
    text = server.get(path) or ""
    server.put(path, text.replace("SUMMARY:Cleo Park", "SUMMARY:Theirs"))
    with desk.database.write() as tx:
        edit(tx, made.id, title="Ours", now=desk.now)
    desk.sync()
    with pytest.raises(CannotBeUndone, match="changed here and on the calendar server"):
        take_back(desk, last(desk, JournalKind.FOLLOWED))


def test_a_time_that_somebody_else_has_now_is_not_taken_again(connected: Connected) -> None:
    desk = connected.desk
    made = moved_in_icloud(connected)
    desk.book(connected.consultation, november(24, 10))
    with pytest.raises(CannotBeUndone, match="is taken now"):
        take_back(desk, last(desk, JournalKind.FOLLOWED))
    assert kept(desk, made).span.start == november(24, 14)


def test_nothing_is_undone_twice(connected: Connected) -> None:
    desk = connected.desk
    moved_in_icloud(connected)
    row = last(desk, JournalKind.FOLLOWED)
    take_back(desk, row)
    with pytest.raises(CannotBeUndone, match="already"):
        take_back(desk, row)


def test_a_cancelled_appointment_is_not_moved(connected: Connected) -> None:
    desk = connected.desk
    made = moved_in_icloud(connected)
    with desk.database.write() as tx:
        cancel(tx, made.id, now=desk.now)
    with pytest.raises(CannotBeUndone, match="does not take place"):
        take_back(desk, last(desk, JournalKind.FOLLOWED))


# --- roles --------------------------------------------------------------------------------------


@EACH_SERVER
def test_a_change_of_primary_moves_the_appointments_back(connected: Connected) -> None:
    desk, server = connected.desk, connected.server
    for hour in (9, 11, 13):
        desk.book(connected.consultation, november(24, hour))
    desk.sync()
    second = second_calendar(desk, server)
    desk.give_role(second, Role.PRIMARY)
    desk.sync()
    assert (len(server.members(connected.work)), len(server.members(second))) == (0, 3)
    take_back(desk, last(desk, JournalKind.ROLE))
    desk.sync()
    assert (len(server.members(connected.work)), len(server.members(second))) == (3, 0)
    assert len(told(desk, JournalKind.UNDONE)) == 1


def test_a_change_of_primary_that_was_never_sent_is_undone_too(connected: Connected) -> None:
    desk, server = connected.desk, connected.server
    desk.book(connected.consultation, november(24, 9))
    desk.sync()
    second = second_calendar(desk, server)
    desk.give_role(second, Role.PRIMARY)
    take_back(desk, last(desk, JournalKind.ROLE))
    desk.sync()
    assert (len(server.members(connected.work)), len(server.members(second))) == (1, 0)


def test_a_calendar_that_was_for_conflicts_is_so_again(connected: Connected) -> None:
    desk = connected.desk
    desk.give_role(connected.family, Role.PRIMARY)
    take_back(desk, last(desk, JournalKind.ROLE))
    with desk.database.read() as reader:
        roles = {linked.path: linked.role for linked in accounts.linked_calendars(reader)}
    wanted = {connected.work: Role.PRIMARY, connected.family: Role.CONFLICT}
    assert {path.replace("%40", "@"): role for path, role in wanted.items()} == {
        path: role for path, role in roles.items() if role is not Role.NONE
    }


def test_a_calendar_for_conflicts_with_our_appointments_in_it_is_not_left_half_way(
    connected: Connected,
) -> None:
    desk = connected.desk
    desk.book(connected.consultation, november(24, 9))
    desk.sync()
    desk.give_role(connected.family, Role.PRIMARY)
    desk.sync()
    row = last(desk, JournalKind.ROLE)
    with pytest.raises(CannotBeUndone, match="Choose the calendars in Settings"):
        take_back(desk, row)
    assert desk.waiting() == 0


def test_roles_that_were_chosen_anew_stay(connected: Connected) -> None:
    desk = connected.desk
    desk.give_role(connected.family, Role.NONE)
    row = last(desk, JournalKind.ROLE)
    desk.give_role(connected.family, Role.CONFLICT)
    with pytest.raises(CannotBeUndone, match="chosen anew"):
        take_back(desk, row)


def test_an_account_that_was_disconnected_takes_its_way_back_along(connected: Connected) -> None:
    from lcdesk.model.commands.accounts import remove_account

    desk = connected.desk
    desk.give_role(connected.family, Role.NONE)
    row = last(desk, JournalKind.ROLE)
    with desk.database.write() as tx:
        account: Account = accounts.all_accounts(tx)[0]
        remove_account(tx, account.id, keep_blocks=False, now=desk.now)
    with pytest.raises(CannotBeUndone, match="disconnected"):
        take_back(desk, row)


# --- decisions ----------------------------------------------------------------------------------


@pytest.mark.parametrize("decision", [Decision.KEEP, Decision.CANCEL])
def test_a_decision_waits_again(connected: Connected, decision: Decision) -> None:
    desk = connected.desk
    made = deleted_in_icloud(connected)
    with desk.database.write() as tx:
        decide(tx, made.id, decision, now=desk.now)
    assert desk.entry(f"a{made.id}").sync is not SyncState.GONE
    take_back(desk, last(desk, JournalKind.SETTLED))
    entry = desk.entry(f"a{made.id}")
    assert (entry.kind, entry.status, entry.sync) == (
        EntryKind.APPOINTMENT,
        Status.CONFIRMED,
        SyncState.GONE,
    )
    desk.sync()
    assert not connected.server.members(connected.work)


def test_what_was_restored_in_icloud_has_no_way_back(connected: Connected) -> None:
    desk = connected.desk
    made = deleted_in_icloud(connected)
    with desk.database.write() as tx:
        decide(tx, made.id, Decision.RESTORE, now=desk.now)
    with pytest.raises(CannotBeUndone, match="no way back"):
        take_back(desk, last(desk, JournalKind.SETTLED))


def test_a_cancelled_appointment_whose_time_is_taken_stays_cancelled(connected: Connected) -> None:
    desk = connected.desk
    made = deleted_in_icloud(connected)
    with desk.database.write() as tx:
        decide(tx, made.id, Decision.CANCEL, now=desk.now)
    desk.book(connected.consultation, november(24, 10))
    with pytest.raises(CannotBeUndone, match="stays cancelled"):
        take_back(desk, last(desk, JournalKind.SETTLED))
    assert kept(desk, made).status is Status.CANCELLED


# --- in order, and there ------------------------------------------------------------------------


def test_the_first_primary_calendar_stays_once_appointments_stand_in_it(
    connected: Connected,
) -> None:
    desk = connected.desk
    desk.give_role(connected.work, Role.NONE)
    desk.give_role(connected.work, Role.PRIMARY)
    desk.book(connected.consultation, november(24, 10))
    with pytest.raises(CannotBeUndone, match="no other calendar would take them"):
        take_back(desk, last(desk, JournalKind.ROLE))
    assert desk.sync().pushed.created == 1


def test_what_reached_icloud_is_undone_there_and_done_again_there(connected: Connected) -> None:
    desk, server = connected.desk, connected.server
    made = desk.book(connected.consultation, november(24, 10))
    desk.sync()
    with desk.database.write() as tx:
        move(tx, made.id, start=november(24, 14), now=desk.now)
    desk.sync()
    undo_last(desk)
    assert desk.sync().pushed.updated == 1
    assert "T100000" in (server.get(desk.href(made)) or "")
    undo_last(desk)
    assert desk.sync().pushed.deleted == 1
    assert not server.members(connected.work)
    redo_last(desk)
    redo_last(desk)
    assert desk.sync().pushed.created == 1
    assert "T140000" in (server.get(desk.href(made)) or "")
    assert kept(desk, made).span.start == november(24, 14)


def test_another_member_or_contact_has_a_way_back_in_activity(connected: Connected) -> None:
    """Its row said nothing of Undo, which the note at the bottom alone offered."""
    desk = connected.desk
    made = desk.book(connected.consultation, november(24, 10))
    with desk.database.write() as tx:
        reassign(tx, made.id, Reassignment(contact=Contact(0, "Eve Moon")), now=desk.now)
    assert kept(desk, made).title == "Eve Moon"
    take_back(desk, last(desk, JournalKind.HERE))
    assert (kept(desk, made).title, kept(desk, made).contacts) == (made.title, made.contacts)


@pytest.mark.parametrize("decision", [Decision.KEEP, Decision.CANCEL])
def test_a_decision_is_undone_and_made_again(connected: Connected, decision: Decision) -> None:
    desk = connected.desk
    made = deleted_in_icloud(connected)
    with desk.database.write() as tx:
        decide(tx, made.id, decision, now=desk.now)
    before = desk.entry(f"a{made.id}")
    undo_last(desk)
    assert desk.entry(f"a{made.id}").sync is SyncState.GONE
    redo_last(desk)
    assert desk.entry(f"a{made.id}") == before


def test_an_event_of_ones_own_is_moved_and_moved_back(connected: Connected) -> None:
    desk, server = connected.desk, connected.server
    path = f"{connected.work}own.ics"
    server.put(path, GOOD.replace("good", "own"))
    desk.sync()
    (entry,) = [entry for entry in desk.agenda() if entry.kind is EntryKind.BLOCKED]
    with desk.database.write() as tx:
        edit_mirrored(tx, entry.number, Edit(title="Ours"), now=desk.now)
    undo_last(desk)
    desk.sync()
    assert "SUMMARY:Ours" not in (server.get(path) or "")
    redo_last(desk)
    desk.sync()
    assert "SUMMARY:Ours" in (server.get(path) or "")


# --- clashes ------------------------------------------------------------------------------------


def clashed(connected: Connected) -> Appointment:
    """Cleo's appointment, renamed here and there, both known."""
    desk, server = connected.desk, connected.server
    made = desk.book(connected.consultation, november(24, 10))
    desk.sync()
    path = desk.href(made)
    text = server.get(path) or ""
    server.put(path, text.replace("SUMMARY:Cleo Park", "SUMMARY:Theirs"))
    with desk.database.write() as tx:
        edit(tx, made.id, title="Ours", now=desk.now)
    desk.sync()
    assert desk.entry(f"a{made.id}").sync is SyncState.CONFLICT
    return made


def choose(desk: Desk, choice: Choice) -> None:
    with desk.database.write() as tx:
        (item,) = list_waiting(tx, desk.now)
        carry_out_choice(tx, item, choice, now=desk.now)


@pytest.mark.parametrize("choice", [Choice.KEEP_MINE, Choice.KEEP_ICLOUD])
def test_a_choice_between_two_versions_waits_again(connected: Connected, choice: Choice) -> None:
    desk, server = connected.desk, connected.server
    made = clashed(connected)
    with desk.database.read() as reader:
        before = list_waiting(reader, desk.now)
    choose(desk, choice)
    undo_last(desk)
    with desk.database.read() as reader:
        assert list_waiting(reader, desk.now) == before
    desk.sync()
    assert "SUMMARY:Theirs" in (server.get(desk.href(made)) or "")
    choose(desk, Choice.KEEP_MINE)
    desk.sync()
    assert "SUMMARY:Ours" in (server.get(desk.href(made)) or "")


def test_a_choice_that_was_sent_stays(connected: Connected) -> None:
    desk = connected.desk
    clashed(connected)
    choose(desk, Choice.KEEP_MINE)
    desk.sync()
    with pytest.raises(CannotBeUndone, match="has been sent since"):
        undo_last(desk)
    assert desk.waiting() == 0


def test_a_choice_is_not_made_again_by_itself(connected: Connected) -> None:
    desk = connected.desk
    made = clashed(connected)
    choose(desk, Choice.KEEP_ICLOUD)
    undo_last(desk)
    with pytest.raises(CannotBeUndone, match="Choose"):
        redo_last(desk)
    assert kept(desk, made).title == "Ours"
