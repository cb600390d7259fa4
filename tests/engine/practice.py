"""A desk and the iCloud look-alike, without sockets: what tests of iCloud's habits start from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from lcdesk.model.domain.accounts import Account, LinkedCalendar, Role
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.events import AgendaEntry, Appointment
from lcdesk.model.store import accounts
from lcdesk.sync.reports import PassReport
from tests.desk import Desk, event, november
from tests.fakes.icloud import Direct, ICloud


@dataclass(slots=True)
class Practice:
    """Ana's desk: a primary and a conflict calendar in iCloud, one round robin here."""

    desk: Desk
    icloud: ICloud
    direct: Direct
    calendar: Calendar

    @classmethod
    def begin(cls, folder: Path) -> Practice:
        """Connected, both roles chosen, nothing in the calendars."""
        desk = Desk(folder)
        icloud = ICloud(lambda: desk.now)
        desk.lines = direct = Direct(icloud, lambda: desk.now)
        ana = desk.staff("Ana")
        calendar = desk.calendar(CalendarKind.ROUND_ROBIN, ana, per_slot=99)
        desk.account(None, ana)
        desk.give_role(icloud.work, Role.PRIMARY)
        desk.give_role(icloud.family, Role.CONFLICT)
        return cls(desk, icloud, direct, calendar)

    def book(self, day: int = 24, hour: int = 10) -> Appointment:
        """A booking that is in iCloud already."""
        made = self.desk.book(self.calendar, november(day, hour))
        self.good_pass()
        return made

    def put(self, name: str, day: int = 24, *, calendar: str = "", **more: str) -> str:
        """An event of another program, 09:00 to 10:00 UTC; its path."""
        path = f"{calendar or self.icloud.family}{name}.ics"
        uid = more.pop("uid", name)
        times = f"202611{day}T090000Z", f"202611{day}T100000Z"
        self.icloud.home.put(path, event(uid, *times, **more))
        return path

    def good_pass(self) -> PassReport:
        """A pass in which nothing goes wrong."""
        report = self.desk.sync()
        assert report.ok, report.error
        return report

    def account(self) -> Account:
        """The account as it stands."""
        with self.desk.database.read() as reader:
            (account,) = accounts.all_accounts(reader)
        return account

    def calendars(self) -> dict[str, LinkedCalendar]:
        """The linked calendars by path."""
        with self.desk.database.read() as reader:
            return {linked.path: linked for linked in accounts.linked_calendars(reader)}

    def entry(self, appointment: Appointment) -> AgendaEntry:
        """How an appointment is drawn."""
        return self.desk.entry(f"a{appointment.id}")

    def titles(self) -> list[str]:
        """What is drawn, in order."""
        return [entry.title for entry in self.desk.agenda()]

    def text_of(self, appointment: Appointment) -> str:
        """What iCloud holds of it, unfolded."""
        found = self.icloud.home.find(self.desk.href(appointment))
        assert found is not None
        return found.text.replace("\r\n ", "")


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Practice]:
    """A desk that has read its empty iCloud once."""
    made = Practice.begin(tmp_path)
    made.good_pass()
    yield made
    made.desk.close()
