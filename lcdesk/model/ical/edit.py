"""Changes to an event on the server, made on its own text.

Only the named properties change, in the form the event uses: its time zone, a date or a
time, DTEND or DURATION. A changed text drops the second copy of itself that Apple and
Outlook keep beside it (map place, HTML notes), which would contradict it.

What servers refuse a calendar object for, mended in its own text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.events import AllDay
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.ical.lines import Line, Stamp, escape, read_stamp, unescape, write_line, write_utc
from lcdesk.model.ical.own_rules import find_named, read_vtimezones
from lcdesk.model.ical.rawtext import RawEvent
from lcdesk.model.ical.scan import scan, sequence_number
from lcdesk.model.ical.timezones import Zones, as_instant, as_wall, zone_name
from lcdesk.model.ical.vtimezone import vtimezone
from lcdesk.model.recurrence.moment import Moment, write_date, write_wall

_SECOND_COPY = {"LOCATION": "X-APPLE-STRUCTURED-LOCATION", "DESCRIPTION": "X-ALT-DESC"}
_REPEATS = ("RRULE", "RDATE", "EXRULE")


@dataclass(frozen=True, slots=True)
class EventChanges:
    """What shall be different; None leaves a property as it is, an empty text removes it.

    `span` is a span (an event with times) or dates (an all-day event). `op_id` marks the
    operation that sends the change.
    """

    title: str | None = None
    notes: str | None = None
    location: str | None = None
    span: TimeSpan | AllDay | None = None
    op_id: str | None = None


def edit_event(
    text: str,
    *,
    changes: EventChanges,
    now: datetime,
    zone: ZoneInfo | None = None,
    position: int | None = None,
) -> str:
    """The object's text with `changes`; everything else stays byte for byte.

    Real changes raise SEQUENCE and set DTSTAMP and LAST-MODIFIED to `now` (aware). Times that
    were floating or dates are written in `zone`; without one, in UTC. `position` counts the events
    of an object; without it the master of a series is edited, but never its times. Raises
    UnreadableEvent and InvalidInput.
    """
    event = RawEvent(text, position)
    for name, value in _texts(changes):
        _set_text(event, name, value)
    if changes.span is not None:
        if any(event.properties(name) for name in _REPEATS):
            raise InvalidInput(
                Message("The times of a repeating event cannot be changed from here.")
            )
        set_times(event, changes.span, Zones(text, zone or ZoneInfo("UTC")))
    if str(event) != text:
        mark_revised(event, now)
    if changes.op_id is not None:
        event.replace(
            "X-LCDESK-OP", [f"X-LCDESK-OP:{escape(changes.op_id)}"][: bool(changes.op_id)]
        )
    return str(event)


def _texts(changes: EventChanges) -> list[tuple[str, str]]:
    wanted = (
        ("SUMMARY", changes.title),
        ("DESCRIPTION", changes.notes),
        ("LOCATION", changes.location),
    )
    return [(name, value) for name, value in wanted if value is not None]


def mark_revised(event: RawEvent, now: datetime) -> None:
    """Raise SEQUENCE and set the two time stamps (RFC 5545, 3.8.7)."""
    present = [line.value for line in event.properties("SEQUENCE")]
    number = sequence_number(present[0]) if present else 0
    event.replace("SEQUENCE", [f"SEQUENCE:{min(number + 1, 2**31 - 1)}"])
    event.replace("DTSTAMP", [f"DTSTAMP:{write_utc(now)}"])
    event.replace("LAST-MODIFIED", [f"LAST-MODIFIED:{write_utc(now)}"])


def revise_over(text: str, newer: str, *, position: int, now: datetime) -> str:
    """An earlier text as the next version after `newer`: what it says, with stamps behind those.

    `position` counts the events of the object. Raises UnreadableEvent.
    """
    event = RawEvent(text, position)
    highest = max(event.sequence for event in scan(newer).events)
    event.replace("SEQUENCE", [f"SEQUENCE:{highest}"])
    mark_revised(event, now)
    return str(event)


def _set_text(event: RawEvent, name: str, value: str) -> None:
    present = event.properties(name)
    if (unescape(present[0].value) if present else "") == unescape(escape(value)):
        return
    # ALTREP points to another form of the old text; LANGUAGE and the like stay.
    params = tuple(p for p in present[0].params if p[0] != "ALTREP") if present else ()
    event.replace(name, [write_line(Line(name, params, escape(value)))] if value else [])
    if name in _SECOND_COPY:
        event.replace(_SECOND_COPY[name], [])


# --- times -------------------------------------------------------------------------------------


def set_times(event: RawEvent, times: TimeSpan | AllDay, zones: Zones) -> None:
    """Let the event last from one instant to another, or take these days, in its own form."""
    if isinstance(times, AllDay):
        _set_dates(event, times)
    else:
        _set_span(event, times, zones)


def _set_dates(event: RawEvent, days: AllDay) -> None:
    _put_line(event, "DTSTART", Line("DTSTART", (("VALUE", "DATE"),), write_date(days.first)))
    _put_line(event, "DTEND", Line("DTEND", (("VALUE", "DATE"),), write_date(days.end)))
    event.replace("DURATION", [])


def _put_line(event: RawEvent, name: str, line: Line) -> None:
    """Exchange a property unless it says the same already."""
    if [_content(present) for present in event.properties(name)] != [_content(line)]:
        event.replace(name, [write_line(line)])


def _content(line: Line) -> tuple[str, list[tuple[str, str]]]:
    """What a line says whatever the order of its parameters; VALUE says nothing here."""
    return line.value, sorted(param for param in line.params if param[0] != "VALUE")


def _set_span(event: RawEvent, span: TimeSpan, zones: Zones) -> None:
    start, end = (moment.replace(microsecond=0) for moment in (span.start, span.end))
    first = _move_line(_pattern_of_start(event), start, zones)
    _put_line(event, "DTSTART", first)
    if event.properties("DURATION") and not event.properties("DTEND"):
        _set_duration(event, end - start)
    else:
        pattern = _pattern_of_end(event, first)
        _put_line(
            event, "DTEND", _move_line(Line("DTEND", pattern.params, pattern.value), end, zones)
        )
        event.replace("DURATION", [])
    for line in (*event.properties("DTSTART"), *event.properties("DTEND")):
        _explain_zone(event, line.param("TZID"), (start, end), zones)


def _pattern_of_start(event: RawEvent) -> Line:
    """What the start is written like: itself, or the end where only that names a zone."""
    start = event.properties("DTSTART")[0]
    stamp = read_stamp(_stamp(start))
    if not (stamp.is_date or stamp.is_utc or start.param("TZID")):
        for end in event.properties("DTEND")[:1]:
            if end.param("TZID") and not read_stamp(_stamp(end)).is_date:
                return Line("DTSTART", end.params, end.value)
    return start


def _pattern_of_end(event: RawEvent, start: Line) -> Line:
    """What the end is written like: itself, or the new start where it names no zone.

    Such an end is read on the clock of the start, whatever that clock is now.
    """
    for end in event.properties("DTEND"):
        if read_stamp(_stamp(end)).is_utc or end.param("TZID"):
            return end
    return start


def _set_duration(event: RawEvent, length: timedelta) -> None:
    _put_line(event, "DURATION", Line("DURATION", (), f"PT{int(length.total_seconds())}S"))


def _move_line(line: Line, instant: datetime, zones: Zones) -> Line:
    """The property for another instant, in its own kind of time; UTC where that cannot say it.

    A date becomes a time in the asked zone, a floating time stays one read in that zone.
    """
    stamp = _stamp(line)
    moment = read_stamp(stamp)
    is_placeless = moment.is_date or not (moment.is_utc or stamp.tzid)
    tzid = zones.local.key if is_placeless else stamp.tzid
    zone = zones.local if is_placeless else zones.of(stamp, moment)
    wall = as_wall(instant, zone)
    is_utc = zone is UTC or (is_placeless and zone_name(tzid) == "UTC")
    if is_utc or as_instant(wall, zone) != instant:
        return Line(line.name, _without_zone(line), write_utc(instant))
    named = (("TZID", tzid),) if stamp.tzid or moment.is_date else ()
    return Line(line.name, (*_without_zone(line), *named), write_wall(wall))


def _stamp(line: Line) -> Stamp:
    return Stamp(line.value, line.param("TZID"), "T" not in line.value.upper())


def _without_zone(line: Line) -> tuple[tuple[str, str], ...]:
    """The parameters but for TZID, and for VALUE=DATE, which is wrong for a time."""
    return tuple(p for p in line.params if p[0] != "TZID" and p != ("VALUE", "DATE"))


def _explain_zone(
    event: RawEvent, tzid: str, instants: tuple[datetime, datetime], zones: Zones
) -> None:
    """See to it that the object's VTIMEZONE is right at the new times of the event.

    One that gives the name a meaning of its own is not touched, nor one that the other dates
    of a series hang in.
    """
    zone_name = zones.name(tzid) if tzid else ""
    if zone_name in ("", "UTC"):
        return
    zone = zones.find(tzid)
    rules = "\n".join(event.zone_rules(tzid))
    own = find_named(read_vtimezones(f"{rules}\n"), tzid) if rules else None
    walls = [as_wall(instant, zone) for instant in instants]
    if own is not None and (event.count > 1 or any(map(event.properties, _REPEATS))):
        return
    if own is None or any(as_instant(wall, own) != as_instant(wall, zone) for wall in walls):
        event.set_zone_rules(tzid, vtimezone(zone_name, walls[0].year, tzid))


_METHOD = re.compile(r"^METHOD[:;][^\n]*\n", re.IGNORECASE | re.MULTILINE)


def repair(text: str) -> str:
    """Without METHOD, with an end and with the rules of its time zone; else byte for byte.

    iCloud refuses events without an end, any server may refuse the others. Of a series the
    master is mended. Raises UnreadableEvent and InvalidInput.
    """
    event = RawEvent(_METHOD.sub("", text))
    starts = event.properties("DTSTART")
    if starts:
        start = starts[0]
        moment = read_stamp(Stamp(start.value, is_date=start.param("VALUE").upper() == "DATE"))
        if not event.properties("DTEND") and not event.properties("DURATION"):
            event.replace("DTEND", [write_line(_end(start, moment))])
        _give_rules(event, start.param("TZID"), moment)
    return str(event)


def _end(start: Line, moment: Moment) -> Line:
    """A day after a date, the same moment for a time: what an absent end means."""
    if not moment.is_date:
        return replace(start, name="DTEND")
    return replace(start, name="DTEND", value=write_date(moment.wall.date() + timedelta(days=1)))


def _give_rules(event: RawEvent, tzid: str, moment: Moment) -> None:
    name = zone_name(tzid) if tzid and event.zone_block(tzid) is None else ""
    if name:
        event.set_zone_rules(tzid, vtimezone(name, moment.wall.year, tzid))
