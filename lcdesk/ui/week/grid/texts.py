"""Lines of text that fit a width: measured, broken and shaped once, and kept.

Text is the dearest part of painting a week. Widths are added up from single letters (exact
enough to break lines), and a line is shaped for keeps only when it is drawn a second time:
`drawText` costs 10 µs, a new QStaticText 24 µs, a kept one 4 µs (PySide6 6.11.3).
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QStaticText, QTextOption

from lcdesk.ui.look.as_typed import letters_of
from lcdesk.ui.look.metrics import small

_KEPT = 6000
_ELLIPSIS = "…"
_ISOLATE, _END_OF_ISOLATE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_LEAST_PIECE = 3  # letters of a word that is cut


class Style(Enum):
    """Which font a text is set in."""

    TITLE = auto()
    DETAIL = auto()

    # Styles are keys of what is asked thousands of times a frame; Enum's own hash is slow.
    __hash__ = object.__hash__


class Line:
    """One line of plain text: a title from a server must never be read as markup."""

    __slots__ = ("_ascent", "_ruler", "_shaped", "_was_drawn", "text")

    def __init__(self, text: str, ruler: _Ruler, ascent: float) -> None:
        self.text = text
        self._ruler = ruler
        self._ascent = ascent
        self._shaped: QStaticText | None = None
        self._was_drawn = False

    @property
    def width(self) -> float:
        """Its width in pixels."""
        return self._ruler.width(self.text)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw with its top left corner at a point, in the painter's font and pen."""
        if self._shaped is not None:
            painter.drawStaticText(QPointF(x, y), self._shaped)
        elif self._was_drawn:
            self._shaped = QStaticText(self.text)
            self._shaped.setTextFormat(Qt.TextFormat.PlainText)
            self._shaped.setTextOption(_reading(painter.layoutDirection()))
            painter.drawStaticText(QPointF(x, y), self._shaped)
        else:
            self._was_drawn = True
            painter.drawText(QPointF(x, y + self._ascent), self.text)


def _reading(direction: Qt.LayoutDirection) -> QTextOption:
    """As drawText orders words: by the window, not by the first letter of each text."""
    option = QTextOption()
    option.setTextDirection(direction)
    return option


class Texts:
    """Cached lines for one font family and size."""

    def __init__(self, font: QFont) -> None:
        self.fonts = _fonts(font)
        self._rulers = {style: _Ruler(font) for style, font in self.fonts.items()}
        metrics = QFontMetricsF(self.fonts[Style.TITLE])
        self.line_height = round(metrics.height())
        self._ascent = metrics.ascent()
        self._widths: dict[Style, dict[str, float]] = {style: {} for style in Style}
        self._kept: OrderedDict[tuple[str, Style, int, int, int], tuple[Line, ...]]
        self._kept = OrderedDict()

    def width(self, text: str, style: Style) -> float:
        """The width of a text on one line."""
        widths = self._widths[style]
        found = widths.get(text)
        if found is None:
            if len(widths) > _KEPT:
                widths.clear()
            found = widths[text] = self._rulers[style].width(text)
        return found

    def lines(
        self, text: str, style: Style, width: int, *, skip: int = 0, most: int = 1
    ) -> tuple[Line, ...]:
        """The text broken into at most `most` lines; the last one is cut by "…" if needed.

        The first line is shorter by `skip`: the corner's signs stand there. Where no letter fits
        beside "…" a title is its first letter, and anything else is left out. A name of which no
        three letters fit is its initials, as where people are told apart in little room.
        """
        key = (text, style, width, skip, most)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        ruler = self._rulers[style]
        broken = _broken(ruler, text, width, skip=skip, most=most)
        if style is Style.TITLE and is_sliver(broken, text):
            broken = _initials(ruler, text, width - skip) or broken
        made = tuple(Line(line, ruler, self._ascent) for line in _set_apart(broken))
        self._kept[key] = made
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return made


