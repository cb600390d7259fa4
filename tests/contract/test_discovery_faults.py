"""What servers have been seen to answer while signing in, and what must come of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lcdesk.model.domain.accounts import Provider
from lcdesk.sync.dav.addresses import ICLOUD_VARIABLE
from lcdesk.sync.dav.remote import DavRemote
from lcdesk.sync.errors import (
    BadAnswer,
    ForeignHost,
    NoAccess,
    NoCalendars,
    NotCalDav,
    Offline,
    SignInRefused,
    Throttled,
)
from tests.contract.conftest import Opening, Serving
from tests.fakes.loopback import LoopbackServer, Reply, Seen

PRINCIPAL = (
    "<prop><current-user-principal><href>/7/principal/</href></current-user-principal></prop>"
)
OK = "<status>HTTP/1.1 200 OK</status>"
MISSING = "<status>HTTP/1.1 404 Not Found</status>"
CALENDAR = "<resourcetype><collection/><C:calendar/></resourcetype>"
RIGHTS = (
    "<current-user-privilege-set><privilege><read/></privilege><privilege><write/></privilege>"
    "</current-user-privilege-set>"
)


def response(href: str, props: str, extra: str = "") -> str:
    return (
        f"<response><href>{href}</href><propstat><prop>{props}</prop>{OK}</propstat>{extra}"
        "</response>"
    )


def home_set(href: str) -> str:
    return f"<C:calendar-home-set><href>{href}</href></C:calendar-home-set>"


def components(*names: str) -> str:
    inside = "".join(f'<C:comp name="{name}"/>' for name in names)
    return f"<C:supported-calendar-component-set>{inside}</C:supported-calendar-component-set>"


class Look:
    """An iCloud look-alike's discovery: principal at the root, home below the principal."""

    def __init__(self, listing: str, home: str = "/7/calendars/", principal: str = "/7/principal/"):
        self.listing = listing
        self.home = home
        self.principal = principal

    def __call__(self, seen: Seen) -> Reply:
        if b"calendar-home-set" in seen.body:
            # iCloud names another href than it was asked about.
            return Reply.multistatus(response("/principal/", home_set(self.home)))
        if b"current-user-principal" in seen.body:
            inside = f"<href>{self.principal}</href>"
            named = f"<current-user-principal>{inside}</current-user-principal>"
            return Reply.multistatus(response("/", named))
        return Reply.multistatus(self.listing)


def empty_calendar(seen: Seen) -> Reply:
    """A calendar that is there and holds nothing."""
    if seen.method == "PROPFIND":
        return Reply.multistatus(response("/7/calendars/work/", CALENDAR))
    return Reply(404)


OpeningICloud = Callable[[LoopbackServer], DavRemote]


@pytest.fixture
def icloud(monkeypatch: pytest.MonkeyPatch, opened: Opening) -> OpeningICloud:
    """Opens an iCloud account at a server of the test."""

    def open_icloud(server: LoopbackServer) -> DavRemote:
        monkeypatch.setenv(ICLOUD_VARIABLE, server.url)
        return opened("", provider=Provider.ICLOUD)

    return open_icloud


