"""vCards of several programs and versions, damaged ones, and what is written read again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.people import Contact
from lcdesk.model.ical.vcard import MOST_CARDS, read_vcards, write_vcards

APPLE = """BEGIN:VCARD
VERSION:3.0
N:Park;Cleo;;Dr.;
FN:Dr. Cleo Park
item1.EMAIL;type=INTERNET;type=pref:cleo@example.org
item1.X-ABLabel:Work
EMAIL;type=INTERNET:cleo@home.example
TEL;type=HOME;type=VOICE:030 1234
TEL;type=CELL;type=VOICE;type=pref:+49 170 5678
NOTE:Likes tea\\, not coffee.\\nSecond line
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSk
 ZJRgABAQ==
END:VCARD
"""
ANDROID = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen;;;
TEL;CELL:01705555555
NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zeile eins=0D=0A=
zwei
END:VCARD
"""
NEWEST = """BEGIN:VCARD
VERSION:4.0
FN:Dana Fischer
TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+49-30-555-1212;ext=5
EMAIL;PREF=1:dana@example.org
END:VCARD
"""


def test_the_preferred_of_several_is_taken_and_the_rest_is_noted() -> None:
    (cleo,) = read_vcards(APPLE).contacts
    assert (cleo.name, cleo.email, cleo.phone) == (
        "Dr. Cleo Park",
        "cleo@example.org",
        "+49 170 5678",
    )
    assert cleo.notes.splitlines() == [
        "Likes tea, not coffee.", "Second line", "cleo@home.example", "030 1234",
    ]  # fmt: skip


def test_a_card_of_an_old_telephone() -> None:
    (juergen,) = read_vcards(ANDROID).contacts
    assert (juergen.name, juergen.phone) == ("Jürgen Müller", "01705555555")
    assert juergen.notes.split() == ["Zeile", "eins", "zwei"]


def test_a_picture_beside_quoted_text_swallowed_the_end_of_its_card() -> None:
    found = read_vcards(APPLE + ANDROID + APPLE)
    assert len(found.contacts) == 3
    assert found.notes == ()


def test_a_telephone_as_an_address() -> None:
    (dana,) = read_vcards(NEWEST).contacts
    assert (dana.phone, dana.email) == ("+49-30-555-1212", "dana@example.org")


def test_who_has_no_name_is_called_by_the_e_mail_or_the_firm() -> None:
    text = "BEGIN:VCARD\nEMAIL:a@x.example\nEND:VCARD\nBEGIN:VCARD\nORG:Salon;North\nEND:VCARD\n"
    assert [one.name for one in read_vcards(text).contacts] == ["a@x.example", "Salon, North"]


def test_a_damaged_card_costs_none_of_the_others() -> None:
    cut = "BEGIN:VCARD\nFN:Half\n"
    empty = "BEGIN:VCARD\nTEL:1\nEND:VCARD\n"
    found = read_vcards(cut + NEWEST + empty + cut)
    assert [one.name for one in found.contacts] == ["Dana Fischer"]
    assert list(found.notes) == [
        "Card 1 is not complete.",
        "Card 3 has neither a name nor an e-mail.",
        "Card 4 is not complete.",
    ]


@pytest.mark.parametrize("text", ["", "Name,E-mail\n", "BEGIN:VCALENDAR\nEND:VCALENDAR\n"])
def test_what_is_no_vcard_file_is_refused(text: str) -> None:
    with pytest.raises(UnreadableEvent, match="no vCard"):
        read_vcards(text)


def test_a_file_without_end_is_refused() -> None:
    card = "BEGIN:VCARD\nFN:A\nEND:VCARD\n"
    with pytest.raises(UnreadableEvent, match="more than 20,000 contacts"):
        read_vcards(card * (MOST_CARDS + 1))


TEXTS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=60)


@given(
    st.lists(
        st.builds(Contact, st.just(0), TEXTS, st.just("a@x.example"), st.just(""), TEXTS),
        max_size=4,
    )
)
def test_what_is_written_is_read_again(people: list[Contact]) -> None:
    text = write_vcards(people)
    found = read_vcards(text).contacts if people else ()
    assert list(found) == people
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
