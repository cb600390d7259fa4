"""A series made by hand: its dates booked in one transaction.

Each date is an appointment, and an event in iCloud, of its own; so conflicts, statuses, sending
and the contact's history hold for every occurrence. The series ties them together and makes
the later ones (series_top_up.py; booking/series.py says how far ahead).

**decided** (booking.md is silent): each date is given to a member as if it were booked alone,
unless the person named one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from lcdesk.model.booking.recurring import PlannedDate, plan
from lcdesk.model.booking.series import checked_rule, days_between, made_until, offers_series
from lcdesk.model.booking.situation import Situation
from lcdesk.model.commands.appointments import (
    BookingRequest,
    asked_span,
    bookable_calendar,
)
from lcdesk.model.commands.recurring import Recurring, book_date, nothing_open
from lcdesk.model.domain.calendars import WhenTaken
from lcdesk.model.domain.errors import InvalidInput, RefusedByRule, SlotNotOpen
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.series import Rule, Series
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import local_day, wall_minute, zone
from lcdesk.model.store import appointments as stored
from lcdesk.model.store.series import insert_series
from lcdesk.model.store.situation import situation
from lcdesk.model.store.transaction import Reader, Transaction


@dataclass(frozen=True, slots=True)
class SeriesRequest:
    """What a person asks for: the first appointment, and the rule.

    `when_taken` says what becomes of dates that are not open: SKIP or BOOK_ANYWAY; None books
    nothing unless all are open.
    """

    booking: BookingRequest
    rule: Rule
    when_taken: WhenTaken | None = WhenTaken.SKIP


def wanted_series_dates(
    reader: Reader, request: SeriesRequest, *, now: datetime
) -> tuple[TimeSpan, ...]:
    """The dates that are booked at once. Raises InvalidInput, NotFound, RefusedByRule."""
    series = _drafted(reader, request, now)
    return tuple(series.span_on(day) for day in _days_at_once(series))


def plan_series(
    reader: Reader, request: SeriesRequest, *, now: datetime
) -> tuple[PlannedDate, ...]:
    """What `book_series` would do with each date, without booking. Raises as it does."""
    wanted = wanted_series_dates(reader, request, now=now)
    calendar = bookable_calendar(reader, request.booking.calendar)

    def situation_of(span: TimeSpan) -> Situation:
        return situation(reader, calendar, asked=span, now=now)

    choice = request.when_taken or WhenTaken.SKIP
    staff = request.booking.staff or None
    return plan(wanted, choice, situation_of=situation_of, staff=staff)


def book_series(tx: Transaction, request: SeriesRequest, *, now: datetime) -> Recurring:
    """Book every date that can be, each as an appointment of its own, and tie them together.

    Raises SlotNotOpen when none can, or when one cannot and the request wants all.
    """
    draft = _drafted(tx, request, now)
    planned = plan_series(tx, request, now=now)
    insist = request.when_taken is WhenTaken.BOOK_ANYWAY
    made: dict[date, Appointment] = {}
    dropped: list[TimeSpan] = []
    for day, one in zip(_days_at_once(draft), planned, strict=True):
        booked = book_date(tx, request.booking, one, insist=insist, now=now)
        if booked is None:
            dropped.append(one.wanted.span)
        else:
            made[day] = booked
    if request.when_taken is None and dropped:
        raise _not_all_open(planned)
    if not made:
        raise nothing_open(planned)
    (contact, *_) = next(iter(made.values())).contacts
    series = replace(draft, contact=contact)
    series = replace(series, id=insert_series(tx, series))
    tied = tuple(tie(tx, booked, series, day) for day, booked in made.items())
    return Recurring(tied, tuple(dropped))


def _drafted(reader: Reader, request: SeriesRequest, now: datetime) -> Series:
    """The series as it will be kept, without its id and its contact's."""
    booking = request.booking
    calendar = bookable_calendar(reader, booking.calendar)
    if not offers_series(calendar):
        raise RefusedByRule(
            f"{calendar.name} is a {calendar.kind.value} calendar, where no appointment repeats. "
            "Book each one by itself."
        )
    if request.when_taken is WhenTaken.NEXT:
        raise InvalidInput("A series by hand leaves taken dates out or books them anyway.")
    span = asked_span(calendar, booking.start, booking.length)
    tz = zone(calendar.zone)
    first = local_day(span.start, tz)
    rule = checked_rule(request.rule, first)
    return Series(
        id=0,
        calendar=calendar.id,
        rule=rule,
        zone=calendar.zone,
        first=first,
        minute=wall_minute(span.start, tz),
        length=span.length,
        contact=0,
        made_to=made_until(rule, first, calendar, now),
        title=booking.title.strip(),
        notes=booking.notes,
        location=booking.location,
        staff=booking.staff,
        when_taken=request.when_taken or WhenTaken.SKIP,
    )


def _days_at_once(series: Series) -> tuple[date, ...]:
    before = series.first - timedelta(days=1)
    return days_between(series.rule, series.first, after=before, to=series.made_to)


def tie(tx: Transaction, booked: Appointment, series: Series, day: date) -> Appointment:
    """Make an appointment the occurrence of one day of a series."""
    tied = replace(booked, series=series.id, series_day=day)
    stored.update_appointment(tx, booked, tied)
    return tied


def _not_all_open(planned: Sequence[PlannedDate]) -> SlotNotOpen:
    closed = [one.wanted for one in planned if not one.wanted.open]
    details = [
        f"{slot.span.start:%Y-%m-%dT%H:%MZ} {reason.code}: {reason.what}"
        for slot in closed
        for reason in slot.reasons
    ]
    return SlotNotOpen(
        f"Nothing was booked: {len(closed)} of the {len(planned)} dates are not open.",
        details=details,
    )
