"""When a scanned event is: its start on a wall clock, the clock's zone, its length."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.events import AllDay
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.timespan import LATEST, TimeSpan, shift
from lcdesk.model.ical.lines import Length, Stamp, read_duration, read_stamp
from lcdesk.model.ical.scan import ScannedEvent
from lcdesk.model.ical.timezones import Zones, as_instant, as_wall
from lcdesk.model.recurrence.moment import Moment, write_date

_NOTHING = timedelta()
_DAY = timedelta(days=1)
_BACKWARDS = Message("This event is said to end before it starts.")
ASSUMED = timedelta(hours=1)  # of an event whose end says nothing that can be
LONGEST_TRAVEL = timedelta(days=1)  # Apple offers up to two hours; more is a damaged value


@dataclass(frozen=True, slots=True)
class Times:
    """Start (`wall` in `zone`) and length of an event, which its occurrences share.

    An all-day event's wall is midnight and its length is whole days, at least one. `problem`
    says why its length is only assumed: an hour, or a day.
    """

    wall: datetime
    zone: tzinfo
    length: Length
    is_all_day: bool
    travel: timedelta = _NOTHING
    problem: str = ""

    @property
    def longest(self) -> timedelta:
        """No occurrence takes longer than this on the wall, travel included."""
        return timedelta(days=self.length.days) + self.length.exact + self.travel

    def span_at(self, wall: datetime) -> TimeSpan:
        """The span, without travel, of the occurrence that starts at `wall`.

        Lengths are elapsed time, days are days on the calendar. What ends beyond what can be
        counted goes on until there ("until further notice"). Raises UnreadableEvent.
        """
        start = as_instant(wall, self.zone)
        if not self.length.days:
            return TimeSpan(start, shift(start, self.length.exact))
        last = shift(wall, timedelta(days=self.length.days))
        return TimeSpan(start, shift(max(_end(last, self.zone), start), self.length.exact))

    def taken_at(self, wall: datetime) -> TimeSpan:
        """As `span_at`, beginning with the travel."""
        span = self.span_at(wall)
        return span.widen(self.travel, _NOTHING) if self.travel else span

    def days_at(self, wall: datetime) -> AllDay | None:
        """The dates of the occurrence at `wall`; None for an event with times."""
        if not self.is_all_day:
            return None
        return AllDay(wall.date(), shift(wall, timedelta(days=self.length.days)).date())


def _end(wall: datetime, zone: tzinfo) -> datetime:
    """As `as_instant`; the far end of what is shown for a wall time behind it."""
    far = wall >= LATEST.replace(tzinfo=None)
    return LATEST if far else as_instant(wall, zone)


def times_of(event: ScannedEvent, zones: Zones) -> Times:
    """The times of an event. Raises UnreadableEvent for a start that is not understood.

    An end that cannot be read, or lies before the start, leaves an assumed length.
    """
    moment = read_stamp(event.start)
    zone = _zone_of_start(event, moment, zones)
    travel = _NOTHING if moment.is_date else _travel(event)
    try:
        if moment.is_date:
            length = Length(_whole_days(event, moment.wall, zones))
        else:
            length = _length(event, moment.wall, zone, zones)
    except UnreadableEvent as error:
        length = Length(1) if moment.is_date else Length(exact=ASSUMED)
        return Times(moment.wall, zone, length, moment.is_date, travel, error.message)
    return Times(moment.wall, zone, length, moment.is_date, travel)


def _zone_of_start(event: ScannedEvent, moment: Moment, zones: Zones) -> tzinfo:
    """The zone of the start: its own, or that of the end where only the end names one."""
    is_floating = not (moment.is_date or moment.is_utc or event.start.tzid)
    if not is_floating or event.end is None or not event.end.tzid:
        return zones.of(event.start, moment)
    try:
        end = read_stamp(event.end)
        return zones.local if end.is_date else zones.of(event.end, end)
    except UnreadableEvent:  # told of the length
        return zones.local


def _whole_days(event: ScannedEvent, wall: datetime, zones: Zones) -> int:
    if event.end is not None:
        if read_stamp(event.end).is_date and read_stamp(event.end).wall < wall:
            raise UnreadableEvent(_BACKWARDS)
        return days_until(event.end, wall, zones)
    return count_begun_days(read_duration(event.duration)) if event.duration else 1


def days_until(end: Stamp, wall: datetime, zones: Zones) -> int:
    """The days from a midnight to an end; of an end with a time the day it lies in counts."""
    last = read_stamp(end).wall
    if not read_stamp(end).is_date:
        last = as_wall(end_instant(end, zones.local, zones), zones.local)
    return count_begun_days(Length(exact=last - wall))


def count_begun_days(length: Length) -> int:
    """How many days an all-day event of this length takes: begun ones count, at least one."""
    return max(length.days - (-length.exact // _DAY), 1)


def _length(event: ScannedEvent, wall: datetime, zone: tzinfo, zones: Zones) -> Length:
    """With DTEND the exact time between the two. Raises UnreadableEvent, also for less than none.

    An end that is only a date, and that of the start, means the end of that day.
    """
    if event.end is None:
        if event.duration.startswith("-"):
            raise UnreadableEvent(_BACKWARDS)
        return read_duration(event.duration) if event.duration else Length()
    end = event.end
    last = read_stamp(end)
    if last.is_date and last.wall.date() == wall.date():
        end = Stamp(write_date(shift(last.wall, _DAY)), end.tzid, is_date=True)
    exact = end_instant(end, zone, zones) - as_instant(wall, zone)
    if exact < _NOTHING:
        raise UnreadableEvent(_BACKWARDS)
    return Length(exact=exact)


def end_instant(end: Stamp, zone: tzinfo, zones: Zones) -> datetime:
    """When an end is: on the clock of its start, `zone`, where it names no zone of its own.

    Read in the staff member's zone it would lie hours off, even before the start.
    """
    moment = read_stamp(end)
    if moment.is_utc or (end.tzid and not moment.is_date):
        zone = zones.of(end, moment)
    return _end(moment.wall, zone)


def _travel(event: ScannedEvent) -> timedelta:
    """Apple's travel time; what cannot be read does not make the event unreadable."""
    if not event.travel:
        return _NOTHING
    try:
        length = read_duration(event.travel)
    except UnreadableEvent:
        return _NOTHING
    return min(timedelta(days=length.days) + length.exact, LONGEST_TRAVEL)
