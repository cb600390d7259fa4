"""Another program that changes an event each time lcdesk does (docs/rules/sync.md, "Clashes")."""

from __future__ import annotations

from datetime import timedelta

import pytest

from lcdesk.model.commands.appointments import cancel, edit
from lcdesk.model.commands.attention import Kind, list_waiting
from lcdesk.model.commands.decisions import retry
from lcdesk.model.domain.events import Appointment, SyncState
from lcdesk.model.store.remote import objects
from tests.desk import november
from tests.engine.practice import Practice
from tests.fakes.faults import Fault
from tests.fakes.loopback import Reply

METHODS = {"edit": "PUT", "cancel": "DELETE"}


def begin_war(practice: Practice, appointment: Appointment) -> None:
    """The event has another version whenever lcdesk has just looked; its requests count anew."""
    path = practice.desk.href(appointment)

    def touch(_seen: object) -> None:
        practice.icloud.home.touch(path)

    practice.icloud.home.touch(path)
    practice.icloud.faults.add(Fault("GET", path, times=999, then=touch))
    practice.icloud.log.heard.clear()


def change(practice: Practice, appointment: Appointment, how: str) -> None:
    with practice.desk.database.write() as tx:
        if how == "edit":
            edit(tx, appointment.id, location="Room 1", now=practice.desk.now)
        else:
            cancel(tx, appointment.id, now=practice.desk.now)


def pass_by(practice: Practice, *minutes: int) -> None:
    """A pass after each of these pauses."""
    for pause in minutes:
        practice.desk.now += timedelta(minutes=pause)
        practice.desk.sync()


@pytest.mark.parametrize("how", METHODS)
def test_after_three_rounds_within_an_hour_a_person_is_asked(practice: Practice, how: str) -> None:
    appointment = practice.book()
    begin_war(practice, appointment)
    change(practice, appointment, how)
    other = practice.desk.book(practice.calendar, november(25, 10))
    pass_by(practice, 0, 2, 2, 2)
    path = practice.desk.href(appointment)
    tries = [heard for heard in practice.icloud.log.asked(METHODS[how]) if heard.path == path]
    assert len(tries) == 1 + 3, "once, and three rounds"
    assert practice.entry(other).sync is SyncState.SYNCED
    with practice.desk.database.read() as reader:
        (matter,) = list_waiting(reader, practice.desk.now)
    assert matter.kind is Kind.REFUSED
    assert "Another program" in matter.message
    assert practice.icloud.home.find(path) is not None


@pytest.mark.parametrize("how", METHODS)
def test_an_hour_later_the_rounds_count_anew(practice: Practice, how: str) -> None:
    appointment = practice.book()
    begin_war(practice, appointment)
    change(practice, appointment, how)
    pass_by(practice, 0)
    practice.icloud.faults.clear()
    pass_by(practice, 61)
    assert practice.desk.waiting() == 0
    with practice.desk.database.read() as reader:
        assert list_waiting(reader, practice.desk.now) == ()


@pytest.mark.parametrize("how", METHODS)
def test_a_person_who_tries_again_gets_three_more_rounds_at_once(
    practice: Practice, how: str
) -> None:
    appointment = practice.book()
    begin_war(practice, appointment)
    change(practice, appointment, how)
    pass_by(practice, 0, 2)
    practice.icloud.faults.clear()
    with practice.desk.database.write() as tx:
        (own,) = objects.objects_of_session(tx, appointment.session)
        retry(tx, own.id, now=practice.desk.now)
    practice.good_pass()
    assert practice.desk.waiting() == 0, "nobody is at war any more"


def test_to_look_up_a_version_that_is_not_known_is_no_round(practice: Practice) -> None:
    practice.icloud.quirks.gives_etag = False
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    practice.icloud.faults.add(Fault("REPORT", times=999, instead=Reply(500)))
    practice.desk.sync()
    for number in range(6):
        with practice.desk.database.write() as tx:
            edit(tx, appointment.id, notes=f"No. {number}", now=practice.desk.now)
        practice.desk.sync()
    assert len(practice.icloud.log.asked("PUT")) == 1 + 6
    assert "No. 5" in practice.text_of(appointment)


def test_an_edit_made_while_the_version_is_looked_up_is_sent(practice: Practice) -> None:
    practice.icloud.quirks.gives_etag = False
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    path = practice.desk.href(appointment)
    first = Fault("PUT", path, then=lambda _: change(practice, appointment, "edit"))

    def edit_again(_seen: object) -> None:
        with practice.desk.database.write() as tx:
            edit(tx, appointment.id, notes="While it was asked", now=practice.desk.now)

    practice.icloud.faults.add(first)
    practice.icloud.faults.add(Fault("GET", path, then=edit_again))
    practice.good_pass()
    practice.good_pass()
    text = practice.text_of(appointment)
    assert "Room 1" in text
    assert "While it was asked" in text
