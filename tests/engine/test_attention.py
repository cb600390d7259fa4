"""What waits for a person: one list, whatever made it wait."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lcdesk.model.commands.attention import AttentionItem, Choice, Kind, list_waiting
from lcdesk.model.commands.decisions import carry_out_choice
from lcdesk.model.commands.deleted_in_icloud import release_all
from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.changes import ChangeSet, Topic
from lcdesk.model.domain.errors import RefusedByRule
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store import accounts
from lcdesk.model.store.remote import objects
from tests.desk import Desk, event, november
from tests.engine.conftest import Connected
from tests.engine.test_bad_input import GOOD, Faulty, faulty
from tests.engine.test_conflicts import clashed

__all__ = ["faulty"]

SICK = GOOD.replace("DTSTART:", "DTSTART:x")
IN_PART = GOOD.replace("SUMMARY", "RRULE:FREQ=NEVER\r\nSUMMARY")


def matters(desk: Desk) -> tuple[AttentionItem, ...]:
    with desk.database.read() as reader:
        return list_waiting(reader, desk.now)


def settle(desk: Desk, matter: AttentionItem, choice: Choice) -> None:
    with desk.database.write() as tx:
        carry_out_choice(tx, matter, choice, now=desk.now)


def test_a_clash_is_listed_with_both_versions(connected: Connected) -> None:
    made = clashed(connected)
    (matter,) = matters(connected.desk)
    assert (matter.key, matter.kind) == (f"conflict-a{made.id}", Kind.CONFLICT)
    assert matter.choices == (Choice.KEEP_MINE, Choice.KEEP_ICLOUD, Choice.KEEP_BOTH)
    assert matter.clash is not None
    assert matter.clash.theirs is not None
    assert (matter.clash.mine.span.start, matter.clash.theirs.span.start) == (
        november(25, 15),
        november(26, 14),
    )
    assert matter.clash.properties == ("times",)
    settle(connected.desk, matter, Choice.KEEP_ICLOUD)
    assert matters(connected.desk) == ()


def test_a_sick_event_is_listed_with_its_title_and_its_problem(faulty: Faulty) -> None:
    faulty.remote.put("/family/sick.ics", SICK)
    faulty.sync()
    (matter,) = matters(faulty.desk)
    assert (matter.kind, matter.title) == (Kind.UNREADABLE, "Good")
    assert matter.choices == (Choice.RETRY, Choice.KEEP)
    taken = "One event of family could not be read; its time may be taken. "
    assert matter.message.startswith(f"{taken}This is about Ana’s time. “")
    assert "Nothing was changed on the server" in matter.message
    assert "BEGIN:VCALENDAR" in matter.text
    faulty.remote.put("/family/sick.ics", GOOD)
    faulty.sync()
    assert matters(faulty.desk) == ()


def test_an_event_read_in_part_is_listed_and_named_as_such(faulty: Faulty) -> None:
    faulty.remote.put("/family/sick.ics", GOOD.replace("SUMMARY", "RRULE:FREQ=NEVER\r\nSUMMARY"))
    faulty.sync()
    (matter,) = matters(faulty.desk)
    taken = "One event of family could not be read in full; other times may be taken. "
    assert matter.message.startswith(f"{taken}This is about Ana’s time. How this event repeats")
    assert (matter.kind, matter.span) == (
        Kind.UNREADABLE,
        TimeSpan(november(24, 10), november(24, 11)),
    )
    assert "RRULE:FREQ=NEVER" in matter.text


@pytest.mark.parametrize("text", [SICK, IN_PART])
def test_an_unreadable_event_that_is_gone_on_the_server_waits_no_longer(
    faulty: Faulty, text: str
) -> None:
    faulty.remote.put("/family/sick.ics", text)
    faulty.sync()
    faulty.remote.drop("/family/sick.ics")
    faulty.sync()
    assert Kind.UNREADABLE not in {item.kind for item in matters(faulty.desk)}


@pytest.mark.parametrize("text", [SICK, IN_PART])
def test_an_unreadable_event_that_was_looked_at_waits_again_when_it_changes(
    faulty: Faulty, text: str
) -> None:
    faulty.remote.put("/family/sick.ics", text)
    faulty.sync()
    (matter,) = matters(faulty.desk)
    settle(faulty.desk, matter, Choice.KEEP)
    faulty.sync()
    assert matters(faulty.desk) == ()
    assert [entry.title for entry in faulty.desk.agenda()] == ["Good"] * (text is IN_PART)
    faulty.remote.put("/family/sick.ics", text.replace("Good", "Still sick"))
    faulty.sync()
    assert [item.title for item in matters(faulty.desk)] == ["Still sick"]


@pytest.mark.parametrize("text", [SICK, IN_PART])
def test_trying_again_asks_the_server_for_an_unreadable_event(faulty: Faulty, text: str) -> None:
    faulty.remote.put("/family/sick.ics", text)
    faulty.sync()
    (matter,) = matters(faulty.desk)
    settle(faulty.desk, matter, Choice.RETRY)
    assert faulty.sync().pulled.changed == 1
    (again,) = matters(faulty.desk)
    assert again.message == matter.message
    with faulty.desk.database.write() as tx:  # kept by a lcdesk that could not read it
        (known,) = objects.unread_objects(tx)
        objects.update_object(tx, replace(known, raw=GOOD))
    settle(faulty.desk, again, Choice.RETRY)
    assert matters(faulty.desk) == ()
    assert [entry.title for entry in faulty.desk.agenda()] == ["Good"]


def test_trying_again_is_heard_by_whoever_syncs_and_reads_no_other_event(faulty: Faulty) -> None:
    faulty.remote.put("/family/sick.ics", SICK)
    faulty.remote.put("/family/good.ics", GOOD)
    faulty.sync()
    (matter,) = matters(faulty.desk)
    heard: list[ChangeSet] = []
    faulty.desk.database.listen(heard.append)
    settle(faulty.desk, matter, Choice.RETRY)
    assert Topic.ACCOUNTS in heard[0].topics
    faulty.remote.put("/family/sick.ics", GOOD.replace("good", "well"))
    pulled = faulty.sync().pulled
    assert (pulled.added, pulled.changed) == (0, 1)
    assert matters(faulty.desk) == ()


def test_slots_deleted_in_icloud_are_released_one_by_one_or_all(faulty: Faulty) -> None:
    for number in range(4):
        faulty.remote.put(f"/family/{number}.ics", GOOD.replace("good", str(number)))
    faulty.sync()
    for number in range(3):
        faulty.remote.drop(f"/family/{number}.ics")
    faulty.sync()
    first, *rest = matters(faulty.desk)
    assert first.kind is Kind.DELETED
    assert not first.is_own
    settle(faulty.desk, first, Choice.RELEASE)
    assert len(matters(faulty.desk)) == len(rest) == 2
    with faulty.desk.database.write() as tx:
        assert release_all(tx) == 2
    assert matters(faulty.desk) == ()


def test_a_calendar_with_a_role_that_is_no_longer_listed_asks(faulty: Faulty) -> None:
    with faulty.desk.database.write() as tx:
        work = next(
            linked for linked in accounts.linked_calendars(tx) if linked.role is Role.PRIMARY
        )
        others = [linked.id for linked in accounts.linked_calendars(tx) if linked.id != work.id]
        accounts.set_listed(tx, faulty.account, others)
    (matter,) = matters(faulty.desk)
    assert (matter.kind, matter.choices) == (Kind.CALENDAR_GONE, (Choice.DISCARD,))
    settle(faulty.desk, matter, Choice.DISCARD)
    (matter,) = matters(faulty.desk)
    assert matter.choices == ()
    assert faulty.sync().ok  # it is there, so it stays
    assert matters(faulty.desk) == ()


def test_removals_that_are_held_back_ask(faulty: Faulty) -> None:
    for number in range(5):
        faulty.remote.put(f"/family/{number}.ics", GOOD.replace("good", str(number)))
    faulty.sync()
    for number in range(5):
        faulty.remote.drop(f"/family/{number}.ics")
    faulty.sync()
    (matter,) = matters(faulty.desk)
    assert (matter.kind, matter.choices) == (Kind.MASS_REMOVAL, (Choice.RETRY, Choice.RELEASE))
    with pytest.raises(RefusedByRule):
        settle(faulty.desk, matter, Choice.KEEP)
    settle(faulty.desk, matter, Choice.RETRY)
    assert matters(faulty.desk) == ()
    faulty.sync()
    (matter,) = matters(faulty.desk)
    settle(faulty.desk, matter, Choice.RELEASE)
    faulty.sync()
    assert {item.kind for item in matters(faulty.desk)} == {Kind.DELETED}


def test_a_private_members_event_is_not_named(faulty: Faulty) -> None:
    from lcdesk.model.commands.people import save_staff
    from lcdesk.model.store.people import all_staff

    with faulty.desk.database.write() as tx:
        (ana,) = all_staff(tx)
        save_staff(tx, replace(ana, hide_details=True))
    faulty.remote.put("/family/a.ics", event("a", "x", "y", summary="Therapy"))
    faulty.sync()
    (matter,) = matters(faulty.desk)
    assert (matter.title, matter.text) == ("Busy", "")
