"""A reader and a writer over one connection; the writer collects what it touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from lcdesk.model.domain.changes import ChangeOrigin, ChangeSet, Freed, Topic
from lcdesk.model.domain.journal import Note
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.undo import RowImage
from lcdesk.model.store.row_images import RowImages

AnyRow = Row[*tuple[Any, ...]]


_MOST_PARAMETERS = 500  # of one statement; databases limit them

T = TypeVar("T")


def chunks(values: Sequence[T]) -> Iterable[Sequence[T]]:
    """So many values at once as a statement may name."""
    return (values[at : at + _MOST_PARAMETERS] for at in range(0, len(values), _MOST_PARAMETERS))


class Reader:
    """A consistent view of the store; `connection` is for this folder's queries only.

    `here` names the zone whose clock the person goes by, in which reasons are worded; empty where
    each calendar's own is meant.
    """

    def __init__(self, connection: Connection, *, here: str = "") -> None:
        self.connection = connection
        self.here = here


class Transaction(Reader):
    """Everything done through it is kept together or not at all.

    `began` is the store's clock when it began, `pass_id` the pass it belongs to or empty.
    `mail_attendees` says that whoever asked for it accepts e-mail to those who are invited.
    `images` are the rows that it changes where it is a person's; once it is kept, `step` is what
    undoes it, 0 where nothing does.
    """

    def __init__(
        self,
        connection: Connection,
        origin: ChangeOrigin,
        *,
        began: datetime,
        pass_id: str = "",
        mail_attendees: bool = False,
        here: str = "",
        images: RowImages | None = None,
    ) -> None:
        super().__init__(connection, here=here)
        self.origin = origin
        self.began = began
        self.pass_id = pass_id
        self.mail_attendees = mail_attendees
        self.images = images
        self.step = 0
        self.notes: list[Note] = []
        self._topics: set[Topic] = set()
        self._spans: list[TimeSpan] = []
        self._freed: list[Freed] = []

    def insert(self, table: sa.Table, values: Mapping[str, object]) -> int:
        """Add a row; returns its id."""
        key = self.connection.execute(table.insert().values(values)).inserted_primary_key
        assert key is not None  # every table that is inserted to by row has an `id`
        return int(key[0])

    def tell(self, note: Note) -> None:
        """Have this told in Activity: written with everything else just before the commit."""
        self.notes.append(note)

    def keep_image(self, image: RowImage) -> None:
        """Keep for an undo what stands for rows that a server has a say in."""
        if self.images is not None:
            self.images.add(image)

    def leave_out_of_undo(self) -> None:
        """What is changed here is no step of its own: an undo, or what falls due by itself."""
        if self.images is not None:
            self.images.stop()

    def touch(self, topic: Topic, spans: Iterable[TimeSpan] = ()) -> None:
        """Note for the ChangeSet that rows of this kind changed, within these spans."""
        self._topics.add(topic)
        self._spans.extend(spans)

    def free(self, freed: Freed) -> None:
        """Note for the ChangeSet that this time may be open now."""
        self._freed.append(freed)

    def changes(self) -> ChangeSet | None:
        """What to publish after the commit, or None when nothing was touched."""
        if not self._topics:
            return None
        return ChangeSet(
            self.origin, frozenset(self._topics), tuple(self._spans), tuple(self._freed)
        )
