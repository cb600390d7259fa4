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
from lcdesk.ui.viewmodels.wording import tr_of


def stale_words(
    reader: Reader,
    *,
    now: datetime,
    tz: ZoneInfo,
    words: LocaleFormat,
    staff: Iterable[int] | None = None,
) -> str:
    """“iCloud last read at 09:12”, for these members or for all; empty while it is fresh."""
    found = stalest(reader, now=now, staff=staff)
    if found is None:
        return ""
    place, last = found.account.place, found.last
    if last is None:
        return tr_of("{Place} has not been read yet", place)
    if last > now:
        return tr_of("{Place} last read while this computer’s clock was ahead", place)
    time = words.time(wall_minute(last, tz))
    if local_day(last, tz) == local_day(now, tz):
        return tr_of("{Place} last read at {time}", place, time=time)
    day = words.day(local_day(last, tz))
    return tr_of("{Place} last read on {day}, {time}", place, day=day, time=time)
