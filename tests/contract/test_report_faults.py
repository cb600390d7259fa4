"""Listings and texts as servers have spoiled them: nothing may be lost, nothing invented."""

from __future__ import annotations

import re

import pytest

from lcdesk.sync.dav.remote import DavRemote
from lcdesk.sync.errors import (
    BadAnswer,
    ForeignHost,
    Gone,
    NoAccess,
    Offline,
    RemoteError,
    SignInRefused,
    Throttled,
    TokenRefused,
)
from lcdesk.sync.ports import CollectionState, Member
from tests.contract.conftest import Opening, Serving
from tests.fakes.loopback import XML, Reply, Seen

OK = "<status>HTTP/1.1 200 OK</status>"
HOME = "/7/calendars/"
WORK = "/7/calendars/work/"
TEXT = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Tom &amp; Ana\nEND:VEVENT\nEND:VCALENDAR\n"


def member(href: str, etag: str = '"1"', more: str = "") -> str:
    return (
        f"<response><href>{href}</href><propstat><prop><getetag>{etag}</getetag>{more}</prop>{OK}"
        "</propstat></response>"
    )


def removed(href: str) -> str:
    return f"<response><href>{href}</href><status>HTTP/1.1 404 Not Found</status></response>"


def token(text: str) -> str:
    return f"<sync-token>{text}</sync-token>"


def refusal(status: int, name: str) -> Reply:
    body = f'<?xml version="1.0"?><error xmlns="DAV:"><{name}/></error>'
    return Reply(status, body.encode(), XML)


