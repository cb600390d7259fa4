"""The fast way into a calendar object: the fields an index needs, straight from its lines.

icalendar takes about a millisecond for what this does in some ten microseconds, and a first
sync reads thousands of objects. Values stay as written; expand.py gives them their meaning.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.message import Message
from lcdesk.model.ical.lines import Params, Stamp, parse_params, unescape, unfold

# A line whose parameters are quoted, since a colon may stand between the quotes.
_FRAMES = ("BEGIN", "END")
_QUOTED = re.compile(r'([A-Z-]+)((?:;(?:[^":]|"[^"]*")*)?):(.*)', re.IGNORECASE | re.DOTALL)

_MOST_ZONES = 10
LONGEST_TITLE = 10_000
MOST_DATES = 20_000  # ten times the occurrences that are drawn
_TOO_MANY = Message("This event names more than {count} single dates.", count=MOST_DATES)

_Written = list[tuple[str, str]]  # the parameters and value of each line of one name
_Fields = dict[str, _Written]
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
    """A calendar object's events; `simple` means one event that does not recur.

    `problem` says what of it could not be read, where it was read loosely.
    """

    uid: str
    events: tuple[ScannedEvent, ...]
    simple: bool
    problem: str = ""


def scan(text: str) -> Scanned:
    """The events of a calendar object, in its order.

    Raises UnreadableEvent for anything that is no usable VEVENT object: no VCALENDAR, no
    VEVENT, a VEVENT without UID or DTSTART, components that are not closed, absurd sizes.
    """
    found: list[_Fields] = []
    _read_lines(text, found)
    return _result([_event(fields) for fields in found])


def scan_loosely(text: str) -> Scanned:
    """As `scan`, with whatever events have a start, however damaged the rest of the object is.

    Raises UnreadableEvent where there is none.
    """
    found: list[_Fields] = []
    events: list[ScannedEvent] = []
    problem = ""
    try:
        _read_lines(text, found)
    except UnreadableEvent as error:
        problem = error.message
    for fields in found:
        if any(name in fields and _are_too_many(fields[name]) for name in ("RDATE", "EXDATE")):
            problem = problem or _TOO_MANY
            fields |= {name: _first_dates(fields.get(name, [])) for name in ("RDATE", "EXDATE")}
        try:
            events.append(_event(fields, may_lack_uid=True))
        except UnreadableEvent as error:
            problem = problem or error.message
    if problem and not events:
        raise UnreadableEvent(problem)
    return _result(events, problem)


def _result(events: list[ScannedEvent], problem: str = "") -> Scanned:
    if not events:
        raise UnreadableEvent(Message("This calendar object contains no event."))
    simple = len(events) == 1 and not events[0].is_recurring
    return Scanned(events[0].uid, tuple(events), simple, problem)


def master_of(events: tuple[ScannedEvent, ...]) -> ScannedEvent:
    """The one event that is no edited occurrence, or an edited occurrence if there are only such.

    Raises UnreadableEvent when the object holds several events.
    """
    masters = [event for event in events if event.recurrence_id is None]
    if len(masters) > 1:
        raise UnreadableEvent(Message("This calendar object holds several events."))
    return (masters or events)[0]


def _read_lines(text: str, found: list[_Fields]) -> None:
    """Add the wanted lines of each VEVENT to `found`; those of its alarms are not the event's."""
    plain = unfold(_without_zones(text))
    path: list[str] = []
    inside: _Fields | None = None
    for line in plain.split("\n"):
        name, params, value = _split_line(line)
        if name not in _WANTED:
            name = name.upper()
            if name not in _WANTED:
                continue
        if name == "BEGIN":
            _open(path, value.strip().upper())
            if path == _EVENT:
                found.append({})
        elif name == "END":
            _close(path, value.strip().upper())
        elif inside is not None:
            inside.setdefault(name, []).append((params, value))
            continue
        else:
            continue
        inside = found[-1] if path == _EVENT else None
    if path:
        raise UnreadableEvent(
            Message("This calendar object is cut off: its {part} is not closed.", part=path[-1])
        )


def _split_line(line: str) -> tuple[str, str, str]:
    """Name, parameters with their semicolon, and value; empty names for what is no property."""
    head, colon, value = line.partition(":")
    if '"' in head:
        quoted = _QUOTED.fullmatch(line)
        return (quoted[1], quoted[2], quoted[3]) if quoted else ("", "", "")
    name, semicolon, params = head.partition(";")
    return (name, semicolon + params, value) if colon else ("", "", "")


def frame_of(line: str) -> tuple[str, str]:
    """BEGIN or END and the component that an unfolded line opens or closes; empty for others."""
    if not line[:5].upper().startswith(_FRAMES):
        return "", ""
    name, _, value = _split_line(line)
    name = name.upper()
    return (name, value.strip().upper()) if name in _FRAMES else ("", "")


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
        raise UnreadableEvent(Message("This text is not a calendar object."))
    if len(path) >= 8:
        raise UnreadableEvent(Message("This calendar object is nested too deeply."))
    path.append(name)


def _close(path: list[str], name: str) -> None:
    if not path or path.pop() != name:
        raise UnreadableEvent(
            Message("This calendar object is damaged: its parts do not close in order.")
        )


