"""What `make bench-compare` says about the figures of two commits, and what falls short."""

from __future__ import annotations

from bench.compare import least, table
from bench.figures import Figure, percentile


def test_the_least_of_several_turns_counts() -> None:
    assert least([{"start": 3.0, "week": 9.0}, {"start": 2.0, "week": 12.0}]) == {
        "start": 2.0,
        "week": 9.0,
    }


def test_a_figure_that_only_one_commit_has_is_not_compared() -> None:
    lines = table({"start": 2.0, "gone": 1.0, "nothing": 0.0}, {"start": 3.0, "new": 1.0})
    assert lines == ["  1.50  start: 2.00, now 3.00"]


def test_a_figure_without_an_aim_never_falls_short() -> None:
    assert not Figure("pass", 99.0).falls_short
    assert not Figure("frame", 16.0, aim=16.0).falls_short
    assert Figure("frame", 16.1, aim=16.0).falls_short


def test_a_percentile_is_one_of_the_values() -> None:
    values = [float(value) for value in range(101)]
    assert percentile(values[::-1], 99) == 99.0
    assert percentile([7.0], 99) == 7.0
