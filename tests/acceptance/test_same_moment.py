"""Two processes want the same slot at the same moment: one wins, the other is told."""

from __future__ import annotations

import multiprocessing
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

import pytest

from lcdesk.model.commands.appointments import BookingRequest, book
from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.commands.people import save_staff
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.errors import SlotNotOpen
from lcdesk.model.domain.people import Contact, Hours, HoursBlock, StaffMember
from lcdesk.model.store.appointments import all_appointments
from lcdesk.model.store.database import Database

ROUNDS = 250
SESSIONS, SEATS = 20, 3
NOW = datetime(2026, 1, 1, tzinfo=UTC)
PATIENCE = 240.0  # twenty seconds on an idle machine; others may need it too
WON, TOLD = "won", "SLOT_NOT_OPEN"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Ana works around the clock, alone on a round robin, and teaches a class."""
    file = tmp_path / "lcdesk.sqlite3"
    database = Database.open(file)
    day = (HoursBlock(0, 1440),)
    with database.write() as tx:
        ana = save_staff(tx, StaffMember(0, "Ana", hours=Hours((day,) * 7)))
        save_calendar(tx, Calendar(0, "Visit", CalendarKind.ROUND_ROBIN, (ana.id,)), NOW)
        yoga = Calendar(0, "Yoga", CalendarKind.CLASS, (ana.id,), owner=ana.id, seats=SEATS)
        save_calendar(tx, yoga, NOW)
    database.close()
    return file


@pytest.mark.timeout(300)
def test_of_two_who_book_the_same_slot_exactly_one_wins(file: Path) -> None:
    # A slot of another day each, so that no round has to read many appointments of its month.
    starts = [NOW + timedelta(days=1 + number, hours=9) for number in range(ROUNDS)]
    rounds = [(1, start) for start in starts]
    with both_booking(file, rounds) as (one, other):
        for pair in zip(one, other, strict=True):
            assert sorted(pair) == [TOLD, WON]
    assert len(booked(file)) == ROUNDS
    assert len(set(booked(file))) == ROUNDS


@pytest.mark.timeout(300)
def test_seats_are_never_overrun(file: Path) -> None:
    starts = [NOW + timedelta(days=1 + number, hours=9) for number in range(SESSIONS)]
    rounds = [(2, start) for start in starts for _ in range(SEATS)]
    with both_booking(file, rounds) as (one, other):
        assert Counter([*one, *other]) == {WON: SESSIONS * SEATS, TOLD: SESSIONS * SEATS}
    assert set(Counter(booked(file)).values()) == {SEATS}


def booked(file: Path) -> list[datetime]:
    """The starts of everything that was booked."""
    database = Database.open(file)
    with database.read() as reader:
        found = [appointment.span.start for appointment in all_appointments(reader)]
    database.close()
    return found


@contextmanager
def both_booking(
    file: Path, rounds: list[tuple[int, datetime]]
) -> Iterator[tuple[list[str], list[str]]]:
    """What two processes were answered, round by round, after both are gone."""
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(2, timeout=PATIENCE)
    pipes = [context.Pipe(duplex=False) for _ in range(2)]
    workers = [
        context.Process(target=keep_booking, args=(str(file), rounds, name, barrier, writer))
        for name, (_, writer) in zip(("Cleo", "Dana"), pipes, strict=True)
    ]
    for worker in workers:
        worker.start()
    try:
        answers = [_received(reader) for reader, _ in pipes]
        yield answers[0], answers[1]
    finally:
        for worker in workers:
            worker.join(PATIENCE)
        for reader, writer in pipes:
            reader.close()
            writer.close()


def _received(reader: Any) -> list[str]:
    assert reader.poll(PATIENCE), "a process did not answer"
    return list(reader.recv())


def keep_booking(
    file: str, rounds: list[tuple[int, datetime]], name: str, barrier: Barrier, answers: Any
) -> None:
    """One process: book each round's slot when both are ready."""
    database = Database.open(Path(file))
    heard = []
    for calendar, start in rounds:
        barrier.wait()
        try:
            with database.write() as tx:
                book(tx, BookingRequest(calendar, start, Contact(0, name)), now=NOW)
            heard.append(WON)
        except SlotNotOpen as error:
            heard.append(error.code)
    database.close()
    answers.send(heard)
    answers.close()
