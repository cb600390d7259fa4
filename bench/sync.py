"""Reading a calendar: lcdesk, vdirsyncer and the plain floor, in turn on one server and data.

`EVENTS=100000 make bench` adds that many to the sizes; Radicale takes minutes to fill them in.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from bench import peers
from bench.calendars import NAME, change, full_server
from bench.events import event_text
from bench.figures import median, peak_of, say
from lcdesk.model.domain.accounts import Provider, Role
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.sync.secrets import SERVICE, secret_key
from tests.desk import Desk
from tests.fakes.keyring_backend import file_keyring_environment
from tests.servers import PASSWORD, Account

EVENTS, CHANGES, ROUNDS = 10_000, 10, 3
SIZES = (1_000,)
_FLOOR = "plain floor"


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds on the wall, of the client's CPU and of the server's; megabytes; what was sent."""

    wall: float
    cpu: float
    server: float
    peak: float
    requests: int | None = None
    bytes: int | None = None

    def __str__(self) -> str:
        line = f"{self.wall:6.2f} s  {self.cpu:6.2f} s CPU  {self.server:6.2f} s server  "
        line += f"{self.peak:4.0f} MB"
        if self.requests is None:
            return line
        return f"{line}  {self.requests} requests, {(self.bytes or 0) / 1e6:.2f} MB read"


class Program:
    """A client that is a whole process each time."""

    def __init__(
        self, name: str, server: Account, command: list[str], environment: dict[str, str]
    ) -> None:
        self.name = name
        self._server = server
        self._command = command
        self._environment = os.environ | environment

    def run(self) -> Taken:
        """One run; it has to succeed."""
        before, began = _cpu_of(self._server.pid), time.perf_counter()
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
        return Taken(wall, cpu, _cpu_of(self._server.pid) - before, peak)

    def add_here(self, count: int) -> None:
        """Make so many events on this side."""

    def close(self) -> None:
        """Nothing is left running."""


class Files(Program):
    """vdirsyncer: its own side is a folder of files."""

    def __init__(self, server: Account, program: Path, folder: Path) -> None:
        settings = peers.configure(folder, server, NAME)
        environment = {"VDIRSYNCER_CONFIG": str(settings)}
        super().__init__(
            "vdirsyncer", server, [str(program), "--verbosity", "ERROR", "sync"], environment
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

    def __init__(self, server: Account, folder: Path) -> None:
        self._server = server
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.inside", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self) -> Taken:
        """One pass."""
        before = _cpu_of(self._server.pid)
        said = self.ask("pass")
        server = _cpu_of(self._server.pid) - before
        requests, received = int(said["requests"]), int(said["bytes"])
        return Taken(said["wall"], said["cpu"], server, said["peak"], requests, received)

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

    def __init__(self, server: Account, folder: Path, keyring: Path) -> None:
        command = [sys.executable, "-m", "lcdesk", "--data", str(folder), "sync"]
        super().__init__("lcdesk sync", server, command, file_keyring_environment(keyring))
        key = secret_key(Provider.CALDAV, server.email, 1)
        keyring.write_text(json.dumps({SERVICE: {key: PASSWORD}}))
        self._folder = folder

    def add_here(self, count: int) -> None:
        inside = Inside(self._server, self._folder)
        inside.add_here(count)
        inside.close()


Client = Program | Inside


def run() -> None:
    """Ten thousand events with everybody, other sizes with lcdesk alone."""
    with TemporaryDirectory() as folder:
        _compared(Path(folder))
    for size in (*SIZES, *(int(word) for word in os.environ.get("EVENTS", "").split())):
        with TemporaryDirectory() as folder, full_server(Path(folder) / "server", size) as server:
            client = Inside(server, _workspace(Path(folder) / "inside", server))
            first, calm = client.run(), client.run()
            client.close()
        say(f"The same with {size:,} events", f"first sync  {first}", f"no change   {calm}")


def _compared(folder: Path) -> None:
    program = peers.vdirsyncer()
    with full_server(folder / "server", EVENTS) as server:
        clients = _clients(folder, server, program)
        first = {one.name: one.run() for one in clients}
        _tell(f"First sync of {EVENTS:,} events (Radicale on loopback)", first)
        inside = clients[-1]
        assert isinstance(inside, Inside)
        ahead = inside.ask("ahead")
        say(
            "Afterwards, when there is nothing else to do",
            f"drawing series for the year  {ahead['cpu']:.2f} s CPU",
        )
        calm = {one.name: _middle([one.run() for _ in range(ROUNDS)]) for one in clients}
        _tell("A pass that finds nothing new", calm)
        change(server, EVENTS, CHANGES, turn=1)
        _tell(f"A pass after {CHANGES} changes there", {one.name: one.run() for one in clients})
        for one in clients:
            one.run()  # what others wrote meanwhile is not part of it
            one.add_here(CHANGES)
        here = {one.name: one.run() for one in clients if one.name != _FLOOR}
        _tell(f"A pass after {CHANGES} events were made here", here)
        for one in clients:
            one.close()


def _clients(folder: Path, server: Account, program: Path | None) -> list[Client]:
    address = server.url.replace("//", f"//{quote(server.email)}:{server.password}@").rstrip("/")
    plain = [sys.executable, "-m", "bench.plain", f"{address}{server.calendar(NAME)}"]
    floor = Program(_FLOOR, server, [*plain, str(folder / "plain.sqlite3")], {})
    others: list[Client] = [Files(server, program, folder / "vdirsyncer")] if program else []
    whole = Booking(server, _workspace(folder / "process", server), folder / "keyring.json")
    return [*others, floor, whole, Inside(server, _workspace(folder / "inside", server))]


def _workspace(folder: Path, server: Account) -> Path:
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
    lines = [f"{name:28}{one}" for name, one in taken.items()]
    peer = taken.get("vdirsyncer")
    if peer is not None:
        lines += [
            f"{name} / vdirsyncer: {one.wall / peer.wall:.2f} wall, {one.cpu / peer.cpu:.2f} CPU"
            for name, one in taken.items()
            if name.startswith("lcdesk")
        ]
    say(title, *lines)


def _middle(runs: list[Taken]) -> Taken:
    """The run whose time on the wall is in the middle."""
    middle = median([one.wall for one in runs])
    return min(runs, key=lambda one: abs(one.wall - middle))


def _cpu_of(process: int) -> float:
    """Seconds of CPU that a process has used so far; 0 where the system does not say."""
    file = Path(f"/proc/{process}/stat")
    if not file.exists():
        return 0.0
    fields = file.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
