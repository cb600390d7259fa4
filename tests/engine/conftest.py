"""A desk connected to each real server in turn."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.people import StaffMember
from tests.contract.conftest import account, radicale_account, xandikos_account
from tests.desk import Desk
from tests.engine.practice import practice
from tests.servers import Account

__all__ = ["account", "practice", "radicale_account", "xandikos_account"]


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
