"""What somebody waits for, in few words."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.domain.zones import MINUTES_A_DAY, local_day, wall_minute
from lcdesk.ui.context.directory_model import Directory
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.wording.labels import tr
from lcdesk.ui.wording.messages import name_list

_A_MONDAY = date(2026, 1, 5)


def when_words(waiting: Waiting, locale: LocaleFormat) -> str:
    """ "1 – 5 December 2026 · Mon and Fri · 14:00 – 18:00"; what is usual is left out."""
    parts = [locale.range_title(waiting.first, waiting.last)]
    if waiting.weekdays:
        days = (_A_MONDAY + timedelta(days=number) for number in waiting.weekdays)
        parts.append(name_list([locale.weekday(day) for day in days]))
    if waiting.after and waiting.before < MINUTES_A_DAY:
        parts.append(locale.time_range(waiting.after, waiting.before))
    elif waiting.after:
        parts.append(tr("from {time}").format(time=locale.time(waiting.after)))
    elif waiting.before < MINUTES_A_DAY:
        parts.append(tr("until {time}").format(time=locale.time(waiting.before)))
    return " · ".join(parts)


def what_words(waiting: Waiting, directory: Directory) -> str:
    """ "Long, with Mask · with Ana"; empty where nothing was chosen."""
    parts = [as_line(waiting.variation)] if waiting.variation else []
    parts += [as_line(name) for name in waiting.add_ons]
    names = directory.names(() if waiting.staff is None else (waiting.staff,))
    parts += [tr("with {name}").format(name=name) for name in names]
    return " · ".join(parts)


def moment_words(instant: datetime, locale: LocaleFormat, tz: ZoneInfo) -> str:
    """ "Tue 1 Dec, 14:00", on the clock shown."""
    day = local_day(instant, tz)
    return tr("{weekday} {date}, {time}").format(
        weekday=locale.weekday(day),
        date=locale.day_and_month(day),
        time=locale.time(wall_minute(instant, tz)),
    )
