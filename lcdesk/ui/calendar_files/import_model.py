"""A calendar file before anything of it is kept: which events, as what, and what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lcdesk.model.commands.calendar_files.reading import LARGEST_FILE
from lcdesk.model.commands.people import parse_contact
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.errors import InvalidInput, LcdeskError
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import Contact, StaffMember
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import contacts
from lcdesk.ui.calendar_files.blocking_model import BlockedTime
from lcdesk.ui.calendar_files.booking_model import Appointments
from lcdesk.ui.calendar_files.rows_model import EventRow
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.offers import Offer
from lcdesk.ui.wording.labels import tr
from lcdesk.ui.wording.messages import worded


class CalendarImport(QObject):
    """The events of a file as blocked time or as appointments.

    Ends with `imported`, or is thrown away.
    """

    changed = Signal()  # they are to become something else, or are for somebody else
    refused = Signal(str)
    imported = Signal(Offer)

    def __init__(
        self, database: Database, context: Context, file: Path, parent: QObject | None = None
    ) -> None:
        """Raises InvalidInput for what is no calendar file, or where nothing could become of it."""
        super().__init__(parent)
        self._database = database
        self._context = context
        self.name = as_line(file.name)
        self._content = _read(file)
        directory = context.directory
        members = tuple(directory.staff.values())
        self._targets: tuple[StaffMember | Calendar, ...] = (*members, *directory.of_kind(None))
        if not self._targets:
            raise InvalidInput(
                Message("There is no staff member yet whose time the events could block.")
            )
        with database.read() as reader:
            self.contacts: Sequence[Contact] = tuple(contacts(reader).values())
        shown = directory.shown_staff(context.shown)
        self.target = self._targets.index(shown[0]) if shown else 0
        self._part = self._make_part()

    @property
    def targets(self) -> list[str]:
        """What the events may become, in words; `target` is the place of what is chosen."""
        return [
            tr("Blocked time of {name}").format(name=as_line(target.name))
            if isinstance(target, StaffMember)
            else tr("Appointments of {calendar}").format(calendar=as_line(target.name))
            for target in self._targets
        ]

    @property
    def rows(self) -> tuple[EventRow, ...]:
        """Events of the file: those that something would come of first, each by its time."""
        return self._part.rows

    @property
    def summary(self) -> str:
        """How many events are new, changed, the same; empty where that says nothing."""
        return self._part.summary

    @property
    def notes(self) -> str:
        """What is left out, each with its reason; empty where nothing is."""
        return self._part.notes

    @property
    def hint(self) -> str:
        """What is done with the events, and what is not."""
        return self._part.hint

    @property
    def button(self) -> str:
        """What the primary button reads."""
        return self._part.button

    @property
    def chosen(self) -> int:
        """How many events are ticked."""
        return len(self._part.chosen)

    @property
    def asks_contacts(self) -> bool:
        """Whether each event needs somebody whom it is booked for."""
        return isinstance(self._part, Appointments)

    def choose_target(self, target: int) -> None:
        """What the events are to become, by its place among the targets."""
        self.target = target
        self._part = self._make_part()
        self.changed.emit()

    def take(self, number: int) -> None:
        """Import one after all."""
        self._part.chosen.add(number)

    def leave_out(self, number: int) -> None:
        """Import one not."""
        self._part.chosen.discard(number)

    def give_contact(self, numbers: set[int], contact: Contact) -> None:
        """Book these for somebody, who is made a contact where nobody is known (id 0)."""
        if isinstance(self._part, Appointments):
            self._part.give_contact(numbers, contact)
            self.changed.emit()

    def proposed_contact(self, number: int) -> Contact | None:
        """Whom the file names for an event that nobody is known for."""
        part = self._part
        return part.proposed_contact(number) if isinstance(part, Appointments) else None

    def carry_out(self) -> bool:
        """Do what is ticked, as one step."""
        try:
            offer = self._part.carry_out()
        except LcdeskError as error:
            self.refused.emit(worded(error.message))
            return False
        self.imported.emit(offer)
        return True

    def _make_part(self) -> BlockedTime | Appointments:
        target = self._targets[self.target]
        if isinstance(target, StaffMember):
            return BlockedTime(self._database, self._context, self._content, target)
        return Appointments(self._database, self._context, self._content, target)


def read_contact(text: str) -> Contact | None:
    """Somebody who is not kept yet, from `Name <e-mail>`; None where that names nobody."""
    try:
        return parse_contact(text)
    except InvalidInput:
        return None


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise InvalidInput(
            Message(
                "{file} cannot be read: {reason}.",
                file=file.name,
                reason=error.strerror or str(error),
            )
        ) from error
    if len(content) > LARGEST_FILE:
        raise InvalidInput(Message("{file} is larger than 20 MB.", file=file.name))
    return content
