"""A first sync in the real window: how long its thread could not react to a person."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from bench.calendars import NAME, full_server
from bench.figures import say
from lcdesk.app.program import Program
from lcdesk.app.start import make_application
from lcdesk.model.domain.accounts import Provider, Role
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore, secret_key
from tests.desk import Desk
from tests.servers import PASSWORD, Account

EVENTS = 10_000
FRAME_MS = 1000 / 60
LASTS_AT_MOST_MS = 600_000


class Heartbeat(QObject):
    """Beats as often as the event loop lets it; the pauses between are what a person would feel."""

    def __init__(self) -> None:
        super().__init__()
        self.pauses: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to count."""
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    @Slot()
    def _beat(self) -> None:
        now = time.perf_counter()
        self.pauses.append((now - self._last) * 1000)
        self._last = now


def run() -> None:
    """The window opens, finds an account that was never read, and reads it."""
    application = QApplication.instance() or make_application()
    assert isinstance(application, QApplication)
    with TemporaryDirectory() as folder, full_server(Path(folder) / "server", EVENTS) as server:
        paths = Paths(Path(folder) / "data")
        paths.prepare()
        secrets = _prepare(paths, server)
        program = Program(application, paths, secrets=secrets)
        try:
            pauses = _pauses_of_a_first_sync(program)
        finally:
            program.close()
    late = [one for one in pauses if one > FRAME_MS]
    say(
        f"The window during a first sync of {EVENTS:,} events",
        f"longest pause of its thread  {max(pauses):6.1f} ms",
        f"longer than a frame (16.7 ms): {len(late)} of {len(pauses):,} looks, "
        f"{sum(late) / 1000:.2f} of {sum(pauses) / 1000:.1f} s",
    )


def _prepare(paths: Paths, server: Account) -> SessionStore:
    desk = Desk(paths.data, now=datetime.now(UTC))
    desk.account(server, desk.staff("Ana"))
    desk.give_role(server.calendar(NAME), Role.CONFLICT)
    desk.close()
    secrets = SessionStore()
    secrets.set(secret_key(Provider.CALDAV, server.email, 1), PASSWORD)
    return secrets


def _pauses_of_a_first_sync(program: Program) -> list[float]:
    loop, heart = QEventLoop(), Heartbeat()
    program.opened.connect(loop.quit)
    QTimer.singleShot(LASTS_AT_MOST_MS, loop.quit)
    program.begin()
    loop.exec()
    assert program.workspace is not None
    program.workspace.sync.pass_finished.connect(loop.quit)
    heart.start()
    loop.exec()
    heart.stop()
    return heart.pauses