class TestTheList:
    def test_only_calendars_for_events_are_kept(self, serve: Serving, opened: Opening) -> None:
        inbox = "<resourcetype><collection/><C:calendar/><C:schedule-inbox/></resourcetype>"
        listing = (
            response("/7/calendars/", "<resourcetype><collection/></resourcetype>")
            + response("/7/calendars/inbox/", inbox)
            + response("/7/calendars/notes/", "<resourcetype><collection/></resourcetype>")
            + response("/7/calendars/tasks/", CALENDAR + components("VTODO"))
            + response("/7/calendars/both/", CALENDAR + components("VEVENT", "VTODO") + RIGHTS)
            + response("/7/calendars/unsaid/", CALENDAR + "<displayname>Unsaid</displayname>")
        )
        found = opened(serve(Look(listing)).url).discover()
        assert [item.name for item in found.calendars] == ["both", "Unsaid"]
        assert [item.writable for item in found.calendars] == [True, False]
        assert [item.readable for item in found.calendars] == [True, True]

    def test_a_second_propstat_with_404_says_nothing(self, serve: Serving, opened: Opening) -> None:
        missing = (
            "<propstat><prop><displayname>Wrong</displayname><S:getctag>wrong</S:getctag>"
            f"<S:source><href>webcal://wrong</href></S:source></prop>{MISSING}</propstat>"
        )
        listing = response("/7/calendars/work/", CALENDAR + components("VEVENT"), missing)
        [work] = opened(serve(Look(listing)).url).discover().calendars
        assert (work.name, work.ctag, work.subscribed) == ("work", None, False)

    def test_subscribed_calendars_are_listed_but_cannot_be_read(
        self, serve: Serving, opened: Opening
    ) -> None:
        kind = "<resourcetype><collection/><S:subscribed/></resourcetype>"
        source = "<S:source><href>webcal://example.org/a.ics</href></S:source>"
        listing = response("/7/calendars/feed/", kind + source + RIGHTS) + response(
            "/7/calendars/other/", CALENDAR + source + RIGHTS
        )
        found = opened(serve(Look(listing)).url).discover().calendars
        assert [(c.subscribed, c.readable, c.writable) for c in found] == [(True, False, False)] * 2

    @pytest.mark.parametrize(
        ("spelled", "colour"),
        [
            ("#FF9500FF", "#ff9500"),
            ("#ff9500", "#ff9500"),
            ("#f90", "#ff9900"),
            ("#f90f", "#ff9900"),
            ("orange", ""),
            ("#12345", ""),
        ],
    )
    def test_colours(self, serve: Serving, opened: Opening, spelled: str, colour: str) -> None:
        props = f"{CALENDAR}<A:calendar-color>{spelled}</A:calendar-color>"
        [found] = opened(serve(Look(response("/c/", props))).url).discover().calendars
        assert found.colour == colour

    def test_order_then_name(self, serve: Serving, opened: Opening) -> None:
        def placed(name: str, order: str) -> str:
            order = f"<A:calendar-order>{order}</A:calendar-order>" if order else ""
            return response(f"/{name}/", f"{CALENDAR}<displayname>{name}</displayname>{order}")

        listing = placed("b", "") + placed("A", "x") + placed("z", "1") + placed("y", "2")
        found = opened(serve(Look(listing)).url).discover().calendars
        assert [item.name for item in found] == ["z", "y", "A", "b"]

    def test_no_prefixes_cdata_and_full_addresses(self, serve: Serving, opened: Opening) -> None:
        server = serve(Look(""))
        name = "<displayname><![CDATA[Tom & Ana]]></displayname>"
        server.answering = Look(response(f"{server.url}7/calendars/w%40rk/", CALENDAR + name))
        [work] = opened(server.url).discover().calendars
        assert work.name == "Tom & Ana"
        assert work.path == "/7/calendars/w@rk/"
        assert work.href == f"{server.url}7/calendars/w%40rk/"

    def test_a_list_that_is_cut(self, serve: Serving, opened: Opening) -> None:
        look = Look(response("/7/calendars/work/", CALENDAR))
        whole = Reply.multistatus(look.listing).body

        def answer(seen: Seen) -> Reply:
            return Reply(207, whole[:-9]) if seen.path == "/7/calendars/" else look(seen)

        with pytest.raises(BadAnswer):
            opened(serve(answer).url).discover()

    def test_nothing_but_tasks(self, serve: Serving, opened: Opening) -> None:
        listing = response("/7/calendars/tasks/", CALENDAR + components("VTODO"))
        with pytest.raises(NoCalendars):
            opened(serve(Look(listing)).url).discover()


class TestHosts:
    def test_the_home_may_be_on_a_host_of_its_own(self, serve: Serving, opened: Opening) -> None:
        pool = serve(Look(response("/7/calendars/work/", CALENDAR)))
        root = serve(Look("", home=f"http://127.0.0.1:{pool.port}/7/calendars/"))
        remote = opened(root.url)
        found = remote.discover()
        assert found.home == f"{pool.url}7/calendars/"
        assert pool.paths("PROPFIND") == ["/7/calendars/"]
        pool.answering = empty_calendar
        assert remote.get("/7/calendars/work/1.ics").gone  # relative: asked at the home's host
        assert pool.paths("GET") == ["/7/calendars/work/1.ics"]

    def test_a_later_remote_is_told_the_home(self, serve: Serving, opened: Opening) -> None:
        root, old, new = serve(Reply(404)), serve(empty_calendar), serve(Reply(404))
        remote = opened(root.url, home=f"{old.url}7/calendars/")
        assert remote.get("/7/calendars/work/1.ics").gone
        assert remote.get(f"{old.url}7/calendars/work/2.ics").gone
        root.answering = Look("", home=f"{new.url}7/calendars/")
        new.answering = Look(response("/7/calendars/work/", CALENDAR))
        remote.discover()
        new.answering = empty_calendar
        # Stored with the old host, asked at the new one: an object is its path.
        assert remote.get(f"{old.url}7/calendars/work/3.ics").gone
        assert old.paths("GET") == ["/7/calendars/work/1.ics", "/7/calendars/work/2.ics"]
        assert new.paths("GET") == ["/7/calendars/work/3.ics"]

    @pytest.mark.parametrize("part", ["principal", "listing", "redirect", "encrypted"])
    def test_a_foreign_host_hears_nothing(self, serve: Serving, opened: Opening, part: str) -> None:
        foreign = serve(Reply(200))
        look = Look(response("/7/calendars/work/", CALENDAR))
        server = serve(look)
        if part == "principal":
            look.principal = f"{foreign.url}7/principal/"
        elif part == "listing":
            look.listing += response(f"{foreign.url}7/calendars/x/", CALENDAR)
        elif part == "encrypted":
            look.home = "http://dav.example.org/home/"  # neither TLS nor loopback
        else:
            server.answering = lambda _: Reply(302, b"", {"Location": foreign.url})
        with pytest.raises(ForeignHost) as refused:
            opened(server.url).discover()
        assert foreign.seen == []
        assert "Nothing was sent there" in refused.value.message