class TestListings:
    def test_hrefs_of_all_kinds(self, serve: Serving, opened: Opening) -> None:
        server = serve(Reply(404))
        full = f"http://127.0.0.1:{server.port}{WORK}c.ics"
        server.answering = lambda _: Reply.multistatus(
            member(f"{WORK}a%40b.ics") + member("d.ics") + member(full) + token("t1")
        )
        listed = opened(server.url).listing(WORK)
        assert listed.members == (
            Member(f"{WORK}a%40b.ics", f"{WORK}a@b.ics", '"1"'),
            Member("d.ics", f"{WORK}d.ics", '"1"'),
            Member(full, f"{WORK}c.ics", '"1"'),
        )
        assert (listed.token, listed.complete) == ("t1", True)

    def test_itself_and_folders_are_no_members(self, serve: Serving, opened: Opening) -> None:
        inside = (
            member(WORK)
            + member(WORK.rstrip("/"))
            + member(f"{WORK}attachments/")
            + member(f"{WORK}folder", more="<resourcetype><collection/></resourcetype>")
            + member(f"{WORK}a.ics")
        )
        server = serve(Reply.multistatus(inside + token("t")))
        assert [m.href for m in opened(server.url).listing(WORK).members] == [f"{WORK}a.ics"]

    def test_etags_without_quotes_and_missing_ones(self, serve: Serving, opened: Opening) -> None:
        inside = member("a.ics", "C=1@U=2") + member("b.ics", "") + member("c.ics", 'W/"3"')
        listed = opened(serve(Reply.multistatus(inside + token("t"))).url).listing(WORK)
        assert [m.etag for m in listed.members] == ['"C=1@U=2"', None, 'W/"3"']

    def test_removals(self, serve: Serving, opened: Opening) -> None:
        inside = removed(f"{WORK}a%20b.ics") + member(f"{WORK}c.ics") + token("t2")
        found = opened(serve(Reply.multistatus(inside)).url).changes(WORK, "t1")
        assert found.removed == (f"{WORK}a b.ics",)
        assert [m.path for m in found.members] == [f"{WORK}c.ics"]

    def test_a_507_is_the_next_page(self, serve: Serving, opened: Opening) -> None:
        more = f"<response><href>{WORK}</href><status>HTTP/1.1 507 Full</status></response>"
        pages = {
            "": member("a.ics") + member("b.ics") + more + token("p1"),
            "p1": removed(f"{WORK}b.ics") + member("c.ics") + more + token("p2"),
            "p2": member("d.ics") + token("end"),
        }

        def answer(seen: Seen) -> Reply:
            asked = re.search(rb"<sync-token>(.*?)</sync-token>", seen.body)
            return Reply.multistatus(pages[asked[1].decode() if asked else ""])

        listed = opened(serve(answer).url).listing(WORK)
        assert [m.href for m in listed.members] == ["a.ics", "c.ics", "d.ics"]
        assert (listed.token, listed.removed, listed.complete) == ("end", (), True)

    def test_pages_without_end(self, serve: Serving, opened: Opening) -> None:
        more = f"<response><href>{WORK}</href><status>HTTP/1.1 507 Full</status></response>"
        server = serve(Reply.multistatus(member("a.ics") + more + token("same")))
        with pytest.raises(BadAnswer):
            opened(server.url).changes(WORK, "same")
        assert len(server.seen) == 1

    @pytest.mark.parametrize("status", [400, 403, 405, 415, 501])
    def test_without_sync_collection_a_query_lists(
        self, serve: Serving, opened: Opening, status: int
    ) -> None:
        def answer(seen: Seen) -> Reply:
            if b"sync-collection" in seen.body:
                return refusal(status, "supported-report") if status == 403 else Reply(status)
            assert b'<C:comp-filter name="VEVENT"/>' in seen.body
            return Reply.multistatus(member("a.ics"))

        listed = opened(serve(answer).url).listing(WORK)
        assert [m.href for m in listed.members] == ["a.ics"]
        assert (listed.token, listed.complete) == (None, True)

    def test_without_any_report_a_propfind_lists(self, serve: Serving, opened: Opening) -> None:
        def answer(seen: Seen) -> Reply:
            is_report = seen.method == "REPORT"
            return Reply(405) if is_report else Reply.multistatus(member(WORK) + member("a.ics"))

        server = serve(answer)
        assert [m.href for m in opened(server.url).listing(WORK).members] == ["a.ics"]
        assert [seen.headers["depth"] for seen in server.seen] == ["0", "1", "1"]

    @pytest.mark.parametrize(
        ("status", "name"),
        [
            (403, "valid-sync-token"),
            (412, "valid-sync-token"),
            (409, "valid-sync-token"),
            (410, "x"),
        ],
    )
    def test_a_token_that_is_no_longer_good(
        self, serve: Serving, opened: Opening, status: int, name: str
    ) -> None:
        with pytest.raises(TokenRefused):
            opened(serve(refusal(status, name)).url).changes(WORK, "old")

    @pytest.mark.parametrize(
        ("reply", "error"),
        [
            (Reply(403), NoAccess),
            (Reply(404), Gone),
            (Reply(401), SignInRefused),
            (Reply(429), Throttled),
            (Reply(503), Throttled),
            (Reply(500), Offline),
            (Reply(504), Offline),
            (Reply(200, b"<html><body>Sign in to the hotel</body></html>"), BadAnswer),
            (Reply(207, b""), BadAnswer),
            (Reply(204), BadAnswer),
        ],
    )
    def test_other_answers_change_nothing(
        self, serve: Serving, opened: Opening, reply: Reply, error: type[RemoteError]
    ) -> None:
        for ask in ("listing", "changes", "state"):
            remote = opened(serve(reply).url)
            with pytest.raises(error):
                _ask(remote, ask)

    @pytest.mark.parametrize("status", [403, 404])
    def test_a_refusal_inside_a_multistatus_is_no_empty_calendar(
        self, serve: Serving, opened: Opening, status: int
    ) -> None:
        own = f"<response><href>{WORK}</href><status>HTTP/1.1 {status} No</status></response>"
        for ask in ("listing", "changes", "state"):
            with pytest.raises((Gone, NoAccess)):
                _ask(opened(serve(Reply.multistatus(own + token("t"))).url), ask)

    def test_changes_need_a_token_and_the_report(self, serve: Serving, opened: Opening) -> None:
        with pytest.raises(BadAnswer):
            opened(serve(Reply.multistatus(member("a.ics"))).url).changes(WORK, "t")
        with pytest.raises(TokenRefused):
            opened(serve(Reply(501)).url).changes(WORK, "t")

    def test_a_listing_survives_a_confused_server(self, serve: Serving, opened: Opening) -> None:
        def answer(seen: Seen) -> Reply:
            is_sync = b"sync-collection" in seen.body
            return refusals.pop() if is_sync else Reply.multistatus(member("a.ics"))

        refusals = [Reply(410), refusal(403, "valid-sync-token"), Reply.multistatus("")]
        remote = opened(serve(answer).url)
        for _ in range(3):
            listed = remote.listing(WORK)
            assert (len(listed.members), listed.token, listed.complete) == (1, None, True)

    def test_a_foreign_host_in_a_listing(self, serve: Serving, opened: Opening) -> None:
        server = serve(Reply.multistatus(member("http://127.0.0.1:9/x.ics") + token("t")))
        with pytest.raises(ForeignHost):
            opened(server.url).listing(WORK)


def _ask(remote: DavRemote, what: str) -> None:
    if what == "listing":
        remote.listing(WORK)
    elif what == "changes":
        remote.changes(WORK, "t")
    else:
        remote.collection_state(WORK)


