"""Which events of an object can be read, and what is said of those that cannot."""

from __future__ import annotations

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.ical.scan import ScannedEvent
from lcdesk.model.ical.series import EventSeries
from lcdesk.model.ical.times import Times, times_of
from lcdesk.model.ical.timezones import Zones


def told(*problems: str) -> str:
    """Each of these once."""
    return " ".join(dict.fromkeys(problem for problem in problems if problem))


def read_times(
    events: list[ScannedEvent], zones: Zones
) -> tuple[list[tuple[ScannedEvent, Times]], str]:
    """The events whose start can be read. Raises UnreadableEvent where there are none."""
    found: list[tuple[ScannedEvent, Times]] = []
    unread: list[UnreadableEvent] = []
    for event in events:
        try:
            found.append((event, times_of(event, zones)))
        except UnreadableEvent as error:
            unread.append(error)
    if not found:
        raise unread[0]
    return found, told(*(error.message for error in unread[:1]))


def tell_apart(
    series: EventSeries, edited: list[tuple[ScannedEvent, Times]]
) -> tuple[list[tuple[ScannedEvent, Times]], list[tuple[ScannedEvent, str]]]:
    """Edited occurrences whose RECURRENCE-ID can be read; those without, and what is wrong."""
    placed: list[tuple[ScannedEvent, Times]] = []
    alone: list[tuple[ScannedEvent, str]] = []
    for event, times in edited:
        try:
            series.wall(event.recurrence_id or event.start)
            placed.append((event, times))
        except UnreadableEvent as error:
            alone.append((event, error.message))
    return placed, alone
