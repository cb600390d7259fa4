"""A desk and the server it is connected to: the look-alike, or a real one where a test says so."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.people import StaffMember
from tests.contract.conftest import radicale_account, xandikos_account
from tests.desk import Desk
from tests.engine.practice import practice
from tests.fakes.icloud import Direct, DirectAccount, ICloud
from tests.servers import Account

__all__ = ["practice", "radicale_account", "xandikos_account"]

_LOOK_ALIKE = "icloud"
EACH_SERVER = pytest.mark.servers(_LOOK_ALIKE, "radicale", "xandikos")
"""What matters most is seen on the look-alike and on real servers."""
REAL_SERVERS = pytest.mark.servers("radicale", "xandikos")
"""For what the look-alike cannot do: be spoken to by another process, or be no iCloud."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for an account runs once for each server that it names."""
    if "account" in metafunc.fixturenames:
        marker = metafunc.definition.get_closest_marker("servers")
        names = marker.args if marker else (_LOOK_ALIKE,)
        metafunc.parametrize("account", names, indirect=True)


@pytest.fixture
def account(request: pytest.FixtureRequest) -> Account:
    """The account that the desk is connected to; one of the look-alike is the test's own."""
    if request.param != _LOOK_ALIKE:
        real: Account = request.getfixturevalue(f"{request.param}_account")
        return real
    desk: Desk = request.getfixturevalue("desk")
    icloud = ICloud(lambda: desk.now)
    desk.lines = Direct(icloud, lambda: desk.now)
    return DirectAccount.of(icloud)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty workspace."""
    made = Desk(tmp_path)
    yield made
    made.close()


@dataclass(frozen=True, slots=True)
class Connected:
    """Ana's desk: a primary and a conflict calendar on the server, one round robin here."""

    desk: Desk
    server: Account
    ana: StaffMember
    consultation: Calendar
    work: str  # path of the primary calendar
    family: str  # path of the conflict calendar


@pytest.fixture
def connected(desk: Desk, account: Account) -> Connected:
    """A desk with both roles chosen and a first pass done."""
    ana = desk.staff("Ana")
    consultation = desk.calendar(CalendarKind.ROUND_ROBIN, ana)
    work = account.make_calendar(f"work{uuid.uuid4().hex[:8]}")
    family = account.make_calendar(f"family{uuid.uuid4().hex[:8]}")
    desk.account(account, ana)
    desk.give_role(work, Role.PRIMARY)
    desk.give_role(family, Role.CONFLICT)
    assert desk.sync().ok
    return Connected(desk, account, ana, consultation, work, family)
