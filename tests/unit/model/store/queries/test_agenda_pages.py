"""The agenda page by page: whatever way one scrolls, the rows are those of one query."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from lcdesk.model.commands.appointments import set_status
from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.events import AgendaEntry, Status
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.queries.agenda import agenda
from lcdesk.model.store.queries.agenda_pages import (
    RARE,
    AgendaKey,
    AgendaPage,
    AgendaQuestion,
    key_of,
    matching_contacts,
    page_queries,
    read_indexed_page,
    read_page,
)
from lcdesk.model.store.tables import (
    appointment,
    appointment_contact,
    appointment_staff,
    contact,
)
from tests.salon import Salon, at

ALL = AgendaQuestion()
LONG_AGO, FAR_OFF = (datetime(year, 1, 1, tzinfo=UTC) for year in (2020, 2040))
DORA = Contact(0, "Dóra Lee", "dora@example.org", "+36 1 234")


@pytest.fixture
def visit(salon: Salon) -> Calendar:
    return salon.calendar("First visit", CalendarKind.ROUND_ROBIN, salon.ana, salon.ben)


@pytest.fixture
def full(salon: Salon, visit: Calendar) -> Salon:
    """Some of everything, several things at the very same time among it."""
    yoga = salon.calendar("Yoga", CalendarKind.CLASS, salon.ben)
    linked = salon.connect(salon.ana)
    for offset in range(4):
        salon.book(visit, at(offset, 9), staff=(salon.ben.id,), insist=True)
        salon.book(yoga, at(offset, 10), DORA)
        salon.book(yoga, at(offset, 10))
        for title in ("Gym", "Dentist"):
            title = f"{title} {offset}"
            salon.mirror(linked["Family"], title, at(offset, 9), at(offset, 9, 30))
        with salon.database.write() as tx:
            block(tx, start=at(offset, 9), end=at(offset, 9, 30), title="", staff=salon.ben.id)
    salon.mirror(linked["Work"], "Stand-up", at(0, 9), at(0, 9, 30), "RRULE:FREQ=DAILY;COUNT=4")
    salon.mirror(linked["Work"], "Fair", at(0, 9), at(12, 9, 30))
    return salon


def ask(
    salon: Salon, question: AgendaQuestion, key: AgendaKey, most: int, *, backwards: bool
) -> AgendaPage:
    with salon.database.read() as reader:
        return read_page(reader, question, key, most, backwards=backwards)


def everything(salon: Salon, question: AgendaQuestion = ALL) -> tuple[AgendaEntry, ...]:
    return ask(salon, question, AgendaKey.at(LONG_AGO), 1_000, backwards=False).entries


def names(entries: tuple[AgendaEntry, ...]) -> list[str]:
    return [entry.title for entry in entries]


def test_one_long_page_is_the_agenda_of_the_week(full: Salon) -> None:
    with full.database.read() as reader:
        whole = agenda(reader, TimeSpan(LONG_AGO, FAR_OFF))
    assert sorted(everything(full), key=repr) == sorted(whole, key=repr)
    assert len(whole) == 4 * 6 + 5


def test_any_order_of_scrolling_shows_the_rows_of_one_query(full: Salon) -> None:
    whole = everything(full)
    places = [*(AgendaKey.at(at(offset, 9)) for offset in range(-1, 6)), *map(key_of, whole)]
    for seed, start in enumerate(places):
        assert scroll(full, start, random.Random(seed)) == whole


def scroll(salon: Salon, start: AgendaKey, chance: random.Random) -> tuple[AgendaEntry, ...]:
    """Everything, read from a place in both directions in pages of any length."""
    low = high = start
    seen: set[AgendaEntry] = set()
    is_open = {True: True, False: True}  # by whether it goes backwards
    while any(is_open.values()):
        backwards = chance.choice([True, False])
        most = chance.randint(2, 9)
        page = ask(salon, ALL, low if backwards else high, most, backwards=backwards)
        is_open[backwards] = page.has_more
        seen.update(page.entries)
        if backwards:
            assert all(key_of(entry) < low for entry in page.entries)
            low = page.first or low
        else:
            assert all(key_of(entry) >= high for entry in page.entries)
            high = page.last or high
    return tuple(sorted(seen, key=key_of))


def test_the_place_of_an_entry_is_found_with_it(full: Salon) -> None:
    for entry in everything(full):
        assert ask(full, ALL, key_of(entry), 1, backwards=False).entries == (entry,)


def test_only_a_status_leaves_appointments(full: Salon) -> None:
    (one, *_) = [entry for entry in everything(full) if entry.title == "Yoga"]
    with full.database.write() as tx:
        set_status(tx, one.number, Status.CANCELLED, now=full.now)
    found = everything(full, AgendaQuestion(statuses=frozenset({Status.CANCELLED})))
    assert [entry.id for entry in found] == [one.id]


def test_a_member_is_asked_for_with_blocked_time_and_events(full: Salon) -> None:
    of_ana = everything(full, AgendaQuestion(member=full.ana.id))
    assert {entry.id[0] for entry in of_ana} == {"e"}
    of_ben = everything(full, AgendaQuestion(member=full.ben.id))
    assert {entry.id[0] for entry in of_ben} == {"a", "b"}
    assert len(of_ana) + len(of_ben) == len(everything(full))


def test_who_is_hidden_is_not_listed(full: Salon, visit: Calendar) -> None:
    ana = frozenset({full.ana.id})
    assert {entry.id[0] for entry in everything(full, AgendaQuestion(staff=ana))} == {"b", "e"}
    assert "b" not in {entry.id[0] for entry in everything(full, AgendaQuestion(blocks_of=ana))}
    shown = everything(
        full, AgendaQuestion(calendars=frozenset({visit.id}), statuses=frozenset(Status))
    )
    assert {entry.calendar for entry in shown} == {visit.id}


def test_a_calendar_alone_has_no_events(full: Salon, visit: Calendar) -> None:
    found = everything(full, AgendaQuestion(calendar=visit.id))
    assert {entry.calendar for entry in found} == {visit.id}
    assert len(found) == 4


def test_a_contact_is_found_by_parts_of_name_mail_and_telephone(full: Salon) -> None:
    with full.database.read() as reader:
        for text in ("DÓRA", "lee dóra", "dora@", "36 1 2"):
            people = matching_contacts(reader, text)
            assert len(people) == 1
            found = everything(full, AgendaQuestion(contacts=people))
            assert names(found) == ["Yoga"] * 4
        assert matching_contacts(reader, "zeppelin") == frozenset()
    assert everything(full, AgendaQuestion(contacts=frozenset())) == ()


def test_upcoming_leaves_what_is_over_and_keeps_what_is_under_way(full: Salon) -> None:
    moment = at(2, 9, 10)
    found = everything(full, AgendaQuestion(ends_after=moment))
    assert {entry.id for entry in found} == {
        entry.id for entry in everything(full) if entry.span.end > moment
    }
    assert "Fair" in names(found)


def test_a_series_from_a_server_is_listed_as_far_as_the_page_goes(salon: Salon) -> None:
    linked = salon.connect(salon.ana)
    visit = salon.calendar("Visit", CalendarKind.SIMPLE)
    first, last = at(0, 9), at(7 * 110, 9)
    salon.mirror(linked["Work"], "Rounds", first, at(0, 10), "RRULE:FREQ=WEEKLY")
    for start in (last - timedelta(days=90), last):
        salon.book(visit, start, insist=True)
    key = AgendaKey.at(last - timedelta(days=100))
    page = read_indexed_page(salon.database, ALL, key, 50, backwards=False)
    assert page.has_more is False or len(page.entries) == 50
    rounds = [
        entry for entry in page.entries if entry.title == "Rounds" and entry.span.start < last
    ]
    assert len(rounds) >= 12


# --- how it is looked up ------------------------------------------------------------------------


@pytest.fixture
def crowded(salon: Salon, visit: Calendar) -> Salon:
    """More appointments of one contact and one member than are looked up by who it is."""
    count = RARE + 50
    with salon.database.write() as tx:
        tx.connection.execute(
            contact.insert(), [{"id": 7, "name": "Regular"}, {"id": 8, "name": "Rare"}]
        )
        rows = [
            {
                "id": number,
                "calendar_id": visit.id,
                "session": f"s{number}",
                "start": at(0, 9) + timedelta(minutes=30 * number),
                "end": at(0, 9) + timedelta(minutes=30 * (number + 1)),
                "zone": "Europe/Berlin",
                "title": f"No. {number}",
                "status": "new" if number % 100 == 0 else "confirmed",
                "created_at": salon.now,
            }
            for number in range(1, count + 1)
        ]
        tx.connection.execute(appointment.insert(), rows)
        tx.connection.execute(
            appointment_staff.insert(),
            [
                {"appointment_id": row["id"], "staff_id": salon.ana.id, "position": 0}
                for row in rows
            ],
        )
        tx.connection.execute(
            appointment_contact.insert(),
            [
                {
                    "appointment_id": row["id"],
                    "contact_id": 8 if row["id"] == 40 else 7,
                    "position": 0,
                }
                for row in rows
            ],
        )
    return salon


def plan(salon: Salon, question: AgendaQuestion, *, backwards: bool) -> str:
    """How SQLite looks up the appointments of a page."""
    with salon.database.read() as reader:
        key = replace(AgendaKey.at(at(9, 9)), kind="a", number=900)
        _, query = next(page_queries(reader, question, key, 100, backwards=backwards))
        text = query.compile(reader.connection, compile_kwargs={"literal_binds": True})
        rows = reader.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}")
        return "\n".join(str(row[3]) for row in rows)


def test_a_page_is_read_along_an_index_and_nothing_is_sorted(crowded: Salon) -> None:
    along = {
        ALL: "time",
        AgendaQuestion(ends_after=at(3, 9)): "time",
        AgendaQuestion(calendars=frozenset({1, 2})): "time",
        AgendaQuestion(staff=frozenset({1})): "time",
        AgendaQuestion(member=1): "time",
        AgendaQuestion(contacts=frozenset({7})): "time",
        AgendaQuestion(calendar=1): "by_calendar",
        AgendaQuestion(statuses=frozenset({Status.NEW})): "by_status",
    }
    for question, index in along.items():
        for backwards in (False, True):
            lines = plan(crowded, question, backwards=backwards)
            assert f"INDEX appointment_{index} (" in lines, question
            assert "SCAN appointment" not in lines, question
            assert "TEMP B-TREE" not in lines, question


def test_a_rare_contact_is_looked_up_by_who_it_is(crowded: Salon) -> None:
    question = AgendaQuestion(contacts=frozenset({8}))
    lines = plan(crowded, question, backwards=False)
    assert "SEARCH appointment USING INTEGER PRIMARY KEY" in lines
    assert "INDEX appointments_of_contact (contact_id=?)" in lines
    assert names(everything(crowded, question)) == ["No. 40"]
