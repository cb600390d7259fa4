"""The fast way into a calendar object: the fields an index needs, straight from its lines.

icalendar takes about a millisecond for what this does in some ten microseconds, and a first
sync reads thousands of objects. Values stay as written; expand.py gives them their meaning.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.ical.lines import Params, parse_params, unescape, unfolded
from lcdesk.model.ical.stamps import Stamp

# One search in C for the wanted lines; every other line is never looked at in Python.
_WANTED = re.compile(
    r"\n(BEGIN|END|UID|DTSTART|DTEND|DURATION|SUMMARY|LOCATION|DESCRIPTION|TRANSP|STATUS|SEQUENCE"
    r"|RRULE|RDATE|EXDATE|EXRULE|RECURRENCE-ID|ATTENDEE|ORGANIZER"
    r"|X-APPLE-TRAVEL-DURATION|X-LCDESK-OP)"
    r'(;(?:[^":\n]|"[^"\n]*")*)?:([^\n]*)',
    re.IGNORECASE,
)

_MOST_ZONES = 10

_Fields = dict[str, list[tuple[str, str]]]
_NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class ScannedEvent:
    """One VEVENT as written; texts are unescaped, times, rules and durations are not read yet.

    `partstat` maps an attendee's address (small letters, no `mailto:`) to the answer in
    capitals. `travel` is Apple's travel time as an iCalendar duration.
    """

    uid: str
    start: Stamp
    end: Stamp | None = None
    duration: str = ""
    summary: str = ""
    location: str = ""
    description: str = ""
    transp: str = ""
    status: str = ""
    sequence: int = 0
    recurrence_id: Stamp | None = None
    this_and_future: bool = False
    rrules: tuple[str, ...] = ()
    exrules: tuple[str, ...] = ()
    rdates: tuple[Stamp, ...] = ()
    exdates: tuple[Stamp, ...] = ()
    partstat: Mapping[str, str] = field(default_factory=lambda: _NOBODY)
    has_attendees: bool = False
    travel: str = ""
    op_id: str = ""

    @property
    def is_recurring(self) -> bool:
        """Whether it makes, or is one of, several occurrences."""
        return bool(self.rrules or self.rdates or self.recurrence_id)


@dataclass(frozen=True, slots=True)
class Scanned:
    """A calendar object's events; `simple` means one event that does not recur."""

    uid: str
    events: tuple[ScannedEvent, ...]
    simple: bool


def scan(text: str) -> Scanned:
    """The events of a calendar object, in its order.

    Raises UnreadableEvent for anything that is no usable VEVENT object: no VCALENDAR, no
    VEVENT, a VEVENT without UID or DTSTART, components that are not closed, absurd sizes.
    """
    events = tuple(_event(fields) for fields in _vevents(unfolded(text)))
    if not events:
        raise UnreadableEvent("This calendar object contains no event.")
    simple = len(events) == 1 and not events[0].is_recurring
    return Scanned(events[0].uid, events, simple)


def master_of(events: tuple[ScannedEvent, ...]) -> ScannedEvent:
    """The one event that is no edited occurrence, or an edited occurrence if there are only such.

    Raises UnreadableEvent when the object holds several events.
    """
    masters = [event for event in events if event.recurrence_id is None]
    if len(masters) > 1:
        raise UnreadableEvent("This calendar object holds several events.")
    return (masters or events)[0]


def _vevents(plain: str) -> list[_Fields]:
    """The wanted lines of each VEVENT; those of its alarms are not the event's."""
    found: list[_Fields] = []
    path: list[str] = []
    for name, params, value in _WANTED.findall(_without_zones("\n" + plain)):
        if not name.isupper():
            name = name.upper()
        if name == "BEGIN":
            _open(path, value.strip().upper())
            if path == ["VCALENDAR", "VEVENT"]:
                found.append({})
        elif name == "END":
            _close(path, value.strip().upper())
        elif path == ["VCALENDAR", "VEVENT"]:
            found[-1].setdefault(name, []).append((params, value))
    if path:
        raise UnreadableEvent(f"This calendar object is cut off: its {path[-1]} is not closed.")
    return found


def _without_zones(plain: str) -> str:
    """Without its VTIMEZONEs, often the larger half of an object and nothing to index."""
    for _ in range(_MOST_ZONES):  # each round copies the text
        begin = plain.find("\nBEGIN:VTIMEZONE")
        end = plain.find("\nEND:VTIMEZONE", begin)
        if begin < 0 or end < 0:
            break
        plain = plain[:begin] + plain[end + len("\nEND:VTIMEZONE") :]
    return plain


