"""Random situations for the booking rules: small, crowded, and often on clock-change days.

Hypothesis draws recipes, tuples of small numbers from strategies that are made once; a Kitchen
turns them into values. Building strategies for every example would take most of the time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any

from hypothesis import strategies as st

from lcdesk.model.booking.situation import (
    Booked,
    Busy,
    BusyKind,
    Hold,
    Member,
    ResourceUse,
    Situation,
    with_buffers,
)
from lcdesk.model.domain.calendars import Calendar, CalendarKind, Distribution, Resource
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.people import Day, Hours, HoursBlock, StaffMember
from lcdesk.model.domain.timespan import TimeSpan

LONGEST_DAYS = 2
HOUR = timedelta(hours=1)
STEP = timedelta(minutes=5)

# The clocks of the zone change on that day; New Year's Eve ends a month.
PLACES = (
    ("Europe/Berlin", date(2026, 3, 29)),
    ("Europe/Berlin", date(2026, 10, 25)),
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("Europe/Berlin", date(2026, 12, 31)),
)
ELSEWHERE = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC")
STATUSES = (Status.CONFIRMED, Status.SHOWED, Status.NEW, *Status)
SESSIONS = ("", "", "", "moving")

# Wall-clock minutes at which hours begin or end: mostly around the changes.
EDGES = (0, 45, 60, 90, 120, 150, 165, 180, 210, 270, 540, 700, 1020, 1380, 1440)

Recipe = tuple[Any, ...]

# Steps from the first instant of interest, twelve hours before the first day in UTC; some hours
# are crowded, so that appointments meet.
at = st.integers(0, 72 * 12) | st.integers(12 * 12, 20 * 12) | st.integers(171, 177)
steps = st.integers(1, 18)
made = st.integers(0, 4)  # when booked, and when counting began again
buffer = st.sampled_from([0, 0, 0, 1, 2, 3, 6])
session = st.sampled_from(SESSIONS)
spans = st.tuples(at, st.integers(0, 12))
days = st.lists(st.sampled_from(EDGES), max_size=6, unique=True)
hours = st.tuples(days, st.none() | days)
busies = st.tuples(
    spans,
    st.sampled_from([BusyKind.APPOINTMENT, BusyKind.APPOINTMENT, *BusyKind]),
    st.sampled_from([1, 1, 2]),
    session,
    st.tuples(buffer, buffer),
    st.none() | st.tuples(st.integers(1, 5), st.integers(1, 5)),
)
members = st.tuples(st.none() | st.sampled_from(ELSEWHERE), hours, st.lists(busies, max_size=8))
teams = st.lists(members, min_size=2, max_size=3) | st.lists(members, min_size=1, max_size=1)
booked = st.tuples(
    spans, st.sampled_from([0, 0, 0, 0, 1, 2]), session, st.sampled_from(STATUSES), st.none() | at
)
many = st.lists(booked, min_size=5, max_size=9)
holds = st.lists(st.tuples(spans, session), max_size=5)
phases = st.tuples(steps, steps, steps) | st.lists(steps, min_size=1, max_size=4)
some = st.sampled_from([0, 0, 0, 0, 1, 2, 4, 5])  # members as bits; mostly nobody is named
calendars = st.tuples(
    st.tuples(steps, st.sampled_from([3, 4, 6, 9, 12])),
    st.tuples(buffer, buffer),
    st.tuples(st.sampled_from([1, 1, 2, 3]), st.none() | st.integers(0, 4)),
    st.tuples(st.sampled_from([0, 0, 1, 5]), st.none() | st.integers(0, 40)),
    st.sampled_from([Distribution.EQUAL, *Distribution]),
    st.integers(1, 3),
    st.none() | phases,
)
recipes = st.tuples(
    st.tuples(st.sampled_from(PLACES), st.integers(-1, 0), st.integers(1, LONGEST_DAYS)),
    st.tuples(calendars, hours, teams),
    st.tuples(st.lists(booked, max_size=5) | many, st.lists(spans, max_size=2)),
    st.lists(st.tuples(st.integers(1, 2), holds), max_size=2),
    st.tuples(
        st.integers(0, 12 * 24), st.none() | at, session, st.none() | steps, st.none() | phases
    ),
    st.tuples(some, some),
    st.lists(st.tuples(at, steps), min_size=1, max_size=5),
)


@dataclass(frozen=True)
class Question:
    """A situation, the days and members asked about, and some starts off the grid."""

    situation: Situation
    around: date
    first: date
    days: int
    named: tuple[int, ...] | None
    picks: tuple[TimeSpan, ...]


def questions(kind: CalendarKind) -> st.SearchStrategy[Question]:
    """Questions to a calendar of one kind."""
    return recipes.map(lambda recipe: _question(kind, recipe))


def _question(kind: CalendarKind, recipe: Recipe) -> Question:
    ((zone, around), shift, count_of_days), of_team, taken, uses, rest, (named, present), picks = (
        recipe
    )
    first = around + timedelta(days=shift)
    kitchen = Kitchen(kind, zone, datetime.combine(first, time(), tzinfo=UTC) - 12 * HOUR)
    situation = kitchen.situation(of_team, taken, uses, rest, present)
    asked = _some(situation.calendar.staff, named)
    return Question(
        situation,
        around,
        first,
        count_of_days,
        asked or None,
        tuple(kitchen.span(pick) for pick in picks),
    )


def _some(staff: Sequence[int], bits: int) -> tuple[int, ...]:
    return tuple(member for at, member in enumerate(staff) if bits >> at & 1)


def _day(edges: Sequence[int]) -> Day:
    """Blocks between pairs of edges, or between all neighbours, so that some touch."""
    ordered, step = sorted(edges), 1 if len(edges) % 2 else 2
    starts = range(0, len(ordered) - 1, step)
    return tuple(HoursBlock(ordered[place], ordered[place + 1]) for place in starts)


def _lengths(of_steps: Sequence[int]) -> tuple[timedelta, ...]:
    return tuple(number * STEP for number in of_steps)


@dataclass(frozen=True)
class Kitchen:
    """Makes values of recipes; everything is named #n, so that culprits can be told."""

    kind: CalendarKind
    zone: str
    start: datetime
    names: count[int] = field(default_factory=lambda: count(1))

    def name(self) -> str:
        return f"#{next(self.names)}"

    def instant(self, number: int) -> datetime:
        return self.start + number * STEP

    def span(self, recipe: Recipe) -> TimeSpan:
        return TimeSpan.of_length(self.instant(recipe[0]), recipe[1] * STEP)

    def situation(
        self, of_team: Recipe, taken: Recipe, uses: Recipe, rest: Recipe, present: int
    ) -> Situation:
        of_calendar, own_hours, of_members = of_team
        is_simple, is_service = self.kind is CalendarKind.SIMPLE, self.kind is CalendarKind.SERVICE
        staff = () if is_simple else tuple(range(1, len(of_members) + 1))
        calendar = self.calendar(of_calendar, own_hours, staff)
        team = tuple(self.member(member, of_members[member - 1]) for member in staff)
        booked = sorted(
            (self.booked(slot, calendar) for slot in taken[0]), key=lambda slot: slot.span
        )
        if self.kind is CalendarKind.CLASS:
            team, booked = _taught(team, booked)
        now, reset, moving, length, of_phases = rest
        return Situation(
            calendar=calendar,
            now=self.instant(now),
            members=team,
            booked=tuple(booked),
            blocked=tuple(
                Busy(self.span(slot), BusyKind.BLOCKED, self.name()) for slot in sorted(taken[1])
            ),
            resources=tuple(map(self.use, uses)) if is_service else (),
            reset=None if reset is None else self.instant(reset),
            moving=moving,
            present=_some(staff, present),
            length=length * STEP if length and is_service else None,
            phases=_lengths(of_phases) if of_phases and is_service else None,
        )

    def calendar(self, recipe: Recipe, own_hours: Recipe, staff: tuple[int, ...]) -> Calendar:
        (duration, interval), (before, after), capacity, limits, distribution, seats, split = recipe
        return Calendar(
            id=1,
            name="@0",
            kind=self.kind,
            staff=staff,
            owner=staff[-1] if staff else None,
            zone=self.zone,
            duration=duration * STEP,
            interval=interval * STEP,
            before=before * STEP,
            after=after * STEP,
            per_slot=capacity[0],
            per_day=capacity[1],
            notice=limits[0] * HOUR,
            window=None if limits[1] is None else limits[1] * HOUR,
            hours=self.hours(own_hours),
            distribution=distribution,
            seats=seats,
            phases=_lengths(split) if split and self.kind is CalendarKind.SERVICE else (),
        )

    def hours(self, recipe: Recipe) -> Hours:
        """The same blocks every day, but for some dates."""
        usual, special = recipe
        dates = {} if special is None else {day: _day(special) for _, day in PLACES}
        of_day = _day(usual)
        return Hours((of_day,) * 7, dates)

    def member(self, staff: int, recipe: Recipe) -> Member:
        elsewhere, of_hours, of_busy = recipe
        person = StaffMember(
            staff, f"@{staff}", zone=elsewhere or self.zone, hours=self.hours(of_hours)
        )
        busy = sorted(map(self.busy, of_busy), key=lambda found: found.span)
        events = [found for found in busy if _is_read_as_event(found)]
        rest = tuple(found for found in busy if not _is_read_as_event(found))
        return Member(person, rest, events=with_buffers(events))

    def busy(self, recipe: Recipe) -> Busy:
        of_span, kind, calendar, moved, (before, after), around = recipe
        span = self.span(of_span)
        if kind is not BusyKind.APPOINTMENT:
            return Busy(span, kind, self.name())
        processing = None
        if around is not None and sum(around) < of_span[1]:
            processing = TimeSpan(span.start + around[0] * STEP, span.end - around[1] * STEP)
        return Busy(
            span,
            kind,
            self.name(),
            calendar=calendar,
            session=moved,
            before=before * STEP,
            after=after * STEP,
            processing=processing,
        )

    def booked(self, recipe: Recipe, calendar: Calendar) -> Booked:
        (start, length), place, moved, status, made = recipe
        # Mostly as long as a slot, so that class sessions are the very ones asked about.
        span = self.span((start, length if length % 4 == 1 else calendar.duration // STEP))
        team = calendar.staff
        who = (team[place % len(team)],) if team else ()
        return Booked(
            span, who, moved, status, self.name(), None if made is None else self.instant(made)
        )

    def use(self, recipe: Recipe) -> ResourceUse:
        capacity, of_holds = recipe
        taken = tuple(Hold(self.span(hold), self.name(), moved) for hold, moved in of_holds)
        return ResourceUse(Resource(1, "Room", capacity), taken)


def _is_read_as_event(busy: Busy) -> bool:
    """Some of the iCloud events come as a timeline, as the store reads them."""
    return busy.kind is BusyKind.ICLOUD and int(busy.what.removeprefix("#")) % 2 == 0


def _taught(
    team: tuple[Member, ...], booked: list[Booked]
) -> tuple[tuple[Member, ...], list[Booked]]:
    """In a class the owner teaches what is booked, and some sessions have two seats taken."""
    sessions = tuple(
        Busy(booking.span, BusyKind.APPOINTMENT, booking.what, calendar=1, session=booking.session)
        for booking in booked
    )
    found = tuple(
        replace(member, busy=tuple(sorted(member.busy + sessions, key=lambda found: found.span)))
        for member in team
    )
    return found, [
        seat for booking in booked for seat in (booking, booking)[: 1 + len(booking.what) % 2]
    ]
