"""Holidays and absences, and the public holidays of a calendar file."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"

_DAY = sa.String(10)  # an ISO date


def upgrade() -> None:
    """Make the tables; there is nothing to put into them yet."""
    op.create_table(
        "time_off",
        _id(),
        sa.Column("title", sa.Text(), nullable=False),
        *_days(),
        sa.Column("from", sa.Integer(), nullable=True),
        sa.Column("to", sa.Integer(), nullable=True),
        sa.Column("for_all", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_time_off"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_time_off_last", "time_off", ["last"])
    op.create_table(
        "time_off_staff",
        _reference("time_off", "time_off_id"),
        _reference("staff", "staff_id"),
        sa.PrimaryKeyConstraint("time_off_id", "staff_id", name="pk_time_off_staff"),
    )
    op.create_table(
        "public_holiday",
        _id(),
        sa.Column("name", sa.Text(), nullable=False),
        *_days(),
        sa.PrimaryKeyConstraint("id", name="pk_public_holiday"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_public_holiday_last", "public_holiday", ["last"])


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), autoincrement=True, nullable=False)


def _days() -> list[sa.Column[str]]:
    return [sa.Column(name, _DAY, nullable=False) for name in ("first", "last")]


def _reference(table: str, name: str) -> sa.Column[int]:
    key = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(name, sa.Integer(), key, nullable=False)
