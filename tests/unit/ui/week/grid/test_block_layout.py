"""What stands in a block of which size."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.metrics import Metrics
from lcdesk.ui.look.palette import (
    CALENDAR_COLOURS,
    DARK,
    LIGHT,
    READABLE,
    VISIBLE,
    Palette,
    contrast,
)
from lcdesk.ui.week.grid.block_layout import BlockLayout, BlockLayouter, Ends, Tools
from lcdesk.ui.week.grid.block_style import block_style
from lcdesk.ui.week.grid.geometry import Rect
from lcdesk.ui.week.grid.texts import Texts
from lcdesk.ui.week.week import Badge, Block, BlockKind

BLOCK = Block("a", date(2026, 11, 17), 540, 600, "Cut", "09:00 – 10:00", "Salon 1")


@pytest.fixture
def layouter(qapp: QApplication) -> BlockLayouter:
    font = QFont()
    icons = Icons(Appearance(qapp))
    return BlockLayouter(Tools(LIGHT, Metrics.of(font), Texts(font), icons))


def words(layouter: BlockLayouter, block: Block, width: int, height: int) -> list[str]:
    layout = layouter.lay_out(block, Rect(0, 0, width, height), selected=False)
    return [title.line.text for title in (*layout.titles, *layout.details)]


def test_title_first_time_second_place_third_as_height_allows(layouter: BlockLayouter) -> None:
    assert words(layouter, BLOCK, 200, 80) == ["Cut", "09:00 – 10:00", "Salon 1"]
    assert words(layouter, BLOCK, 200, 34) == ["Cut", "09:00 – 10:00"]
    assert words(layouter, BLOCK, 70, 14) == ["Cut"]


def test_one_line_takes_the_time_along_if_it_fits(layouter: BlockLayouter) -> None:
    assert words(layouter, BLOCK, 260, 14) == ["Cut", "09:00 – 10:00"]


def test_a_time_that_does_not_fit_gives_its_start(layouter: BlockLayouter) -> None:
    assert words(layouter, BLOCK, 70, 60)[1] == "09:00"


def test_the_lock_and_the_badge_are_both_shown(layouter: BlockLayouter) -> None:
    locked = replace(BLOCK, locked=True, badge=Badge.CONFLICT)
    layout = layouter.lay_out(locked, Rect(0, 0, 160, 50), selected=False)
    assert [shown.sign for shown in layout.signs] == [Sign.CONFLICT, Sign.LOCK]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_travel_is_lighter_than_the_event_it_belongs_to(
    qapp: QApplication, palette: Palette
) -> None:
    font = QFont()
    tools = Tools(palette, Metrics.of(font), Texts(font), Icons(Appearance(qapp)))
    event, layouter = replace(BLOCK, kind=BlockKind.MIRRORED, travel=30), BlockLayouter(tools)
    body, whole = Rect(0, 40, 100, 60), Rect(0, 10, 100, 90)
    layout = layouter.with_travel(layouter.lay_out(event, body, selected=False), whole, body)
    assert layout.travel is not None
    assert (layout.travel.top(), layout.travel.bottom(), layout.shape.top()) == (10, 40, 40)
    seen = contrast(layout.travel_fill, palette.surface)
    assert 1.05 < seen < contrast(layout.style.fill, palette.surface)


def test_everything_stays_inside_the_block(layouter: BlockLayouter) -> None:
    full = replace(BLOCK, title="Cut and colour for Charlotte", locked=True, badge=Badge.WAITING)
    for width, height in product(range(20, 220, 7), range(13, 120, 9)):
        layout = layouter.lay_out(full, Rect(0, 0, width, height), selected=False)
        for line in (*layout.titles, *layout.details):
            assert line.x + line.line.width <= width + 1
        for sign in layout.signs:
            assert sign.x >= 0
            assert sign.x + sign.size <= width
            assert sign.y + sign.size <= height


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", list(BlockKind))
def test_every_look_is_readable(palette: Palette, kind: BlockKind) -> None:
    truths = (False, True)
    for (_, colour), past, free, tentative, selected in product(
        CALENDAR_COLOURS, truths, truths, truths, truths
    ):
        worn = block_style(
            palette, kind, colour, past=past, free=free, tentative=tentative, selected=selected
        )
        assert contrast(worn.text, worn.fill) >= READABLE
        assert contrast(worn.quiet, worn.fill) >= READABLE
        if worn.outline:
            assert contrast(worn.outline, worn.fill) >= VISIBLE or past


WHOLE = Ends()


def chip(
    layouter: BlockLayouter, block: Block, width: int, ends: Ends = WHOLE, *, time: str = "09:00"
) -> BlockLayout:
    """One line of a month."""
    return layouter.lay_out_chip(block, Rect(10, 0, width, 18), ends, time=time, selected=False)


def test_a_chip_says_when_and_then_what(layouter: BlockLayouter) -> None:
    made = chip(layouter, BLOCK, 200)
    (when,), (what,) = made.details, made.titles
    assert (when.line.text, what.line.text) == ("09:00", "Cut")
    assert when.x + when.line.width < what.x


def test_a_chip_without_room_for_a_time_keeps_its_title(layouter: BlockLayouter) -> None:
    made = chip(layouter, replace(BLOCK, title="Cut and colour"), 56)
    assert made.details == ()
    assert made.titles[0].line.text.startswith("Cut")


def test_signs_of_a_chip_give_way_to_its_title_unless_they_are_urgent(
    layouter: BlockLayouter,
) -> None:
    quiet = replace(BLOCK, title="Cut and colour", badge=Badge.SYNCED, locked=True, repeats=True)
    signs = [[shown.sign for shown in chip(layouter, quiet, width).signs] for width in (300, 90)]
    assert signs == [[Sign.SYNCED, Sign.LOCK, Sign.REPEAT], []]
    for badge, sign in (
        (Badge.FAILED, Sign.FAILED),
        (Badge.CONFLICT, Sign.CONFLICT),
        (Badge.GONE, Sign.GONE),
    ):
        made = chip(layouter, replace(quiet, badge=badge), 90)
        assert [shown.sign for shown in made.signs] == [sign]


def test_a_short_title_keeps_its_signs_in_a_narrow_chip(layouter: BlockLayouter) -> None:
    made = chip(layouter, replace(BLOCK, title="Al", badge=Badge.SYNCED), 96)
    assert [shown.sign for shown in made.signs] == [Sign.SYNCED]
    assert made.titles[0].line.text == "Al"


@pytest.mark.parametrize("is_rtl", [False, True])
def test_a_bar_is_flat_where_it_goes_on(qapp: QApplication, is_rtl: bool) -> None:
    font = QFont()
    tools = Tools(LIGHT, Metrics.of(font), Texts(font), Icons(Appearance(qapp)))
    layouter = BlockLayouter(tools, rtl=is_rtl)
    assert chip(layouter, BLOCK, 200, time="").square_ends == ()
    after = chip(layouter, BLOCK, 200, Ends(open_after=True), time="")
    before = chip(layouter, BLOCK, 200, Ends(open_before=True), time="")
    at_the_left, at_the_right = (before, after) if not is_rtl else (after, before)
    assert [end.left() for end in at_the_left.square_ends] == [before.shape.left()]
    assert [end.right() for end in at_the_right.square_ends] == [after.shape.right()]
    assert before.stripe.isEmpty()
    assert not after.stripe.isEmpty()


@given(
    st.integers(8, 240), st.integers(8, 90), st.sampled_from(["Cut", "Colour and cut with Anna"]),
    st.booleans(), st.booleans(),
)  # fmt: skip
def test_a_mirrored_block_is_the_block_in_a_mirror(
    qapp: QApplication, width: int, height: int, title: str, locked: bool, goes_on: bool
) -> None:
    font = QFont()
    tools = Tools(LIGHT, Metrics.of(font), Texts(font), Icons(Appearance(qapp)))
    block = replace(BLOCK, title=title, locked=locked, continues_after=goes_on)
    rect, there = Rect(10, 20, width, height), Rect(300 - 10 - width, 20, width, height)
    one = BlockLayouter(tools).lay_out(block, rect, selected=False)
    other = BlockLayouter(tools, rtl=True).lay_out(block, there, selected=False)
    shapes = [(one.shape, other.shape), (one.stripe, other.stripe)]
    shapes += zip(one.square_ends, other.square_ends, strict=True)
    for here, mirrored in shapes:
        assert mirrored == QRectF(300 - here.right(), here.y(), here.width(), here.height())
    for sign, mirrored_sign in zip(one.signs, other.signs, strict=True):
        assert mirrored_sign.x == 300 - sign.x - sign.size
    lines = zip((*one.titles, *one.details), (*other.titles, *other.details), strict=True)
    for line, mirrored_line in lines:
        assert mirrored_line.line.text == line.line.text
        assert mirrored_line.x + line.line.width == pytest.approx(300 - line.x)
