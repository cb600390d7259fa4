"""The step from there: a calendar's tint becomes its colour."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Take the step; raw tables only, the program's own may have moved on."""
    column = sa.Column("colour", sa.Text(), nullable=False, server_default="")
    op.add_column("calendar", column)
    op.execute("UPDATE calendar SET colour = '#' || tint WHERE tint IS NOT NULL")
