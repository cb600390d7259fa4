"""The one place that touches the HTTP library: a quiet connection pool that can be cut.

niquests is used below its Session: no cookies, no netrc, no redirects, no retries, no QUIC,
no certificate look-ups at third parties, no watching threads. What is added is a tap on every
socket, because the library bounds the pause between two bytes but not the whole answer (tried
with 3.21.2: headers that drip in one byte at a time are waited for without end).
"""

from __future__ import annotations

import contextlib
import re
import select
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from niquests import PreparedRequest, Response
from niquests.adapters import HTTPAdapter
from niquests.exceptions import ConnectTimeout, ReadTimeout, SSLError, Timeout

from lcdesk.sync.dav.pace import Patience, TimeSource
from lcdesk.threads import AbandonedError, unless

if TYPE_CHECKING:
    from urllib3.contrib.resolver.system import SystemResolver
    from urllib3.exceptions import HTTPError
else:
    # niquests brings its own urllib3 and decides at run time under which name it is installed.
    from niquests.packages.urllib3.contrib.resolver.system import SystemResolver
    from niquests.packages.urllib3.exceptions import HTTPError

_GLANCE = 0.05  # seconds between two looks at Stop and at the deadline
_CHATTER = 5.0  # seconds after an answer in which unasked bytes are no farewell


_LOST = (RecursionError, ValueError, LookupError)  # it follows each answer before the real one
FAILURES = (OSError, HTTPError, *_LOST)
"""What the library raises when a request or its answer fails."""

# The library's names for "there was no connection to send anything over".
_NEVER_SENT = {"NewConnectionError", "NameResolutionError", "ConnectTimeoutError", "ProxyError"}
_OBJECT = re.compile(r"<[^<>]* object at 0x[0-9a-f]+>:? ?")


class Kind(Enum):
    """What went wrong on the line."""

    UNREACHABLE = auto()
    UNTRUSTED = auto()
    TOO_SLOW = auto()
    GARBLED = auto()  # an answer that the library cannot follow


@dataclass(frozen=True, slots=True)
class Trouble:
    """A failure of the line, without the library's objects (they hold the password)."""

    kind: Kind
    reason: str
    sent: bool  # whether the request may have reached the server


def trouble_from(error: BaseException) -> Trouble:
    """What one of FAILURES means."""
    if isinstance(error, _LOST) and not isinstance(error, (OSError, HTTPError)):
        return Trouble(Kind.GARBLED, type(error).__name__, sent=True)
    root = _root_of(error)
    name = type(root).__name__
    text = _OBJECT.sub("", str(root))[:200]
    reason = f"{name}: {text}" if text else name
    if isinstance(error, SSLError):
        return Trouble(Kind.UNTRUSTED, reason, sent="CERTIFICATE_VERIFY_FAILED" not in text)
    if isinstance(error, (Timeout, TimeoutError)) or "Timeout" in name:
        unsent = isinstance(error, ConnectTimeout) or name in _NEVER_SENT
        return Trouble(Kind.TOO_SLOW, reason, sent=not unsent or isinstance(error, ReadTimeout))
    return Trouble(Kind.UNREACHABLE, reason, sent=name not in _NEVER_SENT)


def _root_of(error: BaseException) -> BaseException:
    """The innermost error that the library wrapped."""
    for _ in range(8):
        inner = getattr(error, "reason", None)
        if not isinstance(inner, BaseException):
            inner = next((part for part in error.args if isinstance(part, BaseException)), None)
        if inner is None:
            break
        error = inner
    return error


