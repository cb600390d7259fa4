"""What a write may meet, and whether it may have been done all the same."""

from __future__ import annotations

import pytest

from lcdesk.sync.dav.remote import DavRemote
from lcdesk.sync.errors import (
    BadAnswer,
    CalendarMissing,
    Gone,
    NoWriteAccess,
    Offline,
    PreconditionFailed,
    RefusedObject,
    RemoteError,
    SignInRefused,
    Throttled,
)
from tests.contract.conftest import Opening, Serving
from tests.contract.events import event, new_uid
from tests.fakes.faults import Fault
from tests.fakes.loopback import XML, Reply, Seen
from tests.fakes.proxy import FaultyProxy
from tests.servers import Account

HREF = "/7/calendars/work/A.ics"


HTML = {"Content-Type": "text/html; charset=utf-8"}
SIGN_IN_PAGE = Reply(200, b"<p>Welcome to the hotel. Room number?</p>", HTML)
UNNAMED_PAGE = Reply(200, b"\r\n<!DOCTYPE html><html>Sign in to the hotel</html>")
CALENDAR_IS_THERE = Reply.multistatus(
    "<response><href>/7/calendars/work/</href><propstat><prop><sync-token>t</sync-token></prop>"
    "<status>HTTP/1.1 200 OK</status></propstat></response>"
)


def refusal(status: int, name: str) -> Reply:
    body = (
        '<?xml version="1.0"?><D:error xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">'
        f"<{name}/></D:error>"
    )
    return Reply(status, body.encode(), XML)


def write(remote: DavRemote, kind: str) -> None:
    if kind == "create":
        remote.create(HREF, "x")
    elif kind == "update":
        remote.update(HREF, "x", '"1"')
    else:
        remote.delete(HREF, '"1"')


@pytest.mark.parametrize(
    ("kind", "reply", "error", "maybe"),
    [
        ("create", Reply(412), PreconditionFailed, False),
        ("update", Reply(412), PreconditionFailed, False),
        ("delete", Reply(412), PreconditionFailed, False),
        ("create", Reply(404), RefusedObject, False),  # iCloud: an event without DTEND
        ("update", Reply(404), Gone, False),
        ("update", Reply(410), Gone, False),
        ("create", Reply(400), RefusedObject, False),
        ("update", Reply(409), RefusedObject, False),
        ("update", Reply(413), RefusedObject, False),
        ("update", Reply(415), RefusedObject, False),
        ("update", Reply(422), RefusedObject, False),
        ("create", Reply(507), RefusedObject, False),
        ("create", refusal(403, "C:supported-calendar-component"), RefusedObject, False),
        ("create", refusal(412, "C:valid-calendar-data"), RefusedObject, False),
        ("create", refusal(409, "C:no-uid-conflict"), PreconditionFailed, False),
        ("update", refusal(409, "C:no-uid-conflict"), RefusedObject, False),
        ("create", refusal(403, "D:need-privileges"), NoWriteAccess, False),
        ("create", Reply(403), NoWriteAccess, False),
        ("update", Reply(403), NoWriteAccess, False),
        ("delete", Reply(403), NoWriteAccess, False),
        ("delete", Reply(405), NoWriteAccess, False),
        ("update", Reply(401), SignInRefused, False),
        ("update", Reply(429), Throttled, False),
        ("update", Reply(503), Throttled, True),
        ("update", Reply(500), Offline, True),
        ("create", Reply(502), Offline, True),
        ("delete", Reply(504), Offline, True),
        ("create", Reply(207), BadAnswer, True),  # of a proxy that has lost its way
        ("create", SIGN_IN_PAGE, BadAnswer, True),
        ("update", SIGN_IN_PAGE, BadAnswer, True),
        ("delete", SIGN_IN_PAGE, BadAnswer, True),
        ("update", UNNAMED_PAGE, BadAnswer, True),
        ("create", Reply(is_silent=True), Offline, True),
        ("delete", Reply(is_silent=True), Offline, True),
    ],
)
def test_refusals(
    serve: Serving, opened: Opening, kind: str, reply: Reply, error: type[RemoteError], maybe: bool
) -> None:
    server = serve(lambda seen: CALENDAR_IS_THERE if seen.method == "PROPFIND" else reply)
    with pytest.raises(error) as refused:
        write(opened(server.url), kind)
    assert type(refused.value) is error
    assert refused.value.maybe_applied is maybe
    assert len(server.paths("PUT") + server.paths("DELETE")) == 1  # a write is never sent twice


@pytest.mark.parametrize(
    "reply",
    [
        Reply(201, b"<!DOCTYPE HTML><title>201 Created</title>", HTML),  # as Apache words it
        Reply(200, b"<?xml version='1.0'?><multistatus xmlns='DAV:'/>", XML),  # Radicale's DELETE
        Reply(200, b"", HTML),
        Reply(200, b"OK", {"Content-Type": "text/plain"}),
    ],
)
@pytest.mark.parametrize("kind", ["create", "update", "delete"])
def test_what_confirms_a_write(serve: Serving, opened: Opening, kind: str, reply: Reply) -> None:
    write(opened(serve(reply).url), kind)


