"""A server that names, or leads to, what lies in another calendar than the one asked about."""

from __future__ import annotations

import pytest

from lcdesk.sync.errors import CalendarMissing
from tests.contract.conftest import Opening, Serving
from tests.contract.test_report_faults import HOME, WORK, member, removed, token
from tests.contract.test_write_faults import HREF, write
from tests.fakes.loopback import Reply, Seen


@pytest.mark.parametrize(
    "href",
    [
        f"{HOME}family/a.ics",
        "../family/a.ics",
        f"{WORK}%2e%2e/family/a.ics",
        f"{WORK}..%2ffamily%2Fa.ics",
        f"{HOME}work2/a.ics",
        f"{WORK}folder/a.ics",
        "/a.ics",
    ],
)
@pytest.mark.parametrize("report", ["sync-collection", "calendar-query", "PROPFIND"])
def test_what_lies_in_another_calendar_is_left_out_and_noted(
    serve: Serving,
    opened: Opening,
    caplog: pytest.LogCaptureFixture,
    report: str,
    href: str,
) -> None:
    def answer(seen: Seen) -> Reply:
        if report.encode() not in seen.method.encode() + seen.body:
            return Reply(501)
        gone = removed(href) if report == "sync-collection" else ""
        return Reply.multistatus(member("a%40b.ics") + member(href) + gone + token("t"))

    listed = opened(serve(answer).url).listing(WORK)
    assert [member.path for member in listed.members] == [f"{WORK}a@b.ics"]
    assert listed.removed == ()
    assert "left out" in caplog.text


@pytest.mark.parametrize(
    "goal",
    [
        "/7/calendars/family/a.ics",
        "../family/a.ics",
        "%2e%2e/family/a.ics",
        "..%2Ffamily%2Fa.ics",
        "/7/calendars/work2/a.ics",
        "/7/calendars/work",
        "sub/a.ics",
    ],
)
@pytest.mark.parametrize("kind", ["create", "update", "delete"])
def test_a_write_is_not_led_into_another_calendar(
    serve: Serving, opened: Opening, kind: str, goal: str
) -> None:
    server = serve(
        lambda seen: Reply(307, b"", {"Location": goal}) if seen.path == HREF else Reply(204)
    )
    remote = opened(server.url)
    with pytest.raises(CalendarMissing) as refused:
        write(remote, kind)
    assert not refused.value.maybe_applied
    assert [seen.path for seen in server.seen] == [HREF]
