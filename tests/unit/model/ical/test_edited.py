"""Which edit of a series moves which of its starts; the oracle is in tests/property."""

from __future__ import annotations

from datetime import datetime, timedelta

from lcdesk.model.ical.edited import MASTER, Edit, Placed, place_edits

# Wall times, as the series is written in.
STARTS = [datetime.fromisoformat(f"2026-12-0{day}T09:00") for day in range(1, 7)]
HOUR = timedelta(hours=1)


def edit(
    index: int, replaces: datetime, shift: timedelta, *, onward: bool = True, sequence: int = 0
) -> Edit:
    start = replaces + shift
    return Edit(index, replaces, start, start + HOUR, this_and_future=onward, sequence=sequence)


def by_start(*edits: Edit) -> list[Placed]:
    return sorted(place_edits(STARTS, edits), key=lambda placed: placed.replaces)


def test_a_later_edit_of_this_and_future_ends_the_one_before() -> None:
    found = by_start(edit(2, STARTS[3], 2 * HOUR), edit(1, STARTS[1], HOUR))
    assert [placed.index for placed in found] == [MASTER, 1, 1, 2, 2, 2]
    assert [placed.start - placed.replaces for placed in found] == [
        0 * HOUR,
        *[HOUR] * 2,
        *[2 * HOUR] * 3,
    ]


def test_an_edit_of_one_start_moves_no_other() -> None:
    found = by_start(edit(1, STARTS[1], HOUR), edit(2, STARTS[3], 3 * HOUR, onward=False))
    assert [placed.index for placed in found] == [MASTER, 1, 1, 2, 1, 1]


def test_an_edit_that_was_superseded_moves_nothing_along() -> None:
    old = edit(1, STARTS[1], HOUR, sequence=1)
    new = edit(2, STARTS[1], 2 * HOUR, onward=False, sequence=2)
    found = by_start(new, old)
    assert [placed.index for placed in found] == [MASTER, 2, MASTER, MASTER, MASTER, MASTER]


def test_edits_without_a_series_stand_alone() -> None:
    lone = edit(1, STARTS[1], HOUR)
    assert place_edits([], [lone]) == [Placed(1, lone.start, lone.replaces)]
