"""What begins to wait for a person, as a real notification daemon is told it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest

from lcdesk.ui.look.as_typed import without_tags
from tests.ui.desktop.test_tray import PROJECT, display
from tests.ui.test_turned_text import turning

NEEDED = ("Xvfb", "dunst", "dbus-run-session")


@pytest.mark.skipif(
    sys.platform != "linux" or not all(map(shutil.which, NEEDED)),
    reason=f"needs {', '.join(NEEDED)} (apt-get install xvfb dunst dbus)",
)
def test_markup_in_a_title_reached_the_notification_daemon() -> None:
    with display() as environment:
        child = subprocess.run(
            ["dbus-run-session", "--", sys.executable, "-m", "tests.ui.desktop.notification_child"],
            cwd=PROJECT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
    assert child.returncode == 0, child.stderr
    ((title, text),) = json.loads(child.stdout)
    assert title.startswith(f"Deleted in iCloud: {without_tags('Cleo <b>Park</b>')} ")
    assert text == "Open lcdesk to choose what should happen."
    assert not any(letter in title for letter in "<>")
    assert not turning(title)
