"""Own appointments as calendar objects: the text that is sent, and what comes back.

Written without ATTENDEE, ORGANIZER and METHOD, so that iCloud mails nobody; always with
DTEND, which iCloud insists on; in UTC or with the rules of the zone (docs/rules/sync.md,
"Writing").
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from lcdesk import __version__
from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.events import AllDay
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import zone as iana_zone
from lcdesk.model.ical.edit import EventChanges as EventChanges
from lcdesk.model.ical.edit import edit_event as edit_event
from lcdesk.model.ical.lines import escape, fold, write_utc
from lcdesk.model.ical.scan import ScannedEvent, master_of, scan
from lcdesk.model.ical.times import times_of
from lcdesk.model.ical.timezones import Zones, as_instant, as_wall, zone_name
from lcdesk.model.ical.vtimezone import vtimezone
from lcdesk.model.recurrence.moment import write_wall

PRODID = f"-//lcdesk//lcdesk {__version__}//EN"


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An appointment to be written. `zone` is an IANA name, for the wall times in the text.

    `op_id` marks the operation that sends it, so that a lost answer can be recognised.
    """

    uid: str
    span: TimeSpan
    zone: str
    title: str
    notes: str = ""
    location: str = ""
    op_id: str = ""


@dataclass(frozen=True, slots=True)
class EventValues:
    """What an event says now; of a series, what its master says.

    `span` is in UTC, without travel; `zone` names the zone of its wall times (IANA, or the
    asked zone for floating times and dates). `status` is iCalendar's, in capitals.
    """

    uid: str
    span: TimeSpan
    zone: str
    all_day: AllDay | None
    title: str
    notes: str
    location: str
    status: str
    recurring: bool
    op_id: str
    has_attendees: bool


def write_event(draft: EventDraft, *, now: datetime) -> str:
    """The calendar object for an appointment; `now` (aware) becomes its DTSTAMP.

    Times are whole seconds. An end or start in the second pass of a doubled hour cannot be
    written as wall time, so such an event is written in UTC. Raises UnknownZone.
    """
    rules, start, end = _times(draft.span, iana_zone(draft.zone))
    texts = (("SUMMARY", draft.title), ("DESCRIPTION", draft.notes), ("LOCATION", draft.location))
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN"),
        *rules,
        "BEGIN:VEVENT",
        f"UID:{escape(draft.uid)}",
        f"DTSTAMP:{write_utc(now)}",
        f"DTSTART{start}",
        f"DTEND{end}",
        *(f"{name}:{escape(text)}" for name, text in texts if text),
        "SEQUENCE:0",
        *([f"X-LCDESK-OP:{escape(draft.op_id)}"] if draft.op_id else []),
        *("END:VEVENT", "END:VCALENDAR"),
    ]
    return "".join(fold(line) for line in lines)


def _times(span: TimeSpan, zone: ZoneInfo) -> tuple[tuple[str, ...], str, str]:
    """The zone's rules, and both ends with their parameters."""
    start, end = (moment.replace(microsecond=0) for moment in (span.start, span.end))
    walls = [as_wall(moment, zone) for moment in (start, end)]
    exact = [as_instant(wall, zone) for wall in walls] == [start, end]
    if not exact or zone_name(zone.key) == "UTC":
        return (), f":{write_utc(start)}", f":{write_utc(end)}"
    first, last = (f";TZID={zone.key}:{write_wall(wall)}" for wall in walls)
    return vtimezone(zone.key, walls[0].year), first, last


def read_event(text: str, zone: ZoneInfo) -> EventValues:
    """What the object's event says; floating times and dates are read in `zone`.

    Raises UnreadableEvent.
    """
    event = master_of(scan(text).events)
    zones = Zones(text, zone)
    times = times_of(event, zones)
    if times.problem:  # enough to block time by, not to say when it is
        raise UnreadableEvent(times.problem)
    return EventValues(
        uid=event.uid,
        span=times.span_at(times.wall),
        zone=_zone_of(event, times.zone is UTC, zones),
        all_day=times.days_at(times.wall),
        title=event.summary,
        notes=event.description,
        location=event.location,
        status=event.status,
        recurring=event.is_recurring,
        op_id=event.op_id,
        has_attendees=event.has_attendees,
    )


def _zone_of(event: ScannedEvent, is_utc: bool, zones: Zones) -> str:
    if is_utc:
        return "UTC"
    named = event.start.tzid or ("" if event.end is None else event.end.tzid)
    return (zones.name(named) if named else "") or zones.local.key
