"""What stands in the booking dialog, and what would come of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from lcdesk.model.commands.service_choices import ServiceChoice
from lcdesk.ui.series.booking_repeat_model import Repetition
from lcdesk.ui.wording.labels import tr


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the dialog. `length` None is the calendar's own; `staff` 0 the next one."""

    calendar: int
    day: date
    minute: int
    length: timedelta | None = None
    staff: int = 0
    name: str = ""
    email: str = ""
    phone: str = ""
    title: str = ""
    notes: str = ""
    location: str = ""
    repetition: Repetition = field(default_factory=Repetition)
    service: ServiceChoice = field(default_factory=ServiceChoice)


@dataclass(frozen=True, slots=True)
class Answer:
    """What would happen now, in words. `reasons` is empty where the time is open.

    `details` are about the kind of calendar: members, seats, phases.
    """

    is_open: bool
    can_book: bool
    headline: str
    reasons: tuple[str, ...] = ()
    who: str = ""
    next_one: str = ""
    note: str = ""
    details: tuple[str, ...] = ()

    @property
    def button(self) -> str:
        """What the primary button reads."""
        return tr("Book") if self.is_open or not self.can_book else tr("Book anyway")


def asked_by(draft: Draft) -> tuple[object, ...]:
    """What the answer depends on; names and notes do not change it."""
    return (
        draft.calendar,
        draft.day,
        draft.minute,
        draft.length,
        draft.staff,
        draft.service,
        draft.repetition,
    )
