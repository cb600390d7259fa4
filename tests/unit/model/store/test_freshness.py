"""When open times carry a warning: the account read longest ago, of those that count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from lcdesk.model.commands.accounts import add_account, record_discovery, set_role
from lcdesk.model.domain.accounts import Account, AccountState, LinkedCalendar, Provider, Role
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.store.accounts import linked_calendars, set_account_state
from lcdesk.model.store.freshness import Stale, stalest
from tests.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


def connected(desk: Desk, member: StaffMember, server: str, *, read: timedelta | None) -> Account:
    """An account with a primary calendar, read so long ago."""
    with desk.database.write() as tx:
        account = add_account(
            tx, provider=Provider.CALDAV, email="a", staff=member.id, server=server
        )
        work = LinkedCalendar(0, 0, 0, "/w/", "/w/", "Work", writable=True)
        record_discovery(tx, account.id, home="/", found=[work], now=desk.now)
        (linked,) = linked_calendars(tx, account_id=account.id)
        set_role(tx, linked.id, Role.PRIMARY, now=desk.now)
        if read is not None:
            set_account_state(tx, account.id, AccountState.OK, success_at=desk.now - read)
    return account


def found(desk: Desk, *members: StaffMember) -> Stale | None:
    with desk.database.read() as reader:
        return stalest(reader, now=desk.now, staff=[member.id for member in members] or None)


def test_nothing_is_old_where_nothing_is_read(desk: Desk) -> None:
    assert found(desk, desk.staff("Ana")) is None


def test_the_oldest_counts_and_only_of_those_asked_for(desk: Desk) -> None:
    ana, ben = desk.staff("Ana"), desk.staff("Ben")
    connected(desk, ana, "https://one.example/", read=timedelta(minutes=15))
    connected(desk, ben, "https://two.example/", read=timedelta(hours=1))
    assert found(desk, ana) is None
    old = found(desk, ana, ben)
    assert old is not None
    assert (old.account.server_name.name, old.last) == (
        "two.example",
        desk.now - timedelta(hours=1),
    )


def test_one_that_was_never_read_is_the_oldest(desk: Desk) -> None:
    ana = desk.staff("Ana")
    connected(desk, ana, "https://one.example/", read=timedelta(hours=9))
    ben = desk.staff("Ben")
    never = connected(desk, ben, "https://two.example/", read=None)
    old = found(desk)
    assert old is not None
    assert (old.account.id, old.last) == (never.id, None)


def test_an_account_without_a_chosen_calendar_makes_nothing_old(desk: Desk) -> None:
    ana = desk.staff("Ana")
    connected(desk, ana, "https://one.example/", read=timedelta(hours=9))
    with desk.database.write() as tx:
        (linked,) = linked_calendars(tx)
        set_role(tx, linked.id, Role.NONE, now=desk.now)
    assert found(desk) is None


def test_one_read_while_the_clock_was_ahead_is_old(desk: Desk) -> None:
    ana, ben = desk.staff("Ana"), desk.staff("Ben")
    connected(desk, ana, "https://one.example/", read=timedelta(hours=1))
    connected(desk, ben, "https://two.example/", read=timedelta(days=-3))
    old = found(desk)
    assert old is not None
    assert old.account.server_name.name == "two.example"
    desk.now += timedelta(days=3)
    assert found(desk, ben) is None


def test_a_clock_set_right_by_seconds_makes_nothing_old(desk: Desk) -> None:
    ana = desk.staff("Ana")
    connected(desk, ana, "https://one.example/", read=timedelta(seconds=-30))
    assert found(desk) is None
