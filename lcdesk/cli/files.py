"""`lcdesk workspace`: the whole business in and out of one file."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from lcdesk.cli.output import Answer, show_progress
from lcdesk.cli.wording.language import worded, words
from lcdesk.cli.wording.values import value_word
from lcdesk.cli.workspace import OpenWorkspace
from lcdesk.model.commands.calendar_files.reading import Unreadable
from lcdesk.model.domain.errors import InvalidInput, LcdeskError
from lcdesk.model.domain.message import Message
from lcdesk.model.workspace import LARGEST_FILE, load, parse, save
from lcdesk.paths import write_for_owner


class FileProblem(LcdeskError):
    """A file could not be written."""

    code = "FILE"
    title = Message("The file could not be written")


GUESSED = Message(
    "The file does not say how its letters are written; they were read as those of western "
    "Windows. Look at the titles, and write the file as UTF-8 if they are wrong."
)


def load_file(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Take over a workspace file, all of it or nothing."""
    show_progress(Message("Reading {file}", file=args.file.name))
    document = parse(read_file(args.file, LARGEST_FILE))
    with desk.database.write(mail_attendees=args.mail_attendees) as tx:
        loaded = load(tx, document, now=desk.now)
    show_progress("")
    counts = asdict(loaded)
    return Answer(counts, Message("Loaded {counts}.", counts=_rows_told(counts)))


def save_file(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Write the workspace to a file that only its owner can read."""
    with desk.database.read() as reader:
        document = save(reader)
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    write_file(args.file, text.encode())
    counts: dict[str, Any] = {
        key: len(rows) for key, rows in document.items() if isinstance(rows, list)
    }
    told = Message("Saved {counts} to {file}.", counts=_rows_told(counts), file=str(args.file))
    return Answer({"file": str(args.file), **counts}, told)


def _rows_told(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {worded(value_word(what))}" for what, count in counts.items())


def name_of(one: Unreadable) -> str:
    """What to look for in the file, on one line and without what would move the cursor."""
    name = one.title or one.uid or words("An event without title and UID")
    return "".join(letter if letter.isprintable() else " " for letter in name)


ACTIONS: dict[str, Callable[[OpenWorkspace, argparse.Namespace], Answer]] = {
    "load": load_file,
    "save": save_file,
}


def reason_of(error: OSError) -> str:
    """What the system says, in its own words."""
    return error.strerror or str(error)


def read_file(file: Path, largest: int) -> bytes:
    """A file's content, up to one byte more than `largest`. Raises InvalidInput."""
    try:
        with file.open("rb") as stream:
            return stream.read(largest + 1)
    except OSError as error:
        raise InvalidInput(
            Message("{file} cannot be read: {why}.", file=str(file), why=reason_of(error)),
            title=Message("The file cannot be read"),
        ) from error


def write_file(file: Path, content: bytes) -> None:
    """Keep this content, only for the file's owner. Raises FileProblem."""
    try:
        write_for_owner(file, content)
    except OSError as error:
        raise FileProblem(
            Message("{file}: {why}.", file=str(file), why=reason_of(error))
        ) from error
