"""Guests of one event become guests of the event that follows it."""

from __future__ import annotations

from lcdesk.model.ical.attendees import Host, has_attendees, with_attendees_of
from tests.desk import event

BEN = Host("ben@example.org", "Ben")
OLD = event(
    "old",
    "20261124T090000Z",
    "20261124T100000Z",
    "ORGANIZER;CN=Ana;EMAIL=ana@example.org:/8106/principal/",
    "ATTENDEE;CN=Ana;PARTSTAT=ACCEPTED;EMAIL=ana@example.org:mailto:ana@example.org",
    "ATTENDEE;CN=Guest;PARTSTAT=DECLINED;SCHEDULE-STATUS=2.0:mailto:guest@example.org",
    "ATTENDEE;CN=Ben:mailto:Ben@example.org",
)
NEW = event("new", "20261125T090000Z", "20261125T100000Z")


def invitations(text: str) -> list[str]:
    lines = text.replace("\r\n ", "").splitlines()
    return [line for line in lines if line.startswith(("ORGANIZER", "ATTENDEE"))]


def test_another_owner_invites_and_the_guests_have_not_answered() -> None:
    assert invitations(with_attendees_of(NEW, OLD, host=BEN)) == [
        "ORGANIZER;CN=Ben:mailto:ben@example.org",
        "ATTENDEE;CN=Guest;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:guest@example.org",
    ]


def test_the_same_owner_goes_on_inviting() -> None:
    assert invitations(with_attendees_of(NEW, OLD)) == invitations(OLD)


def test_nobody_is_invited_where_only_the_owners_were() -> None:
    alone = OLD.replace("mailto:guest@example.org", "mailto:ben@example.org")
    assert not has_attendees(with_attendees_of(NEW, alone, host=BEN))
