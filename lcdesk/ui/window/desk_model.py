"""Everything the window shows and asks, over one open store.

The window is painted before this is imported: it brings the store with it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lcdesk.model.domain.calendars import CalendarKind
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.events import AgendaEntry, EntryKind
from lcdesk.model.domain.zones import Clock
from lcdesk.model.store.database import Database
from lcdesk.model.store.intake import answers_of
from lcdesk.model.store.people import contacts
from lcdesk.model.store.series import get_series
from lcdesk.ui.agenda.agenda_model import AgendaModel
from lcdesk.ui.agenda.many_model import Many
from lcdesk.ui.attention.attention_model import AttentionModel, TroubleModel
from lcdesk.ui.attention.status_model import StatusModel
from lcdesk.ui.background import BackgroundReader
from lcdesk.ui.booking.drag_reasons_model import DragReasons
from lcdesk.ui.bridge import StoreNews, SyncControl
from lcdesk.ui.clipboard.clipboard_model import EntryClipboard
from lcdesk.ui.context.context_model import Context, WindowState
from lcdesk.ui.context.history_model import History
from lcdesk.ui.desktop.day_model import TrayDayModel
from lcdesk.ui.entries.all_day_model import AllDayChanges
from lcdesk.ui.entries.card_model import Card, CardAction, card_of
from lcdesk.ui.entries.changes_model import Changes
from lcdesk.ui.entries.scope_model import ScopeModel
from lcdesk.ui.entries.series_values_model import SeriesQuestion
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.search.search_model import SearchModel
from lcdesk.ui.series.keeper_model import SeriesKeeper
from lcdesk.ui.waiting.desk_model import WaitingDesk
from lcdesk.ui.week.agenda_week import Group
from lcdesk.ui.week.row_words_model import RowWords
from lcdesk.ui.week.week import Column
from lcdesk.ui.week.week_model import WeekModel
from lcdesk.ui.window.new_bookings_model import NewBookings
from lcdesk.ui.window.side.busy_days_model import BusyDays
from lcdesk.ui.window.side.sidebar import Sidebar, sidebar_of
from lcdesk.ui.window.side.upcoming_model import Upcoming
from lcdesk.ui.wording.messages import worded

if TYPE_CHECKING:  # of windows that are opened later
    from lcdesk.ui.activity.activity_model import ActivityList
    from lcdesk.ui.booking.block_time_model import BlockModel
    from lcdesk.ui.booking.shared_times_model import SharedTimes
    from lcdesk.ui.calendar_files.import_model import CalendarImport
    from lcdesk.ui.contacts.card_model import ContactCard
    from lcdesk.ui.contacts.merge_model import ContactMerge
    from lcdesk.ui.entries.edit_appointment_model import EditModel
    from lcdesk.ui.first_steps.first_steps_model import FirstStepsModel
    from lcdesk.ui.numbers.numbers_model import Numbers
    from lcdesk.ui.printing.printing_model import Printing
    from lcdesk.ui.series.repeat_dialog_model import RepeatDialogModel


class WindowModel(QObject):
    """The view models of one window. `close` ends their timers; the store is the caller's."""

    def __init__(
        self,
        database: Database,
        news: StoreNews,
        sync: SyncControl,
        *,
        locale: LocaleFormat,
        clock: Clock,
        local_zone: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._news = news
        self._aside = BackgroundReader(self)
        self.context = Context(
            WindowState(database),
            locale=locale,
            clock=clock,
            local_zone=local_zone or computers_zone(),
        )
        self.week = WeekModel(database, news, self.context, aside=self._aside, parent=self)
        self.busy_days = BusyDays(database, news, self.context, self._aside, self)
        self.week.directory_changed.connect(self.busy_days.read)  # what is shown may differ
        self.upcoming = Upcoming(database, news, self.context, self._aside, self)
        self.week.directory_changed.connect(self.upcoming.read)
        self.rows = RowWords(database, self.week)
        self.bookings = NewBookings(database, news, self.week, self._aside, self)
        self.agenda = AgendaModel(database, news, self.context, self)
        self.drag_reasons = DragReasons(database, news, self.week, aside=self._aside, parent=self)
        self.changes = Changes(database, self.week, self)
        self.all_day = AllDayChanges(self.week, self.changes, self)
        self.many = Many(database, self.changes, clock)
        self.search = SearchModel(database, news, self.context, self)
        self.clipboard = EntryClipboard(database, news, self.week, self.changes, self)
        self.history = History(database, news, self.context, self)
        self.status = StatusModel(
            database, news, sync, self.context, aside=self._aside, parent=self
        )
        self.waiting = WaitingDesk(database, news, self.context, self._aside, self)
        self.attention = AttentionModel(database, self.context, self.status, self)
        self.series = SeriesKeeper(database, clock, self)
        self.trouble = TroubleModel(news, self)
        self.tray_day = TrayDayModel(database, news, self.context, self._aside, self)

    def close(self) -> None:
        """End what runs by itself."""
        self.week.close()
        self.upcoming.close()
        self.agenda.close()
        self.clipboard.close()
        self.status.close()
        self.series.close()
        self.trouble.close()
        self.tray_day.close()
        self._aside.close()

    def sidebar(self) -> Sidebar:
        """The sidebar's rows now."""
        return sidebar_of(self.context)

    def group(self, block_id: str) -> Group | None:
        """What a block of the week stands for, or a row of the agenda."""
        return self.agenda.group(block_id) or self.week.group(block_id)

    def card(self, block_id: str) -> Card | None:
        """The details of what a block stands for."""
        from lcdesk.ui.series.repeat_dialog_model import repeats

        group = self.group(block_id)
        if group is None:
            return None
        listed = self.agenda.colour(block_id)
        colour = listed or next(
            (block.colour for block in self.week.week.blocks if block.id == block_id), ""
        )
        colour = colour or next(
            (banner.colour for banner in self.week.week.banners if banner.id == block_id), ""
        )
        texts = self.agenda.texts() if listed else self.week.texts()
        now = self.context.clock()
        booked = {one.number: one.id for one in group.entries if one.kind is EntryKind.APPOINTMENT}
        with self._database.read() as reader:
            answers = {booked[of]: given for of, given in answers_of(reader, booked).items()}
            series = get_series(reader, group.lead.series or 0)
            also = (CardAction.REPEAT,) if repeats(reader, group.lead, now=now) else ()
        return card_of(
            group, texts, colour=colour, now=now, series=series, also=also, answers=answers
        )

    def make_printing(self) -> Printing:
        """What can be put on paper."""
        from lcdesk.ui.printing.printing_model import Printing

        return Printing(self._database, self.context)

    def make_repeat_model(self, entry: AgendaEntry, parent: QObject) -> RepeatDialogModel:
        """An appointment that is to repeat."""
        from lcdesk.ui.series.repeat_dialog_model import RepeatDialogModel

        return RepeatDialogModel(self._database, self._news, self.week, entry, self._aside, parent)

    @property
    def only_member(self) -> int:
        """The one staff member there is, or the only one who is shown; 0 where there are more."""
        directory = self.context.directory
        for members in (tuple(directory.staff.values()), directory.shown_staff(self.context.shown)):
            if len(members) == 1:
                return members[0].id
        return 0

    def make_edit_model(self, group: Group, parent: QObject) -> EditModel:
        """An appointment, or what all seats of a session share, in the editing."""
        from lcdesk.ui.entries.edit_appointment_model import EditModel, Part

        if group.seats is None and self.is_seat(group.lead):
            return self.make_seat_model(group.lead, parent)
        if group.seats is None:
            return EditModel(self._database, self.context, group.lead, parent=parent)
        return EditModel(
            self._database,
            self.context,
            group.lead,
            part=Part.SESSION,
            seats=group.entries,
            parent=parent,
        )

    def is_seat(self, entry: AgendaEntry) -> bool:
        """Whether it is a seat in a class."""
        calendar = self.context.directory.calendars.get(entry.calendar or 0)
        return calendar is not None and calendar.kind is CalendarKind.CLASS

    def make_seat_model(self, seat: AgendaEntry, parent: QObject) -> EditModel:
        """Whose seat in a session it is, in the editing."""
        from lcdesk.ui.entries.edit_appointment_model import EditModel, Part

        return EditModel(self._database, self.context, seat, part=Part.SEAT, parent=parent)

    def scope(self, question: SeriesQuestion, parent: QObject) -> ScopeModel:
        """Which occurrences a change is meant for."""
        return ScopeModel(self._database, question, self.context, parent)

    def shared_times(self, calendar: int) -> SharedTimes:
        """The next open times of a calendar, to be sent to somebody."""
        from lcdesk.ui.booking.shared_times_model import SharedTimes, shared_times

        chosen = self.context.directory.calendars[calendar]
        try:
            return shared_times(self._database, chosen, self.context.locale, self.context.clock())
        except LcdeskError as error:
            return SharedTimes("", worded(error.message))

    def first_steps(self, parent: QObject) -> FirstStepsModel:
        """What a workspace without calendars begins with."""
        from lcdesk.ui.first_steps.first_steps_model import FirstStepsModel

        return FirstStepsModel(
            self._database,
            local_zone=self.context.local_zone,
            clock=self.context.clock,
            parent=parent,
        )

    def has_contact(self, contact: int) -> bool:
        """Whether the store knows this contact."""
        with self._database.read() as reader:
            return bool(contacts(reader, [contact]))

    def contact_card(self, contact: int) -> ContactCard:
        """What is known of a contact, and what they booked."""
        from lcdesk.ui.contacts.card_model import ContactCard

        return ContactCard(self._database, self._news, self.context, contact, self)

    def contact_merge(self, contact: int) -> ContactMerge:
        """Another contact to be made one with this one."""
        from lcdesk.ui.contacts.merge_model import ContactMerge

        return ContactMerge(self._database, self.context, contact, self)

    def make_numbers(self) -> Numbers:
        """What is counted; its owner is whoever shows it."""
        from lcdesk.ui.numbers.numbers_model import Numbers

        return Numbers(self._database, self._news, self.context, self._aside)

    def activity(self, parent: QObject) -> ActivityList:
        """What happened, as far as it is kept."""
        from lcdesk.ui.activity.activity_model import ActivityList

        return ActivityList(self._database, self._news, self.context, parent)

    def make_calendar_import(self, file: Path) -> CalendarImport:
        """A calendar file, to be looked at first. Raises InvalidInput."""
        from lcdesk.ui.calendar_files.import_model import CalendarImport

        return CalendarImport(self._database, self.context, file, self)

    def make_block_model(self, column: Column, start: int, end: int, parent: QObject) -> BlockModel:
        """Time to be blocked, beginning where the person pointed."""
        from lcdesk.ui.booking.block_time_model import BlockModel

        return BlockModel(
            self._database,
            self.context,
            day=column.day,
            start=start,
            end=end,
            member=column.member,
            parent=parent,
        )

    def make_reblock_model(self, slot: AgendaEntry, parent: QObject) -> BlockModel:
        """Time blocked by hand that is to be changed."""
        from lcdesk.ui.booking.block_time_model import BlockModel

        day = self.week.days.first
        return BlockModel(
            self._database, self.context, day=day, start=0, end=0, slot=slot, parent=parent
        )


def computers_zone() -> str:
    """The IANA name of the computer's zone."""
    from tzlocal import get_localzone_name

    return get_localzone_name() or "UTC"
