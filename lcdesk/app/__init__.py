"""The composition root of the window: builds everything, connects it, owns its end.

Known by nobody but the command line. Start-up is decided by imports, so the window is painted
first and the store, the sync and the tray come after it.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable
from pathlib import Path

from lcdesk.paths import Paths


def run(
    paths: Paths, *, worded: Callable[[str], str], minimised: bool = False, file: Path | None = None
) -> int:
    """Open the window over a workspace, and a calendar file in it; returns the exit status.

    `worded` says a Message in the language of the terminal.
    """
    import_qt()
    from lcdesk.app.start import start

    return start(paths, minimised=minimised, file=file, worded=worded)


def run_demo(folder: Path | None, *, worded: Callable[[str], str]) -> int:
    """Open the window over practice data, in `folder` or in one that is removed afterwards."""
    import_qt()
    from lcdesk.app.start import start_demo

    return start_demo(folder, worded=worded)


def import_qt() -> None:
    """Import Qt and let Python go on importing as it did.

    PySide6 (6.11) puts a function of its own in the place of `__import__`, which reads the source
    file of every module that is imported from then on, to find out whether its `__feature__`
    switch concerns it. lcdesk uses none; the first picture would come 6 % later for it.
    """
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain
