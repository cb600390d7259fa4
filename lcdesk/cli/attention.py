"""`lcdesk attention`: what waits for a person, and the choices there are.

Choices that cannot be made here yet are not offered: a clash of both sides is settled in the
window, a refused change can be sent again.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lcdesk.cli.desk import Desk
from lcdesk.cli.outbox import subject_of
from lcdesk.cli.output import Answer, table
from lcdesk.model.commands import deleted_in_icloud, refused_changes
from lcdesk.model.commands.deleted_in_icloud import Decision
from lcdesk.model.domain.accounts import AccountState
from lcdesk.model.domain.errors import InvalidInput, NotFound
from lcdesk.model.domain.remote import ObjectState, OutboxState
from lcdesk.model.store import objects, outbox
from lcdesk.model.store.accounts import all_accounts, linked_calendars
from lcdesk.model.store.appointments import get_appointment
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.transaction import Reader, Transaction

_WAITING = (ObjectState.GONE, ObjectState.CONFLICT)
_GONE = "This appointment was deleted in iCloud. It still stands here."
_SLOT_GONE = "This event was deleted in iCloud. Its time is still blocked here."
_BOTH_CHANGED = "Changed here and in iCloud. Both times are held until somebody chooses."


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that waits. `object` is the remote object it is about, 0 for none."""

    kind: str
    subject: str | None
    title: str
    message: str
    choices: tuple[str, ...] = ()
    object: int = 0
    account: int = 0

    @property
    def key(self) -> str:
        """What `resolve` is called with."""
        return f"{self.kind.replace('_', '-')}-{self.subject or self.account}"


def listing(desk: Desk, _args: argparse.Namespace) -> Answer:
    """Everything that waits."""
    with desk.database.read() as reader:
        found = list(_matters(reader))
    shapes: list[dict[str, Any]] = [
        {
            "key": one.key,
            "kind": one.kind,
            "title": one.title,
            "message": one.message,
            "choices": list(one.choices),
            "subject": one.subject,
        }
        for one in found
    ]
    rows = [[one.key, one.title, one.message, ", ".join(one.choices)] for one in found]
    return Answer(shapes, table(["KEY", "WHAT", "", "CHOICES"], rows))


def resolve(desk: Desk, args: argparse.Namespace) -> Answer:
    """Make one of the choices."""
    with desk.database.write() as tx:
        matter = next((one for one in _matters(tx) if one.key == args.key), None)
        if matter is None:
            raise NotFound(f"Nothing called {args.key} waits. See: lcdesk attention")
        if args.choice not in matter.choices:
            offered = ", ".join(matter.choices) or "none from the command line"
            raise InvalidInput(f"{args.choice} is no choice for {args.key}. Choices: {offered}.")
        _settle(tx, matter, args.choice, desk)
    document = {"key": matter.key, "choice": args.choice, "subject": matter.subject}
    return Answer(document, f"{matter.title}: {args.choice}.")


def _settle(tx: Transaction, matter: Matter, choice: str, desk: Desk) -> None:
    if choice == "retry":
        refused_changes.retry(tx, matter.object)
    elif choice == "release":
        deleted_in_icloud.release(tx, matter.object)
    else:
        appointment = int((matter.subject or "a0")[1:])
        deleted_in_icloud.decide(tx, appointment, Decision(choice), now=desk.now)


def _matters(reader: Reader) -> Iterator[Matter]:
    yield from _of_objects(reader)
    yield from _of_outbox(reader)
    for account in all_accounts(reader):
        if account.state is AccountState.NEEDS_PASSWORD:
            message = "" if account.error is None else account.error.message
            title = f"{account.email} cannot sign in"
            yield Matter("sign_in", None, title, message, account=account.id)


def _of_objects(reader: Reader) -> Iterator[Matter]:
    told: set[str] = set()  # a collective appointment has an object for each member
    for one in objects.objects_in_state(reader, *_WAITING):
        subject = subject_of(reader, one.id)
        if subject in told:
            continue
        told.add(subject)
        title = _title(reader, subject)
        if one.state is ObjectState.CONFLICT:
            yield Matter("conflict", subject, title, _BOTH_CHANGED, object=one.id)
        elif one.is_own:
            choices = tuple(decision.value for decision in Decision)
            yield Matter("deleted_in_icloud", subject, title, _GONE, choices, one.id)
        else:
            yield Matter("deleted_in_icloud", subject, title, _SLOT_GONE, ("release",), one.id)


def _of_outbox(reader: Reader) -> Iterator[Matter]:
    told: set[int] = set()
    for entry in outbox.entries(reader):
        if entry.state is not OutboxState.DEAD or entry.object in told:
            continue
        told.add(entry.object)
        subject = subject_of(reader, entry.object)
        message = "The server refused it." if entry.error is None else entry.error.message
        title = _title(reader, subject)
        yield Matter("dead_letter", subject, title, message, ("retry",), entry.object)


def _title(reader: Reader, subject: str) -> str:
    if subject.startswith("a"):
        found = get_appointment(reader, int(subject[1:]))
        return "An appointment" if found is None else found.title
    return _mirrored_title(reader, int(subject[1:])) or "An event from iCloud"


def _mirrored_title(reader: Reader, object_id: int) -> str:
    """The event's title, unless its member hides details; "" where it is drawn nowhere."""
    hidden = {one.id for one in all_staff(reader) if one.hide_details}
    members = {one.id: one.staff for one in linked_calendars(reader)}
    for span in objects.occurrence_spans(reader, object_id)[:1]:
        for row in objects.occurrences_in(reader, span):
            if row.object_id == object_id:
                return "Busy" if members[row.linked_id] in hidden else str(row.title)
    return ""
