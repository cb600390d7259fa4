"""`lcdesk export all` and `lcdesk import all`: everything as one file, to another computer."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import asdict

from lcdesk.cli.files import FileProblem, reason_of
from lcdesk.cli.output import Answer
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.zones import utc_now
from lcdesk.model.workspace.archive import export_all, import_all
from lcdesk.paths import Paths


def write(paths: Paths, args: argparse.Namespace) -> Answer:
    """Everything that lcdesk holds, without passwords, in a file that only its owner can read."""
    try:
        found = export_all(paths.database, args.file, utc_now())
    except OSError as error:
        raise FileProblem(
            Message("{file}: {why}.", file=str(args.file), why=reason_of(error))
        ) from error
    told = Message(
        "Wrote everything to {file}: {appointments}, {contacts}. Passwords are not in it.",
        file=str(args.file),
        appointments=Message.counted("{n} appointment", "{n} appointments", n=found.appointments),
        contacts=Message.counted("{n} contact", "{n} contacts", n=found.contacts),
    )
    return Answer({"file": str(args.file), **asdict(found)}, told)


def take(paths: Paths, args: argparse.Namespace) -> Answer:
    """Begin with what an export holds; refused where something is there already."""
    held = import_all(paths.database, args.file, utc_now())
    told = Message(
        "Took over {appointments} and {contacts}. Enter the password of each account once: "
        "lcdesk account list, then lcdesk account password ID --password-stdin",
        appointments=Message.counted("{n} appointment", "{n} appointments", n=held.appointments),
        contacts=Message.counted("{n} contact", "{n} contacts", n=held.contacts),
    )
    return Answer({"file": str(args.file), **asdict(held)}, told)


ACTIONS: dict[str, Callable[[Paths, argparse.Namespace], Answer]] = {
    "export": write,
    "import": take,
}
