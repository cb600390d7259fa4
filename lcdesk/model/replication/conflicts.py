"""What a person decides about an event that was changed here and in iCloud.

Only properties that both sides changed are to be decided; what just one side changed is kept
whatever is chosen, as it would have been without the clash. Where the appointment was cancelled
here it is between the whole of both (`cancelled_here.py`).
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.errors import InvalidInput, NotFound, RefusedByRule, UnreadableEvent
from lcdesk.model.domain.events import HIDDEN, Appointment
from lcdesk.model.domain.message import Message, headed
from lcdesk.model.domain.remote import ObjectState, OutboxKind, RemoteObject
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.words import PlaceName
from lcdesk.model.replication import cancelled_here
from lcdesk.model.replication.clash_steps import keep_clash
from lcdesk.model.replication.enqueue import enqueue
from lcdesk.model.replication.event_texts import position_of_head, session_text
from lcdesk.model.replication.guests import ask_before_mailing
from lcdesk.model.replication.inbound import Arrived, broken_rules, follow_session
from lcdesk.model.replication.publish import publish_session
from lcdesk.model.replication.reindex import reindex, zone_of_object
from lcdesk.model.store import appointments as stored
from lcdesk.model.store import outbox
from lcdesk.model.store.accounts import server_of_linked
from lcdesk.model.store.calendars import get_calendar
from lcdesk.model.store.people import contacts
from lcdesk.model.store.remote import objects
from lcdesk.model.store.transaction import Reader, Transaction

if TYPE_CHECKING:
    from lcdesk.model.ical.codec import EventValues


class Keep(StrEnum):
    """The three choices."""

    MINE = "keep-mine"  # ours is sent on top of iCloud's newest text; what is cancelled goes
    ICLOUD = "keep-icloud"  # ours follows iCloud; what is cancelled lives again
    BOTH = "keep-both"  # ours follows iCloud, and a second appointment takes our time


@dataclass(frozen=True, slots=True)
class Version:
    """What one side says."""

    title: str
    notes: str
    location: str
    span: TimeSpan

    def differences(self, other: Version) -> tuple[str, ...]:
        """The properties in which they differ."""
        pairs = {
            "times": self.span != other.span,
            "title": self.title != other.title,
            "location": self.location.strip() != other.location.strip(),
            "notes": self.notes.strip() != other.notes.strip(),
        }
        return tuple(name for name, differs in pairs.items() if differs)


@dataclass(frozen=True, slots=True)
class Clash:
    """A clash as it stands now; `theirs` None means that iCloud's text cannot be read.

    `properties` are those that both sides changed; of a cancelled appointment, those that iCloud
    changed.
    """

    object: RemoteObject
    arrived: Arrived
    sent: str  # our text as it was refused
    mine: Version
    theirs: Version | None
    properties: tuple[str, ...]
    is_cancelled: bool  # the appointment, here

    @property
    def choices(self) -> tuple[Keep, ...]:
        """What can be chosen: two appointments need two times, and both to take place."""
        if self.theirs is None:
            return (Keep.MINE,)
        if self.is_cancelled:
            return (Keep.MINE, Keep.ICLOUD)
        apart = not self.mine.span.overlaps(self.theirs.span)
        return tuple(Keep) if apart and self.object.is_own else (Keep.MINE, Keep.ICLOUD)


def clash_of(reader: Reader, object_id: int) -> Clash:
    """The clash that waits at an object. Raises NotFound."""
    row = outbox.conflict_of_object(reader, object_id)
    known = objects.get_object(reader, object_id)
    if row is None or known is None:
        raise NotFound(Message("This entry is not changed in both places any more."))
    tz = zone_of_object(reader, known)
    mine = _mine(reader, known, row.mine, tz)
    theirs = _read(row.theirs, tz)
    base = _read(known.raw, tz) if known.raw else None
    if not known.is_own and theirs is not None and base is not None:
        found = _of_a_date((known.raw, row.mine, row.theirs), tz)
        base, mine, theirs = found or (base, mine, theirs)
    is_cancelled = cancelled_here.is_ended(reader, known)
    return Clash(
        object=known,
        arrived=Arrived(known.path, known.href, row.theirs_etag, row.theirs),
        sent=row.mine,
        mine=mine,
        theirs=theirs,
        properties=_find_changed(base or mine, theirs)
        if is_cancelled
        else _find_clashing(base, mine, theirs),
        is_cancelled=is_cancelled,
    )


def without_words(clash: Clash) -> Clash:
    """The clash of an event whose details are hidden: its times, and that it is busy."""

    def hide(version: Version) -> Version:
        return Version(HIDDEN, "", "", version.span)

    return replace(
        clash,
        mine=hide(clash.mine),
        theirs=None if clash.theirs is None else hide(clash.theirs),
        properties=tuple(
            property_name for property_name in clash.properties if property_name == "times"
        ),
    )


def clashing_properties(
    reader: Reader, known: RemoteObject, *, base: str, theirs: str
) -> tuple[str, ...]:
    """What of an own event was changed here and there since `base`, to different values."""
    tz = zone_of_object(reader, known)
    mine = _mine(reader, known, base, tz)
    return _find_clashing(_read(base, tz) if base else None, mine, _read(theirs, tz))


def decide(tx: Transaction, object_id: int, choice: Keep, *, now: datetime) -> None:
    """Settle a clash. Raises NotFound, and RefusedByRule for a choice that there is not."""
    clash = clash_of(tx, object_id)
    if choice not in clash.choices:
        raise RefusedByRule(_why_not(clash, server_of_linked(tx, clash.object.linked)))
    held = [clash.mine.span, *([] if clash.theirs is None else [clash.theirs.span])]
    seats = _find_living(stored.appointments_of_session(tx, clash.object.session or ""))
    waited = outbox.conflict_of_object(tx, object_id)
    outbox.delete_conflict(tx, object_id)
    match choice:
        case Keep.MINE:
            _keep_mine(tx, clash, now)
        case Keep.ICLOUD:
            _follow_icloud(tx, clash, now)
        case Keep.BOTH:
            _follow_icloud(tx, clash, now)
            server_name = server_of_linked(tx, clash.object.linked)
            _book_again(
                tx, seats, Message("Kept beside {server}'s version", server=server_name.name), now
            )
    if waited is not None:
        keep_clash(tx, clash.object, waited)
    tx.touch(Topic.AGENDA, held)
    tx.touch(Topic.OUTBOX)


def settle_what_agrees(tx: Transaction, session: str, *, now: datetime) -> None:
    """A cancelled appointment takes place again: nothing clashes where it is as it was.

    It takes over what iCloud changed meanwhile.
    """
    for kept in objects.objects_of_session(tx, session):
        if kept.state is not ObjectState.CONFLICT:
            continue
        clash = clash_of(tx, kept.id)
        if not clash.is_cancelled and not clash.properties:
            decide(tx, kept.id, Keep.ICLOUD, now=now)


def _keep_mine(tx: Transaction, clash: Clash, now: datetime) -> None:
    if clash.is_cancelled:
        cancelled_here.delete_there(tx, clash.object, clash.arrived, now=now)
        return
    if clash.theirs is None:
        ask_before_mailing(tx, clash.object.id, clash.arrived.text)
        _replace_unreadable(tx, clash, now)
        return
    known = _take_theirs(tx, clash)
    if known.is_own:
        base = clash.object.raw or clash.sent
        follow_session(tx, known, clash.arrived, base=base, but=clash.properties, now=now)
        publish_session(tx, known.session or "", now)
    else:
        _send_over(tx, known, clash, now)


def _replace_unreadable(tx: Transaction, clash: Clash, now: datetime) -> None:
    """Nothing of iCloud's text can be preserved: ours takes its place, with later edits of it."""
    known = replace(clash.object, state=ObjectState.CLEAN)
    objects.update_object(tx, known)
    enqueue(
        tx,
        known.id,
        OutboxKind.UPDATE,
        body=clash.sent,
        base=known.raw,
        etag=clash.arrived.etag,
        now=now,
    )
    reindex(tx, known, clash.sent, now=now)
    if known.session is not None:
        publish_session(tx, known.session, now)


