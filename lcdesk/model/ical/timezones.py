"""From the TZID of a calendar object to a zone.

In this order: the IANA name, alone or at the end of a path as some programs write it; the
names of Windows; an offset such as GMT+0200; the object's own VTIMEZONE. What remains
unknown is refused: a time read in a guessed zone would block the wrong hour.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.zones import UnknownZone
from lcdesk.model.domain.zones import zone as iana_zone
from lcdesk.model.ical.own_rules import read_vtimezones
from lcdesk.model.ical.stamps import Moment, Stamp, read_stamp

_OFFSET = re.compile(r"(?:GMT|UTC)?([+-])([0-9]{1,2}):?([0-9]{2})?", re.IGNORECASE)
_LONGEST_NAME = 200
_UTC_NAMES = {"UTC", "Z", "GMT", "ETC/UTC", "ETC/GMT", "ZULU"}
# Names in the zone database that mean "whatever this machine has", or count leap seconds.
_NOT_PLACES = ("localtime", "posixrules", "right/", "posix/")


class Zones:
    """The zones of one calendar object; floating times and dates are read in `local`."""

    def __init__(self, text: str, local: ZoneInfo) -> None:
        self.local = local
        self._text = text
        self._own: dict[str, tzinfo] | None = None

    def named(self, tzid: str) -> tzinfo:
        """The zone a TZID means. Raises UnreadableEvent when nothing says what it means."""
        known = known_zone(tzid)
        if known is not None:
            return known
        if self._own is None:
            self._own = read_vtimezones(self._text)
        try:
            return self._own[tzid]
        except KeyError:
            raise UnreadableEvent(
                f"This event is in the time zone “{tzid[:60]}”, which lcdesk does not know and "
                "the event does not explain. It is not shown and blocks no time."
            ) from None

    def of(self, stamp: Stamp, moment: Moment) -> tzinfo:
        """The zone in which the wall time of a stamp hangs."""
        if moment.is_utc:
            return UTC
        if moment.is_date or not stamp.tzid:
            return self.local
        return self.named(stamp.tzid)

    def instant(self, stamp: Stamp) -> datetime:
        """A stamp as an instant in UTC; a date is its midnight in the local zone."""
        moment = read_stamp(stamp)
        return as_instant(moment.wall, self.of(stamp, moment))


def as_instant(wall: datetime, zone: tzinfo) -> datetime:
    """The instant of a wall time; skipped times move forward, doubled ones are the first pass.

    Raises UnreadableEvent at the ends of what datetime can hold.
    """
    try:
        return wall.replace(tzinfo=zone).astimezone(UTC)
    except (OverflowError, ValueError) as error:
        raise UnreadableEvent("This event lies too far from today to be shown.") from error


def as_wall(instant: datetime, zone: tzinfo) -> datetime:
    """What a wall clock in `zone` shows at an aware instant; clipped at the ends of time."""
    try:
        return instant.astimezone(zone).replace(tzinfo=None, fold=0)
    except OverflowError:
        return instant.replace(tzinfo=None)


def known_zone(tzid: str) -> tzinfo | None:
    """The zone of an IANA or Windows name or of an offset; None when it is none of them."""
    return _known(tzid.strip().strip('"')) if len(tzid) < _LONGEST_NAME else None


@lru_cache(maxsize=512)
def _known(name: str) -> tzinfo | None:
    if name.upper() in _UTC_NAMES:
        return UTC
    for candidate in _candidates(name):
        found = _place(candidate)
        if found is not None:
            return found
    return _offset(name) or _windows(name)


def zone_name(tzid: str) -> str:
    """The IANA name a TZID stands for, `UTC`, or an empty text."""
    zone = known_zone(tzid)
    if zone is UTC:
        return "UTC"
    return zone.key if isinstance(zone, ZoneInfo) else ""


def _candidates(name: str) -> list[str]:
    """The name itself, then its last three, two and one parts (`/mozilla.org/x/Asia/Tokyo`)."""
    parts = name.strip("/").split("/")
    return ["/".join(parts[-size:]) for size in (len(parts), 3, 2) if 0 < size <= len(parts)]


def _place(name: str) -> ZoneInfo | None:
    if not name or name.startswith(_NOT_PLACES) or "\x00" in name:
        return None
    try:
        return iana_zone(name)
    except UnknownZone:
        return None


def _offset(name: str) -> tzinfo | None:
    match = _OFFSET.fullmatch(name)
    if match is None or int(match[2]) > 14 or int(match[3] or 0) > 59:
        return None
    size = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    return timezone(-size if match[1] == "-" else size)


def _windows(name: str) -> ZoneInfo | None:
    """The place that Unicode's table gives for a Windows name; the table is icalendar's."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    place = WINDOWS_TO_OLSON.get(name)
    return _place(place) if place else None
