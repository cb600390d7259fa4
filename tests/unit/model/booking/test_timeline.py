"""Taken time in order: against a plain scan, and how much of it a question looks at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lcdesk.model.booking.situation import Busy
from lcdesk.model.booking.slots import slots
from lcdesk.model.booking.timeline import Stretch, Timeline
from lcdesk.model.domain.calendars import CalendarKind
from tests.unit.model.booking.desk import FRIDAY, dentist, desk, member

SHORT = st.integers(0, 9)
LONG = st.integers(0, 5_000)  # among short ones it lies on another shelf
STARTS = st.integers(0, 300)
STRETCHES = st.lists(
    st.builds(lambda start, length: (start, start + length), STARTS, SHORT | LONG), max_size=30
)
PARTS = st.builds(lambda start, length: (start, start + length), STARTS, st.integers(1, 40))


def timeline(taken: Sequence[Stretch]) -> Timeline[int]:
    pieces = [(*part, at) for at, part in enumerate(taken)]
    return Timeline(pieces[::-1], range(len(taken)))


def shares_time(one: Stretch, other: Stretch) -> bool:
    return one[0] < one[1] and one[0] < other[1] and other[0] < one[1]


@given(STRETCHES, st.lists(PARTS, max_size=10))
def test_a_candidate_is_closed_where_anything_shares_its_time(
    taken: list[Stretch], candidates: list[Stretch]
) -> None:
    truth = [any(shares_time(stretch, candidate) for stretch in taken) for candidate in candidates]
    assert list(timeline(taken).flag_overlaps(candidates)) == truth


@given(STRETCHES, st.lists(PARTS, max_size=3))
def test_what_shares_time_is_told_once_and_in_order(
    taken: list[Stretch], parts: list[Stretch]
) -> None:
    truth = [at for at, busy in enumerate(taken) if any(shares_time(busy, part) for part in parts)]
    assert timeline(taken).find_sharing(parts) == truth


class Counted:
    """Events that note when one of them is made."""

    def __init__(self, busy: Sequence[Busy]) -> None:
        self._busy = busy
        self.made: list[str] = []

    def __len__(self) -> int:
        return len(self._busy)

    def __getitem__(self, place: int) -> Busy:
        self.made.append(self._busy[place].what)
        return self._busy[place]


def test_events_are_made_only_for_the_slot_whose_reasons_are_read() -> None:
    busy = [dentist("09:00", "12:00"), dentist("11:45", "14:00"), dentist("15:00", "17:00")]
    pieces = [(*taken.stretches()[0], at) for at, taken in enumerate(busy)]
    events = Counted(busy)
    ana = replace(member(1), events=Timeline(pieces, events))
    found = slots(desk(CalendarKind.ROUND_ROBIN, ana), FRIDAY, 1)
    assert [f"{slot.span.start:%H:%M}" for slot in found if slot.open] == ["14:00", "14:30"]
    assert not events.made
    noon = next(slot for slot in found if f"{slot.span.start:%H:%M}" == "11:30")
    assert len(noon.reasons) == 3
    assert events.made == ["Family: Dentist 09:00–12:00", "Family: Dentist 11:45–14:00"]
