"""A calendar file that is taken in once more changes what it made before, and nothing else."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from lcdesk.model.commands.blocked_slots import BlockWish, change_block, unblock
from lcdesk.model.commands.calendar_files.blocking import (
    Imported,
    import_calendar,
    plan_calendar,
)
from lcdesk.model.commands.calendar_files.reading import EventStanding
from lcdesk.model.commands.undo import undo_last
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.appointments import find_blocked
from tests.salon import Salon, at

_UTC = "%Y%m%dT%H%M%SZ"


def event(
    start: datetime, *more: str, uid: str = "dentist", title: str = "Dentist", hours: int = 1
) -> str:
    lines = [
        "BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20261101T000000Z", f"DTSTART:{start:{_UTC}}",
        f"DTEND:{start + timedelta(hours=hours):{_UTC}}", f"SUMMARY:{title}", *more, "END:VEVENT",
    ]  # fmt: skip
    return "\n".join(lines)


def file(*events: str, method: str = "") -> bytes:
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", *([f"METHOD:{method}"] if method else [])]
    return "\n".join([*head, *events, "END:VCALENDAR", ""]).encode()


class Desk:
    """Takes files in for Ana."""

    def __init__(self, salon: Salon) -> None:
        self.salon = salon

    def take(self, content: bytes, *overwriting: int) -> Imported:
        salon = self.salon
        with salon.database.write() as tx:
            return import_calendar(tx, content, salon.ana, salon.now, overwriting=overwriting)

    def standings(self, content: bytes) -> list[EventStanding]:
        with self.salon.database.read() as reader:
            plan = plan_calendar(reader, content, self.salon.ana, self.salon.now)
        return [event.standing for event in plan.events]

    def slots(self) -> list[tuple[str, datetime]]:
        """Ana's blocked time by title and start."""
        with self.salon.database.read() as reader:
            found = find_blocked(reader, TimeSpan(at(-400, 0), at(900, 0)))
        return [(slot.title, slot.span.start) for slot in found]

    def change(self, title: str, wish: BlockWish | None) -> None:
        """What a person does here with the slot of this title; None frees it."""
        with self.salon.database.write() as tx:
            (slot,) = (
                slot
                for slot in find_blocked(tx, TimeSpan(at(-400, 0), at(900, 0)))
                if slot.title == title
            )
            if wish is None:
                unblock(tx, slot.id)
            else:
                change_block(tx, slot.id, wish)

    def undo(self) -> None:
        with self.salon.database.write() as tx:
            undo_last(tx, now=self.salon.now)


@pytest.fixture
def desk(salon: Salon) -> Desk:
    return Desk(salon)


TEN, NOON, DAY_AFTER = at(1, 10), at(1, 12), at(2, 10)
OLD = event(TEN)


def test_an_event_that_was_moved_left_its_old_time_blocked(desk: Desk) -> None:
    desk.take(file(OLD))
    later = file(event(DAY_AFTER, "SEQUENCE:1"))
    assert desk.standings(later) == [EventStanding.CHANGED]
    with desk.salon.database.read() as reader:
        (planned,) = plan_calendar(reader, later, desk.salon.ana, desk.salon.now).events
    assert planned.was == TimeSpan(TEN, at(1, 11))
    done = desk.take(later)
    assert (done.blocked, done.changed, done.known) == (0, 1, 0)
    assert desk.slots() == [("Dentist", DAY_AFTER)]
    desk.undo()
    assert desk.slots() == [("Dentist", TEN)]
    assert desk.standings(later) == [EventStanding.CHANGED], "the undo forgot the change too"


def test_the_same_file_once_more_changes_nothing(desk: Desk) -> None:
    content = file(OLD, event(NOON, "RRULE:FREQ=DAILY;COUNT=3", uid="2", title="Choir"))
    assert desk.take(content).blocked == 4
    again = desk.take(content)
    assert (again.blocked, again.changed, again.freed, again.known) == (0, 0, 0, 4)


def test_an_import_that_was_undone_is_new_again(desk: Desk) -> None:
    desk.take(file(OLD))
    desk.undo()
    assert desk.slots() == []
    assert desk.standings(file(OLD)) == [EventStanding.NEW]


@pytest.mark.parametrize(
    "called_off",
    [
        file(event(TEN, "STATUS:CANCELLED")),
        file(event(TEN, "STATUS:CANCELLED"), method="CANCEL"),
        file(OLD, method="CANCEL"),
        file(event(TEN, "TRANSP:TRANSPARENT")),
    ],
    ids=["status", "both", "method", "takes no time any more"],
)
def test_an_event_that_was_called_off_stayed_blocked(desk: Desk, called_off: bytes) -> None:
    desk.take(file(OLD))
    assert desk.standings(called_off) == [EventStanding.CANCELLED]
    assert desk.take(called_off).freed == 1
    assert desk.slots() == []
    desk.undo()
    assert desk.slots() == [("Dentist", TEN)]


def test_a_file_that_calls_off_what_was_never_taken_in_is_refused(desk: Desk) -> None:
    with pytest.raises(InvalidInput, match="METHOD:CANCEL"):
        desk.standings(file(OLD, method="CANCEL"))


@pytest.mark.parametrize(
    ("newer", "standing"),
    [
        (event(DAY_AFTER), EventStanding.EDITED),
        (event(TEN, "STATUS:CANCELLED"), EventStanding.EDITED),
        (OLD, EventStanding.KNOWN),
    ],
    ids=["moved there", "called off there", "as before"],
)
def test_what_was_changed_here_since_is_not_overwritten(
    desk: Desk, newer: str, standing: EventStanding
) -> None:
    desk.take(file(OLD))
    desk.change("Dentist", BlockWish(start=NOON))
    assert desk.standings(file(newer)) == [standing]
    desk.take(file(newer))
    assert desk.slots() == [("Dentist", NOON)]


