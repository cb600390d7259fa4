"""A calendar file as blocked time of one staff member: its events, and what each would do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lcdesk.model.commands.calendar_files.blocking import (
    Imported,
    PlannedEvent,
    import_calendar,
    plan_calendar,
)
from lcdesk.model.commands.calendar_files.reading import TAKEABLE, TAKEN, EventStanding
from lcdesk.model.domain.events import Occurrence
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.database import Database
from lcdesk.ui.calendar_files.rows_model import (
    STANDINGS,
    EventRow,
    button_words,
    counted_words,
    days_words,
    left_out_words,
    time_words,
)
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.offers import Offer
from lcdesk.ui.wording.labels import mark, mark_number, tr, with_number
from lcdesk.ui.wording.undo_words import undo_offer

_STANDINGS = STANDINGS | {
    EventStanding.CANCELLED: mark("cancelled, its time is freed"),
    EventStanding.KNOWN: mark("blocked already"),
}
_DATES = (
    mark_number("{n} new date", "{n} new dates"),
    mark_number("{n} date changed", "{n} dates changed"),
    mark_number("{n} date freed", "{n} dates freed"),
)
_DONE = (
    mark_number("{n} time blocked", "{n} times blocked"),
    mark_number("{n} time changed", "{n} times changed"),
    mark_number("{n} time freed", "{n} times freed"),
)


class BlockedTime:
    """The events of a file for one staff member. Raises InvalidInput for what is no calendar."""

    def __init__(
        self, database: Database, context: Context, content: bytes, member: StaffMember
    ) -> None:
        self._database = database
        self._context = context
        self._content = content
        self._member = member
        with database.read() as reader:
            self._plan = plan_calendar(reader, content, member, context.clock())
        self.chosen = {
            event.number
            for event in self._plan.events
            if event.standing in TAKEN and not event.is_over
        }

    @property
    def rows(self) -> tuple[EventRow, ...]:
        """Events of the file: those that something would come of first, each by its time."""
        ordered = sorted(
            self._plan.events,
            key=lambda event: (event.standing not in TAKEABLE, *_place(event)),
        )
        return tuple(map(self._row, ordered))

    @property
    def summary(self) -> str:
        """How many events are new, changed, the same; empty where all are new."""
        count = Counter(event.standing for event in self._plan.events)
        if set(count) <= {EventStanding.NEW, EventStanding.FREE}:
            return ""
        return ", ".join(counted_words(count))

    @property
    def notes(self) -> str:
        """What cannot be read, each with its reason; empty where all can."""
        plan = self._plan
        return "\n".join(
            left_out_words(plan.unreadable, has_guessed_letters=plan.has_guessed_letters)
        )

    @property
    def hint(self) -> str:
        """What is done with the events, and what is not."""
        return tr(
            "Events become blocked time on this computer. Nothing is sent, and nobody named in "
            "the file becomes a contact."
        )

    @property
    def button(self) -> str:
        """What the primary button reads."""
        return button_words(len(self.chosen))

    def carry_out(self) -> Offer:
        """Block, change and free the time of what is ticked, as one step. Raises LcdeskError."""
        edited = {
            event.number for event in self._plan.events if event.standing is EventStanding.EDITED
        }
        with self._database.write() as tx:
            found = import_calendar(
                tx,
                self._content,
                self._member,
                self._context.clock(),
                only=self.chosen,
                overwriting=edited & self.chosen,
            )
        return undo_offer(_done_words(found), tx.step)

    def _row(self, event: PlannedEvent) -> EventRow:
        return EventRow(
            event.number,
            as_line(event.title) or tr("Without a title"),
            self._when(event.first, event.was),
            ", ".join(self._remarks(event)),
            can_be_chosen=event.standing in TAKEABLE,
            is_chosen=event.number in self.chosen,
        )

    def _remarks(self, event: PlannedEvent) -> Iterator[str]:
        is_edited = event.standing is EventStanding.EDITED
        if is_edited:
            yield tr("changed here since") if event.was else tr("unblocked here since")
        elif event.standing in _STANDINGS:
            yield tr(_STANDINGS[event.standing])
        elif event.is_over:
            yield tr("over")
        if event.is_series:
            yield from self._series_remarks(event)
        if (is_edited or event.standing is EventStanding.CHANGED) and event.was:
            is_same = event.first is not None and event.first.span == event.was
            time = time_words(self._context, event.was, self._member.zone)
            yield tr("another title") if is_same else tr("was {time}").format(time=time)

    def _series_remarks(self, event: PlannedEvent) -> Iterator[str]:
        if event.standing is EventStanding.CHANGED:
            counts = zip((event.new, event.changed, event.freed), _DATES, strict=True)
            yield from (with_number(count, *forms) for count, forms in counts if count)
        elif event.standing is EventStanding.CANCELLED:
            return
        elif event.until is not None:
            until = self._context.locale.full_date(event.until)
            yield tr("repeats, imported until {day}").format(day=until)
        elif event.dates:
            yield with_number(event.dates, "repeats: {n} date", "repeats: {n} dates")

    def _when(self, date: Occurrence | None, before: TimeSpan | None) -> str:
        if date is None:
            return "" if before is None else time_words(self._context, before, self._member.zone)
        if date.all_day is not None:
            return days_words(self._context, date.all_day)
        return time_words(self._context, date.span, self._member.zone)


def _place(event: PlannedEvent) -> tuple[bool, float]:
    """By its time, or by the one that it had; what has none comes last."""
    span = event.was if event.first is None else event.first.span
    return span is None, 0 if span is None else span.start.timestamp()


def _done_words(found: Imported) -> str:
    counts = zip((found.blocked, found.changed, found.freed), _DONE, strict=True)
    told = [with_number(count, *forms) for count, forms in counts if count]
    return ", ".join(told) or with_number(0, *_DONE[0])
