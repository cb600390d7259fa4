"""An e-mail to a contact about an appointment, begun in the person's own mail program.

It is an address (RFC 6068): nothing is sent from here, and nothing of it is kept
(docs/rules/window.md).
"""

from __future__ import annotations

import re
from urllib.parse import quote

from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.domain.people import Contact
from lcdesk.ui.wording.labels import tr

LONGEST_ADDRESS = 2_000
"""Of the whole address in letters; some systems open nothing that is longer."""

_MOST_NAME, _MOST_LOCATION = 80, 200
_MAILBOX = re.compile(r"[^\s@<>,;:\"\\()\[\]?&%]{1,64}@[^\s@<>,;:\"\\()\[\]?&%]{1,190}")


def letter_to(contact: Contact, entry: AgendaEntry, when: str) -> str:
    """The address that opens it; empty where the contact has no e-mail that can be written to.

    `when` is the appointment's day and time in words.
    """
    mailbox = contact.email.strip()
    if not _MAILBOX.fullmatch(mailbox):
        return ""
    takes_place = entry.status is None or entry.status.takes_time
    subject, text = _booked(contact, when) if takes_place else _cancelled(contact, when)
    where = entry.location.strip()[:_MOST_LOCATION] if takes_place else ""
    bare = f"mailto:{quote(mailbox, safe='@')}?subject={quote(subject, safe='')}"
    begun = f"{bare}&body={_quoted(text)}"
    whole = f"{begun}{_quoted(where)}%0D%0A" if where else begun
    return next((made for made in (whole, begun) if len(made) <= LONGEST_ADDRESS), bare)


def _booked(contact: Contact, when: str) -> tuple[str, str]:
    text = tr("Hello {name},\n\nyour appointment: {when}\n")
    return (
        tr("Your appointment: {when}").format(when=when),
        text.format(name=_name(contact), when=when),
    )


def _cancelled(contact: Contact, when: str) -> tuple[str, str]:
    text = tr("Hello {name},\n\nthis appointment does not take place: {when}\n")
    return (
        tr("Cancelled appointment: {when}").format(when=when),
        text.format(name=_name(contact), when=when),
    )


def _name(contact: Contact) -> str:
    """In one line."""
    return " ".join(contact.name.split())[:_MOST_NAME]


def _quoted(text: str) -> str:
    """As an address holds it, with the line ends of mail."""
    return quote("\r\n".join(text.splitlines() + [""] * text.endswith("\n")), safe="")
