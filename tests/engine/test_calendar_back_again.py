"""A calendar that was gone and is there again; and one that a person gives up too early."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.commands.attention import AttentionItem, Choice, Kind, list_waiting
from lcdesk.model.commands.decisions import carry_out_choice
from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.events import SyncState
from lcdesk.model.store import accounts
from tests.engine.practice import Practice, practice
from tests.fakes.faults import Fault
from tests.fakes.icloud.calendars import Collection
from tests.fakes.loopback import Reply

__all__ = ["practice"]


def matters(practice: Practice) -> list[AttentionItem]:
    with practice.desk.database.read() as reader:
        return list(list_waiting(reader, practice.desk.now))


def take_away(practice: Practice, path: str) -> Collection:
    """The calendar is gone, and a pass has noticed it."""
    gone = practice.icloud.home.collections.pop(path)
    assert not practice.desk.sync().ok
    assert [matter.kind for matter in matters(practice)] == [Kind.CALENDAR_GONE]
    return gone


def discard(practice: Practice) -> None:
    (matter,) = matters(practice)
    with practice.desk.database.write() as tx:
        carry_out_choice(tx, matter, Choice.DISCARD, now=practice.desk.now)


def test_an_entry_about_a_calendar_that_is_back_stayed_for_a_day(practice: Practice) -> None:
    practice.put("busy")
    practice.good_pass()
    gone = take_away(practice, practice.icloud.family)
    practice.icloud.home.collections[practice.icloud.family] = gone
    practice.good_pass()
    assert matters(practice) == []
    assert practice.titles() == ["Dentist"]


def test_one_that_answers_without_being_listed_is_there(practice: Practice) -> None:
    linked = practice.calendars()[practice.icloud.family]
    with practice.desk.database.write() as tx:
        accounts.set_listed(tx, linked.account, [practice.calendars()[practice.icloud.work].id])
    practice.icloud.quirks.empty_homes = 1
    practice.desk.sync()
    assert matters(practice) == []


def test_giving_up_a_calendar_that_is_back_dropped_its_busy_time(practice: Practice) -> None:
    practice.put("busy")
    practice.good_pass()
    gone = take_away(practice, practice.icloud.family)
    practice.icloud.home.collections[practice.icloud.family] = gone
    discard(practice)
    assert practice.titles() == ["Dentist"]
    practice.good_pass()
    assert practice.calendars()[practice.icloud.family].role is Role.CONFLICT
    assert practice.titles() == ["Dentist"]
    assert matters(practice) == []


def test_an_event_written_to_one_that_is_back_is_not_forgotten(practice: Practice) -> None:
    appointment = practice.book()
    gone = take_away(practice, practice.icloud.work)
    practice.icloud.home.collections[practice.icloud.work] = gone
    discard(practice)
    practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.SYNCED
    assert len(practice.icloud.log.asked("PUT")) == 1


def test_one_that_is_gone_indeed_goes_with_the_next_pass(practice: Practice) -> None:
    practice.put("busy")
    practice.good_pass()
    take_away(practice, practice.icloud.family)
    discard(practice)
    (matter,) = matters(practice)
    assert (matter.kind, matter.choices) == (Kind.CALENDAR_GONE, ())
    practice.good_pass()
    assert matters(practice) == []
    assert practice.titles() == []
    assert practice.calendars()[practice.icloud.family].role is Role.NONE


@pytest.mark.parametrize("answer", [Reply(500), Reply(503), Reply(200, body=b"<html>hotel</html>")])
def test_nothing_is_dropped_while_the_server_does_not_say_so(
    practice: Practice, answer: Reply
) -> None:
    practice.put("busy")
    practice.good_pass()
    take_away(practice, practice.icloud.family)
    discard(practice)
    for method in ("PROPFIND", "REPORT"):
        fault = Fault(method, practice.icloud.family, times=9, instead=answer)
        practice.icloud.faults.add(fault)
    assert not practice.desk.sync().ok
    assert practice.titles() == ["Dentist"]
    practice.icloud.faults.clear()
    practice.desk.now += timedelta(hours=1)
    practice.good_pass()
    assert practice.titles() == []
