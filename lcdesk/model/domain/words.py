"""Text for people: names and titles from data, numbers with their nouns, what a server is called.

Numbers with their nouns.

What the other side is called in sentences: iCloud, or a server by its name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from ipaddress import ip_address

from lcdesk.model.domain.message import Message

# Names in Persian or Hindi and joined emoji are misspelled without them.
JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
_LINE_END = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_BREAK = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029\t]\s*")


def one_line(text: str) -> str:
    """The text without line breaks and tabs, as a title stands in a sentence or on a label."""
    return _BREAK.sub(" ", text).strip()


def without_controls(text: str) -> str:
    """The text without control characters and halves of letters; tabs and line breaks stay."""
    return "".join(
        letter
        for letter in _LINE_END.sub("\n", text)
        if letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs")
    )


def clean_line(text: str) -> str:
    """What was typed or read as one line: without control characters, each gap one space."""
    return " ".join(without_controls(text).split())


_CALCULATED = ("=", "+", "-", "@")


def no_formula(cell: str) -> str:
    """A cell of a table that no spreadsheet calculates: what begins so stands behind a quote.

    Spaces and tabs before it do not help. Telephone numbers stay as they are.
    """
    return f"'{cell}" if _is_calculated(cell) else cell


def pasted_table(rows: Iterable[Sequence[str]]) -> str:
    """Rows to be pasted into a spreadsheet, which calculates none of their cells."""
    return "\n".join("\t".join(no_formula(one_line(cell)) for cell in row) for row in rows)


def without_guard(cell: str) -> str:
    """The inverse of `no_formula`."""
    return cell[1:] if cell[:1] == "'" and _is_calculated(cell[1:]) else cell


def _is_calculated(cell: str) -> bool:
    inner = cell.lstrip()
    is_number = inner[:1] == "+" and not any(map(str.isalpha, inner))
    return cell.startswith(("\t", "\r")) or (inner.startswith(_CALCULATED) and not is_number)


def harmless(text: str) -> str:
    """The text without what commands a terminal or turns the order of letters; lines stay.

    Titles, places and names come from anybody who can send an invitation. Escape sequences
    would write over what stands on the screen, marks of direction would make it read otherwise.
    """
    return "".join(map(_harmless_letter, text))


def _harmless_letter(letter: str) -> str:
    if letter.isprintable() or letter == "\n" or letter in JOINERS:
        return letter
    return " " if letter.isspace() else "\N{REPLACEMENT CHARACTER}"


def quantity(number: int, one: str, many: str) -> str:
    """A number with its noun: "1 event", "3 events"."""
    return f"{number:,} {one if number == 1 else many}"


@dataclass(frozen=True, slots=True)
class PlaceName:
    """`name` stands inside a sentence, `there` says where something is, with its preposition."""

    name: str
    there: str

    @property
    def brief(self) -> PlaceName:
        """For buttons and headings, which have no room for a server's name."""
        return self if self == ICLOUD else THE_SERVER

    @property
    def at_start(self) -> str:
        """The name at a sentence's start; a name such as iCloud keeps its letters."""
        return _capital(self.name) if isinstance(self.name, Message) else self.name

    @property
    def there_at_start(self) -> str:
        """`there` at a sentence's start: "In iCloud"."""
        return _capital(self.there)


ICLOUD = PlaceName("iCloud", Message("in iCloud"))
THE_SERVER = PlaceName(Message("the server"), Message("on the server"))
ON_THIS_COMPUTER = PlaceName(Message("the calendar server"), Message("on the calendar server"))


def place_of_host(host: str) -> PlaceName:
    """A server by its host; the address of this computer itself tells nobody anything."""
    return (
        ON_THIS_COMPUTER if _is_loopback(host) else PlaceName(host, Message("on {host}", host=host))
    )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
