"""Somebody who is put on the waiting list, or an entry that is to be changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from lcdesk.model.booking.slots import CHOOSES_A_MEMBER
from lcdesk.model.commands.waiting.entries import add_waiting, change_waiting
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import contacts
from lcdesk.ui.booking.draft_model import OptionRow, add_on_rows, variation_rows
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.offers import Offer
from lcdesk.ui.wording.labels import city_of_zone, tr
from lcdesk.ui.wording.messages import worded
from lcdesk.ui.wording.undo_words import undo_offer


class WaitingEditor(QObject):
    """What stands in the dialog. Ends with `saved`, or is thrown away."""

    changed = Signal()  # the calendar, and with it what can be chosen
    saved = Signal(Offer)  # it is done, and the way back
    refused = Signal(str)

    def __init__(
        self,
        database: Database,
        context: Context,
        draft: Waiting,
        contact: Contact | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`draft` without an id is to be added, for `contact` where it is known who that is."""
        super().__init__(parent)
        self._database = database
        self._context = context
        self.draft = draft
        with database.read() as reader:
            known = contacts(reader)
        self.contacts: Sequence[Contact] = tuple(known.values())
        self.contact = contact or known.get(draft.contact) or Contact(0, "")

    @property
    def is_change(self) -> bool:
        """Whether an entry that is there is changed; who it is for stays then."""
        return self.draft.id > 0

    @property
    def locale(self) -> LocaleFormat:
        """How dates and times are written."""
        return self._context.locale

    @property
    def first_day(self) -> date:
        """The earliest day that can be chosen: today, or the entry's own where that is over."""
        return min(self._context.today, self.draft.first)

    @property
    def calendars(self) -> tuple[Calendar, ...]:
        """What can be waited for: what is offered, and what is waited for already."""
        offered = self._context.directory.of_kind(None)
        own = self.calendar
        return offered if own is None or own in offered else (*offered, own)

    @property
    def calendar(self) -> Calendar | None:
        """The chosen calendar."""
        return self._context.directory.calendars.get(self.draft.calendar)

    @property
    def staff_choices(self) -> list[tuple[int, str]]:
        """Who can be asked for, anybody (0) first; empty where there is no choice."""
        calendar = self.calendar
        if calendar is None or calendar.kind not in CHOOSES_A_MEMBER or len(calendar.staff) < 2:
            return []
        staff = self._context.directory.staff
        members = [(member, staff[member].name) for member in calendar.staff if member in staff]
        return [(0, tr("Anybody")), *members]

    @property
    def variation_choices(self) -> tuple[OptionRow, ...]:
        """What there is of a service, itself first; empty where there is no choice."""
        return variation_rows(self.calendar)

    @property
    def add_on_choices(self) -> tuple[OptionRow, ...]:
        """What can be added to a service."""
        return add_on_rows(self.calendar)

    @property
    def zone_note(self) -> str:
        """Whose clock the days and times are on; empty where it is the one shown."""
        calendar = self.calendar
        if calendar is None or calendar.zone == self._context.zone_name:
            return ""
        return tr("Times in {place}").format(place=city_of_zone(calendar.zone))

    def choose_calendar(self, calendar: int) -> None:
        """Wait for another calendar, which has other members and options."""
        if calendar != self.draft.calendar:
            self.draft = replace(
                self.draft, calendar=calendar, staff=None, variation="", add_ons=()
            )
            self.changed.emit()

    def save(self, draft: Waiting, contact: Contact) -> bool:
        """Put on the list or change; False when that was refused."""
        if not contact.name.strip():
            self.refused.emit(tr("Who is it for? Enter a name."))
            return False
        tidy = replace(
            contact,
            name=contact.name.strip(),
            email=contact.email.strip(),
            phone=contact.phone.strip(),
        )
        try:
            with self._database.write() as tx:
                if draft.id:
                    change_waiting(tx, draft, now=self._context.clock())
                else:
                    add_waiting(tx, replace(draft, since=self._context.clock()), tidy)
        except LcdeskError as error:
            self.refused.emit(worded(error.message))
            return False
        form = tr("Changed: {name}") if draft.id else tr("On the waiting list: {name}")
        self.saved.emit(undo_offer(form.format(name=tidy.name), tx.step))
        return True
