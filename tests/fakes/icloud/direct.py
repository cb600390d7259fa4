"""The look-alike without sockets: the product's own line, with iCloud's real host names.

Everything above the HTTP library runs as it is: addresses, credentials, pace, XML, errors.
Nothing waits, so thousands of passes are quick, and a test can end the program between any
two things that happen.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from niquests import PreparedRequest, Response
from niquests.exceptions import ConnectionError as LineFailed
from niquests.exceptions import ReadTimeout
from niquests.structures import CaseInsensitiveDict

from lcdesk.model.domain.accounts import Account
from lcdesk.model.domain.zones import Clock
from lcdesk.sync.connect import Connector, key_of
from lcdesk.sync.dav import TimeSource, open_remote
from lcdesk.sync.dav.addresses import origin_of
from lcdesk.sync.dav.pace import Patience
from lcdesk.sync.dav.wire import Watch, Wire
from lcdesk.sync.ports import Remote
from lcdesk.sync.secrets import SessionStore
from tests.fakes.icloud.server import ICloud
from tests.fakes.loopback import Reply, Seen
from tests.servers import PASSWORD


class Direct(Connector):
    """Opens lines to a look-alike with the password that is right there.

    `step` is called before each request leaves.
    """

    def __init__(self, icloud: ICloud, now: Clock) -> None:
        self.icloud = icloud
        self.step: Callable[[], None] = lambda: None
        self.secrets = SessionStore()
        self._waited = 0.0
        super().__init__(
            self.secrets,
            time_source=TimeSource(now=now, monotonic=lambda: self._waited, sleep=self._wait),
            opens=partial(open_remote, wire=DirectWire(icloud, before=lambda: self.step())),
        )

    def __call__(self, account: Account) -> Remote:
        """The line, whatever number the account has."""
        self.secrets.set(key_of(account), PASSWORD)
        return super().__call__(account)

    def restart(self) -> None:
        """The program begins anew and remembers nothing that was not kept."""
        self._memories.clear()

    def _wait(self, seconds: float) -> None:
        self._waited += seconds


class _NoWatch(Watch):
    """Nothing can hang here."""

    def __init__(self) -> None:
        self.fired = False

    def __enter__(self) -> Watch:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing was started."""


class DirectWire(Wire):
    """Hands each request to the look-alike; `before` is called first."""

    def __init__(self, icloud: ICloud, before: Callable[[], None] = lambda: None) -> None:
        self._icloud = icloud
        self._before = before

    def send(self, request: PreparedRequest, patience: Patience) -> Response:
        """Hand the request over, and the answer back."""
        assert request.url is not None
        host = str(origin_of(request.url))
        target = request.url.split("://", 1)[1]
        body = request.body or b""
        seen = Seen(
            request.method or "",
            "/" + target.partition("/")[2],
            {str(name).lower(): str(value) for name, value in (request.headers or {}).items()},
            body if isinstance(body, bytes) else str(body).encode(),
        )
        self._before()
        return _response(self._icloud.answer(host, seen))

    def watch(self, is_over: Callable[[], bool]) -> Watch:
        return _NoWatch()

    def reset(self) -> None:
        """There are no connections."""

    def close(self) -> None:
        """There are no connections."""


def _response(reply: Reply) -> Response:
    if reply.is_silent:
        raise LineFailed("the line was cut")
    response = Response()
    response.status_code = reply.status
    response.headers = CaseInsensitiveDict(reply.headers)
    response.raw = _Body(reply)
    return response


class _Body:
    """An answer's body, which may end with the line or never."""

    def __init__(self, reply: Reply) -> None:
        self._left = reply.body[: reply.sent]
        self._reply = reply

    def read(self, *_: Any) -> bytes:
        if self._reply.pieces is not None:
            raise ReadTimeout("no more bytes in time")
        piece, self._left = self._left, b""
        if not piece and self._reply.sent is not None:
            raise LineFailed("the line was cut")
        return piece

    def close(self) -> None:
        """Nothing is open."""
