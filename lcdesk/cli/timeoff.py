"""`timeoff`: holidays and absences, listed, added and removed."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from lcdesk.cli.output import Answer, brief, table
from lcdesk.cli.shapes import day_of, read, time_text
from lcdesk.cli.wording.language import words
from lcdesk.cli.workspace import Names, OpenWorkspace
from lcdesk.model.commands.time_off.absences import (
    appointments_in_the_way,
    remove_time_off,
    save_time_off,
)
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import HoursBlock, clock, minute_of
from lcdesk.model.domain.time_off import TimeOff
from lcdesk.model.store.time_off import all_time_off

_HEADINGS = (
    Message("ID"),
    Message("FIRST"),
    Message("LAST"),
    Message("TIME"),
    Message("WHO"),
    Message("TITLE"),
)
_HEADINGS_OF_BOOKED = (Message("ID"), Message("START"), Message("STAFF"), Message("TITLE"))


def show(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """What is still to come or under way; with `--all` what is over too."""
    today = desk.now.date()
    with desk.database.read() as reader:
        names = Names.read(reader)
        found = [each for each in all_time_off(reader) if args.all or each.last >= today]
    shapes = [time_off_shape(each, names) for each in found]
    return Answer({"time_off": shapes}, _table(shapes))


def add(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Take days off; what is booked then is listed and stays."""
    first = day_of(args.first)
    last = first if args.last is None else day_of(args.last)
    with desk.database.write() as tx:
        names = Names.read(tx)
        staff = tuple(names.member(name).id for name in args.staff)
        wanted = TimeOff(0, first, last, args.title, staff, _part(args))
        made = save_time_off(tx, wanted)
        way = appointments_in_the_way(tx, made, now=desk.now)
    shape = time_off_shape(made, names)
    document = shape | {"in_the_way": [_appointment_shape(one, names) for one in way]}
    lines = [words("Added time off {number}.", number=str(made.id)), *_way_lines(way, names)]
    return Answer(document, "\n".join(lines))


def remove(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Take it back: the hours of those days hold again."""
    with desk.database.write() as tx:
        gone = remove_time_off(tx, args.id)
        names = Names.read(tx)
    return Answer(
        time_off_shape(gone, names), Message("Removed time off {number}.", number=str(gone.id))
    )


def time_off_shape(value: TimeOff, names: Names) -> dict[str, Any]:
    """One; `staff` is empty where the whole business is closed, `from` and `to` for a whole day."""
    return {
        "id": value.id,
        "first": value.first.isoformat(),
        "last": value.last.isoformat(),
        "from": None if value.part is None else clock(value.part.start),
        "to": None if value.part is None else clock(value.part.end),
        "staff": names.staff_names(value.staff),
        "title": value.title,
    }


def _appointment_shape(one: Appointment, names: Names) -> dict[str, Any]:
    return {
        "id": f"a{one.id}",
        "title": one.title,
        "start": time_text(one.span.start, one.zone),
        "end": time_text(one.span.end, one.zone),
        "staff": names.staff_names(one.staff),
    }


def _way_lines(way: tuple[Appointment, ...], names: Names) -> list[str]:
    if not way:
        return []
    rows = [
        (f"a{one.id}", read(one.span.start, one.zone), _names(names, one), brief(one.title))
        for one in way
    ]
    return [words("Booked in that time, and left as it is:"), table(_HEADINGS_OF_BOOKED, rows)]


def _names(names: Names, one: Appointment) -> str:
    return ", ".join(names.staff_names(one.staff))


def _table(shapes: list[dict[str, Any]]) -> str:
    rows = [
        (
            shape["id"],
            shape["first"],
            shape["last"],
            "" if shape["from"] is None else f"{shape['from']}-{shape['to']}",
            ", ".join(shape["staff"]) or words("everybody"),
            brief(shape["title"]),
        )
        for shape in shapes
    ]
    nothing = Message("Nobody has time off. Add some: lcdesk timeoff add.")
    return table(_HEADINGS, rows, empty=nothing)


def _part(args: argparse.Namespace) -> HoursBlock | None:
    if args.start is None and args.end is None:
        return None
    return HoursBlock(minute_of(args.start or "00:00"), minute_of(args.end or "24:00"))


ACTIONS: dict[str, Callable[[OpenWorkspace, argparse.Namespace], Answer]] = {
    "list": show,
    "add": add,
    "remove": remove,
}
