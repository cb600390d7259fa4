"""The ids under which people and programs name what stands in the agenda.

`a12` is an appointment, `b3` a slot blocked by hand, `e7` an event that was read from a server,
and `e7@20261201T090000Z` one date of it where it repeats (`e7@20261201` for whole days).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

APPOINTMENT, BLOCKED, EVENT = "a", "b", "e"

# The store's numbers have 63 bits.
_ID = re.compile(r"(?:([ab])([0-9]{1,18}))|(?:e([0-9]{1,18})(?:@([0-9]{8}(?:T[0-9]{6}Z)?))?)")


@dataclass(frozen=True, slots=True)
class EntryId:
    """A kind (APPOINTMENT, BLOCKED or EVENT), the store's number, and a date of a series or ""."""

    kind: str
    number: int
    date: str = ""


def parse_entry_id(text: str) -> EntryId | None:
    """What an id names; None for any other text."""
    found = _ID.fullmatch(text)
    if found is None:
        return None
    if found[1]:
        return EntryId(found[1], int(found[2]))
    return EntryId(EVENT, int(found[3]), found[4] or "")


def number_of(text: str | None, kind: str) -> int | None:
    """The number in an id of this kind; None for any other text."""
    found = parse_entry_id(text or "")
    return found.number if found is not None and found.kind == kind else None
