"""A right to write that was taken away, in words: what waits, and what to do about it."""

from __future__ import annotations

from collections.abc import Collection

from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.words import quantity
from lcdesk.model.store.accounts import server_of_linked
from lcdesk.model.store.outbox import Withheld, find_withheld
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.transaction import Reader


def title_of(one: Withheld) -> str:
    """What happened, in a few words."""
    return f"“{one.linked.name}” is read-only now"


def message_of(reader: Reader, one: Withheld) -> str:
    """What it means for what was changed here, and what to do."""
    server = server_of_linked(reader, one.linked.id).at_start
    waits = quantity(one.waiting, "change waits", "changes wait")
    kept = f"{waits} here and" if one.waiting else "What is booked or changed is kept here and"
    verb = "goes" if one.waiting == 1 or not one.waiting else "go"
    said = (
        f"{server} does not let this account change it any more. {kept} {verb} there by itself "
        "as soon as that is allowed again."
    )
    if one.linked.role is not Role.PRIMARY:
        return said
    return f"{said} Ask its owner, or choose another primary calendar."


def booking_warnings(reader: Reader, staff: Collection[int]) -> tuple[str, ...]:
    """What whoever books for these members has to know, one text for each of them."""
    names = {member.id: member.name for member in all_staff(reader)}
    return tuple(
        f"“{right.linked.name}” of {names[right.linked.staff]} is read-only now. What is booked or "
        "changed is kept here and sent later."
        for right in find_withheld(reader, staff=staff)
        if right.linked.role is Role.PRIMARY
    )
