"""A program of its own for bench.start: opens one window and prints when it was painted.

    python -m bench.stopwatch bare                  a PySide6 window with one painted widget
    python -m bench.stopwatch lcdesk FOLDER         lcdesk over the workspace in FOLDER

BEGAN in the environment is the parent's monotonic clock before the start. Seconds since then,
and the seconds of CPU that this process used, are printed as JSON.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable

if sys.argv[1] == "lcdesk":
    from lcdesk.app import import_qt

    import_qt()

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

SIZE = (1180, 780)  # lcdesk's own first size

_times: dict[str, tuple[float, float]] = {}


def note(moment: str) -> None:
    """Keep the time of the first call for this moment."""
    _times.setdefault(moment, (time.monotonic() - float(os.environ["BEGAN"]), time.process_time()))


class Stopwatch(QApplication):
    """Notes the end of the first paint, and leaves after the first one that shows everything."""

    is_filled: Callable[[], bool] = staticmethod(lambda: True)
    is_read = True

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        done = bool(super().notify(receiver, event))
        # The whole window is painted within one of these two.
        if event.type() in (QEvent.Type.Expose, QEvent.Type.UpdateRequest):
            note("painted")
            if self.is_filled():
                note("filled")
            if self.is_read:
                note("read")
                self.quit()
        return done


def open_bare() -> None:
    """The least that a PySide6 program with a painted widget takes."""
    from PySide6.QtGui import QPainter, QPaintEvent
    from PySide6.QtWidgets import QMainWindow, QWidget

    class Painted(QWidget):
        def paintEvent(self, _event: QPaintEvent) -> None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self.palette().base())
            painter.drawText(20, 20, "Painted")
            painter.end()

    application = Stopwatch(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(Painted())
    window.resize(*SIZE)
    window.show()
    application.exec()


def open_lcdesk(folder: str) -> None:
    """As `lcdesk --data FOLDER`, with a stopwatch in the place of its application object."""
    from lcdesk.app import program, start
    from lcdesk.cli import main

    class TimedProgram(program.Program):
        def begin(self, *, minimised: bool = False, after_crash: bool = False) -> None:
            self.opened.connect(_read)
            Stopwatch.is_filled = staticmethod(self.shows_entries)
            super().begin(minimised=minimised, after_crash=after_crash)

        def shows_entries(self) -> bool:
            return bool(self.window.grid.canvas.scene.blocks)

    Stopwatch.is_read = False
    vars(start).update(QApplication=Stopwatch, Program=TimedProgram)
    main(["--data", folder])


def _read() -> None:
    Stopwatch.is_read = True


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        open_bare()
    else:
        open_lcdesk(sys.argv[2])
    print(json.dumps(_times))
