"""Whether a person said that a calendar which is not listed is to be used no longer."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    """Take the step; raw tables only, the program's own may have moved on."""
    column: sa.Column[bool] = sa.Column("leaving", sa.Boolean(), nullable=False, server_default="0")
    op.add_column("linked_calendar", column)
