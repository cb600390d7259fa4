"""What a simple calendar does differently: it has no staff, so it is its own only member.

Its own hours and its own appointments decide, and its blocked slots; nobody's other calendars.
"""

from __future__ import annotations

from lcdesk.model.booking.situation import Booked, Busy, BusyKind, Member, Situation
from lcdesk.model.booking.slot_query import counting
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.people import StaffMember

NOBODY = 0


def calendar_as_member(situation: Situation) -> Member:
    """The calendar with its hours, and its appointments as taken time."""
    calendar = situation.calendar
    staff = StaffMember(NOBODY, calendar.name, zone=calendar.zone, hours=calendar.hours)
    return Member(staff, tuple(_busy(booked, calendar) for booked in counting(situation)))


def _busy(booked: Booked, calendar: Calendar) -> Busy:
    return Busy(
        booked.span,
        BusyKind.APPOINTMENT,
        booked.what,
        calendar=calendar.id,
        session=booked.session,
        before=calendar.before,
        after=calendar.after,
    )
