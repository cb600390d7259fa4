"""A hotel's sign-in page that is answered, with 200, to whatever is sent."""

from __future__ import annotations

import pytest

from lcdesk.model.commands.appointments import cancel, move
from lcdesk.model.domain.events import Appointment, SyncState
from tests.desk import november
from tests.engine.practice import Practice
from tests.fakes.faults import Fault
from tests.fakes.loopback import Reply

PAGE = Reply(200, b"<html>Sign in to the hotel</html>", {"Content-Type": "text/html"})


def change(practice: Practice, appointment: Appointment, how: str) -> None:
    with practice.desk.database.write() as tx:
        if how == "move":
            move(tx, appointment.id, start=november(26, 9), now=practice.desk.now)
        else:
            cancel(tx, appointment.id, now=practice.desk.now)


def test_a_booking_that_a_sign_in_page_swallowed_is_sent_again(practice: Practice) -> None:
    appointment = practice.desk.book(practice.calendar, november(24, 10))
    practice.icloud.faults.add(Fault("PUT", instead=PAGE))
    assert not practice.desk.sync().ok
    assert practice.entry(appointment).sync is not SyncState.SYNCED
    practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.SYNCED
    assert len(practice.icloud.home.collections[practice.icloud.work].objects) == 1


@pytest.mark.parametrize(("how", "method"), [("move", "PUT"), ("cancel", "DELETE")])
def test_a_change_that_a_sign_in_page_swallowed_is_sent_again(
    practice: Practice, how: str, method: str
) -> None:
    appointment = practice.book()
    change(practice, appointment, how)
    practice.icloud.faults.add(Fault(method, instead=PAGE))
    assert not practice.desk.sync().ok
    assert practice.desk.waiting() == 1
    practice.good_pass()
    assert practice.desk.waiting() == 0
    if how == "move":
        assert "20261126T09" in practice.text_of(appointment)
    else:
        assert not practice.icloud.home.collections[practice.icloud.work].objects


def test_a_pass_behind_a_sign_in_page_changes_nothing(practice: Practice) -> None:
    appointment = practice.book()
    change(practice, appointment, "move")
    practice.icloud.faults.add(Fault(times=999, instead=PAGE))
    for _ in range(3):
        assert not practice.desk.sync().ok
    practice.icloud.faults.clear()
    practice.good_pass()
    assert "20261126T09" in practice.text_of(appointment)
    assert practice.entry(appointment).span.start == november(26, 9)
