"""Properties of series: starts and occurrences are those that other programs find."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from dateutil.rrule import rrulestr
from hypothesis import assume, given
from hypothesis import strategies as st
from icalendar import Calendar

from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.ical.expand import occurrences
from lcdesk.model.recurrence.rule import WEEKDAYS
from lcdesk.model.recurrence.text import parse_rule, write_rule
from lcdesk.model.recurrence.walk import Walk

BERLIN = ZoneInfo("Europe/Berlin")
PLACES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"]
lengths = st.integers(0, 3 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))


numbers = st.lists(st.integers(1, 28), min_size=1, max_size=3, unique=True)


@st.composite
def rules(draw: st.DrawFn, frequencies: tuple[str, ...]) -> str:
    """Rules that people and programs write, BY parts combined at random."""
    freq = draw(st.sampled_from(frequencies))
    parts = [f"FREQ={freq}", f"INTERVAL={draw(st.integers(1, 5))}"]
    if draw(st.booleans()):
        parts.append(f"BYMONTH={_joined(draw(numbers.map(lambda n: [x % 12 + 1 for x in n])))}")
    days = draw(st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3, unique=True))
    choice = draw(st.integers(0, 6))
    if choice == 1:
        parts.append(f"BYDAY={_joined(days)}")
    elif choice == 2 and freq in ("MONTHLY", "YEARLY"):
        nth = draw(st.sampled_from([1, 2, 3, 4, 5, -1, -2]))
        parts.append(f"BYDAY={_joined(f'{nth}{day}' for day in days)}")
    elif choice == 3 and freq != "WEEKLY":
        signed = draw(st.lists(st.sampled_from([1, 15, 28, 29, 31, -1, -31]), min_size=1))
        parts.append(f"BYMONTHDAY={_joined(signed)}")
    elif choice == 4 and freq == "YEARLY":
        parts.append(f"BYYEARDAY={_joined(draw(numbers))},-1,366")
    elif choice == 5 and freq == "YEARLY":
        parts.append(f"BYWEEKNO={_joined(draw(numbers))},53,-1;BYDAY={_joined(days)}")
    if draw(st.booleans()) and freq != "HOURLY":
        parts.append(f"BYHOUR={_joined(draw(st.sets(st.integers(0, 23), min_size=1, max_size=2)))}")
    if draw(st.booleans()) and freq in ("MONTHLY", "YEARLY", "DAILY"):
        parts.append(f"BYSETPOS={_joined(draw(st.sampled_from([[1], [-1], [2, -2]])))}")
    if draw(st.booleans()):
        parts.append(f"WKST={draw(st.sampled_from(WEEKDAYS))}")
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 30))}")
    return ";".join(parts)


def _joined(values: Iterable[object]) -> str:
    return ",".join(str(value) for value in values)


walls = st.datetimes(
    datetime.combine(date(1990, 1, 1), time()), datetime.combine(date(2030, 1, 1), time())
).map(lambda wall: wall.replace(microsecond=0))


@pytest.fixture(autouse=True)
def _dateutil_gives_up_early(monkeypatch: pytest.MonkeyPatch) -> None:
    """dateutil follows a rule that matches nothing up to this year."""
    monkeypatch.setattr("dateutil.rrule.datetime.MAXYEAR", 2040)


@given(rules(("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY")), walls, st.integers(0, 1500))
def test_starts_agree_with_dateutil(text: str, start: datetime, ahead: int) -> None:
    lower = start + timedelta(days=ahead)
    upper = lower + timedelta(days=90)
    try:
        theirs = rrulestr(text, dtstart=start)
    except ValueError:  # it sees some rules that never match
        assume(False)
    expected = [wall for wall in takewhile(lambda wall: wall <= upper, theirs) if wall >= lower]
    assert list(Walk(parse_rule(text), start).between(lower, upper)) == expected


@given(rules(("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY")))
def test_a_rule_is_read_back_from_its_text(text: str) -> None:
    rule = parse_rule(text)
    assert parse_rule(write_rule(rule)) == rule


@given(
    st.sampled_from(["DAILY", "WEEKLY"]),
    st.integers(1, 60),
    st.integers(0, 400),
    st.sampled_from(["", *(f";WKST={day}" for day in WEEKDAYS)]),
    walls,
    st.integers(-100, 1500),
    st.booleans(),
)
def test_rules_that_only_step_agree_with_dateutil(
    freq: str, interval: int, count: int, wkst: str, start: datetime, ahead: int, names_day: bool
) -> None:
    day = f";BYDAY={WEEKDAYS[start.weekday()]}" if names_day and freq == "WEEKLY" else ""
    ends = f";COUNT={count}" if count else ""
    text = f"FREQ={freq};INTERVAL={interval}{wkst}{day}{ends}"
    lower = start + timedelta(days=ahead)
    upper = lower + timedelta(days=500)
    theirs = rrulestr(text, dtstart=start)
    expected = [wall for wall in takewhile(lambda wall: wall <= upper, theirs) if wall >= lower]
    rule = parse_rule(text)
    assert rule.only_steps(start)
    assert list(Walk(rule, start).between(lower, upper)) == expected
    until = lower + timedelta(days=200)
    assert list(Walk(rule, start, until).between(lower, upper)) == [
        wall for wall in expected if wall <= until
    ]
    if count:
        assert Walk(replace(rule, count=min(count, 5)), start).last() == list(theirs)[:5][-1]


def test_steps_that_reach_beyond_the_calendar_end_with_it() -> None:
    start = walls_at(2026)
    assert Walk(parse_rule("FREQ=DAILY;COUNT=900000000"), start).last().year == 9998
    endless = Walk(parse_rule("FREQ=WEEKLY;INTERVAL=900000000"), start)
    assert list(endless.between(start, walls_at(9000))) == [start]


def walls_at(year: int) -> datetime:
    return datetime.combine(date(year, 1, 1), time(9))


@given(
    rules(("MONTHLY", "WEEKLY", "DAILY")),
    walls,
    st.sampled_from(PLACES),
    st.integers(0, 600),
    lengths,
)
def test_occurrences_agree_with_dateutil_on_the_wall(
    rule: str, start: datetime, place: str, ahead: int, length: timedelta
) -> None:
    zone = ZoneInfo(place)
    first = start.replace(tzinfo=zone).astimezone(UTC)
    assume(first.astimezone(zone).replace(tzinfo=None, fold=0) == start)
    text = event_text(start, first + length, place, f"RRULE:{rule}")
    span = TimeSpan.of_length(first + timedelta(days=ahead), timedelta(days=60))
    horizon = span.end.astimezone(zone).replace(tzinfo=None) + timedelta(days=2)
    reference = {start, *takewhile(lambda wall: wall <= horizon, rrulestr(rule, dtstart=start))}
    expected = {wall.replace(tzinfo=zone).astimezone(UTC) for wall in reference}
    found = occurrences(text, zone=BERLIN, span=span)
    assert [entry.span.start for entry in found.entries] == sorted(
        begin for begin in expected if _touches(TimeSpan.of_length(begin, length), span)
    )
    assert all(entry.span.length == length for entry in found.entries)
    if found.last is not None:
        assert all(entry.span.end <= found.last for entry in found.entries)


def _touches(one: TimeSpan, span: TimeSpan) -> bool:
    return one.overlaps(span) or (not one.length and span.start <= one.start < span.end)


def event_text(start: datetime, end: datetime, place: str, *more: str) -> str:
    stamp = f";TZID={place}:{start:%Y%m%dT%H%M%S}"
    finish = f":{end:%Y%m%dT%H%M%S}Z"
    event = ["BEGIN:VEVENT", "UID:a", f"DTSTART{stamp}", f"DTEND{finish}", *more, "END:VEVENT"]
    return "\r\n".join(["BEGIN:VCALENDAR", *event, "END:VCALENDAR", ""])


edits = st.lists(
    st.tuples(
        st.integers(0, 9),  # which occurrence
        st.integers(-3, 3),  # moved by so many days
        st.sampled_from(["", "STATUS:CANCELLED"]),
        st.sampled_from(["", ";RANGE=THISANDFUTURE"]),
    ),
    unique_by=lambda edit: edit[0],
    max_size=4,
)


@given(edits, st.lists(st.integers(0, 9), max_size=3), st.integers(0, 40))
def test_edited_series_agree_with_recurring_ical_events(
    changed: list[tuple[int, int, str, str]], excluded: list[int], ahead: int
) -> None:
    # Away from clock changes, because the library's lengths are wall time.
    start = datetime.combine(date(2026, 5, 4), time(9))
    days = [start + timedelta(days=2 * n) for n in range(10)]
    assume(not {days[n] for n in excluded} & {days[which] for which, *_ in changed})
    more = ["RRULE:FREQ=DAILY;INTERVAL=2;COUNT=10"]
    more += [f"EXDATE;TZID=Europe/Berlin:{days[n]:%Y%m%dT%H%M%S}" for n in excluded]
    for which, moved, status, scope in changed:
        now = days[which] + timedelta(days=moved, hours=1)
        stamp = f"TZID=Europe/Berlin:{days[which]:%Y%m%dT%H%M%S}"
        more += ["END:VEVENT", "BEGIN:VEVENT", "UID:a", *([status] if status else [])]
        more += [f"RECURRENCE-ID{scope};{stamp}", f"DTSTART;TZID=Europe/Berlin:{now:%Y%m%dT%H%M%S}"]
        more += ["DURATION:PT45M"]
    text = event_text(start, start - timedelta(hours=1), "Europe/Berlin", *more)
    span = TimeSpan.of_length(
        start.replace(tzinfo=UTC) + timedelta(days=ahead - 10), timedelta(days=9)
    )
    library = recurring_ical_events.of(Calendar.from_ical(text)).between(span.start, span.end)
    expected = sorted(e.start.astimezone(UTC) for e in library if e.get("STATUS") != "CANCELLED")
    found = occurrences(text, zone=BERLIN, span=span).entries
    assert sorted({entry.span.start for entry in found}) == sorted(set(expected))
