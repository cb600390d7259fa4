"""The occurrences of a calendar object in a stretch of time.

Single events are read from the scanned lines alone. Rows 13 to 19 of docs/rules/sync.md
(free, cancelled, declined, tentative, all-day, travel, no end) are applied here as facts;
what a linked calendar's settings make of them is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.events import Occurrence
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.timespan import EARLIEST, LATEST, TimeSpan, shift
from lcdesk.model.ical.edited import (
    MASTER,
    Edit,
    join_problems,
    place_edits,
    read_times,
    tell_apart,
)
from lcdesk.model.ical.scan import ScannedEvent, bare_address, scan_loosely
from lcdesk.model.ical.series import MOST_OCCURRENCES, EventSeries, Slot
from lcdesk.model.ical.times import Times, times_of
from lcdesk.model.ical.timezones import Zones, as_wall
from lcdesk.model.recurrence.periods import TooMuchWork

_MARGIN = timedelta(days=2)  # wall clocks differ from UTC by less; Apia once skipped a day
_UNDECIDED = {"TENTATIVE", "NEEDS-ACTION"}


@dataclass(frozen=True, slots=True)
class Occurrences:
    """What a calendar object holds for a stretch of time, ordered by start.

    Nothing of the object lies before `first` or after `last`; `last` is None when it goes on
    for ever, or for too long to be counted. `uid` is that of its first event. `problem` says
    what could not be read, so that more time may be taken; `is_cut` that there were too many
    occurrences in the stretch, of which these are the first.
    """

    uid: str
    entries: tuple[Occurrence, ...]
    recurring: bool
    first: datetime
    last: datetime | None
    problem: str = ""
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class _Reading:
    """What all events of one object are read with."""

    zones: Zones
    span: TimeSpan
    own_addresses: frozenset[str]
    singles_anywhere: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """An occurrence placed on its event's wall clock; `replaces` is its recurrence id."""

    event: ScannedEvent
    times: Times
    wall: datetime
    replaces: str = ""


def occurrences(
    text: str, *, zone: ZoneInfo, span: TimeSpan, own_addresses: Iterable[str] = ()
) -> Occurrences:
    """All occurrences of the object that share time with `span`, or are a moment within it.

    Floating times and dates are read in `zone`, the staff member's. `own_addresses` are the
    account's, to see what it declined. What has a start that can be read is given, whatever
    else is wrong with it, and the answer says so. Raises UnreadableEvent where nothing has.
    """
    return _read(text, _Reading(Zones(text, zone), span, _bare_addresses(own_addresses)))


def indexable(
    text: str, *, zone: ZoneInfo, span: TimeSpan, own_addresses: Iterable[str] = ()
) -> Occurrences:
    """As `occurrences`, but what does not recur is given wherever it lies."""
    addresses = _bare_addresses(own_addresses)
    reading = _Reading(Zones(text, zone), span, addresses, singles_anywhere=True)
    return _read(text, reading)


def _read(text: str, reading: _Reading) -> Occurrences:
    scanned = scan_loosely(text)
    try:
        if scanned.simple:
            found = _within_reach(_single(scanned.events[0], reading))
        else:
            found = _within_reach(_join_groups(_groups(scanned.events, reading)))
        return replace(found, problem=join_problems(scanned.problem, found.problem))
    except OverflowError as error:  # dates at the ends of what can be counted
        raise UnreadableEvent(Message("This event lies too far from today to be shown.")) from error


def _bare_addresses(addresses: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(bare_address, addresses)))


def _own_answer(event: ScannedEvent, own: frozenset[str]) -> str:
    """What the account's owner said; "" where nobody asked.

    Invited under several addresses they mostly answer under one. Only what is declined under all
    that were answered for takes no time.
    """
    asked = {answer for address, answer in event.partstat.items() if address in own}
    given = asked - {"NEEDS-ACTION"} or asked
    accepted = given - _UNDECIDED - {"DECLINED"}
    return min(accepted or given & _UNDECIDED or given, default="")


def _within_reach(found: Occurrences) -> Occurrences:
    """What was found, cut where views could no longer count with it.

    Raises UnreadableEvent for an object that lies behind there altogether.
    """
    if found.first >= LATEST or (found.last is not None and found.last <= EARLIEST):
        raise UnreadableEvent(Message("This event lies too far from today to be shown."))
    entries = tuple(
        replace(occurrence, span=occurrence.span.within_reach()) for occurrence in found.entries
    )
    last = None if found.last is None else min(found.last, LATEST)
    return replace(found, entries=entries, first=max(found.first, EARLIEST), last=last)


