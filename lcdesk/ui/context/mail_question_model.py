"""Asks before guests are written to where no toast can: the same once more means it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.replication.guests import AttendeesAreMailed
from lcdesk.model.store.database import Database
from lcdesk.model.store.transaction import Transaction
from lcdesk.ui.wording.labels import tr


class MailQuestion:
    """Remembers what was refused because somebody would be mailed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._asked: list[object] = []  # one at most; a list, since None may be asked about too

    @contextmanager
    def write(
        self, what: object, origin: ChangeOrigin = ChangeOrigin.USER
    ) -> Iterator[Transaction]:
        """A transaction for `what`, which may be any value that says what is being done.

        Raises AttendeesAreMailed the first time; the same once more is done.
        """
        try:
            with self._database.write(origin, mail_attendees=self._asked == [what]) as tx:
                yield tx
        except AttendeesAreMailed as error:
            self._asked = [what]
            again = tr("{why} Choose it again to go on.").format(why=error.message)
            raise AttendeesAreMailed(again) from error
        self._asked = []
