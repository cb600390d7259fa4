"""A linked calendar that its server does not list: found again, or used no longer.

A list that lacks it is no proof. A person's word is kept until the calendar itself has been asked
for, so that the busy time of one that exists is never dropped.
"""

from __future__ import annotations

from datetime import datetime

from lcdesk.model.commands.accounts import set_role
from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.errors import NotFound
from lcdesk.model.store import accounts, objects, outbox
from lcdesk.model.store.transaction import Transaction


def leave(tx: Transaction, linked_id: int) -> None:
    """Use it no longer once the next pass has asked for it in vain. Raises NotFound."""
    if accounts.get_linked(tx, linked_id) is None or accounts.is_listed(tx, linked_id):
        raise NotFound("This calendar is not missing any more.")
    accounts.set_leaving(tx, linked_id)


def found_again(tx: Transaction, linked_id: int) -> None:
    """It answered: it is used as before, whatever was said of it meanwhile."""
    accounts.set_found_again(tx, linked_id)


def not_found(tx: Transaction, linked_id: int, *, now: datetime) -> bool:
    """It did not answer: where a person said so, it goes, with the changes that waited for it.

    Returns whether it went.
    """
    if not accounts.is_leaving(tx, linked_id):
        return False
    for one in objects.objects_of_linked(tx, linked_id).values():
        outbox.delete_entries_of_object(tx, one.id)
        if one.is_own:
            objects.delete_object(tx, one.id)
    set_role(tx, linked_id, Role.NONE, now=now)
    return True
