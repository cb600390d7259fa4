"""A series ended before one of its dates.

Its rules get an UNTIL in the form that its start asks for (RFC 5545, 3.3.10): UTC for times in a
zone or in UTC, a date for whole days, floating for floating times; a COUNT goes. Extra dates,
exceptions and changed dates behind it go too. What came out is compared with what was there, date
by date.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.ical.edit import mark_revised
from lcdesk.model.ical.lines import Line, write_line
from lcdesk.model.ical.one_date import has_dates
from lcdesk.model.ical.rawtext import RawEvent
from lcdesk.model.ical.series_text import SeriesText, starts_from
from lcdesk.model.ical.stamps import Stamp, read_stamp, write_utc
from lcdesk.model.recurrence.moment import write_date, write_wall
from lcdesk.model.recurrence.text import rule_parts

_SECOND = timedelta(seconds=1)
_ENDS = ("COUNT", "UNTIL")
_LOOKED_BACK = timedelta(days=30)
_NOT_HERE = (
    "This event cannot be ended at this date, because of how it repeats. Delete this date alone, "
    "or change the event where it was made."
)


def end_before(text: str, recurrence_id: str, *, now: datetime, zone: ZoneInfo) -> str:
    """The object without a date and all that follow; an empty text where none are left.

    Raises UnreadableEvent, InvalidInput, and NotFound where there is no such date.
    """
    found = SeriesText(text, zone)
    wall = found.slot(recurrence_id).wall
    if found.master is None:
        raise InvalidInput(_NOT_HERE)
    event = RawEvent(text, found.master)
    event.remove_events([at for at, start in found.replaced.items() if start >= wall])
    _keep_dates_before(found, event, wall)
    mark_revised(event, now)
    if found.series.times.wall >= wall:  # the start itself would stay
        if event.properties("RDATE"):
            raise InvalidInput(_NOT_HERE)
        return ""
    if not _ends(found, event, wall):  # extra dates may come behind the end of a rule
        rules = [_until(found, line, wall) for line in event.properties("RRULE")]
        event.replace("RRULE", [write_line(line) for line in rules])
        if not _ends(found, event, wall):
            raise InvalidInput(_NOT_HERE)
    after = str(event)
    return after if has_dates(after, zone) else ""


def _ends(found: SeriesText, event: RawEvent, wall: datetime) -> bool:
    """Whether the event has exactly the dates before a wall time."""
    begin = wall - _LOOKED_BACK
    wanted = [start for start in starts_from(found.series, begin) if start < wall]
    return starts_from(SeriesText(str(event), found.zones.local).series, begin) == wanted


def _until(found: SeriesText, line: Line, wall: datetime) -> Line:
    """The rule up to the second before a wall time, and without COUNT."""
    start = found.series.event.start
    if found.series.times.is_all_day:
        until = write_date(wall - timedelta(days=1))
    elif start.tzid or read_stamp(start).is_utc:
        until = write_utc(found.instant(wall) - _SECOND)
    else:
        until = write_wall(wall - _SECOND)
    parts = rule_parts(line.value)
    kept = [f"{name}={value}" for name, value in parts if name not in _ENDS]
    return replace(line, value=";".join([*kept, f"UNTIL={until}"]))


def _keep_dates_before(found: SeriesText, event: RawEvent, wall: datetime) -> None:
    """Leave those extra dates and exceptions that lie before a wall time."""
    for name in ("RDATE", "EXDATE"):
        lines = (_kept(found, line, wall) for line in event.properties(name))
        event.replace(name, [write_line(line) for line in lines if line.value])


def _kept(found: SeriesText, line: Line, wall: datetime) -> Line:
    values = [value.strip() for value in line.value.split(",") if value.strip()]
    kept = [value for value in values if _start(found, line, value) < wall]
    return replace(line, value=",".join(kept))


def _start(found: SeriesText, line: Line, value: str) -> datetime:
    stamp = Stamp(value, line.param("TZID"), "T" not in value.upper())
    if line.name == "RDATE":
        return found.series.extra_start(stamp)
    return found.series.named([stamp])[stamp]
