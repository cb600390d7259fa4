"""Contacts as a table of text (CSV): how it is written is guessed, and what its columns hold.

The guess is a proposal; a person who imports a file sees it and can choose otherwise.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lcdesk.model.domain.contact_values import take_over
from lcdesk.model.domain.duplicates import fold
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.words import no_formula, without_controls, without_guard

MOST_ROWS = 20_000
MOST_COLUMNS = 100
_LONGEST_CELL = 100_000
_END = "end of the table"
_SAMPLE = 20_000  # letters that the form of a table is guessed from
_DELIMITERS = ",;\t|"


class Column(StrEnum):
    """What a column of a table holds."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    EMAIL = "email"
    PHONE = "phone"
    NOTES = "notes"
    NOTHING = "nothing"


# What other programs call their columns, folded: Google, Outlook, Apple, and by hand.
_HEADINGS = {
    Column.NAME: ("name", "full name", "display name", "contact", "client", "customer", "kunde",
                  "vollstandiger name", "anzeigename", "kontakt"),
    Column.FIRST_NAME: ("first name", "given name", "first", "vorname"),
    Column.LAST_NAME: ("last name", "family name", "surname", "last", "nachname", "familienname"),
    Column.EMAIL: ("email", "e-mail", "mail", "e-mail address", "email address", "e-mail-adresse",
                   "e-mail 1 - value", "primary email", "e-mail 1"),
    Column.PHONE: ("phone", "telephone", "phone number", "mobile", "mobile phone", "cell",
                   "telefon", "telefonnummer", "handy", "mobil", "mobiltelefon", "phone 1 - value",
                   "primary phone"),
    Column.NOTES: ("notes", "note", "comment", "comments", "notizen", "notiz", "bemerkung",
                   "bemerkungen", "kommentar"),
}  # fmt: skip
_BY_HEADING = {heading: column for column, names in _HEADINGS.items() for heading in names}


@dataclass(frozen=True, slots=True)
class ContactTable:
    """A table's headings, made up as "1", "2" where it has none, its rows, and the guess.

    `numbers` are those of the rows, as a spreadsheet counts them.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    columns: tuple[Column, ...]
    numbers: tuple[int, ...]


def read_table(text: str) -> ContactTable:
    """A table with its columns guessed. Raises InvalidInput for what is none, or too large."""
    lines = io.StringIO(f"{text}\n{_END}", newline="")
    before = csv.field_size_limit(len(text) + len(_END) + 1)  # _rows says better what is too long
    try:
        reader = csv.reader(lines, delimiter=_delimiter(text))
        rows = _rows(reader)
    except csv.Error as error:
        raise _unreadable(Message("The table is damaged, so it was not read.")) from error
    finally:
        csv.field_size_limit(before)
    if not rows:
        raise _unreadable(Message("The file is empty."))
    width = max(map(len, rows.values()))
    whole = [tuple(row) + ("",) * (width - len(row)) for row in rows.values()]
    places = tuple(rows)
    named = [_BY_HEADING.get(fold(cell), Column.NOTHING) for cell in whole[0]]
    if any(column is not Column.NOTHING for column in named):
        return ContactTable(whole[0], tuple(whole[1:]), _each_once(named), places[1:])
    numbers = tuple(str(number) for number in range(1, width + 1))
    return ContactTable(numbers, tuple(whole), _each_once(_guess(whole, width)), places)


@dataclass(frozen=True, slots=True)
class ReadRows:
    """The contacts of a table without ids, and what is to be said of rows that are not kept so."""

    contacts: tuple[Contact, ...]
    notes: tuple[str, ...] = ()


def contacts_of(table: ContactTable, columns: Sequence[Column]) -> ReadRows:
    """The contacts that the rows stand for; rows without name and e-mail are none."""
    found: list[Contact] = []
    notes: list[str] = []
    for number, row in zip(table.numbers, table.rows, strict=True):
        contact = _contact(columns, row)
        if contact is not None:
            kept, said = take_over(Message("Row {n}", n=str(number)), contact)
            found += [kept] if kept is not None else []
            notes += said
    return ReadRows(tuple(found), tuple(notes))


def _contact(columns: Sequence[Column], row: Sequence[str]) -> Contact | None:
    cells: dict[Column, list[str]] = {}
    for column, cell in zip(columns, row, strict=True):
        if cell.strip():
            cells.setdefault(column, []).append(without_guard(cell).strip())
    email, phone = _first(cells, Column.EMAIL), _first(cells, Column.PHONE)
    parts = [_first(cells, Column.FIRST_NAME), _first(cells, Column.LAST_NAME)]
    name = _first(cells, Column.NAME) or " ".join(filter(None, parts)) or email
    if not name:
        return None
    more = cells.get(Column.EMAIL, [])[1:] + cells.get(Column.PHONE, [])[1:]
    return Contact(0, name, email, phone, "\n".join([*cells.get(Column.NOTES, ()), *more]))


def write_table(contacts: Iterable[Contact]) -> str:
    """These contacts as a table that spreadsheets open."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["Name", "E-mail", "Phone", "Notes"])
    for contact in contacts:
        cells = (contact.name, contact.email, contact.phone, contact.notes)
        writer.writerow(no_formula(without_controls(cell)) for cell in cells)
    return out.getvalue()


