"""Guests that were added elsewhere to an event of ours are written to only when that is meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from lcdesk.model.commands.accounts import set_role
from lcdesk.model.commands.appointments import cancel, edit, move, set_status
from lcdesk.model.commands.attention import AttentionItem, Choice, Kind, list_waiting
from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.commands.decisions import carry_out_choice
from lcdesk.model.commands.series_changes import cancel as cancel_scope
from lcdesk.model.commands.undo import undo
from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.errors import AttendeesAreMailed
from lcdesk.model.domain.events import Appointment, Status, SyncState
from lcdesk.model.domain.journal import JournalKind
from lcdesk.model.domain.remote import OutboxKind
from lcdesk.model.recurrence.series import Scope
from lcdesk.model.store import accounts, outbox
from lcdesk.model.store.journal import journal_page
from lcdesk.model.store.transaction import Transaction
from lcdesk.model.workspace import load, save
from tests.desk import Desk, november
from tests.engine.conftest import Connected
from tests.engine.test_new_primary import other_calendar
from tests.engine.test_pass import only_text

GUESTS = (
    "ORGANIZER;CN=Ana:mailto:ana@example.org\r\n"
    "ATTENDEE;CN=Guest;PARTSTAT=NEEDS-ACTION:mailto:guest@example.org\r\n"
)


def invited(connected: Connected) -> Appointment:
    """A booking whose event got a guest on the phone, read here."""
    desk = connected.desk
    made = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    text = only_text(connected).replace("END:VEVENT", f"{GUESTS}END:VEVENT")
    connected.server.put(desk.href(made), text)
    desk.sync()
    return made


def matters(desk: Desk) -> tuple[AttentionItem, ...]:
    """What waits for a person."""
    with desk.database.read() as reader:
        return list_waiting(reader, desk.now)


def moving(tx: Transaction, made: Appointment, desk: Desk) -> None:
    move(tx, made.id, start=made.span.start + timedelta(hours=2), now=desk.now)


def renaming(tx: Transaction, made: Appointment, desk: Desk) -> None:
    edit(tx, made.id, title="Another", now=desk.now)


def cancelling(tx: Transaction, made: Appointment, desk: Desk) -> None:
    cancel(tx, made.id, now=desk.now)


def cancelling_with_scope(tx: Transaction, made: Appointment, desk: Desk) -> None:
    cancel_scope(tx, made.id, Scope.THIS, now=desk.now)


def invalidating(tx: Transaction, made: Appointment, desk: Desk) -> None:
    set_status(tx, made.id, Status.INVALID, now=desk.now)


Change = Callable[[Transaction, Appointment, Desk], None]


@pytest.mark.parametrize(
    "change", [moving, renaming, cancelling, cancelling_with_scope, invalidating]
)
def test_guests_were_mailed_unasked(connected: Connected, change: Change) -> None:
    desk = connected.desk
    made = invited(connected)
    before = only_text(connected)
    with pytest.raises(AttendeesAreMailed), desk.database.write() as tx:
        change(tx, made, desk)
    assert desk.waiting() == 0
    desk.sync()
    assert only_text(connected) == before, "nothing was sent, nobody mailed"
    with desk.database.write(mail_attendees=True) as tx:
        change(tx, made, desk)
    report = desk.sync()
    assert report.pushed.updated + report.pushed.deleted == 1


@pytest.mark.parametrize("change", [moving, renaming])
def test_guests_not_read_yet_were_mailed_unasked(connected: Connected, change: Change) -> None:
    """Added on the phone after the last pass: the push met them and joined both sides."""
    desk = connected.desk
    made = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    text = only_text(connected).replace("END:VEVENT", f"{GUESTS}END:VEVENT")
    connected.server.put(desk.href(made), text)
    before = only_text(connected)
    with desk.database.write() as tx:
        change(tx, made, desk)
    for _ in range(2):
        assert desk.sync().pushed.updated == 0
        assert only_text(connected) == before, "nothing was sent, nobody mailed"
    (matter,) = matters(desk)
    assert (matter.kind, matter.subject) == (Kind.REFUSED, f"a{made.id}")
    assert "e-mail" in matter.message
    with pytest.raises(AttendeesAreMailed), desk.database.write() as tx:
        carry_out_choice(tx, matter, Choice.RETRY, now=desk.now)
    with desk.database.write(mail_attendees=True) as tx:
        carry_out_choice(tx, matter, Choice.RETRY, now=desk.now)
    assert desk.sync().pushed.updated == 1
    assert "guest@example.org" in only_text(connected).replace("\r\n ", "")
    assert desk.entry(f"a{made.id}").sync is SyncState.SYNCED
    assert matters(desk) == ()


def test_guests_not_read_yet_and_the_change_dropped(connected: Connected) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    text = only_text(connected).replace("END:VEVENT", f"LOCATION:Room 2\r\n{GUESTS}END:VEVENT")
    connected.server.put(desk.href(made), text)
    before = only_text(connected)
    with desk.database.write() as tx:
        moving(tx, made, desk)
    desk.sync()
    (matter,) = matters(desk)
    with desk.database.write() as tx:
        carry_out_choice(tx, matter, Choice.DISCARD, now=desk.now)
    desk.sync()
    entry = desk.entry(f"a{made.id}")
    assert (entry.sync, entry.span, entry.location) == (SyncState.SYNCED, made.span, "Room 2")
    assert only_text(connected) == before


def test_guests_not_read_yet_of_a_new_primary_calendar(connected: Connected) -> None:
    """The event in the old calendar is left until a person says that its guests may be told."""
    desk = connected.desk
    made = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    text = only_text(connected).replace("END:VEVENT", f"{GUESTS}END:VEVENT")
    connected.server.put(desk.href(made), text)
    studio = other_calendar(connected)
    desk.give_role(studio, Role.PRIMARY)
    for _ in range(2):
        assert desk.sync().pushed.deleted == 0
    (matter,) = matters(desk)
    with pytest.raises(AttendeesAreMailed), desk.database.write() as tx:
        carry_out_choice(tx, matter, Choice.RETRY, now=desk.now)
    with desk.database.write(mail_attendees=True) as tx:
        carry_out_choice(tx, matter, Choice.RETRY, now=desk.now)
    assert desk.sync().pushed.deleted == 1
    (left,) = (connected.server.get(member) or "" for member in connected.server.members(studio))
    assert "mailto:guest@example.org" in left.replace("\r\n ", "")


def test_a_file_that_is_loaded_asks_about_guests_and_names_the_appointments(
    connected: Connected,
) -> None:
    desk = connected.desk
    made = invited(connected)
    with desk.database.read() as reader:
        document = save(reader)
    document["appointments"][0]["title"] = "Another"
    with pytest.raises(AttendeesAreMailed) as refused, desk.database.write() as tx:
        load(tx, document, now=desk.now)
    assert refused.value.details == ("Another, 2026-11-25T10:00+01:00",)
    assert desk.waiting() == 0
    assert desk.entry(f"a{made.id}").title == made.title, "all or nothing"
    with desk.database.write(mail_attendees=True) as tx:
        load(tx, document, now=desk.now)
    assert desk.sync().pushed.updated == 1


@pytest.mark.parametrize("choice", [Choice.KEEP_MINE, Choice.KEEP_ICLOUD])
def test_a_choice_about_a_clash_mails_nobody_unasked(connected: Connected, choice: Choice) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    text = only_text(connected).replace("END:VEVENT", f"{GUESTS}END:VEVENT")
    connected.server.put(desk.href(made), text.replace("SUMMARY:Cleo", "SUMMARY:Theirs "))
    with desk.database.write() as tx:
        renaming(tx, made, desk)
    desk.sync()
    (matter,) = matters(desk)
    assert matter.kind is Kind.CONFLICT
    if choice is Choice.KEEP_MINE:
        with pytest.raises(AttendeesAreMailed), desk.database.write() as tx:
            carry_out_choice(tx, matter, choice, now=desk.now)
        return
    with desk.database.write() as tx:
        carry_out_choice(tx, matter, choice, now=desk.now)
    desk.sync()
    assert "SUMMARY:Theirs" in only_text(connected)


def test_restoring_an_event_with_guests_asks_and_invites_them_again(connected: Connected) -> None:
    desk = connected.desk
    made = invited(connected)
    connected.server.delete(desk.href(made))
    desk.sync()
    (matter,) = matters(desk)
    with pytest.raises(AttendeesAreMailed), desk.database.write() as tx:
        carry_out_choice(tx, matter, Choice.RESTORE, now=desk.now)
    with desk.database.write(mail_attendees=True) as tx:
        carry_out_choice(tx, matter, Choice.RESTORE, now=desk.now)
    assert desk.sync().pushed.created == 1
    assert "mailto:guest@example.org" in only_text(connected).replace("\r\n ", "")


def test_undoing_what_was_changed_there_asks(connected: Connected) -> None:
    desk = connected.desk
    made = invited(connected)
    text = only_text(connected).replace("SUMMARY:Cleo", "SUMMARY:Theirs ")
    connected.server.put(desk.href(made), text)
    desk.sync()
    with desk.database.read() as reader:
        row = next(
            row for row in journal_page(reader, limit=50) if row.kind is JournalKind.FOLLOWED
        )
    with pytest.raises(AttendeesAreMailed), desk.database.write() as tx:
        undo(tx, row.id, now=desk.now)
    with desk.database.write(mail_attendees=True) as tx:
        undo(tx, row.id, now=desk.now)
    assert desk.sync().pushed.updated == 1


def test_what_sends_nothing_asks_nothing(connected: Connected) -> None:
    made = invited(connected)
    with connected.desk.database.write() as tx:
        set_status(tx, made.id, Status.SHOWED, now=connected.desk.now)
    assert connected.desk.waiting() == 0


def test_guests_were_lost_with_another_staff_member(connected: Connected) -> None:
    desk = connected.desk
    made = invited(connected)
    ben = desk.staff("Ben")
    account = desk.account(connected.server, ben)
    with desk.database.write() as tx:
        save_calendar(
            tx, replace(connected.consultation, staff=(connected.ana.id, ben.id)), desk.now
        )
        (linked, *_) = accounts.linked_calendars(tx, account_id=account.id)
        set_role(tx, linked.id, Role.PRIMARY, now=desk.now)
        block(tx, start=november(26, 0), end=november(27, 0), staff=connected.ana.id)
    with pytest.raises(AttendeesAreMailed), desk.database.write() as tx:
        move(tx, made.id, start=november(26, 10), now=desk.now)
    with desk.database.write(mail_attendees=True) as tx:
        assert move(tx, made.id, start=november(26, 10), now=desk.now).staff == (ben.id,)
    with desk.database.read() as reader:
        bodies = {entry.kind: entry.body.replace("\r\n ", "") for entry in outbox.entries(reader)}
    assert set(bodies) == {OutboxKind.CREATE, OutboxKind.DELETE}
    assert "ORGANIZER;CN=Ben:mailto:ana@example.org" in bodies[OutboxKind.CREATE]
    assert "mailto:guest@example.org" in bodies[OutboxKind.CREATE]


def test_guests_were_lost_with_another_primary_calendar(connected: Connected) -> None:
    desk = connected.desk
    invited(connected)
    studio = other_calendar(connected)
    with pytest.raises(AttendeesAreMailed):
        desk.give_role(studio, Role.PRIMARY)
    assert desk.waiting() == 0
    with desk.database.read() as reader:
        linked = next(
            linked
            for linked in accounts.linked_calendars(reader)
            if linked.path == studio.replace("%40", "@")
        )
    with desk.database.write(mail_attendees=True) as tx:
        set_role(tx, linked.id, Role.PRIMARY, now=desk.now)
    desk.sync()
    desk.sync()
    (text,) = (connected.server.get(member) or "" for member in connected.server.members(studio))
    assert "mailto:guest@example.org" in text.replace("\r\n ", "")
    assert "ORGANIZER" in text
