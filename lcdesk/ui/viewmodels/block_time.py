"""Blocking time by hand: for whom, from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Signal

from lcdesk.model.commands.blocked_slots import block
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.events import BlockedSlot
from lcdesk.model.domain.place_names import PlaceName
from lcdesk.model.domain.zones import MINUTES_A_DAY, at_wall, zone
from lcdesk.model.store.database import Database
from lcdesk.ui.viewmodels.week_model import WeekModel
from lcdesk.ui.viewmodels.wording import any_of, tr


@dataclass(frozen=True, slots=True)
class Blocking:
    """What stands in the dialog; whole days run to the end of `last`."""

    staff: int | None
    calendar: int | None
    first: date
    start: int
    last: date
    end: int
    whole_days: bool = False
    title: str = ""


class BlockModel(QObject):
    """One stretch of time to block. Ends with `blocked`, or is thrown away."""

    blocked = Signal(BlockedSlot)
    refused = Signal(str)

    def __init__(
        self,
        database: Database,
        week: WeekModel,
        *,
        day: date,
        start: int,
        end: int,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self.week = week
        first = self.choices[0] if self.choices else (None, None, "")
        whole = end - start >= MINUTES_A_DAY
        self.start = Blocking(first[0], first[1], day, start, day, end, whole_days=whole)

    @property
    def choices(self) -> list[tuple[int | None, int | None, str]]:
        """(staff, calendar, words), those on view first."""
        directory, shown = self.week.directory, self.week.shown
        on_view = directory.shown_staff(shown)
        rest = [one for one in directory.staff.values() if one not in on_view]
        people = [(one.id, None, one.name) for one in (*on_view, *rest)]
        text = tr("Calendar {name}")
        calendars = [
            (None, one.id, text.format(name=one.name)) for one in directory.of_kind(shown.kind)
        ]
        return [*people, *calendars]

    @property
    def place(self) -> PlaceName:
        """Where blocked time never goes, whichever account it would be."""
        return any_of(self.week.directory.places)

    def block(self, wanted: Blocking) -> bool:
        """Block the time; False when it was refused."""
        try:
            with self._database.write() as tx:
                made = block(
                    tx,
                    start=self._instant(wanted.first, 0 if wanted.whole_days else wanted.start),
                    end=self._end(wanted),
                    title=wanted.title,
                    staff=wanted.staff,
                    calendar=wanted.calendar,
                )
        except LcdeskError as error:
            self.refused.emit(error.message)
            return False
        self.blocked.emit(made)
        return True

    def _end(self, wanted: Blocking) -> datetime:
        if wanted.whole_days:
            return self._instant(wanted.last + timedelta(days=1), 0)
        return self._instant(wanted.last, min(wanted.end, MINUTES_A_DAY))

    def _instant(self, day: date, minute: int) -> datetime:
        return at_wall(day, minute, zone(self.week.zone_name))
