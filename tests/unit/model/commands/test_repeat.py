"""An appointment that stands becomes the first date of a series, over a real store, and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lcdesk.model.commands.appointments import cancel, edit, move, set_status
from lcdesk.model.commands.calendars import save_calendar, set_active
from lcdesk.model.commands.repeat import can_repeat, repeat
from lcdesk.model.commands.series import BookedSeries, go_on_with_series
from lcdesk.model.commands.undo import undo_step
from lcdesk.model.commands.undo_checks import CannotBeUndone
from lcdesk.model.domain.calendars import CalendarKind, WhenTaken
from lcdesk.model.domain.errors import InvalidInput, NotFound, RefusedByRule, SlotNotOpen
from lcdesk.model.domain.events import Appointment, Status
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.remote import OutboxKind
from lcdesk.model.recurrence.by_hand import series_rule
from lcdesk.model.store import outbox
from lcdesk.model.store.appointments import all_appointments, get_appointment, update_appointment
from lcdesk.model.store.people import insert_contact
from lcdesk.model.store.series import all_series
from tests.salon import Salon, at
from tests.undoing import last_step

WEEK = timedelta(days=7)


def repeated(
    salon: Salon, one: Appointment, rule: str, taken: WhenTaken | None = WhenTaken.SKIP
) -> BookedSeries:
    with salon.database.write() as tx:
        return repeat(tx, one.id, series_rule(rule), taken, now=salon.now)


def taken_back(salon: Salon, step: int = 0) -> None:
    with salon.database.write() as tx:
        undo_step(tx, step or last_step(salon), now=salon.now)


def kept(salon: Salon) -> tuple[Appointment, ...]:
    with salon.database.read() as reader:
        return all_appointments(reader)


def present(salon: Salon, one: Appointment) -> Appointment:
    with salon.database.read() as reader:
        found = get_appointment(reader, one.id)
    assert found is not None
    return found


def starts(found: tuple[Appointment, ...]) -> list[str]:
    return [f"{appointment.span.start:%d %b %H:%M}" for appointment in found]


def test_the_later_dates_are_booked_and_the_first_is_only_tied(salon: Salon) -> None:
    one = salon.book(salon.visit(), at(1, 10), title="Physio", notes="left knee", location="Room 2")
    before = present(salon, one)
    done = repeated(salon, one, "FREQ=WEEKLY;INTERVAL=2;COUNT=3")
    assert starts(done.made) == ["24 Nov 09:00", "08 Dec 09:00", "22 Dec 09:00"]
    assert done.made == kept(salon)[:1] + tuple(
        replace(late, created_at=None) for late in kept(salon)[1:]
    )
    (series,) = {late.series for late in kept(salon)}
    assert present(salon, one) == replace(before, series=series, series_day=date(2026, 11, 24))
    for late in done.made[1:]:
        assert (late.title, late.notes, late.location) == ("Physio", "left knee", "Room 2")
        assert (late.calendar, late.contacts) == (before.calendar, before.contacts)
        assert late.session != before.session


def test_the_length_that_was_booked_is_kept(salon: Salon) -> None:
    one = salon.book(salon.visit(), at(1, 10), length=timedelta(minutes=50))
    done = repeated(salon, one, "FREQ=DAILY;COUNT=2")
    assert {late.span.length for late in done.made} == {timedelta(minutes=50)}


def test_ten_o_clock_stays_ten_o_clock_when_the_clocks_change(salon: Salon) -> None:
    one = salon.book(salon.visit(), at(120, 10), insist=True)  # Tuesday, 23 March
    done = repeated(salon, one, "FREQ=WEEKLY;COUNT=2", WhenTaken.BOOK_ANYWAY)
    assert starts(done.made) == ["23 Mar 09:00", "30 Mar 08:00"]


def test_a_time_that_the_clocks_skip_moves_forward_on_that_day_alone(salon: Salon) -> None:
    hall = salon.calendar("Hall", CalendarKind.SIMPLE)
    one = salon.book(hall, at(124, 2, 30), insist=True)  # Saturday, 27 March
    done = repeated(salon, one, "FREQ=DAILY;COUNT=3", WhenTaken.BOOK_ANYWAY)
    assert starts(done.made) == ["27 Mar 01:30", "28 Mar 01:30", "29 Mar 00:30"]


@pytest.mark.parametrize(
    ("taken", "expected", "overridden"),
    [
        (WhenTaken.SKIP, ["24 Nov 09:00", "08 Dec 09:00"], [False, False]),
        (
            WhenTaken.BOOK_ANYWAY,
            ["24 Nov 09:00", "01 Dec 09:00", "08 Dec 09:00"],
            [False, True, False],
        ),
    ],
)
def test_a_taken_date_is_left_out_or_booked_anyway(
    salon: Salon, taken: WhenTaken, expected: list[str], overridden: list[bool]
) -> None:
    calendar = salon.visit()
    one = salon.book(calendar, at(1, 10))
    salon.book(calendar, at(8, 10))
    done = repeated(salon, one, "FREQ=WEEKLY;COUNT=3", taken)
    assert starts(done.made) == expected
    assert [late.overridden for late in done.made] == overridden


@pytest.mark.parametrize(("taken", "told"), [(None, "1 of the 2"), (WhenTaken.SKIP, "no date")])
def test_a_closed_date_refuses_all_and_leaves_the_first_alone(
    salon: Salon, taken: WhenTaken | None, told: str
) -> None:
    calendar = salon.visit()
    one = salon.book(calendar, at(1, 10))
    salon.book(calendar, at(8, 10))
    before = kept(salon)
    count = 3 if taken is None else 2
    with pytest.raises(SlotNotOpen, match=told) as refused:
        repeated(salon, one, f"FREQ=WEEKLY;COUNT={count}", taken)
    assert any("2026-12-01T10:00+01:00 BOOKED" in line for line in refused.value.details)
    assert kept(salon) == before
    with salon.database.read() as reader:
        assert all_series(reader) == ()


def test_a_first_date_that_was_booked_anyway_keeps_no_later_one_from_the_rules(
    salon: Salon,
) -> None:
    one = salon.book(salon.visit(), at(1, 20), insist=True)
    with pytest.raises(SlotNotOpen):
        repeated(salon, one, "FREQ=WEEKLY;COUNT=3")


def test_the_member_who_was_asked_for_is_asked_for_again(salon: Salon) -> None:
    team = salon.calendar("Team", CalendarKind.ROUND_ROBIN, salon.ana, salon.ben)
    named = salon.book(team, at(1, 10), staff=(salon.ben.id,))
    done = repeated(salon, named, "FREQ=WEEKLY;COUNT=4")
    assert {late.staff for late in done.made} == {(salon.ben.id,)}


def test_the_calendar_chooses_where_nobody_was_asked_for(salon: Salon) -> None:
    team = salon.calendar("Team", CalendarKind.ROUND_ROBIN, salon.ana, salon.ben)
    one = salon.book(team, at(1, 10))
    done = repeated(salon, one, "FREQ=DAILY;COUNT=4")
    assert {late.staff for late in done.made} == {(salon.ana.id,), (salon.ben.id,)}


def test_a_named_member_counts_as_named_after_a_move_that_they_keep(salon: Salon) -> None:
    team = salon.calendar("Team", CalendarKind.ROUND_ROBIN, salon.ana, salon.ben)
    one = salon.book(team, at(1, 10), staff=(salon.ben.id,))
    with salon.database.write() as tx:
        move(tx, one.id, start=at(2, 10), now=salon.now)
    done = repeated(salon, one, "FREQ=WEEKLY;COUNT=4")
    assert {late.staff for late in done.made} == {(salon.ben.id,)}


def test_a_member_who_got_it_instead_was_not_asked_for(salon: Salon) -> None:
    team = salon.calendar("Team", CalendarKind.ROUND_ROBIN, salon.ana, salon.ben)
    other = salon.calendar("Other", CalendarKind.ROUND_ROBIN, salon.ben)
    one = salon.book(team, at(1, 10), staff=(salon.ben.id,))
    salon.book(other, at(2, 10))
    with salon.database.write() as tx:
        moved = move(tx, one.id, start=at(2, 10), now=salon.now)
    assert (moved.staff, moved.named) == ((salon.ana.id,), False)


def test_each_date_takes_place_where_its_own_member_is(salon: Salon) -> None:
    places = {salon.ana.id: "Ana's room", salon.ben.id: "Ben's room"}
    team = salon.calendar("Team", CalendarKind.ROUND_ROBIN, salon.ana, salon.ben, locations=places)
    done = repeated(salon, salon.book(team, at(1, 10)), "FREQ=DAILY;COUNT=4")
    assert {late.location for late in done.made} == {"Ana's room", "Ben's room"}
    assert all(late.location == places[late.staff[0]] for late in done.made)


def test_nothing_is_sent_for_the_first_and_one_event_for_each_later_date(salon: Salon) -> None:
    salon.connect(salon.ana)
    one = salon.book(salon.visit(), at(1, 10))
    sent = salon.object_of(one)
    with salon.database.write() as tx:
        for entry in outbox.entries_of_object(tx, sent):
            outbox.delete_entry(tx, entry.id)
    done = repeated(salon, one, "FREQ=WEEKLY;COUNT=3")
    later = {salon.object_of(late) for late in done.made[1:]}
    with salon.database.read() as reader:
        waiting = outbox.entries(reader)
    assert {(entry.object, entry.kind) for entry in waiting} == {
        (late, OutboxKind.CREATE) for late in later
    }
    taken_back(salon)
    with salon.database.read() as reader:
        assert outbox.entries(reader) == ()
    assert salon.object_of(one) == sent


def test_an_endless_series_goes_on_after_its_standing_first_date(salon: Salon) -> None:
    one = salon.book(salon.visit(window=timedelta(days=3)), at(1, 10))
    assert repeated(salon, one, "FREQ=WEEKLY").made == (present(salon, one),)
    assert go_on_with_series(salon.database, now=salon.now + WEEK) == 1
    assert starts(kept(salon)) == ["24 Nov 09:00", "01 Dec 09:00"]


def test_undo_leaves_the_first_as_it_was_and_nothing_else(salon: Salon) -> None:
    calendar = salon.visit()
    one = salon.book(calendar, at(1, 10))
    salon.book(calendar, at(8, 10))
    before = kept(salon)
    repeated(salon, one, "FREQ=WEEKLY", WhenTaken.BOOK_ANYWAY)
    taken_back(salon)
    assert kept(salon) == before
    with salon.database.read() as reader:
        assert all_series(reader) == ()
    assert len(repeated(salon, one, "FREQ=WEEKLY;COUNT=2", WhenTaken.BOOK_ANYWAY).made) == 2


def test_undo_takes_away_what_was_made_meanwhile_and_keeps_what_was_changed(salon: Salon) -> None:
    one = salon.book(salon.visit(window=timedelta(days=10)), at(1, 10))
    repeated(salon, one, "FREQ=WEEKLY")
    step = last_step(salon)
    go_on_with_series(salon.database, now=salon.now + WEEK)
    with salon.database.write() as tx:
        edit(tx, one.id, notes="left knee", now=salon.now)
    taken_back(salon, step)
    (left,) = kept(salon)
    assert (left.id, left.notes, left.series, left.series_day) == (one.id, "left knee", None, None)


def test_undo_of_what_repeats_no_more_changes_nothing(salon: Salon) -> None:
    one = salon.book(salon.visit(), at(1, 10))
    repeated(salon, one, "FREQ=WEEKLY")
    step = last_step(salon)
    taken_back(salon, step)
    with pytest.raises(CannotBeUndone, match="undone already"):
        taken_back(salon, step)
    assert [left.id for left in kept(salon)] == [one.id]


def refused(salon: Salon, one: Appointment, rule: str = "FREQ=WEEKLY;COUNT=3") -> str:
    """Why an appointment cannot repeat; nothing is changed."""
    before = kept(salon)
    with pytest.raises(RefusedByRule) as why:
        repeated(salon, one, rule)
    assert kept(salon) == before
    with salon.database.read() as reader:
        assert not can_repeat(reader, one.id, now=salon.now)
    return why.value.message


@pytest.mark.parametrize("kind", [CalendarKind.CLASS, CalendarKind.SERVICE])
def test_a_class_and_a_service_do_not_repeat(salon: Salon, kind: CalendarKind) -> None:
    one = salon.book(salon.calendar("Other", kind, salon.ana), at(1, 10))
    assert "where no appointment repeats" in refused(salon, one)


def test_what_repeats_already_is_not_repeated_again(salon: Salon) -> None:
    one = salon.book(salon.visit(), at(1, 10))
    with salon.database.read() as reader:
        assert can_repeat(reader, one.id, now=salon.now)
    late = repeated(salon, one, "FREQ=WEEKLY;COUNT=3").made[2]
    for occurrence in (one, late):
        assert "belongs to a series already" in refused(salon, occurrence)


def test_what_has_begun_does_not_repeat(salon: Salon) -> None:
    one = salon.book(salon.visit(), at(1, 10))
    salon.now = at(1, 10)
    assert "has begun" in refused(salon, one)


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.INVALID])
def test_what_does_not_take_place_does_not_repeat(salon: Salon, status: Status) -> None:
    one = salon.book(salon.visit(), at(1, 10))
    with salon.database.write() as tx:
        set_status(tx, one.id, status, now=salon.now)
    assert f"is {status.value} and cannot repeat" in refused(salon, one)


def test_a_series_is_for_one_contact(salon: Salon) -> None:
    one = salon.book(salon.visit(), at(1, 10))
    with salon.database.write() as tx:
        dana = insert_contact(tx, Contact(0, "Dana Fischer"))
        update_appointment(tx, one, replace(one, contacts=(*one.contacts, dana)))
    assert "is for 2 contacts" in refused(salon, one)
    with salon.database.write() as tx:
        update_appointment(tx, present(salon, one), replace(one, contacts=()))
    assert "is without a contact" in refused(salon, one)


def test_a_calendar_that_is_switched_off_books_no_later_dates(salon: Salon) -> None:
    calendar = salon.visit()
    one = salon.book(calendar, at(1, 10))
    with salon.database.write() as tx:
        set_active(tx, calendar.id, False)
    assert "switched off" in refused(salon, one)


def test_what_is_no_appointment_does_not_repeat(salon: Salon) -> None:
    with salon.database.read() as reader:
        assert not can_repeat(reader, 99, now=salon.now)
    with salon.database.write() as tx, pytest.raises(NotFound):
        repeat(tx, 99, series_rule("FREQ=WEEKLY"), now=salon.now)


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("FREQ=WEEKLY;BYDAY=FR", "not one of its own days"),
        ("FREQ=DAILY;UNTIL=20200101", "before its first date"),
        ("FREQ=WEEKLY;COUNT=1", "ends with its first date"),
        ("FREQ=WEEKLY;UNTIL=20261130", "ends with its first date"),
    ],
)
def test_a_rule_that_does_not_fit_the_first_date_is_refused(
    salon: Salon, rule: str, why: str
) -> None:
    one = salon.book(salon.visit(), at(1, 10))
    with pytest.raises(InvalidInput, match=why):
        repeated(salon, one, rule)
    assert present(salon, one).series is None


def test_a_member_who_left_the_calendar_is_asked_for_no_more(salon: Salon) -> None:
    team = salon.calendar("Team", CalendarKind.ROUND_ROBIN, salon.ana, salon.ben)
    one = salon.book(team, at(1, 10), staff=(salon.ben.id,))
    with salon.database.write() as tx:
        save_calendar(tx, replace(team, staff=(salon.ana.id,)), salon.now)
    done = repeated(salon, one, "FREQ=WEEKLY;COUNT=3")
    assert [late.staff for late in done.made[1:]] == [(salon.ana.id,)] * 2


def test_a_cancelled_later_date_goes_with_the_series(salon: Salon) -> None:
    one = salon.book(salon.visit(), at(1, 10))
    done = repeated(salon, one, "FREQ=WEEKLY;COUNT=3")
    with salon.database.write() as tx:
        cancel(tx, done.made[1].id, now=salon.now)
    taken_back(salon)
    taken_back(salon)
    assert [left.id for left in kept(salon)] == [one.id]
