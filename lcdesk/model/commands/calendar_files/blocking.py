"""Events of a calendar file become slots blocked by hand, which never leave lcdesk.

The people named in them never become contacts (docs/rules/sync.md, "Calendar files"). What would
come of a file can be looked at first, event by event. An event that was taken in before is known
by its UID: what differs now is changed here too, unless a person changed it here since.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lcdesk.model.commands.blocked_slots import BlockWish, block, change_block, unblock
from lcdesk.model.commands.calendar_files.comparing import DateStep, Verdict, compare
from lcdesk.model.commands.calendar_files.export import GoingOn
from lcdesk.model.commands.calendar_files.reading import (
    EventStanding,
    FileEvent,
    ReadFile,
    Unreadable,
    read_events,
)
from lcdesk.model.domain.errors import InvalidInput
from lcdesk.model.domain.events import Occurrence
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.people import StaffMember
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.store.imported import ImportedDate, digest_of, forget_imported, put_imported
from lcdesk.model.store.transaction import Reader, Transaction

_TO_DO = (Verdict.NEW, Verdict.DIFFERENT)


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file's events."""

    blocked: int
    known: int  # blocked before, by the same file or by hand
    free: int  # take no time
    unreadable: tuple[Unreadable, ...] = ()
    appointments: int = 0  # stand here already, as the file was written by lcdesk
    superseded: int = 0  # older versions (SEQUENCE) of what the file holds
    going_on: tuple[GoingOn, ...] = ()  # series that are followed no further
    has_guessed_letters: bool = False  # as nothing said how they are written
    changed: int = 0  # blocked before, and now as the file says
    freed: int = 0  # blocked before, and not in the event any more
    edited: int = 0  # differ, and were left as a person changed them here


@dataclass(frozen=True, slots=True)
class PlannedEvent:
    """An event, or a series, of a file. `number` is its place in the file.

    `first` is the first of its dates that would be blocked or changed, else its first one; `dates`
    counts those. `was` is the time that is blocked for it now where that would change. Of a series
    `new`, `changed` and `freed` count dates. `until` is how far a series without a nearer end is
    followed.
    """

    number: int
    title: str
    standing: EventStanding
    first: Occurrence | None
    dates: int
    is_series: bool
    until: date | None
    is_over: bool
    was: TimeSpan | None = None
    new: int = 0
    changed: int = 0
    freed: int = 0


@dataclass(frozen=True, slots=True)
class CalendarPlan:
    """What would become of a file for one staff member, and what was left out of it."""

    events: tuple[PlannedEvent, ...]
    unreadable: tuple[Unreadable, ...]
    has_guessed_letters: bool


def plan_calendar(
    reader: Reader, content: bytes, member: StaffMember, now: datetime
) -> CalendarPlan:
    """What `import_calendar` would do, without doing it. Raises InvalidInput."""
    file = read_events(content, member.zone, now)
    steps = _compare(reader, file, file.events, member, now)
    events = tuple(_plan(event, steps[event.number], now) for event in file.events)
    return CalendarPlan(events, file.unreadable, file.has_guessed_letters)


def import_calendar(
    tx: Transaction,
    content: bytes,
    member: StaffMember,
    now: datetime,
    *,
    only: Collection[int] | None = None,
    overwriting: Collection[int] = (),
) -> Imported:
    """Block a member's time wherever the file's events are busy; `only` those of these numbers.

    What was blocked for an event before becomes what the file says now, and is freed where the
    event does not take place any more; what a person changed here since stays, but for the events
    that are `overwriting`. What the file holds of the member's own appointments stands already and
    is only counted.
    An event that cannot be read in full is named in the answer and costs none of the others:
    who has the file can mend it, and slots that are blocked by a guess would stay.
    Raises InvalidInput for what is no calendar.
    """
    file = read_events(content, member.zone, now)
    events = [event for event in file.events if only is None or event.number in only]
    by_number = {event.number: event for event in events}
    compared = _compare(tx, file, events, member, now)
    steps = [(number, step) for number, some in compared.items() for step in some]
    count = dict.fromkeys(("blocked", "changed", "freed", "edited"), 0)
    for number, step in sorted(steps, key=lambda numbered: numbered[1].start):
        is_edited = step.verdict is Verdict.EDITED_HERE and number not in overwriting
        if is_edited:
            count["edited"] += 1
        elif step.verdict in (*_TO_DO, Verdict.EDITED_HERE):
            count[_carry_out(tx, step, by_number[number], member)] += 1
    verdicts = [step.verdict for _, step in steps]
    foreign = [event for event in events if not _is_own(event, compared[event.number])]
    return Imported(
        count["blocked"],
        verdicts.count(Verdict.SAME) + verdicts.count(Verdict.OLDER),
        sum(len(event.occurrences) - len(event.busy) for event in foreign),
        file.unreadable,
        verdicts.count(Verdict.OWN),
        file.superseded,
        tuple(GoingOn(event.title, event.until) for event in foreign if event.until is not None),
        file.has_guessed_letters,
        count["changed"],
        count["freed"],
        count["edited"],
    )


