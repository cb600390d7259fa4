"""An own event that was garbled in iCloud, met by a change that was made here."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.commands.appointments import cancel, edit
from lcdesk.model.commands.attention import AttentionItem, Kind, list_waiting
from lcdesk.model.commands.decisions import discard, retry
from lcdesk.model.domain.events import Appointment, SyncState
from lcdesk.model.replication.conflicts import Keep, decide
from tests.desk import event, november
from tests.engine.practice import Practice

TIMES = "20261126T090000Z", "20261126T100000Z"
NO_CALENDAR = "no calendar at all"
NO_END = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n"
NO_START = event("x", *TIMES).replace("DTSTART:20261126T090000Z\r\n", "")
NO_SUCH_ZONE = event("x", *TIMES).replace(
    "DTSTART:20261126T090000Z", "DTSTART;TZID=Mars/Olympus:20261126T090000"
)
NO_SUCH_DAY = event("x", *TIMES).replace("20261126T09", "20261399T09")
NO_MASTER = event("x", *TIMES, "RECURRENCE-ID:20261126T090000Z").replace(
    "END:VCALENDAR",
    "BEGIN:VEVENT\r\nUID:x\r\nDTSTAMP:20261101T000000Z\r\nRECURRENCE-ID:20261127T090000Z\r\n"
    "DTSTART:20261128T090000Z\r\nDTEND:20261128T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR",
)
NOTHING = "\r\n"
GARBLED = {
    "no calendar": NO_CALENDAR,
    "no end": NO_END,
    "no start": NO_START,
    "no such zone": NO_SUCH_ZONE,
    "no such day": NO_SUCH_DAY,
}


def garble(practice: Practice, appointment: Appointment, text: str = NO_CALENDAR) -> str:
    """Spoil the appointment's event in iCloud; its path."""
    path = practice.desk.href(appointment)
    practice.icloud.home.put(path, text)
    return path


def change(practice: Practice, appointment: Appointment, how: str, notes: str = "Bring X") -> None:
    with practice.desk.database.write() as tx:
        if how == "edit":
            edit(tx, appointment.id, notes=notes, now=practice.desk.now)
        else:
            cancel(tx, appointment.id, now=practice.desk.now)


def held(practice: Practice, path: str) -> str:
    """What iCloud holds at a path."""
    found = practice.icloud.home.find(path)
    return "" if found is None else found.text.replace("\r\n ", "")


def without_stamp(text: str) -> list[str]:
    """The lines of a text but DTSTAMP, which iCloud rewrites."""
    return [line for line in text.splitlines() if not line.startswith("DTSTAMP")]


def matter(practice: Practice) -> AttentionItem:
    """The only thing that waits for a person."""
    with practice.desk.database.read() as reader:
        (found,) = list_waiting(reader, practice.desk.now)
    return found


@pytest.mark.parametrize("text", [*GARBLED.values(), NOTHING], ids=[*GARBLED, "nothing"])
@pytest.mark.parametrize("how", ["edit", "cancel"])
@pytest.mark.parametrize("read", ["changed here first", "read first"])
def test_an_event_that_was_garbled_there_stops_no_other(
    practice: Practice, how: str, text: str, read: str
) -> None:
    appointment = practice.book()
    garble(practice, appointment, text)
    if read == "read first":
        practice.desk.sync()
    change(practice, appointment, how)
    other = practice.desk.book(practice.calendar, november(25, 10))
    assert practice.desk.sync().error is None
    assert practice.entry(other).sync is SyncState.SYNCED


@pytest.mark.parametrize("text", GARBLED.values(), ids=GARBLED)
@pytest.mark.parametrize("read", ["changed here first", "read first"])
def test_a_garbled_event_is_not_overwritten_by_an_edit_unasked(
    practice: Practice, text: str, read: str
) -> None:
    appointment = practice.book()
    path = garble(practice, appointment, text)
    if read == "read first":
        practice.desk.sync()
    change(practice, appointment, "edit")
    for _ in range(3):
        practice.good_pass()
    assert held(practice, path) == text
    assert practice.entry(appointment).sync is SyncState.CONFLICT
    assert practice.entry(appointment).span.start == november(24, 10), "it still stands here"
    assert matter(practice).kind is Kind.CONFLICT


