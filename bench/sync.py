"""Reading a calendar: lcdesk, vdirsyncer and the plain floor, in turn on one server and data.

Each client has a line of its own that counts what passes. `EVENTS=300` takes another number;
Radicale needs minutes to fill in ten thousand.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from bench import peers
from bench.calendars import NAME, change, full_server
from bench.events import event_text
from bench.figures import Figure, environment_of_programs, events_asked_for, median, peak_of, say
from bench.relay import Relay, Traffic, relay
from lcdesk.model.domain.accounts import Provider, Role
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.sync.secrets import SERVICE, secret_key
from tests.desk import Desk
from tests.fakes.keyring_backend import file_keyring_environment
from tests.servers import PASSWORD, Account

EVENTS, CHANGES, ROUNDS = 10_000, 10, 3
_FLOOR = "plain floor"


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds on the wall, of the client's CPU and of the server's; megabytes; what passed."""

    wall: float
    cpu: float
    server: float
    peak: float
    traffic: Traffic

    def __str__(self) -> str:
        passed = self.traffic
        return (
            f"{self.wall:6.2f} s  {self.cpu:6.2f} s CPU  {self.server:6.2f} s server  "
            f"{self.peak:4.0f} MB  {passed.requests:4} requests  "
            f"{passed.sent / 1e6:6.3f} MB sent  {passed.read / 1e6:6.3f} MB read"
        )


class Program:
    """A client that is a whole process each time."""

    def __init__(
        self, name: str, line: Relay, command: list[str], environment: dict[str, str]
    ) -> None:
        self.name = name
        self._line = line
        self._command = command
        self._environment = environment_of_programs() | environment

    def run(self) -> Taken:
        """One run; it has to succeed."""
        pid, passed = self._line.account.pid, self._line.traffic
        before, began = _cpu_of(pid), time.perf_counter()
        process = subprocess.Popen(self._command, env=self._environment, stdout=subprocess.DEVNULL)
        peak = 0.0
        while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            peak = max(peak, peak_of(process.pid))
            time.sleep(0.01)
        _pid, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - began
        if process.returncode:
            raise RuntimeError(f"{self.name} failed with {process.returncode}")
        cpu = used.ru_utime + used.ru_stime
        return Taken(wall, cpu, _cpu_of(pid) - before, peak, self._line.traffic.since(passed))

    def add_here(self, count: int) -> None:
        """Make so many events on this side."""

    def close(self) -> None:
        """Nothing is left running."""


class Files(Program):
    """vdirsyncer: its own side is a folder of files."""

    def __init__(self, line: Relay, program: Path, folder: Path) -> None:
        settings = peers.configure(folder, line.account, NAME)
        environment = {"VDIRSYNCER_CONFIG": str(settings)}
        super().__init__(
            "vdirsyncer", line, [str(program), "--verbosity", "ERROR", "sync"], environment
        )
        self._files = folder / "files" / NAME
        self._added = 0
        subprocess.run(
            [program, "discover"], env=self._environment, check=True, stdout=subprocess.DEVNULL
        )

    def add_here(self, count: int) -> None:
        for _ in range(count):
            self._added += 1
            uid, text = event_text(10_000_000 + self._added)
            (self._files / f"{uid}.ics").write_bytes(text.encode())


class Inside:
    """lcdesk inside a running process."""

    name = "lcdesk, in a running process"

    def __init__(self, line: Relay, folder: Path) -> None:
        self._line = line
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.inside", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self) -> Taken:
        """One pass."""
        pid, passed = self._line.account.pid, self._line.traffic
        before = _cpu_of(pid)
        said = self.ask("pass")
        server, traffic = _cpu_of(pid) - before, self._line.traffic.since(passed)
        return Taken(said["wall"], said["cpu"], server, said["peak"], traffic)

    def ask(self, word: str) -> dict[str, float]:
        """What it said to a word."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()
        said: dict[str, float] = json.loads(self._process.stdout.readline())
        return said

    def add_here(self, count: int) -> None:
        """Book so many appointments."""
        self.ask(f"book {count}")

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


class Booking(Program):
    """`lcdesk sync`, imports included; booked for in between."""

    def __init__(self, line: Relay, folder: Path, keyring: Path) -> None:
        command = [sys.executable, "-m", "lcdesk", "--data", str(folder), "sync"]
        super().__init__("lcdesk sync", line, command, file_keyring_environment(keyring))
        key = secret_key(Provider.CALDAV, line.account.email, 1)
        keyring.write_text(json.dumps({SERVICE: {key: PASSWORD}}))
        self._folder = folder

    def add_here(self, count: int) -> None:
        inside = Inside(self._line, self._folder)
        inside.add_here(count)
        inside.close()


Client = Program | Inside


def run() -> list[Figure]:
    """All of them, one after the other."""
    with TemporaryDirectory() as folder:
        return _figures(_compared(Path(folder), events_asked_for(EVENTS)))


def _figures(first: dict[str, Taken]) -> list[Figure]:
    """The first sync against vdirsyncer's; nothing where that is not there."""
    peer = first.get("vdirsyncer")
    if peer is None:
        return []
    run, beside = first[Inside.name], "the time of vdirsyncer"
    return [
        Figure("first sync, wall", run.wall / peer.wall, "×", 0.5, beside),
        Figure("first sync, CPU", run.cpu / peer.cpu, "×", 0.5, beside),
    ]


