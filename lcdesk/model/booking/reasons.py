"""Why members cannot: every reason of every member, worded, for closed slots only.

USER and COLLECTIVE are about the team as a whole; the reasons of each member follow, in the
team's order.

**decided** (booking.md is silent):
- USER without hours names the member; "nobody is free" comes beside each member's own reasons.
  A member who is free but held back, at the day limit or whose hours end too early counts as
  free, so USER is then no reason.
- ROUND_ROBIN is told for each member against whom nothing else stands.
- A collision is either BOOKED, BLOCKED or CONFLICT, or, where only a buffer collides, BUFFER.
- A simple calendar outside its own hours is USER too, and names the calendar.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from lcdesk.model.booking import verdict, words
from lcdesk.model.booking.busy import is_only_buffer
from lcdesk.model.booking.grid import Run
from lcdesk.model.booking.hours import instant_of
from lcdesk.model.booking.inquiry import Inquiry
from lcdesk.model.booking.round_robin import HELD_BACK_FROM, Counts
from lcdesk.model.booking.situation import Busy, BusyKind, Reason, ReasonCode
from lcdesk.model.booking.verdict import Verdict
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.zones import local_day, zone

CODE_OF = {
    BusyKind.APPOINTMENT: ReasonCode.BOOKED,
    BusyKind.BLOCKED: ReasonCode.BLOCKED,
    BusyKind.ICLOUD: ReasonCode.CONFLICT,
}


def clash(busy: Busy, index: int, inquiry: Inquiry, *, staff: str | None = None) -> Reason:
    """The reason that a colliding stretch of taken time is."""
    if is_only_buffer(busy, index, inquiry):
        return Reason(ReasonCode.BUFFER, _buffer(busy, inquiry.grid.starts[index]), staff)
    return Reason(CODE_OF[busy.kind], busy.what, staff)


def team_reasons(verdicts: Sequence[Verdict], index: int, inquiry: Inquiry) -> list[Reason]:
    """USER or COLLECTIVE, where it applies to a candidate that the members close."""
    kind = inquiry.calendar.kind
    if kind is CalendarKind.COLLECTIVE:
        cannot = [one.member.staff.name for one in verdicts if one.flags[index]]
        return [Reason(ReasonCode.COLLECTIVE, f"{words.joined(cannot)} cannot")]
    if kind is CalendarKind.SIMPLE or not _nobody_free(verdicts, index):
        return []
    if not any(one.flags[index] & verdict.NO_HOURS == 0 for one in verdicts):
        return [Reason(ReasonCode.USER, "nobody has hours then")] if len(verdicts) != 1 else []
    names = [one.member.staff.name for one in verdicts]
    if len(names) == 1:
        return [Reason(ReasonCode.USER, f"{names[0]} is not free then", names[0])]
    return [Reason(ReasonCode.USER, f"none of {words.joined(names)} is free then")]


def _nobody_free(verdicts: Sequence[Verdict], index: int) -> bool:
    return all(one.flags[index] & verdict.NOT_FREE for one in verdicts)


@dataclass(frozen=True, slots=True)
class Complaints:
    """One member's reasons, with the collisions sorted by candidate."""

    verdict: Verdict
    inquiry: Inquiry
    months: Sequence[tuple[Run, Counts]]
    busy: dict[int, list[Busy]] = field(default_factory=dict)

    @property
    def name(self) -> str | None:
        """The member's name; None for a simple calendar, which has no members."""
        is_simple = self.inquiry.calendar.kind is CalendarKind.SIMPLE
        return None if is_simple else self.verdict.member.staff.name

    def against(self, index: int) -> list[Reason]:
        """Every reason of this member against the candidate."""
        flags = self.verdict.flags[index]
        if flags == verdict.HELD_BACK:
            return [self._held_back(index)]
        reasons = [self._hours(index, flags)] if flags & _HOURS else []
        reasons += self._clashes(index) if flags & verdict.TAKEN else ()
        if flags & verdict.CROWDED:
            reasons.append(self._crowded(index))
        if flags & verdict.DAY_FULL:
            reasons.append(self._day_full(index))
        return reasons

    def _hours(self, index: int, flags: int) -> Reason:
        staff, start = self.verdict.member.staff, self.inquiry.grid.starts[index]
        calendar = self.inquiry.calendar
        if flags & verdict.NO_HOURS:
            what = words.no_hours(staff, start, calendar=calendar)
            return Reason(ReasonCode.USER, what, self.name)
        end = words.time_of_day(self._closing(index), staff, calendar=calendar)
        return Reason(ReasonCode.DURATION, f"the hours of {staff.name} end at {end}", self.name)

    def _closing(self, index: int) -> datetime:
        start = self.inquiry.grid.seconds[index]
        return instant_of(next(end for _, end in self.verdict.open if end > start))

    def _clashes(self, index: int) -> Iterable[Reason]:
        found = (
            clash(busy, index, self.inquiry, staff=self.name) for busy in self.busy.get(index, ())
        )
        return dict.fromkeys(found)

    def _crowded(self, index: int) -> Reason:
        there, limit = self.verdict.crowd[index], self.inquiry.calendar.per_slot
        names = ", ".join(busy.what for busy in there)
        return Reason(ReasonCode.SLOTMAX, f"{len(there)} of {limit} there: {names}", self.name)

    def _day_full(self, index: int) -> Reason:
        calendar = self.inquiry.calendar
        day = local_day(self.inquiry.grid.starts[index], zone(calendar.zone))
        what = f"the limit of {calendar.per_day} a day is reached on {words.day(day)}"
        return Reason(ReasonCode.DAYLIMIT, what, self.name)

    def _held_back(self, index: int) -> Reason:
        run, counts = next(month for month in self.months if index < month[0].high)
        now = local_day(self.inquiry.situation.now, zone(self.inquiry.calendar.zone))
        count, lowest = counts[self.verdict.member.staff.id], min(counts.values())
        what = f"{count} {words.month(run.first, now)}, {HELD_BACK_FROM} or more above {lowest}"
        return Reason(ReasonCode.ROUND_ROBIN, what, self.name)


_HOURS = verdict.NO_HOURS | verdict.ENDS_EARLY


def complaints(
    verdicts: Iterable[Verdict],
    closed: bytearray,
    inquiry: Inquiry,
    *,
    months: Sequence[tuple[Run, Counts]],
) -> list[Complaints]:
    """The members' reasons, ready for the candidates marked in `closed`."""
    found = [Complaints(verdict, inquiry, months) for verdict in verdicts]
    for one in found:
        for low, high, busy in one.verdict.hits:
            for index in range(low, high):
                if closed[index]:
                    one.busy.setdefault(index, []).append(busy)
    return found


def _buffer(busy: Busy, start: datetime) -> str:
    """Whose buffer it is; where both have one, the one that is there already."""
    if busy.span.end <= start:
        return f"buffer after {busy.what}" if busy.after else f"buffer before, up to {busy.what}"
    if busy.span.start >= start:
        return f"buffer before {busy.what}" if busy.before else f"buffer after, up to {busy.what}"
    return f"buffer beside {busy.what}"
