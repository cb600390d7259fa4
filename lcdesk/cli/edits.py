"""`lcdesk edit`: an appointment, or an event that was read from a primary calendar.

`--repeat` of `lcdesk book` and `edit`: a series, and which of its dates were booked.
"""

from __future__ import annotations

import argparse
from datetime import datetime, timedelta
from typing import Any

from lcdesk.cli.desk import OpenWorkspace, day_of, event_id, row_id
from lcdesk.cli.output import Answer
from lcdesk.cli.shapes import booking_shape, entry_shape
from lcdesk.cli.times import length_of, read, shown, time_of
from lcdesk.model.commands import series, series_changes
from lcdesk.model.commands.appointments import BookingRequest, known_appointment
from lcdesk.model.commands.people import parse_contact
from lcdesk.model.commands.reassign import Reassignment, reassign_series
from lcdesk.model.commands.recurring import Recurring
from lcdesk.model.commands.repeat import repeat
from lcdesk.model.domain.calendars import WhenTaken
from lcdesk.model.domain.errors import InvalidInput, NotFound
from lcdesk.model.domain.events import APPOINTMENT, EVENT, AgendaEntry, AllDay, Appointment, EntryId
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.words import counted, one_line
from lcdesk.model.recurrence.by_hand import series_rule
from lcdesk.model.recurrence.series import Scope
from lcdesk.model.replication.mirrored_edits import Edit, edit_mirrored, move_times, take_out_dates
from lcdesk.model.store.agenda import agenda
from lcdesk.model.store.index import ensure_indexed
from lcdesk.model.store.occurrences import occurrence_spans
from lcdesk.model.store.transaction import Reader, Transaction

_AROUND = timedelta(days=10)


