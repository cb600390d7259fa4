"""The addresses that an account's owner is invited under; asked for at the next pass.

Calendars that were listed within the last day are listed again, since that tells them.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"

_TWO_DAYS = 172_800  # seconds; longer than a list of calendars counts as new


def upgrade() -> None:
    """Take the step; raw tables only, the program's own may have moved on."""
    column = sa.Column("addresses", sa.JSON(), nullable=False, server_default="[]")
    op.add_column("account", column)
    op.execute(f"UPDATE account SET discovered_at = discovered_at - {_TWO_DAYS}")
