"""Series made by hand, and which appointments are occurrences of one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Take the step; raw tables only, the program's own may have moved on."""
    op.create_table(
        "series",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("calendar_id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("first", sa.String(length=10), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("staff", sa.JSON(), nullable=False),
        sa.Column("when_taken", sa.String(length=16), nullable=False),
        sa.Column("made_to", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["calendar_id"],
            ["calendar.id"],
            name=op.f("fk_series_calendar_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_series_calendar_id"), "series", ["calendar_id"])
    op.create_index(op.f("ix_series_made_to"), "series", ["made_to"])
    op.add_column(
        "appointment",
        sa.Column("series_id", sa.Integer(), sa.ForeignKey("series.id"), nullable=True),
        inline_references=True,
    )
    op.add_column("appointment", sa.Column("series_day", sa.String(length=10), nullable=True))
    op.create_index(
        "appointment_of_series", "appointment", ["series_id", "series_day"], unique=True
    )
