"""Who is invited to an event: its ORGANIZER and its ATTENDEEs (RFC 5545, 3.8.4)."""

from __future__ import annotations

from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.ical.lines import write_line
from lcdesk.model.ical.rawtext import RawEvent, raw_lines
from lcdesk.model.ical.scan import scan

_INVITING = ("ORGANIZER", "ATTENDEE")


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


def with_attendees_of(text: str, invited: str) -> str:
    """The object `text` with everybody who is invited to the event of the object `invited`."""
    event, source = RawEvent(text), RawEvent(invited)
    for name in _INVITING:
        event.replace(name, [write_line(line) for line in source.properties(name)])
    return str(event)