class TestState:
    def test_both_one_or_none(self, serve: Serving, opened: Opening) -> None:
        def state(props: str) -> CollectionState:
            found = f"<propstat><prop>{props}</prop>{OK}</propstat>"
            inside = f"<response><href>/other/</href>{found}</response>"
            return opened(serve(Reply.multistatus(inside)).url).collection_state(WORK)

        assert state("<sync-token>t</sync-token><S:getctag>c</S:getctag>") == CollectionState(
            "t", "c"
        )
        assert state("<S:getctag/>") == CollectionState(None, None)
        made = "<creationdate>2026-01-01T00:00:00Z</creationdate>"
        assert state(made).identity == "made:2026-01-01T00:00:00Z"
        number = "<resource-id><href>urn:uuid:1</href></resource-id>"
        assert state(made + number).identity == "number:urn:uuid:1"

        def may_write(*rights: str) -> bool | None:
            said = "".join(f"<privilege><{right}/></privilege>" for right in rights)
            privileges = f"<current-user-privilege-set>{said}</current-user-privilege-set>"
            return state(privileges).writable

        assert (may_write("read"), may_write("read", "bind"), may_write()) == (False, True, None)

    @pytest.mark.parametrize(
        ("reply", "error"), [(Reply.multistatus(""), BadAnswer), (Reply(408), Offline)]
    )
    def test_no_answer_worth_the_name(
        self, serve: Serving, opened: Opening, reply: Reply, error: type[RemoteError]
    ) -> None:
        with pytest.raises(error):
            opened(serve(reply).url).collection_state(WORK)


