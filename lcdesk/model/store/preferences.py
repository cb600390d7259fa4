"""Small settings of this workspace, as JSON by name."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from lcdesk.model.store.tables import preference
from lcdesk.model.store.transaction import Reader, Transaction


def get_preference(reader: Reader, key: str, default: Any = None) -> Any:
    """The value kept under `key`, or `default`."""
    row = reader.connection.execute(
        sa.select(preference.c.value).where(preference.c.key == key)
    ).first()
    return default if row is None else row.value


def all_preferences(reader: Reader) -> dict[str, Any]:
    """Every value by its key."""
    rows = reader.connection.execute(sa.select(preference).order_by(preference.c.key))
    return {row.key: row.value for row in rows}


def set_preference(tx: Transaction, key: str, value: Any) -> None:
    """Keep a JSON value under `key`."""
    tx.connection.execute(preference.delete().where(preference.c.key == key))
    tx.connection.execute(preference.insert().values(key=key, value=value))