def _follow_icloud(tx: Transaction, clash: Clash, now: datetime) -> None:
    known = _take_theirs(tx, clash)
    if known.is_own:
        base = clash.object.raw or clash.sent
        if clash.is_cancelled:
            cancelled_here.live_again(tx, known, clash.arrived, base=base, now=now)
            return
        follow_session(tx, known, clash.arrived, base=base, now=now)
        publish_session(tx, known.session or "", now)
    else:
        reindex(tx, known, clash.arrived.text, now=now)


def _take_theirs(tx: Transaction, clash: Clash) -> RemoteObject:
    """The object on iCloud's newest text. Its version is asked for again: it may be newer yet."""
    after = replace(clash.object, raw=clash.arrived.text, etag=None, state=ObjectState.CLEAN)
    objects.update_object(tx, after)
    return after


def _send_over(tx: Transaction, known: RemoteObject, clash: Clash, now: datetime) -> None:
    """A mirrored event: ours where both changed it, theirs everywhere else."""
    from lcdesk.model.ical.edit import EventChanges, edit_event
    from lcdesk.model.ical.merge import join_mine_first

    theirs = clash.arrived.text
    body = join_mine_first(clash.object.raw, clash.sent, theirs)
    marker = EventChanges(op_id=uuid.uuid4().hex)
    body = edit_event(body, changes=marker, now=now, position=position_of_head(body))
    enqueue(tx, known.id, OutboxKind.UPDATE, body=body, base=theirs, now=now)
    reindex(tx, known, body, now=now)


