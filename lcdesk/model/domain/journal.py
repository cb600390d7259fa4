"""What lcdesk tells of itself in Activity: facts that are worded when somebody reads them.

Nothing here is a sentence: a row is read in another language, by another person, or after
the staff member's details became private.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from lcdesk.model.domain.undo import RowImage


class JournalKind(StrEnum):
    """What a row tells of."""

    EVENTS = "events"  # events of a linked calendar were read
    RELEASED = "released"  # blocked slots went, since their events were deleted in iCloud
    SENT = "sent"  # changes arrived in iCloud
    FOLLOWED = "followed"  # an appointment took over what was changed in iCloud
    DELETED = "deleted_in_icloud"  # an appointment's event; the appointment stays
    JOINED = "joined"  # both sides changed different things, and both were kept
    CLASHED = "clashed"  # both sides changed the same thing; a person chooses
    UNREADABLE = "unreadable"  # events that are kept as they are
    REFUSED = "refused"  # a change that the server does not take
    TROUBLE = "trouble"  # an account could not be brought in step
    TROUBLE_OVER = "trouble_over"
    ROLE = "role"  # a linked calendar is for something else from now on
    CONNECTED = "connected"
    DISCONNECTED = "disconnected"
    SETTLED = "settled"  # a person decided about something that waited
    UNDONE = "undone"
    REDONE = "redone"
    HERE = "here"  # somebody booked, changed or cancelled something here
    RECORD = "record"  # a member, contact, calendar, room or setting was added, changed or deleted


class Deed(StrEnum):
    """What happened to one thing; the names of a row's counts."""

    ADDED = "added"  # this, "changed" and "removed" are said of records, too
    CHANGED = "changed"
    MOVED_AWAY = "moved_away"  # to another calendar in iCloud
    MARKED = "marked"  # deleted in iCloud, its time still blocked here
    RELEASED = "released"
    CREATED = "created"  # in iCloud, as the next two
    UPDATED = "updated"
    REMOVED = "removed"
    UNREADABLE = "unreadable"
    BOOKED = "booked"  # here, as all that follow
    MOVED = "moved"
    RESIZED = "resized"  # begins or ends at another time
    EDITED = "edited"
    CANCELLED = "cancelled"
    STATUS = "status"
    BLOCKED = "blocked"
    REBLOCKED = "reblocked"  # a slot blocked by hand is another time, or another's
    UNBLOCKED = "unblocked"
    MERGED = "merged"  # a contact, with another
    IMPORTED = "imported"  # from a file, which is what is named
    WAITING = "waiting"  # a contact, who was put on the waiting list
    WAITING_CHANGED = "waiting_changed"
    WAITING_ENDED = "waiting_ended"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a row is about. `subject` is the agenda's id of it, `start` its time.

    A private item is an event of a member who hides the details of what is read from iCloud.
    """

    deed: Deed
    title: str
    start: datetime | None = None
    subject: str = ""
    is_private: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A row to be written with the change it tells of.

    `account`, `linked` and `staff` are ids, None where it concerns none; what can be found
    from the linked calendar or the account need not be given. `facts` are JSON. `images` are rows
    that a person may put back although no person changed them, or a server has a say in them.
    """

    kind: JournalKind
    linked: int | None = None
    account: int | None = None
    staff: int | None = None
    subject: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    items: tuple[Item, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    images: tuple[RowImage, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as it is read. `at` is when it was committed, `pass_id` empty outside a pass."""

    id: int
    at: datetime
    kind: JournalKind
    account: int | None
    linked: int | None
    staff: int | None
    subject: str
    counts: Mapping[str, int]
    items: tuple[Item, ...]
    facts: Mapping[str, Any]
    pass_id: str = ""
    step: int = 0  # what turns it back, 0 where nothing does
    undone_at: datetime | None = None

    @property
    def can_be_undone(self) -> bool:
        """Whether there is a way back that nobody has taken yet."""
        return self.step > 0 and self.undone_at is None