def _compared(folder: Path, events: int) -> dict[str, Taken]:
    """What the first sync took, by program; the passes after it are only told."""
    program = peers.vdirsyncer()
    with full_server(folder / "server", events) as server, ExitStack() as lines:
        clients = _clients(folder, lambda: lines.enter_context(relay(server)), program)
        first = {client.name: client.run() for client in clients}
        _tell(f"First sync of {events:,} events (Radicale on loopback)", first)
        inside = clients[-1]
        assert isinstance(inside, Inside)
        ahead = inside.ask("ahead")
        say(
            "Afterwards, when there is nothing else to do",
            f"drawing series for the year  {ahead['cpu']:.2f} s CPU",
        )
        calm = {client.name: _middle([client.run() for _ in range(ROUNDS)]) for client in clients}
        _tell("A pass that finds nothing new", calm)
        change(server, events, CHANGES, turn=1)
        _tell(
            f"A pass after {CHANGES} changes there",
            {client.name: client.run() for client in clients},
        )
        for client in clients:
            client.run()  # what others wrote meanwhile is not part of it
            client.add_here(CHANGES)
        here = {client.name: client.run() for client in clients if client.name != _FLOOR}
        _tell(f"A pass after {CHANGES} events were made here", here)
        for client in clients:
            client.close()
    return first


def _clients(folder: Path, line: Callable[[], Relay], program: Path | None) -> list[Client]:
    """Each over a line of its own."""
    others: list[Client] = [Files(line(), program, folder / "vdirsyncer")] if program else []
    process, inside = line(), line()
    return [
        *others,
        _floor(line(), folder / "plain.sqlite3"),
        Booking(process, workspace(folder / "process", process.account), folder / "keyring.json"),
        Inside(inside, workspace(folder / "inside", inside.account)),
    ]


def _floor(line: Relay, file: Path) -> Program:
    server = line.account
    address = server.url.replace("//", f"//{quote(server.email)}:{server.password}@").rstrip("/")
    calendar = f"{address}{server.calendar(NAME)}"
    return Program(_FLOOR, line, [sys.executable, "-m", "bench.plain", calendar, str(file)], {})


def workspace(folder: Path, server: Account) -> Path:
    """Ana, connected; appointments go to the calendar that is measured."""
    folder.mkdir()
    desk = Desk(folder, now=datetime.now(UTC))
    ana = desk.staff("Ana")
    desk.calendar(CalendarKind.ROUND_ROBIN, ana)
    desk.account(server, ana)
    desk.give_role(server.calendar(NAME), Role.PRIMARY)
    desk.close()
    return folder


def _tell(title: str, taken: dict[str, Taken]) -> None:
    lines = [f"{name:28}{run}" for name, run in taken.items()]
    peer = taken.get("vdirsyncer")
    if peer is not None:
        lines += [
            f"{name} / vdirsyncer: {run.wall / peer.wall:.2f} wall, {run.cpu / peer.cpu:.2f} CPU"
            for name, run in taken.items()
            if name.startswith("lcdesk")
        ]
    say(title, *lines)


def _middle(runs: list[Taken]) -> Taken:
    """The run whose time on the wall is in the middle."""
    middle = median([taken.wall for taken in runs])
    return min(runs, key=lambda run: abs(run.wall - middle))


def _cpu_of(process: int) -> float:
    """Seconds of CPU that a process has used so far; 0 where the system does not say."""
    file = Path(f"/proc/{process}/stat")
    if not file.exists():
        return 0.0
    fields = file.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
