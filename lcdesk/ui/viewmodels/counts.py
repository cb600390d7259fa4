"""Small turns of phrase for Settings: numbers with their nouns, long names cut."""

from __future__ import annotations


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: "1 event", "3 events"."""
    return f"{number:,} {one if number == 1 else many}"


def shortened(text: str, most: int = 40) -> str:
    """The text, cut by "…" when it is longer than a row can show."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
