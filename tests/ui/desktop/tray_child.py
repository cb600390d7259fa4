"""Clicks on a real icon in a real tray; run by test_desktop_tray with a display of its own.

A process apart, because the tests themselves run on the offscreen platform, which has no tray.
Prints one JSON object: what was seen after each step.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDeadlineTimer, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from lcdesk.model.domain.events import AgendaEntry, EntryKind, Origin
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.words import ICLOUD
from lcdesk.ui.bridge import SyncActivity
from lcdesk.ui.desktop.single_instance import toggle
from lcdesk.ui.desktop.tray import TrayIcon, is_available, kept_running_notice
from lcdesk.ui.desktop.tray_menu import PauseLength
from lcdesk.ui.desktop.tray_model import DayLine, TrayDay
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.as_typed import without_tags
from lcdesk.ui.look.icons import Icons

PATIENCE_MS = 15_000
SETTLED_LOOKS = 50
LEFT, RIGHT = "1", "3"
_TWO = datetime(2026, 11, 23, 14, tzinfo=UTC)
_SPAN = TimeSpan(_TWO, _TWO + timedelta(hours=1))
CUT = AgendaEntry("a1", EntryKind.APPOINTMENT, Origin.LCDESK, _SPAN, "UTC", "Cut with Anna")
HOSTILE = "Deleted in iCloud: <b>Cleo</b> &amp; <img src=x>"


class Scene:
    """A window, its icon, and a pointer that is moved from outside."""

    def __init__(self, application: QApplication) -> None:
        self.window = QWidget()
        self.window.setGeometry(50, 300, 200, 150)  # clear of the tray; nobody else places it
        self.icons = Icons(Appearance(application))
        self.tray = TrayIcon(self.icons)
        self.asked: list[str] = []
        self._seen: list[QRect] = []
        self.tray.toggle_requested.connect(self._toggle)
        self.tray.sync_requested.connect(self._note_sync)
        self.tray.pause_picked.connect(self._note_pause)
        self.tray.resume_requested.connect(self._note_resume)
        self.tray.entry_picked.connect(self._note_entry)
        self.tray.quit_requested.connect(self._note_quit)
        self.tray.show()

    def click(self, point: QPoint, mouse: str) -> None:
        """A person's click."""
        where = ["mousemove", str(point.x()), str(point.y())]
        subprocess.run(["xdotool", *where, "click", mouse], check=True, timeout=10)

    def point(self) -> QPoint:
        """The middle of the icon on the screen."""
        return self.tray.icon.geometry().center()

    def has_settled(self) -> bool:
        """The panel moves its icons about while it takes them in; a click would miss."""
        self._seen.append(self.tray.icon.geometry())
        last = self._seen[-SETTLED_LOOKS:]
        is_still = len(last) == SETTLED_LOOKS and all(rect == last[0] for rect in last)
        return is_still and last[0].width() > 4 and self.tray.icon.isVisible()

    def choose(self, *texts: str) -> None:
        """Open the menu by a right click, and click on one entry, or through a menu of it."""
        self.click(self.point(), RIGHT)
        menu = self.tray.menu
        for text in texts:
            wait_for(menu.isVisible, f"the menu for {text}")
            action = next(action for action in menu.actions() if text in action.text())
            self.click(menu.mapToGlobal(menu.actionGeometry(action).center()), LEFT)
            inner = action.menu()
            menu = inner if isinstance(inner, QMenu) else menu
        wait_for(self._menu_is_gone, f"{texts} chosen")

    def _menu_is_gone(self) -> bool:
        return not self.tray.menu.isVisible()

    def _toggle(self) -> None:
        toggle(self.window)

    def _note_sync(self) -> None:
        self.asked.append("sync")

    def _note_pause(self, length: PauseLength) -> None:
        self.asked.append(length.name)

    def _note_resume(self) -> None:
        self.asked.append("resume")

    def _note_entry(self, entry: AgendaEntry) -> None:
        self.asked.append(entry.title)

    def _note_quit(self) -> None:
        self.asked.append("quit")


def wait_for(condition: Callable[[], bool], what: str) -> None:
    """Run the event loop until it holds."""
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not condition():
        if deadline.hasExpired():
            sys.exit(f"waited in vain for {what}")
        QTest.qWait(10)


def shown_plainly() -> list[str]:
    """What a notification beside the icon says, letter by letter."""
    tips = [
        topLevelWidget
        for topLevelWidget in QApplication.topLevelWidgets()
        if topLevelWidget.inherits("QBalloonTip")
    ]
    labels = [label for tip in tips if tip.isVisible() for label in tip.findChildren(QLabel)]
    plain = Qt.TextFormat.PlainText
    return [label.text() for label in labels if label.text() and label.textFormat() == plain]


def main() -> None:
    """The steps, in order."""
    application = QApplication([])
    application.setDoubleClickInterval(1)  # the clicks follow each other faster than a person's
    wait_for(is_available, "a tray")
    scene = Scene(application)
    wait_for(scene.has_settled, "the icon's place")
    scene.click(scene.point(), LEFT)
    wait_for(scene.window.isVisible, "the window to show")
    scene.click(scene.point(), LEFT)
    wait_for(lambda: not scene.window.isVisible(), "the window to hide")
    scene.choose("Sync now")
    scene.choose("Pause sync", "For an hour")
    scene.tray.show_activity(SyncActivity.PAUSED)
    scene.choose("Resume sync")
    scene.tray.show_day(TrayDay("Monday 23 November", (DayLine("14:00  Cut with Anna", CUT),)))
    scene.choose("Cut with Anna")
    scene.choose("Quit lcdesk")
    kept = kept_running_notice(ICLOUD)
    scene.tray.say(kept.title, kept.text)
    scene.tray.say(HOSTILE, "Open lcdesk to choose what should happen.")
    wait_for(lambda: without_tags(HOSTILE) in shown_plainly(), "the notification")
    told = shown_plainly()
    scene.tray.hide()
    sys.stdout.write(json.dumps({"asked": scene.asked, "told": told}))


if __name__ == "__main__":
    main()
