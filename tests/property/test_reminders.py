"""Each reminder is told once, however time is cut, whoever looks, and whatever dies in between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lcdesk.model.booking.reminders import Beginning, due_at, reminders_between
from lcdesk.model.commands.reminders.delivery import LOOKS_AHEAD, claim, next_look, note_told
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.zones import zone
from lcdesk.model.store.database import Database
from lcdesk.model.store.reminders.kept import CLAIM_LASTS
from tests.salon import Salon, at

BERLIN = zone("Europe/Berlin")
BEGINS = datetime(2026, 10, 24, 8, tzinfo=UTC)  # the clocks change in the night
LAST = BEGINS + timedelta(days=4)
MINUTES = st.integers(0, 4 * 24 * 60)

beginnings = st.lists(
    st.builds(
        Beginning,
        session=st.uuids().map(str),
        start=MINUTES.map(lambda count: BEGINS + timedelta(minutes=count)),
        zone=st.sampled_from(("Europe/Berlin", "America/New_York", "UTC")),
        before=st.lists(
            st.sampled_from((0, 5, 15, 60, 1440, 2880)).map(lambda n: timedelta(minutes=n)),
            max_size=4,
        ).map(tuple),
        booked_at=st.just(BEGINS - timedelta(days=9)),
    ),
    max_size=8,
)


@given(beginnings, st.lists(MINUTES, max_size=12))
def test_ticks_split_the_time_without_a_gap_or_an_overlap(
    found: list[Beginning], ticks: list[int]
) -> None:
    moments = sorted({BEGINS + timedelta(minutes=tick) for tick in ticks} | {BEGINS, LAST})
    pieces = [
        reminder
        for since, until in pairwise(moments)
        for reminder in reminders_between(found, since, until)
    ]
    assert tuple(pieces) == reminders_between(found, BEGINS, LAST)
    assert max(Counter(pieces).values(), default=1) == 1


STARTS = ((1, 10), (1, 11), (1, 12), (2, 9))  # day and hour
BEFORE = (timedelta(days=1), timedelta(minutes=15), timedelta())


@pytest.fixture(scope="module")
def booked() -> Iterator[bytes]:
    """The store of a salon with appointments, each reminded of three times."""
    with TemporaryDirectory() as folder:
        salon = Salon(Path(folder))
        salon.now = at(0, 8)
        visit = salon.calendar("Visit", CalendarKind.ROUND_ROBIN, salon.ana, reminders=BEFORE)
        with salon.database.write() as tx:
            claim(tx, salon.now, BERLIN)
        for start in STARTS:
            salon.book(visit, at(*start))
        salon.close()
        yield (Path(folder) / "lcdesk.sqlite3").read_bytes()


looks = st.lists(
    st.tuples(st.integers(0, 49 * 60), st.integers(0, 1), st.booleans()), max_size=12
).map(sorted)


@settings(max_examples=20)
@given(looks)
def test_restarts_and_a_second_process_tell_no_reminder_twice_and_forget_none(
    booked: bytes, looks: list[tuple[int, int, bool]]
) -> None:
    told: Counter[tuple[str, timedelta]] = Counter()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "lcdesk.sqlite3"
        file.write_bytes(booked)
        processes = [Database.open(file), Database.open(file)]
        end = at(2, 9, 30)
        start = at(0, 8)
        moments = [(start + timedelta(minutes=late), who, dies) for late, who, dies in looks]
        for now, which, dies in [*moments, (end, 0, False), (end + CLAIM_LASTS, 0, False)]:
            with processes[which].write() as tx:
                claimed = claim(tx, now, BERLIN)
            if dies:
                processes[which].close()
                processes[which] = Database.open(file)
                continue
            told.update((reminder.session, reminder.before) for reminder in claimed)
            with processes[which].write() as tx:
                note_told(tx, [reminder.id for reminder in claimed])
        with processes[1].read() as reader:
            assert next_look(reader, end + CLAIM_LASTS, BERLIN) == end + CLAIM_LASTS + LOOKS_AHEAD
        for process in processes:
            process.close()
    assert max(told.values()) == 1
    last = [session for session, before in told if not before]
    assert len(last) == len(STARTS)


def test_looks_at_the_moments_that_are_named_tell_all_of_them(booked: bytes) -> None:
    told: list[tuple[datetime, timedelta]] = []
    with TemporaryDirectory() as folder:
        file = Path(folder) / "lcdesk.sqlite3"
        file.write_bytes(booked)
        store = Database.open(file)
        now = at(0, 8)
        while now < at(2, 9, 30):
            with store.write() as tx:
                claimed = claim(tx, now, BERLIN)
                note_told(tx, [reminder.id for reminder in claimed])
                told += [(reminder.due, reminder.before) for reminder in claimed]
                assert all(reminder.due == now for reminder in claimed)
                now = next_look(tx, now, BERLIN)
        store.close()
    wanted = [
        (due_at(at(*start), before, "Europe/Berlin"), before)
        for start in STARTS
        for before in BEFORE
    ]
    assert sorted(told) == sorted(wanted)
