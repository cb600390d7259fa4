"""A line that is typed as a booking: what it would book, and what the rules say to that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from lcdesk.model.domain.people import Contact
from lcdesk.ui.booking.booking_model import BookingModel
from lcdesk.ui.booking.draft_model import Draft
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.quick_add.grammar import Reading, Ways, read_line
from lcdesk.ui.quick_add.words import ENGLISH, WORDS
from lcdesk.ui.series.dates_model import Repetition
from lcdesk.ui.week.week import AND
from lcdesk.ui.wording.labels import tr

_MINUTE = timedelta(minutes=1)


class QuickAddModel(QObject):
    """Keeps a booking as the line says; `booking` answers for the rules and books."""

    changed = Signal()

    def __init__(
        self, booking: BookingModel, context: Context, *, today: date, minute: int
    ) -> None:
        """`today` and `minute` are now, on the clock that is shown."""
        super().__init__()
        self.booking = booking
        booking.setParent(self)
        self._context = context
        self._today, self._minute = today, minute
        self._untouched = replace(booking.draft, repetition=Repetition())
        locale = context.locale
        self._ways = Ways(
            WORDS.get(locale.language, ENGLISH),
            locale.date_order,
            locale.is_24_hour,
            locale.first_weekday,
        )

    def read(self, line: str) -> None:
        """Understand the line anew."""
        calendars, members = self.booking.calendars, list(self._context.directory.staff.values())
        found = read_line(
            line,
            today=self._today,
            ways=self._ways,
            calendars=[calendar.name for calendar in calendars],
            staff=[member.name for member in members],
        )
        draft = self._untouched
        if found.calendar >= 0:
            draft = replace(draft, calendar=calendars[found.calendar].id)
        self.booking.change(replace(self.booking.draft, calendar=draft.calendar))
        offered = {member for member, _ in self.booking.staff_choices}
        named = members[found.staff].id if found.staff >= 0 else 0
        staff = named if named in offered else 0
        self.booking.change(replace(self._filled(draft, found), staff=staff))
        if found.start is None:
            self.booking.go_to_next_open()
        self.changed.emit()

    @property
    def can_book(self) -> bool:
        """Whether somebody is named, and the rules or a person may allow it."""
        return bool(self.booking.draft.name) and self.booking.can_book

    @property
    def is_open(self) -> bool:
        """Whether the rules allow it."""
        return self.booking.answer.is_open

    @property
    def who(self) -> str:
        """ "Cleo Park · Cut · Salon"; somebody who is not known is said to be new."""
        draft = self.booking.draft
        if not draft.name:
            return tr("Who is it for?")
        name = as_line(draft.name)
        if not draft.contact:
            name = tr("{name} (new contact)").format(name=name)
        calendar = self.booking.calendar
        parts = (name, as_line(draft.title), "" if calendar is None else calendar.name)
        return AND.join(part for part in parts if part)

    @property
    def when(self) -> str:
        """ "Thursday 26 November, 14:00 – 15:00"."""
        draft, locale = self.booking.draft, self._context.locale
        times = locale.time_range(draft.minute, self.booking.end_minute)
        return tr("{day}, {times}").format(day=locale.day(draft.day), times=times)

    @property
    def answer(self) -> str:
        """What the rules say, and who would get it."""
        answer = self.booking.answer
        lines = (answer.headline, *answer.reasons, answer.who, self.booking.missing)
        return "\n".join(filter(None, lines))

    def _filled(self, draft: Draft, found: Reading) -> Draft:
        """Without a day today, or tomorrow where the time has passed today."""
        day = found.day
        if day is None:
            is_over = found.start is not None and found.start < self._minute
            day = self._today + timedelta(days=1) if is_over else self._today
        length = None
        if found.start is not None and found.end is not None:
            length = (found.end - found.start) * _MINUTE
        draft = replace(draft, day=day, minute=found.start or 0, length=length)
        contact, title = recognise(found.title, self.booking.contacts)
        if contact is None:
            return replace(draft, name=found.title)
        name, email, phone = contact.name, contact.email, contact.phone
        return replace(draft, contact=contact.id, name=name, email=email, phone=phone, title=title)


def recognise(title: str, known: Sequence[Contact]) -> tuple[Contact | None, str]:
    """The contact whose name stands in a title, else the only one of a first name; and the rest."""
    words = title.split()
    small = [word.casefold() for word in words]
    firsts = [contact.name.casefold().partition(" ")[0] for contact in known]
    best: tuple[int, int, Contact] | None = None
    for contact, first in zip(known, firsts, strict=True):
        whole = contact.name.casefold().split()
        for name in (whole, [first] if firsts.count(first) == 1 else []):
            at = _find(name, small)
            if at >= 0 and (best is None or len(name) > best[0]):
                best = (len(name), at, contact)
    if best is None:
        return None, title
    count, at, found = best
    return found, " ".join(words[:at] + words[at + count :])


def _find(name: list[str], words: list[str]) -> int:
    if not name:
        return -1
    places = range(len(words) - len(name) + 1)
    return next((at for at in places if words[at : at + len(name)] == name), -1)
