"""Changes that a server refused for good: sent again, or dropped."""

from __future__ import annotations

import pytest

from lcdesk.model.commands.appointments import cancel, move
from lcdesk.model.commands.decisions import discard, retry
from lcdesk.model.domain.errors import NotFound
from lcdesk.model.domain.events import Appointment, Origin, SyncState
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.remote import objects
from lcdesk.sync.errors import RefusedObject
from tests.desk import november
from tests.engine.test_bad_input import Faulty, faulty

__all__ = ["faulty"]

NO = RefusedObject("iCloud does not take this event as it is.")


def booked(faulty: Faulty) -> tuple[Appointment, int]:
    with faulty.desk.database.read() as reader:
        (consultation,) = all_calendars(reader)
    made = faulty.desk.book(consultation, november(24, 10))
    with faulty.desk.database.read() as reader:
        (own,) = objects.objects_of_session(reader, made.session)
    return made, own.id


def drop(faulty: Faulty, number: int) -> None:
    with faulty.desk.database.write() as tx:
        discard(tx, number, now=faulty.desk.now)


def test_a_refused_booking_that_is_dropped_stays_here_only(faulty: Faulty) -> None:
    made, number = booked(faulty)
    faulty.remote.failing["create"] = NO
    faulty.sync()
    assert faulty.desk.entry(f"a{made.id}").sync is SyncState.FAILED
    drop(faulty, number)
    del faulty.remote.failing["create"]
    assert faulty.sync().ok
    assert faulty.desk.entry(f"a{made.id}").sync is SyncState.LOCAL
    assert faulty.remote.writes == []
    with faulty.desk.database.write() as tx:
        move(tx, made.id, start=november(25, 10), now=faulty.desk.now)
    assert faulty.desk.waiting() == 0, "an edit does not send it again"


def test_a_refused_move_that_is_dropped_becomes_what_icloud_says(faulty: Faulty) -> None:
    made, number = booked(faulty)
    faulty.sync()
    with faulty.desk.database.write() as tx:
        move(tx, made.id, start=november(25, 10), now=faulty.desk.now)
    faulty.remote.failing["update"] = NO
    faulty.sync()
    drop(faulty, number)
    entry = faulty.desk.entry(f"a{made.id}")
    assert (entry.span.start, entry.sync) == (november(24, 10), SyncState.SYNCED)
    faulty.sync()
    assert faulty.desk.waiting() == 0


def test_a_refused_deletion_that_is_dropped_leaves_an_event_like_any_other(faulty: Faulty) -> None:
    made, number = booked(faulty)
    faulty.sync()
    with faulty.desk.database.write() as tx:
        cancel(tx, made.id, now=faulty.desk.now)
    faulty.remote.failing["delete"] = NO
    faulty.sync()
    drop(faulty, number)
    faulty.sync()
    (shown,) = [entry for entry in faulty.desk.agenda() if entry.origin is Origin.ICLOUD]
    assert (shown.id, shown.title) == (f"e{number}", "Cleo Park")


def test_a_refused_change_is_sent_again(faulty: Faulty) -> None:
    made, number = booked(faulty)
    faulty.remote.failing["create"] = NO
    faulty.sync()
    del faulty.remote.failing["create"]
    with faulty.desk.database.write() as tx:
        retry(tx, number, now=faulty.desk.now)
    faulty.sync()
    assert faulty.desk.entry(f"a{made.id}").sync is SyncState.SYNCED
    with pytest.raises(NotFound):
        drop(faulty, number)
