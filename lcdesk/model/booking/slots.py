"""Open and closed slots of a calendar, each closed one with every reason that applies.

`slots` looks at every candidate of some days, `check` at one start that a person picked; both
ask the same tests, so they cannot disagree. The tests do not know of each other: none is left
out because another one failed, and so their order cannot matter.

**decided** (booking.md is silent):
- When the members decide (one can, or all can), the reasons of single members are told only
  where that decision is no; a slot closed by a rule of the calendar does not list who is busy.
- A calendar that is not active offers nothing; a start can still be checked.
- Members asked for by name matter on a round robin and a service only: a collective always
  asks everybody, a class its owner.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from lcdesk.model.booking.gate import Gate, gate_of, seats_left
from lcdesk.model.booking.grid import Run, candidates, single
from lcdesk.model.booking.inquiry import Inquiry, inquiry
from lcdesk.model.booking.klass import owner_of
from lcdesk.model.booking.look_busy import hidden
from lcdesk.model.booking.reasons import complaints, team_reasons
from lcdesk.model.booking.round_robin import Counts, counts_by_month, distributes_equally
from lcdesk.model.booking.service import length_of
from lcdesk.model.booking.simple import calendar_as_member
from lcdesk.model.booking.situation import Audience, Member, Situation, Slot
from lcdesk.model.booking.verdict import Verdict, hold_back, judge, limit_days
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import day_span, zone

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

    `staff` asks for these members only. Raises InvalidInput for one who is not a member, and
    for a length or an interval that is not above zero.
    """
    calendar = situation.calendar
    if not calendar.active:
        return ()
    length = length_of(situation)
    _refuse_nothing(length.total_seconds(), calendar.interval.total_seconds())
    asked = day_span(first, zone(calendar.zone), days)
    team = team_of(situation, staff)
    grid = candidates(team, asked, length=length, interval=calendar.interval)
    unseen: frozenset[int] = frozenset()
    if audience is Audience.SHARED:
        whole = team_of(situation, None)
        unseen = hidden(
            calendar, candidates(whole, asked, length=length, interval=calendar.interval)
        )
    return _answers(inquiry(situation, grid, team, named=staff is not None), unseen)


def check(situation: Situation, span: TimeSpan, staff: tuple[int, ...] | None = None) -> Slot:
    """Whether any start and length a person picks could be booked; off the grid too.

    `staff` are members asked for by name. Raises InvalidInput as `slots` does.
    """
    _refuse_nothing(span.length.total_seconds())
    team = team_of(situation, staff)
    asked = inquiry(situation, single(span), team, named=staff is not None)
    return _answers(asked, frozenset())[0]


def team_of(situation: Situation, staff: tuple[int, ...] | None) -> tuple[Member, ...]:
    """The members whose time decides. Raises InvalidInput for a name that is no member's."""
    kind = situation.calendar.kind
    if kind is CalendarKind.SIMPLE:
        return (calendar_as_member(situation),)
    if kind is CalendarKind.CLASS:
        return owner_of(situation)
    if staff is None or kind not in CHOOSES_A_MEMBER:
        return situation.members
    team = tuple(member for member in situation.members if member.staff.id in staff)
    if len(team) < len(set(staff)):
        raise InvalidInput(f"Not everybody asked for is a member of {situation.calendar.name}.")
    return team


def _refuse_nothing(*seconds: float) -> None:
    if min(seconds) <= 0:
        raise InvalidInput("The length of a booking and the interval must be above zero.")


def _answers(asked: Inquiry, unseen: frozenset[int]) -> tuple[Slot, ...]:
    if not asked.grid.starts:
        return ()
    verdicts = [judge(member, asked) for member in asked.team]
    limit_days(verdicts, asked)
    months = counts_by_month(asked) if distributes_equally(asked) else []
    hold_back(verdicts, months, asked.situation)
    able = _able(verdicts, asked)
    left = seats_left(asked)
    reasons = gate_of(asked, left=left, hidden=unseen)
    _add_reasons_of_members(reasons, verdicts, asked=asked, months=months)
    return tuple(
        Slot(
            asked.grid.at(index),
            not found,
            able[index],
            left[index] if left else None,
            tuple(found),
        )
        for index, found in enumerate(reasons)
    )


def _able(verdicts: Sequence[Verdict], asked: Inquiry) -> list[tuple[int, ...]]:
    """The staff members who can take each candidate."""
    if asked.calendar.kind is CalendarKind.SIMPLE:
        return [() for _ in asked.grid.starts]
    ids = [one.member.staff.id for one in verdicts]
    known: dict[tuple[int, ...], tuple[int, ...]] = {(): ()}
    able = []
    for flags in _columns(verdicts, asked):
        if flags not in known:
            known[flags] = tuple(staff for staff, flag in zip(ids, flags, strict=True) if not flag)
        able.append(known[flags])
    return able


def _columns(verdicts: Sequence[Verdict], asked: Inquiry) -> Iterable[tuple[int, ...]]:
    """All members' flags, candidate by candidate."""
    if not verdicts:
        return [() for _ in asked.grid.starts]
    return zip(*(one.flags for one in verdicts), strict=True)


def _add_reasons_of_members(
    gate: Gate, verdicts: Sequence[Verdict], *, asked: Inquiry, months: Sequence[tuple[Run, Counts]]
) -> None:
    needs_all = asked.calendar.kind is CalendarKind.COLLECTIVE
    closed = bytearray(
        (any(flags) if needs_all else 0 not in flags) or not flags
        for flags in _columns(verdicts, asked)
    )
    if not any(closed):
        return
    members = complaints(verdicts, closed, asked, months=months)
    for index, reasons in enumerate(gate):
        if closed[index]:
            reasons += team_reasons(verdicts, index, asked)
            for member in members:
                reasons += member.against(index)
