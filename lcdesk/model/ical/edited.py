"""Series of which single occurrences were edited.

An edit that stands for one start takes its place; of two for the same start the one with the
higher SEQUENCE counts. What RANGE=THISANDFUTURE moves along is recurring-ical-events' work. It
gets a small calendar made here, in wall times without zones and with the rule's starts already
written out, because its own walk over rules cannot be bounded and its lengths are wall time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from lcdesk.model.ical.stamps import write_wall

_INDEX = "X-LCDESK-INDEX"
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


def placed(
    starts: Sequence[datetime],
    edits: Sequence[Edit],
    *,
    length: timedelta,
    window: tuple[datetime, datetime],
) -> list[Placed]:
    """Where the occurrences lie in the wall-time window, after all edits.

    `starts` are the series' own starts in the window and `length` the longest of them; without
    starts only the edits themselves are placed.
    """
    if any(edit.this_and_future for edit in edits):
        return _moved_along(starts, edits, length, window)
    valid: dict[datetime, Edit] = {}
    for edit in edits:
        before = valid.get(edit.replaces)
        if before is None or edit.sequence > before.sequence:
            valid[edit.replaces] = edit
    untouched = [Placed(MASTER, start, start) for start in starts if start not in valid]
    return untouched + [Placed(edit.index, edit.start, edit.replaces) for edit in valid.values()]


def _moved_along(
    starts: Sequence[datetime],
    edits: Sequence[Edit],
    length: timedelta,
    window: tuple[datetime, datetime],
) -> list[Placed]:
    import recurring_ical_events
    from icalendar import Calendar

    text = "\r\n".join(_calendar(starts, edits, length))
    found = recurring_ical_events.of(Calendar.from_ical(text)).between(*window)
    shifts = {edit.index: edit.start - edit.replaces for edit in edits}
    return [_placed(event.start, int(event[_INDEX]), shifts) for event in found]


def _placed(start: datetime, index: int, shifts: dict[int, timedelta]) -> Placed:
    return Placed(index, start, start - shifts.get(index, timedelta()))


def _calendar(
    starts: Sequence[datetime], edits: Sequence[Edit], length: timedelta
) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:lcdesk")
    if starts:
        yield from _event(MASTER, starts[0], starts[0] + length)
        yield from (f"RDATE:{write_wall(start)}" for start in starts[1:])
        yield "END:VEVENT"
    for edit in edits:
        yield from _event(edit.index, edit.start, edit.end)
        scope = ";RANGE=THISANDFUTURE" if edit.this_and_future else ""
        yield f"RECURRENCE-ID{scope}:{write_wall(edit.replaces)}"
        yield f"SEQUENCE:{edit.sequence}"
        yield "END:VEVENT"
    yield "END:VCALENDAR"


def _event(index: int, start: datetime, end: datetime) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", "UID:series", f"{_INDEX}:{index}")
    yield from (f"DTSTART:{write_wall(start)}", f"DTEND:{write_wall(end)}")
