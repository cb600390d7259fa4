"""A cancellation that is withdrawn before it was sent: the event is asked for again at once."""

from __future__ import annotations

from lcdesk.model.commands.appointments import cancel, set_status
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.remote import ObjectState, RemoteObject
from lcdesk.model.store.remote import objects
from tests.desk import november
from tests.engine.conftest import Connected


def test_an_unreadable_event_of_ours_was_not_read_again_until_the_daily_listing(
    connected: Connected,
) -> None:
    desk = connected.desk
    made = desk.book(connected.consultation, november(24, 10))
    desk.sync()
    text = connected.server.get(desk.href(made)) or ""
    connected.server.put(
        desk.href(made), text.replace("DTSTART;TZID=Europe/Berlin", "DTSTART;TZID=Mars/Olympus")
    )
    desk.sync()

    def stored() -> RemoteObject:
        with desk.database.read() as reader:
            (one,) = objects.objects_of_session(reader, made.session)
        return one

    assert stored().state is ObjectState.QUARANTINED
    with desk.database.write() as tx:
        cancel(tx, made.id, now=desk.now)
    with desk.database.write() as tx:
        set_status(tx, made.id, Status.CONFIRMED, now=desk.now)
    assert stored().etag is None
    assert desk.sync().ok
    assert stored().etag is not None
    assert stored().state is ObjectState.QUARANTINED
