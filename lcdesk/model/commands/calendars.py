"""Booking calendars: checked as a whole, then kept.

What a calendar's settings have to be like, each refusal a sentence that names the field.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from lcdesk.model.commands.intake.fields import check_fields
from lcdesk.model.commands.people import checked_hours
from lcdesk.model.commands.reminders.choices import check_reminders
from lcdesk.model.domain.calendars import (
    FEWEST_REPEATS,
    MOST_REPEATS,
    Calendar,
    CalendarKind,
    ServiceOption,
)
from lcdesk.model.domain.errors import InvalidInput, NotFound, RefusedByRule
from lcdesk.model.domain.message import Message, upcoming
from lcdesk.model.domain.zones import zone
from lcdesk.model.store import appointments, calendars, people, removal
from lcdesk.model.store.transaction import Transaction


def save_calendar(tx: Transaction, value: Calendar, now: datetime) -> Calendar:
    """Add a calendar (id 0) or replace its settings; existing appointments stay as they are.

    Raises InvalidInput with a sentence that names the field.
    """
    before = _get(tx, value.id) if value.id else None
    if before is not None:
        check_owner_stays(before, value, _name_of_staff(tx, before.owner))
    tidied = check_calendar(value)
    known = calendars.all_calendars(tx)
    _check_known(tx, tidied)
    if any(calendar.name == tidied.name and calendar.id != tidied.id for calendar in known):
        raise InvalidInput(
            Message("There is a calendar called {name} already.", name=tidied.name),
            field="name",
        )
    if before is None:
        return _get(tx, calendars.insert_calendar(tx, tidied))
    if before.kind is not tidied.kind:
        raise InvalidInput(
            Message(
                "{name} is a {kind} calendar; its kind cannot be changed. Make a new "
                "calendar instead.",
                name=tidied.name,
                kind=before.kind.spoken,
            ),
            field="kind",
        )
    calendars.update_calendar(tx, tidied)
    if (before.staff, before.distribution) != (tidied.staff, tidied.distribution):
        calendars.set_reset(tx, tidied.id, now)
    return _get(tx, tidied.id)


def clone_calendar(tx: Transaction, calendar_id: int, *, now: datetime) -> Calendar:
    """A calendar with the same settings, under a name of its own and without appointments."""
    before = _get(tx, calendar_id)
    taken = {calendar.name for calendar in calendars.all_calendars(tx)}
    return save_calendar(tx, replace(before, id=0, name=_free_name(before.name, taken)), now)


def set_active(tx: Transaction, calendar_id: int, active: bool) -> Calendar:
    """Offer slots again, or none any more; appointments that are booked stay."""
    after = replace(_get(tx, calendar_id), active=active)
    calendars.update_calendar(tx, after)
    return after


def delete_calendar(tx: Transaction, calendar_id: int, *, now: datetime) -> str:
    """Delete a calendar with the appointments that are over; their events stay in iCloud.

    Refused while somebody is booked ahead. Returns its name.
    """
    before = _get(tx, calendar_id)
    ahead = appointments.upcoming_of_calendar(tx, calendar_id, now)
    if ahead:
        raise RefusedByRule(
            Message(
                "{name} has {booked}. Cancel them first, or deactivate {name}: it then offers "
                "no slots, and what is booked stays.",
                name=before.name,
                booked=upcoming(ahead),
            )
        )
    removal.remove_calendar(tx, calendar_id)
    return before.name


def _get(tx: Transaction, calendar_id: int) -> Calendar:
    found = calendars.get_calendar(tx, calendar_id)
    if found is None:
        raise NotFound(Message("This calendar does not exist any more."))
    return found


def _check_known(tx: Transaction, value: Calendar) -> None:
    if not set(value.staff) <= {member.id for member in people.all_staff(tx)}:
        raise InvalidInput(
            Message("Somebody in the team of {name} does not exist any more.", name=value.name),
            field="staff",
        )
    if not set(value.resources) <= {resource.id for resource in people.all_resources(tx)}:
        raise InvalidInput(
            Message("A room or equipment of {name} does not exist any more.", name=value.name),
            field="resources",
        )


def _name_of_staff(tx: Transaction, staff_id: int | None) -> str:
    return next((member.name for member in people.all_staff(tx) if member.id == staff_id), "")


def _free_name(name: str, taken: Collection[str]) -> str:
    wanted, number = f"{name} (copy)", 1
    while wanted in taken:
        number += 1
        wanted = f"{name} (copy {number})"
    return wanted


MOST_SEATS = 9_999
MOST_MEMBERS_OF_A_COLLECTIVE = 100
LONGEST = timedelta(days=1)
FURTHEST = timedelta(days=3_660)  # ten years
OWNED = (CalendarKind.CLASS, CalendarKind.COLLECTIVE)
_SPOKEN = {"variations": Message("variation"), "add_ons": Message("add-on")}
_MANY = {"variations": Message("variations"), "add_ons": Message("add-ons")}
_Value = TypeVar("_Value")
_COLOUR = re.compile(r"^#[0-9a-fA-F]{6}$")
_TITLE_FIELD = re.compile(r"\{\{.*?\}\}")
TITLE_FIELDS = (
    "{{contact.name}}",
    "{{contact.email}}",
    "{{contact.phone}}",
    "{{calendar.name}}",
)


def check_calendar(value: Calendar) -> Calendar:
    """The settings, tidied up. Raises InvalidInput with a sentence that names the field."""
    name = value.name.strip()
    if not name:
        raise InvalidInput(Message("A calendar needs a name."), field="name")
    zone(value.zone)
    if not _COLOUR.match(value.colour):
        raise InvalidInput(
            Message("The colour of {name} must be written as #039be5.", name=name), field="colour"
        )
    _check_lengths(value)
    _check_phases(value)
    _check_options(value)
    _check_team(value)
    _check_limits(value)
    _check_repeats(value)
    check_reminders(name, value.reminders or ())
    owner = (value.owner or value.staff[0]) if value.kind in OWNED else None
    return replace(
        value,
        name=name,
        owner=owner,
        hours=checked_hours(value.hours),
        group=value.group.strip(),
        priority=_of_team(value, value.priority),
        variations=_tidy(value.variations),
        add_ons=_tidy(value.add_ons),
        fields=check_fields(name, value.fields),
        locations={who: at for who, at in _of_team(value, value.locations).items() if at.strip()},
    )


def unknown_title_fields(template: str) -> list[str]:
    """Fields of a title template that stay as they are written, since nothing fills them."""
    return [name for name in _TITLE_FIELD.findall(template) if name not in TITLE_FIELDS]


def check_owner_stays(before: Calendar, after: Calendar, owner_name: str) -> None:
    """The owner of a collective can hand it over, but not just leave."""
    gone = before.owner is not None and before.owner not in after.staff
    if after.kind is CalendarKind.COLLECTIVE and gone and after.owner in (None, before.owner):
        raise InvalidInput(
            Message(
                "{owner} owns {name} and cannot leave its team. Choose another owner first.",
                owner=owner_name,
                name=after.name,
            ),
            field="owner",
        )


def _of_team(value: Calendar, by_member: Mapping[int, _Value]) -> dict[int, _Value]:
    return {who: one for who, one in by_member.items() if who in value.staff}


def _check_lengths(value: Calendar) -> None:
    minute = timedelta(minutes=1)
    for field, spoken, length, least in (
        ("duration", Message("duration"), value.duration, minute),
        ("interval", Message("interval"), value.interval, minute),
        ("before", Message("buffer before"), value.before, timedelta()),
        ("after", Message("buffer after"), value.after, timedelta()),
    ):
        if not least <= length <= LONGEST:
            raise InvalidInput(
                Message(
                    "The {field} of {name} must lie between {least} and {most} minutes.",
                    field=spoken,
                    name=value.name,
                    least=least // minute,
                    most=str(LONGEST // minute),
                ),
                field=field,
            )
    if not timedelta() <= value.notice <= FURTHEST:
        raise InvalidInput(
            Message(
                "The minimum notice of {name} must lie between 0 and ten years.", name=value.name
            ),
            field="notice",
        )
    if value.window is not None and not timedelta() < value.window <= FURTHEST:
        raise InvalidInput(
            Message(
                "The booking window of {name} must be longer than nothing, up to ten years.",
                name=value.name,
            ),
            field="window",
        )


def _check_phases(value: Calendar) -> None:
    if value.phases and len(value.phases) != 3:
        raise InvalidInput(
            Message(
                "The phases of {name} are three lengths: busy, processing, busy.", name=value.name
            ),
            field="phases",
        )
    if any(phase < timedelta() for phase in value.phases):
        raise InvalidInput(
            Message("The phases of {name} cannot be negative.", name=value.name), field="phases"
        )
    if sum(value.phases, timedelta()) > LONGEST:
        raise InvalidInput(
            Message("The phases of {name} cannot be longer than a day together.", name=value.name),
            field="phases",
        )


def _check_options(value: Calendar) -> None:
    for field, options in (("variations", value.variations), ("add_ons", value.add_ons)):
        if options and value.kind is not CalendarKind.SERVICE:
            raise InvalidInput(
                Message(
                    "{name} is not a service; only services have {options}.",
                    name=value.name,
                    options=_MANY[field],
                ),
                field=field,
            )
        names = [option.name.strip() for option in options]
        if not all(names):
            raise InvalidInput(
                Message(
                    "Each {what} of {name} needs a name.",
                    what=_SPOKEN[field],
                    name=value.name,
                ),
                field=field,
            )
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise InvalidInput(
                Message(
                    "The {what} “{twice}” of {name} stands there twice.",
                    what=_SPOKEN[field],
                    twice=twice,
                    name=value.name,
                ),
                field=field,
            )
        for option in options:
            if not timedelta(minutes=1) <= option.length <= LONGEST:
                raise InvalidInput(
                    Message(
                        "The {what} “{option}” of {name} must last between 1 and {most} minutes.",
                        what=_SPOKEN[field],
                        option=option.name,
                        name=value.name,
                        most=str(LONGEST // timedelta(minutes=1)),
                    ),
                    field=field,
                )


def _tidy(options: Sequence[ServiceOption]) -> tuple[ServiceOption, ...]:
    return tuple(replace(option, name=option.name.strip()) for option in options)


def _check_team(value: Calendar) -> None:
    if len(set(value.staff)) != len(value.staff):
        raise InvalidInput(
            Message("A staff member stands twice in the team of {name}.", name=value.name),
            field="staff",
        )
    count = len(value.staff)
    match value.kind:
        case CalendarKind.SIMPLE if count:
            raise InvalidInput(
                Message(
                    "{name} is a simple calendar and has no staff, only its own hours.",
                    name=value.name,
                ),
                field="staff",
            )
        case CalendarKind.CLASS if count != 1 or value.owner not in (None, value.staff[0]):
            raise InvalidInput(
                Message("The class {name} needs exactly one owner.", name=value.name), field="owner"
            )
        case CalendarKind.COLLECTIVE if not 2 <= count <= MOST_MEMBERS_OF_A_COLLECTIVE:
            raise InvalidInput(
                Message(
                    "The collective calendar {name} needs 2 to {most} staff members.",
                    name=value.name,
                    most=MOST_MEMBERS_OF_A_COLLECTIVE,
                ),
                field="staff",
            )
        case CalendarKind.COLLECTIVE if value.owner is not None and value.owner not in value.staff:
            raise InvalidInput(
                Message("The owner of {name} must be one of its staff members.", name=value.name),
                field="owner",
            )
        case CalendarKind.ROUND_ROBIN | CalendarKind.SERVICE if not count:
            raise InvalidInput(
                Message("{name} needs at least one staff member.", name=value.name), field="staff"
            )
        case _:
            pass


def _check_limits(value: Calendar) -> None:
    if not 1 <= value.seats <= MOST_SEATS:
        raise InvalidInput(
            Message("The seats of {name} must lie between 1 and 9,999.", name=value.name),
            field="seats",
        )
    if not 1 <= value.per_slot <= MOST_SEATS:
        raise InvalidInput(
            Message(
                "Appointments per slot of {name} must lie between 1 and 9,999.", name=value.name
            ),
            field="per_slot",
        )
    if value.per_day is not None and value.per_day < 1:
        raise InvalidInput(
            Message("Appointments per day of {name} must be at least 1.", name=value.name),
            field="per_day",
        )
    if not 0 <= value.look_busy <= 100:
        raise InvalidInput(
            Message("Look busy of {name} must lie between 0 and 100 per cent.", name=value.name),
            field="look_busy",
        )
    if value.look_busy and value.kind is CalendarKind.CLASS:
        raise InvalidInput(
            Message("{name} is a class; look busy is not for classes.", name=value.name),
            field="look_busy",
        )


def _check_repeats(value: Calendar) -> None:
    if value.repeats is not None and not FEWEST_REPEATS <= value.repeats.times <= MOST_REPEATS:
        raise InvalidInput(
            Message(
                "A booking of {name} can recur {least} to {most} times.",
                name=value.name,
                least=FEWEST_REPEATS,
                most=MOST_REPEATS,
            ),
            field="repeats",
        )
