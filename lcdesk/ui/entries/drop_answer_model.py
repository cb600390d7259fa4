"""What the rules say to an entry while it is dragged, before it is dropped."""

from __future__ import annotations

from lcdesk.model.booking.slots import CHOOSES_A_MEMBER
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import AgendaEntry, EntryKind, Origin
from lcdesk.ui.context.directory_model import Directory
from lcdesk.ui.week.week import NOBODY, Drop
from lcdesk.ui.wording.labels import tr
from lcdesk.ui.wording.messages import name_list


def never_taken(directory: Directory, entry: AgendaEntry, drop: Drop) -> str:
    """Why the member could not have it at any time; empty where it is a question of the time."""
    if not drop.is_handed_over or drop.taker is None:
        return ""
    name = name_list(directory.names((drop.taker,)))
    if entry.origin is Origin.ICLOUD:
        owner = name_list(directory.names(entry.staff))
        return tr("This event stands in a calendar of {owner} and stays there.").format(owner=owner)
    if entry.kind is EntryKind.BLOCKED:
        return _why_not_blocked(entry, drop)
    calendar = directory.calendars[entry.calendar or 0]
    if calendar.kind is CalendarKind.SIMPLE:
        return tr("{calendar} is a simple calendar, which takes no staff member.").format(
            calendar=calendar.name
        )
    if drop.taker == NOBODY:
        return tr("{calendar} takes a staff member.").format(calendar=calendar.name)
    if calendar.kind not in CHOOSES_A_MEMBER:
        text = tr("{calendar} always takes the same people. Change its team in Settings.")
        return text.format(calendar=calendar.name)
    if drop.taker not in calendar.staff:
        return tr("{name} takes no bookings of {calendar}.").format(
            name=name, calendar=calendar.name
        )
    return ""


def _why_not_blocked(entry: AgendaEntry, drop: Drop) -> str:
    """Time is blocked for one staff member or for one calendar; only the member can be another."""
    if entry.staff and drop.taker != NOBODY:
        return ""
    return (
        tr("This time is blocked for a staff member.")
        if entry.staff
        else tr("This time is blocked for a calendar.")
    )
