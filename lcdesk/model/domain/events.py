"""What takes time: appointments, blocked slots and the occurrences of mirrored events.

The ids under which people and programs name what stands in the agenda.

`a12` is an appointment, `b3` a slot blocked by hand, `e7` an event that was read from a server,
and `e7@20261201T090000Z` one date of it where it repeats (`e7@20261201` for whole days).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from lcdesk.model.domain.message import Message, split_head
from lcdesk.model.domain.timespan import TimeSpan

APPOINTMENT, BLOCKED, EVENT = "a", "b", "e"

# The store's numbers have 63 bits.
_ID = re.compile(r"(?:([ab])([0-9]{1,18}))|(?:e([0-9]{1,18})(?:@([0-9]{8}(?:T[0-9]{6}Z)?))?)")


@dataclass(frozen=True, slots=True)
class EntryId:
    """A kind (APPOINTMENT, BLOCKED or EVENT), the store's number, and a date of a series or ""."""

    kind: str
    number: int
    date: str = ""


def parse_entry_id(text: str) -> EntryId | None:
    """What an id names; None for any other text."""
    found = _ID.fullmatch(text)
    if found is None:
        return None
    if found[1]:
        return EntryId(found[1], int(found[2]))
    return EntryId(EVENT, int(found[3]), found[4] or "")


def number_of(text: str | None, kind: str) -> int | None:
    """The number in an id of this kind; None for any other text."""
    found = parse_entry_id(text or "")
    return found.number if found is not None and found.kind == kind else None


HIDDEN = Message("Busy")
"""What an event read from iCloud is called where its staff member hides the details."""


class Status(StrEnum):
    """An appointment's status (HighLevel api names); NEW is shown as Unconfirmed."""

    NEW = "new"
    CONFIRMED = "confirmed"
    SHOWED = "showed"
    NOSHOW = "noshow"
    CANCELLED = "cancelled"
    INVALID = "invalid"

    @property
    def takes_time(self) -> bool:
        """Cancelled and invalid appointments never take time or a seat."""
        return self not in (Status.CANCELLED, Status.INVALID)

    @property
    def spoken(self) -> Message:
        """As it stands in "this appointment is …"."""
        return _SPOKEN[self]


_SPOKEN = {
    Status.NEW: Message("new"),
    Status.CONFIRMED: Message("confirmed"),
    Status.SHOWED: Message("showed"),
    Status.NOSHOW: Message("noshow"),
    Status.CANCELLED: Message("cancelled"),
    Status.INVALID: Message("invalid"),
}


class SyncState(StrEnum):
    """How an entry stands with iCloud."""

    LOCAL = "local"  # never crosses
    PENDING = "pending"  # waits to be sent
    SYNCED = "synced"
    CONFLICT = "conflict"  # changed in both places; a person chooses
    GONE = "gone"  # deleted in iCloud, kept here
    HELD = "held"  # cannot be sent now: no primary calendar, or read-only
    FAILED = "failed"  # refused by the server for good


class Origin(StrEnum):
    """Where an entry was made."""

    LCDESK = "lcdesk"
    ICLOUD = "icloud"


class EntryKind(StrEnum):
    """The two things a week shows."""

    APPOINTMENT = "appointment"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Appointment:
    """A booking made in lcdesk. `zone` is the zone it was booked in, for wall-clock moves.

    `session` is shared by the seats of one class session and is one appointment's own
    otherwise; iCloud holds one event a session and member. An occurrence of a series names
    it, with the local day that the rule gave it, wherever it was moved since.
    """

    id: int
    calendar: int
    session: str
    span: TimeSpan
    zone: str
    staff: tuple[int, ...]
    contacts: tuple[int, ...]
    title: str
    status: Status = Status.CONFIRMED
    notes: str = ""
    location: str = ""
    overridden: bool = False
    overridden_for: str = ""  # the reasons that a person saw and booked anyway
    why: str = ""
    named: bool = False  # whether the person who booked asked for this staff member
    flagged: str = ""  # why a change from iCloud deserves a look; empty when nothing does
    created_at: datetime | None = None
    series: int | None = None
    series_day: date | None = None


