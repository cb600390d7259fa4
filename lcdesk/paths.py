"""Where lcdesk keeps its files, and the name that two windows over one folder share."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from lcdesk.privacy import FOLDER_MODE, Exposure, close_to_others

# With what SQLite keeps beside a store, and what an interrupted start leaves.
_OURS = (
    "lcdesk.sqlite3*",
    "lcdesk-[0-9][0-9][0-9][0-9]-*.sqlite3",
    "lcdesk-copy.part*",
    "lcdesk.lock",
    "account-*.lock",
    "lcdesk.log*",
)


@dataclass(frozen=True, slots=True)
class Paths:
    """All files of one workspace lie in `data`; nothing is written elsewhere."""

    data: Path

    @property
    def database(self) -> Path:
        """The SQLite store."""
        return self.data / "lcdesk.sqlite3"

    @property
    def log(self) -> Path:
        """The log, redacted and rotated."""
        return self.data / "lcdesk.log"

    @property
    def instance_name(self) -> str:
        """The local socket that a second start knocks at; one a folder and person."""
        person = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
        key = f"{self.data.resolve()}:{person}".encode()
        return f"lcdesk-{hashlib.sha256(key).hexdigest()[:16]}"

    def files(self) -> list[Path]:
        """What lcdesk made in the folder: the store, its copies, locks and the log."""
        return sorted(file for pattern in _OURS for file in self.data.glob(pattern))

    def prepare(self) -> list[Exposure]:
        """Make the folder, and close it and its files to others; returns what was open.

        A folder that holds other things already keeps its mode: it may be a shared one.
        """
        is_ours = not self.data.exists() or self.database.exists() or not any(self.data.iterdir())
        self.data.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
        return close_to_others(self.data, self.files(), is_own=is_ours)


def default_paths() -> Paths:
    """The person's own workspace, in the platform's folder for application data."""
    from platformdirs import user_data_path

    return Paths(user_data_path("lcdesk", appauthor=False))
