"""Answers that a library trips over: refused in words, like any other that cannot be read."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

import pytest

from lcdesk.sync.dav.multistatus import BadXml, MultistatusReader, preconditions_of
from lcdesk.sync.dav.remote import DavRemote
from lcdesk.sync.errors import BadAnswer, ForeignHost, NotCalDav, RemoteError
from tests.contract.conftest import Opening, Serving
from tests.contract.test_report_faults import WORK, member, token
from tests.fakes.loopback import XML, Reply, Seen

ASKING: dict[str, Callable[[DavRemote], object]] = {
    "discover": lambda remote: remote.discover(),
    "listing": lambda remote: remote.listing(WORK),
    "multiget": lambda remote: list(remote.fetch(WORK, [f"{WORK}a.ics", f"{WORK}b.ics"])),
    "state": lambda remote: remote.collection_state(WORK),
}
WRITING: dict[str, Callable[[DavRemote], object]] = {
    "create": lambda remote: remote.create(f"{WORK}a.ics", "x"),
}
ENCODINGS = ["shift_jis", "utf-7", "x-none", "rot13", "idna", "punycode", "undefined"]
MORE = f"<response><href>{WORK}</href><status>HTTP/1.1 507 Full</status></response>"


def encoded(name: str, inside: str = "") -> bytes:
    head = f'<?xml version="1.0" encoding="{name}"?>'
    return f'{head}<multistatus xmlns="DAV:">{inside}</multistatus>'.encode()


@pytest.mark.parametrize("asking", ASKING)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_an_encoding_that_the_parser_cannot_read(
    serve: Serving, opened: Opening, asking: str, encoding: str
) -> None:
    remote = opened(serve(Reply(207, encoded(encoding), XML)).url)
    with pytest.raises((BadAnswer, NotCalDav)):
        ASKING[asking](remote)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_refusal_in_an_encoding_that_the_parser_cannot_read(encoding: str) -> None:
    body = f'<?xml version="1.0" encoding="{encoding}"?><error xmlns="DAV:"><x/></error>'
    assert preconditions_of(body.encode()) == ()


@pytest.mark.parametrize("asking", ["listing", "multiget", "state"])
@pytest.mark.parametrize("place", ["http://[/", "//[::1/", "http://[zz]/"])
def test_a_redirection_to_what_is_no_address(
    serve: Serving, opened: Opening, asking: str, place: str
) -> None:
    remote = opened(serve(Reply(307, b"", {"Location": place})).url)
    with pytest.raises(ForeignHost):
        ASKING[asking](remote)


@pytest.mark.parametrize("asking", ASKING)
@pytest.mark.parametrize("where", ["element", "attribute", "namespace"])
def test_a_name_of_three_megabytes(
    serve: Serving, opened: Opening, asking: str, where: str
) -> None:
    name = "x" * 3_000_000
    inside = {
        "element": f"<response><{name}/></response>",
        "attribute": f"<response {name}='1'/>",
        "namespace": f"<response><x xmlns='{name}'/></response>",
    }[where]
    remote = opened(serve(Reply.multistatus(inside)).url)
    with pytest.raises((BadAnswer, NotCalDav)):
        ASKING[asking](remote)


def test_a_name_may_be_as_long_as_names_are() -> None:
    heard: list[object] = []
    reader = MultistatusReader(heard.append)
    inside = f"<response><href>/a</href><propstat><prop><{'x' * 300}/></prop></propstat></response>"
    reader.feed(encoded("utf-8", inside))
    reader.finish()
    assert len(heard) == 1
    with pytest.raises(BadXml):
        MultistatusReader(heard.append).feed(encoded("utf-8", f"<{'x' * 2_000}/>"))


@pytest.mark.parametrize("asking", [*ASKING, *WRITING])
def test_early_hints_without_end(serve: Serving, opened: Opening, asking: str) -> None:
    hints = b"HTTP/1.1 103 Early Hints\r\n\r\n" * 2_000
    remote = opened(serve(lambda _: Reply(103, pieces=itertools.repeat(hints))).url)
    with pytest.raises(RemoteError) as refused:
        (ASKING | WRITING)[asking](remote)
    assert isinstance(refused.value, (BadAnswer, NotCalDav))
    assert refused.value.maybe_applied == (asking in WRITING)


class TestPagesWithoutEnd:
    def test_that_name_nothing_new(self, serve: Serving, opened: Opening) -> None:
        numbers = itertools.count()
        server = serve(
            lambda _: Reply.multistatus(member("a.ics") + MORE + token(f"p{next(numbers)}"))
        )
        with pytest.raises(BadAnswer):
            opened(server.url).listing(WORK)
        assert len(server.seen) < 20

    def test_whose_tokens_go_in_circles(self, serve: Serving, opened: Opening) -> None:
        numbers = itertools.count()

        def answer(_: Seen) -> Reply:
            number = next(numbers)
            return Reply.multistatus(member(f"{number}.ics") + MORE + token(f"p{number % 3}"))

        server = serve(answer)
        with pytest.raises(BadAnswer):
            opened(server.url).listing(WORK)
        assert len(server.seen) == 4

    def test_some_pages_may_name_nothing(self, serve: Serving, opened: Opening) -> None:
        def answer(seen: Seen) -> Reply:
            asked = re.search(rb"<sync-token>p(\d+)</sync-token>", seen.body)
            number = int(asked[1]) if asked else 0
            news = member(f"{number}.ics") if number % 5 == 0 else ""
            more = MORE if number < 30 else ""
            return Reply.multistatus(news + more + token(f"p{number + 1}"))

        assert len(opened(serve(answer).url).listing(WORK).members) == 7
