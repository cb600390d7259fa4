"""The story from press to release, without a window."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lcdesk.ui.week.grid.geometry import Part
from lcdesk.ui.week.grid.gestures import (
    Cell,
    Clicked,
    Copied,
    Filled,
    Gesture,
    Ghost,
    Grip,
    Moved,
    Opened,
    Picked,
    Pointer,
    Resized,
    Swept,
    Target,
    scroll_wish,
)


def pointer(day: int, minute: float, *, fine: bool = False, x: float | None = None) -> Pointer:
    """A pointer on a canvas where a day is 100 pixels wide and a minute one pixel high."""
    return Pointer(day * 100 + 50 if x is None else x, minute, Cell(day, minute), fine)


def event(part: Part = Part.BODY, grip: Grip = Grip.EVERYTHING) -> Target:
    return Target("cut", day=1, start=600, end=660, part=part, grip=grip)


def test_press_and_release_in_one_place_is_a_click() -> None:
    gesture = Gesture()
    gesture.press(pointer(1, 610), event())
    assert gesture.release(pointer(1, 611)) == Clicked("cut", Cell(1, 610))


def test_a_click_on_free_time_names_no_entry() -> None:
    gesture = Gesture()
    gesture.press(pointer(2, 333), None)
    assert gesture.release(pointer(2, 333)) == Clicked("", Cell(2, 333))


def test_under_three_pixels_is_not_a_drag() -> None:
    gesture = Gesture()
    gesture.press(pointer(1, 610), event())
    assert gesture.move(pointer(1, 612.9)) is None
    assert not gesture.is_dragging
    assert isinstance(gesture.release(pointer(1, 612.9)), Clicked)


def test_dragging_the_body_keeps_the_length_and_snaps_the_start() -> None:
    gesture = Gesture()
    gesture.press(pointer(1, 630), event())
    assert gesture.move(pointer(3, 672)) == Ghost("cut", 3, 645, 705)
    assert gesture.release(pointer(3, 672)) == Moved("cut", 3, 645, held=1)


def test_dragging_with_ctrl_held_copies() -> None:
    gesture = Gesture()
    gesture.press(pointer(1, 630), event())
    held = replace(pointer(3, 672), copies=True)
    assert gesture.move(held) == Ghost("cut", 3, 645, 705, copies=True)
    assert gesture.release(held) == Copied("cut", 3, 645, held=1)


def test_what_is_dropped_among_whole_days_stays_where_it_was() -> None:
    gesture = Gesture()
    gesture.press(pointer(1, 630), event())
    gesture.move(pointer(3, 672))
    above = replace(pointer(3, -20), copies=True, is_in_lane=True)
    assert gesture.move(above) == Ghost("cut", 1, 600, 660)
    assert gesture.release(above) is None


def test_what_may_fill_a_day_does_so_in_the_lane() -> None:
    gesture = Gesture()
    gesture.press(pointer(1, 630), replace(event(), may_fill_day=True))
    above = replace(pointer(3, -20), is_in_lane=True)
    assert gesture.move(above) == Ghost("cut", 3, 0, 1440, is_all_day=True)
    assert gesture.release(above) == Filled("cut", 3, held=1)


def test_a_copy_dropped_where_it_came_from_is_none() -> None:
    gesture = Gesture()
    gesture.press(pointer(1, 630), event())
    gesture.move(replace(pointer(1, 660), copies=True))
    assert gesture.release(replace(pointer(1, 631), copies=True)) is None


def test_moving_sideways_keeps_an_odd_start() -> None:
    odd = Target("cut", day=1, start=607, end=660, part=Part.BODY, grip=Grip.EVERYTHING)
    gesture = Gesture()
    gesture.press(pointer(1, 630), odd)
    gesture.move(pointer(2, 630))
    assert gesture.release(pointer(2, 630)) == Moved("cut", 2, 607, held=1)


def test_shift_snaps_to_single_minutes() -> None:
    gesture = Gesture()
    gesture.press(pointer(1, 630), event())
    assert gesture.move(pointer(1, 637, fine=True)) == Ghost("cut", 1, 607, 667)


def test_dropping_where_it_was_asks_for_nothing() -> None:
    gesture = Gesture()
    gesture.press(pointer(1, 630), event())
    gesture.move(pointer(1, 700))
    gesture.move(pointer(1, 633))
    assert gesture.release(pointer(1, 633)) is None


def test_the_top_edge_stops_one_step_before_the_bottom() -> None:
    gesture = Gesture()
    gesture.press(pointer(1, 601), event(Part.TOP))
    assert gesture.move(pointer(1, 900)) == Ghost("cut", 1, 645, 660)
    assert gesture.release(pointer(1, 900)) == Resized("cut", 1, 645, 660)


def test_the_bottom_edge_stops_one_step_after_the_top() -> None:
    gesture = Gesture()
    gesture.press(pointer(1, 659), event(Part.BOTTOM))
    assert gesture.move(pointer(1, 100)) == Ghost("cut", 1, 600, 615)
    assert gesture.release(pointer(1, 100)) == Resized("cut", 1, 600, 615)


def test_resizing_ignores_other_days() -> None:
    gesture = Gesture()
    gesture.press(pointer(1, 659), event(Part.BOTTOM))
    gesture.move(pointer(4, 720))
    assert gesture.release(pointer(4, 720)) == Resized("cut", 1, 600, 720)


@pytest.mark.parametrize("part", [Part.TOP, Part.BOTTOM])
def test_an_edge_that_may_not_be_dragged_moves_the_whole(part: Part) -> None:
    gesture = Gesture()
    gesture.press(pointer(1, 601), event(part, Grip.BODY))
    gesture.move(pointer(2, 601))
    assert gesture.release(pointer(2, 601)) == Moved("cut", 2, 600, held=1)


def test_locked_events_cannot_be_dragged_but_clicked() -> None:
    gesture = Gesture()
    gesture.press(pointer(1, 630), event(grip=Grip.NOTHING))
    assert gesture.move(pointer(3, 900)) is None
    assert gesture.release(pointer(3, 900)) is None
    gesture.press(pointer(1, 630), event(grip=Grip.NOTHING))
    assert gesture.release(pointer(1, 630)) == Clicked("cut", Cell(1, 630))


@pytest.mark.parametrize(("first", "last"), [(547, 641), (641, 547)])
def test_sweeping_up_or_down_takes_all_touched_quarters(first: int, last: int) -> None:
    gesture = Gesture()
    gesture.press(pointer(2, first), None)
    assert gesture.move(pointer(2, last)) == Ghost("", 2, 540, 645)
    assert gesture.release(pointer(2, last)) == Swept(2, 540, 645)


def test_sweeping_stays_in_its_day() -> None:
    gesture = Gesture()
    gesture.press(pointer(2, 540), None)
    gesture.move(pointer(5, 600))
    assert gesture.release(pointer(5, 600)) == Swept(2, 540, 600)


def test_sweeping_at_midnight_still_has_a_length() -> None:
    gesture = Gesture()
    gesture.press(pointer(2, 1440), None)
    gesture.move(pointer(2, 1440, x=400))
    assert gesture.release(pointer(2, 1440, x=400)) == Swept(2, 1425, 1440)


def test_cancel_forgets_the_drag() -> None:
    gesture = Gesture()
    gesture.press(pointer(1, 630), event())
    gesture.move(pointer(3, 672))
    assert gesture.cancel()
    assert gesture.ghost is None
    assert gesture.release(pointer(3, 672)) is None
    assert not gesture.cancel()


def test_a_drag_never_leaves_the_day_upwards_or_downwards() -> None:
    gesture = Gesture()
    gesture.press(pointer(1, 630), event())
    assert gesture.move(pointer(1, 0)) == Ghost("cut", 1, 0, 60)
    ghost = gesture.move(pointer(1, 5000))
    assert ghost is not None
    assert ghost.start == 1425


@pytest.mark.parametrize(
    ("minute", "row", "start"), [(613, 30, 600), (629.9, 30, 600), (629, 15, 615), (1439, 30, 1410)]
)
def test_a_double_click_takes_the_row_under_the_pointer(
    minute: float, row: int, start: int
) -> None:
    asked = Gesture().double_click(pointer(1, minute), None, row=row)
    assert asked == Picked(1, start, start + 30)


def test_a_double_click_on_an_event_opens_it_even_if_locked() -> None:
    assert Gesture().double_click(pointer(1, 610), event(grip=Grip.NOTHING), row=30) == Opened(
        "cut"
    )


def test_scrolling_is_wished_only_near_the_edges_and_faster_outside() -> None:
    assert scroll_wish(300, 0, 600) == 0
    assert -1 <= scroll_wish(5, 0, 600) < 0
    assert 0 < scroll_wish(595, 0, 600) <= 1
    assert scroll_wish(-500, 0, 600) == -1
    assert scroll_wish(5000, 0, 600) == 1
