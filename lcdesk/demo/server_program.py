"""Where the server of practice is, if it is installed at all; asked before anything is started."""

from __future__ import annotations

import sys
from pathlib import Path


def find_server_program() -> Path | None:
    """The interpreter of its own environment inside ours; see requirements/servers.in."""
    folder = Path(sys.prefix) / "servers"
    programs = (folder / "bin" / "python", folder / "Scripts" / "python.exe")
    return next(filter(Path.exists, programs), None)
