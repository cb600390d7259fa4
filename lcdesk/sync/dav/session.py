"""One signed-in line to a server: the only function that sends anything, and all its guards.

Every request passes here: the host is checked before the password is put on, redirects are
followed by hand with the same method and body, time and size are bounded, Stop is heard, and
whatever goes wrong leaves as an error of `sync.errors` that holds no object of the library
(those carry the request's headers, and with them the password).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from niquests import Response

from lcdesk import __version__
from lcdesk.model.domain.message import Message
from lcdesk.sync.dav.addresses import AllowedHosts, Origin, join, lies_in
from lcdesk.sync.dav.failures import Judge, Unwieldy
from lcdesk.sync.dav.http_auth import HttpAuth
from lcdesk.sync.dav.multistatus import BadXml, BrokenXml
from lcdesk.sync.dav.pace import BRIEF, Pace, Patience, TimeSource
from lcdesk.sync.dav.refusal import Purpose, Refusal
from lcdesk.sync.dav.wire import (
    FAILURES,
    Kind,
    Trouble,
    Wire,
    pieces,
    prepare_request,
    trouble_from,
)
from lcdesk.sync.errors import CalendarMissing, RemoteError, Stopped

XML = "application/xml; charset=utf-8"  # Xandikos answers 415 to none, iCloud may to others
MEGABYTE = 1_000_000
LARGEST_OBJECT = 30 * MEGABYTE
LARGEST_LISTING = 64 * MEGABYTE
_LARGEST_EXCUSE = 64_000  # of a refusal's body only the preconditions are of use
_MOST_REDIRECTS = 5
_UNAUTHORISED = 401
_REDIRECTS = {301, 302, 303, 307, 308}
MULTISTATUS = (200, 207)  # some servers answer with a plain 200
_SLICE = 0.1
_FAREWELL = 0.5  # seconds that Stop leaves a write to finish
_TRACES = ("x-apple-request-uuid", "x-responding-instance", "x-apple-user-partition")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Call:
    """A request before it is sent."""

    purpose: Purpose
    method: str
    url: str
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    patience: Patience = BRIEF
    largest: int = LARGEST_OBJECT
    sink: Callable[[bytes], None] | None = None  # gets a good answer's body as it arrives


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; `url` is where it came from after redirects."""

    url: str
    status: int
    headers: Mapping[str, str]  # names in lower case
    body: bytes
    refusal: Refusal


