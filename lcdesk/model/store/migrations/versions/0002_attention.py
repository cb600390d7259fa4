"""Kept beyond a process: when a server asked for a pause, removals that a person decides on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Take the step; raw tables only, the program's own may have moved on."""
    op.add_column("account", sa.Column("throttled_at", sa.BigInteger(), nullable=True))
    op.add_column(
        "linked_calendar",
        sa.Column("held_removals", sa.Integer(), nullable=False, server_default="0"),
    )
    op.add_column(
        "linked_calendar",
        sa.Column("removals_accepted", sa.Boolean(), nullable=False, server_default="0"),
    )