class TestWrongServers:
    @pytest.mark.parametrize(
        "reply",
        [
            Reply(
                200,
                b"<!DOCTYPE html><html><body>Welcome</body></html>",
                {"Content-Type": "text/html"},
            ),
            Reply(404, b"nothing here"),
            Reply(405, b""),
            Reply(501, b"<html></html>"),
            Reply(207, b"<html xmlns='http://www.w3.org/1999/xhtml'/>"),
        ],
    )
    def test_no_caldav_at_this_address(self, serve: Serving, opened: Opening, reply: Reply) -> None:
        server = serve(reply)
        with pytest.raises(NotCalDav) as refused:
            opened(server.url).discover()
        assert "CalDAV" in refused.value.message
        assert server.paths("PROPFIND") == ["/", "/.well-known/caldav"]

    def test_the_well_known_place_leads_on(self, serve: Serving, opened: Opening) -> None:
        look = Look(response("/7/calendars/work/", CALENDAR))

        def answer(seen: Seen) -> Reply:
            if seen.path == "/.well-known/caldav":
                return Reply(301, b"", {"Location": "/dav/"})
            return Reply(405) if seen.path == "/" else look(seen)

        server = serve(answer)
        assert opened(server.url).discover().calendars
        assert server.paths("PROPFIND")[:3] == ["/", "/.well-known/caldav", "/dav/"]

    def test_a_server_that_knows_nobody_at_its_root(self, serve: Serving, opened: Opening) -> None:
        nobody = "<current-user-principal><unauthenticated/></current-user-principal>"
        with pytest.raises(NotCalDav):
            opened(serve(Reply.multistatus(response("/", nobody))).url).discover()

    def test_answers_the_library_cannot_use(self, serve: Serving, opened: Opening) -> None:
        nothing = "<response><href>/</href><status>HTTP/1.1 404 Not Found</status></response>"
        with pytest.raises(NotCalDav):
            opened(serve(Reply.multistatus(nothing)).url).discover()

    def test_a_broken_server_is_no_wrong_address(self, serve: Serving, opened: Opening) -> None:
        with pytest.raises(Offline):
            opened(serve(Reply(500)).url).discover()

    def test_another_accounts_calendars(self, serve: Serving, opened: Opening) -> None:
        with pytest.raises(NoAccess):
            opened(serve(Reply(403)).url).discover()


class TestICloud:
    def test_its_quirks_all_together(self, serve: Serving, icloud: OpeningICloud) -> None:
        pool = serve(Look(response("/7/calendars/work/", CALENDAR + components("VEVENT") + RIGHTS)))
        root = serve(Look("", home=f"{pool.url}7/calendars/"))
        assert [c.writable for c in icloud(root).discover().calendars] == [True]

    def test_no_well_known_place_is_tried(self, serve: Serving, icloud: OpeningICloud) -> None:
        server = serve(Reply(404))
        with pytest.raises(BadAnswer):
            icloud(server).discover()
        assert server.paths("PROPFIND") == ["/"]

    def test_a_missing_home_is_asked_for_again(self, serve: Serving, icloud: OpeningICloud) -> None:
        look = Look(response("/7/calendars/work/", CALENDAR))
        missed: list[Seen] = []

        def answer(seen: Seen) -> Reply:
            if b"calendar-home-set" in seen.body and not missed:
                missed.append(seen)
                return Reply.multistatus(response("/principal/", "<displayname/>"))
            return look(seen)

        assert icloud(serve(answer)).discover().calendars
        look.home = ""
        with pytest.raises(BadAnswer):  # never "no calendars", never the person's fault
            icloud(serve(look)).discover()

    def test_403_without_a_reason_is_a_pause_at_first(
        self, serve: Serving, icloud: OpeningICloud
    ) -> None:
        remote = icloud(serve(Reply(403)))
        for _ in range(3):
            with pytest.raises(Throttled):
                remote.discover()
        with pytest.raises(NoAccess):
            remote.discover()

    def test_the_words_for_a_refused_password(self, serve: Serving, icloud: OpeningICloud) -> None:
        with pytest.raises(SignInRefused) as refused:
            icloud(serve(Reply(401))).discover()
        assert refused.value.title == "iCloud refused the password"
        assert "app-specific" in refused.value.message
