"""The starts of a series before anybody edited single occurrences: rules, RDATE, EXDATE.

Everything here is wall time of the series' own zone, so nine o'clock stays nine o'clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import TypeVar

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.timespan import shift
from lcdesk.model.ical.lines import Length, Stamp, read_duration, read_stamp, write_utc
from lcdesk.model.ical.scan import ScannedEvent
from lcdesk.model.ical.times import Times, count_begun_days, days_until, end_instant
from lcdesk.model.ical.timezones import Zones, as_instant, as_wall
from lcdesk.model.recurrence.moment import Moment, write_date
from lcdesk.model.recurrence.periods import Budget, TooMuchWork
from lcdesk.model.recurrence.rule import Rule
from lcdesk.model.recurrence.text import parse_rule, parse_what_can_be
from lcdesk.model.recurrence.walk import FAR, Walk

MOST_OCCURRENCES = 2_000
_MOST_PROBLEMS = 3  # enough for a person to know what to look for
_LAST_BUDGET = 5_000  # finding the end of a counted series is a courtesy, not worth more
_NAMED_BUDGET = 20_000  # fifty years of days; of what starts more often no day is meant
_NEAR = timedelta(days=2)  # no two clocks show more than a day and some hours apart


_Said = TypeVar("_Said")
_Meant = TypeVar("_Meant")


@dataclass(frozen=True, slots=True)
class Slot:
    """One start of a series; `length` only where an RDATE period brings its own."""

    wall: datetime
    length: Length | None = None


class EventSeries:
    """A master event with its rules read as far as they can be; `problems` says what could not.

    What is left out must not open time: single dates and rules that exclude starts are left out
    whole, a rule that makes starts is read in part.
    """

    def __init__(self, event: ScannedEvent, times: Times, zones: Zones) -> None:
        self.event = event
        self.times = times
        self._zones = zones
        self.problems: list[str] = []
        self.is_cut = False
        self._rules = tuple(self._read_each(self._rule, event.rrules))
        self._exrules = tuple(self._read_each(self._strict, event.exrules))
        self._extra = dict(self._read_each(self._rdate, event.rdates))
        exdates = list(self._read_each(self._readable, event.exdates))
        self._excluded_days = {read_stamp(stamp).wall.date() for stamp in exdates if stamp.is_date}
        timed = [stamp for stamp in exdates if not stamp.is_date]
        self._excluded = set(self.find_starts(timed).values())

    def wall(self, stamp: Stamp) -> datetime:
        """A stamp of any kind as wall time of this series; floating ones as they stand."""
        moment = read_stamp(stamp)
        if moment.is_date:
            return moment.wall
        if self.times.is_all_day:
            return self._day_of(moment)
        if not moment.is_utc and (not stamp.tzid or stamp.tzid == self.event.start.tzid):
            return moment.wall
        return as_wall(as_instant(moment.wall, self._zones.of(stamp, moment)), self.times.zone)

    def find_starts(self, stamps: Iterable[Stamp]) -> dict[Stamp, datetime]:
        """The starts that the stamps name, RECURRENCE-ID or EXDATE.

        Programs write a date, midnight of the day or a time of another zone where RFC 5545
        asks for the start itself: where none is exactly there, that of the day is meant.
        """
        walls = {stamp: self.wall(stamp) for stamp in stamps}
        loose = [stamp for stamp, wall in walls.items() if self._is_loose(stamp, wall)]
        starts = self._starts_around([walls[stamp] for stamp in loose])
        for stamp in loose:
            walls[stamp] = _nearest_meant(read_stamp(stamp).wall, walls[stamp], starts)
        return walls

    def _is_loose(self, stamp: Stamp, wall: datetime) -> bool:
        """Whether a stamp may mean a day rather than the very time it says."""
        if self.times.is_all_day:
            return False
        moment, start = read_stamp(stamp), read_stamp(self.event.start)
        in_another_zone = moment.is_utc != start.is_utc or (
            bool(stamp.tzid) and stamp.tzid != self.event.start.tzid
        )
        return in_another_zone or time() in (moment.wall.time(), wall.time())

    def _starts_around(self, walls: list[datetime]) -> set[datetime]:
        """The starts from two days before the first to two days after the last."""
        if not walls:
            return set()
        lower, upper = shift(min(walls), -_NEAR), shift(max(walls), _NEAR)
        try:
            return set(self._candidates(lower, upper, Budget(_NAMED_BUDGET)))
        except (
            TooMuchWork,
            OverflowError,
        ):  # then a stamp means what it says, which leaves more time taken
            return set()

    def _day_of(self, moment: Moment) -> datetime:
        """The day a time means in an all-day series; UTC may spell the local midnight."""
        if moment.is_utc:
            local = as_wall(as_instant(moment.wall, UTC), self.times.zone)
            if local.time() == time():
                return local
        return datetime.combine(moment.wall.date(), time())

    def slots(self, lower: datetime, upper: datetime) -> list[Slot]:
        """The starts between two wall times, in order; where there are too many, the first."""
        dropped = set(self._until_limit(self._exrule_starts(lower, upper, Budget())))
        walls: set[datetime] = set()
        for wall in self._until_limit(self._candidates(lower, upper, Budget())):
            if lower <= wall <= upper and wall not in dropped and not self.is_excluded(wall):
                walls.add(wall)
                if len(walls) > MOST_OCCURRENCES:
                    self.note(TooMuchWork().message, is_cut=True)
                    break
        found = sorted(walls)[:MOST_OCCURRENCES]
        return [Slot(wall, self._extra.get(wall)) for wall in found]

    def recurrence_id(self, wall: datetime) -> str:
        """By what the start at a wall time is known: a date, or an instant in UTC."""
        if self.times.is_all_day:
            return write_date(wall)
        return write_utc(as_instant(wall, self.times.zone))

    def times_of(self, slot: Slot) -> Times:
        """The times of the occurrence at a slot: the series' own, or the period's length."""
        return self.times if slot.length is None else replace(self.times, length=slot.length)

    def is_excluded(self, wall: datetime) -> bool:
        """Whether EXDATE names the start; a bare date excludes all starts of its day."""
        return wall in self._excluded or wall.date() in self._excluded_days

    @property
    def reach(self) -> timedelta:
        """How far an occurrence can reach from its start, travel before it included."""
        periods = (self.times_of(Slot(wall, length)) for wall, length in self._extra.items())
        return max([self.times.longest, *(times.longest for times in periods)])

    def first(self) -> datetime:
        """The earliest start, excluded or not."""
        return min([self.times.wall, *self._extra])

    def last(self) -> datetime | None:
        """A wall time behind which nothing starts; None when endless, or too far to count."""
        last = max([self.times.wall, *self._extra])
        for rule in self._rules:
            end = self._last_of(rule)
            if end is None:
                return None
            last = max(last, end)
        return last if last < FAR else None

    def extra_start(self, stamp: Stamp) -> datetime:
        """The start that one value of RDATE adds."""
        return self._rdate(stamp)[0]

    def _read_each(
        self, read: Callable[[_Said], _Meant | None], some: Iterable[_Said]
    ) -> Iterator[_Meant]:
        """What can be read of these; what cannot is noted."""
        for item in some:
            try:
                meant = read(item)
            except UnreadableEvent as error:
                self.note(error.message)
                continue
            if meant is not None:
                yield meant

    def note(self, problem: str, *, is_cut: bool = False) -> None:
        """Say what could not be read."""
        self.is_cut = self.is_cut or is_cut
        if problem not in self.problems and len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(problem)

    def _until_limit(self, walls: Iterator[datetime]) -> Iterator[datetime]:
        """The starts that are found before it is too much work, or lies beyond all counting."""
        try:
            yield from walls
        except TooMuchWork as error:
            self.note(error.message, is_cut=True)
        except OverflowError:
            return

    def _rule(self, text: str) -> Rule | None:
        rule, problem = parse_what_can_be(text)
        if problem:
            self.note(problem)
        return rule.for_dates() if rule is not None and self.times.is_all_day else rule

    def _strict(self, text: str) -> Rule:
        return parse_rule(text).for_dates() if self.times.is_all_day else parse_rule(text)

    def _readable(self, stamp: Stamp) -> Stamp:
        self.wall(stamp)
        return stamp

    def _exrule_starts(
        self, lower: datetime, upper: datetime, budget: Budget
    ) -> Iterator[datetime]:
        for rule in self._exrules:
            yield from self._walk(rule, budget).between(lower, upper)

    def _candidates(self, lower: datetime, upper: datetime, budget: Budget) -> Iterator[datetime]:
        yield self.times.wall  # the start counts, whatever the rule says of it
        yield from self._extra
        for rule in self._rules:
            yield from self._walk(rule, budget).between(lower, upper)

    def _walk(self, rule: Rule, budget: Budget) -> Walk:
        return Walk(rule, self.times.wall, self._until(rule), budget)

    def _until(self, rule: Rule) -> datetime | None:
        """UNTIL in the series' wall time; a bare date includes that whole day."""
        if rule.until is None:
            return None
        if rule.until.is_date:
            return rule.until.wall + timedelta(days=1, seconds=-1)
        if self.times.is_all_day:
            return self._day_of(rule.until)
        if rule.until.is_utc:
            return as_wall(as_instant(rule.until.wall, self._zones.find("UTC")), self.times.zone)
        return rule.until.wall

    def _last_of(self, rule: Rule) -> datetime | None:
        until = self._until(rule)
        if rule.count is None:
            return until
        try:
            return self._walk(rule, Budget(_LAST_BUDGET)).last()
        except (TooMuchWork, OverflowError):
            return until

    def _extra_start(self, stamp: Stamp) -> datetime:
        """The start an RDATE adds; a bare date adds the usual time of day."""
        wall = self.wall(stamp)
        if read_stamp(stamp).is_date and not self.times.is_all_day:
            return datetime.combine(wall.date(), self.times.wall.time())
        return wall

    def _clock(self, stamp: Stamp) -> tzinfo:
        """The zone a stamp of this series hangs in: its own, or else that of the series."""
        moment = read_stamp(stamp)
        return self._zones.of(stamp, moment) if moment.is_utc or stamp.tzid else self.times.zone

    def _rdate(self, stamp: Stamp) -> tuple[datetime, Length | None]:
        """The start of an RDATE, and its length when it is a period with an end that is one."""
        start, _, end = stamp.value.partition("/")
        first = Stamp(start, stamp.tzid, stamp.is_date)
        if not end:
            return self._extra_start(first), None
        wall = self.wall(first)
        try:
            return wall, self._period(first, wall, end)
        except UnreadableEvent as error:
            self.note(error.message)
            return wall, None

    def _period(self, first: Stamp, wall: datetime, end: str) -> Length:
        """How long a period takes. Raises UnreadableEvent."""
        if end.upper().startswith(("P", "+P")):
            length = read_duration(end)
            return Length(count_begun_days(length)) if self.times.is_all_day else length
        if self.times.is_all_day:
            return Length(days_until(Stamp(end, first.tzid), wall, self._zones))
        zone = self._clock(first)
        begin = as_instant(read_stamp(first).wall, zone)
        exact = end_instant(Stamp(end, first.tzid), zone, self._zones) - begin
        if exact < timedelta():
            raise UnreadableEvent(Message("An extra date of this event ends before it starts."))
        return Length(exact=exact)


def _nearest_meant(said: datetime, wall: datetime, starts: set[datetime]) -> datetime:
    """The start that a stamp means: `said` are its own digits, `wall` its time in the series."""
    if wall in starts:
        return wall
    days = (said, wall) if said.time() == time() else (wall, said)
    for day in days:
        of_day = sorted(start for start in starts if start.date() == day.date())
        if of_day:
            return next((start for start in of_day if start.time() == said.time()), of_day[0])
    return wall
