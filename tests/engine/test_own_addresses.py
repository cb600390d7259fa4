"""Declined under whichever address of the account's owner: its time is free (policy row 15)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.desk import Desk, event, november
from tests.engine.practice import Practice, practice
from tests.servers import EMAIL

__all__ = ["practice"]

ORGANIZER = "ORGANIZER:mailto:boss@example.org"


def invite(practice: Practice, *answers: str, name: str = "meeting") -> None:
    """An invitation in Family, 09:00 to 10:00 UTC, with these attendees."""
    text = event(name, "20261124T090000Z", "20261124T100000Z", ORGANIZER, *answers)
    practice.icloud.home.put(f"{practice.icloud.family}{name}.ics", text)


def answered(address: str, answer: str = "DECLINED") -> str:
    return f"ATTENDEE;PARTSTAT={answer}:{address}"


def drawn(desk: Desk) -> tuple[bool, bool, bool]:
    """Whether the only event takes time, was declined, is tentative."""
    (entry,) = desk.agenda()
    return entry.busy, entry.declined, entry.tentative


@pytest.mark.parametrize(
    ("own", "invited"),
    [
        ("mailto:ana.alias@example.org", "mailto:ana.alias@example.org"),
        ("mailto:Ana.Alias@example.org", "MAILTO:ana.alias@EXAMPLE.org"),
        ("urn:uuid:8A9F", "URN:UUID:8a9f"),
        ("/principals/ana/", "/principals/ana"),
        ("/principals/a%20na/", "https://p01-caldav.icloud.com:443/principals/a na/"),
        ("https://caldav.icloud.com/1/principal/", "/1/principal/"),
    ],
)
def test_declined_under_another_address_it_still_took_time(
    practice: Practice, own: str, invited: str
) -> None:
    practice.icloud.own_addresses = ["mailto:other@example.org", own]
    practice.desk.rediscover(practice.account())
    invite(practice, answered(invited))
    practice.good_pass()
    assert drawn(practice.desk) == (False, True, False)


def test_what_an_address_that_is_not_the_owners_declined_takes_time(practice: Practice) -> None:
    practice.icloud.own_addresses = ["/principals/ana/", "mailto:ana.alias@example.org"]
    practice.desk.rediscover(practice.account())
    invite(practice, answered("mailto:ben@example.org"), answered("/principals/ben/"))
    practice.good_pass()
    assert drawn(practice.desk) == (True, False, False)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (("DECLINED", "DECLINED"), (False, True, False)),
        (("DECLINED", "NEEDS-ACTION"), (False, True, False)),
        (("NEEDS-ACTION", "NEEDS-ACTION"), (True, False, True)),
        (("TENTATIVE", "DECLINED"), (True, False, True)),
        (("ACCEPTED", "DECLINED"), (True, False, False)),
        (("TENTATIVE", "ACCEPTED"), (True, False, False)),
    ],
)
def test_an_invitation_to_two_own_addresses(
    practice: Practice, answers: tuple[str, str], expected: tuple[bool, bool, bool]
) -> None:
    practice.icloud.own_addresses = ["mailto:ana.alias@example.org"]
    practice.desk.rediscover(practice.account())
    addresses = (f"mailto:{EMAIL}", "mailto:ana.alias@example.org")
    invite(practice, *map(answered, addresses, answers))
    practice.good_pass()
    assert drawn(practice.desk) == expected


def test_an_address_that_is_learnt_later_frees_what_was_read_before(practice: Practice) -> None:
    invite(practice, answered("mailto:ana.alias@example.org"))
    practice.good_pass()
    assert drawn(practice.desk) == (True, False, False)
    practice.icloud.own_addresses = ["mailto:ana.alias@example.org"]
    practice.desk.now += timedelta(hours=25)
    practice.good_pass()
    assert drawn(practice.desk) == (False, True, False)
    practice.icloud.own_addresses = []  # left out of an answer now and then
    practice.desk.rediscover(practice.account())
    assert practice.account().addresses == ("mailto:ana.alias@example.org",)
    practice.icloud.own_addresses = ["mailto:other@example.org"]
    practice.desk.rediscover(practice.account())
    assert drawn(practice.desk) == (True, False, False)


def test_they_cost_no_request(practice: Practice) -> None:
    practice.icloud.own_addresses = ["mailto:ana.alias@example.org"]
    remote = practice.desk.connect(practice.account())
    found = remote.discover()
    assert remote.requests == 3  # who am I, where are my calendars, which are they
    assert found.addresses == ("mailto:ana.alias@example.org",)
    remote.close()


def test_a_time_that_was_declined_is_open_to_a_booking(practice: Practice) -> None:
    practice.icloud.own_addresses = ["mailto:ana.alias@example.org"]
    practice.desk.rediscover(practice.account())
    invite(practice, answered("mailto:ana.alias@example.org"))
    practice.good_pass()
    assert practice.desk.book(practice.calendar, november(24, 10)).overridden is False
