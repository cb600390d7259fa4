"""Two changed copies of one own event joined, property by property, against what both knew.

Different properties: both changes are kept. The same property changed to different values:
a person decides. Equal content is never a conflict.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.ical.edit import mark_revised
from lcdesk.model.ical.lines import write_line
from lcdesk.model.ical.rawtext import RawEvent
from lcdesk.model.ical.scan import ScannedEvent, master_of, scan
from lcdesk.model.ical.stamps import Stamp, read_stamp
from lcdesk.model.ical.times import times_of
from lcdesk.model.ical.timezones import Zones

_LINES = {
    "title": ("SUMMARY",),
    "notes": ("DESCRIPTION", "X-ALT-DESC"),
    "location": ("LOCATION", "X-APPLE-STRUCTURED-LOCATION"),
    "times": ("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXRULE"),
    "exceptions": ("EXDATE",),
    "status": ("STATUS",),
}
_DEFAULT_STATUS = "CONFIRMED"


@dataclass(frozen=True, slots=True)
class Merged:
    """Both sides' changes in one text: theirs, with mine put in."""

    text: str


@dataclass(frozen=True, slots=True)
class Clash:
    """What both sides changed differently: title, notes, location, times, exceptions, status."""

    properties: tuple[str, ...]


def merge(base: str, mine: str, theirs: str) -> Merged | Clash:
    """Join `mine` and `theirs`, both made from `base`; all hold one single event, or a series.

    Of a series only what the series itself says is joined. Where mine adds nothing the text is
    `theirs`, byte for byte. Raises UnreadableEvent.
    """
    wanted, clashing = _changed(base, mine, theirs)
    if clashing:
        return Clash(clashing)
    return Merged(_with_mine(base, mine, theirs, wanted))


def merge_mine_first(base: str, mine: str, theirs: str) -> str:
    """As `merge`, but what both sides changed becomes what mine says."""
    return _with_mine(base, mine, theirs, _changed(base, mine, theirs)[0])


def _changed(base: str, mine: str, theirs: str) -> tuple[list[str], tuple[str, ...]]:
    """What mine changed, and which of it theirs changed otherwise."""
    known, here, there = (_values(text) for text in (base, mine, theirs))
    wanted = [name for name in _LINES if here[name] not in (known[name], there[name])]
    clashing = [name for name in wanted if there[name] != known[name]]
    if "times" not in wanted and known["times"] == there["times"] and "exceptions" in clashing:
        clashing.remove("exceptions")  # dates that both sides took out add up
    return wanted, tuple(clashing)


def _values(text: str) -> dict[str, object]:
    """What the event says, by property, in a form that compares content."""
    event = master_of(scan(text).events)
    return {
        "title": event.summary,
        "notes": event.description,
        "location": event.location,
        "times": _times(event, text),
        "exceptions": tuple(sorted(stamp.value for stamp in event.exdates)),
        "status": event.status or _DEFAULT_STATUS,
    }


def _times(event: ScannedEvent, text: str) -> object:
    """Start and end as instants with how they repeat; floating ones and dates kept apart."""
    times = times_of(event, Zones(text, ZoneInfo("UTC")))
    if times.problem:
        raise UnreadableEvent(times.problem)
    moment = read_stamp(event.start)
    is_floating = not (moment.is_date or moment.is_utc or event.start.tzid)
    repeats = (event.rrules, event.rdates, event.exrules)
    return times.span_at(times.wall), moment.is_date, is_floating, repeats


def _with_mine(base: str, mine: str, theirs: str, wanted: Sequence[str]) -> str:
    if not wanted:
        return theirs
    source, event = RawEvent(mine), RawEvent(theirs)
    for prop in wanted:
        for name in _LINES[prop]:
            event.replace(name, [write_line(line) for line in source.properties(name)])
    if "exceptions" in wanted and "times" not in wanted:
        event.replace("EXDATE", _exceptions(RawEvent(base), source, RawEvent(theirs)))
    for line in (*event.properties("DTSTART"), *event.properties("DTEND")):
        tzid = line.param("TZID")
        if tzid and "times" in wanted and (rules := source.zone_rules(tzid)):
            event.set_zone_rules(tzid, rules)
    mark_revised(event, _made(source))
    marker = [write_line(line) for line in source.properties("X-LCDESK-OP")]
    event.replace("X-LCDESK-OP", marker)
    return str(event)


def _exceptions(base: RawEvent, mine: RawEvent, theirs: RawEvent) -> list[str]:
    """Theirs, with what mine added; what mine took back is gone."""
    before, here, there = (_exdates(event) for event in (base, mine, theirs))
    kept = [line for line in there if line in here or line not in before]
    return kept + [line for line in here if line not in before and line not in there]


def _exdates(event: RawEvent) -> list[str]:
    return [
        write_line(replace(line, value=value.strip()))
        for line in event.properties("EXDATE")
        for value in line.value.split(",")
        if value.strip()
    ]


def _made(event: RawEvent) -> datetime:
    """When my copy was made: its DTSTAMP, so that merging needs no clock."""
    stamps = event.properties("DTSTAMP")
    if not stamps:
        raise UnreadableEvent("This event has no DTSTAMP.")
    return read_stamp(Stamp(stamps[0].value)).wall.replace(tzinfo=UTC)
