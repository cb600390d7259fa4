"""The command line for tests: called in this process, or as a program of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from lcdesk.cli import main
from tests.desk import Desk

NEXT_MONDAY = date.today() + timedelta(days=35 - date.today().weekday())  # noqa: DTZ011
"""A Monday four to five weeks ahead: the command line has no clock but the real one."""


def workspace(**more: Any) -> dict[str, Any]:
    """A small business as a workspace file has it, one calendar of each kind."""
    week = {day: [["09:00", "17:00"]] for day in ("mon", "tue", "wed", "thu", "fri")}
    berlin = {"zone": "Europe/Berlin", "duration": 60, "interval": 60}
    return {
        "version": 1,
        "staff": [
            {"name": "Ana", "email": "ana@example.org", "zone": "Europe/Berlin", "hours": week},
            {"name": "Ben", "email": "", "zone": "America/New_York", "hours": week},
        ],
        "resources": [{"name": "Room 1", "capacity": 1}],
        "contacts": [{"name": "Cleo Park", "email": "cleo@example.org", "phone": "1"}],
        "calendars": [
            {"name": "Consultation", "kind": "round_robin", "staff": ["Ana", "Ben"], **berlin},
            {"name": "Interview", "kind": "collective", "staff": ["Ana", "Ben"], **berlin},
            {"name": "Yoga", "kind": "class", "staff": ["Ana"], "seats": 2, **berlin},
            {"name": "Massage", "kind": "service", "staff": ["Ana"], "phases": [20, 30, 10],
             "resources": ["Room 1"], "zone": "Europe/Berlin"},
            {"name": "Hall", "kind": "simple", "hours": week, **berlin},
        ],
        "appointments": [],
    } | more  # fmt: skip


@dataclass(slots=True)
class Printed:
    """What one call printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The only thing on stdout, as JSON."""
        return json.loads(self.out)

    @property
    def code(self) -> str:
        """The code of the error on stdout."""
        return str(self.document["error"]["code"])


@dataclass(slots=True)
class CommandLine:
    """`lcdesk --data folder ...` in this process."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    def __post_init__(self) -> None:
        self.folder.mkdir(exist_ok=True)
        Desk(self.folder).close()  # an empty store, quicker than migrations make it

    def __call__(self, *words: object, typed: str = "") -> Printed:
        """Run one command, with `typed` on stdin."""
        self.capture.readouterr()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(typed.encode())))
            status = main(["--data", str(self.folder), *map(str, words)])
        printed = self.capture.readouterr()
        return Printed(status, printed.out, printed.err)

    def json(self, *words: object, typed: str = "") -> Any:
        """Run one command that must succeed; its document."""
        printed = self(*words, "--json", typed=typed)
        assert printed.status == 0, printed
        assert printed.err == ""
        return printed.document

    def load(self, document: Any) -> Printed:
        """`workspace load` of this document."""
        file = self.folder / "workspace.json"
        text = document if isinstance(document, str) else json.dumps(document)
        file.write_text(text, encoding="utf-8")
        return self("workspace", "load", file, "--json")


@dataclass(slots=True)
class Program:
    """The installed program, started anew for every command."""

    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    def start(self, *words: object) -> subprocess.Popen[str]:
        """Start one command."""
        return subprocess.Popen(
            [str(Path(sys.executable).with_name("lcdesk")), "--data", str(self.folder),
             *map(str, words)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **self.environment},
        )  # fmt: skip

    def __call__(self, *words: object, typed: str = "") -> Printed:
        """Run one command to its end, with `typed` on stdin."""
        return self.finished(self.start(*words), typed)

    def json(self, *words: object, typed: str = "") -> Any:
        """Run one command that must succeed; its document."""
        printed = self(*words, "--json", typed=typed)
        assert printed.status == 0, printed
        return printed.document

    @staticmethod
    def finished(process: subprocess.Popen[str], typed: str = "") -> Printed:
        """Wait for a started command."""
        out, err = process.communicate(typed, timeout=60)
        return Printed(process.returncode, out, err)


def days(run: CommandLine, *more: str) -> list[dict[str, object]]:
    """The rows of the next week."""
    found: list[dict[str, object]] = run.json(
        "agenda", "--from", NEXT_MONDAY, "--to", NEXT_MONDAY + timedelta(days=7), *more
    )
    return found


def book(run: CommandLine, calendar: str, time: str, *more: str) -> dict[str, object]:
    """A booking of Cleo Park on the next Monday."""
    made: dict[str, object] = run.json(
        "book", "--calendar", calendar, "--start", f"{NEXT_MONDAY}T{time}",
        "--contact", "Cleo Park <cleo@example.org>", *more,
    )  # fmt: skip
    return made
