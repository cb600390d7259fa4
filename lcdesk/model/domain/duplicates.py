"""Contacts who are likely one person: they share an e-mail, a telephone number or a name.

Nothing more than a proposal; people in one household share a number, and there are namesakes.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from lcdesk.model.domain.people import Contact

_NO_DIGIT = re.compile(r"\D")
LEAST_DIGITS = 6  # a number of fewer is an extension, or no number


class Shared(StrEnum):
    """What two contacts have in common, the strongest first."""

    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Another contact who may be the same person, and why."""

    contact: Contact
    shared: Shared


def find_duplicates(contact: Contact, others: Iterable[Contact]) -> tuple[Duplicate, ...]:
    """Those of `others` who may be this one: what is strongest first, then by name."""
    found = []
    for other in others:
        shared = None if other.id == contact.id else shared_by(contact, other)
        if shared is not None:
            found.append(Duplicate(other, shared))
    order = list(Shared)
    found.sort(key=lambda one: (order.index(one.shared), fold(one.contact.name), one.contact.id))
    return tuple(found)


def shared_by(one: Contact, other: Contact) -> Shared | None:
    """The strongest thing that both have; None where they have nothing in common."""
    if one.email and fold(one.email) == fold(other.email):
        return Shared.EMAIL
    if is_same_phone(one.phone, other.phone):
        return Shared.PHONE
    return Shared.NAME if fold(one.name) == fold(other.name) else None


def is_same_phone(one: str, other: str) -> bool:
    """Whether two numbers reach the same telephone, with the country's code or without."""
    first, second = (_NO_DIGIT.sub("", phone).lstrip("0") for phone in (one, other))
    if min(len(first), len(second)) < LEAST_DIGITS:
        return False
    return first.endswith(second) or second.endswith(first)


class KnownContacts:
    """Contacts by what they may be found again by, for many questions."""

    def __init__(self, contacts: Iterable[Contact]) -> None:
        self._by_key: dict[tuple[Shared, str], list[Contact]] = defaultdict(list)
        for contact in contacts:
            self.add(contact)

    def add(self, contact: Contact) -> None:
        """Know one more."""
        for key in _keys(contact):
            self._by_key[key].append(contact)

    def like(self, contact: Contact) -> tuple[Duplicate, ...]:
        """Who may be this one, as `find_duplicates` has it."""
        near = {other.id: other for key in _keys(contact) for other in self._by_key.get(key, ())}
        return find_duplicates(contact, near.values())


def _keys(contact: Contact) -> set[tuple[Shared, str]]:
    """Who shares something shares one of these."""
    digits = _NO_DIGIT.sub("", contact.phone).lstrip("0")
    keys = {(Shared.NAME, fold(contact.name))}
    if contact.email:
        keys.add((Shared.EMAIL, fold(contact.email)))
    if len(digits) >= LEAST_DIGITS:
        keys.add((Shared.PHONE, digits[-LEAST_DIGITS:]))
    return keys


def fold(text: str) -> str:
    """Without case, accents and superfluous spaces: how names and addresses are compared."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    return " ".join(plain.split())
