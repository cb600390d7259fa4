"""The models of the waiting list over one open store, made when they are asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.domain.zones import at_wall, local_day, wall_minute, zone
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import contacts
from lcdesk.ui.background import BackgroundReader
from lcdesk.ui.booking.booking_model import BookingModel
from lcdesk.ui.booking.draft_model import ServiceChoice
from lcdesk.ui.booking.wish_model import session_times
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.waiting.openings_model import Openings

if TYPE_CHECKING:  # of windows that are opened later
    from lcdesk.ui.waiting.editor_model import WaitingEditor
    from lcdesk.ui.waiting.waiting_model import WaitingList

_USUAL_DAYS = timedelta(days=13)  # of an entry that is begun without a day


class WaitingDesk:
    """Makes the list, the editor of an entry, and the booking of somebody who waits."""

    def __init__(
        self,
        database: Database,
        news: StoreNews,
        context: Context,
        aside: BackgroundReader,
        parent: QObject,
    ) -> None:
        self._database = database
        self._news = news
        self._context = context
        self._aside = aside
        self.openings = Openings(database, news, context, aside, parent)

    def list_model(self) -> WaitingList:
        """Who waits; its owner is whoever shows it."""
        from lcdesk.ui.waiting.waiting_model import WaitingList

        return WaitingList(self._database, self._news, self._context, self._aside)

    def editor(self, draft: Waiting, contact: Contact | None, parent: QObject) -> WaitingEditor:
        """An entry that is to be added or changed."""
        from lcdesk.ui.waiting.editor_model import WaitingEditor

        return WaitingEditor(self._database, self._context, draft, contact, parent)

    def new_editor(self, parent: QObject) -> WaitingEditor:
        """An entry of which nothing is known yet: two weeks from today, the usual calendar."""
        context = self._context
        offered = context.directory.of_kind(None)
        last = context.memory.now.last_calendar
        chosen = next((one for one in offered if one.id == last), next(iter(offered), None))
        first = context.today
        number = 0 if chosen is None else chosen.id
        draft = Waiting(0, number, 0, first, first + _USUAL_DAYS, context.clock())
        return self.editor(draft, None, parent)

    def editor_for_seat(self, session: AgendaEntry, parent: QObject) -> WaitingEditor:
        """Somebody who would like a seat in this very session."""
        calendar = self._context.directory.calendars[session.calendar or 0]
        day = local_day(session.span.start, zone(calendar.zone))
        after, before = session_times(calendar, session.span)
        draft = Waiting(
            0, calendar.id, 0, day, day, self._context.clock(), after=after, before=before
        )
        return self.editor(draft, None, parent)

    def booking(self, waiting: Waiting, start: datetime | None, parent: QObject) -> BookingModel:
        """A booking of what somebody waits for, which takes them off the list.

        Without a start it begins at the first moment that would suit.
        """
        context = self._context
        calendar = context.directory.calendars[waiting.calendar]
        if start is None:
            earliest = at_wall(waiting.first, waiting.after, zone(calendar.zone))
            start = max(earliest, context.clock())
        day, minute = local_day(start, context.tz), wall_minute(start, context.tz)
        model = BookingModel(
            self._database,
            self._news,
            context,
            aside=self._aside,
            day=day,
            minute=minute,
            parent=parent,
        )
        model.change(replace(model.draft, calendar=waiting.calendar, day=day, minute=minute))
        model.change(
            replace(
                model.draft,
                staff=waiting.staff or 0,
                service=ServiceChoice(waiting.variation, waiting.add_ons),
                notes=waiting.notes,
                waiting=waiting.id,
            )
        )
        with self._database.read() as reader:
            known = contacts(reader, [waiting.contact]).get(waiting.contact)
        if known is not None:
            model.take_contact(known)
        return model
