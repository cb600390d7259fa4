"""A house in which everybody works every day: appointments for one member after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.commands.people import save_staff
from lcdesk.model.domain.calendars import Calendar, CalendarKind, Repeats
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.people import Hours, HoursBlock, StaffMember
from lcdesk.model.domain.zones import at_wall, zone
from lcdesk.model.store.database import Database
from lcdesk.model.store.tables import appointment, appointment_staff

FIRST_DAY = date(2026, 11, 24)
BERLIN = "Europe/Berlin"
_OPENS, _CLOSES = 8 * 60, 20 * 60
_ROWS = 10_000  # of one statement


def full_house(
    file: Path, *, members: int, a_day: int, days: int, repeats: Repeats | None = None
) -> None:
    """Appointments of 45 minutes from eight on, each with an open quarter of an hour after it; half
    of the days lie before `FIRST_DAY`. `repeats` lets taken dates of a series move.
    """
    database = Database.open(file)
    hours = Hours(((HoursBlock(_OPENS, _CLOSES),),) * 7)
    with database.write(ChangeOrigin.SYNC) as tx:
        now = at_wall(FIRST_DAY, _OPENS, zone(BERLIN))
        team = [
            save_staff(tx, StaffMember(0, f"Member {at}", zone=BERLIN, hours=hours)).id
            for at in range(members)
        ]
        visit = Calendar(0, "Visit", CalendarKind.ROUND_ROBIN, tuple(team), zone=BERLIN)
        kept = save_calendar(tx, replace(visit, repeats=repeats), now)
        rows = [
            _row(number, start, kept.id)
            for number, start in enumerate(_starts(members, a_day, days), 1)
        ]
        for at in range(0, len(rows), _ROWS):
            tx.connection.execute(appointment.insert(), rows[at : at + _ROWS])
        seats = [
            {"appointment_id": number, "staff_id": team[(number - 1) % members], "position": 0}
            for number in range(1, len(rows) + 1)
        ]
        for at in range(0, len(seats), _ROWS):
            tx.connection.execute(appointment_staff.insert(), seats[at : at + _ROWS])
    database.close()


def _starts(members: int, a_day: int, days: int) -> Iterator[datetime]:
    for day in range(-days // 2, days - days // 2):
        for number in range(a_day):
            minute = _OPENS + number // members * 60
            yield at_wall(FIRST_DAY + timedelta(days=day), minute, zone(BERLIN))


def _row(number: int, start: datetime, calendar: int) -> dict[str, object]:
    return {
        "calendar_id": calendar,
        "session": f"s{number}",
        "start": start,
        "end": start + timedelta(minutes=45),
        "zone": BERLIN,
        "title": "Cut",
        "status": Status.CONFIRMED,
        "created_at": start,
    }
