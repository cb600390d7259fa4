"""An appointment in the editing: time, words, contact, calendar, member, with the rules' answer.

Nothing is changed before it is saved. Where the rules refuse, they say why, and saving the same
once more insists.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from lcdesk.model.booking.slots import CHOOSES_A_MEMBER
from lcdesk.model.commands.reassign import Reassignment
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.errors import LcdeskError, SlotNotOpen
from lcdesk.model.domain.events import AgendaEntry
from lcdesk.model.domain.intake import IntakeField
from lcdesk.model.domain.people import Contact
from lcdesk.model.recurrence.series import Scope
from lcdesk.model.store.database import Database
from lcdesk.model.store.intake import answers_of
from lcdesk.model.store.people import contacts
from lcdesk.ui.context.before_change_model import MailQuestion
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.entries.scope_model import carry_out, concerns_others
from lcdesk.ui.entries.series_values_model import Outcome, SeriesQuestion, Verb
from lcdesk.ui.wording.labels import refusal, tr
from lcdesk.ui.wording.messages import worded


@dataclass(frozen=True, slots=True)
class EditDraft:
    """What stands in the dialog. `staff` 0 leaves the member to the calendar.

    `contact` is somebody known, or 0 for the name as it was typed. `start` is in UTC.
    """

    title: str
    location: str
    notes: str
    calendar: int
    staff: int
    name: str
    start: datetime
    length: timedelta
    contact: int = 0
    answers: Mapping[int, str] = field(default_factory=dict)  # by intake field, of any calendar


class Part(Enum):
    """What of an appointment is edited."""

    WHOLE = auto()
    SESSION = auto()  # what all seats of a class session share
    SEAT = auto()  # whose one of them is


class EditModel(QObject):
    """One appointment in the editing. Ends with `saved` or `scope_asked`, or is thrown away."""

    changed = Signal()
    saved = Signal(SeriesQuestion, Outcome)  # it is done, and the way back
    scope_asked = Signal(SeriesQuestion)  # which dates of a series it is meant for

    def __init__(
        self,
        database: Database,
        context: Context,
        entry: AgendaEntry,
        *,
        part: Part = Part.WHOLE,
        seats: Sequence[AgendaEntry] = (),
        parent: QObject | None = None,
    ) -> None:
        """`seats` are all entries of a session, of which `entry` is one."""
        super().__init__(parent)
        self._database = database
        self._mail = MailQuestion(database)
        self.context = context
        self.entry = entry
        self._part = part
        self._seats = tuple(
            seat.number
            for seat in seats
            if seat.id != entry.id and seat.status is not None and seat.status.takes_time
        )
        with database.read() as reader:
            self.contacts: Sequence[Contact] = tuple(contacts(reader).values())
            (given,) = answers_of(reader, [entry.number]).values()
        answers = {answer.field: answer.value for answer in given}
        self.before = self.draft = replace(self._as_it_is(), answers=answers)
        self.problem = ""
        self.insists = False

    @property
    def has_contact(self) -> bool:
        """Whether the contact can be changed; a session's seats have their own."""
        is_one = len(self.entry.contacts) == 1 and self._part is not Part.SESSION
        return is_one and self.entry.status is not None and self.entry.status.takes_time

    @property
    def has_people(self) -> bool:
        """Whether calendar and member can be changed, too; a seat has those of its session."""
        return self.has_contact and self._part is Part.WHOLE

    @property
    def has_time(self) -> bool:
        """Whether it can begin at another time; a seat begins with its session."""
        status = self.entry.status
        return self._part is not Part.SEAT and status is not None and status.takes_time

    @property
    def has_end(self) -> bool:
        """Whether a time of day says when it ends; a class says itself how long it lasts."""
        return self._part is Part.WHOLE

    @property
    def has_words(self) -> bool:
        """Whether title, place and notes can be changed; a seat has those of its session."""
        return self._part is not Part.SEAT

    @property
    def fields(self) -> tuple[IntakeField, ...]:
        """What the chosen calendar asks; nothing of a session, whose seats have their own."""
        calendar = self.context.directory.calendars.get(self.draft.calendar)
        return () if calendar is None or self._part is Part.SESSION else calendar.fields

    @property
    def calendars(self) -> tuple[Calendar, ...]:
        """Where it can stand: the active ones, and its own."""
        known = self.context.directory.calendars
        own = self.entry.calendar
        return tuple(
            calendar for calendar in known.values() if calendar.active or calendar.id == own
        )

    @property
    def staff_choices(self) -> tuple[tuple[int, str], ...]:
        """Who can have it; empty where the calendar leaves no choice."""
        calendar = self.context.directory.calendars.get(self.draft.calendar)
        if calendar is None or calendar.kind not in CHOOSES_A_MEMBER:
            return ()
        known = self.context.directory.staff
        team = [(member, known[member].name) for member in calendar.staff if member in known]
        has_chosen = self.draft.staff in calendar.staff
        return tuple(team) if has_chosen else ((0, tr("Whoever is next")), *team)

    @property
    def button(self) -> str:
        """What the primary button reads."""
        return tr("Save anyway") if self.insists else tr("Save")

    def change(self, draft: EditDraft) -> None:
        """Take over what a person entered; a new calendar keeps the member where it has them."""
        before = self.draft
        if draft.calendar != before.calendar:
            calendar = self.context.directory.calendars[draft.calendar]
            stays = self.before.staff in calendar.staff and calendar.kind in CHOOSES_A_MEMBER
            draft = replace(draft, staff=self.before.staff if stays else 0)
        if draft != before:
            self.draft, self.problem, self.insists = draft, "", False
            self.changed.emit()

    def save(self) -> bool:
        """Save, or ask which dates are meant; False where the rules refuse or guests are asked."""
        if not self.draft.name.strip() and self.has_contact:
            return self._refuse(tr("Who is it for? Enter a name."))
        question = self._question()
        if question is None:
            return True
        now = self.context.clock()
        with self._database.read() as reader:
            is_series = concerns_others(reader, self.entry, now=now)
        if is_series:
            self.scope_asked.emit(question)
            return True
        try:
            with self._mail.write((question, self.insists)) as tx:
                outcome = carry_out(tx, question, Scope.THIS, insist=self.insists, now=now)
        except SlotNotOpen as error:
            self.insists = True
            return self._refuse(refusal(error))
        except LcdeskError as error:
            return self._refuse(worded(error.message))
        self.saved.emit(question, replace(outcome, step=tx.step))
        return True

    def _refuse(self, why: str) -> bool:
        self.problem = why
        self.changed.emit()
        return False

    def _question(self) -> SeriesQuestion | None:
        """What is different; None where nothing is."""
        old, new = self.before, self.draft
        wanted = None
        if self.has_contact and (old.calendar, old.staff, self._contact(old)) != (
            new.calendar,
            new.staff,
            self._contact(new),
        ):
            moved = new.calendar != old.calendar
            named = new.staff if new.staff != old.staff or (moved and new.staff) else 0
            wanted = Reassignment(
                calendar=new.calendar if moved else None,
                staff=named or None,
                contact=None if self._contact(new) == self._contact(old) else self._contact(new),
            )
        pairs = ((old.title, new.title), (old.notes, new.notes), (old.location, new.location))
        title, notes, location = (None if old == new else new for old, new in pairs)
        start = None if old.start == new.start else new.start
        length = None if old.length == new.length else new.length
        answers = {
            asked.id: new.answers.get(asked.id, "")
            for asked in self.fields
            if new.answers.get(asked.id, "") != old.answers.get(asked.id, "")
        }
        if not answers and (wanted, title, notes, location, start, length) == (None,) * 6:
            return None
        name = self.entry.title if self._part is Part.SESSION else new.name.strip()
        words = (title, notes, location)
        is_worded = bool(answers) or any(text is not None for text in words)
        verb = Verb.EDIT if wanted or is_worded else Verb.MOVE
        return SeriesQuestion(
            verb,
            self.entry,
            name or self.entry.title,
            start=start,
            length=length,
            words=words,
            wanted=wanted,
            seats=self._seats,
            answers=answers,
        )

    def _contact(self, draft: EditDraft) -> Contact:
        known = {contact.id: contact for contact in self.contacts}
        return known.get(draft.contact) or Contact(0, draft.name.strip())

    def _as_it_is(self) -> EditDraft:
        entry = self.entry
        known = {contact.id: contact for contact in self.contacts}
        who = known.get(entry.contacts[0]) if entry.contacts else None
        return EditDraft(
            title=entry.title,
            location=entry.location,
            notes=entry.notes,
            calendar=entry.calendar or 0,
            staff=entry.staff[0] if entry.staff else 0,
            name="" if who is None else who.name,
            start=entry.span.start,
            length=entry.span.length,
            contact=0 if who is None else who.id,
        )
