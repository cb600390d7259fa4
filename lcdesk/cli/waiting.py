"""`lcdesk waiting`: who waits for a time of which calendar, and when each could be booked."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import Any

from lcdesk.cli.output import Answer, brief, table
from lcdesk.cli.shapes import contact_shape, day_of, time_text
from lcdesk.cli.wording.language import words
from lcdesk.cli.workspace import Names, OpenWorkspace
from lcdesk.model.commands.people import parse_contact
from lcdesk.model.commands.waiting.entries import add_waiting, remove_waiting
from lcdesk.model.commands.waiting.fitting import next_fits, reach
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import clock, minute_of
from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.domain.words import one_line
from lcdesk.model.domain.zones import MINUTES_A_DAY
from lcdesk.model.store.remote.index import ensure_indexed
from lcdesk.model.store.tables.columns import WEEKDAYS
from lcdesk.model.store.waiting import count_waiting, waiting_page

MOST = 1_000
_NOBODY = Message("Nobody is waiting. Put somebody on the list: lcdesk waiting add")
_HEADINGS = (
    Message("ID"),
    Message("CALENDAR"),
    Message("CONTACT"),
    Message("STAFF"),
    Message("DAYS"),
    Message("TIME"),
    Message("SINCE"),
    Message("NEXT OPEN"),
)


def listing(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Who waits, the oldest first, with the next open time that suits within two months."""
    names = desk.names()
    chosen = None if args.calendar is None else names.calendar(args.calendar).id
    ensure_indexed(desk.database, reach(desk.now))
    with desk.database.read() as reader:
        page = waiting_page(reader, calendar=chosen, limit=MOST)
        counts = count_waiting(reader)
        fits = next_fits(reader, page, now=desk.now)
        names = Names.read(reader, {one.contact for one in page})
    total = sum(counts.values()) if chosen is None else counts.get(chosen, 0)
    if total > len(page):
        desk.say(
            Message(
                "The first {shown} of {all} are shown. --calendar NAME shows fewer.",
                shown=len(page),
                all=total,
            )
        )
    shapes = []
    for one in page:
        fit = fits.get(one.id)
        zone_name = names.calendars[one.calendar].zone
        following = None if fit is None else time_text(fit.slot.span.start, zone_name)
        shapes.append(_shape(one, names) | {"next_open": following})
    rows = [_row(one, shape) for one, shape in zip(page, shapes, strict=True)]
    return Answer(shapes, table(_HEADINGS, rows, empty=_NOBODY))


def add(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Put a contact on the list; days and times of day are those of the calendar."""
    names = desk.names()
    value = Waiting(
        id=0,
        calendar=names.calendar(args.calendar).id,
        contact=0,
        first=day_of(args.first),
        last=day_of(args.last),
        since=desk.now,
        staff=None if args.staff is None else names.member(args.staff).id,
        weekdays=_weekdays(args.weekdays),
        after=0 if args.after is None else minute_of(args.after),
        before=MINUTES_A_DAY if args.before is None else minute_of(args.before),
        variation=args.variation,
        add_ons=tuple(args.add_ons),
        notes=args.notes,
    )
    with desk.database.write() as tx:
        made = add_waiting(tx, value, parse_contact(args.contact))
        names = Names.read(tx, [made.contact])
    shape = _shape(made, names)
    told = words(
        "Put on the waiting list: {number}  {what}", number=str(made.id), what=_told(shape)
    )
    return Answer(shape, one_line(told))


def remove(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Take an entry off the list."""
    with desk.database.write() as tx:
        found = remove_waiting(tx, args.id)
        names = Names.read(tx, [found.contact])
    shape = _shape(found, names)
    told = words(
        "Taken off the waiting list: {number}  {what}", number=str(found.id), what=_told(shape)
    )
    return Answer(shape, one_line(told))


def tell_served(desk: OpenWorkspace, ended: Sequence[Waiting]) -> None:
    """Say who was taken off the list by being booked."""
    if not ended:
        return
    with desk.database.read() as reader:
        names = Names.read(reader, {one.contact for one in ended})
    for one in ended:
        desk.say(
            Message(
                "Taken off the waiting list: {number}  {what}",
                number=str(one.id),
                what=one_line(_told(_shape(one, names))),
            )
        )


ACTIONS: dict[str, Callable[[OpenWorkspace, argparse.Namespace], Answer]] = {
    "list": listing,
    "add": add,
    "remove": remove,
}


def _weekdays(text: str) -> tuple[int, ...]:
    """`mon,fri`; nothing means every day. Raises InvalidInput."""
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in WEEKDAYS:
            raise InvalidInput(
                Message(
                    "“{name}” is not a weekday. Write them as {days}.",
                    name=name,
                    days=",".join(WEEKDAYS),
                )
            )
    return tuple(WEEKDAYS.index(name) for name in names)


def _shape(one: Waiting, names: Names) -> dict[str, Any]:
    calendar = names.calendars[one.calendar]
    return {
        "id": one.id,
        "calendar": calendar.name,
        "contact": contact_shape(names.contacts[one.contact]),
        "staff": None if one.staff is None else names.staff[one.staff].name,
        "first": one.first.isoformat(),
        "last": one.last.isoformat(),
        "weekdays": [WEEKDAYS[day] for day in one.weekdays],
        "after": clock(one.after),
        "before": clock(one.before),
        "variation": one.variation,
        "add_ons": list(one.add_ons),
        "notes": one.notes,
        "since": time_text(one.since, calendar.zone),
    }


def _row(one: Waiting, shape: dict[str, Any]) -> list[object]:
    following = shape["next_open"]
    return [
        one.id,
        brief(shape["calendar"]),
        brief(shape["contact"]["name"]),
        brief(shape["staff"] or ""),
        _days(shape),
        _time(one, shape),
        shape["since"][:10],
        "" if following is None else following[:16].replace("T", " "),
    ]


def _told(shape: dict[str, Any]) -> str:
    return f"{shape['contact']['name']}  {shape['calendar']}  {_days(shape)}"


def _days(shape: dict[str, Any]) -> str:
    first, last = shape["first"], shape["last"]
    days = first if first == last else words("{first} to {last}", first=first, last=last)
    return " ".join(filter(None, (days, ",".join(shape["weekdays"]))))


def _time(one: Waiting, shape: dict[str, Any]) -> str:
    if (one.after, one.before) == (0, MINUTES_A_DAY):
        return words("any")
    return f"{shape['after']}-{shape['before']}"
