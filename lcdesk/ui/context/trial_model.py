"""What a change would do, tried for real in a transaction of which nothing is kept.

So what is shown beforehand is what would be saved, refusals included.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # Settings opens before the store is imported
    from lcdesk.model.store.database import Database
    from lcdesk.model.store.transaction import Transaction


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
