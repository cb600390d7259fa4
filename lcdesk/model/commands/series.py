"""A series: its dates planned and booked in one transaction, and gone on with as the days pass.

Each date is an appointment, and an event in iCloud, of its own; so conflicts, statuses, sending
and the contact's history hold for every occurrence. The series ties them together and makes the
later ones (recurrence/by_hand.py says how far ahead). What is booked is the plan: the person saw
the same one, made date by date from the store as it was.

**Decided** (docs/rules/booking.md, "Recurring appointments"):
- Each date is given to a member as if it were booked alone, unless the person named one; the
  dates before it count. When not one date can be booked nothing is.
- What the person chose for dates that are not open holds for the later ones too: left out, moved,
  or booked anyway, which is recorded as overridden and flagged, since nobody looked.
- A date is made or left out once. Neither a cancelled nor a moved occurrence comes back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from lcdesk.model.booking.planned_dates import PlannedDate, plan
from lcdesk.model.booking.situation import Reason, Situation
from lcdesk.model.commands.appointments import (
    BookingRequest,
    bookable_calendar,
    enter,
    reasons_text,
    refuse_strangers,
    span_of_request,
    staff_zones,
)
from lcdesk.model.commands.intake.answers import carry_answers, refuse_missing
from lcdesk.model.commands.people import find_or_add_contact
from lcdesk.model.domain.calendars import Calendar, WhenTaken
from lcdesk.model.domain.errors import InvalidInput, RefusedByRule, SlotNotOpen
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.message import Message, headed, joined
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import local_day, moment, wall_minute, zone
from lcdesk.model.recurrence.by_hand import (
    FARTHEST,
    check_first_day,
    days_between,
    first_days,
    last_day_made,
    offers_series,
)
from lcdesk.model.recurrence.rule import Rule
from lcdesk.model.recurrence.series import Series
from lcdesk.model.store import appointments as stored
from lcdesk.model.store.calendars import get_calendar
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import contacts
from lcdesk.model.store.queries.situation import situation
from lcdesk.model.store.series import insert_series, put_series, series_made_before
from lcdesk.model.store.transaction import Reader, Transaction

_DAYS_APART = timedelta(days=2)  # no calendar's day is farther from another's


@dataclass(frozen=True, slots=True)
class SeriesRequest:
    """What a person asks for: the first appointment, and the rule.

    `when_taken` says what becomes of dates that are not open; None books nothing unless all are
    open. `standing` is an appointment that is the first date already (repeat.py); only the later
    ones are booked then.
    """

    booking: BookingRequest
    rule: Rule
    when_taken: WhenTaken | None = WhenTaken.SKIP
    standing: Appointment | None = None


@dataclass(frozen=True, slots=True)
class BookedSeries:
    """What became of a request: the appointments made, and the dates dropped."""

    made: tuple[Appointment, ...]
    dropped: tuple[TimeSpan, ...]


def may_move_dates(calendar: Calendar, standing: Appointment | None = None) -> bool:
    """Whether taken dates of a new series may move to the next open slot.

    Only where the calendar has a rule of its own: by hand that would be no rhythm any more.
    """
    return calendar.repeats is not None and standing is None


def series_calendar(reader: Reader, calendar_id: int) -> Calendar:
    """A calendar that takes series. Raises NotFound, RefusedByRule."""
    calendar = bookable_calendar(reader, calendar_id)
    if not offers_series(calendar):
        raise RefusedByRule(
            Message(
                "{calendar} is a {kind} calendar, where no appointment repeats. Book each one "
                "by itself.",
                calendar=calendar.name,
                kind=calendar.kind.spoken,
            )
        )
    return calendar


# --- what would be booked ----------------------------------------------------------------------


def wanted_dates(reader: Reader, request: SeriesRequest, *, now: datetime) -> tuple[TimeSpan, ...]:
    """The dates that are booked at once. Raises InvalidInput, NotFound, RefusedByRule."""
    return tuple(_spans_at_once(_draft(reader, request, now), request).values())


def plan_each(
    request: BookingRequest,
    wanted: Sequence[TimeSpan],
    when_taken: WhenTaken,
    *,
    situation_of: Callable[[TimeSpan], Situation],
) -> Iterator[PlannedDate]:
    """What becomes of each wanted date, worked out as it is asked for."""
    # A contact who is not known yet may still be a name that is being typed.
    name = request.contact.name if request.contact.id else Message("this booking")
    return plan(wanted, when_taken, situation_of=situation_of, staff=request.staff, name=name)


def plan_dates(
    reader: Reader,
    request: BookingRequest,
    wanted: Sequence[TimeSpan],
    when_taken: WhenTaken,
    *,
    now: datetime,
) -> tuple[PlannedDate, ...]:
    """The whole plan from what the store holds at this moment.

    Raises InvalidInput, NotFound, RefusedByRule.
    """
    calendar = bookable_calendar(reader, request.calendar)
    refuse_strangers(calendar, request.staff)

    def situation_of(span: TimeSpan) -> Situation:
        return situation(reader, calendar, asked=span, now=now)

    return tuple(plan_each(request, wanted, when_taken, situation_of=situation_of))


def _draft(reader: Reader, request: SeriesRequest, now: datetime) -> Series:
    """The series as it will be kept, without its id and its contact's."""
    booking = request.booking
    calendar = series_calendar(reader, booking.calendar)
    if request.when_taken is WhenTaken.NEXT and not may_move_dates(calendar, request.standing):
        raise InvalidInput(Message("A series by hand leaves taken dates out or books them anyway."))
    span = span_of_request(calendar, booking.start, booking.length)
    tz = zone(calendar.zone)
    first = local_day(span.start, tz)
    rule = check_first_day(request.rule, first)
    if request.standing is not None and len(first_days(rule, first, 2)) < 2:
        raise InvalidInput(
            Message(
                "The series ends with its first date, which is the appointment itself. "
                "Let it end later."
            )
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
        made_to=last_day_made(rule, first, calendar, now),
        title=booking.title.strip(),
        notes=booking.notes,
        location=booking.location,
        staff=booking.staff,
        when_taken=request.when_taken or WhenTaken.SKIP,
    )


