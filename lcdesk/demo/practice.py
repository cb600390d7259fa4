"""Puts practice together: server, accounts, business; and takes it down again.

Radicale as a subprocess: a real CalDAV server for practice, on loopback only.
"""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from lcdesk.demo.business import add_appointments, add_calendars, add_staff, block_lunch
from lcdesk.demo.events import ANA, BEN, home_zone, write_collections
from lcdesk.demo.server_program import find_server_program
from lcdesk.model.commands.accounts import add_account, set_role
from lcdesk.model.domain.accounts import Provider, Role
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.zones import local_day, zone
from lcdesk.model.store.accounts import all_accounts, linked_calendars
from lcdesk.model.store.database import Database
from lcdesk.paths import Paths
from lcdesk.sync.dav import open_remote
from lcdesk.sync.rediscovery import record
from lcdesk.sync.secrets import SessionStore, secret_key

PASSWORD = "practice-only"  # of a server that only this computer can reach
_ROLES = {"work": Role.PRIMARY, "family": Role.CONFLICT, "holidays": Role.CONFLICT}


@dataclass(frozen=True, slots=True)
class Practice:
    """A workspace ready to be opened, with the passwords of its accounts."""

    paths: Paths
    secrets: SessionStore


@contextmanager
def practice_folder() -> Iterator[Path]:
    """A folder of its own for practice, removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="lcdesk-practice-") as temporary:
        yield Path(temporary)


@contextmanager
def practice(folder: Path, now: datetime) -> Iterator[Practice]:
    """A fresh practice workspace in `folder`.

    A workspace that is there already goes on as it was left. Raises PracticeUnavailable.
    """
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


STARTS_WITHIN_SECONDS = 20


class PracticeUnavailable(LcdeskError):
    """The practice server is not installed or did not start."""

    code = "PRACTICE_UNAVAILABLE"
    title = "Practice cannot start"


@contextmanager
def practice_server(folder: Path, users: dict[str, str]) -> Iterator[str]:
    """Run the server over `folder`/collections; yields its address. Stopped on leaving.

    `users` maps user names to passwords. Raises PracticeUnavailable.
    """
    settings = folder / "radicale.conf"
    port = _own_port(folder)
    _write_private(folder / "users", "".join(f"{who}:{word}\n" for who, word in users.items()))
    _write_private(folder / "rights", _RIGHTS)
    _write_private(settings, _settings(folder, port))
    command = [_interpreter(), "-c", _UNTIL_LEFT, "-C", str(settings)]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    environment["TMPDIR"] = str(folder)  # what it leaves in the middle goes with the folder
    with (
        (folder / "server.log").open("wb") as log,
        subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=log, stderr=log, env=environment
        ) as process,
    ):
        try:
            _wait_until_ready(process, port)
            yield f"http://127.0.0.1:{port}/"
        finally:
            if process.stdin is not None:  # asked to end, it would wait for open connections
                process.stdin.close()
            try:
                process.wait(STARTS_WITHIN_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


# However lcdesk ends, this end of the pipe is closed then, and the server goes as well.
_UNTIL_LEFT = """\
import os, runpy, sys, threading

def leave():
    sys.stdin.buffer.read()
    os._exit(0)

threading.Thread(target=leave, daemon=True).start()
sys.argv[0] = "radicale"
runpy.run_module("radicale", run_name="__main__")
"""

# Everybody owns their calendars; the public holidays can only be read.
_RIGHTS = """\
[holidays]
user: .+
collection: {user}/holidays
permissions: r

[root]
user: .+
collection:
permissions: R

[own]
user: .+
collection: {user}
permissions: RW

[calendars]
user: .+
collection: {user}/[^/]+
permissions: rw
"""


def _settings(folder: Path, port: int) -> str:
    return (
        f"[server]\nhosts = 127.0.0.1:{port}\n"
        f"[auth]\ntype = htpasswd\nhtpasswd_filename = {folder / 'users'}\n"
        "htpasswd_encryption = plain\ndelay = 0\n"
        f"[rights]\ntype = from_file\nfile = {folder / 'rights'}\n"
        f"[storage]\nfilesystem_folder = {folder / 'collections'}\n"
        "[logging]\nlevel = warning\n"
    )


def _interpreter() -> str:
    program = find_server_program()
    if program is not None:
        return str(program)
    raise PracticeUnavailable(
        "The practice server is not installed here. Nothing was changed. "
        "Run `make setup` in lcdesk's folder, then `make run`."
    )


def _own_port(folder: Path) -> int:
    """A free port; the same as last time in this folder, since accounts remember it."""
    remembered = folder / "port"
    wanted = int(remembered.read_text()) if remembered.exists() else 0
    try:
        with socket.create_server(("127.0.0.1", wanted)) as probe:
            port = int(probe.getsockname()[1])
    except OSError as error:
        raise PracticeUnavailable(
            "Practice is open in this folder already, or another program uses its port. "
            "Close the other window, or name another folder with --data."
        ) from error
    remembered.write_text(str(port))
    return port


def _wait_until_ready(process: subprocess.Popen[bytes], port: int) -> None:
    end = time.monotonic() + STARTS_WITHIN_SECONDS
    while process.poll() is None and time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise PracticeUnavailable(
        "The practice server did not start. Its log is server.log in the practice folder."
    )


def _write_private(file: Path, text: str) -> None:
    with os.fdopen(os.open(file, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as out:
        out.write(text)
