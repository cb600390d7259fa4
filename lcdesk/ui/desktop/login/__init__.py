"""Starting with the person's session: what the system keeps about it, one file a system.

Whether it is on is read from the system each time, never from the settings: people switch it off
in their desktop's own list too.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from lcdesk.paths import Paths, default_paths

NAME = "io.github.lcdesk.lcdesk"


class LoginEntry(Protocol):
    """The system's note that lcdesk starts when the person signs in. All raise OSError."""

    def is_on(self) -> bool:
        """Whether the system would start it."""
        ...

    def switch_on(self) -> None:
        """Note it, or note it anew with the command of now."""
        ...

    def switch_off(self) -> None:
        """Remove the note."""
        ...

    def is_of_now(self) -> bool:
        """Whether the note starts this very program; not where it was moved or made anew."""
        ...


def login_entry(paths: Paths) -> LoginEntry:
    """The entry for this workspace; each workspace has its own."""
    command = starting_command(paths, os.environ)
    name = NAME if _is_default(paths) else f"{NAME}.{paths.instance_name}"
    if sys.platform == "win32":
        from lcdesk.ui.desktop.login.windows import RunKey

        return RunKey(name, command)
    if sys.platform == "darwin":
        from lcdesk.ui.desktop.login.macos import LaunchAgent

        return LaunchAgent(name, command)
    from lcdesk.ui.desktop.login.xdg import AutostartFile

    return AutostartFile(name, command)


def refresh(entry: LoginEntry) -> None:
    """After a move or an update: what is on starts the program of now. Raises OSError."""
    if entry.is_on() and not entry.is_of_now():
        entry.switch_on()


def program_words(environment: Mapping[str, str]) -> list[str]:
    """How this program is started at all."""
    if bundle := environment.get("APPIMAGE"):
        return [bundle]
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "lcdesk"]


def starting_command(paths: Paths, environment: Mapping[str, str]) -> list[str]:
    """How this program is started without its window."""
    program = program_words(environment)
    folder = [] if _is_default(paths) else ["--data", str(Path(paths.data).resolve())]
    return [*program, *folder, "--minimised"]


def _is_default(paths: Paths) -> bool:
    return paths.data.resolve() == default_paths().data.resolve()
