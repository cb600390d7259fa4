"""Entries and contacts in whose words something stands, as it is typed.

Every word that is typed has to begin a word there; case and accents make no difference, nor does
ü written as ue. A calendar's name finds its appointments, a telephone number is found however its
digits are grouped. What somebody hides is not found either.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.duplicates import LEAST_DIGITS
from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.domain.people import Contact
from lcdesk.model.store.accounts import linked_calendars
from lcdesk.model.store.appointments import appointments_by_id, blocked_by_id
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.people import all_staff, contacts
from lcdesk.model.store.queries.agenda import as_entries
from lcdesk.model.store.remote.occurrences import DRAWN
from lcdesk.model.store.tables import contact, occurrence
from lcdesk.model.store.tables.search import contact_index, entry_index
from lcdesk.model.store.transaction import Reader, chunks

MOST_ENTRIES = 50  # to come, and as many that were
MOST_CONTACTS = 6

_MOST_LETTERS = 200
_MOST_WORDS = 12
_RANKED = 100  # contacts, of which those whose name begins so come first
_SAME_NUMBER = 20
_NUMBERS_AND_KINDS = 2_147_483_648  # of one minute, in a place
_PHONE = re.compile(r"[\d\s+()./-]{5,}")
_NO_DIGIT = re.compile(r"\D")
_SPELLED_OUT = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"))
_LEAST_OF_VARIANT = 5  # letters of a word, else "Sue" would find every "Su…"


@dataclass(frozen=True, slots=True)
class Found:
    """What was found. `upcoming` is what is not over, the next first; `past` the last first.

    `is_more` says that there is more than this.
    """

    contacts: tuple[Contact, ...] = ()
    upcoming: tuple[AgendaEntry, ...] = ()
    past: tuple[AgendaEntry, ...] = ()
    is_more: bool = False

    @property
    def count(self) -> int:
        """How many these are."""
        return len(self.contacts) + len(self.upcoming) + len(self.past)


def search(reader: Reader, text: str, *, now: datetime, most: int = MOST_ENTRIES) -> Found:
    """What `text` finds: up to `most` entries of what is to come, and of what was."""
    words = _words_of(text)
    if not words:
        return Found()
    numbers = _phones(reader, text)
    people = _find_contacts(reader, _of_contacts(words, numbers))
    match = _of_entries(reader, words, numbers)
    here = _rowid_from(now)
    upcoming = _find_rowids(reader, match, most + 1, since=here)
    past = _find_rowids(reader, match, most + 1, until=here)
    entries = _read_entries(reader, {*upcoming[:most], *past[:most]})
    ranked = _rank(contacts(reader, people).values(), text)
    return Found(
        contacts=ranked[:MOST_CONTACTS],
        upcoming=tuple(entry for entry in entries if entry.span.end > now),
        past=tuple(entry for entry in reversed(entries) if entry.span.end <= now),
        is_more=max(len(upcoming), len(past)) > most or len(people) > MOST_CONTACTS,
    )


# --- what is asked ------------------------------------------------------------------------------


def _words_of(text: str) -> list[str]:
    """The words that are typed, without what no word is made of."""
    typed = text[:_MOST_LETTERS].encode("utf-8", "ignore").decode()
    clean = "".join(letter if letter.isprintable() else " " for letter in typed)
    words = [word for word in clean.split() if any(map(str.isalnum, word))]
    return list(dict.fromkeys(words))[:_MOST_WORDS]


def _beginning(word: str) -> str:
    """Whatever begins with this; the letters of a query's own language mean nothing inside."""
    return '"{}" *'.format(word.replace('"', '""'))


def _variants(word: str) -> list[str]:
    """The word, and as it may be spelled besides: Müller and Mueller, Straße and Strasse."""
    plain = unicodedata.normalize("NFC", word).lower()
    spelled, short = plain, plain[:-1]
    for letter, letters in _SPELLED_OUT:
        spelled = spelled.replace(letter, letters)
        short = short.replace(letters, letter)
    found = [plain, spelled]
    if len(plain) >= _LEAST_OF_VARIANT:
        found.append(short + plain[-1])
    return list(dict.fromkeys(found))


def _any_of(choices: Iterable[str]) -> str:
    return "({})".format(" OR ".join(choices))


def _of_contacts(words: Collection[str], numbers: Collection[str]) -> str:
    every = " AND ".join(_any_of(map(_beginning, _variants(word))) for word in words)
    return _any_of([f"({every})", *map(_whole, numbers)])


