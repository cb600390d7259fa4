"""A booking by the rule that its calendar proposes: all dates in one transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from lcdesk.model.commands.appointments import BookingRequest
from lcdesk.model.commands.series import (
    BookedSeries,
    SeriesRequest,
    book_series,
    go_on_with_series,
)
from lcdesk.model.domain.calendars import Calendar, CalendarKind, Every, Repeats, WhenTaken
from lcdesk.model.domain.errors import RefusedByRule, SlotNotOpen
from lcdesk.model.recurrence.by_hand import default_rule
from lcdesk.model.recurrence.rule import Frequency, Rule
from lcdesk.model.recurrence.text import write_rule
from lcdesk.model.store.appointments import all_appointments
from lcdesk.model.store.series import all_series
from tests.salon import CLEO, Salon, at

DAY = timedelta(days=1)
WEEK = 7 * DAY


def visit(salon: Salon, **more: object) -> Calendar:
    return salon.visit(**({"repeats": Repeats()} | more))


def book(
    salon: Salon,
    calendar: Calendar,
    when_taken: WhenTaken = WhenTaken.SKIP,
    times: int = 4,
    freq: Frequency = Frequency.WEEKLY,
) -> BookedSeries:
    booking = BookingRequest(calendar.id, at(1, 10), CLEO)
    with salon.database.write() as tx:
        request = SeriesRequest(booking, Rule(freq, count=times), when_taken)
        return book_series(tx, request, now=salon.now)


def starts(done: BookedSeries) -> list[str]:
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
    calendar = visit(salon, after=DAY - timedelta(minutes=15))
    done = book(salon, calendar, times=3, freq=Frequency.DAILY)
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


def test_a_calendar_proposes_its_rule(salon: Salon) -> None:
    monthly = visit(salon, repeats=Repeats(Every.MONTH, 6))
    assert default_rule(monthly) == Rule(Frequency.MONTHLY, count=6)
    assert default_rule(replace(monthly, repeats=None)) is None
    assert default_rule(replace(monthly, kind=CalendarKind.CLASS)) is None


def test_a_rule_of_two_years_was_booked_for_one(salon: Salon) -> None:
    """What a calendar proposes is shown and booked whole, up to 24 months."""
    calendar = visit(salon, repeats=Repeats(Every.MONTH, 24))
    done = book(salon, calendar, WhenTaken.BOOK_ANYWAY, times=24, freq=Frequency.MONTHLY)
    assert len(done.made) == 24
    assert starts(done)[-1] == "24 Oct 08:00"


def test_a_service_repeats_where_its_setting_says_so(salon: Salon) -> None:
    massage = salon.calendar("Massage", CalendarKind.SERVICE, salon.ana, repeats=Repeats())
    assert len(book(salon, massage, times=3).made) == 3
    other = salon.calendar("Other", CalendarKind.SERVICE, salon.ana)
    with pytest.raises(RefusedByRule, match="no appointment repeats"):
        book(salon, other)


def test_the_dates_are_tied_together(salon: Salon) -> None:
    """They were single appointments: a change of all of them was a change of each."""
    done = book(salon, visit(salon), times=3)
    with salon.database.read() as reader:
        (series,) = all_series(reader)
    assert {appointment.series for appointment in done.made} == {series.id}
    assert write_rule(series.rule) == "FREQ=WEEKLY;BYDAY=TU;COUNT=3"


def test_a_date_that_moved_is_still_the_date_of_its_day(salon: Salon) -> None:
    calendar = visit(salon, repeats=Repeats(when_taken=WhenTaken.NEXT))
    salon.book(calendar, at(1, 10) + WEEK)
    done = book(salon, calendar, WhenTaken.NEXT, times=3)
    assert starts(done)[1] == "01 Dec 09:30"
    assert [f"{appointment.series_day}" for appointment in done.made][1] == "2026-12-01"


def test_a_later_date_that_is_taken_moves_too(salon: Salon) -> None:
    """Whoever chose that taken dates move chose it for those that are booked later."""
    calendar = visit(salon, repeats=Repeats(when_taken=WhenTaken.NEXT), window=20 * DAY)
    booking = BookingRequest(calendar.id, at(1, 10), CLEO)
    with salon.database.write() as tx:
        endless = SeriesRequest(booking, Rule(Frequency.WEEKLY), WhenTaken.NEXT)
        book_series(tx, endless, now=salon.now)
    salon.book(calendar, at(22, 10), insist=True)
    assert go_on_with_series(salon.database, now=salon.now + WEEK) == 1
    with salon.database.read() as reader:
        last = max(all_appointments(reader), key=lambda appointment: appointment.span)
    assert (f"{last.span.start:%d %b %H:%M}", last.flagged) == ("15 Dec 09:30", "")


def test_each_date_becomes_an_event_of_its_own(salon: Salon) -> None:
    salon.connect(salon.ana)
    done = book(salon, visit(salon), times=3)
    assert len({salon.object_of(appointment) for appointment in done.made}) == 3
