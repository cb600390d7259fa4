"""Whose time may be taken by events that could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from lcdesk.model.domain.accounts import LinkedCalendar, Role
from lcdesk.model.store.accounts import linked_calendars
from lcdesk.model.store.objects import unread_objects
from lcdesk.model.store.transaction import Reader


@dataclass(frozen=True, slots=True)
class Unread:
    """How many events of a linked calendar could not be read, as a whole or in part."""

    linked: LinkedCalendar
    events: int


def unread_events(reader: Reader, staff: Iterable[int]) -> tuple[Unread, ...]:
    """Of these members' linked calendars that block their time; what a person has seen is out."""
    chosen = set(staff)
    blocking = {
        one.id: one
        for one in linked_calendars(reader)
        if one.role is not Role.NONE and one.staff in chosen
    }
    found = unread_objects(reader, tuple(blocking)) if blocking else ()
    counts = Counter(one.linked for one in found)
    return tuple(Unread(blocking[number], count) for number, count in sorted(counts.items()))
