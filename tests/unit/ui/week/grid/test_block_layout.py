"""What stands in a block of which size."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from lcdesk.ui.look.colours import CALENDAR_COLOURS, READABLE, VISIBLE, contrast
from lcdesk.ui.look.icons import Icons, Sign
from lcdesk.ui.look.metrics import Metrics
from lcdesk.ui.look.palette import DARK, LIGHT, Appearance, Palette
from lcdesk.ui.week.grid.block_layout import Composer, Tools
from lcdesk.ui.week.grid.block_style import dress
from lcdesk.ui.week.grid.geometry import Rect
from lcdesk.ui.week.grid.texts import Texts
from lcdesk.ui.week.week import Badge, Block, BlockKind

BLOCK = Block("a", date(2026, 11, 17), 540, 600, "Cut", "09:00 – 10:00", "Salon 1")


@pytest.fixture
def composer(qapp: QApplication) -> Composer:
    font = QFont()
    icons = Icons(Appearance(qapp))
    return Composer(Tools(LIGHT, Metrics.of(font), Texts(font), icons))


def words(composer: Composer, block: Block, width: int, height: int) -> list[str]:
    plan = composer.plan(block, Rect(0, 0, width, height), selected=False)
    return [one.line.text for one in (*plan.titles, *plan.details)]


def test_title_first_time_second_place_third_as_height_allows(composer: Composer) -> None:
    assert words(composer, BLOCK, 200, 80) == ["Cut", "09:00 – 10:00", "Salon 1"]
    assert words(composer, BLOCK, 200, 34) == ["Cut", "09:00 – 10:00"]
    assert words(composer, BLOCK, 70, 14) == ["Cut"]


def test_one_line_takes_the_time_along_if_it_fits(composer: Composer) -> None:
    assert words(composer, BLOCK, 260, 14) == ["Cut", "09:00 – 10:00"]


def test_a_time_that_does_not_fit_gives_its_start(composer: Composer) -> None:
    assert words(composer, BLOCK, 70, 60)[1] == "09:00"


def test_the_lock_and_the_badge_are_both_shown(composer: Composer) -> None:
    locked = replace(BLOCK, locked=True, badge=Badge.CONFLICT)
    plan = composer.plan(locked, Rect(0, 0, 160, 50), selected=False)
    assert [one.sign for one in plan.signs] == [Sign.CONFLICT, Sign.LOCK]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_travel_is_lighter_than_the_event_it_belongs_to(
    qapp: QApplication, palette: Palette
) -> None:
    font = QFont()
    tools = Tools(palette, Metrics.of(font), Texts(font), Icons(Appearance(qapp)))
    event, composer = replace(BLOCK, kind=BlockKind.MIRRORED, travel=30), Composer(tools)
    body, whole = Rect(0, 40, 100, 60), Rect(0, 10, 100, 90)
    plan = composer.with_travel(composer.plan(event, body, selected=False), whole, body)
    assert plan.travel is not None
    assert (plan.travel.top(), plan.travel.bottom(), plan.shape.top()) == (10, 40, 40)
    seen = contrast(plan.travel_fill, palette.surface)
    assert 1.05 < seen < contrast(plan.dress.fill, palette.surface)


def test_everything_stays_inside_the_block(composer: Composer) -> None:
    full = replace(BLOCK, title="Cut and colour for Charlotte", locked=True, badge=Badge.WAITING)
    for width, height in product(range(20, 220, 7), range(13, 120, 9)):
        plan = composer.plan(full, Rect(0, 0, width, height), selected=False)
        for line in (*plan.titles, *plan.details):
            assert line.x + line.line.width <= width + 1
        for sign in plan.signs:
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
        worn = dress(
            palette, kind, colour, past=past, free=free, tentative=tentative, selected=selected
        )
        assert contrast(worn.text, worn.fill) >= READABLE
        assert contrast(worn.quiet, worn.fill) >= READABLE
        if worn.outline:
            assert contrast(worn.outline, worn.fill) >= VISIBLE or past
