"""One date of a series changed or taken out, and all others left as they are.

A changed date is an event of its own beside the series, with the same UID and the start that it
replaces as RECURRENCE-ID (RFC 5545, 3.8.4.4). It begins as a copy of the series, so that alarms,
guests and what lcdesk does not understand stay on that date.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from lcdesk.model.domain.events import AllDay
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.ical.edit import EventChanges, edit_event, mark_revised, set_times
from lcdesk.model.ical.lines import write_line
from lcdesk.model.ical.rawtext import RawEvent
from lcdesk.model.ical.series import Slot
from lcdesk.model.ical.series_text import SeriesText
from lcdesk.model.recurrence.budget import TooMuchWork

REPEATING = ("RRULE", "RDATE", "EXRULE", "EXDATE")
_OF_THE_SERIES = (*REPEATING, "RECURRENCE-ID", "X-LCDESK-OP")


def edit_date(
    text: str, recurrence_id: str, *, changes: EventChanges, now: datetime, zone: ZoneInfo
) -> str:
    """The object's text with `changes` of one date; everything else stays byte for byte.

    Raises UnreadableEvent, InvalidInput, and NotFound where there is no such date (any more).
    """
    found = SeriesText(text, zone)
    slot = found.slot(recurrence_id)
    place = found.edited.get(slot.wall)
    whole = text
    if place is None:
        whole, place = _with_edited_date(found, slot)
    after = edit_event(whole, changes=changes, now=now, zone=zone, place=place)
    return text if after == whole else after


def take_out_date(text: str, recurrence_id: str, *, now: datetime, zone: ZoneInfo) -> str:
    """The object's text without one date; an empty text where it was the last.

    Raises as `edit_date`.
    """
    found = SeriesText(text, zone)
    slot = found.slot(recurrence_id)
    gone = [at for at, wall in found.replaced.items() if wall == slot.wall]
    if found.master is None:
        return _without(text, gone)
    event = RawEvent(text, found.master)
    event.remove_events(gone)
    excluded = [write_line(line) for line in event.properties("EXDATE")]
    event.replace("EXDATE", [*excluded, write_line(found.stamp_line("EXDATE", slot.wall))])
    mark_revised(event, now)
    after = str(event)
    return after if has_dates(after, zone) else ""


def date_times(text: str, recurrence_id: str, *, zone: ZoneInfo) -> TimeSpan | AllDay:
    """When one date is, without travel. Raises as `edit_date`."""
    found = SeriesText(text, zone)
    return found.times_at(found.slot(recurrence_id))


@dataclass(frozen=True, slots=True)
class DateValues:
    """What one date of a series says; `span` is in UTC, without travel."""

    title: str
    notes: str
    location: str
    span: TimeSpan


def read_date(text: str, recurrence_id: str, *, zone: ZoneInfo) -> DateValues:
    """What one date says. Raises as `edit_date`."""
    found = SeriesText(text, zone)
    slot = found.slot(recurrence_id)
    event, times = found.event_at(slot), found.times_at(slot)
    if not isinstance(times, TimeSpan):
        days = (datetime.combine(day, time(), zone) for day in (times.first, times.end))
        times = TimeSpan(*(midnight.astimezone(UTC) for midnight in days))
    return DateValues(event.summary, event.description, event.location, times)


def has_dates(text: str, zone: ZoneInfo) -> bool:
    """Whether anything of a series takes place; where that takes long to say, it does."""
    found = SeriesText(text, zone)
    series = found.series
    if any(not series.is_excluded(wall) for wall in found.edited):
        return True
    last = series.last()
    try:
        return last is None or bool(series.slots(series.first(), last))
    except TooMuchWork:
        return True


def _without(text: str, gone: list[int]) -> str:
    """Of an object that holds edited dates only."""
    events = RawEvent(text, 0)
    kept = next((place for place in range(events.count) if place not in gone), None)
    if kept is None:
        return ""
    event = RawEvent(text, kept)
    event.remove_events(gone)
    return str(event)


def _with_edited_date(found: SeriesText, slot: Slot) -> tuple[str, int]:
    """The text with an event for a date that says what the series says, and its place."""
    assert found.master is not None  # a slot without an edited event is the master's
    event = RawEvent(found.text, found.master)
    begin, *lines = event.lines(but=_OF_THE_SERIES)
    replaced = write_line(found.stamp_line("RECURRENCE-ID", slot.wall))
    place = event.add_event([begin, replaced, *lines])
    copy = RawEvent(str(event), place)
    set_times(copy, found.unedited_times(slot), found.zones)
    return str(copy), place
