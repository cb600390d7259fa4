"""What is told when: after edits, in the quiet hours, put off, after a wrong clock."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from lcdesk.model.booking.reminders import QuietHours
from lcdesk.model.commands.appointments import cancel, move
from lcdesk.model.commands.reminders.choices import choose_reminders
from lcdesk.model.commands.reminders.delivery import (
    LOOKS_AHEAD,
    claim,
    dismiss,
    next_look,
    note_told,
    snooze,
)
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.zones import zone
from lcdesk.model.store.reminders.chosen import set_quiet_hours
from lcdesk.model.store.reminders.kept import KeptReminder, open_reminders
from tests.salon import Salon, at
from tests.unit.model.store.test_reading import plans

BERLIN = zone("Europe/Berlin")
QUARTER, NOTHING = timedelta(minutes=15), timedelta()


@pytest.fixture
def salon(tmp_path: Path) -> Salon:
    salon = Salon(tmp_path)
    look(salon, at(0, 8))
    return salon


def look(salon: Salon, now: datetime) -> tuple[KeptReminder, ...]:
    """Tell what is due."""
    salon.now = now
    with salon.database.write() as tx:
        claimed = claim(tx, now, BERLIN)
        note_told(tx, [reminder.id for reminder in claimed])
    return claimed


def next_time(salon: Salon) -> datetime:
    with salon.database.read() as reader:
        return next_look(reader, salon.now, BERLIN)


def listed(salon: Salon) -> tuple[KeptReminder, ...]:
    with salon.database.read() as reader:
        return open_reminders(reader)


def ahead(claimed: tuple[KeptReminder, ...]) -> list[timedelta]:
    return [reminder.before for reminder in claimed]


def test_a_quarter_of_an_hour_before_and_when_it_starts(salon: Salon) -> None:
    salon.book(salon.visit(), at(0, 10))
    assert next_time(salon) == at(0, 9, 45)
    assert look(salon, at(0, 9, 44)) == ()
    assert ahead(look(salon, at(0, 9, 45))) == [QUARTER]
    assert next_time(salon) == at(0, 10)
    assert ahead(look(salon, at(0, 10))) == [NOTHING]
    assert ahead(listed(salon)) == [NOTHING]  # the earlier one has been overtaken


def test_what_is_booked_after_its_reminder_was_due_is_told_when_it_starts(salon: Salon) -> None:
    salon.now = at(0, 9, 50)
    salon.book(salon.visit(), at(0, 10))
    assert look(salon, at(0, 9, 51)) == ()
    assert ahead(look(salon, at(0, 10))) == [NOTHING]


def test_a_calendar_has_its_own_reminders_or_none(salon: Salon) -> None:
    day = timedelta(days=1)
    salon.book(salon.visit(reminders=(day,)), at(1, 10))
    silent = salon.calendar("Silent", CalendarKind.ROUND_ROBIN, salon.ben, reminders=())
    salon.book(silent, at(1, 10))
    assert next_time(salon) == at(0, 10)
    assert ahead(look(salon, at(0, 10))) == [day]
    assert next_time(salon) == at(0, 10) + LOOKS_AHEAD
    assert look(salon, at(1, 10)) == ()


def test_one_reminder_for_all_seats_of_a_class(salon: Salon) -> None:
    yoga = salon.calendar("Yoga", CalendarKind.CLASS, salon.ana)
    for name in ("Cleo", "Dan", "Eve"):
        salon.book(yoga, at(0, 10), Contact(0, name))
    assert ahead(look(salon, at(0, 9, 45))) == [QUARTER]


def test_a_cancelled_appointment_is_told_no_more_and_listed_no_more(salon: Salon) -> None:
    made = salon.book(salon.visit(), at(0, 10))
    assert len(look(salon, at(0, 9, 45))) == 1
    end(salon, made)
    assert listed(salon) == ()
    assert look(salon, at(0, 10)) == ()
    assert next_time(salon) == at(0, 10) + LOOKS_AHEAD


def end(salon: Salon, made: Appointment) -> None:
    with salon.database.write() as tx:
        cancel(tx, made.id, now=salon.now)


def test_a_moved_appointment_is_reminded_of_at_its_new_time(salon: Salon) -> None:
    made = salon.book(salon.visit(), at(0, 10))
    (told,) = look(salon, at(0, 9, 45))
    with salon.database.write() as tx:
        snooze(tx, [told.id], at(0, 10, 30))
        move(tx, made.id, start=at(0, 14), now=salon.now)
    assert look(salon, at(0, 10, 30)) == ()
    assert ahead(look(salon, at(0, 13, 45))) == [QUARTER]


def test_a_snoozed_reminder_comes_back_then_and_not_before(salon: Salon) -> None:
    salon.book(salon.visit(reminders=(QUARTER,)), at(0, 10))
    (told,) = look(salon, at(0, 9, 45))
    with salon.database.write() as tx:
        snooze(tx, [told.id], at(0, 9, 50))
    assert listed(salon) == ()
    assert next_time(salon) == at(0, 9, 50)
    assert look(salon, at(0, 9, 49)) == ()
    assert [again.id for again in look(salon, at(0, 9, 50))] == [told.id]
    assert look(salon, at(0, 9, 55)) == ()


def test_a_dismissed_reminder_is_told_and_listed_no_more(salon: Salon) -> None:
    salon.book(salon.visit(reminders=(QUARTER,)), at(0, 10))
    (told,) = look(salon, at(0, 9, 45))
    with salon.database.write() as tx:
        dismiss(tx, [told.id])
    assert listed(salon) == ()
    assert look(salon, at(0, 11)) == ()


def test_nothing_is_told_in_the_quiet_hours_and_all_of_it_after_them(salon: Salon) -> None:
    with salon.database.write() as tx:
        set_quiet_hours(tx, QuietHours(20 * 60, 9 * 60))
    salon.book(salon.visit(reminders=(timedelta(hours=2), NOTHING)), at(1, 9, 30))
    assert look(salon, at(0, 21)) == ()
    assert next_time(salon) == at(1, 9)
    assert look(salon, at(1, 8)) == ()
    assert ahead(look(salon, at(1, 9))) == [timedelta(hours=2)]


def test_what_fell_due_a_week_ago_for_an_appointment_to_come_is_told(salon: Salon) -> None:
    salon.book(salon.visit(reminders=(timedelta(days=4),)), at(7, 10))
    assert len(look(salon, at(6, 10))) == 1


def test_what_ended_days_ago_is_told_no_more(salon: Salon) -> None:
    salon.book(salon.visit(), at(0, 10))
    assert look(salon, at(3, 10)) == ()


def test_a_clock_that_was_a_year_ahead_silences_nothing(salon: Salon) -> None:
    look(salon, at(365, 8))
    salon.now = at(0, 8)
    salon.book(salon.visit(), at(0, 10))
    assert next_time(salon) == at(0, 8)  # to begin anew
    assert look(salon, at(0, 8)) == ()
    assert next_time(salon) == at(0, 9, 45)
    assert len(look(salon, at(0, 9, 45))) == 1


def test_a_clock_that_is_set_back_tells_nothing_twice(salon: Salon) -> None:
    salon.book(salon.visit(), at(0, 10))
    assert len(look(salon, at(0, 9, 45))) == 1
    look(salon, at(0, 7))  # by more than an hour
    assert look(salon, at(0, 9, 45)) == ()
    assert ahead(look(salon, at(0, 10))) == [NOTHING]


def test_telling_makes_no_step_of_undo(salon: Salon) -> None:
    salon.book(salon.visit(reminders=(QUARTER,)), at(0, 10))
    with salon.database.write() as tx:
        claim(tx, at(0, 9, 45), BERLIN)
    assert tx.step == 0


@pytest.mark.parametrize(
    "before", [(timedelta(weeks=5),), (-QUARTER,), tuple(timedelta(hours=n) for n in range(6))]
)
def test_reminders_that_cannot_be_are_refused(salon: Salon, before: tuple[timedelta, ...]) -> None:
    with pytest.raises(InvalidInput, match="5 reminders"), salon.database.write() as tx:
        choose_reminders(tx, before)
    with pytest.raises(InvalidInput, match="An appointment of First visit can have 5"):
        salon.visit(reminders=before)


def test_what_is_due_is_looked_up_by_its_time_however_much_is_booked(salon: Salon) -> None:
    salon.book(salon.visit(), at(0, 10))
    with salon.database.read() as reader:
        steps = plans(reader, lambda reader: next_look(reader, salon.now, BERLIN), "appointment")
    assert steps
    assert all("USING INDEX appointment" in step for step in steps if "appointment" in step)
