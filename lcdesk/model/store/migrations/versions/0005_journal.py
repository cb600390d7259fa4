"""What Activity tells, written with the changes themselves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Take the step; raw tables only, the program's own may have moved on."""
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("linked_id", sa.Integer(), nullable=True),
        sa.Column("staff_id", sa.Integer(), nullable=True),
        sa.Column("subject", sa.String(24), nullable=False),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.Column("pass_id", sa.String(36), nullable=False),
        sa.Column("undo", sa.String(16), nullable=True),
        sa.Column("steps", sa.JSON(), nullable=True),
        sa.Column("undone_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_journal"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_journal_at", "journal", ["at"])
    op.create_index("ix_journal_pass_id", "journal", ["pass_id"])
    op.create_index("journal_trouble", "journal", ["account_id", "kind"])
