"""Files of contacts: read, compared with those that are known, and imported as one step.

**decided**: somebody of a file is a contact who is known when both have the same e-mail, or the
same name and no two different e-mails. What a file leaves out stays as it is, and the notes of
both stay. Only what a person chose from the preview is changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from lcdesk.model.commands.contacts.tables import (
    ContactTable,
    contacts_of,
    read_table,
    write_table,
)
from lcdesk.model.commands.people import save_contact
from lcdesk.model.domain.duplicates import KnownContacts, fold, is_same_phone
from lcdesk.model.domain.errors import InvalidInput, UnreadableEvent
from lcdesk.model.domain.journal import Deed, Item, JournalKind, Note
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import Contact
from lcdesk.model.store.people import contacts
from lcdesk.model.store.row_images import MOST_ROWS
from lcdesk.model.store.transaction import Reader, Transaction

LARGEST_FILE = 20 * 1024 * 1024
_NO_FILE = Message("The file cannot be read")


class Standing(StrEnum):
    """How somebody of a file stands to those who are known."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class ContactFile:
    """What a file holds: contacts, or a table whose columns can be chosen otherwise.

    `notes` say what was left out, or is kept otherwise than it stands there.
    """

    contacts: tuple[Contact, ...]
    notes: tuple[str, ...] = ()
    table: ContactTable | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """Somebody of a file: `wanted` is what will be kept, `before` what is known, if it is."""

    standing: Standing
    wanted: Contact
    before: Contact | None = None


def read_contact_file(content: bytes) -> ContactFile:
    """A vCard file or a table, whichever it is. Raises InvalidInput for anything else."""
    from lcdesk.model.ical.lines import decode
    from lcdesk.model.ical.vcard import read_vcards

    if len(content) > LARGEST_FILE:
        raise InvalidInput(Message("The file is larger than 20 MB."), title=_NO_FILE)
    if b"\0" in content[:1_000] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InvalidInput(
            Message("This is no text. Save the contacts as vCard (.vcf) or as CSV."), title=_NO_FILE
        )
    text = decode(content)
    if "BEGIN:VCARD" in text.upper():
        try:
            cards = read_vcards(text)
        except UnreadableEvent as error:
            raise InvalidInput(error.message, title=_NO_FILE) from error
        return ContactFile(cards.contacts, cards.notes)
    table = read_table(text)
    found = contacts_of(table, table.columns)
    return ContactFile(found.contacts, found.notes, table)


def plan_import(reader: Reader, found: Iterable[Contact]) -> tuple[Planned, ...]:
    """What would become of each; who stands in the file twice is planned once."""
    known = contacts(reader)
    index = KnownContacts(known.values())
    planned: dict[int, Planned] = {}
    for number, contact in enumerate(found, start=1):
        match = _match(index, contact)
        if match is None:
            fresh = replace(contact, id=-number)
            index.add(fresh)
            planned[fresh.id] = Planned(Standing.NEW, contact)
            continue
        present = planned.get(match.id)
        before = known.get(match.id)
        wanted = _joined(match if present is None else present.wanted, contact)
        if before is None:
            planned[match.id] = Planned(Standing.NEW, wanted)
        else:
            standing = Standing.SAME if wanted == before else Standing.CHANGED
            planned[match.id] = Planned(standing, wanted, before)
    return tuple(planned.values())


def warn_of_undo(chosen: Sequence[Planned]) -> tuple[Message, ...]:
    """What is to be said before so many are kept that no undo has room for them."""
    if sum(planned.standing is not Standing.SAME for planned in chosen) <= MOST_ROWS:
        return ()
    return (Message("More than {most} contacts at once cannot be undone.", most=MOST_ROWS),)


def import_contacts(
    tx: Transaction, chosen: Sequence[Planned], *, name: str, now: datetime
) -> tuple[int, int]:
    """Keep what was chosen of a plan; how many are new and how many changed.

    `name` is the file's. Raises InvalidInput where a contact was changed or deleted since the
    plan was made.
    """
    present = contacts(tx, [one.before.id for one in chosen if one.before is not None])
    for one in chosen:
        if one.before is not None and present.get(one.before.id) != one.before:
            raise InvalidInput(
                Message(
                    "“{name}” has been changed meanwhile. Nothing was imported; open the file "
                    "again.",
                    name=one.before.name,
                )
            )
    kept = [one for one in chosen if one.standing is not Standing.SAME]
    for one in kept:
        save_contact(tx, one.wanted, now=now)
    if kept:
        tx.tell(
            Note(
                JournalKind.RECORD,
                counts={Deed.IMPORTED: 1},
                items=(Item(Deed.IMPORTED, name),),
                facts={"records": [["contact", []]]},
            )
        )
    new = sum(one.standing is Standing.NEW for one in kept)
    return new, len(kept) - new


def export_vcards(reader: Reader, ids: Sequence[int] | None = None) -> str:
    """All contacts, or these, as vCards."""
    from lcdesk.model.ical.vcard import write_vcards

    return write_vcards(contacts(reader, ids).values())


def export_table(reader: Reader) -> str:
    """All contacts as CSV."""
    return write_table(contacts(reader).values())


def _match(index: KnownContacts, contact: Contact) -> Contact | None:
    for found in index.like(contact):
        other = found.contact
        emails = {fold(email) for email in (contact.email, other.email) if email}
        if contact.email and fold(contact.email) == fold(other.email):
            return other
        if fold(contact.name) == fold(other.name) and len(emails) < 2:
            return other
    return None


def _joined(present: Contact, found: Contact) -> Contact:
    """With what the file says where that is more or something else; case alone is nothing else."""
    return replace(
        present,
        name=present.name if fold(present.name) == fold(found.name) else found.name,
        email=present.email
        if not found.email or fold(present.email) == fold(found.email)
        else found.email,
        phone=present.phone
        if not found.phone or is_same_phone(present.phone, found.phone)
        else found.phone,
        notes=_joined_notes(present.notes, found.notes),
    )


def _joined_notes(present: str, found: str) -> str:
    if not found.strip() or found.strip() in present:
        return present
    return f"{present.rstrip()}\n\n{found}" if present.strip() else found
