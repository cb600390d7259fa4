"""Counting events when an account is connected: a help to choose, no reason to fail or wait."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lcdesk.model.domain.accounts import Provider, SignIn
from lcdesk.sync import connect
from lcdesk.sync.errors import Offline, RemoteError, Stopped
from lcdesk.sync.ports import Discovery, Listing, Member, RemoteCalendar

MANY = 30


def calendar(number: int) -> RemoteCalendar:
    path = f"/cal/{number:02}/"
    return RemoteCalendar(
        path, path, f"Calendar {number}", "", number, True, True, number == 1, None, None
    )


class Server:
    """Answers a listing of two events, or with what is wrong; it stops as a session does."""

    def __init__(self) -> None:
        self.listed: list[str] = []
        self.problem: RemoteError | None = None
        self.stop: Callable[[], bool] = lambda: False

    def discover(self, _step: object) -> Discovery:
        return Discovery("/", "/", tuple(calendar(number) for number in range(MANY)))

    def listing(self, href: str) -> Listing:
        if self.stop():
            raise Stopped("Stopped.")
        self.listed.append(href)
        if self.problem is not None:
            raise self.problem
        members = tuple(Member(f"{href}{uid}", f"{href}{uid}", "1") for uid in ("a", "b"))
        return Listing(members, (), None, complete=True)

    def close(self) -> None:
        """There is no connection."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Server:
    made = Server()

    def opened(*_given: object, stop: Callable[[], bool]) -> Server:
        made.stop = stop
        return made

    monkeypatch.setattr(connect, "open_remote", opened)
    return made


def sign_in() -> SignIn:
    return SignIn(Provider.CALDAV, "anna", "secret", "https://dav.example.org/")


def test_the_first_calendars_are_counted_with_one_listing_each(server: Server) -> None:
    found, counts = connect.check_and_count(sign_in())
    assert len(found.calendars) == MANY
    assert len(server.listed) == len(set(server.listed)) == len(counts) == 12
    assert counts["/cal/00/"] == 2
    assert "/cal/01/" not in counts  # subscribed ones cannot be chosen


def test_counting_ends_when_its_time_is_up(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "_COUNTING_SECONDS", -1.0)
    found, counts = connect.check_and_count(sign_in())
    assert (len(found.calendars), counts) == (MANY, {})


def test_a_server_that_is_gone_while_counting_does_not_fail_the_check(server: Server) -> None:
    server.problem = Offline("There is no connection.")
    found, counts = connect.check_and_count(sign_in())
    assert (len(found.calendars), counts, len(server.listed)) == (MANY, {}, 1)


def test_whoever_stops_the_check_stops_the_counting(server: Server) -> None:
    with pytest.raises(Stopped):
        connect.check_and_count(sign_in(), stop=lambda: True)
