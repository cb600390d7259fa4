"""What the month says in words: a sentence for each day and each entry, and tips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect

from lcdesk.ui.month.month import MonthDay, MonthEntry
from lcdesk.ui.month.scene import MonthScene, grip_of
from lcdesk.ui.week.grid.accessible import OPEN, SpokenAction, SpokenItem
from lcdesk.ui.week.grid.gestures import Grip
from lcdesk.ui.week.grid.painter import qrect
from lcdesk.ui.week.week import Drop, sentence_of, tip_of
from lcdesk.ui.wording.labels import tr, with_number

if TYPE_CHECKING:
    from lcdesk.ui.look.locale import LocaleFormat
    from lcdesk.ui.week.grid.requests import Requests


class MonthSpeech:
    """The words of one month; they are made once for each scene, when they are asked for."""

    def __init__(self, scene: Callable[[], MonthScene], requests: Requests) -> None:
        self._scene = scene
        self._requests = requests
        self._items: list[SpokenItem] | None = None

    def forget(self) -> None:
        """Another month, or another place for it."""
        self._items = None

    def items(self, locale: LocaleFormat) -> Sequence[SpokenItem]:
        """Day by day: the day, then its entries, with those behind "+n more" in its place."""
        if self._items is None:
            self._items = self._list(locale)
        return self._items

    def _list(self, locale: LocaleFormat) -> list[SpokenItem]:
        scene, found = self._scene(), []
        for at, day in enumerate(scene.month.days):
            cell = qrect(scene.geometry.cell(at))
            found.append(SpokenItem(day.day.isoformat(), self.day(at, locale), cell))
            for entry in scene.month.entries:
                if entry.first == at:
                    found.append(SpokenItem(entry.id, sentence_of(entry.block), self._rect(entry)))
        return found

    def day(self, at: int, locale: LocaleFormat) -> str:
        """ "Wednesday 25 November 2026, today, 3 entries"."""
        scene = self._scene()
        day = scene.month.days[at]
        parts = [locale.day_with_year(day.day), *_states(day), *day.notes]
        count = len(scene.on_day(at))
        there = with_number(count, "{n} entry", "{n} entries")
        parts.append(there if count else tr("no entries"))
        return ", ".join(parts)

    def actions(self, item: str) -> Sequence[SpokenAction]:
        """What can be done with an entry, or with a day."""
        scene = self._scene()
        entry = scene.entry(item)
        return self._day_actions(item) if entry is None else self._entry_actions(scene, entry)

    def _day_actions(self, item: str) -> list[SpokenAction]:
        scene = self._scene()
        days = enumerate(day.day for day in scene.month.days)
        at, found = next(((at, day) for at, day in days if day.isoformat() == item), (0, None))
        if found is None:
            return []
        ask = self._requests
        listed = partial(ask.day_listed.emit, found)
        more = [SpokenAction("list", tr("List all entries"), listed)] if scene.hidden_on(at) else []
        return [
            SpokenAction(OPEN, tr("Show this day"), partial(ask.day_opened.emit, found)),
            *more,
            SpokenAction("book", tr("New booking"), partial(ask.day_booking_requested.emit, found)),
        ]

    def _entry_actions(self, scene: MonthScene, entry: MonthEntry) -> list[SpokenAction]:
        ask = self._requests
        found = [SpokenAction(OPEN, tr("Open"), partial(ask.open_requested.emit, entry.id))]
        if grip_of(entry) is Grip.NOTHING:
            return found
        target = scene.target(entry)
        for name, text, days in (
            ("day_before", tr("Move to the day before"), -1),
            ("day_after", tr("Move to the day after"), 1),
        ):
            day = scene.day(target.day + days)
            move = partial(ask.move_requested.emit, entry.id, Drop(day, entry.start))
            found.append(SpokenAction(name, text, move))
        cancel = partial(ask.delete_requested.emit, entry.id)
        return [*found, SpokenAction("cancel", tr("Cancel or unblock"), cancel)]

    def _tip_of_day(self, point: QPointF) -> tuple[str, QRect]:
        """What is said of a day, over the line with its number."""
        scene = self._scene()
        at = scene.geometry.day_at(point.x(), point.y())
        if at is None or at >= len(scene.month.days):
            return "", QRect()
        line = scene.geometry.number(at)
        if not line.contains(point.x(), point.y()):
            return "", QRect()
        return "\n".join(scene.month.days[at].notes), qrect(line)

    def _rect(self, entry: MonthEntry) -> QRect:
        return qrect(self._scene().where(entry))

    def tip_at(self, point: QPointF) -> tuple[str, QRect]:
        """What is said where the pointer rests, and the rectangle it is true for."""
        scene = self._scene()
        at = scene.at(point.x(), point.y())
        if at is not None:
            entry = scene.entry_of(at)
            text = tip_of(entry.block)
            return text, qrect(scene.rects[at])
        more = scene.more_at(point.x(), point.y())
        if more is None:
            return self._tip_of_day(point)
        lines = [f"{entry.time} {entry.block.title}".strip() for entry in scene.hidden_on(more.day)]
        return "\n".join(lines), qrect(scene.more_rect(more))


def _states(day: MonthDay) -> list[str]:
    found = [tr("today")] if day.is_today else []
    return found if day.is_working else [*found, tr("no working day")]
