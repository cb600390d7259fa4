"""The dates of a series worked out while the window goes on, in a house that is full every day."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from bench.figures import Figure, say
from bench.hands import open_window
from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.commands.people import save_staff
from lcdesk.model.domain.calendars import Calendar, CalendarKind, Every, Repeats, WhenTaken
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.people import Hours, HoursBlock, StaffMember
from lcdesk.model.domain.zones import at_wall, zone
from lcdesk.model.recurrence.rule import Frequency
from lcdesk.model.store.database import Database
from lcdesk.model.store.tables import appointment, appointment_staff
from lcdesk.paths import Paths
from lcdesk.ui.booking.booking_model import BookingModel
from lcdesk.ui.series.dates_model import Repetition
from lcdesk.ui.week.week import Column

MEMBERS, A_DAY, DATES = 5, 60, 100
FRAME_MS = 16.0
_FRAME = "a frame of a 60 Hz screen"
_BERLIN = "Europe/Berlin"
_DAY = date(2026, 11, 24)
_NINE = 9 * 60


def run() -> list[Figure]:
    """A hundred weekly dates, left out or moved where they are taken: how long the window stood."""
    ways = {WhenTaken.SKIP: "left out where taken", WhenTaken.NEXT: "moved where taken"}
    lines, stood = [], []
    with TemporaryDirectory() as folder:
        paths = Paths(Path(folder))
        _full_house(paths.database).close()
        with open_window(paths) as (_program, desk):
            for when_taken, words in ways.items():
                owner = QObject()
                model = desk.bookings.at(Column(_DAY), _NINE, _NINE, owner)
                took, waits = _plan(model, when_taken)
                stood += waits
                lines.append(
                    f"{words:24}{took * 1000:6.0f} ms in all, the window stood "
                    f"{max(waits):5.1f} ms at most"
                )
    say(f"Planning {DATES} dates in a house of {MEMBERS} with {A_DAY} appointments a day", *lines)
    return [
        Figure("planning a series, longest stop", max(stood), "ms", FRAME_MS, _FRAME),
    ]


def _plan(model: BookingModel, when_taken: WhenTaken) -> tuple[float, list[float]]:
    """Seconds until the fate of every date is known, and milliseconds between two looks."""
    loop, looks, began = QEventLoop(), [], time.perf_counter()

    def look() -> None:
        looks.append(time.perf_counter())
        if model.repeat.is_done:
            loop.quit()

    repetition = Repetition(Frequency.WEEKLY, times=DATES, when_taken=when_taken)
    model.change(replace(model.draft, name="Ida", repetition=repetition))
    looks.append(time.perf_counter())
    looking = QTimer(interval=0)
    looking.timeout.connect(look)
    looking.start()
    loop.exec()
    looking.stop()
    QApplication.sendPostedEvents()
    waits = [(after - before) * 1000 for before, after in itertools.pairwise(looks)]
    return time.perf_counter() - began, waits


def _full_house(file: Path) -> Database:
    """Five members, of whom each has twelve appointments a day for two years and more."""
    database = Database.open(file)
    hours = Hours(((HoursBlock(8 * 60, 20 * 60),),) * 7)
    with database.write(ChangeOrigin.SYNC) as tx:
        now = at_wall(_DAY, 8 * 60, zone(_BERLIN))
        team = [
            save_staff(tx, StaffMember(0, f"Member {at}", zone=_BERLIN, hours=hours)).id
            for at in range(MEMBERS)
        ]
        calendar = save_calendar(
            tx,
            Calendar(
                0,
                "Visit",
                CalendarKind.ROUND_ROBIN,
                tuple(team),
                zone=_BERLIN,
                repeats=Repeats(Every.WEEK, 2),
            ),
            now,
        )
        starts = list(_starts())
        tx.connection.execute(
            appointment.insert(),
            [_row(n, start, calendar.id) for n, start in enumerate(starts, 1)],
        )
        tx.connection.execute(
            appointment_staff.insert(),
            [
                {"appointment_id": n, "staff_id": team[n % MEMBERS], "position": 0}
                for n in range(1, len(starts) + 1)
            ],
        )
    return database


def _starts() -> Iterator[datetime]:
    for day in range(DATES * 7 + 14):
        for number in range(A_DAY):
            minute = 8 * 60 + number // MEMBERS * 60  # with an open quarter after each
            yield at_wall(_DAY + timedelta(days=day), minute, zone(_BERLIN))


def _row(number: int, start: datetime, calendar: int) -> dict[str, object]:
    return {
        "calendar_id": calendar,
        "session": f"s{number}",
        "start": start,
        "end": start + timedelta(minutes=45),
        "zone": _BERLIN,
        "title": "Cut",
        "status": Status.CONFIRMED,
        "created_at": start,
    }
