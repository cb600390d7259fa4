"""Whom an event of a file names, and who of them is a contact already.

Nothing is kept of anybody here: whoever is not known becomes a contact only because a person says
so.
"""

from __future__ import annotations

from collections.abc import Sequence

from lcdesk.model.commands.calendar_files.reading import FileEvent
from lcdesk.model.domain.people import Contact
from lcdesk.model.store.people import all_staff, contacts
from lcdesk.model.store.transaction import Reader

_MOST_GUESTS = 20  # of one event


class Guests:
    """Looks people up among the contacts."""

    def __init__(self, reader: Reader) -> None:
        self._staff = {member.email.casefold() for member in all_staff(reader) if member.email}
        self._by_email: dict[str, list[Contact]] = {}
        self._by_name: dict[str, list[Contact]] = {}
        self._by_number = contacts(reader)
        for contact in self._by_number.values():
            self._by_name.setdefault(_name_key(contact.name), []).append(contact)
            if contact.email:
                self._by_email.setdefault(contact.email.casefold(), []).append(contact)

    def of(self, event: FileEvent) -> tuple[Contact, ...]:
        """Those whom an event invites, without the staff, as contacts that are not kept."""
        from lcdesk.model.ical.attendees import invited

        people = invited(event.text)[:_MOST_GUESTS]
        return tuple(
            Contact(0, name or email, email)
            for name, email in people
            if email.casefold() not in self._staff
        )

    def by_number(self, numbers: Sequence[int]) -> Contact | None:
        """The first of these contacts."""
        return self._by_number.get(numbers[0]) if numbers else None

    def known(self, guests: Sequence[Contact], title: str) -> Contact | None:
        """The contact with a guest's e-mail, else with a guest's name, else the event's title.

        None where there is nobody, or where two contacts share that name.
        """
        named = [(self._by_email, guest.email.casefold()) for guest in guests if guest.email]
        named += [(self._by_name, _name_key(guest.name)) for guest in guests]
        named.append((self._by_name, _name_key(title)))
        for table, key in named:
            found = table.get(key, ())
            if key and len(found) == 1:
                return found[0]
        return None


def _name_key(name: str) -> str:
    return " ".join(name.split()).casefold()
