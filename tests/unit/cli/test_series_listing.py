"""`lcdesk series` in this process: which series there are, and the dates of one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.command_line import NEXT_MONDAY, CommandLine


@pytest.fixture(autouse=True)
def booked(run: CommandLine) -> None:
    """Cleo at ten on three Mondays, and an appointment a4 of no series."""
    for more in (("--repeat", "FREQ=WEEKLY;COUNT=3"), ()):
        at = "10:00" if more else "15:00"
        made = run("book", "--calendar", "Consultation", "--start", f"{NEXT_MONDAY}T{at}",
                   "--staff", "Ana", "--contact", "Cleo Park <c@example.org>", *more)  # fmt: skip
        assert made.status == 0, made


def test_a_series_is_listed_with_its_rule_and_next_date(run: CommandLine) -> None:
    (row,) = run.json("series", "list")
    assert {name: value for name, value in row.items() if name != "next"} == {
        "id": 1, "calendar": "Consultation", "staff": ["Ana"], "title": "",
        "contact": {"name": "Cleo Park", "email": "c@example.org"},
        "rule": "FREQ=WEEKLY;BYDAY=MO;COUNT=3", "first": str(NEXT_MONDAY), "time": "10:00",
        "minutes": 60, "when_taken": "skip", "dates": 3,
    }  # fmt: skip
    assert row["next"].startswith(f"{NEXT_MONDAY}T10:00:00+")
    assert run.json("series", "list", "--calendar", "Hall") == []
    assert (
        f"FREQ=WEEKLY;BYDAY=MO;COUNT=3  10:00  3      {NEXT_MONDAY} 10:00"
        in run("series", "list").out
    )


def test_a_cancelled_date_is_listed_and_not_counted(run: CommandLine) -> None:
    assert run("cancel", "a1").status == 0
    (row,) = run.json("series", "list")
    second = NEXT_MONDAY + timedelta(weeks=1)
    assert (row["dates"], row["next"][:16]) == (2, f"{second}T10:00")
    dates = run.json("series", "dates", 1)
    assert [date["status"] for date in dates] == ["cancelled", "confirmed", "confirmed"]


def test_a_moved_date_keeps_the_day_that_the_rule_gave_it(run: CommandLine) -> None:
    tuesday = NEXT_MONDAY + timedelta(days=1)
    assert run("move", "a1", "--start", f"{tuesday}T11:00").status == 0
    first = run.json("series", "dates", "a2")[0]
    assert (first["id"], first["day"], first["start"][:16]) == (
        "a1", str(NEXT_MONDAY), f"{tuesday}T11:00",
    )  # fmt: skip
    assert len(run("series", "dates", "1").out.splitlines()) == 4


@pytest.mark.parametrize(("id", "said"), [
    ("7", "There is no series 7. See: lcdesk series list"),
    ("a9", "There is no appointment a9."),
    ("a4", "Appointment a4 is in no series."),
    ("b1", "“b1” is not the id of an appointment. It looks like a12."),
])  # fmt: skip
def test_what_is_no_series_is_said(run: CommandLine, id: str, said: str) -> None:
    refused = run("series", "dates", id, "--json")
    assert refused.status == 2
    assert refused.document["error"]["message"] == said
