"""Nothing is ever written to a conflict calendar, whatever the server says lies where."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lcdesk.model.commands.appointments import cancel, move
from lcdesk.model.domain.events import SyncState
from lcdesk.model.store.remote import objects
from tests.desk import november
from tests.engine.practice import Practice
from tests.fakes.faults import Fault
from tests.fakes.loopback import Reply


def test_an_event_of_a_conflict_calendar_is_not_read_as_one_of_the_primary(
    practice: Practice,
) -> None:
    path = practice.put("h1")
    practice.good_pass()
    answer = Reply.multistatus(
        f'<response><href>{path}</href><propstat><prop><getetag>"9"</getetag></prop>'
        "<status>HTTP/1.1 200 OK</status></propstat></response><sync-token>t</sync-token>"
    )
    practice.icloud.faults.add(
        Fault("REPORT", practice.icloud.work, b"sync-collection", instead=answer)
    )
    practice.good_pass()
    assert practice.titles() == ["Dentist"]


@pytest.mark.parametrize("how", ["move", "cancel"])
def test_what_was_once_kept_for_another_calendar_is_not_written(
    practice: Practice, how: str
) -> None:
    appointment = practice.book()
    family = practice.put("h1")
    before = practice.icloud.home.find(family)
    with practice.desk.database.write() as tx:
        (own,) = objects.objects_of_session(tx, appointment.session)
        assert before is not None
        objects.update_object(tx, replace(own, href=family, etag=before.etag))
        if how == "move":
            move(tx, appointment.id, start=november(25, 10), now=practice.desk.now)
        else:
            cancel(tx, appointment.id, now=practice.desk.now)
    practice.desk.sync()
    assert practice.icloud.home.find(family) == before
    assert all("/family/" not in heard.seen.path for heard in practice.icloud.log.asked("PUT"))
    assert practice.icloud.log.asked("DELETE") == []
    if how == "move":
        assert practice.entry(appointment).sync is SyncState.FAILED


def test_a_change_that_is_led_into_a_conflict_calendar_waits(practice: Practice) -> None:
    appointment = practice.book()
    family = practice.put("h1")
    before = practice.icloud.home.find(family)
    practice.icloud.faults.add(
        Fault("PUT", practice.icloud.work, instead=Reply(307, b"", {"Location": family}))
    )
    with practice.desk.database.write() as tx:
        move(tx, appointment.id, start=november(25, 10), now=practice.desk.now)
    report = practice.desk.sync()
    assert report.error is not None
    assert report.error.code == "CALENDAR_MISSING"
    assert practice.icloud.home.find(family) == before
    practice.good_pass()
    assert practice.entry(appointment).sync is SyncState.SYNCED


def test_what_was_once_drawn_from_another_calendar_is_let_go(practice: Practice) -> None:
    practice.put("one", 25, calendar=practice.icloud.work)
    practice.put("two", 26, calendar=practice.icloud.work)
    family = practice.put("h1")
    practice.good_pass()
    linked = practice.calendars()[practice.icloud.work]
    with practice.desk.database.write() as tx:
        one = objects.find_object(tx, linked.id, f"{practice.icloud.work}one.ics")
        assert one is not None
        objects.update_object(tx, replace(one, path=family, href=family))
    assert practice.desk.sync(full=True).pulled.removed == 1
    assert practice.desk.sync(full=True).pulled.removed == 0
