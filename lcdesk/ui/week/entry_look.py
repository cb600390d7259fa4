"""How an entry looks in every view: its colour, its sign, whether it is hatched or struck."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lcdesk.model.domain.events import AgendaEntry, EntryKind, Origin, Status, SyncState
from lcdesk.ui.week.week import Badge, BlockKind

if TYPE_CHECKING:
    from lcdesk.ui.context.directory_model import Directory  # it brings the store

NEUTRAL = "#8e8e93"

_BADGES = {
    SyncState.LOCAL: Badge.NONE,
    SyncState.PENDING: Badge.WAITING,
    SyncState.SYNCED: Badge.SYNCED,
    SyncState.CONFLICT: Badge.CONFLICT,
    SyncState.GONE: Badge.GONE,
    SyncState.HELD: Badge.HELD,
    SyncState.FAILED: Badge.FAILED,
}


@dataclass(frozen=True, slots=True)
class EntryLook:
    """The fields of a `Block` that follow from the entry alone."""

    colour: str
    kind: BlockKind
    badge: Badge
    locked: bool
    free: bool
    tentative: bool
    struck: bool
    absent: bool


def look_of(entry: AgendaEntry, directory: Directory) -> EntryLook:
    """How this entry looks."""
    free = not entry.busy and entry.origin is Origin.ICLOUD
    return EntryLook(
        colour=_colour(entry, directory),
        kind=_kind(entry),
        badge=_badge(entry),
        locked=entry.read_only,
        free=free,
        # An event that blocks is never drawn like a free one, however uncertain it is.
        tentative=entry.status is Status.NEW or (entry.tentative and not free),
        struck=entry.declined or entry.status in (Status.CANCELLED, Status.INVALID),
        absent=entry.status is Status.NOSHOW,
    )


def _colour(entry: AgendaEntry, directory: Directory) -> str:
    if entry.calendar is not None:
        return directory.calendars[entry.calendar].colour
    linked = directory.linked.get(entry.linked or 0)
    return NEUTRAL if linked is None else linked.colour


def _kind(entry: AgendaEntry) -> BlockKind:
    if entry.kind is EntryKind.APPOINTMENT:
        return BlockKind.APPOINTMENT
    return BlockKind.MIRRORED if entry.origin is Origin.ICLOUD else BlockKind.BLOCKED


def _badge(entry: AgendaEntry) -> Badge:
    """A mirrored event is in iCloud by its nature; only its deletion there is worth a sign."""
    if entry.kind is EntryKind.BLOCKED:
        return Badge.GONE if entry.sync is SyncState.GONE else Badge.NONE
    return _BADGES[entry.sync]
