"""A program that wants to be the only one; run by test_desktop_single_instance.

Prints "first" or "second"; the first one prints "shown" at each knock and ends with its input.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSocketNotifier

from lcdesk.paths import Paths
from lcdesk.ui.desktop.single_instance import Claim, SingleInstance


def say(word: str) -> None:
    """A line that is read at once."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def say_shown() -> None:
    """Somebody knocked."""
    say("shown")


def main() -> None:
    """Claim, and wait when first."""
    application = QCoreApplication([])
    instance = SingleInstance(Paths(Path(sys.argv[1])))
    instance.show_requested.connect(say_shown)
    if instance.claim() is not Claim.FIRST:
        say("second")
        return
    say("first")
    end = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    end.activated.connect(application.quit)
    application.exec()
    instance.release()


if __name__ == "__main__":
    main()