class _Ruler(dict[str, float]):
    """Letter widths of one font; texts of joining scripts are measured as a whole."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self.metrics = QFontMetricsF(font)

    def __missing__(self, letter: str) -> float:
        if not _stands_alone(letter):
            raise KeyError(letter)
        width = self[letter] = self.metrics.horizontalAdvance(letter)
        return width

    def width(self, text: str) -> float:
        """The width of the text on one line."""
        try:
            return sum(map(self.__getitem__, text))
        except KeyError:
            return self.metrics.horizontalAdvance(text)

    def fitting(self, text: str, width: float) -> int:
        """How many letters of the text fit."""
        used = 0.0
        for count in range(len(text)):
            used += self[text[count]]
            if used > width:
                return count
        return len(text)


def _stands_alone(letter: str) -> bool:
    """Latin, Greek, Cyrillic, punctuation and what sets a text apart, which has no width: each
    letter as wide in a word as by itself.
    """
    return (letter < "\u0530" and not "\u0300" <= letter < "\u0370") or (
        "\u2010" <= letter < "\u2050" or letter in "\u200e\u200f\u2068\u2069"
    )


def _broken(ruler: _Ruler, text: str, width: int, *, skip: int, most: int) -> list[str]:
    whole = " ".join(text.split())
    lines = _by_words(ruler, whole, width, skip=skip, most=most)
    is_cut = most > 1 and bool(lines) and lines[-1].endswith(_ELLIPSIS)
    if is_cut and (len(lines) < most or ruler.width(whole) <= width * most - skip):
        return _by_letters(ruler, whole, width, skip=skip, most=most) or lines
    return lines


def _set_apart(lines: list[str]) -> list[str]:
    """What sets a text apart from the window's direction goes on in each line that it is broken
    into.
    """
    found, opened = [], 0
    for line in lines:
        found.append(_ISOLATE * opened + line)
        opened = max(opened + line.count(_ISOLATE) - line.count(_END_OF_ISOLATE), 0)
    return found


def _by_words(ruler: _Ruler, text: str, width: int, *, skip: int, most: int) -> list[str]:
    rest = text
    lines: list[str] = []
    room = width - skip
    while rest and len(lines) < most - 1 and ruler.width(rest) > room:
        line, rest = _first_line(ruler, rest, room)
        if not line and (lines or not _first_line(ruler, rest, width)[0]):
            break  # not even a word: "Stud…" says more than "Stud" over "io…"
        lines.append(line)  # beside signs that leave no word its room there is nothing
        room = width
    last = _shorten(ruler, rest, room) if rest else ""
    return [*lines, last] if last else lines


def _by_letters(ruler: _Ruler, text: str, width: int, *, skip: int, most: int) -> list[str]:
    """A text with long words cut in two, over every line there is; nothing where even so its last
    line would say no more than a letter or two.
    """
    rest, room = text, width - skip
    lines: list[str] = []
    while len(lines) < most:
        if ruler.width(rest) <= room:
            return [*lines, rest]
        if len(lines) == most - 1:
            last = _shorten(ruler, rest, room)
            return [*lines, last] if len(letters_of(last)) > _LEAST_PIECE else []
        line, left = _first_line(ruler, rest, room)
        if not line:
            count = _letters_of_word(ruler, rest, room)
            if not count:
                return []
            line, left = rest[:count], rest[count:]
        lines.append(line)
        rest, room = left, width
    return []


def _letters_of_word(ruler: _Ruler, text: str, width: int) -> int:
    """Where to cut the first word: behind a hyphen, else where no single letter is left over."""
    try:
        count = ruler.fitting(text, width)
    except KeyError:  # letters that join are not cut apart
        return 0
    hyphen = text.rfind("-", 0, count) + 1
    left_over = len(text.partition(" ")[0]) - count
    count = hyphen or (count - 1 if left_over == 1 else count)
    return count if len(letters_of(text[:count])) >= _LEAST_PIECE else 0


def _first_line(ruler: _Ruler, text: str, width: int) -> tuple[str, str]:
    """Whole words as far as they fit, and the rest; no word where the first one does not."""
    words = text.split(" ")
    line = words[0]
    if ruler.width(line) > width:
        return "", text
    for word in words[1:]:
        longer = f"{line} {word}"
        if ruler.width(longer) > width:
            break
        line = longer
    return line, text[len(line) + 1 :]


def _shorten(ruler: _Ruler, text: str, width: int) -> str:
    """The text, shortened by "…"; empty where not even one letter fits beside it."""
    if ruler.width(text) <= width:
        return text
    try:
        count = ruler.fitting(text, width - ruler[_ELLIPSIS])
    except KeyError:
        return ruler.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    return text[:count].rstrip() + _ELLIPSIS if letters_of(text[:count]) else ""


def is_sliver(lines: Sequence[str], text: str) -> bool:
    """Whether these lines of a text, broken, say hardly anything of it."""
    if len(lines) > 1:
        return False
    shown = letters_of("".join(lines)).removesuffix(_ELLIPSIS)
    return len(shown) < min(_LEAST_PIECE, len(letters_of(text).strip()))


def _initials(ruler: _Ruler, text: str, width: int) -> list[str]:
    """Of the first and the last name, as one line if they fit; else the first letter, where not
    even that and "…" do, which is no title that was cut.
    """
    whole = letters_of(text).strip()
    names = [word[0] for word in whole.split() if word[0].isupper()]
    both = "".join((names[0], names[-1])) if len(names) > 1 else ""
    if both and ruler.width(both) <= width:
        return [both]
    is_room = ruler.width(whole[:1] + _ELLIPSIS) <= width
    return [] if is_room or not whole or ruler.width(whole[0]) > width else [whole[0]]


def _fonts(font: QFont) -> dict[Style, QFont]:
    detail = small(font)
    title = small(font)
    title.setWeight(QFont.Weight.DemiBold)
    return {Style.TITLE: title, Style.DETAIL: detail}
