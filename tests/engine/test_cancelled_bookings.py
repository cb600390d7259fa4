"""A booking that is cancelled before it is known to have arrived.

docs/rules/sync.md, "Deletions" and "Recovery".
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.commands.appointments import cancel, set_status
from lcdesk.model.commands.attention import Kind, list_waiting
from lcdesk.model.domain.events import Appointment, Origin, Status, SyncState
from tests.desk import november
from tests.engine.practice import Practice
from tests.fakes.faults import Fault
from tests.fakes.loopback import Reply


def cancelled(practice: Practice, *, answer: Reply | None = None) -> Appointment:
    """Sent once, not there when it was looked for, and cancelled then."""
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    practice.icloud.faults.add(Fault("PUT", instead=answer or Reply(is_silent=True)))
    practice.icloud.faults.add(Fault("PUT", instead=Reply(503)))
    practice.desk.sync()
    practice.desk.now += timedelta(minutes=2)
    practice.desk.sync()
    practice.desk.now += timedelta(hours=2)
    end(practice, appointment)
    return appointment


def end(practice: Practice, appointment: Appointment) -> None:
    with practice.desk.database.write() as tx:
        cancel(tx, appointment.id, now=practice.desk.now)


def arrive(practice: Practice, appointment: Appointment, *changes: tuple[str, str]) -> None:
    """What was sent first shows in iCloud after all."""
    text = next(heard for heard in practice.icloud.log.asked("PUT")).seen.body.decode()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    practice.icloud.home.put(practice.desk.href(appointment), text)


def there(practice: Practice) -> int:
    return len(practice.icloud.home.collections[practice.icloud.work].objects)


def test_a_cancelled_booking_that_shows_late_is_deleted_there(practice: Practice) -> None:
    appointment = cancelled(practice)
    practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.PENDING, "it is looked for once more"
    arrive(practice, appointment)
    practice.desk.now += timedelta(seconds=61)
    practice.good_pass()
    assert there(practice) == 0
    assert practice.desk.waiting() == 0
    assert not [entry for entry in practice.desk.agenda() if entry.origin is Origin.ICLOUD]


def test_one_that_never_arrived_is_dropped_after_a_minute_and_not_sent(practice: Practice) -> None:
    appointment = cancelled(practice)
    sent = len(practice.icloud.log.writes())
    practice.good_pass()
    practice.desk.now += timedelta(seconds=30)
    practice.good_pass()
    assert practice.desk.waiting() == 2, "the minute is not over"
    practice.desk.now += timedelta(seconds=31)
    practice.good_pass()
    assert practice.desk.waiting() == 0
    assert practice.entry(appointment).sync is SyncState.LOCAL
    assert len(practice.icloud.log.writes()) == sent


def test_one_that_was_refused_is_looked_for_as_well(practice: Practice) -> None:
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    practice.icloud.faults.add(Fault("PUT", times=2, instead=Reply(400)))
    practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.FAILED
    end(practice, appointment)
    arrive(practice, appointment)
    practice.good_pass()
    assert there(practice) == 0
    assert practice.desk.waiting() == 0


def test_one_that_was_never_tried_leaves_at_once_and_asks_nothing(practice: Practice) -> None:
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    end(practice, appointment)
    assert practice.desk.waiting() == 0
    practice.good_pass()
    assert practice.icloud.log.writes() == []


def test_cancelled_while_its_answer_is_missing_it_is_not_sent_again(practice: Practice) -> None:
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    practice.icloud.faults.add(Fault("PUT", instead=Reply(is_silent=True)))
    practice.desk.sync()
    end(practice, appointment)
    practice.desk.now += timedelta(minutes=2)
    practice.good_pass()
    practice.desk.now += timedelta(minutes=2)
    practice.good_pass()
    assert len(practice.icloud.log.asked("PUT")) == 1
    assert practice.desk.waiting() == 0


def test_reinstated_before_the_minute_is_over_it_is_sent(practice: Practice) -> None:
    appointment = cancelled(practice)
    practice.good_pass()
    with practice.desk.database.write() as tx:
        set_status(tx, appointment.id, Status.CONFIRMED, now=practice.desk.now)
    practice.desk.now += timedelta(minutes=2)
    practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.SYNCED
    assert there(practice) == 1


@pytest.mark.parametrize("late", [False, True], ids=["at once", "after the first look"])
def test_one_that_was_changed_there_before_it_was_found_is_asked_about(
    practice: Practice, late: bool
) -> None:
    appointment = cancelled(practice)
    if late:
        practice.good_pass()
        practice.desk.now += timedelta(seconds=61)
    arrive(practice, appointment, ("SUMMARY:Cleo Park", "SUMMARY:Theirs"))
    practice.good_pass()
    with practice.desk.database.read() as reader:
        (matter,) = list_waiting(reader, practice.desk.now)
    assert matter.kind is Kind.CANCELLED_HERE
    assert there(practice) == 1
