"""Calendar files for and from other programs: many entries as one, one taken apart into objects.

A server keeps the events of one UID in an object of their own; a file holds everything at once.
What is damaged in one event must not cost the others, and the files of poor programs carry no
UID, or one and the same for all: without a RECURRENCE-ID such events have nothing in common.

Many entries as one calendar file for other programs; times in UTC, nobody is invited.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from lcdesk.model.domain.errors import UnreadableEvent
from lcdesk.model.domain.message import Message
from lcdesk.model.ical.codec import PRODID, EventDraft
from lcdesk.model.ical.lines import escape, fold, parse_line, unescape, unfold, write_utc
from lcdesk.model.ical.own_rules import plain_tzid
from lcdesk.model.ical.scan import sequence_number

_MOST_NESTED = 8
_TIMES = ("RECURRENCE-ID", "LAST-MODIFIED", "RRULE", "TZID")
_NAMING = ("UID", "SUMMARY", "SEQUENCE", "METHOD", *_TIMES)
_LONGEST_STAMP = 16  # 20261101T000000Z
_LONGEST_NAME = 200
# How many components stand around one of these; what else is open there was not closed.
_DEPTHS = {"VCALENDAR": 0} | dict.fromkeys(("VEVENT", "VTIMEZONE", "VTODO", "VJOURNAL"), 1)
_NAME_ROOM = 20  # of the longest name looked for


@dataclass(frozen=True, slots=True)
class FilePart:
    """A calendar object of its own (`text`) and what a person knows it by.

    `sequence` and `modified` (LAST-MODIFIED as it stands) are those of its newest event.
    `has_master` is false where it holds nothing but edited occurrences of a series.
    """

    title: str
    uid: str
    text: str
    sequence: int = 0
    modified: str = ""
    has_master: bool = True


@dataclass(frozen=True, slots=True)
class WholeFile:
    """A file's objects in its order; `method` is what the file asks for, in capitals.

    `superseded` counts events that a later version under the same UID stands for.
    """

    method: str
    parts: tuple[FilePart, ...]
    superseded: int = 0


@dataclass(frozen=True, slots=True)
class _Component:
    """A VEVENT or VTIMEZONE as its lines, and the values of its own that matter here."""

    lines: list[str]
    values: dict[str, str]

    @property
    def uid(self) -> str:
        return self.values.get("UID", "").strip()

    @property
    def sequence(self) -> int:
        return sequence_number(self.values.get("SEQUENCE", ""))

    @property
    def modified(self) -> str:
        return self.values.get("LAST-MODIFIED", "").strip()[:_LONGEST_STAMP]

    @property
    def is_edited(self) -> bool:
        """Whether it replaces one occurrence of a series."""
        return "RECURRENCE-ID" in self.values


def take_apart(text: str) -> WholeFile:
    """The events of a file, each UID's series with its edited occurrences in one object.

    An event that is not closed, or whose parts are not, is an object that cannot be read, and so
    is the end of a file that was cut off between two events.

    Raises UnreadableEvent when the file as a whole is no calendar: no VCALENDAR, no VEVENT,
    absurd sizes.
    """
    reader = _Reader()
    for line in unfold(text).split("\n"):
        reader.read(line)
    if not reader.events:
        raise UnreadableEvent(Message("This calendar object contains no event."))
    groups = _groups(reader.events)
    parts = [_part(position, group, reader.zones) for position, group in enumerate(groups)]
    if reader.path == ["VCALENDAR"]:
        parts.append(FilePart("", "", "BEGIN:VCALENDAR\n"))
    kept = sum(map(len, groups))
    return WholeFile(reader.method.strip().upper(), tuple(parts), len(reader.events) - kept)


class _Reader:
    """Walks over the lines of a file and gathers its events and time zones."""

    def __init__(self) -> None:
        self.method = ""
        self.events: list[_Component] = []
        self.zones: list[_Component] = []
        self.path: list[str] = []  # the components that are open, from the outside in
        self._inside: _Component | None = None

    def read(self, line: str) -> None:
        """Take the next unfolded line. Raises UnreadableEvent."""
        name, value = _split_name(line)
        if name == "BEGIN":
            self._open(value)
        if self._inside is not None:
            self._inside.lines.append(line)
        if name == "END":
            self._close(value)
        elif self._inside is not None and name in _NAMING and len(self.path) == 2:
            self._inside.values.setdefault(name, value)
        elif name == "METHOD" and len(self.path) == 1:
            self.method = self.method or value

    def _open(self, name: str) -> None:
        if name in _DEPTHS:
            self._leave(_DEPTHS[name])
        if not self.path and name != "VCALENDAR":
            raise UnreadableEvent(Message("This text is not a calendar object."))
        if len(self.path) >= _MOST_NESTED:
            raise UnreadableEvent(Message("This calendar object is nested too deeply."))
        self.path.append(name)
        gathered = {"VEVENT": self.events, "VTIMEZONE": self.zones}.get(name)
        if gathered is not None:
            self._inside = _Component([], {})
            gathered.append(self._inside)

    def _close(self, name: str) -> None:
        """What is still open inside of it was not closed; that spoils no other event."""
        if self.path[-1:] == [name]:
            self.path.pop()
            self._inside = self._inside if len(self.path) > 1 else None
        elif name in self.path:
            self._leave(self.path.index(name))
        elif self._inside is None:
            raise UnreadableEvent(
                Message("This calendar object is damaged: its parts do not close in order.")
            )

    def _leave(self, depth: int) -> None:
        """Be outside of all but the outermost `depth` components, which were not closed."""
        del self.path[depth:]
        if depth > 1 or self._inside is None:
            return
        if self.zones[-1:] == [self._inside]:
            self.zones.pop()  # half a zone explains nothing
        self._inside = None


def _split_name(line: str) -> tuple[str, str]:
    """The name and value of a line that matters here; empty texts for every other."""
    if not line[:_NAME_ROOM].upper().startswith(("BEGIN:", "END:", *_NAMING)):
        return "", ""
    read = parse_line(line)
    if read is None:
        return "", ""
    is_frame = read.name in {"BEGIN", "END"}
    return read.name, read.value.strip().upper() if is_frame else read.value


def _groups(events: Iterable[_Component]) -> list[list[_Component]]:
    """What is read together: a series and its edited occurrences; anything else is alone."""
    by_uid: dict[str, list[_Component]] = {}
    for position, event in enumerate(events):
        by_uid.setdefault(event.uid or f"\n{position}", []).append(event)
    return [group for same in by_uid.values() for group in _apart(same)]


def _apart(same: list[_Component]) -> list[list[_Component]]:
    """The events of one UID; a higher SEQUENCE is a later version of what it stands beside."""
    masters = [event for event in same if not event.is_edited]
    newest = max((event.sequence for event in masters), default=0)
    current = [event for event in masters if event.sequence == newest]
    edited = [event for event in same if event.is_edited]
    if not edited:
        return [[event] for event in current]
    series = [event for event in current if "RRULE" in event.values]
    head = (series or current)[:1]
    return [[*head, *edited], *([event] for event in current if event not in head)]


def _part(position: int, events: list[_Component], zones: Iterable[_Component]) -> FilePart:
    named = events[0]
    lines = [line for event in events for line in _with_uid(event, position)]
    written = "\n".join(lines)
    explained = [line for zone in zones if _is_named(zone, written) for line in zone.lines]
    text = "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *explained, written, "END:VCALENDAR", ""])
    title = unescape(named.values.get("SUMMARY", "")).strip()
    return FilePart(
        title[:_LONGEST_NAME],
        named.uid[:_LONGEST_NAME],
        text,
        sequence=max(event.sequence for event in events),
        modified=max(event.modified for event in events),
        has_master=not all(event.is_edited for event in events),
    )


def _is_named(zone: _Component, written: str) -> bool:
    """Whether a VTIMEZONE may be meant: quotes and escapes may stand on one side only."""
    name = zone.values.get("TZID", "")
    return name in written or plain_tzid(name) in written


def _with_uid(event: _Component, position: int) -> list[str]:
    if event.uid:
        return event.lines
    return [event.lines[0], f"UID:without-uid-{position}", *event.lines[1:]]


def write_calendar(drafts: Iterable[EventDraft], *, now: datetime) -> str:
    """One calendar object with an event for each draft; `now` (aware) becomes their DTSTAMP."""
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN"),
        *(line for draft in drafts for line in _event(draft, now)),
        "END:VCALENDAR",
    ]
    return "".join(fold(line) for line in lines)


def _event(draft: EventDraft, now: datetime) -> Iterator[str]:
    texts = (("SUMMARY", draft.title), ("DESCRIPTION", draft.notes), ("LOCATION", draft.location))
    yield "BEGIN:VEVENT"
    yield f"UID:{escape(draft.uid)}"
    yield f"DTSTAMP:{write_utc(now)}"
    yield f"DTSTART:{write_utc(draft.span.start)}"
    yield f"DTEND:{write_utc(draft.span.end)}"
    yield from (f"{name}:{escape(text)}" for name, text in texts if text)
    yield "END:VEVENT"
