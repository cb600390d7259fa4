"""Two contacts that are one person: everything follows, and one step takes it back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lcdesk.model.commands.contacts.merge import merge_contacts
from lcdesk.model.commands.people import delete_contact, save_contact
from lcdesk.model.commands.repeat import repeat
from lcdesk.model.domain.errors import InvalidInput, NotFound
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.undo import StepWords
from lcdesk.model.recurrence.by_hand import series_rule
from lcdesk.model.store.appointments import all_appointments, get_appointment
from lcdesk.model.store.journal import journal_page
from lcdesk.model.store.people import contacts
from lcdesk.model.store.queries.search import contacts_like
from lcdesk.model.store.series import get_series
from lcdesk.model.store.undo_steps import words_to_undo
from lcdesk.ui.activity.record_titles import record_title
from tests.salon import CLEO, Salon, at
from tests.undoing import redo, undo

OTHER = Contact(0, "C. Park", "c@example.org")


def merge(salon: Salon, kept: Contact, gone: int) -> Contact:
    with salon.database.write() as tx:
        return merge_contacts(tx, kept, gone, now=salon.now)


def people(salon: Salon) -> dict[int, Contact]:
    with salon.database.read() as reader:
        return contacts(reader)


def test_appointments_and_titles_of_what_is_ahead_follow(salon: Salon) -> None:
    visit = salon.visit()
    stays = salon.book(visit, at(1, 10))
    comes = salon.book(visit, at(2, 10), OTHER)
    named = salon.book(visit, at(3, 10), OTHER, title="Colour")
    over = salon.book(visit, at(-3, 10), OTHER, insist=True)
    cleo, other = stays.contacts[0], comes.contacts[0]
    kept = replace(people(salon)[cleo], email="c@example.org", notes="Tea")
    merge(salon, kept, other)
    assert people(salon) == {cleo: kept}
    with salon.database.read() as reader:
        found = {appointment.id: appointment for appointment in all_appointments(reader)}
    assert {appointment.contacts for appointment in found.values()} == {(cleo,)}
    titles = [found[appointment.id].title for appointment in (stays, comes, named, over)]
    assert titles == ["Cleo Park", "Cleo Park", "Colour", "C. Park"]


def test_one_step_takes_all_of_it_back(salon: Salon) -> None:
    visit = salon.visit()
    cleo = salon.book(visit, at(1, 10)).contacts[0]
    other = salon.book(visit, at(2, 10), OTHER)
    before = people(salon)
    merge(salon, before[cleo], other.contacts[0])
    with salon.database.read() as reader:
        assert words_to_undo(reader) == StepWords("merged", "contact", "C. Park")
        (newest,) = journal_page(reader, limit=1)
    assert record_title(newest) == "Merged contact C. Park with Cleo Park"
    undo(salon)
    assert people(salon) == before
    with salon.database.read() as reader:
        assert get_appointment(reader, other.id) == replace(other, created_at=salon.now)
    redo(salon)
    assert len(people(salon)) == 1


def test_later_dates_of_a_series_were_booked_for_a_contact_who_is_gone(salon: Salon) -> None:
    visit = salon.visit()
    cleo = salon.book(visit, at(1, 10)).contacts[0]
    other = salon.book(visit, at(2, 10), OTHER)
    with salon.database.write() as tx:
        repeat(tx, other.id, series_rule("FREQ=WEEKLY;COUNT=3"), now=salon.now)
    merge(salon, people(salon)[cleo], other.contacts[0])
    with salon.database.read() as reader:
        found = get_appointment(reader, other.id)
        assert found is not None
        series = get_series(reader, found.series or 0)
    assert series is not None
    assert series.contact == cleo


def test_events_in_icloud_name_who_stays(salon: Salon) -> None:
    salon.connect(salon.ana)
    visit = salon.visit()
    cleo = salon.book(visit, at(1, 10)).contacts[0]
    other = salon.book(visit, at(2, 10), OTHER)
    merge(salon, people(salon)[cleo], other.contacts[0])
    (entry,) = [entry for entry in salon.agenda() if entry.id == f"a{other.id}"]
    assert (entry.title, entry.contacts) == ("Cleo Park", (cleo,))


def test_who_is_not_there_is_not_merged(salon: Salon) -> None:
    with salon.database.write() as tx:
        cleo = save_contact(tx, CLEO, now=salon.now)
        other = save_contact(tx, OTHER, now=salon.now)
        delete_contact(tx, other.id, now=salon.now)
    with pytest.raises(NotFound, match="Nothing was changed"):
        merge(salon, cleo, other.id)
    with pytest.raises(InvalidInput, match="itself"):
        merge(salon, cleo, cleo.id)


def test_who_may_be_the_same_is_read_without_reading_everybody(salon: Salon) -> None:
    with salon.database.write() as tx:
        cleo = save_contact(tx, replace(CLEO, phone="+49 30 123456"), now=salon.now)
        same = [
            Contact(0, "C.", "CLEO@example.org"),
            Contact(0, "D.", "", "030 123456"),
            Contact(0, "cléo park"),
        ]
        numbers = {save_contact(tx, contact, now=salon.now).id for contact in same}
        save_contact(tx, Contact(0, "Cleo", "x@example.org", "030 1"), now=salon.now)
    with salon.database.read() as reader:
        found = {contact.id for contact in contacts_like(reader, cleo)}
    assert found == {cleo.id, *numbers}
