"""One member's answer to every candidate: free, or what stands against it.

No reason is worded here; flags are cheap, words are made for closed slots only.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lcdesk.model.booking.busy import Against, ByCandidate
from lcdesk.model.booking.hours import Grid, MemberHours, Run, by_day, stretches
from lcdesk.model.booking.kinds import (
    LIMITED_PER_MEMBER,
    beside,
    count_in,
    crowd,
    other_sessions,
    starts_by_member,
)
from lcdesk.model.booking.round_robin import Counts, find_held_back
from lcdesk.model.booking.situation import Busy, Member, Situation, with_buffers
from lcdesk.model.booking.slot_query import SlotQuery
from lcdesk.model.booking.timeline import SECOND, Stretch
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.zones import zone

TAKEN = 1  # taken time or a buffer collides; 1, as a timeline says it
NO_HOURS = 2  # no hours at the start
ENDS_EARLY = 4  # hours at the start, but they end before the booking does
CROWDED = 8  # appointments per slot reached
DAY_FULL = 16  # this member's day limit reached
HELD_BACK = 32  # held back by equal distribution

NOT_FREE = NO_HOURS | TAKEN | CROWDED

# Sets a flag in a whole run of candidates at once.
_WITH = {flag: bytes(old | flag for old in range(256)) for flag in (DAY_FULL, HELD_BACK)}


@dataclass(frozen=True, slots=True)
class Availability:
    """A member's flags for every candidate (0: can take it) and what they rest on.

    `open` are the member's hours, `against` what collides and `crowd` who uses the places of a
    candidate.
    """

    member: Member
    flags: bytearray
    open: list[Stretch]
    against: Against
    crowd: ByCandidate[Busy]


def find_availability(of: MemberHours, query: SlotQuery) -> Availability:
    """What hours and taken time of a member say to every candidate."""
    opened = stretches(of.openings)
    flags = _flags_of_hours(opened, query.grid)
    against, crowded = _find_taken(of.member, query)
    for timeline in against.timelines:
        for part in query.edges:
            flags = _join_flags(flags, timeline.flag_overlaps(part))
    for index in against.own:
        flags[index] |= TAKEN
    for index, there in crowded.items():
        if len(there) >= query.calendar.per_slot:
            flags[index] |= CROWDED
    return Availability(of.member, flags, opened, against, crowded)


def limit_days(team: Sequence[Availability], query: SlotQuery) -> None:
    """Note the members whose day is full, where the day limit is theirs."""
    calendar = query.calendar
    if calendar.per_day is None or calendar.kind not in LIMITED_PER_MEMBER:
        return
    starts = starts_by_member(query.booked)
    for run in by_day(query.grid, zone(calendar.zone)):
        for availability in team:
            if count_in(starts.get(availability.member.staff.id, ()), run.span) >= calendar.per_day:
                _mark(availability, run, flag=DAY_FULL)


def hold_back(
    team: Sequence[Availability], months: Iterable[tuple[Run, Counts]], situation: Situation
) -> None:
    """Note the members whom equal distribution holds back, month by month."""
    for run, counts in months:
        held = find_held_back(counts, situation)
        for availability in team:
            if availability.member.staff.id in held:
                _mark(availability, run, flag=HELD_BACK)


def _mark(availability: Availability, run: Run, *, flag: int) -> None:
    flags, low, high = availability.flags, run.low, run.high
    flags[low:high] = flags[low:high].translate(_WITH[flag])


def _join_flags(one: bytearray, other: bytes) -> bytearray:
    """The flags of both, candidate by candidate: all at once, as two numbers."""
    both = int.from_bytes(one, "little") | int.from_bytes(other, "little")
    return bytearray(both.to_bytes(len(one), "little"))


def _flags_of_hours(opened: list[Stretch], grid: Grid) -> bytearray:
    seconds, length = grid.seconds, grid.length // SECOND
    flags = bytearray((NO_HOURS,)) * len(seconds)
    low = 0
    for start, end in opened:
        low = bisect_left(seconds, start, low)
        high = bisect_left(seconds, end, low)
        if low == high:
            continue
        fitting = bisect_right(seconds, end - length, low, high)
        flags[low:fitting] = bytes(fitting - low)
        if fitting < high:
            flags[fitting:high] = bytes((ENDS_EARLY,)) * (high - fitting)
    return flags


def _find_taken(member: Member, query: SlotQuery) -> tuple[Against, ByCandidate[Busy]]:
    """What collides, and who uses the places that a calendar has more than one of."""
    calendar, moving = query.calendar, query.situation.moving
    busy, taken = member.busy, member.taken
    if moving:
        busy = tuple(taken for taken in busy if taken.session != moving)
        taken = with_buffers(busy)
    is_class = calendar.kind is CalendarKind.CLASS
    if calendar.per_slot == 1 and not is_class:
        return Against.of(taken, member.events), {}
    own = [taken for taken in busy if taken.calendar == calendar.id]
    others = with_buffers([taken for taken in busy if taken.calendar != calendar.id])
    if is_class:
        return Against.of(others, member.events, other_sessions(own, query)), {}
    crowded = crowd(own, query)
    return Against.of(others, member.events, beside(own, query, crowd=crowded)), crowded
