"""The scale of the chart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lcdesk.ui.numbers.chart import round_up


@given(st.integers(0, 10_000_000))
def test_a_scale_ends_above_its_highest_bar_and_not_far_above(most: int) -> None:
    end = round_up(most)
    assert most <= end <= max(2 * most, 2)
    assert end % 2 == 0
