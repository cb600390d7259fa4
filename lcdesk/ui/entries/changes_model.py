"""What a person asks of the entries in the grid, sent to the store as commands.

Nothing here changes what is shown; the store's news do. A refusal comes back as words, with
the way to insist where there is one.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from lcdesk.model.commands.appointments import cancel, set_status
from lcdesk.model.commands.attention import Choice, Kind
from lcdesk.model.commands.blocked_slots import BlockWish, change_block, unblock
from lcdesk.model.commands.deleted_in_icloud import Decision, decide, release
from lcdesk.model.commands.reassign import Reassignment
from lcdesk.model.commands.undo import undo_step
from lcdesk.model.domain.errors import AttendeesAreMailed, LcdeskError, SlotNotOpen
from lcdesk.model.domain.events import AgendaEntry, EntryKind, Origin, Status
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.replication.mirrored_edits import edit_mirrored
from lcdesk.model.store.appointments import get_appointment
from lcdesk.model.store.database import Database
from lcdesk.model.store.transaction import Transaction
from lcdesk.ui.context.wall_spans import drag_edges, drop_start, length_of_whole_days
from lcdesk.ui.entries.answer_model import answer_waiting
from lcdesk.ui.entries.drop_answer_model import never_taken
from lcdesk.ui.entries.dropping_model import (
    Copying,
    Dropped,
    Moving,
    block_also,
    offer_ways,
    staff_names,
    words_of_time,
)
from lcdesk.ui.entries.names_model import name_of
from lcdesk.ui.entries.scope_model import concerns_others, done_words
from lcdesk.ui.entries.series_values_model import (
    Outcome,
    SeriesQuestion,
    Verb,
    event_edit,
    is_about_event,
)
from lcdesk.ui.offers import Offer, Work
from lcdesk.ui.week.agenda_week import Group
from lcdesk.ui.week.week import Drop
from lcdesk.ui.week.week_model import WeekModel
from lcdesk.ui.wording.labels import refusal, tr, tr_of
from lcdesk.ui.wording.messages import worded
from lcdesk.ui.wording.undo_words import undo_offer


class Changes(QObject):
    """Commands on what a block stands for."""

    refused = Signal(str)  # why, to be said where the pointer is
    offered = Signal(Offer)  # a toast: undo, or do it anyway
    scope_asked = Signal(SeriesQuestion)  # which occurrences of a series it is meant for

    def __init__(self, database: Database, week: WeekModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._week = week

    # --- by hand in the grid ----------------------------------------------------------------

    def move(self, block_id: str, drop: Drop) -> None:
        """Begin at another time, or stand with another member; the length stays."""
        group = self._week.group(block_id)
        if group is not None:
            self.move_group(group, drop)

    def move_group(self, group: Group, drop: Drop, length: timedelta | None = None) -> None:
        """The same for what stands elsewhere than in the week."""
        if not self._may_move(group):
            return
        tz = self._week.context.tz
        start = drop_start(group.lead.span, drop.day, drop.minute, tz)
        length = length or length_of_whole_days(group.lead, tz, drop.day, drop.minute)
        if drop.is_handed_over:
            self._hand_over(group, start, drop, length)
        else:
            self._reschedule(group, start, length)

    def copy(self, block_id: str, drop: Drop) -> None:
        """The same once more at another time, or with another member."""
        group = self._week.group(block_id)
        if group is not None:
            self.copy_entry(group.lead, drop)

    def copy_entry(self, lead: AgendaEntry, drop: Drop) -> None:
        """The same for what stands elsewhere than in the week."""
        start = drop_start(lead.span, drop.day, drop.minute, self._week.context.tz)
        staff = drop.staff_of(lead.staff)
        never = never_taken(self._week.context.directory, lead, drop)
        if never:
            self.refused.emit(never)
        elif lead.kind is EntryKind.APPOINTMENT:
            self._drop(Copying(self._week, lead, start, staff, self._name(lead)))
        elif lead.origin is Origin.LCDESK:
            work = partial(block_also, entry=lead, start=start, staff=staff)
            self._do(work, then=partial(undo_offer, tr("Time blocked")))
        else:
            server_name = self._week.context.directory.server_name_of_linked(lead.linked)
            self.refused.emit(tr_of("This event was made {there}. Copy it there.", server_name))

    def resize(self, block_id: str, day: date, start: int, end: int) -> None:
        """Last from `start` to `end` on the wall clock of `day`."""
        group = self._week.group(block_id)
        if group is None or not self._may_move(group):
            return
        if group.seats is not None:
            self.refused.emit(tr("The length of a class session is fixed by its calendar."))
            return
        after = drag_edges(group.lead.span, day, start, end, self._week.context.tz)
        if after.length:
            self._reschedule(group, after.start, after.length)
        else:
            self.refused.emit(tr("The clocks skip this hour"))

    def delete(self, block_id: str) -> None:
        """What the Delete key means for this entry."""
        group = self._week.group(block_id)
        if group is not None:
            self.delete_entry(group)

    def delete_entry(self, group: Group) -> None:
        """The same for what stands elsewhere than in the week."""
        lead = group.lead
        if lead.kind is EntryKind.APPOINTMENT and group.seats is None:
            self.cancel(lead)
        elif lead.kind is EntryKind.APPOINTMENT:
            self.refused.emit(tr("Cancel the seats one by one in the session's card."))
        elif lead.origin is Origin.LCDESK:
            self.unblock(lead)
        elif is_about_event(lead) and not lead.read_only:
            self._asks_scope(SeriesQuestion(Verb.CANCEL, lead, self._name(lead)))
        else:
            self.refused.emit(self._refusal_elsewhere(lead))

    # --- from the card ----------------------------------------------------------------------

    def cancel(self, entry: AgendaEntry) -> None:
        """Cancel an appointment or a seat; the toast takes it back."""
        if self._asks_scope(SeriesQuestion(Verb.CANCEL, entry, self._name(entry))):
            return

        def work(tx: Transaction) -> None:
            cancel(tx, entry.number, now=self._now())

        text = tr("Cancelled: {title}").format(title=self._name(entry))
        self._do(work, then=partial(undo_offer, text))

    def set_status(self, entry: AgendaEntry, status: Status) -> None:
        """Confirm, or note who came."""
        confirms = entry.status is Status.NEW and status is Status.CONFIRMED
        if confirms and self._asks_scope(SeriesQuestion(Verb.CONFIRM, entry, self._name(entry))):
            return

        def work(tx: Transaction) -> None:
            set_status(tx, entry.number, status, now=self._now())

        self._do(work)

    def unblock(self, entry: AgendaEntry) -> None:
        """Free time that was blocked by hand; the toast blocks it again."""

        def work(tx: Transaction) -> None:
            unblock(tx, entry.number)

        self._do(work, then=partial(undo_offer, tr("Time unblocked")))

    def decide(self, entry: AgendaEntry, decision: Decision) -> None:
        """Settle an appointment that was deleted in iCloud."""

        def work(tx: Transaction) -> None:
            decide(tx, entry.number, decision, now=self._now())

        self._do(work)

    def release(self, entry: AgendaEntry) -> None:
        """Let go of a mirrored event that was deleted in iCloud."""

        def work(tx: Transaction) -> None:
            release(tx, entry.number)

        self._do(work)

    def answer_item(self, entry: AgendaEntry, kind: Kind, choice: Choice) -> None:
        """Decide a clash, or what becomes of a refused change."""

        now = self._now()
        self._do(partial(answer_waiting, entry=entry, kind=kind, choice=choice, now=now))

    def edit_mirrored(
        self,
        entry: AgendaEntry,
        *,
        title: str,
        notes: str,
        location: str,
        span: TimeSpan | None = None,
    ) -> None:
        """Change words and time of an event of a primary calendar; asks before anybody is mailed.

        No `span` keeps the time.
        """
        words = (title, notes, location)
        is_worded = words != (entry.title, entry.notes, entry.location)
        moved = None if span == entry.span else span
        if not is_worded:
            if moved is not None:
                self.move_mirrored(entry, moved.start, moved.length)
            return
        start, length = (None, None) if moved is None else (moved.start, moved.length)
        name = self._name(entry)
        question = SeriesQuestion(Verb.EDIT, entry, name, start=start, length=length, words=words)
        said = tr("Changed: {title}").format(title=title or name)
        self._change_event(question, said)

    def move_mirrored(self, entry: AgendaEntry, start: datetime, length: timedelta) -> None:
        """Move an event of a primary calendar; whole days stay whole days."""
        name = self._name(entry)
        said = words_of_time(self._week, entry.span, start, length, name)
        question = SeriesQuestion(Verb.MOVE, entry, name, start=start, length=length)
        self._change_event(question, said)

    def _change_event(self, question: SeriesQuestion, said: str) -> None:
        """Ask which dates are meant where it repeats, else send it."""
        entry = question.entry
        if is_about_event(entry):
            self._asks_scope(question)
            return

        def work(tx: Transaction) -> None:
            edit_mirrored(tx, entry.number, event_edit(tx, question), now=self._now())

        self._do(work, then=partial(undo_offer, said))

    def carry_out(self, offer: Offer) -> None:
        """Do what a toast offered, and say what follows from it."""
        work = partial(undo_step, step_id=offer.step, now=self._now()) if offer.step else offer.work
        if work is not None:
            self._do(work, then=offer.then, mail_attendees=offer.mail_attendees)

    @Slot(SeriesQuestion, Outcome)
    def tell_done(self, question: SeriesQuestion, outcome: Outcome) -> None:
        """A change of a series was carried out: the toast takes it back."""

        if not outcome.step:
            return
        count = len(outcome.dates)
        text = done_words(question, count)
        if question.verb is Verb.MOVE and count == 1:
            span = question.entry.span
            start, length = question.start or span.start, question.length
            text = words_of_time(self._week, span, start, length, question.name)
        if question.wanted is not None or (question.moves and count == 1):
            with self._database.read() as reader:
                left = get_appointment(reader, question.entry.number)
            names = "" if left is None else staff_names(self._week, left.staff)
            form = tr("{done} – with {staff}")
            text = form.format(done=text, staff=names) if names else text
        self.offered.emit(undo_offer(text, outcome.step))

    # --- sending ----------------------------------------------------------------------------

    def _asks_scope(self, question: SeriesQuestion) -> bool:
        """Whether it could be meant for other occurrences too, which is asked first."""
        with self._database.read() as reader:
            if not concerns_others(reader, question.entry, now=self._now()):
                return False
        self.scope_asked.emit(question)
        return True

    def _refusal_elsewhere(self, entry: AgendaEntry) -> str:
        server_name = self._week.context.directory.server_name_of_linked(entry.linked)
        return tr_of("This event was made {there}. Change it there; lcdesk follows.", server_name)

    def why_never_moved(self, group: Group) -> str:
        """Why it has its time from elsewhere alone; empty where it is a question of the rules."""
        is_theirs = group.lead.origin is Origin.ICLOUD and group.lead.read_only
        return self._refusal_elsewhere(group.lead) if is_theirs else ""

    def _may_move(self, group: Group) -> bool:
        why = self.why_never_moved(group)
        if why:
            self.refused.emit(why)
        return not why

    def _reschedule(self, group: Group, start: datetime, length: timedelta | None) -> None:
        if start == group.lead.span.start and length in (None, group.lead.span.length):
            return
        if group.lead.origin is Origin.ICLOUD:
            self.move_mirrored(group.lead, start, length or group.lead.span.length)
            return
        if group.lead.kind is EntryKind.BLOCKED:
            self._reblock(group.lead, start, length or group.lead.span.length)
            return
        lead = group.lead
        if self._asks_scope(
            SeriesQuestion(Verb.MOVE, lead, self._name(lead), start=start, length=length)
        ):
            return
        self._drop(Moving(self._week, group, start, length, self._name(lead)))

    def _hand_over(
        self, group: Group, start: datetime, drop: Drop, length: timedelta | None
    ) -> None:
        """To the member in whose column it was dropped."""
        lead = group.lead
        never = never_taken(self._week.context.directory, lead, drop)
        if never:
            self.refused.emit(never)
        elif lead.kind is EntryKind.BLOCKED:
            self._reblock(lead, start, length or lead.span.length, staff=drop.taker)
        else:
            is_moved = start != lead.span.start
            question = SeriesQuestion(
                Verb.EDIT,
                lead,
                self._name(lead),
                start=start if is_moved else None,
                wanted=Reassignment(staff=drop.taker),
            )
            if not self._asks_scope(question):
                name = self._name(lead)
                self._drop(Moving(self._week, group, start, None, name, taker=drop.taker))

    def _reblock(
        self, entry: AgendaEntry, start: datetime, length: timedelta, *, staff: int | None = None
    ) -> None:
        """Time blocked by hand, somewhere else; the toast takes it back."""

        def work(tx: Transaction) -> None:
            change_block(tx, entry.number, BlockWish(start, start + length, staff=staff))

        name = self._name(entry) or tr("Blocked time")
        said = words_of_time(self._week, entry.span, start, length, name)
        self._do(work, then=partial(undo_offer, said))

    def _drop(self, dropped: Dropped) -> None:
        try:
            with self._database.write() as tx:
                dropped.keep(tx)
        except SlotNotOpen:
            answer = offer_ways(self._database, self._week, dropped)
            (self.offered if isinstance(answer, Offer) else self.refused).emit(answer)
        except AttendeesAreMailed as error:
            self._ask_about_mail(error, dropped.keep, dropped.offer)
        except LcdeskError as error:
            self.refused.emit(worded(error.message))
        else:
            self.offered.emit(dropped.offer(tx.step))

    def _ask_about_mail(
        self, error: AttendeesAreMailed, work: Work, then: Callable[[int], Offer] | None
    ) -> None:
        action = tr("Change it")
        self.offered.emit(
            Offer(worded(error.message), action, work, mail_attendees=True, then=then)
        )

    def _do(
        self,
        work: Work,
        *,
        then: Callable[[int], Offer] | None = None,
        mail_attendees: bool = False,
    ) -> bool:
        try:
            with self._database.write(mail_attendees=mail_attendees) as tx:
                work(tx)
        except SlotNotOpen as error:
            self.refused.emit(refusal(error))
        except AttendeesAreMailed as error:
            self._ask_about_mail(error, work, then)
        except LcdeskError as error:
            self.refused.emit(worded(error.message))
        else:
            if then is not None:
                self.offered.emit(then(tx.step))
            return True
        return False

    def _name(self, entry: AgendaEntry) -> str:
        return name_of(self._database, self._week, entry)

    def _now(self) -> datetime:
        return self._week.context.clock()
