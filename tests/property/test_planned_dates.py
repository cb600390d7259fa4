"""The plan of many dates is what saving does, and what booking them one by one comes to.

Over random small salons: taken time, blocked time, day limits, buffers, rooms, and lengths that
let the dates of one booking meet each other.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from lcdesk.model.booking.planned_dates import PlannedDate
from lcdesk.model.commands.appointments import BookingRequest, book
from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.commands.series import SeriesRequest, book_series, plan_dates, wanted_dates
from lcdesk.model.domain.calendars import (
    Calendar,
    CalendarKind,
    Distribution,
    Every,
    Repeats,
    Resource,
    WhenTaken,
)
from lcdesk.model.domain.errors import SlotNotOpen
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.people import Contact, Hours, HoursBlock
from lcdesk.model.recurrence.rule import Frequency, Rule
from lcdesk.model.store.people import insert_resource
from lcdesk.model.store.transaction import Reader, Transaction
from tests.salon import CLEO, Salon, at

DAN = Contact(0, "Dan", "dan@example.org")
ALWAYS = Hours(((HoursBlock(0, 24 * 60),),) * 7)
HOUR = timedelta(hours=1)
TIMES = 6

hours = st.sampled_from([0, 0, 1, 5, 23])
days = st.integers(0, 9)


@dataclass(frozen=True)
class Scene:
    """A calendar, what is taken, and a booking of several dates that is asked for."""

    kind: CalendarKind
    distribution: Distribution
    per_day: int | None
    per_slot: int
    after: int
    has_room: bool
    taken: Sequence[tuple[int, int]]
    blocked: Sequence[tuple[int, int]]
    named: bool
    length: int
    freq: Frequency
    when_taken: WhenTaken
    by_hand: bool


scenes = st.builds(
    Scene,
    kind=st.sampled_from(
        [calendar_kind for calendar_kind in CalendarKind if calendar_kind is not CalendarKind.CLASS]
    ),
    distribution=st.sampled_from(Distribution),
    per_day=st.sampled_from([None, 1, 2]),
    per_slot=st.sampled_from([1, 1, 2]),
    after=hours,
    has_room=st.booleans(),
    taken=st.lists(st.tuples(days, st.integers(8, 12)), max_size=5),
    blocked=st.lists(st.tuples(days, st.integers(8, 12)), max_size=2),
    named=st.booleans(),
    length=st.sampled_from([1, 1, 2, 25, 49]),
    freq=st.sampled_from([Frequency.DAILY, Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY]),
    when_taken=st.sampled_from(WhenTaken),
    by_hand=st.booleans(),
).map(lambda drawn: _possible(drawn))


def _possible(scene: Scene) -> Scene:
    """Without a rule of the calendar there is no "next", and nothing repeats on a service."""
    by_hand = scene.by_hand and scene.when_taken is not WhenTaken.NEXT
    return replace(scene, by_hand=by_hand and scene.kind is not CalendarKind.SERVICE)


class Asked:
    """The scene in a store, and the question to it."""

    def __init__(self, scene: Scene, salon: Salon) -> None:
        self.scene, self.salon = scene, salon
        self.team = [salon.staff(name, hours=ALWAYS) for name in ("Cem", "Dora")]
        self.calendar = self._calendar()
        other = salon.calendar("Other", CalendarKind.ROUND_ROBIN, *self.team)
        for number, (day, hour) in enumerate(scene.taken):
            there = self.calendar if number % 2 else other
            salon.book(there, at(day, hour), DAN, insist=True)
        with salon.database.write() as tx:
            for day, hour in scene.blocked:
                whom = {"staff": self.team[0].id} if self.team else {"calendar": self.calendar.id}
                block(tx, start=at(day, hour), end=at(day, hour) + HOUR, title="Lunch", **whom)
        named = scene.named and scene.kind in (CalendarKind.ROUND_ROBIN, CalendarKind.SERVICE)
        staff = (self.team[1].id,) if named else ()
        length = scene.length * HOUR
        self.booking = BookingRequest(self.calendar.id, at(1, 10), CLEO, staff, length)

    def _calendar(self) -> Calendar:
        scene, kind = self.scene, self.scene.kind
        with self.salon.database.write() as tx:
            room = insert_resource(tx, Resource(0, "Room", 1))
        more: dict[str, object] = {
            "distribution": scene.distribution,
            "per_day": scene.per_day,
            "after": scene.after * HOUR,
            "repeats": None if scene.by_hand else Repeats(Every.DAY),
        }
        if kind in (CalendarKind.ROUND_ROBIN, CalendarKind.SIMPLE):
            more["per_slot"] = scene.per_slot
        if kind is CalendarKind.SERVICE and scene.has_room:
            more["resources"] = (room,)
        if kind is CalendarKind.SIMPLE:
            more["hours"] = ALWAYS
        team = () if kind is CalendarKind.SIMPLE else self.team
        return self.salon.calendar("Visit", kind, *team, **more)

    def planned(self, reader: Reader) -> tuple[PlannedDate, ...]:
        scene, now = self.scene, self.salon.now
        wanted = wanted_dates(reader, self.series, now=now)
        return plan_dates(reader, self.booking, wanted, scene.when_taken, now=now)

    @property
    def series(self) -> SeriesRequest:
        rule = Rule(self.scene.freq, count=TIMES)
        return SeriesRequest(self.booking, rule, self.scene.when_taken)

    def saved(self, tx: Transaction) -> Sequence[Appointment]:
        return book_series(tx, self.series, now=self.salon.now).made

    def one_by_one(self, tx: Transaction, planned: Sequence[PlannedDate]) -> list[Appointment]:
        """Each planned date booked by itself, and each that is left out tried."""
        made = []
        for date_plan in planned:
            span = (date_plan.booked or date_plan.wanted).span
            insist = self.scene.when_taken is WhenTaken.BOOK_ANYWAY
            single = replace(self.booking, start=span.start, insist=insist)
            try:
                made.append(book(tx, single, now=self.salon.now))
            except SlotNotOpen as error:
                assert date_plan.booked is None
                codes = [detail.partition(":")[0] for detail in error.details]
                assert codes == [reason.code for reason in date_plan.wanted.reasons]
        return made


class _TakenBackError(Exception):
    """Ends a trial: the transaction rolls back."""


@given(scenes)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_plan_is_what_is_saved(scene: Scene) -> None:
    with tempfile.TemporaryDirectory() as folder:
        asked = Asked(scene, Salon(Path(folder)))
        database = asked.salon.database
        with database.read() as reader:
            planned = asked.planned(reader)
        told = [
            (
                date_plan.booked.span,
                date_plan.choice.staff,
                date_plan.choice.why,
                not date_plan.booked.open,
            )
            for date_plan in planned
            if date_plan.booked is not None and date_plan.choice is not None
        ]
        event(f"{len(told)} of {len(planned)} booked")
        try:
            with database.write() as tx:
                assert _kept(asked.one_by_one(tx, planned)) == told
                raise _TakenBackError
        except _TakenBackError:
            pass
        try:
            with database.write() as tx:
                assert _kept(asked.saved(tx)) == told
        except SlotNotOpen:
            assert told == []
        asked.salon.close()


def _kept(made: Sequence[Appointment]) -> list[tuple[object, ...]]:
    return [
        (appointment.span, appointment.staff, appointment.why, appointment.overridden)
        for appointment in made
    ]
