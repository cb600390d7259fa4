"""Who gets a booking, and why, in words.

Always first: a member named by the person who books; then, on a reschedule, the present member
if they can. After that equal distribution (lowest n, then the team's order) or availability
(highest priority, then longest without an appointment in this calendar, then the team's order).

**Decided** (docs/rules/booking.md, "Round robin"):
- A service chooses like a round robin by its calendar's distribution; nobody is held back.
- "Longest without an appointment" looks back from the slot: at the member's latest start in this
  calendar before it. A member who never had one comes first.
- When a person books anyway, the same rule chooses among those only held back; when nobody is
  free at all, among all members.
- Members without a priority have medium.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lcdesk.model.booking.hours import month_span
from lcdesk.model.booking.kinds import owner_of, starts_by_member
from lcdesk.model.booking.round_robin import counts_in, find_held_back, starts_since_reset
from lcdesk.model.booking.situation import Choice, Member, Situation, Slot
from lcdesk.model.booking.slot_query import counting_appointments
from lcdesk.model.booking.slots import check
from lcdesk.model.domain.calendars import CalendarKind, Distribution, Priority
from lcdesk.model.domain.message import Message, in_month, joined
from lcdesk.model.domain.zones import local_day, zone

_SPOKEN = {
    Priority.HIGH: Message("high"),
    Priority.MEDIUM: Message("medium"),
    Priority.LOW: Message("low"),
}
RANK = {Priority.HIGH: 0, Priority.MEDIUM: 1, Priority.LOW: 2}


@dataclass(frozen=True, slots=True)
class Contest:
    """The members one is chosen from (in the team's order), and those who cannot be."""

    free: Sequence[Member]
    held: Sequence[Member] = ()
    others: Sequence[Member] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every member's starts in this calendar, in order, and those since the last reset."""

    situation: Situation
    starts: Mapping[int, list[datetime]]
    since_reset: Mapping[int, list[datetime]]


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
    return choices(situation, [slot], named=named, present=present)[0]


def choices(
    situation: Situation,
    slots: Iterable[Slot],
    *,
    named: Sequence[int] = (),
    present: Sequence[int] | None = None,
) -> list[Choice]:
    """Who would get each of `slots`, each as if it were the next booking; see `choose`."""
    if fixed := _only_choice(situation) or _choose_named(situation, named):
        return [fixed for _ in slots]
    keeping = situation.present if present is None else present
    booked = counting_appointments(situation)
    ledger = Ledger(situation, starts_by_member(booked), starts_since_reset(situation, booked))
    return [_keeps(situation, slot, present=keeping) or _by_rule(ledger, slot) for slot in slots]


def _only_choice(situation: Situation) -> Choice | None:
    """The choice of a kind that leaves none."""
    kind = situation.calendar.kind
    if kind is CalendarKind.SIMPLE:
        return Choice((), Message("{calendar} has no staff", calendar=situation.calendar.name))
    if kind is CalendarKind.COLLECTIVE:
        return _everybody(situation)
    if kind is CalendarKind.CLASS:
        owner = owner_of(situation)
        return Choice(_ids(owner), Message("{who} teaches the class", who=_names(owner)))
    return None


def _everybody(situation: Situation) -> Choice:
    owner = situation.calendar.owner
    why = [Message("{who} together", who=_names(situation.members))]
    why += [
        Message("{who} owns the contact", who=member.staff.name)
        for member in situation.members
        if member.staff.id == owner
    ]
    return Choice(_ids(situation.members), joined("; ", why))


def _choose_named(situation: Situation, named: Sequence[int]) -> Choice | None:
    chosen = _of(situation, named)[:1]
    why = Message("{who} — asked for by name", who=_names(chosen))
    return Choice(_ids(chosen), why) if chosen else None


def _keeps(situation: Situation, slot: Slot, *, present: Sequence[int]) -> Choice | None:
    chosen = _of(situation, [staff for staff in present if staff in slot.staff])[:1]
    why = Message("{who} — keeps the appointment", who=_names(chosen))
    return Choice(_ids(chosen), why) if chosen else None


def _by_rule(ledger: Ledger, slot: Slot) -> Choice:
    if len(ledger.situation.members) == 1:
        only = ledger.situation.members
        return Choice(_ids(only), Message("{who} — the only member", who=_names(only)))
    if ledger.situation.calendar.distribution is Distribution.EQUAL:
        return _equally(ledger, slot)
    return _by_availability(ledger, slot)


def _equally(ledger: Ledger, slot: Slot) -> Choice:
    situation = ledger.situation
    tz = zone(situation.calendar.zone)
    day = local_day(slot.span.start, tz)
    counts = counts_in(ledger.since_reset, month_span(day, tz), situation=situation)
    is_round_robin = situation.calendar.kind is CalendarKind.ROUND_ROBIN
    held = find_held_back(counts, situation) if is_round_robin else frozenset[int]()
    contest = _contest(situation, slot, held=held)
    chosen = min(contest.free, key=lambda member: counts[member.staff.id])
    notes = {staff: str(count) for staff, count in counts.items()}
    month = in_month(day, local_day(situation.now, tz))
    return _choice(chosen, contest, notes=notes, when=month)


def _by_availability(ledger: Ledger, slot: Slot) -> Choice:
    situation = ledger.situation
    contest = _contest(situation, slot, held=frozenset())
    latest = {member.staff.id: _latest(member, ledger, slot) for member in situation.members}

    def order(member: Member) -> tuple[int, bool, datetime]:
        before = latest[member.staff.id]
        return (RANK[_priority(member, situation)], before is not None, before or slot.span.start)

    notes = {
        member.staff.id: _availability(member, latest[member.staff.id], situation=situation)
        for member in situation.members
    }
    return _choice(min(contest.free, key=order), contest, notes=notes)


def _priority(member: Member, situation: Situation) -> Priority:
    return situation.calendar.priority.get(member.staff.id, Priority.MEDIUM)


def _availability(member: Member, latest: datetime | None, *, situation: Situation) -> str:
    priority = _SPOKEN[_priority(member, situation)]
    if latest is None:
        return Message("{priority} priority with no appointment before", priority=priority)
    day = local_day(latest, zone(situation.calendar.zone))
    return Message("{priority} priority with the last one on {day}", priority=priority, day=day)


def _latest(member: Member, ledger: Ledger, slot: Slot) -> datetime | None:
    """The member's latest start in this calendar before the slot.

    Those given may lie before the time that Situation.booked covers (`Earlier`).
    """
    own = ledger.starts.get(member.staff.id, ())
    before = bisect_left(own, slot.span.start)
    known = own[before - 1] if before else None
    return max((instant for instant in (known, member.last) if instant is not None), default=None)


def _contest(situation: Situation, slot: Slot, *, held: frozenset[int]) -> Contest:
    """Who can be chosen: the free; else those only held back; else everybody."""
    members = situation.members
    able = set(slot.staff) - held
    if not able:
        everybody = tuple(member.staff.id for member in members)
        able = set(check(situation, slot.span, everybody).staff)
        held = frozenset()
    if not able:
        return Contest(members)
    rest = [member for member in members if member.staff.id not in able]
    return Contest(
        [member for member in members if member.staff.id in able],
        [member for member in rest if member.staff.id in held],
        [member for member in rest if member.staff.id not in held],
    )


def _choice(
    chosen: Member, contest: Contest, *, notes: Mapping[int, str], when: str = ""
) -> Choice:
    """`Ana — 3 this month, Ben 4, Cleo 4`; who cannot have it stands behind, and why."""
    name, note = chosen.staff.name, notes[chosen.staff.id]
    parts = [
        Message("{who} — {note} {when}", who=name, note=note, when=when)
        if when
        else Message("{who} — {note}", who=name, note=note)
    ]
    others = [member for member in contest.free if member is not chosen]
    for members, why_not in (
        (others, ""),
        (contest.held, Message("(held back)")),
        (contest.others, Message("(not free)")),
    ):
        for member in members:
            texts = (member.staff.name, notes[member.staff.id], why_not)
            parts.append(joined(" ", filter(None, texts)))
    return Choice((chosen.staff.id,), joined(", ", parts))


def _of(situation: Situation, staff: Sequence[int]) -> tuple[Member, ...]:
    return tuple(member for member in situation.members if member.staff.id in staff)


def _ids(members: Sequence[Member]) -> tuple[int, ...]:
    return tuple(member.staff.id for member in members)


def _names(members: Sequence[Member]) -> tuple[str, ...]:
    return tuple(member.staff.name for member in members)
