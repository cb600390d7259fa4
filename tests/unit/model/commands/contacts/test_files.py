"""Files of contacts: tables guessed, compared with who is known, kept as one step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcdesk.model.commands.contacts.files import (
    LARGEST_FILE,
    Planned,
    Standing,
    export_table,
    export_vcards,
    import_contacts,
    plan_import,
    read_contact_file,
    warn_of_undo,
)
from lcdesk.model.commands.contacts.tables import Column, contacts_of, read_table, write_table
from lcdesk.model.commands.people import save_contact
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.undo import StepWords
from lcdesk.model.domain.words import no_formula, without_guard
from lcdesk.model.store.people import contacts
from lcdesk.model.store.row_images import MOST_ROWS as MOST_UNDONE
from lcdesk.model.store.undo_steps import words_to_undo
from tests.salon import CLEO, Salon, at
from tests.undoing import redo, undo


def plan(salon: Salon, *found: Contact) -> tuple[Planned, ...]:
    with salon.database.read() as reader:
        return plan_import(reader, found)


def keep(salon: Salon, *people: Contact) -> list[Contact]:
    with salon.database.write() as tx:
        return [save_contact(tx, one, now=salon.now) for one in people]


def everybody(salon: Salon) -> list[Contact]:
    with salon.database.read() as reader:
        return list(contacts(reader).values())


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"Name,E-mail,Phone\nCleo Park,cleo@x.example,030 1234\n", ("Cleo Park", "030 1234")),
        ("Vorname;Nachname;Telefon\nJürgen;Müller;030 1\n".encode("cp1252"),
         ("Jürgen Müller", "030 1")),
        ("﻿First Name\tLast Name\tE-mail 1 - Value\nJü\tK\tk@x.example\n".encode(), ("Jü K", "")),
        ("Name;Mobil\nÄnne;0170 55\n".encode("utf-16"), ("Änne", "0170 55")),
        (b"Cleo Park,cleo@x.example,030 12345\nDana,d@x.example,030 54321\n",
         ("Cleo Park", "030 12345")),
        (b'"Park, Cleo";"030 12345"\n"Fischer, D";"030 54321"\n', ("Park, Cleo", "030 12345")),
        (b"Name\nCleo\n", ("Cleo", "")),
    ],
)  # fmt: skip
def test_tables_of_other_programs(content: bytes, expected: tuple[str, str]) -> None:
    first = read_contact_file(content).contacts[0]
    assert (first.name, first.phone) == expected


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_an_open_quote_makes_no_contact_out_of_the_rest_of_a_table(end: str) -> None:
    with pytest.raises(InvalidInput, match="never closed"):
        read_table(f'Name,E-mail\n"Cleo,c@x.example\nDana,d@x.example{end}')
    whole = read_table(f'Name,E-mail\n"Park, Cleo",c@x.example\n"Dana ""D""",d@x.example{end}')
    assert [row[0] for row in whole.rows] == ["Park, Cleo", 'Dana "D"']


def test_several_columns_of_one_kind_lose_nothing() -> None:
    table = read_table("Name,E-mail,Notes,Comment\nCleo,c@x.example,Tea,Nuts\n")
    (cleo,) = contacts_of(table, table.columns).contacts
    assert cleo.notes == "Tea\nNuts"
    columns = (Column.NAME, Column.EMAIL, Column.EMAIL, Column.NOTHING)
    (dana,) = contacts_of(table, columns).contacts
    assert dana.notes == "Tea"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"\x89PNG\0\0\0", "no text"),
        (b"BEGIN:VCARD\0", "no text"),
        (b"a," * 200, "100 columns"),
        (b"x" * (LARGEST_FILE + 1), "20 MB"),
        (b'a,b\n\nc,"' + b"x" * 200_000 + b'"\n', "cell in row 3 is longer than 100,000"),
    ],
)
def test_what_is_no_file_of_contacts_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        read_contact_file(content)


