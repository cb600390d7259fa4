"""A small desk for the tests of single rules: Friday 4 December 2026, everybody nine to five."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from lcdesk.model.booking.situation import Booked, Busy, BusyKind, Member, Situation, Slot
from lcdesk.model.booking.slots import check, slots
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.people import Hours, HoursBlock, StaffMember, minute_of
from lcdesk.model.domain.timespan import TimeSpan

FRIDAY = date(2026, 12, 4)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def instant(clock: str, day: date = FRIDAY) -> datetime:
    """A time of day in UTC."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return midnight + minute_of(clock) * MINUTE


def span(start: str, end: str) -> TimeSpan:
    return TimeSpan(instant(start), instant(end))


def every_day(*blocks: str) -> Hours:
    """`09:00-12:00` and so on, the same on all days."""
    edges = (block.split("-") for block in blocks)
    of_day = tuple(HoursBlock(minute_of(start), minute_of(end)) for start, end in edges)
    return Hours((of_day,) * 7)


NINE_TO_FIVE = every_day("09:00-17:00")


def member(staff: int, *busy: Busy, hours: Hours = NINE_TO_FIVE, zone: str = "UTC") -> Member:
    name = ("Nobody", "Ana", "Ben", "Cleo", "Dora")[staff]
    return Member(StaffMember(staff, name, zone=zone, hours=hours), busy)


def appointment(start: str, end: str, *, calendar: int = 1, **more: Any) -> Busy:
    return Busy(
        span(start, end), BusyKind.APPOINTMENT, f"Cleo Park’s {start}", calendar=calendar, **more
    )


def dentist(start: str, end: str) -> Busy:
    return Busy(span(start, end), BusyKind.ICLOUD, f"Family: Dentist {start}–{end}")


def lunch(start: str, end: str) -> Busy:
    return Busy(span(start, end), BusyKind.BLOCKED, f"Lunch {start}–{end}")


def booked(start: str, end: str, *staff: int, **more: Any) -> Booked:
    return Booked(span(start, end), staff, what=f"Cleo Park’s {start}", **more)


def desk(kind: CalendarKind, *members: Member, **settings: Any) -> Situation:
    """A calendar named Consultation with these settings, asked on Thursday noon."""
    staff = tuple(member.staff.id for member in members)
    calendar = Calendar(1, "Consultation", kind, staff, owner=staff[0] if staff else None)
    return Situation(replace(calendar, **settings), instant("12:00", date(2026, 12, 3)), members)


def starts(situation: Situation, *, is_open: bool = True) -> list[str]:
    """The starts of Friday's slots as UTC times of day."""
    found = slots(situation, FRIDAY, 1)
    return [f"{slot.span.start:%H:%M}" for slot in found if slot.open is is_open]


def ask(situation: Situation, start: str, end: str, staff: tuple[int, ...] | None = None) -> Slot:
    return check(situation, span(start, end), staff)


def reasons(
    situation: Situation, start: str, end: str, staff: tuple[int, ...] | None = None
) -> list[tuple[str, str, str | None]]:
    """Code, words and member of every reason."""
    return [
        (reason.code.value, reason.what, reason.staff)
        for reason in ask(situation, start, end, staff).reasons
    ]


def codes(situation: Situation, start: str, end: str) -> set[str]:
    return {code for code, _, _ in reasons(situation, start, end)}
