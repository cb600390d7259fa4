"""Finding blocks again, by point and by entry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from lcdesk.ui.week.grid.geometry import GridGeometry, Part, Rect
from lcdesk.ui.week.grid.gestures import Grip
from lcdesk.ui.week.grid.scene import CellCursor, Scene, grip
from lcdesk.ui.week.week import Banner, Block, DayColumn, PlainDescription, Week

MONDAY = date(2026, 11, 16)
DAYS = tuple(DayColumn(MONDAY + timedelta(days=at), "", str(at)) for at in range(7))
GEOMETRY = GridGeometry(width=700, days=7, px_per_hour=60)


def block(entry: str, day: int, start: int, end: int) -> Block:
    return Block(entry, MONDAY + timedelta(days=day), start, end, entry)


def scene(*blocks: Block, banners: tuple[Banner, ...] = ()) -> Scene:
    return Scene(Week(days=DAYS, blocks=blocks, banners=banners), GEOMETRY, least=12)


def test_a_block_is_found_under_the_point_where_it_is_drawn() -> None:
    shown = scene(block("late", 3, 600, 660), block("early", 3, 540, 570))
    found = shown.at(350, 610)
    assert found is not None
    assert shown.blocks[found].id == "late"
    assert shown.at(350, 580) is None


def test_blocks_outside_the_week_are_left_out() -> None:
    assert scene(block("far", 9, 600, 660)).blocks == ()


def test_travel_takes_room_above_a_block_but_is_no_part_of_it() -> None:
    beside = block("beside", 0, 560, 590)
    shown = scene(replace(block("a", 0, 600, 660), travel=30), beside)
    at = shown.indexes("a")[0]
    assert (shown.wholes[at].y, shown.rects[at].y, shown.rects[at].height) == (570, 600, 60)
    assert shown.at(shown.rects[at].x + 5, 580) != at, "what is pressed there is not the event"
    assert shown.rects[at].x != shown.rects[shown.indexes("beside")[0]].x, "nothing is covered"
    assert at in shown.within(Rect(0, 571, 100, 5))
    assert shown.target(at, 601).start == 600


def test_travel_to_a_moment_leaves_the_moment_a_body() -> None:
    shown = scene(replace(block("a", 0, 600, 601), travel=30))
    assert shown.rects[0].height >= 11


def test_a_part_of_the_canvas_names_only_its_blocks() -> None:
    shown = scene(block("a", 0, 600, 660), block("b", 6, 600, 660))
    assert [shown.blocks[at].id for at in shown.within(Rect(0, 0, 100, 1440))] == ["a"]


def test_edges_take_hold_but_leave_low_blocks_a_body() -> None:
    shown = scene(block("a", 0, 600, 660), block("low", 1, 600, 615))
    assert shown.target(0, 601).part is Part.TOP
    assert shown.target(0, 630).part is Part.BODY
    assert shown.target(0, 658).part is Part.BOTTOM
    assert shown.target(1, 607).part is Part.BODY


def test_only_whole_and_unlocked_blocks_have_handles() -> None:
    whole = block("a", 0, 600, 660)
    assert grip(whole) is Grip.EVERYTHING
    assert grip(replace(whole, locked=True)) is Grip.NOTHING
    assert grip(replace(whole, continues_after=True)) is Grip.BODY
    assert grip(replace(whole, continues_before=True)) is Grip.NOTHING


def test_entries_come_once_and_in_reading_order() -> None:
    banner = Banner("holiday", MONDAY, MONDAY, "Holiday")
    night = block("night", 0, 1380, 1440)
    rest = block("night", 1, 0, 60)
    shown = scene(rest, block("noon", 1, 720, 780), night, banners=(banner,))
    assert shown.entries == ("holiday", "night", "noon")
    assert len(shown.indexes("night")) == 2
    assert shown.first("night") == night


def test_the_cell_cursor_stays_on_the_grid() -> None:
    cell = CellCursor(0, 0)
    assert cell.move(-1, -1, columns=7) == CellCursor(0, 0)
    assert cell.move(9, 99, columns=7) == CellCursor(6, 1410)
    assert CellCursor(2, 613).move(0, 0, columns=7).start == 600
    assert cell.stretch(3).end == 120
    assert cell.stretch(-3).length == 30
    assert CellCursor(0, 1410).stretch(5).end == 1440


def test_only_days_that_look_different_are_drawn_anew() -> None:
    first, second = block("first", 1, 600, 660), block("second", 4, 600, 660)
    before = scene(first, second)
    beside = scene(first, second, block("new", 4, 630, 690))
    retold = scene(replace(first, description=PlainDescription("Said otherwise")), second)
    assert beside.changed_days(before) == [4]
    assert retold.changed_days(before) == []
    assert before.changed_days(beside) == [4]


def test_another_open_time_or_another_minute_changes_the_ground() -> None:
    before = scene()
    tinted = replace(DAYS[2], bookable=((540, 600),))
    days = (*DAYS[:2], tinted, *DAYS[3:])
    assert Scene(Week(days=days), GEOMETRY, least=12).changed_days(before) == [2]
    later = Week(days=DAYS, now=(MONDAY, 601))
    assert Scene(later, GEOMETRY, least=12).changed_days(before) == list(range(7))
