"""The dates of a series worked out while the window goes on, in a house that is full every day."""

from __future__ import annotations

import itertools
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from bench.figures import Figure, say
from bench.hands import open_window
from bench.house import FIRST_DAY, full_house
from lcdesk.model.domain.calendars import Repeats, WhenTaken
from lcdesk.model.recurrence.rule import Frequency
from lcdesk.paths import Paths
from lcdesk.ui.booking.booking_model import BookingModel
from lcdesk.ui.series.dates_model import Repetition
from lcdesk.ui.week.week import Column

MEMBERS, A_DAY, DATES = 5, 60, 100
FRAME_MS = 16.0
_FRAME = "a frame of a 60 Hz screen"
_NINE = 9 * 60


def run() -> list[Figure]:
    """A hundred weekly dates, left out or moved where they are taken: how long the window stood."""
    ways = {WhenTaken.SKIP: "left out where taken", WhenTaken.NEXT: "moved where taken"}
    lines, stood = [], []
    with TemporaryDirectory() as folder:
        paths = Paths(Path(folder))
        full_house(
            paths.database, members=MEMBERS, a_day=A_DAY, days=2 * 7 * DATES, repeats=Repeats()
        )
        with open_window(paths) as (_program, desk):
            for when_taken, words in ways.items():
                owner = QObject()
                model = desk.bookings.at(Column(FIRST_DAY), _NINE, _NINE, owner)
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
