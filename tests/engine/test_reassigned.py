"""Taken to another calendar here while the old event was changed in iCloud: nothing wins silently.

Row 2 of the policy (the event goes to the other member's calendar), row 5 (iCloud's change is
taken over), and what both sides changed: property by property against the last common text.
"""

from __future__ import annotations

import pytest

from lcdesk.model.commands.appointments import edit, move
from lcdesk.model.commands.attention import Choice, Kind
from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.errors import RefusedByRule
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.store.appointments import get_appointment
from lcdesk.model.store.people import all_staff
from tests.desk import november
from tests.engine.practice import Practice
from tests.engine.test_cancelled_here import MOVED, ana, choose, deletions, edit_there, only_matter


def kept(practice: Practice, appointment: Appointment) -> Appointment:
    with practice.desk.database.read() as reader:
        found = get_appointment(reader, appointment.id)
    assert found is not None
    return found


def members(practice: Practice) -> tuple[StaffMember, ...]:
    with practice.desk.database.read() as reader:
        return all_staff(reader)


def in_icloud(practice: Practice, calendar: str = "") -> list[str]:
    collection = practice.icloud.home.collections[calendar or practice.icloud.work]
    return [stored.text for stored in collection.objects.values()]


def anas(practice: Practice) -> Appointment:
    """Ana's appointment at ten, in iCloud; Ben could take it and has no account."""
    me, ben = ana(practice), practice.desk.staff("Ben")
    practice.calendar = practice.desk.calendar(CalendarKind.ROUND_ROBIN, me, ben, name="Both")
    with practice.desk.database.write() as tx:
        block(tx, start=november(24, 9), end=november(24, 12), staff=ben.id)
    appointment = practice.book()
    assert appointment.staff == (me.id,)
    return appointment


def give_to_ben(practice: Practice, appointment: Appointment) -> None:
    """Moved to ten on the 26th, when Ana has no time."""
    (me,) = appointment.staff
    with practice.desk.database.write() as tx:
        block(tx, start=november(26, 0), end=november(27, 0), staff=me)
        move(tx, appointment.id, start=november(26, 10), now=practice.desk.now)
    assert kept(practice, appointment).staff != appointment.staff


def clashed(practice: Practice) -> Appointment:
    """To Ben on the 26th here, to two o'clock on the 24th in iCloud."""
    appointment = anas(practice)
    give_to_ben(practice, appointment)
    edit_there(practice, appointment, *MOVED)
    assert practice.good_pass().pushed.conflicts == 1
    return appointment


def test_two_new_times_wait_for_a_person_and_both_are_held(practice: Practice) -> None:
    appointment = clashed(practice)
    matter = only_matter(practice.desk)
    assert (matter.kind, matter.subject) == (Kind.CONFLICT, f"a{appointment.id}")
    assert matter.clash is not None
    assert matter.clash.theirs is not None
    assert matter.clash.properties == ("times",)
    times = matter.clash.mine.span.start, matter.clash.theirs.span.start
    assert times == (november(26, 10), november(24, 14))
    assert kept(practice, appointment).span.start == november(26, 10)
    assert deletions(practice) == 0
    (me,) = [member for member in members(practice) if member.id in appointment.staff]
    only_anas = practice.desk.calendar(CalendarKind.SERVICE, me)
    with pytest.raises(RefusedByRule):
        practice.desk.book(only_anas, november(24, 14))


@pytest.mark.parametrize(
    ("choice", "start"),
    [(Choice.KEEP_MINE, november(26, 10)), (Choice.KEEP_ICLOUD, november(24, 14))],
)
def test_either_time_can_be_chosen_and_the_old_event_goes(
    practice: Practice, choice: Choice, start: object
) -> None:
    appointment = clashed(practice)
    choose(practice.desk, choice)
    practice.good_pass()
    after = kept(practice, appointment)
    assert after.span.start == start
    assert after.staff != appointment.staff
    assert in_icloud(practice) == []
    assert practice.desk.waiting() == 0


def test_different_properties_are_both_kept(practice: Practice) -> None:
    appointment = anas(practice)
    give_to_ben(practice, appointment)
    edit_there(practice, appointment, ("SUMMARY:Cleo Park", "SUMMARY:Theirs"))
    assert practice.good_pass().pushed.conflicts == 0
    after = kept(practice, appointment)
    assert (after.title, after.span.start) == ("Theirs", november(26, 10))
    assert in_icloud(practice) == []


def test_the_same_time_on_both_sides_is_no_clash(practice: Practice) -> None:
    appointment = anas(practice)
    give_to_ben(practice, appointment)
    edit_there(practice, appointment, ("20261124T10", "20261126T10"))
    assert practice.good_pass().pushed.conflicts == 0
    assert kept(practice, appointment).span.start == november(26, 10)
    assert in_icloud(practice) == []


def test_a_new_primary_calendar_decides_nothing_either(practice: Practice) -> None:
    appointment = practice.book()
    path = practice.desk.href(appointment)
    studio = practice.icloud.home.add("studio", "Studio")
    practice.desk.rediscover(practice.account())
    found = practice.icloud.home.find(path)
    assert found is not None
    practice.icloud.home.put(path, found.text.replace("SUMMARY:Cleo Park", "SUMMARY:Theirs"))
    with practice.desk.database.write() as tx:
        edit(tx, appointment.id, title="Ours", now=practice.desk.now)
    practice.desk.give_role(studio, Role.PRIMARY)
    assert practice.good_pass().pushed.conflicts == 1
    assert kept(practice, appointment).title == "Ours"
    assert "SUMMARY:Theirs" in in_icloud(practice)[0]
    choose(practice.desk, Choice.KEEP_ICLOUD)
    practice.good_pass()
    (text,) = in_icloud(practice, studio)
    assert "SUMMARY:Theirs" in text
    assert in_icloud(practice) == []
