"""The week that a start paints at once: it is kept as text, and read with care."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcdesk.ui.week.kept_week import week_as_text, week_at, week_of_text
from lcdesk.ui.week.week import (
    Badge,
    Banner,
    Block,
    BlockKind,
    DayColumn,
    PlainDescription,
    Week,
)

MONDAY = date(2026, 11, 23)
DAYS = tuple(MONDAY + timedelta(days=passed) for passed in range(7))
TEXTS = st.text(max_size=30)
MINUTES = st.integers(0, 1440)
BLOCKS = st.builds(
    Block,
    id=TEXTS,
    day=st.sampled_from(DAYS),
    start=MINUTES,
    end=MINUTES,
    title=TEXTS,
    when=TEXTS,
    kind=st.sampled_from(BlockKind),
    badge=st.sampled_from(Badge),
    struck=st.booleans(),
    past=st.booleans(),
    travel=st.integers(0, 90),
    member=st.none() | st.integers(0, 99),
    processing=st.none() | st.tuples(MINUTES, MINUTES),
)
BANNERS = st.builds(
    Banner, id=TEXTS, first=st.sampled_from(DAYS), last=st.sampled_from(DAYS), title=TEXTS
)
COLUMNS = tuple(
    DayColumn(day, f"{day:%a}", str(day.day), open=((540, 1080),), is_today=day == MONDAY)
    for day in DAYS
)
WEEKS = st.builds(
    Week,
    days=st.just(COLUMNS),
    blocks=st.lists(BLOCKS, max_size=5).map(tuple),
    banners=st.lists(BANNERS, max_size=3).map(tuple),
    now=st.none() | st.tuples(st.just(MONDAY), MINUTES),
    hour_labels=st.just(tuple(f"{hour:02}:00" for hour in range(24))),
    title=TEXTS,
    month=st.none() | st.just(MONDAY),
)


@given(WEEKS)
def test_a_week_comes_back_as_it_is_drawn(week: Week) -> None:
    assert week_of_text(week_as_text(week)) == week


def test_what_is_told_of_a_box_is_not_kept() -> None:
    told = PlainDescription("Anna, her telephone, her notes")
    week = Week(COLUMNS, (Block("a1", MONDAY, 600, 660, "Cut", description=told),))
    text = week_as_text(week)
    assert "telephone" not in text
    assert week_of_text(text).blocks[0].description == PlainDescription()


@pytest.mark.parametrize(
    "changed",
    [
        {"blocks": [{"start": "ten"}]},
        {"blocks": [{"start": True}]},
        {"blocks": [{"start": -5}]},
        {"blocks": [{"end": 10**30}]},
        {"blocks": [{"title": 7}]},
        {"blocks": [{"title": "x" * 100_000}]},
        {"blocks": [{"day": "yesterday"}]},
        {"blocks": [{"day": 4}]},
        {"blocks": [{"kind": "GHOST"}]},
        {"blocks": [{"processing": [1, 2, 3]}]},
        {"blocks": [{"member": "Ana"}]},
        {"blocks": [{"surprise": 1}]},
        {"blocks": [{"description": {"spoken": "x"}}]},
        {"blocks": {"a": 1}},
        {"blocks": [{}] * 3_001},
        {"days": [{"open": [[1]]}]},
        {"now": "noon"},
        {"hour_labels": [0] * 24},
        {"hour_labels": ["00:00"] * 3},
        {"days": [{}] * 3_001},
        {"blocks": [{"title": "\ud800"}]},
    ],
)
def test_a_text_that_is_not_a_week_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"."):
        week_of_text(json.dumps(changed))


@pytest.mark.parametrize("text", ["", "[]", "null", "3", "{", "[" * 100_000])
def test_what_is_no_object_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        week_of_text(text)


@given(WEEKS, st.data())
def test_a_damaged_text_is_refused_or_is_a_week(week: Week, data: st.DataObject) -> None:
    text = week_as_text(week)
    at = data.draw(st.integers(0, len(text) - 1))
    damaged = text[:at] + data.draw(st.characters()) + text[at + 1 :]
    with suppress(ValueError):
        assert isinstance(week_of_text(damaged), Week)


def test_the_next_day_another_column_is_today_and_more_is_past() -> None:
    early, late = Block("a1", MONDAY, 600, 660, "Cut"), Block("a2", DAYS[1], 600, 660, "Cut")
    week = Week(COLUMNS, (early, late), now=(MONDAY, 500))
    later = week_at(week, datetime.fromisoformat("2026-11-24T08:30+01:00"))
    assert [column.is_today for column in later.days] == [False, True] + [False] * 5
    assert later.blocks == (replace(early, past=True), late)
    assert later.now == (DAYS[1], 510)
