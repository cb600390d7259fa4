"""The columns of a week: headings and hour labels, and the working hours on the wall clock.

Headings and labels need no store and are painted first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.people import Hours
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import MINUTES_A_DAY, at_wall, wall_minute, zone
from lcdesk.ui.context.view_filter import Days, ViewFilter
from lcdesk.ui.context.wall_spans import OnWall, pieces
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.week.week import Column, DayColumn, Week
from lcdesk.ui.wording.labels import city_of_zone, tr

if TYPE_CHECKING:
    from lcdesk.ui.context.directory_model import Directory  # it brings the store

ALL_DAY = ((0, MINUTES_A_DAY),)

Open = Mapping[Column, tuple[tuple[int, int], ...]]
Members = Mapping[int | None, str]  # whose columns stand side by side, with their names
TOGETHER: Members = MappingProxyType({None: ""})


def blank_week(days: Days, now: datetime, locale: LocaleFormat) -> Week:
    """The empty days around `now`, which carries the zone to show."""
    today = now.date()
    return Week(
        days=day_columns(days, today, locale, {}),
        now=(today, now.hour * 60 + now.minute) if today in days else None,
        hour_labels=locale.hour_labels(),
        title=days_title(days, locale),
        week_number=week_number(days, locale),
    )


def day_columns(
    days: Days, today: date, locale: LocaleFormat, opened: Open, members: Members = TOGETHER
) -> tuple[DayColumn, ...]:
    """The headings with their working hours; a column that `opened` does not name is open."""
    return tuple(
        DayColumn(
            day=day,
            weekday=locale.weekday(day),
            number=locale.day_number(day),
            is_today=day == today,
            is_weekend=locale.is_weekend(day),
            open=opened.get(Column(day, member), ALL_DAY),
            member=member,
            name=name,
        )
        for member, name in members.items()
        for day in days.each()
    )


def days_title(days: Days, locale: LocaleFormat) -> str:
    """What is shown, over the grid: "16 – 22 November 2026", or "November 2026"."""
    if days.month is not None:
        return locale.month_title(days.month)
    if days.count == 1:
        return f"{locale.long_weekday(days.first)}, {locale.full_date(days.first)}"
    return locale.range_title(days.first, days.last)


def short_title(week: Week, locale: LocaleFormat) -> str:
    """The same where there is little room: "30 Nov – 6 Dec 2026"."""
    if week.month is not None:
        return week.title
    first, last = week.days[0].day, week.days[-1].day
    title = locale.short_range_title(first, last)
    return f"{locale.weekday(first)}, {title}" if first == last else title


def week_number(days: Days, locale: LocaleFormat) -> str:
    """ "Week 47"."""
    return tr("Week {n}").format(n=locale.number(locale.week_number(locale.week_start(days.first))))


def hour_labels_elsewhere(
    day: date, here: ZoneInfo, there: ZoneInfo, locale: LocaleFormat
) -> tuple[str, ...]:
    """What a clock `there` shows beside each full hour `here`, on `day`."""
    labels = []
    for hour in range(24):
        wall = datetime(day.year, day.month, day.day, hour, tzinfo=here).astimezone(there)
        labels.append(locale.time(wall.hour * 60 + wall.minute))
    return tuple(labels)


def note_of_other_hours(
    days: Days, labelled: date, here: ZoneInfo, there: ZoneInfo, locale: LocaleFormat
) -> str:
    """On which of these days a clock `there` shows other hours than on the labelled one.

    A line for each stretch of days, since the clocks may change in both zones; empty where all
    days are alike.
    """
    lines = []
    for beside, some in groupby(days.each(), key=lambda day: _at_nine(day, here, there)):
        if beside == _at_nine(labelled, here, there):
            continue
        stretch = [locale.short_day(day) for day in some]
        lines.append(
            tr("{days}: {time} in {place} at {hour}").format(
                days=stretch[0] if len(stretch) == 1 else f"{stretch[0]} – {stretch[-1]}",
                time=locale.time(beside),
                place=city_of_zone(there.key),
                hour=locale.time(_NINE),
            )
        )
    return "\n".join(lines)


_NINE = 9 * 60  # after the clocks have changed, wherever that is


def _at_nine(day: date, here: ZoneInfo, there: ZoneInfo) -> int:
    return wall_minute(at_wall(day, _NINE, here), there)


Stretches = tuple[tuple[int, int], ...]
_ONE_DAY = timedelta(days=1)


def open_hours(
    directory: Directory,
    shown: ViewFilter,
    days: Days,
    tz: ZoneInfo,
    members: Iterable[int | None] = TOGETHER,
) -> dict[Column, Stretches]:
    """When they work, on the clock of `tz`: anybody shown where members are not told apart.

    Without the columns of which nobody's hours are known.
    """
    opened: dict[Column, Stretches] = {}
    for member in members:
        keepers = list(_keepers(directory, shown, member, days))
        if keepers:
            opened |= {
                Column(day, member): stretches
                for day, stretches in _hours_by_day(keepers, days, tz).items()
            }
    return opened


def _hours_by_day(
    keepers: Iterable[tuple[Hours, str]], days: Days, tz: ZoneInfo
) -> dict[date, Stretches]:
    found: dict[date, list[tuple[int, int]]] = {day: [] for day in days.each()}
    for hours, own_zone in keepers:
        for day, start, end in _open_minutes(hours, zone(own_zone), days, tz):
            if day in found:
                found[day].append((start, end))
    return {day: join_stretches(some) for day, some in found.items()}


def _keepers(
    directory: Directory, shown: ViewFilter, member: int | None, days: Days
) -> Iterable[tuple[Hours, str]]:
    """Whose hours count: the staff members shown; on the Simple tab the calendars themselves."""
    first, last = days.first - _ONE_DAY, days.last + _ONE_DAY  # as other zones name them
    staff = [
        (directory.hours_of(keeper, first, last), keeper.zone)
        for keeper in directory.shown_staff(shown)
        if member in (None, keeper.id)
    ]
    if member or (member is None and directory.staff and shown.kind is not CalendarKind.SIMPLE):
        return staff
    return [
        (directory.hours_of(calendar, first, last), calendar.zone)
        for calendar in directory.shown_calendars(shown)
        if calendar.kind is CalendarKind.SIMPLE
    ]


def _open_minutes(
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


def join_stretches(some: list[tuple[int, int]]) -> Stretches:
    """In order, with those that touch or overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(some):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < MINUTES_A_DAY:
            joined.append((start, end))
    return tuple(joined)
