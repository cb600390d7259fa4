"""Why a time was closed that was booked anyway; not known of those that are there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Take the step; raw tables only, the program's own may have moved on."""
    column = sa.Column("overridden_for", sa.Text(), nullable=False, server_default="")
    op.add_column("appointment", column)
