"""Entries of some days, read from the store once and kept until it changes.

Reading a week takes longer than a frame; leafing through weeks must not. So the neighbours of
the days on the screen are read while nothing moves, and tabs and check marks read nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import day_span, zone
from lcdesk.model.store.agenda import agenda
from lcdesk.model.store.database import Database
from lcdesk.model.store.index import ensure_indexed
from lcdesk.model.store.people import contacts
from lcdesk.ui.context.view_filter import Days

MOST_WEEKS = 7  # weeks: the one on the screen and those around it
# All-day entries lie on dates; in a far zone their times begin up to this much off.
_FAR = timedelta(hours=14)


@dataclass(frozen=True, slots=True)
class Stack:
    """What some days hold, and the contacts it mentions."""

    entries: tuple[AgendaEntry, ...]
    contacts: Mapping[int, Contact]


class EntryShelf:
    """Stacks by days and zone."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: dict[tuple[Days, str], Stack] = {}

    def take(self, days: Days, zone_name: str) -> Stack:
        """The entries of these days, read now unless they are kept."""
        found = self.kept(days, zone_name) or read_stack(self._database, days, zone_name)
        self.put(days, zone_name, found)
        return found

    def kept(self, days: Days, zone_name: str) -> Stack | None:
        """What is known of these days without reading."""
        return self._kept.get((days, zone_name))

    def put(self, days: Days, zone_name: str, stack: Stack) -> None:
        """Keep what was read of these days."""
        self._kept.pop((days, zone_name), None)
        self._kept[(days, zone_name)] = stack  # last, so that it is the last to go
        while len(self._kept) > MOST_WEEKS:
            del self._kept[next(iter(self._kept))]

    def clear(self) -> None:
        """The store has changed."""
        self._kept.clear()


def read_stack(database: Database, days: Days, zone_name: str) -> Stack:
    """The entries of these days as they are now."""
    span = day_span(days.first, zone(zone_name), days.count)
    around = span.widened(_FAR, _FAR)
    ensure_indexed(database, around)
    with database.read() as reader:
        found = agenda(reader, around)
        entries = tuple(entry for entry in found if entry.all_day or _meets(entry.taken, span))
        named = {who for entry in entries for who in entry.contacts}
        return Stack(entries, contacts(reader, named) if named else {})


def _meets(one: TimeSpan, other: TimeSpan) -> bool:
    return one.overlaps(other) or (one.start == one.end and other.start <= one.start < other.end)
