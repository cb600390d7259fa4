"""The week on the screen: which days, filtered how, kept up to date with the store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.changes import ChangeOrigin, ChangeSet, Topic
from lcdesk.model.domain.zones import at_wall, local_day, wall_minute
from lcdesk.model.store.database import Database
from lcdesk.ui.background import BackgroundReader
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.context.directory_model import Directory
from lcdesk.ui.context.view_filter import DayMode, Days, ViewFilter
from lcdesk.ui.week.agenda_week import Group, MadeWeek, Scope, with_pale
from lcdesk.ui.week.entry_words import EntryWords
from lcdesk.ui.week.open_slots_model import OpenTimes
from lcdesk.ui.week.shown_days import ShownDays
from lcdesk.ui.week.week import Week, entry_of
from lcdesk.ui.week.week_aside_model import WeekAside
from lcdesk.ui.week.week_cache_model import WeekAsked, WeekRead, WeekShelf, with_bookable
from lcdesk.ui.wording.labels import Forms


class WeekModel(QObject):
    """Makes the `Week` to draw, and answers which entry a block stands for."""

    changed = Signal()  # `week` is new
    directory_changed = Signal()  # staff, calendars, accounts, or which of them are shown

    def __init__(
        self,
        database: Database,
        news: StoreNews,
        context: Context,
        *,
        aside: BackgroundReader,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self.context = context
        self.week = Week()
        self._forms = Forms(context.locale)
        self._shelf = WeekShelf(database, context.clock)
        self._open_on = 0  # the calendar that a person asked open times of
        self._open_soon = QTimer(self, singleShot=True, interval=0)
        self._read_directory()
        self._days = ShownDays(context)
        self._aside = WeekAside(database, aside, self._shelf, self._days, self._question, self)
        self._aside.shown_read.connect(self._show_read)
        self._take()
        self._open_soon.timeout.connect(self._show_open_times)
        news.changed.connect(self._hear)

    def close(self) -> None:
        """End what runs by itself."""
        self._open_soon.stop()
        self._aside.close()

    # --- what is shown ----------------------------------------------------------------------

    @property
    def shown(self) -> ViewFilter:
        """Which calendars and staff members are shown."""
        return self.context.memory.now.shown

    @property
    def mode(self) -> DayMode:
        """How many days are shown."""
        return self._days.mode

    @property
    def by_member(self) -> bool:
        """Whether staff members stand side by side."""
        return self.mode in self.context.memory.now.by_member

    @property
    def has_columns(self) -> bool:
        """Whether days stand side by side, hour by hour."""
        return self.mode not in (DayMode.MONTH, DayMode.AGENDA)

    @property
    def days(self) -> Days:
        """The days that are shown."""
        return self._days.now

    @property
    def chosen_day(self) -> date:
        """The day that is meant where none is named: in a month or a list the picked one."""
        return self._days.chosen

    @property
    def reads_ahead(self) -> bool:
        """Whether neighbouring days are still to be read."""
        return self._aside.is_reading

    @property
    def zone_of(self) -> int | None:
        """The staff member whose zone is shown, or None."""
        return self.context.memory.now.zone_of

    def now_on_grid(self) -> tuple[date, int]:
        """Day and wall-clock minute, for the grid's now-line."""
        now, tz = self.context.clock(), self.context.tz
        return local_day(now, tz), wall_minute(now, tz)

    def instant(self, day: date, minute: int) -> datetime:
        """The instant of a row of the grid."""
        return at_wall(day, minute, self.context.tz)

    def group(self, block_id: str) -> Group | None:
        """What a block stands for."""
        return self._on_view.groups.get(entry_of(block_id))

    @property
    def bookable(self) -> Calendar | None:
        """The calendar whose open times are tinted: the one asked for, or the only one shown."""
        on_view = self.context.directory.shown_calendars(self.shown)
        asked = [calendar for calendar in on_view if calendar.id == self._open_on]
        chosen = asked or (on_view if len(on_view) == 1 else ())
        return chosen[0] if chosen else None

    @property
    def _tinted(self) -> Calendar | None:
        """The calendar whose open times are drawn; a month has no hours to tint."""
        return None if self.mode is DayMode.MONTH else self.bookable

    def block_of(self, entry_id: str) -> str:
        """The block that shows this entry, or nothing; `e7@…` means that very date of a series."""
        for group in self._on_view.groups.values():
            if any(entry_id in (entry.id, entry.row) for entry in group.entries):
                return group.id
        return ""

    def texts(self) -> EntryWords:
        """How entries of this week read."""
        return self._on_view.texts

    # --- changing what is shown -------------------------------------------------------------

    def go_to(self, day: date) -> None:
        """Show the days around `day`."""
        self._days.go_to(day)
        self._turn()

    @Slot(date)
    def pick_day(self, day: date) -> None:
        """Pick a day of a month or a list; where it is not shown, or in a week, go there."""
        if self._days.pick(day):
            self.changed.emit()
        else:
            self.go_to(day)

    def go_to_today(self) -> None:
        """Show the days around today."""
        self.go_to(self.context.today)

    def step(self, by: int) -> None:
        """Show the next (1) or previous (-1) days."""
        self._days.step(by)
        self._turn()

    def set_mode(self, mode: DayMode) -> None:
        """Show a day, a week or a month; a single day is today if today was shown in a week."""
        self._days.set_mode(mode)
        self._turn()

    @Slot(date, int)
    def show_days(self, first: date, count: int) -> None:
        """Show so many days from `first` on."""
        self._days.show(first, count)
        self._turn()

    def count_days(self, count: int) -> None:
        """Show so many days beside each other."""
        self.context.memory.keep(day_count=count)
        self.set_mode(DayMode.DAYS)

    @property
    def day_count(self) -> int:
        """How many days are shown where a person counts them."""
        return self.context.memory.now.day_count

    def show_by_member(self, by_member: bool) -> None:
        """Put staff members side by side where so many days are shown, or together."""
        others = self.context.memory.now.by_member - {self.mode}
        self.context.memory.keep(by_member=others | {self.mode} if by_member else others)
        self._turn()

    def show_kind(self, kind: CalendarKind | None) -> None:
        """Show the calendars of one kind only, or everything."""
        self._show(replace(self.shown, kind=kind))

    def show_calendar(self, calendar: int, is_shown: bool) -> None:
        """Show or hide one calendar."""
        self._show(self.shown.with_calendar(calendar, is_shown))

    def show_only(self, calendar: int) -> None:
        """Hide every other calendar."""
        others = frozenset(self.context.directory.calendars) - {calendar}
        self._show(replace(self.shown, hidden_calendars=others))

    def show_cancelled(self, is_shown: bool) -> None:
        """Show or hide what is cancelled; the agenda lists it by a filter of its own."""
        self._show(replace(self.shown, hides_cancelled=not is_shown))

    def show_open_times(self, calendar: int) -> None:
        """Tint what can be booked on this calendar, among others that are shown; 0: no longer."""
        self._open_on = calendar
        if calendar in self.shown.hidden_calendars:
            self.show_calendar(calendar, True)
        else:
            self.refresh()

    def show_staff(self, member: int, is_shown: bool) -> None:
        """Show or hide one staff member."""
        self._show(self.shown.with_staff(member, is_shown))

    def show_zone_of(self, member: int | None) -> None:
        """Show times as a staff member's clock does, or as the computer's."""
        self.context.memory.keep(zone_of=member)
        self.directory_changed.emit()
        self.refresh()

    def show_second_zone(self, name: str) -> None:
        """Label the hours on the clock of this IANA zone too; nothing ends that."""
        self.context.memory.keep(second_zone=name)
        self.refresh()

    def _show(self, shown: ViewFilter) -> None:
        self.context.memory.keep(shown=shown)
        self.directory_changed.emit()
        self.refresh()

    # --- reading ----------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Make the week anew."""
        self._shelf.make_anew()
        self._turn()

    def _turn(self) -> None:
        self._take()
        self.changed.emit()

    def _take(self) -> None:
        self._put_on_view(self._shelf.take(self._scope(self.days), self._forms))
        self._tint()
        self._aside.turn()

    def _put_on_view(self, made: MadeWeek) -> None:
        self._on_view = made
        cut = self.block_of(self.context.cut) if self.context.cut else ""
        self.week = made.week if not cut else with_pale(made.week, cut)

    def _tint(self) -> None:
        """Put what is known of open times on the week; the rest is asked after the next paint."""
        calendar = self._tinted
        if calendar is None:
            return
        key = (calendar, self.days, self.context.zone_name)
        times = self._shelf.open_times.kept(*key)
        if times is None:
            self._open_soon.start()
            times = self._shelf.open_times.stale(*key)  # a tint that goes and comes would flicker
        if times is not None:
            self.week = with_bookable(self.week, times)

    def open_times(self) -> OpenTimes | None:
        """What the rules answer for the days shown; None where they are not asked or refuse."""
        calendar = self._tinted
        if calendar is None:
            return None
        return self._shelf.open_times.take(calendar, self.days, self.context.zone_name)

    @Slot()
    def _show_open_times(self) -> None:
        times = self.open_times()
        if times is not None:
            self.week = with_bookable(self.week, times)
            self.changed.emit()

    @Slot(object)
    def _show_read(self, read: WeekRead) -> None:
        self._put_on_view(read.made)
        if read.times is not None:
            self.week = with_bookable(self.week, read.times)
        self.changed.emit()

    def _question(self, days: Days) -> WeekAsked:
        """What is asked to show these days."""
        return self._shelf.asked(self._scope(days), self._forms, self._tinted)

    def _scope(self, days: Days) -> Scope:
        return Scope(
            self.context.directory,
            self.shown,
            days,
            self.context.clock(),
            self.context.zone_name,
            self.context.second_zone,
            by_member=self.by_member,
        )

    def _read_directory(self) -> None:
        with self._database.read() as reader:
            self.context.directory = Directory.read(reader)

    @Slot(ChangeSet)
    def _hear(self, changes: ChangeSet) -> None:
        if not changes.topics - {Topic.CONTACTS, Topic.ACTIVITY}:
            return
        self._aside.outdate()
        if changes.topics & {Topic.STAFF, Topic.CALENDARS, Topic.ACCOUNTS}:
            before = self.context.directory
            self._read_directory()
            if self.context.directory != before:
                self.directory_changed.emit()
        if changes.origin is ChangeOrigin.SYNC:
            self._aside.follow_sync(changes)
        else:
            self.refresh()
