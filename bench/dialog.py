"""The booking dialog over a big store: from the double-click until it is painted, a letter typed,
and from Book until the week shows the appointment.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from bench.figures import Cost, Figure, cost_of, median, percentile, say
from bench.hands import open_window, paint, rest
from bench.house import FIRST_DAY, full_house
from lcdesk.app.program import Program
from lcdesk.paths import Paths
from lcdesk.ui.booking.dialog import BookingDialog
from lcdesk.ui.week.week import Column

MEMBERS, A_DAY, DAYS, ROUNDS = 20, 80, 1_250, 15
OPEN_MS, BOOK_MS, LETTER_MS = 50.0, 50.0, 2.0
_QUARTER = 15
_FIRST = 14 * 60  # when nobody has an appointment any more
_SETTLES_MS = 300


def run() -> list[Figure]:
    """Fifteen bookings, one quarter of an hour after the other; the first one only imports."""
    opened, letters, booked = [], [], []
    with TemporaryDirectory() as folder:
        paths = Paths(Path(folder))
        full_house(paths.database, members=MEMBERS, a_day=A_DAY, days=DAYS)
        with open_window(paths) as (program, _desk):
            for at in range(ROUNDS + 1):
                opened.append(cost_of(partial(_double_click, program, at)))
                with _dialog(program) as dialog:
                    rest(_SETTLES_MS)
                    (name,) = dialog.findChildren(QLineEdit, "booking_name")
                    letters += [cost_of(partial(_type, name, letter)) for letter in f"Ida {at:02}"]
                    booked.append(cost_of(partial(_book, dialog)))
                rest(_SETTLES_MS)
    opened, letters, booked = opened[1:], letters[6:], booked[1:]
    say(
        f"The booking dialog on a store of {A_DAY * DAYS:,} appointments of {MEMBERS} members",
        _line("double-click to painted dialog", opened),
        _line("a letter of the name", letters),
        _line("Book to painted week", booked),
    )
    return [
        Figure("double-click to a painted dialog", _median(opened), "ms", OPEN_MS, "at once"),
        Figure("a letter typed in it", _median(letters), "ms", LETTER_MS, "at once"),
        Figure("Book to a painted week", _median(booked), "ms", BOOK_MS, "at once"),
    ]


def _double_click(program: Program, at: int) -> None:
    start = _FIRST + at * _QUARTER
    program.window.grid.requests.create_requested.emit(Column(FIRST_DAY), start, start + _QUARTER)
    QApplication.processEvents()
    paint()


@contextmanager
def _dialog(program: Program) -> Iterator[BookingDialog]:
    (dialog,) = program.window.findChildren(BookingDialog)
    yield dialog


def _type(field: QLineEdit, letter: str) -> None:
    QTest.keyClicks(field, letter)
    paint()


def _book(dialog: BookingDialog) -> None:
    (button,) = dialog.findChildren(QPushButton, "booking_book")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    paint()


def _median(costs: list[Cost]) -> float:
    return median([cost.wall * 1000 for cost in costs])


def _line(what: str, costs: list[Cost]) -> str:
    walls = [cost.wall * 1000 for cost in costs]
    return f"{what:32}{median(walls):6.1f} ms median  {percentile(walls, 99):6.1f} ms at 99 %"
