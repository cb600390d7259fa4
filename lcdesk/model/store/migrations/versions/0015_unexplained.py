"""How often in a row a server refused to let something be read, and did not say why."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Take the step; raw tables only, the program's own may have moved on."""
    column = sa.Column("unexplained", sa.JSON(), nullable=False, server_default="{}")
    op.add_column("account", column)
