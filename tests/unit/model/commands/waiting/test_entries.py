"""The waiting list is kept: put on, changed, taken off, booked, and every step taken back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from lcdesk.model.commands.appointments import BookingRequest, book
from lcdesk.model.commands.calendars import delete_calendar, save_calendar
from lcdesk.model.commands.contacts.merge import merge_contacts
from lcdesk.model.commands.people import delete_contact, delete_staff
from lcdesk.model.commands.waiting.entries import (
    add_waiting,
    change_waiting,
    end_served,
    end_waiting,
    remove_waiting,
)
from lcdesk.model.domain.calendars import Calendar, CalendarKind, ServiceOption
from lcdesk.model.domain.changes import ChangeSet, Topic
from lcdesk.model.domain.errors import LcdeskError, NotFound, SlotNotOpen
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.undo import StepWords
from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.store import schema
from lcdesk.model.store.appointments import all_appointments
from lcdesk.model.store.database import Database
from lcdesk.model.store.journal import journal_page
from lcdesk.model.store.people import contacts
from lcdesk.model.store.undo_steps import words_to_undo
from lcdesk.model.store.waiting import all_waiting, count_waiting, waiting_page
from lcdesk.ui.activity.record_titles import record_title
from tests.salon import CLEO, MONDAY, Salon, at, day
from tests.undoing import redo, undo

DANA = Contact(0, "Dana", "dana@x.example")


def wish(calendar: Calendar, **more: Any) -> Waiting:
    whole = Waiting(0, calendar.id, 0, MONDAY, day(6), at(0, 8))
    return replace(whole, **more)


def put(salon: Salon, value: Waiting, contact: Contact = DANA) -> Waiting:
    with salon.database.write() as tx:
        return add_waiting(tx, value, contact)


def listed(salon: Salon) -> list[Waiting]:
    with salon.database.read() as reader:
        return list(all_waiting(reader))


def test_what_somebody_waits_for_is_kept_as_it_is(salon: Salon) -> None:
    visit = salon.visit(salon.ana, salon.ben)
    heard: list[ChangeSet] = []
    salon.database.listen(heard.append)
    made = put(
        salon,
        wish(visit, staff=salon.ben.id, weekdays=(4, 0), after=600, before=720, notes=" Window "),
    )
    assert listed(salon) == [made]
    assert (made.weekdays, made.notes, made.staff) == ((0, 4), "Window", salon.ben.id)
    assert Topic.WAITING in heard[0].topics
    assert heard[0].freed == ()


def test_each_deed_is_told_and_taken_back(salon: Salon) -> None:
    visit = salon.visit()
    made = put(salon, wish(visit))
    with salon.database.write() as tx:
        changed = change_waiting(tx, replace(made, last=day(20)), now=salon.now)
    with salon.database.write() as tx:
        assert remove_waiting(tx, made.id) == changed
    with salon.database.read() as reader:
        told = [record_title(entry) for entry in journal_page(reader, limit=3)]
        assert words_to_undo(reader) == StepWords("waiting_ended", "contact", "Dana")
    assert told == [
        "Took Dana off the waiting list for First visit",
        "Changed what Dana waits for: First visit",
        "Put Dana on the waiting list for First visit",
    ]
    assert listed(salon) == []
    for before in ([changed], [made], []):
        undo(salon)
        assert listed(salon) == before
    for after in ([made], [changed], []):
        redo(salon)
        assert listed(salon) == after


def test_a_change_that_changes_nothing_is_no_step(salon: Salon) -> None:
    made = put(salon, wish(salon.visit()))
    with salon.database.write() as tx:
        change_waiting(tx, made, now=salon.now)
        step = tx.step
    assert step == 0


def test_a_booking_takes_the_entry_off_and_undo_puts_both_back(salon: Salon) -> None:
    visit = salon.visit()
    made = put(salon, wish(visit))
    with salon.database.read() as reader:
        (dana,) = contacts(reader).values()
    request = BookingRequest(visit.id, at(1, 10), dana)
    with salon.database.write() as tx:
        end_waiting(tx, made.id, book(tx, request, now=salon.now))
    assert listed(salon) == []
    with salon.database.read() as reader:
        assert words_to_undo(reader) == StepWords("booked", "", "Dana", at(1, 10))
    undo(salon)
    assert listed(salon) == [made]
    with salon.database.read() as reader:
        assert all_appointments(reader) == ()


def test_a_refused_booking_leaves_the_entry(salon: Salon) -> None:
    visit = salon.visit()
    made = put(salon, wish(visit))
    salon.book(visit, at(1, 10))
    request = BookingRequest(visit.id, at(1, 10), DANA)
    with pytest.raises(SlotNotOpen), salon.database.write() as tx:
        end_waiting(tx, made.id, book(tx, request, now=salon.now))
    assert listed(salon) == [made]


def test_who_was_booked_meanwhile_is_not_booked_twice(salon: Salon) -> None:
    visit = salon.visit()
    made = put(salon, wish(visit))
    with salon.database.write() as tx:
        remove_waiting(tx, made.id)
    request = BookingRequest(visit.id, at(1, 10), DANA)
    with pytest.raises(NotFound), salon.database.write() as tx:
        end_waiting(tx, made.id, book(tx, request, now=salon.now))
    with salon.database.read() as reader:
        assert all_appointments(reader) == ()


def test_a_booking_for_somebody_else_leaves_the_entry(salon: Salon) -> None:
    visit = salon.visit()
    made = put(salon, wish(visit))
    with salon.database.write() as tx:
        end_waiting(tx, made.id, book(tx, BookingRequest(visit.id, at(1, 10), CLEO), now=salon.now))
    assert listed(salon) == [made]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"last": date(2026, 11, 1)}, "The last day lies before the first."),
        ({"after": 700, "before": 700}, "The time of day must begin before it ends."),
        ({"last": MONDAY, "weekdays": (4,)}, "None of these weekdays"),
        ({"staff": 2}, "does not belong to First visit"),
        ({"variation": "Long"}, "has no variation “Long”"),
        ({"first": date(1800, 1, 1)}, "between 1900 and 2199"),
        ({"calendar": 99}, "does not exist any more"),
    ],
)
def test_what_could_never_suit_is_refused(salon: Salon, more: dict[str, Any], said: str) -> None:
    visit = salon.visit()
    with pytest.raises(LcdeskError, match=said), salon.database.write() as tx:
        add_waiting(tx, replace(wish(visit), **more), DANA)
    assert listed(salon) == []


def test_nobody_is_asked_for_by_name_in_a_class(salon: Salon) -> None:
    yoga = salon.calendar("Yoga", CalendarKind.CLASS, salon.ben)
    with pytest.raises(LcdeskError, match="asked for by name"), salon.database.write() as tx:
        add_waiting(tx, wish(yoga, staff=salon.ben.id), DANA)


def test_the_same_wish_stands_on_the_list_once(salon: Salon) -> None:
    visit = salon.visit()
    put(salon, wish(visit))
    put(salon, wish(visit, last=day(5)))
    put(salon, wish(visit), CLEO)
    with pytest.raises(LcdeskError, match="Dana waits for this already"):
        put(salon, wish(visit, since=at(1, 8)))
    assert len(listed(salon)) == 3


def test_a_contact_who_is_deleted_waits_no_more_and_again_after_undo(salon: Salon) -> None:
    made = put(salon, wish(salon.visit()))
    with salon.database.write() as tx:
        delete_contact(tx, made.contact, now=salon.now)
    assert listed(salon) == []
    undo(salon)
    assert listed(salon) == [made]


def test_a_calendar_that_is_deleted_takes_its_entries_along(salon: Salon) -> None:
    visit = salon.visit()
    made = put(salon, wish(visit))
    with salon.database.write() as tx:
        delete_calendar(tx, visit.id, now=salon.now)
    assert listed(salon) == []
    undo(salon)
    assert listed(salon) == [made]


def test_who_waits_for_a_member_who_goes_waits_for_anybody(salon: Salon) -> None:
    made = put(salon, wish(salon.visit(salon.ana, salon.ben), staff=salon.ben.id))
    with salon.database.write() as tx:
        delete_staff(tx, salon.ben.id, now=salon.now)
    assert listed(salon) == [replace(made, staff=None)]
    undo(salon)
    assert listed(salon) == [made]


def test_merged_contacts_wait_for_what_both_waited_for(salon: Salon) -> None:
    visit = salon.visit()
    kept = put(salon, wish(visit), CLEO)
    put(salon, wish(visit))
    other = put(salon, wish(visit, last=day(3)))
    with salon.database.write() as tx:
        merge_contacts(tx, replace(CLEO, id=kept.contact), other.contact, now=salon.now)
    assert listed(salon) == [kept, replace(other, contact=kept.contact)]
    undo(salon)
    assert len(listed(salon)) == 3


def test_an_entry_outlives_what_the_calendar_offers(salon: Salon) -> None:
    long = ServiceOption("Long", timedelta(minutes=90))
    cut = salon.calendar("Cut", CalendarKind.SERVICE, salon.ana, variations=(long,))
    made = put(salon, wish(cut, variation="Long"))
    with salon.database.write() as tx:
        save_calendar(tx, replace(cut, variations=()), salon.now)
    assert listed(salon) == [made]


def test_the_oldest_come_first_and_a_page_is_bounded(salon: Salon) -> None:
    visit, yoga = salon.visit(), salon.calendar("Yoga", CalendarKind.CLASS, salon.ben)
    late = put(salon, wish(visit, since=at(2, 8)))
    early = put(salon, wish(yoga, since=at(1, 8)))
    with salon.database.read() as reader:
        assert waiting_page(reader, calendar=None, limit=1) == (early,)
        assert waiting_page(reader, calendar=visit.id, limit=9) == (late,)
        assert count_waiting(reader) == {visit.id: 1, yoga.id: 1}


def test_a_store_of_before_has_an_empty_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "lcdesk.sqlite3"
    steps = tmp_path / "steps"
    steps.mkdir()
    for step in schema.STEPS.glob("*.py"):
        if step.name < "0029":
            (steps / step.name).write_text(step.read_text())
    monkeypatch.setattr(schema, "HEAD", "0027")
    monkeypatch.setattr(schema, "STEPS", steps)
    Database.open(file).close()
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute("INSERT INTO contact (name, email, phone, notes) VALUES ('Ína', '', '', '')")
    monkeypatch.undo()
    database = Database.open(file)
    with database.read() as reader:
        assert list(all_waiting(reader)) == []
        assert [who.name for who in contacts(reader).values()] == ["Ína"]
    database.close()


def book_dana(salon: Salon, calendar: Calendar, day_of_week: int, hour: int, **more: Any) -> int:
    """Book as the dialog and the command line do; how many waited for it."""
    request = BookingRequest(calendar.id, at(day_of_week, hour), DANA, **more)
    with salon.database.write() as tx:
        return len(end_served(tx, [book(tx, request, now=salon.now)]))


def test_who_was_booked_without_the_list_stayed_on_it(salon: Salon) -> None:
    visit = salon.visit()
    made = put(salon, wish(visit))
    assert book_dana(salon, visit, 1, 10) == 1
    assert listed(salon) == []
    undo(salon)
    assert listed(salon) == [made]
    with salon.database.read() as reader:
        assert all_appointments(reader) == ()
    redo(salon)
    assert listed(salon) == []


def test_who_is_booked_for_another_time_waits_on_for_an_earlier_one(salon: Salon) -> None:
    visit = salon.visit(salon.ana, salon.ben)
    made = put(salon, wish(visit, last=day(2), before=720, staff=salon.ben.id))
    assert book_dana(salon, visit, 3, 10, staff=(salon.ben.id,)) == 0
    assert book_dana(salon, visit, 1, 14, staff=(salon.ben.id,)) == 0
    assert book_dana(salon, visit, 1, 10, staff=(salon.ana.id,)) == 0
    assert listed(salon) == [made]
    assert book_dana(salon, visit, 1, 10, staff=(salon.ben.id,)) == 1


def test_one_booking_ends_one_entry_the_oldest_that_it_suits(salon: Salon) -> None:
    visit, other = salon.visit(), salon.calendar("Other", CalendarKind.ROUND_ROBIN, salon.ana)
    put(salon, wish(visit))
    elsewhere = put(salon, wish(other))
    newer = put(salon, wish(visit, last=day(5), since=at(0, 9)))
    assert book_dana(salon, visit, 1, 10) == 1
    assert listed(salon) == [elsewhere, newer]


def test_whoever_waits_for_a_variation_is_not_served_by_another_one(salon: Salon) -> None:
    cut = salon.calendar(
        "Cut",
        CalendarKind.SERVICE,
        salon.ana,
        variations=(ServiceOption("Long", timedelta(hours=2)),),
    )
    put(salon, wish(cut, variation="Long"))
    assert book_dana(salon, cut, 1, 10) == 0
    assert book_dana(salon, cut, 2, 10, length=timedelta(hours=2)) == 1


def test_days_that_are_over_were_put_on_the_list(salon: Salon) -> None:
    visit = salon.visit()
    with pytest.raises(LcdeskError, match="November 2026 is over"), salon.database.write() as tx:
        add_waiting(tx, wish(visit, first=day(-9), last=day(-1)), DANA)
    made = put(salon, wish(visit, first=day(-9), last=day(0)))
    with salon.database.write() as tx:
        later = change_waiting(tx, replace(made, notes="called"), now=at(9, 8))
    assert later.notes == "called", "what is over already may be changed as it is"
    with pytest.raises(LcdeskError, match="is over"), salon.database.write() as tx:
        change_waiting(tx, replace(later, last=day(3)), now=at(9, 8))
