"""The window as a screen reader meets it, over the real accessibility bus."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.desktop.test_tray import PROJECT, display

NEEDED = ("Xvfb", "xdotool", "dbus-run-session")
SERVICES = Path("/usr/share/dbus-1/accessibility-services")


@pytest.mark.skipif(
    sys.platform != "linux" or not all(map(shutil.which, NEEDED)) or not SERVICES.is_dir(),
    reason=f"needs {', '.join(NEEDED)}, AT-SPI (apt-get install xvfb xdotool dbus at-spi2-core)",
)
def test_a_screen_reader_reads_the_week_acts_on_it_and_hears_what_changes() -> None:
    with display() as environment:
        child = subprocess.run(
            ["dbus-run-session", "--", sys.executable, "-m", "tests.ui.desktop.spoken_child"],
            cwd=PROJECT,
            env=environment | {"TZ": "Europe/Berlin"},
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
    assert child.returncode == 0, child.stderr
    met = json.loads(child.stdout.splitlines()[-1])  # the registry's own line comes first
    assert met["entry"] == (
        "Cleo Park, Wednesday 25 November, 14:00 to 14:30, Ana, Waiting to be sent to iCloud"
    )
    assert met["actions"] == ["Press", "earlier", "later", "day_before", "day_after", "cancel"]
    assert met["nameless"] == []
    assert met["chosen"] == [True, True]  # selected, and the focus is on it
    assert met["moved"].startswith("Moved: Cleo Park")
    assert met["stands"].startswith("Cleo Park, Thursday 26 November, 14:00 to 14:30")
    assert met["opened"] == "Edit appointment — lcdesk"
    assert met["deleted"] == "1 needs attention"
