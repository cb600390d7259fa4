"""What a committed transaction touched, told to whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lcdesk.model.domain.timespan import TimeSpan


class ChangeOrigin(StrEnum):
    """Who caused a change; sync's own changes make no outbox rows and no undo entries."""

    USER = "user"
    SYNC = "sync"
    UNDO = "undo"


class Topic(StrEnum):
    """Kinds of rows that screens care about."""

    AGENDA = "agenda"
    CALENDARS = "calendars"
    STAFF = "staff"
    CONTACTS = "contacts"
    ACCOUNTS = "accounts"
    OUTBOX = "outbox"
    ACTIVITY = "activity"


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Published after a commit: topics, touched spans (empty with AGENDA means any time)."""

    origin: ChangeOrigin
    topics: frozenset[Topic]
    spans: tuple[TimeSpan, ...] = ()
