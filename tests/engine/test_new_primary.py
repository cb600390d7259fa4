"""Another primary calendar: one step that moves what is upcoming, and that can be taken back."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

from lcdesk.model.commands.appointments import cancel, edit
from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.events import Appointment, SyncState
from lcdesk.model.domain.journal import JournalKind
from lcdesk.model.store import accounts
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.journal import journal_page
from lcdesk.sync.errors import Offline, RefusedObject
from tests.desk import Desk, november
from tests.engine.conftest import EACH_SERVER, Connected
from tests.engine.test_bad_input import Faulty, faulty

__all__ = ["faulty"]


def uids(connected: Connected, path: str) -> set[str]:
    """The UIDs of what a calendar on the server holds."""
    texts = (connected.server.get(member) or "" for member in connected.server.members(path))
    return {
        line.removeprefix("UID:")
        for text in texts
        for line in text.splitlines()
        if line.startswith("UID:")
    }


def other_calendar(connected: Connected) -> str:
    """A second calendar of the account, as the next listing finds it."""
    path = connected.server.make_calendar(f"studio{uuid.uuid4().hex[:8]}")
    with connected.desk.database.read() as reader:
        (account,) = accounts.all_accounts(reader)
    connected.desk.rediscover(account)
    return path


def signs(desk: Desk, *made: Appointment) -> set[SyncState]:
    return {desk.entry(f"a{appointment.id}").sync for appointment in made}


@EACH_SERVER
def test_upcoming_appointments_move_with_new_uids_and_past_ones_stay(connected: Connected) -> None:
    desk = connected.desk
    past = desk.book(connected.consultation, november(24, 9))
    later = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    before = uids(connected, connected.work)
    desk.now = november(24, 12)
    studio = other_calendar(connected)
    desk.give_role(studio, Role.PRIMARY)
    report = desk.sync()
    assert report.ok
    assert (report.pushed.created, report.pushed.updated, report.pushed.deleted) == (1, 0, 1)
    (moved,) = uids(connected, studio)
    (left,) = uids(connected, connected.work)
    assert left in before
    assert moved not in before
    assert signs(desk, past, later) == {SyncState.SYNCED}


def test_without_a_primary_calendar_nothing_that_was_moved_is_shown_as_synced(
    connected: Connected,
) -> None:
    desk = connected.desk
    booked = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    desk.give_role(connected.work, Role.NONE)
    with desk.database.write() as tx:
        edit(tx, booked.id, title="Elsewhere", now=desk.now)
    desk.sync()
    assert signs(desk, booked) == {SyncState.LOCAL}
    desk.give_role(connected.work, Role.PRIMARY)
    desk.sync()
    assert signs(desk, booked) == {SyncState.SYNCED}
    (path,) = connected.server.members(connected.work)
    assert "SUMMARY:Elsewhere" in (connected.server.get(path) or "")


def test_taken_back_before_a_pass_nothing_at_all_is_sent(connected: Connected) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    before = uids(connected, connected.work)
    studio = other_calendar(connected)
    desk.give_role(studio, Role.PRIMARY)
    desk.give_role(connected.work, Role.PRIMARY)
    assert desk.waiting() == 0
    report = desk.sync()
    assert (report.pushed.created, report.pushed.updated, report.pushed.deleted) == (0, 0, 0)
    assert uids(connected, connected.work) == before
    assert signs(desk, made) == {SyncState.SYNCED}


def test_taken_back_before_a_pass_an_edit_in_between_is_sent(connected: Connected) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    studio = other_calendar(connected)
    desk.give_role(studio, Role.PRIMARY)
    with desk.database.write() as tx:
        edit(tx, made.id, location="Room 1", now=desk.now)
    desk.give_role(connected.work, Role.PRIMARY)
    report = desk.sync()
    assert (report.pushed.created, report.pushed.updated, report.pushed.deleted) == (0, 1, 0)


def test_taken_back_after_a_pass_everything_moves_back(connected: Connected) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    studio = other_calendar(connected)
    desk.give_role(studio, Role.PRIMARY)
    desk.sync()
    desk.give_role(connected.work, Role.PRIMARY)
    assert desk.sync().ok
    assert desk.sync().ok
    assert uids(connected, studio) == set()
    assert len(uids(connected, connected.work)) == 1
    assert signs(desk, made) == {SyncState.SYNCED}
    assert len(desk.agenda()) == 1, "its own event is not drawn beside it"


def test_an_appointment_cancelled_half_way_leaves_nothing_anywhere(connected: Connected) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    studio = other_calendar(connected)
    desk.give_role(studio, Role.PRIMARY)
    with desk.database.write() as tx:
        cancel(tx, made.id, now=desk.now)
    assert desk.sync().ok
    assert uids(connected, studio) == uids(connected, connected.work) == set()


# --- what goes wrong in the middle ----------------------------------------------------------------


def booked(faulty: Faulty) -> Appointment:
    with faulty.desk.database.read() as reader:
        (consultation,) = all_calendars(reader)
    made = faulty.desk.book(consultation, november(25, 10))
    assert faulty.sync().ok
    return made


def test_the_old_event_stays_until_the_new_one_stands(faulty: Faulty) -> None:
    made = booked(faulty)
    faulty.desk.give_role("/family/", Role.PRIMARY)
    faulty.remote.failing["create"] = RefusedObject("iCloud does not take this event.")
    faulty.sync()
    assert len(faulty.remote.calendars["/office/"]) == 1
    assert signs(faulty.desk, made) == {SyncState.FAILED}
    faulty.desk.give_role("/office/", Role.PRIMARY)
    assert faulty.sync().ok
    faulty.desk.now += timedelta(seconds=61)  # what was tried once is looked for, and once more
    assert faulty.sync().ok
    assert signs(faulty.desk, made) == {SyncState.SYNCED}
    assert faulty.desk.waiting() == 0


def test_a_move_cut_off_between_create_and_removal_ends_with_one_event(faulty: Faulty) -> None:
    made = booked(faulty)
    faulty.desk.give_role("/family/", Role.PRIMARY)
    faulty.remote.failing["delete"] = Offline("The connection broke.", maybe_applied=True)
    assert not faulty.sync().ok
    assert len(faulty.remote.calendars["/office/"]) == 1
    assert len(faulty.remote.calendars["/family/"]) == 1
    del faulty.remote.failing["delete"]
    assert faulty.sync().ok
    assert faulty.remote.calendars["/office/"] == {}
    assert len(faulty.remote.calendars["/family/"]) == 1
    assert signs(faulty.desk, made) == {SyncState.SYNCED}


def test_taken_back_while_a_removal_may_have_left_ends_with_one_event(faulty: Faulty) -> None:
    made = booked(faulty)
    faulty.desk.give_role("/family/", Role.PRIMARY)
    faulty.remote.failing["delete"] = Offline("The connection broke.", maybe_applied=True)
    faulty.sync()
    faulty.desk.give_role("/office/", Role.PRIMARY)
    del faulty.remote.failing["delete"]
    assert faulty.sync().ok
    assert faulty.sync().ok
    assert faulty.remote.calendars["/family/"] == {}
    assert len(faulty.remote.calendars["/office/"]) == 1
    assert signs(faulty.desk, made) == {SyncState.SYNCED}
    assert faulty.desk.waiting() == 0


def test_a_booking_waited_for_ever_when_its_calendar_was_primary_no_more(
    connected: Connected,
) -> None:
    desk = connected.desk
    booked = desk.book(connected.consultation, november(25, 10))
    desk.give_role(connected.work, Role.NONE)
    assert desk.waiting() == 0
    assert signs(desk, booked) == {SyncState.LOCAL}
    with desk.database.read() as reader:
        row = journal_page(reader, limit=1)[0]
    assert (row.kind, row.counts["kept_here"]) == (JournalKind.ROLE, 1)
    desk.sync()
    assert not connected.server.members(connected.work)
    desk.give_role(connected.work, Role.PRIMARY)
    desk.sync()
    assert signs(desk, booked) == {SyncState.SYNCED}
    assert len(connected.server.members(connected.work)) == 1


@pytest.mark.parametrize("role", [Role.NONE, Role.CONFLICT])
def test_a_change_waited_for_ever_when_its_calendar_was_primary_no_more(
    connected: Connected, role: Role
) -> None:
    desk = connected.desk
    booked = desk.book(connected.consultation, november(25, 10))
    desk.sync()
    with desk.database.write() as tx:
        edit(tx, booked.id, title="Elsewhere", now=desk.now)
    desk.give_role(connected.work, role)
    assert desk.waiting() == 0
    desk.sync()
    (path,) = connected.server.members(connected.work)
    assert "Elsewhere" not in (connected.server.get(path) or "")
    desk.give_role(connected.work, Role.PRIMARY)
    desk.sync()
    assert "Elsewhere" in (connected.server.get(path) or "")


def test_what_was_over_waited_for_ever_in_the_calendar_before(connected: Connected) -> None:
    desk = connected.desk
    past = desk.book(connected.consultation, november(24, 9))
    desk.now = november(24, 12)
    desk.give_role(other_calendar(connected), Role.PRIMARY)
    assert desk.waiting() == 0
    assert signs(desk, past) == {SyncState.LOCAL}


def test_a_booking_that_may_have_arrived_is_looked_up_before_it_stays_here(faulty: Faulty) -> None:
    desk = faulty.desk
    with desk.database.read() as reader:
        (consultation,) = all_calendars(reader)
    made = desk.book(consultation, november(25, 10))
    faulty.remote.failing["create"] = Offline("The connection broke.", maybe_applied=True)
    faulty.sync()
    desk.give_role("/office/", Role.NONE)
    assert desk.waiting() == 1
    for _ in range(2):  # what was tried once is looked for, and once more
        desk.now += timedelta(seconds=61)
        assert faulty.sync().ok
    assert desk.waiting() == 0
    assert signs(desk, made) == {SyncState.LOCAL}
    assert not faulty.remote.calendars["/office/"]
