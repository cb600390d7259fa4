"""The sidebar's rows: staff members, calendars by group or kind, linked ones by staff member."""

from __future__ import annotations

from dataclasses import dataclass

from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.ui.context.context import Context
from lcdesk.ui.wording.labels import city_of_zone, in_groups, joined, role_name, tr


@dataclass(frozen=True, slots=True)
class Row:
    """A name with a check mark; `note` stands small behind it."""

    id: int
    name: str
    is_shown: bool = True
    colour: str = ""
    note: str = ""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a heading."""

    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sidebar:
    """Everything below the month."""

    staff: tuple[Row, ...]
    calendars: tuple[Section, ...]
    linked: tuple[Section, ...]


def sidebar_of(context: Context) -> Sidebar:
    """The rows that fit the tab that is chosen."""
    return Sidebar(_staff(context), _calendars(context), _linked(context))


def _staff(context: Context) -> tuple[Row, ...]:
    directory, shown = context.directory, context.shown
    if shown.kind is CalendarKind.SIMPLE:
        return ()
    teams = {who for calendar in directory.of_kind(shown.kind) for who in calendar.staff}
    return tuple(
        Row(
            member.id,
            member.name,
            is_shown=member.id not in shown.hidden_staff,
            note="" if member.zone == context.local_zone else city_of_zone(member.zone),
            tip=tr("Time zone: {zone}").format(zone=member.zone),
        )
        for member in directory.staff.values()
        if shown.kind is None or member.id in teams
    )


def _calendars(context: Context) -> tuple[Section, ...]:
    directory, shown = context.directory, context.shown
    return tuple(
        Section(
            heading,
            tuple(
                Row(
                    calendar.id,
                    calendar.name,
                    is_shown=calendar.id not in shown.hidden_calendars,
                    colour=calendar.colour,
                    tip=joined(directory.names(calendar.staff)),
                )
                for calendar in calendars
            ),
        )
        for heading, calendars in in_groups(directory.of_kind(shown.kind))
    )


def _linked(context: Context) -> tuple[Section, ...]:
    directory = context.directory
    if context.shown.kind is CalendarKind.SIMPLE:
        return ()
    sections = []
    for member in directory.staff.values():
        rows = tuple(
            Row(
                linked.id,
                linked.name,
                colour=linked.colour,
                note=role_name(linked.role),
                tip=_linked_tip(linked.role),
            )
            for linked in directory.chosen_linked()
            if linked.staff == member.id
        )
        if rows:
            sections.append(Section(member.name, rows))
    return tuple(sections)


def _linked_tip(role: Role) -> str:
    if role is Role.PRIMARY:
        return tr("Appointments are written here, and its events block time.")
    return tr("Its events block time. lcdesk never writes here.")
