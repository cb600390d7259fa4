"""Time off is kept, lists what stands in its way, and goes with whoever had it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lcdesk.model.booking.slots import check, slots
from lcdesk.model.commands.people import delete_staff
from lcdesk.model.commands.time_off.absences import (
    appointments_in_the_way,
    close_on,
    remove_time_off,
    save_time_off,
)
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.changes import ChangeSet, Topic
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.people import HoursBlock
from lcdesk.model.domain.time_off import PublicHoliday, TimeOff
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.journal import journal_page
from lcdesk.model.store.queries.situation import situation, situation_of_days
from lcdesk.model.store.time_off import all_time_off
from tests.salon import Salon, at, day
from tests.undoing import redo, undo


def kept(salon: Salon) -> list[TimeOff]:
    with salon.database.read() as reader:
        return list(all_time_off(reader))


def take_off(salon: Salon, *staff: int, first: int = 1, last: int = 1, title: str = "") -> TimeOff:
    with salon.database.write() as tx:
        return save_time_off(tx, TimeOff(0, day(first), day(last), title, staff))


def open_starts(salon: Salon, calendar: Calendar, offset: int) -> list[str]:
    with salon.database.read() as reader:
        asked = situation_of_days(reader, calendar, first=day(offset), days=1, now=salon.now)
    return [f"{slot.span.start:%H:%M}" for slot in slots(asked, day(offset), 1) if slot.open]


def test_nobody_is_booked_while_away(salon: Salon) -> None:
    visit = salon.visit(salon.ana, salon.ben)
    alone = salon.calendar("Alone", CalendarKind.ROUND_ROBIN, salon.ana)
    take_off(salon, salon.ana.id, title="Summer holiday")
    assert open_starts(salon, visit, 1), "Ben is there"
    assert open_starts(salon, alone, 1) == []
    assert open_starts(salon, alone, 2), "the next day is as always"
    span = TimeSpan(at(1, 10), at(1, 10, 30))
    with salon.database.read() as reader:
        asked = situation(reader, alone, asked=span, now=salon.now)
    assert [reason.what for reason in check(asked, span, ()).reasons] == [
        "Ana is away (Summer holiday)"
    ]


def test_a_closed_business_closes_simple_calendars(salon: Salon) -> None:
    hall = salon.calendar("Hall", CalendarKind.SIMPLE)
    take_off(salon)
    assert open_starts(salon, hall, 1) == []
    assert open_starts(salon, hall, 2)


def test_what_is_booked_then_is_listed_and_stays(salon: Salon) -> None:
    visit = salon.visit(salon.ana, salon.ben)
    hall = salon.calendar("Hall", CalendarKind.SIMPLE)
    mine = salon.book(visit, at(1, 10), staff=(salon.ana.id,))
    salon.book(visit, at(1, 10), staff=(salon.ben.id,))
    salon.book(visit, at(2, 10), staff=(salon.ana.id,))
    there = salon.book(hall, at(1, 11))

    def way(value: TimeOff) -> list[int]:
        with salon.database.read() as reader:
            found = appointments_in_the_way(reader, value, now=salon.now)
        return [appointment.id for appointment in found]

    off = TimeOff(0, day(1), day(1), "", (salon.ana.id,))
    assert way(off) == [mine.id]
    assert way(replace(off, part=HoursBlock(10 * 60 + 30, 12 * 60))) == []
    assert way(replace(off, part=HoursBlock(10 * 60 + 29, 12 * 60))) == [mine.id]
    assert len(way(replace(off, staff=()))) == 3
    assert there.id in way(replace(off, staff=()))
    salon.now += timedelta(days=3)
    assert way(off) == [], "it is over"


def test_it_is_undone_and_told_in_activity(salon: Salon) -> None:
    off = take_off(salon, salon.ana.id, title="Course")
    with salon.database.write() as tx:
        save_time_off(tx, replace(off, last=day(3), staff=(salon.ana.id, salon.ben.id)))
    with salon.database.write() as tx:
        remove_time_off(tx, off.id)
    assert kept(salon) == []
    undo(salon)
    assert [(each.last, each.staff) for each in kept(salon)] == [
        (day(3), (salon.ana.id, salon.ben.id))
    ]
    undo(salon)
    assert kept(salon) == [off]
    undo(salon)
    assert kept(salon) == []
    redo(salon)
    assert kept(salon) == [off]
    with salon.database.read() as reader:
        told = [entry.facts["records"] for entry in journal_page(reader, limit=20)]
    assert [["time_off", []]] in told
    assert [["time_off", ["last"]]] in told


def test_the_window_hears_of_other_hours(salon: Salon) -> None:
    heard: list[ChangeSet] = []
    salon.database.listen(heard.append)
    take_off(salon, salon.ana.id)
    assert {Topic.STAFF, Topic.AGENDA} <= heard[0].topics


def test_an_absence_never_closes_the_business_when_its_member_goes(salon: Salon) -> None:
    take_off(salon, salon.ben.id, title="Alone")
    take_off(salon, salon.ana.id, salon.ben.id, title="Both")
    with salon.database.write() as tx:
        delete_staff(tx, salon.ben.id, now=salon.now)
    assert [(each.title, each.staff) for each in kept(salon)] == [("Both", (salon.ana.id,))]
    undo(salon)
    assert len(kept(salon)) == 2


def test_a_holiday_is_closed_once(salon: Salon) -> None:
    days = [PublicHoliday(day(at), day(at), f"Feast {at}") for at in (1, 2, 3)]
    take_off(salon, first=2, last=2)
    with salon.database.write() as tx:
        made = close_on(tx, days)
    assert [each.title for each in made] == ["Feast 1", "Feast 3"]
    undo(salon)
    assert len(kept(salon)) == 1, "all at once is one step"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"last": day(0)}, "must not lie before the first"),
        ({"last": day(2), "part": HoursBlock(0, 60)}, "part of a single day"),
        ({"last": date(2099, 1, 1)}, "at most ten years"),
        ({"first": date(1800, 1, 1)}, "between 1900 and 2199"),
        ({"staff": (99,)}, "does not exist any more"),
        ({"id": 99}, "does not exist any more"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    salon: Salon, wrong: dict[str, object], said: str
) -> None:
    value: TimeOff = replace(TimeOff(0, day(1), day(1)), **wrong)  # type: ignore[arg-type]
    with pytest.raises(LcdeskError, match=said), salon.database.write() as tx:
        save_time_off(tx, value)
