"""Windows: a value under the key Run of the person's own registry.

The Task Manager switches such a value off in a place of its own, whose first byte is then odd.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

if sys.platform == "win32":
    import winreg

    _RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
    _APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"

    class RunKey:
        """One value of the registry."""

        def __init__(self, name: str, command: Sequence[str]) -> None:
            self._name = name
            self._command = subprocess.list2cmdline(command)

        def is_on(self) -> bool:
            """Whether the system would start it."""
            approved = _read(_APPROVED, self._name)
            is_refused = isinstance(approved, bytes) and approved[:1] and approved[0] % 2 == 1
            return _read(_RUN, self._name) is not None and not is_refused

        def is_of_now(self) -> bool:
            """Whether the note starts this very program."""
            return _read(_RUN, self._name) == self._command

        def switch_on(self) -> None:
            """Note it."""
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
                winreg.SetValueEx(key, self._name, 0, winreg.REG_SZ, self._command)
            _remove(_APPROVED, self._name)

        def switch_off(self) -> None:
            """Remove the note."""
            _remove(_RUN, self._name)

    def _read(place: str, name: str) -> object:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, place) as key:
                return winreg.QueryValueEx(key, name)[0]
        except FileNotFoundError:
            return None

    def _remove(place: str, name: str) -> None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, place, 0, winreg.KEY_SET_VALUE) as key:
                winreg.DeleteValue(key, name)
        except FileNotFoundError:
            return
