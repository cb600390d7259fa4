"""Text from data in places where Qt guesses whether it is markup."""

from __future__ import annotations

import html

from PySide6.QtGui import Qt

_WIDE = 90  # letters; Qt breaks the lines of markup only


def as_typed(text: str) -> str:
    """The text so that Qt shows it letter by letter in a tooltip.

    Qt takes what looks like HTML for HTML, and loads the pictures that it names. Long lines are
    broken.
    """
    is_wide = any(len(line) > _WIDE for line in text.split("\n"))
    if not is_wide and not Qt.mightBeRichText(text):
        return text
    return f"<qt>{html.escape(text)}</qt>".replace("\n", "<br>")


def without_tags(text: str) -> str:
    """The text for the desktop's own notes and tips; some desktops read it as markup.

    Others show it letter by letter, so that escaping it would show the escapes.
    """
    return text.replace("<", "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}").replace(
        ">", "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
    )
