"""What ties the window's features together: clock, zone, locale, people, and what is remembered."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from lcdesk.model.domain.zones import Clock, local_day, zone
from lcdesk.ui.context.directory_model import Directory
from lcdesk.ui.context.view_filter import ViewFilter
from lcdesk.ui.context.window_state_model import WindowState
from lcdesk.ui.look.locale import LocaleFormat


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
    def tz(self) -> ZoneInfo:
        """The same, to reckon with."""
        return zone(self.zone_name)

    @property
    def today(self) -> date:
        """Today in the zone shown."""
        return local_day(self.clock(), self.tz)
