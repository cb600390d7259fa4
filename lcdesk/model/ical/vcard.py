"""Contacts as vCards: 4.0 and 3.0 are read, and the 2.1 of old telephones; 4.0 is written.

The content lines are those of calendars (`lines.py`), so nothing new is needed to read them. A
card that is damaged costs none of the others.
"""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lcdesk.model.domain.contact_values import take_over
from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import Contact
from lcdesk.model.ical.lines import Line, escape, fold, parse_line, unescape, unfold

MOST_CARDS = 20_000
LONGEST_VALUE = 10_000  # letters of one value that is kept

_QUOTED = "QUOTED-PRINTABLE"
# A value of vCard 2.1 that goes on in the next line where this one ends in "=".
_SPLIT_VALUE = re.compile(
    rf"^[^:\n]*{_QUOTED}[^:\n]*:(?:[^\n]*=\r?\n)+", re.IGNORECASE | re.MULTILINE
)
_UNESCAPED_SEMICOLON = re.compile(r"(?<!\\);")
# Of several telephone numbers the one that reaches the person.
_REACHING = ("PREF", "CELL", "MOBILE")


@dataclass(frozen=True, slots=True)
class ReadCards:
    """The contacts of a file without ids, and what is to be said of cards that are not kept so."""

    contacts: tuple[Contact, ...]
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Card:
    lines: dict[str, list[Line]] = field(default_factory=dict)

    def add(self, line: Line) -> None:
        """A property; Apple's groups (`item1.EMAIL`) mean nothing here."""
        name = line.name.rpartition(".")[2]
        self.lines.setdefault(name, []).append(line)

    def texts(self, name: str) -> list[str]:
        """The values of a property, those that are preferred first."""
        found = sorted(self.lines.get(name, ()), key=_rank)
        values = (_value(line).strip()[:LONGEST_VALUE] for line in found)
        return list(dict.fromkeys(value for value in values if value))


def read_vcards(text: str) -> ReadCards:
    """Every card of a file. Raises UnreadableEvent for what is no vCard file, or absurdly large."""
    contacts: list[Contact] = []
    notes: list[str] = []
    has_any = False
    for number, card in enumerate(_cards(unfold(_join_soft_breaks(text))), start=1):
        has_any = True
        if number > MOST_CARDS:
            raise UnreadableEvent(
                Message("The file holds more than {n} contacts, so it was not read.", n=MOST_CARDS)
            )
        if card is None:
            notes.append(Message("Card {n} is not complete.", n=number))
            continue
        contact = _contact(card)
        if contact is None:
            notes.append(Message("Card {n} has neither a name nor an e-mail.", n=number))
        else:
            kept, said = take_over(Message("Card {n}", n=number), contact)
            contacts += [kept] if kept is not None else []
            notes += said
    if not has_any:
        raise UnreadableEvent(Message("The file contains no vCard."))
    return ReadCards(tuple(contacts), tuple(notes))


def write_vcards(contacts: Iterable[Contact]) -> str:
    """These contacts as vCard 4.0."""
    return "".join(line for contact in contacts for line in _written(contact))


def _join_soft_breaks(text: str) -> str:
    return _SPLIT_VALUE.sub(lambda match: re.sub(r"=\r?\n", "", match[0]), text)


def _cards(text: str) -> Iterator[_Card | None]:
    """One after the other; None for a card that is not closed."""
    card: _Card | None = None
    for raw in text.split("\n"):
        line = parse_line(raw.strip("\r"))
        if line is None:
            continue
        mark = (line.name, line.value.strip().upper())
        if mark == ("BEGIN", "VCARD"):
            if card is not None:
                yield None
            card = _Card()
        elif mark == ("END", "VCARD") and card is not None:
            yield card
            card = None
        elif card is not None:
            card.add(line)
    if card is not None:
        yield None


def _contact(card: _Card) -> Contact | None:
    emails, phones = card.texts("EMAIL"), [_plain_phone(phone) for phone in card.texts("TEL")]
    name = next(iter(card.texts("FN")), "") or _name_of_parts(card) or next(iter(emails), "")
    name = name or next(iter(card.texts("ORG")), "").replace(";", ", ").strip(", ")
    if not name:
        return None
    notes = [*card.texts("NOTE"), *emails[1:], *phones[1:]]
    return Contact(0, name, next(iter(emails), ""), next(iter(phones), ""), "\n".join(notes))


def _name_of_parts(card: _Card) -> str:
    """`Park;Cleo;;Dr.;` as "Dr. Cleo Park"."""
    for line in card.lines.get("N", ()):
        parts = [unescape(part).strip() for part in _UNESCAPED_SEMICOLON.split(_decoded(line))]
        family, given, middle, before, after, *_ = [*parts, "", "", "", "", ""]
        return " ".join(part for part in (before, given, middle, family, after) if part)
    return ""


def _plain_phone(value: str) -> str:
    """vCard 4.0 has addresses: `tel:+49-30-1234;ext=5`."""
    return value[4:].partition(";")[0] if value.lower().startswith("tel:") else value


def _value(line: Line) -> str:
    return unescape(_decoded(line))


def _decoded(line: Line) -> str:
    marks = {value.upper() for name, value in line.params if name in ("ENCODING", "TYPE")}
    is_quoted = _QUOTED in marks or any(name == _QUOTED for name, _ in line.params)
    if not is_quoted:
        return line.value
    plain = quopri.decodestring(line.value.encode("utf-8", "replace"))
    try:
        return plain.decode(line.param("CHARSET") or "utf-8")
    except (UnicodeDecodeError, LookupError):
        return plain.decode("cp1252", "replace")


def _rank(line: Line) -> int:
    """Lower is better: preferred, then a mobile telephone, then as it stands in the file."""
    types = " ".join(value.upper() for name, value in line.params if name in ("TYPE", "PREF"))
    is_numbered = any(name == "PREF" for name, _ in line.params)
    if is_numbered or "PREF" in types:
        return 0
    return 1 if any(word in types for word in _REACHING) else 2


def _written(contact: Contact) -> Iterator[str]:
    yield "BEGIN:VCARD\r\n"
    yield "VERSION:4.0\r\n"
    yield fold(f"FN:{escape(contact.name)}")
    for name, value in (("EMAIL", contact.email), ("TEL", contact.phone), ("NOTE", contact.notes)):
        if value:
            yield fold(f"{name}:{escape(value)}")
    yield "END:VCARD\r\n"