def _single(event: ScannedEvent, reading: _Reading) -> Occurrences:
    times = times_of(event, reading.zones)
    taken = times.taken_at(times.wall)
    is_drawn = event.status != "CANCELLED" and (
        reading.singles_anywhere or _lies_in(taken, reading.span)
    )
    entry = _entry(_Found(event, times, times.wall), taken, reading)
    entries = (entry,) if is_drawn else ()
    return Occurrences(event.uid, entries, False, taken.start, taken.end, times.problem)


def _groups(events: Iterable[ScannedEvent], reading: _Reading) -> list[Occurrences]:
    """The events of each UID. Raises UnreadableEvent where none has a time that can be read."""
    found: list[Occurrences] = []
    unread: list[UnreadableEvent] = []
    for group in _by_uid(events):
        try:
            found += _group(group, reading)
        except UnreadableEvent as error:
            unread.append(error)
    if not found:
        raise unread[0]
    problem = join_problems(*(error.message for error in unread[:1]), found[0].problem)
    return [replace(found[0], problem=problem), *found[1:]]


def _by_uid(events: Iterable[ScannedEvent]) -> Iterable[list[ScannedEvent]]:
    """What belongs together; events without a UID have nothing in common."""
    groups: dict[str, list[ScannedEvent]] = {}
    for position, event in enumerate(events):
        groups.setdefault(event.uid or f"\n{position}", []).append(event)
    return groups.values()


def _join_groups(groups: list[Occurrences]) -> Occurrences:
    """Several events in one object, which servers are known to hand out."""
    lasts = [group.last for group in groups if group.last is not None]
    entries = (entry for group in groups for entry in group.entries)
    return Occurrences(
        groups[0].uid,
        tuple(sorted(entries, key=lambda entry: entry.span)),
        any(group.recurring for group in groups),
        min(group.first for group in groups),
        max(lasts) if len(lasts) == len(groups) else None,
        join_problems(*(group.problem for group in groups)),
        any(group.is_cut for group in groups),
    )


def _group(events: list[ScannedEvent], reading: _Reading) -> list[Occurrences]:
    """The events of one UID: a master, edited occurrences, or both.

    An edited occurrence that does not say of what takes its own time beside the series.
    """
    readable, problem = read_times(events, reading.zones)
    masters = [event for event, _ in readable if event.recurrence_id is None]
    head = max(masters or [event for event, _ in readable], key=lambda event: event.sequence)
    if len(readable) == 1 and not head.is_recurring:
        found = _single(head, reading)
        return [replace(found, problem=join_problems(problem, found.problem))]
    series = EventSeries(
        head, next(times for event, times in readable if event is head), reading.zones
    )
    edited = [(event, times) for event, times in readable if event.recurrence_id is not None]
    placed, alone = tell_apart(series, edited)
    groups = [_single(event, reading) for event, _ in alone]
    if masters or placed:
        groups = [_series(series, placed, reading, has_master=bool(masters)), *groups]
    problem = join_problems(problem, groups[0].problem, *(error for _, error in alone))
    return [replace(groups[0], problem=problem), *groups[1:]]


def _series(
    series: EventSeries,
    edited: list[tuple[ScannedEvent, Times]],
    reading: _Reading,
    *,
    has_master: bool,
) -> Occurrences:
    stamps = [event.recurrence_id or event.start for event, _ in edited]
    named = (
        series.find_starts(stamps)
        if has_master
        else {stamp: series.wall(stamp) for stamp in stamps}
    )
    edits = [
        _edit(position, event, times, series, replaces=named[stamp])
        for position, ((event, times), stamp) in enumerate(zip(edited, stamps, strict=True), 1)
    ]
    if edits:
        found = _walk_with_edits(series, edits, reading, has_master=has_master)
    else:
        found = _plain(series, reading)
    whole = _with_bounds(series, edits, _entries(found, reading), has_master=has_master)
    problem = join_problems(
        series.times.problem, *(edit.times.problem for edit in edits), *series.problems
    )
    return replace(whole, problem=problem, is_cut=series.is_cut)


def _plain(series: EventSeries, reading: _Reading) -> Iterator[_Found]:
    for slot in series.slots(*_window(series, reading.span, series.reach)):
        yield _of_series(series, slot)


def _of_series(series: EventSeries, slot: Slot) -> _Found:
    replaces = series.recurrence_id(slot.wall)
    return _Found(series.event, series.times_of(slot), slot.wall, replaces)


def _window(series: EventSeries, span: TimeSpan, reach: timedelta) -> tuple[datetime, datetime]:
    """The wall times at which an occurrence that touches `span` may start."""
    zone = series.times.zone
    return (
        shift(as_wall(span.start, zone), -(reach + _MARGIN)),
        shift(as_wall(span.end, zone), reach + _MARGIN),
    )


