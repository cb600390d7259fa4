"""Runs one pass over a workspace in a process of its own, so that a test can kill it."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.desk import Desk

if __name__ == "__main__":
    desk = Desk(Path(sys.argv[1]))
    sys.stdout.write("begins\n")
    sys.stdout.flush()
    sys.exit(0 if desk.sync().ok else 1)
