"""Working hours as the wall-clock stretches of each day column."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.hours import Hours
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import MINUTES_A_DAY, at_wall, zone
from lcdesk.ui.context.directory_model import Directory
from lcdesk.ui.context.view_filter import Days, Shown
from lcdesk.ui.context.wall_spans import OnWall, pieces

Stretches = tuple[tuple[int, int], ...]
_ONE_DAY = timedelta(days=1)


def open_hours(
    directory: Directory, shown: Shown, days: Days, tz: ZoneInfo
) -> dict[date, Stretches]:
    """When anybody shown works, day by day on the clock of `tz`; empty when nobody is shown."""
    keepers = list(_keepers(directory, shown))
    if not keepers:
        return {}
    found: dict[date, list[tuple[int, int]]] = {day: [] for day in days.each()}
    for hours, own_zone in keepers:
        for day, start, end in _opened(hours, zone(own_zone), days, tz):
            if day in found:
                found[day].append((start, end))
    return {day: joined_stretches(some) for day, some in found.items()}


def _keepers(directory: Directory, shown: Shown) -> Iterable[tuple[Hours, str]]:
    """Whose hours count: the staff members shown; on the Simple tab the calendars themselves."""
    staff = ((member.hours, member.zone) for member in directory.shown_staff(shown))
    simple = (
        (calendar.hours, calendar.zone)
        for calendar in directory.shown_calendars(shown)
        if calendar.kind is CalendarKind.SIMPLE
    )
    if shown.kind is CalendarKind.SIMPLE:
        return simple
    return staff if directory.staff else chain(staff, simple)


def _opened(
    hours: Hours, own: ZoneInfo, days: Days, tz: ZoneInfo
) -> Iterable[tuple[date, int, int]]:
    if own.key == tz.key:
        for day in days.each():
            for block in hours.on(day):
                yield day, block.start, block.end
        return
    for day in Days(days.first - _ONE_DAY, days.count + 2).each():
        for block in hours.on(day):
            start, end = at_wall(day, block.start, own), at_wall(day, block.end, own)
            if start < end:
                for piece in pieces(OnWall.of(TimeSpan(start, end), tz)):
                    yield piece.day, piece.start, piece.end


def joined_stretches(some: list[tuple[int, int]]) -> Stretches:
    """In order, with those that touch or overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(some):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < MINUTES_A_DAY:
            joined.append((start, end))
    return tuple(joined)
