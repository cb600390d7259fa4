"""An appointment that is given to somebody else here: its event follows, and comes back."""

from __future__ import annotations

import uuid

import pytest

from lcdesk.model.commands.reassign import Reassignment, reassign, reassign_series
from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.errors import AttendeesAreMailed
from lcdesk.model.domain.people import Contact, StaffMember
from lcdesk.model.recurrence.series import Scope
from lcdesk.model.store import accounts
from lcdesk.sync.engine import run_pass
from tests.desk import Desk, november
from tests.engine.conftest import EACH_SERVER, Connected
from tests.engine.test_guests_are_mailed import invited
from tests.undoing import undo

EVE = Contact(0, "Eve Moon", "eve@example.org")


def ben_beside(connected: Connected) -> tuple[StaffMember, str]:
    """Ben, and the path of his primary calendar in an account of his own."""
    desk = connected.desk
    ben = desk.staff("Ben")
    path = connected.server.make_calendar(f"ben{uuid.uuid4().hex[:8]}")
    desk.account(connected.server, ben)
    desk.give_role(path, Role.PRIMARY)
    sync_both(desk)
    return ben, path


def sync_both(desk: Desk) -> None:
    """One good pass over each account."""
    with desk.database.read() as reader:
        known = accounts.all_accounts(reader)
    for account in known:
        report = run_pass(
            desk.database,
            account,
            connect=desk.connect,
            clock=lambda: desk.now,
            progress=lambda _name, _done, _total: None,
        )
        assert report.ok


@EACH_SERVER
def test_the_event_goes_to_the_new_member_s_primary_calendar_and_back(
    connected: Connected,
) -> None:
    desk, server = connected.desk, connected.server
    ben, bens = ben_beside(connected)
    both = desk.calendar(CalendarKind.ROUND_ROBIN, connected.ana, ben, name="Both")
    made = desk.book(both, november(24, 10), staff=(connected.ana.id,))
    sync_both(desk)
    assert len(server.members(connected.work)) == 1
    wanted = Reassignment(staff=ben.id, contact=EVE)
    with desk.database.write() as tx:
        reassign_series(tx, made.id, Scope.THIS, wanted, now=desk.now)
    sync_both(desk)
    assert not server.members(connected.work)
    (path,) = server.members(bens)
    assert "SUMMARY:Eve Moon" in (server.get(path) or "")
    undo(desk)
    sync_both(desk)
    assert not server.members(bens)
    (path,) = server.members(connected.work)
    assert "SUMMARY:Cleo Park" in (server.get(path) or "")


def test_guests_are_asked_about_before_another_contact_renames_their_event(
    connected: Connected,
) -> None:
    made, desk = invited(connected), connected.desk
    wanted = Reassignment(contact=EVE)
    with pytest.raises(AttendeesAreMailed), desk.database.write() as tx:
        reassign(tx, made.id, wanted, now=desk.now)
    with desk.database.write(mail_attendees=True) as tx:
        assert reassign(tx, made.id, wanted, now=desk.now).title == "Eve Moon"
