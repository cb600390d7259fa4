"""A small business over a real store, and its line to a server: what engine tests start from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lcdesk.model.commands.accounts import add_account, set_role
from lcdesk.model.commands.appointments import BookingRequest, book
from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.commands.people import save_staff
from lcdesk.model.domain.accounts import Account, LinkedCalendar, Provider, Role
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.events import AgendaEntry, Appointment
from lcdesk.model.domain.people import Contact, Hours, HoursBlock, StaffMember
from lcdesk.model.domain.remote import RemoteObject
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import Clock, utc_now
from lcdesk.model.store import accounts, outbox
from lcdesk.model.store.database import Database
from lcdesk.model.store.queries.agenda import agenda
from lcdesk.model.store.remote import objects
from lcdesk.model.store.remote.index import ensure_indexed
from lcdesk.model.store.tables import contact
from lcdesk.sync.dav import open_remote
from lcdesk.sync.engine import Connect, run_pass
from lcdesk.sync.ports import Remote
from lcdesk.sync.rediscovery import record
from lcdesk.sync.reports import PassReport
from lcdesk.sync.schedule import Occasion
from tests.servers import EMAIL, PASSWORD
from tests.servers import Account as ServerAccount

BERLIN = "Europe/Berlin"
# A Monday, 08:00 in Berlin.
NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
AROUND_THE_CLOCK = Hours(((HoursBlock(0, 24 * 60),),) * 7)
CLEO = Contact(0, "Cleo Park", "cleo@example.org")


def november(day: int, hour: int, minute: int = 0) -> datetime:
    """A time in November 2026 on Berlin's clock (an hour ahead of UTC), as an instant."""
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC) - timedelta(hours=1)


def event(uid: str, start: str, end: str, *more: str, summary: str = "Dentist") -> str:
    """An event as another program would write it; times in UTC, such as 20261124T090000Z."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Another program//EN",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        "DTSTAMP:20261101T000000Z",
        f"DTSTART:{start}",
        f"DTEND:{end}",
        f"SUMMARY:{summary}",
        *more,
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines)


def open_store(folder: Path, clock: Clock = utc_now) -> Database:
    """The store in this folder; where there is none an empty one, quicker than it is made."""
    file = folder / "lcdesk.sqlite3"
    if not file.exists():
        file.write_bytes(_empty_store())
    return Database.open(file, clock=clock)


def keep_contact_name(database: Database, before: str, name: str) -> None:
    """Another name for a contact, as long as an earlier lcdesk let it be."""
    with database.write() as tx:
        tx.leave_out_of_undo()
        tx.connection.execute(contact.update().where(contact.c.name == before).values(name=name))
        tx.touch(Topic.CONTACTS)
        tx.touch(Topic.AGENDA)


@cache
def _empty_store() -> bytes:
    """As the migrations make it, once: they are tested by themselves."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "lcdesk.sqlite3"
        Database.open(file).close()
        return file.read_bytes()


class Business:
    """A store, its clock, and what every test does with them."""

    def __init__(self, folder: Path, now: datetime = NOW) -> None:
        self.folder = folder
        self.now = now
        self.database = open_store(folder, self.clock)

    def clock(self) -> datetime:
        """The moment it is."""
        return self.now

    def close(self) -> None:
        """Close the store."""
        self.database.close()

    def save_member(self, member: StaffMember) -> StaffMember:
        """Somebody of the staff from the beginning: no step that Undo could mean."""
        with self.database.write() as tx:
            tx.leave_out_of_undo()
            return save_staff(tx, member)

    def save_calendar(
        self,
        name: object,
        kind: CalendarKind,
        team: Sequence[StaffMember],
        settings: Mapping[str, object],
    ) -> Calendar:
        """Add a calendar in Berlin."""
        staff = tuple(member.id for member in team)
        more: dict[str, Any] = {"name": name, "zone": BERLIN, **settings}
        with self.database.write() as tx:
            tx.leave_out_of_undo()
            return save_calendar(tx, Calendar(0, kind=kind, staff=staff, **more), self.now)

    def book(
        self, calendar: Calendar, start: datetime, contact: Contact = CLEO, **more: Any
    ) -> Appointment:
        """Book for Cleo unless somebody else is named."""
        with self.database.write() as tx:
            return book(tx, BookingRequest(calendar.id, start, contact, **more), now=self.now)

    def href(self, appointment: Appointment) -> str:
        """Where the appointment's only event lies on the server."""
        return self._only_object(appointment).href

    def object_of(self, appointment: Appointment) -> int:
        """The only object that was written for an appointment."""
        return self._only_object(appointment).id

    def _only_object(self, appointment: Appointment) -> RemoteObject:
        with self.database.read() as reader:
            (found,) = objects.objects_of_session(reader, appointment.session)
        return found


