"""The five kinds of calendar where they differ."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from lcdesk.model.booking.assignment import choose
from lcdesk.model.booking.service import busy_parts, length_of, processing_time
from lcdesk.model.booking.situation import Busy, Hold, ResourceUse, Situation
from lcdesk.model.domain.calendars import CalendarKind, Distribution, Resource
from lcdesk.model.domain.errors import InvalidInput
from tests.unit.model.booking.desk import (
    HOUR,
    MINUTE,
    NINE_TO_FIVE,
    appointment,
    ask,
    booked,
    codes,
    dentist,
    desk,
    every_day,
    lunch,
    member,
    reasons,
    span,
    starts,
)

PHASES = (20 * MINUTE, 30 * MINUTE, 10 * MINUTE)


# -- round robin --------------------------------------------------------------------------------


def test_round_robin_is_open_when_one_member_can() -> None:
    situation = desk(CalendarKind.ROUND_ROBIN, member(1, dentist("10:00", "11:00")), member(2))
    slot = ask(situation, "10:00", "10:30")
    assert (slot.open, slot.staff, tuple(slot.reasons)) == (True, (2,), ())


def test_round_robin_closed_lists_every_members_reasons() -> None:
    ana, ben = member(1, dentist("10:00", "11:00")), member(2, hours=every_day("13:00-17:00"))
    assert reasons(desk(CalendarKind.ROUND_ROBIN, ana, ben), "10:00", "10:30") == [
        ("USER", "none of Ana and Ben is free then", None),
        ("CONFLICT", "Family: Dentist 10:00–11:00", "Ana"),
        ("USER", "Ben has no hours at 10:00", "Ben"),
    ]


def test_a_member_asked_for_by_name_decides_alone() -> None:
    situation = desk(CalendarKind.ROUND_ROBIN, member(1, dentist("10:00", "11:00")), member(2))
    assert not ask(situation, "10:00", "10:30", (1,)).open
    assert ask(situation, "10:00", "10:30", (2,)).open
    assert ask(situation, "10:00", "10:30", ()).staff == (2,)
    with pytest.raises(InvalidInput, match="Consultation"):
        ask(situation, "10:00", "10:30", (3,))


def held_back(*busy_of_ben: str) -> Situation:
    """Ana has three this month and Ben none."""
    taken = tuple(booked(start, "17:00", 1) for start in ("13:00", "14:00", "15:00"))
    ben = member(2, *(dentist(start, "12:00") for start in busy_of_ben))
    return replace(desk(CalendarKind.ROUND_ROBIN, member(1), ben), booked=taken)


def test_equal_distribution_holds_back_who_is_three_above_the_lowest() -> None:
    assert ask(held_back(), "10:00", "10:30").staff == (2,)


def test_free_members_that_are_held_back_close_the_slot() -> None:
    assert reasons(held_back("09:00"), "10:00", "10:30") == [
        (
            "ROUND_ROBIN",
            "held back with 3 this month: Ben has 0 and has to catch up first",
            "Ana",
        ),
        ("CONFLICT", "Family: Dentist 09:00–12:00", "Ben"),
    ]


def test_a_member_who_is_away_all_month_holds_the_team_back_and_is_named() -> None:
    """The rule looks at everybody's count, free or not; naming somebody goes past it."""
    taken = tuple(booked(start, "17:00", 1) for start in ("13:00", "14:00", "15:00"))
    others = tuple(replace(stretch, staff=(2,)) for stretch in taken)
    away = tuple(member(number, dentist("00:00", "23:59")) for number in (3, 4))
    team = (member(1), member(2), *away)
    situation = replace(desk(CalendarKind.ROUND_ROBIN, *team), booked=(*taken, *others))
    told = {who: what for _, what, who in reasons(situation, "10:00", "10:30")}
    behind = "Cleo and Dora have 0 and have to catch up first"
    assert told["Ana"] == told["Ben"] == f"held back with 3 this month: {behind}"
    slot = ask(situation, "10:00", "10:30")
    assert not slot.open
    assert choose(situation, slot).staff == (1,), "who books anyway gets somebody who is free"
    named = ask(situation, "10:00", "10:30", (2,))
    assert named.open
    assert choose(situation, named, named=(2,)).staff == (2,)


def test_nobody_is_held_back_by_name_or_while_moving_or_under_availability() -> None:
    situation = held_back("09:00")
    by_availability = replace(situation.calendar, distribution=Distribution.AVAILABILITY)
    assert ask(situation, "10:00", "10:30", (1,)).open
    assert ask(replace(situation, present=(1,)), "10:00", "10:30").open
    assert ask(replace(situation, calendar=by_availability), "10:00", "10:30").open


