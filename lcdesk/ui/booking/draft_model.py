"""What stands in the booking dialog, what can be chosen in it, and what would come of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from lcdesk.model.booking.service import busy_parts
from lcdesk.model.booking.situation import Reason, ReasonCode
from lcdesk.model.booking.slots import CHOOSES_A_MEMBER
from lcdesk.model.commands.appointments import BookingRequest, Preview, preview
from lcdesk.model.commands.intake.answers import missing_names
from lcdesk.model.commands.service_choices import ServiceChoice as ServiceChoice
from lcdesk.model.commands.service_choices import chosen_length
from lcdesk.model.domain.calendars import Calendar, CalendarKind, ServiceOption
from lcdesk.model.domain.errors import LcdeskError
from lcdesk.model.domain.zones import at_wall, wall_minute
from lcdesk.model.store.appointments import appointments_of_calendar
from lcdesk.model.store.database import Database
from lcdesk.model.store.people import all_resources, contacts
from lcdesk.model.store.transaction import Reader
from lcdesk.ui.context.context_model import Context
from lcdesk.ui.context.directory_model import Directory
from lcdesk.ui.look.as_typed import as_line, as_sentence
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.series.dates_model import Repetition
from lcdesk.ui.week.week import NOBODY
from lcdesk.ui.wording.labels import sentences, tr, with_number
from lcdesk.ui.wording.messages import name_list, worded


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the dialog. `length` None is the calendar's own; `staff` 0 the next one.

    `contact` is who was chosen from those who are known, 0 for whoever has what is written.
    `waiting` is the entry of the waiting list that is booked, 0 for none.
    """

    calendar: int
    day: date
    minute: int
    length: timedelta | None = None
    staff: int = 0
    contact: int = 0
    name: str = ""
    email: str = ""
    phone: str = ""
    title: str = ""
    notes: str = ""
    location: str = ""
    repetition: Repetition = field(default_factory=Repetition)
    service: ServiceChoice = field(default_factory=ServiceChoice)
    answers: Mapping[int, str] = field(default_factory=dict)  # by intake field, of any calendar
    waiting: int = 0

    def on(self, calendar: Calendar | None, member: int | None) -> Draft:
        """On a calendar, with the member asked for by name where it chooses among several."""
        if calendar is None:
            return self
        chooses = calendar.kind in CHOOSES_A_MEMBER and len(calendar.staff) > 1
        staff = member if chooses and member in calendar.staff else None
        return replace(self, calendar=calendar.id, staff=staff or 0)


def missing_words(calendar: Calendar | None, draft: Draft) -> str:
    """What the calendar has to be told before it takes the booking; empty where that is nothing."""
    names = [] if calendar is None else missing_names(calendar.fields, draft.answers)
    return tr("Still to be answered: {fields}").format(fields=name_list(names)) if names else ""


def order_calendars(context: Context) -> tuple[Calendar, ...]:
    """The calendars on view first; the others can be booked as well."""
    on_view = context.directory.shown_calendars(context.shown)
    every = context.directory.of_kind(None)
    return on_view + tuple(calendar for calendar in every if calendar not in on_view)


def usual_calendar(context: Context, tinted: Calendar | None) -> int:
    """The one whose open times are shown, else the last one booked, else the first on view."""
    directory = context.directory
    on_view = directory.shown_calendars(context.shown) or directory.of_kind(None)
    wanted = context.memory.now.last_calendar if tinted is None else tinted.id
    return next(
        (calendar.id for calendar in on_view if calendar.id == wanted),
        on_view[0].id if on_view else 0,
    )


def likely_calendars(context: Context, member: int | None) -> list[Calendar]:
    """On which a booking is tried, the last one booked first: those on view, and of them those
    that could stand in a member's column.
    """
    directory, last = context.directory, context.memory.now.last_calendar
    on_view = directory.shown_calendars(context.shown) or directory.of_kind(None)
    suitable = [calendar for calendar in on_view if may_take(calendar, member)]
    return sorted(suitable or on_view, key=lambda calendar: calendar.id != last)[:_TRIED]


def may_take(calendar: Calendar, member: int | None) -> bool:
    """Whether its bookings could stand in a member's column."""
    is_simple = calendar.kind is CalendarKind.SIMPLE
    return member is None or (is_simple if member == NOBODY else member in calendar.staff)


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


def answer_inputs(draft: Draft) -> tuple[object, ...]:
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


