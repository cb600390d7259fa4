"""The five kinds of calendar and their settings (domain/booking: words and defaults).

What can be chosen of a service: a variation in place of it, and add-ons on top.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from lcdesk.model.domain.intake import IntakeField
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import Hours


class CalendarKind(StrEnum):
    """What a booking means on a calendar."""

    ROUND_ROBIN = "round_robin"
    COLLECTIVE = "collective"
    CLASS = "class"
    SERVICE = "service"
    SIMPLE = "simple"

    @property
    def crosses_to_icloud(self) -> bool:
        """Whether appointments of this kind are written to iCloud; simple ones never are."""
        return self is not CalendarKind.SIMPLE

    @property
    def spoken(self) -> Message:
        """As it stands in "a … calendar"."""
        return _SPOKEN[self]


_SPOKEN = {
    CalendarKind.ROUND_ROBIN: Message("round robin"),
    CalendarKind.COLLECTIVE: Message("collective"),
    CalendarKind.CLASS: Message("class"),
    CalendarKind.SERVICE: Message("service"),
    CalendarKind.SIMPLE: Message("simple"),
}


class Distribution(StrEnum):
    """How a round robin chooses a member."""

    EQUAL = "equal"
    AVAILABILITY = "availability"


class Priority(StrEnum):
    """A member's priority under Distribution.AVAILABILITY."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Every(StrEnum):
    """How often a booking is proposed to come back."""

    DAY = "daily"
    WEEK = "weekly"
    MONTH = "monthly"


class WhenTaken(StrEnum):
    """What becomes of a date that is not open."""

    SKIP = "skip"
    BOOK_ANYWAY = "book_anyway"
    NEXT = "next"


FEWEST_REPEATS, MOST_REPEATS = 2, 24


@dataclass(frozen=True, slots=True)
class Repeats:
    """How a booking is proposed to repeat: `times` counts the first date too (2 to 24)."""

    every: Every = Every.WEEK
    times: int = 4
    when_taken: WhenTaken = WhenTaken.SKIP


@dataclass(frozen=True, slots=True)
class Resource:
    """A room or piece of equipment; `capacity` bookings can hold it at once."""

    id: int
    name: str
    capacity: int = 1


@dataclass(frozen=True, slots=True)
class Calendar:
    """A booking calendar. Lengths are elapsed time; `hours` is for simple calendars only.

    `zone` decides this calendar's local days and, on a simple calendar, its hours.
    `staff` and `resources` hold ids in the team's order; `owner` is one of `staff`.
    """

    id: int
    name: str
    kind: CalendarKind
    staff: tuple[int, ...] = ()
    owner: int | None = None
    zone: str = "UTC"
    duration: timedelta = timedelta(minutes=30)
    interval: timedelta = timedelta(minutes=30)
    before: timedelta = timedelta()
    after: timedelta = timedelta()
    per_slot: int = 1
    per_day: int | None = None
    notice: timedelta = timedelta()
    window: timedelta | None = None
    hours: Hours = field(default_factory=Hours)
    distribution: Distribution = Distribution.EQUAL
    priority: Mapping[int, Priority] = field(default_factory=dict)
    seats: int = 1
    phases: tuple[timedelta, ...] = ()
    resources: tuple[int, ...] = ()
    auto_confirm: bool = True
    colour: str = "#039be5"
    title: str = "{{contact.name}}"
    location: str = ""
    active: bool = True
    look_busy: int = 0  # per cent of a day's slots hidden in the shared list
    group: str = ""
    description: str = ""
    locations: Mapping[int, str] = field(default_factory=dict)  # of single staff members
    repeats: Repeats | None = None
    variations: tuple[ServiceOption, ...] = ()  # of a service, as are add-ons
    add_ons: tuple[ServiceOption, ...] = ()
    fields: tuple[IntakeField, ...] = ()  # what a booking is asked, in this order
    # How long before an appointment a reminder comes; None for the workspace's own.
    reminders: tuple[timedelta, ...] | None = None

    @property
    def own_length(self) -> timedelta:
        """How long a booking lasts unless something else is chosen."""
        return sum(self.phases, timedelta()) or self.duration

    def location_with(self, staff: Sequence[int]) -> str:
        """Where these members meet a contact: the first one's own place, else the calendar's."""
        own = (self.locations.get(member, "") for member in staff)
        return next(filter(None, own), self.location)


@dataclass(frozen=True, slots=True)
class ServiceOption:
    """A variation, whose `length` replaces the service's own, or an add-on, which adds its."""

    name: str
    length: timedelta
