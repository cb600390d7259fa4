"""`lcdesk edit --staff --contact --calendar`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line import NEXT_MONDAY, CommandLine, workspace

NINE, TEN = (f"{NEXT_MONDAY}T{hour}:00" for hour in ("09", "10"))


@pytest.fixture
def lcdesk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = CommandLine(tmp_path / "data", capsys)
    document = workspace()
    for member in document["staff"]:
        member["zone"] = "Europe/Berlin"
    assert line.load(document).status == 0
    return line


def book(lcdesk: CommandLine, start: str, *, calendar: str = "Consultation", **more: str) -> str:
    words = [
        "--calendar",
        calendar,
        "--start",
        start,
        "--contact",
        more.get("contact", "Cleo Park"),
    ]
    words += ["--staff", more["staff"]] if "staff" in more else []
    return str(lcdesk.json("book", *words)["id"])


def agenda(lcdesk: CommandLine, appointment: str) -> dict[str, object]:
    end = NEXT_MONDAY.replace(year=NEXT_MONDAY.year + 1)
    rows = lcdesk.json("agenda", "--from", NEXT_MONDAY, "--to", end)
    (found,) = [row for row in rows if row["id"] == appointment]
    return dict(found)


def test_another_member_contact_and_calendar(lcdesk: CommandLine) -> None:
    made = book(lcdesk, TEN, staff="Ana")
    changed = lcdesk.json("edit", made, "--staff", "Ben", "--contact", "Dora Lee <d@e.org>")
    assert changed["staff"] == ["Ben"]
    assert changed["why"] == "Ben — asked for by name"
    row = agenda(lcdesk, made)
    assert row["title"] == "Dora Lee"
    assert row["contacts"] == [{"name": "Dora Lee", "email": "d@e.org"}]
    assert lcdesk.json("edit", made, "--calendar", "Hall")["staff"] == []
    assert agenda(lcdesk, made)["calendar"] == "Hall"


def test_the_rules_answer_and_are_insisted_on(lcdesk: CommandLine) -> None:
    book(lcdesk, TEN, staff="Ben")
    made = book(lcdesk, TEN, staff="Ana")
    refused = lcdesk("edit", made, "--staff", "Ben", "--json")
    assert (refused.status, refused.code) == (4, "SLOT_NOT_OPEN")
    assert "Nothing was changed" in refused.document["error"]["message"]
    assert agenda(lcdesk, made)["staff"] == ["Ana"]
    forced = lcdesk.json("edit", made, "--staff", "Ben", "--force")
    assert (forced["staff"], forced["overridden"]) == (["Ben"], True)


def test_time_and_member_together_are_asked_about_once(lcdesk: CommandLine) -> None:
    book(lcdesk, TEN, staff="Ana")
    made = book(lcdesk, NINE, staff="Ana")
    changed = lcdesk.json("edit", made, "--start", TEN, "--staff", "Ben")
    assert changed["staff"] == ["Ben"]
    assert changed["start"].startswith(TEN)


@pytest.mark.parametrize(
    ("calendar", "words", "said"),
    [
        ("Consultation", ("--staff", "Zoe"), "no staff member called"),
        ("Massage", ("--staff", "Ben"), "does not belong to Massage"),
        ("Interview", ("--staff", "Ana"), "where nobody is chosen"),
        ("Consultation", ("--force", "--title", "x"), "--force goes with"),
        ("Consultation", ("--contact", "<>"), "does not name a contact"),
    ],
)
def test_what_cannot_be_is_said(
    lcdesk: CommandLine, calendar: str, words: tuple[str, ...], said: str
) -> None:
    made = book(lcdesk, TEN, calendar=calendar)
    printed = lcdesk("edit", made, *words, "--json")
    assert printed.status == 2 or printed.document["error"]["code"] == "NOT_FOUND"
    assert said in printed.document["error"]["message"]


def test_the_later_dates_of_a_series_follow(lcdesk: CommandLine) -> None:
    words = ("--calendar", "Consultation", "--start", TEN, "--contact", "Cleo Park")
    made = lcdesk.json("book", *words, "--staff", "Ana", "--repeat", "FREQ=WEEKLY;COUNT=3")
    first, second, third = made["series"]["appointments"]
    lcdesk.json("edit", second, "--staff", "Ben", "--scope", "following")
    assert [agenda(lcdesk, number)["staff"] for number in (first, second, third)] == [
        ["Ana"],
        ["Ben"],
        ["Ben"],
    ]
    lcdesk.json("edit", second, "--contact", "Dora Lee", "--scope", "this")
    assert agenda(lcdesk, third)["title"] == "Cleo Park"


def test_one_seat_of_a_class_goes_to_somebody_else_and_the_others_stay(
    lcdesk: CommandLine,
) -> None:
    first = book(lcdesk, TEN, calendar="Yoga")
    second = book(lcdesk, TEN, calendar="Yoga", contact="Dora Lee")
    lcdesk.json("edit", first, "--contact", "Eve Moon")
    assert agenda(lcdesk, first)["contacts"] == [{"name": "Eve Moon", "email": ""}]
    lcdesk.json("edit", first, "--calendar", "Hall")
    assert agenda(lcdesk, first)["title"] == "Eve Moon"
    assert agenda(lcdesk, second)["title"] == "Yoga"
