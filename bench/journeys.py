"""How much of the code a reader has to follow: files entered on three journeys, and the jumps.

A jump is a call from one file of lcdesk into another. The journeys: an empty hour is
double-clicked, booked, and the event reaches a server; an event of a server becomes a block in
the week; a calendar's setting changes the slots. Each was made once before, so what is imported
and cached on the way is left out, as it is for somebody who reads; and what the window hears of
the journey before is heard first.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

import lcdesk
from bench.figures import Figure, say
from lcdesk.app.program import Program
from lcdesk.app.start import make_application
from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore
from lcdesk.ui.bridge import OTHERS_LOOKED_FOR_MS
from lcdesk.ui.context.view_filter import Days
from lcdesk.ui.week.open_slots_model import open_times
from tests.desk import BERLIN, NOW, Desk, event
from tests.servers import radicale

_ROOT = str(Path(lcdesk.__file__).parent)
_MONDAY = date(2026, 11, 23)


class Trace:
    """The files of lcdesk that are entered while it listens, in order, and the jumps."""

    def __init__(self) -> None:
        self.files: dict[str, None] = {}
        self.calls = 0
        self.jumps = 0

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Listen in this thread."""
        sys.setprofile(self._note)
        try:
            yield
        finally:
            sys.setprofile(None)

    def _note(self, frame: FrameType, happening: str, _: object) -> None:
        file = frame.f_code.co_filename
        if happening != "call" or not file.startswith(_ROOT):
            return
        self.calls += 1
        self.files[file.removeprefix(_ROOT + "/")] = None
        caller = frame.f_back.f_code.co_filename if frame.f_back is not None else ""
        self.jumps += caller.startswith(_ROOT) and caller != file

    def line(self, what: str) -> str:
        """What was counted, in a line."""
        return f"{what:34}{len(self.files):4} files {self.jumps:6} jumps {self.calls:7} calls"


def run() -> list[Figure]:
    """Every journey twice; the second one is told. None of it is a matter of speed."""
    application = QApplication.instance() or make_application()
    assert isinstance(application, QApplication)
    with TemporaryDirectory() as folder, radicale(Path(folder) / "server") as server:
        paths = Paths(Path(folder) / "data")
        paths.prepare()
        desk = Desk(paths.data)
        ana = desk.staff("Ana")
        calendar = desk.calendar(CalendarKind.ROUND_ROBIN, ana, name="Consultation")
        path = server.make_calendar("Work")
        desk.account(server, ana)
        desk.give_role(path, Role.PRIMARY)
        desk.sync()
        with _window(application, paths) as program:
            told = list(_journeys(application, program, desk, calendar))
            for number in range(2):
                start = f"202611{26 + number}T090000Z"
                text = event(f"e{number}", start, start.replace("09", "10", 1))
                server.put(f"{path}e{number}.ics", text)
                arriving = Trace()
                with arriving.listening():
                    desk.sync()
                    program.window.repaint()
            told.append(arriving.line("from a server to the week"))
        desk.close()
    say("Files entered on a journey through the code", *told)
    return []


def _journeys(
    application: QApplication, program: Program, desk: Desk, calendar: Calendar
) -> Iterator[str]:
    for hour in (10, 14):
        QTest.qWait(2 * OTHERS_LOOKED_FOR_MS)
        opening, booking, sending = Trace(), Trace(), Trace()
        with opening.listening():
            _double_click(program, hour)
            dialog = _dialog(application)
        QTest.keyClicks(_child(dialog, "booking_name"), f"Cleo {hour}")
        with booking.listening():
            QTest.mouseClick(_child(dialog, "booking_book"), Qt.MouseButton.LeftButton)
            application.processEvents()
        with sending.listening():
            desk.sync()
    yield opening.line("from a double-click to the dialog")
    yield booking.line("from Book to the block")
    yield sending.line("from the outbox to the server")
    for minutes in (45, 60):
        settling = Trace()
        with settling.listening():
            with desk.database.write() as tx:
                wanted = replace(calendar, duration=timedelta(minutes=minutes))
                saved = save_calendar(tx, wanted, NOW)
            open_times(desk.database, saved, Days(_MONDAY, 7), BERLIN, NOW)
    yield settling.line("from a setting to the slots")


@contextmanager
def _window(application: QApplication, paths: Paths) -> Iterator[Program]:
    program = Program(application, paths, secrets=SessionStore(), clock=lambda: NOW)
    loop = QEventLoop()
    program.opened.connect(loop.quit)
    program.begin()
    loop.exec()
    try:
        yield program
    finally:
        program.close()


def _double_click(program: Program, hour: int) -> None:
    canvas = program.window.grid.canvas
    rect = canvas.scene.geometry.span(2, hour * 60, hour * 60 + 15)
    point = QPoint(round(rect.x + rect.width / 2), round(rect.y + rect.height / 2))
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=point)


def _dialog(application: QApplication) -> QWidget:
    application.processEvents()
    found = [top for top in application.topLevelWidgets() if top.objectName() == "booking_dialog"]
    return next(top for top in found if top.isVisible())


def _child(dialog: QWidget, name: str) -> QWidget:
    found: QWidget | None = dialog.findChild(QWidget, name)
    assert found is not None, name
    return found
