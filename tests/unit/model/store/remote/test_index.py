"""How far series are indexed: near at once, ahead in short steps, further when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bench.stores import NOW, full_store
from lcdesk.model.commands.appointments import BookingRequest, book
from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.replication.inbound import Arrived, mirror, read_events
from lcdesk.model.store.accounts import linked_calendars
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.remote.index import AT_ONCE, Indexer, ensure_indexed, index_ahead, near
from lcdesk.model.store.remote.occurrences import busy_in

WEEKLY = "\r\n".join(
    [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "UID:{uid}",
        "DTSTART:20261005T090000Z",
        "DTEND:20261005T100000Z",
        "RRULE:FREQ=WEEKLY",
        "SUMMARY:Stand-up",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
)
FAR = datetime(2027, 9, 6, 9, tzinfo=UTC)  # a Monday behind the near weeks, inside the horizon
YEARS_ON = datetime(2029, 9, 3, 9, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    made = full_store(tmp_path / "lcdesk.sqlite3", 0)
    yield made
    made.close()


def read(store: Database, how_many: int) -> None:
    with store.write() as tx:
        (linked,) = linked_calendars(tx)
        page = [
            Arrived(f"/a/{n}.ics", f"/a/{n}.ics", '"1"', WEEKLY.format(uid=n))
            for n in range(how_many)
        ]
        mirror(tx, linked, read_events(Indexer(tx, linked), linked, page, span=near(NOW)), now=NOW)


def drawn_at(store: Database, start: datetime) -> int:
    with store.read() as reader:
        (linked,) = linked_calendars(reader)
        span = TimeSpan.of_length(start, timedelta(hours=1))
        return len(list(busy_in(reader, span, [linked])))


def steps_until_done(store: Database, now: datetime) -> int:
    steps = 1
    while index_ahead(store, now):
        steps += 1
    return steps


def test_series_are_drawn_ahead_in_short_steps(store: Database) -> None:
    read(store, AT_ONCE + 5)
    assert drawn_at(store, NOW + timedelta(days=7, hours=1)) == AT_ONCE + 5
    assert drawn_at(store, FAR) == 0
    assert steps_until_done(store, NOW) == 2
    assert drawn_at(store, FAR) == AT_ONCE + 5


def test_a_day_later_nothing_is_drawn_anew_but_a_season_later(store: Database) -> None:
    heard: list[object] = []
    read(store, 3)
    steps_until_done(store, NOW)
    store.listen(heard.append)
    steps_until_done(store, NOW + timedelta(days=1))
    assert not heard
    steps_until_done(store, NOW + timedelta(days=100))
    assert heard


def test_what_is_looked_at_is_drawn_however_far(store: Database) -> None:
    read(store, 1)
    ensure_indexed(store, TimeSpan.of_length(YEARS_ON, timedelta(days=7)))
    assert drawn_at(store, YEARS_ON) == 1


@pytest.mark.parametrize("start", [FAR, YEARS_ON])
def test_a_booking_sees_series_that_nobody_has_looked_at_so_far(
    store: Database, start: datetime
) -> None:
    read(store, 1)
    with store.write() as tx:
        (ana,) = all_staff(tx)
        visit = Calendar(0, "Visit", CalendarKind.ROUND_ROBIN, (ana.id,), zone="Europe/Berlin")
        calendar = save_calendar(tx, visit, NOW)
    with pytest.raises(LcdeskError, match="Stand-up"), store.write() as tx:
        book(tx, BookingRequest(calendar.id, start, Contact(0, "Cleo")), now=NOW)
