"""A series by hand over a real store: booked in one transaction, and gone on with once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from lcdesk.model.commands.appointments import BookingRequest, cancel, move
from lcdesk.model.commands.series import BookedSeries, SeriesRequest, book_series, go_on_with_series
from lcdesk.model.domain.calendars import Calendar, CalendarKind, WhenTaken
from lcdesk.model.domain.errors import InvalidInput, RefusedByRule, SlotNotOpen
from lcdesk.model.domain.events import Appointment, Status
from lcdesk.model.recurrence.by_hand import series_rule
from lcdesk.model.store.appointments import all_appointments
from lcdesk.model.store.database import Database
from lcdesk.model.store.series import all_series
from tests.salon import CLEO, Salon, at
from tests.undoing import undo

WEEK = timedelta(days=7)


def asked(calendar: Calendar, rule: str, taken: WhenTaken | None = WhenTaken.SKIP) -> SeriesRequest:
    return SeriesRequest(BookingRequest(calendar.id, at(1, 10), CLEO), series_rule(rule), taken)


def book(salon: Salon, request: SeriesRequest) -> BookedSeries:
    with salon.database.write() as tx:
        return book_series(tx, request, now=salon.now)


def go_on(salon: Salon, later: timedelta) -> tuple[Appointment, ...]:
    """What was made when so much time has passed."""
    before = set(kept(salon))
    count = go_on_with_series(salon.database, now=salon.now + later)
    made = tuple(appointment for appointment in kept(salon) if appointment not in before)
    assert len(made) == count
    return made


def starts(found: tuple[Appointment, ...]) -> list[str]:
    return [
        f"{appointment.span.start:%d %b %H:%M}"
        for appointment in sorted(found, key=lambda appointment: appointment.span)
    ]


def kept(salon: Salon) -> tuple[Appointment, ...]:
    with salon.database.read() as reader:
        return all_appointments(reader)


def test_every_date_is_an_appointment_tied_to_the_series(salon: Salon) -> None:
    done = book(salon, asked(salon.visit(), "FREQ=WEEKLY;INTERVAL=2;COUNT=3"))
    assert starts(done.made) == ["24 Nov 09:00", "08 Dec 09:00", "22 Dec 09:00"]
    assert len({appointment.session for appointment in done.made}) == 3
    assert {appointment.series for appointment in kept(salon)} == {done.made[0].series}
    assert [f"{appointment.series_day}" for appointment in kept(salon)] == [
        "2026-11-24", "2026-12-08", "2026-12-22",
    ]  # fmt: skip


def test_ten_o_clock_stays_ten_o_clock_when_the_clocks_change(salon: Salon) -> None:
    done = book(salon, asked(salon.visit(), "FREQ=MONTHLY;COUNT=6", WhenTaken.BOOK_ANYWAY))
    assert starts(done.made)[3:] == ["24 Feb 09:00", "24 Mar 09:00", "24 Apr 08:00"]


@pytest.mark.parametrize(
    ("taken", "expected", "overridden"),
    [
        (WhenTaken.SKIP, ["24 Nov 09:00", "08 Dec 09:00"], [False, False]),
        (
            WhenTaken.BOOK_ANYWAY,
            ["24 Nov 09:00", "01 Dec 09:00", "08 Dec 09:00"],
            [False, True, False],
        ),
    ],
)
def test_a_taken_date_is_left_out_or_booked_anyway(
    salon: Salon, taken: WhenTaken, expected: list[str], overridden: list[bool]
) -> None:
    calendar = salon.visit()
    salon.book(calendar, at(8, 10))
    request = asked(calendar, "FREQ=WEEKLY;COUNT=3", taken)
    done = book(salon, request)
    assert starts(done.made) == expected
    assert [appointment.overridden for appointment in done.made] == overridden


def test_all_or_nothing_books_nothing_and_names_the_date(salon: Salon) -> None:
    calendar = salon.visit()
    salon.book(calendar, at(8, 10))
    with pytest.raises(SlotNotOpen, match="1 of the 3 dates") as refused:
        book(salon, asked(calendar, "FREQ=WEEKLY;COUNT=3", None))
    assert any("2026-12-01T10:00+01:00 BOOKED" in line for line in refused.value.details)
    assert len(kept(salon)) == 1
    with salon.database.read() as reader:
        assert all_series(reader) == ()


@pytest.mark.parametrize("kind", [CalendarKind.CLASS, CalendarKind.SERVICE])
def test_a_class_and_a_service_have_no_series(salon: Salon, kind: CalendarKind) -> None:
    calendar = salon.calendar("Other", kind, salon.ana)
    with pytest.raises(RefusedByRule, match="no appointment repeats"):
        book(salon, asked(calendar, "FREQ=WEEKLY;COUNT=3"))


def test_a_simple_calendar_has_series(salon: Salon) -> None:
    hall = salon.calendar("Hall", CalendarKind.SIMPLE)
    assert len(book(salon, asked(hall, "FREQ=DAILY;COUNT=3")).made) == 3


def test_taken_dates_do_not_move_in_a_series(salon: Salon) -> None:
    with pytest.raises(InvalidInput, match="leaves taken dates out"):
        book(salon, asked(salon.visit(), "FREQ=WEEKLY;COUNT=3", WhenTaken.NEXT))


def test_an_endless_series_is_made_for_a_year(salon: Salon) -> None:
    done = book(salon, asked(salon.visit(), "FREQ=WEEKLY"))
    assert len(done.made) == 53
    assert done.dropped == ()


def test_an_endless_daily_series_is_made_for_a_hundred_dates(salon: Salon) -> None:
    hall = salon.calendar("Hall", CalendarKind.SIMPLE)
    done = book(salon, asked(hall, "FREQ=DAILY", WhenTaken.BOOK_ANYWAY))
    assert len(done.made) == 100
    assert len(go_on(salon, timedelta(days=3))) == 3


def test_an_endless_series_never_runs_beyond_the_booking_window(salon: Salon) -> None:
    done = book(salon, asked(salon.visit(window=timedelta(days=20)), "FREQ=WEEKLY"))
    assert (starts(done.made), done.dropped) == (
        ["24 Nov 09:00", "01 Dec 09:00", "08 Dec 09:00"],
        (),
    )
    assert go_on(salon, timedelta(hours=1)) == ()
    made = go_on(salon, WEEK)
    assert starts(made) == ["15 Dec 09:00"]
    assert made[0].overridden is False


def test_going_on_twice_makes_nothing_twice(salon: Salon) -> None:
    book(salon, asked(salon.visit(window=timedelta(days=20)), "FREQ=WEEKLY"))
    assert len(go_on(salon, 2 * WEEK)) == 2
    assert go_on(salon, 2 * WEEK) == ()


def test_two_processes_that_go_on_at_once_make_each_date_once(salon: Salon, tmp_path: Path) -> None:
    book(salon, asked(salon.visit(window=timedelta(days=20)), "FREQ=DAILY"))
    before = len(kept(salon))

    def another() -> int:
        database = Database.open(tmp_path / "lcdesk.sqlite3")
        try:
            return go_on_with_series(database, now=salon.now + WEEK)
        finally:
            database.close()

    with ThreadPoolExecutor(3) as pool:
        made = sum(pool.map(lambda _: another(), range(3)))
    assert len(kept(salon)) - before == made == 5  # a week without its weekend


def test_cancelled_and_moved_occurrences_do_not_come_back(salon: Salon) -> None:
    done = book(salon, asked(salon.visit(window=timedelta(days=20)), "FREQ=WEEKLY"))
    with salon.database.write() as tx:
        cancel(tx, done.made[1].id, now=salon.now)
        move(tx, done.made[2].id, start=at(16, 15), now=salon.now)
    go_on(salon, WEEK)
    living = tuple(
        appointment for appointment in kept(salon) if appointment.status is Status.CONFIRMED
    )
    assert starts(living) == ["24 Nov 09:00", "09 Dec 14:00", "15 Dec 09:00"]


def test_a_later_date_that_is_taken_follows_the_choice_made(salon: Salon) -> None:
    window = timedelta(days=20)
    ana, ben = (
        salon.visit(window=window),
        salon.calendar("Second", CalendarKind.ROUND_ROBIN, salon.ben, window=window),
    )
    book(salon, asked(ana, "FREQ=WEEKLY", WhenTaken.SKIP))
    book(salon, asked(ben, "FREQ=WEEKLY", WhenTaken.BOOK_ANYWAY))
    for calendar in (ana, ben):
        salon.book(calendar, at(22, 10), insist=True)
    (made,) = go_on(salon, WEEK)
    assert (made.calendar, made.overridden) == (ben.id, True)
    assert "not open: Ben is not free" in made.flagged or "Cleo Park" in made.flagged
    assert made.flagged.startswith("The series went on at a time that is not open:")


def test_a_series_ends_where_its_rule_does(salon: Salon) -> None:
    done = book(salon, asked(salon.visit(), "FREQ=WEEKLY;UNTIL=20261208"))
    assert len(done.made) == 3
    assert go_on(salon, 52 * WEEK) == ()


def test_a_long_series_is_made_for_a_year_and_gone_on_with(salon: Salon) -> None:
    done = book(salon, asked(salon.visit(), "FREQ=WEEKLY;COUNT=60"))
    assert len(done.made) == 53
    assert len(go_on(salon, 3 * WEEK)) == 3
    assert len(go_on(salon, 30 * WEEK)) == 4
    assert go_on(salon, 60 * WEEK) == ()


def test_a_calendar_that_takes_no_bookings_lets_its_series_wait(salon: Salon) -> None:
    from lcdesk.model.commands.calendars import set_active

    calendar = salon.visit(window=timedelta(days=20))
    book(salon, asked(calendar, "FREQ=WEEKLY"))
    with salon.database.write() as tx:
        set_active(tx, calendar.id, False)
    assert go_on(salon, WEEK) == ()
    with salon.database.write() as tx:
        set_active(tx, calendar.id, True)
    assert len(go_on(salon, WEEK)) == 1


def test_a_deleted_calendar_comes_back_with_its_series(salon: Salon) -> None:
    from lcdesk.model.store.removal import remove_calendar

    calendar = salon.visit()
    book(salon, asked(calendar, "FREQ=WEEKLY;COUNT=3"))
    before = kept(salon)
    with salon.database.write() as tx:
        remove_calendar(tx, calendar.id)
    assert kept(salon) == ()
    undo(salon)
    assert kept(salon) == before


def test_the_person_named_is_named_for_every_date(salon: Salon) -> None:
    team = salon.calendar("Team", CalendarKind.ROUND_ROBIN, salon.ana, salon.ben)
    request = asked(team, "FREQ=WEEKLY;COUNT=4")
    named = replace(request, booking=replace(request.booking, staff=(salon.ben.id,)))
    assert {appointment.staff for appointment in book(salon, named).made} == {(salon.ben.id,)}
