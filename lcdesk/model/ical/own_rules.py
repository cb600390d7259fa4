"""VTIMEZONE components as zones: what a calendar object says its TZIDs mean.

icalendar hands such zones to dateutil, whose walk over their rules is unbounded; here they
go through the bounded walk of recurrence/.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import TypeVar

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.message import Message
from lcdesk.model.ical.lines import Line, Stamp, parse_line, read_stamp, unescape, unfold
from lcdesk.model.recurrence.moment import wall_time
from lcdesk.model.recurrence.periods import Budget
from lcdesk.model.recurrence.rule import Rule
from lcdesk.model.recurrence.text import parse_rule
from lcdesk.model.recurrence.walk import Walk

T = TypeVar("T")

_OFFSET = re.compile(r"([+-]?)([0-9]{2}):?([0-9]{2}):?([0-9]{2})?")
_BLOCK = re.compile(r"\nBEGIN:VTIMEZONE[ \t]*\n(.*?)\nEND:VTIMEZONE", re.DOTALL | re.IGNORECASE)
_LAST_YEAR = 2200  # nobody's clock change is known that far ahead
_MAX_BLOCKS = 200
_LONGEST_BLOCK = 200_000


@dataclass(frozen=True, slots=True)
class Observance:
    """One STANDARD or DAYLIGHT: from when on (wall time before the change) which offset."""

    start: datetime
    offset_from: timedelta
    offset_to: timedelta
    rules: tuple[Rule, ...] = ()
    dates: tuple[datetime, ...] = ()

    def onsets(self, upper: datetime) -> Iterator[datetime]:
        """The changes up to the wall time `upper`, as naive UTC. Raises UnreadableEvent."""
        budget = Budget()
        walls = {self.start, *self.dates}
        for rule in self.rules:
            walls.update(
                Walk(rule, self.start, self._until(rule), budget).between(self.start, upper)
            )
        return (wall - self.offset_from for wall in walls)

    def _until(self, rule: Rule) -> datetime | None:
        if rule.until is None:
            return None
        return rule.until.wall + (self.offset_from if rule.until.is_utc else timedelta())


class OwnRules(tzinfo):
    """A zone made of observances; instants before the first keep that one's earlier offset."""

    def __init__(self, name: str, observances: Iterable[Observance]) -> None:
        self._name = name
        self._observances = tuple(sorted(observances, key=lambda o: o.start))
        self._horizon = 0
        self._onsets: list[datetime] = []
        self._offsets: list[timedelta] = []

    def utcoffset(self, moment: datetime | None) -> timedelta:
        """The offset at a wall time; in a gap and in a doubled hour `fold` chooses (PEP 495)."""
        if moment is None:
            return self._observances[0].offset_from
        wall = moment.replace(tzinfo=None, fold=0)
        self._reach(wall.year)
        near = bisect_right(self._onsets, wall)
        last = len(self._onsets)
        positions = range(max(near - 2, 0), min(near + 2, last) + 1)
        fits = [
            position
            for position in positions
            if self._position(wall - self._offset(position)) == position
        ]
        if not fits:  # skipped: both sides of the change think the other one is meant
            fits = [p for p in positions if p < last and self._position(wall - self._offset(p)) > p]
            fits = [*fits[-1:], *(position + 1 for position in fits[-1:])]
        return self._offset(fits[-1] if moment.fold else fits[0]) if fits else self._offset(near)

    def fromutc(self, moment: datetime) -> datetime:
        """The wall time of a UTC moment that carries this zone (called by astimezone)."""
        plain = moment.replace(tzinfo=None)
        self._reach(plain.year)
        position = self._position(plain)
        wall = (plain + self._offset(position)).replace(tzinfo=self)
        return wall if wall.utcoffset() == self._offset(position) else wall.replace(fold=1)

    def changes(self, first: datetime, last: datetime) -> list[tuple[datetime, timedelta]]:
        """The clock changes between two instants, each with the offset from then on."""
        self._reach(last.year)
        found = zip(self._onsets, self._offsets[1:], strict=True)
        aware = ((onset.replace(tzinfo=UTC), offset) for onset, offset in found)
        return [(onset, offset) for onset, offset in aware if first <= onset < last]

    def dst(self, _moment: datetime | None) -> None:
        """Not told apart: only offsets matter here."""

    def tzname(self, _moment: datetime | None) -> str:
        """The TZID."""
        return self._name

    def _position(self, utc: datetime) -> int:
        """How many changes have passed at a naive UTC moment."""
        return bisect_right(self._onsets, utc)

    def _offset(self, position: int) -> timedelta:
        """The offset in force after `position` changes."""
        return self._offsets[position]

    def _reach(self, year: int) -> None:
        """Work the changes out up to some years behind `year`."""
        year = min(year + 2, _LAST_YEAR)
        if year <= self._horizon:
            return
        self._horizon = max(year + 10, 2040)
        upper = wall_time(self._horizon, 1, 1)
        changes = {
            onset: observance.offset_to
            for observance in self._observances
            for onset in observance.onsets(upper)
        }
        self._onsets = sorted(changes)
        first = self._observances[0].offset_from
        self._offsets = [first, *(changes[onset] for onset in self._onsets)]


