"""The workspace file: all or nothing, twice is once, out as it went in, mistakes by place."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.store.appointments import all_appointments
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.people import all_staff, contacts
from lcdesk.model.workspace import load, parse, save
from lcdesk.model.workspace.keys import read_length, write_length
from tests.command_line import workspace
from tests.desk import NOW, Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(tmp_path)
    yield opened
    opened.close()


def take(desk: Desk, document: Any) -> None:
    with desk.database.write() as tx:
        load(tx, document, now=NOW)


def given_back(desk: Desk) -> dict[str, Any]:
    with desk.database.read() as reader:
        return save(reader)


def seat(contact: str, **more: Any) -> dict[str, Any]:
    start = "2026-12-01T10:00:00+01:00"
    row = {"calendar": "Yoga", "start": start, "minutes": 60, "staff": ["Ana"], "contact": contact}
    return row | {"status": "confirmed"} | more


INSISTED = "Ben has no hours on Wednesday"
FULL = workspace(
    appointments=[
        seat("Cleo Park"),
        seat("Dan", status="showed", notes="Mat 3"),
        seat("Cleo Park", calendar="Interview", staff=["Ana", "Ben"], status="cancelled"),
        seat("Cleo Park", calendar="Interview", staff=["Ana", "Ben"]),
        seat("Eve <eve@example.org>", calendar="Hall", staff=[], title="Concert", location="Here"),
        seat("Dan", calendar="Consultation", staff=["Ben"], overridden=True, minutes=95),
        seat(
            "Eve",
            calendar="Consultation",
            staff=["Ben"],
            start="2026-12-02T10:00:00+01:00",
            overridden=True,
            overridden_for=INSISTED,
        ),
    ],
    waiting=[
        {"calendar": "Yoga", "contact": "Dan", "first": "2026-12-01", "last": "2026-12-20",
         "since": "2026-11-20T09:00:00+01:00"},
        {"calendar": "Consultation", "contact": "Eve", "first": "2026-12-01", "last": "2026-12-01",
         "since": "2026-11-21T09:00:00+01:00", "staff": "Ben", "weekdays": ["tue"],
         "after": "14:00", "before": "18:30", "notes": "Two hours"},
    ],
)  # fmt: skip


def test_loads_saves_and_loads_the_same(desk: Desk, tmp_path: Path) -> None:
    take(desk, FULL)
    first = given_back(desk)
    (tmp_path / "other").mkdir()
    other = Desk(tmp_path / "other")
    take(other, json.loads(json.dumps(first)))
    assert given_back(other) == first
    other.close()
    assert len(first["appointments"]) == len(FULL["appointments"])
    assert [row["name"] for row in first["contacts"]] == ["Cleo Park", "Dan", "Eve"]


def test_what_is_written_in_full_comes_back_to_the_letter(desk: Desk) -> None:
    take(desk, FULL)
    full = given_back(desk)
    calendar = next(record for record in full["calendars"] if record["name"] == "Consultation")
    calendar |= {"notice": "2h", "window": "60d", "per_day": 3, "priority": {"Ben": "low"}}
    full["staff"][0]["dates"] = {"2026-12-24": [], "2026-12-31": [["09:00", "24:00"]]}
    take(desk, full)
    assert given_back(desk) == full


def test_time_off_and_public_holidays_go_out_and_in(desk: Desk) -> None:
    take(desk, FULL)
    plain = given_back(desk)
    assert not {"time_off", "public_holidays"} & set(plain)
    off = [
        {"first": "2026-12-01", "last": "2026-12-05", "title": "Summer", "staff": ["Ana", "Ben"]},
        {"first": "2026-12-24", "last": "2026-12-24", "from": "12:00", "to": "24:00"},
    ]
    days = [{"first": "2026-12-25", "last": "2026-12-26", "name": "Christmas"}]
    full = plain | {"time_off": off, "public_holidays": days}
    take(desk, full)
    assert given_back(desk) == full
    take(desk, full)
    assert given_back(desk) == full, "nothing is doubled"
    take(desk, plain)
    assert given_back(desk) == full, "what a file leaves out stays"


@pytest.mark.parametrize(
    ("key", "row", "place"),
    [
        ("time_off", {"first": "soon"}, "time_off[0].first"),
        ("time_off", {"first": "2026-12-01", "from": "nine"}, "time_off[0]"),
        ("time_off", {"first": "2026-12-01", "staff": []}, "time_off[0].staff"),
        ("time_off", {"first": "2026-12-01", "staff": ["Zoe"]}, "time_off[0].staff[0]"),
        ("public_holidays", {"first": "2026-12-01"}, "public_holidays[0].name"),
        ("public_holidays", {"first": "2026-12-01", "name": " \t"}, "public_holidays[0].name"),
        (
            "public_holidays",
            {"first": "2026-12-02", "last": "2026-12-01", "name": "X"},
            "public_holidays[0].last",
        ),
    ],
)
def test_mistakes_in_time_off_are_named_with_their_place(
    desk: Desk, key: str, row: dict[str, Any], place: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        take(desk, FULL | {key: [row]})
    assert refused.value.details == (place,)


def test_the_waiting_list_goes_out_and_in_and_is_loaded_once(desk: Desk) -> None:
    take(desk, FULL)
    assert [row["contact"] for row in given_back(desk)["waiting"]] == ["Dan", "Eve"]
    take(desk, FULL | {"waiting": [FULL["waiting"][0] | {"since": "2026-11-22T09:00:00+01:00"}]})
    assert given_back(desk)["waiting"] == FULL["waiting"]


def test_an_entry_for_what_is_offered_no_more_is_loaded_again(desk: Desk) -> None:
    take(desk, FULL)
    full = given_back(desk)
    full["waiting"][1] |= {"variation": "Long", "staff": "Ben"}
    full["calendars"][0]["staff"] = ["Ana"]
    take(desk, full)
    assert given_back(desk)["waiting"][-1] == full["waiting"][1]


def test_further_settings_of_a_calendar_go_out_and_in(desk: Desk) -> None:
    take(desk, FULL)
    full = given_back(desk)
    calendar = next(record for record in full["calendars"] if record["name"] == "Consultation")
    assert not {"group", "description", "look_busy", "locations", "repeats"} & set(calendar)
    calendar |= {
        "group": "Talks",
        "description": "The first talk.",
        "look_busy": 40,
        "locations": {"Ana": "Room 2"},
        "repeats": {"every": "monthly", "times": 6, "when_taken": "next"},
        "reminders": [1440, 15, 0],
    }
    take(desk, full)
    assert given_back(desk) == full
    take(desk, {"version": 1, "calendars": [{"name": "Consultation", "repeats": None}]})
    assert "repeats" not in next(
        record for record in given_back(desk)["calendars"] if record["name"] == "Consultation"
    )


def test_why_an_appointment_was_closed_goes_out_and_in(desk: Desk, tmp_path: Path) -> None:
    take(desk, FULL)
    saved = given_back(desk)
    assert [record.get("overridden_for") for record in saved["appointments"]].count(INSISTED) == 1
    (tmp_path / "other").mkdir()
    other = Desk(tmp_path / "other")
    take(other, saved)
    with other.database.read() as reader:
        (kept,) = [
            appointment for appointment in all_appointments(reader) if appointment.overridden_for
        ]
    assert (kept.overridden, kept.overridden_for) == (True, INSISTED)
    without = [
        {k: v for k, v in record.items() if k != "overridden_for"}
        for record in saved["appointments"]
    ]
    take(other, saved | {"appointments": without})
    assert given_back(other) == saved, "what a file does not say stays"
    other.close()


def test_the_private_reasons_of_a_member_are_not_written(desk: Desk) -> None:
    take(desk, FULL)
    take(desk, {"version": 1, "staff": [{"name": "Ben", "hide_details": True}]})
    saved = given_back(desk)["appointments"]
    assert not any("overridden_for" in record for record in saved)
    assert sum("overridden" in record for record in saved) == 2


def test_reasons_without_an_overridden_appointment_are_refused(desk: Desk) -> None:
    row = seat("Eve", calendar="Consultation", staff=["Ben"], overridden_for=INSISTED)
    with pytest.raises(InvalidInput, match=r"appointments\[0\]\.overridden_for"):
        take(desk, workspace(appointments=[row]))


def test_an_appointment_s_usual_place_is_its_member_s(desk: Desk) -> None:
    take(desk, FULL | {"appointments": []})
    places = {"location": "Office", "locations": {"Ben": "Room 2"}}
    row = seat("Dan", calendar="Consultation", staff=["Ben"])
    take(
        desk,
        {
            "version": 1,
            "calendars": [{"name": "Consultation", **places}],
            "appointments": [row, row | {"staff": ["Ana"]}],
        },
    )
    with desk.database.read() as reader:
        assert [appointment.location for appointment in all_appointments(reader)] == [
            "Room 2",
            "Office",
        ]
    assert not any("location" in record for record in given_back(desk)["appointments"])


def test_a_bare_name_means_the_namesake_without_an_email(desk: Desk) -> None:
    take(desk, {"version": 1, "contacts": [{"name": "Dan", "email": "dan@example.org"}]})
    take(
        desk,
        {"version": 1, "contacts": [{"name": "Dan", "email": "dan@example.org"}, {"name": "Dan"}]},
    )
    take(desk, FULL | {"contacts": [], "appointments": [seat("Dan")]})
    with desk.database.read() as reader:
        (booked,) = all_appointments(reader)
        assert contacts(reader)[booked.contacts[0]].email == ""


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ({"look_busy": 200}, "per cent"),
        ({"locations": {"Zed": "Here"}}, "calendars[0].locations.Zed: this key is not known"),
        ({"repeats": {"every": "hourly"}}, "calendars[0].repeats.every: one of these words"),
        ({"repeats": {"times": 1}}, "2 to 24 times"),
        ({"repeats": {"often": 2}}, "calendars[0].repeats.often: this key is not known"),
        ({"repeats": "weekly"}, "calendars[0].repeats: an object"),
    ],
)
def test_further_settings_are_checked(desk: Desk, setting: dict[str, Any], said: str) -> None:
    take(desk, FULL)
    with pytest.raises(InvalidInput) as refused:
        take(desk, {"version": 1, "calendars": [{"name": "Consultation", **setting}]})
    assert said in refused.value.message


def test_loading_twice_changes_nothing(desk: Desk) -> None:
    take(desk, FULL)
    first = given_back(desk)
    with desk.database.read() as reader:
        ids = [appointment.id for appointment in all_appointments(reader)]
    take(desk, FULL)
    assert given_back(desk) == first
    with desk.database.read() as reader:
        assert [appointment.id for appointment in all_appointments(reader)] == ids


def test_name_that_exists_is_updated_and_keeps_what_is_left_out(desk: Desk) -> None:
    take(desk, FULL)
    change = {
        "version": 1,
        "staff": [{"name": "Ana", "email": "new@example.org"}],
        "calendars": [{"name": "Yoga", "seats": 12}],
        "contacts": [{"name": "Cleo Park", "email": "park@example.org"}],
    }
    take(desk, change)
    with desk.database.read() as reader:
        ana = all_staff(reader)[0]
        yoga = next(calendar for calendar in all_calendars(reader) if calendar.name == "Yoga")
        cleo = next(contact for contact in contacts(reader).values() if contact.name == "Cleo Park")
    assert (ana.email, ana.zone, bool(ana.hours.weekly[0])) == (
        "new@example.org", "Europe/Berlin", True,
    )  # fmt: skip
    assert (yoga.seats, yoga.staff) == (12, (ana.id,))
    assert (cleo.email, cleo.phone) == ("park@example.org", "1")


def test_namesakes_stay_two(desk: Desk) -> None:
    namesakes = [
        {"name": "Dan", "email": "a@example.org"},
        {"name": "Dan", "email": "b@example.org"},
    ]
    rows = [seat("Dan <b@example.org>"), seat("Dan <a@example.org>")]
    take(desk, workspace(contacts=namesakes, appointments=rows))
    first = given_back(desk)
    assert [row["email"] for row in first["contacts"]] == ["a@example.org", "b@example.org"]
    assert [row["contact"] for row in first["appointments"]] == [row["contact"] for row in rows]
    take(desk, first)
    assert given_back(desk) == first


def test_seats_of_one_time_are_one_session(desk: Desk) -> None:
    take(desk, FULL)
    with desk.database.read() as reader:
        seats = [
            appointment for appointment in all_appointments(reader) if appointment.title == "Yoga"
        ]
    assert len({appointment.session for appointment in seats}) == 1


def test_time_without_offset_is_the_members(desk: Desk) -> None:
    rows = [seat("Dan", calendar="Consultation", staff=["Ben"], start="2026-12-01T10:00")]
    take(desk, workspace(appointments=rows))
    assert given_back(desk)["appointments"][0]["start"] == "2026-12-01T10:00:00-05:00"


def changed(path: str, value: Any) -> dict[str, Any]:
    """The full file with one value put in at a path such as `calendars.2.seats`."""
    document = copy.deepcopy(FULL)
    *parents, last = [int(step) if step.isdecimal() else step for step in path.split(".")]
    place: Any = document
    for step in parents:
        place = place[step]
    place[last] = value
    return document


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        ("colour", 1, "colour"),
        ("version", 2, "version"),
        ("version", True, "version"),
        ("staff", {}, "staff"),
        ("staff.1", "Ben", "staff[1]"),
        ("staff.1.name", "Ana", "staff[1].name"),
        ("staff.1.name", " ", "staff[1]"),
        ("staff.0.zone", "Europe/Berlin2", "staff[0].zone"),
        ("staff.0.hours", {"monday": []}, "staff[0].hours.monday"),
        ("staff.0.hours", {"mon": [["09:00"]]}, "staff[0].hours.mon[0]"),
        ("staff.0.hours", {"mon": [["09:00", "25:00"]]}, "staff[0].hours.mon[0]"),
        ("staff.0.hours", {"mon": [["09:00", "09:00"]]}, "staff[0].hours.mon[0]"),
        ("staff.0.hours", {"mon": [["09:00", "12:00"], ["11:00", "13:00"]]}, "staff[0]"),
        ("staff.0.dates", {"2026-02-30": []}, "staff[0].dates.2026-02-30"),
        ("staff.0.dates", [], "staff[0].dates"),
        ("resources.0.capacity", 0, "resources[0]"),
        ("resources.0.capacity", 10**40, "resources[0].capacity"),
        ("contacts.0.phone", 7, "contacts[0].phone"),
        ("contacts.0.name", "", "contacts[0]"),
        ("contacts.0.name", "\ud800", "contacts[0].name"),
        ("contacts.0.name", "a\0b", "contacts[0].name"),
        ("calendars.2.durration", 30, "calendars[2].durration"),
        ("calendars.2.duration", "30", "calendars[2].duration"),
        ("calendars.2.duration", True, "calendars[2].duration"),
        ("calendars.2.duration", 0, "calendars[2]"),
        ("calendars.2.interval", 0, "calendars[2]"),
        ("calendars.2.kind", "course", "calendars[2].kind"),
        ("calendars.2.kind", ["class"], "calendars[2].kind"),
        ("calendars.2.seats", 10_000, "calendars[2]"),
        ("calendars.2.staff", ["Ana", "Ben"], "calendars[2]"),
        ("calendars.2.staff", ["Anna"], "calendars[2].staff[0]"),
        ("calendars.2.notice", "2 hours", "calendars[2].notice"),
        ("calendars.2.window", "9999w", "calendars[2].window"),
        ("calendars.1.owner", "Cleo", "calendars[1].owner"),
        ("calendars.0.staff", [], "calendars[0]"),
        ("calendars.0.seats", 5, "calendars[0].seats"),
        ("calendars.0.hours", {"mon": [["09:00", "10:00"]]}, "calendars[0].hours"),
        ("calendars.0.priority", {"Ana": "top"}, "calendars[0].priority.Ana"),
        ("calendars.0.priority", {"Zoe": "low"}, "calendars[0].priority.Zoe"),
        ("calendars.3.phases", [20, -1, 10], "calendars[3].phases[1]"),
        ("calendars.3.resources", ["Room 2"], "calendars[3].resources[0]"),
        ("calendars.4.staff", ["Ana"], "calendars[4]"),
        ("appointments.0.calendar", "Judo", "appointments[0].calendar"),
        ("appointments.0.start", "tomorrow", "appointments[0].start"),
        ("appointments.0.start", "9999-12-31T23:59", "appointments[0].start"),
        ("appointments.0.minutes", 0, "appointments"),
        ("appointments.0.status", "lost", "appointments[0].status"),
        ("appointments.0.contact", "<>", "appointments[0].contact"),
        ("appointments.0.contact", None, "appointments"),
        ("appointments.4.staff", ["Ana"], "appointments"),
    ],
)
def test_mistakes_are_named_with_their_place_and_nothing_is_loaded(
    desk: Desk, path: str, value: Any, place: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        take(desk, changed(path, value))
    assert refused.value.message.startswith(f"{place}: ")
    assert refused.value.details == (place,)
    assert not any(given_back(desk).get(key) for key in FULL if key != "version")


def test_seats_are_not_overrun_by_a_file(desk: Desk) -> None:
    rows = [seat("Cleo Park"), seat("Dan"), seat("Eve")]
    with pytest.raises(InvalidInput, match="2 seats; 3 are taken"):
        take(desk, workspace(appointments=rows))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "line 1, column 1"),
        (b'{"version": 1,\n "staff": [}', "line 2, column"),
        (b"\xff\xfe", "UTF-8"),
        (b'{"version": 1, "version": 1}', "stands twice"),
        (b'{"version": NaN}', "NaN"),
        (b"[" * 100_000, "deeply"),
        (b'{"version": ' + b"9" * 5_000 + b"}", "not JSON that can be used"),
        (b" " * 50_000_001, "larger than 50 MB"),
    ],
)
def test_files_that_are_no_workspace(content: bytes, told: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        parse(content)
    assert told in refused.value.message


def test_mark_of_byte_order_is_forgiven() -> None:
    assert parse(b'\xef\xbb\xbf{"version": 1}') == {"version": 1}


@given(st.timedeltas(min_value=read_length("0m"), max_value=read_length("500w")))
def test_lengths_come_back(length: Any) -> None:
    whole = length - length % read_length("1m")
    assert read_length(write_length(whole)) == whole


@pytest.mark.parametrize(
    ("text", "again"), [("15m", "15m"), ("120m", "2h"), ("3d", "3d"), ("4w", "4w"), ("60d", "60d")]
)
def test_lengths_are_written_in_the_largest_unit(text: str, again: str) -> None:
    assert write_length(read_length(text)) == again


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
_paths = st.sampled_from(
    [
        f"{key}.0.{name}" if name else f"{key}.0"
        for key in ("staff", "resources", "contacts", "calendars", "appointments")
        for name in (*FULL[key][0], "")
    ]
)


class _NotKept(Exception):
    """Ends a transaction that was only tried."""


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One store for all examples; nothing is kept in it."""
    opened = Desk(tmp_path_factory.mktemp("workspace"))
    yield opened
    opened.close()


@given(path=_paths, value=_json)
def test_any_value_anywhere_is_taken_or_refused_in_words(
    scratch: Desk, path: str, value: Any
) -> None:
    with suppress(InvalidInput, _NotKept), scratch.database.write() as tx:
        load(tx, changed(path, value), now=NOW)
        raise _NotKept


def test_who_was_asked_for_by_name_is_still_known_elsewhere(desk: Desk) -> None:
    take(desk, workspace(appointments=[seat("Cleo Park", named=True), seat("Dan")]))
    rows = {
        appointment["contact"].split(" <")[0]: appointment
        for appointment in given_back(desk)["appointments"]
    }
    assert rows["Cleo Park"]["named"] is True
    assert "named" not in rows["Dan"]
