"""What must hold for every month that anybody can make up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from lcdesk.ui.context.view_filter import DayMode, day_after_steps, days_around
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.month.geometry import MonthGeometry
from lcdesk.ui.month.layout import A_WEEK, Layout, Place, lay_out
from lcdesk.ui.week.grid.geometry import Rect

WEEKS = 6
DAYS = WEEKS * A_WEEK
LOCALES = ("de_DE", "en_US", "ar_EG", "he_IL")


@dataclass(frozen=True, slots=True)
class Entry:
    """Days of the month, whether they are a bar, and when it begins."""

    first: int
    last: int
    is_bar: bool
    start: int = 0


@st.composite
def chips(draw: st.DrawFn) -> Entry:
    day = draw(st.integers(0, DAYS - 1))
    return Entry(day, day, is_bar=False, start=draw(st.integers(0, 1439)))


@st.composite
def bars(draw: st.DrawFn) -> Entry:
    first = draw(st.integers(0, DAYS - 1))
    return Entry(first, min(first + draw(st.integers(0, 20)), DAYS - 1), is_bar=True)


def _in_order(entries: list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (entry.first, not entry.is_bar, entry.start))


months = st.lists(chips() | bars(), max_size=60).map(_in_order)
rooms = st.integers(1, 6)
kepts = st.integers(0, 1)


@st.composite
def geometries(draw: st.DrawFn) -> MonthGeometry:
    """No smaller than the widget ever is: each of six weeks has room for one row."""
    head, top, row = (float(draw(st.integers(14, 30))) for _ in range(3))
    least = head + WEEKS * (top + row + 3)
    return MonthGeometry(
        width=float(draw(st.integers(280, 3000))),
        height=least + draw(st.integers(0, 1500)),
        weeks=draw(st.integers(4, WEEKS)),
        head=head,
        top=top,
        row=row,
        rtl=draw(st.booleans()),
    )


def _days(place: Place) -> range:
    return range(place.first, place.last + 1)


def _shown(layout: Layout, day: int) -> list[Place]:
    return sorted(
        (place for place in layout.places if day in _days(place)), key=lambda place: place.row
    )


@given(months, rooms, kepts)
def test_nothing_stands_on_a_day_that_is_not_its_own(
    month: list[Entry], room: int, kept: int
) -> None:
    for place in lay_out(month, weeks=WEEKS, room=room, kept=kept).places:
        entry = month[place.index]
        assert entry.first <= place.first <= place.last <= entry.last
        assert place.first // A_WEEK == place.last // A_WEEK
        assert place.continues_before == (entry.first < place.first)
        assert place.continues_after == (entry.last > place.last)


@given(months, rooms, kepts)
def test_no_two_entries_share_a_row_of_a_day(month: list[Entry], room: int, kept: int) -> None:
    layout = lay_out(month, weeks=WEEKS, room=room, kept=kept)
    for day in range(DAYS):
        used = [place.row for place in _shown(layout, day)]
        assert len(set(used)) == len(used)
        has_more = any(more.day == day for more in layout.more)
        assert all(row < room - kept * has_more for row in used)


@given(months, rooms, kepts)
def test_each_entry_is_shown_or_counted_on_each_of_its_days(
    month: list[Entry], room: int, kept: int
) -> None:
    layout = lay_out(month, weeks=WEEKS, room=room, kept=kept)
    hidden = {more.day: more.hidden for more in layout.more}
    for day in range(DAYS):
        there = [at for at, entry in enumerate(month) if entry.first <= day <= entry.last]
        shown = [place.index for place in _shown(layout, day)]
        assert sorted((*shown, *hidden.get(day, ()))) == there
        assert hidden.get(day, (0,)), "a “+0 more”"


@given(months, rooms, kepts)
def test_a_bar_keeps_its_row_through_a_week(month: list[Entry], room: int, kept: int) -> None:
    layout = lay_out(month, weeks=WEEKS, room=room, kept=kept)
    pieces = [(place.index, place.first // A_WEEK) for place in layout.places]
    assert len(set(pieces)) == len(pieces)


@given(months, rooms, kepts)
def test_chips_of_a_day_stand_in_their_order(month: list[Entry], room: int, kept: int) -> None:
    layout = lay_out(month, weeks=WEEKS, room=room, kept=kept)
    for day in range(DAYS):
        chips_shown = [
            place.index for place in _shown(layout, day) if not month[place.index].is_bar
        ]
        assert chips_shown == sorted(chips_shown)
        hidden = [at for more in layout.more if more.day == day for at in more.hidden]
        assert all(shown < at for shown in chips_shown for at in hidden if not month[at].is_bar), (
            "a later one is shown before an earlier one"
        )


@given(months)
def test_where_there_is_room_nothing_is_hidden(month: list[Entry]) -> None:
    assert lay_out(month, weeks=WEEKS, room=len(month) + 1).more == ()


def _share_pixels(one: Rect, other: Rect) -> bool:
    across = one.x < other.right and other.x < one.right
    return across and one.y < other.bottom and other.y < one.bottom


@given(months, geometries())
def test_no_two_entries_share_a_pixel_or_leave_their_days(
    month: list[Entry], geometry: MonthGeometry
) -> None:
    shown = [entry for entry in month if entry.last < geometry.weeks * A_WEEK]
    layout = lay_out(shown, weeks=geometry.weeks, room=geometry.room, kept=geometry.kept)
    rects = [geometry.place(place) for place in layout.places]
    assert not any(_share_pixels(one, other) for one, other in combinations(rects, 2))
    for place, rect in zip(layout.places, rects, strict=True):
        for day in (place.first, place.last):
            assert _share_pixels(rect, geometry.cell(day))
        top = geometry.cell(place.first)
        assert rect.y >= top.y + geometry.top
        assert rect.bottom <= top.bottom
    for more in layout.more:
        assert not any(_share_pixels(geometry.more(more.day), rect) for rect in rects)


@given(geometries())
def test_every_point_of_a_day_is_that_day(geometry: MonthGeometry) -> None:
    for day in range(geometry.weeks * A_WEEK):
        cell = geometry.cell(day)
        for x in (cell.x, cell.right - 1):
            for y in (cell.y, cell.bottom - 1):
                assert geometry.day_at(x, y) == day
    assert geometry.day_at(geometry.width / 2, geometry.head - 1) is None


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.sampled_from(LOCALES))
def test_a_month_is_its_whole_weeks_as_the_locale_begins_them(day: date, name: str) -> None:
    locale = LocaleFormat(QLocale(name))
    days = days_around(day, DayMode.MONTH, locale)
    assert days.first.isoweekday() == locale.first_weekday
    assert days.count % A_WEEK == 0
    assert day in days
    assert days.month == day.replace(day=1)
    last = day_after_steps(day.replace(day=1), DayMode.MONTH, 1) - timedelta(days=1)
    assert (days.month - days.first).days < A_WEEK
    assert 0 <= (days.last - last).days < A_WEEK


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(-30, 30))
def test_a_step_of_months_never_leaves_the_month_it_leads_to(day: date, by: int) -> None:
    there = day_after_steps(day, DayMode.MONTH, by)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == by
    assert there.day == day.day or (there.day < day.day and (there + timedelta(days=1)).day == 1)
