"""`lcdesk import ics FILE --calendar NAME`: the events of a calendar file as appointments."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from lcdesk.cli.files import GUESSED, name_of
from lcdesk.cli.output import Answer
from lcdesk.cli.shapes import time_text
from lcdesk.cli.workspace import OpenWorkspace
from lcdesk.model.commands.calendar_files.booking_plan import plan_bookings
from lcdesk.model.commands.calendar_files.bookings import BookedFile, BookingWish, book_planned
from lcdesk.model.commands.calendar_files.planned import (
    BookingPlan,
    PlannedBooking,
)
from lcdesk.model.commands.calendar_files.reading import TAKEN, EventStanding, ReadFile, read_events
from lcdesk.model.commands.people import parse_contact
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.message import Message, headed, joined
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.words import one_line
from lcdesk.model.domain.zones import local_day, zone
from lcdesk.model.store.remote.index import ensure_indexed

_Refusal = tuple[PlannedBooking, str]


def take_as_appointments(
    desk: OpenWorkspace, args: argparse.Namespace, content: bytes, calendar: Calendar
) -> Answer:
    """Book what is open and for somebody who is known; the rest is named.

    `--contact` is whom the others are for, `--force` books what is not open, or is over, too.
    """
    file = read_events(content, calendar.zone, desk.now)
    ensure_indexed(desk.database, file.stretch(desk.now))
    with desk.database.read() as reader:
        plan = plan_bookings(reader, file, calendar, desk.now)
    named = None if args.contact is None else parse_contact(args.contact)
    taken = [booking for booking in plan.bookings if booking.standing in TAKEN]
    over = [booking for booking in taken if booking.is_over and not args.force]
    asked = [booking for booking in taken if booking not in over]
    refused = list(_refusals(asked, named, args))
    left = {booking.number for booking, _ in refused}
    wishes = [
        BookingWish(booking, booking.contact or named, insist=args.force)
        for booking in asked
        if booking.number not in left
    ]
    with desk.database.write(mail_attendees=args.mail_attendees) as tx:
        found = book_planned(tx, calendar.id, wishes, now=desk.now)
    refused += [(each.planned, each.message) for each in found.refused]
    return _answer(args, calendar, file, plan, found, refused, over=len(over))


def _refusals(
    asked: list[PlannedBooking], named: Contact | None, args: argparse.Namespace
) -> Iterator[_Refusal]:
    for booking in asked:
        if booking.is_called_off:
            continue
        if booking.reason and not (args.force and booking.is_possible):
            yield booking, booking.reason
        elif booking.contact is None and named is None:
            yield booking, Message("No contact is known for it. Name one with --contact.")


def _answer(
    args: argparse.Namespace,
    calendar: Calendar,
    file: ReadFile,
    plan: BookingPlan,
    found: BookedFile,
    refused: list[_Refusal],
    *,
    over: int,
) -> Answer:
    standings = [booking.standing for booking in plan.bookings]
    edited = standings.count(EventStanding.EDITED)
    known = sum(
        standings.count(standing)
        for standing in (EventStanding.KNOWN, EventStanding.OLDER, EventStanding.APPOINTMENT)
    )
    document = {
        "file": str(args.file),
        "calendar": calendar.name,
        "booked": [f"a{made.id}" for made in found.booked],
        "changed": found.changed,
        "cancelled": found.cancelled,
        "known": known,
        "edited": edited,
        "free": standings.count(EventStanding.FREE),
        "over": over,
        "refused": [
            {
                "title": booking.title,
                "start": time_text(booking.span.start, calendar.zone),
                "message": str(message),
            }
            for booking, message in refused
        ],
        "unreadable": [
            {"title": bad.title, "uid": bad.uid, "message": str(bad.message)}
            for bad in plan.unreadable
        ],
        "superseded": file.superseded,
        "shortened": list(plan.shortened),
        "more": plan.more,
    }
    notes: list[str] = [headed(one_line(booking.title), message) for booking, message in refused]
    notes += [headed(name_of(bad), bad.message) for bad in plan.unreadable]
    until = local_day(plan.until, zone(calendar.zone)).isoformat()
    notes += [
        Message(
            "{title} repeats; its dates until {until} were looked at.",
            title=one_line(title),
            until=until,
        )
        for title in plan.shortened
    ]
    if plan.has_guessed_letters:
        notes.append(GUESSED)
    status = 1 if refused or plan.unreadable or plan.more else 0
    return Answer(document, joined(" ", _sentences(document)), status=status, notes=notes)


def _sentences(document: dict[str, Any]) -> Iterator[Message]:
    """What became of the dates; of what there was none is not told."""
    yield Message.counted(
        "Booked {n} appointment on {calendar}.",
        "Booked {n} appointments on {calendar}.",
        n=len(document["booked"]),
        calendar=document["calendar"],
    )
    told = (
        Message.counted("{n} was changed.", "{n} were changed.", n=document["changed"]),
        Message.counted("{n} was cancelled.", "{n} were cancelled.", n=document["cancelled"]),
        Message.counted("{n} was known already.", "{n} were known already.", n=document["known"]),
        Message.counted(
            "{n} differs, but was changed here since and stays.",
            "{n} differ, but were changed here since and stay.",
            n=document["edited"],
        ),
        Message.counted(
            "{n} is over and was left out.", "{n} are over and were left out.", n=document["over"]
        ),
        Message.counted("{n} was not booked.", "{n} were not booked.", n=len(document["refused"])),
        Message.counted(
            "{n} event could not be read.",
            "{n} events could not be read.",
            n=len(document["unreadable"]),
        ),
        Message.counted(
            "{n} more was left out: import the file in parts.",
            "{n} more were left out: import the file in parts.",
            n=document["more"],
        ),
    )
    yield from (sentence for sentence in told if sentence.number)
