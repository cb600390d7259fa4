"""Notice, booking window, day limit, appointments per slot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lcdesk.model.booking.situation import Slot
from lcdesk.model.booking.slots import check
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.timespan import TimeSpan
from tests.unit.model.booking.desk import (
    HOUR,
    MINUTE,
    appointment,
    ask,
    booked,
    codes,
    desk,
    instant,
    member,
    reasons,
)

ROUND_ROBIN = CalendarKind.ROUND_ROBIN
COLLECTIVE = CalendarKind.COLLECTIVE


def test_a_start_before_now_is_past() -> None:
    situation = replace(desk(ROUND_ROBIN, member(1)), now=instant("10:00"))
    assert reasons(situation, "09:59", "10:29") == [("PAST", "already started", None)]
    assert ask(situation, "10:00", "10:30").open


def test_minimum_notice() -> None:
    situation = replace(desk(ROUND_ROBIN, member(1), notice=2 * HOUR), now=instant("10:00"))
    assert reasons(situation, "11:59", "12:29") == [
        ("NOTICE", "less than the minimum notice of 2 hours", None)
    ]
    assert ask(situation, "12:00", "12:30").open
    assert codes(situation, "09:30", "10:00") == {"PAST", "NOTICE"}


def test_the_booking_window() -> None:
    situation = replace(
        desk(ROUND_ROBIN, member(1), window=timedelta(days=1)), now=instant("10:00")
    )

    def tomorrow(clock: str) -> Slot:
        return check(situation, TimeSpan.of_length(instant(clock, date(2026, 12, 5)), 30 * MINUTE))

    assert tomorrow("10:00").open
    assert [(reason.code, reason.what) for reason in tomorrow("10:01").reasons] == [
        ("TOOFAR", "beyond the booking window of 1 day")
    ]


def test_the_day_limit_is_per_member_on_a_round_robin() -> None:
    taken = (booked("09:00", "09:30", 1), booked("10:00", "10:30", 1))
    situation = replace(desk(ROUND_ROBIN, member(1), member(2), per_day=2), booked=taken)
    assert ask(situation, "15:00", "15:30").staff == (2,)
    assert reasons(situation, "15:00", "15:30", (1,)) == [
        ("DAYLIMIT", "the limit of 2 a day is reached on Friday 4 December", "Ana")
    ]


def test_the_day_limit_is_the_calendars_on_a_collective() -> None:
    situation = replace(
        desk(COLLECTIVE, member(1), member(2), per_day=1), booked=(booked("09:00", "09:30", 1, 2),)
    )
    assert reasons(situation, "15:00", "15:30") == [
        ("DAYLIMIT", "the limit of 1 a day is reached on Friday 4 December", None)
    ]


def test_the_day_limit_counts_local_days_of_the_calendars_zone() -> None:
    late = booked("23:30", "24:00", 1)  # already Saturday in Berlin
    situation = desk(ROUND_ROBIN, member(1), per_day=1, zone="Europe/Berlin")
    assert ask(replace(situation, booked=(late,)), "15:00", "15:30").open


@pytest.mark.parametrize("status", list(Status))
def test_cancelled_and_invalid_never_count(status: Status) -> None:
    taken = (booked("09:00", "09:30", 1, status=status),)
    situation = replace(desk(ROUND_ROBIN, member(1), per_day=1), booked=taken)
    is_dead = status in (Status.CANCELLED, Status.INVALID)
    assert ask(situation, "15:00", "15:30").open is is_dead


def test_an_appointment_across_two_slots_takes_a_place_of_both() -> None:
    situation = desk(ROUND_ROBIN, member(1, appointment("10:15", "10:45")), per_slot=2)
    assert ask(situation, "10:00", "10:30").open
    twice = desk(
        ROUND_ROBIN,
        member(1, appointment("10:00", "10:30"), appointment("10:15", "10:45")),
        per_slot=2,
    )
    assert ("SLOTMAX", "2 of 2 there: Cleo Park’s 10:00, Cleo Park’s 10:15", "Ana") in reasons(
        twice, "10:00", "10:30"
    )
    assert ask(twice, "10:30", "11:00").open


def test_places_are_for_appointments_of_this_calendar_only() -> None:
    situation = desk(ROUND_ROBIN, member(1, appointment("10:00", "10:30", calendar=7)), per_slot=9)
    assert codes(situation, "10:00", "10:30") == {"USER", "BOOKED"}


def test_an_appointment_beside_the_slot_keeps_its_buffer_whatever_the_capacity() -> None:
    there = appointment("10:00", "10:30", after=15 * MINUTE)
    situation = desk(ROUND_ROBIN, member(1, there), per_slot=2)
    assert ask(situation, "10:15", "10:45").open
    assert codes(situation, "10:30", "11:00") == {"USER", "BUFFER"}