def _spans_at_once(series: Series, request: SeriesRequest) -> dict[date, TimeSpan]:
    """What is booked now, by day: the first date only where it does not stand already."""
    later = days_between(series.rule, series.first, after=series.first, to=series.made_to)
    spans = {day: series.span_on(day) for day in later}
    if request.standing is not None:
        return spans
    # The very start that was asked for, which may be the second pass of a doubled hour.
    return {series.first: TimeSpan.of_length(request.booking.start, series.length), **spans}


# --- booking -----------------------------------------------------------------------------------


def book_series(tx: Transaction, request: SeriesRequest, *, now: datetime) -> BookedSeries:
    """Book every date that can be, each as an appointment of its own, and tie them together.

    Raises SlotNotOpen when none can, or when one cannot and the request wants all; AnswerMissing.
    """
    draft, standing = _draft(tx, request, now), request.standing
    if standing is None and not request.booking.insist:
        refuse_missing(bookable_calendar(tx, draft.calendar), request.booking.answers)
    spans = _spans_at_once(draft, request)
    contact = find_or_add_contact(tx, request.booking.contact)
    booking = replace(request.booking, contact=contact)
    planned = plan_dates(tx, booking, tuple(spans.values()), draft.when_taken, now=now)
    closed = tuple(date_plan for date_plan in planned if date_plan.booked is None)
    if closed and (request.when_taken is None or len(closed) == len(planned)):
        raise _not_open(closed, len(planned), tx.here or draft.zone)
    series = replace(draft, contact=contact.id)
    series = replace(series, id=insert_series(tx, series))
    first = () if standing is None else (tie(tx, standing, series, draft.first),)
    by_day = dict(zip(spans, planned, strict=True))
    later = _book_dates(tx, booking, series, by_day, now=now)
    return BookedSeries((*first, *later), tuple(slot.wanted.span for slot in closed))


