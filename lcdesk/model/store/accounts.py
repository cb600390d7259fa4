"""Accounts and their linked calendars."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from lcdesk.model.domain.accounts import (
    Account,
    AccountState,
    ErrorNote,
    LinkedCalendar,
    Provider,
    Role,
)
from lcdesk.model.domain.changes import Topic
from lcdesk.model.domain.words import PlaceName
from lcdesk.model.store.tables import account, linked_calendar, remote_object
from lcdesk.model.store.tables.columns import note_from_json, note_to_json
from lcdesk.model.store.transaction import AnyRow, Reader, Transaction


def all_accounts(reader: Reader) -> tuple[Account, ...]:
    """Every account, in the order they were connected."""
    rows = reader.connection.execute(sa.select(account).order_by(account.c.id))
    return tuple(_account(row) for row in rows)


def get_account(reader: Reader, account_id: int) -> Account | None:
    """One account, or None."""
    row = reader.connection.execute(sa.select(account).where(account.c.id == account_id)).first()
    return None if row is None else _account(row)


def server_of_linked(reader: Reader, linked_id: int) -> PlaceName:
    """Where a linked calendar is kept, as sentences say it. Raises LookupError for none."""
    query = (
        sa.select(account)
        .join(linked_calendar, linked_calendar.c.account_id == account.c.id)
        .where(linked_calendar.c.id == linked_id)
    )
    row = reader.connection.execute(query).first()
    if row is None:
        raise LookupError(f"There is no linked calendar {linked_id}.")
    return _account(row).server_name


def insert_account(tx: Transaction, value: Account) -> int:
    """Add an account (its `id` is ignored); returns the new id."""
    tx.touch(Topic.ACCOUNTS)
    values = {
        "provider": value.provider,
        "email": value.email,
        "staff_id": value.staff,
        "server": value.server,
        "home": value.home,
        "state": value.state,
    }
    return tx.insert(account, values)


def delete_account(tx: Transaction, account_id: int) -> None:
    """Remove the account with everything that was read from it."""
    tx.connection.execute(account.delete().where(account.c.id == account_id))
    tx.touch(Topic.ACCOUNTS)
    tx.touch(Topic.AGENDA)


def set_account_state(
    tx: Transaction,
    account_id: int,
    state: AccountState,
    *,
    error: ErrorNote | None = None,
    next_try: datetime | None = None,
    success_at: datetime | None = None,
    refusals: int = 0,
) -> None:
    """Note how a pass went; `success_at` only after one that read everything."""
    values: dict[str, object] = {
        "state": state,
        "refusals": refusals,
        "error": sa.null() if error is None else note_to_json(error),
        "next_try": next_try,
    }
    if success_at is not None:
        values["last_success"] = success_at
    tx.connection.execute(account.update().where(account.c.id == account_id).values(values))
    tx.touch(Topic.ACCOUNTS)


def set_unexplained(tx: Transaction, account_id: int, refusals: Iterable[tuple[str, int]]) -> None:
    """Note how often in a row the server refused to let each address be read, without a reason."""
    values = {"unexplained": dict(refusals)}
    tx.connection.execute(account.update().where(account.c.id == account_id).values(values))


def set_throttled(tx: Transaction, account_id: int, at: datetime) -> None:
    """Note when the server asked for a pause; a refused password is not believed for a while."""
    tx.connection.execute(
        account.update().where(account.c.id == account_id).values(throttled_at=at)
    )


def set_discovered(tx: Transaction, account_id: int, home: str, now: datetime) -> None:
    """Note where the calendars live and when that was asked."""
    tx.connection.execute(
        account.update().where(account.c.id == account_id).values(home=home, discovered_at=now)
    )


def set_addresses(tx: Transaction, account_id: int, addresses: Iterable[str]) -> None:
    """Keep the addresses that the account's owner is invited under."""
    values = {"addresses": list(addresses)}
    tx.connection.execute(account.update().where(account.c.id == account_id).values(values))


def discovered_at(reader: Reader, account_id: int) -> datetime | None:
    """When the account's calendars were last listed."""
    query = sa.select(account.c.discovered_at).where(account.c.id == account_id)
    return reader.connection.execute(query).scalar()


_ALL_LINKED = (
    sa.select(linked_calendar, account.c.staff_id)
    .join(account)
    .order_by(account.c.id, linked_calendar.c.position, linked_calendar.c.name)
)


def linked_calendars(
    reader: Reader, *, account_id: int | None = None, staff_id: int | None = None
) -> tuple[LinkedCalendar, ...]:
    """Linked calendars in the server's order, of one account or staff member if named.

    `events` is left at 0; `counted_calendars` counts them, which costs a look at every object.
    """
    query = _ALL_LINKED
    if account_id is not None:
        query = query.where(account.c.id == account_id)
    if staff_id is not None:
        query = query.where(account.c.staff_id == staff_id)
    return tuple(_read_linked(row) for row in reader.connection.execute(query))


