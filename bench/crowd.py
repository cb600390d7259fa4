"""A store of a busy house: twelve members, and days, a week and a month with a thousand entries."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.commands.people import save_staff
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.people import Hours, HoursBlock, StaffMember
from lcdesk.model.domain.zones import at_wall, zone
from lcdesk.model.store.database import Database
from lcdesk.model.store.tables import appointment, appointment_contact, appointment_staff, contact

MEMBERS, ENTRIES, CONTACTS = 12, 1_000, 300
DAY, WEEK, MONTH = date(2026, 11, 23), date(2027, 1, 11), date(2027, 3, 1)
BERLIN = "Europe/Berlin"
_HOURS = Hours(((HoursBlock(6 * 60, 22 * 60),),) * 7)
_COLOURS = ("#1f6feb", "#2e8b57", "#b35900", "#8250df")
_STATUSES = (Status.CONFIRMED,) * 6 + (Status.NEW, Status.CANCELLED, Status.NOSHOW)
_WORDS = ("Anna", "Ben", "Cut", "Colour", "Consultation", "Maximilian", "Review", "Yoga", "Ida")


def crowded_store(file: Path, *, listed: int = 0) -> Database:
    """An open store with a thousand appointments on `DAY`, in the week of `WEEK` and in `MONTH`.

    And `listed` more, one every half an hour around `DAY`, far from the week and the month.
    """
    database = Database.open(file)
    chance = random.Random(7)
    with database.write(ChangeOrigin.SYNC) as tx:
        now = at_wall(DAY, 8 * 60, zone(BERLIN))
        team = [
            save_staff(tx, StaffMember(0, f"{name} {at}", zone=BERLIN, hours=_HOURS)).id
            for at, name in enumerate((_WORDS * 2)[:MEMBERS])
        ]
        calendars = [
            save_calendar(tx, _calendar(at, tuple(team[at::4]), colour), now).id
            for at, colour in enumerate(_COLOURS)
        ]
        tx.connection.execute(contact.insert(), [_contact(n) for n in range(1, CONTACTS + 1)])
        starts = [*_on_days(DAY, 1), *_on_days(WEEK, 7), *_on_days(MONTH, 28)]
        starts += list(_listed(listed))
        rows = [_appointment(chance, n, start, calendars) for n, start in enumerate(starts, 1)]
        tx.connection.execute(appointment.insert(), rows)
        staff = [
            {"appointment_id": n, "staff_id": team[(n - 1) % MEMBERS], "position": 0}
            for n in range(1, len(rows) + 1)
        ]
        tx.connection.execute(appointment_staff.insert(), staff)
        seats = [
            {"appointment_id": n, "contact_id": chance.randrange(CONTACTS) + 1, "position": 0}
            for n in range(1, len(rows) + 1)
        ]
        tx.connection.execute(appointment_contact.insert(), seats)
    return database


def _calendar(at: int, team: tuple[int, ...], colour: str) -> Calendar:
    kind = CalendarKind.ROUND_ROBIN
    return Calendar(0, f"Visit {at}", kind, team, zone=BERLIN, colour=colour)


def _contact(number: int) -> dict[str, Any]:
    name = f"{_WORDS[number % len(_WORDS)]} Contact {number}"
    return {"id": number, "name": name, "email": "", "phone": "", "notes": ""}


def _on_days(first: date, count: int) -> Iterator[datetime]:
    """A thousand times, evenly on so many days, early to late, for one member after another."""
    for number in range(ENTRIES):
        day, at = number % count, number // count
        turns = -(-ENTRIES // count // MEMBERS)
        minute = 3 * 60 + 15 * (at // MEMBERS * (84 // turns))
        yield at_wall(first + timedelta(days=day), minute, zone(BERLIN))


def _listed(count: int) -> Iterator[datetime]:
    begin = at_wall(DAY, 0, zone(BERLIN)) - timedelta(days=4000)
    for number in range(count):
        yield begin + timedelta(minutes=30 * number)


def _appointment(
    chance: random.Random, number: int, start: datetime, calendars: list[int]
) -> dict[str, Any]:
    return {
        "calendar_id": calendars[(number - 1) % MEMBERS % len(calendars)],
        "session": f"s{number}",
        "start": start,
        "end": start + timedelta(minutes=15),
        "zone": BERLIN,
        "title": " ".join(chance.sample(_WORDS, 2)),
        "status": chance.choice(_STATUSES),
        "created_at": start,
    }
