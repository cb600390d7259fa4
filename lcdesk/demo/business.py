"""The practice business: two staff members, a calendar of each kind, some appointments."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from lcdesk.demo.events import first_monday, home_zone
from lcdesk.model.commands.appointments import BookingRequest, book, set_status
from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.commands.people import save_resource, save_staff
from lcdesk.model.domain.calendars import Calendar, CalendarKind, Resource, ServiceOption
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.people import Contact, Hours, HoursBlock, StaffMember
from lcdesk.model.domain.zones import at_wall, zone
from lcdesk.model.store.transaction import Transaction

_DAY = (HoursBlock(9 * 60, 12 * 60 + 30), HoursBlock(13 * 60 + 15, 18 * 60))
_SHORT = (HoursBlock(9 * 60, 14 * 60),)
_EVENINGS = (HoursBlock(10 * 60, 20 * 60),)


def _minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def add_staff(tx: Transaction) -> tuple[StaffMember, StaffMember]:
    """Ana and Ben with their working hours."""
    ana = Hours((_DAY, _DAY, _DAY, _DAY, _SHORT, (), ()))
    ben = Hours((_DAY, _EVENINGS, _DAY, _EVENINGS, _SHORT, (), ()))
    return (
        save_staff(tx, StaffMember(0, "Ana", "ana@practice.example", home_zone(), ana)),
        save_staff(tx, StaffMember(0, "Ben", "ben@practice.example", home_zone(), ben)),
    )


def add_calendars(
    tx: Transaction, ana: StaffMember, ben: StaffMember, now: datetime
) -> dict[CalendarKind, Calendar]:
    """One calendar of each kind."""
    room = save_resource(tx, Resource(0, "Treatment room"))
    home = home_zone()
    both = (ana.id, ben.id)
    wanted = (
        Calendar(
            0,
            "Consultation",
            CalendarKind.ROUND_ROBIN,
            both,
            zone=home,
            colour="#0b8043",
            after=_minutes(15),
        ),
        Calendar(
            0,
            "First visit",
            CalendarKind.COLLECTIVE,
            both,
            owner=ana.id,
            zone=home,
            colour="#8e24aa",
            duration=_minutes(60),
        ),
        Calendar(
            0,
            "Yoga",
            CalendarKind.CLASS,
            (ben.id,),
            owner=ben.id,
            zone=home,
            colour="#e67c00",
            duration=_minutes(75),
            seats=10,
        ),
        Calendar(
            0,
            "Colour and cut",
            CalendarKind.SERVICE,
            (ana.id,),
            zone=home,
            colour="#d81b60",
            interval=_minutes(15),
            duration=_minutes(90),
            phases=(_minutes(30), _minutes(40), _minutes(20)),
            resources=(room.id,),
            variations=(ServiceOption("Long hair", _minutes(120)),),
            add_ons=(
                ServiceOption("Mask", _minutes(15)),
                ServiceOption("Scalp massage", _minutes(20)),
            ),
        ),
        Calendar(
            0,
            "Studio hire",
            CalendarKind.SIMPLE,
            zone=home,
            colour="#3f51b5",
            duration=_minutes(120),
            interval=_minutes(60),
            hours=Hours((_EVENINGS,) * 5 + ((), ())),
        ),
    )
    return {calendar.kind: save_calendar(tx, calendar, now) for calendar in wanted}


def add_appointments(
    tx: Transaction, calendars: dict[CalendarKind, Calendar], today: date, now: datetime
) -> None:
    """A fortnight of bookings around `today`, made as a person at the desk would."""
    monday = first_monday(today)
    for kind, day, clock, name in _BOOKINGS:
        start = at_wall(monday + timedelta(days=day), _minute(clock), zone(home_zone()))
        contact = Contact(0, name, f"{name.split()[0].lower()}@example.org")
        request = BookingRequest(calendars[kind].id, start, contact, insist=True)
        made = book(tx, request, now=now)
        if made.span.end < now:
            set_status(tx, made.id, Status.SHOWED, now=now)


def block_lunch(tx: Transaction, ben: StaffMember, today: date) -> None:
    """Time blocked by hand, which never leaves lcdesk."""
    friday = first_monday(today) + timedelta(days=4)
    tz = zone(home_zone())
    block(
        tx,
        start=at_wall(friday, 12 * 60, tz),
        end=at_wall(friday, 13 * 60, tz),
        title="Stocktaking",
        staff=ben.id,
    )


def _minute(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


_RR, _CO, _CL, _SE, _SI = (
    CalendarKind.ROUND_ROBIN,
    CalendarKind.COLLECTIVE,
    CalendarKind.CLASS,
    CalendarKind.SERVICE,
    CalendarKind.SIMPLE,
)
_BOOKINGS = (
    (_RR, 0, "09:00", "Cleo Park"),
    (_RR, 0, "11:00", "Dario Conti"),
    (_CO, 0, "14:00", "Elif Kaya"),
    (_SE, 1, "13:30", "Farah Haddad"),
    (_CL, 1, "18:30", "Gus Larsen"),
    (_CL, 1, "18:30", "Hana Sato"),
    (_CL, 1, "18:30", "Ines Moreau"),
    (_RR, 2, "09:30", "Jonas Weber"),
    (_RR, 2, "15:00", "Kira Novak"),
    (_SI, 2, "10:00", "Studio Nord"),
    (_SE, 3, "09:15", "Lea Brandt"),
    (_RR, 3, "14:30", "Milo Jansen"),
    (_CL, 3, "18:30", "Gus Larsen"),
    (_CL, 3, "18:30", "Nora Lind"),
    (_RR, 4, "10:00", "Omar Aziz"),
    (_SI, 4, "14:00", "Klara Film"),
    (_RR, 7, "10:00", "Paula Reis"),
    (_CO, 7, "15:00", "Quentin Roy"),
    (_RR, 8, "09:00", "Rosa Klein"),
    (_CL, 8, "18:30", "Hana Sato"),
    (_SE, 9, "14:00", "Sara Holm"),
    (_RR, 10, "09:30", "Tom Becker"),
    (_SI, 11, "11:00", "Studio Nord"),
)
