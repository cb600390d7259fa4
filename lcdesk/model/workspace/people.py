"""The contacts of a workspace while a file is loaded: found by name, made where unknown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from lcdesk.model.commands.contacts import parse_contact, save_contact
from lcdesk.model.domain.people import Contact
from lcdesk.model.store.transaction import Transaction
from lcdesk.model.workspace.document import Record


class People:
    """Contacts by name. Several may share one; their e-mails then tell them apart."""

    def __init__(self, tx: Transaction, known: Iterable[Contact], now: datetime) -> None:
        self._tx = tx
        self._now = now
        self._by_name: defaultdict[str, list[Contact]] = defaultdict(list)
        for one in sorted(known, key=lambda contact: contact.id):
            self._by_name[one.name].append(one)
        self._taken: set[int] = set()

    def take(self, record: Record) -> Contact:
        """Add or update a row of the file. Each contact is taken once, so namesakes stay two."""
        name, email = record.text("name").strip(), record.text("email", "")
        left = [contact for contact in self._by_name[name] if contact.id not in self._taken]
        same = [contact for contact in left if email and _same(contact.email, email)]
        base = next(iter(same or left), None)
        kept = self._keep(base, _from_record(record, base or Contact(0, name)))
        self._taken.add(kept.id)
        return kept

    def named(self, text: str) -> Contact:
        """The contact of an appointment: a name, or `Name <mail>`; made where it is not known."""
        if alike := self._by_name.get(text):
            # Of namesakes those with an e-mail are written with it.
            return next((contact for contact in alike if not contact.email), alike[0])
        wanted = parse_contact(text)
        for contact in self._by_name[wanted.name]:
            if not wanted.email or _same(contact.email, wanted.email):
                return contact
        return self._keep(None, wanted)

    def _keep(self, base: Contact | None, value: Contact) -> Contact:
        if value == base:
            return value
        kept = save_contact(self._tx, value, now=self._now)
        alike = self._by_name[kept.name]
        if base in alike:
            alike[alike.index(base)] = kept
        else:
            alike.append(kept)
        return kept


def _from_record(record: Record, base: Contact) -> Contact:
    return replace(
        base,
        email=record.text("email", base.email),
        phone=record.text("phone", base.phone),
        notes=record.text("notes", base.notes),
    )


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
