"""Answers made to exhaust: refused in words, in bounded memory and time."""

from __future__ import annotations

import collections
import gzip
import itertools
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from lcdesk.sync.dav.multistatus import BadXml, MultistatusReader
from lcdesk.sync.dav.remote import DavRemote
from lcdesk.sync.errors import BadAnswer, RemoteError
from tests.contract.conftest import Opening, Serving
from tests.fakes.loopback import XML, Reply

WORK = "/7/calendars/work/"
MEGABYTE = 2**20
MOST_MEMORY = 200 * MEGABYTE  # tracemalloc counts what an answer of 30 MB passes through
MOST_SECONDS = 20  # of a busy machine; without the limits most of these end in minutes or never

Asking = Callable[[DavRemote], object]
ASKING: dict[str, Asking] = {
    "get": lambda remote: remote.get(f"{WORK}a.ics"),
    "listing": lambda remote: remote.listing(WORK),
    "multiget": lambda remote: list(remote.fetch(WORK, [f"{WORK}a.ics", f"{WORK}b.ics"])),
    "create": lambda remote: remote.create(f"{WORK}a.ics", "x"),
}


@cache
def zeros() -> bytes:
    """A hundred megabytes of nothing, compressed."""
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    packed = [packer.compress(bytes(MEGABYTE)) for _ in range(100)]
    return b"".join([*packed, packer.flush()])


def costs(ask: Callable[[], object]) -> tuple[int, float]:
    """Bytes at the worst moment, and seconds of this process."""
    tracemalloc.start()
    begin = time.process_time()
    try:
        ask()
        return tracemalloc.get_traced_memory()[1], time.process_time() - begin
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("asking", "packing"),
    [*((asking, "gzip") for asking in ASKING), ("get", "gzip, gzip"), ("get", "deflate")],
)
def test_a_compressed_bomb(serve: Serving, opened: Opening, asking: str, packing: str) -> None:
    body = gzip.compress(zeros()) if "," in packing else zeros()
    remote = opened(serve(Reply(200, body, {**XML, "Content-Encoding": packing})).url)

    def ask() -> None:
        with pytest.raises(RemoteError):
            ASKING[asking](remote)

    memory, seconds = costs(ask)
    assert memory < MOST_MEMORY
    assert seconds < MOST_SECONDS


@pytest.mark.parametrize("status", [200, 403, 500])
def test_a_body_without_end(serve: Serving, opened: Opening, status: int) -> None:
    endless = itertools.repeat(b"BEGIN:VCALENDAR\r\n" * 60_000)
    remote = opened(serve(Reply(status, pieces=endless)).url)
    answers: list[object] = []

    def ask() -> None:
        try:
            answers.append(remote.get(f"{WORK}a.ics").problem)
        except BadAnswer as error:
            answers.append(error.details)

    memory, seconds = costs(ask)
    assert answers
    assert memory < MOST_MEMORY
    assert seconds < MOST_SECONDS


def test_a_header_without_end(serve: Serving, opened: Opening) -> None:
    server = serve(Reply(200, b"", {"X-Long": "a" * 50 * MEGABYTE}))
    remote = opened(server.url)

    def ask() -> None:
        with pytest.raises(RemoteError):
            remote.get(f"{WORK}a.ics")

    assert costs(ask)[0] < MOST_MEMORY


def test_more_events_than_a_calendar_can_hold(
    serve: Serving, opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lcdesk.sync.dav.reports._MOST_MEMBERS", 100)
    pages = itertools.count()

    def answer(_: object) -> Reply:
        page = next(pages)
        members = "".join(
            f"<response><href>{WORK}{page}-{number}.ics</href><propstat><prop><getetag>1</getetag>"
            "</prop></propstat></response>"
            for number in range(40)
        )
        more = f"<response><href>{WORK}</href><status>HTTP/1.1 507 More</status></response>"
        return Reply.multistatus(f"{members}{more}<sync-token>{page}</sync-token>")

    with pytest.raises(BadAnswer) as refused:
        opened(serve(answer).url).listing(WORK)
    assert refused.value.details == ("more events than a calendar can hold",)
    assert next(pages) == 3


# --- XML ---------------------------------------------------------------------------------------

HEAD = b'<multistatus xmlns="DAV:">'
NAMESPACES = b" ".join(b"xmlns:n%d='u'" % number for number in range(5_000))


def endless(begin: bytes, more: bytes) -> Iterator[bytes]:
    """A document in pieces as they arrive from a socket."""
    yield HEAD + begin
    yield from itertools.repeat(more * (16_384 // len(more)))


@pytest.mark.parametrize(
    ("begin", "more"),
    [
        (b"", b"<a>"),
        (b"<response>", b"<a/>"),
        (b"<response>", b"<a b='' c='' d='' e='' f='' g=''/>"),
        (b"<response><href a='", b"a"),
        (b"<response><href ", b" "),
        (b"<response><", b"a"),
        (b"<!--", b"a"),
        (b"<?x ", b"a"),
        (b"<response><a " + NAMESPACES + b">", b"<n1:b></n1:b>"),
    ],
    ids=["deep", "wide", "attributes", "value", "tag", "name", "comment", "instruction", "spaces"],
)
def test_xml_without_end_is_refused_soon(begin: bytes, more: bytes) -> None:
    reader = MultistatusReader(lambda _: None)
    first_two_megabytes = itertools.islice(endless(begin, more), 128)
    with pytest.raises(BadXml):
        collections.deque(map(reader.feed, first_two_megabytes), maxlen=0)


def test_a_long_text_is_no_tag_without_end() -> None:
    heard: list[str] = []
    reader = MultistatusReader(lambda answered: heard.append(answered.href))
    reader.feed(HEAD + b"<response><href>" + b"a" * 3_000_000)
    reader.feed(b"b" * 3_000_000 + b"</href></response></multistatus>")
    reader.finish()
    assert [len(href) for href in heard] == [6_000_000]


def test_a_status_of_a_thousand_digits_is_none() -> None:
    heard: list[int | None] = []
    reader = MultistatusReader(lambda answered: heard.append(answered.status))
    status = b"<status>HTTP/1.1 " + b"4" * 5_000 + b"</status>"
    reader.feed(HEAD + b"<response><href>/a</href>" + status + b"</response></multistatus>")
    assert heard == [0]
