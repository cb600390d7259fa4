"""Numbers with their nouns."""

from __future__ import annotations


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: "1 event", "3 events"."""
    return f"{number:,} {one if number == 1 else many}"
