"""Time off and the public holidays of a file, to and from a workspace file.

`time_off`: `first`, `last`, `title`; `staff` names who is away, without it the whole business is;
`from` and `to` (09:00) where a part of one day is meant. What stands here already is not doubled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from lcdesk.model.commands.time_off.absences import save_time_off
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import HoursBlock, clock, minute_of
from lcdesk.model.domain.time_off import PublicHoliday, TimeOff
from lcdesk.model.domain.words import clean_line
from lcdesk.model.store import time_off as stored
from lcdesk.model.store.transaction import Transaction
from lcdesk.model.workspace import keys
from lcdesk.model.workspace.document import Record, naming, wrong


def time_off_shape(value: TimeOff, names: Mapping[int, str]) -> dict[str, Any]:
    """One, as the file has it."""
    shape: dict[str, Any] = {"first": value.first.isoformat(), "last": value.last.isoformat()}
    shape |= {"title": value.title} if value.title else {}
    if value.part is not None:
        shape |= {"from": clock(value.part.start), "to": clock(value.part.end)}
    return shape | ({"staff": [names[member] for member in value.staff]} if value.staff else {})


def holiday_shape(day: PublicHoliday) -> dict[str, Any]:
    """A public holiday, as the file has it."""
    return {"first": day.first.isoformat(), "last": day.last.isoformat(), "name": day.name}


def take_time_off(tx: Transaction, top: Record, staff: Mapping[str, int]) -> None:
    """Add what is new in the file. Raises InvalidInput."""
    known = {replace(each, id=0) for each in stored.all_time_off(tx)}
    for value, json_path in top.rows("time_off"):
        record = Record(value, json_path, keys.TIME_OFF)
        with naming(json_path):
            wanted = _time_off(record, staff)
            if wanted not in known:
                known.add(replace(save_time_off(tx, wanted), id=0))


def take_holidays(tx: Transaction, top: Record) -> None:
    """Keep the public holidays of the file, where it has any. Raises InvalidInput."""
    days: set[PublicHoliday] = set()
    for value, json_path in top.rows("public_holidays"):
        record = Record(value, json_path, keys.PUBLIC_HOLIDAY)
        first = _day(record, "first")
        last = _day(record, "last") if "last" in record else first
        if last < first:
            raise wrong(record.at("last"), Message("the last day lies before the first."))
        name = clean_line(record.text("name"))
        if not name:
            raise wrong(record.at("name"), Message("a public holiday needs a name."))
        days.add(PublicHoliday(first, last, name))
    if days and _ordered(days) != _ordered(stored.kept_holidays(tx)):
        stored.replace_holidays(tx, _ordered(days))


def _time_off(record: Record, staff: Mapping[str, int]) -> TimeOff:
    first = _day(record, "first")
    last = _day(record, "last") if "last" in record else first
    part = None
    if "from" in record or "to" in record:
        start, end = (record.text("from", "00:00"), record.text("to", "24:00"))
        part = HoursBlock(minute_of(start), minute_of(end))
    who = tuple(sorted(set(record.find_all("staff", staff, "staff member"))))
    if "staff" in record and not who:
        raise wrong(record.at("staff"), Message("name somebody, or leave this out."))
    return TimeOff(0, first, last, clean_line(record.text("title", "")), who, part)


def _ordered(days: Iterable[PublicHoliday]) -> list[PublicHoliday]:
    return sorted(days, key=lambda day: (day.first, day.last, day.name))


def _day(record: Record, key: str) -> date:
    try:
        return date.fromisoformat(record.text(key))
    except ValueError:
        raise wrong(record.at(key), Message("a day such as 2026-12-01 is needed here.")) from None
