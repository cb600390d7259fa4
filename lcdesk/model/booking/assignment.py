"""Who gets a booking, and why, in words.

Always first: a member named by the person who books; then, on a reschedule, the present member
if they can. After that equal distribution (lowest n, then the team's order) or availability
(highest priority, then longest without an appointment in this calendar, then the team's order).

**decided** (booking.md is silent):
- A service chooses like a round robin by its calendar's distribution; nobody is held back.
- "Longest without an appointment" looks back from the slot: at the member's latest start in this
  calendar before it. A member who never had one comes first.
- When nobody is free and a person books anyway, the same rule chooses among all members.
- Members without a priority have medium.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from lcdesk.model.booking import words
from lcdesk.model.booking.capacity import starts_by_member
from lcdesk.model.booking.grid import single
from lcdesk.model.booking.inquiry import Inquiry, inquiry
from lcdesk.model.booking.klass import owner_of
from lcdesk.model.booking.round_robin import Counts, counts_by_month, held_back
from lcdesk.model.booking.situation import Choice, Member, Situation, Slot
from lcdesk.model.domain.calendars import CalendarKind, Distribution, Priority
from lcdesk.model.domain.zones import local_day, zone

RANK = {Priority.HIGH: 0, Priority.MEDIUM: 1, Priority.LOW: 2}


@dataclass(frozen=True, slots=True)
class Contest:
    """The members one is chosen from (in the team's order), and those who cannot be."""

    free: tuple[Member, ...]
    held: tuple[Member, ...]
    others: tuple[Member, ...]


def choose(
    situation: Situation,
    slot: Slot,
    *,
    named: Sequence[int] = (),
    present: Sequence[int] | None = None,
) -> Choice:
    """Who gets the booking of `slot`; a simple calendar has nobody.

    `named` were asked for by the person who books, and get it even where they cannot (the slot
    then says why not). `present` has it now and keeps it if they can; None means the
    situation's.
    """
    kind = situation.calendar.kind
    if kind is CalendarKind.SIMPLE:
        return Choice((), f"{situation.calendar.name} has no staff")
    if kind is CalendarKind.COLLECTIVE:
        return _everybody(situation)
    if kind is CalendarKind.CLASS:
        owner = owner_of(situation)
        return Choice(_ids(owner), f"{_names(owner)} teaches the class")
    if chosen := _of(situation, named):
        return Choice(_ids(chosen[:1]), f"{chosen[0].staff.name} — asked for by name")
    keeping = situation.present if present is None else present
    if chosen := _of(situation, [staff for staff in keeping if staff in slot.staff]):
        return Choice(_ids(chosen[:1]), f"{chosen[0].staff.name} — keeps the appointment")
    return _by_rule(situation, slot)


def _by_rule(situation: Situation, slot: Slot) -> Choice:
    asked = inquiry(situation, single(slot.span), [], named=False)
    if situation.calendar.distribution is Distribution.EQUAL:
        return _equally(asked, slot)
    return _by_availability(asked, slot)


def _equally(asked: Inquiry, slot: Slot) -> Choice:
    run, counts = counts_by_month(asked)[0]
    now = local_day(asked.situation.now, zone(asked.calendar.zone))
    contest = _contest(asked.situation, slot, held=_held(asked, counts))
    chosen = min(contest.free, key=lambda member: counts[member.staff.id])

    def told(member: Member) -> str:
        return f"{counts[member.staff.id]} {words.month(run.first, now)}"

    def in_short(member: Member) -> str:
        return f"{counts[member.staff.id]}"

    return Choice((chosen.staff.id,), _told(chosen, contest, first=told, rest=in_short))


def _by_availability(asked: Inquiry, slot: Slot) -> Choice:
    contest = _contest(asked.situation, slot, held=frozenset())
    latest = _latest(asked, slot)
    priority = asked.calendar.priority

    def order(member: Member) -> tuple[int, bool, datetime]:
        before = latest[member.staff.id]
        rank = RANK[priority.get(member.staff.id, Priority.MEDIUM)]
        return (rank, before is not None, before or slot.span.start)

    def told(member: Member) -> str:
        of = priority.get(member.staff.id, Priority.MEDIUM)
        before = latest[member.staff.id]
        if before is None:
            return f"{of} priority, no appointment before"
        return f"{of} priority, last on {words.day(local_day(before, zone(asked.calendar.zone)))}"

    chosen = min(contest.free, key=order)
    return Choice((chosen.staff.id,), _told(chosen, contest, first=told, rest=told))


def _contest(situation: Situation, slot: Slot, *, held: frozenset[int]) -> Contest:
    """Who can be chosen: the free; when nobody is, everybody."""
    able = set(slot.staff) - held
    free = tuple(member for member in situation.members if member.staff.id in able)
    if not free:
        return Contest(situation.members, (), ())
    rest = [member for member in situation.members if member.staff.id not in able]
    return Contest(
        free,
        tuple(member for member in rest if member.staff.id in held),
        tuple(member for member in rest if member.staff.id not in held),
    )


def _held(asked: Inquiry, counts: Counts) -> frozenset[int]:
    if asked.calendar.kind is not CalendarKind.ROUND_ROBIN:
        return frozenset()
    return held_back(counts, asked.situation)


def _latest(asked: Inquiry, slot: Slot) -> dict[int, datetime | None]:
    """Each member's latest start in this calendar before the slot."""
    starts = starts_by_member(asked.booked)
    latest: dict[int, datetime | None] = {}
    for member in asked.situation.members:
        own = starts.get(member.staff.id, [])
        before = bisect_left(own, slot.span.start)
        latest[member.staff.id] = own[before - 1] if before else member.last
    return latest


def _told(
    chosen: Member,
    contest: Contest,
    *,
    first: Callable[[Member], str],
    rest: Callable[[Member], str],
) -> str:
    """`Ana — 3 this month, Ben 4, Cleo 4`; who cannot have it stands behind, and why."""
    parts = [f"{chosen.staff.name} — {first(chosen)}"]
    others = [member for member in contest.free if member is not chosen]
    parts += [f"{member.staff.name} {rest(member)}" for member in others]
    parts += [f"{member.staff.name} {rest(member)} (held back)" for member in contest.held]
    parts += [f"{member.staff.name} {rest(member)} (not free)" for member in contest.others]
    return ", ".join(parts)


def _everybody(situation: Situation) -> Choice:
    owner = [
        one.staff.name for one in situation.members if one.staff.id == situation.calendar.owner
    ]
    why = f"{_names(situation.members)} together"
    if owner:
        why += f"; {owner[0]} owns the contact"
    return Choice(_ids(situation.members), why)


def _of(situation: Situation, staff: Sequence[int]) -> tuple[Member, ...]:
    return tuple(member for member in situation.members if member.staff.id in staff)


def _ids(members: Sequence[Member]) -> tuple[int, ...]:
    return tuple(member.staff.id for member in members)


def _names(members: Sequence[Member]) -> str:
    return words.joined([member.staff.name for member in members])
