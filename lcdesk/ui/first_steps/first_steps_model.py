"""The first start: who takes the bookings, when they work, and a calendar to book on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.commands.people import save_staff
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.people import Day, Hours, HoursBlock, StaffMember
from lcdesk.model.domain.zones import Clock
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import all_staff
from lcdesk.model.store.transaction import Transaction
from lcdesk.ui.context.before_change_model import trial
from lcdesk.ui.first_steps.ready_calendars import WantedCalendar, calendar_of
from lcdesk.ui.wording.labels import tr
from lcdesk.ui.wording.messages import worded

_WEEKDAYS = frozenset(range(5))
_LAST_MINUTE = 24 * 60 - 1  # a field of times has no 24:00


@dataclass(frozen=True, slots=True)
class Person:
    """Who begins. `weekdays` counts from Monday as 0, None are the usual ones of the region; times
    are minutes of the wall clock.
    """

    name: str = ""
    zone: str = "UTC"
    weekdays: frozenset[int] | None = None
    start: int = 9 * 60
    end: int = 17 * 60


class FirstStepsModel(QObject):
    """Keeps nothing until the end; then everything that was answered, together or not at all."""

    begun = Signal(int)  # the calendar that was made; 0 where none was
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
        self.start = Person(zone=local_zone) if known is None else _person(known)

    def check(self, person: Person) -> bool:
        """Whether the first step can be used as it stands; `refused` says why not."""
        try:
            with trial(self._database) as tx:
                self._keep_person(tx, person)
        except LcdeskError as error:
            self.refused.emit(worded(error.message))
            return False
        return True

    def begin(self, person: Person | None, wanted: WantedCalendar | None) -> bool:
        """Keep who and what; None was skipped. False when something entered cannot be used.

        A calendar needs somebody: without `person` that is whoever is there, else "Me".
        """
        made = 0
        try:
            if person is not None or wanted is not None:
                with self._database.write() as tx:
                    made = self._keep(tx, person, wanted)
        except LcdeskError as error:
            self.refused.emit(worded(error.message))
            return False
        self.begun.emit(made)
        return True

    def _keep(self, tx: Transaction, person: Person | None, wanted: WantedCalendar | None) -> int:
        # A step that was skipped is answered by what it proposed.
        someone = person or replace(self.start, name=self.start.name or tr("Me"))
        member = self._keep_person(tx, someone)
        if wanted is None:
            return 0
        colleagues = [
            save_staff(tx, _member(replace(someone, name=name))) for name in wanted.colleagues
        ]
        team = [member.id, *(colleague.id for colleague in colleagues)]
        return save_calendar(tx, calendar_of(wanted, team, member.zone), self._clock()).id

    def _keep_person(self, tx: Transaction, person: Person) -> StaffMember:
        known = next(iter(all_staff(tx)), None)
        if known is None or known.name != person.name.strip():
            return save_staff(tx, _member(person))
        if person == self.start and _works(known):
            return known  # breaks and uneven days are more than the step can show
        hours = replace(known.hours, weekly=_member(person).hours.weekly)
        return save_staff(tx, replace(known, zone=person.zone, hours=hours))

    def _known_member(self) -> StaffMember | None:
        """Somebody who was added before, as a workspace file without calendars does."""
        with self._database.read() as reader:
            return next(iter(all_staff(reader)), None)


def _person(member: StaffMember) -> Person:
    """Somebody who is there: the usual hours where none were said."""
    worked = {day: blocks for day, blocks in enumerate(member.hours.weekly) if blocks}
    if not worked:
        return Person(member.name, member.zone)
    start = min(block.start for blocks in worked.values() for block in blocks)
    end = max(block.end for blocks in worked.values() for block in blocks)
    return Person(member.name, member.zone, frozenset(worked), start, min(end, _LAST_MINUTE))


def _works(member: StaffMember) -> bool:
    return any(member.hours.weekly)


def _member(person: Person) -> StaffMember:
    block = (HoursBlock(person.start, person.end),)
    mon, tue, wed, thu, fri, sat, sun = _week(
        _WEEKDAYS if person.weekdays is None else person.weekdays, block
    )
    hours = Hours((mon, tue, wed, thu, fri, sat, sun))
    return StaffMember(0, person.name.strip(), zone=person.zone, hours=hours)


def _week(weekdays: frozenset[int], block: Day) -> list[Day]:
    return [block if day in weekdays else () for day in range(7)]
