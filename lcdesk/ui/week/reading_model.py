"""Reads some days and makes the week of them: from frozen values, so in any thread.

Reading and wording a busy week takes longer than a frame. Nothing here knows the window.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.store.database import Database
from lcdesk.ui.week.agenda_week import MadeWeek, Scope, groups_of, make_week
from lcdesk.ui.week.entry_cache_model import Stack, read_stack
from lcdesk.ui.week.entry_words import EntryWords
from lcdesk.ui.week.open_slots_model import OpenTimes, open_times
from lcdesk.ui.week.week import Week
from lcdesk.ui.wording.formats import Forms


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
    made = worded(stack, scope, asked.forms)
    return WeekRead(stack, made, times, time.monotonic() - began)


def worded(stack: Stack, scope: Scope, forms: Forms) -> MadeWeek:
    """The week of entries that were read."""
    groups = groups_of(stack.entries, scope.directory, scope.shown)
    texts = EntryWords(scope.directory, stack.contacts, forms, scope.tz)
    week = make_week(groups, texts, scope)
    return MadeWeek(week, {group.id: group for group in groups}, texts)


def with_bookable(week: Week, times: OpenTimes) -> Week:
    """The week with one calendar's open times; its blocks stay the very same."""
    calendar, by_day = times.calendar, times.by_day
    days = tuple(
        replace(day_column, bookable=by_day.get(day_column.day, ())) for day_column in week.days
    )
    return replace(week, days=days, bookable_on=calendar.name, bookable_colour=calendar.colour)
