"""What a copy of the data file is, to whoever lists or restores it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path


class CopyKind(StrEnum):
    """Why a copy is there."""

    DATED = "dated"
    BEFORE_UPDATE = "before-update"  # made before a newer lcdesk changed the store
    SET_ASIDE = "set-aside"  # the store that a restored one took the place of
    IMPORTED = "imported"  # of an export, beside the store until it takes its place
    DAMAGED = "damaged"  # the same, where it could not be read; never offered


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy; `made_at` is aware, in UTC."""

    file: Path
    made_at: datetime
    kind: CopyKind

    @property
    def name(self) -> str:
        """What the command line calls it."""
        return self.file.name


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much a copy holds."""

    staff: int
    calendars: int
    appointments: int
    contacts: int
