"""macOS: a launch agent of the person's own, a property list that is read when they sign in."""

from __future__ import annotations

import plistlib
from collections.abc import Sequence
from pathlib import Path

from lcdesk.paths import write_for_owner


class LaunchAgent:
    """One property list."""

    def __init__(self, name: str, command: Sequence[str]) -> None:
        self.file = Path.home() / "Library" / "LaunchAgents" / f"{name}.plist"
        self._name = name
        self._command = list(command)

    def is_on(self) -> bool:
        """Whether the system would start it."""
        kept = self._read()
        return bool(kept.get("RunAtLoad")) and not kept.get("Disabled")

    def is_of_now(self) -> bool:
        """Whether the note starts this very program."""
        return self._read().get("ProgramArguments") == self._command

    def switch_on(self) -> None:
        """Note it."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        agent = {
            "Label": self._name,
            "ProgramArguments": self._command,
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        write_for_owner(self.file, plistlib.dumps(agent))

    def switch_off(self) -> None:
        """Remove the note."""
        self.file.unlink(missing_ok=True)

    def _read(self) -> dict[str, object]:
        try:
            kept = plistlib.loads(self.file.read_bytes())
        except (FileNotFoundError, plistlib.InvalidFileException):
            return {}
        return kept if isinstance(kept, dict) else {}
