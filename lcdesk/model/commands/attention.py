"""What waits for a person: one list for the window and the command line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from lcdesk.model.commands.conflicts import Clash, clash_of, without_words
from lcdesk.model.commands.renamed_there import moved_to
from lcdesk.model.commands.stands_for import stands_for
from lcdesk.model.commands.write_rights import message_of, title_of
from lcdesk.model.domain.accounts import Account, AccountState, LinkedCalendar, Role
from lcdesk.model.domain.counts import counted
from lcdesk.model.domain.errors import NotFound, UnreadableEvent
from lcdesk.model.domain.events import HIDDEN, tellable
from lcdesk.model.domain.journal import JournalKind
from lcdesk.model.domain.place_names import ICLOUD, PlaceName
from lcdesk.model.domain.remote import ObjectState, OutboxEntry, OutboxState, RemoteObject
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store import objects, outbox
from lcdesk.model.store.accounts import (
    all_accounts,
    get_linked,
    is_leaving,
    is_listed,
    linked_calendars,
    set_removals,
    set_token,
)
from lcdesk.model.store.appointments import (
    appointments_of_session,
    flagged_appointments,
    get_appointment,
    update_appointment,
)
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.index import Indexer, near
from lcdesk.model.store.journal import way_back
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.transaction import Reader, Transaction
from lcdesk.model.store.write_rights import withheld


class Kind(StrEnum):
    """Why something waits."""

    CONFLICT = "conflict"
    CANCELLED_HERE = "cancelled_here"  # and changed in iCloud
    DELETED = "deleted_in_icloud"
    REFUSED = "dead_letter"
    SIGN_IN = "sign_in"
    CALENDAR_GONE = "calendar_gone"
    READ_ONLY = "read_only"  # something is to be written to a calendar that may only be read
    MASS_REMOVAL = "mass_removal"
    UNREADABLE = "unreadable"
    BREAKS_A_RULE = "breaks_a_rule"  # an appointment stands where nobody could book it


class Choice(StrEnum):
    """What can be decided; the words of the command line."""

    KEEP_MINE = "keep-mine"
    KEEP_ICLOUD = "keep-icloud"
    KEEP_BOTH = "keep-both"
    KEEP = "keep"
    RESTORE = "restore"
    CANCEL = "cancel"
    RELEASE = "release"
    RETRY = "retry"
    DISCARD = "discard"


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that waits.

    `subject` is the agenda's id of what it is about; `object`, `account` and `linked` are ids
    of rows, 0 for none. `span` is its next time, None when it has none.
    """

    kind: Kind
    title: str
    message: str
    choices: tuple[Choice, ...] = ()
    subject: str | None = None
    object: int = 0
    account: int = 0
    linked: int = 0
    span: TimeSpan | None = None
    clash: Clash | None = None
    way_back: int = 0  # the row of Activity that undoes it
    moved_to: str = ""  # the linked calendar that the event was moved to
    text: str = ""  # the event's own text, where that helps
    is_own: bool = False
    place: PlaceName = ICLOUD  # where the other side of it is

    @property
    def key(self) -> str:
        """What it is called on the command line."""
        number = self.subject or self.linked or self.account
        return f"{self.kind.replace('_', '-')}-{number}"