def edit(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Change words and times; what is not named stays."""
    words_and_times = (args.title, args.notes, args.location, args.start, args.minutes)
    if all(one is None for one in (*words_and_times, *_people(args), args.repeat)):
        raise InvalidInput(
            "Say what to change: --title, --start, --minutes, --notes, --location, --staff, "
            "--contact, --calendar, --repeat."
        )
    _check_repeat(args)
    named = event_id(args.id)
    if named is not None:
        if args.repeat is not None:
            raise InvalidInput("--repeat is for appointments; let an event repeat where it stands.")
        if any(one is not None for one in _people(args)):
            raise InvalidInput(
                "--staff, --contact and --calendar are for appointments; an event that was read "
                "belongs to the calendar where it stands."
            )
        return mirrored(desk, args, named)
    return _appointment(desk, args)


def _people(args: argparse.Namespace) -> tuple[str | None, ...]:
    return (args.staff, args.contact, args.calendar)


def _check_repeat(args: argparse.Namespace) -> None:
    if args.repeat is None and args.skip_taken:
        raise InvalidInput("--skip-taken goes with --repeat, for the dates it books.")
    asks = (args.repeat, args.staff, args.calendar, args.start, args.minutes)
    if args.force and all(one is None for one in asks):
        raise InvalidInput(
            "--force goes with --staff, --calendar, --start, --minutes and --repeat: only these "
            "can be refused by the rules."
        )
    if args.repeat is not None and args.scope != Scope.THIS:
        raise InvalidInput("--scope is for a series that is there; --repeat begins a new one.")


def _appointment(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    number = row_id(args.id, APPOINTMENT)
    with desk.database.read() as reader:
        before = known_appointment(reader, number)
    wanted = _wanted(desk, args, before)
    start = wanted.start or before.span.start
    ensure_indexed(desk.database, TimeSpan(start, start).widened(_AROUND, _AROUND))
    with desk.database.write(mail_attendees=args.mail_attendees) as tx:
        _change(tx, number, args, wanted, now=desk.now)
        done = None if args.repeat is None else repeat_in(tx, number, args, now=desk.now)
        after = known_appointment(tx, number)
    return _told(desk, after) if done is None else repeat_answer(desk, done)


def _wanted(desk: OpenWorkspace, args: argparse.Namespace, before: Appointment) -> Reassignment:
    """Everything that concerns people and times; what is not named stays."""
    names = desk.names()
    start = None if args.start is None else _start(desk, args, before.span.start, before.zone)
    return Reassignment(
        calendar=None if args.calendar is None else names.calendar(args.calendar).id,
        staff=None if args.staff is None else names.member(args.staff).id,
        contact=None if args.contact is None else parse_contact(args.contact),
        start=start,
        length=length_of(args.minutes),
    )


def _change(
    tx: Transaction, number: int, args: argparse.Namespace, wanted: Reassignment, *, now: datetime
) -> None:
    scope = Scope(args.scope)
    if any(one is not None for one in _people(args)):
        reassign_series(tx, number, scope, wanted, insist=args.force, now=now)
    elif wanted.asks_the_rules:
        start = wanted.start or known_appointment(tx, number).span.start
        series_changes.move(
            tx, number, scope, start=start, length=wanted.length, insist=args.force, now=now
        )
    words = {"title": args.title, "notes": args.notes, "location": args.location}
    if any(text is not None for text in words.values()):
        series_changes.edit(tx, number, scope, **words, now=now)


def _told(desk: OpenWorkspace, after: Appointment) -> Answer:
    when = read(after.span.start, after.zone)
    names = desk.names()
    who = one_line(", ".join(names.staff_names(after.staff)))
    lines = [f"Changed: a{after.id}  {when} {after.zone}  {one_line(after.title)}"]
    lines += [f"With {who}."] if who else []
    lines += ["Against the rules, because it was insisted on."] if after.overridden else []
    return Answer(booking_shape(after, names), "\n".join(lines))


def mirrored(desk: OpenWorkspace, args: argparse.Namespace, named: EntryId) -> Answer:
    """Change an event of a primary calendar, or dates of its series."""
    _index_around(desk, named)
    with desk.database.read() as reader:
        before = _entry(reader, named, desk.now)
        span = _times(desk, reader, args, before)
    words = (getattr(args, name, None) for name in ("title", "notes", "location"))
    title, notes, location = words
    wanted = Edit(title=title, notes=notes, location=location, span=span)
    with desk.database.write(mail_attendees=args.mail_attendees) as tx:
        done = edit_mirrored(
            tx,
            named.number,
            wanted,
            date=before.date,
            scope=Scope(args.scope),
            now=desk.now,
        )
    if done is not None:
        named = EntryId(EVENT, done.object, done.date)
    with desk.database.read() as reader:
        after = _entry(reader, named, desk.now)
    shape = entry_shape(after, desk.names(), zone=after.zone)
    when = read(after.span.start, after.zone)
    return Answer(shape, f"Changed: {after.row}  {when} {after.zone}  {one_line(after.title)}")


def take_out(desk: OpenWorkspace, args: argparse.Namespace, named: EntryId) -> Answer:
    """Delete dates of a series of a primary calendar."""
    _index_around(desk, named)
    with desk.database.read() as reader:
        before = _entry(reader, named, desk.now)
    if not before.date:
        raise InvalidInput("Only dates of a series can be cancelled; delete an event in iCloud.")
    scope = Scope(args.scope)
    with desk.database.write(mail_attendees=args.mail_attendees) as tx:
        take_out_dates(tx, named.number, before.date, scope, now=desk.now)
    shape = entry_shape(before, desk.names(), zone=before.zone)
    when = read(before.span.start, before.zone)
    return Answer(shape, f"Deleted: {before.row}  {when} {before.zone}  {before.title}")


def _index_around(desk: OpenWorkspace, named: EntryId) -> None:
    if named.date:
        day = day_of(named)
        ensure_indexed(desk.database, TimeSpan(day, day).widened(_AROUND, _AROUND))


def _times(
    desk: OpenWorkspace, reader: Reader, args: argparse.Namespace, before: AgendaEntry
) -> TimeSpan | AllDay | None:
    if args.start is None and args.minutes is None:
        return None
    start = _start(desk, args, before.span.start, before.zone)
    moved = move_times(reader, before.number, start, before.date)
    length = length_of(args.minutes)
    if length is None:
        return moved
    if isinstance(moved, AllDay):
        raise InvalidInput("An event of whole days has no length in minutes.")
    return TimeSpan.lasting(start, length)


def _start(
    desk: OpenWorkspace, args: argparse.Namespace, before: datetime, zone_name: str
) -> datetime:
    return before if args.start is None else time_of(args.start, zone_name, desk.say)


def _entry(reader: Reader, named: EntryId, now: datetime) -> AgendaEntry:
    """The event, or the date of a series that is named; without one the next to come."""
    spans = sorted(occurrence_spans(reader, named.number))
    found = [
        entry
        for span in dict.fromkeys(spans)
        for entry in agenda(reader, span)
        if entry.id == f"e{named.number}" and named.date in ("", entry.date)
    ]
    ahead = [one for one in found if one.span.end > now]
    for one in (*ahead, *reversed(found)):
        return one
    what = f"date {named.date} of event" if found or named.date else "event"
    raise NotFound(f"There is no {what} e{named.number}. “lcdesk agenda” lists them.")


def book_series(desk: OpenWorkspace, booking: BookingRequest, args: argparse.Namespace) -> Answer:
    """Book every date that may be: all or none, unless taken ones are skipped or forced."""
    request = series.SeriesRequest(booking, series_rule(args.repeat), _when_taken(args))
    with desk.database.write(mail_attendees=args.mail_attendees) as tx:
        done = series.book_series(tx, request, now=desk.now)
    return _answer(desk, done, f"Booked {_count(len(done.made))}: {one_line(done.made[0].title)}")


def repeat_in(
    tx: Transaction, number: int, args: argparse.Namespace, *, now: datetime
) -> Recurring:
    """Let an appointment begin a series, whose later dates are booked like those of a new one."""
    return repeat(tx, number, series_rule(args.repeat), _when_taken(args), now=now)


def repeat_answer(desk: OpenWorkspace, done: Recurring) -> Answer:
    """The appointment that repeats now, with all its dates."""
    first, *later = done.made
    return _answer(desk, done, f"Repeats: {one_line(first.title)}. Booked {_count(len(later))}.")


def _when_taken(args: argparse.Namespace) -> WhenTaken | None:
    if args.force:
        return WhenTaken.BOOK_ANYWAY
    return WhenTaken.SKIP if args.skip_taken else None


def _answer(desk: OpenWorkspace, done: Recurring, said: str) -> Answer:
    desk.warn_of_rights({who for appointment in done.made for who in appointment.staff})
    names, first = desk.names(), done.made[0]
    desk.warn_of_unread(first.staff)
    shape: dict[str, Any] = booking_shape(first, names)
    shape["series"] = {
        "appointments": [f"a{appointment.id}" for appointment in done.made],
        "left_out": [shown(span.start, first.zone) for span in done.dropped],
    }
    lines = [said]
    lines += [
        f"a{appointment.id}  {read(appointment.span.start, appointment.zone)} {appointment.zone}"
        + ("  against the rules" if appointment.overridden else "")
        for appointment in done.made
    ]
    lines += [f"Left out, not open: {read(span.start, first.zone)}" for span in done.dropped]
    return Answer(shape, "\n".join(lines))


def _count(number: int) -> str:
    return counted(number, "appointment", "appointments")