# -- collective ---------------------------------------------------------------------------------


def test_collective_is_open_when_every_member_can() -> None:
    situation = desk(CalendarKind.COLLECTIVE, member(1), member(2), member(3))
    assert ask(situation, "10:00", "10:30").staff == (1, 2, 3)


def test_collective_closed_names_who_cannot_and_why() -> None:
    ana, ben = member(1, dentist("10:00", "11:00")), member(2, hours=every_day("13:00-17:00"))
    situation = desk(CalendarKind.COLLECTIVE, ana, ben, member(3))
    assert reasons(situation, "10:00", "10:30") == [
        ("COLLECTIVE", "Ana and Ben cannot", None),
        ("CONFLICT", "Family: Dentist 10:00–11:00", "Ana"),
        ("USER", "Ben has no hours at 10:00", "Ben"),
    ]
    assert ask(situation, "10:00", "10:30").staff == (3,)


def test_collective_always_asks_everybody() -> None:
    situation = desk(CalendarKind.COLLECTIVE, member(1), member(2, dentist("10:00", "11:00")))
    assert not ask(situation, "10:00", "10:30", (1,)).open


# -- class --------------------------------------------------------------------------------------


def yoga(*seats: tuple[str, str], **settings: int) -> Situation:
    """Ana's class; each pair is one seat taken."""
    sessions = [appointment(start, end) for start, end in dict.fromkeys(seats)]
    situation = desk(CalendarKind.CLASS, member(1, *sessions), member(2), **settings)
    return replace(situation, booked=tuple(booked(start, end, 1) for start, end in seats))


def test_a_session_that_the_owner_teaches_already_is_open_while_seats_remain() -> None:
    situation = yoga(("10:00", "10:30"), ("10:00", "10:30"), seats=3)
    assert (ask(situation, "10:00", "10:30").open, ask(situation, "10:00", "10:30").seats_left) == (
        True,
        1,
    )
    assert ask(situation, "11:00", "11:30").seats_left == 3


def test_a_full_class_has_no_seats() -> None:
    situation = yoga(("10:00", "10:30"), ("10:00", "10:30"), seats=2)
    assert reasons(situation, "10:00", "10:30") == [("NO_SEATS", "all 2 seats are taken", None)]
    assert ask(situation, "10:00", "10:30").seats_left == 0


def test_a_session_at_another_time_is_booked() -> None:
    situation = yoga(("10:00", "10:30"), seats=9)
    assert codes(situation, "10:15", "10:45") == {"USER", "BOOKED"}
    assert codes(situation, "10:00", "11:00") == {"USER", "BOOKED"}


def test_a_class_asks_its_owner_only() -> None:
    situation = desk(CalendarKind.CLASS, member(1, dentist("10:00", "11:00")), member(2), seats=5)
    assert not ask(situation, "10:00", "10:30").open


def test_the_day_limit_of_a_class_counts_sessions() -> None:
    situation = yoga(("10:00", "10:30"), ("10:00", "10:30"), seats=9, per_day=1)
    assert ask(situation, "10:00", "10:30").open
    assert codes(situation, "11:00", "11:30") == {"DAYLIMIT"}


# -- service ------------------------------------------------------------------------------------


def salon(*busy: Busy, **settings: Any) -> Situation:
    return desk(
        CalendarKind.SERVICE, member(1, *busy), phases=PHASES, interval=15 * MINUTE, **settings
    )


def test_a_service_lasts_as_long_as_its_phases() -> None:
    assert length_of(salon()) == HOUR
    assert length_of(replace(salon(), length=90 * MINUTE)) == 90 * MINUTE
    assert length_of(replace(salon(), phases=(HOUR,))) == HOUR
    assert starts(salon())[-1] == "16:00"


def test_staff_are_busy_in_the_first_and_the_last_phase_only() -> None:
    assert busy_parts(HOUR, PHASES) == ((0 * HOUR, 20 * MINUTE), (50 * MINUTE, HOUR))
    situation = salon(dentist("10:20", "10:50"))
    assert ask(situation, "10:00", "11:00").open
    assert not ask(situation, "10:01", "11:01").open


def test_processing_time_of_an_appointment_can_be_booked() -> None:
    there = appointment(
        "10:00", "11:00", processing=processing_time(span("10:00", "11:00"), PHASES)
    )
    situation = desk(CalendarKind.SERVICE, member(1, there))
    assert ask(situation, "10:20", "10:50").open
    assert codes(situation, "10:19", "10:49") == {"USER", "BOOKED"}


