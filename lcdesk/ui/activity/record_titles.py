"""What was done to members, contacts, calendars, rooms and settings, in words."""

from __future__ import annotations

from collections.abc import Sequence

from lcdesk.model.domain.journal import Deed, Entry
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.wording.labels import tr, with_number

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
    title = tr(_FORMS[table][item.deed]).format(name=as_line(item.title), into=into)
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
        Deed.ADDED: "New staff member {name}",
        Deed.CHANGED: "Changed {name}",
        Deed.REMOVED: "Deleted staff member {name}",
    },
    "contact": {
        Deed.ADDED: "New contact {name}",
        Deed.CHANGED: "Changed contact {name}",
        Deed.REMOVED: "Deleted contact {name}",
        Deed.MERGED: "Merged contact {name} with {into}",
    },
    "resource": {
        Deed.ADDED: "New room or equipment {name}",
        Deed.CHANGED: "Changed {name}",
        Deed.REMOVED: "Deleted {name}",
    },
    "calendar": {
        Deed.ADDED: "New calendar {name}",
        Deed.CHANGED: "Changed calendar {name}",
        Deed.REMOVED: "Deleted calendar {name}",
    },
    "linked_calendar": {Deed.CHANGED: "Changed what blocks time in {name}"},
    "preference": {Deed.CHANGED: "Changed settings"},
}
# What of a record is different, by its column; what is not here is not named.
_PARTS = {
    "staff": {
        "name": "name",
        "email": "e-mail",
        "zone": "time zone",
        "hours": "working hours",
        "hide_details": "details of private events",
    },
    "contact": {"name": "name", "email": "e-mail", "phone": "phone", "notes": "notes"},
    "resource": {"name": "name", "capacity": "how many there are"},
    "calendar": {
        "name": "name",
        "owner_id": "owner",
        "zone": "time zone",
        "duration": "length",
        "interval": "interval",
        "before": "buffer before",
        "after": "buffer after",
        "per_slot": "bookings per slot",
        "per_day": "bookings per day",
        "notice": "notice",
        "window": "how far ahead",
        "hours": "hours",
        "distribution": "distribution",
        "seats": "seats",
        "phases": "phases",
        "auto_confirm": "confirmation",
        "colour": "colour",
        "title": "title",
        "location": "location",
        "active": "whether it is active",
        "group": "group",
        "description": "description",
        "look_busy": "look busy",
        "repeats": "repeats",
        "variations": "variations",
        "add_ons": "add-ons",
        "calendar_staff": "team",
        "calendar_resource": "rooms and equipment",
    },
    "linked_calendar": {
        "tentative_blocks": "tentative events",
        "all_day_blocks": "all-day events",
        "leaving": "used no longer",
    },
    "preference": {
        "when_deleted_in_icloud": "deleted events",
        "stale_after_minutes": "warning about calendars not read",
    },
}
