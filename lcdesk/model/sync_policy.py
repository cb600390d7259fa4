"""What crosses between lcdesk and iCloud, and what does not: one table, asked by everybody.

The model asks it whether a change makes an outbox row, the sync engine what a change on the
other side does here. The rows and their numbers are those of LeadConnector's iCloud
integration, made exact; a row is data, so that reading the table is reading the behaviour.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from lcdesk.model.domain.accounts import LinkedCalendar, Role
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.events import Status


class Subject(Enum):
    """What changed."""

    APPOINTMENT = auto()  # on a calendar whose kind works with iCloud
    SIMPLE_APPOINTMENT = auto()  # on a simple calendar
    HAND_MADE_BLOCK = auto()
    PRIMARY_EVENT = auto()  # an event of the primary calendar that lcdesk did not write
    CONFLICT_EVENT = auto()  # an event of a check-for-conflicts calendar
    UNCHOSEN_EVENT = auto()  # an event of a calendar that has no role


class Change(Enum):
    """What happened to it."""

    MADE = auto()
    EDITED = auto()  # time, title, notes, location
    REASSIGNED = auto()
    ENDED = auto()  # cancelled, invalid, deleted
    STATUS = auto()  # a status that keeps its time: new, confirmed, showed, noshow


class Side(Enum):
    """Where it happened."""

    LCDESK = auto()
    ICLOUD = auto()


class Effect(Enum):
    """What follows on the other side."""

    CREATE = auto()  # written to each member's primary calendar
    UPDATE = auto()
    MOVE = auto()  # deleted at the old member, created at the new one
    DELETE = auto()
    NOTHING = auto()
    TAKE_OVER = auto()  # the appointment follows iCloud
    KEEP_AND_MARK = auto()  # stays here, marked "deleted in iCloud"
    MIRROR = auto()  # drawn as a blocked slot
    WRITE_BACK = auto()  # the edit goes to iCloud, everything unknown preserved
    REFUSE = auto()  # read only
    KEEP_OR_RELEASE = auto()  # as the setting "When an event is deleted in iCloud" says


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `number` is its number in the rules."""

    number: int
    subject: Subject
    change: Change
    side: Side
    effect: Effect


