"""First sync of 2,000 events from a local Radicale against a plain download of the same."""

from __future__ import annotations

import http.client
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from bench.events import event_text
from bench.figures import cost_of, say
from lcdesk.model.domain.accounts import Role
from lcdesk.sync.engine import PassReport
from tests.desk import Desk
from tests.servers import Account, radicale

EVENTS = 2_000


def run() -> None:
    """Both in turn on one server, whose own cache is warm for both."""
    with TemporaryDirectory() as folder, radicale(Path(folder) / "server") as server:
        calendar = server.make_calendar("bench")
        _fill(server, calendar)
        hrefs = list(server.members(calendar))
        plain = cost_of(lambda: _download(server, hrefs))
        desk = Desk(Path(folder), now=datetime.now(UTC))
        ana = desk.staff("Ana")
        desk.account(server, ana)
        desk.give_role(calendar, Role.CONFLICT)
        reports: list[PassReport] = []
        first = cost_of(lambda: reports.append(desk.sync()))
        again = cost_of(lambda: reports.append(desk.sync()))
        desk.close()
    say(
        f"First sync of {EVENTS:,} events (Radicale on loopback)",
        f"plain HTTP download  {plain.wall:6.2f} s wall  {plain.cpu:5.2f} s CPU  {EVENTS} requests",
        f"lcdesk, first sync   {first.wall:6.2f} s wall  {first.cpu:5.2f} s CPU  "
        f"{reports[0].requests} requests, {reports[0].received / 1e6:.1f} MB",
        f"lcdesk, no change    {again.wall:6.2f} s wall  {again.cpu:5.2f} s CPU  "
        f"{reports[1].requests} requests",
        f"ratio first sync / download: {first.wall / plain.wall:.2f} wall",
    )


def _fill(server: Account, calendar: str) -> None:
    line = _line(server)
    for number in range(EVENTS):
        uid, text = event_text(number)
        headers = _headers(server) | {"Content-Type": "text/calendar; charset=utf-8"}
        line.request("PUT", f"{calendar}{uid}.ics", text.encode(), headers)
        answer = line.getresponse()
        answer.read()
        assert answer.status == 201, answer.status
    line.close()


def _download(server: Account, paths: list[str]) -> None:
    """One connection, one GET an object: the least that a plain download takes."""
    line = _line(server)
    for path in paths:
        line.request("GET", path.replace("@", "%40"), headers=_headers(server))
        answer = line.getresponse()
        assert answer.read()
    line.close()


def _line(server: Account) -> http.client.HTTPConnection:
    parts = urlsplit(server.url)
    return http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)


def _headers(server: Account) -> dict[str, str]:
    import base64

    pair = base64.b64encode(f"{server.email}:{server.password}".encode()).decode()
    return {"Authorization": f"Basic {pair}"}
