"""Reminders on a real notification daemon: shown, its buttons pressed, taken away."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest

from tests.ui.desktop.test_tray import PROJECT, display

NEEDED = ("Xvfb", "dunst", "dunstctl", "dbus-run-session")


@pytest.mark.skipif(
    sys.platform != "linux" or not all(map(shutil.which, NEEDED)),
    reason=f"needs {', '.join(NEEDED)} (apt-get install xvfb dunst dbus)",
)
def test_buttons_of_a_notice_were_pressed_and_it_went_with_its_appointment() -> None:
    with display() as environment:
        child = subprocess.run(
            ["dbus-run-session", "--", sys.executable, "-m", "tests.ui.desktop.reminder_child"],
            cwd=PROJECT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
    assert child.returncode == 0, child.stderr
    said = json.loads(child.stdout)
    assert said["open after Open"] == 0
    assert said["titles"] == ["Cleo Park"] * 3
    first, again, other = said["texts"]
    assert first.startswith("In 15 minutes · ")
    assert again.startswith("In 10 minutes · ")
    assert other.startswith("In 15 minutes · ")
