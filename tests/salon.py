"""A small salon over a real store, and short ways to fill it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from lcdesk.model.commands.accounts import add_account, record_discovery, set_role
from lcdesk.model.domain.accounts import AccountState, LinkedCalendar, Provider, Role
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.events import AgendaEntry, Appointment
from lcdesk.model.domain.people import Contact, Hours, HoursBlock, StaffMember
from lcdesk.model.domain.remote import ObjectState, RemoteObject
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import at_wall, zone
from lcdesk.model.store import accounts, outbox
from lcdesk.model.store.queries.agenda import agenda
from lcdesk.model.store.remote import objects
from lcdesk.model.store.remote.index import Indexer, horizon, put_indexed
from lcdesk.model.store.tables.business import (
    appointment,
    appointment_contact,
    appointment_staff,
)
from tests import desk
from tests.desk import BERLIN, Business, event

MONDAY = date(2026, 11, 23)
DAY_SHIFT = (HoursBlock(9 * 60, 18 * 60),)
HOURS = Hours((DAY_SHIFT, DAY_SHIFT, DAY_SHIFT, DAY_SHIFT, DAY_SHIFT, (), ()))
_STAMP = "%Y%m%dT%H%M%SZ"  # in UTC
CLEO = replace(desk.CLEO, phone="+49 30 1234")


def day(offset: int) -> date:
    """A day of the week that is shown, counted from its Monday."""
    return MONDAY + timedelta(days=offset)


def at(offset: int, hour: int, minute: int = 0) -> datetime:
    """A time on Berlin's clock."""
    return at_wall(day(offset), hour * 60 + minute, zone(BERLIN))


def event_text(uid: str, start: datetime, end: datetime, title: str, *more: str) -> str:
    """An event as another program writes it."""
    return event(uid, f"{start:{_STAMP}}", f"{end:{_STAMP}}", *more, summary=title)


class Salon(Business):
    """Ana and Ben, and short ways to fill their store."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.ana = self.staff("Ana")
        self.ben = self.staff("Ben")

    def staff(self, name: str, zone_name: str = BERLIN, **more: Any) -> StaffMember:
        """A member who works from nine to six on weekdays."""
        return self.save_member(replace(StaffMember(0, name, zone=zone_name, hours=HOURS), **more))

    def was_read(self, ago: timedelta) -> None:
        """As if every account had been read so long ago."""
        with self.database.write() as tx:
            for account in accounts.all_accounts(tx):
                read_at = self.now - ago
                accounts.set_account_state(tx, account.id, AccountState.OK, success_at=read_at)

    def calendar(
        self, name: str, kind: CalendarKind, *team: StaffMember, **more: object
    ) -> Calendar:
        """A calendar of this kind."""
        usual: dict[CalendarKind, dict[str, object]] = {
            CalendarKind.SIMPLE: {"hours": HOURS},
            CalendarKind.CLASS: {"seats": 3, "duration": timedelta(hours=1)},
        }
        return self.save_calendar(name, kind, team, usual.get(kind, {}) | more)

    def visit(self, *team: StaffMember, **more: object) -> Calendar:
        """First visits, with Ana unless others are named."""
        return self.calendar("First visit", CalendarKind.ROUND_ROBIN, *(team or [self.ana]), **more)

    def book(
        self, calendar: Calendar, start: datetime, contact: Contact = CLEO, **more: Any
    ) -> Appointment:
        """Book for Cleo, who has a telephone here, unless somebody else is named."""
        return super().book(calendar, start, contact, **more)

    def repeat(self, one: Appointment, starts: Iterable[datetime]) -> None:
        """The same at other times, however many, in one write: no rule is asked and none told."""
        with self.database.write() as tx:
            own = select(appointment).where(appointment.c.id == one.id)
            (row,) = tx.connection.execute(own).mappings()
            last = tx.connection.execute(select(func.max(appointment.c.id))).scalar_one()
            rows = [
                {
                    **row,
                    "id": number,
                    "session": f"session {number}",
                    "start": start,
                    "end": start + one.span.length,
                }
                for number, start in enumerate(starts, last + 1)
            ]
            tx.connection.execute(appointment.insert(), rows)
            for table in (appointment_staff, appointment_contact):
                parts = select(table).where(table.c.appointment_id == one.id)
                for part in tx.connection.execute(parts).mappings().all():
                    tx.connection.execute(
                        table.insert(), [{**part, "appointment_id": each["id"]} for each in rows]
                    )

    def connect(self, member: StaffMember, server: str = "") -> dict[str, LinkedCalendar]:
        """An account with a primary calendar Work and a conflict calendar Family.

        It is in iCloud, or on a server.
        """
        with self.database.write() as tx:
            account = add_account(
                tx,
                provider=Provider.CALDAV if server else Provider.ICLOUD,
                server=server,
                email=f"{member.name.lower()}@icloud.example",
                staff=member.id,
            )
            found = [
                LinkedCalendar(
                    0, account.id, member.id, f"/{name}/", f"/{name}/", name, writable=True
                )
                for name in ("Work", "Family")
            ]
            record_discovery(tx, account.id, home="/", found=found, now=self.now)
            linked = {
                linked.name: linked for linked in accounts.linked_calendars(tx, staff_id=member.id)
            }
            set_role(tx, linked["Work"].id, Role.PRIMARY, now=self.now)
            set_role(tx, linked["Family"].id, Role.CONFLICT, now=self.now)
            return {
                linked.name: linked for linked in accounts.linked_calendars(tx, staff_id=member.id)
            }

    def mirror(
        self, linked: LinkedCalendar, title: str, start: datetime, end: datetime, *more: str
    ) -> int:
        """An event read from a linked calendar; returns its object's id."""
        return self._mirror_text(linked, title, event_text(title, start, end, title, *more))

    def mirror_days(
        self, linked: LinkedCalendar, title: str, first: date, end: date, *more: str
    ) -> int:
        """The same, of whole days: `end` is the day after the last."""
        text = event(title, f"{first:%Y%m%d}", f"{end:%Y%m%d}", *more, summary=title)
        for name in ("DTSTART", "DTEND"):
            text = text.replace(f"{name}:", f"{name};VALUE=DATE:")
        return self._mirror_text(linked, title, text)

    def _mirror_text(self, linked: LinkedCalendar, title: str, text: str) -> int:
        path = f"{linked.path}{title}.ics"
        value = RemoteObject(0, linked.id, path, path, "1", title, text, ObjectState.CLEAN)
        with self.database.write() as tx:
            put_indexed(tx, [Indexer(tx, linked).indexed(value, horizon(self.now))])
            found = objects.find_object(tx, linked.id, path)
        assert found is not None
        return found.id

    def delete_in_icloud(self, object_id: int) -> None:
        """Mark an object as the sync does when it is gone there."""
        with self.database.write() as tx:
            for entry in outbox.entries_of_object(tx, object_id):
                outbox.delete_entry(tx, entry.id)
            known = objects.get_object(tx, object_id)
            assert known is not None
            objects.update_object(tx, replace(known, state=ObjectState.GONE, etag=None))

    def agenda(self) -> tuple[AgendaEntry, ...]:
        """What the store holds around the week shown."""
        with self.database.read() as reader:
            return agenda(reader, TimeSpan(at(-14, 0), at(21, 0)))


@pytest.fixture
def salon(tmp_path: Path) -> Iterator[Salon]:
    """Ana, Ben and their store, closed afterwards."""
    salon = Salon(tmp_path)
    yield salon
    salon.close()
