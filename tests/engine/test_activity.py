"""What each pass tells in Activity, in the transaction of what it tells of."""

from __future__ import annotations

import contextlib
import uuid
from dataclasses import replace
from datetime import timedelta

import pytest

from lcdesk.model.commands.appointments import cancel, edit
from lcdesk.model.commands.people import save_staff
from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.journal import Entry, JournalKind
from lcdesk.model.replication.inbound import WHEN_DELETED
from lcdesk.model.store import accounts, database, journal
from lcdesk.model.store.journal import journal_page
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.preferences import set_preference
from lcdesk.model.store.transaction import Transaction
from lcdesk.sync.errors import Offline, SignInRefused, Throttled
from lcdesk.sync.rediscovery import record
from tests.desk import Desk, event, november
from tests.engine.conftest import Connected
from tests.engine.test_bad_input import GOOD, Faulty, faulty

__all__ = ["faulty"]


def told(desk: Desk, *kinds: JournalKind) -> list[Entry]:
    """Rows of these kinds, or all but those of records, the oldest first."""
    wanted = kinds or set(JournalKind) - {JournalKind.RECORD}
    with desk.database.read() as reader:
        found = journal_page(reader, limit=1_000)
    return [entry for entry in reversed(found) if entry.kind in wanted]


def last(desk: Desk, kind: JournalKind) -> Entry:
    """The newest row of a kind."""
    return told(desk, kind)[-1]


def release_what_is_deleted(desk: Desk) -> None:
    with desk.database.write() as tx:
        set_preference(tx, WHEN_DELETED, "release")


def test_a_first_sync_is_one_row_for_each_calendar(faulty: Faulty) -> None:
    for number in range(120):
        faulty.remote.put(f"/family/{number}.ics", GOOD.replace("good", str(number)))
    faulty.sync()
    (family,) = [entry for entry in told(faulty.desk) if entry.counts.get("added")]
    assert (family.kind, family.counts) == (JournalKind.EVENTS, {"added": 120})
    assert family.facts == {"account": "ana", "calendar": "family", "first": True}
    assert len(family.items) == 20
    assert (family.items[0].title, family.items[0].start) == ("Good", november(24, 10))


def test_a_pass_without_effect_tells_nothing(faulty: Faulty) -> None:
    faulty.remote.put("/family/a.ics", GOOD)
    faulty.sync()
    before = told(faulty.desk)
    faulty.sync()
    faulty.remote.put("/family/a.ics", GOOD.replace("20261101T000000Z", "20261102T000000Z"))
    faulty.sync()
    assert told(faulty.desk) == before, "only a stamp is new"


def test_a_pass_tells_what_was_added_changed_and_deleted_in_one_row(faulty: Faulty) -> None:
    for name in ("a", "b", "c"):
        faulty.remote.put(f"/family/{name}.ics", GOOD.replace("good", name))
    faulty.sync()
    faulty.remote.put("/family/a.ics", event("a", "20261125T090000Z", "20261125T100000Z"))
    faulty.remote.drop("/family/b.ics")
    faulty.remote.put("/family/d.ics", GOOD.replace("good", "d"))
    faulty.sync()
    last = told(faulty.desk, JournalKind.EVENTS)[-1]
    assert last.counts == {"added": 1, "changed": 1, "marked": 1}
    assert {(item.deed.value, item.title) for item in last.items} == {
        ("added", "Good"),
        ("changed", "Dentist"),
        ("marked", "Good"),
    }
    assert all(item.subject.startswith("e") for item in last.items)
    assert last.pass_id


def test_what_is_sent_is_told_with_its_appointment(connected: Connected) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(24, 10))
    assert told(desk, JournalKind.SENT) == [], "not there yet"
    desk.sync()
    with desk.database.write() as tx:
        edit(tx, made.id, notes="Bring the card", now=desk.now)
    desk.sync()
    with desk.database.write() as tx:
        cancel(tx, made.id, now=desk.now)
    desk.sync()
    rows = told(desk, JournalKind.SENT)
    assert [entry.counts for entry in rows] == [{"created": 1}, {"updated": 1}, {"removed": 1}]
    assert {(entry.items[0].title, entry.items[0].subject) for entry in rows} == {
        ("Cleo Park", f"a{made.id}")
    }


def test_an_appointment_that_follows_icloud_is_told_with_before_and_after(
    connected: Connected,
) -> None:
    desk, server = connected.desk, connected.server
    made = desk.book(connected.consultation, november(24, 10))
    desk.sync()
    path = desk.href(made)
    text = server.get(path) or ""
    server.put(path, text.replace("T100000", "T140000").replace("T103000", "T143000"))
    desk.sync()
    (row,) = told(desk, JournalKind.FOLLOWED)
    assert (row.subject, row.can_be_undone) == (f"a{made.id}", True)
    assert row.facts["before"]["start"] == int(november(24, 10).timestamp())
    assert row.facts["after"]["start"] == int(november(24, 14).timestamp())


def test_an_appointment_deleted_in_icloud_is_told(connected: Connected) -> None:
    desk, server = connected.desk, connected.server
    made = desk.book(connected.consultation, november(24, 10))
    desk.sync()
    server.delete(desk.href(made))
    desk.sync()
    (row,) = told(desk, JournalKind.DELETED)
    assert (row.subject, row.items[0].title) == (f"a{made.id}", "Cleo Park")


