"""What a listing means, decided without touching network or store.

The listing says which objects a calendar holds and at which version; the store says which
are known here. ETags are always compared, because a server may answer a forgotten token with
everything it has: a long answer is not "everything changed".
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from lcdesk.model.domain.remote import ObjectState, RemoteObject
from lcdesk.sync.dav import is_same_version
from lcdesk.sync.ports import Listing, Member

# States in which an object was there when it was last looked for.
_PRESENT = frozenset(
    {ObjectState.CLEAN, ObjectState.QUARANTINED, ObjectState.UNREAD, ObjectState.CONFLICT}
)

MANY_REMOVALS = 20
MANY_REMOVALS_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Plan:
    """What a pull has to do: read `fetch`; `removed` is said by the server; the paths of
    `missing` are only absent from a full listing and want to be asked for first.
    """

    fetch: tuple[Member, ...]
    removed: tuple[str, ...]
    missing: tuple[str, ...]
    is_settled: bool = True  # False: something written a moment ago is missing; look again


def plan(
    known: Mapping[str, RemoteObject],
    listing: Listing,
    *,
    in_flight: Collection[int],
    now: datetime,
) -> Plan:
    """Compare a listing with what is known; `in_flight` are ids of objects being changed here.

    An object with a change on its way is left to the push, which meets the newer text by its
    ETag and joins the two.
    """
    listed = {member.path for member in listing.members}
    fetch = [
        member for member in listing.members if _is_news(known.get(member.path), member, in_flight)
    ]
    if not listing.complete:
        # Those that the server did not give last time, or whose version is not known.
        fetch += [
            Member(kept.href, kept.path, None)
            for kept in known.values()
            if kept.path not in listed and kept.id not in in_flight and kept.is_unread
        ]
    removed = [path for path in listing.removed if path in known and path not in listed]
    unlisted = [one for path, one in known.items() if path not in listed]
    absent = [kept for kept in unlisted if listing.complete and kept.state in _PRESENT]
    missing = [kept.path for kept in absent if not kept.is_fresh(now)]
    settled = len(missing) == len(absent)
    return Plan(tuple(fetch), tuple(removed), tuple(missing), is_settled=settled)


def is_mass_removal(missing: int, known: int) -> bool:
    """Whether so much is missing that the listing itself is doubtful."""
    return is_mass_deletion(missing, known) or (missing == known and known > 1)


def is_mass_deletion(named: int, known: int) -> bool:
    """Whether so many are said to be deleted, one by one, that a person is asked first."""
    return named > max(MANY_REMOVALS, known * MANY_REMOVALS_SHARE)


def _is_news(known: RemoteObject | None, member: Member, in_flight: Collection[int]) -> bool:
    if known is None:
        return True
    if known.id in in_flight or known.state is ObjectState.CONFLICT:
        return False
    return not is_same_version(known.etag, member.etag)
