"""What is asked of a change before it is made: what it would do, and whether guests may be mailed.

What a change would do, tried for real in a transaction of which nothing is kept.

So what is shown beforehand is what would be saved, refusals included.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lcdesk.model.domain.changes import ChangeOrigin
from lcdesk.model.domain.errors import AttendeesAreMailed
from lcdesk.ui.wording.labels import tr
from lcdesk.ui.wording.messages import worded

if TYPE_CHECKING:
    from lcdesk.model.store.database import Database
    from lcdesk.model.store.transaction import Transaction


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
            again = tr("{why} Choose it again to go on.").format(why=worded(error.message))
            raise AttendeesAreMailed(again) from error
        self._asked = []


class TakenBackError(Exception):
    """Ends a transaction that is not to be kept: it rolls back."""


@contextmanager
def trial(database: Database, *, mail_attendees: bool = True) -> Iterator[Transaction]:
    """A transaction that is rolled back. Whatever the change itself raises is raised.

    Nobody is written to by a trial; without `mail_attendees` it says whether somebody would be.
    """
    try:
        with database.write(mail_attendees=mail_attendees) as tx:
            yield tx
            raise TakenBackError
    except TakenBackError:
        return
