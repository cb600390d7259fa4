"""Indexes that answer what time is taken, and which series are indexed for less than that."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Take the step; raw tables only, the program's own may have moved on."""
    op.drop_index("occurrence_time", "occurrence")
    op.create_index(
        "occurrence_time",
        "occurrence",
        [
            "long",
            "start",
            "end",
            "linked_id",
            "busy",
            "tentative",
            "first_day",
            "title",
        ],
    )
    op.create_index("remote_object_series_start", "remote_object", ["recurring", "expanded_from"])
