"""Variations and add-ons of services; the calendars that are there have none."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Take the step; raw tables only, the program's own may have moved on."""
    for name in ("variations", "add_ons"):
        op.add_column("calendar", sa.Column(name, sa.JSON(), nullable=False, server_default="[]"))
