"""Who of those who wait could be booked: after what was freed, and next."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from lcdesk.model.commands import appointments
from lcdesk.model.commands.blocked_slots import block, unblock
from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.commands.people import save_staff
from lcdesk.model.commands.waiting.entries import add_waiting
from lcdesk.model.commands.waiting.fitting import next_fits, who_fits
from lcdesk.model.domain.calendars import Calendar, CalendarKind, Resource, ServiceOption
from lcdesk.model.domain.changes import ChangeSet, Freed
from lcdesk.model.domain.people import Contact, Hours
from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.store import people
from lcdesk.model.store.waiting import all_waiting
from tests.salon import MONDAY, Salon, at, day
from tests.undoing import undo

HOUR = timedelta(hours=1)


def put(salon: Salon, calendar: Calendar, name: str = "Dana", **more: Any) -> Waiting:
    value = Waiting(0, calendar.id, 0, MONDAY, day(6), at(0, 8))
    with salon.database.write() as tx:
        return add_waiting(tx, replace(value, **more), Contact(0, name))


class Listener:
    """What was freed by the last change."""

    def __init__(self, salon: Salon) -> None:
        self.salon = salon
        self.freed: tuple[Freed, ...] = ()
        salon.database.listen(self._hear)

    def _hear(self, changes: ChangeSet) -> None:
        self.freed = changes.freed

    def fits(self, most: int = 9) -> list[tuple[int, object]]:
        """Who could take it, and from when."""
        with self.salon.database.read() as reader:
            found = who_fits(reader, self.freed, now=self.salon.now, most=most)
        return [(fit.waiting.id, fit.slot.span.start) for fit in found]


def fill(salon: Salon, calendar: Calendar, *days: int) -> list[int]:
    """Book every hour of these days; the appointments' numbers."""
    return [salon.book(calendar, at(day, hour)).id for day in days for hour in range(9, 18)]


def full_visit(salon: Salon) -> tuple[Calendar, list[int]]:
    visit = salon.visit(duration=HOUR, interval=HOUR)
    return visit, fill(salon, visit, 0, 1)


def test_a_cancellation_shows_who_fits_the_oldest_first(salon: Salon) -> None:
    visit, booked = full_visit(salon)
    late = put(salon, visit, "Late", since=at(0, 9))
    early = put(salon, visit, "Early", since=at(0, 8))
    put(salon, visit, "Morning", before=12 * 60)
    put(salon, visit, "Wednesday", first=day(2))
    heard = Listener(salon)
    with salon.database.write() as tx:
        appointments.cancel(tx, booked[14], now=salon.now)
    assert heard.fits() == [(early.id, at(1, 14)), (late.id, at(1, 14))]
    assert heard.fits(most=1) == [(early.id, at(1, 14))]


def test_nothing_is_freed_by_a_booking_or_by_words(salon: Salon) -> None:
    visit, booked = full_visit(salon)
    put(salon, visit)
    heard = Listener(salon)
    with salon.database.write() as tx:
        appointments.edit(tx, booked[0], notes="Tea", now=salon.now)
    assert heard.freed == ()
    salon.book(visit, at(2, 9))
    assert heard.freed == ()


def test_a_move_frees_where_it_was_and_an_undone_booking_too(salon: Salon) -> None:
    visit, booked = full_visit(salon)
    waits = put(salon, visit)
    heard = Listener(salon)
    with salon.database.write() as tx:
        appointments.move(tx, booked[9], start=at(2, 9), now=salon.now)
    assert heard.fits() == [(waits.id, at(1, 9))]
    salon.book(visit, at(1, 9))
    undo(salon)
    assert heard.fits() == [(waits.id, at(1, 9))]


def test_an_undone_cancellation_offers_nothing(salon: Salon) -> None:
    visit, booked = full_visit(salon)
    put(salon, visit)
    with salon.database.write() as tx:
        appointments.cancel(tx, booked[0], now=salon.now)
    heard = Listener(salon)
    undo(salon)
    assert heard.fits() == []


def test_a_seat_that_is_free_again(salon: Salon) -> None:
    yoga = salon.calendar("Yoga", CalendarKind.CLASS, salon.ben, seats=1, duration=HOUR)
    seat = salon.book(yoga, at(1, 10, 20), insist=True)  # beside the grid
    waits = put(salon, yoga, after=10 * 60 + 20, before=11 * 60 + 20)
    heard = Listener(salon)
    with salon.database.write() as tx:
        appointments.cancel(tx, seat.id, now=salon.now)
    assert heard.fits() == [(waits.id, at(1, 10, 20))]


def test_time_of_a_member_is_offered_to_all_the_member_s_calendars(salon: Salon) -> None:
    visit = salon.visit(duration=HOUR, interval=HOUR)
    other = salon.calendar("Other", CalendarKind.ROUND_ROBIN, salon.ana, duration=HOUR)
    foreign = salon.calendar("Foreign", CalendarKind.ROUND_ROBIN, salon.ben, duration=HOUR)
    booked = salon.book(visit, at(1, 10))
    waits = put(salon, other, before=11 * 60 + 30)
    put(salon, foreign)  # open anyway, and nothing of it was freed
    heard = Listener(salon)
    with salon.database.write() as tx:
        appointments.cancel(tx, booked.id, now=salon.now)
    ((who, start),) = heard.fits()
    assert (who, start) == (waits.id, at(1, 9, 30))


