"""A month placed on a canvas: what lies where, and what is under a point."""

from __future__ import annotations

from datetime import date, timedelta

from lcdesk.ui.month.geometry import MonthGeometry
from lcdesk.ui.month.layout import More, lay_out
from lcdesk.ui.month.month import Month, MonthEntry
from lcdesk.ui.week.grid.geometry import Part, Rect
from lcdesk.ui.week.grid.gestures import Grip, Target


class MonthScene:
    """Rebuilt, never changed, when the month or the canvas does."""

    def __init__(self, month: Month, geometry: MonthGeometry) -> None:
        self.month = month
        self.geometry = geometry
        layout = lay_out(month.entries, weeks=month.weeks, room=geometry.room, kept=geometry.kept)
        self.places = layout.places
        self.more = layout.more
        self.rects = tuple(geometry.place(place) for place in self.places)
        self._at: dict[str, list[int]] = {}
        for at, place in enumerate(self.places):
            self._at.setdefault(month.entries[place.index].id, []).append(at)
        self._entries = {entry.id: entry for entry in month.entries}

    @property
    def shown(self) -> tuple[str, ...]:
        """The entries that have a place, in the order of reading."""
        return tuple(entry.id for entry in self.month.entries if entry.id in self._at)

    def entry(self, entry_id: str) -> MonthEntry | None:
        """An entry of the month, shown or hidden behind "+n more"."""
        return self._entries.get(entry_id)

    def entry_of(self, at: int) -> MonthEntry:
        """What stands at a place."""
        return self.month.entries[self.places[at].index]

    def places_of(self, entry_id: str) -> list[int]:
        """The places of an entry: one in each week that it lies in."""
        return self._at.get(entry_id, [])

    def at(self, x: float, y: float) -> int | None:
        """The place under a point."""
        return next((at for at, rect in enumerate(self.rects) if rect.contains(x, y)), None)

    def more_at(self, x: float, y: float) -> More | None:
        """The "+n more" under a point."""
        return next((more for more in self.more if self.more_rect(more).contains(x, y)), None)

    def more_rect(self, more: More) -> Rect:
        """Where a "+n more" stands."""
        return self.geometry.more(more.day)

    def hidden_on(self, day: int) -> tuple[MonthEntry, ...]:
        """What stands behind the "+n more" of a day."""
        found = (more.hidden for more in self.more if more.day == day)
        return tuple(self.month.entries[index] for index in next(found, ()))

    def on_day(self, day: int) -> tuple[MonthEntry, ...]:
        """All entries of a day."""
        return tuple(entry for entry in self.month.entries if entry.first <= day <= entry.last)

    def where(self, entry: MonthEntry) -> Rect:
        """Where an entry begins to be seen: its own place, or the "+n more" that it is behind."""
        places = self.places_of(entry.id)
        return self.rects[places[0]] if places else self.geometry.more(entry.first)

    def day(self, index: int) -> date:
        """A day, counted from the first one shown; also one that is not shown."""
        return self.month.days[0].day + timedelta(days=index)

    def target(self, entry: MonthEntry) -> Target:
        """What a press on an entry takes hold of: it moves by days and keeps its time."""
        day = (entry.begins - self.month.days[0].day).days
        return Target(entry.id, day, entry.start, entry.start + 1, Part.BODY, grip_of(entry))


def grip_of(entry: MonthEntry) -> Grip:
    """Nothing is held of what is locked, or of what begins on a day that is not shown."""
    block = entry.block
    return Grip.NOTHING if block.locked or block.continues_before else Grip.BODY
