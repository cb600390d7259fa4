"""Two changed copies of one own event joined, property by property, against what both knew.

Different properties: both changes are kept. The same property changed to different values:
a person decides. Equal content is never a conflict.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
    "times": ("DTSTART", "DTEND", "DURATION"),
    "status": ("STATUS",),
}
_DEFAULT_STATUS = "CONFIRMED"


@dataclass(frozen=True, slots=True)
class Merged:
    """Both sides' changes in one text: theirs, with mine put in."""

    text: str


@dataclass(frozen=True, slots=True)
class Clash:
    """The properties both sides changed differently: title, notes, location, times, status."""

    properties: tuple[str, ...]


def merge(base: str, mine: str, theirs: str) -> Merged | Clash:
    """Join `mine` and `theirs`, both made from `base`; all hold one own single event.

    Where mine adds nothing the text is `theirs`, byte for byte. Raises UnreadableEvent.
    """
    known, here, there = (_values(text) for text in (base, mine, theirs))
    wanted = [name for name in _LINES if here[name] not in (known[name], there[name])]
    clashing = tuple(name for name in wanted if there[name] != known[name])
    if clashing:
        return Clash(clashing)
    if not wanted:
        return Merged(theirs)
    return Merged(_with_mine(RawEvent(mine), RawEvent(theirs), wanted))


def _values(text: str) -> dict[str, object]:
    """What the event says, by property, in a form that compares content."""
    event = master_of(scan(text).events)
    return {
        "title": event.summary,
        "notes": event.description,
        "location": event.location,
        "times": _times(event, text),
        "status": event.status or _DEFAULT_STATUS,
    }


def _times(event: ScannedEvent, text: str) -> object:
    """Start and end as instants with how they repeat; floating ones and dates kept apart."""
    times = times_of(event, Zones(text, ZoneInfo("UTC")))
    moment = read_stamp(event.start)
    is_floating = not (moment.is_date or moment.is_utc or event.start.tzid)
    repeats = (event.rrules, event.rdates, event.exdates)
    return times.span_at(times.wall), moment.is_date, is_floating, repeats


def _with_mine(mine: RawEvent, theirs: RawEvent, wanted: Sequence[str]) -> str:
    for prop in wanted:
        for name in _LINES[prop]:
            theirs.replace(name, [write_line(line) for line in mine.properties(name)])
    for line in (*theirs.properties("DTSTART"), *theirs.properties("DTEND")):
        tzid = line.param("TZID")
        if tzid and "times" in wanted and (rules := mine.zone_rules(tzid)):
            theirs.set_zone_rules(tzid, rules)
    mark_revised(theirs, _made(mine))
    marker = [write_line(line) for line in mine.properties("X-LCDESK-OP")]
    theirs.replace("X-LCDESK-OP", marker)
    return str(theirs)


def _made(event: RawEvent) -> datetime:
    """When my copy was made: its DTSTAMP, so that merging needs no clock."""
    stamps = event.properties("DTSTAMP")
    if not stamps:
        raise UnreadableEvent("This event has no DTSTAMP.")
    return read_stamp(Stamp(stamps[0].value)).wall.replace(tzinfo=UTC)
