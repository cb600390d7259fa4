"""Taking back what was booked a moment ago."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.commands.appointments import BookingRequest, book, edit, move, set_status
from lcdesk.model.commands.series import BookedSeries, SeriesRequest, book_series, top_up
from lcdesk.model.commands.undo import undo_step
from lcdesk.model.commands.undo_checks import CannotBeUndone
from lcdesk.model.domain.calendars import CalendarKind, Repeats
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.people import Contact
from lcdesk.model.recurrence.by_hand import series_rule
from lcdesk.model.recurrence.rule import Frequency, Rule
from lcdesk.model.store.appointments import all_appointments, delete_appointment
from lcdesk.model.store.outbox import entries_of_object
from lcdesk.model.store.remote.objects import objects_of_session
from lcdesk.model.store.series import all_series
from tests.salon import CLEO, Salon, at
from tests.undoing import last_step, undo


def take_back(salon: Salon, *steps: int) -> None:
    with salon.database.write() as tx:
        for step in steps:
            undo_step(tx, step, now=salon.now)


def left(salon: Salon) -> list[int]:
    with salon.database.read() as reader:
        return [appointment.id for appointment in all_appointments(reader)]


def series(salon: Salon, rule: str, first: int = 1) -> BookedSeries:
    visit = salon.calendar("Visit", CalendarKind.ROUND_ROBIN, salon.ana, window=timedelta(days=28))
    request = SeriesRequest(BookingRequest(visit.id, at(first, 10), CLEO), series_rule(rule))
    with salon.database.write() as tx:
        return book_series(tx, request, now=salon.now)


def test_an_appointment_goes_as_if_it_had_never_been(salon: Salon) -> None:
    salon.connect(salon.ana)
    visit = salon.calendar("Visit", CalendarKind.ROUND_ROBIN, salon.ana)
    stays, goes = salon.book(visit, at(1, 9)), salon.book(visit, at(1, 10))
    event = salon.object_of(goes)
    take_back(salon, last_step(salon))
    assert left(salon) == [stays.id]
    with salon.database.read() as reader:
        assert objects_of_session(reader, goes.session) == ()
        assert list(entries_of_object(reader, event)) == []  # it was not sent yet
        assert len(objects_of_session(reader, stays.session)) == 1
    assert salon.book(visit, at(1, 10)).overridden is False


def test_a_seat_of_a_class_goes_and_the_others_stay(salon: Salon) -> None:
    salon.connect(salon.ana)
    yoga = salon.calendar("Yoga", CalendarKind.CLASS, salon.ana)
    stays = salon.book(yoga, at(1, 10))
    salon.book(yoga, at(1, 10), Contact(0, "Dan"))
    take_back(salon, last_step(salon))
    assert left(salon) == [stays.id]
    with salon.database.read() as reader:
        (change,) = entries_of_object(reader, salon.object_of(stays))
    assert "SUMMARY:Yoga (1/3)" in change.body


def test_every_date_of_a_series_goes_with_it(salon: Salon) -> None:
    series(salon, "FREQ=WEEKLY;COUNT=4")
    undo(salon)
    assert left(salon) == []
    with salon.database.read() as reader:
        assert all_series(reader) == ()


def test_a_date_that_came_within_reach_meanwhile_goes_too(salon: Salon) -> None:
    series(salon, "FREQ=WEEKLY", first=8)
    salon.now += timedelta(days=7)
    with salon.database.write() as tx:
        assert len(top_up(tx, now=salon.now)) == 1
    undo(salon)
    assert left(salon) == []


def test_the_dates_of_a_rule_that_the_calendar_proposes_go(salon: Salon) -> None:
    visit = salon.calendar("Visit", CalendarKind.ROUND_ROBIN, salon.ana, repeats=Repeats())
    before = salon.book(visit, at(2, 10))
    rule = Rule(Frequency.WEEKLY, count=3)
    request = SeriesRequest(BookingRequest(visit.id, at(1, 10), CLEO), rule)
    with salon.database.write() as tx:
        book_series(tx, request, now=salon.now)
    undo(salon)
    assert left(salon) == [before.id]


def test_what_is_gone_already_is_said_and_nothing_changes(salon: Salon) -> None:
    visit = salon.calendar("Visit", CalendarKind.ROUND_ROBIN, salon.ana)
    stays = salon.book(visit, at(1, 9))
    first = last_step(salon)
    gone = salon.book(visit, at(1, 10))
    second = last_step(salon)
    with salon.database.write(ChangeOrigin.SYNC) as tx:
        delete_appointment(tx, gone)
    with pytest.raises(CannotBeUndone, match="not here any more"):
        take_back(salon, first, second)
    assert left(salon) == [stays.id]


def test_the_contact_stays(salon: Salon) -> None:
    visit = salon.calendar("Visit", CalendarKind.ROUND_ROBIN, salon.ana)
    goes = salon.book(visit, at(1, 10))
    undo(salon)
    again = BookingRequest(visit.id, at(1, 10), CLEO)
    with salon.database.write() as tx:
        assert book(tx, again, now=salon.now).contacts == goes.contacts


@pytest.mark.parametrize("what", ["moved", "edited", "confirmed", "deleted in iCloud"])
def test_a_booking_was_taken_back_although_it_had_been_changed_since(
    salon: Salon, what: str
) -> None:
    salon.connect(salon.ana)
    visit = salon.calendar("Visit", CalendarKind.ROUND_ROBIN, salon.ana)
    made = salon.book(visit, at(1, 10))
    step = last_step(salon)
    if what == "deleted in iCloud":
        salon.delete_in_icloud(salon.object_of(made))
    with salon.database.write() as tx:
        if what == "moved":
            move(tx, made.id, start=at(1, 12), now=salon.now)
        elif what == "edited":
            edit(tx, made.id, notes="Bring the papers", now=salon.now)
        elif what == "confirmed":
            set_status(tx, made.id, Status.SHOWED, now=salon.now)
    with pytest.raises(CannotBeUndone):
        take_back(salon, step)
    assert left(salon) == [made.id]
