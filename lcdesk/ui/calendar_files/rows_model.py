"""The rows of the preview, and words that both kinds of import share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from lcdesk.model.commands.calendar_files.reading import EventStanding, Unreadable
from lcdesk.model.domain.events import AllDay
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import local_day, wall_minute, zone
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.wording.labels import city_of_zone, mark, tr, with_number
from lcdesk.ui.wording.messages import number, worded

_MOST_UNREADABLE = 6
# What is said of a standing, whatever the events are to become.
STANDINGS = {
    EventStanding.OLDER: mark("older than what was imported"),
    EventStanding.APPOINTMENT: mark("an appointment here already"),
    EventStanding.FREE: mark("takes no time"),
}
_COUNTED = {
    EventStanding.NEW: mark("{n} new"),
    EventStanding.CHANGED: mark("{n} changed"),
    EventStanding.CANCELLED: mark("{n} cancelled there"),
    EventStanding.EDITED: mark("{n} changed here"),
    EventStanding.KNOWN: mark("{n} the same"),
}


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event of the preview; what cannot be imported says why in `note`.

    `contact` is whom it would be booked for, where it is to become an appointment.
    """

    number: int
    title: str
    when: str
    note: str
    can_be_chosen: bool
    is_chosen: bool
    contact: str = ""


def counted_words(count: Counter[EventStanding]) -> list[str]:
    """How many events are new, changed, the same."""
    return [
        tr(form).format(n=number(count[what])) for what, form in _COUNTED.items() if count[what]
    ]


def button_words(count: int) -> str:
    """What the primary button reads where this many are ticked."""
    return with_number(count, "Import {n} event", "Import {n} events")


def time_words(context: Context, span: TimeSpan, zone_name: str) -> str:
    """When something begins on the clock of a zone, which is named where it is not this one."""
    locale, tz = context.locale, zone(zone_name)
    day = local_day(span.start, tz)
    when = tr("{weekday} {date}, {time}").format(
        weekday=locale.weekday_of_date(day),
        date=locale.full_date(day),
        time=locale.time(wall_minute(span.start, tz)),
    )
    if tz == context.tz:
        return when
    return tr("{when} ({zone})").format(when=when, zone=city_of_zone(zone_name))


def days_words(context: Context, days: AllDay) -> str:
    """The whole days that something takes, from the first to the last."""
    return context.locale.range_title(days.first, days.end - timedelta(days=1))


def left_out_words(unreadable: Sequence[Unreadable], *, has_guessed_letters: bool) -> list[str]:
    """What cannot be read, each with its reason; nothing where all can."""
    lines = [
        tr("{event}: {reason}").format(
            event=as_line(event.title or event.uid) or tr("An event without a title"),
            reason=worded(event.message),
        )
        for event in unreadable[:_MOST_UNREADABLE]
    ]
    more = len(unreadable) - len(lines)
    if more > 0:
        lines.append(with_number(more, "and {n} more", "and {n} more"))
    if has_guessed_letters:
        lines.append(tr("The file does not say how its letters are written; look at titles."))
    return lines
