"""The parser, however the bytes arrive and whatever they are."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lcdesk.sync.dav.multistatus import (
    Answered,
    BadXml,
    BrokenXml,
    MultistatusReader,
    preconditions_of,
)

ETAG = "{DAV:}getetag"
WHOLE = """<?xml version="1.0" encoding="utf-8"?>
<!-- a comment --><D:multistatus xmlns:D="DAV:" xmlns="urn:ietf:params:xml:ns:caldav">
<D:response><D:href>/ä&amp;b.ics</D:href><D:propstat><D:prop><D:getetag>"1"</D:getetag>
<calendar-data><![CDATA[BEGIN:VCALENDAR
X:<&>]]></calendar-data></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>
<D:propstat><D:prop><D:getetag>"wrong"</D:getetag></D:prop><D:status>HTTP/1.1 404 No</D:status>
</D:propstat></D:response>
<D:response><D:href>/b</D:href><D:href>/c</D:href><D:status>HTTP/1.1 403 No</D:status>
<D:error><D:need-privileges/></D:error></D:response>
<D:sync-token> t&#x31; </D:sync-token></D:multistatus>""".encode()


def read(*pieces: bytes) -> tuple[list[Answered], str | None]:
    heard: list[Answered] = []
    reader = MultistatusReader(heard.append)
    for piece in pieces:
        reader.feed(piece)
    reader.finish()
    return heard, reader.token


def flat(heard: list[Answered], token: str | None) -> tuple[object, ...]:
    texts = [{tag: node.text for tag, node in answered.found.items()} for answered in heard]
    return [(a.href, a.status, a.preconditions) for a in heard], texts, token


def test_everything_in_it() -> None:
    [first, second, third], token = read(WHOLE)
    assert (first.href, first.status, first.text(ETAG)) == ("/ä&b.ics", None, '"1"')
    data = first.found["{urn:ietf:params:xml:ns:caldav}calendar-data"]
    assert data.text == "BEGIN:VCALENDAR\nX:<&>"
    assert [(second.href, second.status), (third.href, third.status)] == [("/b", 403), ("/c", 403)]
    assert second.preconditions == ("{DAV:}need-privileges",)
    assert token == "t1"


@given(st.lists(st.integers(0, len(WHOLE)), max_size=12))
def test_it_does_not_matter_how_it_arrives(cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(WHOLE)]
    pieces = [WHOLE[start:end] for start, end in itertools.pairwise(edges)]
    assert flat(*read(*pieces)) == flat(*read(WHOLE))


@given(st.integers(0, len(WHOLE) - 1))
def test_a_part_is_never_taken_for_the_whole(end: int) -> None:
    with pytest.raises(BadXml):
        read(WHOLE[:end])


@given(st.binary(max_size=200))
def test_noise(noise: bytes) -> None:
    for body in (noise, WHOLE[:200] + noise):
        with pytest.raises(BadXml):
            read(body)
    assert preconditions_of(noise) == ()


def test_the_kinds_of_trouble() -> None:
    with pytest.raises(BrokenXml):  # began well: another way to read may work
        read(WHOLE[:200] + b"\x0b")
    for body in (b"<html/>", b'<multistatus xmlns="DAV"/>', b"<multistatus/>", b"", b"{}"):
        with pytest.raises(BadXml) as refused:
            read(body)
        assert not isinstance(refused.value, BrokenXml)


@pytest.mark.parametrize(
    ("line", "is_found"),
    [("HTTP/1.1 200 OK", True), ("HTTP/1.1 299", True), ("HTTP/1.1 404 No", False), ("OK", False),
     ("", True)],
)  # fmt: skip
def test_only_good_propstats_count(line: str, is_found: bool) -> None:
    status = f"<status>{line}</status>" if line else ""
    body = (
        '<multistatus xmlns="DAV:"><response><href>/a</href><propstat><prop><getetag>1</getetag>'
        f"</prop>{status}</propstat></response></multistatus>"
    )
    [answered], _ = read(body.encode())
    assert bool(answered.text(ETAG)) is is_found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_encodings(encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    text = '<multistatus xmlns="DAV:"><sync-token>ä</sync-token></multistatus>'
    assert read(f"{head}{text}".encode(encoding))[1] == "ä"


def test_error_bodies() -> None:
    body = (
        b'<?xml version="1.0"?><D:error xmlns:D="DAV:"><D:a><D:b/></D:a><c xmlns="x:"/></D:error>'
    )
    assert preconditions_of(body) == ("{DAV:}a", "{x:}c")
    assert preconditions_of(b'<error xmlns="DAV:"/>') == ()
    assert preconditions_of(b'<!DOCTYPE error><error xmlns="DAV:"><a/></error>') == ()
    assert preconditions_of(b'<errors xmlns="DAV:"><a/></errors>') == ()
