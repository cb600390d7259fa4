"""A change of one occurrence that could be meant for others, and what it does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from lcdesk.model.commands.reassign import Reassignment
from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.domain.timespan import TimeSpan


class Verb(Enum):
    """What is done to the occurrences."""

    MOVE = auto()
    EDIT = auto()
    CONFIRM = auto()
    CANCEL = auto()


@dataclass(frozen=True, slots=True)
class SeriesQuestion:
    """A change of one occurrence that could be meant for others. `entry` is the one chosen.

    `start` and `length` are for MOVE. EDIT takes `words` (title, notes, location; None keeps them)
    and whom it is `wanted` for, with whom and on which calendar.
    """

    verb: Verb
    entry: AgendaEntry
    name: str
    start: datetime | None = None
    length: timedelta | None = None
    words: tuple[str | None, str | None, str | None] = (None, None, None)
    wanted: Reassignment | None = None


@dataclass(frozen=True, slots=True)
class DateState:
    """One occurrence as the change leaves it, and why its time is not open."""

    span: TimeSpan
    reasons: tuple[str, ...] = ()
    is_all_day: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a change does, occurrence by occurrence; once it is kept, the step that undoes it."""

    dates: tuple[DateState, ...]
    step: int = 0