def tellable(one: Appointment, team: Collection[int], hiding: Collection[int]) -> Appointment:
    """Without what stood in its way, where that may be the private event of a hiding member.

    `team` are the members of its calendar, `hiding` those who hide what was read from iCloud.
    """
    if {*one.staff, *team}.isdisjoint(hiding):
        return one
    return replace(one, flagged=split_head(one.flagged)[0], overridden_for="")


@dataclass(frozen=True, slots=True)
class BlockedSlot:
    """Time blocked by hand for a staff member or for a calendar; it never leaves lcdesk."""

    id: int
    span: TimeSpan
    title: str = ""
    staff: int | None = None
    calendar: int | None = None


@dataclass(frozen=True, slots=True)
class AllDay:
    """Whole calendar days, `first` up to, not including, `end`; they belong to no zone."""

    first: date
    end: date


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One occurrence of a mirrored event, as read from its text.

    `span` is in UTC, and is what the event takes: travel before it included, in which case
    `own_start` is where the event itself begins. Floating and all-day times were read in the
    staff member's zone; `all_day` keeps the dates where the event has no times.
    `recurrence_id` is empty for a single event, else the occurrence's original start in
    iCalendar UTC or date form.
    """

    recurrence_id: str
    span: TimeSpan
    title: str
    all_day: AllDay | None = None
    busy: bool = True
    declined: bool = False
    tentative: bool = False
    location: str = ""
    notes: str = ""
    own_start: datetime | None = None

    @property
    def own_span(self) -> TimeSpan:
        """The event's own start and end, without travel."""
        return self.span if self.own_start is None else TimeSpan(self.own_start, self.span.end)


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """One row of an agenda: an appointment, or an occurrence of blocked time.

    `span` is in UTC and `zone` names the zone to show it in. `id` is stable and says what
    kind of row it is: `a12` an appointment, `b3` a slot blocked by hand, `e7` a mirrored
    event (all occurrences of a series share it). `is_private` says that its words were left out,
    because its staff member hides the details of what was read from iCloud. `date` names the
    date of a mirrored series that this is (its recurrence id). `busy_from` is where
    travel before the event begins to take time; None without travel.
    """

    id: str
    kind: EntryKind
    origin: Origin
    span: TimeSpan
    zone: str
    title: str
    calendar: int | None = None
    linked: int | None = None
    staff: tuple[int, ...] = ()
    all_day: AllDay | None = None
    busy: bool = True
    recurring: bool = False
    status: Status | None = None
    contacts: tuple[int, ...] = ()
    notes: str = ""
    location: str = ""
    sync: SyncState = SyncState.LOCAL
    session: str = ""
    declined: bool = False
    tentative: bool = False
    read_only: bool = False
    flagged: str = ""
    overridden: bool = False
    overridden_for: str = ""
    series: int | None = None  # the series by hand that an appointment is an occurrence of
    is_private: bool = False
    busy_from: datetime | None = None
    date: str = ""
    moved_to: str = ""  # the linked calendar that its event was moved to, while that is asked about

    @property
    def row(self) -> str:
        """The id with the date of a mirrored series: `e7@20261201T090000Z`, one for each row."""
        return f"{self.id}@{self.date}" if self.date else self.id

    @property
    def taken(self) -> TimeSpan:
        """The span together with the travel before it."""
        return self.span if self.busy_from is None else TimeSpan(self.busy_from, self.span.end)

    @property
    def number(self) -> int:
        """The number in `id`, by which the store knows the row."""
        known = parse_entry_id(self.id)
        return 0 if known is None else known.number


@dataclass(frozen=True, slots=True)
class Booked:
    """One appointment with one of its staff members, or with none."""

    id: int
    session: str
    calendar: int
    start: datetime
    end: datetime
    status: Status
    staff: int | None
