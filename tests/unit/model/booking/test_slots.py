"""Look busy: a fixed part of each day is hidden in the shared list only."""

from __future__ import annotations

from dataclasses import replace

from lcdesk.model.booking.situation import Audience, Situation
from lcdesk.model.booking.slots import slots
from lcdesk.model.domain.calendars import CalendarKind
from tests.unit.model.booking.desk import FRIDAY, dentist, desk, member


def hidden(
    situation: Situation, *, days: int = 1, staff: tuple[int, ...] | None = None
) -> list[str]:
    found = slots(situation, FRIDAY, days, staff=staff, audience=Audience.SHARED)
    return [
        f"{slot.span.start:%d %H:%M}"
        for slot in found
        if "LOOKBUSY" in [reason.code for reason in slot.reasons]
    ]


SITUATION = desk(CalendarKind.ROUND_ROBIN, member(1), member(2), look_busy=30)


def test_the_percentage_of_the_days_candidates_is_hidden() -> None:
    assert len(slots(SITUATION, FRIDAY, 1)) == 16
    assert len(hidden(SITUATION)) == 4
    assert (
        all(not slot.open for slot in slots(SITUATION, FRIDAY, 1, audience=Audience.SHARED))
        is False
    )


def test_the_booking_dialog_sees_everything() -> None:
    assert all(slot.open for slot in slots(SITUATION, FRIDAY, 1))


def test_a_booking_neither_hides_nor_shows_others() -> None:
    busy = replace(SITUATION, members=(member(1, dentist("09:00", "13:00")), member(2)))
    assert hidden(busy) == hidden(SITUATION)


def test_the_choice_is_the_days_own() -> None:
    week = hidden(SITUATION, days=7)
    assert week[:4] == hidden(SITUATION)
    assert len({clock for _, clock in map(str.split, week)}) > 4


def test_asking_for_one_member_hides_the_same() -> None:
    assert hidden(SITUATION, staff=(1,)) == hidden(SITUATION)


def test_calendars_hide_differently() -> None:
    other = replace(SITUATION, calendar=replace(SITUATION.calendar, id=2))
    assert hidden(other) != hidden(SITUATION)


def test_not_for_classes() -> None:
    assert hidden(desk(CalendarKind.CLASS, member(1), look_busy=50)) == []


def test_all_or_nothing() -> None:
    assert len(hidden(desk(CalendarKind.ROUND_ROBIN, member(1), look_busy=100))) == 16
    assert hidden(desk(CalendarKind.ROUND_ROBIN, member(1))) == []
