"""`lcdesk numbers` in this process: what is counted, for whom and over which days."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.command_line import NEXT_MONDAY, CommandLine

TUESDAY = NEXT_MONDAY + timedelta(days=1)
NEXT_WEEK = NEXT_MONDAY + timedelta(days=7)
DAYS = ("--from", NEXT_MONDAY, "--to", NEXT_WEEK)


@pytest.fixture(autouse=True)
def booked(run: CommandLine) -> None:
    """Two hours of Ana's, one of them missed; one of Ben's that was cancelled."""
    for start, who in ((f"{NEXT_MONDAY}T15:00", "Ana"), (f"{TUESDAY}T15:00", "Ana"),
                       (f"{TUESDAY}T16:00", "Ben")):  # fmt: skip
        made = run("book", "--calendar", "Consultation", "--start", start, "--staff", who,
                   "--contact", "Dan", "--force")  # fmt: skip
        assert made.status == 0, made
    assert run("status", "a2", "noshow").status == 0
    assert run("cancel", "a3").status == 0


def test_staff_are_counted_against_their_working_hours(run: CommandLine) -> None:
    found = run.json("numbers", *DAYS)
    ana, ben = found["rows"]
    assert ana == {
        "name": "Ana", "first": str(NEXT_MONDAY), "last": str(NEXT_WEEK - timedelta(days=1)),
        "bookings": 2, "noshow": 1, "cancelled": 0, "booked_minutes": 120,
        "working_minutes": 40 * 60, "share": 0.05,
    }  # fmt: skip
    assert (ben["bookings"], ben["cancelled"], ben["booked_minutes"]) == (1, 1, 0)
    total = found["total"]
    assert (total["bookings"], total["noshow"], total["cancelled"]) == (3, 1, 1)
    assert (total["booked_minutes"], total["working_minutes"]) == (120, 80 * 60)


def test_time_off_is_no_working_time(run: CommandLine) -> None:
    off = run("timeoff", "add", "--first", NEXT_MONDAY, "--last", NEXT_MONDAY, "--staff", "Ben")
    assert off.status == 0
    _, ben = run.json("numbers", *DAYS)["rows"]
    assert ben["working_minutes"] == 32 * 60


def test_calendars_are_counted_by_name(run: CommandLine) -> None:
    rows = {row["name"]: row for row in run.json("numbers", *DAYS, "--by", "calendar")["rows"]}
    assert rows["Consultation"]["bookings"] == 3
    assert rows["Hall"]["bookings"] == 0
    assert rows["Hall"]["working_minutes"] == 40 * 60


def test_weeks_and_months_are_cut_to_the_days_asked_for(run: CommandLine) -> None:
    end = NEXT_WEEK + timedelta(days=2)
    weeks = run.json("numbers", "--from", TUESDAY, "--to", end, "--by", "week")["rows"]
    assert [(row["first"], row["last"], row["bookings"]) for row in weeks] == [
        (str(TUESDAY), str(NEXT_WEEK - timedelta(days=1)), 2),
        (str(NEXT_WEEK), str(end - timedelta(days=1)), 0),
    ]
    months = run.json("numbers", "--from", "2027-01-30", "--to", "2027-03-02", "--by", "month")
    assert [(row["first"], row["last"]) for row in months["rows"]] == [
        ("2027-01-30", "2027-01-31"), ("2027-02-01", "2027-02-28"), ("2027-03-01", "2027-03-01"),
    ]  # fmt: skip


def test_a_day_begins_where_the_calendar_is(run: CommandLine) -> None:
    early = run("book", "--calendar", "Consultation", "--start", f"{NEXT_MONDAY}T00:30+01:00",
                "--staff", "Ana", "--contact", "Dan", "--force")  # fmt: skip
    assert early.status == 0
    one_day = ("--from", NEXT_MONDAY, "--to", TUESDAY)
    assert run.json("numbers", *one_day)["total"]["bookings"] == 2


def test_the_table_ends_with_everything(run: CommandLine) -> None:
    lines = run("numbers", *DAYS).out.splitlines()
    assert lines[0].split()[0] == "BOOKINGS"
    assert lines[1].split() == ["Ana", "2", "1", "0", "2:00", "40:00", "5%"]
    assert lines[-1].split() == ["all", "3", "1", "1", "2:00", "80:00", "2%"]


def test_no_day_is_said_and_is_no_error(run: CommandLine) -> None:
    printed = run("numbers", "--from", NEXT_MONDAY, "--to", NEXT_MONDAY, "--json")
    assert printed.status == 0
    assert printed.document == {"by": "staff", "rows": [], "total": None}
    assert "exclusive" in printed.err