def test_another_length_stretches_the_processing_time() -> None:
    assert busy_parts(2 * HOUR, PHASES) == ((0 * HOUR, 20 * MINUTE), (110 * MINUTE, 2 * HOUR))
    assert busy_parts(30 * MINUTE, PHASES) == ((0 * HOUR, 30 * MINUTE),)
    assert processing_time(span("10:00", "10:30"), PHASES) is None


def test_a_service_without_three_phases_has_no_processing_time() -> None:
    assert busy_parts(HOUR, PHASES[:2]) == ((0 * HOUR, HOUR),)
    assert processing_time(span("10:00", "11:00"), ()) is None


def test_inside_processing_time_only_the_other_ones_buffers_count() -> None:
    there = appointment(
        "10:00", "11:00", processing=span("10:20", "10:50"), before=HOUR, after=HOUR
    )
    situation = desk(CalendarKind.SERVICE, member(1, there), before=5 * MINUTE, after=5 * MINUTE)
    assert ask(situation, "10:25", "10:45").open
    assert codes(situation, "10:24", "10:44") == {"USER", "BUFFER"}


def room(capacity: int, *holds: tuple[str, str]) -> Situation:
    taken = tuple(Hold(span(start, end), f"Cleo Park’s {start}") for start, end in holds)
    return replace(salon(), resources=(ResourceUse(Resource(1, "Room 1", capacity), taken),))


def test_a_resource_is_needed_for_the_whole_length() -> None:
    situation = room(1, ("10:20", "10:50"))
    assert reasons(situation, "10:00", "11:00") == [("RESOURCE", "Room 1: Cleo Park’s 10:20", None)]
    assert ask(situation, "10:50", "11:50").open


def test_a_hold_without_length_takes_no_resource() -> None:
    situation = room(1, ("10:00", "10:30"), ("10:15", "10:15"))
    assert reasons(situation, "10:00", "11:00") == [("RESOURCE", "Room 1: Cleo Park’s 10:00", None)]


def test_a_resource_is_taken_when_as_many_have_it_as_it_has_room_for() -> None:
    situation = room(2, ("10:00", "10:30"), ("10:30", "11:00"), ("10:45", "11:15"))
    assert reasons(situation, "09:45", "10:45") == []
    assert reasons(situation, "10:00", "11:00") == [
        ("RESOURCE", "Room 1: Cleo Park’s 10:30, Cleo Park’s 10:45", None)
    ]


# -- simple -------------------------------------------------------------------------------------


def counter(**settings: Any) -> Situation:
    situation = desk(CalendarKind.SIMPLE, hours=NINE_TO_FIVE, after=15 * MINUTE, **settings)
    return replace(situation, booked=(booked("10:00", "10:30"),))


def test_a_simple_calendar_has_its_own_hours_and_appointments_and_no_staff() -> None:
    slot = ask(counter(), "11:00", "11:30")
    assert (slot.open, slot.staff) == (True, ())
    assert reasons(counter(), "10:00", "10:30") == [("BOOKED", "Cleo Park’s 10:00", None)]
    assert reasons(counter(), "10:30", "11:00") == [
        ("BUFFER", "buffer after Cleo Park’s 10:00", None)
    ]
    assert reasons(counter(), "08:00", "08:30") == [
        ("USER", "Consultation has no hours at 08:00", None)
    ]
    assert reasons(counter(), "16:45", "17:15") == [
        ("DURATION", "Consultation’s hours end at 17:00", None)
    ]


def test_a_simple_calendar_takes_as_many_as_its_capacity() -> None:
    assert ask(counter(per_slot=2), "10:00", "10:30").open


def test_a_blocked_slot_closes_a_simple_calendar() -> None:
    situation = replace(counter(), blocked=(lunch("12:00", "13:00"),))
    assert reasons(situation, "12:00", "12:30") == [("BLOCKED", "Lunch 12:00–13:00", None)]


def test_a_simple_calendar_lists_its_slots() -> None:
    assert starts(counter(), is_open=False) == ["09:30", "10:00", "10:30"]


# -- a calendar without staff -------------------------------------------------------------------


@pytest.mark.parametrize(
    "kind", [CalendarKind.ROUND_ROBIN, CalendarKind.CLASS, CalendarKind.SERVICE]
)
def test_without_staff_nobody_has_hours(kind: CalendarKind) -> None:
    assert reasons(desk(kind), "10:00", "10:30") == [("USER", "nobody has hours then", None)]


def test_a_collective_without_staff_is_closed() -> None:
    assert not ask(desk(CalendarKind.COLLECTIVE), "10:00", "10:30").open
