"""When what is shown of iCloud is too old to be relied on, in words.

`stale_words` is for whoever offers open times: the status line, the booking dialog, a tooltip.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from lcdesk.model.domain.accounts import Role
from lcdesk.model.domain.zones import local_day, wall_minute
from lcdesk.model.store.accounts import all_accounts, linked_calendars
from lcdesk.model.store.preferences import get_preference
from lcdesk.model.store.transaction import Reader
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.viewmodels.wording import tr

STALE_AFTER = "stale_after_minutes"
_USUALLY = 15


def stale_words(
    reader: Reader,
    *,
    now: datetime,
    tz: ZoneInfo,
    words: LocaleFormat,
    staff: Iterable[int] | None = None,
) -> str:
    """“iCloud last read at 09:12”, for these members or for all; empty while it is fresh.

    Only accounts that are read at all count: those with a calendar in a role.
    """
    chosen = None if staff is None else set(staff)
    read = {one.account for one in linked_calendars(reader) if one.role is not Role.NONE}
    times = [
        one.last_success
        for one in all_accounts(reader)
        if one.id in read and (chosen is None or one.staff in chosen)
    ]
    if not times:
        return ""
    known = [one for one in times if one is not None]
    if len(known) < len(times):
        return tr("iCloud has not been read yet")
    oldest = min(known)
    if now - oldest <= timedelta(minutes=_limit(reader)):
        return ""
    time = words.time(wall_minute(oldest, tz))
    if local_day(oldest, tz) == local_day(now, tz):
        return tr("iCloud last read at {time}").format(time=time)
    day = words.day(local_day(oldest, tz))
    return tr("iCloud last read on {day}, {time}").format(day=day, time=time)


def _limit(reader: Reader) -> float:
    kept = get_preference(reader, STALE_AFTER, _USUALLY)
    return kept if isinstance(kept, int | float) and kept > 0 else _USUALLY
