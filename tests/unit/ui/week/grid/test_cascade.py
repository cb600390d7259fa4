"""Blocks over each other in narrow days: every title stays in sight."""

from __future__ import annotations

from math import inf

import pytest

from lcdesk.ui.week.grid.geometry import Place, Rect, cascade

LINE = 12.0


def placed(*rects: Rect, rtl: bool = False) -> list[Place]:
    return cascade(rects, [rect.y for rect in rects], line=LINE, rtl=rtl)


def thirds(*tops: float) -> list[Rect]:
    return [Rect(27.0 * at, top, 27.0, 60.0) for at, top in enumerate(tops)]


@pytest.mark.parametrize("rtl", [False, True])
def test_three_that_overlap_in_a_narrow_day_showed_single_letters(rtl: bool) -> None:
    rects = thirds(0, 13, 26)
    if rtl:
        rects = [Rect(54 - rect.x, rect.y, rect.width, rect.height) for rect in rects]
    found = placed(*rects, rtl=rtl)
    assert [place.depth for place in found] == [0, 1, 2]
    assert [place.rect.width for place in found] == [81, 67, 53]
    assert [place.clear for place in found] == [13, 13, inf]
    far = {place.rect.x if rtl else place.rect.right for place in found}
    assert far == {0.0 if rtl else 81.0}, "each reaches the far side of the day"
    assert [(place.rect.y, place.rect.height) for place in found] == [(0, 60), (13, 60), (26, 60)]


def test_what_begins_together_stands_side_by_side() -> None:
    rects = thirds(0, 0, 26)
    assert placed(*rects) == [Place(rect) for rect in rects]


def test_no_title_is_hidden_by_what_begins_within_its_line() -> None:
    rects = thirds(0, 11, 26)
    assert placed(*rects) == [Place(rect) for rect in rects]
    below = cascade(thirds(0, 20, 40), [12, 20, 40], line=LINE, rtl=False)  # under its travel
    assert [place.depth for place in below] == [0, 0, 0]


def test_wide_days_and_many_at_a_time_stay_as_they_are() -> None:
    wide = [Rect(100.0 * at, 20.0 * at, 100, 60) for at in range(3)]
    assert placed(*wide) == [Place(rect) for rect in wide]
    many = [Rect(10.0 * at, 13.0 * at, 10, 90) for at in range(6)]
    assert placed(*many) == [Place(rect) for rect in many]


def test_what_is_over_makes_room_and_each_cluster_is_weighed_by_itself() -> None:
    one, other, third = Rect(0, 0, 40, 40), Rect(40, 20, 40, 100), Rect(0, 60, 40, 30)
    together = Rect(0, 200, 40, 40), Rect(40, 200, 40, 40)
    found = placed(one, other, third, *together)
    assert [place.depth for place in found] == [0, 1, 2, 0, 0], "what still runs is not cut in two"
    assert [place.rect for place in found[3:]] == list(together)
    assert cascade((), (), line=LINE, rtl=False) == []
