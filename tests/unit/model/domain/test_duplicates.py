"""Who is likely the same person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcdesk.model.domain.duplicates import KnownContacts, Shared, find_duplicates, shared_by
from lcdesk.model.domain.people import Contact

CLEO = Contact(1, "Cleo Pärk", "cleo@example.org", "+49 30 123456")


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        (Contact(2, "C.", "CLEO@example.org"), Shared.EMAIL),
        (Contact(2, "C.", "", "030 / 12 34 56"), Shared.PHONE),
        (Contact(2, "C.", "", "0049 30 123456"), Shared.PHONE),
        (Contact(2, "cleo  park"), Shared.NAME),
        (Contact(2, "Cleo Parker"), None),
        (Contact(2, "C.", "", "456"), None),
        (Contact(2, "C.", "other@example.org", "030 999999"), None),
    ],
)
def test_what_two_contacts_share(other: Contact, shared: Shared | None) -> None:
    assert shared_by(CLEO, other) is shared
    assert shared_by(other, CLEO) is shared


def test_empty_addresses_are_nothing_in_common() -> None:
    assert shared_by(Contact(1, "Ana"), Contact(2, "Ben")) is None


def test_the_strongest_come_first() -> None:
    named, mailed = Contact(2, "Cleo Park"), Contact(3, "Zoe", "cleo@example.org")
    found = find_duplicates(CLEO, [CLEO, named, Contact(4, "Dana"), mailed])
    assert [pair.contact for pair in found] == [mailed, named]


PEOPLE = st.lists(
    st.builds(
        Contact,
        st.integers(1, 9),
        st.sampled_from(["Cleo", "cléo", "Dana Fischer", "DANA  FISCHER"]),
        st.sampled_from(["", "a@x.example", "A@x.example"]),
        st.sampled_from(["", "1", "030 123456", "+4930123456", "123456"]),
    ),
    max_size=8,
    unique_by=lambda contact: contact.id,
)


@given(PEOPLE)
def test_who_is_looked_up_is_who_is_found_by_comparing_all(people: list[Contact]) -> None:
    known = KnownContacts(people)
    for contact in people:
        assert known.like(contact) == find_duplicates(contact, people)
