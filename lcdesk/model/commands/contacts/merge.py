"""Two contacts that are one person become one: all appointments follow.

**decided** (docs/rules/booking.md is silent): what happened stays as it was called. Titles of
appointments that are not over follow where they were the calendar's own for the contact who goes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from lcdesk.model.commands.appointments import calendar_of, rendered_title
from lcdesk.model.commands.people import save_contact
from lcdesk.model.commands.waiting.entries import MOST_OF_CONTACT, waits_already
from lcdesk.model.domain.errors import InvalidInput, NotFound
from lcdesk.model.domain.journal import Deed, Item, JournalKind, Note
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import Contact
from lcdesk.model.store import appointments as stored
from lcdesk.model.store.people import contacts, move_to_contact
from lcdesk.model.store.removal import remove_contact
from lcdesk.model.store.transaction import Transaction
from lcdesk.model.store.waiting import delete_waiting, waiting_of_contact


def merge_contacts(tx: Transaction, kept: Contact, gone_id: int, *, now: datetime) -> Contact:
    """Give everything of one contact to `kept`, which has the values that are to stay.

    Raises InvalidInput, and NotFound where one of both is not there any more.
    """
    if kept.id == gone_id:
        raise InvalidInput(Message("A contact cannot be merged with itself."))
    known = contacts(tx, [kept.id, gone_id])
    if len(known) < 2:
        raise NotFound(
            Message("One of these contacts does not exist any more. Nothing was changed.")
        )
    gone = known[gone_id]
    for visit in stored.appointments_of_contact(tx, gone_id):
        own = rendered_title(calendar_of(tx, visit.calendar), gone)
        if visit.span.end > now and visit.title == own:
            title = rendered_title(calendar_of(tx, visit.calendar), kept)
            stored.update_appointment(tx, visit, replace(visit, title=title))
    for wish in waiting_of_contact(tx, gone_id, limit=MOST_OF_CONTACT):
        if waits_already(tx, replace(wish, contact=kept.id)):
            delete_waiting(tx, wish.id)
    move_to_contact(tx, gone_id, kept.id)
    remove_contact(tx, gone_id)
    saved = save_contact(tx, kept, now=now)
    _tell(tx, gone, saved)
    return saved


def _tell(tx: Transaction, gone: Contact, kept: Contact) -> None:
    tx.tell(
        Note(
            JournalKind.RECORD,
            subject=f"contact:{kept.id}",
            counts={Deed.MERGED: 1},
            items=(Item(Deed.MERGED, gone.name),),
            facts={"records": [["contact", []]], "into": kept.name},
        )
    )
