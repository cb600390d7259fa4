"""A booking whose UID is in the account already (docs/rules/sync.md, "Clashes")."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.commands.appointments import edit, move
from lcdesk.model.domain.events import Appointment, SyncState
from lcdesk.model.domain.remote import OutboxState, RemoteObject
from lcdesk.model.store import outbox
from lcdesk.model.store.remote import objects
from tests.desk import Desk, november
from tests.engine.conftest import REAL_SERVERS, Connected
from tests.engine.practice import Practice
from tests.fakes.faults import Fault
from tests.fakes.icloud import Listed
from tests.fakes.icloud.answers import CALDAV, refused
from tests.fakes.loopback import Reply

# What iCloud answers to a UID that lives elsewhere is not known.
ANSWERS = {"403": Reply(403), "409": refused(409, (CALDAV, "no-uid-conflict")), "412": Reply(412)}
WAIT = timedelta(seconds=61)


def own(desk: Desk, appointment: Appointment) -> RemoteObject:
    """What stands for an appointment in the calendar."""
    with desk.database.read() as reader:
        (found,) = objects.objects_of_session(reader, appointment.session)
    return found


def body(desk: Desk) -> str:
    """The text of the only change on its way."""
    with desk.database.read() as reader:
        (entry,) = outbox.entries(reader)
    return entry.body


def elsewhere(practice: Practice, place: str) -> Appointment:
    """A booking whose answer was lost, and that somebody moved in iCloud before it was seen."""
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    practice.icloud.faults.add(Fault("PUT", loses_answer=True))
    practice.desk.sync()
    path = practice.desk.href(appointment)
    found = practice.icloud.home.find(path)
    assert found is not None
    practice.icloud.home.drop(path)
    practice.icloud.home.put(place, found.text)
    return appointment


def in_work(practice: Practice) -> list[str]:
    """The names of the objects in the primary calendar."""
    return list(practice.icloud.home.collections[practice.icloud.work].objects)


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_a_booking_whose_uid_lives_in_another_calendar_gets_a_second_one(
    practice: Practice, answer: Reply
) -> None:
    practice.icloud.quirks.uid_conflict = answer
    appointment = elsewhere(practice, f"{practice.icloud.family}moved.ics")
    first = own(practice.desk, appointment)
    practice.good_pass()
    assert in_work(practice) == [], "it may be moved back, or show late"
    practice.desk.now += WAIT
    practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.SYNCED
    second = own(practice.desk, appointment)
    assert second.uid != first.uid
    assert in_work(practice) == [f"{second.uid}.ics"]
    assert second.path == practice.icloud.work + f"{second.uid}.ics"
    assert f"UID:{second.uid}" in practice.text_of(appointment)
    copy = practice.icloud.home.find(f"{practice.icloud.family}moved.ics")
    assert copy is not None
    assert first.uid in copy.text, "what stands elsewhere is left alone"
    assert practice.good_pass().pushed.updated == 0
    assert practice.desk.waiting() == 0


def test_its_calendar_is_read_whole_once_for_all_that_are_looked_for(practice: Practice) -> None:
    practice.icloud.quirks.uid_conflict = ANSWERS["412"]
    some = [practice.desk.book(practice.calendar, november(24, hour)) for hour in (9, 10, 11)]
    with practice.desk.database.read() as reader:
        for entry in outbox.entries(reader):
            practice.icloud.home.put(f"{practice.icloud.family}{entry.id}.ics", entry.body)
    practice.good_pass()
    practice.desk.now += WAIT
    before = len(practice.icloud.log.asked("REPORT"))
    practice.good_pass()
    asked = practice.icloud.log.asked("REPORT")[before:]
    whole = [heard.path for heard in asked if b"<sync-token></sync-token>" in heard.seen.body]
    assert whole == [practice.icloud.work]
    assert {practice.entry(made).sync for made in some} == {SyncState.SYNCED}


def test_a_clock_that_was_ahead_for_a_pass_does_not_keep_the_booking_waiting_for_days(
    practice: Practice,
) -> None:
    practice.icloud.quirks.uid_conflict = ANSWERS["412"]
    appointment = elsewhere(practice, f"{practice.icloud.family}moved.ics")
    practice.desk.now += timedelta(days=3)
    practice.good_pass()
    assert practice.desk.waiting() == 1, "a minute passes first"
    practice.desk.now -= timedelta(days=3)
    practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.SYNCED
    assert practice.desk.waiting() == 0


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_a_booking_that_was_renamed_in_its_calendar_is_known_again(
    practice: Practice, answer: Reply
) -> None:
    practice.icloud.quirks.uid_conflict = answer
    appointment = elsewhere(practice, f"{practice.icloud.work}renamed.ics")
    practice.good_pass()
    practice.desk.now += WAIT
    practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.SYNCED
    assert in_work(practice) == ["renamed.ics"], "it is not doubled"
    with practice.desk.database.write() as tx:
        move(tx, appointment.id, start=november(26, 9), now=practice.desk.now)
    practice.good_pass()
    assert in_work(practice) == ["renamed.ics"]
    assert "20261126T09" in practice.text_of(appointment)


def test_what_was_changed_there_with_the_name_of_a_booking_made_a_second_event(
    practice: Practice,
) -> None:
    appointment = elsewhere(practice, f"{practice.icloud.work}renamed.ics")
    found = practice.icloud.home.find(f"{practice.icloud.work}renamed.ics")
    assert found is not None
    changed = found.text.replace("20261124T10", "20261124T15").replace("T103000", "T153000")
    practice.icloud.home.put(f"{practice.icloud.work}renamed.ics", changed)
    for _ in range(3):
        practice.good_pass()
        practice.desk.now += WAIT
    assert in_work(practice) == ["renamed.ics"]
    assert practice.entry(appointment).sync is SyncState.CONFLICT, "a person chooses the time"
    assert len(practice.titles()) == 1


def test_a_listing_that_lacked_the_renamed_booking_does_not_double_it(practice: Practice) -> None:
    practice.icloud.quirks.uid_conflict = ANSWERS["403"]
    appointment = elsewhere(practice, f"{practice.icloud.work}renamed.ics")
    practice.icloud.home.forget_tokens()
    practice.icloud.quirks.listed = Listed.NOTHING
    practice.desk.sync()
    practice.icloud.quirks.listed = Listed.WHOLE
    for _ in range(2):
        practice.desk.now += WAIT
        practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.SYNCED
    assert in_work(practice) == ["renamed.ics"]


def test_a_renamed_booking_that_was_read_already_is_known_again(practice: Practice) -> None:
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    first = own(practice.desk, appointment)
    unmarked = "".join(
        line for line in body(practice.desk).splitlines(keepends=True) if "X-LCDESK-OP" not in line
    )
    practice.icloud.home.put(f"{practice.icloud.work}renamed.ics", unmarked)
    practice.icloud.faults.add(Fault("PUT", instead=Reply(412)))
    practice.desk.sync()
    assert len(practice.titles()) == 2, "without the marker it is taken for somebody else's"
    practice.desk.now += WAIT
    practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.SYNCED
    assert len(practice.titles()) == 1
    assert in_work(practice) == ["renamed.ics"]
    assert own(practice.desk, appointment).uid == first.uid


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_a_second_uid_that_is_refused_as_well_is_the_last(
    practice: Practice, answer: Reply
) -> None:
    practice.icloud.faults.add(Fault("PUT", times=99, instead=answer))
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    first = own(practice.desk, appointment)
    for _ in range(6):
        practice.desk.sync()
        practice.desk.now += WAIT
    tried = [heard.path for heard in practice.icloud.log.asked("PUT")]
    second = own(practice.desk, appointment)
    assert set(tried) == {first.path, second.path}
    assert len(tried) <= 4
    assert practice.entry(appointment).sync is SyncState.FAILED
    with practice.desk.database.read() as reader:
        (entry,) = outbox.entries(reader)
    assert entry.state is OutboxState.DEAD


def test_a_403_without_a_reason_is_answered_at_once_by_a_second_uid(practice: Practice) -> None:
    practice.icloud.faults.add(Fault("PUT", instead=Reply(403)))
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.SYNCED
    assert len(practice.icloud.log.asked("PUT")) == 2
    assert len(in_work(practice)) == 1


def test_a_booking_that_is_there_after_all_gets_no_second_uid(practice: Practice) -> None:
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    first = own(practice.desk, appointment)
    practice.icloud.faults.add(Fault("PUT", loses_answer=True))
    practice.icloud.faults.add(Fault("GET", times=2, instead=Reply(404)))  # it shows late
    practice.desk.sync()
    practice.desk.sync()
    practice.desk.now += WAIT
    practice.good_pass()
    assert own(practice.desk, appointment).uid == first.uid
    assert in_work(practice) == [f"{first.uid}.ics"]
    assert practice.entry(appointment).sync is SyncState.SYNCED


def test_an_edit_that_waits_behind_a_booking_gets_the_second_uid_too(practice: Practice) -> None:
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    practice.icloud.home.put(f"{practice.icloud.family}copy.ics", body(practice.desk))

    def edit_meanwhile(_seen: object) -> None:
        with practice.desk.database.write() as tx:
            edit(tx, appointment.id, notes="Bring X", now=practice.desk.now)

    practice.icloud.faults.add(Fault("PUT", then=edit_meanwhile))
    practice.desk.sync()
    for _ in range(2):
        practice.good_pass()
    (name,) = in_work(practice)
    text = practice.text_of(appointment)
    assert f"UID:{name.removesuffix('.ics')}" in text
    assert "Bring X" in text
    assert practice.desk.waiting() == 0


# --- on real servers ------------------------------------------------------------------------------


@REAL_SERVERS
def test_the_same_event_under_another_name_is_known_again(connected: Connected) -> None:
    desk = connected.desk
    appointment = desk.book(connected.consultation, november(24, 10))
    connected.server.put(f"{connected.work}other.ics", body(desk))
    desk.sync()
    desk.now += WAIT
    assert desk.sync().ok
    assert [path.rpartition("/")[2] for path in connected.server.members(connected.work)] == [
        "other.ics"
    ]
    assert desk.entry(f"a{appointment.id}").sync is SyncState.SYNCED
    assert desk.waiting() == 0


@REAL_SERVERS
def test_another_event_with_the_same_uid_is_left_alone(connected: Connected) -> None:
    desk = connected.desk
    appointment = desk.book(connected.consultation, november(24, 10))
    theirs = body(desk).replace("SUMMARY:Cleo Park", "SUMMARY:Somebody else")
    connected.server.put(f"{connected.work}other.ics", theirs)
    desk.sync()
    assert desk.entry(f"a{appointment.id}").sync is not SyncState.SYNCED
    desk.now += WAIT
    assert desk.sync().pushed.created == 1
    assert desk.entry(f"a{appointment.id}").sync is SyncState.SYNCED
    assert len(connected.server.members(connected.work)) == 2
    assert "Somebody else" in (connected.server.get(f"{connected.work}other.ics") or "")
    assert desk.sync().pushed.created == 0