def test_an_event_that_became_two_without_a_master_waits_for_a_person(practice: Practice) -> None:
    appointment = practice.book()
    path = garble(practice, appointment, NO_MASTER)
    change(practice, appointment, "edit")
    practice.good_pass()
    assert matter(practice).kind is Kind.CONFLICT
    assert held(practice, path) == NO_MASTER


def test_the_version_here_can_take_the_place_of_a_garbled_one(practice: Practice) -> None:
    appointment = practice.book()
    path = garble(practice, appointment)
    change(practice, appointment, "edit")
    practice.good_pass()
    found = matter(practice)
    assert [choice.value for choice in found.choices] == [Keep.MINE.value]
    change(practice, appointment, "edit", notes="Edited while it waited")
    with practice.desk.database.write() as tx:
        decide(tx, found.object, Keep.MINE, now=practice.desk.now)
    practice.good_pass()
    assert "Edited while it waited" in held(practice, path)
    assert "Bring X" not in held(practice, path)
    assert practice.entry(appointment).sync is SyncState.SYNCED
    assert practice.good_pass().pushed.updated == 0


@pytest.mark.parametrize("text", GARBLED.values(), ids=GARBLED)
@pytest.mark.parametrize("read", ["changed here first", "read first"])
def test_a_garbled_event_is_not_deleted_unasked(practice: Practice, text: str, read: str) -> None:
    appointment = practice.book()
    path = garble(practice, appointment, text)
    if read == "read first":
        practice.desk.sync()
    change(practice, appointment, "cancel")
    for _ in range(3):
        practice.good_pass()
    assert held(practice, path) == text
    found = matter(practice)
    assert found.kind is Kind.REFUSED
    assert without_stamp(found.text) == without_stamp(text)
    assert "cannot read" in found.message
    assert not [heard for heard in practice.icloud.log.asked("DELETE") if heard.is_done]


def test_to_try_again_deletes_the_garbled_version_that_was_shown_and_no_other(
    practice: Practice,
) -> None:
    appointment = practice.book()
    path = garble(practice, appointment)
    change(practice, appointment, "cancel")
    practice.good_pass()
    with practice.desk.database.write() as tx:
        retry(tx, matter(practice).object, now=practice.desk.now)
    garble(practice, appointment, NO_END)
    practice.good_pass()
    assert held(practice, path) == NO_END, "nobody has seen this one"
    with practice.desk.database.write() as tx:
        retry(tx, matter(practice).object, now=practice.desk.now)
    practice.good_pass()
    assert practice.icloud.home.find(path) is None
    assert practice.desk.waiting() == 0


def test_a_garbled_event_can_be_left_there(practice: Practice) -> None:
    appointment = practice.book()
    path = garble(practice, appointment)
    change(practice, appointment, "cancel")
    practice.good_pass()
    with practice.desk.database.write() as tx:
        discard(tx, matter(practice).object, now=practice.desk.now)
    practice.good_pass()
    assert held(practice, path) == NO_CALENDAR
    assert matter(practice).kind is Kind.UNREADABLE
    assert practice.desk.waiting() == 0


@pytest.mark.parametrize("how", ["edit", "cancel"])
def test_an_event_that_is_readable_again_goes_on_as_if_nothing_had_been(
    practice: Practice, how: str
) -> None:
    appointment = practice.book()
    good = held(practice, practice.desk.href(appointment))
    path = garble(practice, appointment)
    practice.good_pass()
    if how == "edit":
        practice.icloud.home.put(path, good.replace("SUMMARY:Cleo Park", "SUMMARY:Cleo (new)"))
    else:
        practice.icloud.home.put(path, good)
    change(practice, appointment, how)
    practice.good_pass()
    if how == "edit":
        assert "SUMMARY:Cleo (new)" in held(practice, path)
        assert "Bring X" in held(practice, path)
    else:
        assert practice.icloud.home.find(path) is None
    assert practice.desk.waiting() == 0


def test_an_event_that_is_not_given_is_not_sent_again_and_again(practice: Practice) -> None:
    appointment = practice.book()
    path = garble(practice, appointment, NOTHING)
    change(practice, appointment, "edit")
    for _ in range(4):
        practice.desk.sync()
        practice.desk.now += timedelta(minutes=2)
    assert len(practice.icloud.log.asked("PUT")) == 1 + 2, "the booking, and two tries"
    assert held(practice, path) == NOTHING
