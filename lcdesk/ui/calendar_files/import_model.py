"""A calendar file before anything of it is kept: which events, for whom, and what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lcdesk.model.commands.calendar_files.blocking import (
    CalendarPlan,
    EventStanding,
    Imported,
    PlannedEvent,
    import_calendar,
    plan_calendar,
)
from lcdesk.model.commands.calendar_files.reading import LARGEST_FILE
from lcdesk.model.domain.errors import InvalidInput, LcdeskError
from lcdesk.model.domain.events import Occurrence
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import local_day, wall_minute, zone
from lcdesk.model.store.database import Database
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.offers import Offer
from lcdesk.ui.wording.labels import city_of_zone, mark, mark_number, tr, with_number
from lcdesk.ui.wording.messages import number, worded
from lcdesk.ui.wording.undo_words import undo_offer

_MOST_UNREADABLE = 6
_STANDINGS = {
    EventStanding.CANCELLED: mark("cancelled, its time is freed"),
    EventStanding.KNOWN: mark("blocked already"),
    EventStanding.OLDER: mark("older than what was imported"),
    EventStanding.APPOINTMENT: mark("an appointment here already"),
    EventStanding.FREE: mark("takes no time"),
}
# What is ticked at first, and what a person may tick.
_TICKED = (EventStanding.NEW, EventStanding.CHANGED, EventStanding.CANCELLED)
_TICKABLE = (*_TICKED, EventStanding.EDITED)
_COUNTED = {
    EventStanding.NEW: mark("{n} new"),
    EventStanding.CHANGED: mark("{n} changed"),
    EventStanding.CANCELLED: mark("{n} cancelled there"),
    EventStanding.EDITED: mark("{n} changed here"),
    EventStanding.KNOWN: mark("{n} the same"),
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


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event of the preview; what cannot be imported says why in `note`."""

    number: int
    title: str
    when: str
    note: str
    can_be_chosen: bool
    is_chosen: bool


