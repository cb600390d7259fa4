"""How often a calendar was missed in good lists, and how often an event was joined."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Take the step; raw tables only, the program's own may have moved on."""
    instant, count = sa.BigInteger(), sa.Integer()
    op.add_column("linked_calendar", sa.Column("missed", count, nullable=False, server_default="0"))
    op.add_column("remote_object", sa.Column("joins", count, nullable=False, server_default="0"))
    op.add_column("remote_object", sa.Column("joins_since", instant, nullable=True))
