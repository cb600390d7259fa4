"""The details card of a selected entry: what it says, and what can be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from lcdesk.model.commands.attention import Choice, Kind
from lcdesk.model.commands.deleted_in_icloud import Decision
from lcdesk.model.domain.events import (
    APPOINTMENT,
    BLOCKED,
    AgendaEntry,
    EntryKind,
    Origin,
    Status,
    SyncState,
    number_of,
)
from lcdesk.model.domain.intake import NO, YES, FieldKind, GivenAnswer
from lcdesk.model.domain.people import Contact
from lcdesk.model.domain.words import ICLOUD, PlaceName
from lcdesk.model.recurrence.series import Series
from lcdesk.ui.context.wall_spans import OnWall
from lcdesk.ui.entries.changes_model import Changes
from lcdesk.ui.entries.letter import letter_to
from lcdesk.ui.look.as_typed import as_line, as_lines, as_sentence
from lcdesk.ui.week.agenda_week import Group
from lcdesk.ui.week.entry_words import EntryWords
from lcdesk.ui.wording.labels import mark, status_name, tr, tr_of
from lcdesk.ui.wording.messages import name_list, worded
from lcdesk.ui.wording.series_words import series_words


class CardAction(Enum):
    """What a card's button asks for."""

    EDIT = auto()
    REPEAT = auto()
    ADD_SEAT = auto()  # one more contact in a class session
    WAIT = auto()  # for a seat in one that is full
    CONFIRM = auto()
    SHOWED = auto()
    NOSHOW = auto()
    BOOK_AGAIN = auto()
    CANCEL = auto()
    UNBLOCK = auto()
    KEEP = auto()
    RESTORE = auto()
    CANCEL_GONE = auto()
    RELEASE = auto()
    KEEP_MINE = auto()
    KEEP_ICLOUD = auto()
    KEEP_BOTH = auto()
    DO_NOT_CANCEL = auto()  # cancelled here, changed in iCloud
    DELETE_THERE = auto()
    RETRY = auto()
    DISCARD = auto()
    EXPORT = auto()


_LABELS = {
    CardAction.EDIT: mark("Edit…"),
    CardAction.REPEAT: mark("Repeat…"),
    CardAction.ADD_SEAT: mark("Add seat…"),
    CardAction.WAIT: mark("Waiting list…"),
    CardAction.CONFIRM: mark("Confirm"),
    CardAction.SHOWED: mark("Showed"),
    CardAction.NOSHOW: mark("No-show"),
    CardAction.BOOK_AGAIN: mark("Book again"),
    CardAction.CANCEL: mark("Cancel appointment"),
    CardAction.UNBLOCK: mark("Unblock"),
    CardAction.KEEP: mark("Keep here only"),
    CardAction.RESTORE: mark("Restore {there}"),
    CardAction.CANCEL_GONE: mark("Cancel appointment"),
    CardAction.RELEASE: mark("Release this time"),
    CardAction.KEEP_MINE: mark("Keep mine"),
    CardAction.KEEP_ICLOUD: mark("Keep {place}’s"),
    CardAction.KEEP_BOTH: mark("Keep both"),
    CardAction.DO_NOT_CANCEL: mark("Keep {place}’s, do not cancel"),
    CardAction.DELETE_THERE: mark("Delete it {there} too"),
    CardAction.RETRY: mark("Try again"),
    CardAction.DISCARD: mark("Discard the change"),
    CardAction.EXPORT: mark("Export…"),
}

_MOST_NOTES = 280  # letters on a card, of a place too

# These end something; a card shows them apart from the others.
ENDING = frozenset(
    {
        CardAction.CANCEL,
        CardAction.CANCEL_GONE,
        CardAction.UNBLOCK,
        CardAction.DISCARD,
        CardAction.DELETE_THERE,
    }
)


def label(action: CardAction, server_name: PlaceName) -> str:
    """What the button reads; `server_name` is where the other side of the entry is."""
    return tr_of(_LABELS[action], server_name.brief)


