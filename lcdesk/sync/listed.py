"""What a calendar holds and what changed in it, asked by as few requests as it can be.

How it stands is asked first, which is all that a calm one costs. A server may take an old token for
a calendar that was made anew at the same place, and tell of nothing that is no longer there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from lcdesk.model.domain.accounts import LinkedCalendar
from lcdesk.sync.errors import TokenRefused
from lcdesk.sync.identity import choose_identity, is_another
from lcdesk.sync.ports import CollectionState, Listing, Remote


@dataclass(frozen=True, slots=True)
class Listed:
    """What changed, or everything; None when nothing has changed.

    `after` is the calendar as it is known once that has been taken in.
    """

    listing: Listing | None
    after: LinkedCalendar


def list_changes(remote: Remote, linked: LinkedCalendar, *, full: bool, has_unread: bool) -> Listed:
    """Ask one calendar. Raises the errors of `sync.errors`.

    `full` asks for everything by the best way, also where the server did not know it the last time;
    `has_unread` says that something of it is wanted whether or not it has changed.
    """
    state = remote.collection_state(linked.href)
    identity = choose_identity(linked.identity, state.identity)
    # Whether a right is back is asked with the list of calendars, before anything is sent.
    writable = linked.writable and state.writable is not False
    after = replace(linked, identity=identity, writable=writable)
    is_new = linked.token is None and linked.ctag is None
    if full or is_new or is_another(linked.identity, state.identity):
        return _whole(remote, after, state, by_best_way=full)
    has_other_ctag = None not in {linked.ctag, state.ctag} and linked.ctag != state.ctag
    if linked.token is None:
        is_same = linked.ctag is not None and _ctag(state) == linked.ctag
    else:
        is_same = state.token == linked.token and not has_other_ctag
    if is_same and not has_unread:
        return Listed(None, after)
    if linked.token is None:
        return _whole(remote, after, state)
    try:
        changed = remote.changes(linked.href, linked.token)
    except TokenRefused:
        return _whole(remote, after, state)
    if has_other_ctag and not changed.members and not changed.removed:
        return _whole(remote, after, state)
    return Listed(changed, replace(after, token=changed.token, ctag=state.ctag))


def _whole(
    remote: Remote, linked: LinkedCalendar, state: CollectionState, *, by_best_way: bool = False
) -> Listed:
    if linked.lacks_sync and not by_best_way:
        listing = remote.plain_listing(linked.href)
    else:
        listing = remote.listing(linked.href)
    lacks_sync = listing.token is None
    ctag = _ctag(state) if lacks_sync else state.ctag
    return Listed(listing, replace(linked, token=listing.token, ctag=ctag, lacks_sync=lacks_sync))


def _ctag(state: CollectionState) -> str | None:
    """What changes with every change, for servers that know no sync-collection."""
    return state.ctag or state.token
