"""What a person did, in a form that can be turned back and done again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RowImage:
    """One row before and after a change, as JSON by column; None where it was not there.

    `key` is its primary key. `table` is one of the store's tables, or names what stands for rows
    that a server has a say in (`commands/undo.py`).
    """

    table: str
    key: tuple[int | str, ...]
    before: Row | None
    after: Row | None

    @property
    def changed(self) -> tuple[str, ...]:
        """The columns that are different; those of a row that came or went are all."""
        old, new = self.before or {}, self.after or {}
        return tuple(name for name in {**old, **new} if old.get(name) != new.get(name))

    def reverse(self) -> RowImage:
        """The same change the other way."""
        return RowImage(self.table, self.key, self.after, self.before)


@dataclass(frozen=True, slots=True)
class StepWords:
    """What a step is called: facts that are worded when somebody reads them.

    `deed` is a `Deed`, or what became of a record; `what` names its table then, or is empty.
    `start` is when the first thing begins, None for what has no time; `count` says how many.
    """

    deed: str
    what: str = ""
    title: str = ""
    start: datetime | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class UndoStep:
    """One transaction of a person, or one thing that the sync did and a person may turn back.

    `at` is when it was committed. No `images` mean that there is no way back. `mark` is the newest
    row of Activity when it was last done or undone.
    """

    id: int
    at: datetime
    words: StepWords
    images: tuple[RowImage, ...]
    mark: int
    is_undone: bool
