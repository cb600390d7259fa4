"""What is said of a change that the server did not take, or that is looked for first."""

from __future__ import annotations

from lcdesk.model.domain.accounts import ErrorNote
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
LOOKED_FOR = ErrorNote(
    "LOOKED_FOR",
    "Looked for",
    "The server may hold this event already. It is looked for before it is sent again.",
)
NOT_AT_ITS_PLACE = ErrorNote(
    "LOOKED_FOR",
    "Looked for",
    "This event is not where it was on the server. It may have been renamed there, so its calendar "
    "is read first.",
)
WITHDRAWN = ErrorNote(
    "LOOKED_FOR",
    "Looked for",
    "The server may hold this event already. It is looked for, so that it can be deleted there.",
)
NOT_ARRIVED = ErrorNote("NOT_ARRIVED", "Not arrived", "The change is sent again.")
