"""What waits for a person: one list for the window and the command line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from lcdesk.model.domain.accounts import Account, AccountState, LinkedCalendar, Role
from lcdesk.model.domain.events import HIDDEN, Appointment, tellable
from lcdesk.model.domain.journal import JournalKind
from lcdesk.model.domain.message import Message, joined
from lcdesk.model.domain.remote import ObjectState, OutboxEntry, OutboxState, RemoteObject
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.words import ICLOUD, PlaceName
from lcdesk.model.domain.zones import zone
from lcdesk.model.replication.conflicts import Clash, clash_of, without_words
from lcdesk.model.replication.reindex import summarize_object
from lcdesk.model.replication.taken_twice import is_taken_twice
from lcdesk.model.replication.write_rights import message_of, title_of
from lcdesk.model.store import outbox
from lcdesk.model.store.accounts import (
    all_accounts,
    is_leaving,
    is_listed,
    linked_calendars,
)
from lcdesk.model.store.appointments import (
    appointments_of_session,
    flagged_appointments,
)
from lcdesk.model.store.calendars import all_calendars
from lcdesk.model.store.journal import way_back
from lcdesk.model.store.outbox import find_withheld
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.remote import objects
from lcdesk.model.store.remote.elsewhere import find_moved
from lcdesk.model.store.transaction import Reader


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
    TAKEN_TWICE = "taken_twice"  # and where an event stands that came later


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
class AttentionItem:
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
    server_name: PlaceName = ICLOUD  # where the other side of it is

    @property
    def key(self) -> str:
        """What it is called on the command line."""
        number = self.subject or self.linked or self.account
        return f"{self.kind.replace('_', '-')}-{number}"


_GONE_OWN = (Choice.KEEP, Choice.RESTORE, Choice.CANCEL)
_KEPT = Message("What was read from it is kept until you choose another calendar.")
_LEAVING = Message(
    "It is asked for once more at the next sync, and used no longer if it does not answer."
)
_LOOKED = (Choice.RETRY, Choice.KEEP)
_CANNOT_BE_READ = (ObjectState.QUARANTINED, ObjectState.CLEAN)  # as a whole, or in part
_UNTOUCHED = Message("Nothing was changed on the server, and the other events go on.")


def list_waiting(reader: Reader, now: datetime) -> tuple[AttentionItem, ...]:
    """Everything that waits: accounts and calendars first, then events by their time."""
    found = _Waiting(reader, now)
    events = [*found.of_objects(), *found.of_outbox(), *found.of_appointments()]
    events.sort(key=lambda one: (one.span is None, one.span or TimeSpan(now, now), one.object))
    return (*found.of_accounts(), *found.of_calendars(), *events)


class _Waiting:
    def __init__(self, reader: Reader, now: datetime) -> None:
        self._reader = reader
        self._now = now
        self._linked = {linked.id: linked for linked in linked_calendars(reader)}
        self._places = {account.id: account.server_name for account in all_accounts(reader)}
        members = all_staff(reader)
        self._members = {member.id: member.name for member in members}
        self._hiding = {member.id for member in members if member.hide_details}
        self._private = {
            linked.id for linked in self._linked.values() if linked.staff in self._hiding
        }
        self._teams = {calendar.id: calendar.staff for calendar in all_calendars(reader)}

    def of_accounts(self) -> Iterator[AttentionItem]:
        for account in all_accounts(self._reader):
            if account.state is AccountState.NEEDS_PASSWORD:
                yield AttentionItem(
                    Kind.SIGN_IN,
                    Message("{who} cannot sign in", who=account.email),
                    _say(account),
                    account=account.id,
                )

    def of_calendars(self) -> Iterator[AttentionItem]:
        chosen = [linked for linked in self._linked.values() if linked.role is not Role.NONE]
        for linked in chosen:
            if not is_listed(self._reader, linked.id):
                yield self._missing_item(linked)
            elif linked.held_removals and not linked.removals_accepted:
                yield AttentionItem(
                    Kind.MASS_REMOVAL,
                    Message("Many events of “{linked}” are missing", linked=linked.name),
                    Message.counted(
                        "{Server} shows {n} event fewer than before. Nothing was deleted here.",
                        "{Server} shows {n} events fewer than before. Nothing was deleted here.",
                        n=linked.held_removals,
                        Server=self._places[linked.account].name,
                    ),
                    (Choice.RETRY, Choice.RELEASE),
                    account=linked.account,
                    linked=linked.id,
                )
        for held in find_withheld(self._reader):
            if is_listed(self._reader, held.linked.id):
                yield AttentionItem(
                    Kind.READ_ONLY,
                    title_of(held),
                    message_of(self._reader, held),
                    account=held.linked.account,
                    linked=held.linked.id,
                )

    def of_objects(self) -> Iterator[AttentionItem]:
        told: set[str] = set()  # a collective appointment has an object for each member
        refused = {entry.object for entry in self._refused_entries()}  # these tell of it as well
        unread = objects.unread_objects(self._reader)
        asking = objects.objects_in_state(self._reader, ObjectState.GONE, ObjectState.CONFLICT)
        for event in sorted((*asking, *unread), key=lambda event: event.id):
            if event.state in _CANNOT_BE_READ and event.id in refused:
                continue
            matter = self._of_object(event)
            if matter.subject not in told:
                told.add(matter.subject or "")
                yield matter
        for event in objects.objects_not_given(self._reader):
            yield self._about(event, Kind.UNREADABLE, self._not_given(event))

    def of_outbox(self) -> Iterator[AttentionItem]:
        told: set[int] = set()
        for entry in self._refused_entries():
            if entry.object not in told:
                told.add(entry.object)
                yield self._refused_item(entry)

    def of_appointments(self) -> Iterator[AttentionItem]:
        told: set[str] = set()  # the seats of a class session follow together
        for appointment in flagged_appointments(self._reader, self._now):
            if appointment.session in told:
                continue
            told.add(appointment.session)
            seats = appointments_of_session(self._reader, appointment.session)
            names = [f"a{seat.id}" for seat in seats]
            team = self._teams[appointment.calendar]
            flagged = tellable(appointment, team, self._hiding).flagged
            if is_taken_twice(appointment):
                yield self._taken_twice_item(appointment, flagged)
                continue
            back = way_back(self._reader, JournalKind.FOLLOWED, names)
            choices = (Choice.KEEP, Choice.KEEP_MINE) if back else (Choice.KEEP,)
            yield AttentionItem(
                Kind.BREAKS_A_RULE,
                appointment.title,
                _full_stop(flagged),
                choices,
                f"a{appointment.id}",
                span=appointment.span,
                way_back=back,
                is_own=True,
            )

    def _taken_twice_item(self, appointment: Appointment, flagged: str) -> AttentionItem:
        """Who has it and when stands in the message, for it may be read without the week."""
        begin = appointment.span.start.astimezone(zone(appointment.zone))
        message = Message(
            "{who}, {day} {time}. {flagged}.",
            who=[self._members[member] for member in appointment.staff],
            day=begin.date(),
            time=begin,
            flagged=flagged,
        )
        return AttentionItem(
            Kind.TAKEN_TWICE,
            appointment.title,
            message,
            (Choice.KEEP_BOTH,),
            f"a{appointment.id}",
            span=appointment.span,
            is_own=True,
        )

    def _missing_item(self, one: LinkedCalendar) -> AttentionItem:
        leaving = is_leaving(self._reader, one.id)
        mine = {known.id for known in objects.objects_of_linked(self._reader, one.id).values()}
        unlisted = Message(
            "{Server} does not list it any more. Changes waiting for it: {count}.",
            Server=self._places[one.account].name,
            count=sum(entry.object in mine for entry in outbox.entries(self._reader)),
        )
        return AttentionItem(
            Kind.CALENDAR_GONE,
            Message("Calendar “{linked}” no longer exists", linked=one.name),
            joined(" ", (unlisted, _LEAVING if leaving else _KEPT)),
            () if leaving else (Choice.DISCARD,),
            account=one.account,
            linked=one.id,
        )

    def _of_object(self, one: RemoteObject) -> AttentionItem:
        there = self._places[self._linked[one.linked].account].there
        match one.state:
            case ObjectState.CONFLICT:
                clash = clash_of(self._reader, one.id)
                choices = tuple(Choice(choice.value) for choice in clash.choices)
                kind = Kind.CANCELLED_HERE if clash.is_cancelled else Kind.CONFLICT
                message = (
                    Message(
                        "Cancelled here, but changed {there}. Its time there is held until "
                        "somebody chooses.",
                        there=there,
                    )
                    if clash.is_cancelled
                    else Message(
                        "Changed here and {there}. Both times are held until somebody chooses.",
                        there=there,
                    )
                )
                return self._about(one, kind, message, choices, clash=clash)
            case state if state in _CANNOT_BE_READ:
                return self._about(one, Kind.UNREADABLE, self._not_read(one), _LOOKED, text=one.raw)
            case _ if one.is_own:
                return self._gone_item(one)
            case _:
                message = Message(
                    "This event was deleted {there}. Its time is still blocked here.", there=there
                )
                return self._about(one, Kind.DELETED, message, (Choice.RELEASE,))

    def _not_given(self, one: RemoteObject) -> str:
        linked = self._linked[one.linked]
        server = self._places[linked.account].name
        if one.state is ObjectState.UNREAD:
            return Message(
                "{Place} lists one event of {calendar} but does not hand it out, so its time may "
                "be taken. It is asked for again at every sync.",
                Place=server,
                calendar=linked.name,
            )
        return Message(
            "{Place} lists a newer version of this event but does not hand it out, so another time "
            "may be taken. It is asked for again at every sync.",
            Place=server,
        )

    def _not_read(self, one: RemoteObject) -> str:
        """What could not be read, whose time that is about, and why."""
        linked = self._linked[one.linked]
        taken = (
            Message(
                "One event of {calendar} could not be read; its time may be taken.",
                calendar=linked.name,
            )
            if one.state is ObjectState.QUARANTINED
            else Message(
                "One event of {calendar} could not be read in full; other times may be taken.",
                calendar=linked.name,
            )
        )
        told: list[str] = [] if one.is_own else [taken]
        told.append(Message("This is about {who}’s time.", who=self._members[linked.staff]))
        told += [] if self._is_private(one) else [one.problem]  # which may quote the event
        return joined(" ", (*told, _UNTOUCHED))

    def _gone_item(self, one: RemoteObject) -> AttentionItem:
        """An appointment's event that was deleted, or moved to a calendar that is read as well."""
        there = self._places[self._linked[one.linked].account].there
        found = find_moved(self._reader, one)
        goal = None if found is None else self._linked[found.linked]
        if goal is None:
            gone = Message(
                "This appointment was deleted {there}. It still stands here.", there=there
            )
            return self._about(one, Kind.DELETED, gone, _GONE_OWN)
        message = Message(
            "This appointment was moved to the calendar “{name}” {there}. It still stands here. "
            "Restoring writes a new event to the primary calendar; the one in “{name}” stays until "
            "it is deleted.",
            name=goal.name,
            there=self._places[goal.account].there,
        )
        matter = self._about(one, Kind.DELETED, message, _GONE_OWN)
        return replace(matter, moved_to=goal.name)

    def _refused_entries(self) -> list[OutboxEntry]:
        found = outbox.entries(self._reader)
        return [entry for entry in found if entry.state is OutboxState.DEAD]

    def _refused_item(self, entry: OutboxEntry) -> AttentionItem:
        known = objects.get_object(self._reader, entry.object)
        assert known is not None  # its changes would be gone with it
        message = Message("The server refused it.") if entry.error is None else entry.error.message
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
    ) -> AttentionItem:
        subject, title, span = self._identity(one)
        account = self._linked[one.linked].account
        is_private = self._is_private(one)
        return AttentionItem(
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
            server_name=self._places[account],
        )

    def _is_private(self, one: RemoteObject) -> bool:
        return not one.is_own and one.linked in self._private

    def _identity(self, one: RemoteObject) -> tuple[str, str, TimeSpan | None]:
        """The agenda's id, the title and the next time of what an object stands for."""
        found = summarize_object(self._reader, one, self._now)
        if self._is_private(one):
            return found.subject, HIDDEN, found.span
        server_name = self._places[self._linked[one.linked].account]
        untitled = Message("An event from {server}", server=server_name.name)
        return found.subject, found.title or untitled, found.span


def _full_stop(text: str) -> str:
    return text if text.endswith(".") else joined("", (text, "."))


def _say(account: Account) -> str:
    return "" if account.error is None else account.error.message
