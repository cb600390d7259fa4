"""A server goes on listing without an end: the calendar stays as it is, and it is said why."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

import pytest

from lcdesk.sync.dav import TimeSource
from lcdesk.sync.errors import BadAnswer
from tests.contract.conftest import Opening, Serving
from tests.contract.test_report_faults import WORK, member, token
from tests.fakes.loopback import Reply, Seen

MORE = f"<response><href>{WORK}</href><status>HTTP/1.1 507 Full</status></response>"


@dataclass(slots=True)
class Hours:
    """A clock that a test moves, and that waits in no time."""

    seconds: float = 0.0

    def wait(self, seconds: float) -> None:
        self.seconds += max(seconds, 0.001)  # a wait that ends

    def clock(self) -> TimeSource:
        return TimeSource(monotonic=lambda: self.seconds, sleep=self.wait)


@pytest.mark.parametrize("asked", ["listing", "changes"])
@pytest.mark.parametrize(("members", "lasts", "most"), [(1, 0.0, 37), (5, 0.0, 67), (50, 50.0, 8)])
def test_ever_new_members_and_tokens_went_on_for_a_thousand_pages(
    serve: Serving, opened: Opening, asked: str, members: int, lasts: float, most: int
) -> None:
    hours, pages = Hours(), itertools.count()

    def answer(_: Seen) -> Reply:
        page = next(pages)
        hours.wait(lasts)
        inside = "".join(member(f"{page}-{number}.ics") for number in range(members))
        return Reply.multistatus(inside + MORE + token(f"t{page}"))

    server = serve(answer)
    remote = opened(server.url, time_source=hours.clock())
    with pytest.raises(BadAnswer) as refused:
        remote.listing(WORK) if asked == "listing" else remote.changes(WORK, "t")
    assert len(server.seen) <= most
    assert "without coming to an end" in refused.value.message
    assert f"({len(server.seen) * members:,} events so far)" in refused.value.message


def test_a_large_calendar_in_pages_is_read_to_its_end(serve: Serving, opened: Opening) -> None:
    def answer(seen: Seen) -> Reply:
        found = re.search(rb"<sync-token>t(\d+)</sync-token>", seen.body)
        page = int(found[1]) + 1 if found else 0
        inside = "".join(member(f"{page}-{number}.ics") for number in range(100))
        return Reply.multistatus(inside + (MORE if page < 99 else "") + token(f"t{page}"))

    remote = opened(serve(answer).url, time_source=Hours().clock())
    assert len(remote.listing(WORK).members) == 10_000


def test_a_server_for_which_it_is_too_much_is_asked_in_another_way(
    serve: Serving, opened: Opening
) -> None:
    def answer(seen: Seen) -> Reply:
        is_report = seen.method == "REPORT"
        return Reply(507) if is_report else Reply.multistatus(member(WORK) + member("a.ics"))

    server = serve(answer)
    assert [member.href for member in opened(server.url).listing(WORK).members] == ["a.ics"]
    assert len(server.seen) == 3


def test_where_every_way_is_too_much_only_this_calendar_is_left_out(
    serve: Serving, opened: Opening
) -> None:
    with pytest.raises(BadAnswer):
        opened(serve(Reply(507)).url).listing(WORK)
