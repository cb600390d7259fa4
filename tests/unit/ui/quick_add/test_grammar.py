"""What a line of quick add says in both languages, and that nothing that is typed is lost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcdesk.ui.quick_add.grammar import Reading, Ways, read_line
from lcdesk.ui.quick_add.words import ENGLISH, GERMAN

TODAY = date(2026, 11, 25)  # a Wednesday
CALENDARS = ("Consultation", "Colour and cut", "Salon")
STAFF = ("Ana", "Ben")
BRITISH = Ways(ENGLISH)
AMERICAN = Ways(ENGLISH, order="MDY", is_24_hour=False, first_weekday=7)
GERMANS = Ways(GERMAN)


def read(line: str, ways: Ways = BRITISH) -> Reading:
    return read_line(line, today=TODAY, ways=ways, calendars=CALENDARS, staff=STAFF)


def test_all_of_it_at_once() -> None:
    assert read("Cut Anna tomorrow 14-15 /salon @ben") == Reading(
        "Cut Anna", date(2026, 11, 26), 14 * 60, 15 * 60, 2, 1
    )


@pytest.mark.parametrize(
    ("line", "ways", "day"),
    [
        ("x today", BRITISH, date(2026, 11, 25)),
        ("x on Friday", BRITISH, date(2026, 11, 27)),
        ("x wed", BRITISH, date(2026, 11, 25)),
        ("x next friday", BRITISH, date(2026, 12, 4)),
        ("x next monday", BRITISH, date(2026, 11, 30)),
        ("x next sunday", AMERICAN, date(2026, 11, 29)),
        ("x 24/12", BRITISH, date(2026, 12, 24)),
        ("x 12/24", AMERICAN, date(2026, 12, 24)),
        ("x 2027-01-05", BRITISH, date(2027, 1, 5)),
        ("x 3 Jan", BRITISH, date(2027, 1, 3)),
        ("x January 3rd 2028", AMERICAN, date(2028, 1, 3)),
        ("x 29 feb", BRITISH, date(2028, 2, 29)),
        ("x am Freitag", GERMANS, date(2026, 11, 27)),
        ("x übermorgen", GERMANS, date(2026, 11, 27)),
        ("x nächsten Mo", GERMANS, date(2026, 11, 30)),
        ("x 24.12.", GERMANS, date(2026, 12, 24)),
        ("x 24.12.2027", GERMANS, date(2027, 12, 24)),
        ("x 24. Dezember", GERMANS, date(2026, 12, 24)),
    ],
)
def test_days(line: str, ways: Ways, day: date) -> None:
    found = read(line, ways)
    assert (found.title, found.day) == ("x", day)


@pytest.mark.parametrize(
    ("line", "ways", "start", "end"),
    [
        ("x 14:30", BRITISH, 870, None),
        ("x at 14", BRITISH, 840, None),
        ("x 14 - 15:30", BRITISH, 840, 930),
        ("x 14–15", BRITISH, 840, 900),
        ("x 9-24", BRITISH, 540, 1440),
        ("x um 14 Uhr", GERMANS, 840, None),
        ("x 14.30 Uhr", GERMANS, 870, None),
        ("x von 9-10", GERMANS, 540, 600),
        ("x 2pm", AMERICAN, 840, None),
        ("x at 3", AMERICAN, 900, None),
        ("x at 9", AMERICAN, 540, None),
        ("x at 12", AMERICAN, 720, None),
        ("x 2-3", AMERICAN, 840, 900),
        ("x 11-1", AMERICAN, 660, 780),
        ("x 2-3 pm", AMERICAN, 840, 900),
        ("x 11-1pm", AMERICAN, 660, 780),
        ("x 10am-2", AMERICAN, 600, 840),
        ("x 12am", AMERICAN, 0, None),
    ],
)
def test_times(line: str, ways: Ways, start: int, end: int | None) -> None:
    found = read(line, ways)
    assert (found.title, found.start, found.end) == ("x", start, end)


@pytest.mark.parametrize(
    "line",
    ["room 14", "15-14", "31.2.", "25:00", "13pm", "call /nobody @x", "next", "may flowers", "at"],
)
def test_what_is_not_understood_stays_in_the_title(line: str) -> None:
    assert read(line) == Reading(line)


def test_a_calendar_is_named_whole_or_begun() -> None:
    assert read("x /colour AND cut 9:00") == Reading("x", None, 540, None, 1)
    assert read("x /co").calendar == 0
    assert read("x /colour").calendar == 1
    assert read("x a/co").calendar == -1


def test_only_the_first_of_each_kind_counts() -> None:
    assert read("today tomorrow 9:00 10:00") == Reading("tomorrow 10:00", TODAY, 540)


PARTS = (
    "Cut",
    "Anna",
    "today",
    "next",
    "friday",
    "mon",
    "14-15",
    "2pm",
    "at",
    "9",
    "24/12",
    "24.12.",
    "3",
    "jan",
    "/salon",
    "/co",
    "@ben",
    "@",
    "-",
    "–",
    "/",
    "am",
    "uhr",
)
LINES = st.lists(st.sampled_from(PARTS) | st.text(max_size=6)).map(" ".join)


@given(
    LINES,
    st.sampled_from([BRITISH, AMERICAN, GERMANS]),
    st.dates(date(1970, 1, 1), date(2190, 1, 1)),
)
def test_no_line_is_refused_and_the_title_is_part_of_it(line: str, ways: Ways, today: date) -> None:
    found = read_line(line, today=today, ways=ways, calendars=CALENDARS, staff=STAFF)
    typed = "".join(line.split())
    for word in found.title.split():
        assert all(letter in typed for letter in word)
    assert found.end is None or (found.start is not None and found.start < found.end <= 1440)
    assert found.start is None or 0 <= found.start < 1440
    again = read_line(found.title, today=today, ways=ways)
    assert len(again.title) <= len(found.title)


@given(st.dates(date(1990, 1, 1), date(2190, 1, 1)), st.dates(date(1990, 1, 1), date(2190, 1, 1)))
def test_a_day_written_in_the_order_of_the_locale_is_read_back(today: date, day: date) -> None:
    for ways, form in ((BRITISH, "%d/%m/%Y"), (AMERICAN, "%m/%d/%Y"), (GERMANS, "%d.%m.%Y")):
        assert read_line(f"x {day.strftime(form)}", today=today, ways=ways).day == day


@given(st.integers(0, 1439), st.integers(1, 1440))
def test_times_of_a_24_hour_clock_are_read_back(start: int, end: int) -> None:
    text = f"{start // 60}:{start % 60:02}-{end // 60}:{end % 60:02}"
    found = read_line(text, today=TODAY, ways=BRITISH)
    wanted = (start, end) if start < end else (None, None)
    assert (found.start, found.end) == wanted