class TappedResolver(SystemResolver):
    """Opens sockets as usual and keeps a second handle on each, to end it from outside."""

    def __init__(self) -> None:
        super().__init__()
        self._taps: list[socket.socket] = []
        self._guard = threading.Lock()
        self._is_cut = threading.Event()

    def create_connection(self, *args: Any, **kwargs: Any) -> socket.socket:
        """As the library does it, plus the tap; also what has no socket yet can be cut."""
        connect = partial(super().create_connection, *args, **kwargs)
        try:
            made = unless(self._is_cut.is_set, connect, discard=socket.socket.close)
        except AbandonedError:
            raise TimeoutError("cut while connecting") from None
        if self._is_cut.is_set():
            made.close()
            raise TimeoutError("cut while connecting")
        with self._guard:
            self._taps.append(made.dup())
        return made

    def cut(self) -> None:
        """End every connection at once, until `mend`; whoever reads from one is woken."""
        self._is_cut.set()
        for tap in self._drain():
            with contextlib.suppress(OSError):
                tap.shutdown(socket.SHUT_RDWR)
            tap.close()

    def mend(self) -> None:
        """Connections may be made again."""
        self._is_cut.clear()

    def release(self) -> None:
        """Let go of the handles without ending anything."""
        for tap in self._drain():
            tap.close()

    def has_stale(self, idle: float) -> bool:
        """Whether the other side has closed a connection that waits here for reuse.

        Unasked bytes may be a farewell as well, but right after an answer they are rather the
        small talk of TLS or HTTP/2.
        """
        with self._guard:
            waiting = [tap for tap in self._taps if _is_readable(tap)]
        return any(idle > _CHATTER or _is_ended(tap) for tap in waiting)

    def _drain(self) -> list[socket.socket]:
        with self._guard:
            taps, self._taps = self._taps, []
        return taps


def _is_readable(tap: socket.socket) -> bool:
    if hasattr(select, "poll"):  # unlike select, it takes any number of open files
        poll = select.poll()
        poll.register(tap, select.POLLIN)
        return bool(poll.poll(0))
    return bool(select.select([tap], [], [], 0)[0])


def _is_ended(tap: socket.socket) -> bool:
    try:
        return tap.recv(1, socket.MSG_PEEK) == b""
    except OSError:
        return True


class QuietAdapter(HTTPAdapter):
    """The library's connection pool without its background thread."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """As the library does it, but nobody watches idle connections."""
        super().init_poolmanager(*args, background_watch_delay=None, **kwargs)


class Watch:
    """Looks at Stop and the deadline while a request runs, and cuts the line."""

    def __init__(self, cut: Callable[[], None], is_over: Callable[[], bool]) -> None:
        self.fired = False
        self._cut = cut
        self._is_over = is_over
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run, name="lcdesk-dav-watch", daemon=True)

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._done.wait(_GLANCE):
            if self._is_over():
                self.fired = True
                self._cut()
                return


class Wire:
    """Sends one request and hands the answer out in pieces."""

    def __init__(self, time_source: TimeSource) -> None:
        self._time_source = time_source
        self._last_used = time_source.monotonic()
        self._resolver = TappedResolver()
        self._adapter = QuietAdapter(
            pool_connections=2,
            pool_maxsize=2,
            max_retries=0,
            resolver=self._resolver,
            disable_http3=True,
            happy_eyeballs=False,
            keepalive_delay=None,
            keepalive_idle_window=None,
            revocation_configuration=None,
            allow_incoming_cookies=False,
        )

    def send(self, request: PreparedRequest, patience: Patience) -> Response:
        """Send, and return when the answer's head is there."""
        if self._resolver.has_stale(self._time_source.monotonic() - self._last_used):
            self.reset()
        self._last_used = self._time_source.monotonic()
        return self._adapter.send(
            request,
            stream=True,
            timeout=(patience.connect, patience.read),
            verify=True,
            proxies=proxies_for(request.url or ""),
        )

    def watch(self, is_over: Callable[[], bool]) -> Watch:
        """A watch over what is sent while it is entered."""
        self._resolver.mend()
        return Watch(self._resolver.cut, is_over)

    def reset(self) -> None:
        """Close all connections; the next request opens a new one."""
        self._adapter.poolmanager.clear()
        self._resolver.release()

    def close(self) -> None:
        """Close for good."""
        self.reset()
        self._adapter.close()


def prepare_request(method: str, url: str, headers: dict[str, str], body: bytes) -> PreparedRequest:
    """A request whose address stays exactly as spelled (the library would re-quote it)."""
    request = PreparedRequest()
    request.prepare(method=method, url=url, headers=headers, data=body or None)
    request.url = url
    return request


def pieces(response: Response) -> Iterator[bytes]:
    """The body as it arrives, decompressed."""
    return response.iter_content(-1)


def proxies_for(url: str) -> dict[str, str]:
    """The system's proxy, for TLS only: it then sees a tunnel and no password."""
    parts = urlsplit(url)
    if parts.scheme != "https" or proxy_bypass(parts.hostname or ""):
        return {}
    proxy = getproxies().get("https")
    return {"https": proxy} if proxy else {}
