"""Linux and its like: a desktop entry in the folder `autostart` (freedesktop.org)."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from lcdesk.paths import write_for_owner

_DELAY_SECONDS = 20  # the desktop first shows its panel, where the icon goes
_OFF = ("Hidden=true", "X-GNOME-Autostart-enabled=false")  # as desktops switch it off
_RESERVED = set(" \t\n\"'\\><~|&;$*?#()`")
_ENTRY = """[Desktop Entry]
Type=Application
Name=lcdesk
Icon=io.github.lcdesk.lcdesk
{command}
Terminal=false
X-GNOME-Autostart-enabled=true
X-GNOME-Autostart-Delay={delay}
"""


class AutostartFile:
    """One file. A desktop that switches it off writes into it, or removes it."""

    def __init__(self, name: str, command: Sequence[str]) -> None:
        config = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
        self.file = Path(config).expanduser() / "autostart" / f"{name}.desktop"
        self._line = f"Exec={' '.join(map(quoted, command))}"

    def is_on(self) -> bool:
        """Whether the system would start it."""
        lines = self._lines()
        return bool(lines) and not any(line.replace(" ", "") in _OFF for line in lines)

    def is_of_now(self) -> bool:
        """Whether the note starts this very program."""
        return self._line in self._lines()

    def switch_on(self) -> None:
        """Note it."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        text = _ENTRY.format(command=self._line, delay=_DELAY_SECONDS)
        write_for_owner(self.file, text.encode())

    def switch_off(self) -> None:
        """Remove the note."""
        self.file.unlink(missing_ok=True)

    def _lines(self) -> list[str]:
        try:
            return self.file.read_text(encoding="utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            return []


def quoted(word: str) -> str:
    """A word of the key Exec: quoted for its reader, then escaped as any text of such a file."""
    word = word.replace("%", "%%")
    if not _RESERVED & set(word):
        return word
    for letter in '\\"`$':
        word = word.replace(letter, f"\\{letter}")
    word = word.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
    return f'"{word}"'
