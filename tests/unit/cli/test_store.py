"""What the command line answers when the store cannot be used: exit 5 and a sentence."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections import namedtuple
from typing import Any

import pytest

from lcdesk.model.store import database
from tests.command_line import NEXT_MONDAY, CommandLine, workspace

DAY = ("--from", "2026-12-01", "--to", "2026-12-02")
BOOK = ("book", "--calendar", "Hall", "--contact", "C", "--start", f"{NEXT_MONDAY}T10:00")
COMMANDS = [("agenda", *DAY), ("slots", "--calendar", "Hall", *DAY), BOOK]
Usage = namedtuple("Usage", "total used free")


def fail_to_connect(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(_connection: object, _record: object) -> None:
        raise error

    monkeypatch.setattr(database, "_on_connect", fail)


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize(
    "error",
    [
        sqlite3.OperationalError("disk I/O error"),
        sqlite3.OperationalError("unable to open database file"),
        sqlite3.OperationalError("database or disk is full"),
        OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
    ],
)
def test_full_disk(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], error: Exception
) -> None:
    fail_to_connect(monkeypatch, error)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Usage(1 << 20, 1 << 20, 0))
    printed = run(*words, "--json")
    assert (printed.status, printed.code) == (5, "STORE_UNUSABLE")
    assert "no space left" in printed.document["error"]["message"]


def test_disk_that_fills_up_while_a_workspace_is_loaded(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = database._on_connect
    many = [{"name": f"Cleo {at}", "email": f"c{at}@example.org"} for at in range(2_000)]

    def connect_without_room(connection: Any, record: object) -> None:
        connect(connection, record)
        connection.execute("PRAGMA max_page_count=1")  # as large as it is

    with monkeypatch.context() as patch:
        patch.setattr(database, "_on_connect", connect_without_room)
        printed = run.load(workspace(contacts=many))
        assert (printed.status, printed.code) == (5, "STORE_UNUSABLE")
        assert "no space left" in printed.document["error"]["message"]
    assert run(*BOOK).status == 0, "it works again when there is space"


def test_doctor_reports_the_data_file_of_a_full_disk(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_to_connect(monkeypatch, sqlite3.OperationalError("database or disk is full"))
    printed = run("doctor", "--json")
    assert printed.status == 5
    states = {check["name"]: check["state"] for check in printed.document["checks"]}
    assert states["data file"] == "failed"
    assert {"versions", "clock", "keyring"} < set(states)


def test_disk_that_does_not_read_is_no_full_one(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_to_connect(monkeypatch, sqlite3.OperationalError("disk I/O error"))
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Usage(1 << 40, 0, 1 << 40))
    printed = run(*COMMANDS[0], "--json")
    assert printed.status == 5
    assert "did not read or write" in printed.document["error"]["message"]
