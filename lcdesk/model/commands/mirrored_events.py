"""Editing an event that was read from a linked calendar (docs/rules/sync.md, rows 9, 10).

Only what a person changed is changed in the event's own text; everything else in it stays.
The change goes through the outbox like every other, and is drawn at once.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from lcdesk.model import sync_policy
from lcdesk.model.commands.guests import ask_before_mailing
from lcdesk.model.commands.publish import enqueue
from lcdesk.model.commands.redraw import redraw, zone_of_object
from lcdesk.model.domain.accounts import LinkedCalendar, Role
from lcdesk.model.domain.errors import NotFound, RefusedByRule
from lcdesk.model.domain.events import AllDay
from lcdesk.model.domain.remote import (
    ObjectState,
    OutboxEntry,
    OutboxKind,
    OutboxState,
    RemoteObject,
)
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store import objects, outbox
from lcdesk.model.store.accounts import get_linked, place_of_linked
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.transaction import Reader, Transaction

if TYPE_CHECKING:
    from lcdesk.model.ical.codec import EventValues

_NOT_NOW = {
    ObjectState.CONFLICT: "This event was changed here and {there}. Choose a version first.",
    ObjectState.GONE: "This event was deleted {there}, so there is nothing to change there.",
}


class ReadOnlyEvent(RefusedByRule):
    """The event may not be changed from here."""

    code = "READ_ONLY"
    title = "This event cannot be changed here"


@dataclass(frozen=True, slots=True)
class Edit:
    """What shall be different; None leaves it as it is."""

    title: str | None = None
    notes: str | None = None
    location: str | None = None
    span: TimeSpan | AllDay | None = None


def edit_mirrored(tx: Transaction, object_id: int, wanted: Edit, *, now: datetime) -> None:
    """Change an event of a primary calendar, here and in iCloud.

    Raises NotFound, ReadOnlyEvent, and AttendeesAreMailed unless the transaction's
    `mail_attendees` says that this is meant.
    """
    from lcdesk.model.ical.edit import EventChanges, edit_event

    known = _editable(tx, object_id)
    waiting = outbox.entries_of_object(tx, object_id)
    base = waiting[-1].body if waiting else known.raw
    before = _values(tx, known, base)
    _check(tx, known, before, wanted)
    changes = EventChanges(
        title=wanted.title, notes=wanted.notes, location=wanted.location, span=wanted.span
    )
    tz = zone_of_object(tx, known)
    body = edit_event(base, changes=changes, zone=tz, now=now)
    if body == base:
        return
    body = edit_event(body, changes=EventChanges(op_id=uuid.uuid4().hex), zone=tz, now=now)
    _send(tx, known, waiting[-1] if waiting else None, body=body, base=base, now=now)
    redraw(tx, known, body, now=now)


def times_moved(reader: Reader, object_id: int, start: datetime) -> TimeSpan | AllDay:
    """The event's times when it begins at `start`; whole days stay whole days."""
    known = _editable(reader, object_id)
    waiting = outbox.entries_of_object(reader, object_id)
    found = _values(reader, known, waiting[-1].body if waiting else known.raw)
    if found.all_day is None:
        return TimeSpan.lasting(start, found.span.length)
    first = start.astimezone(zone_of_object(reader, known)).date()
    return AllDay(first, first + (found.all_day.end - found.all_day.first))


def why_read_only(reader: Reader, linked: LinkedCalendar | None) -> str:
    """Why nothing of this linked calendar may be changed from here; empty when it may be."""
    if linked is None or linked.role is Role.NONE:
        return "This event's calendar is not used here any more."
    if not sync_policy.may_write(linked.role):
        return (
            f"“{linked.name}” is only read, to find busy times. Change this event "
            f"{place_of_linked(reader, linked.id).there}; lcdesk follows."
        )
    return "" if linked.writable else f"“{linked.name}” does not allow changes."


def _editable(reader: Reader, object_id: int) -> RemoteObject:
    known = objects.get_object(reader, object_id)
    if known is None or known.is_own:
        raise NotFound(f"There is no event e{object_id}.")
    why = why_read_only(reader, get_linked(reader, known.linked)) or _not_now(reader, known)
    if not why and known.state is not ObjectState.CLEAN:
        why = "This event could not be read, so it is left as it is."
    if why:
        raise ReadOnlyEvent(why)
    return known


def _not_now(reader: Reader, known: RemoteObject) -> str:
    return _NOT_NOW.get(known.state, "").format(there=place_of_linked(reader, known.linked).there)


def _values(reader: Reader, known: RemoteObject, text: str) -> EventValues:
    from lcdesk.model.ical.codec import read_event

    return read_event(text, zone=zone_of_object(reader, known))


def _check(tx: Transaction, known: RemoteObject, before: EventValues, wanted: Edit) -> None:
    place = place_of_linked(tx, known.linked)
    if before.recurring and wanted.span is not None:
        raise ReadOnlyEvent(
            f"This event repeats. Its times can be changed {place.there} only; lcdesk follows."
        )
    linked = get_linked(tx, known.linked)
    private = {one.id for one in all_staff(tx) if one.hide_details}
    words = (wanted.title, wanted.notes, wanted.location)
    if linked is not None and linked.staff in private and words != (None, None, None):
        raise ReadOnlyEvent("The details of this event are private, so they are not changed here.")


def _send(
    tx: Transaction,
    known: RemoteObject,
    last: OutboxEntry | None,
    *,
    body: str,
    base: str,
    now: datetime,
) -> None:
    if last is not None and last.state in (OutboxState.PENDING, OutboxState.DEAD):
        ask_before_mailing(tx, known.id, base, body)
        again = replace(last, body=body, state=OutboxState.PENDING, error=None, not_before=None)
        outbox.update_entry(tx, again)
        return
    enqueue(tx, known.id, OutboxKind.UPDATE, body=body, base=base, etag=known.etag, now=now)
