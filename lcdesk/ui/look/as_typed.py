"""Text from data as the window shows it: no markup, nothing that turns, breaks or fills the rest.

Titles, places and names come from anybody who can send an invitation. In a window that reads from
the right, what is filled into a sentence is set apart by its translation; here it stays so.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

from PySide6.QtGui import QGuiApplication, Qt

from lcdesk.model.domain.words import JOINERS, one_line

_WIDE = 90  # letters; Qt breaks the lines of markup only
_LONGEST = 200  # letters of a title or a name; the fields to edit it have all of them
_LONGEST_TEXT = 2_000  # of notes, or of a line of a message, which may quote several titles
_MOST_LINES = 60
_SIDE_MARKS = "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"
_TAGS = range(0xE0020, 0xE0080)  # the flags of England, Scotland and Wales are spelled with them
_STAYS = frozenset(JOINERS + _SIDE_MARKS)
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_LEFT_TO_RIGHT = frozenset({"L", "EN"})
_RLM = "\N{RIGHT-TO-LEFT MARK}"
_ISOLATE = "\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}"
_NOT_OF_A_NAME = re.compile(r"\d\d:\d\d|[:;]")  # a time, or where a sentence goes on


def as_line(text: str, most: int = _LONGEST) -> str:
    """A title, place, name or number as it stands on one line, alone or in a sentence.

    Control characters and marks that turn the order of letters are left out, joiners stay. What is
    written in the other direction than the window turns nothing around it and is not turned, and
    what is longer than `most` letters ends in "…". In a window that reads from the right a mark
    before it tells Qt's labels, which go by the text, that this one begins at the right.
    """
    return _as_line(text, most, QGuiApplication.isRightToLeft())


@lru_cache(maxsize=4096)
def _as_line(text: str, most: int, is_mirrored: bool) -> str:
    line = _clean_line(text, most)
    if not is_mirrored:
        return line.join(_ISOLATE) if any(map(_is_right_to_left, line)) else line
    line = line.removeprefix(_RLM)
    return _RLM + line.join(_ISOLATE) if any(map(_is_left_to_right, line)) else line


def letters_of(line: str) -> str:
    """A line without what sets it apart, so that it can be taken to pieces."""
    return "".join(letter for letter in line if letter not in _ISOLATE + _SIDE_MARKS)


def as_sentence(text: str, most: int = _LONGEST) -> str:
    """A sentence that was put together from titles, names and times, on one line.

    As `as_line`, but each part that is written from right to left is set apart by itself: else it
    would turn the time behind it.
    """
    if QGuiApplication.isRightToLeft():
        return _shorten(one_line("".join(filter(_is_shown_in_message, one_line(text)))), most)
    line = _clean_line(text, most)
    turned = [at for at, letter in enumerate(line) if _is_right_to_left(letter)]
    parts, end = [], 0
    for place, at in enumerate(turned):
        following = turned[place + 1] if place + 1 < len(turned) else len(line)
        is_last = following == len(line) or _NOT_OF_A_NAME.search(line, at + 1, following)
        if not is_last:
            continue
        first = next(start for start in turned if start >= end)
        parts += [line[end:first], line[first : at + 1].join(_ISOLATE)]
        end = at + 1
    return "".join([*parts, line[end:]])


def _clean_line(text: str, most: int) -> str:
    return _shorten(one_line("".join(filter(_is_shown, one_line(text)))), most)


def _shorten(line: str, most: int) -> str:
    return line if len(line) <= most else f"{line[: most - 1].rstrip(JOINERS + ' ')}…"


def _is_right_to_left(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT


def _is_left_to_right(letter: str) -> bool:
    """Of words, and of numbers with spaces and signs in them, such as a telephone's."""
    return unicodedata.bidirectional(letter) in _LEFT_TO_RIGHT


def as_lines(text: str, most: int = _LONGEST_TEXT) -> str:
    """Notes or a place, line by line; what is longer than `most` letters ends in "…"."""
    whole = text.strip()
    if len(whole) > most:
        whole = f"{whole[: most - 1].rstrip(JOINERS + ' ')}…"
    lines = whole.splitlines()
    more = ["…"] if len(lines) > _MOST_LINES else []
    return "\n".join([*(as_line(line, most) for line in lines[:_MOST_LINES]), *more])


def as_sentences(text: str, most: int = _LONGEST_TEXT) -> str:
    """A whole message that may quote texts from data: what `as_line` set apart in it stays so."""
    lines = text.splitlines()
    kept = ["".join(filter(_is_shown_in_message, line)) for line in lines[:_MOST_LINES]]
    cut = [line if len(line) <= most else f"{line[: most - 1].rstrip()}…" for line in kept]
    return "\n".join(cut + ["…"] * (len(lines) > _MOST_LINES))


def _is_shown_in_message(letter: str) -> bool:
    return letter in _ISOLATE or _is_shown(letter)


def _is_shown(letter: str) -> bool:
    """Letters of private use and those that this Python does not know yet are shown too."""
    if letter in _STAYS or ord(letter) in _TAGS:
        return True
    return unicodedata.category(letter) not in ("Cc", "Cf", "Cs")


def as_typed(text: str) -> str:
    """The text so that Qt shows it letter by letter in a tooltip.

    Qt takes what looks like HTML for HTML, and loads the pictures that it names. Long lines are
    broken.
    """
    text = as_sentences(text)
    is_wide = any(len(line) > _WIDE for line in text.split("\n"))
    if not is_wide and not Qt.mightBeRichText(text):
        return text
    return f"<qt>{html.escape(text)}</qt>".replace("\n", "<br>")


def without_tags(text: str) -> str:
    """The text for the desktop's own notes and tips; some desktops read it as markup.

    Others show it letter by letter, so that escaping it would show the escapes.
    """
    return (
        as_sentences(text)
        .replace("<", "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}")
        .replace(">", "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}")
    )