class Session:
    """Sends calls for one account."""

    def __init__(
        self,
        hosts: AllowedHosts,
        judge: Judge,
        *,
        credentials: tuple[str, str],
        stop: Callable[[], bool],
        time_source: TimeSource,
        wire: Wire | None = None,
    ) -> None:
        self.hosts = hosts
        self.judge = judge
        self.requests = 0
        self.received = 0
        self._sign_in = HttpAuth(*credentials)
        self._stop = stop
        self._time_source = time_source
        self._pace = Pace(time_source, judge.memory.sent)
        self._wire = wire or Wire(time_source)

    def __repr__(self) -> str:
        return f"<Session to {self.hosts.base}>"

    def close(self) -> None:
        """Close connections."""
        self._wire.close()

    def demand(self, call: Call, *good: int) -> Answer:
        """The answer, or the error that any other status means."""
        answer = self.exchange(call)
        if answer.status in good:
            return answer
        raise self.judge.errors_from(answer.refusal)

    def exchange(self, call: Call) -> Answer:
        """Send and follow redirects; any final status is an answer."""
        url = call.url
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self._send(call, url)
            goal = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not goal:
                return answer
            url = join(url, goal)
            self.hosts.check(url)
            if call.purpose.is_write and not lies_in(url, call.url.rpartition("/")[0]):
                raise _refuse_redirect(call, answer)
        return answer

    def _send(self, call: Call, url: str) -> Answer:
        origin = self.hosts.check(url)
        self._take_turn(origin)
        outcome = self._attempt(call, url, origin)
        if not isinstance(outcome, Answer) and self._may_repeat(call, outcome):
            self._take_turn(origin)
            outcome = self._attempt(call, url, origin)
        if self._is_asked_otherwise(outcome, origin):
            self._take_turn(origin)
            outcome = self._attempt(call, url, origin)
        if isinstance(outcome, Answer):
            return outcome
        raise self._error_of(call, url, outcome)

    def _is_asked_otherwise(self, outcome: Answer | Trouble | RemoteError, origin: Origin) -> bool:
        """Whether the server would take the same password, shown in another way."""
        if not isinstance(outcome, Answer) or outcome.status != _UNAUTHORISED:
            return False
        return self._sign_in.hears(origin, outcome.headers)

    def _may_repeat(self, call: Call, outcome: Trouble | RemoteError) -> bool:
        """A server may close a kept connection just as it is used again: once, and reads only."""
        return (
            isinstance(outcome, Trouble)
            and outcome.kind is Kind.UNREACHABLE
            and outcome.sent
            and not call.purpose.is_write
            and not self._stop()
        )

    def _attempt(self, call: Call, url: str, origin: Origin) -> Answer | Trouble | RemoteError:
        """One request. Failures are returned, not raised, so that no library error is chained."""
        deadline = self._time_source.monotonic() + call.patience.total
        head_arrived = False
        with self._wire.watch(self._end_of(call, deadline)) as watch:
            try:
                request = prepare_request(
                    call.method, url, self._headers(call, url, origin), call.body
                )
                response = self._wire.send(request, call.patience)
                head_arrived = True
                answer = self._receive(call, url, response)
                if not watch.fired:
                    return answer
                outcome: Trouble | RemoteError = Trouble(Kind.TOO_SLOW, "", sent=True)
            except FAILURES as error:
                outcome = trouble_from(error)
            except BadXml as error:
                outcome = self._unreadable(call, url, error)
            except RemoteError as error:
                outcome = error
        self._wire.reset()
        return self._judge(call, url, outcome, timed_out=watch.fired, head_arrived=head_arrived)

    def _end_of(self, call: Call, deadline: float) -> Callable[[], bool]:
        """Whether a running request has to end. A write gets a moment to learn its answer."""
        asked: list[float] = []

        def is_over() -> bool:
            now = self._time_source.monotonic()
            if self._stop():
                asked.append(now)
            grace = _FAREWELL if call.purpose.is_write else 0.0
            return now >= deadline or (bool(asked) and now >= asked[0] + grace)

        return is_over

    def _judge(
        self,
        call: Call,
        url: str,
        outcome: Trouble | RemoteError,
        *,
        timed_out: bool,
        head_arrived: bool,
    ) -> Trouble | RemoteError:
        if self._stop():
            sent = outcome.sent if isinstance(outcome, Trouble) else True
            return self._stopped_error(maybe_applied=sent and call.purpose.is_write)
        if timed_out:
            return Trouble(Kind.TOO_SLOW, "the whole answer took too long", sent=True)
        if head_arrived and isinstance(outcome, Trouble) and outcome.kind is Kind.UNREACHABLE:
            blank = Refusal(call.purpose, call.method, _brief_address(url), 0)
            return self.judge.unreadable(blank, outcome.reason)
        return outcome

    def _error_of(self, call: Call, url: str, outcome: Trouble | RemoteError) -> RemoteError:
        if isinstance(outcome, RemoteError):
            return outcome
        blank = Refusal(call.purpose, call.method, _brief_address(url), 0)
        if outcome.kind is Kind.GARBLED:
            return self.judge.unreadable(blank, outcome.reason)
        worded = {
            Kind.UNREACHABLE: self.judge.unreachable,
            Kind.UNTRUSTED: self.judge.judge_untrusted,
            Kind.TOO_SLOW: self.judge.too_slow,
        }[outcome.kind]
        return worded(blank, outcome.reason, sent=outcome.sent)

    def _unreadable(self, call: Call, url: str, error: BadXml) -> RemoteError:
        blank = Refusal(call.purpose, call.method, _brief_address(url), 0)
        if isinstance(error, BrokenXml):
            return self.judge.unreadable(blank, str(error), Unwieldy)
        return self.judge.unreadable(blank, str(error))

    def _headers(self, call: Call, url: str, origin: Origin) -> dict[str, str]:
        """Sent to checked hosts only. Compression pays on a real network, not on loopback."""
        return {
            "User-Agent": f"lcdesk/{__version__}",
            "Accept": "*/*",
            "Accept-Encoding": "identity" if origin.is_loopback else "gzip",
            "Authorization": self._sign_in.header(call.method, url, origin),
            **call.headers,
        }

    def _receive(self, call: Call, url: str, response: Response) -> Answer:
        status = response.status_code or 0
        headers = {name.lower(): value for name, value in response.headers.items()}
        is_good = 200 <= status < 300
        body = bytearray()
        sink = call.sink if call.sink and status in MULTISTATUS else body.extend
        room = call.largest if is_good else _LARGEST_EXCUSE
        with closing(response):  # before its end, this gives up the connection as well
            for piece in pieces(response):
                self.received += len(piece)
                room -= len(piece)
                if room < 0:
                    break
                sink(piece)
        if room < 0:
            self._wire.reset()  # the rest of the answer is still coming in
        refusal = Refusal(
            call.purpose,
            call.method,
            _brief_address(url),
            status,
            bytes(body),
            headers.get("retry-after"),
            headers.get("www-authenticate", ""),
        )
        self._note(refusal, headers)
        if room < 0 and is_good:
            raise self.judge.unreadable(refusal, "the answer is too large", Unwieldy)
        return Answer(url, status, headers, bytes(body), refusal)

    def _note(self, refusal: Refusal, headers: Mapping[str, str]) -> None:
        if refusal.status < 400:
            self.judge.memory.answered(refusal.asked)
        traces = " ".join(headers[name] for name in _TRACES if name in headers)
        path = urlsplit(refusal.address).path
        log.debug("%s %s -> %d %s", refusal.method, path, refusal.status, traces)

    def _take_turn(self, origin: Origin) -> None:
        """Wait until the account's rate allows another request; servers here need no manners."""
        if not origin.is_loopback:
            slowly = self.judge.memory.is_recent(self._time_source.now())
            self.wait(self._pace.wait_time(slowly=slowly))
            self._pace.note()
        if self._stop():
            raise self._stopped_error()
        self.requests += 1

    def wait(self, seconds: float) -> None:
        """Sleep, but hear Stop."""
        end = self._time_source.monotonic() + seconds
        while (left := end - self._time_source.monotonic()) > 0:
            if self._stop():
                raise self._stopped_error()
            self._time_source.sleep(min(left, _SLICE))

    @staticmethod
    def _stopped_error(*, maybe_applied: bool = False) -> Stopped:
        return Stopped(
            Message("The work was stopped. What was done so far is kept; the rest follows later."),
            maybe_applied=maybe_applied,
        )


def _refuse_redirect(call: Call, answer: Answer) -> CalendarMissing:
    """A write stays in the calendar that it was meant for: another may not be written to."""
    return CalendarMissing(
        Message(
            "The server wants this change to go to another calendar, so it was not sent there. "
            "Your changes are kept here; the calendar is looked for again."
        ),
        status=answer.status,
        method=call.method,
        address=_brief_address(call.url),
    )


def _brief_address(url: str) -> str:
    """An address for "Details": no query, no name before the host."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
