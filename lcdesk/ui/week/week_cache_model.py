"""Weeks that were read and made, kept until the store changes.

Reading and wording a busy week takes longer than a frame; leafing through weeks must not. So the
neighbours of the days on the screen are read while nothing moves, in any thread: what is asked and
answered are frozen values. Tabs and check marks read nothing.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.time_off import PublicHoliday
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import Clock, day_span, zone
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import contacts
from lcdesk.model.store.queries.agenda import agenda
from lcdesk.model.store.remote.index import ensure_indexed
from lcdesk.model.store.time_off import public_holidays
from lcdesk.ui.context.view_filter import Days
from lcdesk.ui.week.agenda_week import MadeWeek, Scope, groups_of, make_week
from lcdesk.ui.week.day_notes import with_notes
from lcdesk.ui.week.entry_words import EntryWords
from lcdesk.ui.week.open_slots_model import OpenShelf, OpenTimes, open_times
from lcdesk.ui.week.week import Week
from lcdesk.ui.wording.labels import Forms


@dataclass(frozen=True, slots=True)
class WeekAsked:
    """What is asked. `stack` is what is known of the days already, None to read them."""

    scope: Scope
    forms: Forms
    bookable: Calendar | None
    stack: Stack | None


@dataclass(frozen=True, slots=True)
class WeekRead:
    """The answer. `times` are the open times of the calendar that was asked for.

    `seconds` is what the answer took.
    """

    stack: Stack
    made: MadeWeek
    times: OpenTimes | None
    seconds: float


def read_week(database: Database, asked: WeekAsked) -> WeekRead:
    """Everything that is drawn of some days."""
    began = time.monotonic()
    scope, calendar = asked.scope, asked.bookable
    stack = asked.stack or read_stack(database, scope.days, scope.zone)
    times = None
    if calendar is not None:
        times = open_times(database, calendar, scope.days, scope.zone, scope.now)
    made = put_into_words(stack, scope, asked.forms)
    return WeekRead(stack, made, times, time.monotonic() - began)


def put_into_words(stack: Stack, scope: Scope, forms: Forms) -> MadeWeek:
    """The week of entries that were read."""
    groups = groups_of(stack.entries, scope.directory, scope.shown)
    texts = EntryWords(scope.directory, stack.contacts, forms, scope.tz)
    week = with_notes(make_week(groups, texts, scope), scope, stack.holidays, forms.locale)
    return MadeWeek(week, {group.id: group for group in groups}, texts)


def with_bookable(week: Week, times: OpenTimes) -> Week:
    """The week with one calendar's open times; its blocks stay the very same."""
    calendar = times.calendar
    days = tuple(
        replace(day_column, bookable=times.stretches(day_column.column)) for day_column in week.days
    )
    return replace(week, days=days, bookable_on=calendar.name, bookable_colour=calendar.colour)


MOST_WEEKS = 7  # weeks: the one on the screen and those around it
# All-day entries lie on dates; in a far zone their times begin up to this much off.
_FAR = timedelta(hours=14)


@dataclass(frozen=True, slots=True)
class Stack:
    """What some days hold, the contacts it mentions, and the public holidays among them."""

    entries: tuple[AgendaEntry, ...]
    contacts: Mapping[int, Contact]
    holidays: tuple[PublicHoliday, ...] = ()


class EntryShelf:
    """Stacks by days and zone."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: dict[tuple[Days, str], Stack] = {}

    def take(self, days: Days, zone_name: str) -> Stack:
        """The entries of these days, read now unless they are kept."""
        found = self.kept(days, zone_name) or read_stack(self._database, days, zone_name)
        self.put(days, zone_name, found)
        return found

    def kept(self, days: Days, zone_name: str) -> Stack | None:
        """What is known of these days without reading."""
        return self._kept.get((days, zone_name))

    def put(self, days: Days, zone_name: str, stack: Stack) -> None:
        """Keep what was read of these days."""
        self._kept.pop((days, zone_name), None)
        self._kept[(days, zone_name)] = stack  # last, so that it is the last to go
        while len(self._kept) > MOST_WEEKS:
            del self._kept[next(iter(self._kept))]

    def clear(self) -> None:
        """The store has changed."""
        self._kept.clear()


def read_stack(database: Database, days: Days, zone_name: str) -> Stack:
    """The entries of these days as they are now."""
    span = day_span(days.first, zone(zone_name), days.count)
    around = span.widen(_FAR, _FAR)
    ensure_indexed(database, around)
    with database.read() as reader:
        found = agenda(reader, around)
        entries = tuple(entry for entry in found if entry.all_day or _meets(entry.taken, span))
        named = {who for entry in entries for who in entry.contacts}
        holidays = public_holidays(reader, days.first, days.last)
        return Stack(entries, contacts(reader, named) if named else {}, holidays)


def _meets(one: TimeSpan, other: TimeSpan) -> bool:
    return one.overlaps(other) or (one.start == one.end and other.start <= one.start < other.end)


class WeekShelf:
    """Entries, made weeks and open times, by days and zone."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.open_times = OpenShelf(database, clock)
        self._entries = EntryShelf(database)
        self._made: dict[tuple[Days, str, bool], MadeWeek] = {}  # whose entries are worded too

    def take(self, scope: Scope, forms: Forms) -> MadeWeek:
        """The week of these days, read and made now unless it is kept."""
        found = self._made.get(scope.key)
        if found is None:
            found = put_into_words(self._entries.take(scope.days, scope.zone), scope, forms)
        self._keep_made(scope, found)
        return found

    def is_ready(self, scope: Scope, bookable: Calendar | None) -> bool:
        """Whether showing these days reads and asks nothing."""
        is_open_known = bookable is None or self.open_times.kept(bookable, scope.days, scope.zone)
        return scope.key in self._made and bool(is_open_known)

    def asked(self, scope: Scope, forms: Forms, bookable: Calendar | None) -> WeekAsked:
        """The question for these days, with what is known of them."""
        return WeekAsked(scope, forms, bookable, self._entries.kept(scope.days, scope.zone))

    def put(self, asked: WeekAsked, read: WeekRead) -> None:
        """Keep an answer."""
        days, zone_name = asked.scope.days, asked.scope.zone
        self._entries.put(days, zone_name, read.stack)
        self._keep_made(asked.scope, read.made)
        if read.times is not None:
            self.open_times.put(days, zone_name, read.times)

    def make_anew(self) -> None:
        """Words, filters or the hour have changed; the entries are the same."""
        self._made.clear()

    def clear(self) -> None:
        """The store has changed."""
        self._entries.clear()
        self._made.clear()
        self.open_times.clear()

    def _keep_made(self, scope: Scope, made: MadeWeek) -> None:
        self._made.pop(scope.key, None)
        self._made[scope.key] = made  # last, so that it is the last to go
        while len(self._made) > MOST_WEEKS:
            del self._made[next(iter(self._made))]
