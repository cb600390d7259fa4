"""A month of open slots for a large team, against a plain scan; and the tint of a visible week."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.figures import Figure, cost_of, exponent, median, say
from bench.stores import NOW, full_store
from lcdesk.model.booking.situation import Busy, BusyKind, Member, Situation
from lcdesk.model.booking.slots import slots
from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.people import Hours, HoursBlock, StaffMember
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import at_wall, zone
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import all_staff
from lcdesk.ui.context.view_filter import Days
from lcdesk.ui.week.open_slots_model import open_times
from lcdesk.ui.week.week import Column

BERLIN = "Europe/Berlin"
FIRST, DAYS = date(2026, 12, 1), 31
HALF = timedelta(minutes=30)
OPEN_DAY = (HoursBlock(9 * 60, 17 * 60),)
HOURS = Hours((OPEN_DAY,) * 7)
MEMBERS, INTERVALS, EVENTS, ROUNDS = 20, 10_000, 100_000, 9
TEAMS, EACH = (1, 3, 10, 30, 100), 500
LOADS = (1_000, 10_000, 100_000)


def run() -> list[Figure]:
    """The rules alone first, then with a store below them."""
    crowd = _situation(MEMBERS, INTERVALS)
    first = cost_of(partial(_all_reasons, crowd)).wall * 1000
    again, plain = _slots_ms(crowd), _ms(partial(_scan, crowd), 3)
    say(
        f"A month of slots, round robin of {MEMBERS}, {INTERVALS:,} busy intervals, all reasons",
        f"lcdesk, first question {first:7.1f} ms (puts the taken time in order)",
        f"lcdesk, from then on   {again:7.1f} ms median",
        f"plain scan, no reasons {plain:7.1f} ms median",
        f"ratio scan / lcdesk: {plain / first:.1f} first, {plain / again:.1f} from then on",
    )
    say(
        "How it grows, all reasons read (n log n would be 1.11 from 1,000 to 100,000)",
        _growth(f"members, {EACH} intervals each", {n: _situation(n, n * EACH) for n in TEAMS}),
        _growth(f"intervals, team of {MEMBERS}", {n: _situation(MEMBERS, n) for n in LOADS}),
        _growth("intervals, one member", {n: _situation(1, n) for n in LOADS}),
    )
    tint, lines = _tint()
    say(f"Tinting a visible week on a store of {EVENTS:,} events", *lines)
    return [
        Figure("a month of slots, first question", first, "ms", plain, "a plain scan"),
        Figure("a month of slots, from then on", again, "ms", plain, "a plain scan"),
        Figure("tinting a week", tint, "ms", 16.0, "a frame of a 60 Hz screen"),
    ]


def _growth(what: str, situations: dict[int, Situation]) -> str:
    """Times by size, how many reasons were read, and the exponent of the power that fits best."""
    times = {size: _slots_ms(situation) for size, situation in situations.items()}
    steps = (
        f"{size:,}: {times[size]:.1f} ms ({_all_reasons(situation):,} reasons)"
        for size, situation in situations.items()
    )
    return f"by {what}: {', '.join(steps)}; exponent {exponent(times):.2f}"


def _situation(members: int, intervals: int) -> Situation:
    chance = random.Random(members * 1_000_003 + intervals)
    start = at_wall(FIRST, 0, zone(BERLIN))
    busy: list[list[Busy]] = [[] for _ in range(members)]
    for number in range(intervals):
        begin = start + timedelta(minutes=5 * chance.randrange(DAYS * 288))
        span = TimeSpan.of_length(begin, timedelta(minutes=chance.choice((5, 10, 15, 30))))
        busy[number % members].append(Busy(span, BusyKind.ICLOUD, f"Family: Event {number}"))
    team = tuple(
        Member(StaffMember(number + 1, f"Member {number}", zone=BERLIN, hours=HOURS), tuple(some))
        for number, some in enumerate(busy)
    )
    ids = tuple(member.staff.id for member in team)
    calendar = Calendar(1, "Visit", CalendarKind.ROUND_ROBIN, ids, zone=BERLIN)
    return Situation(calendar, NOW, team)


def _all_reasons(situation: Situation) -> int:
    """Reasons are worded when they are read: so read every one."""
    return sum(len(slot.reasons) for slot in slots(situation, FIRST, DAYS))


def _scan(situation: Situation) -> int:
    """Each slot against each interval of each member, as one would write it first."""
    found = 0
    for day in range(DAYS):
        for minute in range(9 * 60, 17 * 60, 30):
            start: datetime = at_wall(FIRST + timedelta(days=day), minute, zone(BERLIN))
            end = start + HALF
            found += any(
                not any(busy.span.start < end and start < busy.span.end for busy in member.busy)
                for member in situation.members
            )
    return found


def _tint() -> tuple[float, list[str]]:
    """Milliseconds of the whole, and what it consists of."""
    with TemporaryDirectory() as folder:
        database = full_store(Path(folder) / "lcdesk.sqlite3", EVENTS)
        calendar = _calendar(database)
        days = Days(date(2026, 11, 23), 7)
        ask = partial(open_times, database, calendar, days, BERLIN, NOW)
        whole = _ms(ask, ROUNDS)
        times = ask()
        assert times is not None
        rules = _ms(partial(slots, times.situation, days.first, days.count), ROUNDS)
        hover = _ms(partial(times.why, Column(days.first), 12 * 60), ROUNDS)
        busy = sum(len(member.events.takers) for member in times.situation.members)
        database.close()
    return whole, [
        f"reading the store, the rules, the stretches {whole:7.1f} ms median ({busy:,} intervals)",
        f"the rules alone                             {rules:7.1f} ms median",
        f"why a row is closed, all reasons            {hover:7.1f} ms median",
    ]


def _calendar(database: Database) -> Calendar:
    with database.write() as tx:
        (ana,) = all_staff(tx)
        value = Calendar(0, "Visit", CalendarKind.ROUND_ROBIN, (ana.id,), zone=BERLIN)
        return save_calendar(tx, value, NOW)


def _slots_ms(situation: Situation) -> float:
    return _ms(partial(_all_reasons, situation), ROUNDS)


def _ms(work: Callable[[], object], rounds: int) -> float:
    work()
    return median([cost_of(work).wall * 1000 for _ in range(rounds)])
