"""Those who are invited to an event, and the mail that a server sends them.

Servers that schedule (RFC 6638) write to the attendees of an event whenever its organizer
changes or deletes it, whatever the program that did it says. So every change of such an event
that a person makes here asks first; the answer is the transaction's `mail_attendees`.
"""

from __future__ import annotations

from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.errors import RefusedByRule
from lcdesk.model.store import objects
from lcdesk.model.store.accounts import place_of_linked
from lcdesk.model.store.transaction import Transaction


class AttendeesAreMailed(RefusedByRule):
    """The event has attendees; the server writes to them when it changes."""

    code = "ATTENDEES_ARE_MAILED"
    title = "Others are invited to this event"


def ask_before_mailing(tx: Transaction, object_id: int, *texts: str) -> None:
    """Raises AttendeesAreMailed where changing this object may mail somebody unasked.

    `texts` are the versions that would be replaced or sent. What the sync itself sends was
    decided before.
    """
    from lcdesk.model.ical.attendees import has_attendees

    if tx.mail_attendees or tx.origin is ChangeOrigin.SYNC:
        return
    known = objects.get_object(tx, object_id) if any(map(has_attendees, texts)) else None
    if known is None:
        return
    raise AttendeesAreMailed(
        f"{place_of_linked(tx, known.linked).at_start} may write an e-mail to everybody who is "
        "invited when this event changes."
    )
