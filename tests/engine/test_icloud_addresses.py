"""Where iCloud says that things are: hosts, hrefs, collections, and lists that lack something."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest

from lcdesk.model.commands.appointments import cancel, move
from lcdesk.model.domain.accounts import AccountState
from lcdesk.model.domain.events import SyncState
from lcdesk.sync.rediscovery import REDISCOVERED_AFTER
from tests.desk import november
from tests.engine.practice import Practice
from tests.fakes.faults import Fault
from tests.fakes.icloud import Hrefs
from tests.fakes.loopback import Reply
from tests.servers import PASSWORD

OTHER_POOL = "https://p77-caldav.icloud.com"


def rediscover(practice: Practice) -> None:
    """Let a day pass, so that the list of calendars is read again."""
    practice.desk.now += REDISCOVERED_AFTER * 1.5


def test_the_home_is_at_another_host_with_its_port(practice: Practice) -> None:
    assert practice.account().home == "https://p42-caldav.icloud.com:443/8106/calendars/"
    practice.book()
    (put,) = practice.icloud.log.asked("PUT")
    assert put.host == practice.icloud.pool


@pytest.mark.parametrize("hrefs", Hrefs)
def test_the_spelling_of_addresses_makes_no_second_object(practice: Practice, hrefs: Hrefs) -> None:
    appointment = practice.book()
    practice.put("one@example.org")
    practice.good_pass()
    before = practice.calendars()
    practice.icloud.quirks.hrefs = hrefs
    practice.icloud.home.forget_tokens()
    rediscover(practice)
    practice.good_pass()
    assert practice.calendars().keys() == before.keys()
    assert [linked.role for linked in practice.calendars().values()] == [
        linked.role for linked in before.values()
    ]
    assert practice.titles() == ["Cleo Park", "Dentist"]
    assert practice.entry(appointment).sync is SyncState.SYNCED


def test_an_at_sign_is_asked_for_as_it_was_spelled(practice: Practice) -> None:
    practice.icloud.quirks.skipped.add(practice.put("one@example.org"))
    practice.good_pass()
    (get,) = practice.icloud.log.asked("GET")
    assert get.seen.path.endswith("/one%40example.org.ics")
    assert practice.titles() == ["Dentist"]


def test_a_collection_that_lists_itself_is_no_event(practice: Practice) -> None:
    assert practice.icloud.quirks.lists_itself
    practice.put("one")
    assert practice.good_pass().pulled.added == 1
    practice.icloud.home.forget_tokens()
    practice.put("two", 25)
    assert practice.good_pass().pulled.added == 1
    asked = practice.icloud.log.asked("REPORT", b"calendar-multiget")
    assert all(b"/family/</href>" not in heard.seen.body for heard in asked)


def test_mailboxes_and_reminders_are_no_calendars(practice: Practice) -> None:
    practice.icloud.add_odd_collections()
    rediscover(practice)
    practice.good_pass()
    names = {linked.name: linked for linked in practice.calendars().values()}
    assert sorted(names) == ["Family", "Holidays", "Shared", "Work"]
    assert names["Holidays"].subscribed
    assert not names["Holidays"].readable
    assert names["Shared"].readable
    assert not names["Shared"].writable


def test_a_second_propstat_with_404_says_nothing(practice: Practice) -> None:
    assert not any(linked.subscribed for linked in practice.calendars().values()), "no CS:source"
    practice.icloud.quirks.knows_tokens = False
    practice.icloud.home.forget_tokens()
    practice.put("one")
    practice.good_pass()
    assert {linked.token for linked in practice.calendars().values()} == {None}
    assert practice.titles() == ["Dentist"]


def test_a_home_that_is_missing_from_one_answer_is_asked_for_again(practice: Practice) -> None:
    practice.icloud.quirks.homeless_answers = 1
    rediscover(practice)
    practice.good_pass()
    assert len(practice.calendars()) == 2


def test_a_home_that_stays_missing_is_not_an_account_without_calendars(
    practice: Practice,
) -> None:
    practice.put("one")
    practice.icloud.quirks.homeless_answers = 99
    rediscover(practice)
    assert not practice.desk.sync().ok
    assert len(practice.calendars()) == 2
    assert practice.titles() == ["Dentist"], "what is known is read as before"


def test_an_empty_list_of_calendars_takes_none_away(practice: Practice) -> None:
    before = practice.calendars()
    practice.icloud.quirks.empty_homes = 1
    rediscover(practice)
    report = practice.desk.sync()
    assert report.error is not None
    assert practice.calendars().keys() == before.keys()
    practice.good_pass()
    assert practice.account().state is AccountState.OK


def test_a_redirect_inside_icloud_is_followed_with_everything(practice: Practice) -> None:
    goal = f"{OTHER_POOL}/8106/calendars/family/"
    practice.icloud.hosts.add(OTHER_POOL)
    practice.icloud.faults.add(
        Fault("REPORT", "/family/", instead=Reply(301, b"", {"Location": goal}))
    )
    practice.put("one")
    practice.good_pass()
    asked = [heard for heard in practice.icloud.log.heard if heard.host == OTHER_POOL]
    assert asked[0].seen.method == "REPORT"
    assert b"sync-token" in asked[0].seen.body
    assert "authorization" in asked[0].seen.headers
    assert practice.titles() == ["Dentist"]


def test_a_redirect_out_of_icloud_gets_nothing(practice: Practice) -> None:
    practice.put("one")
    practice.icloud.faults.add(
        Fault("REPORT", instead=Reply(302, b"", {"Location": "https://icloud.com.evil.invalid/"}))
    )
    report = practice.desk.sync()
    assert report.error is not None
    assert report.error.code == "FOREIGN_HOST"
    assert all(host.endswith(".icloud.com") for host in practice.icloud.log.hosts())


def test_an_event_is_written_into_a_calendar_that_is_listed_without_its_slash(
    practice: Practice,
) -> None:
    practice.icloud.quirks.has_slashes = False
    rediscover(practice)
    practice.good_pass()
    practice.put("one")
    appointment = practice.book(26)
    assert practice.titles() == ["Dentist", "Cleo Park"]
    assert practice.desk.href(appointment).startswith(practice.icloud.work)


def test_a_redirect_to_the_slash_at_the_end_is_followed(practice: Practice) -> None:
    remote = practice.direct(practice.account())
    assert remote.collection_state(practice.icloud.family.rstrip("/")).token
    assert [heard.status for heard in practice.icloud.log.heard[-2:]] == [301, 207]
    remote.close()


def test_nothing_is_asked_that_icloud_does_not_answer(practice: Practice) -> None:
    practice.icloud.add_odd_collections()
    appointment = practice.book()
    practice.put("one@example.org")
    rediscover(practice)
    with practice.desk.database.write() as tx:
        move(tx, appointment.id, start=november(26, 11), now=practice.desk.now)
    practice.good_pass()
    practice.icloud.home.forget_tokens()
    practice.good_pass()
    heard = practice.icloud.log.heard
    assert not [request for request in heard if request.status in {400, 501}]
    for request in heard:
        assert b"prop-filter" not in request.seen.body
        assert b"allprop" not in request.seen.body
        assert b"limit" not in request.seen.body
        assert request.seen.headers.get("if-match") != "*"


def test_apples_traces_are_logged_and_the_password_is_not(
    practice: Practice, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    practice.book()
    assert "8c1b5f0e-0000-4000-8000-000000000000" in caplog.text
    assert "caldavj:16100101:st41p01" in caplog.text
    assert PASSWORD not in caplog.text
    assert "Basic " not in caplog.text


@pytest.mark.parametrize("answer", [403, 404])
def test_an_account_that_moved_to_another_host_is_found_there(
    practice: Practice, answer: int
) -> None:
    appointment = practice.book()
    practice.put("one@example.org")
    practice.good_pass()
    practice.icloud.move_to(OTHER_POOL, answer)
    practice.put("two", 25)
    for _ in range(4):
        practice.desk.sync()
        practice.desk.now += timedelta(minutes=1)
    practice.good_pass()
    assert practice.account().home.startswith(OTHER_POOL)
    assert practice.titles() == ["Cleo Park", "Dentist", "Dentist"]
    assert practice.entry(appointment).sync is SyncState.SYNCED


@pytest.mark.parametrize("answer", [403, 404])
@pytest.mark.parametrize("change", ["book", "move", "cancel"])
def test_a_host_that_no_longer_knows_the_account_deletes_nothing(
    practice: Practice, change: str, answer: int
) -> None:
    appointment = practice.book()
    practice.icloud.move_to(OTHER_POOL, answer)
    with practice.desk.database.write() as tx:
        if change == "move":
            move(tx, appointment.id, start=november(26, 9), now=practice.desk.now)
        if change == "cancel":
            cancel(tx, appointment.id, now=practice.desk.now)
    if change == "book":
        practice.desk.book(practice.calendar, november(25, 10))
    for _ in range(5):
        practice.desk.sync()
        practice.desk.now += timedelta(minutes=1)
    practice.good_pass()
    signs = {entry.sync for entry in practice.desk.agenda()}
    assert signs == {SyncState.LOCAL if change == "cancel" else SyncState.SYNCED}
    there = practice.icloud.home.collections[practice.icloud.work].objects
    assert len(there) == {"book": 2, "move": 1, "cancel": 0}[change]
    assert practice.calendars()[practice.icloud.work].writable


def test_a_calendar_that_was_deleted_in_icloud_takes_no_appointment_along(
    practice: Practice,
) -> None:
    appointment = practice.book()
    practice.put("one")
    with practice.desk.database.write() as tx:
        move(tx, appointment.id, start=november(26, 9), now=practice.desk.now)
    del practice.icloud.home.collections[practice.icloud.work]
    for _ in range(3):
        assert not practice.desk.sync().ok
    assert practice.entry(appointment).span.start == november(26, 9)
    assert practice.entry(appointment).sync is SyncState.PENDING
    assert "Dentist" in practice.titles(), "the other calendar is read"
