"""What the week grid draws: frozen values in wall-clock minutes, worded and coloured.

The grid knows days, minutes and texts; it knows no appointments, zones or statuses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from typing import Protocol

_TRAVEL = "~travel"
AND = " · "  # between a block's times and what follows on the same line


NOBODY = 0  # stands for no staff member: what simple calendars take


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of the grid stands for: a day, or a day of one staff member.

    `member` is a staff member's id or NOBODY; None where nobody is told apart.
    """

    day: date
    member: int | None = None


@dataclass(frozen=True, slots=True)
class Drop:
    """Where an entry is put: a wall-clock minute of a day.

    `giver` and `taker` are the members out of whose column and into whose it went; the same, or
    None, where it stays with whom it has.
    """

    day: date
    minute: int
    giver: int | None = None
    taker: int | None = None

    @property
    def is_handed_over(self) -> bool:
        """Whether it goes to somebody else."""
        return self.giver != self.taker

    def staff_of(self, staff: tuple[int, ...]) -> tuple[int, ...]:
        """Who has it then, of those who had it."""
        if not self.is_handed_over or self.taker is None:
            return staff
        kept = tuple(member for member in staff if member != self.giver)
        return (self.taker, *kept)


class BlockKind(Enum):
    """How a block is drawn."""

    APPOINTMENT = auto()  # filled in its calendar's colour
    MIRRORED = auto()  # greyed-out and hatched: an event read from iCloud
    BLOCKED = auto()  # plain grey with a stripe: blocked by hand


class Badge(Enum):
    """A small sign in a block's corner."""

    NONE = auto()
    WAITING = auto()  # still to be sent
    SYNCED = auto()
    FAILED = auto()
    CONFLICT = auto()
    GONE = auto()  # deleted in iCloud, kept here
    HELD = auto()


class Description(Protocol):
    """What is said of a box beyond what is drawn: a week has hundreds, a person points at few."""

    @property
    def spoken(self) -> str:
        """The full sentence for a screen reader."""

    @property
    def tooltip(self) -> str:
        """All that is known, a line each."""


@dataclass(frozen=True, slots=True)
class PlainDescription:
    """A description that is made already."""

    spoken: str = ""
    tooltip: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One box in one day column; an entry that crosses midnight makes one box a day.

    `start` and `end` are wall-clock minutes of `day` (0 to 1440). `id` is the entry's, so
    several boxes may share it. `when`, `details` are drawn below the title as height allows.
    Equal boxes are drawn alike; their descriptions may differ.
    """

    id: str
    day: date
    start: int
    end: int
    title: str
    when: str = ""
    details: str = ""
    description: Description = field(default=PlainDescription(), compare=False)
    colour: str = "#8e8e93"
    kind: BlockKind = BlockKind.APPOINTMENT
    badge: Badge = Badge.NONE
    locked: bool = False  # a lock is drawn; no handles, no dragging
    free: bool = False  # blocks nothing: an outline only
    tentative: bool = False  # not certain yet, and blocks: hatched lightly
    struck: bool = False  # cancelled or declined
    repeats: bool = False  # an occurrence of a series
    past: bool = False
    continues_before: bool = False  # the entry began on an earlier day
    continues_after: bool = False
    travel: int = 0  # minutes before `start` that are taken too: drawn lighter, no part of it
    is_travel: bool = False  # that part where it lies on another day than the entry
    member: int | None = None  # in whose column it stands; an entry of several has a box in each
    absent: bool = False  # the contact did not come
    before: int = (
        0  # minutes of buffer before `start`, and after `end`: a faint edge, no part of it
    )
    after: int = 0
    processing: tuple[int, int] | None = None  # minutes within it that are drawn lighter
    initials: str = ""  # of who takes part, where `details` have no room

    @property
    def column(self) -> Column:
        """Where it stands."""
        return Column(self.day, self.member)

    @property
    def takes_time(self) -> bool:
        """Whether its time is taken: not where it is free, cancelled or declined."""
        return not (self.free or self.struck)


def travel_id(entry: str) -> str:
    """The id of the block that is only the travel to an entry."""
    return f"{entry}{_TRAVEL}"


def entry_of(block: str) -> str:
    """The id of the entry that a block belongs to, its travel too."""
    return block.removesuffix(_TRAVEL)


@dataclass(frozen=True, slots=True)
class Banner:
    """An all-day or many-day entry in the lane on top; `last` is included.

    `start` is the wall-clock minute of its first day at which it begins.
    """

    id: str
    first: date
    last: date
    title: str
    start: int = 0
    description: Description = field(default=PlainDescription(), compare=False)
    colour: str = "#8e8e93"
    kind: BlockKind = BlockKind.MIRRORED
    badge: Badge = Badge.NONE
    locked: bool = False
    free: bool = False
    tentative: bool = False
    struck: bool = False
    absent: bool = False
    member: int | None = None  # over whose columns it lies
    keeps_length: bool = False  # it has times; what fills whole days lasts an hour among the hours

    def as_block(self) -> Block:
        """The banner as a block, for its look and its words."""
        return Block(
            id=self.id,
            day=self.first,
            start=self.start,
            end=24 * 60,
            title=self.title,
            description=self.description,
            colour=self.colour,
            kind=self.kind,
            badge=self.badge,
            locked=self.locked,
            free=self.free,
            tentative=self.tentative,
            struck=self.struck,
            absent=self.absent,
        )


def sentence_of(drawn: Block | Banner) -> str:
    """What a screen reader says of it."""
    return drawn.description.spoken or drawn.title


def tip_of(drawn: Block | Banner) -> str:
    """What is said where the pointer rests on it."""
    return drawn.description.tooltip or sentence_of(drawn)


@dataclass(frozen=True, slots=True)
class DayColumn:
    """One day, or a day of one staff member called `name`: its heading and the wall-clock
    stretches that are working hours.

    `bookable` are the stretches that the calendar named in `Week.bookable_on` could be booked in.
    """

    day: date
    weekday: str  # "Mon"
    number: str  # "23"
    is_today: bool = False
    is_weekend: bool = False
    open: tuple[tuple[int, int], ...] = ()
    bookable: tuple[tuple[int, int], ...] = ()
    member: int | None = None
    name: str = ""
    notes: tuple[str, ...] = ()  # over the day: public holidays, time off

    @property
    def column(self) -> Column:
        """What it stands for."""
        return Column(self.day, self.member)


@dataclass(frozen=True, slots=True)
class Week:
    """Everything visible at once, ready to draw. `now` is (day, minute) or None.

    `days` are the columns in reading order: days side by side, or the days of one member beside
    those of the next.
    `month` is the first day of the month whose weeks the days are; None for days side by side.
    """

    days: tuple[DayColumn, ...] = ()
    blocks: tuple[Block, ...] = ()
    banners: tuple[Banner, ...] = ()
    now: tuple[date, int] | None = None
    hour_labels: tuple[str, ...] = ()  # 24 texts, "00:00" or "12 AM"
    title: str = ""  # "16 – 22 November 2026"
    week_number: str = ""  # "Week 47"
    zone: str = ""  # label over the time axis, "Berlin"
    second_hour_labels: tuple[str, ...] = ()  # a second time axis, outside the first
    second_zone: str = ""
    second_zone_note: str = ""  # on which days its hours are others than the labels
    empty_hint: str = ""  # shown over an empty grid, e.g. "No bookings this week. Double-click …"
    bookable_on: str = ""  # the calendar whose open times are tinted; empty: none are
    bookable_colour: str = ""
    month: date | None = None
