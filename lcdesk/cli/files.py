"""`lcdesk workspace`: the whole business in and out of one file."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from lcdesk.cli.output import Answer, show_progress
from lcdesk.cli.workspace import OpenWorkspace
from lcdesk.model.domain.errors import InvalidInput, LcdeskError
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
