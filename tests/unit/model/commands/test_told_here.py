"""What is done here is told in Activity, once, with a way back where there is one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.commands.appointments import BookingRequest, book, cancel, edit, move
from lcdesk.model.commands.blocked_slots import BlockWish, block, change_block, unblock
from lcdesk.model.commands.undo import undo, undo_step
from lcdesk.model.commands.undo_checks import CannotBeUndone
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.events import Appointment, Status
from lcdesk.model.domain.journal import Deed, Entry, JournalKind
from lcdesk.model.store.appointments import all_appointments, get_blocked
from lcdesk.model.store.journal import journal_page
from lcdesk.model.store.undo_steps import words_to_undo
from tests.salon import CLEO, Salon, at
from tests.undoing import last_step
from tests.undoing import undo as undo_last


@pytest.fixture
def visit(salon: Salon) -> Calendar:
    return salon.calendar("Visit", CalendarKind.ROUND_ROBIN, salon.ana)


def told(salon: Salon) -> list[Entry]:
    with salon.database.read() as reader:
        return [row for row in journal_page(reader, limit=50) if row.staff is not None]


def deeds(salon: Salon) -> list[tuple[JournalKind, Deed]]:
    return [(row.kind, row.items[0].deed) for row in told(salon)]


def now_stands(salon: Salon) -> tuple[Appointment, ...]:
    with salon.database.read() as reader:
        return all_appointments(reader)


def take_back(salon: Salon) -> None:
    with salon.database.write() as tx:
        undo(tx, told(salon)[0].id, now=salon.now)


def test_only_the_sync_was_told_of(salon: Salon, visit: Calendar) -> None:
    made = salon.book(visit, at(1, 10))
    with salon.database.write() as tx:
        move(tx, made.id, start=at(1, 12), now=salon.now)
    with salon.database.write() as tx:
        edit(tx, made.id, notes="Bring the papers", now=salon.now)
    with salon.database.write() as tx:
        cancel(tx, made.id, now=salon.now)
    done = [Deed.CANCELLED, Deed.EDITED, Deed.MOVED, Deed.BOOKED]
    assert deeds(salon) == [(JournalKind.HERE, deed) for deed in done]
    first = told(salon)[-1]
    assert (first.items[0].title, first.facts["calendar"]) == ("Cleo Park", "Visit")


def test_each_is_taken_back_in_activity(salon: Salon, visit: Calendar) -> None:
    made = salon.book(visit, at(1, 10))
    with salon.database.write() as tx:
        move(tx, made.id, start=at(1, 12), now=salon.now)
    take_back(salon)
    assert now_stands(salon)[0].span == made.span
    with salon.database.write() as tx:
        cancel(tx, made.id, now=salon.now)
    take_back(salon)
    assert now_stands(salon)[0].status is Status.CONFIRMED
    booked = told(salon)[-1].id
    with salon.database.write() as tx:
        undo(tx, booked, now=salon.now)
    assert now_stands(salon) == ()


def test_a_booking_that_was_changed_since_is_not_taken_back(salon: Salon, visit: Calendar) -> None:
    made = salon.book(visit, at(1, 10))
    with salon.database.write(ChangeOrigin.SYNC) as tx:
        edit(tx, made.id, notes="Changed on the phone", now=salon.now)
    with pytest.raises(CannotBeUndone, match="changed again since"):
        take_back(salon)
    assert len(now_stands(salon)) == 1
    assert len(told(salon)) == 1, "the sync tells what it does itself"


def test_a_toast_that_takes_back_is_told_and_leaves_no_second_way(
    salon: Salon, visit: Calendar
) -> None:
    salon.book(visit, at(1, 10))
    undo_last(salon)
    assert deeds(salon) == [(JournalKind.UNDONE, Deed.BOOKED), (JournalKind.HERE, Deed.BOOKED)]
    assert not any(row.can_be_undone for row in told(salon))


def test_many_bookings_of_one_transaction_make_one_row(salon: Salon, visit: Calendar) -> None:

    with salon.database.write() as tx:
        for hour in range(9, 17):
            book(tx, BookingRequest(visit.id, at(1, hour), CLEO), now=salon.now)
    (one,) = told(salon)
    assert one.counts == {Deed.BOOKED: 8}


def test_time_blocked_by_hand_is_changed_and_changed_back(salon: Salon) -> None:
    with salon.database.write() as tx:
        made = block(tx, start=at(1, 9), end=at(1, 10), title="Lunch", staff=salon.ana.id)
    with salon.database.write() as tx:
        wish = BlockWish(start=at(1, 12), title="Late lunch", staff=salon.ben.id)
        _before, after = change_block(tx, made.id, wish)
    assert (after.id, after.span.end, after.staff) == (made.id, at(1, 13), salon.ben.id)
    step = last_step(salon)
    undo_last(salon)
    with salon.database.read() as reader:
        assert get_blocked(reader, made.id) == made
    with salon.database.write() as tx:
        unblock(tx, made.id)
    with pytest.raises(CannotBeUndone), salon.database.write() as tx:
        undo_step(tx, step, now=salon.now)
    assert deeds(salon) == [
        (JournalKind.HERE, Deed.UNBLOCKED),
        (JournalKind.UNDONE, Deed.REBLOCKED),
        (JournalKind.HERE, Deed.REBLOCKED),
        (JournalKind.HERE, Deed.BLOCKED),
    ]


def test_another_length_was_told_as_a_move(salon: Salon, visit: Calendar) -> None:
    made = salon.book(visit, at(1, 10))
    with salon.database.write() as tx:
        move(tx, made.id, start=at(1, 10), length=timedelta(minutes=45), now=salon.now)
    assert deeds(salon)[0] == (JournalKind.HERE, Deed.RESIZED)
    with salon.database.read() as reader:
        words = words_to_undo(reader)
    assert words is not None
    assert words.deed == Deed.RESIZED
