"""Carries out what a person chose for something that waited."""

from __future__ import annotations

from datetime import datetime

from lcdesk.model.commands import (
    attention,
    conflicts,
    deleted_in_icloud,
    missing_calendars,
    refused_changes,
)
from lcdesk.model.commands.attention import Choice, Kind, Matter
from lcdesk.model.commands.undo import undo
from lcdesk.model.domain.errors import RefusedByRule
from lcdesk.model.domain.journal import Deed, Item, JournalKind, Note
from lcdesk.model.store.transaction import Transaction


def settle_matter(tx: Transaction, matter: Matter, choice: Choice, *, now: datetime) -> None:
    """Make one of the matter's choices. Raises RefusedByRule for another, and NotFound."""
    if choice not in matter.choices:
        raise RefusedByRule(f"“{choice}” cannot be chosen here.")
    match matter.kind, choice:
        case Kind.CONFLICT | Kind.CANCELLED_HERE, _:
            conflicts.decide(tx, matter.object, conflicts.Keep(choice.value), now=now)
        case Kind.REFUSED, Choice.RETRY:
            refused_changes.retry(tx, matter.object, now=now)
        case Kind.REFUSED, _:
            refused_changes.discard(tx, matter.object, now=now)
        case Kind.MASS_REMOVAL, Choice.RETRY:
            attention.check_removals(tx, matter.linked)
        case Kind.MASS_REMOVAL, _:
            attention.accept_removals(tx, matter.linked)
        case Kind.CALENDAR_GONE, _:
            missing_calendars.leave(tx, matter.linked)
        case Kind.BREAKS_A_RULE, Choice.KEEP_MINE:
            undo(tx, matter.way_back, now=now)
            return  # that tells it itself
        case Kind.BREAKS_A_RULE, _:
            attention.leave_it_so(tx, int((matter.subject or "a0")[1:]))
        case Kind.UNREADABLE, Choice.RETRY:
            attention.read_again(tx, matter.object, now=now)
        case Kind.UNREADABLE, _:
            attention.looked_at(tx, matter.object)
        case _, Choice.RELEASE:
            deleted_in_icloud.release(tx, matter.object)
        case _:
            number = int((matter.subject or "a0")[1:])
            decision = deleted_in_icloud.Decision(choice.value)
            deleted_in_icloud.decide(tx, number, decision, now=now)
    if matter.kind is not Kind.DELETED:  # those tell it themselves, with the way back
        _tell(tx, matter, choice)


def _tell(tx: Transaction, matter: Matter, choice: Choice) -> None:
    subject = matter.subject or ""
    start = None if matter.span is None else matter.span.start
    note = Note(
        JournalKind.SETTLED,
        matter.linked or None,
        account=matter.account or None,
        subject=subject,
        items=(Item(Deed.CHANGED, matter.title, start, subject),) if subject else (),
        facts={"why": matter.kind, "choice": choice},
    )
    tx.tell(note)
