"""Who of those who wait could be booked, by nothing but the answers of the booking rules.

What an open time is `slots.py` decides alone; here it is only compared with what somebody wants
(docs/rules/booking.md, "The waiting list").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from lcdesk.model.booking.service import length_of
from lcdesk.model.booking.situation import Situation, Slot
from lcdesk.model.booking.slots import CHOOSES_A_MEMBER, check, slots
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.domain.zones import day_span, zone


@dataclass(frozen=True, slots=True)
class Fit:
    """An open time that suits somebody who waits."""

    waiting: Waiting
    slot: Slot


@dataclass(frozen=True, slots=True)
class Wish:
    """What open times depend on: many who wait want the same. None as length is the usual one."""

    staff: int | None
    length: timedelta | None


def wish_of(waiting: Waiting, calendar: Calendar) -> Wish | None:
    """What is asked of the rules; None where the calendar offers it no more, or not with whom."""
    variations = {option.name: option.length for option in calendar.variations}
    add_ons = {option.name: option.length for option in calendar.add_ons}
    if waiting.variation and waiting.variation not in variations:
        return None
    if not add_ons.keys() >= set(waiting.add_ons):
        return None
    if waiting.staff is not None and waiting.staff not in calendar.staff:
        return None
    staff = waiting.staff if calendar.kind in CHOOSES_A_MEMBER else None
    if not waiting.variation and not waiting.add_ons:
        return Wish(staff, None)
    base = variations.get(waiting.variation, calendar.own_length)
    return Wish(staff, base + sum((add_ons[name] for name in waiting.add_ons), timedelta()))


def is_served(waiting: Waiting, booked: Appointment, calendar: Calendar) -> bool:
    """Whether a booking of this calendar is what somebody waits for, who is not asked here."""
    wish = wish_of(waiting, calendar)
    return (
        waiting.calendar == booked.calendar
        and wish is not None
        and wish.staff in (None, *booked.staff)
        and wish.length in (None, booked.span.length)
        and waiting.suits(booked.span, zone(calendar.zone))
    )


def open_times(
    situation: Situation, wish: Wish, first: date, days: int, *, also: Sequence[TimeSpan] = ()
) -> tuple[Slot, ...]:
    """What is open of some local days of the calendar, in order.

    That is what the grid offers, seats of sessions that begin beside it, and of the times `also`
    those that are as long as what is wished for.
    """
    calendar = situation.calendar
    if not calendar.active:
        return ()
    asked = replace(situation, length=wish.length)
    staff = None if wish.staff is None else (wish.staff,)
    found = {slot.span: slot for slot in slots(asked, first, days, staff=staff) if slot.open}
    on_days = day_span(first, zone(calendar.zone), days)
    for span in (*_sessions(situation), *also):
        if span in found or span.length != length_of(asked):
            continue
        if on_days.start <= span.start < on_days.end:
            slot = check(asked, span, staff)
            if slot.open:
                found[span] = slot
    return tuple(found[span] for span in sorted(found))


def first_fit(waiting: Waiting, open_slots: Iterable[Slot], tz: ZoneInfo) -> Fit | None:
    """The first of these open times that suits; `tz` is the calendar's zone."""
    suiting = (slot for slot in open_slots if slot.open and waiting.suits(slot.span, tz))
    slot = next(suiting, None)
    return None if slot is None else Fit(waiting, slot)


def _sessions(situation: Situation) -> Iterator[TimeSpan]:
    """When a class takes place already, each time once; nothing of another kind of calendar."""
    if situation.calendar.kind is not CalendarKind.CLASS:
        return iter(())
    return iter({booked.span for booked in situation.booked if booked.status.takes_time})
