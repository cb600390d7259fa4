"""What can be booked on one calendar during some days, and why the rest cannot.

Asked once for the days on the screen and kept; whoever paints only reads the stretches, and
whoever points at a row asks the same situation again, without the store.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from lcdesk.model.booking.service import length_of
from lcdesk.model.booking.situation import Situation, Slot
from lcdesk.model.booking.slot_query import asked_days
from lcdesk.model.booking.slots import check, slots, team_of
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import Clock, at_wall, day_span, local_day, wall_minute, zone
from lcdesk.model.store.database import Database
from lcdesk.model.store.queries.situation import situation
from lcdesk.model.store.remote.index import ensure_indexed
from lcdesk.ui.context.view_filter import Days
from lcdesk.ui.context.wall_spans import OnWall, pieces
from lcdesk.ui.week.days import Stretches, join_stretches
from lcdesk.ui.week.week import Column
from lcdesk.ui.wording.labels import sentences, tr

_MOST = 9  # weeks that are kept: the one on the screen and those around it
_MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class OpenTimes:
    """One calendar's slots on the days shown, on the clock of `tz`."""

    situation: Situation
    slots: tuple[Slot, ...]
    days: Days
    tz: ZoneInfo
    _kept: dict[int | None, dict[date, Stretches]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @property
    def calendar(self) -> Calendar:
        """Whose slots they are."""
        return self.situation.calendar

    def stretches(self, column: Column) -> Stretches:
        """What of a column open slots cover: those that its member could take."""
        member = column.member
        if member not in self._kept:
            theirs = tuple(slot for slot in self.slots if member in (None, *slot.staff))
            self._kept[member] = bookable(theirs, self.days, self.tz)
        return self._kept[member].get(column.day, ())

    def why(self, column: Column, minute: int) -> tuple[str, ...]:
        """Every reason why a booking cannot start there; none where it can."""
        start = at_wall(column.day, minute, self.tz)
        if wall_minute(start, self.tz) != minute:
            return (tr("The clocks skip this hour"),)
        wanted = TimeSpan.of_length(start, length_of(self.situation))
        team = {member.staff.id for member in team_of(self.situation, None)}
        if column.member is not None and column.member not in team:
            return (tr("Somebody else takes these bookings"),)
        named = (column.member,) if column.member else ()
        return sentences(check(self.situation, wanted, named).reasons)


class OpenShelf:
    """Open times by calendar and days, kept until the store or the minute changes."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._kept: dict[tuple[int, Days, str], OpenTimes] = {}
        self._stale: dict[tuple[int, Days, str], OpenTimes] = {}
        self._at: datetime | None = None

    def kept(self, calendar: Calendar, days: Days, zone_name: str) -> OpenTimes | None:
        """What is known without asking."""
        now = self._clock().replace(second=0, microsecond=0)
        if now != self._at:
            self.clear()
            self._at = now
        return self._kept.get((calendar.id, days, zone_name))

    def take(self, calendar: Calendar, days: Days, zone_name: str) -> OpenTimes | None:
        """Ask the rules now unless it is known; None for a calendar they refuse to look at."""
        found = self.kept(calendar, days, zone_name)
        if found is None:
            found = open_times(self._database, calendar, days, zone_name, self._clock())
            if found is not None:
                self.put(days, zone_name, found)
        return found

    def put(self, days: Days, zone_name: str, times: OpenTimes) -> None:
        """Keep what the rules answered for these days."""
        self._kept[(times.calendar.id, days, zone_name)] = times
        while len(self._kept) > _MOST:
            del self._kept[next(iter(self._kept))]

    def clear(self) -> None:
        """The store has changed."""
        self._stale, self._kept = self._kept or self._stale, {}

    def stale(self, calendar: Calendar, days: Days, zone_name: str) -> OpenTimes | None:
        """What was known before the last change, to be drawn until the rules have answered."""
        return self._stale.get((calendar.id, days, zone_name))


def open_times(
    database: Database, calendar: Calendar, days: Days, zone_name: str, now: datetime
) -> OpenTimes | None:
    """The slots that start on these days of a zone; None for a calendar the rules refuse."""
    try:
        return _open_times(database, calendar, days, zone_name, now)
    except LcdeskError:
        return None


def _open_times(
    database: Database, calendar: Calendar, days: Days, zone_name: str, now: datetime
) -> OpenTimes:
    tz = zone(zone_name)
    shown = day_span(days.first, tz, days.count)
    first = local_day(shown.start, zone(calendar.zone))
    last = local_day(shown.end - _MOMENT, zone(calendar.zone))
    count = (last - first).days + 1
    asked = asked_days(calendar, first, days=count)
    ensure_indexed(database, asked)
    with database.read() as reader:
        around = situation(reader, calendar, asked=asked, now=now, here=zone_name)
    found = slots(around, first, count)
    return OpenTimes(around, found, days, tz)


def bookable(found: tuple[Slot, ...], days: Days, tz: ZoneInfo) -> dict[date, Stretches]:
    """The stretches of each day that open slots cover."""
    by_day: dict[date, list[tuple[int, int]]] = {day: [] for day in days.each()}
    for span in _runs([slot.span for slot in found if slot.open]):
        for piece in pieces(OnWall.of(span, tz)):
            if piece.day in by_day:
                by_day[piece.day].append((piece.start, piece.end))
    return {day: join_stretches(some) for day, some in by_day.items()}


def _runs(spans: list[TimeSpan]) -> list[TimeSpan]:
    """Slots that touch or overlap as one stretch: far fewer to put on the wall."""
    runs: list[TimeSpan] = []
    for span in spans:
        if runs and span.start <= runs[-1].end:
            if span.end > runs[-1].end:
                runs[-1] = TimeSpan(runs[-1].start, span.end)
        else:
            runs.append(span)
    return runs
