"""`--repeat` of `lcdesk book` and `edit`: a series, and which of its dates were booked."""

from __future__ import annotations

import argparse
from datetime import datetime
from typing import Any

from lcdesk.cli.desk import OpenWorkspace
from lcdesk.cli.output import Answer
from lcdesk.cli.shapes import booking_shape
from lcdesk.cli.times import read, shown
from lcdesk.model.commands import series
from lcdesk.model.commands.appointments import BookingRequest
from lcdesk.model.commands.recurring import Recurring
from lcdesk.model.commands.repeat import repeat
from lcdesk.model.domain.calendars import WhenTaken
from lcdesk.model.domain.counts import counted
from lcdesk.model.domain.plain import one_line
from lcdesk.model.domain.rule_text import parse_rule
from lcdesk.model.store.transaction import Transaction


def book_series(desk: OpenWorkspace, booking: BookingRequest, args: argparse.Namespace) -> Answer:
    """Book every date that may be: all or none, unless taken ones are skipped or forced."""
    request = series.SeriesRequest(booking, parse_rule(args.repeat), _when_taken(args))
    with desk.database.write(mail_attendees=args.mail_attendees) as tx:
        done = series.book_series(tx, request, now=desk.now)
    return _answer(desk, done, f"Booked {_count(len(done.made))}: {one_line(done.made[0].title)}")


def repeat_in(
    tx: Transaction, number: int, args: argparse.Namespace, *, now: datetime
) -> Recurring:
    """Let an appointment begin a series, whose later dates are booked like those of a new one."""
    return repeat(tx, number, parse_rule(args.repeat), _when_taken(args), now=now)


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
