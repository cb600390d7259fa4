"""Buffers and processing time of one box, in minutes on the wall."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.events import AgendaEntry, EntryKind, Origin, Status
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.ui.context.wall_spans import Piece
from lcdesk.ui.week.buffers import NO_EDGES, Edges, edges_of

TEN = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)  # in Berlin
DAY = TEN.date()
MINUTE = timedelta(minutes=1)
COLOUR = Calendar(
    1,
    "Colour",
    CalendarKind.SERVICE,
    before=15 * MINUTE,
    after=10 * MINUTE,
    phases=(30 * MINUTE, 45 * MINUTE, 15 * MINUTE),
)


def entry(status: Status | None = Status.CONFIRMED, minutes: int = 90) -> AgendaEntry:
    span = TimeSpan.of_length(TEN, minutes * MINUTE)
    return AgendaEntry(
        "a1", EntryKind.APPOINTMENT, Origin.LCDESK, span, "Europe/Berlin", "Cleo", 1, status=status
    )


def test_buffers_lie_at_both_ends_and_processing_between_the_phases() -> None:
    part = Piece(DAY, 600, 690)
    assert edges_of(entry(), COLOUR, part) == Edges(15, 10, (630, 675))


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.INVALID, None])
def test_what_takes_no_time_needs_none_around_it(status: Status | None) -> None:
    assert edges_of(entry(status), COLOUR, Piece(DAY, 600, 690)) == NO_EDGES
    assert edges_of(entry(), None, Piece(DAY, 600, 690)) == NO_EDGES


def test_who_did_not_come_keeps_the_time() -> None:
    assert edges_of(entry(Status.NOSHOW), COLOUR, Piece(DAY, 600, 690)).before == 15


def test_buffers_end_with_the_day() -> None:
    assert edges_of(entry(), COLOUR, Piece(DAY, 5, 95)).before == 5
    assert edges_of(entry(), COLOUR, Piece(DAY, 1345, 1435)).after == 5


def test_a_part_that_goes_on_elsewhere_has_no_edge_there() -> None:
    first, last = Piece(DAY, 1400, 1440, after=True), Piece(DAY, 0, 50, before=True)
    assert edges_of(entry(), COLOUR, first) == Edges(15, 0)
    assert edges_of(entry(), COLOUR, last) == Edges(0, 10)


def test_too_short_a_booking_has_no_processing_time() -> None:
    assert edges_of(entry(minutes=40), COLOUR, Piece(DAY, 600, 640)).processing is None
