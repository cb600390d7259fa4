"""Changing one date of a series leaves all others as other programs find them.

The oracle is recurring-ical-events with icalendar, which share no code with what is tested.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.events import AllDay
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.ical.edit import EventChanges
from lcdesk.model.ical.expand import occurrences
from lcdesk.model.ical.series_text import date_times, edit_date, take_out_date
from lcdesk.model.ical.whole_series import Shift, end_before, shift_between, shift_series
from lcdesk.model.recurrence.moment import wall_time, write_date, write_wall
from tests.unit.model.ical.texts import BERLIN, NOW, stretch, vcalendar

KINDS = ("zone", "utc", "floating", "days")
RULES = (
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=WEEKLY",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY={day}",
    "FREQ=WEEKLY;BYDAY={day},{next}",
    "FREQ=MONTHLY",
)
NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
HOUR = timedelta(hours=1)
MOST = 12  # dates to choose from
LOOKED_AT = (
    (date(2026, 3, 10), date(2026, 4, 20)),
    (date(2026, 10, 6), date(2026, 11, 16)),
)

FEW = settings(max_examples=40)

CHOSEN = (("20260310", "20260414"), ("20261006", "20261110"))

Said = tuple[date | datetime, date | datetime, str]


@dataclass(frozen=True)
class Made:
    """A series, what kind of start it has, and the recurrence ids of its first dates."""

    text: str
    kind: str
    ids: tuple[str, ...]


def said(*texts: str) -> list[Said]:
    """Every date of some weeks around both clock changes, as the oracle finds them.

    Start, end and title; times in a zone as instants.
    """
    found = [
        (exactly(event.start), exactly(event.end), str(event["SUMMARY"]))
        for text in texts
        if text
        for span in LOOKED_AT
        for event in recurring_ical_events.of(Calendar.from_ical(text)).between(*span)
    ]
    return sorted(found, key=lambda row: (str(row[0]), str(row[1]), row[2]))


def exactly(when: date | datetime) -> date | datetime:
    if isinstance(when, datetime) and when.tzinfo is not None:
        return when.astimezone(UTC)
    return when


def stamp(kind: str, wall: datetime) -> str:
    return {
        "zone": f";TZID=Europe/Berlin:{write_wall(wall)}",
        "utc": f":{write_wall(wall)}Z",
        "floating": f":{write_wall(wall)}",
        "days": f";VALUE=DATE:{write_date(wall)}",
    }[kind]


@st.composite
def series(draw: st.DrawFn) -> Made:
    """Around both clock changes of 2026, with an exception and an edited date now and then."""
    kind = draw(st.sampled_from(KINDS))
    around = draw(st.sampled_from([date(2026, 3, 20), date(2026, 10, 16)]))
    day = around + timedelta(days=draw(st.integers(0, 9)))
    clock = time() if kind == "days" else time(draw(st.sampled_from([1, 4, 9, 23])), 30)
    wall = datetime.combine(day, clock)
    rule = draw(st.sampled_from(RULES)).format(
        day=NAMES[day.weekday()], next=NAMES[(day.weekday() + 2) % 7]
    )
    end = draw(st.sampled_from(["", ";COUNT=7", ";UNTIL"]))
    if end == ";UNTIL":
        last = wall + timedelta(days=40)
        form = {"days": write_date(last), "floating": write_wall(last)}
        end = f";UNTIL={form.get(kind, write_wall(last) + 'Z')}"
    length = timedelta(days=2) if kind == "days" else timedelta(minutes=45)
    master = [
        f"DTSTART{stamp(kind, wall)}",
        f"DTEND{stamp(kind, wall + length)}",
        f"RRULE:{rule}{end}",
        "SUMMARY:Series",
        "X-THEIRS:kept",
    ]
    text = vcalendar(master)
    walls = walls_of(text, kind)
    if len(walls) > 2 and draw(st.booleans()):
        master.append(f"EXDATE{stamp(kind, walls.pop(2))}")
    events = [master]
    if len(walls) > 3 and draw(st.booleans()):
        there = walls[3] + (timedelta(days=1) if kind == "days" else 2 * HOUR)
        edited = [f"RECURRENCE-ID{stamp(kind, walls[3])}", f"DTSTART{stamp(kind, there)}"]
        events.append([*edited, f"DTEND{stamp(kind, there + length)}", "SUMMARY:Odd one"])
    text = vcalendar(*events)
    ids = [name for name in known(text) if any(first <= name[:8] <= last for first, last in CHOSEN)]
    return Made(text, kind, tuple(ids[:MOST]))


def known(text: str) -> list[str]:
    """The recurrence ids of its dates, as lcdesk finds them."""
    found = occurrences(text, zone=BERLIN, span=stretch("2026-03-01", 300)).entries
    return sorted(occurrence.recurrence_id for occurrence in found)


def walls_of(text: str, kind: str, title: str = "Series") -> list[datetime]:
    """The starts of the dates with a title, on the wall clock of the series."""
    found = [row[0] for row in said(text) if row[2] == title]
    if kind == "days":
        return [wall_time(start.year, start.month, start.day) for start in found]
    times = [start for start in found if isinstance(start, datetime)]
    if kind == "zone":
        times = [moment.astimezone(BERLIN) for moment in times]
    return [moment.replace(tzinfo=None) for moment in times]


def well_inside(walls: list[datetime]) -> list[datetime]:
    """Without what some other date is moved away from, or to."""
    edges = ((date(2026, 3, 16), date(2026, 4, 14)), (date(2026, 10, 12), date(2026, 11, 10)))
    return [wall for wall in walls if any(first <= wall.date() <= last for first, last in edges)]


def chosen(made: Made, number: int) -> str:
    return made.ids[number % len(made.ids)]


def later(made: Made, recurrence_id: str) -> TimeSpan | AllDay:
    """A date of the series, moved."""
    now = date_times(made.text, recurrence_id, zone=BERLIN)
    if isinstance(now, AllDay):
        return AllDay(now.first + timedelta(days=3), now.end + timedelta(days=4))
    return TimeSpan(now.start + 3 * HOUR, now.end + 4 * HOUR)


def one_away(before: list[Said], after: list[Said]) -> tuple[Said, ...]:
    left = list(before)
    for row in after:
        if row in left:
            left.remove(row)
    return tuple(left)


@FEW
@given(series(), st.integers(0, 50), st.booleans())
def test_editing_one_date_changes_no_other(made: Made, number: int, is_moved: bool) -> None:
    this = chosen(made, number)
    wanted = later(made, this)
    changes = EventChanges(title="Changed", span=wanted if is_moved else None)
    was = date_times(made.text, this, zone=BERLIN)
    after = edit_date(made.text, this, changes=changes, now=NOW, zone=BERLIN)
    before_said, after_said = said(made.text), said(after)
    assert len(before_said) == len(after_said)
    assert len(one_away(before_said, after_said)) == 1
    (new,) = one_away(after_said, before_said)
    assert new[2] == "Changed"
    assert date_times(after, this, zone=BERLIN) == (wanted if is_moved else was)
    assert after.count("X-THEIRS:kept") >= made.text.count("X-THEIRS:kept")
    series_itself = made.text[made.text.index("BEGIN:VEVENT") : made.text.index("END:VEVENT")]
    assert series_itself in after


@FEW
@given(series(), st.integers(0, 50))
def test_an_edited_date_is_edited_in_place(made: Made, number: int) -> None:
    this = chosen(made, number)
    once = edit_date(made.text, this, changes=EventChanges(title="One"), now=NOW, zone=BERLIN)
    twice = edit_date(once, this, changes=EventChanges(title="Two"), now=NOW, zone=BERLIN)
    assert once.count("BEGIN:VEVENT") == twice.count("BEGIN:VEVENT")
    assert len(one_away(said(once), said(twice))) == 1
    same = edit_date(twice, this, changes=EventChanges(title="Two"), now=NOW, zone=BERLIN)
    assert same == twice


@FEW
@given(series(), st.integers(0, 50))
def test_taking_out_one_date_changes_no_other(made: Made, number: int) -> None:
    after = take_out_date(made.text, chosen(made, number), now=NOW, zone=BERLIN)
    before = said(made.text)
    assert len(said(after)) == len(before) - 1
    assert len(one_away(before, said(after))) == 1


@FEW
@given(series(), st.integers(0, 50))
def test_an_ended_series_keeps_the_dates_before(made: Made, number: int) -> None:
    this = chosen(made, number)
    ended = end_before(made.text, this, now=NOW, zone=BERLIN)
    before = [name for name in known(made.text) if name < this]
    assert bool(ended) == bool(before)
    assert not one_away(said(ended), said(made.text)), "nothing is new"
    if before:
        assert known(ended) == before
        assert "COUNT" not in ended


@FEW
@given(series(), st.integers(0, 50), st.sampled_from([-HOUR / 2, 4 * HOUR]))
def test_a_moved_series_keeps_the_distance_of_every_date(
    made: Made, number: int, by: timedelta
) -> None:
    shift = Shift(timedelta(days=2) if made.kind == "days" else by)
    expected = [wall + shift.by for wall in walls_of(made.text, made.kind)]
    try:
        after = shift_series(made.text, shift, now=NOW, zone=BERLIN)
    except InvalidInput:
        # From the 27th to the 29th: the date of February would have nowhere to go.
        assert "FREQ=MONTHLY" in made.text
        assert any(wall.day > 28 for wall in expected)
        return
    moved = walls_of(after, made.kind)
    assert well_inside(moved) == well_inside(expected)
    assert walls_of(after, made.kind, "Odd one") == walls_of(made.text, made.kind, "Odd one")
    this = chosen(made, number)
    asked = shift_between(made.text, this, later(made, this), BERLIN)
    assert asked.length is not None
