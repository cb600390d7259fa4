"""Who gets a booking, from the store to the reason that is stored with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from lcdesk.model.commands.appointments import cancel, move, set_status
from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.domain.calendars import Calendar, CalendarKind, Distribution, Priority
from lcdesk.model.domain.errors import SlotNotOpen
from lcdesk.model.domain.events import Appointment, Status
from tests.desk import Desk, november

DAY = timedelta(days=1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def talk(desk: Desk) -> Calendar:
    """Ana and Ben, ids 1 and 2."""
    return desk.calendar(CalendarKind.ROUND_ROBIN, desk.staff("Ana"), desk.staff("Ben"))


def saved(desk: Desk, value: Calendar) -> Calendar:
    desk.now += timedelta(minutes=1)  # a reset counts from the next moment on
    with desk.database.write() as tx:
        return save_calendar(tx, value, desk.now)


def give(desk: Desk, talk: Calendar, staff: int, count: int, day: int = 24) -> list[Appointment]:
    """So many bookings for a member who was asked for by name."""
    return [desk.book(talk, november(day, 8 + at_), staff=(staff,)) for at_ in range(count)]


def away(desk: Desk, staff: int) -> None:
    with desk.database.write() as tx:
        block(tx, start=desk.now, end=desk.now + 20 * DAY, staff=staff)


def test_equal_shares_follow_the_counts_of_the_month(desk: Desk, talk: Calendar) -> None:
    told = [desk.book(talk, november(25, hour)).why for hour in range(9, 12)]
    assert told == [
        "Ana — 0 this month, Ben 0",
        "Ben — 0 this month, Ana 1",
        "Ana — 1 this month, Ben 1",
    ]


def test_somebody_asked_for_by_name_gets_it_and_counts(desk: Desk, talk: Calendar) -> None:
    (made,) = give(desk, talk, 2, 1)
    assert (made.staff, made.why) == ((2,), "Ben — asked for by name")
    assert desk.book(talk, november(25, 9)).staff == (1,)


@pytest.mark.parametrize("status", Status)
def test_cancelled_and_invalid_ones_do_not_count(
    desk: Desk, talk: Calendar, status: Status
) -> None:
    (made,) = give(desk, talk, 1, 1)
    with desk.database.write() as tx:
        set_status(tx, made.id, status, now=desk.now)
    assert desk.book(talk, november(25, 9)).staff == ((2,) if status.takes_time else (1,))


def test_the_member_keeps_it_on_a_reschedule_while_they_can(desk: Desk, talk: Calendar) -> None:
    give(desk, talk, 1, 2)
    kept = give(desk, talk, 1, 1, day=25)[0]
    with desk.database.write() as tx:
        moved = move(tx, kept.id, start=november(26, 9), now=desk.now)
    assert (moved.staff, moved.why) == ((1,), "Ana — keeps the appointment")
    desk.book(talk, november(27, 9), staff=(1,))
    with desk.database.write() as tx:
        moved = move(tx, kept.id, start=november(27, 9), now=desk.now)
    assert moved.staff == (2,)
    assert moved.why == "Ben — 0 this month, Ana 3 (not free)"


def test_who_is_three_ahead_waits_and_can_be_booked_all_the_same(
    desk: Desk, talk: Calendar
) -> None:
    """Ben is away and has none, so Ana is held back although nobody else can."""
    give(desk, talk, 1, 3)
    away(desk, 2)
    with pytest.raises(SlotNotOpen) as refused:
        desk.book(talk, november(25, 9))
    waits = "ROUND_ROBIN: held back with 3 this month: Ben has 0 and has to catch up first"
    assert waits in refused.value.details
    anyway = desk.book(talk, november(25, 9), insist=True)
    assert (anyway.staff, anyway.overridden) == ((1,), True)
    assert anyway.overridden_for.startswith(waits.partition(": ")[2])
    assert anyway.why == "Ana — 3 this month, Ben 0 (not free)"
    named = desk.book(talk, november(25, 10), staff=(1,))
    assert (named.staff, named.overridden, named.overridden_for) == ((1,), False, "")


@pytest.mark.parametrize("what", ["members", "mode"])
def test_counts_begin_anew_when_members_or_the_mode_change(
    desk: Desk, talk: Calendar, what: str
) -> None:
    give(desk, talk, 1, 3)
    if what == "members":
        cleo = desk.staff("Cleo")
        talk = saved(desk, replace(talk, staff=(1, 2, cleo.id)))
        talk = saved(desk, replace(talk, staff=(1, 2)))
    else:
        talk = saved(desk, replace(talk, distribution=Distribution.AVAILABILITY))
        talk = saved(desk, replace(talk, distribution=Distribution.EQUAL))
    assert desk.book(talk, november(25, 9)).why == "Ana — 0 this month, Ben 0"


@pytest.mark.parametrize("change", [{"duration": timedelta(hours=1)}, {"name": "Talk"}])
def test_other_settings_leave_the_counts(
    desk: Desk, talk: Calendar, change: dict[str, object]
) -> None:
    give(desk, talk, 1, 2)
    talk = saved(desk, replace(talk, **change))  # type: ignore[arg-type]  # any setting
    assert desk.book(talk, november(25, 9)).why == "Ben — 0 this month, Ana 2"


def test_availability_asks_priority_first_and_then_who_waited_longest(
    desk: Desk, talk: Calendar
) -> None:
    cleo = desk.staff("Cleo")
    talk = saved(
        desk,
        replace(
            talk,
            staff=(1, 2, cleo.id),
            distribution=Distribution.AVAILABILITY,
            priority={1: Priority.LOW, 2: Priority.HIGH, cleo.id: Priority.HIGH},
        ),
    )
    first, second, third = (desk.book(talk, november(25, hour)) for hour in (9, 10, 11))
    assert [appointment.staff[0] for appointment in (first, second, third)] == [2, cleo.id, 2]
    assert third.why.startswith("Ben — high priority with the last one on Wednesday 25 November")
    for member in (2, cleo.id):
        away(desk, member)
    assert desk.book(talk, november(26, 9)).staff == (1,)


def test_a_cancelled_booking_gives_its_turn_back(desk: Desk, talk: Calendar) -> None:
    made = desk.book(talk, november(25, 9))
    with desk.database.write() as tx:
        cancel(tx, made.id, now=desk.now)
    assert desk.book(talk, november(25, 9)).staff == made.staff
