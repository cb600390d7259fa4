"""What a pass did and how it ended, counted in objects and said in words.

What is told about a change that waits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lcdesk.model.domain.accounts import ErrorNote
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.remote import OutboxEntry, OutboxKind
from lcdesk.sync.errors import NoWriteAccess, RefusedObject

_UNEXPECTED = ErrorNote(
    "UNEXPECTED",
    Message("That should not have happened"),
    Message(
        "Something in lcdesk went wrong with this account, so it was not read to the end. "
        "The other accounts go on. The log has the details."
    ),
)

Progress = Callable[[str, int, int], None]  # "Ana, Work", done, total; in objects
CountRead = Callable[[int, int], None]  # the same of one calendar


@dataclass(slots=True)
class Pulled:
    """What a pull did, counted in objects."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    quarantined: int = 0
    held: int = 0

    def add(self, other: Pulled) -> None:
        """Count another calendar's pull in."""
        self.added += other.added
        self.changed += other.changed
        self.removed += other.removed
        self.quarantined += other.quarantined
        self.held += other.held


@dataclass(slots=True)
class Pushed:
    """What a push did, counted in objects."""

    created: int = 0
    updated: int = 0
    deleted: int = 0
    held: int = 0
    conflicts: int = 0
    trouble: ErrorNote | None = None  # with a whole calendar

    def count(self, kind: OutboxKind) -> None:
        """One more change reached the server."""
        match kind:
            case OutboxKind.CREATE:
                self.created += 1
            case OutboxKind.UPDATE:
                self.updated += 1
            case OutboxKind.DELETE:
                self.deleted += 1


@dataclass(slots=True)
class PassReport:
    """What a pass over one account did. `error` is what ended it early, or the first error."""

    account: int
    pulled: Pulled = field(default_factory=Pulled)
    pushed: Pushed = field(default_factory=Pushed)
    requests: int = 0
    received: int = 0
    seconds: float = 0.0
    error: ErrorNote | None = None
    stopped: bool = False
    was_read: bool = False  # everything, whatever became of what was to be sent

    @property
    def ok(self) -> bool:
        """Everything was sent and read."""
        return self.error is None and not self.stopped


def broken_off(account_id: int) -> PassReport:
    """The report of a pass that ended in a way that nobody expected; the log has it."""
    return PassReport(account_id, error=_UNEXPECTED)


def note_of(error: LcdeskError) -> ErrorNote:
    """The error as it is kept for a person."""
    return ErrorNote(error.code, error.title, error.message)


NOT_TAKEN = ErrorNote(
    RefusedObject.code,
    RefusedObject.title,
    Message(
        "The server does not take this event as it is, or already holds it in another calendar. "
        "It is kept here and the other events go on. Change it and try again, or discard the "
        "change."
    ),
)
LIES_ELSEWHERE = ErrorNote(
    NoWriteAccess.code,
    Message("The event lies in another calendar"),
    Message(
        "On the server this event does not lie in the calendar that changes may be written to, so "
        "nothing is sent. The change is kept here; discard it, or look at the event in iCloud."
    ),
)
NOT_ARRIVED = ErrorNote("NOT_ARRIVED", Message("Not arrived"), Message("The change is sent again."))
_LOOKED_FOR = ErrorNote(
    "LOOKED_FOR",
    Message("Looked for"),
    Message("The server may hold this event already. It is looked for before it is sent again."),
)
_NOT_AT_ITS_PLACE = ErrorNote(
    "LOOKED_FOR",
    Message("Looked for"),
    Message(
        "This event is not where it was on the server. It may have been renamed there, so its "
        "calendar is read first."
    ),
)
_WITHDRAWN = ErrorNote(
    "LOOKED_FOR",
    Message("Looked for"),
    Message(
        "The server may hold this event already. It is looked for, so that it can be deleted there."
    ),
)


def looked_for(entry: OutboxEntry, *, is_withdrawn: bool) -> ErrorNote:
    """Nothing stands at its place; it is looked for elsewhere, and a minute later."""
    if entry.kind is not OutboxKind.CREATE:
        return _NOT_AT_ITS_PLACE
    return _WITHDRAWN if is_withdrawn else _LOOKED_FOR
