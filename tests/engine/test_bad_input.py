"""Whatever the server holds or answers: the pass goes on, nothing is lost, it is listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from lcdesk.model.commands.accounts import add_account, set_role
from lcdesk.model.commands.decisions import accept_removals
from lcdesk.model.domain.accounts import AccountState, Provider, Role
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import SyncState
from lcdesk.model.domain.remote import ObjectState
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store import accounts
from lcdesk.model.store.queries.agenda import agenda
from lcdesk.model.store.remote import objects
from lcdesk.model.store.remote.index import ensure_indexed, index_ahead
from lcdesk.sync.engine import run_pass
from lcdesk.sync.errors import BadAnswer, Offline, RefusedObject, SignInRefused, Throttled
from lcdesk.sync.rediscovery import record
from lcdesk.sync.reports import PassReport
from tests.desk import Desk, event, november
from tests.fakes.memory_remote import MemoryRemote

GOOD = event("good", "20261124T090000Z", "20261124T100000Z", summary="Good")


@dataclass(slots=True)
class Faulty:
    """A desk with a primary and a conflict calendar on a remote in memory."""

    desk: Desk
    remote: MemoryRemote
    account: int

    def sync(self) -> PassReport:
        with self.desk.database.read() as reader:
            account = accounts.get_account(reader, self.account)
        assert account is not None
        return run_pass(
            self.desk.database,
            account,
            connect=lambda _account: self.remote,
            clock=lambda: self.desk.now,
            progress=lambda _name, _done, _total: None,
        )

    def state(self) -> AccountState:
        with self.desk.database.read() as reader:
            account = accounts.get_account(reader, self.account)
        assert account is not None
        return account.state

    def problems(self) -> list[str]:
        with self.desk.database.read() as reader:
            unread = objects.objects_in_state(reader, ObjectState.UNREAD)
            return [event.problem for event in (*unread, *objects.unread_objects(reader))]

    def titles(self) -> list[str]:
        return [entry.title for entry in self.desk.agenda()]


@pytest.fixture
def faulty(tmp_path: Path) -> Iterator[Faulty]:
    desk = Desk(tmp_path)
    remote = MemoryRemote("/office/", "/family/")
    ana = desk.staff("Ana")
    desk.calendar(CalendarKind.ROUND_ROBIN, ana)
    with desk.database.write() as tx:
        account = add_account(
            tx, provider=Provider.CALDAV, email="ana", staff=ana.id, server="https://x.example"
        )
    record(desk.database, account, remote.discover(), desk.now)
    with desk.database.write() as tx:
        work, family = accounts.linked_calendars(tx)
        set_role(tx, work.id, Role.PRIMARY, now=desk.now)
        set_role(tx, family.id, Role.CONFLICT, now=desk.now)
    yield Faulty(desk, remote, account.id)
    desk.close()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("no calendar at all", "<html><body>Sign in</body></html>"),
        ("cut in the middle", GOOD[: GOOD.index("DTSTART") + 10]),
        ("no event in it", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"),
        ("no start", GOOD.replace("DTSTART:20261124T090000Z\r\n", "")),
        (
            "unknown time zone",
            GOOD.replace("DTSTART:20261124T090000Z", "DTSTART;TZID=Mars/Olympus:20261124T090000"),
        ),
    ],
)
def test_one_sick_event_is_listed_and_the_others_go_on(
    faulty: Faulty, name: str, text: str
) -> None:
    faulty.remote.put("/family/sick.ics", text)
    faulty.remote.put("/family/good.ics", GOOD)
    report = faulty.sync()
    assert report.ok, name
    assert report.pulled.quarantined == 1
    assert "Good" in faulty.titles()
    (problem,) = faulty.problems()
    assert problem
    assert faulty.remote.writes == []
    faulty.remote.put("/family/sick.ics", GOOD.replace("good", "sick").replace("Good", "Healed"))
    faulty.sync()
    assert faulty.problems() == []
    assert sorted(faulty.titles()) == ["Good", "Healed"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("cut behind its times", GOOD[: GOOD.index("SUMMARY")]),
        ("a rule that says nothing", GOOD.replace("SUMMARY", "RRULE:FREQ=NEVER\r\nSUMMARY")),
        ("no interval", GOOD.replace("SUMMARY", "RRULE:FREQ=DAILY;INTERVAL=0\r\nSUMMARY")),
        ("a bad single date", GOOD.replace("SUMMARY", "RDATE:some day\r\nSUMMARY")),
        ("an end before its start", GOOD.replace("T100000Z", "T080000Z")),
        ("an end that is none", GOOD.replace("20261124T100000Z", "later")),
    ],
)
def test_a_time_that_can_be_read_is_taken_whatever_else_is_wrong(
    faulty: Faulty, name: str, text: str
) -> None:
    faulty.remote.put("/family/sick.ics", text)
    report = faulty.sync()
    assert (report.ok, report.pulled.quarantined) == (True, 1), name
    taken = [entry for entry in faulty.desk.agenda() if entry.span.start == november(24, 10)]
    assert [(stretch.busy, stretch.span.end) for stretch in taken] == [(True, november(24, 11))]
    (problem,) = faulty.problems()
    assert problem
    faulty.remote.put("/family/sick.ics", GOOD.replace("Good", "Healed"))
    faulty.sync()
    assert faulty.problems() == []
    assert faulty.titles() == ["Healed"]


def test_an_event_that_repeats_too_often_keeps_the_coming_weeks(faulty: Faulty) -> None:
    text = event("often", "20261101T090000Z", "20261101T090500Z", "RRULE:FREQ=HOURLY")
    faulty.remote.put("/family/often.ics", text)
    faulty.sync()
    while index_ahead(faulty.desk.database, faulty.desk.now):
        pass
    assert len(faulty.desk.agenda()) > 24
    assert "repeats so often" in faulty.problems()[0]
    far = TimeSpan.of_length(november(23, 0) + timedelta(days=900), timedelta(days=7))
    ensure_indexed(faulty.desk.database, far)
    with faulty.desk.database.read() as reader:
        assert len(agenda(reader, far)) == 7 * 24
    assert "repeats so often" in faulty.problems()[0]


def test_what_was_drawn_before_an_event_fell_sick_stays_drawn(faulty: Faulty) -> None:
    faulty.remote.put("/family/good.ics", GOOD)
    faulty.sync()
    faulty.remote.put("/family/good.ics", "garbage")
    faulty.sync()
    assert faulty.titles() == ["Good"], "its time must not open up"


def test_an_event_that_never_could_be_read_leaves_nothing_behind_when_it_is_deleted(
    faulty: Faulty,
) -> None:
    nowhere = GOOD.replace("DTSTART:20261124T090000Z", "DTSTART;TZID=Nowhere:20261124T090000")
    faulty.remote.put("/family/sick.ics", nowhere)
    faulty.sync()
    assert len(faulty.problems()) == 1
    faulty.remote.drop("/family/sick.ics")
    faulty.sync()
    assert faulty.problems() == []
    with faulty.desk.database.read() as reader:
        assert objects.objects_in_state(reader, ObjectState.GONE) == (), "nothing is blocked"


def test_an_event_without_an_end_takes_no_time(faulty: Faulty) -> None:
    faulty.remote.put("/family/point.ics", GOOD.replace("DTEND:20261124T100000Z\r\n", ""))
    faulty.sync()
    (entry,) = faulty.desk.agenda()
    assert entry.span.start == entry.span.end


def test_a_ten_year_old_series_is_drawn_this_week(faulty: Faulty) -> None:
    text = event("old", "20160104T080000Z", "20160104T090000Z", "RRULE:FREQ=WEEKLY", summary="Old")
    faulty.remote.put("/family/old.ics", text)
    assert faulty.sync().ok
    assert [entry.span.start for entry in faulty.desk.agenda()] == [
        november(16, 9),
        november(23, 9),
    ]


def test_a_series_is_drawn_in_a_year_far_ahead_and_in_the_past(faulty: Faulty) -> None:
    text = event("old", "20160104T080000Z", "20160104T090000Z", "RRULE:FREQ=DAILY", summary="Old")
    faulty.remote.put("/family/old.ics", text)
    faulty.sync()
    for years in (-8, 9, 0):
        start = november(23, 0) + timedelta(days=365 * years)
        span = TimeSpan(start, start + timedelta(days=7))
        ensure_indexed(faulty.desk.database, span)
        with faulty.desk.database.read() as reader:
            assert len(agenda(reader, span)) == 7, years


def test_an_empty_calendar_is_no_error(faulty: Faulty) -> None:
    assert faulty.sync().ok
    assert faulty.desk.agenda() == ()


def test_an_event_that_is_listed_but_not_given_is_asked_for_again(faulty: Faulty) -> None:
    faulty.remote.put("/family/good.ics", GOOD)
    faulty.remote.hidden.add("/family/good.ics")
    assert faulty.sync().ok
    assert faulty.titles() == []
    faulty.remote.hidden.clear()
    faulty.sync()
    assert faulty.titles() == ["Good"]


@pytest.mark.parametrize("error", [Offline("No answer."), BadAnswer("The answer is no calendar.")])
def test_a_failing_answer_leaves_everything_as_it_was(
    faulty: Faulty, error: BadAnswer | Offline
) -> None:
    faulty.remote.put("/family/good.ics", GOOD)
    faulty.sync()
    faulty.remote.drop("/family/good.ics")
    faulty.remote.failing["listing"] = error
    report = faulty.sync()
    assert not report.ok
    assert faulty.titles() == ["Good"]
    assert faulty.state() in (AccountState.OFFLINE, AccountState.ERROR)


def test_a_suddenly_empty_listing_removes_nothing_that_is_still_there(faulty: Faulty) -> None:
    for number in range(5):
        faulty.remote.put(f"/family/{number}.ics", GOOD.replace("good", str(number)))
    faulty.sync()
    faulty.remote.unlisted |= {f"/family/{number}.ics" for number in range(5)}
    faulty.remote.put("/office/x.ics", GOOD)  # so that there is something to read
    report = faulty.sync()
    assert report.pulled.held == 5
    assert {entry.sync for entry in faulty.desk.agenda()} == {SyncState.SYNCED}


def test_a_refused_password_waits_for_the_person(faulty: Faulty) -> None:
    faulty.remote.failing["collection_state"] = SignInRefused("iCloud refused the password.")
    faulty.remote.failing["discover"] = SignInRefused("iCloud refused the password.")
    assert not faulty.sync().ok
    assert faulty.state() is AccountState.NEEDS_PASSWORD


def test_a_password_that_is_refused_only_once_is_not_asked_for(faulty: Faulty) -> None:
    faulty.remote.failing["collection_state"] = SignInRefused("iCloud refused the password.")
    assert not faulty.sync().ok
    assert faulty.state() is AccountState.OFFLINE


def test_a_pause_the_server_asked_for_is_kept_with_the_account(faulty: Faulty) -> None:
    faulty.remote.failing["collection_state"] = Throttled("iCloud asks for a pause.", status=429)
    faulty.sync()
    with faulty.desk.database.read() as reader:
        (account,) = accounts.all_accounts(reader)
    assert account.throttled_at == faulty.desk.now
    faulty.desk.now += timedelta(minutes=5)
    faulty.remote.failing["collection_state"] = Throttled("Still a pause.", status=401)
    faulty.sync()
    with faulty.desk.database.read() as reader:
        (again,) = accounts.all_accounts(reader)
    assert again.throttled_at == account.throttled_at, "an echo does not make it longer"


def test_many_removals_are_asked_about_even_when_the_events_are_gone(faulty: Faulty) -> None:
    for number in range(5):
        faulty.remote.put(f"/family/{number}.ics", GOOD.replace("good", str(number)))
    faulty.sync()
    for number in range(5):
        faulty.remote.drop(f"/family/{number}.ics")
    assert faulty.sync().pulled.held == 5
    assert {entry.sync for entry in faulty.desk.agenda()} == {SyncState.SYNCED}
    with faulty.desk.database.write() as tx:
        (family,) = [linked for linked in accounts.linked_calendars(tx) if linked.held_removals]
        accept_removals(tx, family.id)
    assert faulty.sync().pulled.removed == 5
    assert {entry.sync for entry in faulty.desk.agenda()} == {SyncState.GONE}
    with faulty.desk.database.read() as reader:
        assert not [linked for linked in accounts.linked_calendars(reader) if linked.held_removals]


def test_one_refused_change_stops_no_other(faulty: Faulty) -> None:
    desk = faulty.desk
    with desk.database.read() as reader:
        from lcdesk.model.store.calendars import all_calendars

        (consultation,) = all_calendars(reader)
    first = desk.book(consultation, november(24, 10))
    second = desk.book(consultation, november(24, 12))
    refusing = faulty.remote.create

    def create(href: str, text: str) -> str | None:
        if "20261124T1000" in text:
            raise RefusedObject("iCloud will not take this event.")
        return refusing(href, text)

    faulty.remote.create = create  # type: ignore[method-assign]  # a fault of this test only
    report = faulty.sync()
    assert report.pushed.created == 1
    assert desk.entry(f"a{first.id}").sync is SyncState.FAILED
    assert desk.entry(f"a{second.id}").sync is SyncState.SYNCED
