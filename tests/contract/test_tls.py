"""TLS is always verified, and a line under TLS can be cut like any other."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lcdesk.sync.dav.pace import Patience
from lcdesk.sync.dav.wire import QuietAdapter
from lcdesk.sync.errors import ForeignHost, Offline, Stopped
from tests.contract.conftest import Opening
from tests.fakes.loopback import XML, LoopbackServer, Reply
from tests.fakes.tls import new_certificate, server_context

WORK = "/7/calendars/work/"


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate of our own making."""
    return new_certificate(tmp_path)


@pytest.fixture
def server(certificate: Path) -> Iterator[LoopbackServer]:
    """Speaks TLS; the test says what it answers."""
    context = server_context(certificate)
    with LoopbackServer(lambda _: Reply(404), tls=context) as running:
        yield running


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the system trusted the certificate. The product has no switch for it."""
    send = QuietAdapter.send

    def trusting(self: QuietAdapter, *args: Any, **kwargs: Any) -> Any:
        assert kwargs["verify"] is True
        return send(self, *args, **{**kwargs, "verify": str(certificate)})

    monkeypatch.setattr(QuietAdapter, "send", trusting)


def test_a_certificate_that_nobody_vouches_for(server: LoopbackServer, opened: Opening) -> None:
    with pytest.raises(Offline) as refused:
        opened(server.url).create(f"{WORK}a.ics", "x")
    assert "not secure" in refused.value.message
    assert not refused.value.maybe_applied
    assert server.seen == []


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("PYTHONHTTPSVERIFY", "0"),
        ("REQUESTS_CA_BUNDLE", ""),
        ("CURL_CA_BUNDLE", ""),
        ("REQUESTS_CA_BUNDLE", "{certificate}"),
        ("CURL_CA_BUNDLE", "{certificate}"),
        ("SSL_CERT_FILE", "{certificate}"),
        ("SSL_CERT_DIR", "{folder}"),
    ],
)
def test_no_variable_makes_it_trusted(
    server: LoopbackServer,
    opened: Opening,
    certificate: Path,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    value: str,
) -> None:
    """Whom to trust is said by the system's own store, where an administrator keeps it."""
    monkeypatch.setenv(variable, value.format(certificate=certificate, folder=certificate.parent))
    with pytest.raises(Offline) as refused:
        opened(server.url).get(f"{WORK}a.ics")
    assert "not secure" in refused.value.message
    assert server.seen == []


@pytest.mark.usefixtures("trusted")
class TestTrusted:
    def test_requests_share_a_line(self, server: LoopbackServer, opened: Opening) -> None:
        server.answering = lambda _: Reply(200, b"BEGIN:VCALENDAR", {"ETag": '"1"'})
        remote = opened(server.url)
        assert not any(remote.get(f"{WORK}{number}.ics").gone for number in range(3))
        assert len(server.seen) == 3
        assert server.connections == 1

    def test_no_way_back_to_clear_text(self, server: LoopbackServer, opened: Opening) -> None:
        goal = f"http://127.0.0.1:{server.port}/"
        server.answering = lambda _: Reply(302, b"", {"Location": goal})
        with pytest.raises(ForeignHost):
            opened(server.url).get(f"{WORK}a.ics")
        assert len(server.seen) == 1

    def test_the_deadline(
        self, server: LoopbackServer, opened: Opening, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("lcdesk.sync.dav.reports.LISTING", Patience(total=0.3))
        server.answering = lambda _: Reply(raw=b"HTTP/1.1 207 OK\r\n" + b"X-Slow: a\r\n" * 9_999)
        with pytest.raises(Offline):
            opened(server.url).listing(WORK)

    def test_stop(self, server: LoopbackServer, opened: Opening) -> None:
        stop = threading.Event()

        def pieces() -> Iterator[bytes]:
            yield b"<"
            stop.set()
            yield from itertools.repeat(b" ")

        server.answering = lambda _: Reply(207, b"", XML, pieces=pieces())
        with pytest.raises(Stopped):
            opened(server.url, stop=stop.is_set).listing(WORK)
