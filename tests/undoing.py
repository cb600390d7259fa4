"""Taking back what was done last, as Ctrl+Z does, and doing it again."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from lcdesk.model.commands.undo import redo_last, undo_last
from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.undo import UndoStep
from lcdesk.model.store.database import Database
from lcdesk.model.store.undo_steps import step_to_undo


class Workplace(Protocol):
    """A store, and what time it is there."""

    now: datetime

    @property
    def database(self) -> Database: ...


def undo(place: Workplace) -> UndoStep:
    """Take the last step back."""
    with place.database.write(ChangeOrigin.UNDO) as tx:
        return undo_last(tx, now=place.now)


def redo(place: Workplace) -> UndoStep:
    """Do again what was undone last."""
    with place.database.write(ChangeOrigin.UNDO) as tx:
        return redo_last(tx, now=place.now)


def last_step(place: Workplace) -> int:
    """What `undo` would take back; 0 for nothing."""
    with place.database.read() as reader:
        step = step_to_undo(reader)
    return 0 if step is None else step.id
