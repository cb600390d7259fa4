"""The caldav package, made to speak through our session.

Its own way of sending follows redirects by itself, asks netrc for passwords and sleeps on a
busy server. Here it keeps the protocol knowledge (which property, which quirk of an answer's
href) and loses the network: it never holds the password.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from caldav.davclient import DAVClient
from caldav.response import DAVResponse

from lcdesk.sync.dav.failures import Purpose
from lcdesk.sync.dav.multistatus import BadXml, MultistatusReader
from lcdesk.sync.dav.session import MEGABYTE, MULTISTATUS, XML, Answer, Call, Session

_LARGEST = 4 * MEGABYTE


class GuardedClient(DAVClient):
    """A DAVClient whose every request is a call of the session."""

    def __init__(self, session: Session, url: str) -> None:
        super().__init__(url=url, enable_rfc6764=False, rate_limit_handle=False)
        self.session.close()  # the library's own, never used
        self._guarded = session
        self.final_url = url

    def request(
        self,
        url: Any,
        method: str = "GET",
        body: Any = "",
        headers: Mapping[str, str] | None = None,
        rate_limit_time_slept: float = 0,  # noqa: ARG002 - the library's signature
    ) -> DAVResponse:
        """Send through the session; anything but a readable multistatus is its error."""
        call = Call(
            Purpose.DISCOVER,
            method,
            str(url),
            body.encode() if isinstance(body, str) else bytes(body or b""),
            {"Content-Type": XML, **(headers or {})},
            largest=_LARGEST,
        )
        answer = self._guarded.demand(call, *MULTISTATUS)
        self._check(answer)
        self.final_url = answer.url
        try:
            return DAVResponse(_reply(answer), self)
        except (SyntaxError, ValueError, LookupError) as error:  # its own parser has other limits
            reason = type(error).__name__
        raise self._guarded.judge.not_caldav(answer.refusal, reason)

    def _check(self, answer: Answer) -> None:
        """Refuse entities and web pages before the library's parser sees them."""
        reader = MultistatusReader(lambda _: None)
        try:
            reader.feed(answer.body)
            reader.finish()
        except BadXml as error:
            reason = str(error)
        else:
            return
        raise self._guarded.judge.not_caldav(answer.refusal, reason)


def _reply(answer: Answer) -> SimpleNamespace:
    """The little of a response that the library looks at."""
    return SimpleNamespace(
        headers={"Content-Type": XML},
        status_code=207,
        content=answer.body,
        text="",
        reason="Multi-Status",
    )
