"""A change made while an earlier one of the same event is on its way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lcdesk.model.commands.appointments import cancel, edit, move, set_status
from lcdesk.model.domain.accounts import ErrorNote
from lcdesk.model.domain.events import Status, SyncState
from lcdesk.model.domain.remote import ObjectState, OutboxEntry
from lcdesk.model.replication import outbox
from lcdesk.model.replication.conflicts import Keep, decide
from lcdesk.model.replication.event_texts import Edit
from lcdesk.model.replication.mirrored_edits import edit_mirrored
from lcdesk.model.store import outbox as outbox_rows
from lcdesk.model.store.remote import objects
from lcdesk.model.store.transaction import Transaction
from tests.desk import november
from tests.engine.practice import Practice
from tests.fakes.faults import Fault
from tests.fakes.loopback import Reply

NOTE = ErrorNote("OFFLINE", "Offline", "No answer came.")


def change_there(practice: Practice, path: str, before: str, after: str) -> None:
    """Edit an event in iCloud."""
    found = practice.icloud.home.find(path)
    assert found is not None
    assert before in found.text
    practice.icloud.home.put(path, found.text.replace(before, after))


def lose_the_next_put(practice: Practice) -> None:
    """It does not arrive, and nobody here knows that."""
    practice.icloud.faults.add(Fault("PUT", instead=Reply(500)))
    assert not practice.desk.sync().ok


def test_a_follow_up_does_not_undo_what_the_change_before_it_took_over(
    practice: Practice,
) -> None:
    appointment = practice.book()
    with practice.desk.database.write() as tx:
        move(tx, appointment.id, start=november(26, 9), now=practice.desk.now)
    lose_the_next_put(practice)
    with practice.desk.database.write() as tx:
        edit(tx, appointment.id, notes="Bring X", now=practice.desk.now)
    path = practice.desk.href(appointment)
    change_there(practice, path, "SUMMARY:Cleo Park", "SUMMARY:Cleo (new)")
    for _ in range(2):
        practice.good_pass()
    text = practice.text_of(appointment)
    assert "SUMMARY:Cleo (new)" in text
    assert "20261126T09" in text
    assert "Bring X" in text
    assert practice.entry(appointment).title == "Cleo (new)"
    assert practice.desk.waiting() == 0


def test_a_follow_up_that_changes_what_was_changed_there_waits_for_a_person(
    practice: Practice,
) -> None:
    appointment = practice.book()
    with practice.desk.database.write() as tx:
        move(tx, appointment.id, start=november(26, 9), now=practice.desk.now)
    lose_the_next_put(practice)
    with practice.desk.database.write() as tx:
        edit(tx, appointment.id, location="Room 1", now=practice.desk.now)
    path = practice.desk.href(appointment)
    change_there(practice, path, "SEQUENCE:0", "LOCATION:Room 2\r\nSEQUENCE:0")
    for _ in range(2):
        practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.CONFLICT
    assert "LOCATION:Room 2" in practice.text_of(appointment)


def test_of_a_clash_the_last_edit_is_ours(practice: Practice) -> None:
    path = practice.put("theirs", calendar=practice.icloud.work)
    practice.good_pass()
    number = int(practice.desk.agenda()[0].id[1:])
    with practice.desk.database.write() as tx:
        edit_mirrored(tx, number, Edit(title="First"), now=practice.desk.now)
    lose_the_next_put(practice)
    with practice.desk.database.write() as tx:
        edit_mirrored(tx, number, Edit(title="Second"), now=practice.desk.now)
    change_there(practice, path, "SUMMARY:Dentist", "SUMMARY:There")
    practice.good_pass()
    with practice.desk.database.write() as tx:
        (one,) = objects.objects_in_state(tx, ObjectState.CONFLICT)
        decide(tx, one.id, Keep.MINE, now=practice.desk.now)
    practice.good_pass()
    found = practice.icloud.home.find(path)
    assert found is not None
    assert "SUMMARY:Second" in found.text


STEPS: dict[str, Callable[[Transaction, OutboxEntry], object]] = {
    "about to be sent": outbox.mark_sending,
    "not there": lambda tx, entry: outbox.postpone(tx, entry, NOTE),
    "no answer": lambda tx, entry: outbox.mark_unconfirmed(tx, entry, NOTE),
    "refused": lambda tx, entry: outbox.mark_dead(tx, entry, NOTE),
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS.keys())
def test_an_edit_made_while_the_server_is_asked_is_not_lost(
    practice: Practice, step: Callable[[Transaction, OutboxEntry], object]
) -> None:
    """A pass knows the change as it was a moment ago."""
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    with practice.desk.database.read() as reader:
        (before,) = outbox_rows.entries(reader)
    with practice.desk.database.write() as tx:
        edit(tx, appointment.id, title="Later", now=practice.desk.now)
    with practice.desk.database.write() as tx:
        step(tx, before)
        (after,) = outbox_rows.entries(tx)
    assert "SUMMARY:Later" in after.body


def test_what_is_withdrawn_as_it_is_about_to_leave_stays_here(practice: Practice) -> None:
    appointment = practice.book()
    with practice.desk.database.write() as tx:
        cancel(tx, appointment.id, now=practice.desk.now)
        (removal,) = outbox_rows.entries(tx)
        set_status(tx, appointment.id, Status.CONFIRMED, now=practice.desk.now)
    with practice.desk.database.write() as tx:
        assert outbox.mark_sending(tx, removal) is None
        assert outbox_rows.entries(tx) == ()
