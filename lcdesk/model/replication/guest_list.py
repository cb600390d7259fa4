"""Whoever is invited to an event of ours goes along to the event that takes its place.

Another primary calendar and another staff member mean a new event. Servers take invitations of
the calendar's own owner only (RFC 6638, 3.2.4.2), so the new event's organizer is whoever that
calendar belongs to, and the guests are asked anew.
"""

from __future__ import annotations

from collections.abc import Iterable

from lcdesk.model.domain.accounts import LinkedCalendar
from lcdesk.model.domain.remote import RemoteObject
from lcdesk.model.store import objects, outbox
from lcdesk.model.store.accounts import get_account, get_linked
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.transaction import Reader


def with_guests_of(
    reader: Reader, body: str, leaving: Iterable[RemoteObject], target: LinkedCalendar
) -> str:
    """The new event `body` for the calendar `target`, with the guests of what it follows."""
    from lcdesk.model.ical.attendees import Host, has_attendees, with_attendees_of

    for one in leaving:
        text = _newest(reader, one)
        if not has_attendees(text):
            continue
        before = get_linked(reader, one.linked)
        if before is not None and before.account == target.account:
            return with_attendees_of(body, text)
        return with_attendees_of(body, text, host=Host(*_owner(reader, target)))
    return body


def has_guests(reader: Reader, session: str) -> bool:
    """Whether anybody is invited to what a session has, or is about to have, on a server."""
    from lcdesk.model.ical.attendees import has_attendees

    some = objects.objects_of_session(reader, session)
    return any(has_attendees(_newest(reader, one)) for one in some)


def _newest(reader: Reader, one: RemoteObject) -> str:
    """What stands there, or is on its way there."""
    bodies = [entry.body for entry in outbox.entries_of_object(reader, one.id) if entry.body]
    return bodies[-1] if bodies else one.raw


def _owner(reader: Reader, linked: LinkedCalendar) -> tuple[str, str]:
    """Address and name of whom a calendar belongs to."""
    account = get_account(reader, linked.account)
    member = next(one for one in all_staff(reader) if one.id == linked.staff)
    address = "" if account is None or "@" not in account.email else account.email
    return address or member.email, member.name
