"""From the TZID of a calendar object to a zone.

What the object's own VTIMEZONE says counts (RFC 5545, 3.2.19), whatever the zone database
calls by that name. Where it says nothing or nonsense, the name is looked up, in this order: the
IANA name, alone or at the end of a path as some programs write it; the names of Windows; an
offset such as GMT+0200. What remains unknown is refused: a time read in a guessed zone would
block the wrong hour.

A VTIMEZONE that agrees with the database for the name it carries is taken for a copy of it,
and the database is used: such copies are often cut to the years around the event.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.zones import UnknownZone
from lcdesk.model.domain.zones import zone as iana_zone
from lcdesk.model.ical.lines import Stamp, read_stamp
from lcdesk.model.ical.own_rules import (
    OwnRules,
    find_named,
    plain_tzid,
    read_locations,
    read_vtimezones,
)
from lcdesk.model.recurrence.moment import Moment

_OFFSET = re.compile(r"(?:GMT|UTC)?([+-])([0-9]{1,2}):?([0-9]{2})?", re.IGNORECASE)
_LONGEST_NAME = 200
_UTC_NAMES = {"UTC", "Z", "GMT", "ETC/UTC", "ETC/GMT", "ZULU"}
_MICROSOFT = re.compile(r"^(?:tzone://)?Microsoft/", re.IGNORECASE)
_NUMBERED = re.compile(r" [0-9]{1,2}$")  # a second copy of a zone
_DISPLAYED = re.compile(r"\((?:UTC|GMT)([+-][0-9]{2}:[0-9]{2})?\) *(.+)", re.IGNORECASE)
# Names that Windows gave up and calendars still hold.
_FORMER_WINDOWS = {
    "Kamchatka Standard Time": "Asia/Kamchatka",
    "Mid-Atlantic Standard Time": "Atlantic/South_Georgia",
}
_COMPARED_FROM = datetime(2020, 1, 1, tzinfo=UTC)
_COMPARED_TO = datetime(2037, 1, 1, tzinfo=UTC)
_BOTH_SEASONS = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 7, 1, tzinfo=UTC))
# Names in the zone database that mean "whatever this machine has", or count leap seconds.
_NOT_PLACES = ("localtime", "posixrules", "right/", "posix/")


class Zones:
    """The zones of one calendar object; floating times and dates are read in `local`."""

    def __init__(self, text: str, local: ZoneInfo) -> None:
        self.local = local
        self._text = text
        self._own: dict[str, OwnRules] | None = None

    def find(self, tzid: str) -> tzinfo:
        """The zone a TZID means. Raises UnreadableEvent when nothing says what it means."""
        if self._own is None:
            self._own = read_vtimezones(self._text)
        own = find_named(self._own, tzid)
        known = known_zone(tzid) or (self._zone_by_location(tzid) if own is None else None)
        if own is not None:
            return own if known is None or not _is_copy(own, known) else known
        if known is None:
            raise UnreadableEvent(
                Message(
                    "This event is in the time zone “{zone}”, which lcdesk does not know and the "
                    "event does not explain.",
                    zone=tzid[:60],
                )
            )
        return known

    def _zone_by_location(self, tzid: str) -> tzinfo | None:
        """The place that a VTIMEZONE names which has no rules, or none that can be used."""
        zone_name = find_named(read_locations(self._text), tzid)
        return None if zone_name is None else known_zone(zone_name)

    def name(self, tzid: str) -> str:
        """The IANA name of the zone a TZID means here, `UTC`, or an empty text."""
        try:
            return _name(self.find(tzid))
        except UnreadableEvent:
            return ""

    def meaning(self, tzid: str) -> str:
        """What tells the zone from others: its name, or its rules; empty for an unknown one."""
        try:
            zone = self.find(tzid)
        except UnreadableEvent:
            return ""
        return _name(zone) or _rules_of(zone)

    def of(self, stamp: Stamp, moment: Moment) -> tzinfo:
        """The zone in which the wall time of a stamp hangs."""
        if moment.is_utc:
            return UTC
        if moment.is_date or not stamp.tzid:
            return self.local
        return self.find(stamp.tzid)

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
        raise UnreadableEvent(Message("This event lies too far from today to be shown.")) from error


def as_wall(instant: datetime, zone: tzinfo) -> datetime:
    """What a wall clock in `zone` shows at an aware instant; clipped at the ends of time."""
    try:
        return instant.astimezone(zone).replace(tzinfo=None, fold=0)
    except OverflowError:
        return instant.replace(tzinfo=None)


def known_zone(tzid: str) -> tzinfo | None:
    """The zone of an IANA or Windows name or of an offset; None when it is none of them."""
    return _find_known(plain_tzid(tzid)) if len(tzid) < _LONGEST_NAME else None


@lru_cache(maxsize=512)
def _find_known(name: str) -> tzinfo | None:
    name = _MICROSOFT.sub("", name)
    if name.upper() in _UTC_NAMES:
        return UTC
    for spelled in (name, _NUMBERED.sub("", name)):
        for candidate in _candidates(spelled):
            found = _find_zone(candidate)
            if found is not None:
                return found
    return _offset(name) or _windows(name) or _find_displayed(name)


def zone_name(tzid: str) -> str:
    """The IANA name a TZID stands for, `UTC`, or an empty text."""
    return _name(known_zone(tzid))


def _name(zone: tzinfo | None) -> str:
    if zone is UTC:
        return "UTC"
    return zone.key if isinstance(zone, ZoneInfo) else ""


def _rules_of(zone: tzinfo) -> str:
    """The offset that a zone begins with and its changes, over the years people plan in."""
    changes = zone.changes(_COMPARED_FROM, _COMPARED_TO) if isinstance(zone, OwnRules) else []
    return f"{_offset_at(zone, _COMPARED_FROM)} {changes}"


@lru_cache(maxsize=256)  # all events of a person share a few
def _is_copy(own: OwnRules, known: tzinfo) -> bool:
    """Whether an object's own rules are those of the database, as far as they go.

    They are compared at each change of the years people plan in. A zone without changes there
    was cut, if it keeps an offset that the place has; only places are known to be cut so.
    """
    changes = own.changes(_COMPARED_FROM, _COMPARED_TO)
    if changes:
        return all(_offset_at(known, instant) == offset for instant, offset in changes)
    offsets = {_offset_at(known, instant) for instant in _BOTH_SEASONS}
    lasting = _offset_at(own, _COMPARED_TO)
    is_located = "/" in _name(known)
    return lasting in offsets and (is_located or len(offsets) == 1)


def _offset_at(zone: tzinfo, instant: datetime) -> timedelta | None:
    return instant.astimezone(zone).utcoffset()


def _candidates(name: str) -> list[str]:
    """The name itself, then its last three, two and one parts (`/mozilla.org/x/Asia/Tokyo`)."""
    parts = name.strip("/").split("/")
    return ["/".join(parts[-size:]) for size in (len(parts), 3, 2) if 0 < size <= len(parts)]


def _find_zone(name: str) -> ZoneInfo | None:
    if not name or name.startswith(_NOT_PLACES) or "\x00" in name:
        return None
    spelled = _spellings().get(name.casefold().replace(" ", "_"), name)
    try:
        return iana_zone(spelled)
    except UnknownZone:
        return None


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    """The names of the zone database by their small letters."""
    return {name.casefold(): name for name in sorted(available_timezones())}


def _offset(name: str) -> tzinfo | None:
    match = _OFFSET.fullmatch(name)
    if match is None or int(match[2]) > 14 or int(match[3] or 0) > 59:
        return None
    size = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    return timezone(-size if match[1] == "-" else size)


def _windows(name: str) -> ZoneInfo | None:
    """The place that Unicode's table gives for a Windows name; the table is icalendar's."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    name = _NUMBERED.sub("", name)
    zone_name = WINDOWS_TO_OLSON.get(name) or _FORMER_WINDOWS.get(name)
    return _find_zone(zone_name) if zone_name else None


def _find_displayed(name: str) -> tzinfo | None:
    """What Windows shows people: `(UTC+01:00) Amsterdam, Berlin`; the offset must be right."""
    match = _DISPLAYED.fullmatch(name)
    if match is None:
        return None
    offset = _offset(match[1]) if match[1] else UTC
    wanted = None if offset is None else _offset_at(offset, _COMPARED_FROM)
    found = [_windows(match[2].replace(" Time (US & Canada)", " Standard Time"))]
    for city in match[2].split(","):
        tail = "/" + city.strip().casefold().replace(" ", "_")
        found += [
            _find_zone(name) for folded, name in _spellings().items() if folded.endswith(tail)
        ]
    fits = (zone for zone in found if zone and _standard(zone) == wanted)
    is_utc = match[2].casefold() == "coordinated universal time"
    return next(fits, UTC if is_utc else None)


def _standard(zone: tzinfo) -> timedelta:
    return min(_offset_at(zone, season) or timedelta() for season in _BOTH_SEASONS)
