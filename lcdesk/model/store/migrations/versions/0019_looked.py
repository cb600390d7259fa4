"""A person can say to have looked at an event that cannot be read.

Events that could not be read are fetched again: more of them can be read in part by now.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"

_SICK = "state = 'quarantined' AND session IS NULL"


def upgrade() -> None:
    """Take the step; raw tables only, the program's own may have moved on."""
    looked: sa.Column[bool] = sa.Column(
        "looked", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("remote_object", looked)
    some = sa.text("problem <> ''")
    op.create_index("remote_object_problem", "remote_object", ["problem"], sqlite_where=some)
    op.execute(
        "UPDATE linked_calendar SET token = NULL, ctag = NULL"
        f" WHERE id IN (SELECT linked_id FROM remote_object WHERE {_SICK})"
    )
    op.execute(f"UPDATE remote_object SET etag = NULL WHERE {_SICK}")