def test_what_was_changed_here_is_overwritten_when_a_person_says_so(desk: Desk) -> None:
    desk.take(file(OLD))
    desk.change("Dentist", BlockWish(start=NOON))
    assert desk.take(file(event(DAY_AFTER)), 0).changed == 1
    assert desk.slots() == [("Dentist", DAY_AFTER)]
    assert desk.take(file(event(DAY_AFTER))).known == 1


def test_what_was_unblocked_here_since_stays_free_until_a_person_says_otherwise(
    desk: Desk,
) -> None:
    desk.take(file(OLD))
    desk.change("Dentist", None)
    assert desk.standings(file(OLD)) == [EventStanding.EDITED]
    assert (desk.take(file(OLD)).edited, desk.slots()) == (1, [])
    assert desk.take(file(OLD), 0).blocked == 1
    assert desk.standings(file(OLD)) == [EventStanding.KNOWN]


@pytest.mark.parametrize(
    ("first", "older"),
    [
        (event(TEN, "SEQUENCE:2"), event(NOON, "SEQUENCE:1")),
        (
            event(TEN, "LAST-MODIFIED:20261102T000000Z"),
            event(NOON, "LAST-MODIFIED:20261101T000000Z"),
        ),
    ],
)
def test_an_older_file_does_not_bring_back_what_was_before(
    desk: Desk, first: str, older: str
) -> None:
    desk.take(file(first))
    assert desk.standings(file(older)) == [EventStanding.OLDER]
    desk.take(file(older))
    assert desk.slots() == [("Dentist", TEN)]


def weekly(start: datetime, *more: str) -> str:
    return event(start, "RRULE:FREQ=WEEKLY;COUNT=3", *more, title="Choir", uid="choir")


def test_a_series_whose_rule_moved_moves_its_dates(desk: Desk) -> None:
    desk.take(file(weekly(TEN)))
    done = desk.take(file(weekly(NOON)))
    assert (done.blocked, done.changed, done.freed) == (0, 3, 0)
    assert [start for _, start in desk.slots()] == [at(day, 12) for day in (1, 8, 15)]


def test_one_date_of_a_series_is_left_out_and_another_is_moved(desk: Desk) -> None:
    desk.take(file(weekly(TEN)))
    moved = event(at(8, 15), f"RECURRENCE-ID:{at(8, 10):{_UTC}}", uid="choir", title="Choir")
    done = desk.take(file(weekly(TEN, f"EXDATE:{at(15, 10):{_UTC}}"), moved))
    assert (done.blocked, done.changed, done.freed, done.known) == (0, 1, 1, 1)
    assert [start for _, start in desk.slots()] == [TEN, at(8, 15)]


def test_a_series_that_ends_earlier_was_called_cancelled(desk: Desk) -> None:
    desk.take(file(weekly(TEN)))
    shorter = file(weekly(TEN).replace("COUNT=3", "COUNT=1"))
    assert desk.standings(shorter) == [EventStanding.CHANGED]
    assert (desk.take(shorter).freed, desk.slots()) == (2, [("Choir", TEN)])


def test_a_file_of_one_date_alone_ended_the_whole_series(desk: Desk) -> None:
    desk.take(file(weekly(TEN)))
    one = event(at(8, 10), f"RECURRENCE-ID:{at(8, 10):{_UTC}}", "STATUS:CANCELLED", uid="choir")
    assert desk.take(file(one, method="CANCEL")).freed == 1
    assert [start for _, start in desk.slots()] == [TEN, at(15, 10)]


def test_a_single_event_that_repeats_now_keeps_its_first_date(desk: Desk) -> None:
    desk.take(file(event(TEN, uid="choir", title="Choir")))
    done = desk.take(file(weekly(TEN)))
    assert (done.blocked, done.changed) == (2, 1)
    assert [start for _, start in desk.slots()] == [TEN, at(8, 10), at(15, 10)]


def test_events_of_one_uid_for_all_are_not_taken_for_each_other(desk: Desk) -> None:
    same = [event(at(day, 10), uid="same", title=f"day {day}") for day in (1, 2)]
    desk.take(file(*same))
    done = desk.take(file(event(at(3, 10), uid="same", title="day 3"), same[0]))
    assert (done.blocked, done.known, done.changed) == (1, 1, 0)


def test_each_staff_member_has_blocked_time_of_their_own(desk: Desk) -> None:
    desk.take(file(OLD))
    salon = desk.salon
    with salon.database.write() as tx:
        done = import_calendar(tx, file(event(NOON)), salon.ben, salon.now)
    assert (done.blocked, done.changed) == (1, 0)
    assert [start for _, start in desk.slots()] == [TEN, NOON]


def test_what_was_given_to_somebody_else_here_is_left_to_them(desk: Desk) -> None:
    desk.take(file(OLD))
    desk.change("Dentist", BlockWish(staff=desk.salon.ben.id))
    assert desk.standings(file(event(NOON))) == [EventStanding.EDITED]


@pytest.mark.parametrize("offset", [-29, 125])  # the last Sundays of October and of March
def test_a_moved_event_on_a_clock_change_day_keeps_its_length(desk: Desk, offset: int) -> None:
    desk.take(file(event(at(offset, 1), hours=4)))
    desk.take(file(event(at(offset, 2), hours=4)))
    with desk.salon.database.read() as reader:
        (slot,) = find_blocked(reader, TimeSpan(at(-60, 0), at(300, 0)))
    assert (slot.span.start, slot.span.length) == (at(offset, 2), timedelta(hours=4))
