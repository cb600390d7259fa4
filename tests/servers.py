"""Real CalDAV servers for tests: started on loopback, each in a folder of its own, and stopped.

Radicale asks for a password, Xandikos does not (put `tests.fakes.proxy` in front of it). They
live in an environment of their own inside the virtual environment, see requirements/servers.in.
`Account` speaks plain HTTP, so that a test checks the product with something else than the
product.
"""

from __future__ import annotations

import base64
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

from lcdesk.model.domain.accounts import Provider

EMAIL = "ana@example.org"  # its @ is listed as %40 by Radicale, as iCloud does
PASSWORD = "abcd-efgh-ijkl-mnop"
_PATIENCE = 20.0
_DAV = "{DAV:}"


# Xandikos refuses a change while it carries out another, such as a killed program's last.
_LOCKED, _LOCKED_AT_MOST = 423, 500


@dataclass(frozen=True, slots=True)
class Account:
    """A person's account on a running server, and a plain client for it."""

    url: str
    home: str  # the path of the calendar home
    email: str = EMAIL
    password: str = PASSWORD
    pid: int = 0  # the server's process
    provider: Provider = Provider.CALDAV

    def at(self, url: str) -> Account:
        """The same account, reached through another address (a proxy)."""
        return replace(self, url=url)

    def calendar(self, name: str) -> str:
        """The path of a calendar."""
        return f"{self.home}{name}/"

    def make_calendar(self, name: str, colour: str = "#ff9500ff") -> str:
        """MKCALENDAR; its path."""
        body = (
            '<?xml version="1.0"?><C:mkcalendar xmlns="DAV:" '
            'xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:A="http://apple.com/ns/ical/">'
            f"<set><prop><displayname>{name}</displayname>"
            f"<A:calendar-color>{colour}</A:calendar-color>"
            '<C:supported-calendar-component-set><C:comp name="VEVENT"/>'
            "</C:supported-calendar-component-set></prop></set></C:mkcalendar>"
        )
        path = self.calendar(name)
        self._expect(self.ask("MKCALENDAR", path, body, {"Content-Type": "text/xml"}), 201)
        return path

    def put(self, path: str, text: str) -> str:
        """PUT without a condition; the new ETag."""
        answer = self.ask("PUT", path, text, {"Content-Type": "text/calendar; charset=utf-8"})
        self._expect(answer, 201, 204)
        return answer.headers["etag"]

    def get(self, path: str) -> str | None:
        """The text of an object, None when it is not there."""
        answer = self.ask("GET", path)
        return None if answer.status == 404 else answer.body.decode()

    def delete(self, path: str) -> None:
        """DELETE without a condition."""
        self._expect(self.ask("DELETE", path), 200, 204)

    def members(self, path: str) -> dict[str, str]:
        """The decoded paths of a calendar's objects with their ETags."""
        body = '<?xml version="1.0"?><propfind xmlns="DAV:"><prop><getetag/></prop></propfind>'
        headers = {"Depth": "1", "Content-Type": "application/xml"}
        answer = self.ask("PROPFIND", path, body, headers)
        self._expect(answer, 207)
        found = {}
        for response in ElementTree.fromstring(answer.body).iter(f"{_DAV}response"):
            href = unquote(response.findtext(f"{_DAV}href") or "")
            if not href.endswith("/"):
                found[href] = response.findtext(f".//{_DAV}getetag") or ""
        return found

    def ask(
        self, method: str, path: str, body: str = "", headers: Mapping[str, str] | None = None
    ) -> PlainAnswer:
        """One request, signed in."""
        pair = base64.b64encode(f"{self.email}:{self.password}".encode()).decode()
        sent = {"Authorization": f"Basic {pair}", **(headers or {})}
        answer = self.carry(method, path, body.encode(), sent)
        for _ in range(_LOCKED_AT_MOST):
            if answer.status != _LOCKED:
                break
            answer = self.carry(method, path, body.encode(), sent)
        return answer

    def carry(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> PlainAnswer:
        """One request as it is."""
        parts = urlsplit(self.url)
        line = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
        try:
            line.request(method, path, body or None, dict(headers))
            answer = line.getresponse()
            named = {name.lower(): value for name, value in answer.getheaders()}
            return PlainAnswer(answer.status, named, answer.read())
        finally:
            line.close()

    @staticmethod
    def _expect(answer: PlainAnswer, *good: int) -> None:
        if answer.status not in good:
            raise AssertionError(f"the test server answered {answer.status}: {answer.body[:300]!r}")


@dataclass(frozen=True, slots=True)
class PlainAnswer:
    """What a server answered to a plain request; header names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@contextmanager
def radicale(folder: Path, *more_settings: str, password: str = PASSWORD) -> Iterator[Account]:
    """Radicale with one account that has no calendars yet; more lines for its settings file."""
    folder.mkdir(parents=True, exist_ok=True)
    port = _free_port()
    (folder / "users").write_text(f"{EMAIL}:{password}\n", encoding="utf-8")
    settings = folder / "radicale.conf"
    settings.write_text(
        f"[server]\nhosts = 127.0.0.1:{port}\n"
        f"[auth]\ntype = htpasswd\nhtpasswd_filename = {folder / 'users'}\n"
        "htpasswd_encryption = plain\ndelay = 0\n"
        f"[storage]\nfilesystem_folder = {folder / 'collections'}\n"
        "[logging]\nlevel = warning\n" + "\n".join(more_settings),
        encoding="utf-8",
    )
    command = [_servers_python(), "-m", "radicale", "-C", str(settings)]
    home = f"/{EMAIL.replace('@', '%40')}/"
    with _running(command, folder, port) as pid:
        yield Account(f"http://127.0.0.1:{port}/", home, password=password, pid=pid)


@contextmanager
def xandikos(folder: Path) -> Iterator[Account]:
    """Xandikos, which asks nobody for a password and brings one calendar, "calendar"."""
    folder.mkdir(parents=True, exist_ok=True)
    port = _free_port()
    command = [
        *(_servers_python(), "-m", "xandikos", "serve", "-d", str(folder / "store")),
        *("--state-dir", str(folder / "state"), "--defaults", "--no-detect-systemd"),
        *("-l", "127.0.0.1", "-p", str(port), "--current-user-principal", "/user/"),
    ]
    with _running(command, folder, port) as pid:
        yield Account(f"http://127.0.0.1:{port}/", "/user/calendars/", pid=pid)


def _servers_python() -> str:
    """The interpreter of the servers' own environment, or this one if they are installed here."""
    folder = Path(sys.prefix) / "servers"
    for place in ("bin/python", "Scripts/python.exe"):
        if (folder / place).exists():
            return str(folder / place)
    return sys.executable


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@contextmanager
def _running(command: list[str], folder: Path, port: int) -> Iterator[int]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    with (
        (folder / "server.log").open("wb") as log,
        subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, env=environment) as process,
    ):
        try:
            _wait_until_ready(process, port, folder / "server.log")
            yield process.pid
        finally:
            process.terminate()
            try:
                process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait_until_ready(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)  # a process that starts has nothing to wait on
        else:
            return
    said = log.read_text(encoding="utf-8", errors="replace")[-2000:]
    raise RuntimeError(f"the test server did not start: {process.args!r}\n{said}")
