"""Settings, tray and single instance hold the slow libraries back: they are paid for when used.

The dialog itself may use what the store needs: the window has opened it before anybody asks for
the settings.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

_PROGRAM = """
import importlib, sys
for loaded in sys.argv[2:]:
    importlib.import_module(loaded)
import lcdesk.ui.bridge
known = set(sys.modules)
importlib.import_module(sys.argv[1])
new = {name.partition(".")[0] for name in set(sys.modules) - known}
print(*sorted(new & {"alembic", "caldav", "icalendar", "keyring", "niquests", "sqlalchemy"}))
"""


@pytest.mark.parametrize(
    ("module", "loaded"),
    [
        ("lcdesk.ui.settings.dialog", ["lcdesk.model.store.database"]),
        ("lcdesk.ui.desktop.tray", []),
        ("lcdesk.ui.desktop.single_instance", []),
        ("lcdesk.ui.accounts.connect_flow", []),
        ("lcdesk.ui.settings.general_model", []),
        ("lcdesk.ui.desktop.tray_model", []),
    ],
)
def test_importing_loads_no_slow_library(module: str, loaded: list[str]) -> None:
    command = [sys.executable, "-c", _PROGRAM, module, *loaded]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == ""
