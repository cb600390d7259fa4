"""The object of a series as one text: which event stands for which date, and one date changed.

A date is named by its recurrence id, as occurrences carry it: the start that the rule gave it,
in UTC or as a date, whatever became of it since. A changed date is an event of its own beside the
series, with the same UID and the start that it replaces as RECURRENCE-ID (RFC 5545, 3.8.4.4). It
begins as a copy of the series, so that alarms, guests and what lcdesk does not understand stay on
that date; all other dates are left as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from lcdesk.model.domain.errors import InvalidInput, NotFound, UnreadableEvent
from lcdesk.model.domain.events import AllDay
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.timespan import TimeSpan, shift
from lcdesk.model.ical.edit import EventChanges, edit_event, mark_revised, set_times
from lcdesk.model.ical.lines import Line, Stamp, read_stamp, write_line
from lcdesk.model.ical.rawtext import RawEvent
from lcdesk.model.ical.scan import ScannedEvent, scan
from lcdesk.model.ical.series import EventSeries, Slot
from lcdesk.model.ical.times import Times, times_of
from lcdesk.model.ical.timezones import Zones, as_instant, as_wall
from lcdesk.model.recurrence.moment import write_date, write_wall
from lcdesk.model.recurrence.periods import TooMuchWork

_AROUND = timedelta(days=2)  # no two clocks show more than a day and some hours apart
_UNCLEAR = Message("This calendar object holds several events; edit it where it was made.")
_MOVES_ALONG = Message(
    "Some of the dates of this event move all that come after them along. Change it where it was "
    "made; lcdesk follows."
)


class SeriesText:
    """A series in its text, whose events are known by their place in the object.

    `replaced` has the start that each edited date stands for, in the wall time of the series;
    `edited` the other way round, and of two for the same date the one with the higher SEQUENCE.
    `master` is the place of the series itself, None where the object holds edited dates only, as
    an invitation to some dates of a series does.
    """

    def __init__(self, text: str, zone: ZoneInfo) -> None:
        """Floating times and dates are read in `zone`.

        Raises UnreadableEvent, and InvalidInput where it cannot be said which dates are meant.
        """
        self.text = text
        self.zones = Zones(text, zone)
        self._events = scan(text).events
        masters = [at for at, one in enumerate(self._events) if one.recurrence_id is None]
        if len(masters) > 1 or len({event.uid for event in self._events}) > 1:
            raise InvalidInput(_UNCLEAR)
        self.master = masters[0] if masters else None
        head = self._events[masters[0] if masters else 0]
        self.series = EventSeries(head, times_of(head, self.zones), self.zones)
        problems = [*filter(None, [self.series.times.problem]), *self.series.problems]
        if problems:  # enough to block time by, not to say which dates there are
            raise UnreadableEvent(problems[0])
        self.replaced = self._recurrence_starts()
        self.edited: dict[datetime, int] = {}
        for at, wall in self.replaced.items():
            if wall not in self.edited or self._is_newer(at, self.edited[wall]):
                self.edited[wall] = at

    def _is_newer(self, at: int, other: int) -> bool:
        return self._events[at].sequence > self._events[other].sequence

    def _recurrence_starts(self) -> dict[int, datetime]:
        """By place, the start that each edited date stands for."""
        stamps = {at: one.recurrence_id for at, one in enumerate(self._events)}
        some = [stamp for stamp in stamps.values() if stamp]
        if self.master is None:
            return {at: self.series.wall(stamp) for at, stamp in stamps.items() if stamp}
        named = self.series.find_starts(some)
        return {at: named[stamp] for at, stamp in stamps.items() if stamp}

    def _slots_around(self, wall: datetime) -> list[Slot]:
        return self.series.slots(shift(wall, -_AROUND), shift(wall, _AROUND))

    def slot(self, recurrence_id: str) -> Slot:
        """The date of this recurrence id.

        Raises NotFound where there is none (any more), and InvalidInput where dates hang in others.
        """
        if any(event.this_and_future for event in self._events):
            raise InvalidInput(_MOVES_ALONG)
        for wall in self.edited:
            known = self.series.recurrence_id(wall) == recurrence_id
            if known and not self.series.is_excluded(wall):
                return self._slot_at(wall) or Slot(wall)
        said = self.series.wall(Stamp(recurrence_id, is_date="T" not in recurrence_id))
        slots = [] if self.master is None else self._slots_around(said)
        for slot in slots:
            if self.series.recurrence_id(slot.wall) == recurrence_id:
                return slot
        raise NotFound(Message("This date of the event does not take place any more."))

    def _slot_at(self, wall: datetime) -> Slot | None:
        if self.master is None:
            return None
        return next((slot for slot in self.series.slots(wall, wall) if slot.wall == wall), None)

    def times_at(self, slot: Slot) -> TimeSpan | AllDay:
        """When a date is now: as it was edited, or as the series has it. Without travel."""
        position = self.edited.get(slot.wall)
        if position is None:
            return _lasting(self.series.times_of(slot), slot.wall)
        times = times_of(self._events[position], self.zones)
        return _lasting(times, times.wall)

    def event_at(self, slot: Slot) -> ScannedEvent:
        """What says what a date is about: its own event, or the series."""
        position = self.edited.get(slot.wall)
        return self.series.event if position is None else self._events[position]

    def unedited_times(self, slot: Slot) -> TimeSpan | AllDay:
        """When the series itself has a date."""
        return _lasting(self.series.times_of(slot), slot.wall)

    def stamp_line(self, name: str, wall: datetime) -> Line:
        """A property that names the date at `wall`, in the form of the series' own start."""
        start = RawEvent(self.text, self.master or 0).properties("DTSTART")[0]
        moment = read_stamp(self.series.event.start)
        params = tuple(param for param in start.params if param[0] in ("TZID", "VALUE"))
        if moment.is_date:
            return Line(name, (("VALUE", "DATE"),), write_date(wall))
        return Line(name, params, write_wall(wall) + ("Z" if moment.is_utc else ""))

    def instant(self, wall: datetime) -> datetime:
        """A wall time of the series as an instant; one that the clocks skip moves forward."""
        return as_instant(wall, self.series.times.zone)

    def wall(self, instant: datetime) -> datetime:
        """An instant on the wall clock of the series."""
        return as_wall(instant, self.series.times.zone)


def starts_from(series: EventSeries, first: datetime) -> list[datetime]:
    """The starts of some years from a wall time on; of fewer days where there are thousands.

    Raises TooMuchWork.
    """
    few, many = timedelta(days=60), timedelta(days=366 * 5)
    try:
        return [slot.wall for slot in series.slots(first, first + many)]
    except TooMuchWork:
        return [slot.wall for slot in series.slots(first, first + few)]


def _lasting(times: Times, wall: datetime) -> TimeSpan | AllDay:
    return times.days_at(wall) or times.span_at(wall)


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
    position = found.edited.get(slot.wall)
    whole = text
    if position is None:
        whole, position = _with_edited_date(found, slot)
    after = edit_event(whole, changes=changes, now=now, zone=zone, position=position)
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
    kept = next((position for position in range(events.count) if position not in gone), None)
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
    position = event.add_event([begin, replaced, *lines])
    copy = RawEvent(str(event), position)
    set_times(copy, found.unedited_times(slot), found.zones)
    return str(copy), position
