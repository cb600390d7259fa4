"""What a business booked, by its members, its calendars and over time: pure counting."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

from lcdesk.model.booking.counts import (
    Count,
    Period,
    count,
    count_members_time,
    group,
    working_time,
)
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.events import Booked
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.time_off import TimeOff, hours_of_calendar, hours_of_member
from lcdesk.model.domain.zones import zone


@dataclass(frozen=True, slots=True)
class Business:
    """Whose working hours the bookings are counted against."""

    staff: Sequence[StaffMember]
    calendars: Sequence[Calendar]
    time_off: Sequence[TimeOff]

    def whole(self, rows: Sequence[Booked], period: Period) -> Count:
        """Everything that was booked in a period; `rows` are of that period."""
        return count_members_time(rows, self._team_time(period))

    def by_staff(
        self, rows: Sequence[Booked], period: Period
    ) -> tuple[tuple[StaffMember, Count], ...]:
        """Each member, also without a booking."""
        grouped = group(rows, lambda row: row.staff)
        return tuple(
            (member, count(grouped.get(member.id, ()), self._time_of(member, period)))
            for member in self.staff
        )

    def by_calendar(
        self, rows: Sequence[Booked], period: Period
    ) -> tuple[tuple[Calendar, Count], ...]:
        """A simple calendar has hours of its own; any other has those of its team."""
        grouped = group(rows, lambda row: row.calendar)
        return tuple(
            (calendar, self._count_calendar(calendar, grouped.get(calendar.id, []), period))
            for calendar in self.calendars
        )

    def _count_calendar(self, calendar: Calendar, rows: Sequence[Booked], period: Period) -> Count:
        if calendar.kind is not CalendarKind.SIMPLE:
            return count_members_time(rows, self._team_time(period, calendar.staff))
        hours = hours_of_calendar(calendar.hours, self.time_off, period.first, period.last)
        return count(rows, working_time(hours, zone(calendar.zone), period))

    def _time_of(self, member: StaffMember, period: Period) -> timedelta:
        hours = hours_of_member(member.id, member.hours, self.time_off, period.first, period.last)
        return working_time(hours, zone(member.zone), period)

    def _team_time(self, period: Period, members: Collection[int] | None = None) -> timedelta:
        team = (member for member in self.staff if members is None or member.id in members)
        return sum((self._time_of(member, period) for member in team), timedelta(0))
