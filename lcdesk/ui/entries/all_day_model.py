"""Between the all-day lane and the hours: whole days and times of day."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QObject

from lcdesk.model.domain.events import Origin
from lcdesk.ui.context.wall_spans import OnWall, fills_days
from lcdesk.ui.entries.changes_model import Changes
from lcdesk.ui.week.agenda_week import Group
from lcdesk.ui.week.week import Drop
from lcdesk.ui.week.week_model import WeekModel
from lcdesk.ui.wording.labels import tr

_AN_HOUR = timedelta(hours=1)
_ONE_DAY = timedelta(days=1)


class AllDayChanges(QObject):
    """What is dropped into the lane or out of it, as changes of the entry."""

    def __init__(self, week: WeekModel, changes: Changes, parent: QObject) -> None:
        super().__init__(parent)
        self._week = week
        self._changes = changes

    def fill_day(self, block_id: str, drop: Drop) -> None:
        """Let time blocked by hand fill a day, of the member in whose column it was dropped."""
        group, midnight = self._week.group(block_id), self._week.instant(drop.day, 0)
        if group is not None:
            next_midnight = self._week.instant(drop.day + _ONE_DAY, 0)
            self._changes.move_group(group, drop, next_midnight - midnight)

    def give_time(self, block_id: str, drop: Drop) -> None:
        """Begin at a time of day: whole days last an hour then, other things as long as before."""
        group = self._week.group(block_id)
        if group is None:
            return
        why = self.why_never_timed(block_id)
        if why:
            self._changes.refused.emit(why)
        else:
            self._changes.move_group(group, drop, _AN_HOUR if self._fills_days(group) else None)

    def why_never_timed(self, block_id: str) -> str:
        """Why it has no place among the hours; empty where it has, or its rules decide."""
        group = self._week.group(block_id)
        if group is None or not self._fills_days(group):
            return ""
        if group.lead.recurring and group.lead.origin is Origin.ICLOUD:
            return tr("Whole days that repeat stay whole days. Drag it along the lane.")
        return ""

    def _fills_days(self, group: Group) -> bool:
        return fills_days(group.lead, OnWall.of(group.lead.span, self._week.context.tz))