def test_a_cell_that_a_spreadsheet_would_calculate_is_text(salon: Salon) -> None:
    evil = Contact(0, "=HYPERLINK(1)", "", "+49 30 1", "-x")
    text = write_table([evil])
    assert "'=HYPERLINK(1),,+49 30 1,'-x" in text
    assert read_contact_file(text.encode()).contacts == (evil,)


@pytest.mark.parametrize("before", ["", " ", "\t", "\r", " \t "])
@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-2+3", "@sum"])
def test_blanks_before_a_formula_do_not_hide_it(before: str, cell: str) -> None:
    guarded = no_formula(f"{before}{cell}")
    assert guarded == f"'{before}{cell}"
    assert without_guard(guarded) == f"{before}{cell}"


@pytest.mark.parametrize("cell", ["Cleo", "'s-Hertogenbosch", " +49 30 1", "", "3 - 2"])
def test_what_is_no_formula_stays_as_it_is(cell: str) -> None:
    assert no_formula(cell) == without_guard(cell) == cell


def test_control_characters_of_a_file_are_not_kept_and_not_written() -> None:
    card = b"BEGIN:VCARD\nFN:Cl\x1b[31meo\\nPark\nTEL:03\x070\nNOTE:Tea\\nNuts\x08\nEND:VCARD\n"
    (cleo,) = read_contact_file(card).contacts
    assert (cleo.name, cleo.phone, cleo.notes) == ("Cl[31meo Park", "030", "Tea\nNuts")
    assert "\x1b" not in write_table([Contact(0, "Kept \x1b before")])


def test_rows_that_are_not_kept_as_they_stand_are_named_and_the_rest_is_kept() -> None:
    long = "x" * 201
    table = f"Name,E-mail,Phone\nCleo,c@x.example,1\n\nDana,dana at x,2\n{long},l@x.example,\n"
    found = read_contact_file(table.encode())
    assert found.contacts == (
        Contact(0, "Cleo", "c@x.example", "1"),
        Contact(0, "Dana", "", "2", "dana at x"),
    )
    assert list(found.notes) == [
        "Row 4: “dana at x” is no e-mail address, so it was put into the notes.",
        f"Row 5 was left out. The name of “{long[:40]}” is longer than 200 letters.",
    ]


def test_a_card_with_a_bad_email_is_named_by_its_place() -> None:
    fay = b"BEGIN:VCARD\nFN:Fay\nEMAIL:f@x.example\nEND:VCARD\n"
    cards = fay + b"BEGIN:VCARD\nFN:Gil\nEMAIL:gil\nEND:VCARD\n"
    found = read_contact_file(cards)
    assert [one.email for one in found.contacts] == ["f@x.example", ""]
    assert list(found.notes) == [
        "Card 2: “gil” is no e-mail address, so it was put into the notes."
    ]


@pytest.mark.parametrize(
    ("contact", "field"),
    [
        (Contact(0, "x" * 201), "name"),
        (Contact(0, " \x07\n"), "name"),
        (Contact(0, "Cleo", "c@" + "x" * 253), "email"),
        (Contact(0, "Cleo", "", "1" * 101), "phone"),
        (Contact(0, "Cleo", "", "", "x" * 100_001), "notes"),
    ],
)
def test_what_is_too_long_for_a_contact_is_refused(
    salon: Salon, contact: Contact, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        keep(salon, contact)
    assert refused.value.field == field
    with pytest.raises(InvalidInput):
        salon.book(salon.visit(), at(1, 10), contact)
    assert everybody(salon) == []


def test_a_vcard_file_that_is_too_large_is_no_calendar() -> None:
    lines = b"BEGIN:VCARD\n" + b"NOTE:x\n" * 200_000
    with pytest.raises(InvalidInput, match=r"^The text has too many lines, so it was not read\.$"):
        read_contact_file(lines)


def test_more_than_undo_has_room_for_is_said_before() -> None:
    few = [Planned(Standing.NEW, Contact(0, "Cleo"))] * MOST_UNDONE
    assert warn_of_undo([*few, Planned(Standing.SAME, CLEO, CLEO)]) == ()
    (said,) = warn_of_undo([*few, few[0]])
    assert said == f"More than {MOST_UNDONE:,} contacts at once cannot be undone."


TEXTS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30)


