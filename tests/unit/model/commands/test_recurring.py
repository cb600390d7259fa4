"""A recurring booking over a real store: all dates in one transaction."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.commands.appointments import BookingRequest
from lcdesk.model.commands.recurring import Recurring, book_recurring
from lcdesk.model.domain.calendars import Calendar, CalendarKind, Every, Repeats, WhenTaken
from lcdesk.model.domain.errors import InvalidInput, RefusedByRule, SlotNotOpen
from lcdesk.model.store.appointments import all_appointments
from tests.salon import CLEO, Salon, at

WEEK = timedelta(days=7)


def visit(salon: Salon, **more: object) -> Calendar:
    settings = {"repeats": Repeats()} | more
    return salon.calendar("First visit", CalendarKind.ROUND_ROBIN, salon.ana, **settings)


def book(
    salon: Salon, calendar: Calendar, when_taken: WhenTaken = WhenTaken.SKIP, times: int = 4
) -> Recurring:
    request = BookingRequest(calendar.id, at(1, 10), CLEO)
    with salon.database.write() as tx:
        return book_recurring(
            tx, request, every=Every.WEEK, times=times, when_taken=when_taken, now=salon.now
        )


def starts(done: Recurring) -> list[str]:
    return [f"{appointment.span.start:%d %b %H:%M}" for appointment in done.made]


def test_every_date_is_an_appointment_of_its_own(salon: Salon) -> None:
    done = book(salon, visit(salon))
    assert starts(done) == ["24 Nov 09:00", "01 Dec 09:00", "08 Dec 09:00", "15 Dec 09:00"]
    assert len({appointment.session for appointment in done.made}) == 4
    assert done.dropped == ()


@pytest.mark.parametrize(
    ("when_taken", "expected"),
    [
        (WhenTaken.SKIP, ["24 Nov 09:00", "08 Dec 09:00"]),
        (WhenTaken.BOOK_ANYWAY, ["24 Nov 09:00", "01 Dec 09:00", "08 Dec 09:00"]),
        (WhenTaken.NEXT, ["24 Nov 09:00", "01 Dec 09:30", "08 Dec 09:00"]),
    ],
)
def test_a_taken_date(salon: Salon, when_taken: WhenTaken, expected: list[str]) -> None:
    calendar = visit(salon)
    salon.book(calendar, at(1, 10) + WEEK)
    done = book(salon, calendar, when_taken, times=3)
    assert starts(done) == expected
    assert [appointment.overridden for appointment in done.made].count(True) == (
        when_taken is WhenTaken.BOOK_ANYWAY
    )


def test_a_date_that_an_earlier_one_closes_is_dropped(salon: Salon) -> None:
    day = timedelta(days=1)
    calendar = visit(salon, after=day - timedelta(minutes=15))
    request = BookingRequest(calendar.id, at(1, 10), CLEO)
    with salon.database.write() as tx:
        done = book_recurring(
            tx, request, every=Every.DAY, times=3, when_taken=WhenTaken.SKIP, now=salon.now
        )
    assert starts(done) == ["24 Nov 09:00", "26 Nov 09:00"]
    assert [span.start for span in done.dropped] == [at(2, 10)]


def test_nothing_is_saved_when_no_date_is_open(salon: Salon) -> None:
    calendar = visit(salon)
    salon.book(calendar, at(1, 10))
    salon.book(calendar, at(1, 10) + WEEK)
    with pytest.raises(SlotNotOpen, match="none of the 2 dates"):
        book(salon, calendar, times=2)
    with salon.database.read() as reader:
        assert len(all_appointments(reader)) == 2


def test_other_than_2_to_24_times_is_refused(salon: Salon) -> None:
    with pytest.raises(InvalidInput, match="2 to 24"):
        book(salon, visit(salon), times=25)


def test_only_calendars_that_offer_it_recur(salon: Salon) -> None:
    with pytest.raises(RefusedByRule, match="do not recur"):
        book(salon, visit(salon, repeats=None))


def test_each_date_becomes_an_event_of_its_own(salon: Salon) -> None:
    salon.connect(salon.ana)
    done = book(salon, visit(salon), times=3)
    assert len({salon.object_of(appointment) for appointment in done.made}) == 3
