"""`lcdesk search`: what it prints, and what it says where there is nothing."""

from __future__ import annotations

from tests.command_line import CommandLine, book


def test_contacts_and_entries_are_found_by_their_words(run: CommandLine) -> None:
    book(run, "Consultation", "10:00", "--staff", "Ana", "--title", "First talk")
    found = run.json("search", "cle", "park")
    assert found["contacts"] == [{"name": "Cleo Park", "email": "cleo@example.org", "phone": "1"}]
    assert [row["id"] for row in found["upcoming"]] == ["a1"]
    assert (found["past"], found["more"]) == ([], False)
    out = run("search", "cleo").out
    assert "CONTACT" in out
    assert "First talk" in out


def test_a_seat_says_whose_it_is_and_nothing_of_the_others(run: CommandLine) -> None:
    book(run, "Yoga", "10:00")
    assert "Yoga: Cleo Park" in run("search", "yoga").out


def test_nothing_found_is_said(run: CommandLine) -> None:
    printed = run("search", "(nobody)")
    assert printed.out == "Nothing was found.\n"
    assert printed.status == 0
