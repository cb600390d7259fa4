"""A right to write is taken away and comes back: it is said as long as it lasts, and no longer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.commands.attention import AttentionItem, Kind, list_waiting
from lcdesk.model.domain.accounts import AccountState, Role
from lcdesk.model.domain.events import SyncState
from lcdesk.model.replication.write_rights import booking_warnings
from lcdesk.model.store import accounts
from tests.desk import november
from tests.engine.practice import Practice, practice
from tests.fakes.icloud.calendars import Collection

__all__ = ["practice"]


def matters(practice: Practice) -> tuple[AttentionItem, ...]:
    with practice.desk.database.read() as reader:
        return list_waiting(reader, practice.desk.now)


def warnings(practice: Practice) -> tuple[str, ...]:
    with practice.desk.database.read() as reader:
        return booking_warnings(reader, practice.calendar.staff)


def work(practice: Practice) -> Collection:
    return practice.icloud.home.collections[practice.icloud.work]


def test_a_booking_that_waited_for_a_lost_right_was_called_synced(practice: Practice) -> None:
    work(practice).writable = False
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    for _ in range(3):
        report = practice.desk.sync()
        assert not report.ok
        assert report.error is not None
        assert report.error.title == "“Work” is read-only now"
        assert report.pushed.held == 1
        (matter,) = matters(practice)
        assert matter.kind is Kind.READ_ONLY
        assert "1 change waits here and goes there by itself" in matter.message
        assert "Ana" in warnings(practice)[0]
    assert practice.account().state is AccountState.ERROR
    work(practice).writable = True
    report = practice.good_pass()
    assert report.pushed.created == 1
    assert practice.entry(appointment).sync is SyncState.SYNCED
    assert matters(practice) == ()
    assert warnings(practice) == ()
    assert practice.account().state is AccountState.OK


def test_nothing_said_so_while_nothing_waited(practice: Practice) -> None:
    practice.desk.now += timedelta(hours=30)
    work(practice).writable = False
    assert not practice.desk.sync().ok
    (matter,) = matters(practice)
    assert (matter.kind, matter.choices) == (Kind.READ_ONLY, ())
    assert "choose another primary calendar" in matter.message


def test_a_right_lost_while_nothing_waited_was_noticed_a_day_later(practice: Practice) -> None:
    work(practice).writable = False
    practice.desk.now += timedelta(minutes=2)
    report = practice.desk.sync()
    assert report.error is not None
    assert report.error.title == "“Work” is read-only now"
    assert [item.kind for item in matters(practice)] == [Kind.READ_ONLY]
    assert "Ana" in warnings(practice)[0]
    work(practice).writable = True
    practice.good_pass()
    assert matters(practice) == ()


def test_what_is_only_read_was_read_all_the_same(practice: Practice) -> None:
    practice.desk.now += timedelta(hours=30)
    work(practice).writable = False
    practice.put("busy")
    practice.desk.sync()
    assert practice.titles() == ["Dentist"]
    assert practice.account().last_success == practice.desk.now


def test_a_removal_waited_a_day_for_a_calendar_that_is_primary_no_more(practice: Practice) -> None:
    practice.book()
    work(practice).writable = False
    practice.icloud.home.add("second", "Second")
    second = f"{practice.icloud.work.removesuffix('work/')}second/"
    practice.desk.rediscover(practice.account())
    practice.desk.give_role(second, Role.PRIMARY)
    assert not practice.desk.sync().ok
    (matter,) = matters(practice)
    assert (matter.kind, matter.title) == (Kind.READ_ONLY, "“Work” is read-only now")
    assert warnings(practice) == ()  # new bookings go to the other one
    work(practice).writable = True
    assert practice.good_pass().pushed.deleted == 1
    assert matters(practice) == ()


@pytest.mark.parametrize("role", [Role.CONFLICT, Role.NONE])
def test_a_calendar_that_nothing_is_written_to_may_be_read_only(
    practice: Practice, role: Role
) -> None:
    practice.icloud.home.collections[practice.icloud.family].writable = False
    practice.desk.give_role(practice.icloud.family, role)
    practice.desk.rediscover(practice.account())
    practice.good_pass()
    assert matters(practice) == ()


def test_a_calendar_that_is_not_even_listed_is_told_once(practice: Practice) -> None:
    linked = practice.calendars()[practice.icloud.work]
    with practice.desk.database.write() as tx:
        accounts.set_linked_writable(tx, linked.id, writable=False)
        accounts.set_listed(tx, linked.account, [])
    assert [item.kind for item in matters(practice)] == [Kind.CALENDAR_GONE, Kind.CALENDAR_GONE]
