"""The waiting list in a workspace file: the list `waiting`, which stands there only where
somebody waits. Days and times of day are those of the calendar's zone; both days are meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from lcdesk.model.commands.waiting.entries import keep_waiting, tidied_waiting, waits_already
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.people import StaffMember, clock, minute_of
from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.domain.zones import MINUTES_A_DAY, zone
from lcdesk.model.store.tables.columns import WEEKDAYS
from lcdesk.model.store.transaction import Transaction
from lcdesk.model.workspace import keys
from lcdesk.model.workspace.document import Record, find_named, instant, naming
from lcdesk.model.workspace.entries import People


def waiting_shape(
    one: Waiting, *, calendar: Calendar, contact: str, staff: str | None
) -> dict[str, Any]:
    """An entry as the file has it; what is usual is left out."""
    since = one.since.astimezone(zone(calendar.zone))
    shape: dict[str, Any] = {
        "calendar": calendar.name,
        "contact": contact,
        "first": one.first.isoformat(),
        "last": one.last.isoformat(),
        "since": since.isoformat(timespec="seconds"),
    }
    shape |= {} if staff is None else {"staff": staff}
    if one.weekdays:
        shape["weekdays"] = [WEEKDAYS[day] for day in one.weekdays]
    shape |= {"after": clock(one.after)} if one.after else {}
    shape |= {"before": clock(one.before)} if one.before != MINUTES_A_DAY else {}
    shape |= {"variation": one.variation} if one.variation else {}
    shape |= {"add_ons": list(one.add_ons)} if one.add_ons else {}
    return shape | ({"notes": one.notes} if one.notes else {})


def read_waiting(
    record: Record, *, calendars: Mapping[str, Calendar], staff: Mapping[str, int], now: datetime
) -> Waiting:
    """An entry of the file, without an id or a contact. Raises InvalidInput."""
    calendar = find_named(record.value("calendar"), record.at("calendar"), calendars, "calendar")
    member = record.value("staff") if "staff" in record else None
    since = now
    if "since" in record:
        tz = zone(calendar.zone)
        since = instant(
            record.value("since"), record.at("since"), lambda wall: wall.replace(tzinfo=tz)
        )
    return Waiting(
        id=0,
        calendar=calendar.id,
        contact=0,
        first=record.day("first"),
        last=record.day("last"),
        since=since,
        staff=None
        if member is None
        else find_named(member, record.at("staff"), staff, "staff member"),
        weekdays=tuple(record.find_all("weekdays", _WEEKDAYS, "weekday")),
        after=_minute_of(record, "after", 0),
        before=_minute_of(record, "before", MINUTES_A_DAY),
        variation=record.text("variation", ""),
        add_ons=record.texts("add_ons"),
        notes=record.text("notes", ""),
    )


def restore_waiting(
    tx: Transaction,
    top: Record,
    calendars: Mapping[str, Calendar],
    staff: Mapping[str, StaffMember],
    people: People,
    now: datetime,
) -> int:
    """Put on the list who does not wait for this already; how many rows the file has.

    Raises InvalidInput.
    """
    ids = {name: member.id for name, member in staff.items()}
    count = 0
    for value, json_path in top.rows("waiting"):
        record = Record(value, json_path, keys.WAITING)
        with naming(json_path):
            one = read_waiting(record, calendars=calendars, staff=ids, now=now)
            contact = people.contact_named(record.text("contact"))
            wanted = tidied_waiting(replace(one, contact=contact.id))
            if not waits_already(tx, wanted):
                keep_waiting(tx, wanted, contact)
        count += 1
    return count


def _minute_of(record: Record, key: str, default: int) -> int:
    if key not in record:
        return default
    with naming(record.at(key)):
        return minute_of(record.text(key))


_WEEKDAYS = {name: number for number, name in enumerate(WEEKDAYS)}
