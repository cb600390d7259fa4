"""An appointment as taken time of a staff member, with what to call it."""

from __future__ import annotations

from lcdesk.model.booking import words
from lcdesk.model.booking.service import processing_time
from lcdesk.model.booking.situation import Busy, BusyKind
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import zone


def appointment_busy(
    span: TimeSpan,
    calendar: Calendar,
    who: StaffMember,
    *,
    name: str,
    session: str = "",
    here: str = "",
) -> Busy:
    """The time that an appointment for `name` takes of a member; a class is called by its own.

    `here` is the zone of the clock looked at, else that of the appointment's own calendar.
    """
    at = words.clock(span.start.astimezone(zone(who.zone)))
    at += words.elsewhere(who.zone, here or calendar.zone)
    is_class = calendar.kind is CalendarKind.CLASS
    what = calendar.name if is_class else f"{name}\N{RIGHT SINGLE QUOTATION MARK}s"
    return Busy(
        span=span,
        kind=BusyKind.APPOINTMENT,
        what=f"{what} {at}",
        calendar=calendar.id,
        session=session,
        before=calendar.before,
        after=calendar.after,
        processing=processing_time(span, calendar.phases),
    )
