"""A right to write that was taken away, in words: what waits, and what to do about it."""

from __future__ import annotations

from collections.abc import Collection

from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.message import Message, joined
from lcdesk.model.store.accounts import server_of_linked
from lcdesk.model.store.outbox import Withheld, find_withheld
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.transaction import Reader


def title_of(one: Withheld) -> str:
    """What happened, in a few words."""
    return Message("“{linked}” is read-only now", linked=one.linked.name)


def message_of(reader: Reader, one: Withheld) -> str:
    """What it means for what was changed here, and what to do."""
    server = server_of_linked(reader, one.linked.id).name
    texts = [Message("{Server} does not let this account change it any more.", Server=server)]
    texts.append(
        Message.counted(
            "{n} change waits here and goes there by itself as soon as that is allowed again.",
            "{n} changes wait here and go there by themselves as soon as that is allowed again.",
            n=one.waiting,
        )
        if one.waiting
        else Message(
            "What is booked or changed is kept here and goes there by itself as soon as that is "
            "allowed again."
        )
    )
    if one.linked.role is Role.PRIMARY:
        texts.append(Message("Ask its owner, or choose another primary calendar."))
    return joined(" ", texts)


def booking_warnings(reader: Reader, staff: Collection[int]) -> tuple[str, ...]:
    """What whoever books for these members has to know, one text for each of them."""
    names = {member.id: member.name for member in all_staff(reader)}
    return tuple(
        Message(
            "“{linked}” of {who} is read-only now. What is booked or changed is kept here and sent "
            "later.",
            linked=right.linked.name,
            who=names[right.linked.staff],
        )
        for right in find_withheld(reader, staff=staff)
        if right.linked.role is Role.PRIMARY
    )