def calendars_with_counts(
    reader: Reader, *, account_id: int | None = None, staff_id: int | None = None
) -> tuple[LinkedCalendar, ...]:
    """As `linked_calendars`, each with the number of events known of it."""
    query = sa.select(remote_object.c.linked_id, sa.func.count()).group_by(
        remote_object.c.linked_id
    )
    rows = reader.connection.execute(query).all()
    counts: dict[int, int] = {row[0]: row[1] for row in rows}
    found = linked_calendars(reader, account_id=account_id, staff_id=staff_id)
    return tuple(replace(linked, events=counts.get(linked.id, 0)) for linked in found)


def get_linked(reader: Reader, linked_id: int) -> LinkedCalendar | None:
    """One linked calendar, or None."""
    return next((linked for linked in linked_calendars(reader) if linked.id == linked_id), None)


def primary_of(reader: Reader, staff_id: int) -> LinkedCalendar | None:
    """The calendar that a member's appointments are written to, or None."""
    return next(
        (
            linked
            for linked in linked_calendars(reader, staff_id=staff_id)
            if linked.role is Role.PRIMARY
        ),
        None,
    )


def insert_linked(tx: Transaction, value: LinkedCalendar, position: int) -> int:
    """Add a linked calendar; returns the new id."""
    tx.touch(Topic.ACCOUNTS)
    values = {
        "account_id": value.account,
        "path": value.path,
        "role": value.role,
        "token": value.token,
        "ctag": value.ctag,
    }
    return tx.insert(linked_calendar, values | _listed_values(value, position))


def refresh_linked(tx: Transaction, linked_id: int, value: LinkedCalendar, position: int) -> None:
    """Take over what discovery says of a calendar; role and token stay."""
    tx.connection.execute(
        linked_calendar.update()
        .where(linked_calendar.c.id == linked_id)
        .values(**_listed_values(value, position))
    )
    tx.touch(Topic.ACCOUNTS)


def set_listed(tx: Transaction, account_id: int, present: Iterable[int]) -> None:
    """Mark which linked calendars the last good discovery named; none is removed."""
    of_account = linked_calendar.c.account_id == account_id
    is_present = linked_calendar.c.id.in_(list(present))
    missed = sa.case((is_present, 0), else_=linked_calendar.c.missed + 1)
    tx.connection.execute(
        linked_calendar.update().where(of_account).values(listed=is_present, missed=missed)
    )


def long_missed(reader: Reader, account_id: int, times: int) -> tuple[int, ...]:
    """Linked calendars without a role that so many good discoveries in a row did not name."""
    query = sa.select(linked_calendar.c.id).where(
        linked_calendar.c.account_id == account_id,
        linked_calendar.c.role == Role.NONE,
        linked_calendar.c.missed >= times,
    )
    return tuple(reader.connection.execute(query).scalars())


def delete_linked(tx: Transaction, linked_id: int) -> None:
    """Forget a linked calendar with everything that was read from it."""
    tx.connection.execute(linked_calendar.delete().where(linked_calendar.c.id == linked_id))
    tx.touch(Topic.ACCOUNTS)


def is_listed(reader: Reader, linked_id: int) -> bool:
    """Whether the last good discovery still named this calendar."""
    query = sa.select(linked_calendar.c.listed).where(linked_calendar.c.id == linked_id)
    return bool(reader.connection.execute(query).scalar())


def unlisted_calendars(reader: Reader, account_id: int) -> frozenset[int]:
    """Linked calendars in a role that the last good discovery did not name."""
    query = sa.select(linked_calendar.c.id).where(
        linked_calendar.c.account_id == account_id,
        linked_calendar.c.role != Role.NONE,
        linked_calendar.c.listed.is_(False),
    )
    return frozenset(reader.connection.execute(query).scalars())


def is_leaving(reader: Reader, linked_id: int) -> bool:
    """Whether a person said that this calendar, which is not listed, is to be used no longer."""
    query = sa.select(linked_calendar.c.leaving).where(linked_calendar.c.id == linked_id)
    return bool(reader.connection.execute(query).scalar())


def set_leaving(tx: Transaction, linked_id: int, leaving: bool) -> None:
    """Note whether a person said so; the next pass asks for it first."""
    tx.connection.execute(
        linked_calendar.update().where(linked_calendar.c.id == linked_id).values(leaving=leaving)
    )
    tx.touch(Topic.ACCOUNTS)


