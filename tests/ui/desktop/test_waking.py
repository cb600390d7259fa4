"""A computer that woke, and a network that came back, are read soon and not at once."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from lcdesk.ui.desktop.waking import LATEST_MS, SOONEST_MS, SleepWatch, SoonAfter
from tests.ui.desktop.test_tray import PROJECT

NEEDED = ("dbus-run-session", "dbus-send")
pytestmark = pytest.mark.usefixtures("qapp")


def test_the_end_of_a_sleep_is_news_and_its_begin_is_not(qtbot: QtBot) -> None:
    watch = SleepWatch()
    with qtbot.assertNotEmitted(watch.woke):
        watch.note(True)
    with qtbot.waitSignal(watch.woke):
        watch.note(False)


@pytest.mark.skipif(
    sys.platform != "linux" or not all(map(shutil.which, NEEDED)),
    reason=f"needs {', '.join(NEEDED)} (apt-get install dbus)",
)
def test_logind_was_asked_in_a_form_that_ends_the_program() -> None:
    child = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-m", "tests.ui.desktop.sleep_child"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert child.returncode == 0, child.stderr
    assert child.stdout == "True 1"


def test_many_reasons_are_one_some_seconds_later(qtbot: QtBot) -> None:
    soon = SoonAfter()
    (timer,) = soon.findChildren(QTimer)
    soon.wait()
    first = timer.interval()
    soon.wait()
    assert timer.isActive()
    assert timer.interval() == first
    assert SOONEST_MS <= first <= LATEST_MS
    with qtbot.waitSignal(soon.came):
        timer.timeout.emit()
    soon.close()


def test_offices_do_not_come_back_in_step() -> None:
    waits = set()
    for _ in range(20):
        soon = SoonAfter()
        soon.wait()
        waits.add(soon.findChildren(QTimer)[0].interval())
        soon.close()
    assert len(waits) > 1
