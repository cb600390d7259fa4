"""The editors of Settings together, and what their forms show besides the record itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lcdesk.model.domain.calendars import Calendar, CalendarKind, Resource
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.people import Contact, Hours, HoursBlock, StaffMember
from lcdesk.model.domain.words import PlaceName
from lcdesk.model.domain.zones import Clock, local_day, wall_minute, zone
from lcdesk.ui.contacts.import_model import ContactImport, export_contacts
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.look.palette import CALENDAR_COLOURS
from lcdesk.ui.records.editor_model import NEW, Editor
from lcdesk.ui.records.record_kinds_model import (
    CalendarRecords,
    ContactRecords,
    ResourceRecords,
    StaffRecords,
)
from lcdesk.ui.records.small_week_model import OpenSlots, SmallWeekModel, WorkingHours
from lcdesk.ui.wording.labels import kind_name, tr

if TYPE_CHECKING:
    from lcdesk.model.store.database import Database
    from lcdesk.ui.bridge import StoreNews

_WORKDAY = (HoursBlock(9 * 60, 17 * 60),)
USUAL_HOURS = Hours((_WORKDAY, _WORKDAY, _WORKDAY, _WORKDAY, _WORKDAY, (), ()))
PREVIEWED = 6
_LOOKED_AT_DAYS = (3, 28)


class Editors(QObject):
    """One editor for each page, over the same store."""

    def __init__(
        self,
        database: Database,
        news: StoreNews,
        locale: LocaleFormat,
        *,
        clock: Clock,
        local_zone: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._news = news
        self.locale = locale
        self._clock = clock
        self.local_zone = local_zone
        self.staff: Editor[StaffMember] = Editor(database, news, StaffRecords(clock), clock, self)
        self.resources: Editor[Resource] = Editor(database, news, ResourceRecords(), clock, self)
        self.contacts: Editor[Contact] = Editor(database, news, ContactRecords(clock), clock, self)
        calendars = CalendarRecords(clock)
        self.calendars: Editor[Calendar] = Editor(database, news, calendars, clock, self)

    # --- new records ------------------------------------------------------------------------

    def begin_staff(self) -> None:
        """A staff member with the usual hours, in this computer's zone."""
        self.staff.begin(StaffMember(NEW, "", zone=self.local_zone, hours=USUAL_HOURS))

    def begin_calendar(self, kind: CalendarKind) -> None:
        """A calendar of this kind with a team where there is somebody for it."""
        team = tuple(self.staff.known)
        if kind is CalendarKind.SIMPLE:
            team = ()
        elif kind is not CalendarKind.COLLECTIVE:
            team = team[:1]
        owned = kind in (CalendarKind.CLASS, CalendarKind.COLLECTIVE) and bool(team)
        length = timedelta(minutes=15 if kind is CalendarKind.SERVICE else 30)
        value = Calendar(
            NEW,
            tr("New {kind} calendar").format(kind=kind_name(kind).lower()),
            kind,
            team,
            owner=team[0] if owned else None,
            zone=self.staff.known[team[0]].zone if team else self.local_zone,
            interval=length,
            hours=USUAL_HOURS if kind is CalendarKind.SIMPLE else Hours(),
            seats=10 if kind is CalendarKind.CLASS else 1,
            colour=self._next_colour(),
        )
        self.calendars.begin(value)

    def _next_colour(self) -> str:
        taken = [calendar.colour for calendar in self.calendars.known.values()]
        colours = [colour for _, colour in CALENDAR_COLOURS]
        return min(colours, key=taken.count)

    # --- further commands on calendars ------------------------------------------------------

    def clone_calendar(self) -> None:
        """A second calendar with the same settings."""
        from lcdesk.model.commands.calendars import clone_calendar

        record = self.calendars.chosen
        self.calendars.do(
            lambda tx: clone_calendar(tx, record, now=self._clock()), tr("Made {name}.")
        )

    def switch_calendar(self) -> None:
        """Activate or deactivate."""
        from lcdesk.model.commands.calendars import set_active

        before = self.calendars.known[self.calendars.chosen]
        said = tr("{name} offers no slots now.") if before.active else tr("{name} is active.")
        self.calendars.do(lambda tx: set_active(tx, before.id, not before.active), said)

    def today(self) -> date:
        """The day on this computer's clock."""
        return local_day(self._clock(), zone(self.local_zone))

    # --- files of contacts ------------------------------------------------------------------

    def contact_import(self, file: Path) -> ContactImport:
        """A file of contacts, to be looked at first. Raises InvalidInput."""
        return ContactImport(self._database, file, self._clock, self)

    def export_contacts(self, file: Path) -> str:
        """Write all contacts, as the file is called; what to say then."""
        return export_contacts(self._database, file)

    # --- shown besides ----------------------------------------------------------------------

    def small_week(self, parent: QObject) -> SmallWeekModel:
        """An empty week, to be told what it shows; it looks again when the store changes."""
        week = SmallWeekModel(self.locale, self._clock, parent)
        self._news.changed.connect(week.look_again)
        return week

    def open_slots(self) -> OpenSlots | None:
        """Of the calendar in the editor, as it stands there; None while it holds a mistake."""
        draft = None if self.calendars.problem.message else self.calendars.draft
        return None if draft is None else OpenSlots(self._database, draft)

    def working_hours(self) -> WorkingHours | None:
        """Of the staff member in the editor; None while the form holds a mistake."""
        draft = None if self.staff.problem.message else self.staff.draft
        return None if draft is None else WorkingHours(draft)

    def preview(self, calendar: Calendar) -> str:
        """ "Next open: Tue 24, 09:00, 09:30", with the settings as they stand in the form."""
        if not calendar.active:
            return tr("Not active: no slots are offered.")
        try:
            found = self._next_open(calendar)
        except LcdeskError:
            return ""
        if not found:
            return tr("No open slot in the next four weeks.")
        return tr("Next open: {list}").format(list=self._list_text(found, calendar.zone))

    def _next_open(self, calendar: Calendar) -> list[datetime]:
        from lcdesk.model.booking.slots import slots
        from lcdesk.model.store.queries.situation import situation_of_days

        now = self._clock()
        first = local_day(now, zone(calendar.zone))
        found: list[datetime] = []
        for days in _LOOKED_AT_DAYS:
            with self._database.read() as reader:
                around = situation_of_days(reader, calendar, first=first, days=days, now=now)
            found = [slot.span.start for slot in slots(around, first, days) if slot.open]
            if len(found) >= PREVIEWED:
                break
        return found[:PREVIEWED]

    def _list_text(self, starts: list[datetime], zone_name: str) -> str:
        tz = zone(zone_name)
        parts, last = [], None
        for start in starts:
            day = local_day(start, tz)
            time = self.locale.time(wall_minute(start, tz))
            name = f"{self.locale.weekday(day)} {self.locale.day_number(day)}"
            parts.append(time if day == last else f"{name}, {time}")
            last = day
        return ", ".join(parts)

    def server_names_of(self, member: int) -> tuple[PlaceName, ...]:
        """Where each of a staff member's accounts is."""
        from lcdesk.model.store.accounts import all_accounts

        with self._database.read() as reader:
            return tuple(
                account.server_name for account in all_accounts(reader) if account.staff == member
            )

    def title_warning(self, template: str) -> str:
        """What of a title template nothing fills."""
        from lcdesk.model.commands.calendars import unknown_title_fields

        unknown = unknown_title_fields(template)
        if not unknown:
            return ""
        return tr("{fields} is not known and stays as it is written.").format(
            fields=", ".join(unknown)
        )


def with_phases(calendar: Calendar, phases: tuple[timedelta, ...]) -> Calendar:
    """A service's phases are its whole length."""
    total = sum(phases, timedelta())
    return replace(calendar, phases=phases, duration=total or calendar.duration)
