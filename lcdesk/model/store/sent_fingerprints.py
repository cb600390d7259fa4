"""What lcdesk sent without learning that it arrived.

A request that was lost may still be carried out after its text was edited here. It is known
by what it says (`ical/fingerprint.py`), so that nobody is asked about lcdesk's own words.
"""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from lcdesk.model.store.tables import tried_text
from lcdesk.model.store.transaction import Reader, Transaction


def remember_sent(tx: Transaction, object_id: int, fingerprints: Iterable[str]) -> None:
    """Texts with these fingerprints may show at an object yet."""
    for fingerprint in set(fingerprints) - sent_fingerprints_at(tx, object_id):
        tx.connection.execute(
            tried_text.insert().values(object_id=object_id, fingerprint=fingerprint)
        )


def sent_fingerprints_at(reader: Reader, object_id: int) -> frozenset[str]:
    """Fingerprints of what may show at an object yet."""
    query = sa.select(tried_text.c.fingerprint).where(tried_text.c.object_id == object_id)
    return frozenset(reader.connection.execute(query).scalars())


def forget_sent(tx: Transaction, object_id: int) -> None:
    """The server holds a newer version, on which nothing sent before is carried out any more."""
    tx.connection.execute(tried_text.delete().where(tried_text.c.object_id == object_id))
