"""`lcdesk series`: the series that were made by hand, and the dates of one."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import Any

from lcdesk.cli.output import Answer, brief, table
from lcdesk.cli.shapes import booking_shape, contact_shape, read, time_text
from lcdesk.cli.wording.values import value_word
from lcdesk.cli.workspace import Names, OpenWorkspace, row_id
from lcdesk.model.domain.errors import InvalidInput, NotFound
from lcdesk.model.domain.events import APPOINTMENT, Appointment
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import clock
from lcdesk.model.recurrence.series import Series
from lcdesk.model.recurrence.text import write_rule
from lcdesk.model.store.appointments import appointments_of_series, get_appointment
from lcdesk.model.store.series import all_series, get_series
from lcdesk.model.store.transaction import Reader

_NONE = Message("There is no series. Book one: lcdesk book … --repeat RULE")
_NO_DATES = Message("This series has no dates.")
_HEADINGS = (
    Message("ID"), Message("CALENDAR"), Message("CONTACT"), Message("STAFF"), Message("RULE"),
    Message("TIME"), Message("DATES"), Message("NEXT"),
)  # fmt: skip
_DATE_HEADINGS = (
    Message("ID"), Message("START"), Message("END"), Message("STAFF"), Message("STATUS"),
)  # fmt: skip


def listing(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """Every series in the order they were made, with how many dates it has and the next one."""
    names = desk.names()
    chosen = None if args.calendar is None else names.calendar(args.calendar).id
    with desk.database.read() as reader:
        found = [one for one in all_series(reader) if chosen in (None, one.calendar)]
        names = Names.read(reader, {one.contact for one in found})
        dates = [appointments_of_series(reader, one.id) for one in found]
    shapes = [
        _shape(one, names) | _standing(one, some, desk)
        for one, some in zip(found, dates, strict=True)
    ]
    return Answer(shapes, table(_HEADINGS, [_row(shape) for shape in shapes], empty=_NONE))


def dates(desk: OpenWorkspace, args: argparse.Namespace) -> Answer:
    """The appointments of a series, in the order of its days, those cancelled or moved too."""
    with desk.database.read() as reader:
        series = _find(reader, args.id)
        found = appointments_of_series(reader, series.id)
        names = Names.read(reader)
    shapes = [
        {"day": None if one.series_day is None else one.series_day.isoformat()}
        | booking_shape(one, names, zone=names.zone_of(one))
        for one in found
    ]
    rows = [
        [
            shape["id"],
            read(one.span.start, names.zone_of(one)),
            read(one.span.end, names.zone_of(one)),
            ", ".join(map(brief, shape["staff"])),
            value_word(shape["status"]),
        ]
        for one, shape in zip(found, shapes, strict=True)
    ]
    return Answer(shapes, table(_DATE_HEADINGS, rows, empty=_NO_DATES))


ACTIONS: dict[str, Callable[[OpenWorkspace, argparse.Namespace], Answer]] = {
    "list": listing,
    "dates": dates,
}


def _find(reader: Reader, text: str) -> Series:
    """By its number, or by one of its appointments. Raises InvalidInput, NotFound."""
    if text.isascii() and text.isdecimal() and len(text) <= 18:
        found = get_series(reader, int(text))
        if found is None:
            raise NotFound(
                Message("There is no series {number}. See: lcdesk series list", number=text)
            )
        return found
    one = get_appointment(reader, row_id(text, APPOINTMENT))
    if one is None:
        raise NotFound(Message("There is no appointment {number}.", number=text))
    series = None if one.series is None else get_series(reader, one.series)
    if series is None:
        raise InvalidInput(Message("Appointment {number} is in no series.", number=text))
    return series


def _shape(one: Series, names: Names) -> dict[str, Any]:
    return {
        "id": one.id,
        "calendar": names.calendars[one.calendar].name,
        "contact": contact_shape(names.contacts[one.contact]),
        "staff": names.staff_names(one.staff),
        "title": one.title,
        "rule": write_rule(one.rule),
        "first": one.first.isoformat(),
        "time": clock(one.minute),
        "minutes": round(one.length.total_seconds() / 60),
        "when_taken": one.when_taken.value,
    }


def _standing(one: Series, dates: Sequence[Appointment], desk: OpenWorkspace) -> dict[str, Any]:
    standing = [date for date in dates if date.status.takes_time]
    ahead = sorted(date.span.start for date in standing if date.span.start >= desk.now)
    return {
        "dates": len(standing),
        "next": time_text(ahead[0], one.zone) if ahead else None,
    }


def _row(shape: dict[str, Any]) -> list[object]:
    following = shape["next"]
    return [
        shape["id"],
        brief(shape["calendar"]),
        brief(shape["contact"]["name"]),
        ", ".join(map(brief, shape["staff"])),
        shape["rule"],
        shape["time"],
        shape["dates"],
        "" if following is None else following[:16].replace("T", " "),
    ]
