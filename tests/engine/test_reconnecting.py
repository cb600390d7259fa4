"""The same account again: own events are known as what they are, and nothing is made twice."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from lcdesk.model.commands.accounts import remove_account
from lcdesk.model.commands.appointments import cancel, edit, move
from lcdesk.model.commands.attention import Kind, list_waiting
from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.events import AgendaEntry, Appointment, EntryKind, Status, SyncState
from lcdesk.model.store import accounts
from lcdesk.model.store.appointments import get_appointment
from lcdesk.model.store.people import all_staff
from lcdesk.sync.errors import Offline
from tests.desk import Desk, event, november
from tests.engine.conftest import EACH_SERVER, Connected
from tests.engine.practice import Practice
from tests.engine.test_bad_input import Faulty, faulty
from tests.engine.test_late_arrivals import (
    THROTTLED,
    arrive,
    booked_and_edited,
    in_step,
    lose,
    retitle,
)
from tests.fakes.loopback import Reply

__all__ = ["faulty"]


def disconnect(desk: Desk) -> None:
    with desk.database.write() as tx:
        (account,) = accounts.all_accounts(tx)
        remove_account(tx, account.id, keep_blocks=False, now=desk.now)


def reconnect(connected: Connected, desk: Desk | None = None) -> None:
    """Connect again and choose the same primary calendar."""
    desk = desk or connected.desk
    desk.account(connected.server, connected.ana)
    desk.give_role(connected.work, Role.PRIMARY)


def appointment(desk: Desk, made: Appointment) -> Appointment:
    with desk.database.read() as reader:
        found = get_appointment(reader, made.id)
    assert found is not None
    return found


def blocks(desk: Desk) -> list[AgendaEntry]:
    return [entry for entry in desk.agenda() if entry.kind is EntryKind.BLOCKED]


@pytest.fixture
def booked(connected: Connected) -> Appointment:
    """One appointment in iCloud, and a foreign event beside it."""
    made = connected.desk.book(connected.consultation, november(24, 10))
    connected.server.put(
        f"{connected.work}f.ics", event("f", "20261126T090000Z", "20261126T100000Z")
    )
    assert connected.desk.sync().ok
    return made


@EACH_SERVER
def test_nothing_is_written_and_nothing_is_drawn_twice(
    connected: Connected, booked: Appointment
) -> None:
    desk = connected.desk
    before = only_own(connected)
    disconnect(desk)
    assert desk.entry(f"a{booked.id}").sync is SyncState.LOCAL
    reconnect(connected)
    report = desk.sync()
    assert report.ok
    assert (report.pushed.created, report.pushed.updated, report.pushed.deleted) == (0, 0, 0)
    assert [entry.title for entry in blocks(desk)] == ["Dentist"]
    assert desk.entry(f"a{booked.id}").sync is SyncState.SYNCED
    assert only_own(connected) == before


def only_own(connected: Connected) -> dict[str, str]:
    """What stands in the primary calendar beside the foreign event."""
    return {
        path: etag
        for path, etag in connected.server.members(connected.work).items()
        if not path.endswith("/f.ics")
    }


def test_what_changed_in_icloud_meanwhile_is_taken_over(
    connected: Connected, booked: Appointment
) -> None:
    desk = connected.desk
    href, text = own(connected)
    disconnect(desk)
    connected.server.put(href, text.replace("SUMMARY:Cleo Park", "SUMMARY:Cleo and her dog"))
    reconnect(connected)
    assert desk.sync().ok
    assert appointment(desk, booked).title == "Cleo and her dog"
    assert len(only_own(connected)) == 1


def own(connected: Connected) -> tuple[str, str]:
    (path,) = only_own(connected)
    return path, connected.server.get(path) or ""


def test_what_was_deleted_in_icloud_meanwhile_is_marked(
    connected: Connected, booked: Appointment
) -> None:
    desk = connected.desk
    disconnect(desk)
    connected.server.delete(own(connected)[0])
    desk.now += timedelta(minutes=5)
    reconnect(connected)
    report = desk.sync()
    assert report.pushed.created == 0, "it is known to have been there"
    assert desk.entry(f"a{booked.id}").sync is SyncState.GONE
    with desk.database.read() as reader:
        assert [item.kind for item in list_waiting(reader, desk.now)] == [Kind.DELETED]


def test_what_changed_here_meanwhile_is_sent(connected: Connected, booked: Appointment) -> None:
    desk = connected.desk
    disconnect(desk)
    with desk.database.write() as tx:
        move(tx, booked.id, start=november(25, 15), now=desk.now)
    new = desk.book(connected.consultation, november(27, 9))
    reconnect(connected)
    report = desk.sync()
    assert (report.pushed.created, report.pushed.updated) == (1, 1)
    assert len(only_own(connected)) == 2
    assert desk.entry(f"a{new.id}").sync is SyncState.SYNCED
    assert [entry.title for entry in blocks(desk)] == ["Dentist"]


def test_what_was_cancelled_here_meanwhile_is_deleted_there(
    connected: Connected, booked: Appointment
) -> None:
    desk = connected.desk
    disconnect(desk)
    with desk.database.write() as tx:
        cancel(tx, booked.id, now=desk.now)
    reconnect(connected)
    assert desk.sync().pushed.deleted == 1
    assert only_own(connected) == {}
    assert appointment(desk, booked).status is Status.CANCELLED


def test_what_changed_on_both_sides_meanwhile_is_joined_or_asked_about(
    connected: Connected, booked: Appointment
) -> None:
    desk = connected.desk
    href, text = own(connected)
    disconnect(desk)
    connected.server.put(href, text.replace("SUMMARY:Cleo Park", "SUMMARY:Cleo and her dog"))
    with desk.database.write() as tx:
        edit(tx, booked.id, title="Cleo and her cat", location="Room 1", now=desk.now)
    reconnect(connected)
    desk.sync()
    assert desk.entry(f"a{booked.id}").sync is SyncState.CONFLICT
    assert "her dog" in own(connected)[1], "nothing is overwritten"


@EACH_SERVER
def test_another_primary_calendar_takes_the_appointments_over(
    connected: Connected, booked: Appointment
) -> None:
    desk = connected.desk
    disconnect(desk)
    desk.account(connected.server, connected.ana)
    desk.give_role(connected.family, Role.PRIMARY)
    report = desk.sync()
    assert (report.pushed.created, report.pushed.deleted) == (1, 1)
    assert only_own(connected) == {}
    assert len(connected.server.members(connected.family)) == 1
    assert desk.entry(f"a{booked.id}").sync is SyncState.SYNCED


def test_disconnecting_twice_loses_nothing(connected: Connected, booked: Appointment) -> None:
    desk = connected.desk
    disconnect(desk)
    desk.account(connected.server, connected.ana)
    disconnect(desk)
    reconnect(connected)
    assert desk.sync().pushed.created == 0
    assert desk.entry(f"a{booked.id}").sync is SyncState.SYNCED


def test_a_second_computer_with_the_same_appointments_writes_none_of_them_again(
    connected: Connected, tmp_path: Path
) -> None:
    """Its workspace was copied before anything had been sent."""
    first = connected.desk
    disconnect(first)
    made = [first.book(connected.consultation, november(24, hour)) for hour in (9, 11, 14)]
    (tmp_path / "second").mkdir()
    copy = sqlite3.connect(tmp_path / "second" / "lcdesk.sqlite3")
    with sqlite3.connect(first.folder / "lcdesk.sqlite3") as original:
        original.backup(copy)
    original.close()
    copy.close()
    second = Desk(tmp_path / "second", lines=first.lines)
    reconnect(connected)
    assert first.sync().pushed.created == 3
    reconnect(connected, second)
    report = second.sync()
    assert report.ok
    assert report.pushed.created == 0
    assert blocks(second) == []
    assert {second.entry(f"a{appointment.id}").sync for appointment in made} == {SyncState.SYNCED}
    with second.database.write() as tx:
        move(tx, made[0].id, start=november(25, 15), now=second.now)
    assert second.sync().pushed.updated == 1
    assert first.sync().ok
    assert appointment(first, made[0]).span.start == november(25, 15)
    second.close()


def test_the_marker_alone_makes_no_event_ours(connected: Connected) -> None:
    desk = connected.desk
    disconnect(desk)
    desk.book(connected.consultation, november(24, 10))
    text = event("x", "20261124T090000Z", "20261124T093000Z", "X-LCDESK-OP:123", summary="Other")
    connected.server.put(f"{connected.work}x.ics", text)
    reconnect(connected)
    assert desk.sync().pushed.created == 1
    assert [entry.title for entry in blocks(desk)] == ["Other"]


def test_a_create_whose_answer_was_lost_before_disconnecting_is_found(faulty: Faulty) -> None:
    from lcdesk.model.commands.accounts import add_account, set_role
    from lcdesk.model.domain.accounts import Provider
    from lcdesk.model.store.calendars import all_calendars
    from lcdesk.model.store.people import all_staff
    from lcdesk.sync.rediscovery import record

    desk = faulty.desk
    with desk.database.read() as reader:
        (consultation,), (ana,) = all_calendars(reader), all_staff(reader)
    made = desk.book(consultation, november(24, 10))
    write = faulty.remote._write

    def lose(kind: str, href: str, text: str) -> str | None:
        write(kind, href, text)
        raise Offline("The answer was lost.", maybe_applied=True)

    faulty.remote._write = lose  # type: ignore[method-assign]
    assert not faulty.sync().ok
    faulty.remote._write = write  # type: ignore[method-assign]
    disconnect(desk)
    with desk.database.write() as tx:
        account = add_account(
            tx, provider=Provider.CALDAV, email="ANA", staff=ana.id, server="https://x.example"
        )
    record(desk.database, account, faulty.remote.discover(), desk.now)
    with desk.database.write() as tx:
        work = accounts.linked_calendars(tx)[0]
        set_role(tx, work.id, Role.PRIMARY, now=desk.now)
    again = Faulty(desk, faulty.remote, account.id)
    assert again.sync().ok
    assert again.sync().ok
    assert len(faulty.remote.calendars["/office/"]) == 1
    assert desk.entry(f"a{made.id}").sync is SyncState.SYNCED


# --- what was sent before disconnecting and may have arrived -------------------------------------


def reconnect_icloud(practice: Practice) -> None:
    with practice.desk.database.read() as reader:
        (ana,) = all_staff(reader)
    practice.desk.account(None, ana)
    practice.desk.give_role(practice.icloud.work, Role.PRIMARY)


def there(practice: Practice) -> list[str]:
    work = practice.icloud.home.collections[practice.icloud.work]
    return [stored.text for stored in work.objects.values()]


@pytest.mark.parametrize("arrives", ["never", "meanwhile", "afterwards"])
def test_a_booking_that_was_tried_before_disconnecting_is_not_made_twice(
    practice: Practice, arrives: str
) -> None:
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    lose(practice)
    path = practice.desk.href(appointment)
    disconnect(practice.desk)
    if arrives == "meanwhile":
        arrive(practice, path, 0)
    reconnect_icloud(practice)
    if arrives == "afterwards":
        arrive(practice, path, 0)
    practice.good_pass()
    assert practice.desk.href(appointment) == path, "it can be made there only once"
    in_step(practice, appointment, "Cleo Park")


def test_one_that_was_edited_before_or_after_disconnecting_is_known_by_its_earlier_text(
    practice: Practice,
) -> None:
    before = booked_and_edited(practice)
    path = practice.desk.href(before)
    disconnect(practice.desk)
    retitle(practice, before, "Third")
    arrive(practice, path, 0)
    reconnect_icloud(practice)
    assert practice.good_pass().pushed.conflicts == 0
    in_step(practice, before, "Third")


@pytest.mark.parametrize("again", [THROTTLED, Reply(503)], ids=["not sent", "not known"])
def test_a_change_that_was_tried_before_disconnecting_is_known_as_ours(
    practice: Practice, again: Reply
) -> None:
    appointment = practice.book()
    path = practice.desk.href(appointment)
    retitle(practice, appointment, "First")
    lose(practice, again)
    disconnect(practice.desk)
    retitle(practice, appointment, "Second")
    arrive(practice, path, 1)
    reconnect_icloud(practice)
    assert practice.good_pass().pushed.conflicts == 0
    in_step(practice, appointment, "Second")


def test_one_that_was_cancelled_before_disconnecting_is_looked_for(practice: Practice) -> None:
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    lose(practice)
    path = practice.desk.href(appointment)
    with practice.desk.database.write() as tx:
        cancel(tx, appointment.id, now=practice.desk.now)
    disconnect(practice.desk)
    arrive(practice, path, 0)
    reconnect_icloud(practice)
    practice.good_pass()
    assert there(practice) == []
    assert practice.desk.waiting() == 0


def test_one_that_was_changed_there_before_it_was_seen_clashes_again(practice: Practice) -> None:
    appointment = booked_and_edited(practice)
    theirs = ("SUMMARY:Cleo Park", "SUMMARY:Theirs")
    arrive(practice, practice.desk.href(appointment), 0, theirs)
    assert practice.good_pass().pushed.conflicts == 1
    disconnect(practice.desk)
    reconnect_icloud(practice)
    practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.CONFLICT
    (text,) = there(practice)
    assert "SUMMARY:Theirs" in text


def test_one_that_was_moved_in_its_calendar_meanwhile_is_followed_by_the_newer_text(
    practice: Practice,
) -> None:
    """It is found by its UID, at another place, under an account that is spelled otherwise."""
    appointment = booked_and_edited(practice)
    disconnect(practice.desk)
    with practice.desk.database.write() as tx:
        tx.connection.exec_driver_sql("UPDATE left_event SET server = 'https://elsewhere.example'")
    arrive(practice, f"{practice.icloud.work}moved.ics", 0)
    reconnect_icloud(practice)
    for _ in range(2):
        practice.desk.sync()
        practice.desk.now += timedelta(minutes=2)
    in_step(practice, appointment, "Second")
