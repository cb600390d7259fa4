"""Series of which single occurrences were edited.

An edit that stands for one start takes its place; of two for the same start the one with the
higher SEQUENCE counts. An edit with RANGE=THISANDFUTURE moves the later starts along, by as much
as it lies away from the start it replaces, up to the next edit of that kind. All in wall times.

Which events of an object can be read, and what is said of those that cannot.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.ical.scan import ScannedEvent
from lcdesk.model.ical.series import EventSeries
from lcdesk.model.ical.times import Times, times_of
from lcdesk.model.ical.timezones import Zones

MASTER = 0


@dataclass(frozen=True, slots=True)
class Edit:
    """An edited occurrence: which start it replaces and where it lies now, in wall times."""

    index: int
    replaces: datetime
    start: datetime
    end: datetime
    this_and_future: bool = False
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """An occurrence found: by which event (MASTER or an edit's index), where, instead of what."""

    index: int
    start: datetime
    replaces: datetime


def place_edits(starts: Sequence[datetime], edits: Sequence[Edit]) -> list[Placed]:
    """Where the occurrences lie after all edits.

    `starts` are the series' own; without any only the edits themselves are placed.
    """
    valid: dict[datetime, Edit] = {}
    for edit in edits:
        before = valid.get(edit.replaces)
        if before is None or edit.sequence > before.sequence:
            valid[edit.replaces] = edit
    moving = sorted(
        (edit for edit in valid.values() if edit.this_and_future), key=lambda edit: edit.replaces
    )
    since = [edit.replaces for edit in moving]
    untouched = [
        _follow(start, moving[: bisect_left(since, start)])
        for start in starts
        if start not in valid
    ]
    return untouched + [Placed(edit.index, edit.start, edit.replaces) for edit in valid.values()]


def _follow(start: datetime, moving: Sequence[Edit]) -> Placed:
    """The start as the last of the edits before it moves it along."""
    if not moving:
        return Placed(MASTER, start, start)
    edit = moving[-1]
    return Placed(edit.index, start + (edit.start - edit.replaces), start)


def join_problems(*problems: str) -> str:
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
    return found, join_problems(*(error.message for error in unread[:1]))


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
