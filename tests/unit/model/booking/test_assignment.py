"""Who gets a booking, and the words for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from lcdesk.model.booking.assignment import choices, choose
from lcdesk.model.booking.situation import Choice, Situation
from lcdesk.model.booking.slots import slots
from lcdesk.model.domain.calendars import CalendarKind, Distribution, Priority
from lcdesk.model.domain.timespan import TimeSpan
from tests.unit.model.booking.desk import FRIDAY, ask, booked, dentist, desk, instant, member

ROUND_ROBIN = CalendarKind.ROUND_ROBIN


def team(*counts: int, kind: CalendarKind = ROUND_ROBIN, **settings: Any) -> Situation:
    """Ana, Ben, Cleo … with so many appointments this month, all of them on other days."""
    taken = tuple(
        replace(booked("10:00", "10:30", staff), span=_on(1 + number))
        for staff, count in enumerate(counts, 1)
        for number in range(count)
    )
    members = (member(staff) for staff in range(1, len(counts) + 1))
    return replace(desk(kind, *members, **settings), booked=taken)


def _on(day: int) -> TimeSpan:
    return TimeSpan.of_length(instant("10:00") + timedelta(days=day), timedelta(minutes=30))


def chosen(situation: Situation, **more: Any) -> Choice:
    return choose(situation, ask(situation, "12:00", "12:30"), **more)


def test_equal_distribution_takes_the_lowest_count_and_says_so() -> None:
    assert chosen(team(4, 3, 4)) == Choice((2,), "Ben — 3 this month, Ana 4, Cleo 4")


def test_equal_counts_follow_the_teams_order() -> None:
    assert chosen(team(1, 1, 1)).staff == (1,)


def test_no_counts_are_told_where_there_is_nobody_to_compare_with() -> None:
    assert chosen(team(4)) == Choice((1,), "Ana — the only member")


def test_only_this_month_counts() -> None:
    situation = team(0, 0)
    november = replace(booked("10:00", "10:30", 1), span=_on(-4))
    assert chosen(replace(situation, booked=(november,))).why == "Ana — 0 this month, Ben 0"


def test_another_month_is_named() -> None:
    situation = replace(team(0, 0), now=instant("12:00", date(2026, 11, 20)))
    assert chosen(situation).why == "Ana — 0 in December, Ben 0"


def test_who_was_passed_over_is_told_too() -> None:
    situation = team(1, 4, 0)
    busy = (*situation.members[:2], member(3, dentist("12:00", "13:00")))
    assert chosen(replace(situation, members=busy)) == Choice(
        (1,), "Ana — 1 this month, Ben 4 (held back), Cleo 0 (not free)"
    )


def test_a_named_member_comes_first_even_when_they_cannot() -> None:
    situation = team(5, 0)
    assert chosen(situation, named=(1,)) == Choice((1,), "Ana — asked for by name")


def test_the_present_member_keeps_it_if_they_can() -> None:
    situation = replace(team(5, 0), present=(1,))
    assert chosen(situation) == Choice((1,), "Ana — keeps the appointment")
    busy = (member(1, dentist("12:00", "13:00")), member(2))
    assert chosen(replace(situation, members=busy)).staff == (2,)


def test_availability_takes_the_highest_priority() -> None:
    situation = team(
        0, 0, distribution=Distribution.AVAILABILITY, priority={1: Priority.LOW, 2: Priority.HIGH}
    )
    assert chosen(situation) == Choice(
        (2,),
        "Ben — high priority with no appointment before, "
        "Ana low priority with no appointment before",
    )


def test_availability_then_takes_who_had_none_for_longest() -> None:
    taken = (booked("09:00", "09:30", 2), booked("10:00", "10:30", 1))
    situation = replace(team(0, 0, distribution=Distribution.AVAILABILITY), booked=taken)
    assert chosen(situation).staff == (2,)
    earlier = replace(situation.members[1], last=instant("09:00", date(2026, 11, 2)))
    waiting = replace(situation, booked=taken[1:], members=(situation.members[0], earlier))
    assert chosen(waiting).why == (
        "Ben — medium priority with the last one on Monday 2 November, "
        "Ana medium priority with the last one on Friday 4 December"
    )


def test_availability_then_follows_the_teams_order() -> None:
    assert chosen(team(0, 0, distribution=Distribution.AVAILABILITY)).staff == (1,)


def test_book_anyway_takes_the_held_back_before_the_busy() -> None:
    situation = team(3, 0)
    busy = (member(1), member(2, dentist("12:00", "13:00")))
    assert chosen(replace(situation, members=busy)) == Choice(
        (1,), "Ana — 3 this month, Ben 0 (not free)"
    )


def test_book_anyway_when_nobody_is_free_follows_the_same_rule() -> None:
    situation = team(1, 0)
    busy = (member(1, dentist("12:00", "13:00")), member(2, dentist("12:00", "13:00")))
    assert chosen(replace(situation, members=busy)).staff == (2,)


def test_a_service_holds_nobody_back() -> None:
    situation = team(3, 0, kind=CalendarKind.SERVICE)
    busy = (member(1), member(2, dentist("12:00", "13:00")))
    assert chosen(replace(situation, members=busy)).staff == (1,)


def test_the_kinds_that_leave_no_choice() -> None:
    assert chosen(team(0, 0, kind=CalendarKind.COLLECTIVE)) == Choice(
        (1, 2), "Ana and Ben together; Ana owns the contact"
    )
    assert chosen(team(0, 0, kind=CalendarKind.CLASS)) == Choice((1,), "Ana teaches the class")
    assert chosen(desk(CalendarKind.SIMPLE)) == Choice((), "Consultation has no staff")


def test_many_slots_are_chosen_for_as_one_would_be() -> None:
    situation = team(2, 1, 0)
    found = slots(situation, FRIDAY, 1)
    assert choices(situation, found) == [choose(situation, slot) for slot in found]
