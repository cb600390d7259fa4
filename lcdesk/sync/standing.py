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

    NOT_MADE = auto()  # its version is not known, or it is a cancelled booking that is looked for
    REFUSED = auto()
    UNANSWERED = auto()


class Step(Enum):
    """What is done with the change."""

    CONFIRM = auto()  # it has arrived
    BUILD_ON = auto()  # it goes on from what lcdesk wrote before
    MERGE = auto()  # property by property
    ASK_PERSON = auto()
    EXCHANGE_PLACES = auto()  # it is looked for where the other event stood
    SEND_AGAIN = auto()  # it has not arrived
    LOOK_AGAIN = auto()  # in a minute; its calendar is read meanwhile
    READ_LATER = auto()
    MARK_GONE = auto()  # deleted there: kept here and marked, nothing is sent
    TAKE_OTHER_UID = auto()  # refused as existing, so its UID is at another place
    GIVE_UP = auto()  # refused as it is; a person decides


_ALL = frozenset(OutboxKind)
_CREATION = frozenset({OutboxKind.CREATE})
_LATER_CHANGE = _ALL - _CREATION


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; no `request` is any. `after_a_minute` looks again before its step."""

    stands: Standing
    request: Request | None
    step: Step
    kinds: frozenset[OutboxKind] = _ALL
    after_a_minute: bool = False

    def holds(self, stands: Standing, request: Request, kind: OutboxKind) -> bool:
        """Whether this is the line for it."""
        return stands is self.stands and self.request in (None, request) and kind in self.kinds


TABLE: tuple[Row, ...] = (
    Row(Standing.NOTHING, Request.UNANSWERED, Step.SEND_AGAIN, _CREATION),
    Row(Standing.NOTHING, Request.UNANSWERED, Step.MARK_GONE, _LATER_CHANGE, after_a_minute=True),
    Row(Standing.NOTHING, Request.REFUSED, Step.TAKE_OTHER_UID, _CREATION, after_a_minute=True),
    Row(Standing.NOTHING, Request.REFUSED, Step.MARK_GONE, _LATER_CHANGE, after_a_minute=True),
    Row(Standing.NOTHING, Request.NOT_MADE, Step.MARK_GONE, after_a_minute=True),
    Row(Standing.NOT_GIVEN, Request.UNANSWERED, Step.SEND_AGAIN),
    Row(Standing.NOT_GIVEN, Request.REFUSED, Step.READ_LATER),
    Row(Standing.NOT_GIVEN, Request.NOT_MADE, Step.READ_LATER),
    Row(Standing.UNCHANGED, Request.UNANSWERED, Step.SEND_AGAIN),
    Row(Standing.UNCHANGED, Request.REFUSED, Step.GIVE_UP),
    Row(Standing.UNCHANGED, Request.NOT_MADE, Step.SEND_AGAIN),
    Row(Standing.ANOTHER_UID, Request.UNANSWERED, Step.SEND_AGAIN),
    Row(Standing.ANOTHER_UID, Request.REFUSED, Step.MERGE, _CREATION),
    Row(Standing.ANOTHER_UID, Request.REFUSED, Step.EXCHANGE_PLACES, _LATER_CHANGE),
    Row(Standing.ANOTHER_UID, Request.NOT_MADE, Step.MERGE, _CREATION),
    Row(Standing.ANOTHER_UID, Request.NOT_MADE, Step.EXCHANGE_PLACES, _LATER_CHANGE),
    Row(Standing.WANTED, None, Step.CONFIRM),
    Row(Standing.OURS, None, Step.BUILD_ON),
    Row(Standing.UNREADABLE, None, Step.ASK_PERSON),
    Row(Standing.NEWER, None, Step.MERGE),
)


def decide(stands: Standing, request: Request, kind: OutboxKind, *, may_show_later: bool) -> Step:
    """What is done with a change of this kind.

    `may_show_later`: where nothing stands, a minute may still bring it, since what was written
    shows late and what was renamed is found when its calendar is read.
    """
    (row,) = (row for row in TABLE if row.holds(stands, request, kind))
    return Step.LOOK_AGAIN if row.after_a_minute and may_show_later else row.step


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
