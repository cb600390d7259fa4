"""Reading many objects in batches; while one answer is read, the next is on its way.

The server takes longer for a batch than it takes here to read and keep it, so it is never left
without a question. Requests still go out one after another, from one thread.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TypeVar

from lcdesk.model.domain.accounts import Provider
from lcdesk.sync.dav import bodies, objects
from lcdesk.sync.dav.addresses import escape_href_again, path_of, target_as_spelled
from lcdesk.sync.dav.bodies import CALDAV, DAV
from lcdesk.sync.dav.failures import Unwieldy
from lcdesk.sync.dav.multistatus import Answered, BadXml, BrokenXml, MultistatusReader
from lcdesk.sync.dav.objects import etag_of, text_of
from lcdesk.sync.dav.pace import SOME
from lcdesk.sync.dav.refusal import Purpose, Refusal
from lcdesk.sync.dav.session import LARGEST_LISTING, MULTISTATUS, XML, Call, Session
from lcdesk.sync.ports import Fetched

BATCH = 50  # iCloud's multiget is only known to be good for so many
LARGER_BATCH = 100  # half the requests of 50; Radicale takes two thirds of the time for it
# A multiget may be refused as a whole for one object or for its size.
_UNWILLING = {400, 405, 413, 415, 422, 500, 501, 507}
_AHEAD = 2  # the next request leaves without waiting for this thread
_ETAG = f"{DAV}getetag"
_DATA = f"{CALDAV}calendar-data"

T = TypeVar("T")

_Batch = dict[str, str]  # hrefs by path


@dataclass(frozen=True, slots=True)
class _Given:
    """A multistatus that is not read yet; `refusal` names the request, should it be unreadable."""

    refusal: Refusal
    body: bytearray


class _Line:
    """The thread that asks. After a failure it asks nothing more: the server may want a rest."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="lcdesk-fetch")
        self._failure: BaseException | None = None

    def __enter__(self) -> _Line:
        return self

    def __exit__(self, *_: object) -> None:
        self._thread.shutdown(cancel_futures=True)

    def ask(self, question: Callable[[], T]) -> Future[T]:
        """What it answers, when its turn comes."""
        return self._thread.submit(self._carry_out, question)

    def _carry_out(self, question: Callable[[], T]) -> T:
        if self._failure is not None:
            raise self._failure
        try:
            return question()
        except BaseException as failure:
            self._failure = failure
            raise


def fetch(
    session: Session, url: str, hrefs: Sequence[str], address: Callable[[str], str]
) -> Generator[Fetched]:
    """The text of these objects; `address` says where one is asked for singly.

    Close it when the rest is not wanted: until then requests may be on their way.
    """
    wanted = list({path_of(href, url): href for href in hrefs}.items())
    batches = _parts(wanted, BATCH if session.hosts.provider is Provider.ICLOUD else LARGER_BATCH)
    with _Line() as line:
        asked = (line.ask(partial(_ask, session, url, batch)) for batch in batches)
        coming = deque(islice(asked, _AHEAD))
        for batch in batches:
            given = coming.popleft().result()
            coming.extend(islice(asked, 1))
            arrived = _read(session, url, batch, given)
            if not arrived and len(batch) > BATCH:
                arrived = line.ask(partial(_halves, session, url, batch)).result()
            for path, href in batch.items():
                if path not in arrived:
                    alone = partial(_alone, session, path, href, address)
                    arrived[path] = line.ask(alone).result()
                yield arrived[path]


def _alone(session: Session, path: str, href: str, address: Callable[[str], str]) -> Fetched:
    """One listed object; what is not there may be listed by a name that is not encoded."""
    found = objects.get(session, href, address(href))
    other = escape_href_again(href) if found.gone else None
    if other is None:
        return found
    again = objects.get(session, other, address(other))
    return found if again.gone else replace(again, path=path)


def _parts(items: Sequence[tuple[str, str]], size: int) -> list[_Batch]:
    return [dict(items[start : start + size]) for start in range(0, len(items), size)]


def _halves(session: Session, url: str, batch: _Batch) -> dict[str, Fetched]:
    """Asked again in smaller parts: the whole may have been too much, or one object sick."""
    arrived: dict[str, Fetched] = {}
    for part in _parts(list(batch.items()), BATCH):
        arrived |= _read(session, url, part, _ask(session, url, part))
    return arrived


def _ask(session: Session, url: str, batch: _Batch) -> _Given | None:
    # Paths as spelled, without the host that the server may have had when they were stored.
    asked = bodies.multiget(target_as_spelled(href) for href in batch.values())
    body = bytearray()
    call = Call(
        Purpose.READ,
        "REPORT",
        url,
        asked,
        {"Content-Type": XML},
        SOME,
        LARGEST_LISTING,
        body.extend,
    )
    try:
        answer = session.demand(call, *MULTISTATUS, *_UNWILLING)
    except Unwieldy:
        return None
    return None if answer.status in _UNWILLING else _Given(answer.refusal, body)


def _read(session: Session, url: str, batch: _Batch, given: _Given | None) -> dict[str, Fetched]:
    """What was answered with text, by path; the rest is asked for one by one.

    Nothing here is an error of the whole pass unless the server as such is in trouble: one
    sick object must not freeze the calendar.
    """
    arrived: dict[str, Fetched] = {}

    def hear(answered: Answered) -> None:
        path = path_of(answered.href, url)
        data = answered.found.get(_DATA)
        if path not in batch or data is None or not data.text.strip():
            return
        etag = etag_of(answered.text(_ETAG))
        arrived[path] = Fetched(batch[path], path, etag, text_of(data.text))

    if given is None:
        return arrived
    reader = MultistatusReader(hear)
    try:
        reader.feed(given.body)
        reader.finish()
    except BrokenXml:
        return arrived
    except BadXml as error:
        reason = str(error)
    else:
        return arrived
    raise session.judge.unreadable(given.refusal, reason)
