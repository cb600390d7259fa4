"""The line itself: redirects, time, Stop, closed connections, and where the password goes."""

from __future__ import annotations

import base64
import itertools
import socket
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lcdesk.sync.dav import ThrottleMemory, TimeSource
from lcdesk.sync.dav.pace import Patience
from lcdesk.sync.dav.remote import DavRemote
from lcdesk.sync.errors import (
    BadAnswer,
    ForeignHost,
    Offline,
    SignInRefused,
    Stopped,
    Throttled,
)
from tests.contract.conftest import Opening, Serving
from tests.contract.events import event, new_uid
from tests.fakes.loopback import XML, Reply, Seen
from tests.servers import EMAIL, PASSWORD

WORK = "/7/calendars/work/"
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
CALENDAR_TEXT = Reply(200, b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", {"ETag": '"1"'})


class TestRedirects:
    @pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
    def test_method_and_body_are_kept(self, serve: Serving, opened: Opening, status: int) -> None:
        def answer(seen: Seen) -> Reply:
            if seen.path.endswith("/new.ics"):
                return Reply(201, b"", {"ETag": '"1"'})
            return Reply(status, b"moved", {"Location": "new.ics"})

        server = serve(answer)
        text = event(new_uid())
        assert opened(server.url).create(f"{WORK}a.ics", text) == '"1"'
        assert [(seen.method, seen.body.decode()) for seen in server.seen] == [("PUT", text)] * 2
        assert [seen.headers["if-none-match"] for seen in server.seen] == ["*"] * 2
        assert server.seen[0].headers["authorization"] == server.seen[1].headers["authorization"]

    def test_another_host_gets_nothing(self, serve: Serving, opened: Opening) -> None:
        foreign = serve(Reply(200))
        for goal in (
            foreign.url,
            f"http://user:pw@127.0.0.1:{foreign.port}/",
            f"//127.0.0.1:{foreign.port}/x",
            f"http://127.0.0.1:{foreign.port}\\@example.org/",
            "https://example.org/",
            "ftp://127.0.0.1/",
        ):
            server = serve(Reply(302, b"", {"Location": goal}))
            remote = opened(server.url)
            for ask in (
                lambda: remote.get(f"{WORK}a.ics"),  # noqa: B023 - called at once
                lambda: remote.create(f"{WORK}a.ics", "x"),  # noqa: B023 - called at once
            ):
                with pytest.raises(ForeignHost) as refused:
                    ask()
                assert not refused.value.maybe_applied
                assert "user:pw" not in str(refused.value) + refused.value.address
        assert foreign.seen == []

    def test_circles_end(self, serve: Serving, opened: Opening) -> None:
        server = serve(Reply(302, b"", {"Location": "/again"}))
        with pytest.raises(BadAnswer):
            opened(server.url).get(f"{WORK}a.ics")
        assert len(server.seen) == 6
        with pytest.raises(BadAnswer):
            opened(serve(Reply(302)).url).listing(WORK)

    def test_an_href_at_another_host(self, serve: Serving, opened: Opening) -> None:
        foreign, server = serve(Reply(200)), serve(CALENDAR_TEXT)
        with pytest.raises(ForeignHost):
            opened(server.url).get(f"{foreign.url}a.ics")
        assert foreign.seen == server.seen == []


class TestTime:
    def test_a_body_that_drips_for_ever(
        self, serve: Serving, opened: Opening, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("lcdesk.sync.dav.reports.LISTING", Patience(total=0.3))
        drip = (b" " for _ in itertools.count())
        with pytest.raises(Offline) as refused:
            opened(serve(Reply(207, b"", XML, pieces=drip)).url).listing(WORK)
        assert "in time" in refused.value.message

    def test_a_head_that_drips_for_ever(
        self, serve: Serving, opened: Opening, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("lcdesk.sync.dav.reports.LISTING", Patience(total=0.3))
        head = b"HTTP/1.1 207 Multi-Status\r\n" + b"X-Slow: a\r\n" * 10_000
        with pytest.raises(Offline):
            opened(serve(Reply(raw=head)).url).listing(WORK)

    @pytest.mark.parametrize(
        ("patience", "ask"),
        [
            ("LISTING", lambda remote: remote.listing(WORK)),
            ("SOME", lambda remote: remote.changes(WORK, "token")),
            ("SOME", lambda remote: remote.collection_state(WORK)),
        ],
    )
    def test_silence(
        self,
        serve: Serving,
        opened: Opening,
        monkeypatch: pytest.MonkeyPatch,
        patience: str,
        ask: Callable[[DavRemote], object],
    ) -> None:
        monkeypatch.setattr(f"lcdesk.sync.dav.reports.{patience}", Patience(read=0.2))
        released = threading.Event()

        def answer(_: Seen) -> Reply:
            released.wait(10)
            return Reply(207)

        server = serve(answer)
        try:
            with pytest.raises(Offline) as refused:
                ask(opened(server.url))
        finally:
            released.set()
        assert "in time" in refused.value.message
        assert len(server.seen) == 1

    def test_stop_ends_a_running_request(self, serve: Serving, opened: Opening) -> None:
        stop = threading.Event()

        def pieces() -> object:
            yield b"<"
            stop.set()
            yield from itertools.repeat(b" ")

        server = serve(Reply(207, b"", XML, pieces=pieces()))  # type: ignore[arg-type]  # a generator
        with pytest.raises(Stopped) as stopped:
            opened(server.url, stop=stop.is_set).listing(WORK)
        assert not stopped.value.maybe_applied

    def test_nothing_is_sent_after_stop(self, serve: Serving, opened: Opening) -> None:
        server = serve(CALENDAR_TEXT)
        remote = opened(server.url, stop=lambda: True)
        for ask in (lambda: remote.get(f"{WORK}a"), lambda: remote.create(f"{WORK}a", "x")):
            with pytest.raises(Stopped) as stopped:
                ask()
            assert not stopped.value.maybe_applied
        assert server.seen == []

    def test_stop_between_batches(self, serve: Serving, opened: Opening) -> None:
        stop = threading.Event()

        def answer(seen: Seen) -> Reply:
            data = "<C:calendar-data>BEGIN:VCALENDAR</C:calendar-data>"
            href = f"<href>{WORK}0.ics</href>"
            ok = "<status>HTTP/1.1 200 OK</status>"
            return Reply.multistatus(
                f"<response>{href}<propstat><prop>{data}</prop>{ok}</propstat></response>"
            )

        server = serve(answer)
        remote = opened(server.url, stop=stop.is_set)
        asked = remote.fetch(WORK, [f"{WORK}{number}.ics" for number in range(960)])
        assert next(asked).text
        stop.set()
        with pytest.raises(Stopped):
            list(asked)
        assert len(server.seen) <= 3  # two may have been on their way

    def test_nothing_more_is_asked_after_a_throttle(self, serve: Serving, opened: Opening) -> None:
        server = serve(Reply(429))
        asked = opened(server.url).fetch(WORK, [f"{WORK}{number}.ics" for number in range(960)])
        with pytest.raises(Throttled):
            list(asked)
        assert len(server.seen) == 1

    def test_stop_lets_a_write_learn_its_answer(self, serve: Serving, opened: Opening) -> None:
        stop = threading.Event()

        def answer(_: Seen) -> Reply:
            stop.set()
            return Reply(201, b"", {"ETag": '"1"'})

        remote = opened(serve(answer).url, stop=stop.is_set)
        assert remote.create(f"{WORK}a.ics", "x") == '"1"'


class TestConnections:
    def test_a_kept_connection_that_was_closed_meanwhile(
        self, serve: Serving, opened: Opening
    ) -> None:
        # Sends one answer per connection and closes it, but does not say so.
        listener = socket.create_server(("127.0.0.1", 0))
        arrived: list[bytes] = []
        closed = threading.Semaphore(0)

        def run() -> None:
            for _ in range(3):
                line, _ = listener.accept()
                with line:
                    arrived.append(line.recv(65_536))
                    line.sendall(b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n")
                closed.release()

        thread = threading.Thread(target=run)
        thread.start()
        with listener:
            remote = opened(f"http://127.0.0.1:{listener.getsockname()[1]}/")
            for number in range(3):
                remote.create(f"{WORK}{number}.ics", "x")
                assert closed.acquire(timeout=10)
            thread.join()
        assert [line.split()[1].decode()[-5:] for line in arrived] == ["0.ics", "1.ics", "2.ics"]

    def test_a_reading_request_is_tried_again_once(self, serve: Serving, opened: Opening) -> None:
        replies = iter([Reply(is_silent=True), CALENDAR_TEXT])
        server = serve(lambda _: next(replies))
        assert opened(server.url).get(f"{WORK}a.ics").text
        assert len(server.seen) == 2

    def test_but_not_for_ever(self, serve: Serving, opened: Opening) -> None:
        server = serve(Reply(is_silent=True))
        with pytest.raises(Offline):
            opened(server.url).get(f"{WORK}a.ics")
        assert len(server.seen) == 2

    @pytest.mark.offline
    def test_a_name_that_does_not_exist(self, opened: Opening) -> None:
        with pytest.raises(Offline) as refused:
            opened("dav.example.org").create(f"{WORK}a.ics", "x")
        assert not refused.value.maybe_applied

    def test_headers(self, serve: Serving, opened: Opening) -> None:
        server = serve(CALENDAR_TEXT)
        opened(server.url).get(f"{WORK}a@b%40c%7Ed%20%C3%A9+.ics")
        [seen] = server.seen
        assert seen.path == f"{WORK}a@b%40c%7Ed%20%C3%A9+.ics"
        assert seen.headers["user-agent"].startswith("lcdesk/")
        expected = base64.b64encode(f"{EMAIL}:{PASSWORD}".encode()).decode()
        assert seen.headers["authorization"] == f"Basic {expected}"
        assert "cookie" not in seen.headers

    def test_no_cookies_no_netrc_no_proxy(
        self, serve: Serving, opened: Opening, monkeypatch: pytest.MonkeyPatch, home: Path
    ) -> None:
        proxy = serve(Reply(200))
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        home.mkdir(exist_ok=True)
        (home / ".netrc").write_text("machine 127.0.0.1 login other password other\n")
        cookie = Reply(200, CALENDAR_TEXT.body, {"Set-Cookie": "a=b; Path=/"})
        server = serve(cookie)
        remote = opened(server.url)
        for _ in range(2):
            remote.get(f"{WORK}a.ics")
        assert proxy.seen == []
        assert len({seen.headers["authorization"] for seen in server.seen}) == 1
        assert all("cookie" not in seen.headers for seen in server.seen)


class TestThrottling:
    @pytest.mark.parametrize(
        ("header", "wait"),
        [
            ("120", timedelta(seconds=120)),
            ("Sat, 21 Nov 2026 09:05:00 GMT", timedelta(minutes=5)),
            ("Sat, 21 Nov 2026 08:05:00 GMT", timedelta()),
            ("99999999999999", timedelta(days=1)),
        ],
    )
    @pytest.mark.parametrize("status", [429, 503])
    def test_both_forms_of_the_wish(
        self, serve: Serving, opened: Opening, status: int, header: str, wait: timedelta
    ) -> None:
        server = serve(Reply(status, b"", {"Retry-After": header}))
        with pytest.raises(Throttled) as busy:
            opened(server.url, time_source=TimeSource(now=lambda: NOW)).listing(WORK)
        assert busy.value.retry_at == NOW + wait

    @pytest.mark.parametrize("header", [{}, {"Retry-After": "soon"}, {"Retry-After": "-3"}])
    def test_no_wish(self, serve: Serving, opened: Opening, header: dict[str, str]) -> None:
        with pytest.raises(Throttled) as busy:
            opened(serve(Reply(503, b"", header)).url).listing(WORK)
        assert busy.value.retry_at is None

    def test_a_refused_password_shortly_after_is_not_believed(
        self, serve: Serving, opened: Opening
    ) -> None:
        now = [NOW]
        replies = [Reply(429), Reply(401), Reply(401), Reply(401)]
        server = serve(lambda _: replies[len(server.seen) - 1])
        memory = ThrottleMemory()
        clock = TimeSource(now=lambda: now[0])
        for minutes, error in (
            (0, Throttled),
            (1, Throttled),
            (29, Throttled),
            (31, SignInRefused),
        ):
            now[0] = NOW + timedelta(minutes=minutes)
            remote = opened(
                server.url, time_source=clock, memory=memory
            )  # the memory outlives a remote
            with pytest.raises(error):
                remote.listing(WORK)
