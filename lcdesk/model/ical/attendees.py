"""Who is invited to an event: its ORGANIZER and its ATTENDEEs (RFC 5545, 3.8.4)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.ical.lines import Line, parse_line, write_line
from lcdesk.model.ical.rawtext import RawEvent, raw_lines
from lcdesk.model.ical.scan import bare_address, frame_of, scan

_INVITING = ("ORGANIZER", "ATTENDEE")
_OF_AN_ANSWER = ("PARTSTAT", "RSVP", "SCHEDULE-STATUS")


def has_attendees(text: str) -> bool:
    """Whether anybody is invited to any event of the object; false for an empty text.

    Of an object that cannot be read every such line counts, those of its alarms too.
    """
    if not text:
        return False
    try:
        return any(event.has_attendees for event in scan(text).events)
    except LcdeskError:
        return any(line.name in _INVITING for line in raw_lines(text))


@dataclass(frozen=True, slots=True)
class Host:
    """Who invites: the owner of the calendar that an event stands in."""

    address: str
    name: str


def with_attendees_of(text: str, invited: str, *, host: Host | None = None) -> str:
    """The object `text` with everybody who is invited to the event of the object `invited`.

    Where another `host` invites, the one before is no guest, and the guests have not answered.
    """
    event, source = RawEvent(text), RawEvent(invited)
    organizer, guests = (source.properties(name) for name in _INVITING)
    if host is not None:
        left_out = {address for line in organizer for address in _addresses(line)}
        left_out.add(bare_address(host.address))
        guests = [_forget_answer(guest) for guest in guests if not left_out & _addresses(guest)]
        called = (("CN", host.name),) if host.name else ()
        organizer = [Line("ORGANIZER", called, f"mailto:{host.address}")] if guests else []
    for name, lines in zip(_INVITING, (organizer, guests), strict=True):
        event.replace(name, [write_line(line) for line in lines])
    return str(event)


def _addresses(line: Line) -> set[str]:
    """What a person is called by; iCloud names some by a path and puts the address in EMAIL."""
    return {
        bare_address(address) for address in (line.value, line.param("EMAIL")) if address.strip()
    }


def _forget_answer(guest: Line) -> Line:
    kept = tuple(param for param in guest.params if param[0] not in _OF_AN_ANSWER)
    return replace(guest, params=(*kept, ("PARTSTAT", "NEEDS-ACTION"), ("RSVP", "TRUE")))


def invited(text: str) -> tuple[tuple[str, str], ...]:
    """Name and address of everybody who is invited to the first event of the object, as written.

    Either may be empty. Lines that cannot be read invite nobody.
    """
    people: list[tuple[str, str]] = []
    path: list[str] = []
    for raw in raw_lines(text):
        frame, name = frame_of(raw.text)
        if frame == "BEGIN":
            path.append(name)
        elif frame == "END":
            if path[-1:] == ["VEVENT"]:
                break
            del path[-1:]
        elif raw.name == "ATTENDEE" and path[-1:] == ["VEVENT"]:  # else whom an alarm writes to
            people += _person(parse_line(raw.text))
    return tuple(people)


def _person(line: Line | None) -> list[tuple[str, str]]:
    if line is None:
        return []
    addresses = (line.param("EMAIL"), line.value)
    return [(line.param("CN").strip(), next(filter(None, map(_mail, addresses)), ""))]


def _mail(address: str) -> str:
    """An e-mail address without `mailto:`; empty for what is none, such as a path of iCloud."""
    bare = bare_address(address)
    return bare if "@" in bare and "/" not in bare else ""
