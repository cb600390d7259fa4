"""Searching a store of many appointments: what a person waits for after each letter."""

from __future__ import annotations

import random
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.figures import Figure, cost_of, median, say
from bench.stores import NOW
from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.commands.people import save_staff
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.store.database import Database
from lcdesk.model.store.queries.search import search
from lcdesk.model.store.tables import appointment, appointment_contact, contact

QUARTER = timedelta(minutes=15)
APPOINTMENTS, CONTACTS, ROUNDS = 100_000, 10_000, 20
_PARTS = ("an", "ber", "co", "da", "el", "fi", "go", "ha", "jo", "ka", "lu", "mi", "no", "ri", "sa")
_TYPED = ("a", "an", "anber", "an be", "an b e", "example", "0170 55", "consultation", "zzz")


def run() -> list[Figure]:
    """Each of these, as if it stood in the field; half of the appointments are still to come."""
    with TemporaryDirectory() as folder:
        database = Database.open(Path(folder) / "lcdesk.sqlite3")
        _fill(database)
        costs = {typed: _ask(database, typed) for typed in _TYPED}
        database.close()
    say(
        f"Searching {APPOINTMENTS:,} appointments of {CONTACTS:,} contacts",
        *map(_line, costs, costs.values()),
    )
    slowest = max(median(taken) for _count, taken in costs.values())
    return [Figure("search, the slowest words", slowest, "ms", 30.0, "while somebody types")]


def _ask(database: Database, typed: str) -> tuple[int, list[float]]:
    """How many are found, and the milliseconds of each round."""

    def ask() -> int:
        with database.read() as reader:
            return search(reader, typed, now=NOW).count

    count = ask()
    return count, [cost_of(partial(ask)).wall * 1000 for _ in range(ROUNDS)]


def _line(typed: str, taken: tuple[int, list[float]]) -> str:
    count, costs = taken
    return (
        f"{typed!r:16}{median(costs):6.1f} ms median  {max(costs):6.1f} ms worst  {count:,} found"
    )


def _fill(database: Database) -> None:
    """Contacts with two names each, and an appointment of one of them every quarter of an hour."""
    chance = random.Random(7)
    with database.write(ChangeOrigin.SYNC) as tx:
        ana = save_staff(tx, StaffMember(0, "Ana", zone="Europe/Berlin"))
        value = Calendar(0, "Consultation", CalendarKind.ROUND_ROBIN, (ana.id,))
        calendar = save_calendar(tx, value, NOW)
        people = [_person(chance, number) for number in range(1, CONTACTS + 1)]
        tx.connection.execute(contact.insert(), people)
        begin = NOW - QUARTER * (APPOINTMENTS // 2)
        visits = [
            {
                "calendar_id": calendar.id,
                "session": f"s{number}",
                "start": begin + QUARTER * number,
                "end": begin + QUARTER * (number + 1),
                "zone": calendar.zone,
                "title": chance.choice(people)["name"],
                "status": Status.CONFIRMED,
                "created_at": NOW,
            }
            for number in range(1, APPOINTMENTS + 1)
        ]
        tx.connection.execute(appointment.insert(), visits)
        seats = [
            {"appointment_id": number, "contact_id": chance.randrange(CONTACTS) + 1, "position": 0}
            for number in range(1, APPOINTMENTS + 1)
        ]
        tx.connection.execute(appointment_contact.insert(), seats)


def _person(chance: random.Random, number: int) -> dict[str, object]:
    given, family = ("".join(chance.choices(_PARTS, k=count)).title() for count in (2, 3))
    return {
        "id": number,
        "name": f"{given} {family}",
        "email": f"{given}.{family}@example.org".lower(),
        "phone": f"+49 170 {chance.randrange(10**7):07}",
        "notes": "",
    }
