"""`lcdesk edit`: an appointment, or an event that was read from a primary calendar.

`--repeat` of `lcdesk book` and `edit`: a series, and which of its dates were booked.
"""

from __future__ import annotations

import argparse
from datetime import date, datetime, timedelta
from typing import Any

from lcdesk.cli.answers import answers_typed
from lcdesk.cli.output import Answer
from lcdesk.cli.shapes import booking_shape, entry_shape, length_of, read, time_of, time_text
from lcdesk.cli.waiting import tell_served
from lcdesk.cli.wording.language import worded, words
from lcdesk.cli.workspace import OpenWorkspace, day_of, event_id, row_id
from lcdesk.model.commands import series, series_changes
from lcdesk.model.commands.appointments import BookingRequest, calendar_of, known_appointment
from lcdesk.model.commands.intake.answers import change_answers
from lcdesk.model.commands.people import parse_contact
from lcdesk.model.commands.reassign import Reassignment, reassign_series
from lcdesk.model.commands.repeat import repeat
from lcdesk.model.commands.series import BookedSeries
from lcdesk.model.commands.waiting.entries import end_served
from lcdesk.model.domain.calendars import WhenTaken
from lcdesk.model.domain.errors import InvalidInput, NotFound
from lcdesk.model.domain.events import APPOINTMENT, EVENT, AgendaEntry, AllDay, Appointment, EntryId
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.words import one_line
from lcdesk.model.domain.zones import at_wall, local_day, zone
from lcdesk.model.recurrence.by_hand import series_rule
from lcdesk.model.recurrence.series import Scope
from lcdesk.model.replication.event_texts import Edit
from lcdesk.model.replication.mirrored_edits import edit_mirrored, move_times, take_out_dates
from lcdesk.model.store.queries.agenda import agenda
from lcdesk.model.store.remote.index import ensure_indexed
from lcdesk.model.store.remote.occurrences import occurrence_spans
from lcdesk.model.store.transaction import Reader, Transaction

_AROUND = timedelta(days=10)