def test_a_room_that_is_free_again_is_offered_to_others(salon: Salon) -> None:
    with salon.database.write() as tx:
        room = people.insert_resource(tx, Resource(0, "Room"))
    more: dict[str, Any] = {"resources": (room,), "duration": HOUR, "interval": HOUR}
    one = salon.calendar("One", CalendarKind.SERVICE, salon.ana, **more)
    two = salon.calendar("Two", CalendarKind.SERVICE, salon.ben, **more)
    booked = salon.book(one, at(1, 10))
    waits = put(salon, two, after=600, before=660, first=day(1), last=day(1))
    heard = Listener(salon)
    with salon.database.write() as tx:
        appointments.cancel(tx, booked.id, now=salon.now)
    assert heard.fits() == [(waits.id, at(1, 10))]


def test_time_that_is_unblocked(salon: Salon) -> None:
    visit = salon.visit(duration=HOUR, interval=HOUR)
    with salon.database.write() as tx:
        blocked = block(tx, start=at(1, 0), end=at(2, 0), staff=salon.ana.id)
    waits = put(salon, visit, first=day(1), last=day(1))
    heard = Listener(salon)
    with salon.database.write() as tx:
        unblock(tx, blocked.id)
    assert heard.fits() == [(waits.id, at(1, 9))]
    undo(salon)
    assert heard.fits() == []


def test_hours_that_open(salon: Salon) -> None:
    visit = salon.visit(duration=HOUR, interval=HOUR)
    waits = put(salon, visit, weekdays=(5,))
    heard = Listener(salon)
    with salon.database.write() as tx:
        save_staff(tx, replace(salon.ana, email="a@x.example"))
    assert heard.freed == ()
    weekly = salon.ana.hours.weekly
    more = Hours((*weekly[:5], weekly[0], ()))
    with salon.database.write() as tx:
        save_staff(tx, replace(salon.ana, hours=more))
    assert heard.fits() == [(waits.id, at(5, 9))]


def test_more_seats_free_time_and_another_name_does_not(salon: Salon) -> None:
    yoga = salon.calendar("Yoga", CalendarKind.CLASS, salon.ben, seats=1, duration=HOUR)
    fill_one = salon.book(yoga, at(1, 10))
    waits = put(salon, yoga, first=day(1), last=day(1), after=600, before=660)
    heard = Listener(salon)
    with salon.database.write() as tx:
        save_calendar(tx, replace(yoga, description="With mats"), salon.now)
    assert heard.freed == ()
    with salon.database.write() as tx:
        save_calendar(tx, replace(yoga, seats=2), salon.now)
    assert heard.fits() == [(waits.id, fill_one.span.start)]


def test_what_is_over_offers_nothing(salon: Salon) -> None:
    visit, booked = full_visit(salon)
    put(salon, visit)
    salon.now = at(2, 0)
    heard = Listener(salon)
    with salon.database.write() as tx:
        appointments.cancel(tx, booked[3], now=salon.now)
    assert heard.fits() == []


def next_starts(salon: Salon) -> dict[int, object]:
    with salon.database.read() as reader:
        found = next_fits(reader, all_waiting(reader), now=salon.now)
    return {number: fit.slot.span.start for number, fit in found.items()}


def test_the_next_open_time_is_of_the_member_and_as_long_as_asked_for(salon: Salon) -> None:
    long = ServiceOption("Long", timedelta(hours=2))
    cut = salon.calendar(
        "Cut",
        CalendarKind.SERVICE,
        salon.ana,
        salon.ben,
        duration=HOUR,
        interval=HOUR,
        variations=(long,),
    )
    salon.book(cut, at(0, 9), staff=(salon.ben.id,))
    salon.book(cut, at(0, 11), staff=(salon.ben.id,))
    anybody = put(salon, cut)
    short = put(salon, cut, staff=salon.ben.id)
    two_hours = put(salon, cut, staff=salon.ben.id, variation="Long")
    gone = put(salon, cut, first=day(-7), last=day(-1), since=at(-7, 8))
    assert next_starts(salon) == {
        anybody.id: at(0, 9),
        short.id: at(0, 10),
        two_hours.id: at(0, 12),
    }
    with salon.database.write() as tx:
        save_calendar(tx, replace(cut, variations=(), active=True), salon.now)
    assert two_hours.id not in next_starts(salon)
    with salon.database.write() as tx:
        save_calendar(tx, replace(cut, active=False), salon.now)
    assert next_starts(salon) == {}
    assert gone.id


def test_many_who_wait_for_the_same_ask_the_rules_once(salon: Salon) -> None:
    visit, booked = full_visit(salon)
    with salon.database.write() as tx:
        tx.leave_out_of_undo()
        for number in range(400):
            value = Waiting(0, visit.id, 0, day(number % 2), day(1), at(0, 8))
            add_waiting(tx, value, Contact(0, f"Person {number}"))
    heard = Listener(salon)
    with salon.database.write() as tx:
        appointments.cancel(tx, booked[14], now=salon.now)
    assert len(heard.fits(most=4)) == 4
    assert len(next_starts(salon)) == 400
