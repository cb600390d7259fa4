"""When what is shown of an account is too old to be relied on, in words.

`stale_words` is for whoever offers open times: the status line, the booking dialog, a tooltip.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from lcdesk.model.domain.zones import local_day, wall_minute
from lcdesk.model.store.freshness import stalest
from lcdesk.model.store.transaction import Reader
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.wording.labels import tr_of


def stale_words(
    reader: Reader,
    *,
    now: datetime,
    tz: ZoneInfo,
    locale: LocaleFormat,
    staff: Iterable[int] | None = None,
) -> str:
    """“iCloud last read at 09:12”, for these members or for all; empty while it is fresh."""
    found = stalest(reader, now=now, staff=staff)
    if found is None:
        return ""
    server_name, last = found.account.server_name, found.last
    if last is None:
        return tr_of("{Place} has not been read yet", server_name)
    if last > now:
        return tr_of("{Place} last read while this computer’s clock was ahead", server_name)
    time = locale.time(wall_minute(last, tz))
    if local_day(last, tz) == local_day(now, tz):
        return tr_of("{Place} last read at {time}", server_name, time=time)
    day = locale.day(local_day(last, tz))
    return tr_of("{Place} last read on {day}, {time}", server_name, day=day, time=time)
