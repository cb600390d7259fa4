"""How the store is read: a week asks the same few queries however much there is, all indexed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from lcdesk.model.booking.slot_query import asked_days
from lcdesk.model.booking.slots import slots
from lcdesk.model.commands.accounts import add_account, record_discovery, set_role
from lcdesk.model.domain.accounts import LinkedCalendar, Provider, Role
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.replication import inbound
from lcdesk.model.replication.inbound import Arrived, mirror
from lcdesk.model.store.accounts import linked_calendars
from lcdesk.model.store.queries.agenda import agenda
from lcdesk.model.store.queries.situation import situation
from lcdesk.model.store.remote.index import Indexer, horizon
from lcdesk.model.store.remote.objects import series_to_expand
from lcdesk.model.store.remote.occurrences import busy_in
from lcdesk.model.store.transaction import Reader
from tests.desk import BERLIN, NOW, Desk, event, november

WEEK = TimeSpan(november(23, 0), november(30, 0))
MONDAY = date(2026, 11, 23)

Statement = tuple[str, tuple[object, ...]]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(tmp_path)
    ana = opened.staff("Ana")
    with opened.database.write() as tx:
        account = add_account(
            tx, provider=Provider.CALDAV, email="ana", staff=ana.id, server="https://x.example/"
        )
        family = LinkedCalendar(0, account.id, ana.id, "/a/", "/a/", "Family", writable=True)
        record_discovery(tx, account.id, home="https://x.example/", found=[family], now=NOW)
        (linked,) = linked_calendars(tx)
        set_role(tx, linked.id, Role.CONFLICT, now=NOW)
    opened.calendar(CalendarKind.ROUND_ROBIN, ana)
    yield opened
    opened.close()


def read_events(desk: Desk, count: int) -> None:
    """As many events as a pass would bring, from half past nine on Tuesday on; some recur."""
    with desk.database.write() as tx:
        (linked,) = linked_calendars(tx)
        start = november(24, 9, 30)
        page = []
        for number in range(count):
            begin = start + timedelta(minutes=number)
            text = event(
                f"e{number}",
                f"{begin:%Y%m%dT%H%M%SZ}",
                f"{begin + timedelta(minutes=30):%Y%m%dT%H%M%SZ}",
                *(["RRULE:FREQ=WEEKLY"] if number % 3 == 0 else []),
                summary=f"Event {number}",
            )
            page.append(Arrived(f"/a/{number}.ics", f"/a/{number}.ics", '"1"', text))
        indexer = Indexer(tx, linked)
        mirror(tx, linked, inbound.read_events(indexer, linked, page, span=horizon(NOW)), now=NOW)


def calendar(desk: Desk) -> Calendar:
    from lcdesk.model.store.calendars import all_calendars

    with desk.database.read() as reader:
        return all_calendars(reader)[0]


@contextmanager
def recorded() -> Iterator[list[Statement]]:
    """Everything that is asked of any database meanwhile."""
    asked: list[Statement] = []

    def keep(_connection: Any, _cursor: Any, text: str, values: Any, *_more: Any) -> None:
        asked.append((text, values))

    sa.event.listen(Engine, "before_cursor_execute", keep)
    try:
        yield asked
    finally:
        sa.event.remove(Engine, "before_cursor_execute", keep)


def plans(reader: Reader, ask: Callable[[Reader], object], table: str) -> list[str]:
    """How SQLite goes about each query of `ask` that reads from this table."""
    with recorded() as asked:
        ask(reader)
    about = [(text, values) for text, values in asked if f"FROM {table}" in text]
    assert about
    return [
        str(row[3])
        for text, values in about
        for row in reader.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values)
    ]


def test_taken_time_is_read_from_one_index_without_a_look_at_the_events(desk: Desk) -> None:
    read_events(desk, 5)
    with desk.database.read() as reader:
        linked = linked_calendars(reader)
        found = plans(reader, lambda reader: busy_in(reader, WEEK, linked), "occurrence")
    assert len(found) == 2
    assert all("USING COVERING INDEX occurrence_time (long=? AND start" in step for step in found)


def test_what_a_week_shows_is_looked_up_by_its_time(desk: Desk) -> None:
    read_events(desk, 5)
    with desk.database.read() as reader:
        found = plans(reader, lambda reader: agenda(reader, WEEK), "occurrence")
    assert len(found) == 2
    assert all("USING INDEX occurrence_time (long=? AND start" in step for step in found)


def test_signs_are_looked_up_by_what_they_tell_and_not_in_all_objects(desk: Desk) -> None:
    read_events(desk, 5)
    with desk.database.read() as reader:
        found = plans(reader, lambda reader: agenda(reader, WEEK), "remote_object")
    assert any("USING INDEX ix_remote_object_state (state=?)" in step for step in found)
    assert not any(
        step.startswith(("SCAN remote_object", "SCAN own", "SCAN twin")) for step in found
    )
    assert not any("remote_object_session" in step for step in found)


def test_appointments_are_looked_up_by_their_time(desk: Desk) -> None:
    with desk.database.read() as reader:
        found = plans(reader, lambda reader: agenda(reader, WEEK), "appointment")
    assert found[0] == "SEARCH appointment USING INDEX appointment_time (start<?)"


def test_series_that_are_indexed_for_less_are_looked_up_by_either_end(desk: Desk) -> None:
    read_events(desk, 5)
    with desk.database.read() as reader:
        found = plans(reader, lambda reader: series_to_expand(reader, WEEK), "remote_object")
    by_end = [step for step in found if "USING INDEX remote_object_series" in step]
    assert [step.partition("(")[2] for step in by_end] == [
        "recurring=? AND expanded_from>?)",
        "recurring=? AND expanded_to<?)",
    ]
    assert not any("SCAN remote_object" in step for step in found)


@pytest.mark.parametrize("days", [-200, 0, 500])
def test_series_are_looked_for_where_they_are_not_indexed_yet(desk: Desk, days: int) -> None:
    read_events(desk, 3)
    there = TimeSpan(WEEK.start + timedelta(days=days), WEEK.end + timedelta(days=days))
    with desk.database.read() as reader:
        missing = series_to_expand(reader, there)
    # It begins this week and has no end: only what lies behind the horizon is missing.
    assert [value.uid for value, _ in missing] == (["e0"] if days > 400 else [])


def ask_rules(reader: Reader, calendar: Calendar) -> int:
    around = situation(reader, calendar, asked=asked_days(calendar, MONDAY, days=7), now=NOW)
    return sum(len(slot.reasons) for slot in slots(around, MONDAY, 7))


def test_a_week_asks_as_many_queries_however_many_events_it_has(desk: Desk) -> None:
    visit = calendar(desk)
    counts = []
    for events in (1, 40):
        read_events(desk, events)
        with desk.database.read() as reader, recorded() as asked:
            agenda(reader, WEEK)
            ask_rules(reader, visit)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_events_are_worded_for_the_rules_as_they_are_told(desk: Desk) -> None:
    read_events(desk, 2)
    visit = calendar(desk)
    with desk.database.read() as reader:
        around = situation(reader, visit, asked=asked_days(visit, MONDAY, days=7), now=NOW)
    start = november(24, 9, 30)
    (slot,) = [slot for slot in slots(around, MONDAY, 7) if slot.span.start == start]
    assert [reason.what for reason in slot.reasons] == [
        "Ana is not free then",
        "Family: Event 0 09:30–10:00",
        "Family: Event 1 09:31–10:01",
    ]
    assert visit.zone == BERLIN