@dataclass(frozen=True, slots=True)
class Person:
    """A contact on a card: who, how to reach them, and the seat that can be cancelled."""

    contact: int
    name: str
    reach: tuple[str, ...] = ()
    letter: str = ""  # the address that begins an e-mail about the appointment
    seat: str = ""  # the entry's id, on a class session
    is_out: bool = False  # cancelled
    answers: tuple[str, ...] = ()  # of the seat


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that a card shows."""

    block: str
    title: str
    when: str
    colour: str
    travel: str = ""  # from when travel before it takes time
    staff: str = ""
    location: str = ""
    resources: str = ""  # rooms and equipment that a service takes
    people: tuple[Person, ...] = ()
    source: str = ""
    sync: str = ""
    is_urgent: bool = False
    status: str = ""
    answers: str = ""  # to what the calendar asks, a line each; those of seats are the people's
    notes: str = ""
    overridden: str = ""  # that a person booked anyway, and against what
    repeats: str = ""  # "Every 2 weeks on Tuesday", or that it does; empty where it does not
    actions: tuple[CardAction, ...] = ()
    exports: bool = False  # whether a calendar file of it would hold something
    server_name: PlaceName = ICLOUD


def card_of(
    group: Group,
    texts: EntryWords,
    *,
    colour: str,
    now: datetime,
    series: Series | None = None,
    also: tuple[CardAction, ...] = (),
    answers: Mapping[str, Sequence[GivenAnswer]],
) -> Card:
    """The card of what a block stands for; `series` is the one it is an occurrence of.

    `answers` are those of its entries by their ids. `also` are actions that the entry alone does
    not tell of; see `actions`.
    """
    lead = group.lead
    when = texts.when_in_full(lead, OnWall.of(lead.span, texts.tz))
    return Card(
        block=group.id,
        title=texts.title(lead, group.seats),
        when=when,
        colour=colour,
        travel=texts.travel(lead),
        staff=name_list(texts.directory.names(lead.staff)),
        location=as_lines(lead.location, _MOST_NOTES),
        resources=_resources(lead, texts),
        people=_people(group, texts, when, answers),
        source=texts.source(lead),
        sync=as_sentence(lead.flagged) or texts.sync(lead),
        is_urgent=bool(lead.flagged)
        or lead.sync in (SyncState.GONE, SyncState.CONFLICT, SyncState.FAILED),
        status=_status(lead),
        answers="\n".join(_answer_lines(answers.get(lead.id, ()))) if not group.seats else "",
        notes=as_lines(lead.notes, _MOST_NOTES),
        overridden=_overridden(lead),
        repeats=_repeats(lead, series, texts),
        actions=actions(group, now, also=also),
        exports=any(map(is_exported, group.entries)),
        server_name=texts.other_side(lead),
    )


def is_exported(entry: AgendaEntry) -> bool:
    """Whether calendar files hold it: what is lcdesk's own and takes place."""
    is_own = any(number_of(entry.id, kind) is not None for kind in (APPOINTMENT, BLOCKED))
    return is_own and (entry.status is None or entry.status.takes_time)


def _resources(lead: AgendaEntry, texts: EntryWords) -> str:
    if lead.kind is EntryKind.BLOCKED:
        return ""
    return name_list(texts.directory.resource_names(lead.calendar))


def _repeats(lead: AgendaEntry, series: Series | None, texts: EntryWords) -> str:
    if series is not None:
        return series_words(series, texts.forms.locale)
    return tr("Repeats") if lead.recurring else ""


def _overridden(lead: AgendaEntry) -> str:
    if lead.overridden_for:
        return tr("Booked anyway: {reasons}").format(
            reasons=as_sentence(worded(lead.overridden_for))
        )
    return tr("Booked anyway") if lead.overridden else ""


def actions(
    group: Group, now: datetime, *, also: tuple[CardAction, ...] = ()
) -> tuple[CardAction, ...]:
    """What can be done with it now; `also` unless a person has to decide something first."""
    lead = group.lead
    gone = lead.sync is SyncState.GONE
    if lead.kind is EntryKind.BLOCKED:
        if lead.origin is Origin.LCDESK:
            return (CardAction.EDIT, CardAction.UNBLOCK)
        if gone:
            return (CardAction.RELEASE,)
        return () if lead.read_only or lead.is_private else (CardAction.EDIT,)
    if lead.status is not None and not lead.status.takes_time:
        if lead.sync is SyncState.CONFLICT:
            return (CardAction.DO_NOT_CANCEL, CardAction.DELETE_THERE)
        return () if group.seats else (CardAction.BOOK_AGAIN,)
    if gone:
        ending = () if group.seats else (CardAction.CANCEL_GONE,)
        return (CardAction.KEEP, CardAction.RESTORE, *ending)
    if lead.sync is SyncState.CONFLICT:
        return (CardAction.KEEP_MINE, CardAction.KEEP_ICLOUD, CardAction.KEEP_BOTH)
    if group.seats is not None:
        is_full = group.seats.taken >= group.seats.all
        one_more = CardAction.WAIT if is_full else CardAction.ADD_SEAT
        more = (one_more,) if lead.span.start > now else ()
        return (*more, CardAction.EDIT, *_actions_of_refused(lead))
    found = [CardAction.EDIT, *also]
    if lead.status is Status.NEW:
        found.append(CardAction.CONFIRM)
    if lead.span.start <= now:
        states = (CardAction.SHOWED, CardAction.NOSHOW)
        found += [action for action in states if not _is_now(lead, action)]
    return (*found, *_actions_of_refused(lead), CardAction.CANCEL)


