"""Nothing that stands in the data commands the terminal or turns the order of letters."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.cli.output import table
from tests.command_line import NEXT_MONDAY, CommandLine, Printed

HARMFUL = "\x1b[2J\x07\x9b31m\u202ecod\u2066x\u200e\u200f\u061c\r\x00\x7f\ufeff"
JOINED = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \U0001f469\u200d\U0001f4bb"
TITLE = f"Talk {HARMFUL} {JOINED}"
BLOCK = ("--start", f"{NEXT_MONDAY}T12:00", "--end", f"{NEXT_MONDAY}T13:00", "--title", TITLE)


def book(run: CommandLine, calendar: str = "Hall") -> Printed:
    time = f"{NEXT_MONDAY}T10:00"
    return run("book", "--calendar", calendar, "--start", time, "--contact", "C", "--title", TITLE)


def assert_harmless(printed: Printed) -> None:
    for text in (printed.out, printed.err):
        assert not set(text) & (set(HARMFUL) - set("[2J31mcodx"))


def test_sentences_of_done_work_carry_no_escape_sequence(run: CommandLine) -> None:
    done = [
        book(run),
        run("edit", "a1", "--title", f"{TITLE} again"),
        run("move", "a1", "--start", f"{NEXT_MONDAY}T14:00"),
        run("block", "--staff", "Ana", *BLOCK),
        run("cancel", "a1"),
    ]
    for printed in done:
        assert printed.status == 0
        assert_harmless(printed)
        assert "Talk \N{REPLACEMENT CHARACTER}[2J" in printed.out
        assert JOINED in printed.out


def test_refusals_and_errors_carry_no_escape_sequence(run: CommandLine) -> None:
    assert run("block", "--staff", "Ana", *BLOCK).status == 0
    taken = f"{NEXT_MONDAY}T12:00"
    refused = run("book", "--calendar", "Consultation", "--start", taken, "--staff", "Ana",
                  "--contact", "C")  # fmt: skip
    assert refused.status == 4
    assert JOINED in refused.err
    for printed in (refused, book(run, TITLE), run("cancel", HARMFUL), run(HARMFUL)):
        assert printed.status in {2, 4}
        assert_harmless(printed)


BREAKS = "\n\r\t\v\f\x85\u2028\u2029"


@pytest.mark.parametrize("mark", BREAKS)
def test_line_break_in_a_title_began_a_new_line(run: CommandLine, mark: str) -> None:
    title = f"Talk{mark}lcdesk: all is well"
    time = f"{NEXT_MONDAY}T10:00"
    book = ("book", "--calendar", "Hall", "--contact", "C", "--title", title)
    block = ("block", "--staff", "Ana", *BLOCK[:4], "--title", title)
    told = [
        run(*book, "--start", time).out,
        run("edit", "a1", "--title", f"{title}!").out,
        run("move", "a1", "--start", f"{NEXT_MONDAY}T14:00").out,
        run(*block).out,
        run("book", "--calendar", "Interview", "--start", BLOCK[1], "--contact", "C").err,
        run("cancel", title).err,
        run("agenda", "--from", NEXT_MONDAY, "--to", NEXT_MONDAY + timedelta(days=1)).out,
    ]
    for text in told:
        assert "lcdesk: all is well" not in text.splitlines()
        assert not [line for line in text.splitlines() if line.startswith("lcdesk: all")]
        assert "Talk lcdesk: all is well" in text


def test_json_gives_a_title_back_exactly(run: CommandLine) -> None:
    book(run)
    (first,) = run.json("agenda", "--from", NEXT_MONDAY, "--to", NEXT_MONDAY + timedelta(days=1))
    assert first["title"] == TITLE


def test_a_very_long_title_made_every_row_as_wide(run: CommandLine) -> None:
    title = "Talk " + "about much " * 500
    run("block", "--staff", "Ana", *BLOCK[:4], "--title", title)
    book(run)
    days = ("--from", NEXT_MONDAY, "--to", NEXT_MONDAY + timedelta(days=1))
    assert max(map(len, run("agenda", *days).out.splitlines())) < 200
    assert "Talk about much" in run("agenda", *days).out
    assert max(map(len, run("activity").out.splitlines())) < 200
    assert title.strip() in [entry["title"] for entry in run.json("agenda", *days)]


def test_joined_letters_stay_joined_in_a_table() -> None:
    assert table(["A"], [[JOINED]]) == f"A\n{JOINED}"
