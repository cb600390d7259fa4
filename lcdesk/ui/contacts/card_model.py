"""What the card of a contact says: how to reach them, what they booked, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.model.commands.people import save_contact
from lcdesk.model.domain.changes import ChangeSet, Topic
from lcdesk.model.domain.duplicates import Duplicate, find_duplicates
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.events import Appointment, Status
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.waiting import Waiting
from lcdesk.model.domain.zones import local_day, wall_minute
from lcdesk.model.store.appointments import appointments_of_contact
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import contacts
from lcdesk.model.store.queries.search import contacts_like
from lcdesk.model.store.waiting import waiting_of_contact
from lcdesk.ui.bridge import StoreNews
from lcdesk.ui.contacts.import_model import export_contacts
from lcdesk.ui.context.before_change_model import MailQuestion
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.waiting.wording import when_words
from lcdesk.ui.wording.labels import status_name, tr, with_number
from lcdesk.ui.wording.messages import name_list, worded

_MOST_NAMED = 3
_MOST_WAITED_FOR = 5
_SHOWN_ON_CARD = frozenset(
    {Topic.CONTACTS, Topic.AGENDA, Topic.CALENDARS, Topic.STAFF, Topic.WAITING}
)


@dataclass(frozen=True, slots=True)
class Visit:
    """One appointment of a contact; `day` is that of the zone shown, `entry` the agenda's id."""

    entry: str
    day: date
    when: str
    calendar: str
    colour: str
    staff: str
    status: str
    is_dead: bool  # cancelled or invalid


class ContactCard(QObject):
    """One contact as the store has them. `gone` is said when they are not there any more."""

    changed = Signal()
    gone = Signal()
    refused = Signal(str)

    def __init__(
        self,
        database: Database,
        news: StoreNews,
        context: Context,
        contact_id: int,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._mail = MailQuestion(database)
        self._context = context
        self.contact = Contact(contact_id, "")
        self.ahead: tuple[Visit, ...] = ()
        self.rest: tuple[Visit, ...] = ()
        self.summary = ""
        self.waits = ""  # what they wait for, a line each
        self.duplicates: tuple[Duplicate, ...] = ()
        self._read()
        news.changed.connect(self._hear)

    def save_notes(self, notes: str) -> bool:
        """Keep what was written about the contact."""
        if notes == self.contact.notes:
            return True
        wanted = replace(self.contact, notes=notes)
        try:
            with self._mail.write(wanted) as tx:
                save_contact(tx, wanted, now=self._context.clock())
        except LcdeskError as error:
            self.refused.emit(worded(error.message))
            return False
        return True

    def export(self, file: Path) -> str:
        """Write the contact as a vCard; what to say then."""
        return export_contacts(self._database, file, [self.contact.id])

    @property
    def likely_same(self) -> str:
        """Who may be the same person, as a sentence; empty where nobody is."""
        if not self.duplicates:
            return ""
        names = [as_line(found.contact.name) for found in self.duplicates[:_MOST_NAMED]]
        return tr("Likely the same person: {names}. Merge…").format(names=name_list(names))

    @Slot(ChangeSet)
    def _hear(self, changes: ChangeSet) -> None:
        if changes.topics & _SHOWN_ON_CARD:
            self._read()

    def _read(self) -> None:
        with self._database.read() as reader:
            found = contacts(reader, [self.contact.id]).get(self.contact.id)
            booked = appointments_of_contact(reader, self.contact.id)
            waits = waiting_of_contact(reader, self.contact.id, limit=_MOST_WAITED_FOR)
            near = () if found is None else contacts_like(reader, found)
        if found is None:
            self.gone.emit()
            return
        now = self._context.clock()
        self.contact = found
        self.duplicates = find_duplicates(found, near)
        self.summary = summary_of(booked)
        self.waits = "\n".join(map(self._waits_for, waits))
        ahead = [visit for visit in booked if visit.span.end > now and visit.status.takes_time]
        rest = [visit for visit in reversed(booked) if visit not in ahead]
        self.ahead = tuple(map(self._visit, ahead))
        self.rest = tuple(map(self._visit, rest))
        self.changed.emit()

    def _waits_for(self, waiting: Waiting) -> str:
        calendar = self._context.directory.calendars.get(waiting.calendar)
        return tr("On the waiting list for {calendar}: {when}").format(
            calendar="" if calendar is None else calendar.name,
            when=when_words(waiting, self._context.locale),
        )

    def _visit(self, appointment: Appointment) -> Visit:
        context = self._context
        locale, directory, start = context.locale, context.directory, appointment.span.start
        day = local_day(start, context.tz)
        calendar = directory.calendars.get(appointment.calendar)
        return Visit(
            entry=f"a{appointment.id}",
            day=day,
            when=tr("{weekday} {date}, {time}").format(
                weekday=locale.weekday_of_date(day),
                date=locale.full_date(day),
                time=locale.time(wall_minute(start, context.tz)),
            ),
            calendar="" if calendar is None else calendar.name,
            colour="" if calendar is None else calendar.colour,
            staff=name_list(directory.short_names(appointment.staff)),
            status=status_name(appointment.status),
            is_dead=not appointment.status.takes_time,
        )

    @property
    def name(self) -> str:
        """The contact's name on one line."""
        return as_line(self.contact.name)


def summary_of(booked: Sequence[Appointment]) -> str:
    """ "12 appointments · 2 no-shows · 1 cancelled"; what is nought is left out."""
    if not booked:
        return tr("No appointments yet.")
    counted = Counter(appointment.status for appointment in booked)
    dead = counted[Status.CANCELLED]
    standing = len(booked) - dead - counted[Status.INVALID]
    parts = [with_number(standing, "{n} appointment", "{n} appointments")]
    if counted[Status.NOSHOW]:
        parts.append(with_number(counted[Status.NOSHOW], "{n} no-show", "{n} no-shows"))
    if dead:
        parts.append(with_number(dead, "{n} cancelled", "{n} cancelled"))
    return " · ".join(parts)