class TestBodies:
    def test_a_cut_body(self, serve: Serving, opened: Opening) -> None:
        whole = Reply.multistatus(member("a.ics") * 50 + token("t"))
        for sent in (0, 200, len(whole.body) - 5):
            cut = Reply(207, whole.body, XML, sent=sent)
            with pytest.raises(BadAnswer):
                opened(serve(cut).url).changes(WORK, "t")

    def test_a_body_that_ends_early_but_cleanly(self, serve: Serving, opened: Opening) -> None:
        whole = Reply.multistatus(member("a.ics") * 3 + token("t")).body
        with pytest.raises(BadAnswer):
            opened(serve(Reply(207, whole[:-20], XML)).url).listing(WORK)

    def test_entities_are_refused(self, serve: Serving, opened: Opening) -> None:
        bomb = (
            '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">'
            '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
            '<multistatus xmlns="DAV:"><response><href>&b;</href></response></multistatus>'
        )
        outside = bomb.replace('"aaaaaaaaaa"', 'SYSTEM "file:///etc/hostname"')
        for body in (bomb, outside):
            with pytest.raises(BadAnswer) as refused:
                opened(serve(Reply(207, body.encode(), XML)).url).listing(WORK)
            assert refused.value.details == ("a document type is not accepted",)

    @pytest.mark.parametrize("inside", ["<a>" * 100 + "</a>" * 100, "<response>" + "<a/>" * 30_000])
    def test_too_deep_or_too_wide(self, serve: Serving, opened: Opening, inside: str) -> None:
        closing = "</response>" if inside.startswith("<response>") else ""
        with pytest.raises(BadAnswer):
            opened(serve(Reply.multistatus(inside + closing)).url).listing(WORK)

    def test_too_large(
        self, serve: Serving, opened: Opening, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("lcdesk.sync.dav.reports.LARGEST_LISTING", 10_000)
        server = serve(Reply.multistatus(member("a.ics") * 1000 + token("t")))
        with pytest.raises(BadAnswer):
            opened(server.url).listing(WORK)


class TestFetching:
    def test_fewer_answers_than_asked(self, serve: Serving, opened: Opening) -> None:
        data = f"<C:calendar-data>{TEXT}</C:calendar-data>"

        def answer(seen: Seen) -> Reply:
            if seen.method == "REPORT":
                phantom = removed(f"{WORK}phantom.ics")
                empty = member(f"{WORK}empty.ics", more="<C:calendar-data/>")
                nameless = member("", more=data)
                extra = member(f"{WORK}unasked.ics", more=data)
                return Reply.multistatus(
                    extra + member(f"{WORK}a%40.ics", more=data) + phantom + empty + nameless
                )
            if seen.path.endswith(("phantom.ics", "empty.ics")):
                return Reply(200, b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", {"ETag": '"9"'})
            return Reply(404)

        asked = [f"{WORK}{name}.ics" for name in ("a@", "phantom", "empty", "forgotten")]
        got = list(opened(serve(answer).url).fetch(WORK, asked))
        assert [item.href for item in got] == asked
        assert [(item.etag, item.gone) for item in got] == [
            ('"1"', False),
            ('"9"', False),
            ('"9"', False),
            (None, True),
        ]
        assert got[0].text == TEXT.replace("\n", "\r\n").replace("&amp;", "&")

    def test_cdata_in_pieces(self, serve: Serving, opened: Opening) -> None:
        parts = "<![CDATA[BEGIN:VCALENDAR\nX:<a>&amp;]]>\n<![CDATA[END:VCALENDAR\n]]>"
        data = f"<C:calendar-data>{parts}</C:calendar-data>"
        server = serve(Reply.multistatus(member("a.ics", more=data)))
        [got] = opened(server.url).fetch(WORK, [f"{WORK}a.ics"])
        assert got.text == "BEGIN:VCALENDAR\r\nX:<a>&amp;\r\nEND:VCALENDAR\r\n"

    def test_one_sick_object_does_not_spoil_the_batch(
        self, serve: Serving, opened: Opening
    ) -> None:
        data = f"<C:calendar-data>{TEXT}</C:calendar-data>"
        sick = "<C:calendar-data>BEGIN:VCALENDAR\x0b</C:calendar-data>"

        def answer(seen: Seen) -> Reply:
            if seen.method == "REPORT":
                return Reply.multistatus(member("a.ics", more=data) + member("b.ics", more=sick))
            return Reply(200, b"BEGIN:VCALENDAR\x0b\r\n", {"ETag": '"2"'})

        server = serve(answer)
        got = list(opened(server.url).fetch(WORK, [f"{WORK}{name}.ics" for name in "abc"]))
        assert [item.etag for item in got] == ['"1"', '"2"', '"2"']
        assert server.paths("GET") == [f"{WORK}b.ics", f"{WORK}c.ics"]

    @pytest.mark.parametrize("status", [400, 413, 500, 501])
    def test_a_refused_multiget_becomes_single_gets(
        self, serve: Serving, opened: Opening, status: int
    ) -> None:
        def answer(seen: Seen) -> Reply:
            is_report = seen.method == "REPORT"
            return Reply(status) if is_report else Reply(200, b"BEGIN:VCALENDAR\r\n")

        got = list(opened(serve(answer).url).fetch(WORK, [f"{WORK}a.ics", f"{WORK}b.ics"]))
        assert [item.text for item in got] == ["BEGIN:VCALENDAR\r\n"] * 2

    @pytest.mark.parametrize("status", [400, 403, 500])
    def test_one_object_that_is_not_handed_out(
        self, serve: Serving, opened: Opening, status: int
    ) -> None:
        def answer(seen: Seen) -> Reply:
            return Reply.multistatus("") if seen.method == "REPORT" else Reply(status)

        [got] = opened(serve(answer).url).fetch(WORK, [f"{WORK}a.ics"])
        assert (got.text, got.gone) == (None, False)
        assert got.problem

    def test_an_empty_object_and_a_web_page(self, serve: Serving, opened: Opening) -> None:
        assert opened(serve(Reply(200, b" \r\n")).url).get(f"{WORK}a.ics").problem
        with pytest.raises(BadAnswer):
            opened(serve(Reply(200, b"<html/>")).url).get(f"{WORK}a.ics")

    def test_batches_and_what_is_asked(self, serve: Serving, opened: Opening) -> None:
        server = serve(
            lambda seen: Reply.multistatus("") if seen.method == "REPORT" else Reply(404)
        )
        asked = [f"{WORK}{number}&amp;.ics" for number in range(120)]
        full = f"{server.url.rstrip('/')}{WORK}full.ics"
        assert all(item.gone for item in opened(server.url).fetch(WORK, [*asked, full]))
        reports = [seen for seen in server.seen if seen.method == "REPORT"]
        # Where nothing of a batch comes back, the batch itself may have been too much.
        assert sorted(seen.body.count(b"<href>") for seen in reports) == [21, 50, 50, 100]
        assert b"<href>/7/calendars/work/0&amp;amp;.ics</href>" in reports[0].body
        assert b"<href>/7/calendars/work/full.ics</href>" in b"".join(seen.body for seen in reports)
        assert all(
            seen.headers["content-type"] == "application/xml; charset=utf-8" for seen in reports
        )

    def test_texts_that_are_not_utf_8(self, serve: Serving, opened: Opening) -> None:
        body = "BEGIN:VCALENDAR\r\nSUMMARY:Öl\r\n".encode("latin-1")
        for headers in ({}, {"Content-Type": "text/calendar; charset=iso-8859-1"}):
            got = opened(serve(Reply(200, body, headers)).url).get(f"{WORK}a.ics")
            assert "SUMMARY:Öl" in (got.text or "")
