"""`lcdesk export ics` and `lcdesk import ics`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta

from lcdesk.cli.desk import OpenWorkspace
from lcdesk.cli.files import read_file, write_file
from lcdesk.cli.output import Answer
from lcdesk.cli.times import days_of
from lcdesk.model.commands.calendar_files import (
    LARGEST_FILE,
    Unreadable,
    export_calendar,
    import_calendar,
)
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.words import counted

_LONGEST = 36_600  # days


def write(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """What lcdesk owns between two days, as a calendar file."""
    first, count = days_of(args.first, args.end, longest=_LONGEST)
    with desk.database.read() as reader:
        found = export_calendar(reader, first, first + timedelta(days=count), now=desk.now)
    write_file(args.file, found.text.encode())
    document = {
        "file": str(args.file), "appointments": found.appointments, "blocked": found.blocked,
    }  # fmt: skip
    appointments = counted(found.appointments, "appointment", "appointments")
    told = f"{appointments} and {counted(found.blocked, 'blocked slot', 'blocked slots')}"
    return Answer(document, f"Wrote {told} to {args.file}.")


def take(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Busy events of a calendar file, as slots blocked by hand."""
    member = desk.names().member(args.staff)
    content = read_file(args.file, LARGEST_FILE)
    if len(content) > LARGEST_FILE:
        raise InvalidInput(f"{args.file} is larger than 20 MB.", title="The file cannot be read")
    with desk.database.write() as tx:
        found = import_calendar(tx, content, member, desk.now)
    document = {"file": str(args.file), "staff": member.name, **asdict(found)}
    told = f"Blocked {counted(found.blocked, 'time', 'times')} for {member.name}."
    known = counted(found.known, "was blocked already", "were blocked already")
    told += f" {known}." if found.known else ""
    own = counted(found.appointments, "is already an appointment", "are already appointments")
    told += f" {own} here." if found.appointments else ""
    free = counted(found.free, "takes no time", "take no time")
    told += f" {free}." if found.free else ""
    older = counted(found.superseded, "older version", "older versions")
    told += f" {older} of the same events left out." if found.superseded else ""
    if not found.unreadable:
        return Answer(document, told)
    told += f" {counted(len(found.unreadable), 'event', 'events')} could not be read."
    notes = [f"{_name(unreadable)}: {unreadable.message}" for unreadable in found.unreadable]
    return Answer(document, told, status=1, notes=notes)


def _name(one: Unreadable) -> str:
    """What to look for in the file, on one line and without what would move the cursor."""
    name = one.title or one.uid or "An event without title and UID"
    return "".join(letter if letter.isprintable() else " " for letter in name)


ACTIONS: dict[str, Callable[[OpenWorkspace, argparse.Namespace], Answer]] = {
    "export": write,
    "import": take,
}
