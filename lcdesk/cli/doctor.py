"""`lcdesk doctor`: what a helper asks first when something does not work. Shows no secrets."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from lcdesk import __version__
from lcdesk.cli import failures
from lcdesk.cli.output import Answer, show_progress, table
from lcdesk.cli.passes import hear_interrupts
from lcdesk.cli.wording.values import value_word
from lcdesk.model.domain.accounts import Account
from lcdesk.model.domain.errors import LcdeskError, StoreError
from lcdesk.model.domain.message import Message, headed, joined
from lcdesk.model.domain.zones import utc_now, zone
from lcdesk.model.exposures import describe
from lcdesk.model.store.accounts import all_accounts
from lcdesk.model.store.database import Database
from lcdesk.paths import Access, Exposure, Paths
from lcdesk.sync.connect import Connector
from lcdesk.sync.errors import SecretStoreError
from lcdesk.sync.secrets import open_store

_PACKAGES = ("PySide6-Essentials", "SQLAlchemy", "caldav", "icalendar", "keyring", "tzdata")
_EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)  # this program is not older


class Health(StrEnum):
    """How a check came out."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    health: Health
    detail: str


def examine(paths: Paths, exposures: Sequence[Exposure]) -> Answer:
    """Look at everything, whatever is broken; `exposures` is what others had access to."""
    checks = [_versions(), _clock(), _data_folder(paths, exposures)]
    try:
        database = Database.open(paths.database)
    except StoreError as error:
        checks += [Check("data file", Health.FAILED, headed(str(paths.database), error.message))]
        checks += [_keyring()]
        return _answer(checks, failures.STORE_UNUSABLE)
    try:
        checks += [_data_file(database, paths), _keyring()]
        checks += _servers(database)
    except StoreError as error:
        checks += [Check("data file", Health.FAILED, headed(str(paths.database), error.message))]
        return _answer(checks, failures.STORE_UNUSABLE)
    finally:
        database.close()
    broken = any(check.health is Health.FAILED for check in checks)
    return _answer(checks, failures.SOME_FAILED if broken else failures.DONE)


def _answer(checks: list[Check], status: int) -> Answer:
    document: dict[str, Any] = {
        "ok": status == failures.DONE,
        "version": __version__,
        "checks": [
            {"name": check.name, "state": check.health.value, "detail": check.detail}
            for check in checks
        ],
    }
    rows = [[value_word(check.name), value_word(check.health), check.detail] for check in checks]
    headings = [Message("CHECK"), Message("STATE"), Message("DETAIL")]
    return Answer(document, table(headings, rows), status)


def _versions() -> Check:
    parts = [
        f"lcdesk {__version__}",
        f"Python {platform.python_version()}",
        f"SQLite {sqlite3.sqlite_version}",
        *(f"{name} {_version(name)}" for name in _PACKAGES),
        platform.platform(),
    ]
    return Check("versions", Health.OK, ", ".join(parts))


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "(unknown)"


def _clock() -> Check:
    """Far-off clocks make new events look old, and TLS certificates invalid."""
    now = utc_now()
    told = f"{now.astimezone().isoformat(timespec='seconds')}, {now.isoformat(timespec='seconds')}"
    try:
        zone("Europe/Berlin")
    except LcdeskError as error:
        return Check(
            "clock",
            Health.FAILED,
            Message("{clock}; no time zone data: {why}", clock=told, why=error.message),
        )
    if now < _EARLIEST:
        return Check(
            "clock",
            Health.FAILED,
            Message("{clock}; this is in the past. Set the clock.", clock=told),
        )
    return Check("clock", Health.OK, told)


def _data_folder(paths: Paths, exposures: Sequence[Exposure]) -> Check:
    """Who else may read or change what lies in it."""
    if not exposures:
        return Check(
            "data folder", Health.OK, Message("{folder}, for you alone", folder=str(paths.data))
        )
    is_open = any(
        not exposure.is_mended and exposure.access is not Access.READ for exposure in exposures
    )
    health = Health.FAILED if is_open else Health.WARNING
    return Check("data folder", health, joined(" ", map(describe, exposures)))


def _data_file(database: Database, paths: Paths) -> Check:
    try:
        problems = database.integrity()
    except StoreError as error:
        problems = [error.message]
    if problems:
        return Check(
            "data file", Health.FAILED, headed(str(paths.database), joined("; ", problems[:5]))
        )
    size = paths.database.stat().st_size
    return Check(
        "data file",
        Health.OK,
        Message("{file}, {size} KB, in order", file=str(paths.database), size=size // 1024),
    )


def _keyring() -> Check:
    """Looked into, too: a backend may be there and locked."""
    store = open_store()
    try:
        store.get("doctor")
    except SecretStoreError as error:
        return Check("keyring", Health.WARNING, error.message)
    return Check("keyring", Health.OK, store.describe())


def _servers(database: Database) -> Iterator[Check]:
    with database.read() as reader:
        accounts = all_accounts(reader)
    with hear_interrupts() as stop:
        connect = Connector(open_store(), stop)
        for account in accounts:
            show_progress(Message("Asking the server of {account}", account=account.email))
            yield _server(account, connect)
    show_progress("")


def _server(account: Account, connect: Callable[[Account], Any]) -> Check:
    name = f"account {account.id}"
    who = Message("{account} at {server}", account=account.email, server=account.server or "iCloud")
    try:
        remote = connect(account)
        try:
            found = remote.discover()
        finally:
            remote.close()
    except LcdeskError as error:
        return Check(name, Health.FAILED, headed(who, error.message))
    return Check(
        name,
        Health.OK,
        Message.counted(
            "{who}: signed in, {n} calendar",
            "{who}: signed in, {n} calendars",
            n=len(found.calendars),
            who=who,
        ),
    )
