"""No test leaves this machine: sockets reach loopback and local sockets, nothing else.

Names and addresses that are reserved for examples (`*.invalid`, 192.0.2.0/24, ...) stand for
"elsewhere" and are refused like an unreachable network, so that a test of the product's words
for it can use them. Anything else is refused too, and fails the test.
"""

from __future__ import annotations

import _socket
import errno
import ipaddress
import os
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest

_RESERVED_NAMES = (".invalid", ".test", ".example", "example.com", "example.net", "example.org")
_RESERVED_NETWORKS = tuple(
    ipaddress.ip_network(network)
    for network in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
)

_real_connect = socket.socket.connect
_real_connect_ex = socket.socket.connect_ex
_real_getaddrinfo = socket.getaddrinfo

_attempts: list[str] = []


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that tried to reach another machine, unless it is marked `offline`."""
    _attempts.clear()
    yield
    if _attempts and request.node.get_closest_marker("offline") is None:
        pytest.fail(f"The test tried to leave this machine: {', '.join(_attempts)}", pytrace=False)


def guard_sockets() -> None:
    """Put the guard in front of Python's sockets, for this process."""
    socket.socket.connect = _guarded_connect  # type: ignore[method-assign]
    socket.socket.connect_ex = _guarded_connect_ex  # type: ignore[method-assign]
    socket.getaddrinfo = _guarded_getaddrinfo


def _guarded_connect(self: _socket.socket, address: Any, /) -> None:
    if not _may_reach(self, address):
        raise OSError(errno.ENETUNREACH, os.strerror(errno.ENETUNREACH))
    _real_connect(self, address)


def _guarded_connect_ex(self: _socket.socket, address: Any, /) -> int:
    if not _may_reach(self, address):
        return errno.ENETUNREACH
    return _real_connect_ex(self, address)


def _guarded_getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
    name = host.decode() if isinstance(host, bytes) else host
    if name and _address(name) is None and not _is_loopback_name(name):
        _note(name)
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    lookup: Callable[..., Any] = _real_getaddrinfo
    return lookup(host, *args, **kwargs)


def _may_reach(sock: _socket.socket, address: Any) -> bool:
    if sock.family not in (socket.AF_INET, socket.AF_INET6):
        return True
    host = str(address[0])
    numeric = _address(host)
    if numeric.is_loopback if numeric is not None else _is_loopback_name(host):
        return True
    _note(host)
    return False


def _note(host: str) -> None:
    numeric = _address(host)
    if numeric is None:
        is_reserved = host.rstrip(".").lower().endswith(_RESERVED_NAMES)
    else:
        is_reserved = any(numeric in network for network in _RESERVED_NETWORKS)
    if not is_reserved:
        _attempts.append(host)


def _is_loopback_name(name: str) -> bool:
    bare = name.rstrip(".").lower()
    return bare == "localhost" or bare.endswith(".localhost")


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return None
