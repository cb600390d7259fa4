"""`lcdesk slots`: what can be booked, and with `--explain` why the rest cannot."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from lcdesk.cli.output import Answer, brief, table
from lcdesk.cli.shapes import (
    NO_DAY,
    days_of,
    read,
    read_on_its_day,
    slot_shape,
    zone_asked_for,
)
from lcdesk.cli.wording.language import worded
from lcdesk.cli.wording.values import value_word
from lcdesk.cli.workspace import Names, OpenWorkspace
from lcdesk.model.booking.assignment import choose
from lcdesk.model.booking.situation import Audience, Situation, Slot
from lcdesk.model.booking.slot_query import asked_days
from lcdesk.model.booking.slots import slots
from lcdesk.model.commands.service_choices import ServiceChoice, chosen_length
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import day_span, local_day, zone
from lcdesk.model.store.freshness import Stale, stalest
from lcdesk.model.store.queries.situation import situation_of_days
from lcdesk.model.store.remote.index import ensure_indexed

LONGEST = 366
_NOTHING_OPEN = Message("No open time on these days. --explain gives the reasons.")
_NO_HOURS = Message("There are no hours on these days.")
_HEADINGS = (
    Message("START"), Message("END"), "", Message("STAFF"), Message("SEATS"), Message("REASONS"),
)  # fmt: skip


def listing(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Slots on days of the calendar's zone, or of the named member's, in order.

    It is the zone that `book` reads a time in when it is given the same member.
    """
    first, days = days_of(args.first, args.end, longest=LONGEST)
    names = desk.names()
    calendar = names.calendar(args.calendar)
    member = None if args.staff is None else names.member(args.staff)
    staff = None if member is None else (member.id,)
    zone_name = zone_asked_for(calendar, member)
    if not calendar.active:
        desk.say(Message("{calendar} is switched off and offers nothing.", calendar=calendar.name))
    if not days:
        desk.say(NO_DAY)
        return Answer([], "")
    length = chosen_length(calendar, ServiceChoice(args.variation, tuple(args.add_ons)))
    wanted = day_span(first, zone(zone_name), days)
    first, days = _own_days(calendar, wanted)
    ensure_indexed(desk.database, asked_days(calendar, first, days=days, length=length))
    with desk.database.read() as reader:
        around = situation_of_days(
            reader, calendar, first=first, days=days, length=length, now=desk.now, here=zone_name
        )
        old = stalest(reader, now=desk.now, staff=staff or calendar.staff)
    if old is not None:
        desk.say(_warning(old, zone_name, desk.now))
    desk.warn_of_unread(staff or calendar.staff)
    if zone_name != calendar.zone:
        desk.say(
            Message(
                "Days and times are those of {zone}, where {staff} is.",
                zone=zone_name,
                staff=args.staff,
            )
        )
    audience = Audience.SHARED if args.shared else Audience.DIALOG
    found = slots(around, first, days, staff=staff, audience=audience)
    on_days = [slot for slot in found if wanted.start <= slot.span.start < wanted.end]
    told = [day for day in on_days if day.open or args.explain]
    shapes = [
        slot_shape(slot, names, zone=zone_name, following=_next(around, slot, staff, names))
        for slot in told
    ]
    empty = _NO_HOURS if args.explain else _NOTHING_OPEN
    return Answer(shapes, _as_table(told, names, zone_name, empty=empty))


def _own_days(calendar: Calendar, wanted: TimeSpan) -> tuple[date, int]:
    """The calendar's own days that a stretch of time touches: the first, and how many."""
    own = zone(calendar.zone)
    first = local_day(wanted.start, own)
    return first, (local_day(wanted.end - timedelta(seconds=1), own) - first).days + 1


def _next(around: Situation, slot: Slot, staff: tuple[int, ...] | None, names: Names) -> str | None:
    """Who would get an open slot; nobody in particular where all do, or there is no staff."""
    if not slot.open:
        return None
    chosen = choose(around, slot, named=staff or ()).staff
    return names.staff[chosen[0]].name if len(chosen) == 1 else None


def _warning(old: Stale, zone_name: str, now: datetime) -> Message:
    server = old.account.server_name.name
    if old.last is None:
        return Message(
            "{Server} has not been read yet, so events there do not close any slot.", Server=server
        )
    if old.last > now:
        return Message(
            "{Server} was last read while this computer's clock was ahead. What has changed there "
            "since is not considered.",
            Server=server,
        )
    return Message(
        "{Server} was last read at {time}. What has changed there since is not considered.",
        Server=server,
        time=read(old.last, zone_name),
    )


def _as_table(told: Sequence[Slot], names: Names, zone_name: str, *, empty: str) -> str:
    rows = [
        [
            read_on_its_day(slot.span.start, zone_name),
            read_on_its_day(slot.span.end, zone_name)[11:],
            value_word("open" if slot.open else "closed"),
            brief(", ".join(names.staff_names(slot.staff))),
            slot.seats_left,
            "; ".join(worded(reason.what) for reason in slot.reasons),
        ]
        for slot in told
    ]
    return table(_HEADINGS, rows, empty=empty)
