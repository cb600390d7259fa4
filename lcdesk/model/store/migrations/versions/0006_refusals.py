"""How often a password was refused in a row, so that a restart does not begin to count anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Take the step; raw tables only, the program's own may have moved on."""
    op.add_column(
        "account", sa.Column("refusals", sa.Integer(), nullable=False, server_default="0")
    )
