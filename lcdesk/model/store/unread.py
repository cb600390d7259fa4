"""Whose time may be taken by events that could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from lcdesk.model.domain.accounts import LinkedCalendar, Role
from lcdesk.model.store.accounts import linked_calendars
from lcdesk.model.store.objects import unread_objects
from lcdesk.model.store.people import all_staff
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
        linked.id: linked
        for linked in linked_calendars(reader)
        if linked.role is not Role.NONE and linked.staff in chosen
    }
    found = unread_objects(reader, tuple(blocking)) if blocking else ()
    counts = Counter(event.linked for event in found)
    return tuple(Unread(blocking[number], count) for number, count in sorted(counts.items()))


def unread_warnings(reader: Reader, staff: Iterable[int]) -> tuple[str, ...]:
    """What whoever books for these members has to know, a sentence for each calendar."""
    found = unread_events(reader, staff)
    names = {member.id: member.name for member in all_staff(reader)} if found else {}
    return tuple(_warning(unread, names[unread.linked.staff]) for unread in found)


def _warning(unread: Unread, member: str) -> str:
    events, its = (
        ("One event", "its") if unread.events == 1 else (f"{unread.events} events", "their")
    )
    whose = f"{unread.linked.name} ({member})"
    return f"{events} of {whose} could not be read in full; {its} time may be taken."
