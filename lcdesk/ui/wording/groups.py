"""Under which heading a calendar stands in every list: its group's, else its kind's."""

from __future__ import annotations

from collections.abc import Iterable

from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.ui.wording.labels import kind_name

_KINDS = tuple(CalendarKind)


def heading_of(calendar: Calendar) -> str:
    """The group's name, or the kind's where there is none."""
    return calendar.group or kind_name(calendar.kind)


def in_groups(calendars: Iterable[Calendar]) -> tuple[tuple[str, tuple[Calendar, ...]], ...]:
    """Headings with their calendars: groups by name first, then what has none, kind by kind."""
    found: dict[tuple[bool, str, int], list[Calendar]] = {}
    for calendar in calendars:
        key = (
            (False, calendar.group.casefold(), 0)
            if calendar.group
            else (True, "", _KINDS.index(calendar.kind))
        )
        found.setdefault(key, []).append(calendar)
    return tuple((heading_of(some[0]), tuple(some)) for _, some in sorted(found.items()))
