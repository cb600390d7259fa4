"""`lcdesk edit`: an appointment, or an event that was read from a primary calendar."""

from __future__ import annotations

import argparse
from datetime import datetime, timedelta

from lcdesk.cli.desk import Desk, EventId, day_of, event_id, row_id
from lcdesk.cli.output import Answer
from lcdesk.cli.series import repeat_answer, repeat_in
from lcdesk.cli.shapes import booking_shape, entry_shape
from lcdesk.cli.times import length_of, read, time_of
from lcdesk.model.commands import series_changes
from lcdesk.model.commands.appointments import known_appointment
from lcdesk.model.commands.mirrored_events import Edit, edit_mirrored, take_out_dates, times_moved
from lcdesk.model.domain.errors import InvalidInput, NotFound
from lcdesk.model.domain.events import AgendaEntry, AllDay, Appointment
from lcdesk.model.domain.plain import one_line
from lcdesk.model.domain.series import Scope
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store import objects
from lcdesk.model.store.agenda import agenda
from lcdesk.model.store.index import ensure_indexed
from lcdesk.model.store.transaction import Reader, Transaction

_AROUND = timedelta(days=3)


def edit(desk: Desk, args: argparse.Namespace) -> Answer:
    """Change words and times; what is not named stays."""
    wanted = (args.title, args.notes, args.location, args.start, args.minutes, args.repeat)
    if all(one is None for one in wanted):
        raise InvalidInput(
            "Say what to change: --title, --start, --minutes, --notes, --location, --repeat."
        )
    _check_repeat(args)
    named = event_id(args.id)
    if named is not None:
        if args.repeat is not None:
            raise InvalidInput("--repeat is for appointments; let an event repeat where it stands.")
        return mirrored(desk, args, named)
    return _appointment(desk, args)


def _check_repeat(args: argparse.Namespace) -> None:
    if args.repeat is None and (args.force or args.skip_taken):
        raise InvalidInput("--force and --skip-taken go with --repeat, for the dates it books.")
    if args.repeat is not None and args.scope != Scope.THIS:
        raise InvalidInput("--scope is for a series that is there; --repeat begins a new one.")


def _appointment(desk: Desk, args: argparse.Namespace) -> Answer:
    number = row_id(args.id, "a")
    with desk.database.read() as reader:
        before = known_appointment(reader, number)
    start = _start(desk, args, before.span.start, before.zone)
    with desk.database.write(mail_attendees=args.mail_attendees) as tx:
        _change(tx, number, args, start=start, now=desk.now)
        done = None if args.repeat is None else repeat_in(tx, number, args, now=desk.now)
        after = known_appointment(tx, number)
    return _told(desk, after) if done is None else repeat_answer(desk, done)


def _change(
    tx: Transaction, number: int, args: argparse.Namespace, *, start: datetime, now: datetime
) -> None:
    scope, length = Scope(args.scope), length_of(args.minutes)
    if args.start is not None or length is not None:
        series_changes.move(tx, number, scope, start=start, length=length, now=now)
    words = {"title": args.title, "notes": args.notes, "location": args.location}
    if any(text is not None for text in words.values()):
        series_changes.edit(tx, number, scope, **words, now=now)


def _told(desk: Desk, after: Appointment) -> Answer:
    when = read(after.span.start, after.zone)
    text = f"Changed: a{after.id}  {when} {after.zone}  {one_line(after.title)}"
    return Answer(booking_shape(after, desk.names()), text)


def mirrored(desk: Desk, args: argparse.Namespace, named: EventId) -> Answer:
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
        named = EventId(done.object, done.date)
    with desk.database.read() as reader:
        after = _entry(reader, named, desk.now)
    shape = entry_shape(after, desk.names(), zone=after.zone)
    when = read(after.span.start, after.zone)
    return Answer(shape, f"Changed: {after.row}  {when} {after.zone}  {one_line(after.title)}")


def take_out(desk: Desk, args: argparse.Namespace, named: EventId) -> Answer:
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


def _index_around(desk: Desk, named: EventId) -> None:
    if named.date:
        day = day_of(named)
        ensure_indexed(desk.database, TimeSpan(day, day).widened(_AROUND, _AROUND))


def _times(
    desk: Desk, reader: Reader, args: argparse.Namespace, before: AgendaEntry
) -> TimeSpan | AllDay | None:
    if args.start is None and args.minutes is None:
        return None
    start = _start(desk, args, before.span.start, before.zone)
    moved = times_moved(reader, before.number, start, before.date)
    length = length_of(args.minutes)
    if length is None:
        return moved
    if isinstance(moved, AllDay):
        raise InvalidInput("An event of whole days has no length in minutes.")
    return TimeSpan.lasting(start, length)


def _start(desk: Desk, args: argparse.Namespace, before: datetime, zone_name: str) -> datetime:
    return before if args.start is None else time_of(args.start, zone_name, desk.say)


def _entry(reader: Reader, named: EventId, now: datetime) -> AgendaEntry:
    """The event, or the date of a series that is named; without one the next to come."""
    spans = sorted(objects.occurrence_spans(reader, named.number))
    found = [
        one
        for span in dict.fromkeys(spans)
        for one in agenda(reader, span)
        if one.id == f"e{named.number}" and named.date in ("", one.date)
    ]
    ahead = [one for one in found if one.span.end > now]
    for one in (*ahead, *reversed(found)):
        return one
    what = f"date {named.date} of event" if found or named.date else "event"
    raise NotFound(f"There is no {what} e{named.number}. “lcdesk agenda” lists them.")