def _open(path: list[str], name: str) -> None:
    if not path and name != "VCALENDAR":
        raise UnreadableEvent("This text is not a calendar object.")
    if len(path) >= 8:
        raise UnreadableEvent("This calendar object is nested too deeply.")
    path.append(name)


def _close(path: list[str], name: str) -> None:
    if not path or path.pop() != name:
        raise UnreadableEvent("This calendar object is damaged: its parts do not close in order.")


def _event(fields: _Fields) -> ScannedEvent:
    uid = _value(fields, "UID").strip()
    if not uid:
        raise UnreadableEvent("This event has no UID.")
    start = _stamp(fields, "DTSTART")
    if start is None:
        raise UnreadableEvent("This event has no start (DTSTART).")
    attendees = fields.get("ATTENDEE", [])
    return ScannedEvent(
        uid=uid,
        start=start,
        end=_stamp(fields, "DTEND"),
        duration=_value(fields, "DURATION").strip(),
        summary=unescape(_value(fields, "SUMMARY")),
        location=unescape(_value(fields, "LOCATION")),
        description=unescape(_value(fields, "DESCRIPTION")),
        transp=_value(fields, "TRANSP").strip().upper(),
        status=_value(fields, "STATUS").strip().upper(),
        sequence=_number(_value(fields, "SEQUENCE")),
        recurrence_id=_stamp(fields, "RECURRENCE-ID"),
        this_and_future=_is_this_and_future(fields),
        rrules=_rules(fields, "RRULE"),
        exrules=_rules(fields, "EXRULE"),
        rdates=_stamps(fields, "RDATE"),
        exdates=_stamps(fields, "EXDATE"),
        partstat=_answers(attendees) if attendees else _NOBODY,
        has_attendees=bool(attendees) or "ORGANIZER" in fields,
        travel=_value(fields, "X-APPLE-TRAVEL-DURATION").strip(),
        op_id=_value(fields, "X-LCDESK-OP").strip(),
    )


def _value(fields: _Fields, name: str) -> str:
    """The first value of that name; servers are known to double properties."""
    found = fields.get(name)
    return found[0][1].rstrip("\r") if found else ""


def _rules(fields: _Fields, name: str) -> tuple[str, ...]:
    """The rules as written; some programs leave an empty one."""
    return tuple(value.strip() for _, value in fields.get(name, []) if value.strip())


def _number(value: str) -> int:
    """A sequence number; nonsense counts as none."""
    value = value.strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 0


def _stamp(fields: _Fields, name: str) -> Stamp | None:
    found = fields.get(name)
    if not found or not found[0][1].strip():
        return None
    return _as_stamp(parse_params(found[0][0]), found[0][1])


def _stamps(fields: _Fields, name: str) -> tuple[Stamp, ...]:
    """All values of a listing property such as EXDATE, over all its lines."""
    return tuple(
        _as_stamp(parse_params(params), value)
        for params, values in fields.get(name, [])
        for value in values.split(",")
        if value.strip()
    )


def _as_stamp(params: Params, value: str) -> Stamp:
    named = dict(params)
    value = value.strip()
    is_date = named.get("VALUE", "").upper() == "DATE" or "T" not in value.upper()
    return Stamp(value, named.get("TZID", "").strip(), is_date)


def _is_this_and_future(fields: _Fields) -> bool:
    params = "".join(params for params, _ in fields.get("RECURRENCE-ID", [])[:1])
    return dict(parse_params(params)).get("RANGE", "").upper() == "THISANDFUTURE"


def _answers(attendees: list[tuple[str, str]]) -> Mapping[str, str]:
    """Answers by address; iCloud names some people by a path and puts the address in EMAIL."""
    answers: dict[str, str] = {}
    for raw, value in attendees:
        params = dict(parse_params(raw))
        answer = params.get("PARTSTAT", "NEEDS-ACTION").upper()
        for address in (value, params.get("EMAIL", "")):
            if address.strip():
                answers.setdefault(bare_address(address), answer)
    return answers


def bare_address(address: str) -> str:
    """An address in small letters without `mailto:`."""
    return address.strip().lower().removeprefix("mailto:")