def set_found_again(tx: Transaction, linked_id: int) -> None:
    """Note that it answered, whether or not it is listed."""
    values = {"listed": True, "missed": 0, "leaving": False}
    tx.connection.execute(
        linked_calendar.update().where(linked_calendar.c.id == linked_id).values(values)
    )
    tx.touch(Topic.ACCOUNTS)


def set_linked_role(tx: Transaction, linked_id: int, role: Role) -> None:
    """Change a role; the token is forgotten, so that the next pass reads everything."""
    tx.connection.execute(
        linked_calendar.update()
        .where(linked_calendar.c.id == linked_id)
        .values(role=role, token=None, ctag=None)
    )
    tx.touch(Topic.ACCOUNTS)
    tx.touch(Topic.AGENDA)


def set_linked_writable(tx: Transaction, linked_id: int, writable: bool) -> None:
    """Note that the server lets us write here, or no longer does."""
    tx.connection.execute(
        linked_calendar.update().where(linked_calendar.c.id == linked_id).values(writable=writable)
    )
    tx.touch(Topic.ACCOUNTS)


def set_blocking(tx: Transaction, linked_id: int, *, tentative: bool, all_day: bool) -> None:
    """Choose what of a calendar takes time; no event has to be read again for it."""
    values = {"tentative_blocks": tentative, "all_day_blocks": all_day}
    tx.connection.execute(
        linked_calendar.update().where(linked_calendar.c.id == linked_id).values(values)
    )
    tx.touch(Topic.ACCOUNTS)
    tx.touch(Topic.AGENDA)


def set_removals(tx: Transaction, linked_id: int, held: int, *, accepted: bool = False) -> None:
    """Note how many removals wait for a person, or that the person took them as real."""
    values = {"held_removals": held, "removals_accepted": accepted}
    tx.connection.execute(
        linked_calendar.update().where(linked_calendar.c.id == linked_id).values(values)
    )
    tx.touch(Topic.ACCOUNTS)


def set_token(tx: Transaction, linked_id: int, token: str | None, ctag: str | None) -> None:
    """Keep how far this calendar has been read, in the transaction that keeps what was read."""
    tx.connection.execute(
        linked_calendar.update()
        .where(linked_calendar.c.id == linked_id)
        .values(token=token, ctag=ctag)
    )


_SEEN = ("writable", "held_removals", "removals_accepted")
_READ = ("token", "ctag", "identity", "lacks_sync", "listed_whole_at", *_SEEN)


def keep_read(tx: Transaction, before: LinkedCalendar, after: LinkedCalendar) -> None:
    """Keep how far a calendar has been read and what was found out about it.

    In the transaction that keeps what was read. What did not change since `before` is left alone.
    """
    then, now = ({name: getattr(value, name) for name in _READ} for value in (before, after))
    values = {name: now[name] for name in _READ if now[name] != then[name]}
    if values:
        here = linked_calendar.c.id == after.id
        tx.connection.execute(linked_calendar.update().where(here).values(values))
    if values.keys() & set(_SEEN):
        tx.touch(Topic.ACCOUNTS)


def _listed_values(value: LinkedCalendar, position: int) -> dict[str, object]:
    return {
        "href": value.href,
        "name": value.name,
        "colour": value.colour,
        "position": position,
        "writable": value.writable,
        "readable": value.readable,
        "subscribed": value.subscribed,
        "listed": True,
        "leaving": False,
    }


def _account(row: AnyRow) -> Account:
    return Account(
        id=row.id,
        provider=Provider(row.provider),
        email=row.email,
        staff=row.staff_id,
        server=row.server,
        home=row.home,
        state=AccountState(row.state),
        last_success=row.last_success,
        next_try=row.next_try,
        error=note_from_json(row.error),
        throttled_at=row.throttled_at,
        refusals=row.refusals,
        unexplained=tuple(sorted(row.unexplained.items())),
        addresses=tuple(row.addresses),
    )


def _read_linked(row: AnyRow) -> LinkedCalendar:
    return LinkedCalendar(
        id=row.id,
        account=row.account_id,
        staff=row.staff_id,
        path=row.path,
        href=row.href,
        name=row.name,
        colour=row.colour,
        role=Role(row.role),
        writable=row.writable,
        readable=row.readable,
        subscribed=row.subscribed,
        token=row.token,
        ctag=row.ctag,
        identity=row.identity,
        lacks_sync=row.lacks_sync,
        held_removals=row.held_removals,
        removals_accepted=row.removals_accepted,
        tentative_blocks=row.tentative_blocks,
        all_day_blocks=row.all_day_blocks,
        listed_whole_at=row.listed_whole_at,
    )