def length_until(draft: Draft, minute: int, tz: ZoneInfo) -> timedelta:
    """How long it lasts until a wall-clock minute, of the next day where that is not after it."""
    last = draft.day if minute > draft.minute else draft.day + timedelta(days=1)
    return at_wall(last, minute, tz) - at_wall(draft.day, draft.minute, tz)


def gap_note(draft: Draft, tz: ZoneInfo, locale: LocaleFormat) -> str:
    """Said where the clock skips the time that was picked."""
    meant = wall_minute(at_wall(draft.day, draft.minute, tz), tz)
    if meant == draft.minute:
        return ""
    return tr("The clocks change: {skipped} does not exist that day, {meant} is meant.").format(
        skipped=locale.time(draft.minute), meant=locale.time(meant)
    )


# A double click sweeps this much, in minutes: a start was picked, not a length.
PICKED_START = 30
_TRIED = 3  # calendars asked before a booking opens; each takes a question to the rules
_LENGTHS = (15, 30, 45, 60, 75, 90, 120, 150, 180, 240)
_MINUTE = timedelta(minutes=1)
_USUAL = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class OptionRow:
    """A variation or an add-on to choose; an empty name is the service itself."""

    name: str
    text: str


def own_length(calendar: Calendar | None, choice: ServiceChoice) -> timedelta:
    """What the calendar says for this choice."""
    return _USUAL if calendar is None else chosen_length(calendar, choice)