def _compare(
    reader: Reader,
    file: ReadFile,
    events: Sequence[FileEvent],
    member: StaffMember,
    now: datetime,
) -> dict[int, list[DateStep]]:
    """Raises InvalidInput where a file calls events off of which none was taken in."""
    steps = compare(reader, events, member, now)
    if file.is_cancelling and not any(steps.values()):
        raise InvalidInput(
            Message(
                "This file calls its events off (METHOD:CANCEL), so they take no time and nothing "
                "was blocked. Slots that were blocked for them before can be freed in the week."
            ),
            title=Message("The file cancels events"),
        )
    return steps


def _carry_out(tx: Transaction, step: DateStep, event: FileEvent, member: StaffMember) -> str:
    """Make of a slot what the file says; what it was, as `Imported` counts it."""
    slot, date = step.slot, step.date
    if date is None:
        assert slot is not None  # what was freed here since needs nothing any more
        unblock(tx, slot.id)
        if step.record is not None:
            forget_imported(tx, step.record)
        return "freed"
    span, title = date.span, date.title
    if slot is None:
        made = block(tx, start=span.start, end=span.end, title=title, staff=member.id)
    else:
        wish = BlockWish(start=span.start, end=span.end, title=title)
        _, made = change_block(tx, slot.id, wish)
    if event.is_named:
        known = 0 if step.record is None else step.record.id
        digest = digest_of(span, title.strip())
        put_imported(
            tx,
            ImportedDate(
                known, event.uid, date.recurrence_id, made.id, digest, digest,
                event.sequence, event.modified, staff=member.id,
            ),
        )  # fmt: skip
    return "blocked" if slot is None else "changed"


def _plan(event: FileEvent, steps: Sequence[DateStep], now: datetime) -> PlannedEvent:
    to_do = [step for step in steps if step.verdict in _TO_DO]
    to_do = to_do or [step for step in steps if step.verdict is Verdict.EDITED_HERE]
    dates = [step.date for step in to_do if step.date is not None]
    dates = sorted(dates or event.occurrences, key=lambda date: date.span)
    before = sorted(step.slot.span for step in to_do if step.slot is not None)
    ends = [date.span.end for date in dates] + [span.end for span in before]
    return PlannedEvent(
        event.number,
        event.title,
        _standing(steps),
        dates[0] if dates else None,
        len(dates),
        event.is_series,
        event.until,
        is_over=all(end <= now for end in ends),
        was=before[0] if before else None,
        new=sum(step.slot is None for step in to_do),
        changed=sum(step.slot is not None and step.date is not None for step in to_do),
        freed=sum(step.date is None for step in to_do),
    )


def _standing(steps: Sequence[DateStep]) -> EventStanding:
    to_do = [step for step in steps if step.verdict in _TO_DO]
    verdicts = {step.verdict for step in steps}
    if to_do and all(step.date is None for step in steps):
        return EventStanding.CANCELLED
    if any(step.verdict is Verdict.DIFFERENT for step in to_do):
        return EventStanding.CHANGED
    if to_do:
        return EventStanding.NEW
    if Verdict.EDITED_HERE in verdicts:
        return EventStanding.EDITED
    if Verdict.OLDER in verdicts:
        return EventStanding.OLDER
    if Verdict.SAME in verdicts:
        return EventStanding.KNOWN
    return EventStanding.APPOINTMENT if steps else EventStanding.FREE


def _is_own(event: FileEvent, steps: Sequence[DateStep]) -> bool:
    is_whole = bool(steps) and len(steps) == len(event.occurrences)
    return is_whole and all(step.verdict is Verdict.OWN for step in steps)
