"""The steps that can be undone: what makes one, which is the next, and how many are kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.commands.accounts import remove_account
from lcdesk.model.commands.people import save_contact
from lcdesk.model.commands.undo import undo_last, undo_step
from lcdesk.model.commands.undo_checks import CannotBeUndone
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.journal import JournalKind
from lcdesk.model.domain.people import Contact
from lcdesk.model.replication.inbound import WHEN_DELETED
from lcdesk.model.store import row_images, undo_steps
from lcdesk.model.store.freshness import STALE_AFTER
from lcdesk.model.store.journal import journal_page
from lcdesk.model.store.people import contacts
from lcdesk.model.store.preferences import get_preference, set_preference
from lcdesk.model.store.reminders.chosen import (
    HIDES_DETAILS,
    QUIET_HOURS,
    TELLS_ATTENTION,
    USUAL_REMINDERS,
)
from lcdesk.model.store.time_off import HOLIDAY_CALENDAR
from lcdesk.model.store.undo_steps import get_step, step_to_redo, words_to_undo
from tests.salon import CLEO, Salon, at
from tests.undoing import last_step, redo, undo


def add(salon: Salon, name: str, origin: ChangeOrigin = ChangeOrigin.USER) -> int:
    with salon.database.write(origin) as tx:
        return save_contact(tx, Contact(0, name), now=salon.now).id


def names(salon: Salon) -> list[str]:
    with salon.database.read() as reader:
        return [contact.name for contact in contacts(reader).values()]


def test_only_what_a_person_does_is_a_step(salon: Salon) -> None:
    add(salon, "Dana")
    step = last_step(salon)
    add(salon, "Eli", ChangeOrigin.SYNC)
    with salon.database.write() as tx:
        set_preference(tx, "window", {"zoom": 2})
    with salon.database.write() as tx:
        contacts(tx)
    assert last_step(salon) == step


def test_settings_of_the_business_are_steps(salon: Salon) -> None:
    assert set(row_images.SETTINGS) == {
        WHEN_DELETED,
        STALE_AFTER,
        "shortcuts",
        HOLIDAY_CALENDAR,
        USUAL_REMINDERS,
        QUIET_HOURS,
        TELLS_ATTENTION,
        HIDES_DETAILS,
    }
    for value in (5, 10):
        with salon.database.write() as tx:
            set_preference(tx, STALE_AFTER, value)
    undo(salon)
    with salon.database.read() as reader:
        assert get_preference(reader, STALE_AFTER) == 5
    undo(salon)
    with salon.database.read() as reader:
        assert get_preference(reader, STALE_AFTER) is None


def test_what_was_undone_is_done_again_in_order_unless_something_else_was_done(
    salon: Salon,
) -> None:
    for name in ("Dana", "Eli"):
        add(salon, name)
    undo(salon)
    undo(salon)
    redo(salon)
    assert names(salon) == ["Dana"]
    add(salon, "Finn")
    with salon.database.read() as reader:
        assert step_to_redo(reader) is None
    with pytest.raises(CannotBeUndone, match="nothing to do again"):
        redo(salon)
    undo(salon)
    undo(salon)
    assert names(salon) == []


def test_there_is_an_end_to_undoing(salon: Salon) -> None:
    while last_step(salon):
        undo(salon)
    with pytest.raises(CannotBeUndone, match="nothing to undo"):
        undo(salon)


def test_so_many_steps_are_kept_and_rows_of_activity_lose_their_way_back(
    salon: Salon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undo_steps, "KEPT_STEPS", 3)
    visit = salon.calendar("Visit", CalendarKind.ROUND_ROBIN, salon.ana)
    for hour in range(9, 14):
        salon.book(visit, at(1, hour))
    with salon.database.read() as reader:
        told = [row for row in journal_page(reader, limit=50) if row.kind is JournalKind.HERE]
    assert [row.can_be_undone for row in told] == [True] * 3 + [False] * 2
    for _ in range(3):
        undo(salon)
    assert last_step(salon) == 0


def test_steps_of_the_sync_leave_those_of_a_person(
    salon: Salon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undo_steps, "KEPT_STEPS", 1)
    linked = salon.connect(salon.ana)
    add(salon, "Dana")
    step = last_step(salon)
    from lcdesk.model.commands.deleted_in_icloud import release

    for number, title in enumerate(("Dentist", "Gym")):
        event = salon.mirror(linked["Family"], title, at(1, 9 + number), at(1, 10 + number))
        salon.delete_in_icloud(event)
        with salon.database.write(ChangeOrigin.SYNC) as tx:
            release(tx, event)
    assert last_step(salon) == step
    with salon.database.read() as reader:
        told = [row for row in journal_page(reader, limit=9) if row.kind is JournalKind.RELEASED]
    assert [row.can_be_undone for row in told] == [True, False]


def test_old_steps_go(salon: Salon) -> None:
    add(salon, "Dana")
    salon.now += undo_steps.KEPT_FOR + timedelta(days=1)
    add(salon, "Eli")
    undo(salon)
    assert last_step(salon) == 0


def test_what_changed_too_much_says_so_and_is_not_passed_over(
    salon: Salon, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(salon, "Dana")
    monkeypatch.setattr(row_images, "MOST_ROWS", 3)
    with salon.database.write() as tx:
        for number in range(5):
            save_contact(tx, Contact(0, f"C{number}"), now=salon.now)
    with pytest.raises(CannotBeUndone, match="no way back"):
        undo(salon)
    assert len(names(salon)) == 6


def test_a_disconnected_account_is_not_undone_by_halves(salon: Salon) -> None:
    linked = salon.connect(salon.ana)
    with salon.database.write() as tx:
        remove_account(tx, linked["Work"].account, keep_blocks=True, now=salon.now)
    with salon.database.read() as reader:
        words = words_to_undo(reader)
    assert words is not None
    assert (words.deed, words.title) == ("disconnected", "ana@icloud.example")
    with pytest.raises(CannotBeUndone, match="no way back"):
        undo(salon)


def test_the_contact_who_came_with_a_booking_stays(salon: Salon) -> None:
    visit = salon.calendar("Visit", CalendarKind.ROUND_ROBIN, salon.ana)
    salon.book(visit, at(1, 10))
    undo(salon)
    assert names(salon) == [CLEO.name]
    redo(salon)
    undo(salon)
    assert names(salon) == [CLEO.name]


def test_a_contact_who_is_booked_since_is_not_taken_away(salon: Salon) -> None:
    visit = salon.calendar("Visit", CalendarKind.ROUND_ROBIN, salon.ana)
    number = add(salon, "Dana")
    step = last_step(salon)
    salon.book(visit, at(1, 10), Contact(number, "Dana"))
    with pytest.raises(CannotBeUndone, match="made since"), salon.database.write() as tx:
        undo_step(tx, step, now=salon.now)
    assert names(salon) == ["Dana"]


def test_a_refused_undo_leaves_the_step_as_it_was(salon: Salon) -> None:
    visit = salon.calendar("Visit", CalendarKind.ROUND_ROBIN, salon.ana)
    salon.book(visit, at(1, 10))
    step = last_step(salon)
    salon.now = at(1, 11)
    with pytest.raises(CannotBeUndone, match="has begun"), salon.database.write() as tx:
        undo_last(tx, now=salon.now)
    with salon.database.read() as reader:
        found = get_step(reader, step)
    assert found is not None
    assert (found.is_undone, last_step(salon)) == (False, step)
