"""What the store keeps of the CalDAV side: objects, and changes still to be sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from lcdesk.model.domain.accounts import ErrorNote

# A new event may be missing on a server for some seconds after it was written.
SETTLING = timedelta(seconds=60)


class ObjectState(StrEnum):
    """How a remote object stands."""

    CLEAN = "clean"  # read, or written and confirmed
    WAITING = "waiting"  # ours, not yet on the server
    GONE = "gone"  # deleted in iCloud, kept here and marked
    RELEASED = "released"  # deleted in iCloud, and a person said to leave it so
    ENDED = "ended"  # deleted there, its appointment ended here; known until the next reading
    CONFLICT = "conflict"  # changed in both places; a person chooses
    QUARANTINED = "quarantined"  # its text cannot be used; kept as it is
    UNREAD = "unread"  # listed, but the server did not give it; asked for again


@dataclass(frozen=True, slots=True)
class RemoteObject:
    """One CalDAV object. `raw` is the text as last read, or as sent until it is read back.

    `session` and `staff` are set for objects that lcdesk wrote for an appointment; the
    others are mirrored. `path` identifies it inside its linked calendar. `problem` says what of
    it could not be read; of a clean one that is a part, and the rest is drawn. `looked` is set
    when a person has looked at that, until the text changes.
    """

    id: int
    linked: int
    path: str
    href: str
    etag: str | None
    uid: str
    raw: str
    state: ObjectState
    session: str | None = None
    staff: int | None = None
    problem: str = ""
    written_at: datetime | None = None
    looked: bool = False

    @property
    def is_own(self) -> bool:
        """Whether lcdesk wrote it for an appointment."""
        return self.session is not None

    @property
    def version(self) -> str | None:
        """The ETag of the version that `raw` is; None when that is not known.

        Of an own event the last readable text is kept, while `etag` is that of a newer one.
        """
        return None if self.is_own and self.state is ObjectState.QUARANTINED else self.etag

    @property
    def is_unread(self) -> bool:
        """Whether its version is not known, so that it is asked for again."""
        states = (ObjectState.UNREAD, ObjectState.CLEAN, ObjectState.QUARANTINED)
        return self.etag is None and self.state in states

    def is_fresh(self, now: datetime) -> bool:
        """Written a moment ago; what a clock that was ahead wrote in the future is not fresh."""
        return self.written_at is not None and timedelta(0) <= now - self.written_at < SETTLING


class OutboxKind(StrEnum):
    """What has to be done on the server."""

    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"


class OutboxState(StrEnum):
    """How far a change has got."""

    PENDING = "pending"
    SENDING = "sending"  # written down before the request leaves
    UNCONFIRMED = "unconfirmed"  # the answer was lost; looked up before anything is repeated
    DEAD = "dead"  # refused for good; waits for a person


@dataclass(frozen=True, slots=True)
class OutboxEntry:
    """One change on its way. `base` is the text it was made on, `body` what is sent."""

    id: int
    object: int
    kind: OutboxKind
    body: str
    base: str
    base_etag: str | None
    state: OutboxState
    attempts: int = 0
    not_before: datetime | None = None
    error: ErrorNote | None = None
