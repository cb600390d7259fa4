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
from lcdesk.model.domain.accounts import LinkedCalendar, Role
from lcdesk.model.domain.errors import InvalidInput, NotFound, RefusedByRule
from lcdesk.model.domain.events import AllDay
from lcdesk.model.domain.journal import Deed
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.remote import (
    ObjectState,
    OutboxEntry,
    OutboxKind,
    OutboxState,
    RemoteObject,
)
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.undo import RowImage
from lcdesk.model.recurrence.series import Scope
from lcdesk.model.replication.enqueue import enqueue
from lcdesk.model.replication.event_texts import Edit as Edit
from lcdesk.model.replication.event_texts import Meant, apply_edit, position_of_head
from lcdesk.model.replication.guests import ask_before_mailing
from lcdesk.model.replication.journal import record_edited
from lcdesk.model.replication.reindex import reindex, summarize_object, zone_of_object
from lcdesk.model.replication.taken_twice import clear_what_is_over
from lcdesk.model.store import outbox
from lcdesk.model.store.accounts import get_linked, server_of_linked
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.remote import objects
from lcdesk.model.store.transaction import Reader, Transaction

if TYPE_CHECKING:
    from lcdesk.model.ical.codec import EventValues


class ReadOnlyEvent(RefusedByRule):
    """The event may not be changed from here."""

    code = "READ_ONLY"
    title = Message("This event cannot be changed here")


@dataclass(frozen=True, slots=True)
class Rewritten:
    """An object's text as it was and as it is now, which is the way back.

    `date` is the recurrence id of the date that was meant, as it is now.
    """

    object: int
    before: str
    after: str
    date: str = ""


def edit_mirrored(
    tx: Transaction,
    object_id: int,
    wanted: Edit,
    *,
    now: datetime,
    date: str = "",
    scope: Scope = Scope.ALL,
) -> Rewritten | None:
    """Change an event of a primary calendar, here and in iCloud; None where nothing changes.

    `date` is the recurrence id of a date of a series, and `scope` which dates are meant; without
    a date the words of all are changed. Raises NotFound, ReadOnlyEvent, and AttendeesAreMailed
    unless the transaction's `mail_attendees` says that this is meant.
    """
    known = _editable(tx, object_id)
    base = _newest(tx, known)
    before = _values(tx, known, base)
    _check(tx, known, before, wanted, date)
    tz = zone_of_object(tx, known)
    meant = Meant(date if before.recurring else "", scope)
    try:
        text, date = apply_edit(base, wanted, meant, zone=tz, now=now)
    except InvalidInput as error:
        raise ReadOnlyEvent(error.message) from error
    done = rewrite(tx, known, text, now=now)
    if done is None:
        return None
    record_edited(tx, known, _deed_of(before, wanted))
    return replace(done, date=date)


def take_out_dates(
    tx: Transaction, object_id: int, date: str, scope: Scope, *, now: datetime
) -> Rewritten | None:
    """Delete one date of a series of a primary calendar, or that and all that follow.

    Raises as `edit_mirrored`. The event itself is never deleted from here.
    """
    from lcdesk.model.ical.series_text import take_out_date
    from lcdesk.model.ical.whole_series import end_before

    known = _editable(tx, object_id)
    tz, base = zone_of_object(tx, known), _newest(tx, known)
    there = server_of_linked(tx, known.linked).there
    take_out = take_out_date if scope is Scope.THIS else end_before
    try:
        body = take_out(base, date, now=now, zone=tz)
    except InvalidInput as error:
        raise ReadOnlyEvent(error.message) from error
    if not body or scope is Scope.ALL:
        raise ReadOnlyEvent(
            Message(
                "Nothing of this event would be left. Delete it {there}; lcdesk follows.",
                there=there,
            )
        )
    done = rewrite(tx, known, body, now=now)
    if done is not None:
        record_edited(tx, known, Deed.CANCELLED)
    return done


def put_back(tx: Transaction, done: Rewritten, *, now: datetime) -> None:
    """Take a change back, here and in iCloud. Raises as `edit_mirrored`, and RefusedByRule.

    What was changed again since stays as it is.
    """
    from lcdesk.model.ical.edit import revise_over
    from lcdesk.model.ical.fingerprint import fingerprint

    known = _editable(tx, done.object)
    newest = _newest(tx, known)
    if fingerprint(newest) != fingerprint(done.after):
        raise RefusedByRule(
            Message("This event has been changed again since, so it stays as it is.")
        )
    body = revise_over(done.before, newest, position=position_of_head(done.before), now=now)
    rewrite(tx, known, body, now=now)


