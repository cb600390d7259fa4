"""Everything as one zip: files that people and other programs read, and the data file itself.

The readable files say what is there; the data file is what another computer goes on with, since
only it knows which event on a server belongs to which appointment: without that they would be
booked there once more. Passwords are in neither. What is read comes from outside: nothing is
unpacked by the names in it, and nothing grows beyond its bound (docs/rules/window.md, "Data and
backup").
"""

from __future__ import annotations

import json
import os
import shutil
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from lcdesk.model.commands.calendar_files.export import export_calendar
from lcdesk.model.commands.contacts.files import export_table
from lcdesk.model.domain.copies import Copy, CopyKind, Holdings
from lcdesk.model.domain.errors import InvalidInput, RefusedByRule
from lcdesk.model.domain.journal import Entry
from lcdesk.model.domain.message import Message
from lcdesk.model.store import schema
from lcdesk.model.store.accounts import all_accounts, linked_calendars
from lcdesk.model.store.backup.copies import holdings, write_copy
from lcdesk.model.store.backup.restore import restore
from lcdesk.model.store.database import Database
from lcdesk.model.store.journal import KEPT_ROWS, journal_page
from lcdesk.model.store.machine_errors import known_errors
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.preferences import all_preferences
from lcdesk.model.store.transaction import Reader
from lcdesk.model.workspace.save import save

FORMAT, VERSION = "lcdesk-export", 1
STORE, ABOUT = "lcdesk.sqlite3", "about.json"
LARGEST_STORE = 4_000_000_000  # bytes, unpacked
_LARGEST_ABOUT = 10_000
_FIRST, _LAST = date(1970, 1, 1), date(2200, 1, 1)
_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_TITLE = Message("The file cannot be read")
# What the standard library raises for files that are cut, garbled or not what they say.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, KeyError,
    NotImplementedError, RecursionError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the names of the files in it, and how many appointments and contacts."""

    files: tuple[str, ...]
    appointments: int
    contacts: int


def export_all(
    store: Path, target: Path, now: datetime, is_over: Callable[[], bool] = lambda: False
) -> Exported:
    """Write everything to `target`, which only its owner can read, as a whole or not at all.

    Raises StoreError, OSError where `target` cannot be written, and AbandonedError as soon as
    `is_over` says so.
    """
    with tempfile.TemporaryDirectory(prefix="lcdesk-export-") as folder:
        copy = Path(folder) / STORE
        with known_errors(store):
            write_copy(store, copy, is_over)
        database = Database.open(copy)
        try:
            with database.read() as reader:
                files = dict(_readable(reader, now))
        finally:
            database.close()  # which leaves everything in the one file
        _write_zip(target, files, copy)
        held = holdings(Copy(copy, now, CopyKind.DATED))
    return Exported((*files, STORE), held.appointments, held.contacts)


def import_all(store: Path, source: Path, now: datetime) -> Holdings:
    """Begin with what an export holds, in a workspace that holds nothing yet.

    Raises InvalidInput for a file that is no export, RefusedByRule where something is there
    already, and StoreError; in each case nothing is changed.
    """
    _require_empty(store)
    with tempfile.TemporaryDirectory(prefix=".import-", dir=store.parent) as folder:
        copy = Copy(Path(folder) / STORE, now, CopyKind.DATED)
        with known_errors(store):
            schema.make_private(copy.file)
            unpack(source, copy.file)
        restore(store, copy, now)
        return holdings(copy)


def is_empty(reader: Reader) -> bool:
    """Whether nobody has put anything into this workspace yet."""
    saved = save(reader)
    is_blank = not any(rows for rows in saved.values() if isinstance(rows, list))
    return is_blank and not all_accounts(reader)


def _require_empty(store: Path) -> None:
    if not store.exists():
        return
    database = Database.open(store)
    try:
        with database.read() as reader:
            if is_empty(reader):
                return
    finally:
        database.close()
    raise RefusedByRule(
        Message(
            "This lcdesk holds data already, which an import would replace. Nothing was changed. "
            "Choose an empty folder with --data."
        ),
        title=Message("This lcdesk is not empty"),
    )


def _readable(reader: Reader, now: datetime) -> Iterator[tuple[str, str]]:
    yield ABOUT, _json({"format": FORMAT, "version": VERSION, "made": now.isoformat()})
    yield "workspace.json", _json(save(reader))
    yield "appointments.ics", export_calendar(reader, _FIRST, _LAST, now=now).text
    yield "contacts.csv", export_table(reader)
    yield "activity.json", _json([_row(entry) for entry in journal_page(reader, limit=KEPT_ROWS)])
    yield "settings.json", _json(all_preferences(reader))
    yield "accounts.json", _json(_accounts(reader))


def _row(entry: Entry) -> dict[str, Any]:
    """A row of Activity without the images that turn it back."""
    return {
        "at": entry.at.isoformat(),
        "what": entry.kind.value,
        "counts": dict(entry.counts),
        "items": [
            {"what": item.deed.value, "title": item.title,
             "start": None if item.start is None else item.start.isoformat()}
            for item in entry.items
        ],
    }  # fmt: skip


def _accounts(reader: Reader) -> list[dict[str, Any]]:
    staff = {member.id: member.name for member in all_staff(reader)}
    linked = linked_calendars(reader)
    return [
        {
            "provider": account.provider.value,
            "email": account.email,
            "server": account.server,
            "staff": staff[account.staff],
            "calendars": [
                {"name": one.name, "role": one.role.value}
                for one in linked
                if one.account == account.id
            ],
        }
        for account in all_accounts(reader)
    ]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _write_zip(target: Path, files: dict[str, str], copy: Path) -> None:
    target = target.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream, zipfile.ZipFile(stream, "w", _WAYS[1]) as zipped:
            for file, text in files.items():
                zipped.writestr(file, text)
            zipped.write(copy, STORE)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def unpack(source: Path, target: Path) -> dict[str, Any]:
    """Write the data file of an export to `target`, alone; what the export says of itself.

    The standard library reads no more than is declared. Raises InvalidInput.
    """
    try:
        stream = source.open("rb")
    except OSError as error:
        why = error.strerror or str(error)
        raise _unreadable(
            Message("{file} cannot be read: {why}.", file=str(source), why=why)
        ) from error
    try:
        with stream, zipfile.ZipFile(stream) as zipped:
            about = json.loads(_open(zipped, ABOUT, _LARGEST_ABOUT).read())
            if not isinstance(about, dict) or about.get("format") != FORMAT:
                raise _unreadable(Message("{file} was not written by lcdesk.", file=str(source)))
            if about.get("version") != VERSION:
                raise _unreadable(
                    Message(
                        "{file} was written by a newer lcdesk. Update lcdesk.", file=str(source)
                    )
                )
            with _open(zipped, STORE, LARGEST_STORE) as packed, target.open("wb") as unpacked:
                shutil.copyfileobj(packed, unpacked)
            return about
    except _BROKEN as error:
        raise _no_export(source) from error


def _open(zipped: zipfile.ZipFile, name: str, largest: int) -> IO[bytes]:
    entry = zipped.getinfo(name)
    if entry.flag_bits & 1 or entry.compress_type not in _WAYS or entry.file_size > largest:
        raise zipfile.BadZipFile(f"{name} is locked, packed in another way, or too large")
    return zipped.open(entry)


def _no_export(source: Path) -> InvalidInput:
    return _unreadable(
        Message("{file} is no export of lcdesk, or a damaged one. Nothing was changed.",
                file=str(source))
    )  # fmt: skip


def _unreadable(message: Message) -> InvalidInput:
    return InvalidInput(message, title=_TITLE)
