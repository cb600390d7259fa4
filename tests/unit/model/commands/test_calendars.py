"""Calendars, staff members, rooms and contacts: each refusal, cloning, and deletion undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from lcdesk.model.commands.calendars import (
    clone_calendar,
    delete_calendar,
    save_calendar,
    set_active,
    unknown_title_fields,
)
from lcdesk.model.commands.people import (
    delete_contact,
    delete_resource,
    delete_staff,
    save_resource,
    save_staff,
)
from lcdesk.model.commands.undo import undo_step
from lcdesk.model.commands.undo_checks import CannotBeUndone
from lcdesk.model.domain.accounts import Account, Provider
from lcdesk.model.domain.calendars import (
    Calendar,
    CalendarKind,
    Every,
    Priority,
    Repeats,
    Resource,
    WhenTaken,
)
from lcdesk.model.domain.errors import InvalidInput, LcdeskError, NotFound, RefusedByRule
from lcdesk.model.domain.people import Hours, HoursBlock, StaffMember
from lcdesk.model.store.accounts import insert_account
from lcdesk.model.store.appointments import all_appointments
from lcdesk.model.store.calendars import all_calendars, get_calendar, reset_at
from lcdesk.model.store.people import all_resources, all_staff, contacts
from lcdesk.model.workspace import load, save
from tests.desk import BERLIN, NOW, Desk, november
from tests.undoing import last_step, undo

MINUTE = timedelta(minutes=1)
LATER = NOW + timedelta(days=30)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(tmp_path)
    yield opened
    opened.close()


def calendars(desk: Desk) -> dict[str, Calendar]:
    with desk.database.read() as reader:
        return {calendar.name: calendar for calendar in all_calendars(reader)}


def refusal(desk: Desk, value: Calendar) -> str:
    with pytest.raises(LcdeskError) as refused, desk.database.write() as tx:
        save_calendar(tx, value, NOW)
    return refused.value.message


# --- every setting has its sentence ---------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": "  "}, "needs a name"),
        ({"zone": "Europe/Nowhere"}, "“Europe/Nowhere” is not a time zone"),
        ({"colour": "blue"}, "The colour of round_robin"),
        ({"duration": timedelta()}, "The duration of round_robin"),
        ({"interval": timedelta()}, "The interval of round_robin"),
        ({"before": -MINUTE}, "The buffer before of round_robin"),
        ({"after": timedelta(days=2)}, "The buffer after of round_robin"),
        ({"notice": -MINUTE}, "The minimum notice of round_robin"),
        ({"window": timedelta()}, "The booking window of round_robin"),
        ({"window": timedelta(days=40_000)}, "The booking window of round_robin"),
        ({"per_slot": 0}, "Appointments per slot of round_robin"),
        ({"per_day": 0}, "Appointments per day of round_robin"),
        ({"seats": 10_000}, "The seats of round_robin"),
        ({"look_busy": 101}, "Look busy of round_robin"),
        ({"repeats": Repeats(times=25)}, "can recur 2 to 24 times"),
        ({"repeats": Repeats(times=1)}, "can recur 2 to 24 times"),
        ({"phases": (MINUTE,)}, "The phases of round_robin are three lengths"),
        ({"phases": (MINUTE, -MINUTE, MINUTE)}, "cannot be negative"),
        ({"phases": (MINUTE, timedelta(days=1), MINUTE)}, "longer than a day"),
        ({"staff": ()}, "needs at least one staff member"),
        ({"staff": (1, 1)}, "stands twice"),
        ({"staff": (1, 99)}, "Somebody in the team of round_robin does not exist"),
        ({"resources": (99,)}, "A room or equipment of round_robin does not exist"),
    ],
)
def test_each_refusal_names_the_field(desk: Desk, change: dict[str, object], said: str) -> None:
    value = desk.calendar(CalendarKind.ROUND_ROBIN, desk.staff("Ana"))
    assert said in refusal(desk, replace(value, **change))  # type: ignore[arg-type]
    assert calendars(desk)["round_robin"] == value


def test_hours_of_a_calendar_cannot_overlap_or_stand_in_another_age(desk: Desk) -> None:
    value = desk.calendar(CalendarKind.SIMPLE)
    twice = (HoursBlock(540, 720), HoursBlock(700, 800))
    monday = Hours((twice, (), (), (), (), (), ()))
    assert "09:00-12:00" in refusal(desk, replace(value, hours=monday))
    far = Hours(dates={date(9999, 1, 1): ()})
    assert "between 1900 and 2199" in refusal(desk, replace(value, hours=far))


def test_each_kind_has_its_team(desk: Desk) -> None:
    ana, ben = desk.staff("Ana"), desk.staff("Ben")
    one = Calendar(0, "X", CalendarKind.CLASS, (ana.id, ben.id), zone=BERLIN)
    assert "exactly one owner" in refusal(desk, one)
    assert "exactly one owner" in refusal(desk, replace(one, staff=(ana.id,), owner=ben.id))
    assert "needs 2 to 100" in refusal(
        desk, replace(one, kind=CalendarKind.COLLECTIVE, staff=(ana.id,))
    )
    assert "has no staff" in refusal(desk, replace(one, kind=CalendarKind.SIMPLE))
    assert "look busy is not for classes" in refusal(
        desk, replace(one, staff=(ana.id,), look_busy=20)
    )


def test_owner_of_a_collective_hands_it_over_before_leaving(desk: Desk) -> None:
    ana, ben, cleo = desk.staff("Ana"), desk.staff("Ben"), desk.staff("Cleo")
    value = desk.calendar(CalendarKind.COLLECTIVE, ana, ben, cleo)
    without = replace(value, staff=(ben.id, cleo.id))
    assert "Ana owns collective and cannot leave its team" in refusal(desk, without)
    assert "Ana owns collective" in refusal(desk, replace(without, owner=None))
    with desk.database.write() as tx:
        assert save_calendar(tx, replace(without, owner=ben.id), NOW).owner == ben.id


def test_calendar_that_is_gone_is_not_made_anew(desk: Desk) -> None:
    value = desk.calendar(CalendarKind.SIMPLE)
    assert "does not exist any more" in refusal(desk, replace(value, id=99, name="Other"))


def test_title_fields_that_nothing_fills_are_told() -> None:
    assert unknown_title_fields("{{contact.name}} {{contact.age}}") == ["{{contact.age}}"]


# --- kept, cloned, switched off -------------------------------------------------------------


def full(desk: Desk) -> Calendar:
    ana, ben = desk.staff("Ana"), desk.staff("Ben")
    return desk.calendar(
        CalendarKind.ROUND_ROBIN,
        ana,
        ben,
        group="Talks",
        description="First talk.",
        look_busy=30,
        locations={ana.id: "Room 1"},
        priority={ben.id: Priority.LOW},
        repeats=Repeats(Every.DAY, 5, WhenTaken.NEXT),
    )


def test_every_setting_is_kept(desk: Desk) -> None:
    value = full(desk)
    assert calendars(desk)["round_robin"] == value
    assert value.location_with([value.staff[0]]) == "Room 1"
    assert replace(value, location="Here").location_with([value.staff[1]]) == "Here"


def test_what_belongs_to_a_member_goes_with_the_member(desk: Desk) -> None:
    value = full(desk)
    with desk.database.write() as tx:
        after = save_calendar(tx, replace(value, staff=value.staff[1:]), NOW)
    assert (after.locations, after.priority) == ({}, value.priority)


def test_clone_has_a_name_of_its_own(desk: Desk) -> None:
    value = full(desk)
    with desk.database.write() as tx:
        first = clone_calendar(tx, value.id, now=NOW)
        second = clone_calendar(tx, value.id, now=NOW)
    assert (first.name, second.name) == ("round_robin (copy)", "round_robin (copy 2)")
    assert replace(first, id=value.id, name=value.name) == value


def test_deactivated_calendar_keeps_what_is_booked(desk: Desk) -> None:
    value = full(desk)
    booked = desk.book(value, november(24, 10))
    with desk.database.write() as tx:
        assert not set_active(tx, value.id, False).active
    with desk.database.read() as reader:
        assert [appointment.id for appointment in all_appointments(reader)] == [booked.id]


# --- deletion, and back ---------------------------------------------------------------------


def test_calendar_that_is_booked_ahead_stays(desk: Desk) -> None:
    value = full(desk)
    desk.book(value, november(24, 10))
    with pytest.raises(RefusedByRule) as refused, desk.database.write() as tx:
        delete_calendar(tx, value.id, now=NOW)
    assert "has 1 upcoming appointment. Cancel them first, or deactivate" in refused.value.message


def test_deleted_calendar_comes_back_with_its_history(desk: Desk) -> None:
    value = full(desk)
    desk.book(value, november(24, 10))
    with desk.database.read() as reader:
        before = save(reader), all_appointments(reader)
    with desk.database.write() as tx:
        delete_calendar(tx, value.id, now=LATER)
    assert calendars(desk) == {}
    undo(desk)
    with desk.database.read() as reader:
        assert (save(reader), all_appointments(reader)) == before
        assert get_calendar(reader, value.id) == value


def test_name_taken_meanwhile_stops_the_way_back(desk: Desk) -> None:
    value = desk.calendar(CalendarKind.SIMPLE)
    with desk.database.write() as tx:
        delete_calendar(tx, value.id, now=NOW)
    step = last_step(desk)
    desk.calendar(CalendarKind.SIMPLE)
    with pytest.raises(CannotBeUndone, match="called simple again"), desk.database.write() as tx:
        undo_step(tx, step, now=NOW)


def staff_refusal(desk: Desk, who: StaffMember) -> str:
    with pytest.raises(RefusedByRule) as refused, desk.database.write() as tx:
        delete_staff(tx, who.id, now=NOW)
    return refused.value.message


def test_staff_member_whom_somebody_needs_stays(desk: Desk) -> None:
    ana, ben, cleo = desk.staff("Ana"), desk.staff("Ben"), desk.staff("Cleo")
    desk.calendar(CalendarKind.COLLECTIVE, ana, ben)
    desk.calendar(CalendarKind.SERVICE, cleo)
    assert staff_refusal(desk, ana) == "Ana owns collective. Choose another owner first."
    assert "Without Ben, collective would have one staff member left" in staff_refusal(desk, ben)
    assert "Cleo is the only staff member of service" in staff_refusal(desk, cleo)


def test_staff_member_who_is_booked_or_connected_stays(desk: Desk) -> None:
    ana, ben, cleo = desk.staff("Ana"), desk.staff("Ben"), desk.staff("Cleo")
    value = desk.calendar(CalendarKind.ROUND_ROBIN, ana, ben, cleo)
    desk.book(value, november(24, 10), staff=(ben.id,))
    assert "Ben has 1 upcoming appointment" in staff_refusal(desk, ben)
    with desk.database.write() as tx:
        insert_account(tx, Account(0, Provider.ICLOUD, "cleo@icloud.com", cleo.id))
    assert "Cleo is connected to cleo@icloud.com" in staff_refusal(desk, cleo)


def test_deleted_staff_member_comes_back_into_the_team(desk: Desk) -> None:
    value = full(desk)
    desk.book(value, november(24, 10), staff=(value.staff[0],))
    with desk.database.read() as reader:
        before = all_staff(reader), all_calendars(reader), all_appointments(reader)
    with desk.database.write() as tx:
        delete_staff(tx, value.staff[0], now=LATER)
        assert reset_at(tx, value.id) == LATER
    with desk.database.read() as reader:
        assert [appointment.staff for appointment in all_appointments(reader)] == [()]
        written = save(reader)
    step = last_step(desk)
    with desk.database.write() as tx:
        load(tx, written, now=LATER)
    with desk.database.write() as tx:
        undo_step(tx, step, now=LATER)
        assert reset_at(tx, value.id) is None
    with desk.database.read() as reader:
        assert (all_staff(reader), all_calendars(reader), all_appointments(reader)) == before


def test_room_that_is_needed_stays_and_one_that_is_not_comes_back(desk: Desk) -> None:
    with desk.database.write() as tx:
        room = save_resource(tx, Resource(0, " Room 1 "))
        with pytest.raises(InvalidInput, match="called Room 1 already"):
            save_resource(tx, Resource(0, "Room 1"))
    value = desk.calendar(CalendarKind.SERVICE, desk.staff("Ana"), resources=(room.id,))
    with pytest.raises(RefusedByRule, match="needed by service"), desk.database.write() as tx:
        delete_resource(tx, room.id)
    with desk.database.write() as tx:
        save_calendar(tx, replace(value, resources=()), NOW)
    with desk.database.write() as tx:
        delete_resource(tx, room.id)
        assert all_resources(tx) == ()
    undo(desk)
    with desk.database.read() as tx:
        assert all_resources(tx) == (replace(room, name="Room 1"),)


def test_contact_who_is_booked_stays_and_the_history_outlives_one(desk: Desk) -> None:
    value = desk.calendar(CalendarKind.CLASS, desk.staff("Ana"))
    cleo = desk.book(value, november(24, 10)).contacts[0]
    said = "Cleo Park has 1 upcoming"
    with pytest.raises(RefusedByRule, match=said), desk.database.write() as tx:
        delete_contact(tx, cleo, now=NOW)
    with desk.database.write() as tx:
        delete_contact(tx, cleo, now=LATER)
        assert [appointment.contacts for appointment in all_appointments(tx)] == [()]
    undo(desk)
    with desk.database.read() as tx:
        assert [appointment.contacts for appointment in all_appointments(tx)] == [(cleo,)]
        assert list(contacts(tx)) == [cleo]


def test_what_is_gone_cannot_be_deleted(desk: Desk) -> None:
    with desk.database.write() as tx:
        for delete in (delete_calendar, delete_staff, delete_contact):
            with pytest.raises(NotFound):
                delete(tx, 99, now=NOW)
        with pytest.raises(NotFound):
            delete_resource(tx, 99)


def test_staff_names_are_tidied_and_told_apart(desk: Desk) -> None:
    desk.staff("Ana")
    with desk.database.write() as tx:
        with pytest.raises(InvalidInput, match="called Ana already"):
            save_staff(tx, StaffMember(0, "Ana ", zone=BERLIN))
        with pytest.raises(InvalidInput, match="needs a name"):
            save_staff(tx, StaffMember(0, " ", zone=BERLIN))
