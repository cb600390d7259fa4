"""Running servers, and remotes that are closed when a test ends."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from typing import Protocol

import pytest

from lcdesk.model.domain.accounts import Provider
from lcdesk.sync.dav import open_remote
from lcdesk.sync.dav.remote import DavRemote
from tests.contract.traits import Server
from tests.fakes.icloud import DirectAccount, DirectWire, ICloud
from tests.fakes.loopback import Answering, LoopbackServer, Reply
from tests.servers import EMAIL, PASSWORD, Account, radicale, xandikos

_NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def radicale_account(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Account]:
    """One Radicale for all tests; each makes calendars of its own."""
    with radicale(tmp_path_factory.mktemp("radicale")) as account:
        yield account


@pytest.fixture(scope="session")
def xandikos_account(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Account]:
    """One Xandikos for all tests."""
    with xandikos(tmp_path_factory.mktemp("xandikos")) as account:
        yield account


@pytest.fixture(params=["radicale", "xandikos"])
def account(request: pytest.FixtureRequest) -> Account:
    """Each test once per real server."""
    found: Account = request.getfixturevalue(f"{request.param}_account")
    return found


@pytest.fixture
def icloud_account() -> DirectAccount:
    """An iCloud look-alike of its own for each test."""
    return DirectAccount.of(ICloud(lambda: _NOON))


@pytest.fixture(params=["radicale", "xandikos", "icloud"])
def server(request: pytest.FixtureRequest, opened: Opening) -> Server:
    """Each test once per real server, and once on the look-alike."""
    found: Account = request.getfixturevalue(f"{request.param}_account")
    line: dict[str, object] = {}
    if isinstance(found, DirectAccount):
        line = {"provider": Provider.ICLOUD, "wire": DirectWire(found.icloud)}
    return Server(request.param, found, partial(opened, found.url, **line))


@pytest.fixture
def calendar(account: Account) -> str:
    """The path of an empty calendar."""
    return account.make_calendar(f"c{uuid.uuid4().hex[:8]}")


class Opening(Protocol):
    """Opens a remote that the test need not close."""

    def __call__(self, url: str, **more: object) -> DavRemote: ...


@pytest.fixture
def opened() -> Iterator[Opening]:
    """Remotes by address, closed at the end."""
    with ExitStack() as stack:

        def open_at(url: str, **more: object) -> DavRemote:
            settings: dict[str, object] = {"provider": Provider.CALDAV, "password": PASSWORD}
            settings |= more
            provider = settings.pop("provider")
            password = settings.pop("password")
            remote = open_remote(provider, url, EMAIL, password, **settings)  # type: ignore[arg-type]  # a test may hand in anything
            stack.callback(remote.close)
            return remote

        yield open_at


@pytest.fixture
def serve() -> Iterator[Callable[[Answering | Reply], LoopbackServer]]:
    """Servers that answer as a test says, or always the same."""
    with ExitStack() as stack:

        def start(answering: Answering | Reply) -> LoopbackServer:
            answer = (lambda _: answering) if isinstance(answering, Reply) else answering
            return stack.enter_context(LoopbackServer(answer))

        yield start


Serving = Callable[[Answering | Reply], LoopbackServer]