class Desk(Business):
    """One workspace and its line to a server."""

    def __init__(self, folder: Path, now: datetime = NOW, lines: Connect | None = None) -> None:
        super().__init__(folder, now)
        self.lines = lines  # to something else than a server on this machine

    def staff(self, name: str, zone: str = BERLIN) -> StaffMember:
        """A member who works around the clock."""
        email = f"{name.lower()}@example.org"
        return self.save_member(StaffMember(0, name, email, zone, AROUND_THE_CLOCK))

    def calendar(self, kind: CalendarKind, *staff: StaffMember, **more: object) -> Calendar:
        """A calendar of this kind, named after it."""
        usual: dict[CalendarKind, dict[str, object]] = {
            CalendarKind.SIMPLE: {"hours": AROUND_THE_CLOCK},
            CalendarKind.CLASS: {"seats": 10},
        }
        return self.save_calendar(kind.value, kind, staff, usual.get(kind, {}) | more)

    def account(self, server: ServerAccount | None, member: StaffMember) -> Account:
        """Connect a member to a server account, or to iCloud, with its calendars discovered."""
        provider = server.provider if server else Provider.ICLOUD
        with self.database.write() as tx:
            account = add_account(
                tx,
                provider=provider,
                email=server.email if server else EMAIL,
                staff=member.id,
                server=server.url if server and provider is Provider.CALDAV else "",
            )
        self.rediscover(account)
        return account

    def rediscover(self, account: Account) -> None:
        """List the account's calendars anew."""
        remote = self.connect(account)
        try:
            record(self.database, account, remote.discover(), self.now)
        finally:
            remote.close()

    def connect(self, account: Account) -> Remote:
        """A line to the account's server, with the password that every test server knows."""
        if self.lines is not None:
            return self.lines(account)
        return open_remote(account.provider, account.server, account.email, PASSWORD)

    def give_role(self, path: str, role: Role) -> LinkedCalendar:
        """Choose a calendar by its path on the server."""
        wanted = path.replace("%40", "@")
        with self.database.write() as tx:
            linked = next(
                linked for linked in accounts.linked_calendars(tx) if linked.path == wanted
            )
            return set_role(tx, linked.id, role, now=self.now)

    def sync(self, *, full: bool = False, occasion: Occasion = Occasion.PERSON) -> PassReport:
        """One pass over the only account."""
        with self.database.read() as reader:
            (account,) = accounts.all_accounts(reader)
        return run_pass(
            self.database,
            account,
            connect=self.connect,
            clock=lambda: self.now,
            progress=lambda _name, _done, _total: None,
            full=full,
            occasion=occasion,
        )

    def agenda(self, first: int = 16, last: int = 30) -> tuple[AgendaEntry, ...]:
        """What stands between two days of November 2026."""
        span = TimeSpan(november(first, 0), november(last, 0))
        ensure_indexed(self.database, span)
        with self.database.read() as reader:
            return agenda(reader, span)

    def entry(self, entry_id: str) -> AgendaEntry:
        """One row of the agenda."""
        return next(entry for entry in self.agenda() if entry.id == entry_id)

    def waiting(self) -> int:
        """How many changes are on their way."""
        with self.database.read() as reader:
            return len(outbox.entries(reader))
