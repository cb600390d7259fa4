"""`lcdesk import ics FILE --calendar NAME`: events as appointments."""

from __future__ import annotations

from tests.command_line import NEXT_MONDAY, CommandLine
from tests.unit.cli.test_import import calendar, event

CLEO = "ATTENDEE;CN=Cleo Park:mailto:cleo@example.org"


def take(run: CommandLine, content: str, *more: str) -> dict[str, object]:
    file = run.folder / "in.ics"
    file.write_text(content, encoding="utf-8")
    words = ("import", "ics", file, "--calendar", "Consultation", *more, "--json")
    printed = run(*words)
    assert printed.status == (1 if printed.document["refused"] else 0)
    found: dict[str, object] = printed.document
    return found


def test_what_is_open_and_for_somebody_known_is_booked_and_the_rest_is_named(
    run: CommandLine,
) -> None:
    book = ("book", "--calendar", "Consultation", "--contact", "Cleo Park <cleo@example.org>")
    run.json(*book, "--start", f"{NEXT_MONDAY}T15:00")
    events = (event(CLEO), event(uid="2", hour=12), event(CLEO, uid="3", title="night", hour=3))
    found = take(run, calendar(*events))
    (booked,) = (str(number) for number in found["booked"])  # type: ignore[attr-defined]
    refused = [(each["title"], each["start"][11:16]) for each in found["refused"]]  # type: ignore[attr-defined]
    assert refused == [("night", "03:00"), ("good", "12:00")]
    rows = run.json("agenda", "--from", NEXT_MONDAY, "--to", f"{NEXT_MONDAY.year + 1}-01-31")
    (row,) = [row for row in rows if row["id"] == booked]
    assert (row["title"], row["calendar"], row["contacts"][0]["name"]) == (
        "good",
        "Consultation",
        "Cleo Park",
    )
    again = take(run, calendar(events[0]))
    assert (again["booked"], again["known"]) == ([], 1)


def test_a_contact_is_named_for_those_who_are_not_known(run: CommandLine) -> None:
    named = ("--contact", "Dan Moss <dan@example.org>", "--force")
    found = take(run, calendar(event(), event(uid="2", hour=22)), *named)
    assert (len(found["booked"]), found["refused"]) == (2, [])  # type: ignore[arg-type]


def test_either_a_staff_member_or_a_calendar_is_asked_for(run: CommandLine) -> None:
    file = run.folder / "in.ics"
    file.write_text(calendar(event()), encoding="utf-8")
    for words in ((), ("--staff", "Ana", "--calendar", "Consultation")):
        assert run("import", "ics", file, *words).status == 2
    printed = run("import", "ics", file, "--staff", "Ana", "--force", "--json")
    assert (printed.status, printed.code) == (2, "INVALID_INPUT")
