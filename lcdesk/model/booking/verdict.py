"""One member's answer to every candidate: free, or what stands against it.

No reason is worded here; flags are cheap, words are made for closed slots only.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lcdesk.model.booking.busy import Hit, collisions
from lcdesk.model.booking.capacity import (
    LIMITED_PER_MEMBER,
    Crowd,
    beside,
    count_in,
    crowd,
    starts_by_member,
)
from lcdesk.model.booking.grid import Grid, Run, by_day
from lcdesk.model.booking.hours import SECOND, MemberHours, Stretch, stretches
from lcdesk.model.booking.inquiry import Inquiry
from lcdesk.model.booking.klass import without_this_session
from lcdesk.model.booking.round_robin import Counts, held_back
from lcdesk.model.booking.situation import Busy, Member, Situation
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.zones import zone

NO_HOURS = 1  # no hours at the start
ENDS_EARLY = 2  # hours at the start, but they end before the booking does
TAKEN = 4  # taken time or a buffer collides
CROWDED = 8  # appointments per slot reached
DAY_FULL = 16  # this member's day limit reached
HELD_BACK = 32  # held back by equal distribution

NOT_FREE = NO_HOURS | TAKEN | CROWDED

# Sets a flag in a whole run of candidates at once.
_WITH = {flag: bytes(old | flag for old in range(256)) for flag in (TAKEN, DAY_FULL, HELD_BACK)}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A member's flags for every candidate (0: can take it) and what they rest on.

    `open` are the member's hours, `hits` the collisions and `crowd` who uses the places of a
    candidate.
    """

    member: Member
    flags: bytearray
    open: list[Stretch]
    hits: list[Hit]
    crowd: Crowd = field(default_factory=dict)


def judge(of: MemberHours, inquiry: Inquiry) -> Verdict:
    """What hours and taken time of a member say to every candidate."""
    opened = stretches(of.openings)
    flags = _flags_of_hours(opened, inquiry.grid)
    hits, places = _taken(of.member, inquiry)
    with_taken = _WITH[TAKEN]
    for low, high, _ in hits:
        flags[low:high] = flags[low:high].translate(with_taken)
    for index, there in places.items():
        if len(there) >= inquiry.calendar.per_slot:
            flags[index] |= CROWDED
    return Verdict(of.member, flags, opened, hits, places)


def limit_days(verdicts: Sequence[Verdict], inquiry: Inquiry) -> None:
    """Note the members whose day is full, where the day limit is theirs."""
    calendar = inquiry.calendar
    if calendar.per_day is None or calendar.kind not in LIMITED_PER_MEMBER:
        return
    starts = starts_by_member(inquiry.booked)
    for run in by_day(inquiry.grid, zone(calendar.zone)):
        for verdict in verdicts:
            if count_in(starts.get(verdict.member.staff.id, ()), run.span) >= calendar.per_day:
                _mark(verdict, run, flag=DAY_FULL)


def hold_back(
    verdicts: Sequence[Verdict], months: Iterable[tuple[Run, Counts]], situation: Situation
) -> None:
    """Note the members whom equal distribution holds back, month by month."""
    for run, counts in months:
        held = held_back(counts, situation)
        for verdict in verdicts:
            if verdict.member.staff.id in held:
                _mark(verdict, run, flag=HELD_BACK)


def _mark(verdict: Verdict, run: Run, *, flag: int) -> None:
    flags, low, high = verdict.flags, run.low, run.high
    flags[low:high] = flags[low:high].translate(_WITH[flag])


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


def _taken(member: Member, inquiry: Inquiry) -> tuple[list[Hit], Crowd]:
    calendar, busy = inquiry.calendar, member.busy
    if inquiry.situation.moving:
        busy = tuple(one for one in busy if one.session != inquiry.situation.moving)
    if calendar.kind is CalendarKind.CLASS:
        return without_this_session(collisions(busy, inquiry), inquiry), {}
    if calendar.per_slot == 1:
        return collisions(busy, inquiry), {}
    return _with_capacity(busy, inquiry)


def _with_capacity(busy: tuple[Busy, ...], inquiry: Inquiry) -> tuple[list[Hit], Crowd]:
    own = [one for one in busy if one.calendar == inquiry.calendar.id]
    others = [one for one in busy if one.calendar != inquiry.calendar.id]
    places = crowd(own, inquiry)
    return collisions(others, inquiry) + beside(own, inquiry, crowd=places), places
