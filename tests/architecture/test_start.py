"""What is decided by imports: how soon the command line answers, and whether Qt can be trusted."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QObject

# 200 to 500 ms together, which `lcdesk --version` and a first painted window do without.
_LATE = ("PySide6", "alembic", "caldav", "icalendar", "keyring", "niquests")


@pytest.mark.parametrize("library", _LATE)
def test_the_command_line_starts_without(library: str) -> None:
    program = f"import sys, lcdesk.cli; sys.exit({library!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize("late", ["alembic", "caldav", "lcdesk.ui.settings.dialog"])
def test_the_window_is_filled_without(late: str) -> None:
    program = f"import sys, lcdesk.app.workspace; sys.exit({late!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_calls_that_return_none_cost_no_reference_to_it() -> None:
    """PySide6 6.12.0 loses one each time, and Python 3.11 dies after about 5,200 calls."""
    subject = QObject()
    before = sys.getrefcount(None)
    for _ in range(3_000):
        subject.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 1_000
