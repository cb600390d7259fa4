"""A store full of mirrored events, as a first sync would leave it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bench.events import event_text
from lcdesk.model.commands.accounts import add_account, record_discovery, set_role
from lcdesk.model.commands.people import save_staff
from lcdesk.model.domain.accounts import LinkedCalendar, Provider, Role
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.replication.inbound import Arrived, mirror, read_events
from lcdesk.model.store.accounts import linked_calendars
from lcdesk.model.store.database import Database
from lcdesk.model.store.remote.index import Indexer, horizon

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def full_store(file: Path, events: int) -> Database:
    """An open store with one staff member and `events` events in a conflict calendar."""
    database = Database.open(file)
    with database.write() as tx:
        ana = save_staff(tx, StaffMember(0, "Ana", zone="Europe/Berlin"))
        account = add_account(
            tx, provider=Provider.CALDAV, email="ana", staff=ana.id, server="https://x.example/"
        )
        found = LinkedCalendar(0, account.id, ana.id, "/a/", "/a/", "Family", writable=True)
        record_discovery(tx, account.id, home="https://x.example/", found=[found], now=NOW)
        (linked,) = linked_calendars(tx)
        set_role(tx, linked.id, Role.CONFLICT, now=NOW)
        (linked,) = linked_calendars(tx)
    for first in range(0, events, 500):
        with database.write(ChangeOrigin.SYNC) as tx:
            page = [_arrived(number) for number in range(first, min(first + 500, events))]
            mirror(
                tx,
                linked,
                read_events(Indexer(tx, linked), linked, page, span=horizon(NOW)),
                now=NOW,
            )
    return database


def _arrived(number: int) -> Arrived:
    uid, text = event_text(number)
    return Arrived(f"/a/{uid}.ics", f"/a/{uid}.ics", f'"{number}"', text)