class CalendarImport(QObject):
    """The events of a file for one staff member. Ends with `imported`, or is thrown away."""

    changed = Signal()  # another member, so another plan
    refused = Signal(str)
    imported = Signal(Offer)

    def __init__(
        self, database: Database, context: Context, file: Path, parent: QObject | None = None
    ) -> None:
        """Raises InvalidInput for what is no calendar file, or where there is no staff member."""
        super().__init__(parent)
        self._database = database
        self._context = context
        self.name = as_line(file.name)
        self._content = _read(file)
        self.members = tuple(context.directory.staff.values())
        if not self.members:
            raise InvalidInput(
                Message("There is no staff member yet whose time the events could block.")
            )
        shown = context.directory.shown_staff(context.shown)
        self.member: StaffMember = (shown or self.members)[0]
        self._chosen: set[int] = set()
        self._plan = self._make_plan(self.member)

    @property
    def rows(self) -> tuple[EventRow, ...]:
        """Events of the file: those that something would come of first, each by its time."""
        ordered = sorted(
            self._plan.events,
            key=lambda event: (event.standing not in _TICKABLE, *_place(event)),
        )
        return tuple(map(self._row, ordered))

    @property
    def summary(self) -> str:
        """How many events are new, changed, the same; empty where all are new."""
        count = Counter(event.standing for event in self._plan.events)
        if set(count) <= {EventStanding.NEW, EventStanding.FREE}:
            return ""
        parts = [
            tr(form).format(n=number(count[what])) for what, form in _COUNTED.items() if count[what]
        ]
        return ", ".join(parts)

    @property
    def notes(self) -> str:
        """What cannot be read, each with its reason; empty where all can."""
        lines = [
            tr("{event}: {reason}").format(
                event=as_line(event.title or event.uid) or tr("An event without a title"),
                reason=worded(event.message),
            )
            for event in self._plan.unreadable[:_MOST_UNREADABLE]
        ]
        more = len(self._plan.unreadable) - len(lines)
        if more > 0:
            lines.append(with_number(more, "and {n} more", "and {n} more"))
        if self._plan.has_guessed_letters:
            lines.append(tr("The file does not say how its letters are written; look at titles."))
        return "\n".join(lines)

    @property
    def button(self) -> str:
        """What the primary button reads."""
        return with_number(self.chosen, "Import {n} event", "Import {n} events")

    @property
    def chosen(self) -> int:
        """How many events are ticked."""
        return len(self._chosen)

    def choose_member(self, member: int) -> None:
        """Whose time it is to block."""
        self.member = self._context.directory.staff[member]
        self._plan = self._make_plan(self.member)
        self.changed.emit()

    def take(self, number: int) -> None:
        """Import one after all."""
        self._chosen.add(number)

    def leave_out(self, number: int) -> None:
        """Import one not."""
        self._chosen.discard(number)

    def carry_out(self) -> bool:
        """Block, change and free the time of what is ticked, as one step."""
        edited = {
            event.number for event in self._plan.events if event.standing is EventStanding.EDITED
        }
        try:
            with self._database.write() as tx:
                found = import_calendar(
                    tx,
                    self._content,
                    self.member,
                    self._context.clock(),
                    only=self._chosen,
                    overwriting=edited & self._chosen,
                )
        except LcdeskError as error:
            self.refused.emit(worded(error.message))
            return False
        self.imported.emit(undo_offer(_done_words(found), tx.step))
        return True

    def _make_plan(self, member: StaffMember) -> CalendarPlan:
        """What is over is left out unless somebody wants it."""
        with self._database.read() as reader:
            plan = plan_calendar(reader, self._content, member, self._context.clock())
        self._chosen = {
            event.number for event in plan.events if event.standing in _TICKED and not event.is_over
        }
        return plan

    def _row(self, event: PlannedEvent) -> EventRow:
        return EventRow(
            event.number,
            as_line(event.title) or tr("Without a title"),
            self._when(event.first, event.was),
            ", ".join(self._notes(event)),
            can_be_chosen=event.standing in _TICKABLE,
            is_chosen=event.number in self._chosen,
        )

    def _notes(self, event: PlannedEvent) -> Iterator[str]:
        is_edited = event.standing is EventStanding.EDITED
        if is_edited:
            yield tr("changed here since") if event.was else tr("unblocked here since")
        elif event.standing in _STANDINGS:
            yield tr(_STANDINGS[event.standing])
        elif event.is_over:
            yield tr("over")
        if event.is_series:
            yield from self._series_notes(event)
        if (is_edited or event.standing is EventStanding.CHANGED) and event.was:
            is_same = event.first is not None and event.first.span == event.was
            time = self._time(event.was)
            yield tr("another title") if is_same else tr("was {time}").format(time=time)

    def _series_notes(self, event: PlannedEvent) -> Iterator[str]:
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
            return "" if before is None else self._time(before)
        if date.all_day is not None:
            return self._context.locale.full_date(date.all_day.first)
        return self._time(date.span)

    def _time(self, span: TimeSpan) -> str:
        """On the clock of whose time it blocks, which is named where it is not this one."""
        locale, tz = self._context.locale, zone(self.member.zone)
        day = local_day(span.start, tz)
        when = tr("{weekday} {date}, {time}").format(
            weekday=locale.weekday_of_date(day),
            date=locale.full_date(day),
            time=locale.time(wall_minute(span.start, tz)),
        )
        if tz == self._context.tz:
            return when
        return tr("{when} ({zone})").format(when=when, zone=city_of_zone(self.member.zone))


def _place(event: PlannedEvent) -> tuple[bool, float]:
    """By its time, or by the one that it had; what has none comes last."""
    span = event.was if event.first is None else event.first.span
    return span is None, 0 if span is None else span.start.timestamp()


def _done_words(found: Imported) -> str:
    counts = zip((found.blocked, found.changed, found.freed), _DONE, strict=True)
    told = [with_number(count, *forms) for count, forms in counts if count]
    return ", ".join(told) or with_number(0, *_DONE[0])


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
