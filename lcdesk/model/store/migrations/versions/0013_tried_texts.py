"""What was tried to be written and may arrive late; not known of what was tried before."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Take the step; raw tables only, the program's own may have moved on."""
    op.create_table(
        "tried_text",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "object_id",
            sa.Integer(),
            sa.ForeignKey("remote_object.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("fingerprint", sa.String(32), nullable=False),
    )
    op.create_index("ix_tried_text_object_id", "tried_text", ["object_id"])
    op.add_column("left_event", sa.Column("tried", sa.JSON(), nullable=False, server_default="[]"))
