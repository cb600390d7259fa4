"""The typeface where the desktop names none: Inter, shipped, so that text is the same everywhere.

Static weights, not one variable font: Qt takes a variable font's default weight for all of them
and thickens it for bold.
"""

from __future__ import annotations

import logging

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from lcdesk.paths import resources_dir

logger = logging.getLogger(__name__)

FAMILY = "Inter"
# What Qt and fontconfig say where nobody chose a font; any other name is somebody's choice.
_UNCHOSEN = frozenset({"", "sans", "sans serif", "sans-serif"})


def use_typeface(application: QApplication) -> None:
    """Let the window be written in `FAMILY` unless the desktop has a font of its own choice."""
    font = application.font()
    if font.family().lower() not in _UNCHOSEN:
        return
    for file in sorted((resources_dir() / "fonts").glob(f"{FAMILY}-*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            logger.warning("The font %s cannot be used; the system's is used instead.", file.name)
            return
    font.setFamily(FAMILY)
    application.setFont(font)
