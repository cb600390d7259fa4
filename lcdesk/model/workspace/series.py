"""Series made by hand in a workspace file, so that endless ones go on where it is loaded.

Both keys stand in the file only where there are series: the list `series`, and `series` (the
number in that list, from 1) with `series_day` on their appointments.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from lcdesk.model.domain.calendars import Calendar, CalendarKind, WhenTaken
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import clock
from lcdesk.model.domain.zones import zone
from lcdesk.model.recurrence.by_hand import anchor_series, series_rule
from lcdesk.model.recurrence.series import Series
from lcdesk.model.recurrence.text import write_rule
from lcdesk.model.store.series import insert_series
from lcdesk.model.store.tables.columns import minutes
from lcdesk.model.store.transaction import Transaction
from lcdesk.model.workspace.document import Record, find_named, naming, wrong

Pair = tuple[Appointment | None, Appointment]
"""An appointment as it is in the store, if it is, and as it shall be."""

Tie = tuple[int, date]
"""The number of a series in the file, and the day that it gave to an appointment."""


def series_shape(
    one: Series, *, calendar: str, contact: str | None, staff: Sequence[str]
) -> dict[str, Any]:
    """A series as the file has it; the others are names."""
    return {
        "calendar": calendar,
        "rule": write_rule(one.rule),
        "zone": one.zone,
        "start": f"{one.first}T{clock(one.minute)}",
        "minutes": minutes(one.length),
        "contact": contact,
        "staff": list(staff),
        "title": one.title,
        "notes": one.notes,
        "location": one.location,
        "when_taken": one.when_taken.value,
        "made_to": one.made_to.isoformat(),
    }


def read_series(
    record: Record, *, calendars: Mapping[str, Calendar], staff: Mapping[str, int], contact: int
) -> Series:
    """A series of the file, without an id. Raises InvalidInput."""
    calendar = find_named(record.value("calendar"), record.at("calendar"), calendars, "calendar")
    if calendar.kind is CalendarKind.CLASS:  # a service may have lost its setting since
        raise wrong(
            record.at("calendar"),
            Message("a {kind} calendar has no series.", kind=calendar.kind.spoken),
        )
    with naming(record.at("rule")):
        rule = series_rule(record.text("rule"))
    zone_name = record.text("zone", calendar.zone)
    with naming(record.at("zone")):
        zone(zone_name)
    start = _wall(record, "start")
    return Series(
        id=0,
        calendar=calendar.id,
        rule=anchor_series(rule, start.date()),
        zone=zone_name,
        first=start.date(),
        minute=start.hour * 60 + start.minute,
        length=record.minutes("minutes", calendar.duration),
        contact=contact,
        made_to=record.day("made_to"),
        title=record.text("title", ""),
        notes=record.text("notes", ""),
        location=record.text("location", ""),
        staff=tuple(record.find_all("staff", staff, "staff member")) if "staff" in record else (),
        when_taken=record.choice("when_taken", WhenTaken, WhenTaken.SKIP),
    )


def tie_of(record: Record, series: Sequence[Series]) -> Tie | None:
    """Which series an appointment of the file belongs to. Raises InvalidInput."""
    number = record.whole_or_none("series", None)
    if number is None:
        return None
    if not 1 <= number <= len(series):
        raise wrong(record.at("series"), Message("the file has {count} series.", count=len(series)))
    return number, record.day("series_day")


def tie_series(
    tx: Transaction, pairs: Sequence[Pair], ties: Sequence[Tie | None], series: Sequence[Series]
) -> list[Pair]:
    """The pairs with what is new in the file tied together; what is tied here stays as it is."""
    found = list(pairs)
    for number, value in enumerate(series, start=1):
        mine = {at: tie[1] for at, tie in enumerate(ties) if tie is not None and tie[0] == number}
        if len(set(mine.values())) < len(mine):
            raise wrong(
                "appointments",
                Message("a day of series {number} stands here twice.", number=number),
            )
        is_here = any(_is_tied(pairs[at][0]) for at in mine)
        if is_here or not mine:
            continue
        made = insert_series(tx, value)
        for at, day in mine.items():
            before, after = found[at]
            found[at] = (before, replace(after, series=made, series_day=day))
    return found


def _is_tied(before: Appointment | None) -> bool:
    return before is not None and before.series is not None


def _wall(record: Record, key: str) -> datetime:
    try:
        found = datetime.fromisoformat(record.text(key))
    except ValueError:
        found = None
    if found is None or found.tzinfo is not None or found.second or found.microsecond:
        raise wrong(
            record.at(key), Message("a time without an offset such as 2026-12-01T10:00 is needed.")
        )
    return found
