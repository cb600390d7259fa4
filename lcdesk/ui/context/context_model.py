"""What the window remembers from one start to the next, in the store's preferences.

What ties the window's features together: clock, zone, locale, people, and what is remembered.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.errors import StoreError
from lcdesk.model.domain.zones import Clock, UnknownZone, local_day, zone
from lcdesk.model.store.database import Database
from lcdesk.model.store.preferences import get_preference, set_preference
from lcdesk.ui.context.directory_model import Directory
from lcdesk.ui.context.view_filter import FEWEST, MOST, DayMode, ViewFilter
from lcdesk.ui.look.locale import LocaleFormat

_KEY = "window"


@dataclass(frozen=True, slots=True)
class WindowChoices:
    """The choices of a person. `zone_of` is the staff member whose zone is shown."""

    mode: DayMode = DayMode.WEEK
    day_count: int = 3  # where days are shown that a person counted
    by_member: frozenset[DayMode] = frozenset({DayMode.DAY})  # where members stand side by side
    shown: ViewFilter = field(default_factory=ViewFilter)
    zone_of: int | None = None
    second_zone: str = ""  # of a second column of hours, an IANA name
    zoom: float = 0.0  # pixels an hour; 0 is the normal height
    has_sidebar: bool = True
    has_week_numbers: bool = False  # in the small month
    has_upcoming: bool = False  # the list below it
    size: tuple[int, int] = (0, 0)
    geometry: str = ""  # Qt's, in base64: position, size, screen and whether it fills that
    last_calendar: int = 0


class WindowState:
    """Reads once, writes on every change; a store that cannot be written is no reason to fail."""

    def __init__(self, database: Database) -> None:
        self._database = database
        with database.read() as reader:
            self.now = _from_json(get_preference(reader, _KEY, {}))

    def keep(self, **changes: Any) -> None:
        """Remember these fields of `WindowChoices` from now on."""
        wanted = replace(self.now, **changes)
        if wanted == self.now:
            return
        self.now = wanted
        with suppress(StoreError), self._database.write() as tx:
            set_preference(tx, _KEY, _to_json(wanted))


def _to_json(value: WindowChoices) -> dict[str, object]:
    return {
        "mode": value.mode.value,
        "day_count": value.day_count,
        "by_member": sorted(value.by_member),
        "kind": None if value.shown.kind is None else value.shown.kind.value,
        "hidden_calendars": sorted(value.shown.hidden_calendars),
        "hidden_staff": sorted(value.shown.hidden_staff),
        "hides_cancelled": value.shown.hides_cancelled,
        "zone_of": value.zone_of,
        "second_zone": value.second_zone,
        "zoom": value.zoom,
        "sidebar": value.has_sidebar,
        "week_numbers": value.has_week_numbers,
        "upcoming": value.has_upcoming,
        "size": list(value.size),
        "geometry": value.geometry,
        "last_calendar": value.last_calendar,
    }


def _from_json(kept: object) -> WindowChoices:
    """What another version wrote, as far as it makes sense."""
    if not isinstance(kept, dict):
        return WindowChoices()
    try:
        kind = kept.get("kind")
        width, height = kept.get("size") or (0, 0)
        return WindowChoices(
            mode=DayMode(kept.get("mode", DayMode.WEEK)),
            day_count=min(max(int(kept.get("day_count", 3)), FEWEST), MOST),
            by_member=frozenset(map(DayMode, kept.get("by_member", (DayMode.DAY,)))),
            shown=ViewFilter(
                None if kind is None else CalendarKind(kind),
                _ids(kept.get("hidden_calendars", ())),
                _ids(kept.get("hidden_staff", ())),
                bool(kept.get("hides_cancelled", False)),
            ),
            zone_of=kept.get("zone_of"),
            second_zone=_known_zone(str(kept.get("second_zone", ""))),
            zoom=float(kept.get("zoom", 0)),
            has_sidebar=bool(kept.get("sidebar", True)),
            has_week_numbers=bool(kept.get("week_numbers", False)),
            has_upcoming=bool(kept.get("upcoming", False)),
            size=(int(width), int(height)),
            geometry=str(kept.get("geometry", "")),
            last_calendar=int(kept.get("last_calendar", 0)),
        )
    except (TypeError, ValueError):
        return WindowChoices()


def _known_zone(name: str) -> str:
    """Nothing where this computer knows no such zone."""
    try:
        return zone(name).key if name else ""
    except UnknownZone:
        return ""


def _ids(some: Iterable[object]) -> frozenset[int]:
    return frozenset(number for number in some if isinstance(number, int))


class Context:
    """Handed to every view model. The week keeps `directory` and `locale` as they are now."""

    def __init__(
        self,
        memory: WindowState,
        *,
        locale: LocaleFormat,
        clock: Clock,
        local_zone: str,
    ) -> None:
        """`clock` gives aware instants; `local_zone` is the IANA name of the computer's zone."""
        self.memory = memory
        self.locale = locale
        self.clock = clock
        self.local_zone = local_zone
        self.directory = Directory()
        self.cut = ""  # the row of the agenda that was cut and is not pasted yet

    @property
    def shown(self) -> ViewFilter:
        """Which calendars and staff members are shown."""
        return self.memory.now.shown

    @property
    def zone_name(self) -> str:
        """The zone shown: a staff member's if one was chosen, else the computer's."""
        member = self.directory.staff.get(self.memory.now.zone_of or 0)
        return self.local_zone if member is None else member.zone

    @property
    def second_zone(self) -> str:
        """Of the second column of hours: the one asked for, else the computer's.

        There is none where it is the zone shown.
        """
        chosen = self.memory.now.second_zone
        return self.local_zone if chosen in ("", self.zone_name) else chosen

    @property
    def tz(self) -> ZoneInfo:
        """The same, to reckon with."""
        return zone(self.zone_name)

    @property
    def today(self) -> date:
        """Today in the zone shown."""
        return local_day(self.clock(), self.tz)
