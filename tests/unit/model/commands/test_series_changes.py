"""Changes of one occurrence, of those that follow, of all; and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from lcdesk.model.commands import series_changes
from lcdesk.model.commands.appointments import BookingRequest
from lcdesk.model.commands.series import SeriesRequest, book_series, go_on_with_series
from lcdesk.model.commands.undo import undo_step
from lcdesk.model.commands.undo_checks import CannotBeUndone
from lcdesk.model.domain.calendars import Calendar, CalendarKind, WhenTaken
from lcdesk.model.domain.errors import RefusedByRule, SlotNotOpen
from lcdesk.model.domain.events import Appointment, Status
from lcdesk.model.recurrence.by_hand import series_rule
from lcdesk.model.recurrence.series import Scope
from lcdesk.model.recurrence.text import write_rule
from lcdesk.model.store.appointments import all_appointments
from lcdesk.model.store.calendars import update_calendar
from lcdesk.model.store.outbox import entries
from lcdesk.model.store.series import all_series
from tests.salon import CLEO, Salon, at
from tests.undoing import last_step

WEEK = timedelta(days=7)
HOUR = timedelta(hours=1)


class Weekly:
    """A salon with a series on Tuesdays at ten."""

    def __init__(self, salon: Salon, rule: str = "FREQ=WEEKLY;COUNT=4", **more: object) -> None:
        self.salon = salon
        self.calendar = salon.calendar("Visit", CalendarKind.ROUND_ROBIN, salon.ana, **more)
        request = BookingRequest(self.calendar.id, at(1, 10), CLEO)
        with salon.database.write() as tx:
            done = book_series(
                tx, SeriesRequest(request, series_rule(rule), WhenTaken.SKIP), now=salon.now
            )
        self.ids = [appointment.id for appointment in done.made]

    @property
    def kept(self) -> tuple[Appointment, ...]:
        with self.salon.database.read() as reader:
            return all_appointments(reader)

    def living(self) -> list[str]:
        found = sorted(
            (appointment for appointment in self.kept if appointment.status.takes_time),
            key=lambda o: o.span,
        )
        return [
            f"{appointment.span.start + HOUR:%a %d %b %H:%M}" for appointment in found
        ]  # Berlin in winter

    def rules(self) -> list[str]:
        with self.salon.database.read() as reader:
            return [write_rule(series.rule) for series in all_series(reader)]

    def move(
        self, number: int, scope: Scope, by: timedelta, insist: bool = False, **more: Any
    ) -> tuple[series_changes.MovedDate, ...]:
        one = next(appointment for appointment in self.kept if appointment.id == self.ids[number])
        with self.salon.database.write() as tx:
            return series_changes.move(
                tx, one.id, scope, start=one.span.start + by, insist=insist,
                now=self.salon.now, **more,
            )  # fmt: skip

    def cancel(self, number: int, scope: Scope) -> tuple[Appointment, ...]:
        with self.salon.database.write() as tx:
            return series_changes.cancel(tx, self.ids[number], scope, now=self.salon.now)

    def take_back(self, step: int = 0) -> None:
        with self.salon.database.write() as tx:
            undo_step(tx, step or last_step(self.salon), now=self.salon.now)


def test_cancelling_one_leaves_the_others(salon: Salon) -> None:
    weekly = Weekly(salon)
    weekly.cancel(1, Scope.THIS)
    assert weekly.living() == ["Tue 24 Nov 10:00", "Tue 08 Dec 10:00", "Tue 15 Dec 10:00"]
    assert weekly.rules() == ["FREQ=WEEKLY;BYDAY=TU;COUNT=4"]


def test_cancelling_this_and_following_ends_the_series(salon: Salon) -> None:
    weekly = Weekly(salon, "FREQ=WEEKLY")
    weekly.cancel(2, Scope.FOLLOWING)
    assert weekly.living() == ["Tue 24 Nov 10:00", "Tue 01 Dec 10:00"]
    assert weekly.rules() == ["FREQ=WEEKLY;BYDAY=TU;UNTIL=20261207"]
    assert go_on_with_series(salon.database, now=salon.now + 30 * WEEK) == 0


def test_cancelling_all_ends_it_for_good(salon: Salon) -> None:
    weekly = Weekly(salon, "FREQ=WEEKLY")
    weekly.cancel(2, Scope.ALL)
    assert (weekly.living(), weekly.rules()) == ([], [])
    assert go_on_with_series(salon.database, now=salon.now + 30 * WEEK) == 0


def test_what_was_cancelled_before_is_not_counted_again(salon: Salon) -> None:
    weekly = Weekly(salon)
    weekly.cancel(1, Scope.THIS)
    done = weekly.cancel(0, Scope.ALL)
    assert [appointment.id for appointment in done] == [weekly.ids[at] for at in (0, 2, 3)]


def test_all_leaves_what_has_begun(salon: Salon) -> None:
    weekly = Weekly(salon)
    salon.now = at(8, 11)
    weekly.cancel(2, Scope.ALL)
    assert weekly.living() == ["Tue 24 Nov 10:00", "Tue 01 Dec 10:00"]
    assert weekly.rules() == ["FREQ=WEEKLY;BYDAY=TU;UNTIL=20261207"]


def test_moving_one_leaves_the_others_and_the_rule(salon: Salon) -> None:
    weekly = Weekly(salon)
    weekly.move(1, Scope.THIS, by=2 * HOUR)
    assert weekly.living()[:2] == ["Tue 24 Nov 10:00", "Tue 01 Dec 12:00"]
    assert weekly.rules() == ["FREQ=WEEKLY;BYDAY=TU;COUNT=4"]


def test_moving_this_and_following_makes_two_series(salon: Salon) -> None:
    weekly = Weekly(salon)
    weekly.move(2, Scope.FOLLOWING, by=timedelta(days=1, hours=3))
    assert weekly.living() == [
        "Tue 24 Nov 10:00", "Tue 01 Dec 10:00", "Wed 09 Dec 13:00", "Wed 16 Dec 13:00",
    ]  # fmt: skip
    assert weekly.rules() == [
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261207",
        "FREQ=WEEKLY;BYDAY=WE;WKST=TU;COUNT=2",
    ]


def test_moving_all_by_a_day_does_not_run_into_itself(salon: Salon) -> None:
    weekly = Weekly(salon, "FREQ=DAILY;COUNT=3")
    weekly.move(1, Scope.ALL, by=timedelta(days=1))
    assert weekly.living() == ["Wed 25 Nov 10:00", "Thu 26 Nov 10:00", "Fri 27 Nov 10:00"]
    weekly.move(0, Scope.ALL, by=-timedelta(days=1))
    assert weekly.living() == ["Tue 24 Nov 10:00", "Wed 25 Nov 10:00", "Thu 26 Nov 10:00"]


def test_an_endless_series_goes_on_at_its_new_time(salon: Salon) -> None:
    weekly = Weekly(salon, "FREQ=WEEKLY", window=timedelta(days=20))
    weekly.move(0, Scope.ALL, by=timedelta(days=1, hours=1))
    assert go_on_with_series(salon.database, now=salon.now + WEEK) == 1
    assert weekly.living() == [
        "Wed 25 Nov 11:00", "Wed 02 Dec 11:00", "Wed 09 Dec 11:00", "Wed 16 Dec 11:00",
    ]  # fmt: skip


def test_one_that_was_moved_by_hand_keeps_its_time(salon: Salon) -> None:
    weekly = Weekly(salon)
    weekly.move(2, Scope.THIS, by=5 * HOUR)
    weekly.cancel(3, Scope.THIS)
    weekly.move(0, Scope.ALL, by=HOUR)
    assert weekly.living() == ["Tue 24 Nov 11:00", "Tue 01 Dec 11:00", "Tue 08 Dec 15:00"]


def test_the_length_can_change_for_all(salon: Salon) -> None:
    weekly = Weekly(salon)
    weekly.move(0, Scope.ALL, by=timedelta(), length=HOUR)
    assert {appointment.span.length for appointment in weekly.kept} == {HOUR}


def test_a_closed_date_refuses_the_whole_move_until_it_is_insisted_on(salon: Salon) -> None:
    weekly = Weekly(salon)
    salon.book(weekly.calendar, at(8, 12))
    before = weekly.kept
    with pytest.raises(SlotNotOpen, match="1 of the 4 dates") as refused:
        weekly.move(0, Scope.ALL, by=2 * HOUR)
    assert weekly.kept == before
    assert any("2026-12-01T12:00+01:00 BOOKED" in line for line in refused.value.details)
    done = weekly.move(0, Scope.ALL, by=2 * HOUR, insist=True)
    assert [bool(moved_date.reasons) for moved_date in done] == [False, True, False, False]
    assert [moved_date.after.overridden for moved_date in done] == [False, True, False, False]


@pytest.mark.parametrize("scope", Scope)
def test_moving_is_taken_back(salon: Salon, scope: Scope) -> None:
    weekly = Weekly(salon, "FREQ=WEEKLY;COUNT=5")
    before, rules = weekly.kept, weekly.rules()
    weekly.move(2, scope, by=timedelta(days=1))
    assert weekly.kept != before
    weekly.take_back()
    assert (weekly.kept, weekly.rules()) == (before, rules)


@pytest.mark.parametrize("scope", Scope)
def test_cancelling_is_taken_back(salon: Salon, scope: Scope) -> None:
    weekly = Weekly(salon, "FREQ=WEEKLY")
    before, rules = weekly.kept, weekly.rules()
    weekly.cancel(2, scope)
    assert weekly.kept != before
    weekly.take_back()
    assert (weekly.kept, weekly.rules()) == (before, rules)


def test_cancelled_time_that_was_taken_since_does_not_come_back(salon: Salon) -> None:
    weekly = Weekly(salon)
    weekly.cancel(0, Scope.ALL)
    step = last_step(salon)
    salon.book(weekly.calendar, at(8, 10))
    before = weekly.kept
    with pytest.raises(CannotBeUndone, match="stays cancelled"):
        weekly.take_back(step)
    assert weekly.kept == before


def test_words_change_for_those_that_follow_and_for_later_ones(salon: Salon) -> None:
    weekly = Weekly(salon, "FREQ=WEEKLY", window=timedelta(days=20))
    with salon.database.write() as tx:
        series_changes.edit(tx, weekly.ids[2], Scope.THIS, notes="Own note", now=salon.now)
        series_changes.edit(
            tx, weekly.ids[1], Scope.FOLLOWING, title="Physio", notes="", now=salon.now
        )
    go_on_with_series(salon.database, now=salon.now + WEEK)
    assert [(appointment.title, appointment.notes) for appointment in weekly.kept] == [
        ("Cleo Park", ""), ("Physio", ""), ("Physio", "Own note"), ("Physio", ""),
    ]  # fmt: skip


def test_a_status_is_given_to_those_that_have_the_same(salon: Salon) -> None:
    weekly = Weekly(salon, auto_confirm=False)
    with salon.database.write() as tx:
        series_changes.set_status(tx, weekly.ids[3], Status.INVALID, Scope.THIS, now=salon.now)
        series_changes.set_status(tx, weekly.ids[1], Status.CONFIRMED, Scope.ALL, now=salon.now)
    confirmed = [Status.CONFIRMED] * 3
    assert [appointment.status for appointment in weekly.kept] == [*confirmed, Status.INVALID]


def test_a_cancelled_occurrence_cannot_move_its_series(salon: Salon) -> None:
    weekly = Weekly(salon)
    weekly.cancel(1, Scope.THIS)
    with pytest.raises(RefusedByRule):
        weekly.move(1, Scope.ALL, by=HOUR)
    assert "Tue 24 Nov 10:00" in weekly.living()


def test_each_occurrence_has_its_own_event_on_its_way(salon: Salon) -> None:
    salon.connect(salon.ana)
    weekly = Weekly(salon)
    with salon.database.read() as reader:
        assert len(entries(reader)) == 4
    weekly.cancel(0, Scope.ALL)
    with salon.database.read() as reader:
        assert entries(reader) == ()


def test_a_single_appointment_takes_every_scope_as_itself(salon: Salon) -> None:
    calendar: Calendar = salon.calendar("Visit", CalendarKind.ROUND_ROBIN, salon.ana)
    made = salon.book(calendar, at(1, 10))
    with salon.database.write() as tx:
        done = series_changes.move(tx, made.id, Scope.ALL, start=at(1, 11), now=salon.now)
        series_changes.cancel(tx, made.id, Scope.FOLLOWING, now=salon.now)
    assert len(done) == 1


@pytest.mark.parametrize("scope", Scope)
def test_a_date_that_was_dragged_went_to_another_member(salon: Salon, scope: Scope) -> None:
    weekly = Weekly(salon)
    with salon.database.write() as tx:
        update_calendar(tx, replace(weekly.calendar, staff=(salon.ana.id, salon.ben.id)))
    other = salon.calendar("Other", CalendarKind.ROUND_ROBIN, salon.ana)
    salon.book(other, at(8, 12))
    before, rules = weekly.kept, weekly.rules()
    done = weekly.move(1, scope, by=2 * HOUR, insist=True, keeps_staff=True)
    assert {moved_date.after.staff for moved_date in done} == {(salon.ana.id,)}
    assert [moved_date.after.span.start for moved_date in done if moved_date.reasons] == [at(8, 12)]
    weekly.take_back()
    assert (weekly.kept, weekly.rules()) == (before, rules)
