"""What is told about a change that waits, in words."""

from __future__ import annotations

from lcdesk.model.domain.accounts import ErrorNote
from lcdesk.model.domain.remote import OutboxEntry, OutboxKind
from lcdesk.sync.errors import NoWriteAccess, RefusedObject

NOT_TAKEN = ErrorNote(
    RefusedObject.code,
    RefusedObject.title,
    "The server does not take this event as it is, or already holds it in another calendar. "
    "It is kept here and the other events go on. Change it and try again, or discard the change.",
)
LIES_ELSEWHERE = ErrorNote(
    NoWriteAccess.code,
    "The event lies in another calendar",
    "On the server this event does not lie in the calendar that changes may be written to, so "
    "nothing is sent. The change is kept here; discard it, or look at the event in iCloud.",
)
NOT_ARRIVED = ErrorNote("NOT_ARRIVED", "Not arrived", "The change is sent again.")
_LOOKED_FOR = ErrorNote(
    "LOOKED_FOR",
    "Looked for",
    "The server may hold this event already. It is looked for before it is sent again.",
)
_NOT_AT_ITS_PLACE = ErrorNote(
    "LOOKED_FOR",
    "Looked for",
    "This event is not where it was on the server. It may have been renamed there, so its calendar "
    "is read first.",
)
_WITHDRAWN = ErrorNote(
    "LOOKED_FOR",
    "Looked for",
    "The server may hold this event already. It is looked for, so that it can be deleted there.",
)


def looked_for(entry: OutboxEntry, *, is_withdrawn: bool) -> ErrorNote:
    """Nothing stands at its place; it is looked for elsewhere, and a minute later."""
    if entry.kind is not OutboxKind.CREATE:
        return _NOT_AT_ITS_PLACE
    return _WITHDRAWN if is_withdrawn else _LOOKED_FOR
