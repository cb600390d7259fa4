"""A series made by hand: its dates booked in one transaction.

Each date is an appointment, and an event in iCloud, of its own; so conflicts, statuses, sending
and the contact's history hold for every occurrence. The series ties them together and makes
the later ones (series_top_up.py; booking/series.py says how far ahead).

**Decided** (docs/rules/booking.md, "Recurring appointments"): each date is given to a member as
if it were booked alone, unless the person named one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from lcdesk.model.booking import english
from lcdesk.model.booking.recurring import PlannedDate
from lcdesk.model.commands.appointments import BookingRequest, asked_span, bookable_calendar
from lcdesk.model.commands.people import find_or_add_contact
from lcdesk.model.commands.recurring import Recurring, book_dates, left_out, plan_dates
from lcdesk.model.domain.calendars import Calendar, WhenTaken
from lcdesk.model.domain.errors import InvalidInput, RefusedByRule, SlotNotOpen
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import local_day, wall_minute, zone
from lcdesk.model.recurrence.by_hand import (
    check_first_day,
    days_between,
    first_days,
    made_until,
    offers_series,
)
from lcdesk.model.recurrence.rule import Rule
from lcdesk.model.recurrence.series import Series
from lcdesk.model.store import appointments as stored
from lcdesk.model.store.series import insert_series
from lcdesk.model.store.transaction import Reader, Transaction


@dataclass(frozen=True, slots=True)
class SeriesRequest:
    """What a person asks for: the first appointment, and the rule.

    `when_taken` says what becomes of dates that are not open: SKIP or BOOK_ANYWAY; None books
    nothing unless all are open. `standing` is an appointment that is the first date already
    (repeat.py); only the later ones are booked then.
    """

    booking: BookingRequest
    rule: Rule
    when_taken: WhenTaken | None = WhenTaken.SKIP
    standing: Appointment | None = None


def wanted_series_dates(
    reader: Reader, request: SeriesRequest, *, now: datetime
) -> tuple[TimeSpan, ...]:
    """The dates that are booked at once. Raises InvalidInput, NotFound, RefusedByRule."""
    return tuple(_spans_at_once(_drafted(reader, request, now), request.standing).values())


def book_series(tx: Transaction, request: SeriesRequest, *, now: datetime) -> Recurring:
    """Book every date that can be, each as an appointment of its own, and tie them together.

    Raises SlotNotOpen when none can, or when one cannot and the request wants all.
    """
    draft, standing = _drafted(tx, request, now), request.standing
    spans = _spans_at_once(draft, standing)
    contact = find_or_add_contact(tx, request.booking.contact)
    booking = replace(request.booking, contact=contact)
    when_taken = request.when_taken or WhenTaken.SKIP
    planned = plan_dates(tx, booking, tuple(spans.values()), when_taken, now=now)
    closed = left_out(planned)
    if closed and (request.when_taken is None or len(closed) == len(planned)):
        raise _not_open(closed, len(planned), tx.here or draft.zone)
    series = replace(draft, contact=contact.id)
    series = replace(series, id=insert_series(tx, series))
    made = book_dates(tx, booking, planned, now=now)
    days = [day for day, one in zip(spans, planned, strict=True) if one.booked is not None]
    tied = [] if standing is None else [tie(tx, standing, series, draft.first)]
    tied += [tie(tx, one, series, day) for day, one in zip(days, made, strict=True)]
    return Recurring(tuple(tied), tuple(planned.wanted.span for planned in closed))


def series_calendar(reader: Reader, calendar_id: int) -> Calendar:
    """A calendar that takes series. Raises NotFound, RefusedByRule."""
    calendar = bookable_calendar(reader, calendar_id)
    if not offers_series(calendar):
        raise RefusedByRule(
            f"{calendar.name} is a {calendar.kind.value} calendar, where no appointment repeats. "
            "Book each one by itself."
        )
    return calendar


def _drafted(reader: Reader, request: SeriesRequest, now: datetime) -> Series:
    """The series as it will be kept, without its id and its contact's."""
    booking = request.booking
    calendar = series_calendar(reader, booking.calendar)
    if request.when_taken is WhenTaken.NEXT:
        raise InvalidInput("A series by hand leaves taken dates out or books them anyway.")
    span = asked_span(calendar, booking.start, booking.length)
    tz = zone(calendar.zone)
    first = local_day(span.start, tz)
    rule = check_first_day(request.rule, first)
    if request.standing is not None and len(first_days(rule, first, 2)) < 2:
        raise InvalidInput(
            "The series ends with its first date, which is the appointment itself. "
            "Let it end later."
        )
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


def _spans_at_once(series: Series, standing: Appointment | None) -> dict[date, TimeSpan]:
    """What is booked now, by day: the first date only where it does not stand already."""
    after = series.first - timedelta(days=1) if standing is None else series.first
    days = days_between(series.rule, series.first, after=after, to=series.made_to)
    return {day: series.span_on(day) for day in days}


def tie(tx: Transaction, booked: Appointment, series: Series, day: date) -> Appointment:
    """Make an appointment the occurrence of one day of a series."""
    tied = replace(booked, series=series.id, series_day=day)
    stored.update_appointment(tx, booked, tied)
    return tied


def untie(tx: Transaction, occurrence: Appointment) -> Appointment:
    """Make an occurrence an appointment that belongs to no series."""
    untied = replace(occurrence, series=None, series_day=None)
    stored.update_appointment(tx, occurrence, untied)
    return untied


def _not_open(closed: Sequence[PlannedDate], count: int, zone_name: str) -> SlotNotOpen:
    details = [
        f"{english.moment(planned.wanted.span.start, zone_name)} {reason.code}: {reason.what}"
        for planned in closed
        for reason in planned.wanted.reasons
    ]
    some_open = len(closed) < count
    which = f"{len(closed)} of the {count} dates are not open." if some_open else "no date is open."
    return SlotNotOpen(f"Nothing was booked: {which}", details=details)
