"""`lcdesk export ics` and `lcdesk import ics`: calendar files for and of other programs."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import timedelta

from lcdesk.cli.files import read_file, write_file
from lcdesk.cli.output import Answer
from lcdesk.cli.shapes import days_of
from lcdesk.cli.workspace import OpenWorkspace
from lcdesk.model.commands.calendar_files.blocking import import_calendar
from lcdesk.model.commands.calendar_files.export import GoingOn, export_calendar
from lcdesk.model.commands.calendar_files.reading import LARGEST_FILE, Unreadable
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.words import one_line, quantity

_LONGEST = 36_600  # days


def write(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """What lcdesk owns between two days, as a calendar file."""
    first, count = days_of(args.first, args.end, longest=_LONGEST)
    with desk.database.read() as reader:
        found = export_calendar(reader, first, first + timedelta(days=count), now=desk.now)
    write_file(args.file, found.text.encode())
    document = {
        "file": str(args.file), "appointments": found.appointments, "blocked": found.blocked,
        **_going_on(found.going_on),
    }  # fmt: skip
    appointments = quantity(found.appointments, "appointment", "appointments")
    told = f"{appointments} and {quantity(found.blocked, 'blocked slot', 'blocked slots')}"
    notes = [
        f"{one_line(series.title)} goes on; its dates until {series.until} are made so far and "
        "stand in the file."
        for series in found.going_on
    ]
    return Answer(document, f"Wrote {told} to {args.file}.", notes=notes)


def take(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Busy events of a calendar file, as slots blocked by hand."""
    member = desk.names().member(args.staff)
    content = read_file(args.file, LARGEST_FILE)
    if len(content) > LARGEST_FILE:
        raise InvalidInput(f"{args.file} is larger than 20 MB.", title="The file cannot be read")
    with desk.database.write() as tx:
        found = import_calendar(tx, content, member, desk.now)
    document = {"file": str(args.file), "staff": member.name, **asdict(found)}
    del document["going_on"]
    document |= _going_on(found.going_on)
    for key in ("has_guessed_letters", "changed", "freed", "edited"):
        if not document[key]:
            del document[key]
    told = f"Blocked {quantity(found.blocked, 'time', 'times')} for {member.name}."
    changed = quantity(found.changed, "was changed", "were changed")
    told += f" {changed}." if found.changed else ""
    freed = quantity(found.freed, "does not take place any more and was freed", _FREED)
    told += f" {freed}." if found.freed else ""
    edited = quantity(found.edited, "differs, but was changed here since and stays", _EDITED)
    told += f" {edited}." if found.edited else ""
    known = quantity(found.known, "was blocked already", "were blocked already")
    told += f" {known}." if found.known else ""
    own = quantity(found.appointments, "is already an appointment", "are already appointments")
    told += f" {own} here." if found.appointments else ""
    free = quantity(found.free, "takes no time", "take no time")
    told += f" {free}." if found.free else ""
    older = quantity(found.superseded, "older version", "older versions")
    told += f" {older} of the same events left out." if found.superseded else ""
    notes = [
        f"{one_line(series.title)} goes on; its dates until {series.until} are blocked."
        for series in found.going_on
    ]
    if found.has_guessed_letters:
        notes.append(_GUESSED)
    if not found.unreadable:
        return Answer(document, told, notes=notes)
    told += f" {quantity(len(found.unreadable), 'event', 'events')} could not be read."
    notes += [f"{_name(unreadable)}: {unreadable.message}" for unreadable in found.unreadable]
    return Answer(document, told, status=1, notes=notes)


_FREED = "do not take place any more and were freed"
_EDITED = "differ, but were changed here since and stay"
_GUESSED = (
    "The file does not say how its letters are written; they were read as those of western "
    "Windows. Look at the titles, and write the file as UTF-8 if they are wrong."
)


def _going_on(found: Sequence[GoingOn]) -> dict[str, list[dict[str, str]]]:
    """A key that is there only where a series goes on."""
    told = [{"title": series.title, "until": series.until.isoformat()} for series in found]
    return {"going_on": told} if told else {}


def _name(one: Unreadable) -> str:
    """What to look for in the file, on one line and without what would move the cursor."""
    name = one.title or one.uid or "An event without title and UID"
    return "".join(letter if letter.isprintable() else " " for letter in name)


ACTIONS: dict[str, Callable[[OpenWorkspace, argparse.Namespace], Answer]] = {
    "export": write,
    "import": take,
}