@given(st.lists(st.builds(Contact, st.just(0), TEXTS, st.just("a@x.example")), min_size=1))
def test_a_table_that_is_written_is_read_again(people: list[Contact]) -> None:
    table = read_table(write_table(people))
    found = contacts_of(table, table.columns).contacts
    assert [one.name.lstrip("'") for one in found] == [one.name.lstrip("'") for one in people]


def test_new_changed_and_same_are_told_apart(salon: Salon) -> None:
    cleo, dana, eli = keep(salon, CLEO, Contact(0, "Dana"), Contact(0, "Eli", "e@x.example"))
    found = plan(
        salon,
        Contact(0, "CLEO PARK", "Cleo@example.org"),
        Contact(0, "dana", "d@x.example", "", "Tea"),
        Contact(0, "Eli", "other@x.example"),
        Contact(0, "Fay"),
    )
    assert [(one.standing, one.before) for one in found] == [
        (Standing.SAME, cleo),
        (Standing.CHANGED, dana),
        (Standing.NEW, None),
        (Standing.NEW, None),
    ]
    assert found[1].wanted == replace(dana, email="d@x.example", notes="Tea")
    assert eli.email == "e@x.example"


def test_who_stands_in_the_file_twice_is_one_contact(salon: Salon) -> None:
    (only,) = plan(salon, Contact(0, "Fay", "f@x.example"), Contact(0, "Fay", "", "030 555555"))
    assert (only.standing, only.wanted) == (
        Standing.NEW,
        Contact(0, "Fay", "f@x.example", "030 555555"),
    )


def test_what_a_file_leaves_out_stays(salon: Salon) -> None:
    (cleo,) = keep(salon, replace(CLEO, notes="Tea"))
    (only,) = plan(salon, Contact(0, "Cleo P. Park", CLEO.email, "", "Nuts"))
    assert only.wanted == replace(cleo, name="Cleo P. Park", notes="Tea\n\nNuts")


def test_an_import_is_one_step(salon: Salon) -> None:
    keep(salon, Contact(0, "Dana"))
    before = everybody(salon)
    chosen = plan(salon, Contact(0, "Dana", "d@x.example"), Contact(0, "Fay"), Contact(0, "Gil"))
    with salon.database.write() as tx:
        counts = import_contacts(tx, chosen, name="people.vcf", now=salon.now)
    assert counts == (2, 1)
    after = everybody(salon)
    assert {one.name for one in after} == {"Dana", "Fay", "Gil"}
    with salon.database.read() as reader:
        assert words_to_undo(reader) == StepWords("imported", "contact", "people.vcf")
    undo(salon)
    assert everybody(salon) == before
    redo(salon)
    assert everybody(salon) == after


def test_what_changed_since_the_preview_is_not_overwritten(salon: Salon) -> None:
    (dana,) = keep(salon, Contact(0, "Dana"))
    chosen = plan(salon, Contact(0, "Fay"), Contact(0, "Dana", "d@x.example"))
    keep(salon, replace(dana, notes="New"))
    with (
        pytest.raises(InvalidInput, match="Nothing was imported"),
        salon.database.write() as tx,
    ):
        import_contacts(tx, chosen, name="people.vcf", now=salon.now)
    assert [one.name for one in everybody(salon)] == ["Dana"]


@pytest.mark.parametrize("export", [export_vcards, export_table])
def test_what_is_exported_is_known_already(salon: Salon, export) -> None:  # type: ignore[no-untyped-def]
    keep(salon, replace(CLEO, notes="Tea\nNuts"), Contact(0, "Müller; Jürgen", "", "+49 30 55555"))
    with salon.database.read() as reader:
        text = export(reader)
    found = plan(salon, *read_contact_file(text.encode()).contacts)
    assert [one.standing for one in found] == [Standing.SAME, Standing.SAME]
