"""Seven days in small: when a calendar could be booked, or when somebody works.

Editors show it for what stands in their fields, kept or not. The rules are asked over the store
as it is, with the edited record in place of the kept one; nothing is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lcdesk.model.booking.slots import slots
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.zones import Clock, local_day, zone
from lcdesk.model.store.database import Database
from lcdesk.model.store.queries.situation import situation_of_days
from lcdesk.ui.context.view_filter import Days
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.week.days import Stretches, join_stretches
from lcdesk.ui.week.open_slots_model import bookable
from lcdesk.ui.wording.labels import tr, with_number

WEEKS = 12  # that can be leafed through; series are drawn further than that
_SETTLED_MS = 150  # after the last key, so that typing never waits for the rules
_WEEK = 7
_USUAL = (8 * 60, 18 * 60)  # always in sight, so that the picture does not jump while one types
_HOUR = 60


@dataclass(frozen=True, slots=True)
class SmallDay:
    """One column: what is open, in wall-clock minutes, and the same in words."""

    heading: str
    note: str
    spoken: str
    stretches: Stretches = ()


@dataclass(frozen=True, slots=True)
class SmallWeek:
    """What is drawn. `top` and `bottom` are wall-clock minutes on the hour."""

    title: str = ""
    days: tuple[SmallDay, ...] = ()
    top: int = _USUAL[0]
    bottom: int = _USUAL[1]
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The stretches of each day, and how a day's are counted in few words."""

    stretches: Mapping[date, Stretches]
    notes: Mapping[date, str]


class Source(Protocol):
    """Whose week it is. Its days are those of `zone_name`."""

    @property
    def zone_name(self) -> str: ...

    @property
    def colour(self) -> str: ...

    def title(self, days: str) -> str:
        """What stands over the week."""

    def find(self, days: Days, now: datetime) -> Found:
        """Ask. Raises LcdeskError for values that the rules cannot look at."""


@dataclass(frozen=True, slots=True)
class OpenSlots:
    """The slots of a calendar as it stands in its editor."""

    database: Database
    calendar: Calendar

    @property
    def zone_name(self) -> str:
        """The calendar's."""
        return self.calendar.zone

    @property
    def colour(self) -> str:
        """The calendar's."""
        return self.calendar.colour

    def title(self, days: str) -> str:
        """What stands over the week."""
        return tr("Open slots, {days}").format(days=days)

    def find(self, days: Days, now: datetime) -> Found:
        """Every start that could be booked now."""
        with self.database.read() as reader:
            around = situation_of_days(
                reader, self.calendar, first=days.first, days=days.count, now=now
            )
        tz = zone(self.calendar.zone)
        found = [slot for slot in slots(around, days.first, days.count) if slot.open]
        starts = [local_day(slot.span.start, tz) for slot in found]
        notes = {
            day: with_number(starts.count(day), "{n} slot", "{n} slots")
            if day in starts
            else tr("none")
            for day in days.each()
        }
        return Found(bookable(tuple(found), days, tz), notes)


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """The hours of a staff member as they stand in the editor, date-specific ones included."""

    member: StaffMember

    @property
    def zone_name(self) -> str:
        """The member's."""
        return self.member.zone

    @property
    def colour(self) -> str:
        """None of its own."""
        return ""

    def title(self, days: str) -> str:
        """What stands over the week."""
        return tr("Hours, {days}").format(days=days)

    def find(self, days: Days, now: datetime) -> Found:
        """What holds on each day."""
        del now
        blocks = {day: self.member.hours.on(day) for day in days.each()}
        stretches = {
            day: join_stretches([(hours_block.start, hours_block.end) for hours_block in some])
            for day, some in blocks.items()
        }
        return Found(stretches, {day: _hours(some) for day, some in stretches.items()})


class SmallWeekModel(QObject):
    """The week of what is followed, asked anew a moment after the last change."""

    changed = Signal()  # it was looked at anew

    def __init__(self, locale: LocaleFormat, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._locale = locale
        self._clock = clock
        self._source: Source | None = None
        self._ahead = 0
        self._is_seen = False
        self._is_old = False
        self.week = SmallWeek()
        self._soon = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._soon.timeout.connect(self.look)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a week before that is not over."""
        return self._ahead > 0

    @property
    def can_go_on(self) -> bool:
        """Whether a later week can be shown."""
        return self._ahead < WEEKS - 1

    def follow(self, source: Source | None) -> None:
        """Show this one; None while a field holds something that cannot be used."""
        if source != self._source:
            self._source = source
            self._look_soon()

    @Slot()
    def look_again(self) -> None:
        """Something else has changed that decides too."""
        self._look_soon()

    def begin_anew(self) -> None:
        """Another record is shown: back to the week that begins today."""
        self._ahead = 0

    def watch(self, *, is_seen: bool) -> None:
        """Nothing is asked while nobody looks."""
        self._is_seen = is_seen
        if is_seen and self._is_old:
            self.look()

    @Slot()
    def go_back(self) -> None:
        """A week earlier."""
        self._turn(-1)

    @Slot()
    def go_on(self) -> None:
        """A week later."""
        self._turn(1)

    @Slot()
    def look(self) -> None:
        """Ask now."""
        self._soon.stop()
        if not self._is_seen:
            self._is_old = True
            return
        self._is_old = False
        self.week = self._make()
        self.changed.emit()

    def _turn(self, weeks: int) -> None:
        self._ahead = min(max(self._ahead + weeks, 0), WEEKS - 1)
        self.look()

    def _look_soon(self) -> None:
        if self._is_seen:
            self._soon.start()
        else:
            self._is_old = True

    def _make(self) -> SmallWeek:
        if self._source is None:
            return self._days(Days(local_day(self._clock(), zone("UTC")), _WEEK), None)
        now = self._clock()
        first = local_day(now, zone(self._source.zone_name)) + timedelta(days=_WEEK * self._ahead)
        days = Days(first, _WEEK)
        try:
            return self._days(days, self._source.find(days, now))
        except LcdeskError:
            return self._days(days, None)

    def _days(self, days: Days, found: Found | None) -> SmallWeek:
        source, locale = self._source, self._locale
        title = locale.range_title(days.first, days.last)
        stretches = {} if found is None else found.stretches
        notes = {} if found is None else found.notes
        bounds = [_USUAL, *(hours_block for some in stretches.values() for hours_block in some)]
        return SmallWeek(
            title=title if source is None else source.title(title),
            days=tuple(
                self._day(day, stretches.get(day, ()), notes.get(day, "")) for day in days.each()
            ),
            top=min(start for start, _ in bounds) // _HOUR * _HOUR,
            bottom=-(-max(end for _, end in bounds) // _HOUR) * _HOUR,
            colour="" if source is None else source.colour,
        )

    def _day(self, day: date, stretches: Stretches, note: str) -> SmallDay:
        locale = self._locale
        heading = f"{locale.weekday(day)} {locale.day_number(day)}"
        times = ", ".join(locale.time_range(start, end) for start, end in stretches)
        spoken = ": ".join(filter(None, (locale.day(day), ", ".join(filter(None, (note, times))))))
        return SmallDay(heading, note, spoken, stretches)


def _hours(stretches: Stretches) -> str:
    """ "7 h", "7 h 30": all stretches of a day together."""
    hours, minutes = divmod(sum(end - start for start, end in stretches), _HOUR)
    if not hours and not minutes:
        return tr("closed")
    return (
        tr("{h} h").format(h=hours) if not minutes else tr("{h} h {m}").format(h=hours, m=minutes)
    )