def _event(fields: _Fields, *, may_lack_uid: bool = False) -> ScannedEvent:
    values: dict[str, Any] = {
        _READ[name][0]: _READ[name][1](written) for name, written in fields.items()
    }
    if may_lack_uid:
        values.setdefault("uid", "")
    elif not values.get("uid"):
        raise UnreadableEvent(Message("This event has no UID."))
    if values.get("start") is None:
        raise UnreadableEvent(Message("This event has no start (DTSTART)."))
    if "RECURRENCE-ID" in fields:
        values["this_and_future"] = _is_this_and_future(fields["RECURRENCE-ID"])
    values["has_attendees"] = "ATTENDEE" in fields or "ORGANIZER" in fields
    return ScannedEvent(**values)


def _word(written: _Written) -> str:
    """The first value of that name; servers are known to double properties."""
    return written[0][1].strip()


def _capitals(written: _Written) -> str:
    return _word(written).upper()


def _text(written: _Written) -> str:
    return unescape(written[0][1].rstrip("\r"))


def _title(written: _Written) -> str:
    """Cut where nobody reads on: everything that shows or compares it takes its length in time."""
    return _text(written)[:LONGEST_TITLE]


def _rules(written: _Written) -> tuple[str, ...]:
    """The rules as written; some programs leave an empty one."""
    return tuple(value.strip() for _, value in written if value.strip())


def _number(written: _Written) -> int:
    return sequence_number(_word(written))


def _stamp(written: _Written) -> Stamp | None:
    params, value = written[0]
    return _as_stamp(parse_params(params), value) if value.strip() else None


def _stamps(written: _Written) -> tuple[Stamp, ...]:
    """All values of a listing property such as EXDATE, over all its lines."""
    if _are_too_many(written):
        raise UnreadableEvent(_TOO_MANY)
    return tuple(
        _as_stamp(parse_params(params), value)
        for params, values in written
        for value in values.split(",")
        if value.strip()
    )


def _are_too_many(dates: _Written) -> bool:
    return sum(values.count(",") + 1 for _, values in dates) > MOST_DATES


def _first_dates(dates: _Written) -> _Written:
    """As many as are read."""
    kept: _Written = []
    left = MOST_DATES
    for params, values in dates[:MOST_DATES]:
        some = values.split(",", left)[:left]
        kept.append((params, ",".join(some)))
        left -= len(some)
        if not left:
            break
    return kept


def _as_stamp(params: Params, value: str) -> Stamp:
    named = dict(params)
    value = value.strip()
    is_date = named.get("VALUE", "").upper() == "DATE" or "T" not in value.upper()
    return Stamp(value, named.get("TZID", "").strip(), is_date)


def _is_this_and_future(written: _Written) -> bool:
    return dict(parse_params(written[0][0])).get("RANGE", "").upper() == "THISANDFUTURE"


def _answers(attendees: _Written) -> Mapping[str, str]:
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
    """What a person's address is compared by: small letters, decoded, without `mailto:`.

    Servers name people by the path of their principal as well, with and without the host.
    """
    spelled = unquote(address.strip()).lower().removeprefix("mailto:").strip()
    scheme, web, address = spelled.partition("://")
    _host, _, path = address.partition("/")
    is_path = web and scheme in {"http", "https"} and path
    return (f"/{path}" if is_path else spelled).rstrip("/")


def names_anybody(text: str, addresses: Iterable[str]) -> bool:
    """Whether one of these addresses is invited to an event of the object."""
    if "ATTENDEE" not in text.upper():
        return False
    wanted = set(map(bare_address, addresses))
    try:
        return any(not wanted.isdisjoint(event.partstat) for event in scan(text).events)
    except UnreadableEvent:
        return False


def sequence_number(value: str) -> int:
    """What SEQUENCE counts; nonsense counts as none."""
    value = value.strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) <= 10 else 0


# What is read of an event, and how; every other line is passed over.
_READ: Mapping[str, tuple[str, Callable[[_Written], Any]]] = {
    "UID": ("uid", _word),
    "DTSTART": ("start", _stamp),
    "DTEND": ("end", _stamp),
    "DURATION": ("duration", _word),
    "SUMMARY": ("summary", _title),
    "LOCATION": ("location", _text),
    "DESCRIPTION": ("description", _text),
    "TRANSP": ("transp", _capitals),
    "STATUS": ("status", _capitals),
    "SEQUENCE": ("sequence", _number),
    "RECURRENCE-ID": ("recurrence_id", _stamp),
    "RRULE": ("rrules", _rules),
    "EXRULE": ("exrules", _rules),
    "RDATE": ("rdates", _stamps),
    "EXDATE": ("exdates", _stamps),
    "ATTENDEE": ("partstat", _answers),
    "ORGANIZER": ("has_attendees", bool),
    "X-APPLE-TRAVEL-DURATION": ("travel", _word),
    "X-LCDESK-OP": ("op_id", _word),
}
_WANTED = frozenset(_READ) | {"BEGIN", "END"}
_EVENT = ["VCALENDAR", "VEVENT"]