# --- edited occurrences ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Edited:
    """An edited occurrence and where it lies on the series' wall clock."""

    event: ScannedEvent
    times: Times
    edit: Edit

    @property
    def reach(self) -> timedelta:
        """How far its influence reaches from the start it replaces."""
        return self.times.longest + abs(self.edit.start - self.edit.replaces)


def _edit(
    position: int, event: ScannedEvent, times: Times, series: EventSeries, *, replaces: datetime
) -> _Edited:
    span = times.taken_at(times.wall)
    zone = series.times.zone
    start = times.wall if times.is_all_day else as_wall(times.span_at(times.wall).start, zone)
    edit = Edit(
        index=position,
        replaces=replaces,
        start=start,
        end=shift(start, max(times.longest, span.length)),
        this_and_future=event.this_and_future,
        sequence=event.sequence,
    )
    return _Edited(event, times, edit)


def _walk_with_edits(
    series: EventSeries, edits: list[_Edited], reading: _Reading, *, has_master: bool
) -> Iterator[_Found]:
    reach = max([series.reach, *(e.reach for e in edits if e.edit.this_and_future)])
    lower, upper = _window(series, reading.span, reach)
    slots = series.slots(lower, upper) if has_master else []
    by_wall = {slot.wall: slot for slot in slots}
    near = [e.edit for e in edits if _is_near(e.edit, lower, upper)]
    if len(near) > MOST_OCCURRENCES:
        series.note(TooMuchWork().message, is_cut=True)
        near = sorted(near, key=lambda edit: edit.start)[:MOST_OCCURRENCES]
    for occurrence in place_edits(list(by_wall), near):
        if series.is_excluded(occurrence.replaces):
            continue
        if occurrence.index == MASTER:
            yield _of_series(series, by_wall[occurrence.start])
            continue
        edited = edits[occurrence.index - 1]
        wall = edited.times.wall + (occurrence.start - edited.edit.start)
        replaces = series.recurrence_id(occurrence.replaces)
        yield _Found(edited.event, edited.times, wall, replaces)


def _is_near(edit: Edit, lower: datetime, upper: datetime) -> bool:
    """Whether the edit can matter between the wall times."""
    if edit.this_and_future or lower <= edit.replaces <= upper:
        return True
    return edit.start <= upper and edit.end >= lower


def _with_bounds(
    series: EventSeries, edits: list[_Edited], entries: tuple[Occurrence, ...], *, has_master: bool
) -> Occurrences:
    """The entries with the bounds of the whole series."""
    taken = [e.times.taken_at(e.times.wall) for e in edits]
    first, last = [span.start for span in taken], [span.end for span in taken]
    end = series.last()
    if has_master:
        first.append(series.times.taken_at(series.first()).start)
    if has_master and end is not None:
        later = max((e.edit.start - e.edit.replaces for e in edits), default=timedelta())
        reach = max([series.reach, *(e.reach for e in edits)])
        rest = max(reach - series.times.longest, later, timedelta())
        last.append(shift(series.times.taken_at(end).end, rest))
    uid = series.event.uid
    return Occurrences(uid, entries, True, min(first), None if end is None else max(last))


# --- from a place to an entry ------------------------------------------------------------------


def _entries(found: Iterable[_Found], reading: _Reading) -> tuple[Occurrence, ...]:
    """The entries in `span` in order, each start of a series once.

    A time that the clock skips moves forward and may meet the next occurrence (Apia, 2011).
    """
    entries: dict[tuple[str, str], Occurrence] = {}
    for meant in found:
        if meant.event.status == "CANCELLED":
            continue
        span = meant.times.taken_at(meant.wall)
        if _lies_in(span, reading.span):
            entries.setdefault((meant.event.uid, meant.replaces), _entry(meant, span, reading))
    return tuple(sorted(entries.values(), key=lambda entry: entry.span))


def _lies_in(span: TimeSpan, stretch: TimeSpan) -> bool:
    if span.start >= stretch.end:
        return False
    return span.end > stretch.start or (span.start == span.end and span.start >= stretch.start)


def _entry(found: _Found, span: TimeSpan, reading: _Reading) -> Occurrence:
    event = found.event
    answer = _own_answer(event, reading.own_addresses)
    declined = answer == "DECLINED"
    return Occurrence(
        recurrence_id=found.replaces,
        span=span,
        title=event.summary,
        all_day=found.times.days_at(found.wall),
        busy=bool(span.length) and event.transp != "TRANSPARENT" and not declined,
        declined=declined,
        tentative=event.status == "TENTATIVE" or answer in _UNDECIDED,
        location=event.location,
        notes=event.description,
        own_start=span.start + found.times.travel if found.times.travel else None,
    )