def length_rows(own: timedelta, chosen: timedelta | None) -> list[tuple[int, str]]:
    """Minutes and words; 0 is the calendar's own length."""
    minutes = 0 if chosen is None else chosen // _MINUTE
    known = sorted({*_LENGTHS, minutes} - {0, own // _MINUTE})
    return [
        (0, length_words(own // _MINUTE)),
        *((minute, length_words(minute)) for minute in known),
    ]


def variation_rows(calendar: Calendar | None) -> tuple[OptionRow, ...]:
    """The service itself and its variations; none where there is nothing to choose."""
    if calendar is None or not calendar.variations:
        return ()
    itself = OptionRow("", _with_length(calendar.name, calendar.own_length))
    return (itself, *(_row(option) for option in calendar.variations))


def add_on_rows(calendar: Calendar | None) -> tuple[OptionRow, ...]:
    """What can be added."""
    if calendar is None:
        return ()
    return tuple(
        OptionRow(
            option.name,
            tr("{name} (+{length})").format(
                name=option.name, length=length_words(option.length // _MINUTE)
            ),
        )
        for option in calendar.add_ons
    )


def limit_choice(calendar: Calendar | None, choice: ServiceChoice) -> ServiceChoice:
    """As much of the choice as the calendar still offers: it may be edited meanwhile."""
    if calendar is None:
        return ServiceChoice()
    names = [option.name for option in calendar.variations]
    extras = [option.name for option in calendar.add_ons]
    return ServiceChoice(
        choice.variation if choice.variation in names else "",
        tuple(name for name in extras if name in choice.add_ons),
    )


def length_words(minutes: int) -> str:
    """`45 min`, `1 h`, `1 h 30 min`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return tr("{m} min").format(m=rest)
    if not rest:
        return tr("{h} h").format(h=hours)
    return tr("{h} h {m} min").format(h=hours, m=rest)


def _row(option: ServiceOption) -> OptionRow:
    return OptionRow(option.name, _with_length(option.name, option.length))


def _with_length(name: str, length: timedelta) -> str:
    return tr("{name} ({length})").format(name=name, length=length_words(length // _MINUTE))


ShowTime = Callable[[datetime], str]
"""An instant as the time that the dialog shows."""


def details(
    reader: Reader, calendar: Calendar, found: Preview, directory: Directory, show_time: ShowTime
) -> tuple[str, ...]:
    """Each member's state, the seats with who sits there, or the phases and the resources."""
    if calendar.kind is CalendarKind.COLLECTIVE:
        return _members(calendar, found, directory)
    if calendar.kind is CalendarKind.CLASS:
        return _seats(reader, calendar, found)
    if calendar.kind is CalendarKind.SERVICE:
        return (*_phases(calendar, found, show_time), *_resources(reader, calendar))
    return ()


class RulesAsked:
    """What the rules say to a draft; asked once for the same booking of the same store."""

    def __init__(self, database: Database, context: Context, tz: ZoneInfo) -> None:
        """`tz` is that of the clock the dialog shows."""
        self._database = database
        self._context = context
        self._tz = tz
        self._known: tuple[tuple[BookingRequest, str], Answer] | None = None

    def forget(self) -> None:
        """The store has changed."""
        self._known = None

    def ask(self, calendar: Calendar, request: BookingRequest, draft: Draft) -> Answer:
        """Whether it can be booked, who would get it, and why not."""
        note = gap_note(draft, self._tz, self._context.locale)
        if self._known is None or self._known[0] != (request, note):
            self._known = (request, note), self._answer(calendar, request, note)
        return self._known[1]

    def _answer(self, calendar: Calendar, request: BookingRequest, note: str) -> Answer:
        here, directory = self._tz.key, self._context.directory
        try:
            with self._database.read() as reader:
                found = preview(reader, request, now=self._context.clock(), here=here)
                lines = details(reader, calendar, found, directory, self._show_time)
        except LcdeskError as error:
            return Answer(False, False, worded(error.message))
        return answer_of(calendar, found, lines, directory, note=note)

    def _show_time(self, instant: datetime) -> str:
        return self._context.locale.time(wall_minute(instant, self._tz))


def answer_of(
    calendar: Calendar,
    found: Preview,
    lines: tuple[str, ...],
    directory: Directory,
    *,
    note: str,
) -> Answer:
    """What the rules say to the picked time, in words; `lines` are its `details`."""
    slot = found.slot
    never = any(reason.code is ReasonCode.NO_SEATS for reason in slot.reasons)
    headline = tr("This time is open") if slot.open else tr("This time is not open")
    if slot.seats_left is not None and slot.open:
        headline = with_number(slot.seats_left, "{n} seat left", "{n} seats left")
    return Answer(
        is_open=slot.open,
        can_book=not never,
        headline=headline,
        reasons=sentences(
            reason for reason in slot.reasons if not _is_in_details(reason, calendar)
        ),
        who=as_sentence(worded(found.choice.why)) if found.choice.staff else "",
        next_one=name_list(directory.names(found.choice.staff)),
        note=note,
        details=tuple(map(as_sentence, lines)),
    )


def _is_in_details(reason: Reason, calendar: Calendar) -> bool:
    """Whether `details` says it already: a collective lists its members one by one."""
    return calendar.kind is CalendarKind.COLLECTIVE and reason.staff is not None


def _members(calendar: Calendar, found: Preview, directory: Directory) -> tuple[str, ...]:
    lines = []
    for member in calendar.staff:
        (name,) = directory.names([member]) or [""]
        about = [reason for reason in found.slot.reasons if as_line(reason.staff or "") == name]
        if member in found.slot.staff:
            lines.append(tr("{name} is free").format(name=name))
        else:
            lines += sentences(about) or (tr("{name} cannot").format(name=name),)
    return tuple(lines)


def _seats(reader: Reader, calendar: Calendar, found: Preview) -> tuple[str, ...]:
    span = found.slot.span
    seats = [
        appointment
        for appointment in appointments_of_calendar(reader, calendar.id, span)
        if appointment.span == span and appointment.status.takes_time
    ]
    if not seats:
        return (tr("A new session with {n} seats").format(n=calendar.seats),)
    people = contacts(reader, {who for appointment in seats for who in appointment.contacts})
    names = [
        people[appointment.contacts[0]].name if appointment.contacts else appointment.title
        for appointment in seats
    ]
    taken = tr("{taken} of {n} seats taken").format(taken=len(seats), n=calendar.seats)
    return (taken, tr("Attending: {names}").format(names=name_list(names)))


def _phases(calendar: Calendar, found: Preview, show_time: ShowTime) -> tuple[str, ...]:
    span = found.slot.span
    parts = busy_parts(span.length, calendar.phases)
    if len(parts) < 2:
        return ()
    spans = [(span.start + begins, span.start + ends) for begins, ends in parts]
    busy = name_list([f"{show_time(start)}\N{EN DASH}{show_time(end)}" for start, end in spans])
    free = name_list(
        [f"{show_time(first[1])}\N{EN DASH}{show_time(then[0])}" for first, then in pairwise(spans)]
    )
    return (tr("Staff needed {busy}; processing {free}").format(busy=busy, free=free),)


def _resources(reader: Reader, calendar: Calendar) -> tuple[str, ...]:
    if not calendar.resources:
        return ()
    known = {resource.id: resource.name for resource in all_resources(reader)}
    names = [known[resource] for resource in calendar.resources if resource in known]
    return (tr("Takes {names}").format(names=name_list(names)),) if names else ()
