"""Open and closed slots of a calendar, each closed one with every reason that applies.

`slots` looks at every candidate of some days, `check` at one start that a person picked; both
ask the same tests, so they cannot disagree. The tests do not know of each other: none is left
out because another one failed, and so their order cannot matter.

**Decided** (docs/rules/booking.md, "Slots" and "Settings of a calendar"):
- When the members decide (one can, or all can), the reasons of single members are told only
  where that decision is no; a slot closed by a rule of the calendar does not list who is busy.
- A calendar that is not active offers nothing; a start can still be checked.
- Members asked for by name matter on a round robin and a service only: a collective always
  asks everybody, a class its owner.
- A slot that starts this very moment has not started already; PAST is for earlier starts.
- NOTICE is a reason only where a minimum notice is set; a start in the past then has both.
- The booking window is elapsed time from now; a start exactly at its end is still inside.
- A blocked slot of the calendar is told once, as the calendar's, and not for every member.
- A resource is one reason and names all who have it while it is full.
- Look busy hides part of a day's slots in the shared list, never in the dialog, and none of a
  class: a fixed choice per calendar and day, the percentage of all its candidates, open or not,
  rounded down. So a booking neither hides nor shows others.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from hashlib import sha256
from itertools import compress

from lcdesk.model.booking.availability import Availability, find_availability, hold_back, limit_days
from lcdesk.model.booking.busy import collisions
from lcdesk.model.booking.hours import Grid, by_day, candidates, member_hours, single
from lcdesk.model.booking.kinds import (
    LIMITED_PER_MEMBER,
    calendar_as_member,
    count_in,
    owner_of,
    seats_taken,
)
from lcdesk.model.booking.reasons import Explanation, ReasonsOnDemand, clash
from lcdesk.model.booking.round_robin import counts_by_month, distributes_equally
from lcdesk.model.booking.service import full_stretches, length_of
from lcdesk.model.booking.situation import (
    NOTHING,
    Audience,
    Member,
    Reason,
    ReasonCode,
    ResourceUse,
    Situation,
    Slot,
    with_buffers,
)
from lcdesk.model.booking.slot_query import SlotQuery, edges, make_query
from lcdesk.model.booking.timeline import SECOND
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.message import Message, length
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import day_span, zone

# Makes 1 of the flags of a member who can and 0 of all others.
_IS_FREE = bytes(flags == 0 for flags in range(256))

CHOOSES_A_MEMBER = frozenset({CalendarKind.ROUND_ROBIN, CalendarKind.SERVICE})


def slots(
    situation: Situation,
    first: date,
    days: int,
    *,
    staff: tuple[int, ...] | None = None,
    audience: Audience = Audience.DIALOG,
) -> tuple[Slot, ...]:
    """All candidates that start on `days` local days of the calendar's zone, in order.

    `staff` asks for these members only; nobody named means all. Raises InvalidInput for one who
    is not a member, and for a length or an interval that is not above zero.
    """
    calendar = situation.calendar
    if not calendar.active:
        return ()
    length = length_of(situation)
    _refuse_nothing(length, calendar.interval)
    asked = day_span(first, zone(calendar.zone), days)
    asked_time = TimeSpan(asked.start, asked.end + length)
    team = member_hours(team_of(situation, staff), asked_time)
    grid = candidates(team, asked, length=length, interval=calendar.interval)
    unseen: frozenset[int] = frozenset()
    if audience is Audience.SHARED:
        # Drawn from the whole team's candidates, so that asking for one member hides the same.
        whole = member_hours(team_of(situation, None), asked_time)
        every = candidates(whole, asked, length=length, interval=calendar.interval)
        unseen = hidden_starts(calendar, every)
    return _answers(make_query(situation, grid, team, named=bool(staff)), unseen)


def check(situation: Situation, span: TimeSpan, staff: tuple[int, ...] | None = None) -> Slot:
    """Whether any start and length a person picks could be booked; off the grid too.

    `staff` are members asked for by name. Raises InvalidInput as `slots` does.
    """
    _refuse_nothing(span.length)
    team = member_hours(team_of(situation, staff), span)
    asked = make_query(situation, single(span), team, named=bool(staff))
    return _answers(asked, frozenset())[0]


def team_of(situation: Situation, staff: tuple[int, ...] | None) -> tuple[Member, ...]:
    """The members whose time decides. Raises InvalidInput for a name that is no member's."""
    kind = situation.calendar.kind
    if kind is CalendarKind.SIMPLE:
        return (calendar_as_member(situation),)
    if kind is CalendarKind.CLASS:
        return owner_of(situation)
    if not staff or kind not in CHOOSES_A_MEMBER:
        return situation.members
    team = tuple(member for member in situation.members if member.staff.id in staff)
    if len(team) < len(set(staff)):
        raise InvalidInput(
            Message(
                "Not everybody asked for is a member of {calendar}.",
                calendar=situation.calendar.name,
            )
        )
    return team


