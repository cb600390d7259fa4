"""Text from data in places that take one line, or that obey some letters."""

from __future__ import annotations

import re

# Names in Persian or Hindi and joined emoji are misspelled without them.
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
_BREAK = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029\t]\s*")


def one_line(text: str) -> str:
    """The text without line breaks and tabs, as a title stands in a sentence or on a label."""
    return _BREAK.sub(" ", text).strip()


def harmless(text: str) -> str:
    """The text without what commands a terminal or turns the order of letters; lines stay.

    Titles, places and names come from anybody who can send an invitation. Escape sequences
    would write over what stands on the screen, marks of direction would make it read otherwise.
    """
    return "".join(map(_harmless_letter, text))


def _harmless_letter(letter: str) -> str:
    if letter.isprintable() or letter == "\n" or letter in _JOINERS:
        return letter
    return " " if letter.isspace() else "\N{REPLACEMENT CHARACTER}"
