"""`lcdesk workspace`: the whole business in and out of one file.

`lcdesk export ics` and `lcdesk import ics`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any

from lcdesk.cli.output import Answer, show_progress
from lcdesk.cli.shapes import days_of
from lcdesk.cli.workspace import OpenWorkspace
from lcdesk.model.commands.calendar_files import GoingOn, export_calendar
from lcdesk.model.commands.calendar_import import (
    LARGEST_FILE as LARGEST_CALENDAR,
)
from lcdesk.model.commands.calendar_import import (
    Unreadable,
    import_calendar,
)
from lcdesk.model.domain.errors import InvalidInput, LcdeskError
from lcdesk.model.domain.words import one_line, quantity
from lcdesk.model.workspace import LARGEST_FILE, load, parse, save
from lcdesk.paths import write_for_owner


class FileProblem(LcdeskError):
    """A file could not be written."""

    code = "FILE"
    title = "The file could not be written"


def load_file(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Take over a workspace file, all of it or nothing."""
    show_progress(f"Reading {args.file.name}")
    document = parse(read_file(args.file, LARGEST_FILE))
    with desk.database.write(mail_attendees=args.mail_attendees) as tx:
        loaded = load(tx, document, now=desk.now)
    show_progress("")
    counts = asdict(loaded)
    told = ", ".join(f"{count} {what}" for what, count in counts.items())
    return Answer(counts, f"Loaded {told}.")


def save_file(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Write the workspace to a file that only its owner can read."""
    with desk.database.read() as reader:
        document = save(reader)
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    write_file(args.file, text.encode())
    counts: dict[str, Any] = {
        key: len(rows) for key, rows in document.items() if isinstance(rows, list)
    }
    told = ", ".join(f"{count} {what}" for what, count in counts.items())
    return Answer({"file": str(args.file), **counts}, f"Saved {told} to {args.file}.")


ACTIONS: dict[str, Callable[[OpenWorkspace, argparse.Namespace], Answer]] = {
    "load": load_file,
    "save": save_file,
}


def read_file(file: Path, largest: int) -> bytes:
    """A file's content, up to one byte more than `largest`. Raises InvalidInput."""
    try:
        with file.open("rb") as stream:
            return stream.read(largest + 1)
    except OSError as error:
        raise InvalidInput(
            f"{file} cannot be read: {error.strerror or error}.", title="The file cannot be read"
        ) from error


def write_file(file: Path, content: bytes) -> None:
    """Keep this content, only for the file's owner. Raises FileProblem."""
    try:
        write_for_owner(file, content)
    except OSError as error:
        raise FileProblem(f"{file}: {error.strerror or error}.") from error


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
    content = read_file(args.file, LARGEST_CALENDAR)
    if len(content) > LARGEST_CALENDAR:
        raise InvalidInput(f"{args.file} is larger than 20 MB.", title="The file cannot be read")
    with desk.database.write() as tx:
        found = import_calendar(tx, content, member, desk.now)
    document = {"file": str(args.file), "staff": member.name, **asdict(found)}
    del document["going_on"]
    document |= _going_on(found.going_on)
    if not found.has_guessed_letters:
        del document["has_guessed_letters"]
    told = f"Blocked {quantity(found.blocked, 'time', 'times')} for {member.name}."
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


CALENDAR_ACTIONS: dict[str, Callable[[OpenWorkspace, argparse.Namespace], Answer]] = {
    "export": write,
    "import": take,
}
