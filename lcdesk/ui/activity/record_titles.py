"""What was done to members, contacts, calendars, rooms and settings, in words."""

from __future__ import annotations

from collections.abc import Sequence

from lcdesk.model.domain.journal import Deed, Entry
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.wording.labels import mark, tr, with_number

_MOST_PARTS = 2  # in a title; more are told below it
_MOST_RECORDS = 4


def record_title(entry: Entry) -> str:
    """ "Changed Ana: working hours"; of several what is first."""
    title, parts = _words(entry, 0)
    return _with_parts(title, parts) if len(parts) <= _MOST_PARTS else title


def record_detail(entry: Entry) -> str:
    """What of it is different where that is much; the other records of the same step."""
    _, parts = _words(entry, 0)
    found = [", ".join(parts)] if len(parts) > _MOST_PARTS else []
    found += [_words(entry, at)[0] for at in range(1, min(len(entry.items), _MOST_RECORDS))]
    more = sum(entry.counts.values()) - _MOST_RECORDS
    if more > 0:
        found.append(with_number(more, "{n} more", "{n} more"))
    return " · ".join(found)


def _words(entry: Entry, at: int) -> tuple[str, list[str]]:
    table, changed = entry.facts["records"][at]
    item = entry.items[at]
    into = as_line(str(entry.facts.get("into", "")))
    name = as_line(item.title) or tr("untitled")
    title = tr(_FORMS[table][item.deed]).format(name=name, into=into)
    return title, _part_names(table, changed)


def _part_names(table: str, changed: Sequence[str]) -> list[str]:
    known = _PARTS[table]
    return list(dict.fromkeys(tr(known[name]) for name in changed if name in known))


def _with_parts(title: str, parts: Sequence[str]) -> str:
    if not parts:
        return title
    return tr("{what}: {parts}").format(what=title, parts=", ".join(parts))


_FORMS = {
    "staff": {
        Deed.ADDED: mark("New staff member {name}"),
        Deed.CHANGED: mark("Changed {name}"),
        Deed.REMOVED: mark("Deleted staff member {name}"),
    },
    "contact": {
        Deed.ADDED: mark("New contact {name}"),
        Deed.CHANGED: mark("Changed contact {name}"),
        Deed.REMOVED: mark("Deleted contact {name}"),
        Deed.MERGED: mark("Merged contact {name} with {into}"),
        Deed.IMPORTED: mark("Imported contacts from {name}"),
    },
    "resource": {
        Deed.ADDED: mark("New room or equipment {name}"),
        Deed.CHANGED: mark("Changed {name}"),
        Deed.REMOVED: mark("Deleted {name}"),
    },
    "calendar": {
        Deed.ADDED: mark("New calendar {name}"),
        Deed.CHANGED: mark("Changed calendar {name}"),
        Deed.REMOVED: mark("Deleted calendar {name}"),
    },
    "waiting": {
        Deed.WAITING: mark("Put {name} on the waiting list for {into}"),
        Deed.WAITING_CHANGED: mark("Changed what {name} waits for: {into}"),
        Deed.WAITING_ENDED: mark("Took {name} off the waiting list for {into}"),
    },
    "linked_calendar": {Deed.CHANGED: mark("Changed what blocks time in {name}")},
    "time_off": {
        Deed.ADDED: mark("New time off: {name}"),
        Deed.CHANGED: mark("Changed time off: {name}"),
        Deed.REMOVED: mark("Removed time off: {name}"),
    },
    "public_holiday": {Deed.IMPORTED: mark("Read public holidays from {name}")},
    "preference": {Deed.CHANGED: mark("Changed settings")},
}
# What of a record is different, by its column; what is not here is not named.
_PARTS = {
    "staff": {
        "name": mark("name"),
        "email": mark("e-mail"),
        "zone": mark("time zone"),
        "hours": mark("working hours"),
        "hide_details": mark("details of private events"),
    },
    "contact": {
        "name": mark("name"),
        "email": mark("e-mail"),
        "phone": mark("phone"),
        "notes": mark("notes"),
    },
    "waiting": {},
    "resource": {"name": mark("name"), "capacity": mark("how many there are")},
    "calendar": {
        "name": mark("name"),
        "owner_id": mark("owner"),
        "zone": mark("time zone"),
        "duration": mark("length"),
        "interval": mark("interval"),
        "before": mark("buffer before"),
        "after": mark("buffer after"),
        "per_slot": mark("bookings per slot"),
        "per_day": mark("bookings per day"),
        "notice": mark("notice"),
        "window": mark("how far ahead"),
        "hours": mark("hours"),
        "distribution": mark("distribution"),
        "seats": mark("seats"),
        "phases": mark("phases"),
        "auto_confirm": mark("confirmation"),
        "colour": mark("colour"),
        "title": mark("title"),
        "location": mark("location"),
        "active": mark("whether it is active"),
        "group": mark("group"),
        "description": mark("description"),
        "look_busy": mark("look busy"),
        "repeats": mark("repeats"),
        "variations": mark("variations"),
        "add_ons": mark("add-ons"),
        "calendar_staff": mark("team"),
        "calendar_resource": mark("rooms and equipment"),
        "intake_field": mark("what is asked"),
        "reminders": mark("reminders"),
    },
    "linked_calendar": {
        "tentative_blocks": mark("tentative events"),
        "all_day_blocks": mark("all-day events"),
        "leaving": mark("used no longer"),
    },
    "time_off": {
        "title": mark("title"),
        "first": mark("first day"),
        "last": mark("last day"),
        "from": mark("time of day"),
        "to": mark("time of day"),
        "for_all": mark("who"),
    },
    "public_holiday": {},
    "preference": {
        "holiday_calendar": mark("public holidays"),
        "when_deleted_in_icloud": mark("deleted events"),
        "stale_after_minutes": mark("warning about calendars not read"),
        "reminders": mark("reminders"),
        "quiet_hours": mark("quiet hours"),
        "attention_notices": mark("notices of what needs attention"),
        "notices_hide_details": mark("details in notifications"),
    },
}
