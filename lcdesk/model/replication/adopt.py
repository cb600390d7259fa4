"""Which of the texts that a server gives are events of ours, and what happens here with each.

What lcdesk wrote is followed, also where it was renamed there; everything else is mirrored. An
event of an earlier connection, or of another computer with the same appointments, is known again:
the UID that was kept decides, and lcdesk's own marker is only a hint to compare what the event says
with what is about to be written.

A new event may be refused since its UID is in the account already: it was written before, the
answer lost, and moved since. Where it stands in its own calendar as it was to be written, or was
sent before at all, it is ours again; anywhere else it is left alone, and the event is written under
a second UID, made from the first so that a program killed in between makes no third. There is no
third (docs/rules/sync.md, "Clashes"): what is refused then is refused for another reason.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from lcdesk.model.domain.accounts import LinkedCalendar, Role
from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.remote import (
    ObjectState,
    OutboxEntry,
    OutboxKind,
    OutboxState,
    RemoteObject,
)
from lcdesk.model.replication import inbound
from lcdesk.model.replication.inbound import Arrived, Unusable, mirror, take_over
from lcdesk.model.replication.publish import publish_session, under_uid
from lcdesk.model.replication.renamed_there import follow_to
from lcdesk.model.store import outbox as outbox_rows
from lcdesk.model.store.appointments import appointments_of_session
from lcdesk.model.store.outbox import forget_sent
from lcdesk.model.store.remote import objects
from lcdesk.model.store.remote.elsewhere import DetachedObject, detached_uids, take_detached
from lcdesk.model.store.remote.index import Indexed
from lcdesk.model.store.transaction import Reader, Transaction

_MARKER = "X-LCDESK-OP"
_UID = re.compile(r"^UID[:;][^\r\n]*(\r?\n[ \t][^\r\n]*)*", re.IGNORECASE | re.MULTILINE)
_UNSENT = (OutboxState.PENDING, OutboxState.DEAD)


class Adopter:
    """Looks at the events of one linked calendar that are new here, while it is read once."""

    def __init__(self, linked: LinkedCalendar) -> None:
        self._linked = linked
        self._left: frozenset[str] | None = None
        self._about_to_be_written: dict[str, list[int]] | None = None

    def take_back(self, tx: Transaction, arrived: Arrived, *, now: datetime) -> bool:
        """Make a new event its appointment's own; False for somebody else's."""
        if self._linked.role is not Role.PRIMARY:
            return False
        known = self._find_left(tx, arrived) or self._find_written(tx, arrived)
        if known is None:
            return False
        uid = _uid(arrived.text)
        here = replace(
            known, linked=self._linked.id, path=arrived.path, href=arrived.href, etag=None, uid=uid
        )
        object_id = objects.insert_object(tx, here)
        publish_session(tx, known.session or "", now)
        own = objects.get_object(tx, object_id)
        if own is not None and not outbox_rows.entries_of_object(tx, object_id):
            inbound.take_over(tx, own, arrived, now=now)
        return True

    def _find_left(self, tx: Transaction, arrived: Arrived) -> RemoteObject | None:
        """The event as it was when its account was disconnected."""
        if self._left is None:
            self._left = detached_uids(tx, self._linked.staff)
        if not self._left or (uid := _uid(arrived.text)) not in self._left:
            return None
        left = take_detached(tx, self._linked.staff, uid)
        session = "" if left is None else left.object.session or ""
        if left is None or not appointments_of_session(tx, session):
            return None
        present = objects.objects_of_session(tx, session)
        mine = [kept for kept in present if kept.staff == self._linked.staff]
        if not all(_is_unsent(tx, kept) for kept in mine):
            return None
        for kept in mine:
            objects.delete_object(tx, kept.id)
        return replace(left.object, raw=_last_common(left, arrived), state=ObjectState.CLEAN)

    def _find_written(self, tx: Transaction, arrived: Arrived) -> RemoteObject | None:
        """The same event as one that is to be made: nothing but its UID differs."""
        if _MARKER not in arrived.text:
            return None
        if self._about_to_be_written is None:
            self._about_to_be_written = _unsent_by_text(tx, self._linked)
        alike = self._about_to_be_written.get(find_own_marker(arrived.text), [])
        while alike:
            one = objects.get_object(tx, alike.pop())
            if one is not None and _is_unsent(tx, one):
                objects.delete_object(tx, one.id)
                return replace(one, id=0, raw=arrived.text, state=ObjectState.CLEAN)
        return None


def _last_common(left: DetachedObject, arrived: Arrived) -> str:
    """What both sides had; a text of ours that arrived without an answer is that as well."""
    from lcdesk.model.ical.fingerprint import fingerprint

    try:
        arrived_late = fingerprint(arrived.text) in left.tried
    except UnreadableEvent:
        arrived_late = False
    return arrived.text if arrived_late else left.object.raw or left.sent


def _unsent_by_text(reader: Reader, linked: LinkedCalendar) -> dict[str, list[int]]:
    """What is to be made in a calendar, by what it says."""
    found: dict[str, list[int]] = {}
    for kept in objects.own_objects_of_linked(reader, linked.id):
        if _is_unsent(reader, kept) and (body := _body(reader, kept)):
            found.setdefault(find_own_marker(body), []).append(kept.id)
    return found


def _is_unsent(reader: Reader, one: RemoteObject) -> bool:
    """Still to be made, and surely not on the server."""
    waiting = outbox_rows.entries_of_object(reader, one.id)
    return one.state is ObjectState.WAITING and all(
        entry.state in _UNSENT and entry.kind is not OutboxKind.DELETE for entry in waiting
    )


def _body(reader: Reader, one: RemoteObject) -> str:
    waiting = outbox_rows.entries_of_object(reader, one.id)
    return next((entry.body for entry in waiting if entry.kind is OutboxKind.CREATE), "")


def find_own_marker(text: str) -> str:
    """What an event says, whatever its UID; empty for a text that cannot be read."""
    from lcdesk.model.ical.fingerprint import fingerprint

    try:
        return fingerprint(_UID.sub("UID:any", text))
    except UnreadableEvent:
        return ""


def _uid(text: str) -> str:
    from lcdesk.model.ical.scan import scan

    try:
        return scan(text).uid
    except UnreadableEvent:
        return ""


@dataclass(frozen=True, slots=True)
class Page:
    """What was given, and what of it lcdesk did not write, as it was read.

    `renamed` are ids of our own events by the path at which each stands now.
    """

    given: Sequence[Arrived]
    foreign: Sequence[Indexed | Unusable]
    renamed: Mapping[str, int]


def apply_page(
    tx: Transaction,
    linked: LinkedCalendar,
    page: Page,
    *,
    known: Mapping[str, RemoteObject],
    adopter: Adopter,
    now: datetime,
) -> int:
    """Apply a page; returns how many could not be read in full. `known` is by path."""
    unread = 0
    ours: set[str] = set()
    for arrived in page.given:
        before = known.get(arrived.path)
        if before is not None and before.is_own:
            unread += not _follow(tx, before.id, arrived, now=now)
        elif arrived.path in page.renamed:
            ours.add(arrived.path)
            own = objects.get_object(tx, page.renamed[arrived.path])
            unread += own is not None and not follow_to(tx, own, arrived, now=now)
        elif before is None and adopter.take_back(tx, arrived, now=now):
            ours.add(arrived.path)
    return unread + mirror(
        tx, linked, [event for event in page.foreign if event.object.path not in ours], now=now
    )


def _follow(tx: Transaction, object_id: int, arrived: Arrived, *, now: datetime) -> bool:
    """False when the text cannot be read."""
    if outbox_rows.entries_of_object(tx, object_id):
        return True  # changed here since the listing; the push will meet the newer text
    own = objects.get_object(tx, object_id)
    if own is None or own.state is ObjectState.CONFLICT:
        return True  # a conflict waits for a person, wherever it stands
    return take_over(tx, own, arrived, now=now)


_REFUSED_ATTEMPTS = 2  # the first and the one a minute later; with more, one had no answer
_SECOND = 5  # version of a UUID that is made from another; the first is random


def follow_existing(tx: Transaction, entry: OutboxEntry) -> RemoteObject | None:
    """What was read of a new event under another name in this calendar; it has that place now."""
    known = objects.get_object(tx, entry.object)
    found = None if known is None else _find_same(tx, known, entry)
    if known is None or found is None:
        return None
    objects.delete_object(tx, found.id)
    objects.update_object(tx, replace(known, path=found.path, href=found.href))
    return found


def assign_new_uid(tx: Transaction, entry: OutboxEntry) -> bool:
    """Give a new event its second UID, and its place with it; False where it has that already."""
    known = objects.get_object(tx, entry.object)
    second = "" if known is None else _second(known.uid)
    if known is None or not second:
        return False
    file_name = f"{second}.ics"
    objects.update_object(
        tx,
        replace(
            known,
            uid=second,
            path=_beside(known.path, file_name),
            href=_beside(known.href, file_name),
        ),
    )
    for waiting in outbox_rows.entries_of_object(tx, known.id):
        body, base = (under_uid(text, second) for text in (waiting.body, waiting.base))
        after = replace(waiting, body=body, base=base)
        if waiting.id == entry.id:  # nothing has been sent under this UID
            after = replace(
                after, state=OutboxState.PENDING, attempts=0, not_before=None, error=None
            )
        outbox_rows.update_entry(tx, after)
    forget_sent(tx, known.id)
    return True


def _find_same(reader: Reader, known: RemoteObject, entry: OutboxEntry) -> RemoteObject | None:
    """What was read from the same calendar under this UID, and is or may have become the event."""
    for kept in objects.objects_with_uid(reader, known.uid):
        is_read = (
            kept.linked == known.linked and kept.state is ObjectState.CLEAN and not kept.is_own
        )
        says_same = find_own_marker(kept.raw) == find_own_marker(entry.body)
        if is_read and (says_same or entry.attempts > _REFUSED_ATTEMPTS):
            return kept
    return None


def _second(first: str) -> str:
    """Another UID, always the same for a first one; empty for a second one."""
    try:
        own = uuid.UUID(first)
    except ValueError:
        return ""
    return "" if own.version == _SECOND else str(uuid.uuid5(own, "second")).upper()


def _beside(file_name: str, name: str) -> str:
    """A path or an href in the same calendar."""
    return f"{file_name.rpartition('/')[0]}/{name}"
