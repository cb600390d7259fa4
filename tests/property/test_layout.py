"""What must hold for every week that anybody can make up."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from lcdesk.ui.week.grid.geometry import GridGeometry, Rect, snap, snap_down, snap_up
from lcdesk.ui.week.grid.layout import MINUTES_A_DAY, Box, Piece, layout, rows

LEAST = 15.0

lengths = st.integers(0, 300) | st.sampled_from([0, 1, 5, 15, 30, 60, MINUTES_A_DAY])


@st.composite
def pieces(draw: st.DrawFn) -> Piece:
    start = draw(st.integers(0, MINUTES_A_DAY - 1))
    end = min(start + draw(lengths), MINUTES_A_DAY)
    return Piece(draw(st.integers(0, 6)), start, end)


weeks = st.lists(pieces(), max_size=40)
geometries = st.builds(
    GridGeometry,
    width=st.integers(300, 3000).map(float),
    days=st.just(7),
    px_per_hour=st.integers(24, 240).map(float),
    top=st.integers(0, 20).map(float),
    left=st.integers(-2000, 0).map(float),
    rtl=st.booleans(),
)


def _share_time(one: Box, other: Box) -> bool:
    return one.day == other.day and one.start < other.end and other.start < one.end


def _share_pixels(one: Rect, other: Rect) -> bool:
    across = one.x < other.right and other.x < one.right
    return across and one.y < other.bottom and other.y < one.bottom


@given(weeks)
def test_boxes_that_share_time_never_share_width(week: list[Piece]) -> None:
    for one, other in combinations(layout(week, least=LEAST), 2):
        if _share_time(one, other):
            assert one.right <= other.left or other.right <= one.left


@given(st.lists(pieces(), max_size=25), geometries)
def test_no_two_boxes_share_a_pixel(week: list[Piece], geometry: GridGeometry) -> None:
    least = geometry.minutes(12)
    rects = [geometry.rect(box) for box in layout(week, least=least)]
    narrow = any(rect.width < 2 for rect in rects)  # more columns than pixels
    assert narrow or not any(_share_pixels(one, other) for one, other in combinations(rects, 2))


@given(weeks)
def test_every_box_stays_inside_its_day_and_has_width(week: list[Piece]) -> None:
    for piece, box in zip(week, layout(week, least=LEAST), strict=True):
        assert box.day == piece.day
        assert 0 <= box.start < box.end <= MINUTES_A_DAY
        assert 0 <= box.left < box.right <= 1


@given(weeks)
def test_every_box_covers_its_event_and_is_tall_enough_to_hit(week: list[Piece]) -> None:
    for piece, box in zip(week, layout(week, least=LEAST), strict=True):
        assert box.start <= piece.start
        assert box.end >= piece.end
        assert box.end - box.start >= LEAST


@given(weeks, st.randoms())
def test_the_order_of_the_input_does_not_matter(week: list[Piece], chance: random.Random) -> None:
    shuffled = list(week)
    chance.shuffle(shuffled)
    assert sorted(layout(week, least=LEAST), key=_key) == sorted(
        layout(shuffled, least=LEAST), key=_key
    )


def _key(box: Box) -> tuple[float, ...]:
    return box.day, box.start, box.end, box.left, box.right


@given(weeks)
def test_an_event_without_company_gets_the_full_width(week: list[Piece]) -> None:
    boxes = layout(week, least=LEAST)
    for box in boxes:
        if not any(_share_time(box, other) for other in boxes if other is not box):
            assert (box.left, box.right) == (0.0, 1.0)


@given(weeks)
def test_no_width_is_left_unused_to_the_right(week: list[Piece]) -> None:
    """Each box ends at the far side or at a box that shares its time."""
    boxes = layout(week, least=LEAST)
    for box in boxes:
        touched = any(_share_time(box, other) and other.left == box.right for other in boxes)
        assert box.right == 1.0 or touched


@given(st.lists(st.tuples(st.integers(-3, 9), st.integers(0, 12)), max_size=30))
def test_all_day_rows_never_collide(lengths: list[tuple[int, int]]) -> None:
    spans = [(first, first + length) for first, length in lengths]
    placed = list(zip(spans, rows(spans), strict=True))
    for (one, one_row), (other, other_row) in combinations(placed, 2):
        if one_row == other_row:
            assert one[1] < other[0] or other[1] < one[0]


@given(st.integers(0, MINUTES_A_DAY), geometries)
def test_minutes_survive_the_way_to_pixels_and_back(minute: int, geometry: GridGeometry) -> None:
    assert abs(geometry.minute_at(geometry.y(minute)) - minute) < 1e-6


@given(geometries)
def test_columns_cover_the_canvas_without_gaps(geometry: GridGeometry) -> None:
    columns = sorted((geometry.column(day) for day in range(7)), key=lambda column: column.x)
    assert columns[0].x == geometry.left
    assert columns[-1].right == geometry.left + geometry.width
    for one, following in pairwise(columns):
        assert one.right == following.x


@given(st.integers(0, 6), geometries)
def test_the_middle_of_a_column_belongs_to_its_day(day: int, geometry: GridGeometry) -> None:
    column = geometry.column(day)
    assert geometry.day_at(column.x + column.width / 2) == day
    assert geometry.day_at(column.x) == day


@given(weeks, geometries)
def test_mirroring_moves_boxes_but_changes_no_size(
    week: list[Piece], geometry: GridGeometry
) -> None:
    flipped = replace(geometry, rtl=not geometry.rtl)
    for box in layout(week, least=LEAST):
        one, other = geometry.rect(box), flipped.rect(box)
        assert other.x - geometry.left == geometry.width - (one.right - geometry.left)
        assert (other.width, other.height, other.y) == (one.width, one.height, one.y)


@given(
    st.integers(0, 10 * MINUTES_A_DAY).map(lambda tenth: tenth / 10), st.sampled_from([1, 15, 30])
)
def test_snapping_stays_near_and_within_the_day(minute: float, step: int) -> None:
    assert abs(snap(minute, step) - minute) <= step / 2
    assert minute - step < snap_down(minute, step) <= minute
    assert minute <= snap_up(minute, step) < minute + step
