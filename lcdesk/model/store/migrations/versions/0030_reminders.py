"""Reminders of appointments: how long before, by calendar, and which were told already."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    """Every calendar has the usual reminders; nothing was told yet."""
    op.add_column("calendar", sa.Column("reminders", sa.JSON, nullable=True))
    number = sa.Integer()
    op.create_table(
        "reminder",
        sa.Column("id", number, primary_key=True, autoincrement=True),
        sa.Column("session", sa.String(36), nullable=False),
        sa.Column("start", sa.BigInteger, nullable=False),
        sa.Column("before", number, nullable=False),
        sa.Column("due", sa.BigInteger, nullable=False),
        sa.Column("claimed_at", sa.BigInteger, nullable=True),
        sa.Column("told", sa.Boolean, nullable=False),
        sa.Column("done", sa.Boolean, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("reminder_once", "reminder", ["session", "start", "before"], unique=True)
    op.create_index("reminder_start", "reminder", ["start"])
