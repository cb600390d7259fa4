"""Tooltips that show text as it is."""

from __future__ import annotations

import html


def plain_tip(text: str) -> str:
    """Escaped, with line breaks kept: a title from a server must not become markup."""
    return f"<qt>{html.escape(text)}</qt>".replace("\n", "<br>")
