"""`lcdesk book`, `move`, `cancel`, `status`, `block` and `unblock`."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from datetime import timedelta

from lcdesk.cli.answers import answers_typed
from lcdesk.cli.edits import edit_mirrored_event, take_out
from lcdesk.cli.output import Answer
from lcdesk.cli.shapes import blocked_shape, booking_shape, length_of, read, time_of, zone_asked_for
from lcdesk.cli.waiting import tell_served
from lcdesk.cli.wording.language import language_of, worded, wording_of, words
from lcdesk.cli.wording.values import value_word
from lcdesk.cli.workspace import Names, OpenWorkspace, event_id, row_id
from lcdesk.model.commands import appointments, blocked_slots, series_changes
from lcdesk.model.commands.people import parse_contact
from lcdesk.model.commands.service_choices import ServiceChoice, with_choice
from lcdesk.model.commands.waiting.entries import end_served
from lcdesk.model.domain.errors import InvalidInput, NotFound
from lcdesk.model.domain.events import APPOINTMENT, BLOCKED, Appointment, BlockedSlot, Status
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.words import one_line
from lcdesk.model.recurrence.series import Scope
from lcdesk.model.store.appointments import get_appointment, get_blocked
from lcdesk.model.store.remote.index import ensure_indexed

# Series are indexed at least this far around what is booked, whatever length and buffers.
_AROUND = timedelta(days=10)

_BOOKED, _MOVED = Message("Booked"), Message("Moved")  # what chooses who gets it, and says why
_CANCELLED = Message("Cancelled")
_CROSSING = (_BOOKED, _MOVED, _CANCELLED)  # what is written to calendars


def book(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Make an appointment, or with `--repeat` a series of them."""
    names = desk.names()
    calendar = names.calendar(args.calendar)
    member = None if args.staff is None else names.member(args.staff)
    zone = zone_asked_for(calendar, member)
    request = appointments.BookingRequest(
        calendar=calendar.id,
        start=time_of(args.start, zone, desk.say),
        contact=parse_contact(args.contact),
        staff=() if member is None else (member.id,),
        length=length_of(args.minutes),
        title=args.title,
        insist=args.force,
        answers=answers_typed(calendar, args.answers),
    )
    choice = ServiceChoice(args.variation, tuple(args.add_ons))
    # Notes reach the customer: they speak the terminal's language beside a document in English.
    request = with_choice(request, calendar, choice, worded=wording_of(language_of(os.environ)))
    if args.repeat is not None:
        from lcdesk.cli.edits import book_series

        return book_series(desk, request, args, zone)
    if args.skip_taken:
        raise InvalidInput(
            Message("--skip-taken goes with --repeat: one appointment has one date.")
        )
    ensure_indexed(desk.database, TimeSpan(request.start, request.start).widen(_AROUND, _AROUND))
    with desk.database.write(mail_attendees=args.mail_attendees, here=zone) as tx:
        made = appointments.book(tx, request, now=desk.now)
        served = end_served(tx, [made])
    tell_served(desk, served)
    return _booked_answer(made, desk, _BOOKED, zone)


