"""What a PROPFIND finds: root, principal, home, collections and objects."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from tests.fakes.icloud.answers import APPLE, CALDAV, DAV, SERVER, Name, dav, element, text
from tests.fakes.icloud.calendars import Collection, Kind, Stored

TYPE = (DAV, "resourcetype")
HOME_SET = (CALDAV, "calendar-home-set")
OWN = (CALDAV, "calendar-user-address-set")
PRINCIPAL = (DAV, "current-user-principal")
TOKEN = (DAV, "sync-token")
CTAG = (SERVER, "getctag")
ETAG = (DAV, "getetag")
DATA = (CALDAV, "calendar-data")

_TYPES = {
    Kind.CALENDAR: (CALDAV, "calendar"),
    Kind.SUBSCRIBED: (SERVER, "subscribed"),
    Kind.INBOX: (CALDAV, "schedule-inbox"),
    Kind.OUTBOX: (CALDAV, "schedule-outbox"),
    Kind.NOTIFICATION: (SERVER, "notification"),
}


def href(address: str) -> str:
    """A property that holds an address."""
    return dav("href", text(address))


def token_at(collection: Collection, steps: int) -> str:
    """A token is no address; what it says is nobody's business."""
    return f"HwoQEgwAAh4{len(collection.path):02}-{collection.epoch}-{steps}"


def steps_at(collection: Collection, token: str) -> int | None:
    """How far a token's owner has read; None for a token that is not, or no more, known."""
    number = token.rpartition("-")[2]
    if not number.isdigit() or token != token_at(collection, int(number)):
        return None
    return int(number) if int(number) <= len(collection.steps) else None


def of_folder() -> dict[Name, str]:
    """The home itself."""
    return {TYPE: dav("collection"), (DAV, "displayname"): "calendars"}


def of_collection(one: Collection, now: datetime, *, knows_tokens: bool) -> dict[Name, str]:
    """A collection's properties; a mailbox has no tokens, a feed has a source."""
    values = {
        TYPE: dav("collection") + element(_TYPES[one.kind]),
        (DAV, "displayname"): text(one.title),
        (DAV, "current-user-privilege-set"): _privileges(one),
    }
    if one.kind is Kind.SUBSCRIBED:
        values[SERVER, "source"] = href("webcal://example.org/holidays.ics")
    if one.kind in (Kind.CALENDAR, Kind.SUBSCRIBED):
        values[APPLE, "calendar-color"] = one.colour
        values[APPLE, "calendar-order"] = str(one.order)
        values[CALDAV, "supported-calendar-component-set"] = "".join(
            element((CALDAV, "comp"), name=name) for name in one.components
        )
    if one.kind is Kind.CALENDAR:
        steps = one.seen_steps(now)
        values[CTAG] = f"{token_at(one, steps)}-c{one.mark}"
        if one.number:
            values[DAV, "resource-id"] = href(f"urn:uuid:{one.number}")
        if one.made:
            values[DAV, "creationdate"] = text(one.made)
        if knows_tokens:
            values[TOKEN] = token_at(one, steps)
    return values


def of_object(one: Stored) -> dict[Name, str]:
    """An object's properties; it has no content type."""
    return {ETAG: text(one.etag), TYPE: ""}


def asked_for(names: Iterable[Name], all_of: dict[Name, str]) -> tuple[dict[Name, str], list[Name]]:
    """Of these properties, what is there and what is not. Asked for nothing by name, iCloud
    gives all but the types."""
    wanted = list(names)
    if not wanted:
        return {name: value for name, value in all_of.items() if name != TYPE}, []
    values = {name: all_of[name] for name in wanted if name in all_of}
    return values, [name for name in wanted if name not in all_of]


def _privileges(one: Collection) -> str:
    rights = ["read", "write", "write-content", "bind", "unbind"] if one.writable else ["read"]
    return "".join(dav("privilege", dav(right)) for right in rights)