def _actions_of_refused(lead: AgendaEntry) -> tuple[CardAction, ...]:
    return (CardAction.RETRY, CardAction.DISCARD) if lead.sync is SyncState.FAILED else ()


def carry_out(action: CardAction, entry: AgendaEntry, changes: Changes) -> None:
    """Send the command behind a button; those that need a dialog are not done here."""
    match action:
        case CardAction.CANCEL:
            changes.cancel(entry)
        case CardAction.CONFIRM | CardAction.BOOK_AGAIN:
            changes.set_status(entry, Status.CONFIRMED)
        case CardAction.SHOWED:
            changes.set_status(entry, Status.SHOWED)
        case CardAction.NOSHOW:
            changes.set_status(entry, Status.NOSHOW)
        case CardAction.UNBLOCK:
            changes.unblock(entry)
        case CardAction.KEEP:
            changes.decide(entry, Decision.KEEP)
        case CardAction.RESTORE:
            changes.decide(entry, Decision.RESTORE)
        case CardAction.CANCEL_GONE:
            changes.decide(entry, Decision.CANCEL)
        case CardAction.RELEASE:
            changes.release(entry)
        case CardAction.KEEP_MINE | CardAction.KEEP_ICLOUD | CardAction.KEEP_BOTH:
            changes.answer_item(entry, Kind.CONFLICT, Choice[action.name])
        case CardAction.DELETE_THERE:
            changes.answer_item(entry, Kind.CANCELLED_HERE, Choice.KEEP_MINE)
        case CardAction.DO_NOT_CANCEL:
            changes.answer_item(entry, Kind.CANCELLED_HERE, Choice.KEEP_ICLOUD)
        case CardAction.RETRY | CardAction.DISCARD:
            changes.answer_item(entry, Kind.REFUSED, Choice[action.name])
        case (
            CardAction.EDIT
            | CardAction.REPEAT
            | CardAction.ADD_SEAT
            | CardAction.WAIT
            | CardAction.EXPORT
        ):
            raise ValueError("words, rules, contacts and files are asked for in a dialog")


def _is_now(entry: AgendaEntry, action: CardAction) -> bool:
    now = {CardAction.SHOWED: Status.SHOWED, CardAction.NOSHOW: Status.NOSHOW}
    return entry.status is now[action]


def _status(entry: AgendaEntry) -> str:
    if entry.declined:
        return tr("Declined")
    if entry.tentative:
        return tr("Tentative")
    return "" if entry.status is None else status_name(entry.status)


def _people(
    group: Group, texts: EntryWords, when: str, answers: Mapping[str, Sequence[GivenAnswer]]
) -> tuple[Person, ...]:
    found = []
    for entry in group.entries:
        out = entry.status is not None and not entry.status.takes_time
        for who in entry.contacts:
            contact = texts.contacts.get(who)
            if contact is not None:
                seat = entry.id if group.seats is not None and not out else ""
                told = _answer_lines(answers.get(entry.id, ())) if group.seats and not out else ()
                name, reach = as_line(contact.name), _reach(contact)
                letter = letter_to(contact, entry, when)
                found.append(Person(who, name, reach, letter, seat, is_out=out, answers=told))
    return tuple(found)


def _answer_lines(given: Sequence[GivenAnswer]) -> tuple[str, ...]:
    """ "Allergies: nuts", one for each; a question has its mark already."""
    return tuple(
        (tr("{field} {answer}") if answer.name.endswith("?") else tr("{field}: {answer}")).format(
            field=as_line(answer.name), answer=_answer_words(answer)
        )
        for answer in given
    )


def _answer_words(answer: GivenAnswer) -> str:
    words = {YES: tr("Yes"), NO: tr("No")} if answer.kind is FieldKind.YES_NO else {}
    return words.get(answer.value) or as_lines(answer.value, _MOST_NOTES)


def _reach(contact: Contact) -> tuple[str, ...]:
    return tuple(as_line(part) for part in (contact.email, contact.phone) if part)
