"""Writing to iCloud: what it refuses, what it rewrites, and answers that never arrive."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.commands.appointments import cancel, edit, move
from lcdesk.model.commands.deleted_in_icloud import Decision, decide
from lcdesk.model.domain.events import SyncState
from lcdesk.model.domain.remote import OutboxState
from lcdesk.model.store import outbox
from tests.desk import november
from tests.engine.practice import Practice
from tests.fakes.faults import Fault
from tests.fakes.icloud import Rewriting
from tests.fakes.icloud.answers import CALDAV, refused
from tests.fakes.loopback import Reply

BEFORE = {"instead": Reply(is_silent=True)}
AFTER = {"loses_answer": True}
# What iCloud answers to a UID that lives in another calendar is not known.
UID_CONFLICTS = (Reply(403), refused(409, (CALDAV, "no-uid-conflict")), Reply(412))


def outbox_states(practice: Practice) -> list[OutboxState]:
    """How far the waiting changes are."""
    with practice.desk.database.read() as reader:
        return [queued.state for queued in outbox.entries(reader)]


def test_every_event_is_written_with_its_end(practice: Practice) -> None:
    appointment = practice.book()
    assert "DTEND" in practice.text_of(appointment)
    assert practice.icloud.log.asked("PUT")[0].status == 201, "and not 404"


def test_a_404_to_a_new_event_is_about_the_event_and_not_the_calendar(
    practice: Practice,
) -> None:
    practice.icloud.faults.add(Fault("PUT", instead=Reply(404)))
    sick = practice.desk.book(practice.calendar, november(24, 10))
    other = practice.desk.book(practice.calendar, november(25, 10))
    practice.desk.sync()
    assert practice.entry(sick).sync is SyncState.FAILED
    assert practice.entry(other).sync is SyncState.SYNCED
    assert practice.calendars()[practice.icloud.work].writable


def test_a_403_where_the_right_was_taken_away_holds_the_change(practice: Practice) -> None:
    appointment = practice.book()
    practice.icloud.home.collections[practice.icloud.work].writable = False
    with practice.desk.database.write() as tx:
        move(tx, appointment.id, start=november(26, 9), now=practice.desk.now)
    practice.desk.sync()
    assert not practice.calendars()[practice.icloud.work].writable
    assert practice.entry(appointment).sync is SyncState.HELD
    practice.icloud.home.collections[practice.icloud.work].writable = True
    practice.desk.now += timedelta(hours=36)
    practice.good_pass()
    practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.SYNCED
    assert "20261126T09" in practice.text_of(appointment)


def test_a_right_that_came_back_was_noticed_a_day_later(practice: Practice) -> None:
    appointment = practice.book()
    work = practice.icloud.home.collections[practice.icloud.work]
    work.writable = False
    with practice.desk.database.write() as tx:
        move(tx, appointment.id, start=november(26, 9), now=practice.desk.now)
    practice.desk.sync()
    practice.desk.sync()
    assert practice.entry(appointment).sync is SyncState.HELD
    work.writable = True
    practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.SYNCED
    assert "20261126T09" in practice.text_of(appointment)


@pytest.mark.parametrize("change", ["edit", "cancel"])
def test_if_match_star_is_never_sent_since_it_works_backwards(
    practice: Practice, change: str
) -> None:
    appointment = practice.book()
    practice.icloud.quirks.gives_etag = False
    with practice.desk.database.write() as tx:
        if change == "edit":
            edit(tx, appointment.id, notes="x", now=practice.desk.now)
        else:
            cancel(tx, appointment.id, now=practice.desk.now)
    practice.good_pass()
    (_create, write) = practice.icloud.log.writes()
    assert write.seen.headers["if-match"] == write.before


def test_without_an_etag_in_the_answer_the_next_change_asks_first(practice: Practice) -> None:
    practice.icloud.quirks.gives_etag = False
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    practice.good_pass()
    with practice.desk.database.write() as tx:
        move(tx, appointment.id, start=november(26, 9), now=practice.desk.now)
    practice.good_pass()
    for write in practice.icloud.log.asked("PUT")[1:]:
        assert write.seen.headers["if-match"] == write.before
    assert "20261126T09" in practice.text_of(appointment)
    assert practice.good_pass().pushed.updated == 0


@pytest.mark.parametrize("rewriting", Rewriting)
@pytest.mark.parametrize("lost", [BEFORE, AFTER, {}])
def test_a_rewritten_text_is_known_as_our_own(
    practice: Practice, rewriting: Rewriting, lost: dict[str, object]
) -> None:
    practice.icloud.quirks.rewriting = rewriting
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    if lost:
        practice.icloud.faults.add(Fault("PUT", **lost))  # type: ignore[arg-type]  # any field
    practice.desk.sync()
    practice.desk.now += timedelta(minutes=2)
    practice.good_pass()
    with practice.desk.database.write() as tx:
        move(tx, appointment.id, start=november(26, 9), now=practice.desk.now)
    if lost:
        practice.icloud.faults.add(Fault("PUT", **lost))  # type: ignore[arg-type]  # any field
    practice.desk.sync()
    practice.desk.now += timedelta(minutes=2)
    practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.SYNCED
    assert practice.entry(appointment).span.start == november(26, 9)
    assert "20261126T09" in practice.text_of(appointment)
    assert len(practice.icloud.home.collections[practice.icloud.work].objects) == 1
    assert practice.good_pass().pushed.updated == 0


@pytest.mark.parametrize("lost", [BEFORE, AFTER])
def test_a_deletion_whose_answer_was_lost_is_done_once(
    practice: Practice, lost: dict[str, object]
) -> None:
    appointment = practice.book()
    with practice.desk.database.write() as tx:
        cancel(tx, appointment.id, now=practice.desk.now)
    practice.icloud.faults.add(Fault("DELETE", **lost))  # type: ignore[arg-type]  # any field
    practice.desk.sync()
    practice.good_pass()
    assert not practice.icloud.home.collections[practice.icloud.work].objects
    assert practice.desk.waiting() == 0


def test_a_booking_whose_answer_was_lost_and_that_shows_late_is_not_doubled(
    practice: Practice,
) -> None:
    practice.icloud.home.delay = timedelta(seconds=10)
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    practice.icloud.faults.add(Fault("PUT", loses_answer=True))
    practice.icloud.faults.add(Fault("GET", instead=Reply(404)))
    practice.desk.sync()
    for _ in range(4):
        practice.desk.sync()
        practice.desk.now += timedelta(seconds=20)
    practice.good_pass()
    assert len(practice.icloud.home.collections[practice.icloud.work].objects) == 1
    assert practice.entry(appointment).sync is SyncState.SYNCED
    assert practice.desk.waiting() == 0


def test_a_change_there_is_never_overwritten_unread(practice: Practice) -> None:
    appointment = practice.book()
    path = practice.desk.href(appointment)
    found = practice.icloud.home.find(path)
    assert found is not None
    practice.icloud.home.put(path, found.text.replace("SUMMARY:Cleo", "SUMMARY:Changed there"))
    with practice.desk.database.write() as tx:
        move(tx, appointment.id, start=november(26, 9), now=practice.desk.now)
    practice.good_pass()
    text = practice.text_of(appointment)
    assert "SUMMARY:Changed there" in text
    assert "20261126T09" in text
    last = practice.icloud.log.asked("PUT")[-1]
    assert last.seen.headers["if-match"] == last.before
    assert (path, last.before) in practice.icloud.log.read


@pytest.mark.parametrize("answer", UID_CONFLICTS, ids=["403", "409", "412"])
def test_an_appointment_whose_event_was_moved_to_another_calendar_can_be_restored(
    practice: Practice, answer: Reply
) -> None:
    practice.icloud.quirks.uid_conflict = answer
    appointment = practice.book()
    path = practice.desk.href(appointment)
    found = practice.icloud.home.find(path)
    assert found is not None
    practice.icloud.home.drop(path)
    goal = path.replace(practice.icloud.work, practice.icloud.family)
    practice.icloud.home.put(goal, found.text)
    practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.GONE
    with practice.desk.database.write() as tx:
        decide(tx, appointment.id, Decision.RESTORE, now=practice.desk.now)
    practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.SYNCED
    assert len(practice.icloud.home.collections[practice.icloud.work].objects) == 1


def test_the_own_marker_is_no_proof_by_itself(practice: Practice) -> None:
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    practice.icloud.faults.add(Fault("PUT", loses_answer=True))
    practice.desk.sync()
    path = practice.desk.href(appointment)
    found = practice.icloud.home.find(path)
    assert found is not None
    later = found.text.replace("T100000", "T110000").replace("T103000", "T113000")
    practice.icloud.home.put(path, later)
    practice.desk.now += timedelta(minutes=2)
    practice.desk.sync()
    assert "T110000" in practice.text_of(appointment), "moved there meanwhile, and not overwritten"


def test_a_403_to_one_event_does_not_close_the_calendar(practice: Practice) -> None:
    practice.icloud.faults.add(Fault("PUT", times=2, instead=Reply(403)))
    sick = practice.desk.book(practice.calendar, november(24, 10))
    practice.desk.sync()
    other = practice.desk.book(practice.calendar, november(25, 10))
    practice.desk.sync()
    assert practice.calendars()[practice.icloud.work].writable
    assert practice.entry(other).sync is SyncState.SYNCED
    assert practice.entry(sick).sync is SyncState.FAILED


@pytest.mark.parametrize("answer", UID_CONFLICTS, ids=["403", "409", "412"])
def test_a_copy_in_another_calendar_that_forbids_a_move_is_said_and_stops_no_other(
    practice: Practice, answer: Reply
) -> None:
    practice.icloud.quirks.uid_conflict = answer
    appointment = practice.book()
    practice.icloud.home.put(f"{practice.icloud.family}copy.ics", practice.text_of(appointment))
    with practice.desk.database.write() as tx:
        move(tx, appointment.id, start=november(26, 9), now=practice.desk.now)
    other = practice.desk.book(practice.calendar, november(25, 10))
    for _ in range(6):
        practice.desk.sync()
        practice.desk.now += timedelta(minutes=2)
    assert practice.entry(other).sync is SyncState.SYNCED
    assert practice.entry(appointment).sync is SyncState.FAILED
    assert outbox_states(practice) == [OutboxState.DEAD]
    assert len(practice.icloud.log.asked("PUT")) <= 8, "it is not sent for ever"
