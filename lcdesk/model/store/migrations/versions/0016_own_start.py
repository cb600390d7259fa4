"""Where a mirrored event with travel before it begins itself; its kept text tells.

An object whose occurrences differ in their travel is asked for again at the next pass.
"""

from __future__ import annotations

import re
from datetime import timedelta

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"

_EVENT = re.compile(r"^BEGIN:VEVENT\r?$.*?^END:VEVENT\r?$", re.I | re.M | re.S)
_TRAVEL = re.compile(
    r"^X-APPLE-TRAVEL-DURATION\b[^:\r\n]*:\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?"
    r"(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?\r?$",
    re.I | re.M,
)
_LONGEST = timedelta(days=1)


def upgrade() -> None:
    """Take the step; raw tables only, the program's own may have moved on."""
    op.add_column("occurrence", sa.Column("own_start", sa.BigInteger(), nullable=True))
    bind = op.get_bind()
    named = "SELECT id, raw FROM remote_object WHERE raw LIKE '%X-APPLE-TRAVEL-DURATION%'"
    for object_id, raw in bind.exec_driver_sql(named).fetchall():
        lengths = {_travel(one) for one in _EVENT.findall(re.sub(r"\r?\n[ \t]", "", raw))}
        if len(lengths) == 1:
            op.execute(
                sa.text(
                    "UPDATE occurrence SET own_start = start + :travel"
                    " WHERE object_id = :object AND first_day IS NULL AND :travel > 0"
                ).bindparams(travel=lengths.pop(), object=object_id)
            )
        else:
            again = sa.text(
                "UPDATE remote_object SET etag = NULL"
                " WHERE id = :object AND session IS NULL AND state = 'clean'"
            )
            op.execute(again.bindparams(object=object_id))


def _travel(event: str) -> int:
    found = _TRAVEL.search(event)
    if found is None:
        return 0
    weeks, days, hours, minutes, seconds = (int(one or 0) for one in found.groups())
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return int(min(length, _LONGEST).total_seconds())
