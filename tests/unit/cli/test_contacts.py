"""`lcdesk contact` and `lcdesk waiting`: people, and what they wait for, without the window."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from tests.command_line import NEXT_MONDAY, CommandLine

CARDS = "BEGIN:VCARD\nFN:Fay\nEMAIL:fay@x.example\nEND:VCARD\n"


def test_contacts_are_written_and_taken_over_again(run: CommandLine) -> None:
    file = run.folder / "people.vcf"
    file.write_text(CARDS)
    tried = run.json("contact", "import", file, "--dry-run")
    assert (tried["new"], tried["changed"]) == (1, 0)
    assert [one["name"] for one in tried["contacts"]] == ["Fay"]
    assert run.json("contact", "import", file) == tried
    assert run.json("contact", "import", file)["same"] == 1
    for name in ("all.vcf", "all.csv"):
        written = run.json("contact", "export", run.folder / name)
        again = run.json("contact", "import", run.folder / name, "--dry-run")
        assert (again["new"], again["changed"], again["same"]) == (0, 0, written["contacts"])


def test_a_card_that_is_left_out_is_named_and_the_rest_kept(run: CommandLine) -> None:
    file = run.folder / "people.vcf"
    file.write_text(f"{CARDS}BEGIN:VCARD\n")
    answer = run("contact", "import", file)
    assert answer.status == 1
    assert "Card 2 is not complete." in answer.err
    assert "1 new contact" in answer.out


def test_a_table_of_headings_alone_holds_no_contacts(run: CommandLine) -> None:
    file = run.folder / "people.csv"
    file.write_text("Name,E-mail\n")
    for more in ((), ("--dry-run",)):
        answer = run("contact", "import", file, *more)
        assert answer.status == 0
        assert answer.out.strip() == "There are no contacts in this file."


def test_a_bad_email_is_named_by_its_row_and_the_rest_is_kept(run: CommandLine) -> None:
    file = run.folder / "people.csv"
    file.write_text("Name,E-mail\nDana,dana\nEve,eve@x.example\n")
    answer = run("contact", "import", file)
    assert answer.status == 1
    assert "Row 2: “dana” is no e-mail address" in answer.err
    assert "2 new contacts" in answer.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("import", "nowhere.vcf"), "cannot be read"),
        (("export", "people.txt"), "call the file .vcf or .csv"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    run: CommandLine, words: tuple[str, str], said: str
) -> None:
    answer = run("contact", words[0], run.folder / words[1])
    assert answer.status == 2
    assert said in answer.err


def put(run: CommandLine, *more: object) -> Any:
    first, last = NEXT_MONDAY, NEXT_MONDAY + timedelta(days=4)
    who = ("--contact", "Cleo Park <cleo@example.org>")
    days = ("--first", first, "--last", last)
    return run.json("waiting", "add", "--calendar", "Consultation", *who, *days, *more)


def test_who_waits_is_listed_with_the_next_open_time(run: CommandLine) -> None:
    more = ("--staff", "Ana", "--weekdays", "tue,fri", "--after", "14:00", "--before", "16:00")
    made = put(run, *more, "--notes", "By the window")
    first, last = (NEXT_MONDAY + timedelta(days=passed) for passed in (0, 4))
    assert made.pop("since")[:4] == f"{date.today():%Y}"  # noqa: DTZ011
    assert made == {
        "id": 1, "calendar": "Consultation", "staff": "Ana",
        "contact": {"name": "Cleo Park", "email": "cleo@example.org"},
        "first": first.isoformat(), "last": last.isoformat(), "weekdays": ["tue", "fri"],
        "after": "14:00", "before": "16:00", "variation": "", "add_ons": [],
        "notes": "By the window",
    }  # fmt: skip
    (listed,) = run.json("waiting", "list", "--calendar", "Consultation")
    following = listed.pop("next_open")
    assert following.startswith(f"{NEXT_MONDAY + timedelta(days=1)}T14:00:00")
    assert listed | {"since": ""} == made | {"since": ""}
    run.json(
        "book", "--calendar", "Consultation", "--start", following, "--contact", "Dan", "--staff",
        "Ana",
    )  # fmt: skip
    (listed,) = run.json("waiting", "list")
    assert listed["next_open"][11:16] == "15:00"
    assert "14:00-16:00" in run("waiting", "list").out
    assert run.json("waiting", "list", "--calendar", "Yoga") == []


def test_who_waits_is_taken_off_and_undo_puts_them_back(run: CommandLine) -> None:
    made = put(run)
    assert run.json("waiting", "remove", made["id"]) == made
    assert "Nobody is waiting" in run("waiting", "list").out
    (newest, *_) = run.json("activity")
    assert newest["counts"] == {"waiting_ended": 1}
    run.json("activity", "undo", newest["id"])
    assert [entry["id"] for entry in run.json("waiting", "list")] == [made["id"]]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--weekdays", "tuesday"), "“tuesday” is not a weekday"),
        (("--after", "25:00"), "“25:00” is not a time of day"),
        (("--weekdays", "sun"), "None of these weekdays"),
        (("--variation", "Long"), "has no variation"),
    ],
)
def test_what_could_never_suit_is_a_sentence(
    run: CommandLine, more: tuple[str, ...], said: str
) -> None:
    days = ("--first", NEXT_MONDAY, "--last", NEXT_MONDAY + timedelta(days=4))
    answer = run("waiting", "add", "--calendar", "Consultation", "--contact", "Dan", *days, *more)
    assert answer.status == 2
    assert said in answer.err
    assert "does not exist any more" in run("waiting", "remove", 9).err


def test_waiting_add_took_days_that_are_over(run: CommandLine) -> None:
    words = ("waiting", "add", "--calendar", "Consultation", "--contact", "Dan")
    answer = run(*words, "--first", "2020-01-01", "--last", "2020-01-05")
    assert answer.status == 2
    assert "is over, so nobody can be booked. Choose today or a later day" in answer.err
    assert run.json("waiting", "list") == []


@pytest.mark.parametrize("repeat", [(), ("--repeat", "FREQ=WEEKLY;COUNT=2")])
def test_book_left_who_waits_on_the_list(run: CommandLine, repeat: tuple[str, ...]) -> None:
    made = put(run)
    booked = run(
        "book", "--calendar", "Consultation", "--start", f"{NEXT_MONDAY}T10:00", "--contact",
        "Cleo Park <cleo@example.org>", "--staff", "Ana", *repeat,
    )  # fmt: skip
    assert f"Taken off the waiting list: {made['id']}  Cleo Park" in booked.err
    assert run.json("waiting", "list") == []
    (newest, *_) = run.json("activity")
    run.json("activity", "undo", newest["id"])
    assert [entry["id"] for entry in run.json("waiting", "list")] == [made["id"]]
