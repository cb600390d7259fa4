"""Events of a calendar file become appointments only as a person chooses, and once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from lcdesk.model.commands.appointments import cancel, move
from lcdesk.model.commands.calendar_files.booking_plan import plan_bookings
from lcdesk.model.commands.calendar_files.bookings import BookedFile, BookingWish, book_planned
from lcdesk.model.commands.calendar_files.planned import (
    MOST_BOOKINGS,
    BookingPlan,
)
from lcdesk.model.commands.calendar_files.reading import EventStanding, read_events
from lcdesk.model.commands.people import save_contact
from lcdesk.model.commands.undo import undo_last
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.errors import RefusedByRule
from lcdesk.model.domain.events import Appointment, Status
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.appointments import appointments_of_calendar
from lcdesk.model.store.people import contacts
from tests.salon import HOURS, Salon, at
from tests.unit.model.commands.calendar_files.test_updates import event, file, weekly

ZOE = "ATTENDEE;CN=Zoe Hart:mailto:Zoe@x.example"
DAN = Contact(0, "Dan Moss", "dan@x.example")
TEN, NOON = at(3, 10), at(3, 12)


class Desk:
    """Takes files in for one calendar."""

    def __init__(self, salon: Salon, calendar: Calendar) -> None:
        self.salon = salon
        self.calendar = calendar

    def plan(self, content: bytes) -> BookingPlan:
        salon = self.salon
        with salon.database.read() as reader:
            found = read_events(content, self.calendar.zone, salon.now)
            return plan_bookings(reader, found, self.calendar, salon.now)

    def standings(self, content: bytes) -> list[EventStanding]:
        return [planned.standing for planned in self.plan(content).bookings]

    def take(
        self,
        content: bytes,
        contact: Contact | None = None,
        *,
        only: Collection[int] | None = None,
        insist: bool = False,
    ) -> BookedFile:
        wishes = [
            BookingWish(planned, planned.contact or contact, insist)
            for planned in self.plan(content).bookings
            if only is None or planned.number in only
        ]
        with self.salon.database.write() as tx:
            return book_planned(tx, self.calendar.id, wishes, now=self.salon.now)

    def booked(self) -> list[tuple[str, datetime]]:
        """The living appointments by title and start."""
        return [(one.title, one.span.start) for one in self.all() if one.status.takes_time]

    def all(self) -> tuple[Appointment, ...]:
        with self.salon.database.read() as reader:
            around = TimeSpan(at(-400, 0), at(900, 0))
            return appointments_of_calendar(reader, self.calendar.id, around)

    def names(self) -> list[str]:
        with self.salon.database.read() as reader:
            return sorted(contact.name for contact in contacts(reader).values())


@pytest.fixture
def desk(salon: Salon) -> Desk:
    return Desk(salon, salon.visit())


@pytest.fixture
def zoe(salon: Salon) -> Contact:
    with salon.database.write() as tx:
        tx.leave_out_of_undo()
        return save_contact(tx, Contact(0, "Zoe Hart", "zoe@x.example"), now=salon.now)


def test_an_event_is_booked_for_the_contact_with_its_attendees_address(
    desk: Desk, zoe: Contact
) -> None:
    content = file(event(TEN, ZOE, "LOCATION:Room 2", "DESCRIPTION:Bring papers", title="Advice"))
    (planned,) = desk.plan(content).bookings
    assert (planned.contact, planned.reason) == (zoe, "")
    (made,) = desk.take(content).booked
    assert (made.title, made.location, made.notes) == ("Advice", "Room 2", "Bring papers")
    assert (made.contacts, made.span.start) == ((zoe.id,), TEN)
    with desk.salon.database.write() as tx:
        undo_last(tx, now=desk.salon.now)
    assert desk.all() == ()
    assert desk.standings(content) == [EventStanding.NEW]


@pytest.mark.parametrize(
    "text",
    [
        event(TEN, "ATTENDEE;CN=ZOE  hart:mailto:other@x.example"),
        event(TEN, title="zoe hart"),
        event(TEN, ZOE, "ATTENDEE:mailto:ana@x.example"),
    ],
    ids=["name of the attendee", "title", "one of two"],
)
def test_a_contact_is_known_by_a_name_too(desk: Desk, zoe: Contact, text: str) -> None:
    assert [planned.contact for planned in desk.plan(file(text)).bookings] == [zoe]


def test_two_contacts_of_one_name_are_not_taken_for_each_other(desk: Desk, zoe: Contact) -> None:
    with desk.salon.database.write() as tx:
        save_contact(tx, replace(zoe, id=0, email=""), now=desk.salon.now)
    assert desk.plan(file(event(TEN, title="Zoe Hart"))).bookings[0].contact is None


def test_an_attendee_became_a_contact_by_itself(desk: Desk) -> None:
    content = file(event(TEN, ZOE))
    (planned,) = desk.plan(content).bookings
    assert planned.contact is None
    assert planned.guests == (Contact(0, "Zoe Hart", "zoe@x.example"),)
    done = desk.take(content)
    assert (done.booked, len(done.refused)) == ((), 1)
    assert desk.names() == []
    assert len(desk.take(content, planned.guests[0]).booked) == 1
    assert desk.names() == ["Zoe Hart"]


def test_a_time_that_is_not_open_is_booked_only_when_a_person_insists(desk: Desk) -> None:
    content = file(event(at(3, 20)))
    (planned,) = desk.plan(content).bookings
    assert planned.reason
    assert planned.is_possible
    done = desk.take(content, DAN)
    assert (done.booked, [refused.planned for refused in done.refused]) == ((), [planned])
    (made,) = desk.take(content, DAN, insist=True).booked
    assert made.overridden


def test_two_events_of_the_file_at_one_time_cost_only_the_second(desk: Desk) -> None:
    done = desk.take(file(event(TEN), event(TEN, uid="2", title="Twin")), DAN)
    assert [made.title for made in done.booked] == ["Dentist"]
    assert [refused.planned.title for refused in done.refused] == ["Twin"]


def test_what_is_over_can_be_booked_for_the_record(desk: Desk) -> None:
    content = file(event(at(-21, 10)))
    (planned,) = desk.plan(content).bookings
    assert (planned.is_over, bool(planned.reason)) == (True, True)
    assert len(desk.take(content, DAN, insist=True).booked) == 1


def test_an_event_longer_than_an_appointment_may_last_says_so(desk: Desk) -> None:
    (planned,) = desk.plan(file(event(TEN, hours=200))).bookings
    assert (planned.is_possible, "seven days" in planned.reason) == (False, True)


def test_a_class_takes_seats_until_it_is_full(salon: Salon) -> None:
    yoga = Desk(salon, salon.calendar("Yoga", CalendarKind.CLASS, salon.ana, seats=2))
    people = [Contact(0, name) for name in ("Cleo", "Dan", "Eve")]
    for number, who in enumerate(people[:2]):
        assert yoga.take(file(event(TEN, uid=str(number), hours=2)), who).booked
    first, second = yoga.all()
    assert (first.session, first.span) == (second.session, TimeSpan(TEN, TEN + timedelta(hours=1)))
    third = yoga.plan(file(event(TEN, uid="3"))).bookings[0]
    assert (third.standing, third.is_possible) == (EventStanding.NEW, False)
    known = yoga.plan(file(event(TEN, uid="4", title="Cleo"))).bookings[0]
    assert known.standing is EventStanding.APPOINTMENT


def test_a_file_that_was_booked_before_is_known(desk: Desk) -> None:
    content = file(event(TEN, "LOCATION:Room 2"))
    desk.take(content, DAN)
    assert desk.standings(content) == [EventStanding.KNOWN]


def test_an_appointment_that_stands_here_is_known_without_a_uid(desk: Desk) -> None:
    desk.salon.book(desk.calendar, TEN, DAN, title="Dentist", length=timedelta(hours=1))
    without = event(TEN).replace("UID:dentist\n", "")
    assert desk.standings(file(without)) == [EventStanding.APPOINTMENT]


def test_an_event_that_moved_moves_its_appointment(desk: Desk) -> None:
    desk.take(file(event(TEN)), DAN)
    (number,) = (one.id for one in desk.all())
    later = file(event(NOON, "SEQUENCE:1", "DESCRIPTION:Later", title="Dentist, late"))
    (planned,) = desk.plan(later).bookings
    assert planned.standing is EventStanding.CHANGED
    assert desk.take(later).changed == 1
    (one,) = desk.all()
    assert (one.id, one.span.start, one.title, one.notes) == (
        number,
        NOON,
        "Dentist, late",
        "Later",
    )
    assert desk.standings(later) == [EventStanding.KNOWN]
    assert desk.standings(file(event(TEN))) == [EventStanding.OLDER]


@pytest.mark.parametrize("method", ["", "CANCEL"])
def test_an_event_that_was_called_off_cancels_its_appointment(desk: Desk, method: str) -> None:
    desk.take(file(event(TEN)), DAN)
    called_off = file(event(TEN, "STATUS:CANCELLED"), method=method)
    assert desk.standings(called_off) == [EventStanding.CANCELLED]
    assert desk.take(called_off).cancelled == 1
    assert [one.status for one in desk.all()] == [Status.CANCELLED]
    assert desk.standings(called_off) == []


def test_what_was_moved_or_cancelled_here_since_is_left_to_the_person(desk: Desk) -> None:
    desk.take(file(event(TEN)), DAN)
    (one,) = desk.all()
    with desk.salon.database.write() as tx:
        move(tx, one.id, start=NOON, now=desk.salon.now)
    assert desk.standings(file(event(TEN))) == [EventStanding.KNOWN]
    assert desk.standings(file(event(at(4, 10)))) == [EventStanding.EDITED]
    with desk.salon.database.write() as tx:
        cancel(tx, one.id, now=desk.salon.now)
    assert desk.standings(file(event(TEN))) == [EventStanding.EDITED]
    assert [made.contacts for made in desk.take(file(event(TEN))).booked] == [one.contacts]
    assert desk.booked() == [("Dentist", TEN)]


def test_dates_of_a_series_are_offered_for_some_weeks_and_the_rest_is_named(desk: Desk) -> None:
    endless = event(TEN, "RRULE:FREQ=WEEKLY", title="Choir", uid="choir")
    plan = desk.plan(file(endless, event(at(400, 10), uid="far")))
    assert plan.shortened == ("Choir",)
    starts = [planned.span.start for planned in plan.bookings]
    assert starts[0] == TEN
    assert starts[-2] < plan.until < starts[-1], "single events count wherever they lie"
    short = desk.plan(file(weekly(TEN)))
    assert (len(short.bookings), short.shortened) == (3, ())


def test_a_file_of_too_many_events_is_cut_and_says_so(desk: Desk) -> None:
    many = [event(at(1, 9) + timedelta(hours=hour), uid=str(hour)) for hour in range(505)]
    plan = desk.plan(file(*many))
    assert (len(plan.bookings), plan.more) == (MOST_BOOKINGS, 5)


def test_one_bad_event_does_not_cost_the_others(desk: Desk) -> None:
    plan = desk.plan(file("BEGIN:VEVENT\nUID:x\nDTSTART:soon\nSUMMARY:Bad\nEND:VEVENT", event(TEN)))
    assert [planned.title for planned in plan.bookings] == ["Dentist"]
    assert [bad.title for bad in plan.unreadable] == ["Bad"]


def test_what_takes_no_time_is_not_booked(desk: Desk) -> None:
    assert desk.standings(file(event(TEN, "TRANSP:TRANSPARENT"))) == [EventStanding.FREE]
    assert desk.standings(file(event(TEN, hours=0))) == [EventStanding.FREE]


def test_a_calendar_that_is_switched_off_books_nothing(salon: Salon) -> None:
    off = Desk(salon, salon.calendar("Off", CalendarKind.SIMPLE, hours=HOURS, active=False))
    with (
        salon.database.write() as tx,
        pytest.raises(RefusedByRule, match="switched off"),
    ):
        book_planned(tx, off.calendar.id, [], now=salon.now)
