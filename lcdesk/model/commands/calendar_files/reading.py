"""What a calendar file holds, before anybody asks what is to become of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from lcdesk.model.domain.errors import InvalidInput, UnreadableEvent
from lcdesk.model.domain.events import Occurrence
from lcdesk.model.domain.message import Message
from lcdesk.model.domain.timespan import TimeSpan
from lcdesk.model.domain.zones import local_day, zone
from lcdesk.model.store.remote.index import horizon

if TYPE_CHECKING:  # icalendar takes long to import
    from lcdesk.model.ical.whole_file import FilePart

LARGEST_FILE = 20 * 1024 * 1024


class EventStanding(StrEnum):
    """What would become of an event of a file, or of one date of it."""

    NEW = "new"  # it would be taken in
    CHANGED = "changed"  # what was taken in for it would be changed
    CANCELLED = "cancelled"  # what was taken in for it would be freed or cancelled
    EDITED = "edited"  # differs, but was changed here since
    KNOWN = "known"  # taken in before
    OLDER = "older"  # than what was taken in before
    APPOINTMENT = "appointment"  # stands here already
    FREE = "free"  # takes no time


# What is taken in unless a person says otherwise, and what may be.
TAKEN = (EventStanding.NEW, EventStanding.CHANGED, EventStanding.CANCELLED)
TAKEABLE = (*TAKEN, EventStanding.EDITED)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An event of a file that was left out, by what a person knows it by, and why."""

    title: str
    uid: str
    message: str


@dataclass(frozen=True, slots=True)
class FileEvent:
    """An event of a file, or a series with its edited dates. `number` is its place in the file.

    `uid` is as the file has it; `is_named` says whether it can be known again by it, since files
    of poor programs give one to all or to none. `until` is how far a series without a nearer end
    is followed. `text` is its calendar object.

    `ended` are dates (recurrence ids) that the file says do not take place; None means all dates
    that it does not hold, since it holds the event as a whole.
    """

    number: int
    title: str
    uid: str
    is_named: bool
    occurrences: tuple[Occurrence, ...]
    is_series: bool
    until: date | None
    ended: frozenset[str] | None
    sequence: int
    modified: str
    text: str

    @property
    def busy(self) -> tuple[Occurrence, ...]:
        """The dates that take time."""
        return tuple(
            date for date in self.occurrences if date.busy and date.span.start < date.span.end
        )

    def calls_off(self, date: str, span: TimeSpan, reach: TimeSpan) -> bool:
        """Whether a date that it does not hold, by its recurrence id, does not take place any more.

        `span` is when it was, and `reach` how far files are followed.
        """
        if self.ended is not None:
            return date in self.ended
        return not date or reach.contains(span)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file's events; `superseded` counts older versions of them, and `is_cancelling` says that
    it calls its events off."""

    events: tuple[FileEvent, ...]
    unreadable: tuple[Unreadable, ...]
    superseded: int
    is_cancelling: bool
    has_guessed_letters: bool

    def stretch(self, now: datetime) -> TimeSpan:
        """From the first to the last of its dates, as far as views look."""
        reach = horizon(now)
        spans = [date.span for event in self.events for date in event.occurrences]
        near = [span for span in spans if span.overlaps(reach)]
        start = min((span.start for span in near), default=now)
        return TimeSpan(start, max((span.end for span in near), default=now))


def read_events(content: bytes, zone_name: str, now: datetime) -> ReadFile:
    """Take a file apart; times without a zone are those of `zone_name`.

    Single events count wherever they lie, series are followed as far as lcdesk draws them.
    Raises InvalidInput for what is no calendar.
    """
    from lcdesk.model.ical.lines import decode, has_guessed_letters
    from lcdesk.model.ical.whole_file import take_apart

    try:
        file = take_apart(decode(content))
    except UnreadableEvent as error:
        raise InvalidInput(error.message, title=Message("The file cannot be read")) from error
    is_cancelling = file.method == "CANCEL"
    found = list(_read_parts(file.parts, zone_name, now, is_cancelling))
    return ReadFile(
        tuple(part for part in found if isinstance(part, FileEvent)),
        tuple(part for part in found if isinstance(part, Unreadable)),
        file.superseded,
        is_cancelling,
        has_guessed_letters(content),
    )


def _read_parts(
    parts: tuple[FilePart, ...], zone_name: str, now: datetime, is_cancelling: bool
) -> Iterator[FileEvent | Unreadable]:
    from lcdesk.model.ical.expand import indexable

    asked = horizon(now)
    uids = Counter(part.uid for part in parts)
    for number, part in enumerate(parts):
        try:
            read = indexable(part.text, zone=zone(zone_name), span=asked)
            if read.problem:
                raise UnreadableEvent(read.problem)
            ended = None
            if not part.has_master:
                taken = {date.recurrence_id for date in read.entries if date.busy}
                loosely = indexable(_as_planned(part.text), zone=zone(zone_name), span=asked)
                named = {date.recurrence_id for date in loosely.entries}
                ended = frozenset(named if is_cancelling else named - taken)
        except UnreadableEvent as error:
            yield Unreadable(part.title, part.uid, error.message)
            continue
        goes_on = read.recurring and (read.last is None or read.last > asked.end)
        yield FileEvent(
            number,
            part.title or part.uid,
            part.uid,
            is_named=bool(part.uid) and uids[part.uid] == 1,
            occurrences=() if is_cancelling else tuple(read.entries),
            is_series=read.recurring,
            until=local_day(asked.end, zone(zone_name)) if goes_on else None,
            ended=ended,
            sequence=part.sequence,
            modified=part.modified,
            text=part.text,
        )


def _as_planned(text: str) -> str:
    """An object as if none of its events were called off, to see which dates it names."""
    return "\n".join(line for line in text.split("\n") if not line.upper().startswith("STATUS"))
