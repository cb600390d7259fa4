"""What tells a calendar from one made anew at its place, and which report a server lacks.

Refusals without a reason are counted by question from now on, so those counted by address go.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    """Take the step; raw tables only, the program's own may have moved on."""
    identity = sa.Column("identity", sa.Text(), nullable=False, server_default="")
    lacks: sa.Column[bool] = sa.Column(
        "lacks_sync", sa.Boolean(), nullable=False, server_default="0"
    )
    op.add_column("linked_calendar", identity)
    op.add_column("linked_calendar", lacks)
    op.execute("UPDATE account SET unexplained = '{}'")