def edit(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Change words and times; what is not named stays."""
    words_and_times = (args.title, args.notes, args.location, args.start, args.minutes)
    asked = (*words_and_times, *_people(args), args.repeat)
    if all(moment is None for moment in asked) and not args.answers:
        raise InvalidInput(
            Message(
                "Say what to change: --title, --start, --minutes, --notes, --location, --staff, "
                "--contact, --calendar, --answer, --repeat."
            )
        )
    _check_repeat(args)
    named = event_id(args.id)
    if named is not None:
        if args.repeat is not None:
            raise InvalidInput(
                Message("--repeat is for appointments; let an event repeat where it stands.")
            )
        if any(person is not None for person in _people(args)):
            raise InvalidInput(
                Message(
                    "--staff, --contact and --calendar are for appointments; an event that was "
                    "read belongs to the calendar where it stands."
                )
            )
        if args.answers:
            raise InvalidInput(
                Message("--answer is for appointments; an event that was read answers nothing.")
            )
        return edit_mirrored_event(desk, args, named)
    return _appointment(desk, args)


def _people(args: argparse.Namespace) -> tuple[str | None, ...]:
    return (args.staff, args.contact, args.calendar)


def _check_repeat(args: argparse.Namespace) -> None:
    if args.repeat is None and args.skip_taken:
        raise InvalidInput(Message("--skip-taken goes with --repeat, for the dates it books."))
    asks = (args.repeat, args.staff, args.calendar, args.start, args.minutes)
    if args.force and all(ask is None for ask in asks):
        raise InvalidInput(
            Message(
                "--force goes with --staff, --calendar, --start, --minutes and --repeat: only "
                "these can be refused by the rules."
            )
        )
    if args.repeat is not None and args.scope != Scope.THIS:
        raise InvalidInput(
            Message("--scope is for a series that is there; --repeat begins a new one.")
        )


def _appointment(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    number = row_id(args.id, APPOINTMENT)
    with desk.database.read() as reader:
        before = known_appointment(reader, number)
    zone_name = desk.names().zone_of(before)
    wanted = _reassignment(desk, args, before, zone_name)
    start = wanted.start or before.span.start
    ensure_indexed(desk.database, TimeSpan(start, start).widen(_AROUND, _AROUND))
    with desk.database.write(mail_attendees=args.mail_attendees, here=zone_name) as tx:
        _change(tx, number, args, wanted, now=desk.now)
        done = None if args.repeat is None else repeat_in(tx, number, args, now=desk.now)
        after = known_appointment(tx, number)
    return (
        _change_answer(desk, after, zone_name)
        if done is None
        else repeat_answer(desk, done, zone_name)
    )


def _reassignment(
    desk: OpenWorkspace, args: argparse.Namespace, before: Appointment, zone_name: str
) -> Reassignment:
    """Everything that concerns people and times; what is not named stays."""
    names = desk.names()
    start = None if args.start is None else _start(desk, args, before.span.start, zone_name)
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
    if any(person is not None for person in _people(args)):
        reassign_series(tx, number, scope, wanted, insist=args.force, now=now)
    elif wanted.asks_the_rules:
        start = wanted.start or known_appointment(tx, number).span.start
        series_changes.move(
            tx, number, scope, start=start, length=wanted.length, insist=args.force, now=now
        )
    words = {"title": args.title, "notes": args.notes, "location": args.location}
    if any(text is not None for text in words.values()):
        series_changes.edit(tx, number, scope, **words, now=now)
    if args.answers:
        found = series_changes.find_meant(tx, number, scope, now=now)
        calendar = calendar_of(tx, found[0].calendar)
        change_answers(tx, found, calendar, answers_typed(calendar, args.answers))


def _change_answer(desk: OpenWorkspace, after: Appointment, zone_name: str) -> Answer:
    when = read(after.span.start, zone_name)
    names = desk.names()
    who = one_line(", ".join(names.staff_names(after.staff)))
    head = words("Changed")
    lines = [f"{head}: a{after.id}  {when} {zone_name}  {one_line(after.title)}"]
    lines += [words("With {who}.", who=who)] if who else []
    lines += [words("Against the rules, because it was insisted on.")] if after.overridden else []
    return Answer(booking_shape(after, names, zone=zone_name), "\n".join(lines))


def edit_mirrored_event(desk: OpenWorkspace, args: argparse.Namespace, named: EntryId) -> Answer:
    """Change an event of a primary calendar, or dates of its series."""
    _index_around(desk, named)
    with desk.database.read() as reader:
        before = _entry(reader, named, desk.now)
        span = _times(desk, reader, args, before)
    named_texts = (getattr(args, name, None) for name in ("title", "notes", "location"))
    title, notes, location = named_texts
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
    head = words("Changed")
    return Answer(shape, f"{head}: {after.row}  {when} {after.zone}  {one_line(after.title)}")


def take_out(desk: OpenWorkspace, args: argparse.Namespace, named: EntryId) -> Answer:
    """Delete dates of a series of a primary calendar."""
    _index_around(desk, named)
    with desk.database.read() as reader:
        before = _entry(reader, named, desk.now)
    if not before.date:
        raise InvalidInput(
            Message("Only dates of a series can be cancelled; delete an event in iCloud.")
        )
    scope = Scope(args.scope)
    with desk.database.write(mail_attendees=args.mail_attendees) as tx:
        take_out_dates(tx, named.number, before.date, scope, now=desk.now)
    shape = entry_shape(before, desk.names(), zone=before.zone)
    when = read(before.span.start, before.zone)
    head = words("Deleted")
    return Answer(shape, f"{head}: {before.row}  {when} {before.zone}  {before.title}")


def _index_around(desk: OpenWorkspace, named: EntryId) -> None:
    if named.date:
        day = day_of(named)
        ensure_indexed(desk.database, TimeSpan(day, day).widen(_AROUND, _AROUND))


def _times(
    desk: OpenWorkspace, reader: Reader, args: argparse.Namespace, before: AgendaEntry
) -> TimeSpan | AllDay | None:
    if args.start is None and args.minutes is None:
        return None
    if before.all_day is not None and args.start is not None:
        start = _midday(args.start, before.zone)
    else:
        start = _start(desk, args, before.span.start, before.zone)
    moved = move_times(reader, before.number, start, before.date)
    length = length_of(args.minutes)
    if length is None:
        return moved
    if isinstance(moved, AllDay):
        raise InvalidInput(Message("An event of whole days has no length in minutes."))
    return TimeSpan.of_length(start, length)


def _midday(text: str, zone_name: str) -> datetime:
    """A moment of the day that an event of whole days is to begin on.

    Raises InvalidInput for a time of day, which such an event has none of.
    """
    tz = zone(zone_name)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        begin = time_of(text, zone_name, lambda _: None)
        day = local_day(begin, tz)
        if begin != at_wall(day, 0, tz):
            raise InvalidInput(
                Message(
                    "This event lasts whole days and has no time of day. Name its day: "
                    "--start {day}.",
                    day=day.isoformat(),
                )
            ) from None
    return at_wall(day, 12 * 60, tz)


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
    ahead = [entry for entry in found if entry.span.end > now]
    for entry in (*ahead, *reversed(found)):
        return entry
    if found or named.date:
        raise NotFound(
            Message(
                "There is no date {date} of event {id}. “lcdesk agenda” lists them.",
                date=named.date,
                id=f"e{named.number}",
            )
        )
    raise NotFound(
        Message("There is no event {id}. “lcdesk agenda” lists them.", id=f"e{named.number}")
    )


def book_series(
    desk: OpenWorkspace, booking: BookingRequest, args: argparse.Namespace, zone_name: str
) -> Answer:
    """Book every date that may be: all or none, unless taken ones are skipped or forced."""
    request = series.SeriesRequest(booking, series_rule(args.repeat), _when_taken(args))
    with desk.database.write(mail_attendees=args.mail_attendees, here=zone_name) as tx:
        done = series.book_series(tx, request, now=desk.now)
        served = end_served(tx, done.made)
    tell_served(desk, served)
    said = Message.counted(
        "Booked {n} appointment: {title}",
        "Booked {n} appointments: {title}",
        n=len(done.made),
        title=one_line(done.made[0].title),
    )
    return _answer(desk, done, said, zone_name)


def repeat_in(
    tx: Transaction, number: int, args: argparse.Namespace, *, now: datetime
) -> BookedSeries:
    """Let an appointment begin a series, whose later dates are booked like those of a new one."""
    return repeat(tx, number, series_rule(args.repeat), _when_taken(args), now=now)


def repeat_answer(desk: OpenWorkspace, done: BookedSeries, zone_name: str) -> Answer:
    """The appointment that repeats now, with all its dates."""
    first, *later = done.made
    said = Message.counted(
        "Repeats: {title}. Booked {n} appointment.",
        "Repeats: {title}. Booked {n} appointments.",
        n=len(later),
        title=one_line(first.title),
    )
    return _answer(desk, done, said, zone_name)


def _when_taken(args: argparse.Namespace) -> WhenTaken | None:
    if args.force:
        return WhenTaken.BOOK_ANYWAY
    return WhenTaken.SKIP if args.skip_taken else None


def _answer(desk: OpenWorkspace, done: BookedSeries, said: str, zone_name: str) -> Answer:
    desk.warn_of_rights({who for appointment in done.made for who in appointment.staff})
    names, first = desk.names(), done.made[0]
    desk.warn_of_unread(first.staff)
    shape: dict[str, Any] = booking_shape(first, names, zone=zone_name)
    shape["series"] = {
        "appointments": [f"a{appointment.id}" for appointment in done.made],
        "left_out": [time_text(span.start, zone_name) for span in done.dropped],
    }
    against = words("against the rules")
    lines = [worded(said)]
    lines += [
        f"a{appointment.id}  {read(appointment.span.start, zone_name)} {zone_name}"
        + (f"  {against}" if appointment.overridden else "")
        for appointment in done.made
    ]
    lines += [
        words("Left out, not open: {start}", start=read(span.start, zone_name))
        for span in done.dropped
    ]
    return Answer(shape, "\n".join(lines))
