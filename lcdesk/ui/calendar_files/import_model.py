"""A calendar file before anything of it is kept: which events, for whom, and what is left out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lcdesk.model.commands.calendar_import import (
    LARGEST_FILE,
    CalendarPlan,
    EventStanding,
    PlannedEvent,
    import_calendar,
    plan_calendar,
)
from lcdesk.model.domain.errors import InvalidInput, LcdeskError
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.zones import local_day, wall_minute
from lcdesk.model.store.database import Database
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.offers import Offer
from lcdesk.ui.wording.labels import mark, tr, with_number
from lcdesk.ui.wording.messages import worded
from lcdesk.ui.wording.undo_words import undo_offer

_MOST_UNREADABLE = 6
_STANDINGS = {
    EventStanding.KNOWN: mark("blocked already"),
    EventStanding.APPOINTMENT: mark("an appointment here already"),
    EventStanding.FREE: mark("takes no time"),
}


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
        """Events of the file: those that would be blocked first, each by its time."""
        ordered = sorted(
            self._plan.events,
            key=lambda event: (
                event.standing is not EventStanding.NEW,
                event.first is None,
                event.first.span.start.timestamp() if event.first is not None else 0,
            ),
        )
        return tuple(map(self._row, ordered))

    @property
    def left_out(self) -> str:
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
        """Block the time of what is ticked, as one step."""
        try:
            with self._database.write() as tx:
                found = import_calendar(
                    tx, self._content, self.member, self._context.clock(), only=self._chosen
                )
        except LcdeskError as error:
            self.refused.emit(worded(error.message))
            return False
        text = with_number(found.blocked, "{n} time blocked", "{n} times blocked")
        self.imported.emit(undo_offer(text, tx.step))
        return True

    def _make_plan(self, member: StaffMember) -> CalendarPlan:
        """What is over is left out unless somebody wants it."""
        with self._database.read() as reader:
            plan = plan_calendar(reader, self._content, member, self._context.clock())
        self._chosen = {
            event.number
            for event in plan.events
            if event.standing is EventStanding.NEW and not event.is_over
        }
        return plan

    def _row(self, event: PlannedEvent) -> EventRow:
        parts = []
        if event.standing is not EventStanding.NEW:
            parts.append(tr(_STANDINGS[event.standing]))
        elif event.is_over:
            parts.append(tr("over"))
        if event.is_series and event.until is not None:
            until = self._context.locale.full_date(event.until)
            parts.append(tr("repeats, imported until {day}").format(day=until))
        elif event.is_series:
            parts.append(with_number(event.dates, "repeats: {n} date", "repeats: {n} dates"))
        return EventRow(
            event.number,
            as_line(event.title) or tr("Without a title"),
            self._when(event),
            ", ".join(parts),
            can_be_chosen=event.standing is EventStanding.NEW,
            is_chosen=event.number in self._chosen,
        )

    def _when(self, event: PlannedEvent) -> str:
        if event.first is None:
            return ""
        locale, tz = self._context.locale, self._context.tz
        if event.first.all_day is not None:
            return locale.full_date(event.first.all_day.first)
        start = event.first.span.start
        day = local_day(start, tz)
        return tr("{weekday} {date}, {time}").format(
            weekday=locale.weekday(day),
            date=locale.full_date(day),
            time=locale.time(wall_minute(start, tz)),
        )


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