def test_a_released_slot_is_told_with_the_way_back(faulty: Faulty) -> None:
    release_what_is_deleted(faulty.desk)
    faulty.remote.put("/family/a.ics", GOOD)
    faulty.remote.put("/family/b.ics", GOOD.replace("good", "b"))
    faulty.sync()
    faulty.remote.drop("/family/a.ics")
    faulty.sync()
    (row,) = told(faulty.desk, JournalKind.RELEASED)
    assert (row.counts, row.can_be_undone) == ({"released": 1}, True)
    assert len(faulty.titles()) == 1


def test_an_event_that_moved_to_another_calendar_is_no_deletion(faulty: Faulty) -> None:
    for name in ("a", "b"):
        faulty.remote.put(f"/family/{name}.ics", GOOD.replace("good", name))
    faulty.sync()
    faulty.remote.drop("/family/a.ics")
    faulty.remote.put("/office/a.ics", GOOD.replace("good", "a"))
    faulty.sync()
    counts = [dict(entry.counts) for entry in told(faulty.desk, JournalKind.EVENTS)][-2:]
    assert counts == [{"added": 1}, {"moved_away": 1}]


def test_an_event_that_cannot_be_read_is_told(faulty: Faulty) -> None:
    faulty.remote.put("/family/sick.ics", GOOD.replace("DTSTART:", "DTSTART:nonsense"))
    faulty.sync()
    (row,) = told(faulty.desk, JournalKind.UNREADABLE)
    assert (row.counts, row.items[0].title) == ({"unreadable": 1}, "Good")


def test_trouble_is_told_when_it_begins_and_when_it_is_over(faulty: Faulty) -> None:
    trouble = (JournalKind.TROUBLE, JournalKind.TROUBLE_OVER)
    for error in (Throttled("Wait."), Throttled("Wait."), Offline("No."), SignInRefused("No.")):
        faulty.remote.failing["collection_state"] = error
        faulty.remote.failing["discover"] = error
        faulty.sync()
        faulty.desk.now += timedelta(hours=1)
    faulty.remote.failing.clear()
    faulty.sync()
    faulty.sync()
    assert [
        (entry.kind.value, entry.facts.get("code")) for entry in told(faulty.desk, *trouble)
    ] == [
        ("trouble", "THROTTLED"),
        ("trouble", "SIGN_IN_REFUSED"),
        ("trouble_over", None),
    ]


def test_a_new_primary_calendar_is_one_row_with_a_count(connected: Connected) -> None:
    desk, server = connected.desk, connected.server
    for hour in (9, 11, 13):
        desk.book(connected.consultation, november(24, hour))
    desk.sync()
    other = server.make_calendar(f"other{uuid.uuid4().hex[:8]}")
    with desk.database.read() as reader:
        (account,) = accounts.all_accounts(reader)
    remote = desk.connect(account)
    record(desk.database, account, remote.discover(), desk.now)
    remote.close()
    desk.give_role(other, Role.PRIMARY)
    row = told(desk, JournalKind.ROLE)[-1]
    assert (row.counts, row.facts["role"], row.can_be_undone) == ({"moved": 3}, "primary", True)


def test_a_full_listing_is_told(connected: Connected) -> None:
    desk = connected.desk
    desk.sync()
    before = len(told(desk))
    desk.sync(full=True)
    new = told(desk)[before:]
    assert [(entry.kind, entry.facts.get("full")) for entry in new] == [
        (JournalKind.EVENTS, True)
    ] * 2


def test_a_private_members_events_are_not_named(faulty: Faulty) -> None:
    faulty.remote.put("/family/a.ics", event("a", "20261124T090000Z", "20261124T100000Z"))
    faulty.sync()
    with faulty.desk.database.write() as tx:
        (ana,) = all_staff(tx)
        save_staff(tx, replace(ana, hide_details=True))
    (item,) = [item for entry in told(faulty.desk) for item in entry.items]
    assert (item.title, item.is_private) == ("Busy", True)


class KilledError(Exception):
    """The program ends here."""


@pytest.mark.parametrize("life", range(1, 12))
def test_a_kill_leaves_the_row_and_the_change_or_neither(
    faulty: Faulty, monkeypatch: pytest.MonkeyPatch, life: int
) -> None:
    """Whatever commit is the last one: the rows count exactly what the store holds."""
    for number in range(170):
        faulty.remote.put(f"/family/{number}.ics", GOOD.replace("good", str(number)))
    left = [life]

    def write_down(tx: Transaction) -> None:
        left[0] -= 1
        if not left[0]:
            raise KilledError
        really(tx)

    really = journal.write_down
    monkeypatch.setattr(database, "write_down", write_down)
    with contextlib.suppress(KilledError):
        faulty.sync()
    monkeypatch.setattr(database, "write_down", really)
    rows = told(faulty.desk, JournalKind.EVENTS)
    assert sum(entry.counts.get("added", 0) for entry in rows) == len(faulty.titles())
    faulty.sync()
    rows = told(faulty.desk, JournalKind.EVENTS)
    assert sum(entry.counts.get("added", 0) for entry in rows) == len(faulty.titles()) == 170
