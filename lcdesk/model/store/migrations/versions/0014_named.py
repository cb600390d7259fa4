"""Whether a staff member was asked for by name; of what is there, the reason kept with it tells."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Take the step; raw tables only, the program's own may have moved on."""
    column: sa.Column[bool] = sa.Column("named", sa.Boolean(), nullable=False, server_default="0")
    op.add_column("appointment", column)
    op.execute("UPDATE appointment SET named = 1 WHERE why LIKE '%— asked for by name'")
