"""The command line: a thin skin over the model's commands and the sync engine.

Importing it is cheap; what a command needs is imported when that command runs, and Qt only to
open the window.
"""

from __future__ import annotations

from lcdesk.cli.entry import main

__all__ = ["main"]
