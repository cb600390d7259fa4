"""What a change of one thing means for others that stand on it."""

from __future__ import annotations

from dataclasses import replace

from lcdesk.model.commands.people import save_contact, save_staff
from lcdesk.model.domain.accounts import AccountState, Role
from lcdesk.model.domain.remote import ObjectState
from lcdesk.model.store import accounts
from lcdesk.model.store.people import contacts
from lcdesk.sync.errors import SignInRefused
from tests.desk import Desk, event, november
from tests.engine.conftest import Connected
from tests.engine.test_bad_input import Faulty, faulty

__all__ = ["faulty"]


def test_a_member_s_new_zone_moves_floating_and_all_day_events_only(faulty: Faulty) -> None:
    desk = faulty.desk
    floating = event("f", "20261124T090000", "20261124T100000", summary="Floating")
    fixed = event("z", "20261124T090000Z", "20261124T100000Z", summary="Fixed")
    faulty.remote.put("/family/f.ics", floating)
    faulty.remote.put("/family/z.ics", fixed)
    faulty.sync()
    assert starts(desk) == {"Floating": november(24, 9), "Fixed": november(24, 10)}
    from lcdesk.model.store.people import all_staff

    with desk.database.write() as tx:
        (ana,) = all_staff(tx)
        save_staff(tx, replace(ana, zone="Europe/Lisbon"))
    assert starts(desk) == {"Floating": november(24, 10), "Fixed": november(24, 10)}


def test_a_member_s_new_zone_passes_over_what_was_deleted_before_it_could_be_read(
    faulty: Faulty,
) -> None:
    desk = faulty.desk
    late = event("late", "99991231T200000", "99991231T210000", summary="Late")
    faulty.remote.put("/family/late.ics", late)
    faulty.sync()
    from lcdesk.model.store.people import all_staff
    from lcdesk.model.store.remote import objects

    with desk.database.write() as tx:  # as stores have it from before
        (sick,) = objects.objects_in_state(tx, ObjectState.QUARANTINED)
        objects.update_object(tx, replace(sick, state=ObjectState.GONE, etag=None))
    with desk.database.write() as tx:
        (ana,) = all_staff(tx)
        assert save_staff(tx, replace(ana, zone="Asia/Tokyo")).zone == "Asia/Tokyo"


def test_an_account_without_chosen_calendars_still_says_when_its_password_is_refused(
    faulty: Faulty,
) -> None:
    desk = faulty.desk
    with desk.database.write() as tx:
        for linked in accounts.linked_calendars(tx):
            accounts.set_linked_role(tx, linked.id, Role.NONE)
    faulty.remote.failing["discover"] = SignInRefused("iCloud refused the password.")
    assert not faulty.sync().ok
    assert faulty.state() is AccountState.NEEDS_PASSWORD


def test_a_contact_s_new_name_reaches_the_events_that_name_it(connected: Connected) -> None:
    desk = connected.desk
    desk.book(connected.consultation, november(24, 10))
    desk.sync()
    with desk.database.write() as tx:
        (cleo,) = contacts(tx).values()
        save_contact(tx, replace(cleo, phone="0170 123"), now=desk.now)
    assert desk.sync().pushed.updated == 1
    (path,) = connected.server.members(connected.work)
    text = (connected.server.get(path) or "").replace("\r\n ", "")
    assert "0170 123" in text


def starts(desk: Desk) -> dict[str, object]:
    return {entry.title: entry.span.start for entry in desk.agenda()}
