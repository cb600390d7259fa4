"""Lines of text that fit a width, measured and shaped once and kept.

Shaping text is the dearest part of painting a week; a block's lines are the same until its
width or the font changes.
"""

from __future__ import annotations

from collections import OrderedDict
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText

from lcdesk.ui.look.metrics import small

_KEPT = 6000
_ELLIPSIS = "…"


class Style(Enum):
    """Which font a text is set in."""

    TITLE = auto()
    DETAIL = auto()


class Texts:
    """Cached lines for one font family and size."""

    def __init__(self, font: QFont) -> None:
        self.fonts = _fonts(font)
        self._metrics = {style: QFontMetricsF(font) for style, font in self.fonts.items()}
        self.line_height = round(self._metrics[Style.TITLE].height())
        self._kept: OrderedDict[tuple[str, Style, int, int, int], tuple[QStaticText, ...]]
        self._kept = OrderedDict()

    def width(self, text: str, style: Style) -> float:
        """The width of a text on one line."""
        return self._metrics[style].horizontalAdvance(text)

    def lines(
        self, text: str, style: Style, width: int, *, skip: int = 0, most: int = 1
    ) -> tuple[QStaticText, ...]:
        """The text broken into at most `most` lines; the last one is cut by "…" if needed.

        The first line is shorter by `skip`: the corner's signs stand there.
        """
        key = (text, style, width, skip, most)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        made = tuple(_static(line) for line in self._broken(text, style, width, skip, most))
        self._kept[key] = made
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return made

    def _broken(self, text: str, style: Style, width: int, skip: int, most: int) -> list[str]:
        rest = " ".join(text.split())
        lines: list[str] = []
        room = width - skip
        while rest and len(lines) < most - 1 and self.width(rest, style) > room:
            line, rest = self._first_line(rest, style, room)
            lines.append(line)
            room = width
        if rest:
            lines.append(self._cut(rest, style, room))
        return lines

    def _first_line(self, text: str, style: Style, width: int) -> tuple[str, str]:
        """As many whole words as fit, and the rest; a word that never fits stays whole."""
        words = text.split(" ")
        count = 1
        while count < len(words) and self.width(" ".join(words[: count + 1]), style) <= width:
            count += 1
        line = " ".join(words[:count])
        if self.width(line, style) > width:  # one long word: cut it where it must be cut
            return self._cut(line, style, width), " ".join(words[1:])
        return line, " ".join(words[count:])

    def _cut(self, text: str, style: Style, width: int) -> str:
        metrics = self._metrics[style]
        if metrics.horizontalAdvance(text) <= width:
            return text
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        return "" if cut == _ELLIPSIS else cut


def _fonts(font: QFont) -> dict[Style, QFont]:
    detail = small(font)
    title = small(font)
    title.setWeight(QFont.Weight.DemiBold)
    return {Style.TITLE: title, Style.DETAIL: detail}


def _static(text: str) -> QStaticText:
    """Plain text always: a title from a server must never be read as markup."""
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    return made