def move(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Move an appointment, or an event of a primary calendar.

    A start without an offset is on the clock of the member who has it, else of its calendar.
    """
    named = event_id(args.id)
    if named is not None:
        return edit_mirrored_event(desk, args, named)
    before = _appointment(desk, args.id)
    zone = desk.names().zone_of(before)
    start = time_of(args.start, zone, desk.say)
    with desk.database.write(mail_attendees=args.mail_attendees, here=zone) as tx:
        done = series_changes.move(
            tx,
            before.id,
            Scope(args.scope),
            start=start,
            length=length_of(args.minutes),
            now=desk.now,
        )
    if len(done) > 1:
        desk.say(Message("{n} appointments of the series were moved.", n=len(done)))
    return _booked_answer(_appointment(desk, args.id), desk, _MOVED, zone)


def cancel(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Cancel an appointment, or delete a date of a series of a primary calendar."""
    named = event_id(args.id)
    if named is not None:
        return take_out(desk, args, named)
    number = row_id(args.id, APPOINTMENT)
    with desk.database.write(mail_attendees=args.mail_attendees) as tx:
        done = series_changes.cancel(tx, number, Scope(args.scope), now=desk.now)
    if len(done) > 1:
        desk.say(Message("{n} appointments of the series were cancelled.", n=len(done)))
    after = _appointment(desk, args.id)
    return _booked_answer(after, desk, _CANCELLED, desk.names().zone_of(after))


def status(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Change an appointment's status."""
    before = _appointment(desk, args.id)
    ensure_indexed(desk.database, before.span.widen(_AROUND, _AROUND))
    wanted, scope = Status(args.status), Scope(args.scope)
    zone = desk.names().zone_of(before)
    with desk.database.write(mail_attendees=args.mail_attendees, here=zone) as tx:
        done = series_changes.set_status(tx, before.id, wanted, scope, now=desk.now)
    if len(done) > 1:
        desk.say(Message("{n} appointments of the series were marked.", n=len(done)))
    return _booked_answer(
        _appointment(desk, args.id),
        desk,
        Message("Marked as {status}", status=value_word(wanted)),
        zone,
    )


def block(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Block time of a staff member or of a calendar."""
    names = desk.names()
    owner = names.calendar(args.calendar) if args.staff is None else names.member(args.staff)
    start = time_of(args.start, owner.zone, desk.say)
    end = time_of(args.end, owner.zone, desk.say)
    with desk.database.write() as tx:
        made = blocked_slots.block(
            tx,
            start=start,
            end=end,
            title=args.title,
            staff=None if args.staff is None else owner.id,
            calendar=owner.id if args.staff is None else None,
        )
    return _blocked_answer(made, names, Message("Blocked"))


def edit_blocked(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Change time that was blocked by hand: `lcdesk edit b12`."""
    foreign = {"--contact": args.contact, "--notes": args.notes, "--location": args.location,
               "--repeat": args.repeat}  # fmt: skip
    for option, value in foreign.items():
        if value is not None:
            raise InvalidInput(
                Message("{option} is for appointments; blocked time has none of it.", option=option)
            )
    if args.staff is not None and args.calendar is not None:
        raise InvalidInput(Message("Time is blocked for one staff member or for one calendar."))
    names, number = desk.names(), row_id(args.id, BLOCKED)
    with desk.database.write() as tx:
        before = get_blocked(tx, number)
        if before is None:
            raise NotFound(Message("There is no blocked slot b{number}.", number=str(number)))
        owner = names.owner(before)
        start = before.span.start
        if args.start is not None:
            start = time_of(args.start, owner.zone, desk.say)
        wish = blocked_slots.BlockWish(
            start=start,
            end=start + (length_of(args.minutes) or before.span.length),
            title=args.title,
            staff=None if args.staff is None else names.member(args.staff).id,
            calendar=None if args.calendar is None else names.calendar(args.calendar).id,
        )
        _, after = blocked_slots.change_block(tx, number, wish)
    return _blocked_answer(after, names, Message("Changed"))


def unblock(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Free time that was blocked by hand."""
    names = desk.names()
    with desk.database.write() as tx:
        found = blocked_slots.unblock(tx, row_id(args.id, BLOCKED))
    return _blocked_answer(found, names, Message("Freed"))


ACTIONS: dict[str, Callable[[OpenWorkspace, argparse.Namespace], Answer]] = {
    "book": book,
    "move": move,
    "cancel": cancel,
    "status": status,
    "block": block,
    "unblock": unblock,
}


def _appointment(desk: OpenWorkspace, text: str) -> Appointment:
    with desk.database.read() as reader:
        found = get_appointment(reader, row_id(text, APPOINTMENT))
    if found is None:
        raise NotFound(Message("There is no appointment {id}.", id=text))
    return found


def _booked_answer(made: Appointment, desk: OpenWorkspace, done: str, zone: str) -> Answer:
    if done in _CROSSING:
        desk.warn_of_rights(made.staff)
    if done in (_BOOKED, _MOVED):
        desk.warn_of_unread(made.staff)
    names = desk.names()
    who = ", ".join(names.staff_names(made.staff))
    when = words(
        "{start} to {end}",
        start=read(made.span.start, zone),
        end=read(made.span.end, zone)[11:],
    )
    lines = [f"{worded(done)}: a{made.id}  {when} {zone}  {made.title}"]
    why = made.why if done in (_BOOKED, _MOVED) else ""
    lines += [words("With {who}. {why}", who=who, why=why).rstrip()] if who else []
    lines += [words("Against the rules, because it was insisted on.")] if made.overridden else []
    return Answer(booking_shape(made, names, zone=zone), "\n".join(map(one_line, lines)))


def _blocked_answer(slot: BlockedSlot, names: Names, done: str) -> Answer:
    owner = names.owner(slot)
    name, zone = owner.name, owner.zone
    when = words(
        "{start} to {end}", start=read(slot.span.start, zone), end=read(slot.span.end, zone)
    )
    whose, title = one_line(name), one_line(slot.title)
    text = f"{worded(done)}: b{slot.id}  {when} {zone}  {whose}  {title}".rstrip()
    return Answer(blocked_shape(slot, names, zone=zone), text)
