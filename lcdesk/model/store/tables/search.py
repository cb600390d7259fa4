"""The two indexes of words (FTS5). Triggers keep them in step; the program only reads them."""

from __future__ import annotations

from sqlalchemy import Integer, MetaData, Table, Text
from sqlalchemy.schema import Column

_metadata = MetaData()  # apart: SQLite makes tables of its own below these

# A row is an entry. Its rowid is its place: when it begins, which row of which table it is.
entry_index = Table(
    "entry_index",
    _metadata,
    Column("rowid", Integer, primary_key=True),
    Column("words", Text, nullable=False),
    Column("scope", Text, nullable=False),  # "c3": of calendar 3; "l3": of linked calendar 3
)

# The rowid is the contact's id.
contact_index = Table(
    "contact_index",
    _metadata,
    Column("rowid", Integer, primary_key=True),
    Column("words", Text, nullable=False),
)