@pytest.mark.parametrize("status", [403, 404, 410])
@pytest.mark.parametrize("kind", ["create", "update", "delete"])
def test_where_the_calendar_is_missing_nothing_is_said_of_the_event(
    serve: Serving, opened: Opening, kind: str, status: int
) -> None:
    server = serve(lambda seen: Reply(status if seen.method == "PROPFIND" else 404))
    with pytest.raises(CalendarMissing):
        write(opened(server.url), kind)


@pytest.mark.parametrize("status", [404, 410])
def test_deleting_what_is_gone_is_told(serve: Serving, opened: Opening, status: int) -> None:
    server = serve(lambda seen: CALENDAR_IS_THERE if seen.method == "PROPFIND" else Reply(status))
    with pytest.raises(Gone):
        opened(server.url).delete(HREF, '"1"')


@pytest.mark.parametrize("status", [200, 202, 204])
def test_deleting_sends_its_condition(serve: Serving, opened: Opening, status: int) -> None:
    server = serve(lambda seen: CALENDAR_IS_THERE if seen.method == "PROPFIND" else Reply(status))
    opened(server.url).delete(HREF, '"1"')
    assert server.seen[0].headers["if-match"] == '"1"'
    assert server.seen[0].headers["schedule-reply"] == "F"


def test_what_is_sent(serve: Serving, opened: Opening) -> None:
    server = serve(Reply(204, b"", {"ETag": '"2"'}))
    remote = opened(server.url)
    text = event(new_uid())
    remote.create(HREF, text)
    remote.update(HREF, text, '"1"')
    created, updated = server.seen
    assert created.body == updated.body == text.encode()
    assert created.headers["content-type"] == "text/calendar; charset=utf-8"
    assert created.headers["if-none-match"] == "*"
    assert "if-match" not in created.headers
    assert updated.headers["if-match"] == '"1"'
    assert "if-none-match" not in updated.headers


@pytest.mark.parametrize(
    ("given", "sent"), [('"a"', '"a"'), ("a", '"a"'), ('W/"a"', '"a"'), ("W/a", '"a"')]
)
def test_only_quoted_strong_etags_are_sent(
    serve: Serving, opened: Opening, given: str, sent: str
) -> None:
    server = serve(Reply(204))
    opened(server.url).update(HREF, "x", given)
    assert server.seen[0].headers["if-match"] == sent


@pytest.mark.parametrize("etag", ["", "*", '"*"', " ", '""'])
def test_no_write_without_a_condition(serve: Serving, opened: Opening, etag: str) -> None:
    server = serve(Reply(204))
    remote = opened(server.url)
    with pytest.raises(ValueError, match="ETag"):
        remote.update(HREF, "x", etag)
    with pytest.raises(ValueError, match="ETag"):
        remote.delete(HREF, etag)
    assert server.seen == []


@pytest.mark.parametrize(
    ("given", "etag"), [({}, None), ({"ETag": 'W/"1"'}, None), ({"ETag": "1"}, '"1"')]
)
def test_etags_of_answers(
    serve: Serving, opened: Opening, given: dict[str, str], etag: str | None
) -> None:
    assert opened(serve(Reply(201, b"", given)).url).create(HREF, "x") == etag


def test_what_is_too_large_is_not_sent(serve: Serving, opened: Opening) -> None:
    server = serve(Reply(201))
    with pytest.raises(RefusedObject) as refused:
        opened(server.url).create(HREF, "x" * 20_000_001)
    assert not refused.value.maybe_applied
    assert server.seen == []


class TestThroughAProxy:
    """The proxy that later tests use to stop the product between a write and its answer."""

    def test_a_lost_answer(self, account: Account, calendar: str, opened: Opening) -> None:
        with FaultyProxy(account.url) as proxy:
            proxy.add(Fault("PUT", loses_answer=True))
            remote = opened(proxy.url)
            href = f"{calendar}{(uid := new_uid())}.ics"
            with pytest.raises(Offline) as lost:
                remote.create(href, event(uid))
            assert lost.value.maybe_applied
            assert len(account.members(calendar)) == 1
            with pytest.raises(PreconditionFailed):  # a replay cannot double it
                remote.create(href, event(uid))
            found = remote.get(href)
            assert remote.update(href, event(uid, title="Zwei"), found.etag or "")
        assert len(account.members(calendar)) == 1

    def test_faults_in_turn(self, account: Account, calendar: str, opened: Opening) -> None:
        acted: list[Seen] = []
        with FaultyProxy(account.url) as proxy:
            proxy.add(Fault("PUT", path="B.ics", skip=0, instead=Reply(503)))
            proxy.add(Fault("PUT", path="A.ics", then=acted.append))
            proxy.add(Fault("GET", sent=10))
            remote = opened(proxy.url)
            remote.create(f"{calendar}A.ics", event("A"))
            with pytest.raises(Throttled):
                remote.create(f"{calendar}B.ics", event("B"))
            remote.create(f"{calendar}B.ics", event("B"))
            with pytest.raises(RemoteError):
                remote.get(f"{calendar}A.ics")
            assert remote.get(f"{calendar}A.ics").text
            assert [seen.path for seen in acted] == [f"{calendar}A.ics"]
            assert [seen.method for seen in proxy.writes()] == ["PUT"] * 3
            assert [status for _, status in proxy.answers if status != 200] == [201, 503, 201]