def _refuse_nothing(*lengths: timedelta) -> None:
    if min(lengths) < SECOND:
        raise InvalidInput(Message("The length of a booking and the interval must be above zero."))


def _answers(asked: SlotQuery, unseen: frozenset[int]) -> tuple[Slot, ...]:
    team = [find_availability(member, asked) for member in asked.team]
    limit_days(team, asked)
    months = counts_by_month(asked) if distributes_equally(asked) else []
    hold_back(team, months, asked.situation)
    left = seats_left(asked)
    of_calendar = calendar_reasons(asked, left=left, hidden=unseen)
    explained = Explanation(asked, team, months)
    found = []
    for index, (staff, is_possible) in enumerate(_by_members(team, asked)):
        own = tuple(of_calendar[index])
        reasons = own if is_possible else ReasonsOnDemand(explained, index, own)
        is_open = is_possible and not own
        seats = left[index] if left else None
        found.append(Slot(asked.grid.at(index), is_open, staff, seats, reasons))
    return tuple(found)


def _by_members(
    team: Sequence[Availability], asked: SlotQuery
) -> Iterator[tuple[tuple[int, ...], bool]]:
    """For each candidate who can take it, and whether that is enough."""
    kind = asked.calendar.kind
    ids = [availability.member.staff.id for availability in team]
    known: dict[bytes, tuple[tuple[int, ...], bool]] = {}
    for flags in _columns(team, len(asked.grid.starts)):
        answer = known.get(flags)
        if answer is None:
            able = tuple(compress(ids, flags.translate(_IS_FREE)))
            needed = len(ids) if kind is CalendarKind.COLLECTIVE else 1
            answer = (() if kind is CalendarKind.SIMPLE else able, len(able) >= max(needed, 1))
            known[flags] = answer
        yield answer


def _columns(team: Sequence[Availability], count: int) -> list[bytes]:
    """All members' flags, candidate by candidate."""
    wide = len(team)
    table = bytearray(wide * count)
    for index, availability in enumerate(team):
        table[index::wide] = availability.flags
    whole = bytes(table)
    return [whole[wide * index : wide * (index + 1)] for index in range(count)]


