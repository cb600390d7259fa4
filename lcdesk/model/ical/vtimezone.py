"""VTIMEZONE components made from the time zone database.

iCloud shifts events whose TZID comes without its rules. Where a zone changes its clocks by
the same rule for the next ten years the component says so and serves later moves of the
event too; else it lists the changes around the event's year.
"""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from lcdesk.model.domain.zones import zone as iana_zone
from lcdesk.model.recurrence.moment import write_wall
from lcdesk.model.recurrence.rule import Frequency, Rule
from lcdesk.model.recurrence.text import write_rule

_RULE_YEARS = 10
_LISTED_YEARS = 3
_PROBE = timedelta(days=7)  # no zone changes back within a week
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class _Change:
    """A clock change: the instant, offsets before and after, and the new abbreviation."""

    instant: datetime
    before: timedelta
    after: timedelta
    name: str

    @property
    def wall(self) -> datetime:
        """What the clock showed when it was changed."""
        return self.instant.replace(tzinfo=None) + self.before


@lru_cache(maxsize=256)
def vtimezone(zone_name: str, year: int, tzid: str = "") -> tuple[str, ...]:
    """Unfolded lines of a VTIMEZONE that is right for events of `year` and the two after.

    `tzid` labels it where an object calls the zone something else. Raises UnknownZone.
    """
    zone = iana_zone(zone_name)
    begin = datetime(max(year - 1, 2), 1, 1, tzinfo=UTC)
    changes = list(_changes(zone, begin, min(year + _RULE_YEARS, 9998)))
    near = [change for change in changes if change.instant.year < year + _LISTED_YEARS]
    groups = _group(near)
    rules = {kind: _rule(_group(changes)[kind]) for kind in groups}
    lines = ["BEGIN:VTIMEZONE", f"TZID:{tzid or zone_name}"]
    if not changes or changes[0].instant.year >= year:
        lines += _observance([_Change(begin, *_state(zone, begin))], "")
    for kind, group in groups.items():
        lines += _observance(group, rules[kind] if all(rules.values()) else "")
    return (*lines, "END:VTIMEZONE")


def _state(zone: ZoneInfo, instant: datetime) -> tuple[timedelta, timedelta, str]:
    offset, name = _offset(zone, instant)
    return offset, offset, name


def _offset(zone: ZoneInfo, instant: datetime) -> tuple[timedelta, str]:
    local = instant.astimezone(zone)
    return local.utcoffset() or timedelta(), local.tzname() or ""


def _changes(zone: ZoneInfo, begin: datetime, last_year: int) -> Iterator[_Change]:
    instant = begin
    while instant.year <= last_year:
        before, after = _offset(zone, instant), _offset(zone, instant + _PROBE)
        if before[0] != after[0]:
            yield _change(zone, instant)
        instant += _PROBE


def _change(zone: ZoneInfo, early: datetime) -> _Change:
    """The change within a week after `early`, found by halving."""
    before, late = _offset(zone, early)[0], early + _PROBE
    while late - early > _SECOND:
        middle = (early + (late - early) / 2).replace(microsecond=0)
        if middle <= early or _offset(zone, middle)[0] != before:
            late = middle if middle > early else early + _SECOND
        else:
            early = middle
    return _Change(late, before, *_offset(zone, late))


_Kind = tuple[timedelta, timedelta, str]


def _group(changes: Sequence[_Change]) -> dict[_Kind, list[_Change]]:
    groups: dict[_Kind, list[_Change]] = defaultdict(list)
    for change in changes:
        groups[change.before, change.after, change.name].append(change)
    return groups


def _rule(changes: Sequence[_Change]) -> str:
    """The yearly rule that makes these changes; empty when there is none to rely on."""
    walls = [change.wall for change in changes]
    yearly = [wall.year for wall in walls] == list(range(walls[0].year, walls[0].year + len(walls)))
    alike = len({(wall.month, wall.weekday(), wall.time()) for wall in walls}) == 1
    if len(walls) < _RULE_YEARS or not yearly or not alike:
        return ""
    numbers = {(wall.day - 1) // 7 + 1 for wall in walls}
    if all(wall.day + 7 > calendar.monthrange(wall.year, wall.month)[1] for wall in walls):
        numbers = {-1}
    if len(numbers) != 1:
        return ""
    day = (numbers.pop(), walls[0].weekday())
    months = frozenset({walls[0].month})
    return write_rule(Rule(Frequency.YEARLY, bymonth=months, byday=frozenset({day})))


def _observance(changes: Sequence[_Change], rule: str) -> list[str]:
    first = changes[0]
    kind = "DAYLIGHT" if first.after > first.before else "STANDARD"
    repeats = [f"RRULE:{rule}"] if rule else [f"RDATE:{write_wall(c.wall)}" for c in changes[1:]]
    return [
        f"BEGIN:{kind}",
        f"DTSTART:{write_wall(first.wall)}",
        f"TZOFFSETFROM:{_write_offset(first.before)}",
        f"TZOFFSETTO:{_write_offset(first.after)}",
        f"TZNAME:{first.name}",
        *repeats,
        f"END:{kind}",
    ]


def _write_offset(offset: timedelta) -> str:
    minutes, seconds = divmod(abs(int(offset.total_seconds())), 60)
    sign = "-" if offset < timedelta() else "+"
    return f"{sign}{minutes // 60:02}{minutes % 60:02}" + (f"{seconds:02}" if seconds else "")
