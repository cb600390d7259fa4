"""What heals by itself in the end, what is given up, and when."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.commands.appointments import edit
from lcdesk.model.commands.attention import Kind, list_waiting
from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.events import SyncState
from lcdesk.model.replication.event_texts import Edit
from lcdesk.model.replication.mirrored_edits import edit_mirrored
from lcdesk.model.store import accounts
from lcdesk.model.store.calendars import all_calendars
from lcdesk.sync.errors import RefusedObject
from lcdesk.sync.rediscovery import record
from tests.desk import event, november
from tests.engine.practice import Practice, practice
from tests.engine.test_bad_input import Faulty, faulty
from tests.fakes.faults import Fault
from tests.fakes.loopback import Reply

__all__ = ["faulty", "practice"]


# --- listings -------------------------------------------------------------------------------------


def test_a_calendar_that_is_gone_is_noticed_in_the_same_pass(practice: Practice) -> None:
    family = practice.calendars()[practice.icloud.family]
    practice.desk.now += timedelta(hours=1)
    del practice.icloud.home.collections[practice.icloud.family]
    assert not practice.desk.sync().ok
    with practice.desk.database.read() as reader:
        assert not accounts.is_listed(reader, family.id)
        assert [item.kind for item in list_waiting(reader, practice.desk.now)] == [
            Kind.CALENDAR_GONE
        ]


def list_again(faulty: Faulty, *, without: str = "") -> set[str]:
    """One good discovery that lacks a calendar; what is known afterwards."""
    with faulty.desk.database.read() as reader:
        (account,) = accounts.all_accounts(reader)
    hidden = faulty.remote.calendars.pop(without, None)
    record(faulty.desk.database, account, faulty.remote.discover(), faulty.desk.now)
    if hidden is not None:
        faulty.remote.calendars[without] = hidden
    with faulty.desk.database.read() as reader:
        return {linked.path for linked in accounts.linked_calendars(reader)}


def test_a_calendar_without_a_role_goes_after_three_good_lists_without_it(faulty: Faulty) -> None:
    faulty.desk.give_role("/family/", Role.NONE)
    both = {"/office/", "/family/"}
    assert list_again(faulty, without="/family/") == both
    assert list_again(faulty, without="/family/") == both
    assert list_again(faulty) == both, "seen again: it counts anew"
    for known in (both, both, {"/office/"}):
        assert list_again(faulty, without="/family/") == known


def test_a_calendar_with_a_role_is_never_dropped_by_a_list(faulty: Faulty) -> None:
    for _ in range(5):
        assert "/family/" in list_again(faulty, without="/family/")


# --- writes ---------------------------------------------------------------------------------------


def test_a_403_although_changes_are_allowed_is_about_the_event(practice: Practice) -> None:
    practice.icloud.faults.add(Fault("PUT", times=2, instead=Reply(403)))
    sick = practice.desk.book(practice.calendar, november(24, 10))
    practice.desk.sync()
    assert practice.calendars()[practice.icloud.work].writable
    assert practice.entry(sick).sync is SyncState.FAILED
    with practice.desk.database.read() as reader:
        (matter,) = list_waiting(reader, practice.desk.now)
    assert matter.kind is Kind.REFUSED


def test_what_a_server_may_have_missed_is_mended_once(
    faulty: Faulty, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = event("one", "20261124T090000Z", "20261124T100000Z").replace(
        "DTEND:20261124T100000Z\r\n", ""
    )
    faulty.remote.put("/office/one.ics", text.replace("VERSION", "METHOD:PUBLISH\r\nVERSION"))
    faulty.sync()
    number = int(faulty.desk.agenda()[0].id[1:])
    update, tried = faulty.remote.update, list[str]()

    def strict(href: str, text: str, etag: str) -> str | None:
        tried.append(text)
        if "METHOD" in text or "DTEND" not in text:
            raise RefusedObject("No.")
        return update(href, text, etag)

    monkeypatch.setattr(faulty.remote, "update", strict)
    with faulty.desk.database.write() as tx:
        edit_mirrored(tx, number, Edit(title="Hygienist"), now=faulty.desk.now)
    assert faulty.sync().ok
    assert len(tried) == 2
    assert faulty.desk.waiting() == 0
    sent = faulty.remote.get("/office/one.ics").text or ""
    assert "SUMMARY:Hygienist" in sent
    assert "DTEND:20261124T090000Z" in sent


def test_where_nothing_is_missing_a_refusal_is_final(faulty: Faulty) -> None:
    with faulty.desk.database.read() as reader:
        (consultation,) = all_calendars(reader)
    made = faulty.desk.book(consultation, november(24, 10))
    faulty.remote.failing["create"] = RefusedObject("No.")
    faulty.sync()
    before = faulty.remote.requests
    faulty.sync()
    assert faulty.desk.entry(f"a{made.id}").sync is SyncState.FAILED
    assert faulty.remote.requests - before <= 3, "not tried again"


def test_two_programs_at_war_over_an_event_end_with_a_question(
    faulty: Faulty, monkeypatch: pytest.MonkeyPatch
) -> None:
    with faulty.desk.database.read() as reader:
        (consultation,) = all_calendars(reader)
    made = faulty.desk.book(consultation, november(24, 10))
    faulty.sync()
    href = faulty.desk.href(made)
    update, rounds = faulty.remote.update, list[int]()

    def contested(href: str, text: str, etag: str) -> str | None:
        rounds.append(len(rounds))
        there = faulty.remote.get(href).text or ""
        faulty.remote.put(href, there.replace("END:VEVENT", f"X-N:{len(rounds)}\r\nEND:VEVENT"))
        return update(href, text, etag)

    monkeypatch.setattr(faulty.remote, "update", contested)
    with faulty.desk.database.write() as tx:
        edit(tx, made.id, location="Room 1", now=faulty.desk.now)
    for _ in range(4):
        faulty.sync()
        faulty.desk.now += timedelta(minutes=2)
    assert len(rounds) == 4, "three joins, and then no more"
    with faulty.desk.database.read() as reader:
        (matter,) = list_waiting(reader, faulty.desk.now)
    assert matter.kind is Kind.REFUSED
    assert "Another program changes this event" in matter.message
    assert "Room 1" not in (faulty.remote.get(href).text or "")
