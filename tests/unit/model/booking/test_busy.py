"""What takes a member's time, and the gaps that buffers ask for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lcdesk.model.booking.situation import Busy, ReasonCode
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.words import ICLOUD, place_of_host
from tests.unit.model.booking.desk import (
    MINUTE,
    appointment,
    ask,
    codes,
    dentist,
    desk,
    lunch,
    member,
    reasons,
    starts,
)

ROUND_ROBIN = CalendarKind.ROUND_ROBIN
QUARTER = 15 * MINUTE


def test_an_icloud_event_is_a_conflict_and_is_named() -> None:
    situation = desk(ROUND_ROBIN, member(1, dentist("10:00", "11:00")))
    assert reasons(situation, "10:30", "11:00") == [
        ("USER", "Ana is not free then", "Ana"),
        ("CONFLICT", "Family: Dentist 10:00–11:00", "Ana"),
    ]


def test_a_conflict_says_where_its_event_stands() -> None:
    """What was in a calendar on a server was told as being in iCloud."""
    server = place_of_host("dav.example.org")
    busy = replace(dentist("10:00", "11:00"), server_name=server)
    slot = ask(desk(ROUND_ROBIN, member(1, busy, dentist("10:00", "11:00"))), "10:30", "11:00")
    found = [reason.server_name for reason in slot.reasons if reason.code is ReasonCode.CONFLICT]
    assert found == [server, ICLOUD]


def test_an_appointment_of_any_of_the_members_calendars_is_booked() -> None:
    situation = desk(ROUND_ROBIN, member(1, appointment("09:30", "10:00", calendar=7)))
    assert ("BOOKED", "Cleo Park’s 09:30", "Ana") in reasons(situation, "09:30", "10:00")


def test_a_blocked_slot_of_the_member_is_blocked() -> None:
    situation = desk(ROUND_ROBIN, member(1, lunch("12:00", "13:00")))
    assert ("BLOCKED", "Lunch 12:00–13:00", "Ana") in reasons(situation, "12:30", "13:00")


def test_a_blocked_slot_of_the_calendar_is_told_once() -> None:
    situation = replace(desk(ROUND_ROBIN, member(1), member(2)), blocked=(lunch("12:00", "13:00"),))
    assert reasons(situation, "12:30", "13:00") == [("BLOCKED", "Lunch 12:00–13:00", None)]
    assert ask(situation, "12:30", "13:00").staff == (1, 2)


def test_touching_is_not_overlapping() -> None:
    situation = desk(ROUND_ROBIN, member(1, dentist("10:00", "11:00"), lunch("11:30", "12:00")))
    assert ask(situation, "09:30", "10:00").open
    assert ask(situation, "11:00", "11:30").open


def test_an_event_without_length_blocks_nothing() -> None:
    situation = desk(ROUND_ROBIN, member(1, dentist("10:15", "10:15")), before=QUARTER)
    assert ask(situation, "10:00", "10:30").open


def test_every_reason_is_told_and_not_only_the_first() -> None:
    ana = member(
        1, dentist("10:00", "11:00"), lunch("10:15", "10:45"), appointment("10:15", "10:30")
    )
    situation = desk(ROUND_ROBIN, ana, notice=48 * 60 * MINUTE, per_day=0)
    assert codes(situation, "10:00", "10:30") == {
        "NOTICE", "USER", "CONFLICT", "BLOCKED", "BOOKED", "DAYLIMIT",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end", "is_open"),
    [
        ("09:00", "09:20", True),  # 40 minutes free: after(new) 10 + before(existing) 30
        ("09:00", "09:21", False),
        ("10:55", "11:30", True),  # 25 minutes free: after(existing) 5 + before(new) 20
        ("10:54", "11:30", False),
    ],
)
def test_between_appointments_the_buffers_of_both_add_up(
    start: str, end: str, *, is_open: bool
) -> None:
    there = appointment("10:00", "10:30", calendar=7, before=30 * MINUTE, after=5 * MINUTE)
    situation = desk(ROUND_ROBIN, member(1, there), before=20 * MINUTE, after=10 * MINUTE)
    assert ask(situation, start, end).open is is_open


@pytest.mark.parametrize("there", [dentist("10:00", "10:30"), lunch("10:00", "10:30")])
def test_against_blocked_slots_and_events_only_the_new_ones_buffers_count(there: Busy) -> None:
    situation = desk(ROUND_ROBIN, member(1, there), before=20 * MINUTE, after=10 * MINUTE)
    assert ask(situation, "09:20", "09:50").open
    assert not ask(situation, "09:21", "09:51").open
    assert ask(situation, "10:50", "11:20").open
    assert not ask(situation, "10:49", "11:19").open


def test_where_only_a_buffer_collides_the_reason_says_whose() -> None:
    ana = member(1, appointment("09:30", "10:00", after=QUARTER), dentist("11:00", "12:00"))
    situation = desk(ROUND_ROBIN, ana, after=QUARTER)
    assert reasons(situation, "10:00", "10:30")[1:] == [
        ("BUFFER", "buffer after Cleo Park’s 09:30", "Ana")
    ]
    assert reasons(situation, "10:30", "11:00")[1:] == [
        ("BUFFER", "buffer after, up to Family: Dentist 11:00–12:00", "Ana")
    ]


def test_an_overlap_is_not_told_as_a_buffer_too() -> None:
    situation = desk(ROUND_ROBIN, member(1, appointment("10:00", "10:30", after=QUARTER)))
    assert codes(situation, "10:00", "10:30") == {"USER", "BOOKED"}


def test_time_that_is_being_moved_is_not_taken() -> None:
    situation = desk(ROUND_ROBIN, member(1, appointment("10:00", "11:00", session="s1")))
    assert not ask(situation, "10:30", "11:30").open
    assert ask(replace(situation, moving="s1"), "10:30", "11:30").open


def test_a_long_event_closes_every_start_that_it_covers() -> None:
    situation = desk(ROUND_ROBIN, member(1, dentist("09:00", "16:30")))
    assert starts(situation) == ["16:30"]


def test_the_order_of_taken_time_does_not_matter() -> None:
    there = [dentist("15:00", "15:30"), lunch("09:00", "09:30"), appointment("09:30", "15:00")]
    situations = (desk(ROUND_ROBIN, member(1, *order)) for order in (there, there[::-1]))
    assert {tuple(starts(situation)) for situation in situations} == {("15:30", "16:00", "16:30")}
