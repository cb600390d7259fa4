"""Small turns of phrase for Settings: long names cut."""

from __future__ import annotations


def shortened(text: str, most: int = 40) -> str:
    """The text, cut by "…" when it is longer than a row can show."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
