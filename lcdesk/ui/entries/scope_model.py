"""Which occurrences of a series a change is meant for: the question, and carrying it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from lcdesk.model.commands import appointments, series_changes
from lcdesk.model.commands.intake.answers import change_answers
from lcdesk.model.commands.reassign import reassign_series
from lcdesk.model.commands.series_changes import MovedDate
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.events import AgendaEntry, Appointment, Status
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import local_day, wall_minute
from lcdesk.model.recurrence.series import Scope
from lcdesk.model.store.database import Database
from lcdesk.model.store.series import get_series
from lcdesk.model.store.transaction import Reader, Transaction
from lcdesk.ui.context.before_change_model import MailQuestion, TakenBackError, trial
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.entries.series_values_model import (
    DateState,
    Outcome,
    SeriesQuestion,
    Verb,
    change_event_dates,
    event_button,
    event_choice_words,
    event_done_words,
    event_note,
    event_scopes,
    is_about_event,
)
from lcdesk.ui.wording.labels import mark_number, tr, whats, with_number
from lcdesk.ui.wording.messages import worded
from lcdesk.ui.wording.series_words import series_words


def carry_out(
    tx: Transaction,
    question: SeriesQuestion,
    scope: Scope,
    *,
    insist: bool = True,
    now: datetime,
) -> Outcome:
    """Do what was asked, insisting on times that are not open. Raises LcdeskError."""
    if is_about_event(question.entry):
        return change_event_dates(tx, question, scope, now=now)
    number, verb = question.entry.number, question.verb
    if verb is Verb.EDIT:
        return _edit(tx, question, scope, insist=insist, now=now)
    if verb is Verb.MOVE:
        return _move(tx, question, scope, insist=insist, now=now)
    if verb is Verb.CANCEL:
        done = series_changes.cancel(tx, number, scope, now=now)
    else:
        done = series_changes.set_status(tx, number, Status.CONFIRMED, scope, now=now)
    return _outcome_of(done)


def _move(
    tx: Transaction, question: SeriesQuestion, scope: Scope, *, insist: bool, now: datetime
) -> Outcome:
    """Each date stays with the member who has it; the seats of a session follow the first."""
    start = question.start or question.entry.span.start
    moved = series_changes.move(
        tx,
        question.entry.number,
        scope,
        start=start,
        length=question.length,
        insist=insist,
        keeps_staff=True,
        now=now,
    )
    for seat in question.seats:
        appointments.move(tx, seat, start=start, insist=insist, now=now)
    return _outcome_of_move(moved)


def _edit(
    tx: Transaction, question: SeriesQuestion, scope: Scope, *, insist: bool, now: datetime
) -> Outcome:
    """The time first, then people: a title of the calendar's own follows them, then words.

    Where a member or a calendar is chosen too, the rules are asked about what comes out of both.
    """
    number, wanted = question.entry.number, question.wanted
    is_asked_later = wanted is not None and wanted.asks_the_rules
    outcome: Outcome | None = None
    if question.moves:
        outcome = _move(tx, question, scope, insist=insist or is_asked_later, now=now)
    if wanted is not None:
        given = reassign_series(tx, number, scope, wanted, insist=insist, now=now)
        if outcome is None or is_asked_later:
            outcome = _outcome_of_move(given)
    if question.words != (None, None, None):
        title, notes, location = question.words
        done = series_changes.edit(
            tx, number, scope, title=title, notes=notes, location=location, now=now
        )
        outcome = outcome or _outcome_of(done)
    if question.answers:
        done = series_changes.find_meant(tx, number, scope, now=now)
        calendar = appointments.calendar_of(tx, done[0].calendar)
        change_answers(tx, done, calendar, question.answers)
        outcome = outcome or _outcome_of(done)
    return outcome or Outcome(())


def _outcome_of(done: Sequence[Appointment]) -> Outcome:
    return Outcome(tuple(DateState(appointment.span) for appointment in done))


def _outcome_of_move(moved: Sequence[MovedDate]) -> Outcome:
    return Outcome(tuple(DateState(date.after.span, date.reasons) for date in moved))


def concerns_others(reader: Reader, entry: AgendaEntry, *, now: datetime) -> bool:
    """Whether a change could be meant for occurrences besides this one, made or still to be."""
    if is_about_event(entry):
        return True
    if entry.series is None:
        return False
    number = entry.number
    others = len(series_changes.find_meant(reader, number, Scope.ALL, now=now)) > 1
    return others or series_changes.goes_on(reader, entry.series)


def done_words(question: SeriesQuestion, count: int) -> str:
    """What was done, for the toast that takes it back: "Moved 3 appointments: Cleo Park"."""
    if is_about_event(question.entry):
        return event_done_words(question, count)
    forms = {
        Verb.MOVE: mark_number("Moved: {name}", "Moved {n} appointments: {name}"),
        Verb.EDIT: mark_number("Changed: {name}", "Changed {n} appointments: {name}"),
        Verb.CONFIRM: mark_number("Confirmed: {name}", "Confirmed {n} appointments: {name}"),
        Verb.CANCEL: mark_number("Cancelled: {name}", "Cancelled {n} appointments: {name}"),
    }
    return with_number(count, *forms[question.name_of_verb], name=question.name)


class ScopeModel(QObject):
    """One question in the asking: what each answer would do. Ends with `answered`.

    What is shown is what is saved: where a time is not open any more that was open when it was
    shown, nothing is changed and the dates are shown anew.
    """

    changed = Signal()
    answered = Signal(SeriesQuestion, Outcome)  # it is done

    def __init__(
        self,
        database: Database,
        question: SeriesQuestion,
        context: Context,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._mail = MailQuestion(database)
        self.question = question
        self._clock = context.clock
        self._locale = context.locale
        self._zone = context.tz
        self._is_event = is_about_event(question.entry)
        self.scope = Scope.THIS
        self.problem = ""
        self._tried: dict[Scope, tuple[DateState, ...]] = {}
        self._read()
        self._try()

    @property
    def heading(self) -> str:
        """What kind of thing repeats."""
        return tr("Recurring event") if self._is_event else tr("Recurring appointment")

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """What can be answered."""
        return event_scopes(self.question) if self._is_event else tuple(Scope)

    @property
    def title(self) -> str:
        """What is about to happen."""
        if self._is_event and self.question.verb is Verb.CANCEL:
            return tr("Delete {name}").format(name=self.question.name)
        forms = {
            Verb.MOVE: tr("Move {name}"),
            Verb.EDIT: tr("Change {name}"),
            Verb.CONFIRM: tr("Confirm {name}"),
            Verb.CANCEL: tr("Cancel {name}"),
        }
        return forms[self.question.name_of_verb].format(name=self.question.name)

    def choice_words(self, scope: Scope) -> str:
        """What an answer reads, with how many appointments it is about."""
        if self._is_event:
            return event_choice_words(scope)
        count = self._counts[scope]
        if scope is Scope.THIS:
            return tr("This appointment")
        if scope is Scope.FOLLOWING:
            return tr("This and following ({n})").format(n=count)
        return with_number(count, "All: {n} appointment", "All {n} appointments")

    @property
    def note(self) -> str:
        """What stays as it is, and what becomes of dates that are still to be made."""
        if self._is_event:
            return event_note(self.scope)
        if self.scope is Scope.THIS:
            return ""
        lines = []
        if self.scope is Scope.ALL and self._has_begun:
            lines.append(tr("Appointments that have begun stay as they are."))
        if self._goes_on and self.question.verb is Verb.CANCEL:
            lines.append(tr("The series ends, and no later dates are booked."))
        elif self._goes_on and self.question.verb is not Verb.CONFIRM:
            lines.append(tr("Dates that are booked later follow."))
        return " ".join(lines)

    @property
    def dates(self) -> tuple[tuple[str, str], ...]:
        """Each date as it will be, and why it is not open."""
        found = self._tried.get(self.scope, ())
        return tuple((self._when(date_state), whats(date_state.reasons)) for date_state in found)

    @property
    def summary(self) -> str:
        """How many dates are closed; nothing when none is."""
        closed = self._closed_count
        if not closed:
            return ""
        return with_number(closed, "{n} date is not open.", "{n} dates are not open.")

    @property
    def can_answer(self) -> bool:
        """Whether the primary button does anything."""
        return self.scope in self._tried

    @property
    def button(self) -> str:
        """What the primary button reads."""
        if self._is_event:
            return event_button(self.question, self.scope)
        count = len(self._tried.get(self.scope, ())) or 1
        if self.question.name_of_verb is Verb.MOVE and self._closed_count:
            return with_number(count, "Move anyway", "Move {n} anyway")
        if self._closed_count:
            return with_number(count, "Change anyway", "Change {n} anyway")
        forms = {
            Verb.MOVE: mark_number("Move appointment", "Move {n} appointments"),
            Verb.EDIT: mark_number("Change appointment", "Change {n} appointments"),
            Verb.CONFIRM: mark_number("Confirm appointment", "Confirm {n} appointments"),
            Verb.CANCEL: mark_number("Cancel appointment", "Cancel {n} appointments"),
        }
        return with_number(count, *forms[self.question.name_of_verb])

    def choose(self, scope: Scope) -> None:
        """Look at another answer."""
        self.scope = scope
        self._try()
        self.changed.emit()

    def answer(self) -> bool:
        """Carry out the answer that is looked at; False where that cannot be (any more)."""
        shown = self._tried.get(self.scope)
        if shown is None:
            return False
        try:
            with self._mail.write(self.scope) as tx:
                outcome = carry_out(tx, self.question, self.scope, now=self._clock())
                if _closed_spans(outcome.dates) - _closed_spans(shown):
                    raise TakenBackError
        except TakenBackError:
            self._look_again(tr("Meanwhile some times were taken. Look at the dates again."))
            return False
        except LcdeskError as error:
            self._look_again(worded(error.message))
            return False
        self.answered.emit(self.question, replace(outcome, step=tx.step))
        return True

    def _look_again(self, why: str) -> None:
        self._tried.clear()
        self._try()
        self.problem = self.problem or why
        self.changed.emit()

    @property
    def _closed_count(self) -> int:
        return len(_closed_spans(self._tried.get(self.scope, ())))

    def _read(self) -> None:
        self._counts: dict[Scope, int] = {}
        self._goes_on = self._has_begun = False
        if self._is_event:
            self.repeats = tr("One date of an event that repeats.")
            return
        now, number = self._clock(), self.question.entry.number
        with self._database.read() as reader:
            found = {
                scope: series_changes.find_meant(reader, number, scope, now=now) for scope in Scope
            }
            series = get_series(reader, self.question.entry.series or 0)
            self._goes_on = series is not None and series_changes.goes_on(reader, series.id)
        self._counts = {
            scope: sum(
                appointment.status.takes_time or appointment.id == number for appointment in some
            )
            for scope, some in found.items()
        }
        self.repeats = "" if series is None else series_words(series, self._locale)
        self._has_begun = series is not None and series.start_on(series.first) <= now

    def _try(self) -> None:
        """What this answer would do, tried for real and taken back."""
        self.problem = ""
        if self.scope in self._tried:
            return
        question, now = self.question, self._clock()
        try:
            with trial(self._database) as tx:
                self._tried[self.scope] = carry_out(tx, question, self.scope, now=now).dates
        except LcdeskError as error:
            self.problem = worded(error.message)

    def _when(self, date_state: DateState) -> str:
        start = date_state.span.start
        day = self._locale.day(local_day(start, self._zone))
        if date_state.is_all_day:
            return day
        return f"{day}, {self._locale.time(wall_minute(start, self._zone))}"


def _closed_spans(dates: tuple[DateState, ...]) -> set[TimeSpan]:
    return {date_state.span for date_state in dates if date_state.reasons}
