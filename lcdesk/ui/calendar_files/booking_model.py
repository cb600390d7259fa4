"""A calendar file as appointments of one calendar: which, for whom, and what the rules say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from lcdesk.model.commands.calendar_files.booking_plan import plan_bookings
from lcdesk.model.commands.calendar_files.bookings import BookedFile, BookingWish, book_planned
from lcdesk.model.commands.calendar_files.planned import (
    BookingPlan,
    PlannedBooking,
)
from lcdesk.model.commands.calendar_files.reading import TAKEABLE, TAKEN, EventStanding, read_events
from lcdesk.model.domain.calendars import Calendar
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.zones import local_day, zone
from lcdesk.model.store.database import Database
from lcdesk.model.store.remote.index import ensure_indexed
from lcdesk.ui.calendar_files.rows_model import (
    STANDINGS,
    EventRow,
    button_words,
    counted_words,
    days_words,
    left_out_words,
    time_words,
)
from lcdesk.ui.context.before_change_model import MailQuestion
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.look.as_typed import as_line
from lcdesk.ui.offers import Offer
from lcdesk.ui.wording.labels import mark, mark_number, tr, with_number
from lcdesk.ui.wording.messages import number, worded
from lcdesk.ui.wording.undo_words import undo_offer

_MOST_SERIES = 3
_STANDINGS = STANDINGS | {
    EventStanding.CANCELLED: mark("cancelled in the file"),
    EventStanding.EDITED: mark("changed here since"),
    EventStanding.KNOWN: mark("booked already"),
}
_DONE = (
    mark_number("{n} appointment booked", "{n} appointments booked"),
    mark_number("{n} appointment changed", "{n} appointments changed"),
    mark_number("{n} appointment cancelled", "{n} appointments cancelled"),
)


class Appointments:
    """The dates of a file on one calendar. Raises InvalidInput for what is no calendar."""

    def __init__(
        self, database: Database, context: Context, content: bytes, calendar: Calendar
    ) -> None:
        self._context = context
        self._calendar = calendar
        self._mail = MailQuestion(database)
        self._plan = _make_plan(database, context, content, calendar)
        self._contacts = {row.number: row.contact for row in self._plan.bookings}
        self.chosen = {row.number for row in self._plan.bookings if self._is_ticked(row)}

    @property
    def rows(self) -> tuple[EventRow, ...]:
        """Dates of the file: those that something would come of first, each by its time."""
        ordered = sorted(self._plan.bookings, key=lambda row: row.standing not in TAKEABLE)
        return tuple(map(self._row, ordered))

    @property
    def summary(self) -> str:
        """How many are new, changed, the same, and without a contact."""
        count = Counter(row.standing for row in self._plan.bookings)
        parts = counted_words(count)
        lacking = sum(self._lacks_contact(row) for row in self._plan.bookings)
        if lacking:
            parts.append(tr("{n} without a contact").format(n=number(lacking)))
        return ", ".join(parts)

    @property
    def notes(self) -> str:
        """What is left out, each with its reason; empty where nothing is."""
        plan = self._plan
        lines = left_out_words(plan.unreadable, has_guessed_letters=plan.has_guessed_letters)
        until = self._context.locale.full_date(local_day(plan.until, zone(self._calendar.zone)))
        for title in plan.shortened[:_MOST_SERIES]:
            form = tr(
                "{event} repeats: its dates until {day} are offered, later ones are left out."
            )
            lines.append(form.format(event=as_line(title), day=until))
        more = len(plan.shortened) - _MOST_SERIES
        if more > 0:
            lines.append(with_number(more, "and {n} more", "and {n} more"))
        if plan.more:
            lines.append(
                with_number(
                    plan.more,
                    "{n} more event of the file is left out: import it in parts.",
                    "{n} more events of the file are left out: import it in parts.",
                )
            )
        return "\n".join(lines)

    @property
    def hint(self) -> str:
        """What is done with the events, and what is not."""
        return tr(
            "What is ticked is booked as by hand, for the contact beside it. "
            "Nobody named in the file becomes a contact unless you say so."
        )

    @property
    def button(self) -> str:
        """What the primary button reads."""
        return button_words(len(self.chosen))

    def proposed_contact(self, number: int) -> Contact | None:
        """Whom the file names, where nobody is known."""
        row = self._plan.bookings[number]
        guest = row.guests[0] if row.guests else None
        return self._contacts[number] or guest

    def give_contact(self, numbers: Collection[int], contact: Contact) -> None:
        """Book these for somebody; what is open is ticked then."""
        for row in self._plan.bookings:
            if row.number in numbers and self._is_bookable(row):
                self._contacts[row.number] = contact
                self.chosen |= {row.number} if self._is_ticked(row) else set()

    def carry_out(self) -> Offer:
        """Book, change and cancel what is ticked, as one step. Raises LcdeskError."""
        wishes = [self._wish(row) for row in self._plan.bookings if row.number in self.chosen]
        now = self._context.clock()
        with self._mail.write(wishes) as tx:
            found = book_planned(tx, self._calendar.id, wishes, now=now)
            if not any((found.booked, found.changed, found.cancelled)):
                raise InvalidInput(self._refusals(found))
        return undo_offer(self._done_words(found), tx.step)

    # --- one date ---------------------------------------------------------------------------

    def _wish(self, row: PlannedBooking) -> BookingWish:
        if self._lacks_contact(row):
            raise InvalidInput(
                Message("Choose a contact for “{title}”, or take its tick away.", title=row.title)
            )
        return BookingWish(row, self._contacts[row.number], insist=bool(row.reason))

    def _is_bookable(self, row: PlannedBooking) -> bool:
        return row.standing in TAKEABLE and row.is_possible and not row.is_called_off

    def _lacks_contact(self, row: PlannedBooking) -> bool:
        return self._is_bookable(row) and self._contacts[row.number] is None

    def _is_ticked(self, row: PlannedBooking) -> bool:
        """At first: what is to come, open, and for somebody who is known."""
        is_clear = row.standing in TAKEN and not row.reason and not row.is_over
        return is_clear and not self._lacks_contact(row)

    def _row(self, row: PlannedBooking) -> EventRow:
        contact = self._contacts[row.number]
        name = "" if contact is None else as_line(contact.name)
        if contact is not None and not contact.id:
            name = tr("{name} (new)").format(name=name)
        return EventRow(
            row.number,
            as_line(row.title) or tr("Without a title"),
            self._when(row),
            ", ".join(self._remarks(row)),
            can_be_chosen=row.standing in TAKEABLE and row.is_possible,
            is_chosen=row.number in self.chosen,
            contact=tr("no contact yet") if self._lacks_contact(row) else name,
        )

    def _remarks(self, row: PlannedBooking) -> Iterator[str]:
        if row.standing in _STANDINGS:
            yield tr(_STANDINGS[row.standing])
        before = row.appointment
        if row.standing is EventStanding.CHANGED and before is not None:
            was = tr("was {time}").format(
                time=time_words(self._context, before.span, self._calendar.zone)
            )
            yield was if row.is_moved(self._calendar) else tr("other words")
        if row.is_over and row.standing in TAKEN:
            yield tr("over")
        elif row.reason:
            yield tr("not open: {reason}").format(reason=worded(row.reason))

    def _when(self, row: PlannedBooking) -> str:
        if row.all_day is not None:
            return days_words(self._context, row.all_day)
        return time_words(self._context, row.span, self._calendar.zone)

    def _done_words(self, found: BookedFile) -> str:
        counts = zip((len(found.booked), found.changed, found.cancelled), _DONE, strict=True)
        done = ", ".join(with_number(count, *forms) for count, forms in counts if count)
        if not found.refused:
            return done
        return tr("{done}. Left out: {refusals}").format(
            done=done, refusals=worded(self._refusals(found))
        )

    def _refusals(self, found: BookedFile) -> Message:
        first = found.refused[0]
        text = Message("“{title}”: {reason}", title=first.planned.title, reason=first.message)
        more = len(found.refused) - 1
        if not more:
            return text
        return Message.counted("{first} And {n} more.", "{first} And {n} more.", n=more, first=text)


def _make_plan(
    database: Database, context: Context, content: bytes, calendar: Calendar
) -> BookingPlan:
    now = context.clock()
    file = read_events(content, calendar.zone, now)
    ensure_indexed(database, file.stretch(now))
    with database.read() as reader:
        return plan_bookings(reader, file, calendar, now, here=context.tz.key)
