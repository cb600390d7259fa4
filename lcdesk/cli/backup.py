"""`lcdesk backup`: copies of the data file, made, listed and restored.

Listing and restoring open no store, since it may be the damaged one.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from typing import Any

from lcdesk.cli.output import Answer, table
from lcdesk.cli.wording.values import value_word
from lcdesk.model.domain.copies import Copy
from lcdesk.model.domain.errors import StoreError
from lcdesk.model.domain.message import FullDay, Message
from lcdesk.model.domain.zones import utc_now
from lcdesk.model.store.backup.copies import (
    copies,
    find_copy,
    holdings,
    make_copy,
    newest_whole_copy,
)
from lcdesk.model.store.backup.restore import restore
from lcdesk.paths import Paths


def create(paths: Paths, args: argparse.Namespace) -> Answer:
    """Make a copy now, whether or not one was made today."""
    del args
    made = make_copy(paths.database, utc_now(), here=_here())
    told = Message("Copied to {file}. It was looked through and is whole.", file=str(made.file))
    return Answer(_shape(made), told)


def listing(paths: Paths, args: argparse.Namespace) -> Answer:
    """The copies, the newest first, and what each holds."""
    del args
    found = [_shape(copy) for copy in copies(paths.database)]
    headings = [
        Message("COPY"), Message("MADE"), Message("KIND"), Message("KB"), Message("STAFF"),
        Message("CALENDARS"), Message("APPOINTMENTS"), Message("CONTACTS"),
    ]  # fmt: skip
    rows = [_row(shape) for shape in found]
    empty = Message("There are no copies yet. Make one: lcdesk backup create")
    return Answer({"copies": found}, table(headings, rows, empty=empty))


def put_back(paths: Paths, args: argparse.Namespace) -> Answer:
    """Restore a copy, by its name or the newest whole one."""
    copy = find_copy(paths.database, args.copy) if args.copy else newest_whole_copy(paths.database)
    if copy is None:
        raise StoreError(
            Message("There is no copy that is whole. Nothing was changed."),
            title=Message("Nothing to restore"),
        )
    aside = restore(paths.database, copy, utc_now())
    document = {"restored": copy.name, "set_aside": None if aside is None else str(aside)}
    told = Message("Restored {copy}.", copy=copy.name)
    notes = []
    if aside is not None:
        notes.append(Message("The data file of before is kept as {file}.", file=str(aside)))
    notes.append(Message("Next: lcdesk sync. It reads every calendar anew and deletes nothing."))
    return Answer(document, told, notes=notes)


def advice(paths: Paths) -> tuple[str, ...]:
    """What helps with a damaged store, as details of that error."""
    copy = newest_whole_copy(paths.database)
    if copy is None:
        return (Message("There is no copy of it in its folder."),)
    made_at = copy.made_at.astimezone()
    return (
        Message(
            "The newest whole copy is of {day}, {time}. Put it in its place, which deletes "
            "nothing: lcdesk backup restore {name}",
            day=FullDay(made_at.date()),
            time=made_at,
            name=copy.name,
        ),
    )


def _shape(copy: Copy) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "name": copy.name,
        "file": str(copy.file),
        "made": copy.made_at.astimezone().isoformat(timespec="seconds"),
        "kind": copy.kind.value,
        "bytes": copy.file.stat().st_size,
    }
    try:
        held = holdings(copy)
    except StoreError:
        return shape | {"readable": False}
    return shape | {
        "readable": True,
        "staff": held.staff,
        "calendars": held.calendars,
        "appointments": held.appointments,
        "contacts": held.contacts,
    }


def _row(shape: dict[str, Any]) -> list[object]:
    held = [shape.get(key, "?") for key in ("staff", "calendars", "appointments", "contacts")]
    made = datetime.fromisoformat(shape["made"]).strftime("%Y-%m-%d %H:%M")
    return [shape["name"], made, value_word(shape["kind"]), shape["bytes"] // 1024, *held]


def _here() -> tzinfo:
    """The zone of this computer, whose days count."""
    return datetime.now().astimezone().tzinfo or UTC


ACTIONS: dict[str, Callable[[Paths, argparse.Namespace], Answer]] = {
    "create": create,
    "list": listing,
    "restore": put_back,
}
