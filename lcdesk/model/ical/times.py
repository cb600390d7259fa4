"""When a scanned event is: its start on a wall clock, the clock's zone, its length."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.events import AllDay
from lcdesk.model.domain.timespan import LATEST, TimeSpan, shifted
from lcdesk.model.ical.scan import ScannedEvent
from lcdesk.model.ical.stamps import Length, Stamp, read_duration, read_stamp
from lcdesk.model.ical.timezones import Zones, as_instant, as_wall

_NOTHING = timedelta()
_DAY = timedelta(days=1)
LONGEST_TRAVEL = timedelta(days=1)  # Apple offers up to two hours; more is a damaged value


@dataclass(frozen=True, slots=True)
class Times:
    """Start (`wall` in `zone`) and length of an event, which its occurrences share.

    An all-day event's wall is midnight and its length is whole days, at least one.
    """

    wall: datetime
    zone: tzinfo
    length: Length
    is_all_day: bool
    travel: timedelta = _NOTHING

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
            return TimeSpan(start, shifted(start, self.length.exact))
        last = shifted(wall, timedelta(days=self.length.days))
        return TimeSpan(start, shifted(max(_end(last, self.zone), start), self.length.exact))

    def taken_at(self, wall: datetime) -> TimeSpan:
        """As `span_at`, beginning with the travel."""
        span = self.span_at(wall)
        return span.widened(self.travel, _NOTHING) if self.travel else span

    def days_at(self, wall: datetime) -> AllDay | None:
        """The dates of the occurrence at `wall`; None for an event with times."""
        if not self.is_all_day:
            return None
        return AllDay(wall.date(), shifted(wall, timedelta(days=self.length.days)).date())


def _end(wall: datetime, zone: tzinfo) -> datetime:
    """As `as_instant`; the far end of what is shown for a wall time behind it."""
    far = wall >= LATEST.replace(tzinfo=None)
    return LATEST if far else as_instant(wall, zone)


def times_of(event: ScannedEvent, zones: Zones) -> Times:
    """The times of an event. Raises UnreadableEvent for stamps or zones not understood."""
    moment = read_stamp(event.start)
    zone = zones.of(event.start, moment)
    if moment.is_date:
        return Times(moment.wall, zone, Length(_whole_days(event, moment.wall, zones)), True)
    length = _length(event, as_instant(moment.wall, zone), zone, zones)
    return Times(moment.wall, zone, length, False, _travel(event))


def _whole_days(event: ScannedEvent, wall: datetime, zones: Zones) -> int:
    if event.end is not None:
        return days_until(event.end, wall, zones)
    return begun_days(read_duration(event.duration)) if event.duration else 1


def days_until(end: Stamp, wall: datetime, zones: Zones) -> int:
    """The days from a midnight to an end; of an end with a time the day it lies in counts."""
    last = read_stamp(end).wall
    if not read_stamp(end).is_date:
        last = as_wall(end_instant(end, zones.local, zones), zones.local)
    return begun_days(Length(exact=last - wall))


def begun_days(length: Length) -> int:
    """How many days an all-day event of this length takes: begun ones count, at least one."""
    return max(length.days - (-length.exact // _DAY), 1)


def _length(event: ScannedEvent, start: datetime, zone: tzinfo, zones: Zones) -> Length:
    """With DTEND the exact time between the two; an end before the start counts as none."""
    if event.end is not None:
        return Length(exact=max(end_instant(event.end, zone, zones) - start, _NOTHING))
    return read_duration(event.duration) if event.duration else Length()


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