def rewrite(tx: Transaction, known: RemoteObject, body: str, *, now: datetime) -> Rewritten | None:
    """Put a new text of an event on its way and draw it. Raises AttendeesAreMailed."""
    from lcdesk.model.ical.edit import EventChanges, edit_event

    waiting = outbox.entries_of_object(tx, known.id)
    base = waiting[-1].body if waiting else known.raw
    if body == base:
        return None
    marker = EventChanges(op_id=uuid.uuid4().hex)
    body = edit_event(body, changes=marker, now=now, position=position_of_head(body))
    _send(tx, known, waiting[-1] if waiting else None, body=body, base=base, now=now)
    name = "" if _is_private(tx, known) else summarize_object(tx, known, now).title
    before, after = ({"name": name, "text": text} for text in (base, body))
    tx.keep_image(RowImage("event_text", (known.id,), before, after))
    reindex(tx, known, body, now=now)
    clear_what_is_over(tx)
    return Rewritten(known.id, base, body)


def move_times(
    reader: Reader, object_id: int, start: datetime, date: str = ""
) -> TimeSpan | AllDay:
    """The event's times when it, or this date of a series, begins at `start`.

    Whole days stay whole days.
    """
    from lcdesk.model.ical.series_text import date_times

    known = _editable(reader, object_id)
    text, tz = _newest(reader, known), zone_of_object(reader, known)
    found = _values(reader, known, text)
    times: TimeSpan | AllDay = found.all_day or found.span
    if date and found.recurring:
        times = date_times(text, date, zone=tz)
    if isinstance(times, TimeSpan):
        return TimeSpan.of_length(start, times.length)
    first = start.astimezone(tz).date()
    return AllDay(first, first + (times.end - times.first))


def why_read_only(reader: Reader, linked: LinkedCalendar | None) -> str:
    """Why nothing of this linked calendar may be changed from here; empty when it may be."""
    if linked is None or linked.role is Role.NONE:
        return Message("This event's calendar is not used here any more.")
    if not sync_policy.may_write(linked.role):
        return Message(
            "“{linked}” is only read, to find busy times. Change this event {there}; "
            "lcdesk follows.",
            linked=linked.name,
            there=server_of_linked(reader, linked.id).there,
        )
    if linked.writable:
        return ""
    return Message("“{linked}” does not allow changes.", linked=linked.name)


def _deed_of(before: EventValues, wanted: Edit) -> Deed:
    if (wanted.title, wanted.notes, wanted.location) != (None, None, None):
        return Deed.EDITED
    if isinstance(wanted.span, TimeSpan) and wanted.span.length != before.span.length:
        return Deed.RESIZED
    return Deed.MOVED


def _editable(reader: Reader, object_id: int) -> RemoteObject:
    known = objects.get_object(reader, object_id)
    if known is None or known.is_own:
        raise NotFound(Message("There is no event e{object_id}.", object_id=str(object_id)))
    why = why_read_only(reader, get_linked(reader, known.linked)) or _not_now(reader, known)
    if not why and known.state is not ObjectState.CLEAN:
        why = Message("This event could not be read, so it is left as it is.")
    if why:
        raise ReadOnlyEvent(why)
    return known


def _newest(reader: Reader, known: RemoteObject) -> str:
    """The text with all changes that are on their way."""
    waiting = outbox.entries_of_object(reader, known.id)
    return waiting[-1].body if waiting else known.raw


def _not_now(reader: Reader, known: RemoteObject) -> str:
    there = server_of_linked(reader, known.linked).there
    match known.state:
        case ObjectState.CONFLICT:
            return Message(
                "This event was changed here and {there}. Choose a version first.", there=there
            )
        case ObjectState.GONE:
            return Message(
                "This event was deleted {there}, so there is nothing to change there.", there=there
            )
        case _:
            return ""


def _values(reader: Reader, known: RemoteObject, text: str) -> EventValues:
    from lcdesk.model.ical.codec import read_event

    return read_event(text, zone=zone_of_object(reader, known))


def _check(
    tx: Transaction, known: RemoteObject, before: EventValues, wanted: Edit, date: str
) -> None:
    server_name = server_of_linked(tx, known.linked)
    if before.recurring and not date and wanted.span is not None:
        raise ReadOnlyEvent(
            Message(
                "This event repeats. Name one of its dates, or change its times {there}.",
                there=server_name.there,
            )
        )
    words = (wanted.title, wanted.notes, wanted.location)
    if words != (None, None, None) and _is_private(tx, known):
        raise ReadOnlyEvent(
            Message("The details of this event are private, so they are not changed here.")
        )


def _is_private(tx: Transaction, known: RemoteObject) -> bool:
    linked = get_linked(tx, known.linked)
    private = {member.id for member in all_staff(tx) if member.hide_details}
    return linked is not None and linked.staff in private


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
