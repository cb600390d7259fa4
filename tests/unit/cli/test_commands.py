"""Commands that need no server, in this process: shapes, names, zones, refusals."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.command_line import NEXT_MONDAY, CommandLine, book, days

TUESDAY = NEXT_MONDAY + timedelta(days=1)

AGENDA_KEYS = [
    "id", "kind", "origin", "calendar", "linked", "staff", "title", "start", "end", "busy_from",
    "all_day", "busy", "recurring", "status", "contacts", "notes", "location", "sync",
]  # fmt: skip
BOOKING_KEYS = ["id", "start", "end", "staff", "status", "overridden", "why"]
SLOT_KEYS = ["start", "end", "open", "staff", "next", "seats_left", "reasons"]


def test_booking_is_answered_in_the_documented_shape(run: CommandLine) -> None:
    made = book(run, "Consultation", "10:00", "--staff", "Ana")
    assert list(made) == BOOKING_KEYS
    offset = str(made["start"])[-6:]
    assert made == {
        "id": "a1",
        "start": f"{NEXT_MONDAY}T10:00:00{offset}",
        "end": f"{NEXT_MONDAY}T11:00:00{offset}",
        "staff": ["Ana"],
        "status": "confirmed",
        "overridden": False,
        "why": "Ana — asked for by name",
    }


def test_agenda_has_the_documented_shape(run: CommandLine) -> None:
    book(run, "Consultation", "10:00", "--staff", "Ana", "--title", "First talk")
    (row,) = days(run)
    assert list(row) == AGENDA_KEYS
    assert row["kind"] == "appointment"
    assert row["origin"] == "lcdesk"
    assert row["calendar"] == "Consultation"
    assert row["linked"] is None
    assert row["title"] == "First talk"
    assert row["contacts"] == [{"name": "Cleo Park", "email": "cleo@example.org"}]
    assert row["sync"] == "local"


def test_agenda_is_sorted_and_filtered(run: CommandLine) -> None:
    book(run, "Hall", "15:00")
    book(run, "Yoga", "09:00")
    book(run, "Consultation", "16:00", "--staff", "Ben", "--minutes", "15")
    run.json("block", "--staff", "Ana", "--start", f"{NEXT_MONDAY}T12:00",
             "--end", f"{NEXT_MONDAY}T13:00", "--title", "Lunch")  # fmt: skip
    assert [row["id"] for row in days(run)] == ["a2", "b1", "a1", "a3"]
    assert [row["id"] for row in days(run, "--staff", "Ana")] == ["a2", "b1"]
    assert [row["id"] for row in days(run, "--calendar", "Hall")] == ["a1"]
    assert days(run, "--calendar", "Hall", "--staff", "Ana") == []


def test_day_of_the_agenda_ends_at_midnight_of_the_member(run: CommandLine) -> None:
    run.json("block", "--staff", "Ben", "--start", f"{NEXT_MONDAY}T23:00",
             "--end", f"{TUESDAY}T00:00")  # fmt: skip

    def on(day: object, after: object) -> int:
        return len(run.json("agenda", "--from", day, "--to", after))

    assert on(NEXT_MONDAY, TUESDAY) == 1
    assert on(TUESDAY, TUESDAY + timedelta(days=1)) == 0  # though it is Tuesday in Berlin by then


def test_empty_agenda_when_the_end_is_the_start(run: CommandLine) -> None:
    printed = run("agenda", "--from", TUESDAY, "--to", TUESDAY, "--json")
    assert (printed.status, printed.document) == (0, [])
    assert "exclusive" in printed.err


def test_time_without_offset_is_the_named_members(run: CommandLine) -> None:
    made = book(run, "Consultation", "10:00", "--staff", "Ben")
    assert made["start"] in {f"{NEXT_MONDAY}T10:00:00-05:00", f"{NEXT_MONDAY}T10:00:00-04:00"}


def test_time_without_offset_and_member_is_the_calendars(run: CommandLine) -> None:
    assert str(book(run, "Hall", "10:00")["start"])[:16] == f"{NEXT_MONDAY}T10:00"
    assert str(book(run, "Hall", "10:00+00:00", "--force")["start"])[11:16] in {"11:00", "12:00"}


def test_taken_slot_is_refused_with_every_reason(run: CommandLine) -> None:
    book(run, "Consultation", "10:00", "--staff", "Ana")
    printed = run("book", "--calendar", "Consultation", "--staff", "Ana", "--contact", "Dan",
                  "--start", f"{NEXT_MONDAY}T10:30", "--json")  # fmt: skip
    assert (printed.status, printed.code) == (4, "SLOT_NOT_OPEN")
    details = printed.document["error"]["details"]
    assert any(detail.startswith("BOOKED: Cleo Park") for detail in details)
    assert len(days(run)) == 1


def test_forced_booking_is_recorded(run: CommandLine) -> None:
    made = book(run, "Hall", "23:00", "--force")
    assert made["overridden"] is True


def test_seats_are_never_overrun(run: CommandLine) -> None:
    book(run, "Yoga", "09:00")
    book(run, "Yoga", "09:00")
    printed = run("book", "--calendar", "Yoga", "--contact", "Dan", "--force", "--json",
                  "--start", f"{NEXT_MONDAY}T09:00")  # fmt: skip
    assert (printed.status, printed.code) == (4, "SLOT_NOT_OPEN")


def test_move_keeps_the_length_and_the_zone(run: CommandLine) -> None:
    made = book(run, "Consultation", "10:00", "--staff", "Ben", "--minutes", "45")
    moved = run.json("move", made["id"], "--start", f"{TUESDAY}T11:00")
    assert list(moved) == BOOKING_KEYS
    assert str(moved["start"])[:16] == f"{TUESDAY}T11:00"
    assert str(moved["end"])[:16] == f"{TUESDAY}T11:45"
    assert str(moved["start"])[-6:] == str(made["start"])[-6:]


def test_cancelled_appointment_frees_its_time(run: CommandLine) -> None:
    made = book(run, "Hall", "10:00")
    assert run.json("cancel", made["id"])["status"] == "cancelled"
    assert run.json("cancel", made["id"])["status"] == "cancelled"
    book(run, "Hall", "10:00")
    printed = run("move", made["id"], "--start", f"{TUESDAY}T10:00", "--json")
    assert printed.status == 4
    printed = run("status", made["id"], "confirmed", "--json")
    assert (printed.status, printed.code) == (4, "SLOT_NOT_OPEN")


def test_a_refused_move_or_status_was_called_a_refused_booking(run: CommandLine) -> None:
    first = book(run, "Hall", "10:00")
    second = book(run, "Hall", "11:00")
    moved = run("move", second["id"], "--start", f"{NEXT_MONDAY}T10:00")
    run.json("cancel", first["id"])
    book(run, "Hall", "10:00")
    alive = run("status", first["id"], "confirmed")
    booked = run(
        "book", "--calendar", "Hall", "--contact", "Dan", "--start", f"{NEXT_MONDAY}T10:00"
    )
    told = [printed.err for printed in (moved, alive, booked)]
    assert ["Nothing was changed: " in text for text in told] == [True, True, False]
    assert ["Nothing was booked: " in text for text in told] == [False, False, True]


def test_a_cancelled_appointment_is_not_said_to_be_kept(run: CommandLine) -> None:
    made = book(run, "Consultation", "10:00")
    assert "keeps the appointment" in run("move", made["id"], "--start", f"{NEXT_MONDAY}T11:00").out
    assert "keeps the appointment" not in run("cancel", made["id"]).out


def test_status_changes(run: CommandLine) -> None:
    made = book(run, "Hall", "10:00")
    assert run.json("status", made["id"], "showed")["status"] == "showed"


def test_blocked_time_is_not_bookable_until_it_is_freed(run: CommandLine) -> None:
    slot = run.json("block", "--calendar", "Hall", "--start", f"{NEXT_MONDAY}T10:00",
                    "--end", f"{NEXT_MONDAY}T11:00")  # fmt: skip
    assert (slot["calendar"], slot["staff"]) == ("Hall", None)
    words = ("book", "--calendar", "Hall", "--contact", "Dan", "--json",
             "--start", f"{NEXT_MONDAY}T10:00")  # fmt: skip
    assert run(*words).status == 4
    assert run.json("unblock", slot["id"])["id"] == slot["id"]
    assert run(*words).status == 0
    assert run("unblock", slot["id"], "--json").code == "NOT_FOUND"


def test_open_slots_name_who_is_next(run: CommandLine) -> None:
    found = run.json("slots", "--calendar", "Consultation", "--from", NEXT_MONDAY, "--to", TUESDAY)
    assert all(list(slot) == SLOT_KEYS and slot["open"] for slot in found)
    first = found[0]
    assert first["start"][:16] == f"{NEXT_MONDAY}T09:00"
    assert (first["staff"], first["next"], first["reasons"]) == (["Ana"], "Ana", [])


def test_closed_slots_are_explained(run: CommandLine) -> None:
    book(run, "Consultation", "10:00", "--staff", "Ana")
    found = run.json("slots", "--calendar", "Consultation", "--staff", "Ana", "--explain",
                     "--from", NEXT_MONDAY, "--to", TUESDAY)  # fmt: skip
    taken = next(slot for slot in found if slot["start"][11:16] == "10:00")
    assert (taken["open"], taken["next"]) == (False, None)
    reason = next(reason for reason in taken["reasons"] if reason["code"] == "BOOKED")
    assert list(reason) == ["code", "what", "staff"]
    assert reason["staff"] == "Ana"


def test_class_slots_count_seats_and_collective_ones_have_no_next(run: CommandLine) -> None:
    book(run, "Yoga", "09:00")
    span = ("--from", NEXT_MONDAY, "--to", TUESDAY)
    yoga = run.json("slots", "--calendar", "Yoga", *span)
    assert (yoga[0]["seats_left"], yoga[0]["next"]) == (1, "Ana")
    interview = run.json("slots", "--calendar", "Interview", *span)
    assert {slot["next"] for slot in interview} == {None}


@pytest.mark.parametrize(
    "words",
    [
        "book --calendar Nowhere --start 2030-01-01T10:00 --contact X",
        "book --calendar Hall --start 2030-01-01T10:00 --contact X --staff Nobody",
        "book --calendar Yoga --start 2030-01-01T10:00 --contact X --staff Ben",
        "book --calendar Hall --start 2030-01-01 --contact X",
        "book --calendar Hall --start 2030-01-01T10:00 --contact <>",
        "book --calendar Hall --start 2030-01-01T10:00 --contact X --minutes 0",
        "move a77 --start 2030-01-01T10:00",
        "move b1 --start 2030-01-01T10:00",
        "cancel a999999999999999999999999",
        "unblock a1",
        "block --staff Ana --start 2030-01-01T10:00 --end 2030-01-01T09:00",
        "agenda --from 2030-01-02 --to 2030-01-01",
        "agenda --from 2030-01-01 --to 2030-01-02 --calendar Nowhere",
        "slots --calendar Hall --from 2030-01-01 --to 2035-01-01",
        "slots --calendar Hall --from 0001-01-01 --to 0001-01-02",
        "slots --calendar Hall --from 9999-12-30 --to 9999-12-31",
        "book --calendar Hall --start 0001-01-01T10:00 --contact X",
        "book --calendar Hall --start 9999-12-31T23:00 --contact X",
        "block --staff Ana --start 9999-12-31T10:00 --end 9999-12-31T11:00",
        "book --calendar Hall --start 2030-01-01T10:00 --contact X --variation Long",
        "account remove 7",
        "account password 7 --password-stdin",
        "linked role 7 primary",
        "sync --account 7",
        "attention resolve deleted-in-icloud-a1 keep",
    ],
)
def test_values_that_cannot_be_used(run: CommandLine, words: str) -> None:
    printed = run(*words.split(), "--json")
    assert printed.status == 2
    assert printed.code in {"INVALID_INPUT", "NOT_FOUND"}
    assert printed.err == ""


def test_the_shared_list_looks_busy(run: CommandLine) -> None:
    run.load({"version": 1, "calendars": [{"name": "Hall", "look_busy": 50}]})
    day = ("slots", "--calendar", "Hall", "--from", TUESDAY, "--to", TUESDAY + timedelta(days=1))
    shared = run.json(*day, "--shared")
    assert (len(run.json(*day)), len(shared)) == (8, 4)
    assert run.json(*day, "--shared") == shared
    codes = [
        reason["code"]
        for row in run.json(*day, "--shared", "--explain")
        for reason in row["reasons"]
    ]
    assert codes == ["LOOKBUSY"] * 4


def test_near_misses_get_a_hint(run: CommandLine) -> None:
    printed = run("slots", "--calendar", "Consultatoin", "--from", TUESDAY, "--to", TUESDAY)
    assert "Did you mean Consultation?" in printed.err
    assert run("slots", "--calendar", "hall", "--from", TUESDAY, "--to", TUESDAY).status == 0


def test_a_variation_with_add_ons_is_offered_and_booked(run: CommandLine) -> None:
    options = {
        "variations": [{"name": "Back", "minutes": 90}],
        "add_ons": [{"name": "Oil", "minutes": 30}],
    }
    run.load({"version": 1, "calendars": [{"name": "Massage", **options}]})
    chosen = ("--variation", "Back", "--add-on", "Oil")
    day = ("--calendar", "Massage", "--from", NEXT_MONDAY, "--to", TUESDAY)
    last = run.json("slots", *day, *chosen)[-1]
    assert str(last["start"])[11:16] == "15:00"  # two hours before Ana's day ends
    made = book(run, "Massage", "15:00", *chosen)
    assert str(made["end"])[11:16] == "17:00"
    (entry,) = days(run)
    assert entry["notes"] == "Back, with Oil"
    refused = run("slots", *day, "--variation", "Feet", "--json")
    assert (refused.status, "It offers: Back" in refused.out) == (2, True)


def test_nothing_to_sync_and_nothing_waiting(run: CommandLine) -> None:
    printed = run("sync", "--json")
    assert (printed.status, printed.document) == (0, {"ok": True, "accounts": []})
    assert run.json("outbox") == []
    assert run.json("attention") == []


def test_doctor_finds_everything_in_order(run: CommandLine) -> None:
    document = run.json("doctor")
    assert document["ok"] is True
    assert [check["name"] for check in document["checks"]] == [
        "versions", "clock", "data folder", "data file", "keyring",
    ]  # fmt: skip


def test_tables_are_readable(run: CommandLine) -> None:
    book(run, "Hall", "10:00")
    out = run("agenda", "--from", NEXT_MONDAY, "--to", TUESDAY).out
    assert out.splitlines()[1].split()[:3] == ["a1", str(NEXT_MONDAY), "10:00"]


def test_an_appointment_s_words_and_time_are_edited(run: CommandLine) -> None:
    made = book(run, "Consultation", "10:00", "--staff", "Ana")
    changed = run.json(
        "edit", made["id"], "--title", "Second talk", "--start", f"{NEXT_MONDAY}T14:00",
        "--notes", "Bring papers", "--location", "Room 2",
    )  # fmt: skip
    assert list(changed) == BOOKING_KEYS
    (row,) = days(run)
    assert (row["title"], row["notes"], row["location"]) == (
        "Second talk",
        "Bring papers",
        "Room 2",
    )
    assert str(row["start"]).startswith(f"{NEXT_MONDAY}T14:00")


def test_an_edit_that_says_nothing_or_nobody_knows(run: CommandLine) -> None:
    book(run, "Consultation", "10:00")
    assert run("edit", "a1", "--json").status == 2
    assert run("edit", "e7", "--title", "x", "--json").code == "NOT_FOUND"
    assert run("edit", "a9", "--title", "x", "--json").code == "NOT_FOUND"


def test_the_seats_of_a_class_were_rows_that_looked_alike(run: CommandLine) -> None:
    for who in ("Cleo Park", "Dan Moss"):
        run.json("book", "--calendar", "Yoga", "--start", f"{NEXT_MONDAY}T09:00", "--contact", who)
    listed = run("agenda", "--from", NEXT_MONDAY, "--to", TUESDAY).out
    assert "Yoga (2/2): Cleo Park" in listed
    assert "Yoga (2/2): Dan Moss" in listed
    run.json("cancel", "a1")
    assert "Yoga (1/2): Dan Moss" in run("agenda", "--from", NEXT_MONDAY, "--to", TUESDAY).out
