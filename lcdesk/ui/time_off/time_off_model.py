"""What the page of time off shows, and what a person does there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.model.commands.time_off.absences import (
    appointments_in_the_way,
    close_on,
    is_closed_on,
    remove_time_off,
    save_time_off,
)
from lcdesk.model.domain.accounts import LinkedCalendar
from lcdesk.model.domain.changes import ChangeSet, Topic
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.events import Appointment
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import Contact, StaffMember
from lcdesk.model.domain.time_off import PublicHoliday, TimeOff
from lcdesk.model.domain.zones import Clock, local_day, wall_minute, zone
from lcdesk.model.store.accounts import linked_calendars
from lcdesk.model.store.people import all_staff, contacts
from lcdesk.model.store.time_off import (
    all_time_off,
    holiday_calendar,
    kept_holidays,
    public_holidays,
)
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.offers import Offer
from lcdesk.ui.wording.labels import tr, with_number
from lcdesk.ui.wording.messages import worded
from lcdesk.ui.wording.undo_words import undo_offer

if TYPE_CHECKING:
    from lcdesk.model.store.database import Database
    from lcdesk.model.store.transaction import Transaction
    from lcdesk.ui.bridge import StoreNews

_AHEAD = timedelta(days=548)  # how far public holidays are listed: a year and a half
_TOPICS = frozenset({Topic.STAFF, Topic.AGENDA, Topic.ACCOUNTS})
LARGEST_FILE = 20_000_000  # bytes


@dataclass(frozen=True, slots=True)
class TimeOffRow:
    """One in the list, in words; `in_the_way` counts what is booked then."""

    value: TimeOff
    days: str
    who: str
    in_the_way: int


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """A public holiday; `closing` is what closes the business then, None where it is open."""

    day: PublicHoliday
    text: str
    closing: TimeOff | None

    @property
    def can_be_opened(self) -> bool:
        """Whether what closes it is about these days alone."""
        found = self.closing
        return found is None or (found.first, found.last) == (self.day.first, self.day.last)


@dataclass(frozen=True, slots=True)
class WayRow:
    """An appointment in the way: its entry in the week, the day to go to, and words."""

    entry: str
    day: date
    text: str


class TimeOffModel(QObject):
    """Reads anew when the store changes; what is refused is told in a sentence."""

    changed = Signal()
    refused = Signal(str)
    offered = Signal(Offer)  # something was done that can be undone

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
        self.locale = locale
        self._clock = clock
        self._tz = zone(local_zone)
        self._is_past_shown = False
        self._is_seen = True
        self._is_outdated = False
        self.rows: tuple[TimeOffRow, ...] = ()
        self.holidays: tuple[HolidayRow, ...] = ()
        self.source = ""
        self.staff: tuple[StaffMember, ...] = ()
        self.read()
        news.changed.connect(self._hear)

    @property
    def today(self) -> date:
        """The day on this computer's clock."""
        return local_day(self._clock(), self._tz)

    @property
    def is_past_shown(self) -> bool:
        """Whether the list begins with what is over."""
        return self._is_past_shown

    def set_seen(self, is_seen: bool) -> None:
        """Whether somebody looks at it: then it is up to date."""
        self._is_seen = is_seen
        self._catch_up()

    def show_past(self, is_shown: bool) -> None:
        """List what is over too, or not."""
        self._is_past_shown = is_shown
        self.read()

    @Slot()
    def read(self) -> None:
        """Everything, as it is now."""
        self._is_outdated = False
        now, today = self._clock(), self.today
        with self._database.read() as reader:
            self.staff = all_staff(reader)
            known = all_time_off(reader)
            self.rows = tuple(
                TimeOffRow(
                    each,
                    self.days_text(each),
                    self.who_text(each),
                    len(appointments_in_the_way(reader, each, now=now)),
                )
                for each in known
                if self._is_past_shown or each.last >= today
            )
            days = public_holidays(reader, today, today + _AHEAD)
            self.holidays = tuple(self._holiday_row(day, known) for day in days)
            linked, kept = holiday_calendar(reader), len(kept_holidays(reader))
        self.source = self._source_text(linked, kept)
        self.changed.emit()

    def row_of(self, number: int) -> TimeOffRow | None:
        """The row of one, where it is listed."""
        return next((row for row in self.rows if row.value.id == number), None)

    def in_the_way(self, value: TimeOff) -> tuple[WayRow, ...]:
        """What is booked in that time; nothing where the days are wrong."""
        if value.last < value.first:
            return ()
        with self._database.read() as reader:
            found = appointments_in_the_way(reader, value, now=self._clock())
            clients = contacts(reader, {who for one in found for who in one.contacts})
        names = {member.id: as_line(member.name) for member in self.staff}
        rows = []
        for appointment in found:
            tz = zone(appointment.zone)
            day = local_day(appointment.span.start, tz)
            text = tr("{day}, {time}: {title}, {who}").format(
                day=self.locale.day(day),
                time=self.locale.time(wall_minute(appointment.span.start, tz)),
                title=_title_with_client(appointment, clients),
                who=", ".join(names[who] for who in appointment.staff if who in names)
                or tr("no staff"),
            )
            shown = local_day(appointment.span.start, self._tz)
            rows.append(WayRow(f"a{appointment.id}", shown, text))
        return tuple(rows)

    def days_text(self, value: TimeOff) -> str:
        """ "24 – 31 December 2026", "24 December 2026, 12:00 – 18:00"."""
        if value.first != value.last:
            return self.locale.range_title(value.first, value.last)
        day = self.locale.full_date(value.first)
        if value.part is None:
            return day
        times = self.locale.time_range(*value.minutes)
        return tr("{day}, {times}").format(day=day, times=times)

    def who_text(self, value: TimeOff) -> str:
        """ "Ana, Ben", or that everybody is."""
        if value.is_for_all:
            return tr("Whole business")
        names = {member.id: as_line(member.name) for member in self.staff}
        return ", ".join(names[member] for member in value.staff if member in names)

    def linked_choices(self) -> list[tuple[int, str]]:
        """The linked calendars that public holidays can be read from, with their accounts' names.

        Not those of a member who hides details, of which nothing may be told.
        """
        names = {member.id: as_line(member.name) for member in self.staff}
        hiding = {member.id for member in self.staff if member.hide_details}
        with self._database.read() as reader:
            linked = linked_calendars(reader)
        return [
            (
                calendar.id,
                tr("{calendar} ({member})").format(
                    calendar=as_line(calendar.name), member=names.get(calendar.staff, "")
                ),
            )
            for calendar in linked
            if calendar.readable and not calendar.subscribed and calendar.staff not in hiding
        ]

    # --- what a person does -----------------------------------------------------------------

    def new(self) -> TimeOff:
        """Today, of the whole business where nobody works here yet."""
        staff = tuple(member.id for member in self.staff[:1])
        return TimeOff(0, self.today, self.today, staff=staff)

    def save(self, value: TimeOff) -> int:
        """Keep it; its number, or 0 where it was refused."""
        done = self._write(lambda tx: save_time_off(tx, value), tr("Time off saved"))
        return done.id if isinstance(done, TimeOff) else 0

    def remove(self, number: int) -> None:
        """Take it back: the hours of those days hold again."""
        self._write(lambda tx: remove_time_off(tx, number), tr("Time off removed"))

    def close_on(self, days: Sequence[PublicHoliday]) -> None:
        """Close the business on these public holidays."""
        text = with_number(
            len(days), "Closed on {n} public holiday", "Closed on {n} public holidays"
        )
        self._write(lambda tx: close_on(tx, days), text)

    def use_file(self, file: Path) -> None:
        """Name the days of a calendar file."""
        from lcdesk.model.commands.time_off.holidays import use_holiday_file

        try:
            if file.stat().st_size > LARGEST_FILE:
                self.refused.emit(tr("The file is too large for a calendar of public holidays."))
                return
            content = file.read_bytes()
        except OSError as error:
            text = Message("{file} cannot be read: {problem}.", file=file.name, problem=str(error))
            self.refused.emit(worded(text))
            return
        self._write(
            lambda tx: use_holiday_file(tx, content, name=file.name, now=self._clock()),
            tr("Public holidays read. Nothing is closed on them until you say so."),
        )

    def use_linked(self, linked: int) -> None:
        """Name the days of a linked calendar."""
        from lcdesk.model.commands.time_off.holidays import use_holiday_calendar

        self._write(
            lambda tx: use_holiday_calendar(tx, linked, now=self._clock()),
            tr("Public holidays come from this calendar from now on."),
        )

    def forget(self) -> None:
        """Name no days any more."""
        from lcdesk.model.commands.time_off.holidays import forget_holidays

        self._write(forget_holidays, tr("Public holidays are not shown any more"))

    def _write(self, work: Callable[[Transaction], object], said: str) -> object:
        try:
            with self._database.write() as tx:
                done = work(tx)
        except LcdeskError as error:
            self.refused.emit(worded(error.message))
            return None
        self.read()
        self.offered.emit(undo_offer(said, tx.step))
        return done

    # --- reading ----------------------------------------------------------------------------

    def _holiday_row(self, day: PublicHoliday, known: Sequence[TimeOff]) -> HolidayRow:
        closing = next((each for each in known if is_closed_on([each], day)), None)
        days = (
            self.locale.full_date(day.first)
            if day.first == day.last
            else self.locale.range_title(day.first, day.last)
        )
        name = as_line(day.name) or tr("Public holiday")
        text = tr("{name}, {days}").format(name=name, days=days)
        return HolidayRow(day, text, closing)

    def _source_text(self, linked: LinkedCalendar | None, kept: int) -> str:
        if linked is not None:
            return tr("From the calendar “{name}”.").format(name=as_line(linked.name))
        if kept:
            return with_number(
                kept, "{n} day from a calendar file.", "{n} days from a calendar file."
            )
        return ""

    @Slot(ChangeSet)
    def _hear(self, changes: ChangeSet) -> None:
        if changes.topics & _TOPICS:
            self._is_outdated = True
            self._catch_up()

    def _catch_up(self) -> None:
        """Nothing is read for a page that nobody sees: a pass of the sync commits often."""
        if self._is_outdated and self._is_seen:
            self.read()


def _title_with_client(appointment: Appointment, clients: Mapping[int, Contact]) -> str:
    """A class is called alike for each seat: the client says which one it is."""
    title = as_line(appointment.title)
    names = [as_line(clients[who].name) for who in appointment.contacts if who in clients]
    return ", ".join([title, *(name for name in names if name not in title)])
