"""An error that nobody expected is shown once, with details to copy, and the window goes on."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from lcdesk.logs import redact
from lcdesk.model.domain.errors import StoreTrouble
from lcdesk.ui.widgets.parts import message_box

if TYPE_CHECKING:
    from lcdesk.app.program import Program

logger = logging.getLogger(__name__)


@contextmanager
def report_unexpected(program: Program) -> Iterator[None]:
    """While inside, exceptions of slots and events are logged and told instead of printed."""
    before = sys.excepthook
    told: set[str] = set()

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            before(kind, error, trace)
            return
        if isinstance(error, StoreTrouble):  # expected of any machine; the window has a bar for it
            logger.warning("not done: %s", error.message)
            return
        logger.error("unexpected", exc_info=(kind, error, trace))
        details = redact("".join(traceback.format_exception(kind, error, trace)))
        if details not in told:
            told.add(details)
            _tell(program, details)

    sys.excepthook = hook
    try:
        yield
    finally:
        sys.excepthook = before


def _tell(program: Program, details: str) -> None:
    box = message_box(
        program.window,
        "unexpected",
        program.tr("Something went wrong that lcdesk did not expect"),
        program.tr(
            "What was saved before is safe; the last step may not have happened. "
            "The details help whoever mends it: open them and copy."
        ),
    )
    box.setIcon(QMessageBox.Icon.Warning)
    box.setDetailedText(details)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
