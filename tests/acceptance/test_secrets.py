"""A password is searched for everywhere after it was used for everything."""

from __future__ import annotations

import base64
import json
import logging
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from tests.command_line import NEXT_MONDAY, CommandLine, Program, workspace
from tests.desk import Desk
from tests.fakes.faults import Fault
from tests.fakes.keyring_backend import MemoryKeyring, file_keyring_environment
from tests.fakes.loopback import Reply, Seen
from tests.fakes.proxy import FaultyProxy
from tests.servers import EMAIL, radicale

# Of no form that the log knows how to hide: nothing may depend on that.
PASSWORD = "Tr0ub4dor+Zebra/97"
SPELLINGS = (
    PASSWORD,
    base64.b64encode(f"{EMAIL}:{PASSWORD}".encode()).decode(),
    PASSWORD.replace("+", "%2B").replace("/", "%2F"),
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FaultyProxy]:
    with (
        radicale(tmp_path_factory.mktemp("radicale"), password=PASSWORD) as account,
        FaultyProxy(account.url) as proxy,
    ):
        account.make_calendar("office")
        yield proxy


@pytest.fixture
def everything_is_logged(monkeypatch: pytest.MonkeyPatch) -> None:
    """The log file gets all that any library says, and nothing in it is hidden."""

    def set_up(file: Path) -> logging.Handler:
        handler = logging.FileHandler(file)
        logging.getLogger().addHandler(handler)
        logging.getLogger().setLevel(logging.DEBUG)
        return handler

    monkeypatch.setattr("lcdesk.logs.set_up", set_up)
    for name in ("alembic", "caldav", "niquests", "urllib3"):
        monkeypatch.setattr(logging.getLogger(name), "level", logging.DEBUG)
    monkeypatch.setattr(logging.getLogger(), "level", logging.DEBUG)


@pytest.fixture
def lcdesk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    line = CommandLine(tmp_path / "data", capsys)
    assert line.load(workspace()).status == 0
    return line


@pytest.fixture
def watching(lcdesk: CommandLine) -> Iterator[Desk]:
    """Somebody who has the store open, so that SQLite keeps its files beside it."""
    desk = Desk(lcdesk.folder)
    desk.agenda()
    yield desk
    desk.close()


@pytest.mark.usefixtures("everything_is_logged")
def test_it_is_in_no_file_and_no_answer(
    server: FaultyProxy, lcdesk: CommandLine, watching: Desk, tmp_path: Path
) -> None:
    week = ("--from", NEXT_MONDAY, "--to", NEXT_MONDAY + timedelta(days=7))
    connect = ("account", "add", "--provider", "caldav", "--email", EMAIL, "--staff", "Ana")
    where = ("--server", server.url, "--password-stdin")
    told = [lcdesk(*connect, *where, typed=f"{typed}\n") for typed in (f"{PASSWORD}x", PASSWORD)]
    assert [printed.status == 0 for printed in told] == [False, True]
    (linked,) = lcdesk.json("linked", "list")
    told.append(lcdesk("linked", "role", linked["id"], "primary"))
    book = ("book", "--calendar", "Consultation", "--contact", "Cleo Park", "--staff", "Ana")
    for hour, fault in ((9, None), (10, Reply(500)), (11, Reply(401)), (12, Reply(200, b"<x>"))):
        told.append(lcdesk(*book, "--start", f"{NEXT_MONDAY}T{hour:02}:00"))
        if fault is not None:
            server.add(Fault(instead=fault, times=9))
        told += [lcdesk("sync"), lcdesk("sync", "--json")]
        server.faults.clear()
    for words in (
        ("account", "list"), ("linked", "list"), ("agenda", *week), ("attention",), ("outbox",),
        ("doctor",), ("workspace", "save", tmp_path / "saved.json"),
        ("export", "ics", *week, tmp_path / "week.ics"),
    ):  # fmt: skip
        told += [lcdesk(*words), lcdesk(*words, "--json")]
    said = "\n".join(f"{printed.out}{printed.err}" for printed in told)
    assert "cannot be reached" in said or "a problem of its own" in said
    assert not found_in(said.encode())
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    names = {file.name for file in files}
    assert {"saved.json", "week.ics", "lcdesk.log", "lcdesk.sqlite3", "lcdesk.sqlite3-wal"} <= names
    assert '"PROPFIND /' in (lcdesk.folder / "lcdesk.log").read_text(), "the log tells little"
    assert [file.name for file in files if found_in(file.read_bytes())] == []
    assert list(MemoryKeyring.passwords.values()) == [PASSWORD], "it is kept where it belongs"


def test_the_files_of_a_running_sync_are_its_owners(server: FaultyProxy, tmp_path: Path) -> None:
    """Also what SQLite lays beside the store, and whatever umask the person has."""
    data = tmp_path / "data"
    program = Program(data, file_keyring_environment(tmp_path / "keyring.json"))
    seen: dict[str, int] = {}
    processes: list[str] = []

    def look(_: Seen) -> None:
        seen.update((file.name, stat.S_IMODE(file.stat().st_mode)) for file in data.iterdir())
        for process in Path("/proc").glob("[0-9]*"):
            texts = said_by(process)
            processes.extend(texts if str(data) in " ".join(texts) else ())

    before = os.umask(0)
    try:
        program_loads(program, tmp_path)
        server.add(Fault(method="PROPFIND", then=look))
        added = program(
            "account", "add", "--provider", "caldav", "--email", EMAIL, "--staff", "Ana",
            "--server", server.url, "--password-stdin", typed=f"{PASSWORD}\n",
        )  # fmt: skip
    finally:
        os.umask(before)
        server.faults.clear()
    assert added.status == 0, added
    assert stat.S_IMODE(data.stat().st_mode) == 0o700
    assert {"lcdesk.sqlite3", "lcdesk.sqlite3-wal", "lcdesk.sqlite3-shm"} <= seen.keys()
    assert {name: oct(mode) for name, mode in seen.items() if mode & 0o077} == {}
    if sys.platform == "linux":
        assert any("--password-stdin" in text for text in processes)
    assert [text for text in processes if found_in(text.encode("utf-8", "replace"))] == []


def program_loads(program: Program, folder: Path) -> None:
    file = folder / "business.json"
    file.write_text(json.dumps(workspace()), encoding="utf-8")
    assert program("workspace", "load", file).status == 0


def said_by(process: Path) -> list[str]:
    """The command line and the environment of a process, where we may read them."""
    texts = []
    for name in ("cmdline", "environ"):
        with suppress(OSError):
            texts.append((process / name).read_bytes().decode("utf-8", "replace"))
    return texts


def found_in(content: bytes) -> list[str]:
    """The spellings of the password that stand in it."""
    return [spelling for spelling in SPELLINGS if spelling.encode() in content]
