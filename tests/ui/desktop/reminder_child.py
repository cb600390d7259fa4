"""A real notification daemon, a panel, and lcdesk's reminders; run by test_reminder_notices.

It has a display and a session bus of its own. Buttons stand in dunst's menu, which it hands to
another program to choose from; here that takes what `press` wrote down. Prints what came of it all
as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any

from lcdesk.app.start import make_application
from lcdesk.app.workspace import Workspace
from lcdesk.model.commands.appointments import cancel
from lcdesk.paths import Paths
from lcdesk.sync.secrets import SessionStore
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.window.main import MainWindow
from tests.desk import CLEO
from tests.salon import Salon, at
from tests.ui.desktop.notification_child import notified, wait_for


def dunstctl(*arguments: str) -> str:
    """What the daemon answers."""
    command = ("dunstctl", *arguments)
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def give_menu(folder: Path) -> None:
    """Have dunst ask a program that chooses by a file, in place of a person before a menu."""
    script, wanted = folder / "menu.sh", folder / "wanted"
    script.write_text(f'#!/bin/sh\nexec grep -F -m1 "$(cat {wanted})"\n')
    script.chmod(0o700)
    (folder / "dunst").mkdir()
    (folder / "dunst" / "dunstrc").write_text(f"[global]\n    dmenu = {script}\n")
    os.environ["XDG_CONFIG_HOME"] = str(folder)


def press(folder: Path, label: str) -> None:
    """Press the button of a notice that reads so."""
    (folder / "wanted").write_text(label)
    dunstctl("context")


def displayed() -> int:
    """How many notices stand on the screen."""
    return int(dunstctl("count", "displayed"))


class Scene:
    """The salon, and lcdesk beside it with its window put away."""

    def __init__(self, folder: Path) -> None:
        application = make_application()
        self.salon = Salon(folder)
        self.salon.now = at(0, 8)
        self.visit = self.salon.visit(
            self.salon.ana, self.salon.ben, reminders=(timedelta(minutes=15),)
        )
        appearance = Appearance(application)
        self.window = MainWindow(appearance, Icons(appearance), LocaleFormat(), self.salon.clock)
        self.workspace = Workspace(
            self.window, Paths(folder), secrets=SessionStore(), clock=self.salon.clock
        )
        self.workspace.start_reminders()
        assert self.workspace.reminders is not None
        self._own, self.salon.database = self.salon.database, self.workspace.database
        self.model = self.workspace.reminders.model

    def pass_to(self, hour: int, minute: int) -> None:
        """Let the clock show this."""
        self.salon.now = at(0, hour, minute)
        self.model.look()

    def close(self) -> None:
        """End what runs."""
        self.workspace.close()
        self._own.close()


def tell(scene: Scene, menu: Path) -> dict[str, Any]:
    """A notice is snoozed, comes back, is opened; another goes with its appointment."""
    salon, model = scene.salon, scene.model
    said: dict[str, Any] = {}
    salon.book(scene.visit, at(0, 10), CLEO)
    scene.pass_to(9, 45)
    wait_for(lambda: displayed() == 1 and bool(model.cards()), "the notice")
    press(menu, "Snooze 5 minutes")
    wait_for(lambda: not model.cards(), "the snooze")
    wait_for(lambda: displayed() == 0, "the notice to go")
    scene.pass_to(9, 50)
    wait_for(lambda: displayed() == 1 and bool(model.cards()), "the notice once more")
    press(menu, "Open")
    wait_for(scene.window.isVisible, "the window")
    said["open after Open"] = len(model.cards())
    made = salon.book(scene.visit, at(0, 12))
    scene.pass_to(11, 45)
    wait_for(lambda: displayed() == 1 and bool(model.cards()), "the second notice")
    with salon.database.write() as tx:
        cancel(tx, made.id, now=salon.now)
    wait_for(lambda: displayed() == 0, "the notice to go with its appointment")
    return said


def run(folder: Path, menu: Path) -> dict[str, Any]:
    """All of it beside a daemon."""
    with notified() as daemon:
        scene = Scene(folder)
        said = tell(scene, menu)
        scene.close()
        said["titles"] = [title for title, _ in daemon.said]
        said["texts"] = [text for _, text in daemon.said]
    return said


def main() -> None:
    """The steps, in order."""
    with tempfile.TemporaryDirectory() as menu, tempfile.TemporaryDirectory() as folder:
        give_menu(Path(menu))
        said = run(Path(folder), Path(menu))
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
