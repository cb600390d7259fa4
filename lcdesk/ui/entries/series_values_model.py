"""A change of one occurrence that could be meant for others, and what it does.

Dates of a series that was made elsewhere: a change carried out, and how it is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, auto

from lcdesk.model.commands.reassign import Reassignment
from lcdesk.model.domain.events import AgendaEntry, AllDay, Origin
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.recurrence.series import Scope
from lcdesk.model.replication.event_texts import Edit
from lcdesk.model.replication.mirrored_edits import edit_mirrored, move_times, take_out_dates
from lcdesk.model.store.remote.occurrences import occurrence_spans
from lcdesk.model.store.transaction import Reader, Transaction
from lcdesk.ui.wording.labels import mark, tr


class Verb(Enum):
    """What is done to the occurrences."""

    MOVE = auto()
    EDIT = auto()
    CONFIRM = auto()
    CANCEL = auto()


@dataclass(frozen=True, slots=True)
class SeriesQuestion:
    """A change of one occurrence that could be meant for others. `entry` is the one chosen.

    `start` and `length` are for MOVE, and for an EDIT that moves an appointment as well; None
    keeps them. EDIT takes `words` (title, notes, location; None keeps them) and whom it is `wanted`
    for, with whom and on which calendar. `seats` are those of a class session that go along.
    `answers` are those that are different, by intake field.
    """

    verb: Verb
    entry: AgendaEntry
    name: str
    start: datetime | None = None
    length: timedelta | None = None
    words: tuple[str | None, str | None, str | None] = (None, None, None)
    wanted: Reassignment | None = None
    seats: tuple[int, ...] = ()
    answers: Mapping[int, str] = field(default_factory=dict)

    @property
    def moves(self) -> bool:
        """Whether it gets another time."""
        return self.start is not None or self.length is not None

    @property
    def is_stretch(self) -> bool:
        """Whether it lasts longer or shorter than before."""
        return self.length not in (None, self.entry.span.length)

    @property
    def name_of_verb(self) -> Verb:
        """What it is called: what lasts longer or shorter is changed, not moved."""
        return Verb.EDIT if self.is_stretch else self.verb


@dataclass(frozen=True, slots=True)
class DateState:
    """One occurrence as the change leaves it, and why its time is not open."""

    span: TimeSpan
    reasons: tuple[str, ...] = ()
    is_all_day: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a change does, occurrence by occurrence; once it is kept, the step that undoes it."""

    dates: tuple[DateState, ...]
    step: int = 0


_SHORTEST_DAY = timedelta(hours=23)  # one on which the clock goes forward
_MOST = 60  # dates that are listed


def is_about_event(entry: AgendaEntry) -> bool:
    """Whether an entry is a date of such a series."""
    return entry.origin is Origin.ICLOUD and bool(entry.date)


def event_scopes(question: SeriesQuestion) -> tuple[Scope, ...]:
    """What can be answered: see ARCHITECTURE.md on what would need two events to be written."""
    if question.verb is Verb.CANCEL:
        return (Scope.THIS, Scope.FOLLOWING)
    return (Scope.THIS, Scope.ALL)


def change_event_dates(
    tx: Transaction, question: SeriesQuestion, scope: Scope, *, now: datetime
) -> Outcome:
    """Change, move or delete the dates meant. Raises LcdeskError."""
    entry = question.entry
    if question.verb is Verb.CANCEL:
        before = _spans(tx, entry)
        take_out_dates(tx, entry.number, entry.date, scope, now=now)
        gone = sorted(set(before) - set(_spans(tx, entry)))
        return Outcome(_states(entry, gone or [entry.span]))
    wanted = event_edit(tx, question)
    edit_mirrored(tx, entry.number, wanted, date=entry.date, scope=scope, now=now)
    spans = [_span_of(question)]
    if scope is not Scope.THIS:
        spans = [span for span in _spans(tx, entry) if span.end > now]
    return Outcome(_states(entry, spans))


def event_edit(reader: Reader, question: SeriesQuestion) -> Edit:
    """What an event is to have that is moved or edited.

    Whole days stay whole days, unless a length is asked for that no day has.
    """
    entry = question.entry
    span: TimeSpan | AllDay | None = None
    if question.moves:
        start = question.start or entry.span.start
        span = move_times(reader, entry.number, start, entry.date)
        length = question.length
        if length is not None and (isinstance(span, TimeSpan) or length < _SHORTEST_DAY):
            span = TimeSpan.of_length(start, length)
    title, notes, location = question.words
    return Edit(
        title=None if title == entry.title else title,
        notes=None if notes == entry.notes else notes,
        location=None if location == entry.location else location,
        span=span,
    )


def _span_of(question: SeriesQuestion) -> TimeSpan:
    span = question.entry.span
    return TimeSpan.of_length(question.start or span.start, question.length or span.length)


def _spans(reader: Reader, entry: AgendaEntry) -> list[TimeSpan]:
    return sorted(occurrence_spans(reader, entry.number))


def _states(entry: AgendaEntry, spans: list[TimeSpan]) -> tuple[DateState, ...]:
    whole = entry.all_day is not None
    return tuple(DateState(span, is_all_day=whole) for span in spans[:_MOST])


def event_choice_words(scope: Scope) -> str:
    """What an answer reads."""
    if scope is Scope.THIS:
        return tr("This date only")
    return tr("This and following dates") if scope is Scope.FOLLOWING else tr("All dates")


def event_note(scope: Scope) -> str:
    """What stays as it is."""
    return tr("Dates that were changed one by one stay so.") if scope is Scope.ALL else ""


def event_button(question: SeriesQuestion, scope: Scope) -> str:
    """What the primary button reads."""
    forms = {
        Verb.MOVE: (mark("Move this date"), mark("Move all dates")),
        Verb.EDIT: (mark("Change this date"), mark("Change all dates")),
        Verb.CANCEL: (mark("Delete this date"), mark("Delete these dates")),
    }
    one, many = forms[question.name_of_verb]
    return tr(one if scope is Scope.THIS else many)


def event_done_words(question: SeriesQuestion, count: int) -> str:
    """What was done, for the toast that takes it back."""
    forms = {
        Verb.MOVE: (mark("Moved: {name}"), mark("Moved all dates: {name}")),
        Verb.EDIT: (mark("Changed: {name}"), mark("Changed all dates: {name}")),
        Verb.CANCEL: (mark("Deleted: {name}"), mark("Deleted this and following dates: {name}")),
    }
    one, many = forms[question.name_of_verb]
    return tr(one if count == 1 else many).format(name=question.name)
