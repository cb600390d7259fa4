"""The fonts of the agenda's rows, and its texts cut to their columns: measured once and kept.

Measuring takes longer than drawing, and while a list scrolls the same rows are drawn again.
"""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from lcdesk.ui.look.metrics import Metrics, scale_font

_KEPT = 4_000


class RowFont(Enum):
    """What a text is set in."""

    PLAIN = auto()
    TITLE = auto()
    STRUCK = auto()  # the title of what is cancelled
    HEADING = auto()

    __hash__ = object.__hash__  # Enum's own is slow


class RowTexts:
    """For one font of the view; with another one begin anew."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        struck = scale_font(font, 1.0, weight=QFont.Weight.Medium)
        struck.setStrikeOut(True)
        self.fonts = {
            RowFont.PLAIN: font,
            RowFont.TITLE: scale_font(font, 1.0, weight=QFont.Weight.Medium),
            RowFont.STRUCK: struck,
            RowFont.HEADING: scale_font(font, 1.0, weight=QFont.Weight.DemiBold),
        }
        self.sign = round(Metrics.of(font).icon)
        self._metrics = {name: QFontMetrics(each) for name, each in self.fonts.items()}
        self._cut: dict[tuple[str, int, RowFont], tuple[str, int]] = {}

    def cut(self, text: str, width: int, font: RowFont) -> tuple[str, int]:
        """The text, cut by "…" where it is wider, and the width of what is left of it."""
        key = (text, width, font)
        found = self._cut.get(key)
        if found is None:
            if len(self._cut) > _KEPT:
                self._cut.clear()
            metrics = self._metrics[font]
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            found = self._cut[key] = shown, metrics.horizontalAdvance(shown)
        return found
