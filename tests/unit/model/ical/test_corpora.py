"""lcdesk reads the samples of two other libraries as those libraries do.

The two tables name every sample on which it does not, and why; an entry that is no longer
needed fails as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from icalendar import Calendar, Event

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.ical.expand import occurrences
from lcdesk.model.ical.lines import Length, Stamp, read_duration, read_stamp
from lcdesk.model.ical.scan import ScannedEvent, scan
from lcdesk.model.recurrence.text import parse_rule
from tests.corpora import completed, names, names_with_events, objects_of, text_of

# Both sides take the end of /some.program/Europe/Berlin for the zone; icalendar says so aloud.
pytestmark = pytest.mark.filterwarnings("ignore::icalendar.error.GloballyUniqueTZIDGuessed")

BERLIN = ZoneInfo("Europe/Berlin")
UNREADABLE = "cannot be read"

# Damaged samples wait in quarantine, a text that is not understood is never guessed at, and in
# doubt time is taken.
READ_OTHERWISE = {
    "icalendar/calendars/broken_ical.ics": "icalendar gives up on DTSTART;;VALUE=...",
    "icalendar/calendars/issue_104_broken_calendar.ics": "icalendar gives up on a stray X",
    "icalendar/calendars/issue_165_missing_event.ics": "icalendar garbles BYDAY=MO, TU",
    "icalendar/calendars/issue_350.ics": "icalendar keeps the backslash of an unknown escape",
    "icalendar/calendars/multiple_calendar_components.ics": "empty lines between folded ones",
    "icalendar/calendars/parsing_error.ics": "icalendar gives up on an empty EXDATE",
    "icalendar/calendars/timezone_same_start_and_offset.ics": "ends with END:VCALENDARD",
    "recurring/calendars/issue_201_test_matrix.ics": "its to-dos end with END:VTOOD",
}
"""Samples whose fields differ, or that only one side reads."""

_NO_RULES = "a named zone without its rules is refused, where the library reads local time"
_SWAPPED = "an end before the start says nothing, where the library exchanges the two"
EXPANDED_OTHERWISE = {
    "icalendar/calendars/issue_165_missing_event.ics": "see above",
    "icalendar/calendars/issue_526_calendar_with_different_events.ics": _NO_RULES,
    "icalendar/calendars/issue_526_calendar_with_event_subset.ics": _NO_RULES,
    "icalendar/calendars/issue_526_calendar_with_events.ics": _NO_RULES,
    "icalendar/calendars/issue_526_calendar_with_shuffeled_events.ics": _NO_RULES,
    "icalendar/calendars/issue_722_missing_VTIMEZONE_custom.ics": _NO_RULES,
    "icalendar/calendars/multiple_calendar_components.ics": "see above",
    "icalendar/calendars/parsing_error.ics": "see above",
    "icalendar/events/event_with_recurrence.ics": "floating start, dates excluded in UTC: the "
    "library takes the series for UTC too, lcdesk leaves it in the member's zone",
    "recurring/calendars/end_before_start_event.ics": _SWAPPED,
    "recurring/calendars/issue_117_until_before_dtstart.ics": "the start counts in any case",
    "recurring/calendars/issue_132_swapped_start_and_end.ics": _SWAPPED,
    "recurring/calendars/issue_201_test_matrix.ics": "from a date to a time: whole days",
    "recurring/calendars/issue_253_additional_recurrence_id.ics": "an edited occurrence stands, "
    "though its series was ended before it",
    "recurring/calendars/issue_75_range_parameter.ics": "UNTIL without a time is that whole day",
}
"""Samples whose occurrences differ, or that only one side works out."""


def test_the_samples_are_there() -> None:
    assert len(names()) >= 250
    assert len(names_with_events()) >= 200


# --- fields ------------------------------------------------------------------------------------


def test_the_scanner_reads_what_icalendar_reads() -> None:
    differing = {name for name in names_with_events() if not _reads_the_same(name)}
    assert differing == READ_OTHERWISE.keys()


def _reads_the_same(name: str) -> bool:
    text = completed(text_of(name))
    mine = _or_unreadable(lambda: [_scanned(event) for event in scan(text).events])
    theirs = _or_unreadable(lambda: [_parsed(event) for event in _events(text)] or UNREADABLE)
    return bool(mine == theirs)


def _or_unreadable(read: Callable[[], Any]) -> Any:
    try:
        return read()
    except (UnreadableEvent, ValueError):
        return UNREADABLE


def _events(text: str) -> list[Event]:
    return [
        event
        for calendar in Calendar.from_ical(text, multiple=True)
        for event in calendar.subcomponents
        if isinstance(event, Event)
    ]


def _scanned(event: ScannedEvent) -> dict[str, object]:
    return {
        "UID": event.uid,
        "SUMMARY": event.summary,
        "LOCATION": event.location,
        "DESCRIPTION": event.description,
        "TRANSP": event.transp,
        "STATUS": event.status,
        "SEQUENCE": event.sequence,
        "DTSTART": _moment(event.start),
        "DTEND": _moment(event.end),
        "RECURRENCE-ID": _moment(event.recurrence_id),
        "RRULE": [_rule(rule) for rule in event.rrules],
        "EXRULE": [_rule(rule) for rule in event.exrules],
        "EXDATE": sorted(_moment(stamp) for stamp in event.exdates),
        "DURATION": _length(event.duration),
    }


def _parsed(event: Event) -> dict[str, object]:
    def first(name: str) -> Any:
        found = event.get(name)
        return found[0] if isinstance(found, list) else found

    def text(name: str) -> str:
        return str(first(name) if first(name) is not None else "")

    def rules(name: str) -> list[str]:
        found = event.get(name, [])
        written = [
            rule.to_ical().decode() for rule in (found if isinstance(found, list) else [found])
        ]
        return [_rule(rule) for rule in written if rule]

    def dates() -> list[str]:
        found = event.get("EXDATE", [])
        lists = found if isinstance(found, list) else [found]
        return sorted(_value(date.dt, date.params) for part in lists for date in part.dts)

    def moment(name: str) -> str:
        found = first(name)
        return "" if found is None else str(_or_unreadable(lambda: _value(found.dt, found.params)))

    return {
        "UID": text("UID").strip(),
        "SUMMARY": text("SUMMARY"),
        "LOCATION": text("LOCATION"),
        "DESCRIPTION": text("DESCRIPTION"),
        "TRANSP": text("TRANSP").upper(),
        "STATUS": text("STATUS").upper(),
        "SEQUENCE": int(text("SEQUENCE") or 0),
        "DTSTART": moment("DTSTART"),
        "DTEND": moment("DTEND"),
        "RECURRENCE-ID": moment("RECURRENCE-ID"),
        "RRULE": rules("RRULE"),
        "EXRULE": rules("EXRULE"),
        "EXDATE": dates(),
        "DURATION": first("DURATION").dt if "DURATION" in event else timedelta(),
    }


def _moment(stamp: Stamp | None) -> str:
    if stamp is None:
        return ""
    try:
        moment = read_stamp(stamp)
    except UnreadableEvent:
        return UNREADABLE
    if moment.is_date:
        return str(moment.wall.date())
    return f"{moment.wall} {'UTC' if moment.is_utc else stamp.tzid}".strip()


def _length(written: str) -> timedelta:
    length = read_duration(written) if written else Length()
    return timedelta(days=length.days) + length.exact


def _value(value: Any, params: Any) -> str:
    if not isinstance(value, datetime):
        return str(value)
    is_utc = value.tzinfo is not None and "TZID" not in params
    zone = "UTC" if is_utc else params.get("TZID", "")
    return f"{value.replace(tzinfo=None)} {zone}".strip()


def _rule(text: str) -> str:
    try:
        return repr(parse_rule(text))
    except UnreadableEvent:
        return UNREADABLE


# --- occurrences -------------------------------------------------------------------------------

Found = Counter[tuple[datetime, datetime, str]]


def test_series_are_expanded_as_recurring_ical_events_does() -> None:
    differing = {
        name
        for name in names_with_events()
        for text in objects_of(completed(text_of(name)))
        if not all(_agrees(text, span) for span in _spans(text))
    }
    assert differing == EXPANDED_OTHERWISE.keys()


def _spans(text: str) -> list[TimeSpan]:
    """The year of the first event; of a series the next one too, and one long after."""
    try:
        starts = [_instant(event.start) for event in _events(text)]
    except ValueError:
        return []
    first = min(starts).replace(month=1, day=1, hour=0)
    year = timedelta(days=365)
    years = (0, 1, 7) if "\nRRULE" in text else (0,)
    return [TimeSpan.of_length(first + number * year, year) for number in years]


def _agrees(text: str, span: TimeSpan) -> bool:
    mine = _or_unreadable(lambda: _mine(text, span))
    theirs = _or_unreadable(lambda: _theirs(text, span))
    return bool(mine == theirs)


def _mine(text: str, span: TimeSpan) -> Found:
    found = occurrences(text, zone=BERLIN, span=span)
    if found.problem:
        raise UnreadableEvent(found.problem)  # in part: that part blocks, and a person is told
    spans = ((entry.span, entry.title) for entry in found.entries)
    return Counter(
        (date.start, date.end, title) for date, title in spans if date.start >= span.start
    )


def _theirs(text: str, span: TimeSpan) -> Found:
    """Without cancelled ones; a day that ends where it starts is that one day for lcdesk."""
    query = recurring_ical_events.of(Calendar.from_ical(text))
    try:
        found = query.between(span.start.astimezone(BERLIN), span.end.astimezone(BERLIN))
    except TypeError as error:  # it compares what cannot be compared
        raise ValueError(str(error)) from error
    counted: Found = Counter()
    for event in found:
        start, end = event.start, event.end
        if start == end and not isinstance(start, datetime):
            end += timedelta(days=1)
        if event.get("STATUS", "").upper() != "CANCELLED" and _instant(start) >= span.start:
            counted[_instant(start), _instant(end), str(event.get("SUMMARY", ""))] += 1
    return counted


def _instant(value: date) -> datetime:
    if not isinstance(value, datetime):
        value = datetime.combine(value, time())
    return (value if value.tzinfo else value.replace(tzinfo=BERLIN)).astimezone(UTC)
