"""The schema of an earlier lcdesk that never was: calendars have a tint, no colour."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make what tells a store of lcdesk from another program's file, and little more."""
    for name in ("staff", "calendar", "appointment", "preference"):
        op.create_table(
            name,
            sa.Column("id", sa.Integer(), primary_key=True),
            sa.Column("name", sa.Text(), nullable=False),
        )
    op.add_column("calendar", sa.Column("tint", sa.Text(), nullable=True))
