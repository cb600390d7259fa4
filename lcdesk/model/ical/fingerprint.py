"""What a calendar object says, as a short text: equal for equal content.

Servers write objects anew: other line order, folds, escapes, stamps. Only a comparison of
the content recognises lcdesk's own write when the answer to it was lost, and only a change of
content is a change.

Left out: stamps of handling (DTSTAMP, CREATED, LAST-MODIFIED), PRODID and VERSION, SEQUENCE
(counts edits, says nothing by itself, and servers with scheduling raise it), VTIMEZONE (the
times are compared as instants), X-RECURRENCE-EXCEPTION (depends on the question asked) and
X-LCDESK-OP (whose it is, not what it says; read_event tells it). Defaults written out count
as absent.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import blake2b
from typing import TypeAlias
from zoneinfo import ZoneInfo

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.message import Message
from lcdesk.model.ical.lines import (
    Length,
    Line,
    Stamp,
    parse_line,
    read_duration,
    read_stamp,
    unescape,
    unfold,
    write_utc,
)
from lcdesk.model.ical.scan import scan
from lcdesk.model.ical.timezones import Zones, as_instant
from lcdesk.model.recurrence.moment import Moment, write_wall

_LEFT_OUT = {
    "DTSTAMP",
    "CREATED",
    "LAST-MODIFIED",
    "PRODID",
    "VERSION",
    "SEQUENCE",
    "X-RECURRENCE-EXCEPTION",
    "X-LCDESK-OP",
}
_DEFAULTS = {
    ("TRANSP", "OPAQUE"),
    ("CLASS", "PUBLIC"),
    ("PRIORITY", "0"),
    ("STATUS", "CONFIRMED"),
    ("CALSCALE", "GREGORIAN"),
}
_PARAM_DEFAULTS = {
    ("PARTSTAT", "NEEDS-ACTION"),
    ("ROLE", "REQ-PARTICIPANT"),
    ("CUTYPE", "INDIVIDUAL"),
    ("RSVP", "FALSE"),
    ("RELATED", "START"),
}
_TIMES = {"DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE", "DUE"}
# Where the zone of a time stands that names none (times.py).
_OTHER_END = dict.fromkeys(("DTEND", "EXDATE", "RDATE", "DUE"), "DTSTART") | {"DTSTART": "DTEND"}
_LENGTHS = {"TRIGGER", "DURATION", "X-APPLE-TRAVEL-DURATION"}
_RULES = {"RRULE", "EXRULE"}
_RULE_DEFAULTS = {"INTERVAL=1", "WKST=MO"}

_Property: TypeAlias = tuple[str, tuple[tuple[str, str], ...], str]


@dataclass(slots=True)
class _Component:
    name: str
    lines: list[Line] = field(default_factory=list)
    inner: list[_Component] = field(default_factory=list)


def fingerprint(text: str) -> str:
    """32 hexadecimal digits that stand for the content. Raises UnreadableEvent."""
    scan(text)
    return _digest(_tree(unfold(text)), Zones(text, ZoneInfo("UTC")))


def _tree(plain: str) -> _Component:
    """All components under one nameless root; scan() has checked that they close."""
    path = [_Component("")]
    for line in filter(None, map(parse_line, plain.split("\n"))):
        if line.name == "BEGIN":
            path.append(_Component(line.value.strip().upper()))
            path[-2].inner.append(path[-1])
        elif line.name == "END":
            path.pop()
        else:
            path[-1].lines.append(line)
        if not path:
            raise UnreadableEvent(Message("This calendar object is damaged."))
    return path[0]


def _digest(component: _Component, zones: Zones) -> str:
    """Of the sorted properties and the sorted digests of the parts within."""
    parts = [
        repr(said) for line in component.lines for said in _properties_of(line, component, zones)
    ]
    inner = [_digest(part, zones) for part in component.inner if part.name != "VTIMEZONE"]
    whole = "\n".join([component.name, *sorted(parts), *sorted(inner)])
    return blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _properties_of(line: Line, component: _Component, zones: Zones) -> list[_Property]:
    """What a line says: nothing, one thing, or one for each value of a list of times."""
    value = line.value.strip()
    if line.name in _LEFT_OUT or not value or (line.name, value.upper()) in _DEFAULTS:
        return []
    if line.name in _TIMES:
        times = (_time(part, line, component, zones) for part in value.split(","))
        return [("DTEND" if line.name == "DUE" else line.name, (), time) for time in times]
    if line.name in _RULES:
        return [(line.name, (), _rule(value))]
    if line.name in _LENGTHS:
        end = _end_after(value, component, zones) if line.name == "DURATION" else ""
        return [("DTEND", (), end)] if end else [(line.name, _params(line), _seconds(value))]
    return [(line.name, _params(line), unescape(value))]


def _params(line: Line) -> tuple[tuple[str, str], ...]:
    kept = {
        (name, value)
        for name, value in line.params
        if name != "VALUE" and (name, value.upper()) not in _PARAM_DEFAULTS
    }
    return tuple(sorted(kept))


def _rule(value: str) -> str:
    parts = {_sorted_list(part) for part in value.upper().strip(";").split(";")}
    return ";".join(sorted(parts - _RULE_DEFAULTS))


def _sorted_list(part: str) -> str:
    key, equals, values = part.partition("=")
    return key.strip() + equals + ",".join(sorted(value.strip() for value in values.split(",")))


def _repeats(component: _Component) -> bool:
    return any(line.name in ("RRULE", "RDATE", "RECURRENCE-ID") for line in component.lines)


def _time(value: str, line: Line, component: _Component, zones: Zones) -> str:
    """An instant in UTC; in a series wall time and zone, because both decide the later ones."""
    if "/" in value:  # a period
        return "/".join(
            part if part.upper().startswith(("P", "+P")) else _time(part, line, component, zones)
            for part in value.split("/")
        )
    try:
        moment = read_stamp(Stamp(value, is_date=line.param("VALUE").upper() == "DATE"))
        if moment.is_date:
            return value[:8]
        tzid = _tzid(line, moment, component)
        meaning = zones.meaning(tzid) if tzid else ""
        in_series = line.name == "DTSTART" and _repeats(component) and meaning != "UTC"
        if not meaning or in_series:
            return f"{write_wall(moment.wall)} {meaning or tzid}"
        return write_utc(as_instant(moment.wall, zones.find(tzid)))
    except UnreadableEvent:
        return f"{value} {line.param('TZID')}"


def _tzid(line: Line, moment: Moment, component: _Component) -> str:
    """The TZID of a time; where it names none, that of its event's start, or of a start's end."""
    if moment.is_utc:
        return "UTC"
    if line.param("TZID"):
        return line.param("TZID")
    if line.name == "RECURRENCE-ID":  # hangs in the zone of the series
        return ""
    other = next(
        (candidate for candidate in component.lines if candidate.name == _OTHER_END[line.name]),
        None,
    )
    if other is None or read_stamp(Stamp(other.value)).is_date:
        return ""
    is_utc = line.name != "DTSTART" and read_stamp(Stamp(other.value)).is_utc
    return "UTC" if is_utc else other.param("TZID")


def _seconds(value: str) -> str:
    """A duration as seconds, because servers write P1W as P7D and PT24H as P1D."""
    try:
        length = read_duration(value.removeprefix("-"))
    except UnreadableEvent:
        return unescape(value)
    seconds = int((timedelta(days=length.days) + length.exact).total_seconds())
    return f"{-seconds if value.startswith('-') else seconds} s"


def _end_after(value: str, component: _Component, zones: Zones) -> str:
    """Where the DURATION of an event with times ends, as DTEND would say it; else nothing."""
    start = next((line for line in component.lines if line.name == "DTSTART"), None)
    if start is None or component.name != "VEVENT":
        return ""
    try:
        moment, length = read_stamp(Stamp(start.value)), read_duration(value)
        tzid = _tzid(start, moment, component)
        if not tzid or moment.is_date or length == Length():
            return ""
        wall = moment.wall + timedelta(days=length.days)
        return write_utc(as_instant(wall, zones.find(tzid)) + length.exact)
    except (UnreadableEvent, OverflowError):
        return ""
