"""All dates of a series moved together, or ended before one of them.

Moving a series means moving everything that hangs in its start: end, RDATE, EXDATE, UNTIL, the
weekdays of its rule, and which start each edited date replaces. Ending it gives its rules an
UNTIL in the form that its start asks for (RFC 5545, 3.3.10): UTC for times in a zone or in UTC, a
date for whole days, floating for floating times; a COUNT goes, and so do dates and exceptions
behind it.

Rules can say more than that ("the last Friday"), so what came out is compared with what was asked
for, date by date, and what does not agree is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.events import AllDay
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.ical.edit import mark_revised, set_times
from lcdesk.model.ical.lines import Line, Stamp, read_stamp, write_line, write_utc
from lcdesk.model.ical.rawtext import RawEvent
from lcdesk.model.ical.series import EventSeries
from lcdesk.model.ical.series_text import SeriesText, has_dates, starts_from
from lcdesk.model.ical.timezones import as_instant, as_wall
from lcdesk.model.recurrence.moment import write_date, write_wall
from lcdesk.model.recurrence.rule import WEEKDAYS
from lcdesk.model.recurrence.text import rule_parts

_NOT_TOGETHER = Message(
    "How this event repeats does not allow to move all its dates together. Change one date, or "
    "change the event where it was made."
)


@dataclass(frozen=True, slots=True)
class Shift:
    """By how much the dates move on the wall clock, and how long they last then.

    `length` None leaves their lengths; it is elapsed time, or days of an all-day series.
    """

    by: timedelta
    length: timedelta | None = None


def shift_between(text: str, recurrence_id: str, to: TimeSpan | AllDay, zone: ZoneInfo) -> Shift:
    """How a series has to move so that one of its dates comes to lie at `to`.

    Raises UnreadableEvent, InvalidInput and NotFound.
    """
    found = SeriesText(text, zone)
    now = found.times_at(found.slot(recurrence_id))
    if isinstance(now, AllDay) or isinstance(to, AllDay):
        if not (isinstance(now, AllDay) and isinstance(to, AllDay)):
            raise InvalidInput(
                Message("An event of whole days cannot get times here, nor the other way.")
            )
        before, after = now.end - now.first, to.end - to.first
        return Shift(to.first - now.first, None if before == after else after)
    by = found.wall(to.start) - found.wall(now.start)
    return Shift(by, None if now.length == to.length else to.length)


def shift_series(text: str, shift: Shift, *, now: datetime, zone: ZoneInfo) -> str:
    """The object with all dates moved; edited ones keep their own times.

    Raises UnreadableEvent, and InvalidInput where the rule cannot be moved so.
    """
    found = SeriesText(text, zone)
    if found.master is None:
        raise InvalidInput(_NOT_TOGETHER)
    event = RawEvent(text, found.master)
    set_times(event, _moved_times(found, shift), found.zones)
    move = _Moving(found, shift.by)
    for name in ("RDATE", "EXDATE"):
        event.replace(name, [write_line(move.shift_list(line)) for line in event.properties(name)])
    for name in ("RRULE", "EXRULE"):
        event.replace(name, [write_line(move.rule(line)) for line in event.properties(name)])
    mark_revised(event, now)
    after = str(event)
    for position, wall in found.replaced.items():
        edited = RawEvent(after, position)
        line = found.stamp_line("RECURRENCE-ID", wall + shift.by)
        edited.replace("RECURRENCE-ID", [write_line(line)])
        after = str(edited)
    _check_shifted(found.series, SeriesText(after, zone).series, shift.by)
    return after


def _moved_times(found: SeriesText, shift: Shift) -> TimeSpan | AllDay:
    times = found.series.times
    wall = times.wall + shift.by
    days = times.days_at(wall)
    if days is not None:
        last = days.end if shift.length is None else days.first + shift.length
        return AllDay(days.first, last)
    span = times.span_at(wall)
    return span if shift.length is None else TimeSpan.of_length(span.start, shift.length)


@dataclass(frozen=True, slots=True)
class _Moving:
    """Moves what hangs in the start of a series."""

    found: SeriesText
    by: timedelta

    @property
    def first(self) -> datetime:
        return self.found.series.times.wall

    def shift_list(self, line: Line) -> Line:
        """A line of RDATE or EXDATE."""
        values = (self._shift_value(value, line) for value in line.value.split(","))
        return replace(line, value=",".join(values))

    def _shift_value(self, value: str, line: Line) -> str:
        start, slash, end = value.partition("/")
        if slash and not end.upper().startswith(("P", "+P")):
            end = self._stamp(end, line)
        return f"{self._stamp(start, line)}{slash}{end}"

    def _stamp(self, value: str, line: Line) -> str:
        value = value.strip()
        is_date = "T" not in value.upper()
        stamp = Stamp(value, line.param("TZID"), is_date)
        moment = read_stamp(stamp)
        if is_date and not self.found.series.times.is_all_day:
            days = (self.first + self.by).date() - self.first.date()
            return write_date(moment.wall + days)
        if is_date or not (moment.is_utc or stamp.tzid):
            return _as_written(moment.wall + self.by, value)
        zone = self.found.zones.of(stamp, moment)
        own = self.found.series.times.zone
        wall = as_wall(as_instant(moment.wall, zone), own) + self.by
        return _as_written(as_wall(as_instant(wall, own), zone), value)

    def rule(self, line: Line) -> Line:
        """A line of RRULE or EXRULE."""
        parts = rule_parts(line.value)
        moved = (f"{name}={self._part(name, value)}" for name, value in parts)
        return replace(line, value=";".join(moved))

    def _part(self, name: str, value: str) -> str:
        new = self.first + self.by
        days = (new.date() - self.first.date()).days
        if name == "UNTIL":
            return self._stamp(value, Line("UNTIL", (), value))
        if name == "BYDAY":
            return ",".join(_later_day(day, days) for day in value.split(","))
        turned = {
            "BYMONTHDAY": (self.first.day, new.day),
            "BYMONTH": (self.first.month, new.month),
            "BYHOUR": (self.first.hour, new.hour),
            "BYMINUTE": (self.first.minute, new.minute),
            "BYSECOND": (self.first.second, new.second),
        }
        if name in turned and value.strip() == str(turned[name][0]):
            return str(turned[name][1])
        return value


def _as_written(wall: datetime, value: str) -> str:
    if "T" not in value.upper():
        return write_date(wall)
    return write_wall(wall) + ("Z" if value.upper().endswith("Z") else "")


def _later_day(day: str, days: int) -> str:
    """`MO` some days on; `1MO` stays, since the first Monday has no such neighbour."""
    name = day.strip().upper()
    return WEEKDAYS[(WEEKDAYS.index(name) + days) % 7] if name in WEEKDAYS else day


def _check_shifted(before: EventSeries, after: EventSeries, by: timedelta) -> None:
    first = before.first()
    if [wall + by for wall in starts_from(before, first)] != starts_from(after, first + by):
        raise InvalidInput(_NOT_TOGETHER)


def id_after_move(text: str, recurrence_id: str, shift: Shift, zone: ZoneInfo) -> str:
    """By what a date of a series is known when the series has been moved. Raises NotFound."""
    found = SeriesText(text, zone)
    return found.series.recurrence_id(found.slot(recurrence_id).wall + shift.by)


def is_edited(text: str, recurrence_id: str, zone: ZoneInfo) -> bool:
    """Whether a date of a series was changed by itself. Raises NotFound."""
    found = SeriesText(text, zone)
    return found.slot(recurrence_id).wall in found.edited


_SECOND = timedelta(seconds=1)
_ENDS = ("COUNT", "UNTIL")
_LOOKED_BACK = timedelta(days=30)
_NOT_HERE = Message(
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
        lines = (_keep_before(found, line, wall) for line in event.properties(name))
        event.replace(name, [write_line(line) for line in lines if line.value])


def _keep_before(found: SeriesText, line: Line, wall: datetime) -> Line:
    values = [value.strip() for value in line.value.split(",") if value.strip()]
    kept = [value for value in values if _start(found, line, value) < wall]
    return replace(line, value=",".join(kept))


def _start(found: SeriesText, line: Line, value: str) -> datetime:
    stamp = Stamp(value, line.param("TZID"), "T" not in value.upper())
    if line.name == "RDATE":
        return found.series.extra_start(stamp)
    return found.series.find_starts([stamp])[stamp]
