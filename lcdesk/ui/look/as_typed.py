"""Text from data in places where Qt guesses whether it is markup."""

from __future__ import annotations

import html

from PySide6.QtGui import Qt


def as_typed(text: str) -> str:
    """The text so that Qt shows it letter by letter, in tooltips and message boxes.

    Qt takes what looks like HTML for HTML, and loads the pictures that it names.
    """
    if not Qt.mightBeRichText(text):
        return text
    return f"<qt>{html.escape(text)}</qt>".replace("\n", "<br>")
