"""How far what is kept of the linked calendars can be relied on.

Whose time may be taken by events that could not be read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from lcdesk.model.domain.accounts import Account, LinkedCalendar, Role
from lcdesk.model.domain.message import Message
from lcdesk.model.store.accounts import all_accounts, linked_calendars
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.preferences import get_preference
from lcdesk.model.store.remote.objects import unread_objects
from lcdesk.model.store.transaction import Reader

STALE_AFTER = "stale_after_minutes"
USUALLY = 15
_SKEW = timedelta(minutes=1)  # clocks are set right by seconds all the time


@dataclass(frozen=True, slots=True)
class Stale:
    """An account that was last read too long ago; `last` None is never.

    A `last` that lies ahead was noted while the clock was ahead: nobody knows how old it is.
    """

    account: Account
    last: datetime | None


def stalest(reader: Reader, *, now: datetime, staff: Iterable[int] | None = None) -> Stale | None:
    """The account read longest ago, of these members or of all; None while all are fresh.

    Only accounts that are read at all count: those with a calendar in a role.
    """
    chosen = None if staff is None else set(staff)
    read = {linked.account for linked in linked_calendars(reader) if linked.role is not Role.NONE}
    found = [
        account
        for account in all_accounts(reader)
        if account.id in read and (chosen is None or account.staff in chosen)
    ]
    never = next((account for account in found if account.last_success is None), None)
    if never is not None:
        return Stale(never, None)
    times = [
        (account.last_success, account) for account in found if account.last_success is not None
    ]
    ahead = [Stale(one, last) for last, one in times if last > now + _SKEW]
    if ahead:
        return ahead[0]
    last, oldest = min(times, key=lambda pair: pair[0], default=(None, None))
    if last is None or oldest is None or now - last <= stale_after(reader):
        return None
    return Stale(oldest, last)


def stale_after(reader: Reader) -> timedelta:
    """How old what was read may be; the setting, or a quarter of an hour."""
    kept = get_preference(reader, STALE_AFTER, USUALLY)
    is_usable = isinstance(kept, int | float) and kept > 0
    return timedelta(minutes=kept if is_usable else USUALLY)


@dataclass(frozen=True, slots=True)
class Unread:
    """How many events of a linked calendar could not be read, as a whole or in part."""

    linked: LinkedCalendar
    events: int


def unread_events(reader: Reader, staff: Iterable[int]) -> tuple[Unread, ...]:
    """Of these members' linked calendars that block their time; what a person has seen is out."""
    chosen = set(staff)
    blocking = {
        linked.id: linked
        for linked in linked_calendars(reader)
        if linked.role is not Role.NONE and linked.staff in chosen
    }
    found = unread_objects(reader, tuple(blocking)) if blocking else ()
    counts = Counter(event.linked for event in found)
    return tuple(Unread(blocking[number], count) for number, count in sorted(counts.items()))


def unread_warnings(reader: Reader, staff: Iterable[int]) -> tuple[str, ...]:
    """What whoever books for these members has to know, a sentence for each calendar."""
    found = unread_events(reader, staff)
    names = {member.id: member.name for member in all_staff(reader)} if found else {}
    return tuple(_warning(unread, names[unread.linked.staff]) for unread in found)


def _warning(unread: Unread, member: str) -> str:
    return Message.counted(
        "One event of {calendar} ({who}) could not be read in full; its time may be taken.",
        "{n} events of {calendar} ({who}) could not be read in full; their time may be taken.",
        n=unread.events,
        calendar=unread.linked.name,
        who=member,
    )
