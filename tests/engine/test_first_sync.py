"""A first sync: this week before years of history, and cut off anywhere it goes on from there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from lcdesk.model.domain.accounts import Account, Role
from lcdesk.model.store import accounts
from lcdesk.model.store.remote import objects
from lcdesk.sync.dav import open_remote
from lcdesk.sync.dav.wire import Wire
from lcdesk.sync.engine import run_pass
from lcdesk.sync.ports import Remote
from lcdesk.sync.reading import PAGE
from lcdesk.sync.reports import PassReport
from tests.desk import NOW, Desk, event
from tests.engine.conftest import EACH_SERVER
from tests.fakes.faults import Fault, Faults
from tests.fakes.icloud import DirectAccount, DirectWire
from tests.fakes.loopback import Reply, Seen
from tests.fakes.proxy import FaultyProxy
from tests.servers import PASSWORD
from tests.servers import Account as ServerAccount

EVENTS = 4 * PAGE  # the fourth page is not asked for before the first one is kept
FEW = 40  # each is an answer of its own of a real server, and yet more than a small request
_STAMP = "%Y%m%dT%H%M%SZ"


def ten_years(count: int) -> list[tuple[str, datetime]]:
    """UIDs and starts from ten years ago until next month; their order says nothing."""
    first = NOW - timedelta(days=3650)
    apart = timedelta(days=3680) / count
    return [(uuid.uuid4().hex, first + number * apart) for number in range(count)]


def components(some: list[tuple[str, datetime]]) -> str:
    texts = (
        event(uid, f"{at:{_STAMP}}", f"{at + timedelta(hours=1):{_STAMP}}") for uid, at in some
    )
    return "".join(text.split("PRODID:-//Another program//EN\r\n")[1][:-15] for text in texts)


def upload(server: ServerAccount, some: list[tuple[str, datetime]]) -> str:
    """A new calendar that holds them; its path."""
    name = f"c{uuid.uuid4().hex[:8]}"
    if "%40" in server.home:  # Radicale, which takes a whole calendar at once
        path = server.calendar(name)
        whole = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{components(some)}END:VCALENDAR\r\n"
        server.put(path, whole)
        return path
    path = server.make_calendar(name)
    for uid, at in some:
        end = at + timedelta(hours=1)
        server.put(f"{path}{uid}.ics", event(uid, f"{at:{_STAMP}}", f"{end:{_STAMP}}"))
    return path


@dataclass(slots=True)
class FirstSync:
    """A desk whose conflict calendar has never been read, and a look at its line."""

    desk: Desk
    calendar: str
    faults: Faults
    heard: Callable[[], list[Seen]]
    wire: Wire | None = None  # to something else than a server on this machine
    _looked: int = 0

    def stored(self) -> int:
        with self.desk.database.read() as reader:
            chosen = [
                linked
                for linked in accounts.linked_calendars(reader)
                if linked.role is Role.CONFLICT
            ]
            return sum(len(objects.objects_of_linked(reader, linked.id)) for linked in chosen)

    def reports(self) -> list[Seen]:
        """What was asked since the last look."""
        new = self.heard()[self._looked :]
        self._looked += len(new)
        return [seen for seen in new if seen.method == "REPORT"]

    def asked_for(self) -> int:
        """How many texts were asked for since the last look."""
        bodies = [seen.body for seen in self.reports()]
        return sum(body.count(b"<href>") for body in bodies if b"calendar-multiget" in body)

    def pass_stopped_after(self, pages: int) -> PassReport:
        heard: list[int] = []

        def connect(account: Account) -> Remote:
            def stop() -> bool:
                return len(heard) > pages  # the first call tells what there is to do

            return open_remote(
                account.provider,
                account.server,
                account.email,
                PASSWORD,
                stop=stop,
                wire=self.wire,
            )

        with self.desk.database.read() as reader:
            (account,) = accounts.all_accounts(reader)
        return run_pass(
            self.desk.database,
            account,
            connect=connect,
            clock=lambda: self.desk.now,
            progress=lambda _name, done, _total: heard.append(done),
        )


@contextmanager
def connected_to(account: ServerAccount, desk: Desk, count: int) -> Iterator[FirstSync]:
    """The look-alike as it is, a real server behind a proxy that looks on."""
    calendar = upload(account, ten_years(count))
    with ExitStack() as stack:
        if isinstance(account, DirectAccount):
            icloud = account.icloud
            made = FirstSync(
                desk,
                calendar,
                icloud.faults,
                lambda: [heard.seen for heard in icloud.log.heard],
                DirectWire(icloud),
            )
        else:
            proxy = stack.enter_context(FaultyProxy(account.url))
            account = account.at(proxy.url)
            made = FirstSync(desk, calendar, proxy.faults, lambda: list(proxy.seen))
        desk.account(account, desk.staff("Ana"))
        desk.give_role(calendar, Role.CONFLICT)
        made.reports()
        yield made


@pytest.fixture
def first_sync(desk: Desk, account: ServerAccount) -> Iterator[FirstSync]:
    """Ten years of events, none of them read."""
    with connected_to(account, desk, EVENTS) as made:
        yield made


@pytest.mark.servers("radicale")  # the look-alike answers every question about a time with all
def test_this_weeks_events_are_there_after_the_first_page(first_sync: FirstSync) -> None:
    assert first_sync.pass_stopped_after(1).stopped
    assert first_sync.stored() < EVENTS
    early = first_sync.desk.agenda(23, 30)
    assert first_sync.desk.sync().ok
    assert early
    assert early == first_sync.desk.agenda(23, 30)


def test_a_server_that_does_not_say_what_lies_in_a_week_is_read_in_its_own_order(
    first_sync: FirstSync,
) -> None:
    first_sync.faults.add(Fault(method="REPORT", skip=1, instead=Reply(400)))
    report = first_sync.desk.sync()
    assert report.ok
    assert report.pulled.added == EVENTS
    assert b"time-range" in first_sync.reports()[1].body


def test_a_cancelled_first_sync_fetches_only_the_rest(first_sync: FirstSync) -> None:
    assert first_sync.pass_stopped_after(1).stopped
    stored = first_sync.stored()
    assert 0 < stored < EVENTS
    first_sync.asked_for()
    report = first_sync.desk.sync()
    assert report.ok
    assert report.pulled.added == first_sync.asked_for() == EVENTS - stored
    assert first_sync.stored() == EVENTS


@pytest.mark.servers("radicale")
def test_a_killed_first_sync_fetches_only_the_rest(first_sync: FirstSync) -> None:
    command = [sys.executable, "-m", "tests.fakes.one_pass", str(first_sync.desk.folder)]
    process = subprocess.Popen(command)

    def kill(_seen: Seen) -> None:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()

    # The listing, the question for this week and three batches are answered.
    first_sync.faults.add(Fault(method="REPORT", skip=5, then=kill))
    assert process.wait(timeout=60) == -signal.SIGKILL
    stored = first_sync.stored()
    assert 0 < stored < EVENTS
    first_sync.asked_for()
    assert first_sync.desk.sync().ok
    assert first_sync.asked_for() == EVENTS - stored
    assert first_sync.stored() == EVENTS


@EACH_SERVER
def test_a_calm_calendar_costs_one_small_request(desk: Desk, account: ServerAccount) -> None:
    with connected_to(account, desk, FEW):
        desk.sync()
        report = desk.sync()
    assert report.ok
    assert report.requests == 1
    assert report.received < 1_000
