"""A series ended before one of its dates, and the rest of it as a series of its own.

The first part gets an UNTIL in the form that its start asks for (RFC 5545, 3.3.10): UTC for
times in a zone or in UTC, a date for whole days, floating for floating times. The second begins
at the date, with another UID; a COUNT is divided, and extra dates, exceptions and edited dates go
to the part they belong to. What came out is compared with what was there, date by date.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.ical.edit import mark_revised, set_times
from lcdesk.model.ical.lines import Line, escape, write_line
from lcdesk.model.ical.one_date import has_dates
from lcdesk.model.ical.rawtext import RawEvent
from lcdesk.model.ical.rules import read_rule
from lcdesk.model.ical.series import Slot
from lcdesk.model.ical.series_text import SeriesText, starts_from
from lcdesk.model.ical.stamps import Stamp, read_stamp, write_date, write_utc, write_wall

_SECOND = timedelta(seconds=1)
_LOOKED_BACK = timedelta(days=30)
_NOT_HERE = (
    "This event cannot be divided at this date, because of how it repeats. Change this date alone "
    "or all of them, or change the event where it was made."
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A series cut before a date; `before` is empty where nothing takes place before it."""

    before: str
    rest: str


def end_before(text: str, recurrence_id: str, *, now: datetime, zone: ZoneInfo) -> str:
    """The object without a date and all that follow; an empty text where none are left.

    Raises UnreadableEvent, InvalidInput, and NotFound where there is no such date.
    """
    found = SeriesText(text, zone)
    return _ended(found, found.slot(recurrence_id).wall, now)


def split_before(
    text: str, recurrence_id: str, *, uid: str, now: datetime, zone: ZoneInfo
) -> Parts:
    """The series cut before a date; the rest gets `uid`. Raises as `end_before`."""
    found = SeriesText(text, zone)
    slot = found.slot(recurrence_id)
    before = _ended(found, slot.wall, now)
    if not before:
        return Parts("", text)
    rest = _begun(found, slot, uid, now)
    _check(found, before, rest, zone)
    return Parts(before, rest)


def _ended(found: SeriesText, wall: datetime, now: datetime) -> str:
    if found.master is None:
        raise InvalidInput(_NOT_HERE)
    event = RawEvent(found.text, found.master)
    event.remove_events([at for at, start in found.replaced.items() if start >= wall])
    rules = event.properties("RRULE")
    event.replace("RRULE", [write_line(_until(found, line, wall)) for line in rules])
    _keep_dates(found, event, lambda start: start < wall)
    mark_revised(event, now)
    if found.series.times.wall >= wall:  # the start itself would stay
        if event.properties("RDATE"):
            raise InvalidInput(_NOT_HERE)
        return ""
    after = str(event)
    kept = SeriesText(after, found.zones.local)
    begin = wall - _LOOKED_BACK
    wanted = [start for start in starts_from(found.series, begin) if start < wall]
    if starts_from(kept.series, begin) != wanted:
        raise InvalidInput(_NOT_HERE)
    return after if has_dates(after, found.zones.local) else ""


def _until(found: SeriesText, line: Line, wall: datetime) -> Line:
    """The rule up to the second before a wall time, and without COUNT."""
    start = found.series.event.start
    if found.series.times.is_all_day:
        until = write_date(wall - timedelta(days=1))
    elif start.tzid or read_stamp(start).is_utc:
        until = write_utc(found.instant(wall) - _SECOND)
    else:
        until = write_wall(wall - _SECOND)
    return _with_parts(line, ("COUNT", "UNTIL"), f"UNTIL={until}")


def _with_parts(line: Line, but: tuple[str, ...], *more: str) -> Line:
    parts = [part for part in line.value.split(";") if part]
    kept = [part for part in parts if part.partition("=")[0].strip().upper() not in but]
    return replace(line, value=";".join([*kept, *more]))


def _keep_dates(found: SeriesText, event: RawEvent, keeps: Callable[[datetime], bool]) -> None:
    """Leave those extra dates and exceptions whose start is to stay."""
    for name in ("RDATE", "EXDATE"):
        lines = (_kept(found, line, keeps) for line in event.properties(name))
        event.replace(name, [write_line(line) for line in lines if line.value])


def _kept(found: SeriesText, line: Line, keeps: Callable[[datetime], bool]) -> Line:
    values = [value for value in line.value.split(",") if value.strip()]
    kept = [value for value in values if keeps(_start(found, line, value.strip()))]
    return replace(line, value=",".join(kept))


def _start(found: SeriesText, line: Line, value: str) -> datetime:
    stamp = Stamp(value, line.param("TZID"), "T" not in value.upper())
    if line.name == "RDATE":
        return found.series.extra_start(stamp)
    return found.series.named([stamp])[stamp]


def _begun(found: SeriesText, slot: Slot, uid: str, now: datetime) -> str:
    """The object of the dates from a start on."""
    assert found.master is not None  # it was ended before
    wall = slot.wall
    event = RawEvent(found.text, found.master)
    event.remove_events([at for at, start in found.replaced.items() if start < wall])
    _begin_at(found, event, slot)
    rules = [_counted(found, line, wall) for line in event.properties("RRULE")]
    event.replace("RRULE", [write_line(line) for line in rules if line is not None])
    _keep_dates(found, event, lambda start: start >= wall)
    event.replace("CREATED", [f"CREATED:{write_utc(now)}"])
    after = str(event)
    for place in range(event.count):
        one = RawEvent(after, place)
        one.replace("UID", [f"UID:{escape(uid)}"])
        one.replace("X-LCDESK-OP", [])
        mark_revised(one, now)
        one.replace("SEQUENCE", ["SEQUENCE:0"])
        after = str(one)
    return after


def _begin_at(found: SeriesText, event: RawEvent, slot: Slot) -> None:
    """Let the series begin at a start; one that the clocks skip is written all the same.

    The end of such a date would lie a different time behind its start for every reader, so its
    length is written instead.
    """
    times = found.unedited_times(slot)
    set_times(event, times, found.zones)
    start = found.stamp_line("DTSTART", slot.wall)
    if isinstance(times, TimeSpan) and found.wall(times.start) != slot.wall:
        event.replace("DTSTART", [write_line(start)])
        event.replace("DTEND", [])
        seconds = int(times.length.total_seconds())
        event.replace("DURATION", [f"DURATION:PT{seconds}S"])


def _counted(found: SeriesText, line: Line, wall: datetime) -> Line | None:
    """The rule with what is left of its COUNT; None where nothing is."""
    count = read_rule(line.value).count
    if count is None:
        return line
    left = count - found.series.made_before(line.value, wall)
    return _with_parts(line, ("COUNT",), f"COUNT={left}") if left > 0 else None


def _check(found: SeriesText, before: str, rest: str, zone: ZoneInfo) -> None:
    """What is not divided exactly is not divided."""
    begin = SeriesText(rest, zone).series.times.wall - _LOOKED_BACK
    made = [wall for text in (before, rest) for wall in _starts(text, begin, zone)]
    if sorted(made) != starts_from(found.series, begin):
        raise InvalidInput(_NOT_HERE)


def _starts(text: str, begin: datetime, zone: ZoneInfo) -> list[datetime]:
    return starts_from(SeriesText(text, zone).series, begin)