def plain_tzid(value: str) -> str:
    """A TZID without the quotes and escapes that some programs write around and in it."""
    return unescape(value.strip().strip('"')).strip()


def read_vtimezones(text: str) -> dict[str, OwnRules]:
    """The zones that a calendar object explains itself, by TZID; unusable ones are left out."""
    zones = [_zone(block) for block in _blocks(text)]
    return {zone.tzname(None): zone for zone in zones if zone is not None}


def read_locations(text: str) -> dict[str, str]:
    """The places that a calendar object says its zones are (X-LIC-LOCATION), by TZID."""
    found = {}
    for block in _blocks(text):
        lines = filter(None, map(parse_line, block.split("\n")))
        named = {line.name: plain_tzid(line.value) for line in lines}
        if named.get("TZID") and named.get("X-LIC-LOCATION"):
            found[named["TZID"]] = named["X-LIC-LOCATION"]
    return found


def find_named(zones: Mapping[str, T], tzid: str) -> T | None:
    """What stands under a TZID, else under the one that differs from it in capitals alone."""
    wanted = plain_tzid(tzid)
    if wanted in zones:
        return zones[wanted]
    alike = [name for name in zones if name.casefold() == wanted.casefold()]
    return zones[alike[0]] if len(alike) == 1 else None


def _blocks(text: str) -> list[str]:
    blocks: list[str] = _BLOCK.findall("\n" + unfold(text))[:_MAX_BLOCKS]
    return [block for block in blocks if len(block) <= _LONGEST_BLOCK]


@lru_cache(maxsize=64)  # Outlook's begin in 1601, and all events of a person share one
def _zone(block: str) -> OwnRules | None:
    try:
        zone = OwnRules(*_read_block(block))
        zone.utcoffset(wall_time(2026, 1, 1))  # works the changes out
    except (UnreadableEvent, IndexError, OverflowError):
        return None
    return zone


def _read_block(block: str) -> tuple[str, list[Observance]]:
    lines = [line for line in map(parse_line, block.split("\n")) if line is not None]
    tzid = next((plain_tzid(line.value) for line in lines if line.name == "TZID"), "")
    observances: list[Observance] = []
    inside: list[Line] = []
    for line in lines:
        if line.name == "BEGIN":
            inside = []
        elif line.name == "END":
            observances.append(_observance(inside))
        else:
            inside.append(line)
    return tzid, observances


def _observance(lines: list[Line]) -> Observance:
    named = {line.name: line.value.strip() for line in lines}
    try:
        return Observance(
            start=_wall(named["DTSTART"]),
            offset_from=_offset(named.get("TZOFFSETFROM", named["TZOFFSETTO"])),
            offset_to=_offset(named["TZOFFSETTO"]),
            rules=tuple(parse_rule(line.value) for line in lines if line.name == "RRULE"),
            dates=tuple(
                _wall(value.split("/")[0])
                for line in lines
                if line.name == "RDATE"
                for value in line.value.split(",")
            ),
        )
    except KeyError as error:
        raise UnreadableEvent(Message("A time zone in this event is incomplete.")) from error


def _wall(value: str) -> datetime:
    return read_stamp(Stamp(value)).wall


def _offset(value: str) -> timedelta:
    match = _OFFSET.fullmatch(value)
    if match is None or int(match[2]) > 23 or int(match[3]) > 59:
        raise UnreadableEvent(Message("“{value}” is not an offset from UTC.", value=value[:20]))
    size = timedelta(hours=int(match[2]), minutes=int(match[3]), seconds=int(match[4] or 0))
    return -size if match[1] == "-" else size
