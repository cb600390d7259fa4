"""What a reminder says: the words of the appointment's card, and how far off it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.domain.zones import local_day, wall_minute
from lcdesk.ui.context.wall_spans import OnWall
from lcdesk.ui.week.entry_words import EntryWords, Seats
from lcdesk.ui.week.week import AND
from lcdesk.ui.wording.labels import tr, with_number

_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class ReminderCard:
    """One reminder of an entry, in words."""

    reminder: int
    entry: AgendaEntry
    title: str
    soon: str  # "In 15 minutes"
    details: str  # when, where and with whom
    veiled: str  # "Appointment at 14:00", which names nobody

    @property
    def start(self) -> datetime:
        """When the appointment begins."""
        return self.entry.span.start


def card_of_reminder(
    reminder: int, seats: Sequence[AgendaEntry], words: EntryWords, now: datetime
) -> ReminderCard:
    """The card of what begins: one entry, or those who come to a class session."""
    lead = seats[0]
    wall = OnWall.of(lead.span, words.tz)
    calendar = words.directory.calendars.get(lead.calendar or 0)
    is_class = calendar is not None and calendar.kind is CalendarKind.CLASS
    taken = Seats(len(seats), calendar.seats) if calendar is not None and is_class else None
    is_today = wall.first == local_day(now, words.tz)
    when = words.when(lead, wall) if is_today else words.when_in_full(lead, wall)
    return ReminderCard(
        reminder=reminder,
        entry=lead,
        title=words.title(lead, taken),
        soon=how_soon(lead.span.start, now, words),
        details=AND.join(part for part in (when, words.who_and_where(lead)) if part),
        veiled=_veil(lead.span.start, words, is_today=is_today),
    )


def how_soon(start: datetime, now: datetime, words: EntryWords) -> str:
    """ "In 15 minutes", "Starts now", "Tomorrow", "Started 5 minutes ago"."""
    ahead = start - now
    minutes = round(abs(ahead) / _MINUTE)
    if not minutes:
        return tr("Starts now")
    days = (local_day(start, words.tz) - local_day(now, words.tz)).days
    if ahead < timedelta():
        return _how_long_ago(start, minutes, days, words)
    if minutes % 60 and minutes < 120:
        return with_number(minutes, "In {n} minute", "In {n} minutes")
    if not days or ahead < 6 * _HOUR:
        return with_number(round(minutes / 60), "In {n} hour", "In {n} hours")
    return tr("Tomorrow") if days == 1 else with_number(days, "In {n} day", "In {n} days")


def _how_long_ago(start: datetime, minutes: int, days: int, words: EntryWords) -> str:
    if minutes < 60:
        return with_number(minutes, "Started {n} minute ago", "Started {n} minutes ago")
    time = words.forms.time(wall_minute(start, words.tz))
    if not days:
        return tr("Started at {time}").format(time=time)
    day = words.forms.day(local_day(start, words.tz))
    return tr("Started on {day} at {time}").format(day=day, time=time)


def _veil(start: datetime, words: EntryWords, *, is_today: bool) -> str:
    time = words.forms.time(wall_minute(start, words.tz))
    if is_today:
        return tr("Appointment at {time}").format(time=time)
    day = words.forms.day(local_day(start, words.tz))
    return tr("Appointment on {day} at {time}").format(day=day, time=time)
