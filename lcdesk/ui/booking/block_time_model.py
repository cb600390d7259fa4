"""Blocking time by hand: for whom, from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Signal

from lcdesk.model.commands.blocked_slots import BlockWish, block, change_block
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.events import AgendaEntry, BlockedSlot
from lcdesk.model.domain.words import PlaceName
from lcdesk.model.domain.zones import MINUTES_A_DAY, at_wall, local_day, wall_minute
from lcdesk.model.store.database import Database
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.offers import Offer
from lcdesk.ui.week.week import NOBODY
from lcdesk.ui.wording.labels import any_of, tr
from lcdesk.ui.wording.messages import worded
from lcdesk.ui.wording.undo_words import undo_offer


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
    offered = Signal(Offer)  # a slot was changed, and the way back
    refused = Signal(str)

    def __init__(
        self,
        database: Database,
        context: Context,
        *,
        day: date,
        start: int,
        end: int,
        member: int | None = None,
        slot: AgendaEntry | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`member` is in whose column it was pointed, NOBODY in that of simple calendars.

        `slot` is one that was blocked by hand and is to be changed.
        """
        super().__init__(parent)
        self._database = database
        self.context = context
        self._slot = slot
        if slot is not None:
            self.start = self._as_it_is(slot)
            return
        first = next(iter(self._first_choices(member)), (None, None, ""))
        whole = end - start >= MINUTES_A_DAY
        self.start = Blocking(first[0], first[1], day, start, day, end, whole_days=whole)

    @property
    def choices(self) -> list[tuple[int | None, int | None, str]]:
        """(staff, calendar, words), those on view first."""
        directory, shown = self.context.directory, self.context.shown
        on_view = directory.shown_staff(shown)
        rest = [member for member in directory.staff.values() if member not in on_view]
        people = [(member.id, None, member.name) for member in (*on_view, *rest)]
        text = tr("Calendar {name}")
        calendars = [
            (None, calendar.id, text.format(name=calendar.name))
            for calendar in directory.calendars.values()
            if (calendar.active and shown.kind in (None, calendar.kind))
            or calendar.id == self._own_calendar
        ]
        return [*people, *calendars]

    def _first_choices(self, member: int | None) -> list[tuple[int | None, int | None, str]]:
        """The choices with those first that fit a column."""
        return sorted(
            self.choices,
            key=lambda choice: member is not None and (choice[0] or NOBODY) != member,
        )

    @property
    def is_change(self) -> bool:
        """Whether a slot that is there is changed."""
        return self._slot is not None

    @property
    def _own_calendar(self) -> int | None:
        return None if self._slot is None else self._slot.calendar

    @property
    def server_name(self) -> PlaceName:
        """Where blocked time never goes, whichever account it would be."""
        return any_of(self.context.directory.server_names)

    def block(self, wanted: Blocking) -> bool:
        """Block the time; False when it was refused."""
        start, end, title = self._start(wanted), self._end(wanted), wanted.title.strip()
        try:
            with self._database.write() as tx:
                if self._slot is None:
                    made = block(
                        tx,
                        start=start,
                        end=end,
                        title=title,
                        staff=wanted.staff,
                        calendar=wanted.calendar,
                    )
                    before = made
                else:
                    wish = BlockWish(start, end, title, wanted.staff, wanted.calendar)
                    before, made = change_block(tx, self._slot.number, wish)
        except LcdeskError as error:
            self.refused.emit(worded(error.message))
            return False
        self.blocked.emit(made)
        if made != before:
            self.offered.emit(undo_offer(tr("Blocked time changed"), tx.step))
        return True

    def _as_it_is(self, slot: AgendaEntry) -> Blocking:
        tz = self.context.tz
        first, start = local_day(slot.span.start, tz), wall_minute(slot.span.start, tz)
        last, end = local_day(slot.span.end, tz), wall_minute(slot.span.end, tz)
        whole = start == end == 0 and last > first
        return Blocking(
            staff=slot.staff[0] if slot.staff else None,
            calendar=slot.calendar,
            first=first,
            start=start,
            last=last - timedelta(days=1) if whole else last,
            end=end,
            whole_days=whole,
            title=slot.title,
        )

    def _start(self, wanted: Blocking) -> datetime:
        minute = 0 if wanted.whole_days else wanted.start
        return self._instant(
            wanted.first, minute, None if self._slot is None else self._slot.span.start
        )

    def _end(self, wanted: Blocking) -> datetime:
        last, minute = wanted.last, min(wanted.end, MINUTES_A_DAY)
        if wanted.whole_days:
            last, minute = wanted.last + timedelta(days=1), 0
        return self._instant(last, minute, None if self._slot is None else self._slot.span.end)

    def _instant(self, day: date, minute: int, before: datetime | None) -> datetime:
        """The very instant that it was where the clock is not to show another time."""
        tz = self.context.tz
        if before and (day, minute) == (local_day(before, tz), wall_minute(before, tz)):
            return before
        return at_wall(day, minute, tz)
