"""The files that commands read and write: a workspace, a calendar."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.command_line import NEXT_MONDAY, CommandLine, book, days, workspace

TUESDAY = NEXT_MONDAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ({"calendars": [{"name": "Hall", "interval": 0}]}, "interval"),
        ({"calendars": [{"name": "Hall", "zone": "Mars/Olympus"}]}, "calendars[0].zone"),
        ({"calendars": [{"name": "Yoga", "staff": ["Ana", "Ben"]}]}, "exactly one owner"),
        ({"calendars": [{"name": "Yoga", "seats": 10_000}]}, "seats"),
        ({"calendars": [{"name": "Interview", "staff": ["Ben"]}]}, "owns Interview"),
        ({"calendars": [{"name": "Consultation", "staff": []}]}, "staff member"),
        ({"staff": [{"name": "Ana", "hours": {"mon": [["12:00", "09:00"]]}}]}, "hours.mon[0]"),
        (
            {
                "staff": [
                    {"name": "Ana", "hours": {"mon": [["09:00", "12:00"], ["11:00", "13:00"]]}}
                ]
            },
            "overlap",
        ),
        ({"staff": [{"name": "Ana", "dates": {"0001-01-01": []}}]}, "1900 and 2199"),
        ({"staff": [{"name": "Ana", "dates": {"9999-12-31": []}}]}, "1900 and 2199"),
    ],
)
def test_a_file_with_a_mistake_changes_nothing_at_all(
    run: CommandLine, tmp_path: Path, rows: dict[str, object], place: str
) -> None:
    file = tmp_path / "saved.json"
    run("workspace", "save", file)
    before = file.read_text(encoding="utf-8")
    # What stands before the mistake in the file is not kept either.
    refused = run.load({"version": 1, "resources": [{"name": "Room 9"}], **rows})
    assert refused.status == 2
    assert place in refused.document["error"]["message"]
    run("workspace", "save", file)
    assert file.read_text(encoding="utf-8") == before


def test_workspace_file_is_private_and_replaced_as_a_whole(run: CommandLine) -> None:
    file = run.folder / "saved.json"
    file.write_text("of yesterday", encoding="utf-8")
    answer = run.json("workspace", "save", file)
    assert (answer["file"], answer["calendars"]) == (str(file), 5)
    assert file.stat().st_mode & 0o777 == 0o600
    assert run("workspace", "load", file).status == 0
    assert [file.name for file in run.folder.glob(".saved*")] == []


def test_workspace_file_with_a_mistake(run: CommandLine) -> None:
    document = workspace()
    document["calendars"][2]["durration"] = 30
    printed = run.load(document)
    assert (printed.status, printed.code) == (2, "INVALID_INPUT")
    assert "calendars[2].durration" in printed.document["error"]["message"]
    assert "Did you mean duration?" in printed.document["error"]["message"]


def test_workspace_file_that_is_not_there(run: CommandLine) -> None:
    assert run("workspace", "load", run.folder / "none.json", "--json").status == 2
    assert run("workspace", "save", run.folder / "none" / "file.json", "--json").code == "FILE"


def test_what_lcdesk_owns_is_written_to_a_calendar_file(run: CommandLine) -> None:
    book(run, "Consultation", "10:00", "--staff", "Ana")
    cancelled = book(run, "Consultation", "14:00", "--staff", "Ana")
    run.json("cancel", cancelled["id"])
    run.json(
        "block", "--staff", "Ana", "--start", f"{NEXT_MONDAY}T12:00",
        "--end", f"{NEXT_MONDAY}T13:00", "--title", "Lunch",
    )  # fmt: skip
    file = run.folder / "out.ics"
    answer = run.json("export", "ics", "--from", NEXT_MONDAY, "--to", TUESDAY, file)
    assert answer == {"file": str(file), "appointments": 1, "blocked": 1}
    text = file.read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == 2
    assert "SUMMARY:Lunch" in text
    assert "Cleo Park" in text
    assert "ATTENDEE" not in text
    assert file.stat().st_mode & 0o777 == 0o600


def test_what_is_of_some_is_written_alone(run: CommandLine) -> None:
    book(run, "Consultation", "10:00", "--staff", "Ana")
    book(run, "Consultation", "10:00", "--staff", "Ben")
    book(run, "Hall", "10:00")
    for name in ("Ana", "Ben"):
        run.json(
            "block", "--staff", name, "--start", f"{NEXT_MONDAY}T12:00",
            "--end", f"{NEXT_MONDAY}T13:00", "--title", "Lunch",
        )  # fmt: skip

    def written(*choice: str) -> tuple[int, int]:
        asked = ("export", "ics", "--from", NEXT_MONDAY, "--to", TUESDAY, *choice)
        answer = run.json(*asked, run.folder / "out.ics")
        return answer["appointments"], answer["blocked"]

    assert written() == (3, 2)
    assert written("--calendar", "Consultation") == (2, 0)
    assert written("--calendar", "Consultation", "--calendar", "Hall") == (3, 0)
    assert written("--staff", "Ana") == (1, 1)
    assert written("--staff", "Ana", "--staff", "Ben") == (2, 2)
    assert written("--calendar", "Hall", "--staff", "Ana") == (0, 1)
    asked = ("export", "ics", "--from", NEXT_MONDAY, "--to", TUESDAY, "--calendar", "Nowhere")
    printed = run(*asked, run.folder / "no.ics", "--json")
    assert (printed.status, printed.code) == (2, "NOT_FOUND")
    assert not (run.folder / "no.ics").exists()


def test_a_calendar_file_becomes_slots_blocked_by_hand_once(run: CommandLine) -> None:
    book(run, "Consultation", "10:00", "--staff", "Ana")
    file = run.folder / "out.ics"
    run.json("export", "ics", "--from", NEXT_MONDAY, "--to", TUESDAY, file)
    answer = run.json("import", "ics", file, "--staff", "Ben")
    assert (answer["blocked"], answer["known"], answer["free"]) == (1, 0, 0)
    (row,) = [day for day in days(run) if day["staff"] == ["Ben"]]
    assert (row["kind"], row["origin"], row["sync"]) == ("blocked", "lcdesk", "local")
    again = run.json("import", "ics", file, "--staff", "Ben")
    assert (again["blocked"], again["known"]) == (0, 1)


def test_a_file_that_is_no_calendar_blocks_nothing(run: CommandLine) -> None:
    file = run.folder / "note.ics"
    file.write_text("Dear diary", encoding="utf-8")
    printed = run("import", "ics", file, "--staff", "Ana", "--json")
    assert (printed.status, printed.code) == (2, "INVALID_INPUT")
    assert run("import", "ics", run.folder / "none.ics", "--staff", "Ana", "--json").status == 2
    assert days(run) == []
