"""A program of its own: lcdesk until its first filled picture; says what it took until then.

    python -m tests.ui.window.start_child FOLDER

Prints a line of JSON: the modules of lcdesk, the names of other packages, the statements,
the source files of lcdesk that were read.
"""

from __future__ import annotations

import json
import linecache
import sys
import threading
from pathlib import Path
from typing import Any

from lcdesk.app import import_qt

import_qt()

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer  # noqa: E402

from lcdesk.app.program import Program  # noqa: E402
from lcdesk.app.start import make_application  # noqa: E402
from lcdesk.paths import Paths  # noqa: E402


class FirstPicture(QObject):
    """Prints once, when the window is painted after the store was opened, and ends."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self._is_open = False
        self._statements: list[str] = []
        program.opened.connect(self._note_opened)
        program.window.installEventFilter(self)

    def listen(self) -> None:
        """Note what stores are asked; their library is imported by then."""
        import sqlalchemy as sa

        sa.event.listen(sa.Engine, "before_cursor_execute", self._note)

    def _note(self, _connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if threading.current_thread() is threading.main_thread():
            self._statements.append(statement)

    def _note_opened(self) -> None:
        self._is_open = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._is_open:
            self._is_open = False
            ours = sorted(name for name in sys.modules if name.startswith("lcdesk."))
            others = sorted({name.partition(".")[0] for name in sys.modules} - {"lcdesk"})
            sources = [name for name in linecache.cache if "lcdesk" in name]
            found = {
                "ours": ours,
                "others": others,
                "statements": self._statements,
                "sources": sources,
            }
            sys.stdout.write(f"{json.dumps(found)}\n")
            QTimer.singleShot(0, QCoreApplication.quit)
        return super().eventFilter(watched, event)


def main(folder: Path) -> None:
    """Start as `lcdesk --data FOLDER` does."""
    application = make_application()
    program = Program(application, Paths(folder))
    picture = FirstPicture(program)
    picture.listen()
    program.begin()
    application.exec()
    program.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
