"""The first start: who takes the bookings, and when they work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QObject, Signal

from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.commands.people import save_staff
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.people import Day, Hours, HoursBlock, StaffMember
from lcdesk.model.domain.zones import Clock
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import all_staff
from lcdesk.ui.wording.labels import tr
from lcdesk.ui.wording.messages import worded

LENGTHS = (15, 20, 30, 45, 60, 90)


@dataclass(frozen=True, slots=True)
class FirstSteps:
    """What stands in the dialog. `weekdays` counts from Monday as 0; times are wall clock."""

    name: str = ""
    zone: str = "UTC"
    weekdays: frozenset[int] = frozenset(range(5))
    start: int = 9 * 60
    end: int = 17 * 60
    calendar: str = ""
    length: int = 30


class FirstStepsModel(QObject):
    """Makes one staff member and a calendar of theirs, together or not at all."""

    begun = Signal()
    refused = Signal(str)

    def __init__(
        self,
        database: Database,
        *,
        local_zone: str,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._clock = clock
        known = self._known_member()
        self.start = FirstSteps(
            name="" if known is None else known.name,
            zone=local_zone,
            calendar=tr("Appointments"),
        )

    def begin(self, wanted: FirstSteps) -> bool:
        """Make both; False when something entered cannot be used."""
        try:
            with self._database.write() as tx:
                known = self._known_member()
                if known is None or known.name != wanted.name.strip():
                    known = save_staff(tx, _member(wanted))
                # A calendar of one's own is a round robin with one member.
                save_calendar(tx, _calendar(wanted, known), self._clock())
        except LcdeskError as error:
            self.refused.emit(worded(error.message))
            return False
        self.begun.emit()
        return True

    def _known_member(self) -> StaffMember | None:
        """Somebody who was added before, as a workspace file without calendars does."""
        with self._database.read() as reader:
            return next(iter(all_staff(reader)), None)


def _member(wanted: FirstSteps) -> StaffMember:
    block = (HoursBlock(wanted.start, wanted.end),)
    mon, tue, wed, thu, fri, sat, sun = _week(wanted.weekdays, block)
    hours = Hours((mon, tue, wed, thu, fri, sat, sun))
    return StaffMember(0, wanted.name.strip(), zone=wanted.zone, hours=hours)


def _week(weekdays: frozenset[int], block: Day) -> list[Day]:
    return [block if day in weekdays else () for day in range(7)]


def _calendar(wanted: FirstSteps, member: StaffMember) -> Calendar:
    length = timedelta(minutes=wanted.length)
    return Calendar(
        0,
        wanted.calendar,
        CalendarKind.ROUND_ROBIN,
        (member.id,),
        zone=wanted.zone,
        duration=length,
        interval=length,
    )