def hidden_starts(calendar: Calendar, grid: Grid) -> frozenset[int]:
    """The starts (seconds since 1970) that the shared list hides, of a grid of whole days."""
    if not calendar.look_busy or calendar.kind is CalendarKind.CLASS:
        return frozenset()
    chosen: set[int] = set()
    for run in by_day(grid, zone(calendar.zone)):
        of_day = grid.seconds[run.low : run.high]
        of_day.sort(key=lambda second: _lot(calendar, second))
        chosen.update(of_day[: len(of_day) * calendar.look_busy // 100])
    return frozenset(chosen)


def _lot(calendar: Calendar, second: int) -> bytes:
    return sha256(f"{calendar.id} {second}".encode()).digest()


ReasonLists = list[list[Reason]]
"""The calendar's reasons against every candidate; an empty list lets it through."""


def calendar_reasons(
    query: SlotQuery, *, left: list[int] | None, hidden: frozenset[int]
) -> ReasonLists:
    """Every reason of the calendar; seats `left`, and the starts `hidden` by look busy."""
    reasons: ReasonLists = [[] for _ in query.grid.starts]
    _time(reasons, query)
    _day_limit(reasons, query)
    _seats(reasons, query, left=left)
    _add_blocked(reasons, query)
    for use in query.situation.resources:
        _resource(reasons, query, use=use)
    for index, second in enumerate(query.grid.seconds if hidden else ()):
        if second in hidden:
            reasons[index].append(Reason(ReasonCode.LOOKBUSY, Message("hidden to look busy")))
    return reasons


def seats_left(query: SlotQuery) -> list[int] | None:
    """How many seats each candidate has left; None where the calendar is no class."""
    if query.calendar.kind is not CalendarKind.CLASS:
        return None
    taken, grid = seats_taken(query.booked), query.grid
    return [
        max(0, query.calendar.seats - taken[grid.at(index)]) for index in range(len(grid.starts))
    ]


def _add(reasons: ReasonLists, indexes: Iterable[int], *, reason: Reason) -> None:
    for index in indexes:
        reasons[index].append(reason)


def _time(reasons: ReasonLists, query: SlotQuery) -> None:
    starts, now, calendar = query.grid.starts, query.situation.now, query.calendar
    past = Reason(ReasonCode.PAST, Message("already started"))
    _add(reasons, range(bisect_left(starts, now)), reason=past)
    if calendar.notice:
        what = Message("less than the minimum notice of {length}", length=length(calendar.notice))
        soon = range(bisect_left(starts, now + calendar.notice))
        _add(reasons, soon, reason=Reason(ReasonCode.NOTICE, what))
    if calendar.window is not None:
        what = Message("beyond the booking window of {length}", length=length(calendar.window))
        far = range(bisect_right(starts, now + calendar.window), len(starts))
        _add(reasons, far, reason=Reason(ReasonCode.TOOFAR, what))


def _day_limit(reasons: ReasonLists, query: SlotQuery) -> None:
    limit, kind = query.calendar.per_day, query.calendar.kind
    if limit is None or kind in LIMITED_PER_MEMBER:
        return
    is_class = kind is CalendarKind.CLASS
    spans = [booked.span for booked in query.booked]
    sessions = set(spans) if is_class else set()
    starts = sorted(span.start for span in (sessions or spans))
    for run in by_day(query.grid, zone(query.calendar.zone)):
        count = count_in(starts, run.span)
        if count < limit:
            continue
        what = Message("the limit of {limit} a day is reached on {day}", limit=limit, day=run.first)
        # A seat in a session that exists does not make the day fuller.
        new = (
            i for i in range(run.low, run.high) if not is_class or query.grid.at(i) not in sessions
        )
        _add(reasons, new, reason=Reason(ReasonCode.DAYLIMIT, what))


def _seats(reasons: ReasonLists, query: SlotQuery, *, left: list[int] | None) -> None:
    what = Message.counted(
        "all {n} seats are taken", "all {n} seats are taken", n=query.calendar.seats
    )
    full = (index for index, count in enumerate(left or ()) if not count)
    _add(reasons, full, reason=Reason(ReasonCode.NO_SEATS, what))


def _add_blocked(reasons: ReasonLists, query: SlotQuery) -> None:
    blocked = with_buffers(query.situation.blocked)
    for index, there in collisions(blocked, query.edges).items():
        reasons[index] += dict.fromkeys(clash(busy, index, query) for busy in there)


def _resource(reasons: ReasonLists, query: SlotQuery, *, use: ResourceUse) -> None:
    whole = edges(query.grid, NOTHING, query.grid.length)
    full = full_stretches(use, query.situation.moving)
    for index, meeting in collisions(full, [whole]).items():
        by_number = {number: hold for having in meeting for number, hold in having.items()}
        names = ", ".join(by_number[number].what for number in sorted(by_number))
        reasons[index].append(Reason(ReasonCode.RESOURCE, f"{use.resource.name}: {names}"))