def _book_dates(
    tx: Transaction,
    booking: BookingRequest,
    series: Series,
    planned: dict[date, PlannedDate],
    *,
    now: datetime,
) -> tuple[Appointment, ...]:
    """An appointment for each date that the plan books; it was made in this transaction."""
    calendar, zones = bookable_calendar(tx, booking.calendar), staff_zones(tx)
    made = {
        day: enter(tx, booking, calendar, one.booked, one.choice, now=now, zones=zones)
        for day, one in planned.items()
        if one.booked is not None and one.choice is not None
    }
    return tuple(tie(tx, appointment, series, day) for day, appointment in made.items())


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
        _dated_reason(planned.wanted.span.start, zone_name, reason)
        for planned in closed
        for reason in planned.wanted.reasons
    ]
    if len(closed) < count:
        text = Message(
            "Nothing was booked: {closed} of the {count} dates are not open.",
            closed=len(closed),
            count=count,
        )
    else:
        text = Message.counted(
            "Nothing was booked: no date is open.",
            "Nothing was booked: none of the {n} dates is open.",
            n=count,
        )
    return SlotNotOpen(text, details=details)


def _dated_reason(start: datetime, zone_name: str, reason: Reason) -> Message:
    """One reason against one of several dates."""
    return Message(
        "{time} {code}: {what}",
        time=moment(start, zone_name),
        code=reason.code.value,
        what=reason.what,
    )


# --- going on ----------------------------------------------------------------------------------


def go_on_with_series(database: Database, *, now: datetime) -> int:
    """Book what has come within reach; returns how many appointments that were.

    Mostly there is nothing, and then the writer's lock is not taken. Raises StoreError.
    """
    with database.read() as reader:
        if not any(days for _, days, _ in _due(reader, now)):
            return 0
    with database.write() as tx:
        return len(top_up(tx, now=now))


def top_up(tx: Transaction, *, now: datetime) -> tuple[Appointment, ...]:
    """Make what the days that have passed let come nearer. Nothing is made twice.

    A series whose contact is no more, or whose calendar takes no bookings, waits. No person did
    it now, so it is no step of an undo.
    """
    tx.leave_out_of_undo()
    made: list[Appointment] = []
    for series, days, to in _due(tx, now):
        made += _go_on(tx, series, days, now)
        put_series(tx, replace(series, made_to=to))
    return tuple(made)


def _due(reader: Reader, now: datetime) -> Iterator[tuple[Series, tuple[date, ...], date]]:
    """Series with the days that have come within reach, and up to which day that is."""
    for series in series_made_before(reader, (now + FARTHEST + _DAYS_APART).date()):
        calendar = get_calendar(reader, series.calendar)
        known = contacts(reader, [series.contact])
        if calendar is None or not calendar.active or not known:
            continue
        to = last_day_made(series.rule, series.first, calendar, now)
        if to > series.made_to:
            days = days_between(series.rule, series.first, after=series.made_to, to=to)
            yield series, days, to


def _go_on(
    tx: Transaction, series: Series, days: Iterable[date], now: datetime
) -> Iterator[Appointment]:
    """The later occurrences; those that are booked although they are not open are flagged."""
    booking = _booking_of(tx, series)
    spans = {day: series.span_on(day) for day in days}
    found = plan_dates(tx, booking, tuple(spans.values()), series.when_taken, now=now)
    planned = dict(zip(spans, found, strict=True))
    for booked in _book_dates(tx, booking, series, planned, now=now):
        if not booked.overridden:
            yield booked
            continue
        assert booked.series_day is not None  # it was tied to one
        why = reasons_text(planned[booked.series_day].wanted)
        gone_on = Message("The series went on at a time that is not open")
        flagged = replace(booked, flagged=headed(gone_on, joined("", (why, "."))))
        stored.update_appointment(tx, booked, flagged)
        yield flagged


def _booking_of(reader: Reader, series: Series) -> BookingRequest:
    """What the later dates of a series are booked from; they have the answers of the last one."""
    made = stored.appointments_of_series(reader, series.id)
    calendar = bookable_calendar(reader, series.calendar)
    return BookingRequest(
        calendar=series.calendar,
        start=series.start_on(series.first),
        contact=contacts(reader, [series.contact])[series.contact],
        staff=tuple(member for member in series.staff if member in calendar.staff),
        length=series.length,
        title=series.title,
        notes=series.notes,
        location=series.location,
        answers=carry_answers(reader, calendar, made[-1].id) if made else {},
    )