def _of_entries(reader: Reader, words: Collection[str], numbers: Collection[str]) -> str:
    """As FTS5 asks it: which words, and not what is not shown."""
    calendars = [(calendar.id, _fold(calendar.name).split()) for calendar in all_calendars(reader)]
    each = []
    for word in words:
        named = [
            f'scope : "c{number}"'
            for number, names in calendars
            if any(name.startswith(_fold(word)) for name in names)
        ]
        spelled = _any_of(map(_beginning, _variants(word)))
        each.append(_any_of([f"words : {spelled}", *named]))
    match = _any_of(["({})".format(" AND ".join(each)), *(f"words : {_whole(n)}" for n in numbers)])
    hidden = [f'"l{number}"' for number in _not_to_be_found(reader)]
    return f"{match} NOT scope : {_any_of(hidden)}" if hidden else match


def _whole(phrase: str) -> str:
    return '"{}"'.format(phrase.replace('"', '""'))


def _not_to_be_found(reader: Reader) -> Iterator[int]:
    """Linked calendars that are not drawn, and those whose member hides what stands in them."""
    hiding = {member.id for member in all_staff(reader) if member.hide_details}
    for linked in linked_calendars(reader):
        if linked.role is Role.NONE or linked.staff in hiding:
            yield linked.id


def contacts_like(reader: Reader, one: Contact) -> tuple[Contact, ...]:
    """Contacts with the words of its name or e-mail, or whose number ends alike; itself too."""
    phrases = [text for text in (one.name, one.email) if any(map(str.isalnum, text))]
    found = _find_contacts(reader, _any_of(map(_whole, phrases))) if phrases else []
    digits = _NO_DIGIT.sub("", one.phone)[-LEAST_DIGITS:]
    if len(digits) == LEAST_DIGITS:
        query = sa.select(contact.c.id).where(_digits_of_phone().endswith(digits))
        found += reader.connection.execute(query.limit(_RANKED)).scalars()
    return tuple(contacts(reader, found).values())


def _digits_of_phone() -> sa.ColumnElement[str]:
    plain: sa.ColumnElement[str] = contact.c.phone
    for letter in " +()./-":
        plain = sa.func.replace(plain, letter, "")
    return plain


def _phones(reader: Reader, text: str) -> list[str]:
    """Telephone numbers, as they are kept, that hold the digits that were typed."""
    if not _PHONE.fullmatch(text.strip()):
        return []
    digits = _NO_DIGIT.sub("", text).lstrip("0")
    if len(digits) < _LEAST_OF_VARIANT:
        return []
    query = sa.select(contact.c.phone).distinct().where(_digits_of_phone().contains(digits))
    rows = reader.connection.execute(query.limit(_SAME_NUMBER))
    return [str(phone) for phone in rows.scalars()]


# --- what is found ------------------------------------------------------------------------------


def _rowid_from(moment: datetime) -> int:
    """The least number of what begins in the next minute."""
    return -(-int(moment.timestamp()) // 60) * _NUMBERS_AND_KINDS


def _find_rowids(
    reader: Reader, match: str, most: int, *, since: int | None = None, until: int | None = None
) -> list[int]:
    rowid = entry_index.c.rowid
    query = sa.select(rowid).where(_matches(entry_index, match)).limit(most)
    if since is not None:
        query = query.where(rowid >= since).order_by(rowid)
    if until is not None:
        query = query.where(rowid < until).order_by(rowid.desc())
    return list(reader.connection.execute(query).scalars())


def _matches(table: sa.Table, match: str) -> sa.ColumnElement[bool]:
    return sa.literal_column(table.name).bool_op("MATCH")(match)


def _find_contacts(reader: Reader, match: str) -> list[int]:
    query = sa.select(contact_index.c.rowid).where(_matches(contact_index, match))
    return list(reader.connection.execute(query.limit(_RANKED)).scalars())


def _read_entries(reader: Reader, rowids: Collection[int]) -> tuple[AgendaEntry, ...]:
    """In the order in which they begin."""
    numbers: tuple[list[int], list[int], list[int]] = ([], [], [])
    for rowid in rowids:
        number, kind = divmod(rowid % _NUMBERS_AND_KINDS, 4)
        numbers[kind].append(number)
    appointments, blocked, dates = numbers
    rows = (
        row
        for some in chunks(sorted(dates))
        for row in reader.connection.execute(DRAWN.where(occurrence.c.id.in_(some)))
    )
    return as_entries(
        reader, appointments_by_id(reader, appointments), blocked_by_id(reader, blocked), rows
    )


def _rank(people: Iterable[Contact], text: str) -> tuple[Contact, ...]:
    """Those whose name begins as it was typed, then all others, each by name."""
    typed = _fold(text)
    named = sorted(
        (not name.startswith(typed), name, who.id, who)
        for who, name in ((who, _fold(who.name)) for who in people)
    )
    return tuple(who for *_, who in named)


def _fold(text: str) -> str:
    """Without case and accents, as the index has its words."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part)).strip()
