"""What a committed transaction touched, told to whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
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
    REMINDERS = "reminders"
    WAITING = "waiting"


LOOKED_AHEAD = timedelta(days=60)
"""How far ahead open times are looked for where nobody names a day."""


@dataclass(frozen=True, slots=True)
class Freed:
    """Time that may be open now and was not: of a calendar, of staff members, or of both."""

    span: TimeSpan
    calendar: int | None = None
    staff: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Published after a commit: topics, touched spans (empty with AGENDA means any time).

    `freed` is what was cancelled, moved away or opened by it.
    """

    origin: ChangeOrigin
    topics: frozenset[Topic]
    spans: tuple[TimeSpan, ...] = ()
    freed: tuple[Freed, ...] = ()
