"""The next open times of a calendar as a text to send to somebody.

This is the shared list: what "look busy" hides is left out of it, and of nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from lcdesk.model.booking.situation import Audience
from lcdesk.model.booking.slot_query import asked_days
from lcdesk.model.booking.slots import slots
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.zones import local_day, wall_minute, zone
from lcdesk.model.store.database import Database
from lcdesk.model.store.queries.situation import situation_of_days
from lcdesk.model.store.remote.index import ensure_indexed
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.wording.labels import city_of_zone, tr, with_number

DAYS = 5  # that have anything open
_LOOKED_AT = 28
_WEEK = 7


@dataclass(frozen=True, slots=True)
class SharedTimes:
    """The text, empty where nothing is open, and what to say about it in the window."""

    text: str
    said: str


def shared_times(
    database: Database, calendar: Calendar, locale: LocaleFormat, now: datetime
) -> SharedTimes:
    """The open times of the next days that have any. Raises LcdeskError as `slots` does."""
    tz = zone(calendar.zone)
    found: dict[date, list[datetime]] = {}
    today = local_day(now, tz)
    for passed in range(0, _LOOKED_AT, _WEEK):
        first = today + timedelta(days=passed)
        starts = _open_starts(database, calendar, first, now)
        by_day = groupby(starts, lambda start: local_day(start, tz))
        found |= {day: list(some) for day, some in by_day}
        if len(found) >= DAYS:
            break
    days = dict(list(found.items())[:DAYS])
    if not days:
        return SharedTimes(
            "", tr("{name} has no open time in the next four weeks.").format(name=calendar.name)
        )
    lines = [tr("{name}: open times").format(name=calendar.name)]
    for day, some in days.items():
        times = ", ".join(locale.time(wall_minute(instant, tz)) for instant in some)
        lines.append(f"{locale.day(day)}: {times}")
    lines.append(tr("All times in {place}.").format(place=city_of_zone(calendar.zone)))
    count = sum(map(len, days.values()))
    many = with_number(count, "{n} open time", "{n} open times")
    said = tr("Copied {many} of {name}.").format(many=many, name=calendar.name)
    return SharedTimes("\n".join(lines), said)


def _open_starts(
    database: Database, calendar: Calendar, first: date, now: datetime
) -> Iterable[datetime]:
    ensure_indexed(database, asked_days(calendar, first, days=_WEEK))
    with database.read() as reader:
        around = situation_of_days(reader, calendar, first=first, days=_WEEK, now=now)
    found = slots(around, first, _WEEK, audience=Audience.SHARED)
    return [slot.span.start for slot in found if slot.open]
