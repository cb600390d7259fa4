"""Connecting and disconnecting accounts, and what each linked calendar is for.

A linked calendar that its server does not list: found again, or used no longer.

A list that lacks it is no proof. A person's word is kept until the calendar itself has been asked
for, so that the busy time of one that exists is never dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from lcdesk.model.booking.timeline import instant_of
from lcdesk.model.domain.accounts import Account, LinkedCalendar, Provider, Role
from lcdesk.model.domain.errors import InvalidInput, NotFound, RefusedByRule
from lcdesk.model.domain.events import HIDDEN, BlockedSlot
from lcdesk.model.domain.journal import JournalKind
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.remote import ObjectState, OutboxKind
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.replication import journal
from lcdesk.model.replication.publish import publish_sessions
from lcdesk.model.replication.taken_twice import clear_what_is_over
from lcdesk.model.replication.waiting import leave_unsent
from lcdesk.model.store import accounts, outbox
from lcdesk.model.store.accounts import server_of_linked
from lcdesk.model.store.appointments import insert_blocked, upcoming_sessions
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.remote import objects
from lcdesk.model.store.remote.elsewhere import keep_detached, restore_detached
from lcdesk.model.store.remote.index import ensure_indexed_in, horizon, reindex_invitations
from lcdesk.model.store.remote.occurrences import busy_in
from lcdesk.model.store.transaction import Reader, Transaction

MISSED_BEFORE_REMOVED = 3


class RoleRefused(RefusedByRule):
    """A linked calendar cannot be what it was asked to be."""

    code = "ROLE_REFUSED"
    title = Message("This calendar cannot be chosen")


def add_account(
    tx: Transaction, *, provider: Provider, email: str, staff: int, server: str = ""
) -> Account:
    """Connect an account to a staff member. Raises InvalidInput for one known already."""
    if staff not in {member.id for member in all_staff(tx)}:
        raise NotFound(Message("This staff member does not exist any more."))
    email = email.strip()
    if not email:
        raise InvalidInput(Message("An account needs an e-mail address or a user name."))
    if (provider is Provider.ICLOUD) != (not server):
        raise InvalidInput(
            Message("iCloud's address is fixed; any other server needs its address.")
        )
    value = Account(0, provider, email, staff, server)
    if _find_same(tx, value) is not None:
        raise InvalidInput(Message("{email} is connected already.", email=email))
    made = replace(value, id=accounts.insert_account(tx, value))
    journal.record_account(tx, JournalKind.CONNECTED, made)
    return made


def find_begun_account(
    reader: Reader, *, provider: Provider, email: str, staff: int, server: str = ""
) -> Account | None:
    """The account if it is known and was never read: connecting it may not have come to its end."""
    found = _find_same(reader, Account(0, provider, email.strip(), staff, server))
    return found if found is not None and found.last_success is None else None


def _find_same(reader: Reader, wanted: Account) -> Account | None:
    def identity(account: Account) -> tuple[Provider, str, str, int]:
        return account.provider, account.email.lower(), account.server, account.staff

    known = accounts.all_accounts(reader)
    return next((account for account in known if identity(account) == identity(wanted)), None)


def record_discovery(
    tx: Transaction,
    account_id: int,
    *,
    home: str,
    found: Sequence[LinkedCalendar],
    addresses: Sequence[str] = (),
    now: datetime,
) -> None:
    """Take over the calendars that the server lists, in its order; matched by path.

    A calendar that is missing from the list keeps its rows, since lists are short now and then;
    one that nothing was chosen for goes when several good lists in a row lack it. In one
    that is new here, events that an earlier connection left there are known again.
    """
    account = accounts.get_account(tx, account_id)
    if account is None:
        raise NotFound(Message("There is no account {account_id}.", account_id=str(account_id)))
    known = {linked.path: linked for linked in accounts.linked_calendars(tx, account_id=account_id)}
    present: list[int] = []
    for position, calendar in enumerate(found):
        old = known.get(calendar.path)
        if old is None:
            new = replace(calendar, account=account_id, role=Role.NONE, token=None, ctag=None)
            new = replace(new, id=accounts.insert_linked(tx, new, position))
            restore_detached(tx, account, new, now)
            present.append(new.id)
        else:
            accounts.refresh_linked(tx, old.id, calendar, position)
            present.append(old.id)
    accounts.set_listed(tx, account_id, present)
    for linked_id in accounts.long_missed(tx, account_id, MISSED_BEFORE_REMOVED):
        if not objects.own_objects_of_linked(tx, linked_id):
            accounts.delete_linked(tx, linked_id)
    accounts.set_discovered(tx, account_id, home, now)
    _learn_addresses(tx, account, addresses)


def _learn_addresses(tx: Transaction, account: Account, found: Sequence[str]) -> None:
    """What the owner declined under an address that was not known takes no time any more.

    An answer without addresses says nothing about those that are known.
    """
    if not found or set(found) == set(account.addresses):
        return
    accounts.set_addresses(tx, account.id, found)
    reindex_invitations(tx, account.id, set(found) ^ set(account.addresses))


def set_role(tx: Transaction, linked_id: int, role: Role, *, now: datetime) -> LinkedCalendar:
    """Make a linked calendar primary, a conflict calendar, or neither.

    A member has one primary calendar: the one before it becomes `none`, and upcoming
    appointments are created in the new one and then removed from it. What waits for a calendar
    that is primary no more, and does not go along, is not sent: it stays here only. Raises
    RoleRefused for calendars that cannot be read or, as primary, not be written.
    """
    linked = _get_linked(tx, linked_id)
    if linked.role is role:
        return linked
    _check_role(tx, linked, role)
    before = accounts.primary_of(tx, linked.staff) if role is Role.PRIMARY else None
    if before is not None:
        accounts.set_linked_role(tx, before.id, Role.NONE)
    accounts.set_linked_role(tx, linked_id, role)
    if role is Role.PRIMARY:
        own = [kept.session or "" for kept in objects.own_objects_of_linked(tx, linked_id)]
        publish_sessions(tx, {*upcoming_sessions(tx, linked.staff, now), *own}, now)
    written_no_more = linked if linked.role is Role.PRIMARY else before
    kept_here = 0
    if written_no_more is not None:
        kept_here = leave_unsent(tx, written_no_more.id, now=now)
    if role is Role.NONE:
        objects.delete_mirrored(tx, linked_id)
    if before is not None:
        objects.delete_mirrored(tx, before.id)
    clear_what_is_over(tx)
    moved = _count_to_create(tx, linked_id) if role is Role.PRIMARY else 0
    journal.record_role(tx, linked, role, before=before, moved=moved, kept_here=kept_here)
    return replace(linked, role=role)


def set_blocking(
    tx: Transaction,
    linked_id: int,
    *,
    tentative: bool | None = None,
    all_day: bool | None = None,
) -> LinkedCalendar:
    """Choose whether tentative and all-day events of a calendar take time; None leaves it so.

    Acts on what has been read already (docs/rules/sync.md, rows 16 and 17).
    """
    before = _get_linked(tx, linked_id)
    after = replace(
        before,
        tentative_blocks=before.tentative_blocks if tentative is None else tentative,
        all_day_blocks=before.all_day_blocks if all_day is None else all_day,
    )
    if after != before:
        accounts.set_blocking(
            tx, linked_id, tentative=after.tentative_blocks, all_day=after.all_day_blocks
        )
        clear_what_is_over(tx)
    return after


def remove_account(
    tx: Transaction, account_id: int, *, keep_blocks: bool, now: datetime
) -> Account:
    """Disconnect. Appointments stay here and in iCloud; nothing is deleted there.

    With `keep_blocks` the busy slots read from it stay as slots blocked by hand, as far as
    series are drawn; without it they disappear. Hidden details stay hidden.
    """
    found = accounts.get_account(tx, account_id)
    if found is None:
        raise NotFound(Message("There is no account {account_id}.", account_id=str(account_id)))
    if keep_blocks:
        _keep_blocks(tx, account_id, found.staff, now)
    for linked in accounts.linked_calendars(tx, account_id=account_id):
        keep_detached(tx, found, linked)
    journal.record_account(tx, JournalKind.DISCONNECTED, found)
    accounts.delete_account(tx, account_id)
    clear_what_is_over(tx)
    return found


def _count_to_create(tx: Transaction, linked_id: int) -> int:
    """How many appointments are about to be written to a calendar for the first time."""
    known = objects.objects_of_linked(tx, linked_id).values()
    return sum(kept.is_own and kept.state is ObjectState.WAITING for kept in known)


def _keep_blocks(tx: Transaction, account_id: int, staff: int, now: datetime) -> None:
    mine = accounts.linked_calendars(tx, account_id=account_id)
    is_private = any(member.id == staff and member.hide_details for member in all_staff(tx))
    ahead = TimeSpan(now, horizon(now).end)
    ensure_indexed_in(tx, ahead)
    for start, end, _, title, _ in busy_in(tx, ahead, mine):
        span = TimeSpan(instant_of(start), instant_of(end))
        insert_blocked(tx, BlockedSlot(0, span, HIDDEN if is_private else title, staff=staff))


def _check_role(tx: Transaction, linked: LinkedCalendar, role: Role) -> None:
    if role is Role.NONE:
        return
    if linked.subscribed:
        server_name = server_of_linked(tx, linked.id)
        raise RoleRefused(
            Message(
                "“{linked}” is a subscribed calendar. {Server} does not let other programs "
                "read it, so it would always look free.",
                linked=linked.name,
                Server=server_name.name,
            )
        )
    if not linked.readable:
        raise RoleRefused(
            Message("“{linked}” cannot be read with this account.", linked=linked.name)
        )
    if role is Role.PRIMARY and not linked.writable:
        raise RoleRefused(
            Message(
                "“{linked}” is read-only, so appointments cannot be written to it. Choose "
                "another primary calendar.",
                linked=linked.name,
            )
        )
    if role is Role.CONFLICT:
        waiting = _removals_waiting(tx, linked)
        if waiting:
            raise RoleRefused(
                Message.counted(
                    "{n} appointment is still to be removed from “{linked}”. Sync first, then "
                    "choose it for conflicts.",
                    "{n} appointments are still to be removed from “{linked}”. Sync first, then "
                    "choose it for conflicts.",
                    n=waiting,
                    linked=linked.name,
                )
            )


def _removals_waiting(tx: Transaction, linked: LinkedCalendar) -> int:
    mine = {kept.id for kept in objects.objects_of_linked(tx, linked.id).values()}
    return sum(
        entry.object in mine and entry.kind is OutboxKind.DELETE
        for entry in outbox.entries(tx, account_id=linked.account)
    )


def _get_linked(tx: Transaction, linked_id: int) -> LinkedCalendar:
    found = accounts.get_linked(tx, linked_id)
    if found is None:
        raise NotFound(
            Message("There is no linked calendar {linked_id}.", linked_id=str(linked_id))
        )
    return found


def leave_unlisted(tx: Transaction, linked_id: int) -> None:
    """Use it no longer once the next pass has asked for it in vain. Raises NotFound."""
    if accounts.get_linked(tx, linked_id) is None or accounts.is_listed(tx, linked_id):
        raise NotFound(Message("This calendar is not missing any more."))
    accounts.set_leaving(tx, linked_id, True)


def record_found(tx: Transaction, linked_id: int) -> None:
    """It answered: it is used as before, whatever was said of it meanwhile."""
    accounts.set_found_again(tx, linked_id)


def record_not_found(tx: Transaction, linked_id: int, *, now: datetime) -> bool:
    """It did not answer: where a person said so, it goes, with the changes that waited for it.

    Returns whether it went.
    """
    if not accounts.is_leaving(tx, linked_id):
        return False
    for event in objects.objects_of_linked(tx, linked_id).values():
        outbox.delete_entries_of_object(tx, event.id)
        if event.is_own:
            objects.delete_object(tx, event.id)
    set_role(tx, linked_id, Role.NONE, now=now)
    return True
