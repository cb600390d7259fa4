"""What stands on the server when a change did not simply go through, and what follows from it.

Push and recovery ask one question, what stands at the object's place, and one table answers what
is done with the change. Decided without touching network or store; a row is data, so that reading
the table is reading the behaviour (docs/rules/sync.md, "Deletions", "Clashes" and "Recovery").
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum, auto

from lcdesk.model.domain.remote import OutboxEntry, OutboxKind
from lcdesk.sync.dav import is_same_version
from lcdesk.sync.ports import Fetched


class Standing(Enum):
    """What stands at the object's place."""

    NOTHING = auto()
    NOT_GIVEN = auto()  # something, whose text the server does not give now
    UNCHANGED = auto()  # the very version that the change was made on
    ANOTHER_UID = auto()  # another event, which took its place
    WANTED = auto()  # what the change says: our own write, its answer lost
    OURS = auto()  # what lcdesk wrote before; for a deletion also what it was made on
    UNREADABLE = auto()  # a text that is no event
    NEWER = auto()  # what somebody else wrote


class Request(Enum):
    """What became of the request for the change."""

    UNANSWERED = auto()
    REFUSED = auto()
    NOT_MADE = auto()  # its version is not known, or it is a cancelled booking that is looked for


class Step(Enum):
    """What is done with the change."""

    CONFIRM = auto()  # it has arrived
    BUILD_ON = auto()  # it goes on from what lcdesk wrote before
    MERGE = auto()  # property by property
    ASK_PERSON = auto()
    EXCHANGE_PLACES = auto()  # it is looked for where the other event stood
    SEND_AGAIN = auto()  # it has not arrived
    SEARCH = auto()  # a minute later, and in its whole calendar
    READ_LATER = auto()
    MARK_GONE = auto()  # deleted there: kept here and marked, nothing is sent
    TAKE_OTHER_UID = auto()  # refused as existing, so its UID is at another place
    GIVE_UP = auto()  # refused as it is; a person decides


_ALL = frozenset(OutboxKind)
_CREATION = frozenset({OutboxKind.CREATE})
_LATER_CHANGE = _ALL - _CREATION
_ANY = frozenset(Request)
_LOST, _REFUSED, _NOT_MADE = (frozenset({request}) for request in Request)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `after_search` is done only once it has been looked for."""

    stands: Standing
    step: Step
    requests: frozenset[Request] = _ANY
    kinds: frozenset[OutboxKind] = _ALL
    after_search: bool = False

    def holds(self, stands: Standing, request: Request, kind: OutboxKind) -> bool:
        """Whether this is the line for it."""
        return stands is self.stands and request in self.requests and kind in self.kinds


TABLE: tuple[Row, ...] = (
    Row(Standing.NOTHING, Step.SEND_AGAIN, _LOST, _CREATION),
    Row(Standing.NOTHING, Step.TAKE_OTHER_UID, _REFUSED, _CREATION, after_search=True),
    Row(Standing.NOTHING, Step.MARK_GONE, _NOT_MADE, _CREATION, after_search=True),
    Row(Standing.NOTHING, Step.MARK_GONE, _ANY, _LATER_CHANGE, after_search=True),
    Row(Standing.NOT_GIVEN, Step.SEND_AGAIN, _LOST),
    Row(Standing.NOT_GIVEN, Step.READ_LATER, _REFUSED | _NOT_MADE),
    Row(Standing.UNCHANGED, Step.SEND_AGAIN, _LOST | _NOT_MADE),
    Row(Standing.UNCHANGED, Step.GIVE_UP, _REFUSED),
    Row(Standing.ANOTHER_UID, Step.MERGE, _ANY, _CREATION),
    Row(Standing.ANOTHER_UID, Step.EXCHANGE_PLACES, _ANY, _LATER_CHANGE),
    Row(Standing.WANTED, Step.CONFIRM),
    Row(Standing.OURS, Step.BUILD_ON),
    Row(Standing.UNREADABLE, Step.ASK_PERSON),
    Row(Standing.NEWER, Step.MERGE),
)


def decide(stands: Standing, request: Request, kind: OutboxKind, *, is_searched: bool) -> Step:
    """What is done with a change of this kind.

    `is_searched`: where nothing stands, a minute did not bring it, since what was written shows
    late, and it was not found under another name, since its whole calendar was read.
    """
    (row,) = (row for row in TABLE if row.holds(stands, request, kind))
    return Step.SEARCH if row.after_search and not is_searched else row.step


def standing_of(
    entry: OutboxEntry,
    found: Fetched,
    *,
    says: Callable[[str], str | None],
    sent: Collection[str],
    is_another: bool,
) -> Standing:
    """What the server's answer shows, held against the change.

    `says` gives what a text means, in a form that compares, None for one that cannot be read;
    `sent` is what was tried to be written there before, in that form. Meaning is compared and not
    bytes, because servers store other bytes than they were sent. `is_another` says that the text
    is that of another event of ours or of theirs, by its UID.
    """
    if found.gone:
        return Standing.NOTHING
    is_made_on = entry.kind is not OutboxKind.CREATE and entry.base_etag
    if is_made_on and is_same_version(found.etag, entry.base_etag):
        return Standing.UNCHANGED
    if found.text is None:
        return Standing.NOT_GIVEN
    if is_another:
        return Standing.ANOTHER_UID
    present = says(found.text)
    if present is None:
        return Standing.UNREADABLE
    if entry.kind is OutboxKind.DELETE:
        return Standing.OURS if present in {says(entry.base), *sent} else Standing.NEWER
    if present == says(entry.body):
        return Standing.WANTED
    return Standing.OURS if present in sent else Standing.NEWER