def _delimiter(text: str) -> str:
    """The one that makes most rows as wide as the first; csv.Sniffer takes "'" for quotes."""

    def fit(delimiter: str) -> tuple[int, int]:
        sample = io.StringIO(text[:_SAMPLE], newline="")
        widths = [len(row) for row in csv.reader(sample, delimiter=delimiter) if row]
        first = widths[0] if widths else 0
        return (widths.count(first), first) if first > 1 else (0, 0)

    return max(_DELIMITERS, key=fit)


def _rows(reader: Iterable[list[str]]) -> dict[int, list[str]]:
    """The rows that hold anything, up to `_END`, which an open quote would have swallowed."""
    rows: dict[int, list[str]] = {}
    for number, row in enumerate(reader, start=1):
        if not any(map(str.strip, row)):
            continue
        if any(len(cell) > _LONGEST_CELL for cell in row):
            raise _unreadable(
                Message(
                    "A cell in row {n} is longer than {most} letters, so the table was not read. "
                    "Perhaps a quotation mark is missing.",
                    n=str(number),
                    most=_LONGEST_CELL,
                )
            )
        if len(row) > MOST_COLUMNS or len(rows) > MOST_ROWS + 1:  # the end is one
            raise _unreadable(
                Message(
                    "The table has more than {rows} rows or {columns} columns, so it was not read.",
                    rows=MOST_ROWS,
                    columns=MOST_COLUMNS,
                )
            )
        rows[number] = row
    if rows.popitem()[1] != [_END]:
        raise _unreadable(
            Message("A quotation mark in the table is opened and never closed, so it was not read.")
        )
    return rows


def _unreadable(message: Message) -> InvalidInput:
    return InvalidInput(message, title=Message("The file cannot be read"))


def _guess(rows: Sequence[Sequence[str]], width: int) -> list[Column]:
    """By what stands in the columns, since nothing names them."""
    found = []
    for at in range(width):
        cells = [row[at].strip() for row in rows if row[at].strip()]
        if cells and all("@" in cell for cell in cells):
            found.append(Column.EMAIL)
        elif cells and all(sum(map(str.isdigit, cell)) >= 5 for cell in cells):
            found.append(Column.PHONE)
        elif Column.NAME not in found:
            found.append(Column.NAME)
        else:
            found.append(Column.NOTES)
    return found


def _each_once(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Several columns may be notes; of everything else the first."""
    found: list[Column] = []
    for column in columns:
        is_again = column in found and column not in (Column.NOTES, Column.NOTHING)
        found.append(Column.NOTHING if is_again else column)
    return tuple(found)


def _first(cells: dict[Column, list[str]], column: Column) -> str:
    return next(iter(cells.get(column, ())), "")
