"""Equal distribution over ten thousand bookings, and what its words claim."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from lcdesk.model.booking.assignment import choose
from lcdesk.model.booking.situation import Booked, Busy, BusyKind, Member, Situation
from lcdesk.model.booking.slots import check
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.people import Hours, HoursBlock, StaffMember
from lcdesk.model.domain.timespan import TimeSpan

BOOKINGS = 10_000
NAMES = ("Ana", "Ben", "Cleo", "Dora", "Eve")
HALF_HOUR = timedelta(minutes=30)


class Month:
    """One month of a team's bookings, made one after the other; some are away for a while."""

    def __init__(self, chance: random.Random, first: datetime) -> None:
        self._chance = chance
        self._first = first
        self._team = NAMES[: chance.randint(2, len(NAMES))]
        self._booked: list[Booked] = []
        self._busy = {staff: self._away() for staff in range(1, len(self._team) + 1)}
        self.counts = dict.fromkeys(self._busy, 0)

    def book(self) -> bool:
        """Try one random start; whether it was open and is now booked."""
        start = self._first + HALF_HOUR * self._chance.randrange(28 * 48)
        situation = self._situation()
        slot = check(situation, TimeSpan.of_length(start, HALF_HOUR))
        if not slot.open:
            return False
        choice = choose(situation, slot)
        self._check_words(choice.why, choice.staff[0])
        self._take(choice.staff[0], slot.span)
        return True

    def _check_words(self, why: str, chosen: int) -> None:
        told = {name: int(count) for name, count in re.findall(r"(\w+)(?: —)? (\d+)", why)}
        assert told == {self._team[staff - 1]: count for staff, count in self.counts.items()}
        assert why.startswith(self._team[chosen - 1])

    def _take(self, staff: int, span: TimeSpan) -> None:
        self.counts[staff] += 1
        self._booked.append(Booked(span, (staff,)))
        self._busy[staff].append(Busy(span, BusyKind.APPOINTMENT, "there", calendar=1))

    def _situation(self) -> Situation:
        hours = Hours(((HoursBlock(0, 1440),),) * 7)
        members = tuple(
            Member(StaffMember(staff, name, hours=hours), tuple(self._busy[staff]))
            for staff, name in enumerate(self._team, 1)
        )
        calendar = Calendar(1, "Consultation", CalendarKind.ROUND_ROBIN, tuple(self._busy))
        return Situation(calendar, self._first, members, tuple(self._booked))

    def _away(self) -> list[Busy]:
        days = timedelta(days=self._chance.choice((0, 0, 2, 10, 25)))
        start = self._first + timedelta(days=self._chance.randrange(10))
        return [Busy(TimeSpan.of_length(start, days), BusyKind.BLOCKED, "away")]


def test_ten_thousand_bookings_never_spread_by_more_than_three() -> None:
    chance = random.Random(20260401)
    made, first = 0, datetime(2026, 1, 1, tzinfo=UTC)
    while made < BOOKINGS:
        month = Month(chance, first)
        for _ in range(450):
            made += month.book()
            assert max(month.counts.values()) - min(month.counts.values()) <= 3
        first = (first + timedelta(days=32)).replace(day=1)


def test_counts_start_again_after_a_reset() -> None:
    first = datetime(2026, 4, 1, tzinfo=UTC)
    hours = Hours(((HoursBlock(0, 1440),),) * 7)
    members = tuple(
        Member(StaffMember(number, NAMES[number - 1], hours=hours)) for number in (1, 2)
    )
    booked = tuple(
        Booked(TimeSpan.of_length(first + day * timedelta(days=1), HALF_HOUR), (1,), made=first)
        for day in range(3)
    )
    calendar = Calendar(1, "Consultation", CalendarKind.ROUND_ROBIN, (1, 2))
    before = Situation(calendar, first, members, booked)
    span = TimeSpan.of_length(first + timedelta(days=9), HALF_HOUR)
    assert choose(before, check(before, span)).why == "Ben — 0 this month, Ana 3 (held back)"
    after = replace(before, reset=first + timedelta(days=1))
    assert choose(after, check(after, span)).why == "Ana — 0 this month, Ben 0"
