"""`lcdesk numbers`: what was booked, cancelled and missed, and how much of the hours it took.

A booking counts on the day on which it begins on its calendar's clock (docs/rules/window.md,
"Numbers").
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from lcdesk.cli.output import Answer, brief, table
from lcdesk.cli.shapes import NO_DAY, days_of
from lcdesk.cli.wording.language import words
from lcdesk.cli.workspace import Names, OpenWorkspace
from lcdesk.model.booking.business import Business
from lcdesk.model.booking.counts import Count, Period
from lcdesk.model.domain.events import Booked
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import local_day, zone
from lcdesk.model.store.queries.numbers import read_booked
from lcdesk.model.store.time_off import all_time_off

LONGEST = 3_660  # ten years
_ANY_ZONE = timedelta(hours=26)  # no local midnight is farther from UTC's than that
_NOBODY = Message("There is nobody to count for. Load staff: lcdesk workspace load FILE.json")
_HEADINGS = (
    "", Message("BOOKINGS"), Message("NO-SHOWS"), Message("CANCELLED"), Message("HOURS BOOKED"),
    Message("HOURS WORKED"), Message("SHARE"),
)  # fmt: skip
_Line = tuple[str, Period, Count]


def report(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """A line for each member, calendar, week or month, and one for everything together."""
    first, days = days_of(args.first, args.end, longest=LONGEST)
    if not days:
        desk.say(NO_DAY)
        return Answer({"by": args.by, "rows": [], "total": None}, "")
    whole = Period(first, first + timedelta(days=days - 1))
    names = desk.names()
    with desk.database.read() as reader:
        time_off = all_time_off(reader)
    business = Business(tuple(names.staff.values()), tuple(names.calendars.values()), time_off)
    booked = _booked(desk, names, whole)
    lines = _LINES[args.by](business, booked, whole)
    total = (words("all"), whole, business.whole(list(booked), whole))
    shapes = [_shape(line) for line in lines]
    document = {"by": args.by, "rows": shapes, "total": _shape(total)}
    rows = [_row(line) for line in (*lines, total)] if names.staff else []
    return Answer(document, table(_HEADINGS, rows, empty=_NOBODY))


def _booked(desk: OpenWorkspace, names: Names, period: Period) -> dict[Booked, date]:
    """What begins in a period, and on which day it does."""
    midnight = datetime.combine(period.first, time(), UTC)
    days = (period.last - period.first).days + 1
    span = TimeSpan(midnight, midnight + timedelta(days=days)).widen(_ANY_ZONE, _ANY_ZONE)
    found = {
        row: local_day(row.start, zone(names.calendars[row.calendar].zone))
        for row in read_booked(desk.database, span)
    }
    return {row: day for row, day in found.items() if day in period}


def _by_staff(business: Business, booked: dict[Booked, date], whole: Period) -> list[_Line]:
    counted = business.by_staff(list(booked), whole)
    return [(member.name, whole, count) for member, count in counted]


def _by_calendar(business: Business, booked: dict[Booked, date], whole: Period) -> list[_Line]:
    counted = business.by_calendar(list(booked), whole)
    return [(calendar.name, whole, count) for calendar, count in counted]


def _by_week(business: Business, booked: dict[Booked, date], whole: Period) -> list[_Line]:
    weeks = _cut(whole, lambda day: day + timedelta(days=7 - day.weekday()))
    return _over_time(business, booked, weeks)


def _by_month(business: Business, booked: dict[Booked, date], whole: Period) -> list[_Line]:
    months = _cut(whole, lambda day: (day.replace(day=28) + timedelta(days=4)).replace(day=1))
    return _over_time(business, booked, months)


def _over_time(
    business: Business, booked: dict[Booked, date], periods: Sequence[Period]
) -> list[_Line]:
    return [
        (
            words("{first} to {last}", first=str(period.first), last=str(period.last)),
            period,
            business.whole([row for row, day in booked.items() if day in period], period),
        )
        for period in periods
    ]


def _cut(whole: Period, following: Callable[[date], date]) -> list[Period]:
    """The weeks or months of some days; the first and the last may be parts of one."""
    found, first = [], whole.first
    while first <= whole.last:
        after = following(first)
        found.append(Period(first, min(after - timedelta(days=1), whole.last)))
        first = after
    return found


_LINES = {
    "staff": _by_staff,
    "calendar": _by_calendar,
    "week": _by_week,
    "month": _by_month,
}


def _shape(line: _Line) -> dict[str, Any]:
    name, period, count = line
    return {
        "name": name,
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "bookings": count.bookings,
        "noshow": count.missed,
        "cancelled": count.cancelled,
        "booked_minutes": round(count.booked.total_seconds() / 60),
        "working_minutes": round(count.working.total_seconds() / 60),
        "share": None if count.share is None else round(count.share, 4),
    }


def _row(line: _Line) -> list[object]:
    name, _, count = line
    return [
        brief(name),
        count.bookings,
        count.missed,
        count.cancelled,
        _hours(count.booked),
        _hours(count.working),
        "" if count.share is None else f"{count.share:.0%}",
    ]


def _hours(length: timedelta) -> str:
    minutes = round(length.total_seconds() / 60)
    return f"{minutes // 60}:{minutes % 60:02}"
