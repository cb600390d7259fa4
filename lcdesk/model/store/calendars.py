"""Booking calendars with their teams and resources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa

from lcdesk.model.domain.calendars import Calendar, CalendarKind, Distribution, Priority
from lcdesk.model.domain.changes import LOOKED_AHEAD, Freed, Topic
from lcdesk.model.domain.intake import IntakeField
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.intake import fields_by_calendar, write_fields
from lcdesk.model.store.tables import calendar, calendar_resource, calendar_staff
from lcdesk.model.store.tables.columns import (
    hours_from_json,
    hours_to_json,
    minutes,
    options_from_json,
    options_to_json,
    reminders_from_json,
    reminders_to_json,
    repeats_from_json,
    repeats_to_json,
)
from lcdesk.model.store.transaction import AnyRow, Reader, Transaction

# Asked at each look at a week: making a statement takes as long as asking it.
_ALL = sa.select(calendar).order_by(calendar.c.id)
_TEAMS = sa.select(calendar_staff).order_by(calendar_staff.c.position)
_RESOURCES = sa.select(calendar_resource).order_by(calendar_resource.c.position)
_RESET_AT = sa.select(calendar.c.reset_at).where(calendar.c.id == sa.bindparam("calendar"))


def all_calendars(reader: Reader) -> tuple[Calendar, ...]:
    """Every calendar, inactive ones included, in the order they were added."""
    team: dict[int, list[AnyRow]] = defaultdict(list)
    for row in reader.connection.execute(_TEAMS):
        team[row.calendar_id].append(row)
    needed: dict[int, list[int]] = defaultdict(list)
    for row in reader.connection.execute(_RESOURCES):
        needed[row.calendar_id].append(row.resource_id)
    asked = fields_by_calendar(reader)
    rows = reader.connection.execute(_ALL)
    return tuple(
        _calendar(row, team[row.id], needed[row.id], asked.get(row.id, ())) for row in rows
    )


def get_calendar(reader: Reader, calendar_id: int) -> Calendar | None:
    """One calendar, or None."""
    return next(
        (calendar for calendar in all_calendars(reader) if calendar.id == calendar_id), None
    )


def insert_calendar(tx: Transaction, value: Calendar) -> int:
    """Add a calendar (its `id` is ignored); returns the new id."""
    tx.touch(Topic.CALENDARS)
    new_id = tx.insert(calendar, _values(value))
    _write_team(tx, new_id, value)
    write_fields(tx, new_id, value.fields)
    return new_id


def update_calendar(tx: Transaction, value: Calendar) -> None:
    """Replace a calendar's settings, team and resources."""
    before = get_calendar(tx, value.id)
    if before is not None and _what_opens(before) != _what_opens(value):
        tx.free(Freed(TimeSpan.of_length(tx.began, LOOKED_AHEAD), calendar=value.id))
    tx.touch(Topic.CALENDARS)
    tx.touch(Topic.AGENDA)
    tx.connection.execute(calendar.update().where(calendar.c.id == value.id).values(_values(value)))
    for table in (calendar_staff, calendar_resource):
        tx.connection.execute(table.delete().where(table.c.calendar_id == value.id))
    _write_team(tx, value.id, value)
    write_fields(tx, value.id, value.fields)


def _what_opens(value: Calendar) -> tuple[object, ...]:
    """The settings that decide which times are open."""
    return (
        (value.active, value.zone, value.hours, value.staff, value.resources, value.seats),
        (value.duration, value.phases, value.interval, value.before, value.after),
        (value.per_slot, value.per_day, value.notice, value.window),
        (value.variations, value.add_ons),
    )


def reset_at(reader: Reader, calendar_id: int) -> datetime | None:
    """When the team or the distribution last changed; None while they are the first ones."""
    return reader.connection.execute(_RESET_AT, {"calendar": calendar_id}).scalar()


def set_reset(tx: Transaction, calendar_id: int, now: datetime) -> None:
    """Equal distribution counts from `now` on."""
    tx.connection.execute(
        calendar.update().where(calendar.c.id == calendar_id).values(reset_at=now)
    )


def _write_team(tx: Transaction, calendar_id: int, value: Calendar) -> None:
    team = [
        {
            "calendar_id": calendar_id,
            "staff_id": member,
            "position": position,
            "priority": value.priority.get(member),
            "location": value.locations.get(member, ""),
        }
        for position, member in enumerate(value.staff)
    ]
    needed = [
        {"calendar_id": calendar_id, "resource_id": one, "position": position}
        for position, one in enumerate(value.resources)
    ]
    if team:
        tx.connection.execute(calendar_staff.insert(), team)
    if needed:
        tx.connection.execute(calendar_resource.insert(), needed)


def _values(value: Calendar) -> dict[str, object]:
    return {
        "name": value.name,
        "kind": value.kind,
        "owner_id": value.owner,
        "zone": value.zone,
        "duration": minutes(value.duration),
        "interval": minutes(value.interval),
        "before": minutes(value.before),
        "after": minutes(value.after),
        "per_slot": value.per_slot,
        "per_day": value.per_day,
        "notice": minutes(value.notice),
        "window": None if value.window is None else minutes(value.window),
        "hours": hours_to_json(value.hours),
        "distribution": value.distribution,
        "seats": value.seats,
        "phases": [minutes(phase) for phase in value.phases],
        "auto_confirm": value.auto_confirm,
        "colour": value.colour,
        "title": value.title,
        "location": value.location,
        "active": value.active,
        "group": value.group,
        "description": value.description,
        "look_busy": value.look_busy,
        "repeats": repeats_to_json(value.repeats),
        "variations": options_to_json(value.variations),
        "add_ons": options_to_json(value.add_ons),
        "reminders": reminders_to_json(value.reminders),
    }


def _calendar(
    row: AnyRow, team: list[AnyRow], needed: list[int], asked: Sequence[IntakeField]
) -> Calendar:
    def length(value: int) -> timedelta:
        return timedelta(minutes=value)

    return Calendar(
        id=row.id,
        name=row.name,
        kind=CalendarKind(row.kind),
        staff=tuple(member.staff_id for member in team),
        owner=row.owner_id,
        zone=row.zone,
        duration=length(row.duration),
        interval=length(row.interval),
        before=length(row.before),
        after=length(row.after),
        per_slot=row.per_slot,
        per_day=row.per_day,
        notice=length(row.notice),
        window=None if row.window is None else length(row.window),
        hours=hours_from_json(row.hours),
        distribution=Distribution(row.distribution),
        priority={m.staff_id: Priority(m.priority) for m in team if m.priority is not None},
        seats=row.seats,
        phases=tuple(length(phase) for phase in row.phases),
        resources=tuple(needed),
        auto_confirm=row.auto_confirm,
        colour=row.colour,
        title=row.title,
        location=row.location,
        active=row.active,
        group=row.group,
        description=row.description,
        look_busy=row.look_busy,
        locations={m.staff_id: m.location for m in team if m.location},
        repeats=repeats_from_json(row.repeats),
        variations=options_from_json(row.variations),
        add_ons=options_from_json(row.add_ons),
        fields=tuple(asked),
        reminders=reminders_from_json(row.reminders),
    )
