"""The booking rules against a brute-force oracle: minute by minute, no interval arithmetic.

The oracle below is written from the rules alone. It knows every minute of some days as a whole
number, asks a question of each, and shares nothing with the product but the values it is asked
with. It is slow and simple on purpose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings

from lcdesk.model.booking.situation import Booked, Busy, BusyKind, Member, Situation, Slot
from lcdesk.model.booking.slots import check, slots
from lcdesk.model.domain.calendars import CalendarKind, Distribution
from lcdesk.model.domain.events import Status
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.timespan import TimeSpan
from tests.property.situations import LONGEST_DAYS, Question, questions

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

Told = Counter[tuple[str, str | None, frozenset[str]]]
"""Reasons as code, member, and the culprits (every one is named #n in these situations)."""


@pytest.mark.parametrize("kind", list(CalendarKind))
def test_slots_are_open_or_closed_for_exactly_their_true_reasons(kind: CalendarKind) -> None:
    """All candidates of some days, then starts off the grid that a person might pick."""

    @given(questions(kind))
    def agree(question: Question) -> None:
        situation, named = question.situation, question.named
        oracle = Oracle(situation, question.around, named)
        answers = slots(situation, question.first, question.days, staff=named)
        starts = [_minute(slot.span.start) for slot in answers]
        assert starts == oracle.starts(question.first, question.days)
        for slot in answers:
            assert _told(slot) == oracle.truth(slot.span)
        for span in question.picks:
            assert _told(check(situation, span, named)) == oracle.truth(span)

    agree()


@pytest.mark.parametrize("kind", list(CalendarKind))
def test_the_list_and_the_check_of_one_start_never_disagree(kind: CalendarKind) -> None:
    @settings(max_examples=20)
    @given(questions(kind))
    def agree(question: Question) -> None:
        situation, named = question.situation, question.named
        for slot in slots(situation, question.first, question.days, staff=named):
            assert check(situation, slot.span, named) == slot

    agree()


@dataclass(frozen=True)
class Truth:
    """What the rules say about one start; reasons as in Told."""

    open: bool
    staff: tuple[int, ...]
    seats_left: int | None
    reasons: Told
    cannot: frozenset[str]


def _events(member: Member) -> Iterator[Busy]:
    takers = member.events.takers
    return (takers[place] for place in range(len(takers)))


def _told(slot: Slot) -> Truth:
    reasons: Told = Counter()
    cannot: frozenset[str] = frozenset()
    for reason in slot.reasons:
        reasons[(reason.code, reason.staff, frozenset(re.findall(r"#\d+", reason.what)))] += 1
        if reason.code == "COLLECTIVE":
            cannot = frozenset(re.findall(r"@\d+", reason.what))
    return Truth(slot.open, slot.staff, slot.seats_left, reasons, cannot)


def _minute(instant: datetime) -> int:
    return (instant - EPOCH) // MINUTE


def _minutes(span: TimeSpan) -> frozenset[int]:
    return frozenset(range(_minute(span.start), _minute(span.end)))


@cache
def _clock(zone: str, around: date) -> dict[int, tuple[date, int, int]]:
    """For every minute of the days around a date: local date, minute of the day, fold."""
    noon = _minute(datetime.combine(around, time(12), tzinfo=UTC))
    tz, shown = ZoneInfo(zone), {}
    for minute in range(noon - 4 * 1440, noon + (LONGEST_DAYS + 3) * 1440):
        wall = (EPOCH + minute * MINUTE).astimezone(tz)
        shown[minute] = (wall.date(), wall.hour * 60 + wall.minute, wall.fold)
    return shown


@cache
def _first_minute(zone: str, around: date, *, day: date, at: int) -> int | None:
    """The first minute at which the clock shows `at` minutes past midnight of `day`, or more."""
    clock = _clock(zone, around)
    minute = _minute(datetime.combine(day, time(), tzinfo=UTC)) - 15 * 60
    while minute in clock and clock[minute][:2] < (day, at):
        minute += 1
    return minute if minute in clock else None


@dataclass(frozen=True)
class Piece:
    """Minutes of one uninterrupted stretch and how many minutes to keep free around it."""

    minutes: frozenset[int]
    before: int
    after: int

    def overlaps(self, other: Piece) -> bool:
        return bool(self.minutes & other.minutes)

    def too_close(self, other: Piece) -> bool:
        """Fewer free minutes between the two than the facing buffers ask for together."""
        if not self.minutes or not other.minutes:
            return False
        behind = range(max(self.minutes) + 1, max(self.minutes) + 1 + self.after + other.before)
        ahead = range(min(self.minutes) - self.before - other.after, min(self.minutes))
        return (min(other.minutes) in behind) or (max(other.minutes) in ahead)


class Oracle:
    """The rules, asked minute by minute."""

    def __init__(self, situation: Situation, around: date, named: tuple[int, ...] | None) -> None:
        self.situation = situation
        self.calendar = situation.calendar
        self.kind = situation.calendar.kind
        self.around = around
        self.named = named
        self.days = _clock(self.calendar.zone, around)
        self.booked = [
            booked
            for booked in situation.booked
            if booked.status not in (Status.CANCELLED, Status.INVALID)
            and not self._moved(booked.session)
        ]
        self.team = self._team()
        self.blocks = {member.staff.id: list(self._blocks(member)) for member in self.team}
        self.open_minutes = {
            staff: frozenset(minute for block in blocks for minute in block)
            for staff, blocks in self.blocks.items()
        }

    # -- which starts there are ---------------------------------------------------------------

    def starts(self, first: date, days: int) -> list[int]:
        """Block start + k × interval, while it fits into the open time; none of a second pass."""
        wanted = {first + timedelta(days=day) for day in range(days)}
        length = self._length() // MINUTE
        step = self.calendar.interval // MINUTE
        found = set()
        for member in self.team:
            clock = _clock(member.staff.zone, self.around)
            open_minutes = self.open_minutes[member.staff.id]
            for block in self.blocks[member.staff.id]:
                start = min(block)
                while start in block and open_minutes.issuperset(range(start, start + length)):
                    if clock[start][2] == 0 and self.days[start][0] in wanted:
                        found.add(start)
                    start += step
        return sorted(found)

    def _length(self) -> timedelta:
        situation = self.situation
        phases = self.calendar.phases if situation.phases is None else situation.phases
        if situation.length is not None:
            return situation.length
        return sum(phases, timedelta()) if phases else self.calendar.duration

    def _blocks(self, member: Member) -> Iterator[frozenset[int]]:
        """From the first minute at or past a block's start to the first at or past its end."""
        zone, hours = member.staff.zone, member.staff.hours
        for passed in range(-3, LONGEST_DAYS + 2):
            day = self.around + timedelta(days=passed)
            for block in hours.dates[day] if day in hours.dates else hours.weekly[day.weekday()]:
                start = _first_minute(zone, self.around, day=day, at=block.start)
                end = _first_minute(zone, self.around, day=day, at=block.end)
                if start is not None and end is not None and start < end:
                    yield frozenset(range(start, end))

    def _team(self) -> list[Member]:
        members = self.situation.members
        if self.kind is CalendarKind.SIMPLE:
            own = StaffMember(0, "@0", zone=self.calendar.zone, hours=self.calendar.hours)
            return [Member(own, tuple(self._as_busy(booked) for booked in self.booked))]
        if self.kind is CalendarKind.CLASS:
            return [member for member in members if member.staff.id == self.calendar.owner]
        if self.named is not None and self.kind is not CalendarKind.COLLECTIVE:
            return [member for member in members if member.staff.id in self.named]
        return list(members)

    def _as_busy(self, one: Booked) -> Busy:
        calendar = self.calendar
        return Busy(
            one.span,
            BusyKind.APPOINTMENT,
            one.what,
            calendar=calendar.id,
            before=calendar.before,
            after=calendar.after,
        )

    # -- what is true of one start ------------------------------------------------------------

    def truth(self, span: TimeSpan) -> Truth:
        reasons = self._of_calendar(span)
        members = {member.staff.id: self._of_member(member, span) for member in self.team}
        able = tuple(staff for staff, own in members.items() if not own)
        cannot: frozenset[str] = frozenset()
        if self.kind is CalendarKind.COLLECTIVE:
            enough = len(able) == len(members)
            if not enough:
                reasons[("COLLECTIVE", None, frozenset())] += 1
                cannot = frozenset(f"@{staff}" for staff in members if staff not in able)
        else:
            enough = bool(able)
        if not enough:
            reasons += self._of_team(members)
        if self.kind is CalendarKind.SIMPLE:
            able = ()
        return Truth(not reasons, able, self._seats_left(span), reasons, cannot)

    def _of_team(self, members: dict[int, Told]) -> Told:
        told: Told = Counter()
        for own in members.values():
            free_but_held = set(own) == {("ROUND_ROBIN", *next(iter(own))[1:])} if own else False
            for reason in own:
                if reason[0] != "ROUND_ROBIN" or free_but_held:
                    told[reason] += own[reason]
        if self.kind in (CalendarKind.COLLECTIVE, CalendarKind.SIMPLE):
            return told
        not_free = {"USER", "BOOKED", "BLOCKED", "CONFLICT", "BUFFER", "SLOTMAX"}
        codes = [{reason[0] for reason in own} for own in members.values()]
        nobody_has_hours = all("USER" in of_member for of_member in codes)
        if all(of_member & not_free for of_member in codes) and not (
            len(codes) == 1 and nobody_has_hours
        ):
            only = f"@{next(iter(members))}" if len(members) == 1 else None
            told[("USER", only, frozenset())] += 1
        return told

    def _of_member(self, member: Member, span: TimeSpan) -> Told:
        told: Told = Counter()
        name = None if self.kind is CalendarKind.SIMPLE else member.staff.name
        open_minutes = self.open_minutes[member.staff.id]
        if _minute(span.start) not in open_minutes:
            told[("USER", name, frozenset())] += 1
        elif not _minutes(span) <= open_minutes:
            told[("DURATION", name, frozenset())] += 1
        there = []
        for busy in (*member.busy, *_events(member)):
            if self._moved(busy.session) or self._is_this_session(busy, span):
                continue
            verdict = self._clash(busy, span)
            if busy.calendar == self.calendar.id and self._shares_slots() and verdict == "BOOKED":
                there.append(busy)
            elif verdict:
                told[(verdict, name, frozenset({busy.what}))] += 1
        if there and len(there) >= self.calendar.per_slot:
            told[("SLOTMAX", name, frozenset(busy.what for busy in there))] += 1
        if self._limits_members() and self._day_is_full(span, member.staff.id):
            told[("DAYLIMIT", name, frozenset())] += 1
        if self._is_held_back(member.staff.id, span):
            told[("ROUND_ROBIN", name, frozenset())] += 1
        return told

    def _of_calendar(self, span: TimeSpan) -> Told:
        now, calendar = self.situation.now, self.calendar
        true: dict[str, Callable[[], bool]] = {
            "PAST": lambda: span.start < now,
            "NOTICE": lambda: bool(calendar.notice) and span.start < now + calendar.notice,
            "TOOFAR": lambda: calendar.window is not None and span.start > now + calendar.window,
            "DAYLIMIT": lambda: not self._limits_members() and self._day_is_full(span, None),
            "NO_SEATS": lambda: self._seats_left(span) == 0,
        }
        told: Told = Counter(
            (code, None, frozenset[str]()) for code, is_true in true.items() if is_true()
        )
        for busy in self.situation.blocked:
            if verdict := self._clash(busy, span):
                told[(verdict, None, frozenset({busy.what}))] += 1
        for use in self.situation.resources:
            holds = [hold for hold in use.holds if not self._moved(hold.session)]
            holding = [(hold.what, _minutes(hold.span)) for hold in holds]
            culprits = set()
            for minute in _minutes(span):
                having = [what for what, minutes in holding if minute in minutes]
                if len(having) >= use.resource.capacity:
                    culprits.update(having)
            if culprits:
                told[("RESOURCE", None, frozenset(culprits))] += 1
        return told

    # -- one rule each ------------------------------------------------------------------------

    def _moved(self, session: str) -> bool:
        return bool(session) and session == self.situation.moving

    def _is_this_session(self, busy: Busy, span: TimeSpan) -> bool:
        own = busy.calendar == self.calendar.id
        return self.kind is CalendarKind.CLASS and own and busy.span == span

    def _shares_slots(self) -> bool:
        return self.kind is not CalendarKind.CLASS and self.calendar.per_slot > 1

    def _clash(self, busy: Busy, span: TimeSpan) -> str:
        """The code of a collision, empty when there is none."""
        pairs = [(mine, theirs) for mine in self._new(span) for theirs in self._there(busy)]
        if any(mine.overlaps(theirs) for mine, theirs in pairs):
            return {"appointment": "BOOKED", "blocked": "BLOCKED", "icloud": "CONFLICT"}[busy.kind]
        return "BUFFER" if any(mine.too_close(theirs) for mine, theirs in pairs) else ""

    def _new(self, span: TimeSpan) -> list[Piece]:
        calendar, whole = self.calendar, sorted(_minutes(span))
        before, after = calendar.before // MINUTE, calendar.after // MINUTE
        phases = calendar.phases if self.situation.phases is None else self.situation.phases
        if len(phases) >= 3:
            first, last = phases[0] // MINUTE, phases[-1] // MINUTE
            if first + last < len(whole):
                opening, closing = whole[:first], whole[len(whole) - last :]
                return [Piece(frozenset(opening), before, 0), Piece(frozenset(closing), 0, after)]
        return [Piece(frozenset(whole), before, after)]

    def _there(self, busy: Busy) -> list[Piece]:
        before, after = busy.before // MINUTE, busy.after // MINUTE
        if busy.processing is None:
            return [Piece(_minutes(busy.span), before, after)]
        free = _minutes(busy.processing)
        early = frozenset(minute for minute in _minutes(busy.span) if minute < min(free))
        late = frozenset(minute for minute in _minutes(busy.span) if minute > max(free))
        return [Piece(early, before, 0), Piece(late, 0, after)]

    def _limits_members(self) -> bool:
        return self.kind in (CalendarKind.ROUND_ROBIN, CalendarKind.SERVICE)

    def _day_is_full(self, span: TimeSpan, staff: int | None) -> bool:
        """Of one member, or for None of the whole calendar; a class counts sessions."""
        limit, tz = self.calendar.per_day, ZoneInfo(self.calendar.zone)
        day = span.start.astimezone(tz).date()
        on_day = [
            booked.span
            for booked in self.booked
            if booked.span.start.astimezone(tz).date() == day
            and (staff is None or staff in booked.staff)
        ]
        if self.kind is CalendarKind.CLASS:
            if span in on_day:
                return False
            on_day = list(set(on_day))
        return limit is not None and len(on_day) >= limit

    def _seats_left(self, span: TimeSpan) -> int | None:
        if self.kind is not CalendarKind.CLASS:
            return None
        return max(0, self.calendar.seats - sum(booked.span == span for booked in self.booked))

    def _is_held_back(self, staff: int, span: TimeSpan) -> bool:
        calendar, situation = self.calendar, self.situation
        equal = calendar.distribution is Distribution.EQUAL
        if self.kind is not CalendarKind.ROUND_ROBIN or not equal or self.named is not None:
            return False
        if staff in situation.present:
            return False
        tz = ZoneInfo(calendar.zone)
        month = span.start.astimezone(tz).strftime("%Y-%m")
        counts = {member.staff.id: 0 for member in situation.members}
        for booked in self.booked:
            is_old = situation.reset and booked.made and booked.made < situation.reset
            if booked.span.start.astimezone(tz).strftime("%Y-%m") == month and not is_old:
                for who in booked.staff:
                    counts[who] += 1
        return counts[staff] >= min(counts.values()) + 3
