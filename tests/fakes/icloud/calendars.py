"""What the look-alike keeps: collections, their objects, and how they came to be.

Every change is a step of its collection's history. A report is answered from the steps that
are old enough to be seen, a GET from the newest: that is what "eventually consistent" means.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, auto

from lcdesk.model.domain.zones import Clock

_UID = re.compile(r"^UID:(.*(?:\r?\n[ \t].*)*)", re.MULTILINE)


def uid_of(text: str) -> str:
    """The UID of the first component that has one."""
    found = _UID.search(text)
    return re.sub(r"\r?\n[ \t]", "", found[1]).strip() if found else ""


class Kind(Enum):
    """What a collection is."""

    CALENDAR = auto()
    SUBSCRIBED = auto()
    INBOX = auto()
    OUTBOX = auto()
    NOTIFICATION = auto()


@dataclass(frozen=True, slots=True)
class Stored:
    """One version of an object."""

    text: str
    etag: str


@dataclass(frozen=True, slots=True)
class Step:
    """From `seen_from` on a report knows that `name` is `now`; None when it was deleted."""

    seen_from: datetime
    name: str
    now: Stored | None


@dataclass(slots=True)
class Collection:
    """One folder of the home. Tokens of an earlier `epoch` are forgotten."""

    path: str
    title: str
    kind: Kind = Kind.CALENDAR
    components: tuple[str, ...] = ("VEVENT",)
    writable: bool = True
    colour: str = "#FF9500FF"
    order: int = 1
    objects: dict[str, Stored] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    epoch: int = 0
    number: str = ""  # its resource-id; iCloud has none
    made: str = ""  # its creationdate; likewise
    mark: str = ""  # in its ctag

    def make_anew(self, **signs: str) -> None:
        """Deleted and made again, empty, where every token that was given out is still good."""
        self.objects = {}
        for name, value in signs.items():
            setattr(self, name, value)

    def seen_steps(self, now: datetime) -> int:
        """How many steps a report at this time knows of."""
        if not self.steps or self.steps[-1].seen_from <= now:
            return len(self.steps)
        return next(n for n, step in enumerate(self.steps) if step.seen_from > now)

    def seen_objects(self, now: datetime) -> dict[str, Stored]:
        """The objects as a report at this time knows them."""
        known = self.seen_steps(now)
        if known == len(self.steps):
            return self.objects
        seen: dict[str, Stored] = {}
        for step in self.steps[:known]:
            seen.pop(step.name, None)
            if step.now is not None:
                seen[step.name] = step.now
        return seen


class Home:
    """The collections of one account, by path, and the ways to change them from outside."""

    def __init__(self, path: str, clock: Clock) -> None:
        self.path = path
        self.clock = clock
        self.delay = timedelta()  # until a change shows in reports
        self.collections: dict[str, Collection] = {}
        self._numbers = itertools.count(1)

    def add(self, name: str, title: str = "", **more: object) -> str:
        """A new collection; its path."""
        path = f"{self.path}{name}/"
        self.collections[path] = Collection(path, title or name, **more)  # type: ignore[arg-type]  # any field
        return path

    def split(self, path: str) -> tuple[Collection | None, str]:
        """The collection that a path lies in, and the name of the object."""
        folder, _, name = path.rpartition("/")
        return self.collections.get(f"{folder}/"), name

    def find(self, path: str) -> Stored | None:
        """The newest version of an object."""
        collection, name = self.split(path)
        return None if collection is None else collection.objects.get(name)

    def put(self, path: str, text: str) -> str:
        """Write an object, whatever it is; its new ETag."""
        collection, name = self._existing(path)
        stored = Stored(text, f'"C={next(self._numbers)}@U=8106"')
        collection.objects[name] = stored
        collection.steps.append(Step(self.clock() + self.delay, name, stored))
        return stored.etag

    def drop(self, path: str) -> None:
        """Delete an object."""
        collection, name = self._existing(path)
        del collection.objects[name]
        collection.steps.append(Step(self.clock() + self.delay, name, None))

    def touch(self, path: str) -> str:
        """Give an object another ETag without changing it."""
        found = self.find(path)
        assert found is not None
        return self.put(path, found.text)

    def forget_tokens(self) -> None:
        """No token that was given out so far is known any more."""
        for collection in self.collections.values():
            collection.epoch += 1

    def has_uid(self, uid: str, *, but: str) -> bool:
        """Whether another object has this UID, in any calendar."""
        return any(
            uid_of(stored.text) == uid and collection.path + name != but
            for collection in self.collections.values()
            for name, stored in collection.objects.items()
        )

    def _existing(self, path: str) -> tuple[Collection, str]:
        collection, name = self.split(path)
        assert collection is not None, path
        return collection, name
