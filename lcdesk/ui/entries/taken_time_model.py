"""A hatched event that is opened: whose time it takes, and where a booking would have to go."""

from __future__ import annotations

from datetime import date

from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.events import AgendaEntry, EntryKind, Origin, SyncState
from lcdesk.model.domain.zones import zone
from lcdesk.ui.context.wall_spans import OnWall, is_banner
from lcdesk.ui.week.week_model import WeekModel

_MORNING = 9 * 60


def is_taken_elsewhere(entry: AgendaEntry) -> bool:
    """Whether it is drawn hatched: an event read from iCloud that takes a member's time."""
    is_mirrored = entry.kind is EntryKind.BLOCKED and entry.origin is Origin.ICLOUD
    return is_mirrored and entry.busy and not entry.declined and entry.sync is not SyncState.GONE


def calendar_of_member(week: WeekModel, entry: AgendaEntry) -> Calendar | None:
    """A calendar that needs the member whose time it takes, those on view first."""
    directory = week.directory
    on_view = directory.shown_calendars(week.shown)
    for one in (*on_view, *directory.of_kind(None)):
        if not set(entry.staff).isdisjoint(one.staff):
            return one
    return None


def first_row(week: WeekModel, entry: AgendaEntry) -> tuple[date, int]:
    """Where it begins on the days shown; an all-day event with the working hours."""
    wall = OnWall.of(entry.span, zone(week.zone_name))
    first = entry.all_day.first if entry.all_day is not None else wall.first
    day = max(first, week.days.first)
    if not is_banner(entry.span, entry.all_day):
        return day, wall.start if day == wall.first else 0
    starts = [start for one in week.week.days if one.day == day for start, _end in one.open]
    return day, min(starts, default=_MORNING)