_GONE_OWN = (Choice.KEEP, Choice.RESTORE, Choice.CANCEL)
_CANCELLED = "Cancelled here, but changed {there}. Its time there is held until somebody chooses."
_BOTH = "Changed here and {there}. Both times are held until somebody chooses."
_GONE = "This appointment was deleted {there}. It still stands here."
_MOVED = (
    "This appointment was moved to the calendar “{name}” {there}. It still stands here. Restoring "
    "writes a new event to the primary calendar; the one in “{name}” stays until it is deleted."
)
_SLOT_GONE = "This event was deleted {there}. Its time is still blocked here."
_MAY_BE_TAKEN = "One event of {} could not be read; its time may be taken."
_KEPT = "What was read from it is kept until you choose another calendar."
_LEAVING = "It is asked for once more at the next sync, and used no longer if it does not answer."
_NOT_GIVEN = (
    "{Place} lists one event of {calendar} but does not hand it out, so its time may be taken. It "
    "is asked for again at every sync."
)
_NEWER_NOT_GIVEN = (
    "{Place} lists a newer version of this event but does not hand it out, so another time may be "
    "taken. It is asked for again at every sync."
)
_IN_PART = "One event of {} could not be read in full; other times may be taken."
_WHOSE = "This is about {}’s time."
_LOOKED = (Choice.RETRY, Choice.KEEP)
_CANNOT_BE_READ = (ObjectState.QUARANTINED, ObjectState.CLEAN)  # as a whole, or in part
_UNTOUCHED = "Nothing was changed on the server, and the other events go on."


def waiting(reader: Reader, now: datetime) -> tuple[Matter, ...]:
    """Everything that waits: accounts and calendars first, then events by their time."""
    found = _Waiting(reader, now)
    events = [*found.of_objects(), *found.of_outbox(), *found.of_appointments()]
    events.sort(key=lambda one: (one.span is None, one.span or TimeSpan(now, now), one.object))
    return (*found.of_accounts(), *found.of_calendars(), *events)


def accept_removals(tx: Transaction, linked_id: int) -> None:
    """The events that a listing left out are gone indeed: the next pass treats them so."""
    linked = _holding(tx, linked_id)
    set_removals(tx, linked.id, linked.held_removals, accepted=True)
    set_token(tx, linked.id, None, None)


def check_removals(tx: Transaction, linked_id: int) -> None:
    """Read the whole calendar again with the next pass, and ask again if they are missing."""
    linked = _holding(tx, linked_id)
    set_removals(tx, linked.id, 0)
    set_token(tx, linked.id, None, None)


def read_again(tx: Transaction, object_id: int, *, now: datetime) -> None:
    """Read an event again that could not be read, here and with the next pass from the server."""
    known = _unread(tx, object_id)
    linked = get_linked(tx, known.linked)
    assert linked is not None  # a foreign key keeps it
    set_token(tx, linked.id, None, None)
    if known.is_own:
        return  # its newer text is on the server; the next pass asks for it
    try:
        again = replace(known, etag=None, state=ObjectState.CLEAN)
        found = Indexer(tx, linked).indexed(again, near(now))
        asked = replace(found.object, problem="")  # until the next pass
        objects.put_indexed(tx, [replace(found, object=asked)])
    except UnreadableEvent:
        objects.update_object(tx, replace(known, etag=None))


def looked_at(tx: Transaction, object_id: int) -> None:
    """A person has looked at an event that cannot be read: it waits again when it changes."""
    objects.update_object(tx, replace(_unread(tx, object_id), looked=True))


def _unread(tx: Transaction, object_id: int) -> RemoteObject:
    known = objects.get_object(tx, object_id)
    if known is None or not known.problem:
        raise NotFound("This event can be read by now, or is gone.")
    return known


def leave_it_so(tx: Transaction, appointment_id: int) -> None:
    """An appointment may stand at a time that breaks a rule; its session with it."""
    found = get_appointment(tx, appointment_id)
    if found is None or not found.flagged:
        raise NotFound("This appointment is not marked any more.")
    for seat in appointments_of_session(tx, found.session):
        update_appointment(tx, seat, replace(seat, flagged=""))


def _holding(tx: Transaction, linked_id: int) -> LinkedCalendar:
    linked = get_linked(tx, linked_id)
    if linked is None or not linked.held_removals:
        raise NotFound("Nothing is held back in this calendar any more.")
    return linked


