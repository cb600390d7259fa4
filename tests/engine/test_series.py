"""Occurrences of a series on a real server: one event each, moved and removed together."""

from __future__ import annotations

from datetime import timedelta

from lcdesk.model.commands import series_changes
from lcdesk.model.commands.appointments import BookingRequest, book
from lcdesk.model.commands.repeat import repeat
from lcdesk.model.commands.series import SeriesRequest, book_series
from lcdesk.model.recurrence.by_hand import series_rule
from lcdesk.model.recurrence.series import Scope
from tests.desk import CLEO, november
from tests.engine.conftest import Connected
from tests.undoing import undo

WEEK = timedelta(days=7)


def book_weekly(connected: Connected, count: int) -> list[int]:
    desk = connected.desk
    request = BookingRequest(connected.consultation.id, november(24, 10), CLEO)
    rule = series_rule(f"FREQ=WEEKLY;COUNT={count}")
    with desk.database.write() as tx:
        return [
            appointment.id
            for appointment in book_series(tx, SeriesRequest(request, rule), now=desk.now).made
        ]


def starts(connected: Connected) -> list[str]:
    """When the events on the server begin, as their texts say."""
    found = []
    for path in connected.server.members(connected.work):
        text = connected.server.get(path) or ""
        event = text[text.index("BEGIN:VEVENT") :]
        (line,) = [line for line in event.splitlines() if line.startswith("DTSTART")]
        found.append(line.rpartition(":")[2])
    return sorted(found)


def test_every_occurrence_is_an_event_that_moves_and_goes_with_the_others(
    connected: Connected,
) -> None:
    desk = connected.desk
    ids = book_weekly(connected, 4)
    assert desk.sync().pushed.created == 4
    assert starts(connected) == [
        "20261124T100000", "20261201T100000", "20261208T100000", "20261215T100000",
    ]  # fmt: skip
    with desk.database.write() as tx:
        series_changes.move(
            tx, ids[2], Scope.FOLLOWING, start=november(24, 14) + 2 * WEEK, now=desk.now
        )
    report = desk.sync()
    assert (report.pushed.updated, report.pushed.created) == (2, 0)
    assert starts(connected)[2:] == ["20261208T140000", "20261215T140000"]
    with desk.database.write() as tx:
        series_changes.cancel(tx, ids[0], Scope.ALL, now=desk.now)
    assert desk.sync().pushed.deleted == 2
    assert starts(connected) == ["20261208T140000", "20261215T140000"]
    undo(desk)
    assert desk.sync().ok
    assert len(starts(connected)) == 4
    assert desk.waiting() == 0


def test_an_appointment_that_repeats_keeps_its_event_and_gets_others(
    connected: Connected,
) -> None:
    desk = connected.desk
    request = BookingRequest(connected.consultation.id, november(24, 10), CLEO)
    with desk.database.write() as tx:
        first = book(tx, request, now=desk.now)
    assert desk.sync().pushed.created == 1
    (path,) = connected.server.members(connected.work)
    text = connected.server.get(path)
    with desk.database.write() as tx:
        repeat(tx, first.id, series_rule("FREQ=WEEKLY;COUNT=3"), now=desk.now)
    report = desk.sync()
    assert (report.pushed.created, report.pushed.updated) == (2, 0)
    assert starts(connected) == ["20261124T100000", "20261201T100000", "20261208T100000"]
    undo(desk)
    report = desk.sync()
    assert (report.ok, report.pushed.updated, report.pushed.deleted) == (True, 0, 2)
    assert list(connected.server.members(connected.work)) == [path]
    assert connected.server.get(path) == text
    assert desk.waiting() == 0
