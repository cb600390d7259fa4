"""A calendar object's own text, edited line by line.

What lcdesk does not understand has to come back to the server as it came, so an edit never
parses and writes an object anew: it exchanges the lines of single properties.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from lcdesk.model.domain.errors import InvalidInput, UnreadableEvent
from lcdesk.model.domain.message import Message
from lcdesk.model.ical.lines import Line, fold, parse_line
from lcdesk.model.ical.own_rules import find_named, plain_tzid
from lcdesk.model.ical.scan import frame_of, scan

_PHYSICAL = re.compile(r"[^\n]*\n|[^\n]+")
_ZONE = "VTIMEZONE"


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line as it stands (`raw`, with folds and line end) and unfolded (`text`)."""

    raw: str
    text: str

    @property
    def name(self) -> str:
        """The property's name in capitals; empty for a line that is none."""
        return re.split("[;:]", self.text, maxsplit=1)[0].upper()


def raw_lines(text: str) -> list[RawLine]:
    """The lines of `text`; joined, their `raw` gives `text` again."""
    groups: list[list[str]] = []
    for piece in _PHYSICAL.findall(text):
        if piece[0] in " \t" and groups:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [RawLine("".join(group), _unfold(group)) for group in groups]


def _unfold(pieces: list[str]) -> str:
    first, *rest = (piece.removesuffix("\n").removesuffix("\r") for piece in pieces)
    return first.removeprefix("\ufeff") + "".join(piece[1:] for piece in rest)


class RawEvent:
    """The text of an object around one of its events.

    `position` counts its events in their order. Without it the only one is meant, or the master of
    its series.
    """

    def __init__(self, text: str, position: int | None = None) -> None:
        """Raises UnreadableEvent, and InvalidInput when it is unclear which event is meant."""
        scanned = scan(text)
        self._position = position
        self._lines = raw_lines(text)
        if len(self._events()) != len(scanned.events):
            raise UnreadableEvent(
                Message("This calendar object is damaged: its events cannot be told apart.")
            )
        self._end = "\r\n" if "\r\n" in text else "\n"

    def __str__(self) -> str:
        return "".join(line.raw for line in self._lines)

    def properties(self, name: str) -> list[Line]:
        """The event's own properties of that name, not those of its alarms."""
        found = (parse_line(self._lines[position].text) for position in self._positions(name))
        return [line for line in found if line is not None]

    def replace(self, name: str, lines: Sequence[str]) -> None:
        """Put unfolded `lines` where properties of that name stand, or at the event's end."""
        positions = self._positions(name)
        where = positions[0] if positions else self._room()
        new = [RawLine(fold(line, self._end), line) for line in lines]
        kept = [line for position, line in enumerate(self._lines) if position not in set(positions)]
        self._lines = [*kept[:where], *new, *kept[where:]]

    def set_zone_rules(self, tzid: str, lines: Sequence[str]) -> None:
        """Put the unfolded `lines` of a VTIMEZONE in place of the one for `tzid`, or add it."""
        block = self.zone_block(tzid)
        first = block.start if block else self._events()[0].start
        new = [RawLine(fold(line, self._end), line) for line in lines]
        self._lines[first : block.stop if block else first] = new

    def zone_rules(self, tzid: str) -> list[str]:
        """The unfolded lines of the VTIMEZONE for `tzid`; empty when there is none."""
        block = self.zone_block(tzid)
        return [self._lines[position].text for position in block] if block else []

    @property
    def count(self) -> int:
        """How many events the object holds."""
        return len(self._events())

    def lines(self, *, but: Collection[str] = ()) -> list[str]:
        """The event's unfolded lines, from BEGIN to END, its alarms whole.

        Its own properties of the names in `but` are left out.
        """
        dropped = {position for name in but for position in self._positions(name)}
        return [self._lines[position].text for position in self._event() if position not in dropped]

    def add_event(self, lines: Sequence[str]) -> int:
        """Put the unfolded lines of another VEVENT behind the last; returns its place."""
        events = self._events()
        new = [RawLine(fold(line, self._end), line) for line in lines]
        self._lines[events[-1].stop : events[-1].stop] = new
        return len(events)

    def remove_events(self, positions: Collection[int]) -> None:
        """Take these events out of the object; this one stays."""
        gone = {line for position in positions for line in self._events()[position]}
        if self._position is not None:
            self._position -= sum(position < self._position for position in positions)
        self._lines = [line for position, line in enumerate(self._lines) if position not in gone]

    def zone_block(self, tzid: str) -> range | None:
        """Where the VTIMEZONE for `tzid` stands.

        Quotes and escapes may be on one side only, and capitals differ.
        """
        found: dict[str, range] = {}
        for block in self._blocks("VTIMEZONE"):
            lines = (parse_line(self._lines[position].text) for position in block)
            named = (line.value for line in lines if line and line.name == "TZID")
            found |= {plain_tzid(name): block for name in named}
        return find_named(found, tzid)

    def _blocks(self, name: str) -> Iterator[range]:
        """Components of that name directly inside the calendar, from BEGIN to END."""
        depth, begin, in_zone = 0, 0, False
        for position, line in enumerate(self._lines):
            frame, component = frame_of(line.text)
            if in_zone and (frame, component) != ("END", _ZONE):
                continue  # whatever a zone holds, it ends where it ends, as for the scan
            if frame == "BEGIN":
                depth += 1
                begin = position if depth == 2 else begin
                in_zone = depth == 2 and component == _ZONE
            elif frame == "END":
                depth -= 1
                in_zone = False
                if depth == 1 and component == name:
                    yield range(begin, position + 1)

    def _events(self) -> list[range]:
        return list(self._blocks("VEVENT"))

    def _event(self) -> range:
        events = self._events()
        if self._position is not None:
            return events[self._position]
        masters = [event for event in events if not self._within(event, "RECURRENCE-ID")]
        if len(events) != 1 and len(masters) != 1:
            raise InvalidInput(
                Message("This calendar object holds several events; edit it where it was made.")
            )
        return events[0] if len(events) == 1 else masters[0]

    def _positions(self, name: str) -> list[int]:
        return self._within(self._event(), name)

    def _within(self, event: range, name: str) -> list[int]:
        positions, depth = [], 0
        for position in event:
            frame, _ = frame_of(self._lines[position].text)
            depth += (frame == "BEGIN") - (frame == "END")
            if depth == 1 and self._lines[position].name == name:
                positions.append(position)
        return positions

    def _room(self) -> int:
        """Behind the event's last own property: before its first alarm or its end."""
        event = self._event()
        inner = (position for position in event[1:] if frame_of(self._lines[position].text)[0])
        return next(inner)
