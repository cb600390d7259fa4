"""Why members cannot: every reason of every member, worded when somebody reads it.

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

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import overload

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
    busy: Mapping[int, list[Busy]]

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


class Explanation:
    """All members' reasons of one inquiry, sorted by candidate when the first one is read.

    Wording takes several times as long as deciding, and most lists show a few reasons only.
    """

    def __init__(
        self, inquiry: Inquiry, verdicts: Sequence[Verdict], months: Sequence[tuple[Run, Counts]]
    ) -> None:
        self._inquiry = inquiry
        self._verdicts = verdicts
        self._months = months
        self._complaints: list[Complaints] | None = None

    def of(self, index: int) -> list[Reason]:
        """Every reason of the members against the candidate."""
        if self._complaints is None:
            self._complaints = [self._sorted(one) for one in self._verdicts]
        reasons = team_reasons(self._verdicts, index, self._inquiry)
        for member in self._complaints:
            reasons += member.against(index)
        return reasons

    def _sorted(self, verdict: Verdict) -> Complaints:
        busy: dict[int, list[Busy]] = defaultdict(list)
        for low, high, one in verdict.hits:
            for index in range(low, high):
                busy[index].append(one)
        return Complaints(verdict, self._inquiry, self._months, busy)


class ReasonsOnDemand(Sequence[Reason]):
    """The reasons of a slot that its members close; worded once, when they are read."""

    __slots__ = ("_explanation", "_first", "_index", "_worded")

    def __init__(self, explanation: Explanation, index: int, first: tuple[Reason, ...]) -> None:
        self._explanation = explanation
        self._index = index
        self._first = first
        self._worded: tuple[Reason, ...] | None = None

    @overload
    def __getitem__(self, place: int) -> Reason: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Reason, ...]: ...
    def __getitem__(self, place: int | slice) -> Reason | tuple[Reason, ...]:
        return self._all()[place]

    def __len__(self) -> int:
        return len(self._all())

    def __bool__(self) -> bool:
        return True  # without wording them: a slot that its members close has a reason

    def __eq__(self, other: object) -> bool:
        return tuple(other) == self._all() if isinstance(other, Sequence) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())

    def _all(self) -> tuple[Reason, ...]:
        if self._worded is None:
            self._worded = (*self._first, *self._explanation.of(self._index))
        return self._worded


def _buffer(busy: Busy, start: datetime) -> str:
    """Whose buffer it is; where both have one, the one that is there already."""
    if busy.span.end <= start:
        return f"buffer after {busy.what}" if busy.after else f"buffer before, up to {busy.what}"
    if busy.span.start >= start:
        return f"buffer before {busy.what}" if busy.before else f"buffer after, up to {busy.what}"
    return f"buffer beside {busy.what}"
