"""The composition root of the window: builds everything, connects it, owns its end.

Known by nobody but the command line. Start-up is decided by imports, so the window is painted
first and the store, the sync and the tray come after it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lcdesk.paths import Paths


def run(
    paths: Paths, *, worded: Callable[[str], str], minimised: bool = False, file: Path | None = None
) -> int:
    """Open the window over a workspace, and a calendar file in it; returns the exit status.

    `worded` says a Message in the language of the terminal.
    """
    from lcdesk.app.start import start

    return start(paths, minimised=minimised, file=file, worded=worded)


def run_demo(folder: Path | None, *, worded: Callable[[str], str]) -> int:
    """Open the window over practice data, in `folder` or in one that is removed afterwards."""
    from lcdesk.app.start import start_demo

    return start_demo(folder, worded=worded)