def _book_again(tx: Transaction, seats: Sequence[Appointment], why: str, now: datetime) -> None:
    """What stood here stands beside what iCloud has, as an appointment of its own."""
    session = str(uuid.uuid4())
    for seat in seats:
        copy = replace(seat, id=0, session=session, flagged="", why=why)
        copy = replace(copy, series=None, series_day=None)  # the one that follows iCloud has them
        made = replace(copy, id=stored.insert_appointment(tx, copy, now))
        calendar = get_calendar(tx, made.calendar)
        broken = "" if calendar is None else broken_rules(tx, calendar, made, made.span, now)
        if broken:
            flagged = replace(made, flagged=headed(why, broken))
            stored.update_appointment(tx, made, flagged)
    if seats:
        publish_session(tx, session, now)


def _mine(reader: Reader, known: RemoteObject, sent: str, tz: ZoneInfo) -> Version:
    """What the appointment says now: it may have been edited since the clash."""
    seats = stored.appointments_of_session(reader, known.session or "") if known.is_own else ()
    living = _find_living(seats) or list(seats)
    calendar = get_calendar(reader, living[0].calendar) if living else None
    if calendar is None:
        found = _read(sent, tz)
        if found is None:
            raise NotFound(Message("What was changed here is not kept any more."))
        return found
    people = contacts(reader, {who for appointment in living for who in appointment.contacts})
    text = session_text(calendar, living, people)
    return Version(text.title, text.notes, text.location, text.span)


def _find_living(seats: Sequence[Appointment]) -> list[Appointment]:
    return [appointment for appointment in seats if appointment.status.takes_time]


def _read(text: str, tz: ZoneInfo) -> Version | None:
    from lcdesk.model.ical.codec import read_event

    try:
        found: EventValues = read_event(text, zone=tz)
    except UnreadableEvent:
        return None
    return Version(found.title, found.notes, found.location, found.span)


def _of_a_date(
    texts: tuple[str, str, str], tz: ZoneInfo
) -> tuple[Version, Version, Version] | None:
    """What base, mine and theirs say of the date of a series that both sides changed."""
    from lcdesk.model.ical.merge import first_clashing_date
    from lcdesk.model.ical.series_text import read_date

    try:
        date = first_clashing_date(*texts)
        if not date:
            return None
        found = [read_date(text, date, zone=tz) for text in texts]
    except (UnreadableEvent, InvalidInput, NotFound):  # NotFound: one side deleted the date
        return None
    base, mine, theirs = (
        Version(event.title, event.notes, event.location, event.span) for event in found
    )
    return base, mine, theirs


def _find_clashing(base: Version | None, mine: Version, theirs: Version | None) -> tuple[str, ...]:
    if theirs is None:
        return ("everything",)
    found = mine.differences(theirs)
    if base is None:
        return found
    changed_here, changed_there = base.differences(mine), base.differences(theirs)
    return tuple(name for name in found if name in changed_here and name in changed_there)


def _find_changed(before: Version, theirs: Version | None) -> tuple[str, ...]:
    return () if theirs is None else before.differences(theirs)


def _why_not(clash: Clash, server_name: PlaceName) -> str:
    if clash.theirs is None:
        return Message(
            "{Server}'s version cannot be read, so only the version here can be kept.",
            Server=server_name.name,
        )
    if clash.is_cancelled:
        return Message("The appointment is cancelled here, so there are no two versions to keep.")
    return Message("Both versions are at the same time, so one of them has to be chosen.")
