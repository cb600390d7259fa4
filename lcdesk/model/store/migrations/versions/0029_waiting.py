"""The waiting list: who wants a time that is not open yet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    """Make the table."""
    number, text, day = sa.Integer(), sa.Text(), sa.String(10)
    op.create_table(
        "waiting",
        sa.Column("id", number, autoincrement=True, nullable=False),
        sa.Column("calendar_id", number, nullable=False),
        sa.Column("contact_id", number, nullable=False),
        sa.Column("staff_id", number),
        sa.Column("first", day, nullable=False),
        sa.Column("last", day, nullable=False),
        sa.Column("weekdays", sa.JSON(), nullable=False),
        sa.Column("after", number, nullable=False),
        sa.Column("before", number, nullable=False),
        sa.Column("variation", text, nullable=False),
        sa.Column("add_ons", sa.JSON(), nullable=False),
        sa.Column("notes", text, nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        _refers("calendar_id", "calendar", "CASCADE"),
        _refers("contact_id", "contact", "CASCADE"),
        _refers("staff_id", "staff", None),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_waiting_calendar_id", "waiting", ["calendar_id"])
    op.create_index("ix_waiting_contact_id", "waiting", ["contact_id"])
    op.create_index("waiting_since", "waiting", ["since", "id"])
    op.create_index("waiting_until", "waiting", ["last"])


def _refers(column: str, other: str, on_delete: str | None) -> sa.ForeignKeyConstraint:
    name = f"fk_waiting_{column}"
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=name, ondelete=on_delete)
