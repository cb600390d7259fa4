"""A window of lcdesk, and a screen reader that meets it; run by test_screen_reader.

It has a display and a session bus of its own. Prints what the reader met as one JSON object.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from lcdesk.app.start import make_application
from lcdesk.app.workspace import Workspace
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.people import Contact
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.window.main import MainWindow
from tests.desk import NOW
from tests.salon import Salon, at
from tests.ui.desktop.screen_reader import FOCUSABLE, FOCUSED, SELECTED, Node, ScreenReader


def show(folder: Path) -> None:
    """Open the window until the process is ended."""
    application = make_application()
    appearance = Appearance(application)
    window = MainWindow(appearance, Icons(appearance), LocaleFormat(), lambda: NOW)
    Workspace(window, Paths(folder), secrets=SessionStore(), clock=lambda: NOW)
    window.show()
    application.exec()


@contextmanager
def shown(folder: Path) -> Iterator[None]:
    """The window in a process of its own, as a screen reader finds it."""
    command = [sys.executable, "-m", __spec__.name, str(folder)]
    environment = os.environ | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    with subprocess.Popen(command, env=environment) as process:
        try:
            yield
        finally:
            process.terminate()


def find(top: Node, role: str, beginning: str) -> Node | None:
    """Something on the screen by its role and how its name begins."""
    return next(
        (node for node in top.walk() if node.role == role and node.name.startswith(beginning)), None
    )


def press(*keys: str) -> None:
    """Keys of a real keyboard, in the window that shows the week."""
    find_window = ["search", "--sync", "--onlyvisible", "--name", "lcdesk", "windowfocus", "--sync"]
    subprocess.run(["xdotool", *find_window, "key", *keys], check=True)


class Meeting:
    """A reader before the window."""

    def __init__(self, reader: ScreenReader) -> None:
        self._reader = reader
        self._program = reader.program("lcdesk")

    def wait_for(self, role: str, beginning: str) -> Node:
        """What has this role and begins with these words, once it is on the screen."""
        return self._reader.wait(lambda: find(self._program, role, beginning), beginning)

    def hear(self, beginning: str) -> str:
        """The announcement that begins with these words, once it is made."""

        def heard() -> str | None:
            said = self._reader.announced
            return next((text for text in said if text.startswith(beginning)), None)

        return self._reader.wait(heard, beginning)

    def nameless(self) -> list[str]:
        """The roles of what the keyboard can reach and that has no name."""
        return [node.role for node in self._program.walk() if node.has(FOCUSABLE) and not node.name]


def meet(meeting: Meeting, lose: Callable[[], None]) -> dict[str, object]:
    """Read the window, reach the appointment by key, move it, open its card; lose another."""
    entry = meeting.wait_for("list item", "Cleo")
    met: dict[str, object] = {"entry": entry.name, "actions": entry.actions}
    met["nameless"] = meeting.nameless()
    press("Tab")
    met["chosen"] = [entry.has(SELECTED), entry.has(FOCUSED)]
    press("ctrl+Right")
    met["moved"] = meeting.hear("Moved")
    moved = meeting.wait_for("list item", "Cleo")
    met["stands"] = moved.name
    moved.do(0)
    met["opened"] = meeting.wait_for("dialog", "Edit appointment").name
    lose()
    met["deleted"] = meeting.hear("1 needs")
    return met


def main() -> None:
    """The window where a folder is named, else the reader."""
    if len(sys.argv) > 1:
        show(Path(sys.argv[1]))
        return
    reader = ScreenReader()
    with tempfile.TemporaryDirectory() as name:
        salon = Salon(Path(name))
        salon.connect(salon.ana)
        calendar = salon.calendar("First visit", CalendarKind.ROUND_ROBIN, salon.ana)
        salon.book(calendar, at(2, 14))
        lost = salon.book(calendar, at(3, 10), Contact(0, "Dana Lee"))
        with shown(salon.folder):
            met = meet(Meeting(reader), lambda: salon.delete_in_icloud(salon.object_of(lost)))
        salon.close()
    reader.close()
    sys.stdout.write(json.dumps(met))


if __name__ == "__main__":
    main()
