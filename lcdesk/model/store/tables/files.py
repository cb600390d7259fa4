"""What was taken in from files, so that a later version of the same file is known again."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, Text

from lcdesk.model.store.tables.columns import id_column, metadata, reference

# One date of an event of a file. `entry` is the slot blocked for it, or where `calendar_id` is
# set the appointment; no foreign key, since that it was freed here since is worth knowing.
imported_date = Table(
    "imported_date",
    metadata,
    id_column(),
    reference("staff", "staff_id", nullable=True),  # whose time was blocked
    reference("calendar", "calendar_id", nullable=True),  # that it was booked on
    Column("uid", Text, nullable=False),
    Column("date", String(20), nullable=False),  # the recurrence id; empty for a single event
    Column("entry", Integer, nullable=False),
    Column("read", String(32), nullable=False),  # stands for what the file said
    Column("kept", String(32), nullable=False),  # stands for what was made of it
    Column("sequence", Integer, nullable=False),
    Column("modified", String(16), nullable=False),  # LAST-MODIFIED; empty where it is not said
    Index("imported_date_uid", "uid"),
    sqlite_autoincrement=True,
)
