"""A real notification daemon and a panel, and lcdesk beside them; run by test_notifications.

It has a display and a session bus of its own. Prints the titles and texts that the daemon was
handed, in their order, as one JSON list.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtTest import QTest

from lcdesk.app.start import make_application
from lcdesk.app.workspace import Workspace
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.people import Contact
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore
from lcdesk.ui.desktop.tray import is_available
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.window.main import MainWindow
from tests.salon import Salon, at

PATIENCE_MS = 15_000
LAST = "That was all"
HOSTILE = 'Cleo <b>Park</b> <img src="/x.png"> \u202eevil\x1b[31m &amp; <a href="x">y</a>'
_SAID = re.compile(r"^\t(summary|body): '(.*)'$")


class Daemon:
    """dunst, which prints each note that it is handed."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.said: list[tuple[str, str]] = []
        self._output = process.stdout
        self._reader = Thread(target=self._read)
        self._reader.start()

    def close(self) -> None:
        """Once the daemon has ended."""
        self._reader.join()

    def has_said(self, title: str) -> bool:
        """Whether it was handed a note of this title."""
        return any(said == title for said, _ in self.said)

    def _read(self) -> None:
        title = ""
        for line in self._output or ():
            if (found := _SAID.match(line.rstrip("\n"))) is None:
                continue
            if found[1] == "summary":
                title = found[2]
            else:
                self.said.append((title, found[2]))


@contextmanager
def running(*command: str) -> Iterator[subprocess.Popen[str]]:
    """A program that ends with this one."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=quiet, text=True) as process:
        try:
            yield process
        finally:
            process.terminate()


@contextmanager
def notified() -> Iterator[Daemon]:
    """The panel, and the daemon in its usual settings."""
    with ExitStack() as stack:
        panel = stack.enter_context(running(sys.executable, "-m", "tests.ui.desktop.tray_host"))
        assert panel.stdout is not None
        assert panel.stdout.readline() == "ready\n"
        process = stack.enter_context(running("dunst", "-print"))
        daemon = Daemon(process)
        try:
            yield daemon
        finally:
            process.terminate()
            daemon.close()


def wait_for(condition: Callable[[], object], what: str) -> None:
    """Run the event loop until it holds."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not condition():
        if deadline.hasExpired():
            sys.exit(f"waited in vain for {what}")
        QTest.qWait(10)


def lose(salon: Salon, hour: int) -> None:
    """An appointment whose event is deleted in iCloud."""
    (calendar,) = (salon.calendar(f"Visit {hour}", CalendarKind.ROUND_ROBIN, salon.ana),)
    made = salon.book(calendar, at(1, hour), Contact(0, HOSTILE))
    salon.delete_in_icloud(salon.object_of(made))


def tell(folder: Path, daemon: Daemon) -> None:
    """One thing begins to wait while the window is closed, and is looked at again and again."""
    application = make_application()
    wait_for(is_available, "a tray")
    salon = Salon(folder)
    salon.connect(salon.ana)
    appearance = Appearance(application)
    window = MainWindow(appearance, Icons(appearance), LocaleFormat(), salon.clock)
    workspace = Workspace(window, Paths(folder), secrets=SessionStore(), clock=salon.clock)
    workspace.start_reminders()
    own, salon.database = salon.database, workspace.database
    lose(salon, 10)
    workspace.desk.status.look_again()
    wait_for(lambda: daemon.said, "the note of what was lost")  # by another way than the last
    window.show()
    lose(salon, 11)  # whoever sees the window is told nothing
    workspace.desk.status.look_again()
    window.hide()
    workspace.desk.status.look_again()
    workspace.tray.say(LAST, "")
    wait_for(lambda: daemon.has_said(LAST), "the notification")
    workspace.close()
    own.close()


def main() -> None:
    """The steps, in order."""
    with tempfile.TemporaryDirectory() as folder, notified() as daemon:
        tell(Path(folder), daemon)
        said = [pair for pair in daemon.said if pair[0] != LAST]
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
