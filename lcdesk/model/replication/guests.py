"""Those who are invited to an event, and the mail that a server sends them.

Servers that schedule (RFC 6638) write to the attendees of an event whenever its organizer
changes or deletes it, whatever the program that did it says. So every change of such an event
asks first. A person here answers at once: it is the transaction's `mail_attendees`. What the sync
comes to by itself waits as a refused change, whose "try again" asks.

Whoever is invited goes along to the event that takes its place at another primary calendar or
staff member. Servers take invitations of the calendar's own owner only (RFC 6638, 3.2.4.2), so its
organizer is whoever that calendar belongs to, and the guests are asked anew.
"""

from __future__ import annotations

from collections.abc import Iterable

from lcdesk.model.domain.accounts import ErrorNote, LinkedCalendar
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.errors import AttendeesAreMailed
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.remote import OutboxEntry, RemoteObject
from lcdesk.model.store import outbox
from lcdesk.model.store.accounts import get_account, get_linked, server_of_linked
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.remote import objects
from lcdesk.model.store.transaction import Reader, Transaction

NOT_ASKED = ErrorNote(
    AttendeesAreMailed.code,
    AttendeesAreMailed.title,
    Message(
        "Others are invited to this event, and may get an e-mail when this change reaches it. So "
        "it waits here. Try again to send it, or discard it to leave the event there as it is."
    ),
)


def ask_before_mailing(tx: Transaction, object_id: int, *texts: str) -> None:
    """Raises AttendeesAreMailed where changing this object may mail somebody unasked.

    `texts` are the versions that would be replaced or sent. What the sync comes to by itself
    raises nothing; see `is_unasked`.
    """
    if tx.origin is ChangeOrigin.SYNC or not _may_mail(tx, *texts):
        return
    known = objects.get_object(tx, object_id)
    if known is None:
        return
    raise AttendeesAreMailed(
        Message(
            "{Server} may write an e-mail to everybody who is invited when this event changes.",
            Server=server_of_linked(tx, known.linked).name,
        )
    )


def is_unasked(tx: Transaction, *texts: str) -> bool:
    """Whether the sync comes to a change by itself that may mail somebody."""
    return tx.origin is ChangeOrigin.SYNC and _may_mail(tx, *texts)


def are_new_guests(entry: OutboxEntry, arrived: str) -> bool:
    """Whether nobody was asked about the guests of what the server holds now.

    A change that was made on a text with guests, or that brings them, was asked about then.
    """
    from lcdesk.model.ical.attendees import has_attendees

    return has_attendees(arrived) and not any(map(has_attendees, (entry.base, entry.body)))


def _may_mail(tx: Transaction, *texts: str) -> bool:
    from lcdesk.model.ical.attendees import has_attendees

    return not tx.mail_attendees and any(map(has_attendees, texts))


def with_guests_of(
    reader: Reader, body: str, leaving: Iterable[RemoteObject], target: LinkedCalendar
) -> str:
    """The new event `body` for the calendar `target`, with the guests of what it follows."""
    from lcdesk.model.ical.attendees import Host, has_attendees, with_attendees_of

    for event in leaving:
        text = _newest(reader, event)
        if not has_attendees(text):
            continue
        before = get_linked(reader, event.linked)
        if before is not None and before.account == target.account:
            return with_attendees_of(body, text)
        return with_attendees_of(body, text, host=Host(*_owner(reader, target)))
    return body


def _newest(reader: Reader, one: RemoteObject) -> str:
    """What stands there, or is on its way there."""
    bodies = [entry.body for entry in outbox.entries_of_object(reader, one.id) if entry.body]
    return bodies[-1] if bodies else one.raw


def _owner(reader: Reader, linked: LinkedCalendar) -> tuple[str, str]:
    """Address and name of whom a calendar belongs to."""
    account = get_account(reader, linked.account)
    member = next(who for who in all_staff(reader) if who.id == linked.staff)
    address = "" if account is None or "@" not in account.email else account.email
    return address or member.email, member.name
