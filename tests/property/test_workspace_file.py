"""Whatever a workspace file can say comes out of the store as it went in.

Documents with every key are loaded, saved and loaded into another store; the two stores must
hold the same rows. Everything happens in transactions that are rolled back, so ids are equal.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import tellable
from lcdesk.model.domain.intake import FieldKind
from lcdesk.model.domain.words import clean_line
from lcdesk.model.store.appointments import all_appointments
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.people import all_resources, all_staff, contacts
from lcdesk.model.store.transaction import Transaction
from lcdesk.model.store.waiting import all_waiting
from lcdesk.model.workspace import keys, load, save
from tests.desk import NOW, Desk

STAFF = ("Ana", "Ben", "Çelik")
ROOMS = ("Room 1", "Room 2")
PEOPLE = ("Cleo Park", "Dan", "Dan", "Eve “E” Ödegård")  # two share a name
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FIRST = datetime(2026, 1, 5, 9, tzinfo=UTC)

words = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12).map(str.strip)
zones = st.sampled_from(("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"))
minutes = st.integers(0, 300)
colours = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06x}")
lengths = st.sampled_from(("0m", "15m", "2h", "3d", "4w", "90m"))


def clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def blocks(edges: set[int]) -> list[list[str]]:
    ordered = sorted(edges)
    pairs = zip(ordered[::2], ordered[1::2], strict=False)
    return [[clock(start), clock(end)] for start, end in pairs]


days = st.sets(st.integers(0, 1440), max_size=6).map(blocks)
weeks = st.fixed_dictionaries({}, optional=dict.fromkeys(WEEKDAYS, days))
dates = st.dictionaries(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(date.isoformat), days, max_size=3
)
options = st.lists(
    st.fixed_dictionaries({"name": words.filter(bool), "minutes": st.integers(1, 600)}),
    max_size=3,
    unique_by=lambda record: record["name"],
)
field_names = words.map(clean_line).filter(bool)
texts_asked = st.fixed_dictionaries(
    {
        "name": field_names,
        "kind": st.sampled_from((FieldKind.TEXT.value, FieldKind.YES_NO.value)),
        "required": st.booleans(),
    }
)
choices_asked = st.fixed_dictionaries(
    {
        "name": field_names,
        "kind": st.just(FieldKind.CHOICE.value),
        "required": st.booleans(),
        "choices": st.lists(field_names, min_size=2, max_size=4, unique_by=str.casefold),
    }
)
fields = st.lists(
    texts_asked | choices_asked,
    max_size=3,
    unique_by=lambda record: str(record["name"]).casefold(),
)
repeats = st.none() | st.fixed_dictionaries(
    {
        "every": st.sampled_from(("daily", "weekly", "monthly")),
        "times": st.integers(2, 24),
        "when_taken": st.sampled_from(("skip", "book_anyway", "next")),
    }
)
common = {
    "zone": zones,
    "duration": st.integers(1, 600),
    "interval": st.integers(1, 600),
    "before": minutes,
    "after": minutes,
    "per_slot": st.integers(1, 9_999),
    "per_day": st.none() | st.integers(1, 50),
    "notice": lengths,
    "window": st.none() | lengths.filter(lambda length: length != "0m"),
    "auto_confirm": st.booleans(),
    "colour": colours,
    "title": words,
    "location": words,
    "active": st.booleans(),
    "group": words,
    "description": words,
    "repeats": repeats,
    "reminders": st.lists(st.integers(0, 40_320), max_size=5, unique=True),
    "resources": st.lists(st.sampled_from(ROOMS), unique=True),
    "fields": fields,
}
look_busy = {"look_busy": st.integers(0, 100)}
locations = {"locations": st.dictionaries(st.sampled_from(STAFF), words.filter(bool))}
chooses = (
    look_busy
    | locations
    | {
        "distribution": st.sampled_from(("equal", "availability")),
        "priority": st.dictionaries(
            st.sampled_from(STAFF), st.sampled_from(("high", "medium", "low"))
        ),
    }
)
of_kind: dict[CalendarKind, dict[str, st.SearchStrategy[Any]]] = {
    CalendarKind.ROUND_ROBIN: chooses,
    CalendarKind.COLLECTIVE: look_busy | locations | {"owner": st.sampled_from(STAFF)},
    CalendarKind.CLASS: locations | {"seats": st.integers(5, 9_999)},
    CalendarKind.SERVICE: chooses
    | {
        "phases": st.just([]) | st.lists(st.integers(1, 90), min_size=3, max_size=3),
        "variations": options,
        "add_ons": options,
    },
    CalendarKind.SIMPLE: look_busy | {"hours": weeks, "dates": dates},
}
teams = {
    CalendarKind.ROUND_ROBIN: list(STAFF),
    CalendarKind.COLLECTIVE: list(STAFF),
    CalendarKind.CLASS: ["Ben"],
    CalendarKind.SERVICE: ["Çelik", "Ana"],
    CalendarKind.SIMPLE: [],
}


def calendar(kind: CalendarKind) -> st.SearchStrategy[dict[str, Any]]:
    fixed: dict[str, st.SearchStrategy[Any]] = {
        "name": st.just(f"A {kind.value}"),
        "kind": st.just(kind.value),
    }
    # The zone of a calendar with staff may be left out: it is then the first member's.
    fixed |= {"staff": st.just(teams[kind])} if teams[kind] else {"zone": zones}
    optional = {key: record for key, record in common.items() if key not in fixed}
    return st.fixed_dictionaries(fixed, optional=optional | of_kind[kind])


def staff_of(kind: CalendarKind) -> st.SearchStrategy[list[str]]:
    if kind in (CalendarKind.ROUND_ROBIN, CalendarKind.SERVICE):
        return st.sampled_from(teams[kind]).map(lambda name: [name])
    return st.just(teams[kind])


def appointment(number: int, kind: CalendarKind) -> st.SearchStrategy[dict[str, Any]]:
    start = FIRST + timedelta(days=7 * number)
    return st.fixed_dictionaries(
        {
            "calendar": st.just(f"A {kind.value}"),
            "start": st.integers(0, 600).map(
                lambda minute: (start + timedelta(minutes=minute)).isoformat()
            ),
            "staff": staff_of(kind),
            "contact": st.sampled_from(
                ("Cleo Park", "Dan", "Dan <dan@example.org>", "Somebody new <new@example.org>")
            ),
        },
        optional={
            "minutes": st.integers(1, 7 * 24 * 60),
            "status": st.sampled_from(
                ("new", "confirmed", "showed", "noshow", "cancelled", "invalid")
            ),
            "title": words,
            "notes": words,
            "location": words,
            "named": st.booleans(),
        },
    ).flatmap(maybe_insisted_on)


def waiting(number: int, kind: CalendarKind) -> st.SearchStrategy[dict[str, Any]]:
    first = (FIRST + timedelta(days=number)).date()
    return st.fixed_dictionaries(
        {
            "calendar": st.just(f"A {kind.value}"),
            "contact": st.sampled_from(("Cleo Park", "Dan", "Dan <dan@example.org>")),
            "first": st.just(first.isoformat()),
            "last": st.integers(6, 20).map(lambda more: (first + timedelta(days=more)).isoformat()),
        },
        optional={
            "since": st.just(FIRST.isoformat()),
            "staff": st.sampled_from(STAFF),
            "weekdays": st.lists(st.sampled_from(WEEKDAYS), unique=True),
            "after": st.integers(0, 719).map(clock),
            "before": st.integers(720, 1440).map(clock),
            "variation": words,
            "add_ons": st.lists(words, max_size=2),
            "notes": words,
        },
    )


def maybe_insisted_on(appointment: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    more = st.fixed_dictionaries(
        {}, optional={"overridden": st.booleans()}
    ) | st.fixed_dictionaries({"overridden": st.just(True), "overridden_for": words})
    return more.map(lambda record: appointment | record)


def member(name: str) -> st.SearchStrategy[dict[str, Any]]:
    optional = {"email": words, "hours": weeks, "dates": dates, "hide_details": st.booleans()}
    return st.fixed_dictionaries({"name": st.just(name), "zone": zones}, optional=optional)


def contact(at: int, name: str) -> st.SearchStrategy[dict[str, Any]]:
    email = st.just("dan@example.org" if at == 1 else "")
    fixed = {"name": st.just(name), "email": email}
    return st.fixed_dictionaries(fixed, optional={"phone": words, "notes": words})


KINDS = tuple(CalendarKind)
documents = st.fixed_dictionaries(
    {
        "version": st.just(1),
        "staff": st.tuples(*map(member, STAFF)).map(list),
        "resources": st.tuples(
            *(
                st.fixed_dictionaries({"name": st.just(room), "capacity": st.integers(1, 9_999)})
                for room in ROOMS
            )
        ).map(list),
        "contacts": st.tuples(*(contact(at, name) for at, name in enumerate(PEOPLE))).map(list),
        "calendars": st.tuples(*map(calendar, KINDS)).map(list),
        "appointments": st.tuples(
            *(appointment(number, KINDS[number % len(KINDS)]) for number in range(10))
        ).map(list),
        "waiting": st.tuples(
            *(waiting(number, KINDS[number % len(KINDS)]) for number in range(6))
        ).map(list),
    }
)


class _NotKept(Exception):
    """Ends a transaction that was only tried."""


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, Desk]]:
    """Two empty stores for all examples; nothing is kept in them."""
    two = (Desk(tmp_path_factory.mktemp("one")), Desk(tmp_path_factory.mktemp("other")))
    yield two
    for desk in two:
        desk.close()


def rows(tx: Transaction) -> list[Any]:
    """Everything that a workspace file holds; sessions by number, for they are random.

    The reasons against an appointment may be private, and are not written then.
    """
    sessions: dict[str, str] = {}
    teams = {calendar.id: calendar.staff for calendar in all_calendars(tx)}
    hiding = [member.id for member in all_staff(tx) if member.hide_details]
    booked = []
    for appointment in all_appointments(tx):
        session = sessions.setdefault(appointment.session, str(len(sessions)))
        booked.append(
            tellable(replace(appointment, session=session), teams[appointment.calendar], hiding)
        )
    return [
        all_staff(tx),
        all_resources(tx),
        contacts(tx),
        all_calendars(tx),
        booked,
        list(all_waiting(tx)),
    ]


def loaded(desk: Desk, document: Any) -> tuple[dict[str, Any], list[Any]]:
    """What is saved after loading into an empty store, and the rows themselves."""
    found: list[Any] = []
    try:
        with desk.database.write() as tx:
            load(tx, document, now=NOW)
            found = [save(tx), rows(tx)]
            load(tx, json.loads(json.dumps(found[0])), now=NOW)
            assert rows(tx) == found[1], "loading what was saved changes nothing"
            raise _NotKept
    except _NotKept:
        return found[0], found[1]


@settings(max_examples=30)
@given(document=documents)
def test_load_save_load_gives_the_same_store(
    desks: tuple[Desk, Desk], document: dict[str, Any]
) -> None:
    saved, first = loaded(desks[0], document)
    again, second = loaded(desks[1], json.loads(json.dumps(saved)))
    assert second == first
    assert again == saved


def test_every_key_of_the_file_is_tried() -> None:
    tried = set(common).union(*of_kind.values()) | {"name", "kind", "staff"}
    assert tried == set(keys.CALENDAR)
