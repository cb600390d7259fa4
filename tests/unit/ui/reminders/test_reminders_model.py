"""What notices say, what their buttons do, and what a restart or sleep makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from lcdesk.model.booking.reminders import QuietHours
from lcdesk.model.commands.appointments import cancel
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.people import Contact
from lcdesk.model.store.reminders.chosen import set_hides_details, set_quiet_hours
from lcdesk.ui.offers import PRESSED
from lcdesk.ui.reminders.reminders_model import TOGETHER
from tests.salon import Salon, at
from tests.unit.ui.reminders.desk import ReminderDesk, reminding

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def visit(salon: Salon) -> Calendar:
    salon.now = at(0, 8)
    return salon.visit(salon.ana, salon.ben, location="Studio")


@pytest.fixture
def desk(salon: Salon, visit: Calendar) -> Iterator[ReminderDesk]:
    with reminding(salon) as made:
        yield made


def test_a_notice_says_what_the_card_says_and_how_soon(desk: ReminderDesk, visit: Calendar) -> None:
    desk.salon.book(visit, at(0, 10))
    desk.pass_to(at(0, 9, 45))
    assert desk.titles == []  # nobody has told it of the booking yet
    desk.model.look()
    (notice,) = desk.notices
    assert notice.title == "Cleo Park"
    assert notice.text.startswith("In 15 minutes · 10:00 – 10:30 · ")
    assert notice.text.endswith("Studio")
    assert [name for name, _ in notice.actions] == [
        "open", "FIVE_MINUTES", "dismiss", "QUARTER", "HOUR", "UNTIL_START"
    ]  # fmt: skip


def test_the_start_takes_the_place_of_the_reminder_before_it(
    desk: ReminderDesk, visit: Calendar
) -> None:
    desk.salon.book(visit, at(0, 10))
    desk.model.look()
    desk.pass_to(at(0, 9, 45))
    desk.pass_to(at(0, 10))
    before, now = desk.notices
    assert before.key == now.key
    assert now.text.startswith("Starts now · ")
    assert "UNTIL_START" not in dict(now.actions)


def test_the_timer_waits_for_the_next_moment(desk: ReminderDesk, visit: Calendar) -> None:
    desk.salon.book(visit, at(0, 10))
    desk.model.look()
    assert desk.model._timer.remainingTime() <= timedelta(hours=1, minutes=45) // timedelta(
        milliseconds=1
    )
    assert desk.model._timer.remainingTime() > timedelta(hours=1) // timedelta(milliseconds=1)


def test_details_are_hidden_where_somebody_else_may_read_them(
    desk: ReminderDesk, visit: Calendar
) -> None:
    with desk.salon.database.write() as tx:
        set_hides_details(tx, True)
    desk.salon.book(visit, at(0, 10))
    desk.model.look()
    desk.pass_to(at(0, 9, 45))
    (notice,) = desk.notices
    assert (notice.title, notice.text) == ("Appointment at 10:00", "")


def test_what_was_missed_asleep_is_one_notice_that_opens_the_list(
    desk: ReminderDesk, visit: Calendar
) -> None:
    for hour in (10, 11, 12, 13):
        desk.salon.book(visit, at(0, hour))
    desk.model.look()
    desk.pass_to(at(0, 15))
    assert desk.titles == ["4 reminders you missed"]
    desk.model.answer(TOGETHER, "open")
    assert desk.lists == 1
    assert [card.soon for card in desk.model.cards()] == [
        "Started at 10:00", "Started at 11:00", "Started at 12:00", "Started at 13:00"
    ]  # fmt: skip
    desk.model.dismiss([card.reminder for card in desk.model.cards()])
    assert desk.model.cards() == ()


def test_a_late_start_tells_what_was_missed_and_a_restart_tells_nothing_again(
    salon: Salon, visit: Calendar
) -> None:
    with reminding(salon):
        for hour in (10, 11):
            salon.book(visit, at(0, hour))
    salon.now = at(0, 12)
    with reminding(salon) as late:
        assert late.titles == ["2 reminders you missed"]
    with reminding(salon) as again:
        assert again.titles == []
        assert len(again.model.cards()) == 2  # and forgets nothing


def test_many_at_once_are_one_notice(desk: ReminderDesk, salon: Salon) -> None:
    for number in range(4):
        member = salon.staff(f"Member {number}")
        own = salon.calendar(f"Own {number}", CalendarKind.ROUND_ROBIN, member)
        salon.book(own, at(0, 10), Contact(0, f"Guest {number}"))
    desk.model.look()
    desk.pass_to(at(0, 9, 45))
    assert desk.titles == ["4 appointments are coming"]


def test_open_shows_the_appointment_and_has_done_with_it(
    desk: ReminderDesk, visit: Calendar
) -> None:
    made = desk.salon.book(visit, at(0, 10))
    desk.model.look()
    desk.pass_to(at(0, 9, 45))
    desk.model.answer(desk.notices[0].key, PRESSED)
    assert [entry.id for entry in desk.opened] == [f"a{made.id}"]
    assert desk.model.cards() == ()


@pytest.mark.parametrize(
    ("action", "minute"), [("FIVE_MINUTES", 50), ("UNTIL_START", 60), ("QUARTER", 60)]
)
def test_snooze_tells_it_again_then(
    desk: ReminderDesk, salon: Salon, action: str, minute: int
) -> None:
    only = salon.calendar(
        "Only", CalendarKind.ROUND_ROBIN, salon.ana, reminders=(timedelta(minutes=15),)
    )
    salon.book(only, at(0, 10))
    desk.model.look()
    desk.pass_to(at(0, 9, 45))
    desk.model.answer(desk.notices[0].key, action)
    desk.pass_to(at(0, 9) + timedelta(minutes=minute - 1))
    assert len(desk.notices) == 1
    desk.pass_to(at(0, 9) + timedelta(minutes=minute))
    assert len(desk.notices) == 2


def test_a_notice_that_is_closed_was_seen(desk: ReminderDesk, visit: Calendar) -> None:
    desk.salon.book(visit, at(0, 10))
    desk.model.look()
    desk.pass_to(at(0, 9, 45))
    assert len(desk.model.cards()) == 1
    desk.model.answer_closing(desk.notices[0].key)
    assert desk.model.cards() == ()


def test_the_notice_of_a_cancelled_appointment_is_taken_away(
    desk: ReminderDesk, visit: Calendar
) -> None:
    made = desk.salon.book(visit, at(0, 10))
    desk.model.look()
    desk.pass_to(at(0, 9, 45))
    with desk.salon.database.write() as tx:
        cancel(tx, made.id, now=desk.salon.now)
    desk.model.look()
    assert desk.ended == [desk.notices[0].key]


def test_what_was_claimed_and_never_shown_is_told_a_minute_later(
    desk: ReminderDesk, visit: Calendar
) -> None:
    desk.is_shown = False
    desk.salon.book(visit, at(0, 10))
    desk.model.look()
    desk.pass_to(at(0, 9, 45))
    desk.pass_to(at(0, 9, 46))
    assert desk.titles == ["Cleo Park", "Cleo Park"]


def test_a_second_window_on_the_store_tells_nothing_twice(
    desk: ReminderDesk, visit: Calendar
) -> None:
    desk.salon.book(visit, at(0, 10))
    with reminding(desk.salon) as other:
        for one in (desk, other):
            one.model.look()
        desk.salon.now = at(0, 9, 45)
        for one in (desk, other):
            one.model.look()
        assert len(desk.notices) + len(other.notices) == 1


def test_quiet_hours_hold_back_until_they_are_over(desk: ReminderDesk, visit: Calendar) -> None:
    with desk.salon.database.write() as tx:
        set_quiet_hours(tx, QuietHours(9 * 60, 11 * 60))
    for hour in (10, 11):
        desk.salon.book(visit, at(0, hour, 30))
    desk.model.look()
    desk.pass_to(at(0, 10, 30))
    assert desk.titles == []
    desk.pass_to(at(0, 11))
    assert desk.titles == ["Cleo Park"]


def test_a_clock_that_was_set_back_is_looked_at(desk: ReminderDesk, visit: Calendar) -> None:
    desk.pass_to(at(0, 14))
    desk.salon.now = at(0, 9)
    desk.salon.book(visit, at(0, 10))
    desk.model.follow_clock()
    desk.pass_to(at(0, 9, 45))
    assert desk.titles == ["Cleo Park"]
