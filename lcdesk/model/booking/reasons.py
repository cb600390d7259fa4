"""Why members cannot: every reason of every member, worded when somebody reads it.

USER and COLLECTIVE are about the team as a whole; the reasons of each member follow, in the
team's order.

**Decided** (docs/rules/booking.md, "Slots"):
- USER without hours names the member; "nobody is free" comes beside each member's own reasons.
  A member who is free but held back, at the day limit or whose hours end too early counts as
  free, so USER is then no reason.
- ROUND_ROBIN is told for each member against whom nothing else stands.
- A collision is either BOOKED, BLOCKED or CONFLICT, or, where only a buffer collides, BUFFER.
- A simple calendar outside its own hours is USER too, and names the calendar.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import overload

from lcdesk.model.booking.availability import (
    CROWDED,
    DAY_FULL,
    ENDS_EARLY,
    HELD_BACK,
    NO_HOURS,
    NOT_FREE,
    TAKEN,
    Availability,
)
from lcdesk.model.booking.busy import is_only_buffer
from lcdesk.model.booking.hours import Run
from lcdesk.model.booking.round_robin import Counts
from lcdesk.model.booking.situation import Busy, BusyKind, Reason, ReasonCode
from lcdesk.model.booking.slot_query import SlotQuery
from lcdesk.model.booking.timeline import instant_of
from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.message import Message, clock_of, in_month, joined
from lcdesk.model.domain.people import Away
from lcdesk.model.domain.zones import local_day, zone

CODE_OF = {
    BusyKind.APPOINTMENT: ReasonCode.BOOKED,
    BusyKind.BLOCKED: ReasonCode.BLOCKED,
    BusyKind.ICLOUD: ReasonCode.CONFLICT,
}


def clash(busy: Busy, index: int, query: SlotQuery) -> Reason:
    """The reason that a colliding stretch of taken time is."""
    if is_only_buffer(busy, index, query):
        return Reason(ReasonCode.BUFFER, _buffer(busy, query.grid.starts[index]))
    return Reason(CODE_OF[busy.kind], busy.what, server_name=busy.server_name)


def team_reasons(team: Sequence[Availability], index: int, query: SlotQuery) -> list[Reason]:
    """USER or COLLECTIVE, where it applies to a candidate that the members close."""
    kind = query.calendar.kind
    if kind is CalendarKind.COLLECTIVE:
        cannot = [
            availability.member.staff.name for availability in team if availability.flags[index]
        ]
        return [
            Reason(
                ReasonCode.COLLECTIVE,
                Message.counted("{who} cannot", "{who} cannot", n=len(cannot), who=cannot),
            )
        ]
    if kind is CalendarKind.SIMPLE or not all(
        availability.flags[index] & NOT_FREE for availability in team
    ):
        return []
    nobody_has_hours = all(availability.flags[index] & NO_HOURS for availability in team)
    if len(team) == 1:
        return [] if nobody_has_hours else [_not_free(team[0].member.staff.name)]
    if nobody_has_hours:
        return [Reason(ReasonCode.USER, Message("nobody has hours then"))]
    names = [availability.member.staff.name for availability in team]
    what = (
        Message("none of {who} is free then", who=names)
        if len(names) < 4
        else Message("none of the {count} members is free then", count=len(names))
    )
    return [Reason(ReasonCode.USER, what)]


def _not_free(name: str) -> Reason:
    return Reason(ReasonCode.USER, Message("{who} is not free then", who=name), name)


class MemberReasons:
    """One member's reasons.

    Those that repeat are made once: a large team's month has tens of thousands.
    """

    __slots__ = ("_availability", "_made", "_months", "_name", "_query", "_staff", "_zone")

    def __init__(
        self, availability: Availability, query: SlotQuery, months: Sequence[tuple[Run, Counts]]
    ) -> None:
        self._availability = availability
        self._query = query
        self._months = months
        self._staff = availability.member.staff
        self._zone = zone(self._staff.zone)
        # A simple calendar has no members; its reasons are the calendar's own.
        is_simple = query.calendar.kind is CalendarKind.SIMPLE
        self._name = None if is_simple else self._staff.name
        self._made: dict[object, Reason] = {}

    def against(self, index: int) -> list[Reason]:
        """Every reason of this member against the candidate."""
        flags = self._availability.flags[index]
        if flags == HELD_BACK:
            return [self._explain_held_back(index)]
        reasons: list[Reason] = []
        if flags & NO_HOURS:
            reasons.append(self._no_hours(index))
        if flags & ENDS_EARLY:
            reasons.append(self._ends_early(index))
        if flags & TAKEN:
            reasons += self._clashes(index)
        if flags & CROWDED:
            reasons.append(self._explain_crowded(index))
        if flags & DAY_FULL:
            reasons.append(self._day_full(index))
        return reasons

    def _no_hours(self, index: int) -> Reason:
        wall = self._query.grid.starts[index].astimezone(self._zone)
        day = wall.date()
        away = self._staff.hours.away_at(day, wall.hour * 60 + wall.minute)
        is_closed = not self._staff.hours.on(day)
        key: object = day if is_closed else (wall.hour, wall.minute, wall.fold)
        key = key if away is None else away
        reason = self._made.get(key)
        if reason is None and away is not None:
            reason = self._made[key] = Reason(ReasonCode.USER, self._away(away), self._name)
        elif reason is None:
            name = self._staff.name
            what = (
                Message("{who} has no hours on {day}", who=name, day=day)
                if is_closed
                else Message("{who} has no hours at {time}", who=name, time=self._clock(wall))
            )
            reason = self._made[key] = Reason(ReasonCode.USER, what, self._name)
        return reason

    def _away(self, away: Away) -> Message:
        name, title = self._staff.name, away.title
        if away.is_for_all:
            if title:
                return Message("the business is closed ({title})", title=title)
            return Message("the business is closed")
        if title:
            return Message("{who} is away ({title})", who=name, title=title)
        return Message("{who} is away", who=name)

    def _ends_early(self, index: int) -> Reason:
        start = self._query.grid.seconds[index]
        closing = instant_of(next(end for _, end in self._availability.open if end > start))
        wall = closing.astimezone(self._zone)
        time = self._clock(wall)
        away = self._staff.hours.away_at(wall.date(), wall.hour * 60 + wall.minute)
        if away is not None and not away.is_for_all:
            what = Message("{who} is away from {time}", who=self._staff.name, time=time)
            return Reason(ReasonCode.DURATION, what, self._name)
        what = Message("{who}’s hours end at {time}", who=self._staff.name, time=time)
        return Reason(ReasonCode.DURATION, what, self._name)

    def _clock(self, wall: datetime) -> datetime | Message:
        """The time of day; the zone is named where it is not that of the clock looked at."""
        return clock_of(wall, self._staff.zone, self._query.situation.here)

    def _clashes(self, index: int) -> Iterable[Reason]:
        """Each collision; two events whose details are hidden read the same and are told once."""
        query, found = self._query, {}
        for busy in self._availability.against.at(index, query.edges):
            if is_only_buffer(busy, index, query):
                code, what = ReasonCode.BUFFER, _buffer(busy, query.grid.starts[index])
            else:
                code, what = CODE_OF[busy.kind], busy.what
            reason = self._made.get((code, what, busy.server_name))
            if reason is None:
                reason = Reason(code, what, self._name, busy.server_name)
                self._made[code, what, busy.server_name] = reason
            found[id(reason)] = reason
        return found.values()

    def _explain_crowded(self, index: int) -> Reason:
        there, limit = self._availability.crowd[index], self._query.calendar.per_slot
        what = Message(
            "{count} of {limit} there: {names}",
            count=len(there),
            limit=limit,
            names=joined(", ", (busy.what for busy in there)),
        )
        return Reason(ReasonCode.SLOTMAX, what, self._name)

    def _day_full(self, index: int) -> Reason:
        calendar = self._query.calendar
        day = local_day(self._query.grid.starts[index], zone(calendar.zone))
        what = Message(
            "the limit of {limit} a day is reached on {day}", limit=calendar.per_day or 0, day=day
        )
        return Reason(ReasonCode.DAYLIMIT, what, self._name)

    def _explain_held_back(self, index: int) -> Reason:
        run, counts = next(month for month in self._months if index < month[0].high)
        reason = self._made.get(run)
        if reason is None:
            now = local_day(self._query.situation.now, zone(self._query.calendar.zone))
            month = in_month(run.first, now)
            what = Message(
                "held back with {count} {month}: {behind} first",
                count=counts[self._staff.id],
                month=month,
                behind=self._behind(counts),
            )
            reason = self._made[run] = Reason(ReasonCode.ROUND_ROBIN, what, self._name)
        return reason

    def _behind(self, counts: Counts) -> Message:
        """Who is waited for, free or not: the rule looks at the whole team."""
        lowest = min(counts.values())
        team = self._query.situation.members
        names = [member.staff.name for member in team if counts[member.staff.id] == lowest]
        if len(names) == 1:
            return Message("{who} has {count} and has to catch up", who=names[0], count=lowest)
        others = names if len(names) < 4 else Message("{count} others", count=len(names))
        return Message("{who} have {count} and have to catch up", who=others, count=lowest)


class Explanation:
    """All members' reasons of one query, sorted by candidate when the first one is read.

    Wording takes several times as long as deciding, and most lists show a few reasons only.
    """

    def __init__(
        self,
        query: SlotQuery,
        team: Sequence[Availability],
        months: Sequence[tuple[Run, Counts]],
    ) -> None:
        self._query = query
        self._team = team
        self._months = months
        self._members: list[MemberReasons] | None = None

    def of(self, index: int) -> list[Reason]:
        """Every reason of the members against the candidate."""
        if self._members is None:
            self._members = [
                MemberReasons(availability, self._query, self._months)
                for availability in self._team
            ]
        reasons = team_reasons(self._team, index, self._query)
        for member in self._members:
            reasons += member.against(index)
        return reasons


class ReasonsOnDemand(Sequence[Reason]):
    """The reasons of a slot that its members close; worded once, when they are read."""

    __slots__ = ("_explanation", "_first", "_index", "_worded")

    def __init__(self, explanation: Explanation, index: int, first: tuple[Reason, ...]) -> None:
        self._explanation = explanation
        self._index = index
        self._first = first
        self._worded: tuple[Reason, ...] | None = None

    @overload
    def __getitem__(self, index: int) -> Reason: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Reason, ...]: ...
    def __getitem__(self, index: int | slice) -> Reason | tuple[Reason, ...]:
        return self._all()[index]

    def __iter__(self) -> Iterator[Reason]:
        return iter(self._all())

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
    name = busy.what
    if busy.span.end <= start:
        if busy.after:
            return Message("buffer after {name}", name=name)
        return Message("buffer before, up to {name}", name=name)
    if busy.span.start >= start:
        if busy.before:
            return Message("buffer before {name}", name=name)
        return Message("buffer after, up to {name}", name=name)
    return Message("buffer beside {name}", name=name)