class _Waiting:
    def __init__(self, reader: Reader, now: datetime) -> None:
        self._reader = reader
        self._now = now
        self._linked = {one.id: one for one in linked_calendars(reader)}
        self._places = {one.id: one.place for one in all_accounts(reader)}
        members = all_staff(reader)
        self._members = {one.id: one.name for one in members}
        self._hiding = {one.id for one in members if one.hide_details}
        self._private = {one.id for one in self._linked.values() if one.staff in self._hiding}
        self._teams = {one.id: one.staff for one in all_calendars(reader)}

    def of_accounts(self) -> Iterator[Matter]:
        for one in all_accounts(self._reader):
            if one.state is AccountState.NEEDS_PASSWORD:
                yield Matter(
                    Kind.SIGN_IN, f"{one.email} cannot sign in", _said(one), account=one.id
                )

    def of_calendars(self) -> Iterator[Matter]:
        chosen = [one for one in self._linked.values() if one.role is not Role.NONE]
        for one in chosen:
            if not is_listed(self._reader, one.id):
                yield self._missing(one)
            elif one.held_removals and not one.removals_accepted:
                yield Matter(
                    Kind.MASS_REMOVAL,
                    f"Many events of “{one.name}” are missing",
                    f"{self._places[one.account].at_start} shows "
                    f"{counted(one.held_removals, 'event', 'events')} fewer than before. "
                    "Nothing was deleted here.",
                    (Choice.RETRY, Choice.RELEASE),
                    account=one.account,
                    linked=one.id,
                )
        for held in withheld(self._reader):
            if is_listed(self._reader, held.linked.id):
                yield Matter(
                    Kind.READ_ONLY,
                    title_of(held),
                    message_of(self._reader, held),
                    account=held.linked.account,
                    linked=held.linked.id,
                )

    def of_objects(self) -> Iterator[Matter]:
        told: set[str] = set()  # a collective appointment has an object for each member
        refused = {entry.object for entry in self._refused_entries()}  # these tell of it as well
        unread = objects.unread_objects(self._reader)
        asking = objects.objects_in_state(self._reader, ObjectState.GONE, ObjectState.CONFLICT)
        for one in sorted((*asking, *unread), key=lambda one: one.id):
            if one.state in _CANNOT_BE_READ and one.id in refused:
                continue
            matter = self._of_object(one)
            if matter.subject not in told:
                told.add(matter.subject or "")
                yield matter
        for one in objects.objects_not_given(self._reader):
            yield self._about(one, Kind.UNREADABLE, self._not_given(one))

    def of_outbox(self) -> Iterator[Matter]:
        told: set[int] = set()
        for entry in self._refused_entries():
            if entry.object not in told:
                told.add(entry.object)
                yield self._refused(entry)

    def of_appointments(self) -> Iterator[Matter]:
        told: set[str] = set()  # the seats of a class session follow together
        for one in flagged_appointments(self._reader, self._now):
            if one.session in told:
                continue
            told.add(one.session)
            seats = appointments_of_session(self._reader, one.session)
            names = [f"a{seat.id}" for seat in seats]
            back = way_back(self._reader, JournalKind.FOLLOWED, names)
            choices = (Choice.KEEP, Choice.KEEP_MINE) if back else (Choice.KEEP,)
            yield Matter(
                Kind.BREAKS_A_RULE,
                one.title,
                f"{tellable(one, self._teams[one.calendar], self._hiding).flagged.rstrip('.')}.",
                choices,
                f"a{one.id}",
                span=one.span,
                way_back=back,
                is_own=True,
            )

    def _missing(self, one: LinkedCalendar) -> Matter:
        place = self._places[one.account].at_start
        leaving = is_leaving(self._reader, one.id)
        mine = {known.id for known in objects.objects_of_linked(self._reader, one.id).values()}
        waits = sum(entry.object in mine for entry in outbox.entries(self._reader))
        return Matter(
            Kind.CALENDAR_GONE,
            f"Calendar “{one.name}” no longer exists",
            f"{place} does not list it any more. Changes waiting for it: {waits}. "
            + (_LEAVING if leaving else _KEPT),
            () if leaving else (Choice.DISCARD,),
            account=one.account,
            linked=one.id,
        )

    def _of_object(self, one: RemoteObject) -> Matter:
        there = self._places[self._linked[one.linked].account].there
        match one.state:
            case ObjectState.CONFLICT:
                clash = clash_of(self._reader, one.id)
                choices = tuple(Choice(choice.value) for choice in clash.choices)
                kind = Kind.CANCELLED_HERE if clash.is_cancelled else Kind.CONFLICT
                message = (_CANCELLED if clash.is_cancelled else _BOTH).format(there=there)
                return self._about(one, kind, message, choices, clash=clash)
            case state if state in _CANNOT_BE_READ:
                return self._about(one, Kind.UNREADABLE, self._not_read(one), _LOOKED, text=one.raw)
            case _ if one.is_own:
                return self._gone(one)
            case _:
                message = _SLOT_GONE.format(there=there)
                return self._about(one, Kind.DELETED, message, (Choice.RELEASE,))

    def _not_given(self, one: RemoteObject) -> str:
        linked = self._linked[one.linked]
        message = _NOT_GIVEN if one.state is ObjectState.UNREAD else _NEWER_NOT_GIVEN
        return message.format(Place=self._places[linked.account].at_start, calendar=linked.name)

    def _not_read(self, one: RemoteObject) -> str:
        """What could not be read, whose time that is about, and why."""
        linked = self._linked[one.linked]
        taken = _MAY_BE_TAKEN if one.state is ObjectState.QUARANTINED else _IN_PART
        told = [] if one.is_own else [taken.format(linked.name)]
        told.append(_WHOSE.format(self._members[linked.staff]))
        told += [] if self._is_private(one) else [one.problem]  # which may quote the event
        return " ".join([*told, _UNTOUCHED])

    def _gone(self, one: RemoteObject) -> Matter:
        """An appointment's event that was deleted, or moved to a calendar that is read as well."""
        there = self._places[self._linked[one.linked].account].there
        found = moved_to(self._reader, one)
        goal = None if found is None else self._linked[found.linked]
        if goal is None:
            return self._about(one, Kind.DELETED, _GONE.format(there=there), _GONE_OWN)
        message = _MOVED.format(name=goal.name, there=self._places[goal.account].there)
        matter = self._about(one, Kind.DELETED, message, _GONE_OWN)
        return replace(matter, moved_to=goal.name)

    def _refused_entries(self) -> list[OutboxEntry]:
        found = outbox.entries(self._reader)
        return [entry for entry in found if entry.state is OutboxState.DEAD]

    def _refused(self, entry: OutboxEntry) -> Matter:
        known = objects.get_object(self._reader, entry.object)
        assert known is not None  # its changes would be gone with it
        message = "The server refused it." if entry.error is None else entry.error.message
        text = entry.body or entry.base
        return self._about(known, Kind.REFUSED, message, (Choice.RETRY, Choice.DISCARD), text=text)

    def _about(
        self,
        one: RemoteObject,
        kind: Kind,
        message: str,
        choices: tuple[Choice, ...] = (),
        *,
        clash: Clash | None = None,
        text: str = "",
    ) -> Matter:
        subject, title, span = self._identity(one)
        account = self._linked[one.linked].account
        is_private = self._is_private(one)
        return Matter(
            kind,
            title,
            message,
            choices,
            subject,
            object=one.id,
            linked=one.linked,
            account=account,
            span=span,
            clash=without_words(clash) if clash is not None and is_private else clash,
            text="" if is_private else text,
            is_own=one.is_own,
            place=self._places[account],
        )

    def _is_private(self, one: RemoteObject) -> bool:
        return not one.is_own and one.linked in self._private

    def _identity(self, one: RemoteObject) -> tuple[str, str, TimeSpan | None]:
        """The agenda's id, the title and the next time of what an object stands for."""
        found = stands_for(self._reader, one, self._now)
        if self._is_private(one):
            return found.subject, HIDDEN, found.span
        place = self._places[self._linked[one.linked].account]
        return found.subject, found.title or f"An event from {place.name}", found.span


def _said(account: Account) -> str:
    return "" if account.error is None else account.error.message