TABLE: tuple[Row, ...] = (
    Row(1, Subject.APPOINTMENT, Change.MADE, Side.LCDESK, Effect.CREATE),
    Row(2, Subject.APPOINTMENT, Change.EDITED, Side.LCDESK, Effect.UPDATE),
    Row(2, Subject.APPOINTMENT, Change.REASSIGNED, Side.LCDESK, Effect.MOVE),
    Row(3, Subject.APPOINTMENT, Change.ENDED, Side.LCDESK, Effect.DELETE),
    Row(4, Subject.APPOINTMENT, Change.STATUS, Side.LCDESK, Effect.NOTHING),
    Row(5, Subject.APPOINTMENT, Change.EDITED, Side.ICLOUD, Effect.TAKE_OVER),
    Row(6, Subject.APPOINTMENT, Change.ENDED, Side.ICLOUD, Effect.KEEP_AND_MARK),
    Row(7, Subject.HAND_MADE_BLOCK, Change.MADE, Side.LCDESK, Effect.NOTHING),
    Row(7, Subject.HAND_MADE_BLOCK, Change.EDITED, Side.LCDESK, Effect.NOTHING),
    Row(7, Subject.HAND_MADE_BLOCK, Change.ENDED, Side.LCDESK, Effect.NOTHING),
    Row(8, Subject.PRIMARY_EVENT, Change.MADE, Side.ICLOUD, Effect.MIRROR),
    Row(8, Subject.PRIMARY_EVENT, Change.EDITED, Side.ICLOUD, Effect.MIRROR),
    Row(8, Subject.CONFLICT_EVENT, Change.MADE, Side.ICLOUD, Effect.MIRROR),
    Row(8, Subject.CONFLICT_EVENT, Change.EDITED, Side.ICLOUD, Effect.MIRROR),
    Row(8, Subject.UNCHOSEN_EVENT, Change.MADE, Side.ICLOUD, Effect.NOTHING),
    Row(8, Subject.UNCHOSEN_EVENT, Change.EDITED, Side.ICLOUD, Effect.NOTHING),
    Row(9, Subject.PRIMARY_EVENT, Change.EDITED, Side.LCDESK, Effect.WRITE_BACK),
    Row(10, Subject.CONFLICT_EVENT, Change.EDITED, Side.LCDESK, Effect.REFUSE),
    Row(10, Subject.CONFLICT_EVENT, Change.ENDED, Side.LCDESK, Effect.REFUSE),
    Row(11, Subject.PRIMARY_EVENT, Change.ENDED, Side.ICLOUD, Effect.KEEP_OR_RELEASE),
    Row(11, Subject.CONFLICT_EVENT, Change.ENDED, Side.ICLOUD, Effect.KEEP_OR_RELEASE),
    Row(11, Subject.UNCHOSEN_EVENT, Change.ENDED, Side.ICLOUD, Effect.NOTHING),
    Row(12, Subject.SIMPLE_APPOINTMENT, Change.MADE, Side.LCDESK, Effect.NOTHING),
    Row(12, Subject.SIMPLE_APPOINTMENT, Change.EDITED, Side.LCDESK, Effect.NOTHING),
    Row(12, Subject.SIMPLE_APPOINTMENT, Change.REASSIGNED, Side.LCDESK, Effect.NOTHING),
    Row(12, Subject.SIMPLE_APPOINTMENT, Change.ENDED, Side.LCDESK, Effect.NOTHING),
    Row(12, Subject.SIMPLE_APPOINTMENT, Change.STATUS, Side.LCDESK, Effect.NOTHING),
)

_BY_KEY = {(row.subject, row.change, row.side): row.effect for row in TABLE}


class DeletedInICloud(Enum):
    """The setting *When an event is deleted in iCloud*, for mirrored events."""

    KEEP = "keep"  # the slot stays, marked; as LeadConnector
    RELEASE = "release"  # it disappears


def effect(subject: Subject, change: Change, side: Side) -> Effect:
    """What follows from a change. Raises KeyError for one that the table does not know."""
    return _BY_KEY[subject, change, side]


def appointment_subject(kind: CalendarKind) -> Subject:
    """Which rows hold for an appointment of a calendar of this kind."""
    return Subject.APPOINTMENT if kind.crosses_to_icloud else Subject.SIMPLE_APPOINTMENT


def mirrored_subject(role: Role) -> Subject:
    """Which rows hold for an event of a linked calendar in this role."""
    return {
        Role.PRIMARY: Subject.PRIMARY_EVENT,
        Role.CONFLICT: Subject.CONFLICT_EVENT,
        Role.NONE: Subject.UNCHOSEN_EVENT,
    }[role]


def has_event_in_icloud(kind: CalendarKind, status: Status) -> bool:
    """Whether an appointment in this status is to stand in its members' primary calendars.

    Follows from rows 1, 3, 4 and 12: made, and not ended since.
    """
    made = effect(appointment_subject(kind), Change.MADE, Side.LCDESK)
    return made is Effect.CREATE and status.takes_time


def may_write(role: Role) -> bool:
    """Whether anything of a linked calendar may be changed from here (rows 9 and 10)."""
    return (
        role is not Role.NONE
        and effect(mirrored_subject(role), Change.EDITED, Side.LCDESK) is not Effect.REFUSE
    )


def takes_time(linked: LinkedCalendar, *, busy: bool, tentative: bool, all_day: bool) -> bool:
    """Whether a mirrored event blocks its time (rows 13 to 17).

    `busy` is what the event's own text says: not free, cancelled or declined. The settings of
    its calendar can only open time, so that changing them back restores what was.
    """
    if tentative and not linked.tentative_blocks:
        return False
    if all_day and not linked.all_day_blocks:
        return False
    return busy
