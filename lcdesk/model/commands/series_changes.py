"""A change of one occurrence, of it and those that follow, or of the whole series.

Each is one transaction over appointments that stay appointments of their own. The command line and
the window ask which scope is meant.

**Decided** (docs/rules/booking.md, "Recurring appointments"):
- What has begun stays as it is, except the occurrence that the person pointed at: an appointment
  that took place is a record. "All" are all that are still to come.
- Moving "this and following" ends the series before this date and starts another from it; both go
  on being a series. Occurrences that were moved by hand before keep their own times.
- Occurrences that are cancelled with those that follow belong to no series any more, and the
  series ends before them.
- Words are changed only where the person changed them, so notes of single occurrences stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from lcdesk.model.commands import appointments as single
from lcdesk.model.commands.appointments import known_appointment
from lcdesk.model.commands.series import untie
from lcdesk.model.domain.errors import SlotNotOpen
from lcdesk.model.domain.events import Appointment, Status
from lcdesk.model.domain.message import Message, joined
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import local_day, moment, wall_minute, zone
from lcdesk.model.recurrence.by_hand import (
    days_between,
    end_before,
    first_days,
    move_rule,
    rule_days,
)
from lcdesk.model.recurrence.series import Scope, Series
from lcdesk.model.store import appointments as stored
from lcdesk.model.store.series import delete_series, get_series, insert_series, put_series
from lcdesk.model.store.transaction import Reader, Transaction

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MovedDate:
    """One occurrence that was moved; `reasons` ("CODE: what") say why its new time is closed."""

    before: Appointment
    after: Appointment
    reasons: tuple[str, ...] = ()


def find_meant(
    reader: Reader, appointment_id: int, scope: Scope, *, now: datetime
) -> tuple[Appointment, ...]:
    """The occurrences that a change is for, by their day. Raises NotFound."""
    chosen = known_appointment(reader, appointment_id)
    if scope is Scope.THIS or chosen.series is None:
        return (chosen,)
    return tuple(
        appointment
        for appointment in stored.appointments_of_series(reader, chosen.series)
        if appointment.id == chosen.id
        or (
            appointment.span.start > now
            and (scope is Scope.ALL or _day(appointment) > _day(chosen))
        )
    )


def goes_on(reader: Reader, series_id: int) -> bool:
    """Whether dates of a series are still to be made."""
    series = get_series(reader, series_id)
    if series is None:
        return False
    return any(day > series.made_to for day in rule_days(series.rule, series.first))


def cancel(
    tx: Transaction, appointment_id: int, scope: Scope, *, now: datetime
) -> tuple[Appointment, ...]:
    """Cancel the occurrences meant; the series ends where those that follow go too."""
    chosen = known_appointment(tx, appointment_id)
    found = find_meant(tx, appointment_id, scope, now=now)
    living = [
        appointment
        for appointment in found
        if appointment.status.takes_time or appointment.id == chosen.id
    ]
    done = tuple(single.cancel(tx, appointment.id, now=now) for appointment in living)
    series = _series_of(tx, chosen)
    if series is None or scope is Scope.THIS:
        return done
    for appointment in found:
        untie(tx, known_appointment(tx, appointment.id))
    _end(tx, series, min(_day(appointment) for appointment in found))
    return tuple(known_appointment(tx, appointment.id) for appointment in living)


def set_status(
    tx: Transaction, appointment_id: int, status: Status, scope: Scope, *, now: datetime
) -> tuple[Appointment, ...]:
    """Give a status to the occurrences meant that have the same one as this. Raises SlotNotOpen."""
    chosen = known_appointment(tx, appointment_id)
    same = [
        appointment
        for appointment in find_meant(tx, appointment_id, scope, now=now)
        if appointment.status is chosen.status
    ]
    return tuple(single.set_status(tx, appointment.id, status, now=now) for appointment in same)


def edit(
    tx: Transaction,
    appointment_id: int,
    scope: Scope,
    *,
    title: str | None = None,
    notes: str | None = None,
    location: str | None = None,
    now: datetime,
) -> tuple[Appointment, ...]:
    """Change words of the occurrences meant, and of those that are made later; None keeps them."""
    chosen = known_appointment(tx, appointment_id)
    wanted = {"title": title, "notes": notes, "location": location}
    had = {"title": chosen.title, "notes": chosen.notes, "location": chosen.location}
    new = {name: text for name, text in wanted.items() if text not in (None, had[name])}
    found = find_meant(tx, appointment_id, scope, now=now)
    done = tuple(single.edit(tx, appointment.id, **new, now=now) for appointment in found)
    series = _series_of(tx, chosen)
    if series is None or scope is Scope.THIS:
        return done
    template = replace(
        series,
        title=new.get("title", "").strip() or series.title,
        notes=new.get("notes", series.notes),
        location=new.get("location", series.location),
    )
    put_series(tx, template)
    return done


def move(
    tx: Transaction,
    appointment_id: int,
    scope: Scope,
    *,
    start: datetime,
    length: timedelta | None = None,
    insist: bool = False,
    keeps_staff: bool = False,
    now: datetime,
) -> tuple[MovedDate, ...]:
    """Move the occurrence to `start`, and the others meant by as much on the wall clock.

    `keeps_staff` leaves each date to the member who has it, open or not, and to nobody else.
    Raises SlotNotOpen that names every date which is not open, unless it is insisted on.
    """
    chosen = known_appointment(tx, appointment_id)
    series = _series_of(tx, chosen)
    if series is None or scope is Scope.THIS:
        span = TimeSpan.of_length(start, length or chosen.span.length)
        staff = chosen.staff if keeps_staff else ()
        if insist:
            done = _move_one(tx, chosen, span, staff, now)
        else:
            after = single.move(tx, chosen.id, start=start, length=length, staff=staff, now=now)
            done = MovedDate(chosen, after)
        return (done,)
    found = find_meant(tx, chosen.id, scope, now=now)
    since = min(_day(appointment) for appointment in found)
    moved = _moved_series(series, since, _day(chosen), start=start, length=length)
    days = _new_days(series, since, moved)
    moved = replace(moved, made_to=max(days.values()))
    moved = replace(moved, id=insert_series(tx, moved))
    wanted = {
        appointment.id: moved.span_on(days[_day(appointment)])
        for appointment in found
        if appointment.status.takes_time and appointment.span == series.span_on(_day(appointment))
    }
    wanted[chosen.id] = TimeSpan.of_length(start, length or chosen.span.length)
    rows = [
        appointment
        for appointment in stored.appointments_of_series(tx, series.id)
        if _day(appointment) in days
    ]
    dates = _move_all(
        tx,
        [appointment for appointment in rows if appointment.id in wanted],
        wanted,
        keeps_staff=keeps_staff,
        now=now,
    )
    closed = [moved_date for moved_date in dates if moved_date.reasons]
    if closed and not insist:
        raise _not_open(closed, len(dates), tx.here or series.zone)
    for appointment in rows:
        present = known_appointment(tx, appointment.id)
        tied = replace(present, series=moved.id, series_day=days[_day(appointment)])
        stored.update_appointment(tx, present, tied)
    _end(tx, series, since)
    return dates


def _move_all(
    tx: Transaction,
    found: Sequence[Appointment],
    wanted: dict[int, TimeSpan],
    *,
    keeps_staff: bool,
    now: datetime,
) -> tuple[MovedDate, ...]:
    """Every occurrence moved, in the order in which none meets one that is still to be moved."""
    later = any(wanted[appointment.id].start > appointment.span.start for appointment in found)
    ordered = sorted(found, key=lambda one: one.span.start, reverse=later)
    dates = [
        _move_one(
            tx, appointment, wanted[appointment.id], appointment.staff if keeps_staff else (), now
        )
        for appointment in ordered
    ]
    return tuple(sorted(dates, key=lambda one: one.after.span.start))


def _move_one(
    tx: Transaction, one: Appointment, span: TimeSpan, staff: tuple[int, ...], now: datetime
) -> MovedDate:
    """Moved whether its time is open or not; `staff` are to have it, or the rule chooses."""

    def try_move(*, insist: bool) -> Appointment:
        return single.move(
            tx,
            one.id,
            start=span.start,
            length=span.length,
            insist=insist,
            staff=staff,
            now=now,
        )

    try:
        return MovedDate(one, try_move(insist=False))
    except SlotNotOpen as error:
        return MovedDate(one, try_move(insist=True), error.details)


def _moved_series(
    series: Series, since: date, day: date, *, start: datetime, length: timedelta | None
) -> Series:
    """The series of the dates from `since` on, as it is when its date `day` begins at `start`."""
    tz = zone(series.zone)
    rule, first = move_rule(series, since, day=day, target=local_day(start, tz))
    minute = wall_minute(start, tz)
    return replace(series, rule=rule, first=first, minute=minute, length=length or series.length)


def _new_days(series: Series, since: date, moved: Series) -> dict[date, date]:
    """Where each day of the series from `since` on, as far as it is made, goes to."""
    old = days_between(series.rule, series.first, after=since - _A_DAY, to=series.made_to)
    return dict(zip(old, first_days(moved.rule, moved.first, len(old)), strict=True))


def _end(tx: Transaction, series: Series, day: date) -> None:
    """End a series before one of its days; without occurrences it goes."""
    if stored.appointments_of_series(tx, series.id):
        put_series(tx, replace(series, rule=end_before(series.rule, day)))
    else:
        delete_series(tx, series.id)


def _not_open(closed: Sequence[MovedDate], count: int, zone_name: str) -> SlotNotOpen:
    details = [
        joined(" ", (moment(moved_date.after.span.start, zone_name), reason))
        for moved_date in closed
        for reason in moved_date.reasons
    ]
    return SlotNotOpen(
        Message(
            "Nothing was moved: {closed} of the {count} dates are not open.",
            closed=len(closed),
            count=count,
        ),
        details=details,
    )


def _series_of(reader: Reader, one: Appointment) -> Series | None:
    return None if one.series is None else get_series(reader, one.series)


def _day(one: Appointment) -> date:
    assert one.series_day is not None  # every occurrence of a series has one
    return one.series_day
