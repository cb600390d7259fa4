"""Calendars that are ready to be taken as a first one; everything of them can change later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from lcdesk.model.domain.calendars import Calendar, CalendarKind, ServiceOption
from lcdesk.ui.wording.labels import mark, tr

LENGTHS = (15, 20, 30, 45, 60, 75, 90, 120)


@dataclass(frozen=True, slots=True)
class ReadyCalendar:
    """What is proposed; lengths in minutes, texts marked."""

    title: str
    explanation: str
    name: str
    length: int
    kind: CalendarKind
    variation: str = ""
    variation_length: int = 0


class Ready(Enum):
    """The ready ones, in the order in which they are offered."""

    CONSULTATION = ReadyCalendar(
        mark("Consultation"),
        mark("One client with you at a time."),
        mark("Consultation"),
        30,
        CalendarKind.ROUND_ROBIN,
    )
    TEAM = ReadyCalendar(
        mark("Team, round robin"),
        mark("Whoever of the team is free takes the client, in turn."),
        mark("Appointment"),
        30,
        CalendarKind.ROUND_ROBIN,
    )
    CLASS = ReadyCalendar(
        mark("Class"),
        mark("Several clients share a session that you lead."),
        mark("Class"),
        60,
        CalendarKind.CLASS,
    )
    SERVICE = ReadyCalendar(
        mark("Service with variations"),
        mark("A treatment that takes longer in one form than in another."),
        mark("Treatment"),
        45,
        CalendarKind.SERVICE,
        mark("Long"),
        75,
    )


@dataclass(frozen=True, slots=True)
class WantedCalendar:
    """What a person made of a ready one; lengths in minutes."""

    ready: Ready
    name: str
    length: int
    colleagues: tuple[str, ...] = ()  # of a team, beside the person
    seats: int = 8  # of a class
    variation: str = ""  # of a service
    variation_length: int = 0


def wanted_of(ready: Ready) -> WantedCalendar:
    """A ready one as it is proposed, in the language of the window."""
    value = ready.value
    return WantedCalendar(
        ready,
        tr(value.name),
        value.length,
        variation=tr(value.variation) if value.variation else "",
        variation_length=value.variation_length,
    )


def calendar_of(wanted: WantedCalendar, staff: Sequence[int], zone: str) -> Calendar:
    """The calendar for these members, the person first."""
    kind = wanted.ready.value.kind
    length = timedelta(minutes=wanted.length)
    is_service = kind is CalendarKind.SERVICE
    longer = timedelta(minutes=wanted.variation_length)
    return Calendar(
        0,
        wanted.name,
        kind,
        tuple(staff),
        owner=staff[0] if kind is CalendarKind.CLASS else None,
        zone=zone,
        duration=length,
        interval=timedelta(minutes=15) if is_service else length,
        seats=wanted.seats if kind is CalendarKind.CLASS else 1,
        variations=(
            (ServiceOption(wanted.variation, longer),) if is_service and wanted.variation else ()
        ),
    )
