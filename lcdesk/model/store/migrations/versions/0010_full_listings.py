"""When each linked calendar was last listed in full; not known of those that are there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Take the step; raw tables only, the program's own may have moved on."""
    column = sa.Column("listed_whole_at", sa.BigInteger(), nullable=True)
    op.add_column("linked_calendar", column)
