"""What was taken in from calendar files is remembered, by the UIDs of its events."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    """Make the table; of files that were taken in before nothing is known."""
    op.create_table(
        "imported_date",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        _parent("staff"),
        _parent("calendar"),
        sa.Column("uid", sa.Text, nullable=False),
        sa.Column("date", sa.String(20), nullable=False),
        sa.Column("entry", sa.Integer, nullable=False),
        sa.Column("read", sa.String(32), nullable=False),
        sa.Column("kept", sa.String(32), nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("modified", sa.String(16), nullable=False),
        sqlite_autoincrement=True,
    )
    for column in ("staff_id", "calendar_id"):
        op.create_index(f"ix_imported_date_{column}", "imported_date", [column])
    op.create_index("imported_date_uid", "imported_date", ["uid"])


def _parent(table: str) -> sa.Column[int]:
    key = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(f"{table}_id", sa.Integer, key, nullable=True)
