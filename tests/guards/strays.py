"""A part of a window that lcdesk shows before it is put into one becomes a window for a moment: it
flashes, and the keyboard goes there. Nothing offscreen shows it, so showing it fails.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget


def refuse_strays() -> None:
    """From now on lcdesk shows no part alone; tests may."""
    for name in ("show", "setVisible"):
        setattr(QWidget, name, _watched(getattr(QWidget, name)))


def _watched(show: Callable[..., None]) -> Callable[..., None]:
    @wraps(show)
    def watched(self: QWidget, *is_shown: Any) -> None:
        by_lcdesk = sys._getframe(1).f_globals.get("__name__", "").startswith("lcdesk.")
        if by_lcdesk and is_shown != (False,) and _is_stray(self):
            raise AssertionError(f"{type(self).__name__} is shown as a window of its own")
        show(self, *is_shown)

    return watched


def _is_stray(widget: QWidget) -> bool:
    return (
        widget.parentWidget() is None
        and not isinstance(widget, QDialog | QMainWindow)
        and widget.windowType() in (Qt.WindowType.Widget, Qt.WindowType.Window)
    )
