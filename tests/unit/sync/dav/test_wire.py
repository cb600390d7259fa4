"""What the library's failures mean, and what passes the system's proxy."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading

import pytest
from niquests.exceptions import ConnectionError as LostConnection
from niquests.exceptions import ConnectTimeout, ReadTimeout, SSLError

from lcdesk.sync.dav.pace import Patience, TimeSource
from lcdesk.sync.dav.wire import (
    FAILURES,
    Kind,
    TappedResolver,
    Wire,
    prepare_request,
    proxies_for,
    trouble_from,
)


class NewConnectionError(Exception):
    """Named as the library's."""


class ProtocolError(Exception):
    """Named as the library's."""


@pytest.mark.parametrize(
    ("error", "kind", "sent"),
    [
        (LostConnection(NewConnectionError("refused")), Kind.UNREACHABLE, False),
        (LostConnection(ProtocolError("closed")), Kind.UNREACHABLE, True),
        (ConnectTimeout("slow"), Kind.TOO_SLOW, False),
        (ReadTimeout("slow"), Kind.TOO_SLOW, True),
        (TimeoutError("slow"), Kind.TOO_SLOW, True),
        (ConnectionResetError("reset"), Kind.UNREACHABLE, True),
        (SSLError("CERTIFICATE_VERIFY_FAILED"), Kind.UNTRUSTED, False),
        (SSLError("bad record"), Kind.UNTRUSTED, True),
    ],
)
def test_kinds(error: Exception, kind: Kind, sent: bool) -> None:
    trouble = trouble_from(error)
    assert (trouble.kind, trouble.sent) == (kind, sent)
    assert trouble.reason


def test_reasons_name_no_objects() -> None:
    error = LostConnection(NewConnectionError("<urllib3.Connection object at 0x7f>: no route"))
    assert trouble_from(error).reason == "NewConnectionError: no route"


def test_a_proxy_sees_tunnels_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example.org:3128")
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.example.org:3128")
    monkeypatch.setenv("NO_PROXY", "inside.example.org")
    monkeypatch.delenv("REQUEST_METHOD", raising=False)
    proxied = {"https": "http://proxy.example.org:3128"}
    assert proxies_for("https://caldav.icloud.com/") == proxied
    assert proxies_for("https://inside.example.org/") == {}
    assert proxies_for("http://127.0.0.1/") == {}


def test_start_up_does_not_pay_for_the_network() -> None:
    program = (
        "import sys, lcdesk.sync.dav, lcdesk.sync.secrets\n"
        "heavy = {'niquests', 'urllib3', 'caldav', 'lxml', 'keyring', 'icalendar'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
        "from lcdesk.sync.dav import open_remote\n"
        "from lcdesk.model.domain.accounts import Provider\n"
        "open_remote(Provider.ICLOUD, '', 'a', 'b').close()\n"
        "print(sorted({'caldav', 'lxml', 'icalendar'} & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stdout.split("\n"), ran.stderr) == (["[]", "[]", ""], "")


def test_name_that_is_looked_up_without_end_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, released = threading.Event(), threading.Event()

    def look_up(*_: object, **__: object) -> list[tuple[object, ...]]:
        asked.set()
        released.wait()
        raise OSError("no such name")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    wire = Wire(TimeSource())
    request = prepare_request("OPTIONS", "http://slow.invalid/", {}, b"")
    with wire.watch(asked.is_set) as watch, pytest.raises(FAILURES) as cut:
        wire.send(request, Patience())
    assert watch.fired
    assert not trouble_from(cut.value).sent
    released.set()
    wire.close()


def test_connection_that_is_made_after_the_cut_is_not_used() -> None:
    resolver = TappedResolver()
    resolver.cut()
    with socket.create_server(("127.0.0.1", 0)) as server:
        with pytest.raises(TimeoutError):
            resolver.create_connection(("127.0.0.1", server.getsockname()[1]))
        resolver.mend()
        resolver.create_connection(("127.0.0.1", server.getsockname()[1])).close()
        resolver.release()
