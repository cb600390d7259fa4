"""Open and closed slots of a calendar, each closed one with every reason that applies.

`slots` looks at every candidate of some days, `check` at one start that a person picked; both
ask the same tests, so they cannot disagree. The tests do not know of each other: none is left
out because another one failed, and so their order cannot matter.

**Decided** (docs/rules/booking.md, "Slots"):
- When the members decide (one can, or all can), the reasons of single members are told only
  where that decision is no; a slot closed by a rule of the calendar does not list who is busy.
- A calendar that is not active offers nothing; a start can still be checked.
- Members asked for by name matter on a round robin and a service only: a collective always
  asks everybody, a class its owner.

Look busy: part of a day's slots is hidden in the shared list, never in the dialog.

Not for classes (docs/rules/booking.md, "Settings of a calendar"). The hidden set is a fixed
choice per calendar and day: it is drawn from all candidates of the day, open or not, so a booking
neither hides nor shows others.

**decided**: the percentage is of the day's candidates, rounded down.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from hashlib import sha256
from itertools import compress

from lcdesk.model.booking.availability import Availability, find_availability, hold_back, limit_days
from lcdesk.model.booking.calendar_reasons import calendar_reasons, seats_left
from lcdesk.model.booking.hours import Grid, by_day, candidates, member_hours, single
from lcdesk.model.booking.kinds import calendar_as_member, owner_of
from lcdesk.model.booking.reasons import Explanation, ReasonsOnDemand
from lcdesk.model.booking.round_robin import counts_by_month, distributes_equally
from lcdesk.model.booking.service import length_of
from lcdesk.model.booking.situation import Audience, Member, Situation, Slot
from lcdesk.model.booking.slot_query import SlotQuery, make_query
from lcdesk.model.booking.timeline import SECOND
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.errors import InvalidInput
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
        raise InvalidInput(f"Not everybody asked for is a member of {situation.calendar.name}.")
    return team


def _refuse_nothing(*lengths: timedelta) -> None:
    if min(lengths) < SECOND:
        raise InvalidInput("The length of a booking and the interval must be above zero.")


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
