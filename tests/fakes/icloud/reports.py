"""The look-alike's reports: what changed, everything, and texts by address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tests.fakes.icloud.answers import DAV, cdata, found, multistatus, refused, status
from tests.fakes.icloud.asked import Multiget, Query, Report, SyncCollection
from tests.fakes.icloud.calendars import Collection, Kind
from tests.fakes.icloud.properties import DATA, ETAG, TYPE, steps_at, token_at
from tests.fakes.icloud.quirks import Listed, OldToken
from tests.fakes.icloud.texts import given
from tests.fakes.loopback import Reply

if TYPE_CHECKING:
    from tests.fakes.icloud.server import ICloud


def answer(icloud: ICloud, collection: Collection, asked: Report) -> Reply:
    """A report on one collection."""
    if collection.kind is Kind.SUBSCRIBED:
        return multistatus([])  # an empty success, whatever the feed holds
    match asked:
        case SyncCollection(token):
            return _sync(icloud, collection, token)
        case Multiget(paths):
            return multistatus(_texts(icloud, collection, paths))
        case Query(components, looks_into_properties):
            if looks_into_properties:
                return Reply(403)  # a search by UID among them
            if components != ("VCALENDAR", "VEVENT"):
                return Reply(400)
            return multistatus(_members(icloud, collection))
        case None:
            return Reply(400)


def _sync(icloud: ICloud, collection: Collection, token: str) -> Reply:
    if not icloud.quirks.knows_tokens:
        return Reply(400)
    latest = token_at(collection, collection.seen_steps(icloud.clock()))
    if not token:
        return multistatus(_everything(icloud, collection), latest)
    steps = steps_at(collection, token)
    if steps is not None:
        return multistatus(_delta(icloud, collection, steps), latest)
    match icloud.quirks.old_token:
        case OldToken.EVERYTHING:
            return multistatus(_members(icloud, collection), latest)
        case OldToken.GONE:
            return Reply(410)
        case refusal:
            return refused(refusal.value, (DAV, "valid-sync-token"))


def _everything(icloud: ICloud, collection: Collection) -> list[str]:
    members = _members(icloud, collection)
    kept = {
        Listed.WHOLE: len(members),
        Listed.HALF: len(members) // 2,
        Listed.NOTHING: 0,
    }[icloud.quirks.listed]
    return members[:kept]


def _members(icloud: ICloud, collection: Collection) -> list[str]:
    itself = found(icloud.href(collection.path), {TYPE: "<collection/>"}, [ETAG])
    listed = [
        found(icloud.href(path), {ETAG: stored.etag})
        for name, stored in collection.seen_objects(icloud.clock()).items()
        if (path := collection.path + name) not in icloud.quirks.unlisted
    ]
    return [itself, *listed] if icloud.quirks.lists_itself else listed


def _delta(icloud: ICloud, collection: Collection, steps: int) -> Iterator[str]:
    now = icloud.clock()
    changed = collection.steps[steps : collection.seen_steps(now)]
    present = collection.seen_objects(now)
    if changed and icloud.quirks.lists_itself:
        yield found(icloud.href(collection.path), {TYPE: "<collection/>"}, [ETAG])
    for name in dict.fromkeys(step.name for step in changed):
        path = collection.path + name
        if path in icloud.quirks.unlisted:
            continue
        if name in present:
            yield found(icloud.href(path), {ETAG: present[name].etag})
        else:
            yield status(icloud.href(path), 404)


def _texts(icloud: ICloud, collection: Collection, paths: tuple[str, ...]) -> Iterator[str]:
    quirks = icloud.quirks
    for path in paths:
        stored = icloud.home.find(path)
        if path in quirks.skipped:
            continue
        if stored is None or path in quirks.phantoms or not path.startswith(collection.path):
            yield status(icloud.href(path), 404)
            continue
        text = given(stored.text, quirks.rewriting, icloud.clock())
        href = "" if path in quirks.nameless else icloud.href(path)
        if href:
            icloud.log.read.add((path, stored.etag))
        yield found(href, {ETAG: stored.etag, DATA: cdata(text)})
