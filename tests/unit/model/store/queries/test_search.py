"""What is typed into the search, and what it finds whatever became of the rows since."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lcdesk.model.commands.appointments import cancel, edit, move
from lcdesk.model.commands.blocked_slots import BlockWish, block, change_block, unblock
from lcdesk.model.commands.calendars import delete_calendar
from lcdesk.model.commands.people import delete_contact, save_contact, save_staff
from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.people import Contact
from lcdesk.model.store import schema
from lcdesk.model.store.accounts import set_linked_role
from lcdesk.model.store.database import Database
from lcdesk.model.store.queries.search import Found, search
from lcdesk.model.store.remote.objects import delete_object
from tests.desk import NOW
from tests.indexed import check_index
from tests.salon import Salon, at
from tests.undoing import redo, undo

DORA = Contact(0, "Dóra Müller", "dora.m@example.org", "+49 170/123 45-67", "prefers mornings")


@pytest.fixture
def visit(salon: Salon) -> Calendar:
    return salon.calendar("First visit", CalendarKind.ROUND_ROBIN, salon.ana, salon.ben)


def find(salon: Salon, text: str) -> Found:
    with salon.database.read() as reader:
        return search(reader, text, now=NOW)


def titles(salon: Salon, text: str) -> list[str]:
    found = find(salon, text)
    return [entry.title for entry in (*found.upcoming, *found.past)]


@pytest.mark.parametrize(
    "typed",
    [
        "Dóra Müller", "dora", "DORA mul", "mueller d", "Müll", "dora.m@example.org", "@example.o",
        "0170 1234567", "+49170 123", "1234567", "mornings",
    ],
)  # fmt: skip
def test_a_contact_is_found_by_name_mail_telephone_and_notes(
    salon: Salon, visit: Calendar, typed: str
) -> None:
    salon.book(visit, at(1, 9), DORA)
    assert [who.name for who in find(salon, typed).contacts] == ["Dóra Müller"]


@pytest.mark.parametrize(
    "typed",
    ["dora", "muller", "01701234567", "gate", "blue door", "firs", "visit dora", "do mu ga"],
)
def test_an_appointment_is_found_by_its_words_its_contact_and_its_calendar(
    salon: Salon, visit: Calendar, typed: str
) -> None:
    salon.book(visit, at(1, 9), DORA, notes="Blue door", location="Gate 7")
    salon.book(salon.calendar("Yoga", CalendarKind.CLASS, salon.ben), at(1, 12))
    assert titles(salon, typed) == ["Dóra Müller"]


@pytest.mark.parametrize("typed", ["", "  ", "ora", "dora cleo", "-", '"', "***", "visit 9"])
def test_what_is_not_there_is_not_found(salon: Salon, visit: Calendar, typed: str) -> None:
    salon.book(visit, at(1, 9), DORA)
    assert find(salon, typed) == Found()


def test_a_short_name_is_not_read_as_spelled_out(salon: Salon, visit: Calendar) -> None:
    salon.book(visit, at(1, 9), Contact(0, "Summer Young"))
    assert find(salon, "Sue") == Found()


def test_what_is_to_come_stands_by_time_and_what_was_the_last_first(
    salon: Salon, visit: Calendar
) -> None:
    for day, hour in ((2, 9), (1, 9), (-3, 9), (-14, 9)):
        salon.book(visit, at(day, hour), DORA, insist=True)
    salon.book(visit, NOW.replace(minute=0), DORA, insist=True)
    found = find(salon, "dora")
    begins = [entry.span.start for entry in found.upcoming]
    assert begins == [NOW, at(1, 9), at(2, 9)], "what is under way is not over"
    assert [entry.span.start for entry in found.past] == [at(-3, 9), at(-14, 9)]
    assert found.count == 6


def test_more_than_a_page_is_said_to_be_there(salon: Salon, visit: Calendar) -> None:
    for hour in range(9, 14):
        salon.book(visit, at(1, hour), DORA)
    with salon.database.read() as reader:
        found = search(reader, "dora", now=NOW, most=2)
    assert [entry.span.start for entry in found.upcoming] == [at(1, 9), at(1, 10)]
    assert (found.count, found.is_more) == (3, True)
    assert not find(salon, "dora").is_more


def test_what_a_member_hides_and_what_is_not_drawn_is_not_found(salon: Salon) -> None:
    linked = salon.connect(salon.ana)
    salon.mirror(linked["Family"], "Dentist", at(1, 9), at(1, 10))
    salon.mirror(linked["Work"], "Dentist again", at(2, 9), at(2, 10))
    assert titles(salon, "denti") == ["Dentist", "Dentist again"]
    with salon.database.write() as tx:
        set_linked_role(tx, linked["Family"].id, Role.NONE)
    assert titles(salon, "denti") == ["Dentist again"]
    with salon.database.write() as tx:
        save_staff(tx, replace(salon.ana, hide_details=True))
    assert find(salon, "denti") == Found(), "not even counted"


def test_the_index_follows_whatever_becomes_of_the_rows(salon: Salon, visit: Calendar) -> None:
    linked = salon.connect(salon.ana)
    dates = salon.mirror(
        linked["Family"], "Choir", at(1, 19), at(1, 20), "RRULE:FREQ=DAILY;COUNT=3"
    )
    made = salon.book(visit, at(1, 9), DORA)
    with salon.database.write() as tx:
        slot = block(tx, start=at(1, 9), end=at(1, 10), title="Stocktaking", staff=salon.ben.id)
    with salon.database.write() as tx:
        move(tx, made.id, start=at(2, 9), now=NOW)
        edit(tx, made.id, title="Consultation", now=NOW)
        change_block(tx, slot.id, BlockWish(start=at(3, 9), title="Inventory"))
    assert titles(salon, "consult") == ["Consultation"]
    assert titles(salon, "inventory") == ["Inventory"]
    assert not titles(salon, "stock")
    with salon.database.write() as tx:
        save_contact(tx, replace(DORA, id=made.contacts[0], name="Eva Ott", phone=""), now=NOW)
    assert titles(salon, "ott") == ["Consultation"]
    check_index(salon.folder / "lcdesk.sqlite3")
    for _ in range(3):
        undo(salon)
        check_index(salon.folder / "lcdesk.sqlite3")
    assert not titles(salon, "stock"), "it was blocked in the step that was undone last"
    for _ in range(3):
        redo(salon)
    with salon.database.write() as tx:
        unblock(tx, slot.id)
        cancel(tx, made.id, now=NOW)
        delete_calendar(tx, visit.id, now=NOW)
        delete_contact(tx, made.contacts[0], now=NOW)
    assert not titles(salon, "inventory")
    assert len(titles(salon, "choir")) == 3
    with salon.database.write() as tx:
        delete_object(tx, dates)
    assert not titles(salon, "choir")
    check_index(salon.folder / "lcdesk.sqlite3")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.text(max_size=40) | st.text('abü"*()-^:{}+AND OR NOT NEAR\0\ud800', max_size=30))
def test_nothing_that_is_typed_breaks_the_question(
    salon: Salon, visit: Calendar, typed: str
) -> None:
    assert find(salon, typed).past == ()


def test_a_store_of_before_is_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "lcdesk.sqlite3"
    monkeypatch.setattr(schema, "HEAD", "0024")
    ours = list(schema.STEPS.glob("*.py"))
    steps = tmp_path / "steps"
    steps.mkdir()
    for step in ours:
        if step.name.startswith("0024"):
            (steps / step.name).write_text(step.read_text())
    monkeypatch.setattr(schema, "STEPS", steps)
    Database.open(file).close()
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute("INSERT INTO contact (name, email, phone, notes) VALUES ('Ína', '', '', '')")
    monkeypatch.undo()
    database = Database.open(file)
    with database.read() as reader:
        assert [who.name for who in search(reader, "ina", now=NOW).contacts] == ["Ína"]
    database.close()
    check_index(file)
