"""`lcdesk timeoff`: taken, listed with what stands in the way, and taken back."""

from __future__ import annotations

from tests.command_line import CommandLine

START = "2036-12-02T10:00"


def book(run: CommandLine) -> str:
    made = run.json(
        "book", "--calendar", "Consultation", "--start", START, "--contact", "Dan",
        "--staff", "Ana", "--force",
    )  # fmt: skip
    return str(made["id"])


def test_it_is_added_listed_and_removed(run: CommandLine) -> None:
    booked = book(run)
    added = run.json(
        "timeoff", "add", "--first", "2036-12-01", "--last", "2036-12-05", "--staff", "Ana",
        "--title", "Summer",
    )  # fmt: skip
    assert [each["id"] for each in added.pop("in_the_way")] == [booked]
    assert added == {
        "id": 1,
        "first": "2036-12-01",
        "last": "2036-12-05",
        "from": None,
        "to": None,
        "staff": ["Ana"],
        "title": "Summer",
    }
    assert run.json("timeoff", "list") == {"time_off": [added]}
    assert "Summer" in run("timeoff", "list").out
    assert run.json("timeoff", "remove", 1) == added
    assert run.json("timeoff", "list") == {"time_off": []}
    assert "Nobody has time off" in run("timeoff", "list").out


def test_a_part_of_a_day_of_the_business(run: CommandLine) -> None:
    added = run.json("timeoff", "add", "--first", "2036-12-01", "--start", "12:00")
    assert (added["from"], added["to"], added["staff"]) == ("12:00", "24:00", [])
    assert "everybody" in run("timeoff", "list").out
    book(run)
    assert "left as it is" in run("timeoff", "add", "--first", START[:10]).out


def test_what_is_over_is_listed_on_request(run: CommandLine) -> None:
    run.json("timeoff", "add", "--first", "2020-01-01")
    assert run.json("timeoff", "list")["time_off"] == []
    assert len(run.json("timeoff", "list", "--all")["time_off"]) == 1


def test_a_reason_that_holds_for_several_is_said_once(run: CommandLine) -> None:
    run.json("timeoff", "add", "--first", START[:10], "--title", "Works\x07 outing\n today")
    refused = run("book", "--calendar", "Consultation", "--start", START, "--contact", "Dan")
    assert refused.err.splitlines()[0].count("the business is closed (Works outing today)") == 1
    assert refused.err.count("USER: the business is closed (Works outing today)") == 1


def test_what_cannot_be_is_a_sentence(run: CommandLine) -> None:
    assert run("timeoff", "remove", 9, "--json").code == "NOT_FOUND"
    wrong = run("timeoff", "add", "--first", "2036-12-02", "--last", "2036-12-01")
    assert wrong.status == 2
    assert "must not lie before" in wrong.err
