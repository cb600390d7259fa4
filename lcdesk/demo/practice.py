"""Puts practice together: server, accounts, business; and takes it down again."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from lcdesk.demo.business import add_appointments, add_calendars, add_staff, block_lunch
from lcdesk.demo.events import ANA, BEN, home_zone, write_collections
from lcdesk.demo.server import practice_server
from lcdesk.model.commands.accounts import add_account, set_role
from lcdesk.model.domain.accounts import Provider, Role
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.zones import local_day, zone
from lcdesk.model.store.accounts import all_accounts, linked_calendars
from lcdesk.model.store.database import Database
from lcdesk.paths import Paths
from lcdesk.sync.dav import open_remote
from lcdesk.sync.engine import record
from lcdesk.sync.secrets import SessionStore, secret_key

PASSWORD = "practice-only"  # of a server that only this computer can reach
_ROLES = {"work": Role.PRIMARY, "family": Role.CONFLICT, "holidays": Role.CONFLICT}


@dataclass(frozen=True, slots=True)
class Practice:
    """A workspace ready to be opened, with the passwords of its accounts."""

    paths: Paths
    secrets: SessionStore


@contextmanager
def practice(folder: Path | None, now: datetime) -> Iterator[Practice]:
    """A fresh practice workspace in `folder`, or in a folder that is removed afterwards.

    A workspace that is there already goes on as it was left. Raises PracticeUnavailable.
    """
    if folder is not None:
        with _practice_in(folder, now) as made:
            yield made
        return
    with (
        tempfile.TemporaryDirectory(prefix="lcdesk-practice-") as temporary,
        _practice_in(Path(temporary), now) as made,
    ):
        yield made


@contextmanager
def _practice_in(folder: Path, now: datetime) -> Iterator[Practice]:
    paths = Paths(folder)
    paths.prepare()
    is_new = not paths.database.exists()
    today = local_day(now, zone(home_zone()))
    people = {"ana@practice.example": ANA, "ben@practice.example": BEN}
    if is_new:
        for user, events in people.items():
            write_collections(folder / "collections", user, events, today)
    with practice_server(folder, dict.fromkeys(people, PASSWORD)) as address:
        database = Database.open(paths.database, clock=lambda: now)
        try:
            secrets = SessionStore()
            if is_new:
                _furnish(database, address, today, now)
            with database.read() as reader:
                accounts = all_accounts(reader)
            for account in accounts:
                secrets.set(secret_key(account.provider, account.email, account.id), PASSWORD)
        finally:
            database.close()
        yield Practice(paths, secrets)


def _furnish(database: Database, address: str, today: date, now: datetime) -> None:
    """Nobody did any of it, so there is nothing to undo yet."""
    with database.write() as tx:
        tx.leave_out_of_undo()
        ana, ben = add_staff(tx)
    for member in (ana, ben):
        _link(database, member, address, now)
    with database.write() as tx:
        tx.leave_out_of_undo()
        calendars = add_calendars(tx, ana, ben, now)
        add_appointments(tx, calendars, today, now)
        block_lunch(tx, ben, today)


def _link(database: Database, member: StaffMember, address: str, now: datetime) -> None:
    """Connect a member as the settings dialog would, and choose the roles."""
    with database.write() as tx:
        account = add_account(
            tx, provider=Provider.CALDAV, email=member.email, staff=member.id, server=address
        )
    remote = open_remote(account.provider, account.server, account.email, PASSWORD)
    try:
        record(database, account, remote.discover(), now)
    finally:
        remote.close()
    with database.write() as tx:
        tx.leave_out_of_undo()
        for linked in linked_calendars(tx, account_id=account.id):
            name = linked.path.rstrip("/").rpartition("/")[2]
            set_role(tx, linked.id, _ROLES[name], now=now)
