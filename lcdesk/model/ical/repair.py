"""What servers refuse a calendar object for, mended in its own text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from lcdesk.model.ical.lines import Line, write_line
from lcdesk.model.ical.rawtext import RawEvent
from lcdesk.model.ical.stamps import Stamp, read_stamp
from lcdesk.model.ical.timezones import zone_name
from lcdesk.model.ical.vtimezone import vtimezone
from lcdesk.model.recurrence.moment import Moment, write_date

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
        _explain_zone(event, start.param("TZID"), moment)
    return str(event)


def _end(start: Line, moment: Moment) -> Line:
    """A day after a date, the same moment for a time: what an absent end means."""
    if not moment.is_date:
        return replace(start, name="DTEND")
    return replace(start, name="DTEND", value=write_date(moment.wall.date() + timedelta(days=1)))


def _explain_zone(event: RawEvent, tzid: str, moment: Moment) -> None:
    name = zone_name(tzid) if tzid and event.zone_block(tzid) is None else ""
    if name:
        event.set_zone_rules(tzid, vtimezone(name, moment.wall.year, tzid))
