"""What of a linked calendar takes time: tentative and all-day events, until somebody says not."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Take the step; raw tables only, the program's own may have moved on."""
    for name in ("tentative_blocks", "all_day_blocks"):
        op.add_column(
            "linked_calendar",
            sa.Column(name, sa.Boolean(), nullable=False, server_default="1"),
        )
